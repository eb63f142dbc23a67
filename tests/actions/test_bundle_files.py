"""Each document of a complete dossier once in the bundle, however the files that arrived held them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import replace

import pikepdf
import pypdf
import pytest
from pikepdf import Dictionary, Name, String
from PIL import Image

from docgen.actions.bundle_files import make_bundle
from docgen.actions.check_dossiers import open_contents
from docgen.actions.dossier_file import DossierFile
from docgen.errors import SetupError
from docgen.families.discover import find_families
from docgen.formats.blank import FormFormat
from docgen.model.report import FileSeen
from docgen.model.value import RawForm
from docgen.reports.receipt import Bundled
from made_dossier import made_form, made_payment, made_rl1
from made_report import make_complete

NAME = "Zoë Voorbeeld"
FORM, RL1, PAYMENT = "verantwoordingsdocument", "rl1", "betalingsbewijs"


def join(*documents: bytes) -> bytes:
    writer = pypdf.PdfWriter()
    for data in documents:
        writer.append(io.BytesIO(data))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


ALL = join(made_payment(NAME), made_rl1(NAME), made_form(NAME, FormFormat.PDF))


def bundle(files: Mapping[str, bytes], *seen: tuple[str, str, str], form: str | None = None):
    """The bundle of files in which these documents were seen: file, kind, part."""
    known = [FileSeen(name, kind, hashlib.sha256(files[name]).hexdigest(), part) for name, kind, part in seen]
    return make_bundle(replace(make_complete(), files=tuple(known), form=form), files)


def seen_in(name: str, data: bytes) -> list[tuple[str, str, str]]:
    """The documents that a check sees in a file."""
    family = find_families()["jobtraining"]
    found = [*open_contents([DossierFile(name, data)], [family])]
    kinds = [FORM if isinstance(each.found, RawForm) else family.kind_of(each.found) for each in found]
    return [(name, kind, each.part) for kind, each in zip(kinds, found, strict=True)]


def text(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def test_a_pdf_with_everything_becomes_a_file_for_each_document():
    made, files = bundle({"alles.pdf": ALL}, *seen_in("alles.pdf", ALL))
    assert ["1-verantwoordingsdocument.pdf", "2-rl1.pdf", "3-betalingsbewijs.pdf"] == sorted(made)
    assert [Bundled.CUT] * 3 == [file.how for file in files]
    assert [hashlib.sha256(made[file.name]).hexdigest() for file in files] == [file.sha256 for file in files]
    assert text(made_rl1(NAME)) == text(made["2-rl1.pdf"])
    assert text(made_payment(NAME)) == text(made["3-betalingsbewijs.pdf"])
    (form,) = open_contents([DossierFile("f.pdf", made["1-verantwoordingsdocument.pdf"])], find_families().values())
    assert NAME == form.found.values["naam_deelnemer"].value


def test_of_a_signed_pdf_with_everything_the_whole_stands_once_under_all_names():
    def sign(pdf: pikepdf.Pdf) -> bytes:
        field = next(each for each in pdf.Root.AcroForm.Fields if each.T == "handtekening_mentor")
        field.V = Dictionary(Type=Name.Sig, ByteRange=[0, 1, 2, 3], Contents=String("x"))
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()

    signed = sign(pikepdf.open(io.BytesIO(ALL)))
    made, (file,) = bundle({"alles.pdf": signed}, *seen_in("alles.pdf", ALL))
    assert {"1-verantwoordingsdocument-2-rl1-3-betalingsbewijs.pdf": signed} == made
    assert (Bundled.TOGETHER, 3) == (file.how, len(file.sources))


def test_photos_of_one_document_become_one_file():
    out = io.BytesIO()
    Image.new("RGB", (60, 80), "red").save(out, "JPEG")
    files = {"IMG_1.jpg": out.getvalue(), "IMG_2.jpg": out.getvalue() + b" ", "IMG_3.jpg": out.getvalue() + b"  "}
    made, (file,) = bundle(
        files,
        ("IMG_1.jpg", RL1, ""),
        ("IMG_2.jpg", RL1, "vervolg van “IMG_1.jpg”"),
        ("IMG_3.jpg", RL1, "vervolg van “IMG_1.jpg”"),
    )
    assert ["2-rl1.pdf"] == [*made]
    assert (Bundled.JOINED, [*files]) == (file.how, [source.name for source in file.sources])
    assert 3 == len(pypdf.PdfReader(io.BytesIO(made["2-rl1.pdf"])).pages)


def test_the_pages_of_one_document_in_two_pdfs_become_one_file():
    files = {"1.pdf": join(made_rl1("een")), "2.pdf": join(made_payment("een"), made_rl1("twee"))}
    made, _ = bundle(
        files,
        ("1.pdf", RL1, ""),
        ("2.pdf", PAYMENT, "bladzijde 1"),
        ("2.pdf", RL1, "vervolg van “1.pdf”, bladzijde 2"),
    )
    assert ["2-rl1.pdf", "3-betalingsbewijs.pdf"] == sorted(made)
    assert f"{text(made_rl1('een'))}\n{text(made_rl1('twee'))}" == text(made["2-rl1.pdf"])


@pytest.mark.parametrize(("form", "page"), [("twee.pdf, bladzijde 1", "een"), ("twee.pdf, bladzijde 2", "twee")])
def test_of_two_forms_in_one_file_the_one_that_was_judged_is_taken(form, page):
    two = join(made_rl1("een"), made_rl1("twee"))
    made, _ = bundle({"twee.pdf": two}, ("twee.pdf", FORM, "bladzijde 1"), ("twee.pdf", FORM, "bladzijde 2"), form=form)
    assert ["1-verantwoordingsdocument.pdf"] == [*made]
    assert f"Naam: {page}" in text(made["1-verantwoordingsdocument.pdf"])


def test_two_documents_of_a_kind_in_one_file_are_two_files():
    two = join(made_rl1("een"), made_payment("een"), made_rl1("een"))
    made, _ = bundle({"twee.pdf": two}, *seen_in("twee.pdf", two))
    assert ["2-rl1-1.pdf", "2-rl1-2.pdf", "3-betalingsbewijs.pdf"] == sorted(made)


def test_a_file_of_pictures_that_holds_two_documents_stands_once():
    out = io.BytesIO()
    Image.new("RGB", (60, 80), "red").save(out, "TIFF")
    made, _ = bundle(
        {"scan.tif": out.getvalue()}, ("scan.tif", RL1, "bladzijde 1"), ("scan.tif", PAYMENT, "bladzijde 2")
    )
    assert {"2-rl1-3-betalingsbewijs.tif": out.getvalue()} == made


def test_pages_that_are_gone_are_refused():
    with pytest.raises(SetupError, match=r"“rl1\.pdf” heeft de bladzijden niet meer"):
        bundle({"rl1.pdf": made_rl1(NAME)}, ("rl1.pdf", RL1, "bladzijde 7"))
