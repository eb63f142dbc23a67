from __future__ import annotations

import functools
import io
from datetime import date

import pikepdf
import pytest
from PIL import ImageDraw

from docgen.actions.redraw_paper import make_redraw
from docgen.families.discover import find_families
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.formats.door import open_dossier, open_parts
from docgen.formats.qr import read_codes
from docgen.formats.raster import Raster
from docgen.model.record import flatten_record
from docgen.model.record_code import CodedRecord
from docgen.model.value import RawForm, SignatureKind, Text, Unread
from docgen.settings import Settings
from paper_scans import BLACK, BLUE, draw, photograph, save_jpeg, save_pdf, scan, scribble, write
from trainee_dossiers import RECORD as SHORT

FORMS = [VERANTWOORDINGSDOCUMENT]
REDRAW = make_redraw(find_families(), Settings(), date(2026, 10, 1))
#: Long enough to push the code and the place to sign to a second page.
RECORD = SHORT.model_copy(
    update={
        "contactmomenten": tuple(
            moment.model_copy(update={"opmerkingen": "Besproken wat er in de voorbije weken gebeurde, en wat volgt."})
            for moment in (*SHORT.contactmomenten, *SHORT.contactmomenten)
        )
    }
)
LONG = RECORD.model_copy(
    update={
        "contactmomenten": tuple(
            moment.model_copy(update={"opmerkingen": "".join(chr(200 + (i * j * 7) % 400) for j in range(120))})
            for i, moment in enumerate(RECORD.contactmomenten, start=3)
        )
    }
)
SIGNATURE = scribble(70, 57)


@functools.cache
def _paper(record=RECORD) -> bytes:
    coded = CodedRecord(VERANTWOORDINGSDOCUMENT.identity("T-1"), flatten_record(record))
    pdf = REDRAW(coded)
    assert pdf is not None
    return pdf


@functools.cache
def _pages(dpi: int = 150):
    return draw(_paper(), dpi)


def _open(data: bytes, name: str = "scan.pdf"):
    return open_parts(name, data, FORMS, redraw=REDRAW)


def _form(data: bytes) -> RawForm:
    (content,) = _open(data)
    assert isinstance(content.found, RawForm)
    return content.found


def _values(form: RawForm):
    return {key: value.value for key, value in form.values.items()}


def test_a_scan_of_the_signed_paper_gives_the_record_back_exactly():
    first, second = _pages()
    form = _form(save_pdf([scan(first, -1), scan(write(second, SIGNATURE, 150), 2)]))
    assert flatten_record(RECORD) == _values(form)
    assert "T-1" == form.identity.reference
    assert "scan.pdf, bladzijde 2, QR-code" == str(form.values["startdatum"].place)
    assert SignatureKind.INK is form.signatures["handtekening_mentor"]
    assert form.pictures["handtekening_mentor"].png.startswith(b"\x89PNG")
    assert ((), ()) == (form.notes, form.remarks)


def _unsigned(record=RECORD):
    return {key: value for key, value in flatten_record(record).items() if key != "handtekening_mentor"}


def test_paper_that_nobody_signed_has_no_signature():
    form = _form(save_pdf([scan(page, 2) for page in _pages()]))
    assert {} == dict(form.signatures)
    assert "handtekening_mentor" in form.places
    assert "handtekening_mentor" not in form.values  # the name that was typed before it was printed signs nothing


def test_the_document_that_was_never_printed_reads_as_itself():
    form = _form(_paper())
    assert (_unsigned(), {}, (), ()) == (_values(form), dict(form.signatures), form.notes, form.remarks)


@pytest.mark.parametrize(("angle", "dpi", "noise", "quality"), [(3, 150, 8, 60), (-3, 200, 12, 60)])
def test_a_clean_scan_raises_no_alarm(angle, dpi, noise, quality):
    scans = [scan(page, angle, noise=noise, quality=quality) for page in _pages(dpi)]
    form = _form(save_pdf(scans, dpi))
    assert ((), ()) == (form.notes, form.remarks)


def test_pages_lie_however_they_were_fed():
    first, second = (scan(page, 1) for page in _pages())
    form = _form(save_pdf([second.rotate(180), first.rotate(90, expand=True)]))
    assert (_unsigned(), (), ()) == (_values(form), form.notes, form.remarks)


CHANGES = [
    ("a date crossed out and another written beside it", [[(85, 85.5), (103, 85.5)], *scribble(108, 85, 16)], BLUE),
    ("one digit changed", [[(88.2, 83.9), (90, 87)], [(90, 83.9), (88.2, 87)]], BLUE),
    ("a row added by hand", [*scribble(20, 190, 30), *scribble(60, 190, 60)], BLACK),
    ("a remark in the margin", scribble(120, 250, 50), BLUE),
]


