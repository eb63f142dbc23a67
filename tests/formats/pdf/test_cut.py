"""Pages cut from a PDF: they stand on their own, their fields work, and nothing of the other pages comes along."""

from __future__ import annotations

import io

import pikepdf
import pypdf
import pytest
from pikepdf import Dictionary, Name, String

from docgen.errors import UnreadableFileError
from docgen.formats.pdf.cut import cut_pages
from made_dossier import made_payment, made_rl1
from pdf_forms import blank, change, read_raw

FORM = blank({"naam_deelnemer": "Łucja Voorbeeld", "contactmomenten__17__opmerkingen": "goed"})
PAGES = 4


def join(*documents: bytes, clone: bool = True) -> bytes:
    """The documents in one PDF; the identity of the first one is kept where it is cloned."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(documents[0])) if clone else pypdf.PdfWriter()
    for data in documents[1 if clone else 0 :]:
        writer.append(io.BytesIO(data))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


ALL = join(FORM, made_rl1("Łucja"), made_payment("Łucja"))


def texts(data: bytes | None) -> list[str]:
    assert data is not None
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def everything(data: bytes) -> bytes:
    """All that is in a file, unpacked, reachable or not."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return b"\n".join(each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream))


def test_the_form_keeps_its_fields_and_says_which_form_it_is():
    cut = cut_pages(ALL, range(1, PAGES + 1))
    raw = read_raw(cut)
    assert PAGES == len(texts(cut))
    assert ("Łucja Voorbeeld", "R-1") == (raw.values["naam_deelnemer"].value, raw.identity.reference)
    assert read_raw(FORM).values.keys() == raw.values.keys()
    assert () == raw.notes


def test_a_page_that_is_cut_out_says_what_it_said():
    assert texts(made_rl1("Łucja")) == texts(cut_pages(ALL, [PAGES + 1]))


def test_nothing_of_the_other_pages_comes_along():
    cut = cut_pages(ALL, [PAGES + 2])
    assert b"Melding" in everything(ALL)
    assert b"Melding" not in everything(cut)
    assert len(cut) < len(FORM) / 4


def test_the_evidence_does_not_pass_for_a_form():
    with pikepdf.open(io.BytesIO(cut_pages(ALL, [PAGES + 1]))) as pdf:
        assert ("/AcroForm" in pdf.Root, "/Metadata" in pdf.Root) == (False, False)


def test_what_a_page_inherits_comes_along():
    def turn(pdf: pikepdf.Pdf, _: object) -> None:
        del pdf.pages[PAGES].obj["/Rotate"]
        pdf.Root.Pages.Rotate = 90

    turned = change(ALL, turn)
    assert 90 == pypdf.PdfReader(io.BytesIO(cut_pages(turned, [PAGES + 1]))).pages[0].rotation


def test_a_signed_file_is_not_cut():
    def sign(_: object, fields: dict[str, pikepdf.Object]) -> None:
        field = fields["handtekening_mentor"]
        field.V = Dictionary(Type=Name.Sig, ByteRange=[0, 1, 2, 3], Contents=String("x"))

    assert cut_pages(change(ALL, sign), [1]) is None


def test_the_same_pages_give_the_same_bytes():
    assert cut_pages(ALL, [5]) == cut_pages(ALL, [5])


@pytest.mark.parametrize("pages", [[PAGES + 3], []])
def test_pages_that_are_not_there_are_refused(pages):
    with pytest.raises(UnreadableFileError, match="heeft de bladzijden niet meer"):
        cut_pages(ALL, pages)
