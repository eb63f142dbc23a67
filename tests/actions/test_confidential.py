"""What a confidential family is given shows in its documents and nowhere else; every field holds a nonsense word."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from docx import Document as WordDocument
from openpyxl import load_workbook
from pypdf import PdfReader

from docgen.cli import main
from docgen.errors import ExitCode
from docgen.formats.blank import FormFormat, make_form
from docgen.model.family import Family
from docgen.model.record import Prefill
from made_templates import put_templates

Families = Mapping[str, Family]
#: Nobody writes these by accident; they stand in every field, in file names and in headings.
NAME, SECRET, FILE = "Kwibberzanger", "Flonkerwoezel", "Drabbelstoor"
WORDS = (NAME, SECRET, FILE)


@pytest.fixture(autouse=True)
def folder(made_families: Families, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk whose temporary files lie where the test can look."""
    put_templates(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tijdelijk").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tijdelijk"))
    assert "dagboek" in made_families
    return tmp_path


def put_form(path: Path, families: Families, *, reference: str | None = "D-7", **changes: str | date) -> Path:
    values: dict[str, str | date] = {"schrijver": NAME, "geheim": SECRET, **changes}
    form = families["dagboek"].forms[0]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(make_form(form, FormFormat.XLSX, Prefill(values, reference, locked=False)))
    return path


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def render(*sources: Path, options: tuple[str, ...] = ()) -> Result:
    return run("render", "dagboek/uittreksel", *sources, "-o", "uit", "--on", "1/9/2026", *options)


def find_words(text: str | bytes) -> list[str]:
    held = text if isinstance(text, bytes) else text.encode()
    return [word for word in WORDS if word.lower().encode() in held.lower()]


def written(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_document_is_named_by_its_reference_and_the_words_stand_in_it(made_families: Families, folder: Path) -> None:
    result = render(put_form(folder / FILE / f"{FILE}.xlsx", made_families))

    assert ExitCode.DONE == result.exit_code, result.output
    assert {"uittreksel-D-7.docx", "uittreksel-D-7.pdf", "manifest.jsonl"} == set(written(folder / "uit"))
    text = "\n".join(p.text for p in WordDocument(str(folder / "uit" / "uittreksel-D-7.docx")).paragraphs)
    assert f"{NAME} verbergt {SECRET}." in text
    assert f"{NAME} verbergt {SECRET}." in PdfReader(folder / "uit" / "uittreksel-D-7.pdf").pages[0].extract_text()


def test_nothing_but_the_document_holds_the_words(made_families: Families, folder: Path) -> None:
    source = put_form(folder / FILE / f"{FILE}.xlsx", made_families)
    results = [render(source), render(source, options=("--dry-run",)), render(folder / FILE)]

    assert [] == find_words("".join(result.output for result in results))
    assert [] == find_words((folder / "uit" / "manifest.jsonl").read_bytes())
    assert {} == written(folder / "tijdelijk")
    with pikepdf.open(folder / "uit" / "uittreksel-D-7.pdf") as pdf:
        assert [] == find_words(str(dict(pdf.docinfo)) + pdf.Root.Metadata.read_bytes().decode())
    core = WordDocument(io.BytesIO((folder / "uit" / "uittreksel-D-7.docx").read_bytes())).core_properties
    assert [] == find_words(f"{core.title} {core.author} {core.subject} {core.keywords} {core.comments}")


def test_a_form_without_a_reference_gets_one_that_says_nothing_and_stays_the_same(
    made_families: Families, folder: Path
) -> None:
    source = put_form(folder / f"{FILE}.xlsx", made_families, reference=None)

    render(source, options=("--to", "pdf"))
    render(source, options=("--to", "pdf"))

    (document,) = (folder / "uit").glob("*.pdf")
    assert document.stem.startswith("uittreksel-dossier-")
    assert [] == find_words(document.name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lijst.csv", f"referentie;schrijver;geheim;dag;{FILE}\nD-1;{NAME};{SECRET};de {SECRET} dag;x\n"),
        ("lijst.csv", f"schrijver;geheim\n{NAME};\n"),
        ("lijst.csv", f"schrijver;geheimm\n{NAME};{SECRET}\n"),
        ("lijst.json", json.dumps([{"schrijver": NAME, "dag": SECRET, FILE: 1}])),
        ("lijst.json", f'{{"schrijver": "{NAME}"'),
        ("lijst.json", json.dumps({"docgen": "1", "peildatum": "2026-01-01", "dossiers": [], FILE: NAME})),
        ("brief.txt", f"Geachte {NAME}, hierbij {SECRET}."),
        ("leeg.xlsx", b"PK\x03\x04"),
    ],
)
def test_whatever_is_wrong_with_a_source_no_word_of_it_is_said(folder: Path, name: str, content: str | bytes) -> None:
    source = folder / FILE / f"{FILE}-{name}"
    source.parent.mkdir()
    source.write_bytes(content if isinstance(content, bytes) else content.encode())

    for given in (source, source.parent):
        assert [] == find_words(render(given).output)
        # No family recognises it, so nothing says that the file's name is a secret.
        assert set(find_words(run("check", given).output)) <= {FILE}


