"""LibreOffice Writer opens our forms and saves them again: tags go, bookmarks stay, the record is the same."""

import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.docx.blank import make_blank
from docgen.formats.docx.filled import read_filled
from docgen.formats.docx.package import Package, w
from docgen.model.form import Kind
from docgen.model.record import Prefill, Value, flatten_record, read_record
from docgen.model.value import RawForm
from formats.docx.edit import edit, fill
from formats.docx.word import open_word
from programs import need

HOSTILE = ("<b> & ]]>", "=1+1", "{{ x }}", "Łoś–D’Hoore “€”", "שלום", "😀 👩‍🏫", "a  b", "-rf", "ja", "1/2")


def value_for(number: int, kind: Kind, choices: tuple[str, ...]) -> Value:
    if kind is Kind.DATE:
        return date(2025, 9, 1) + timedelta(days=number)
    if kind is Kind.CHOICE:
        return choices[number % len(choices)]
    text = HOSTILE[number % len(HOSTILE)]
    return f"{text}\ntweede\tregel {number}\n\nslot" if kind is Kind.LONG_TEXT else f"{text} {number}"


EVERYTHING = {key: value_for(n, q.kind, q.choices) for n, (key, q) in enumerate(FORM.questions.items())}
TYPED = {"naam_deelnemer": "Proef Persoon", "startdatum": "1 september 2025", "initiatieven__2__aanwezigheid": "neen"}
FORMS = {
    "leeg": make_blank(FORM, Prefill()),
    "alles": make_blank(FORM, Prefill(EVERYTHING, reference="R-1")),
    "getypt": edit(make_blank(FORM, Prefill({"scholengroep": "Groep <1>"})), fill(TYPED)),
}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Each form opened in Writer and saved, and that file opened and saved once more."""
    folder, out, again = (tmp_path_factory.mktemp(name) for name in ("forms", "saved", "again"))
    for name, data in FORMS.items():
        (folder / f"{name}.docx").write_bytes(data)
    convert(folder, out)
    convert(out, again)
    first = {path.stem: path.read_bytes() for path in out.glob("*.docx")}
    return first | {f"{path.stem} tweemaal": path.read_bytes() for path in again.glob("*.docx")}


def convert(folder: Path, out: Path) -> None:
    profile = f"-env:UserInstallation=file://{out}/profile"
    command = [need("soffice"), profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out)]
    subprocess.run([*command, *sorted(map(str, folder.glob("*.docx")))], check=True, capture_output=True, timeout=180)


def raw(data: bytes) -> RawForm:
    found = read_filled(data, "a.docx", [FORM])
    assert found is not None
    return found


@pytest.mark.parametrize("times", ["", " tweemaal"])
@pytest.mark.parametrize("name", FORMS)
def test_the_record_is_the_same_and_nothing_is_doubted(saved: dict[str, bytes], name: str, times: str):
    before, after = raw(FORMS[name]), raw(saved[name + times])
    expected, reading = (read_record(FORM, found, "a.docx") for found in (before, after))
    assert (flatten_record(expected.record), ()) == (flatten_record(reading.record), reading.problems)
    assert (before.identity, before.prefilled, before.signatures) == (after.identity, after.prefilled, after.signatures)
    assert {key: place.spot for key, place in expected.places.items()} == {
        key: place.spot for key, place in reading.places.items()
    }


def test_writer_drops_every_tag_so_it_is_the_bookmarks_that_were_read(saved: dict[str, bytes]):
    root = Package(saved["alles"]).parse("word/document.xml")
    assert 0 == len(list(root.iter(w("tag"))))
    assert set(FORM.questions) <= {mark.get(w("name")) for mark in root.iter(w("bookmarkStart"))}


def test_title_and_language_survive(saved: dict[str, bytes]):
    properties = open_word(saved["leeg"]).core_properties
    assert (FORM.title, "nl-BE") == (properties.title, properties.language)


def test_what_is_typed_into_the_controls_in_writer_is_read_and_not_doubted(tmp_path: Path):
    typed = {
        "naam_deelnemer": ("typ hier", "Proef Persoon"),
        "startdatum": ("dd/mm/jjjj", "1/9/2025"),
        "contactmomenten__1__aanwezigheid": ("ja / neen", "ja"),
        "contactmomenten__20__thema": ("kies of typ", "eigen thema"),
        "contactmomenten__20__opmerkingen": ("typ hier", "laatste rij"),
        "handtekening_mentor": ("handtekening", "Mevrouw Mentor"),
    }
    (tmp_path / "leeg.docx").write_bytes(FORMS["leeg"])
    script = Path(__file__).with_name("type_in_writer.py")
    lines = [f"{key}={hint}={text}" for key, (hint, text) in typed.items()]
    places = [tmp_path / "leeg.docx", tmp_path / "getypt.docx", tmp_path / "profile"]
    need("soffice")
    subprocess.run([python_of_writer(), script, *places, *lines], check=True, capture_output=True, timeout=180)
    reading = read_record(FORM, raw((tmp_path / "getypt.docx").read_bytes()), "a.docx")
    expected = {key: text for key, (_, text) in typed.items()}
    first_row = {"contactmomenten__1__thema": "school organisatorisch"}
    assert {**expected, **first_row, "startdatum": date(2025, 9, 1)} == flatten_record(reading.record)
    assert () == reading.problems


def python_of_writer() -> str:
    """A Python that can steer Writer: the system's own, not the one of the tests."""
    for path in ("/usr/bin/python3", "/usr/lib/libreoffice/program/python"):
        if (
            Path(path).exists()
            and subprocess.run([path, "-c", "import uno"], check=False, capture_output=True).returncode == 0
        ):
            return path
    return need("python-with-uno")
