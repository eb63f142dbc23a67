"""Whatever stands in the forms of a competentiebilan shows in its document, its record and nowhere else.

Every field holds a nonsense word of its own, every date a day that nothing else has; every action of the family is run,
also on refused and broken input, and the words are looked for in all that is said and written.
"""

from __future__ import annotations

import io
import logging
import tempfile
import zipfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from pypdf import PdfReader

from docgen.cli import main
from docgen.dates import format_date, format_date_words
from docgen.errors import ExitCode
from docgen.families.competentiebilan.aanvraag import AANVRAAG
from docgen.families.competentiebilan.samenvatting import SAMENVATTING
from docgen.formats.blank import FormFormat, make_form
from docgen.model.form import Form, Kind
from docgen.model.record import Prefill, Value

#: Stands in the names of the files and folders that are handed in.
FILE = "Drabbelstoor"
REFERENCE = "CB-2026-0099"
FORMS = [pytest.param(form, to, id=f"{form.name}.{to}") for form in (AANVRAAG, SAMENVATTING) for to in FormFormat]
FIRST_DAY = date(2023, 2, 11)


def nonsense(form: Form) -> dict[str, Value]:
    """A word of its own in every field, a day of its own in every date: in order, consent before the feedback talk."""
    found: dict[str, Value] = {}
    for number, (key, question) in enumerate(form.questions.items()):
        if question.kind is Kind.DATE:
            found[key] = FIRST_DAY + timedelta(days=17 * number)
        elif question.kind is not Kind.CHOICE:
            found[key] = f"Kwib{_letters(number)}oel"
    return found


def filled(form: Form, **changes: Value) -> dict[str, Value]:
    """The nonsense, with choices made: nothing stands in the way of a summary."""
    choices = {key: question.choices[0] for key, question in form.questions.items() if question.choices}
    return {**nonsense(form), **choices, **changes}


def _letters(number: int) -> str:
    return "".join("bdfgklmnpr"[int(digit)] for digit in f"{number:03}")


def find_words(form: Form, *said: str | bytes) -> list[str]:
    """Which of the words or days, in any notation, stand in what was said or written."""
    held = b"\n".join(each if isinstance(each, bytes) else each.encode() for each in said).lower()
    words = [FILE]
    for value in nonsense(form).values():
        days = [format_date(value), value.isoformat(), format_date_words(value), format_date_words(value, "fr")] if (
            isinstance(value, date)
        ) else [value]  # fmt: skip
        words += days
    return [word for word in words if word.lower().encode() in held]


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk whose temporary files lie where the test can look."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tijdelijk").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tijdelijk"))
    return tmp_path


def put(form: Form, to: FormFormat, values: Mapping[str, Value], folder: str = "een") -> Path:
    path = Path(FILE) / folder / f"{FILE}.{to}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(make_form(form, to, Prefill(values, REFERENCE, locked=False)))
    return path


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def render(*options: object) -> Result:
    return run("render", "competentiebilan/samenvatting", FILE, "-o", "uit", "--on", "15/9/2026", *options)


def written(folder: str) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(Path(folder).rglob("*")) if path.is_file()}


def print_pdf(path: Path, password: str = "") -> str:
    reader = PdfReader(path, password=password or None)
    return "\n".join(page.extract_text() for page in reader.pages)


def metadata(path: Path, password: str = "") -> str:
    with pikepdf.open(path, password=password) as pdf:
        xmp = pdf.Root.Metadata.read_bytes().decode() if "/Metadata" in pdf.Root else ""
        return f"{dict(pdf.docinfo)} {xmp}"


def test_the_words_are_there_to_be_found() -> None:
    """The search itself: a word that leaked would be seen, and the document does hold them."""
    put(SAMENVATTING, FormFormat.XLSX, filled(SAMENVATTING))
    assert ExitCode.DONE == render().exit_code
    printed = print_pdf(Path("uit") / f"samenvatting-{REFERENCE}.pdf")
    held = find_words(SAMENVATTING, printed)
    asked = {key: value for key, value in nonsense(SAMENVATTING).items() if isinstance(value, str)}
    assert [] == [key for key, value in asked.items() if value not in held]


