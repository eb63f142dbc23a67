"""A Word template that someone changes in LibreOffice Writer goes through check, Word and PDF as the README says."""

from __future__ import annotations

import shutil
import subprocess
import warnings
import zipfile
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from complete import make_dossier, make_record, write_report
from docgen.cli import main
from docgen.errors import ExitCode
from docgen.shipped import find_shipped
from formats.docx.test_writer import python_of_writer
from formats.docx.word import text_of
from formats.pdf.places import place_of, read_words
from programs import need
from verapdf import assert_conforms

LETTER = "jobtraining/begeleidende-brief"
SCRIPT = Path(__file__).parents[1] / "formats" / "docx" / "change_in_writer.py"
TYPED = "type::Geachte algemeen::Deze brief gaat over {{ aantal }} certificaten voor {{ scholengroep }}."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with its own copy of the letter, two dossiers, and their certificates already made."""
    monkeypatch.chdir(tmp_path)
    paths = '[paden]\ncertificaatregister = "r.sqlite"\nsjablonen = "sjablonen"\n'
    about = '[organisatie]\nnaam = "Dienst Voorbeeld"\nplaats = "Voorbeeldegem"\nemail = "dienst@voorbeeld.example"\n'
    (tmp_path / "docgen.toml").write_text(about + paths, encoding="utf-8")
    shutil.copytree(find_shipped("templates") / LETTER, tmp_path / "sjablonen" / LETTER)
    write_report(
        tmp_path / "verslag.json", [make_dossier(make_record(name)) for name in ("An Voorbeeld", "Bo Testers")]
    )
    for name, colour in (("logo.png", "#1f4e79"), ("ander.png", "#c00000")):
        Image.new("RGB", (120, 60), colour).save(tmp_path / name)
    run("render", "jobtraining/certificaat", "verslag.json", "-o", "uit", "--on", "3/7/2026", "--to", "docx")
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, list(args))


def render(formats: str) -> Result:
    return run("render", LETTER, "verslag.json", "-o", "brieven", "--on", "3/7/2026", "--to", formats)


def change(folder: Path, *steps: str) -> None:
    """Open the template in Writer, do these steps, and save it as Word."""
    need("soffice")
    template = folder / "sjablonen" / LETTER / "nl.docx"
    places = [template, folder / "nieuw.docx", folder / "profile"]
    subprocess.run([python_of_writer(), SCRIPT, *places, *steps], check=True, capture_output=True, timeout=180)
    shutil.move(folder / "nieuw.docx", template)


def test_what_writer_changed_stands_in_word_and_in_an_accessible_pdf(folder: Path) -> None:
    table, logo = "table::Van zodra", f"logo::{folder}/logo.png::Logo van de dienst"
    change(folder, TYPED, "font::nagekeken::Arial", table, logo)
    change(folder, f"other::{folder}/ander.png")

    assert "nl.docx: in orde." in run("template", "check", "sjablonen").stdout
    assert ExitCode.DONE == render("docx,pdf").exit_code
    (word,), (path,) = (list((folder / "brieven").glob(f"*.{suffix}")) for suffix in ("docx", "pdf"))
    sentence = "Deze brief gaat over 2 certificaten voor Scholengroep 99."
    assert sentence in text_of(word.read_bytes())
    pdf = path.read_bytes()
    assert sentence in " ".join(each.text for each in read_words(pdf))
    assert place_of(pdf, "zodra")[2] < place_of(pdf, "Nummer")[2] < place_of(pdf, "vriendelijke")[2]
    with pikepdf.open(path) as opened:
        fonts = {str(font.BaseFont).partition("+")[2] for font in opened.pages[0].Resources.Font.values()}
        tags = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"]
        images = [pikepdf.PdfImage(image).as_pil_image() for image in opened.pages[0].get_images().values()]
    assert "LiberationSans" in fonts
    assert ["Logo van de dienst"] == [str(tag.Alt) for tag in tags]
    assert [(192, 0, 0)] == [image.convert("RGB").getpixel((0, 0)) for image in images]
    assert_conforms([path], ("ua1", "3a"))


def test_all_faults_of_a_change_are_told_at_once_with_place_words_and_mend(folder: Path) -> None:
    typed = "type::Geachte algemeen::Over {{ scholengroepp }} en {{ 'x' if aantal == “een” else 'y' }} {{ datum"
    change(folder, typed, "font::nagekeken::Comic Sans MS", f"logo::{folder}/logo.png::")

    told = run("template", "check", "sjablonen")
    assert ExitCode.SETUP == told.exit_code
    lines = [line for line in told.output.splitlines() if "alinea" in line]
    expected = (
        "een afbeelding heeft geen beschrijving; klik er in Word op en kies “Alternatieve tekst”",
        "de naam “scholengroepp” bestaat niet; bedoelt u “scholengroep”?",
        "gekrulde aanhalingstekens in een tag; typ rechte aanhalingstekens",
        "“{{” wordt in deze alinea niet gesloten met “}}”",
        "het lettertype “Comic Sans MS” is er niet voor de PDF; kies Calibri, Arial",
    )
    missing = [each for each in expected if not any(each in line and ", tekst, alinea " in line for line in lines)]
    assert [] == missing
    assert ExitCode.SETUP == render("pdf").exit_code
    assert not list(folder.glob("brieven/*.pdf"))


def test_a_font_that_only_the_pdf_lacks_does_not_keep_word_from_being_made(folder: Path) -> None:
    change(folder, "font::nagekeken::Comic Sans MS")
    assert ExitCode.DONE == render("docx").exit_code
    refused = render("pdf")
    assert ExitCode.SETUP == refused.exit_code
    assert "“Comic Sans MS”" in refused.output
    assert "--pdf-engine libreoffice" in refused.output


def test_a_file_with_a_part_twice_is_refused_by_its_name(folder: Path) -> None:
    template = folder / "sjablonen" / LETTER / "nl.docx"
    with zipfile.ZipFile(template, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        archive.writestr("word/header1.xml", archive.read("word/header1.xml"))

    for told in (run("template", "check", "sjablonen"), render("docx")):
        assert ExitCode.SETUP == told.exit_code
        assert f"{LETTER}/nl.docx: Het Word-sjabloon is onveilig opgebouwd" in told.output
        assert "maak het opnieuw" in told.output