@pytest.mark.parametrize(("strokes", "ink"), [each[1:] for each in CHANGES], ids=[each[0] for each in CHANGES])
def test_what_a_pen_changed_is_shown(strokes, ink):
    first, second = _pages()
    form = _form(save_pdf([scan(write(first, strokes, 150, ink), 1.5), scan(second, -1)]))
    assert _unsigned() == _values(form)
    assert {"bladzijde 1"} == {remark.place.spot for remark in form.remarks}
    assert all(remark.picture for remark in form.remarks)


def _with_other_date(month: int, day: int):
    first, *others = RECORD.contactmomenten
    moved = first.model_copy(update={"datum": first.datum.replace(month=month, day=day)})
    return RECORD.model_copy(update={"contactmomenten": (moved, *others)})


@pytest.mark.parametrize(
    "earlier",
    [RECORD.model_copy(update={"einddatum": date(2026, 5, 29)}), _with_other_date(10, 11)],
    ids=["another einddatum", "one day of a contactmoment"],
)
def test_a_sheet_of_an_earlier_print_is_shown_where_it_differs(earlier):
    scans = [scan(draw(_paper(earlier), 150)[0], 1), scan(_pages()[1], -1)]
    form = _form(save_pdf(scans))
    assert _unsigned() == _values(form)
    (remark,) = form.remarks
    assert "Op papier is hier iets anders afgedrukt dan in de code zit." == remark.sentence
    assert ("bladzijde 1", True) == (remark.place.spot, remark.picture is not None)


def test_what_was_covered_up_is_shown():
    first, second = _pages()
    covered = first.copy()
    covered.paste((255, 255, 255), (500, 490, 620, 520))
    form = _form(save_pdf([scan(covered, 1), scan(second, 1)]))
    assert ["Wat hier afgedrukt werd, is op papier niet meer te zien."] == [r.sentence for r in form.remarks]


def test_a_photo_of_the_last_page_alone_says_that_the_rest_was_not_compared():
    (content,) = _open(save_jpeg(scan(write(_pages()[1], SIGNATURE, 150), -2)), "foto.jpg")
    form = content.found
    assert isinstance(form, RawForm)
    assert flatten_record(RECORD) == _values(form)
    assert "1 van de 2 bladzijden" in form.remarks[0].sentence


def test_a_code_that_is_missing_is_named():
    pages = draw(_paper(LONG), 150)
    (sentence,) = [part.found.sentence for part in _open(save_pdf(pages[1:-1])) if isinstance(part.found, Unread)]
    assert "ontbreekt deel 3 van de 3 QR-codes" in sentence


def test_a_long_record_reads_from_all_its_codes():
    form = _form(save_pdf([scan(page, 1) for page in draw(_paper(LONG), 150)]))
    assert _unsigned(LONG) == _values(form)


def test_other_papers_in_the_same_file_are_documents_of_their_own():
    letter = pikepdf.Pdf.open(io.BytesIO(_letter()))
    both = pikepdf.Pdf.open(io.BytesIO(save_pdf([scan(page, 1) for page in _pages()])))
    both.pages.extend(letter.pages)
    out = io.BytesIO()
    both.save(out)
    first, second = _open(out.getvalue())
    assert ("bladzijden 1-2", "bladzijde 3") == (first.part, second.part)
    assert isinstance(second.found, Text)
    assert "Melding opdrachtenpakket" == second.found.lines[0].text


def test_documents_behind_our_paper_are_told_apart():
    both = pikepdf.Pdf.open(io.BytesIO(save_pdf([scan(page, 1) for page in _pages()])))
    for title in ("Melding opdrachtenpakket", "Bewijs van betaling"):
        both.pages.extend(pikepdf.Pdf.open(io.BytesIO(_letter(title))).pages)
    out = io.BytesIO()
    both.save(out)
    parts = open_parts("scan.pdf", out.getvalue(), FORMS, lambda text: text.lines[0].text, REDRAW)
    assert ["bladzijden 1-2", "bladzijde 3", "bladzijde 4"] == [content.part for content in parts]
    assert ["Melding opdrachtenpakket", "Bewijs van betaling"] == [part.found.lines[0].text for part in parts[1:]]


def _open_all(*files: bytes):
    return list(open_dossier([(f"IMG_{n}.jpg", data) for n, data in enumerate(files, start=1)], FORMS, redraw=REDRAW))


def test_codes_on_photos_of_their_own_are_put_together():
    opened = _open_all(*(save_jpeg(scan(page, 1)) for page in draw(_paper(LONG), 150)))
    ((home, content),) = [(number, content) for number, (*each,) in enumerate(opened) for content in each]
    assert isinstance(content.found, RawForm)
    assert _unsigned(LONG) == _values(content.found)
    assert ((), ()) == (content.found.notes, content.found.remarks)
    assert {f"IMG_{n}.jpg" for n in range(1, len(opened) + 1)} == {
        content.name,
        *(page.name for page in content.next_pages),
    }
    assert f"IMG_{home + 1}.jpg" == content.name


