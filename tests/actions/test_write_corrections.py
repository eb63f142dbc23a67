"""What goes back to the sender of a dossier that is not complete."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import openpyxl
from PIL import Image
from pypdf import PdfReader

from docgen.actions.check_dossiers import Desk, check_dossiers
from docgen.actions.collect_dossiers import collect_dossiers
from docgen.actions.write_corrections import Corrections, write_corrections
from docgen.catalogue import find_shipped
from docgen.formats.blank import FormFormat
from docgen.settings import Organisatie, Settings, read_settings
from made_dossier import PEILDATUM, complete_files, made_form, made_rl1, put_files, put_settings

EMPTY_FUNCTION = ("mentor_functie",)
OFFICE = Settings(organisatie=Organisatie(naam="Voorbeelddienst", email="post@voorbeeld.example"))


def correct(root: Path) -> Corrections:
    dossiers = collect_dossiers([root / "d"])
    report = check_dossiers(dossiers, Desk(PEILDATUM, read_settings(put_settings(root))))
    return write_corrections(report, dossiers, root / "terug", OFFICE)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def put(root: Path, name: str = "zoe voorbeeld", **changes: bytes | None) -> dict[str, bytes]:
    """A dossier whose form lacks the mentor's function, with other files."""
    files = complete_files() | {"formulier.xlsx": made_form("Zoë Voorbeeld", without=EMPTY_FUNCTION)}
    files |= {key.replace("__", "."): data for key, data in changes.items() if data is not None}
    for key, data in changes.items():
        if data is None:
            del files[key.replace("__", ".")]
    put_files(root / "d" / name, files)
    return files


def test_the_dossier_goes_back_with_its_form_marked_and_a_letter(tmp_path):
    files = put(tmp_path)
    assert correct(tmp_path) == Corrections({"zoe voorbeeld": tmp_path / "terug" / "zoe-voorbeeld"})
    written = contents(tmp_path / "terug" / "zoe-voorbeeld")
    assert set(written) == {"brief.txt", "brief.html", "nazicht.json", *files}
    assert (written["rl1.pdf"], written["betaling.pdf"]) == (files["rl1.pdf"], files["betaling.pdf"])
    sheet = openpyxl.load_workbook(io.BytesIO(written["formulier.xlsx"]))["Verantwoordingsdocument"]
    assert [cell.coordinate for row in sheet for cell in row if cell.comment] == ["E11"]
    letter = written["brief.txt"].decode()
    assert "1. “Naam en functie van de mentor: functie” is niet ingevuld." in " ".join(letter.split())
    assert "Waarom: Handleiding § 9" in letter
    assert "“rl1.pdf”: ongewijzigd, zonder opmerkingen." in letter
    assert "Zoë Voorbeeld" in letter


def test_the_originals_stay_as_they_are(tmp_path):
    files = put(tmp_path)
    correct(tmp_path)
    assert contents(tmp_path / "d" / "zoe voorbeeld") == files


def test_a_complete_dossier_gets_nothing(tmp_path):
    put_files(tmp_path / "d" / "zoe", complete_files())
    assert correct(tmp_path) == Corrections({})
    assert not (tmp_path / "terug").exists()


def test_a_dossier_that_only_asks_attention_goes_back_too(tmp_path):
    files = complete_files() | {"prijslijst.pdf": made_rl1("x")[:40]}
    put_files(tmp_path / "d" / "zoe", files)
    letter = (correct(tmp_path).folders["zoe"] / "brief.txt").read_text(encoding="utf-8")
    assert "nog na te kijken" in letter
    assert "NODIG OM VERDER" not in letter


def test_pdf_and_word_forms_are_marked_as_well(tmp_path):
    for to in (FormFormat.PDF, FormFormat.DOCX):
        form = made_form("Zoë Voorbeeld", to, without=EMPTY_FUNCTION)
        put(tmp_path, f"zoe {to}", **{"formulier__xlsx": None, f"formulier__{to}": form})
    folders = correct(tmp_path).folders
    pdf = PdfReader(folders["zoe pdf"] / "formulier.pdf")
    notes = [item.get_object() for page in pdf.pages for item in page.get("/Annots", ())]
    assert [note["/T"] for note in notes if note["/Subtype"] == "/Text"] == ["Nazicht"]
    with zipfile.ZipFile(folders["zoe docx"] / "formulier.docx") as word:
        assert word.read("word/comments.xml").count(b"<w:comment ") == 1


def test_a_form_that_is_signed_is_not_touched_and_its_remarks_lie_beside_it(tmp_path):
    form = made_form("Zoë Voorbeeld", without=EMPTY_FUNCTION)
    target = io.BytesIO(form)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<x/>")
    put(tmp_path, formulier__xlsx=target.getvalue())
    written = contents(correct(tmp_path).folders["zoe voorbeeld"])
    assert written["formulier.xlsx"] == target.getvalue()
    assert "is niet ingevuld" in PdfReader(io.BytesIO(written["formulier-opmerkingen.pdf"])).pages[0].extract_text()
    letter = " ".join(written["brief.txt"].decode().split())
    assert "Wij hebben het niet aangeraakt; de opmerkingen staan in “formulier-opmerkingen.pdf”." in letter
    assert "opnieuw ondertekend" in letter


