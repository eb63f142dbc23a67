"""The sender's own PDF with notes and a first page, and otherwise as it came."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from pikepdf import Encryption, Name, Pdf, Permissions
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pypdf import PdfReader, PdfWriter

from docgen.errors import UnreadableFileError
from docgen.formats.blank import FormFormat
from docgen.formats.pdf.mark import mark_pdf
from docgen.formats.pdf.overview_page import make_overview
from docgen.model.return_words import TODO_PAGES
from docgen.model.value import Place
from made_dossier import made_form, made_pdf, made_rl1
from pdf_forms import change
from returned import raw, remark, returned, said_of, text

NAME = "formulier.pdf"
KEYS = ("startdatum", "contactmomenten__2__aanwezigheid", "handtekening_mentor")


@pytest.fixture(scope="module")
def form():
    return made_form("Łucja Şahin", FormFormat.PDF)


def on_fields(form, *keys):
    return returned(
        *(remark(key, raw(form, NAME).places[key]) for key in keys), remark(None, None, message="Geen RL1.")
    )


@pytest.fixture(scope="module")
def marked(form):
    return mark_pdf(form, NAME, on_fields(form, *KEYS))


def notes(data, sort="/Text"):
    """The notes by page, counted from 1, with their rectangles."""
    pages = PdfReader(io.BytesIO(data)).pages
    return [
        (number, item.get_object())
        for number, page in enumerate(pages, start=1)
        for item in page.get("/Annots", ())
        if item.get_object()["/Subtype"] == sort
    ]


def test_every_field_has_a_note_at_its_place_that_says_what_to_do(marked):
    assert [(page, note["/Contents"], note["/T"]) for page, note in notes(marked)] == [
        (2, "1. Dit klopt niet.\nWat te doen: Verbeter dit.", "Nazicht"),
        (3, "2. Dit klopt niet.\nWat te doen: Verbeter dit.", "Nazicht"),
        (5, "3. Dit klopt niet.\nWat te doen: Verbeter dit.", "Nazicht"),
    ]
    fields = {
        str(item.get_object().get("/T")): item.get_object()["/Rect"]
        for page in PdfReader(io.BytesIO(marked)).pages
        for item in page.get("/Annots", ())
    }
    (_, note), (_, frame) = notes(marked)[0], notes(marked, "/Square")[0]
    left, bottom, right, top = map(float, fields["startdatum"])
    assert left < float(note["/Rect"][0])
    assert float(note["/Rect"][3]) <= top + 1
    assert float(frame["/Rect"][0]) < left
    assert float(frame["/Rect"][2]) > right
    assert float(frame["/Rect"][1]) < bottom


def test_a_frame_lies_below_the_fields_and_says_nothing_so_that_no_viewer_clicks_on_it(marked):
    assert all("/Contents" not in frame for _, frame in notes(marked, "/Square"))
    for page in PdfReader(io.BytesIO(marked)).pages:
        sorts = [item.get_object()["/Subtype"] for item in page.get("/Annots", ())]
        assert sorts == sorted(sorts, key=["/Square", "/Widget", "/Text"].index)


def test_the_first_page_says_it_all_and_does_not_count(form, marked):
    pages = PdfReader(io.BytesIO(marked))
    first = pages.pages[0].extract_text()
    assert first.startswith(TODO_PAGES[0])
    assert all(words in first for words in ("1. Dit klopt niet.", "Wat te doen: Verbeter dit.", "Geen RL1."))
    assert len(pages.pages) == len(PdfReader(io.BytesIO(form)).pages) + 1
    assert pages.page_labels == ["nazicht", "1", "2", "3", "4"]


def test_the_reader_finds_the_same_record_pages_and_signatures(form, marked):
    assert said_of(form, NAME) == said_of(marked, NAME)


def test_a_note_on_the_place_for_a_signature_is_no_signature():
    unsigned = made_form("Łucja Şahin", FormFormat.PDF, without=("handtekening_mentor",))
    marked = mark_pdf(unsigned, NAME, on_fields(unsigned, "handtekening_mentor"))
    assert raw(marked, NAME).signatures == {}


def test_the_fields_can_be_filled_on_and_read_back(marked):
    writer = PdfWriter(clone_from=io.BytesIO(marked))
    writer.update_page_form_field_values(writer.pages[1], {"naam_deelnemer": "Fientje Voorbeeld"})
    target = io.BytesIO()
    writer.write(target)
    mended = raw(target.getvalue(), NAME)
    assert mended.values["naam_deelnemer"].value == "Fientje Voorbeeld"
    assert mended.values["naam_deelnemer"].place.spot == "bladzijde 1, veld Naam deelnemer"


def test_the_version_of_the_format_stays(form, marked):
    assert form[:8] == marked[:8]


def test_the_same_file_gives_the_same_bytes_and_a_next_round_starts_anew(form, marked):
    words = on_fields(form, "einddatum")
    again = mark_pdf(marked, NAME, words)
    assert [(page, note["/Contents"]) for page, note in notes(again)] == [
        (2, "1. Dit klopt niet.\nWat te doen: Verbeter dit.")
    ]
    assert len(PdfReader(io.BytesIO(again)).pages) == len(PdfReader(io.BytesIO(marked)).pages)
    assert said_of(form, NAME) == said_of(again, NAME)
    assert mark_pdf(form, NAME, words) == mark_pdf(form, NAME, words)


def test_a_line_of_text_is_framed_where_it_stands():
    data = made_rl1("Fientje Voorbeeld")
    place = next(line.place for line in text(data, "rl1.pdf").lines if "Begindatum" in line.text)
    marked = mark_pdf(data, "rl1.pdf", returned(remark(None, place)))
    ((page, frame),) = notes(marked, "/Square")
    assert page == 2
    assert 55 < float(frame["/Rect"][0]) < 60, "the text begins at 60 points from the left"
    assert 680 < float(frame["/Rect"][1]) < 692, "its base line lies at 690"
    assert text(data, "rl1.pdf") == text(marked, "rl1.pdf")


def test_the_first_page_is_passed_over_also_when_a_program_lost_its_mark():
    data = made_rl1("Fientje Voorbeeld")
    marked = mark_pdf(data, "rl1.pdf", returned(remark(None, Place("rl1.pdf"))))
    with Pdf.open(io.BytesIO(marked)) as pdf:
        del pdf.pages[0].obj["/DocgenNazicht"]
        target = io.BytesIO()
        pdf.save(target)
    assert text(data, "rl1.pdf").lines == text(target.getvalue(), "rl1.pdf").lines


def test_a_remark_on_a_page_stands_in_its_margin():
    data = made_rl1("Fientje Voorbeeld")
    marked = mark_pdf(
        data, "rl1.pdf", returned(*(remark(None, Place("rl1.pdf", spot)) for spot in ("bladzijde 1", "")))
    )
    rects = [[float(side) for side in note["/Rect"]] for _, note in notes(marked)]
    assert [page for page, _ in notes(marked)] == [2, 2]
    assert all(rect[2] > 570 for rect in rects)
    assert rects[0][1] > rects[1][3], "they do not cover each other"


def test_a_file_that_only_an_owners_password_protects_is_marked(form):
    target = io.BytesIO()
    with Pdf.open(io.BytesIO(form)) as pdf:
        pdf.save(target, encryption=Encryption(owner="geheim", user="", allow=Permissions(modify_annotation=False)))
    marked = mark_pdf(target.getvalue(), NAME, on_fields(form, *KEYS))
    assert said_of(form, NAME) == said_of(marked, NAME)
    assert len(notes(marked)) == 3


def test_a_flattened_copy_gets_its_notes_by_page(form):
    def flatten(pdf, _fields):
        for page in pdf.pages:
            if "/Annots" in page.obj:
                del page.obj["/Annots"]
        del pdf.Root.AcroForm

    words = returned(remark("startdatum", Place(NAME, "bladzijde 1, veld Startdatum jobtraining")))
    assert [page for page, _ in notes(mark_pdf(change(form, flatten), NAME, words))] == [2]


def test_a_signed_file_is_not_touched(form):
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Bram Voorbeeld")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(7).not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
    certificate = builder.not_valid_after(datetime(2036, 1, 1, tzinfo=UTC)).sign(key, hashes.SHA256())
    store = pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, NoEncryption())
    signer = signers.SimpleSigner.load_pkcs12_data(store, [], passphrase=None)
    unsigned = made_form("Łucja Şahin", FormFormat.PDF, without=("handtekening_mentor",))
    meta = signers.PdfSignatureMetadata(field_name="handtekening_mentor")
    signed = signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(unsigned)), meta, signer=signer).getvalue()
    with pytest.raises(UnreadableFileError, match="digitale handtekening"):
        mark_pdf(signed, NAME, on_fields(form, "startdatum"))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"%PDF-1.7 afgebroken", "beschadigd", id="cut off"),
        pytest.param(made_pdf([]), "scan of foto", id="a picture"),
    ],
)
def test_what_cannot_be_marked_says_why(data, why):
    with pytest.raises(UnreadableFileError, match=why):
        mark_pdf(data, NAME, returned(remark(None, Place(NAME))))


def test_a_file_with_a_password_says_so(form):
    target = io.BytesIO()
    with Pdf.open(io.BytesIO(form)) as pdf:
        pdf.save(target, encryption=Encryption(owner="a", user="b"))
    with pytest.raises(UnreadableFileError, match="wachtwoord"):
        mark_pdf(target.getvalue(), NAME, returned())


def test_the_remarks_alone_make_a_pdf_of_their_own_with_every_letter_of_a_name():
    words = returned(*(remark(None, None, message=f"Çelik-Öztürk en Łukasz ontbreken, {n}.") for n in range(40)))
    pages = PdfReader(io.BytesIO(make_overview(words))).pages
    assert len(pages) > 1
    assert all(page.extract_text().startswith(TODO_PAGES[0]) for page in pages)
    assert "Çelik-Öztürk en Łukasz ontbreken, 39." in pages[-1].extract_text()
    assert all(page.get("/Type") == Name.Page for page in pages)