def test_a_source_that_is_not_there_is_called_by_its_position(folder: Path) -> None:
    result = render(folder / f"{FILE}.xlsx")

    assert ExitCode.WRONG_USE == result.exit_code
    assert [] == find_words(result.output)
    assert "Bron 1 bestaat niet" in result.output


def test_a_report_says_which_rule_and_where_but_not_what(made_families: Families, folder: Path) -> None:
    put_form(folder / FILE / "een" / f"{FILE}.xlsx", made_families, dag=f"de {SECRET} dag")
    put_form(folder / FILE / "twee" / f"{FILE}.xlsx", made_families, geheim="", reference="D-8")
    (folder / FILE / "twee" / f"{NAME}.txt").write_text(NAME, encoding="utf-8")
    reports = [folder / "verslag" / f"v.{suffix}" for suffix in ("json", "html", "xlsx")]

    result = run("check", folder / FILE, *(f"--report={path}" for path in reports))

    assert [] == find_words(result.output)
    assert "D-7" in result.output
    found = json.loads(reports[0].read_text(encoding="utf-8"))
    assert [("D-7", "na-te-kijken"), ("D-8", "onvolledig")] == [
        (dossier["dossier"], dossier["verdict"]) for dossier in found["dossiers"]
    ]
    assert ["onleesbaar-veld"] == [finding["rule"] for finding in found["dossiers"][0]["findings"]]
    assert [None, None] == [dossier["record"] for dossier in found["dossiers"]]
    for path in reports:
        held = path.read_bytes() if path.suffix != ".xlsx" else "".join(map(str, read_sheets(path))).encode()
        assert [] == find_words(held)


def read_sheets(path: Path) -> list[object]:
    return [cell for sheet in load_workbook(path) for row in sheet.values for cell in row]


def test_prefilled_forms_are_named_by_their_reference(folder: Path) -> None:
    (folder / "lijst.csv").write_text(
        f"referentie;schrijver;geheim;dag\nD-1;{NAME};{SECRET};1/9/2026\nD-2;{NAME};x;{SECRET}\n", encoding="utf-8"
    )

    result = run("form", "dagboek/bladzijde", "-o", "formulieren", "--records", "lijst.csv")

    assert [] == find_words(result.output)
    assert ["bladzijde-D-1.xlsx"] == list(written(folder / "formulieren"))


def test_libreoffice_gets_no_confidential_document(made_families: Families, folder: Path) -> None:
    result = render(put_form(folder / "blad.xlsx", made_families), options=("--pdf-engine", "libreoffice"))

    assert ExitCode.WRONG_USE == result.exit_code
    assert not (folder / "uit").exists()


def test_a_template_may_not_put_a_value_in_the_name_of_a_file(made_families: Families, folder: Path) -> None:
    description = folder / "sjablonen" / "dagboek" / "uittreksel" / "document.toml"
    description.write_text(description.read_text("utf-8").replace("{referentie}", "{schrijver}"), encoding="utf-8")

    result = render(put_form(folder / "blad.xlsx", made_families))

    assert ExitCode.SETUP == result.exit_code
    assert not (folder / "uit").exists()