def test_what_cannot_be_marked_gets_its_remarks_in_the_letter_only(tmp_path):
    photo = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(photo, "PNG")
    put(tmp_path, rl1__pdf=None, **{"rl1 foto__png": photo.getvalue()})
    written = contents(correct(tmp_path).folders["zoe voorbeeld"])
    assert written["rl1-foto.png"] == photo.getvalue()
    letter = " ".join(written["brief.txt"].decode().split())
    assert "“rl1-foto.png”: ongewijzigd; wat erover te zeggen is, staat hierboven." in letter


def test_a_zip_is_unpacked_into_the_folder(tmp_path):
    files = complete_files() | {"formulier.xlsx": made_form("Zoë Voorbeeld", without=EMPTY_FUNCTION)}
    (tmp_path / "d").mkdir()
    with zipfile.ZipFile(tmp_path / "d" / "zoe.zip", "w") as archive:
        for name, data in files.items():
            archive.writestr(f"map/{name}", data)
    assert set(contents(correct(tmp_path).folders["zoe.zip"])) == {
        "brief.txt", "brief.html", "nazicht.json", "map-formulier.xlsx", "map-rl1.pdf", "map-betaling.pdf",
    }  # fmt: skip


def test_names_that_clash_with_ours_or_are_unsafe_are_made_safe(tmp_path):
    put(
        tmp_path,
        "zoé & co",
        **{"brief__txt": b"Beste, hierbij mijn stukken.", "-rf 'x'__pdf": made_rl1("Zoë Voorbeeld")},
    )
    folder = correct(tmp_path).folders["zoé & co"]
    assert folder.name == "zoe-co"
    assert {"brief-2.txt", "rf-x.pdf"} <= set(contents(folder))


def test_the_memory_holds_the_findings_but_not_the_record(tmp_path):
    put(tmp_path)
    memory = json.loads((correct(tmp_path).folders["zoe voorbeeld"] / "nazicht.json").read_text(encoding="utf-8"))
    (dossier,) = memory["dossiers"]
    assert (memory["own_files"], dossier["dossier"], dossier["record"]) == (
        ["brief.txt", "brief.html"], "zoe voorbeeld", None,
    )  # fmt: skip
    assert "algemene-informatie-ingevuld" in {finding["rule"] for finding in dossier["findings"]}


def test_the_same_dossier_gives_the_same_bytes_and_writing_twice_is_no_fault(tmp_path):
    put(tmp_path)
    first = contents(correct(tmp_path).folders["zoe voorbeeld"])
    again = correct(tmp_path)
    assert again.faults == ()
    assert contents(again.folders["zoe voorbeeld"]) == first


def test_a_folder_that_was_worked_in_is_not_overwritten_and_the_others_are_written(tmp_path):
    put(tmp_path)
    put(tmp_path, "bo")
    (correct(tmp_path).folders["zoe voorbeeld"] / "rl1.pdf").write_bytes(b"verbeterd")
    again = correct(tmp_path)
    assert set(again.folders) == {"bo"}
    assert "bestaat al met een andere inhoud" in again.faults[0]


def test_a_file_that_changed_since_the_check_is_not_marked(tmp_path):
    put(tmp_path)
    dossiers = collect_dossiers([tmp_path / "d"])
    report = check_dossiers(dossiers, Desk(PEILDATUM))
    (tmp_path / "d" / "zoe voorbeeld" / "rl1.pdf").write_bytes(made_rl1("Iemand Anders"))
    written = write_corrections(report, dossiers, tmp_path / "terug", OFFICE)
    assert (written.folders, "sinds het nazicht gewijzigd" in written.faults[0]) == ({}, True)


def test_a_confidential_dossier_goes_back_under_its_reference_only(tmp_path):
    samples = find_shipped("samples") / "competentiebilan"
    cases = [path.parent / "input" for path in samples.glob("*/expected.json")]
    dossiers = collect_dossiers(cases)
    report = check_dossiers(dossiers, Desk(PEILDATUM))
    written = write_corrections(report, dossiers, tmp_path / "terug", OFFICE)
    marked = {name: folder for name, folder in written.folders.items() if list(folder.glob("*.xlsx"))}
    assert marked
    for name, folder in marked.items():
        files = {path.name for path in folder.iterdir()} - {"brief.txt", "brief.html", "nazicht.json"}
        assert {file.split("-bestand-")[0] for file in files} == {folder.name}, name


def test_the_attachments_of_an_e_mail_go_back_without_the_mail_itself(tmp_path):
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "fientje@voorbeeld.example", "Mijn dossier"
    mail.set_content("Beste, hierbij mijn dossier.")
    files = complete_files() | {"formulier.xlsx": made_form("Zoë Voorbeeld", without=EMPTY_FUNCTION)}
    for name, data in files.items():
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    put_files(tmp_path / "d" / "zoe", {"bericht.eml": mail.as_bytes()})
    written = contents(correct(tmp_path).folders["zoe"])
    assert set(written) == {
        "brief.txt", "brief.html", "nazicht.json", "bericht.eml-formulier.xlsx", "bericht.eml-rl1.pdf",
        "bericht.eml-betaling.pdf",
    }  # fmt: skip
    sheet = openpyxl.load_workbook(io.BytesIO(written["bericht.eml-formulier.xlsx"]))["Verantwoordingsdocument"]
    assert sheet["E11"].comment is not None