def test_a_page_without_a_code_is_found_in_a_file_of_its_own_with_what_a_pen_changed():
    first, second = _pages()
    strokes = CHANGES[0][1]
    one, other = _open_all(save_jpeg(scan(write(first, strokes, 150), 2)), save_jpeg(scan(second, -1)))
    assert () == one
    (content,) = other
    assert ["IMG_1.jpg"] == [page.name for page in content.next_pages]
    assert {"IMG_1.jpg, bladzijde 1"} == {str(remark.place) for remark in content.found.remarks}
    assert () == content.found.notes


@pytest.mark.parametrize(("tilt", "quarters"), [(0.02, 0), (0.08, 1), (0.08, 2)])
def test_photos_of_each_page_are_one_paper(tilt, quarters):
    taken = [photograph(page, tilt, seed=n) for n, page in enumerate(draw(_paper(), 200), start=8)]
    one, other = _open_all(save_jpeg(taken[0].rotate(90 * quarters, expand=True)), save_jpeg(taken[1]))
    assert ((), ["IMG_1.jpg"]) == (one, [page.name for page in other[0].next_pages])
    assert ((), ()) == (other[0].found.notes, other[0].found.remarks)


def test_what_a_pen_changed_is_shown_on_a_photo_too():
    first, second = draw(_paper(), 200)
    changed = write(first, CHANGES[0][1], 200)
    _, (content,) = _open_all(save_jpeg(photograph(changed)), save_jpeg(photograph(second)))
    assert {"IMG_1.jpg, bladzijde 1"} == {str(remark.place) for remark in content.found.remarks}


def test_a_photo_of_another_page_is_no_page_of_the_paper():
    other = draw(_paper(LONG), 200)[0]
    one, (content,) = _open_all(save_jpeg(photograph(other)), save_jpeg(photograph(draw(_paper(), 200)[1])))
    assert (1, ()) == (len(one), content.next_pages)
    assert "1 van de 2 bladzijden" in content.found.remarks[0].sentence


def _stain(page, size):
    """A coffee stain over the code."""
    stained = page.copy()
    code = read_codes(Raster(page.width, page.height, page.tobytes()))[0]
    (left, top), _, (right, bottom), _ = code.corners
    x, y, reach = (left + right) / 2, (top + bottom) / 2, size * (right - left)
    ImageDraw.Draw(stained).ellipse((x - reach, y - reach, x + reach, y + reach), fill=(120, 84, 52))
    return stained


def _sentences(*files: bytes) -> list[str]:
    return [content.found.whole for opened in _open_all(*files) for content in opened]


def test_a_stained_code_is_said_with_what_to_do():
    first, second = _pages()
    (sentence,) = _sentences(save_pdf([scan(first, 1), scan(_stain(second, 0.45), -1)]))
    assert "de QR-code op bladzijde 2 is niet te lezen" in sentence
    assert "op 200 dpi of meer, of stuur het ingevulde formulier zelf" in sentence


def test_photos_of_a_paper_with_a_stained_code_are_one_trouble():
    first, second = draw(_paper(), 200)
    (sentence,) = _sentences(save_jpeg(photograph(first)), save_jpeg(photograph(_stain(second, 0.45))))
    assert "is niet te lezen" in sentence


@pytest.mark.parametrize("take", [scan, photograph])
def test_a_first_page_without_the_page_to_sign_is_known_and_said(take):
    (sentence,) = _sentences(save_jpeg(take(draw(_paper(), 200)[0])))
    assert "bladzijde 1, is het eerste blad van de afdruk om te tekenen" in sentence


def test_the_pages_before_a_lone_code_go_with_it():
    (sentence,) = _sentences(save_pdf([scan(page, 1) for page in draw(_paper(LONG), 150)[:-1]]))
    assert "ontbreekt deel 3 van de 3 QR-codes" in sentence


def test_the_same_paper_scanned_twice_stands_in_both_files():
    whole = save_pdf([scan(page, 1) for page in _pages()])
    one, other = _open_all(save_jpeg(scan(_pages()[1], 2)), whole)
    assert ["1 van de 2" in note.sentence for note in one[0].found.remarks] == [True]
    assert () == other[0].found.notes


def test_the_white_back_of_a_page_is_nothing():
    first, second = _pages()
    white = scan(draw(_paper(), 150)[0].point(lambda _: 255), 0)
    form = _form(save_pdf([scan(first, 1), white, scan(second, 1), white]))
    assert ((), ()) == (form.notes, form.remarks)


def _letter(title: str = "Melding opdrachtenpakket") -> bytes:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.drawString(80, 780, title)
    canvas.save()
    return out.getvalue()