@pytest.mark.parametrize("to", FormFormat)
def test_rendering_says_and_leaves_nothing(to: FormFormat, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    put(SAMENVATTING, to, filled(SAMENVATTING))
    results = [render("--dry-run"), render(), render("--print", "alles.pdf"), render("--lang", "fr")]

    assert [ExitCode.DONE] * 4 == [result.exit_code for result in results]
    documents = [Path(path) for path in written("uit") if not path.endswith("manifest.jsonl")]
    assert len(documents) >= 2
    assert [] == find_words(SAMENVATTING, *(result.output for result in results), caplog.text)
    assert [] == find_words(SAMENVATTING, "\n".join(written("uit")), Path("uit/manifest.jsonl").read_bytes())
    assert [] == find_words(SAMENVATTING, *(metadata(path) for path in documents if path.suffix == ".pdf"))
    assert [] == find_words(SAMENVATTING, *(core_of(path) for path in documents if path.suffix == ".docx"))
    assert {} == written("tijdelijk")


def core_of(path: Path) -> bytes:
    """All parts of a Word file but its text."""
    with zipfile.ZipFile(path) as package:
        return b"".join(package.read(name) for name in package.namelist() if name != "word/document.xml")


def test_a_locked_summary_gives_nothing_away_and_has_no_open_copy() -> None:
    put(SAMENVATTING, FormFormat.XLSX, filled(SAMENVATTING))
    Path("woord.txt").write_text("Paardebloem-Trapezium-7\n", encoding="utf-8")
    result = render("--password-file", "woord.txt")

    assert ExitCode.DONE == result.exit_code, result.output
    files = written("uit")
    assert {f"uit/samenvatting-{REFERENCE}.pdf", "uit/manifest.jsonl"} == set(files)
    assert [] == find_words(SAMENVATTING, result.output, "\n".join(files), *files.values())
    assert b"Paardebloem" not in result.output.encode() + b"".join(files.values())
    locked = Path(f"uit/samenvatting-{REFERENCE}.pdf")
    assert [] == find_words(SAMENVATTING, metadata(locked, "Paardebloem-Trapezium-7"))
    assert find_words(SAMENVATTING, print_pdf(locked, "Paardebloem-Trapezium-7"))
    assert {} == written("tijdelijk")


@pytest.mark.parametrize(("form", "to"), FORMS)
def test_checking_says_which_rule_and_where_but_not_what(form: Form, to: FormFormat) -> None:
    """In order, with every choice unreadable, and with the days turned round."""
    put(form, to, filled(form))
    unreadable = {key: f"{FILE}{key}" for key, question in form.questions.items() if question.kind is Kind.CHOICE}
    put(form, FormFormat.XLSX, {**nonsense(form), **unreadable}, "twee")
    turned = {key: FIRST_DAY for key, question in form.questions.items() if question.kind is Kind.DATE}
    put(form, to, filled(form, **turned), "drie")
    reports = [Path("verslag") / f"v.{suffix}" for suffix in ("json", "html", "xlsx")]
    result = run("check", FILE, "--on", "15/9/2026", *(f"--report={path}" for path in reports), "--upload", "op")

    assert ExitCode.NOT_COMPLETE == result.exit_code, result.output
    assert [] == find_words(form, result.output, *(text_of(path) for path in reports), "\n".join(written("op")))
    assert REFERENCE in result.output
    assert {} == written("tijdelijk")


def text_of(path: Path) -> bytes:
    if path.suffix != ".xlsx":
        return path.read_bytes()
    cells = (str(cell) for sheet in load_workbook(path) for row in sheet.values for cell in row)
    return "\n".join(cells).encode()


@pytest.mark.parametrize(("form", "to"), FORMS)
def test_reading_gives_the_record_where_it_is_asked_for_alone(form: Form, to: FormFormat) -> None:
    source = put(form, to, filled(form))
    result = run("read", source, "-o", "records.json")

    assert ExitCode.DONE == result.exit_code, result.output
    assert len(find_words(form, Path("records.json").read_bytes())) > len(nonsense(form)) / 2
    assert [] == [word for word in find_words(form, result.output) if word != FILE]
    assert {} == written("tijdelijk")


def test_prefilled_forms_bear_their_reference_alone() -> None:
    asked = {key: value for key, value in nonsense(SAMENVATTING).items() if "__" not in key and isinstance(value, str)}
    lines = [
        ";".join(("referentie", *asked)),
        ";".join((REFERENCE, *asked.values())),
        ";".join(("CB-2", *asked.values())),
    ]
    Path(f"{FILE}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = run(
        "form", "competentiebilan/samenvatting", "-o", "formulieren", "--records", f"{FILE}.csv", "--to", "pdf"
    )

    assert ExitCode.DONE == result.exit_code, result.output
    made = written("formulieren")
    assert {f"formulieren/samenvatting-{REFERENCE}.pdf", "formulieren/samenvatting-CB-2.pdf"} == set(made)
    assert [] == find_words(SAMENVATTING, result.output, "\n".join(made))
    assert {} == written("tijdelijk")


REFUSED: Mapping[str, tuple[str, dict[str, Value | None]]] = {
    "no consent": ("instemming", {"instemming": None}),
    "consent to come": ("instemming", {"instemming": date(2031, 1, 7)}),
    "a part missing": ("drie-delen", {key: None for key in SAMENVATTING.questions if key.startswith("parcours")}),
    "feedback too early": ("feedbackgesprek", {"feedback": date(2022, 12, 31)}),
}


@pytest.mark.parametrize(("rule", "changes"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_names_the_rule_and_no_word(rule: str, changes: dict[str, Value | None]) -> None:
    values = {key: value for key, value in {**filled(SAMENVATTING), **changes}.items() if value is not None}
    put(SAMENVATTING, FormFormat.DOCX, values)
    results = [render(), render("--debug")]

    assert [ExitCode.NOT_COMPLETE] * 2 == [result.exit_code for result in results]
    assert all(f"{REFERENCE}: " in result.output and f"(regel {rule})" in result.output for result in results)
    assert [] == find_words(SAMENVATTING, *(result.output for result in results), "\n".join(written("uit")))
    assert [] == find_words(SAMENVATTING, Path("uit/manifest.jsonl").read_bytes())


def broken(kind: str) -> bytes:
    """A form that came back damaged, or a list that is none."""
    whole = make_form(SAMENVATTING, FormFormat.XLSX, Prefill(filled(SAMENVATTING), REFERENCE, locked=False))
    pdf = make_form(SAMENVATTING, FormFormat.PDF, Prefill(filled(SAMENVATTING), REFERENCE, locked=False))
    words = ";".join(str(value) for value in nonsense(SAMENVATTING).values())
    return {
        "cut workbook": whole[: len(whole) // 2],
        "workbook without a sheet": _without(whole, "xl/worksheets/sheet1.xml"),
        "cut pdf": pdf[: len(pdf) // 2],
        "stray list": f"deelnemer;begeleider\n{words}\n".encode(),
        "list with strange headings": f"{words}\n1;2\n".encode(),
        "broken json": f'[{{"deelnemer": "{words}"'.encode(),
        "other json": f'{{"docgen": "1", "dossiers": [{{"dossier": "{words}"}}]}}'.encode(),
        "letter": words.encode(),
        "page": f"<html><title>{words}</title></html>".encode(),
        "empty": b"",
    }[kind]


def _without(package: bytes, name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(buffer, "w") as target:
        for item in source.namelist():
            if item != name:
                target.writestr(item, source.read(item))
    return buffer.getvalue()


@pytest.mark.parametrize(
    "kind",
    ["cut workbook", "workbook without a sheet", "cut pdf", "stray list", "list with strange headings", "broken json",
     "other json", "letter", "page", "empty"],
)  # fmt: skip
def test_broken_input_is_told_of_without_a_word_of_it(kind: str) -> None:
    path = Path(FILE) / f"{FILE}.xlsx"
    path.parent.mkdir()
    path.write_bytes(broken(kind))
    said = [
        run("render", "competentiebilan/samenvatting", path, "-o", "uit", "--on", "15/9/2026"),
        render("--debug"),
        run("form", "competentiebilan/samenvatting", "-o", "formulieren", "--records", path),
        run("read", path, "-o", "records.json"),
        run("check", FILE, "--on", "15/9/2026"),
    ]

    assert ExitCode.BUG not in [result.exit_code for result in said]
    held = [word for result in said for word in find_words(SAMENVATTING, result.output)]
    assert [] == [word for word in held if word != FILE]
    assert [] == find_words(SAMENVATTING, said[0].output, said[1].output, said[2].output)
    assert {} == written("tijdelijk")


def test_verifying_says_nothing_of_a_person() -> None:
    put(SAMENVATTING, FormFormat.XLSX, filled(SAMENVATTING))
    render()
    result = run("verify", f"uit/samenvatting-{REFERENCE}.pdf", f"uit/samenvatting-{REFERENCE}.docx")
    assert [] == find_words(SAMENVATTING, result.output)


def test_a_sign_that_cannot_be_printed_is_told_by_its_field() -> None:
    put(SAMENVATTING, FormFormat.XLSX, filled(SAMENVATTING, weten="Kwibhieroglief \U00013000"))
    result = render("--to", "pdf")

    assert ExitCode.NOT_COMPLETE == result.exit_code, result.output
    assert "Kwibhieroglief" not in result.output
    assert "\U00013000" not in result.output
    assert [] == find_words(SAMENVATTING, result.output)


def test_several_processes_say_no_more_than_one() -> None:
    put(SAMENVATTING, FormFormat.XLSX, filled(SAMENVATTING))
    result = render("--workers", "2")

    assert ExitCode.DONE == result.exit_code, result.output
    assert [] == find_words(SAMENVATTING, result.output, "\n".join(written("uit")))
    assert {} == written("tijdelijk")
