from __future__ import annotations

import functools
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw

from docgen.families.trajecten.formulieren import AZ, INTERVIEWVOORZITTER
from docgen.formats.door import open_dossier
from docgen.formats.handwritten import find_handwritten
from docgen.formats.kind import FileKind
from docgen.formats.leaf import open_leaves
from docgen.model.record import read_record
from docgen.model.value import RawForm, Unread
from form_on_paper import DPI, box_of, fill, print_pages
from paper_scans import save_jpeg, save_pdf, scan, write

FORMS = [AZ, INTERVIEWVOORZITTER]
FIRST = ["naam_mentee", "mentor_naam", "mentor_keuze:mentor_van_bosa_dg_r_o", "stappen__1__datum"]
SECOND = ["stappen__4__datum", "stappen__7__opmerkingen", "interviews__1__datum"]
KEYS = {each.partition(":")[0] for each in (*FIRST, *SECOND)}


@functools.cache
def _scans(reference: str | None = None) -> tuple[Image.Image, ...]:
    pages = fill(AZ, [*FIRST, *SECOND], reference)
    return tuple(scan(page, angle) for page, angle in zip(pages, (1.2, -0.8), strict=True))


def _open(*pages: Image.Image, forms=FORMS) -> tuple[RawForm | Unread, ...]:
    variants = [variant for form in forms for variant in form.variants]
    leaves = open_leaves("scan.pdf", save_pdf(pages), FileKind.PDF, variants)
    return tuple(paper.found for paper in find_handwritten(leaves, variants))


@functools.cache
def _both() -> RawForm:
    (found,) = _open(*_scans("M-7"))
    assert isinstance(found, RawForm)
    return found


def test_what_a_pen_filled_in_is_known_box_by_box():
    assert _both().on_paper is not None
    assert KEYS == _both().on_paper.filled
    assert (2, {}) == (_both().on_paper.pages, dict(_both().on_paper.missing))


def test_the_form_and_the_reference_come_from_the_code_on_each_page():
    assert ("trajecten/begeleidingsverslag-az", "M-7") == (_both().identity.path, _both().identity.reference)


def test_words_that_the_form_prints_are_values_and_nothing_else_is():
    printed = {key: value.value for key, value in _both().values.items()}
    assert "voorbereiding van de eerste vergadering met de klant" == printed["stappen__1__stap"]
    assert "eerste selectie" == printed["stappen__1__selectie"]
    assert {key.rpartition("__")[2] for key in printed} == {"stap", "selectie"}


def test_each_filled_box_is_shown_with_its_row_and_each_asked_one_beside_it():
    shown = set(_both().pictures)
    assert KEYS < shown
    assert {"stappen__7__datum", "stappen__1__opmerkingen"} <= shown
    assert not {"stappen__8__datum", "klantenorganisatie"} & shown
    assert all(picture.png.startswith(b"\x89PNG") for picture in _both().pictures.values())


def test_a_crossed_button_is_proposed_and_never_read():
    assert {"mentor_keuze": "mentor van BOSA (DG R&O)"} == dict(_both().on_paper.proposals)
    assert "mentor_keuze" not in _both().values


def test_the_place_of_an_empty_box_is_known():
    assert "scan.pdf, bladzijde 1, veld Klantenorganisatie" == str(_both().places["klantenorganisatie"])


def test_a_person_is_asked_once_to_read_it_all():
    reading = read_record(AZ, _both(), "scan.pdf")
    (problem,) = reading.problems
    assert ("onzekere-lezing", None, True) == (problem.rule, problem.key, problem.for_desk)
    assert "de 7 ingevulde vakken" in problem.message
    assert KEYS == reading.unreadable


@pytest.mark.parametrize(
    "pages",
    [
        lambda first, second: [second.rotate(180), first.rotate(180)],
        lambda first, second: [first.rotate(90, expand=True), second.rotate(270, expand=True)],
    ],
    ids=["upside down and in the wrong order", "on their sides"],
)
def test_pages_lie_however_they_were_fed(pages):
    (found,) = _open(*pages(*_scans()))
    assert KEYS == found.on_paper.filled


def test_a_page_that_is_missing_is_named_and_nothing_on_it_is_called_empty():
    (found,) = _open(_scans()[0])
    assert {2: True} == {page: "interviews__1__datum" in keys for page, keys in found.on_paper.missing.items()}
    missing = read_record(AZ, found, "scan.pdf").problems[-1]
    assert ("onleesbaar-veld", None, True) == (missing.rule, missing.key, missing.required)
    assert missing.message.startswith("Bladzijde 2 van de 2 van het formulier")
    assert "interviews__1__datum" in read_record(AZ, found, "scan.pdf").unreadable


def test_a_page_with_a_spoilt_code_is_known_by_what_is_printed_on_it():
    first, second = (page.copy() for page in _scans())
    ImageDraw.Draw(second).rectangle((1480, 1050, 1754, 1240), fill="white")
    (found,) = _open(first, second)
    assert KEYS == found.on_paper.filled


def test_photos_in_files_of_their_own_are_one_form():
    files = [(f"IMG_{4 - n}.jpg", save_jpeg(page)) for n, page in enumerate(_scans())]
    contents = [content for opened in open_dossier(files, FORMS) for content in opened]
    (content,) = contents
    assert KEYS == content.found.on_paper.filled
    assert ["IMG_3.jpg"] == [page.name for page in content.next_pages]
    assert "IMG_3.jpg" == content.found.places["interviews__1__datum"].file


def test_the_same_page_twice_is_two_forms():
    pages = [*_scans(), scan(print_pages(AZ)[0], 0.4)]
    first, second = _open(*pages)
    assert KEYS == first.on_paper.filled
    assert [2] == list(second.on_paper.missing)


def test_a_form_that_nobody_filled_in_is_empty():
    (found,) = _open(scan(print_pages(INTERVIEWVOORZITTER)[0], 1.0, noise=10))
    assert frozenset() == found.on_paper.filled
    assert () == read_record(INTERVIEWVOORZITTER, found, "scan.pdf").problems


def test_the_french_form_is_known_as_well():
    french = INTERVIEWVOORZITTER.in_language("fr")
    (found,) = _open(scan(fill(french, ["naam_mentee"])[0], 1.0))
    assert ("fr", {"naam_mentee"}) == (found.identity.language, found.on_paper.filled)


@pytest.mark.parametrize(("printed", "known", "words"), [(1, 2, "oudere versie"), (2, 1, "nieuwere versie")])
def test_another_version_is_left_to_a_person(printed, known, words):
    (page,) = print_pages(replace(INTERVIEWVOORZITTER, version=printed))
    (found,) = _open(scan(page, 0.5), forms=[replace(INTERVIEWVOORZITTER, version=known)])
    assert words in found.sentence


def test_words_beside_the_boxes_are_shown():
    (page,) = print_pages(INTERVIEWVOORZITTER)
    note = [[(30 + step * 0.5, 200 + 3 * (step % 2)) for step in range(80)]]
    (found,) = _open(scan(write(page, note, DPI), 0.7))
    (remark,) = found.remarks
    assert ("scan.pdf, bladzijde 1", True) == (str(remark.place), remark.picture is not None)


def test_a_printed_word_that_was_struck_out_is_for_a_person_to_read():
    box = box_of(AZ, "stappen__1__stap")
    left, top, right, bottom = (side * 25.4 / 72 for side in box.box)
    strike = [[(left + 1, (top + bottom) / 2), (right - 9, (top + bottom) / 2)]]
    (found,) = _open(scan(write(print_pages(AZ)[0], strike, DPI), 0.7))
    assert {"stappen__1__stap"} == found.on_paper.filled


def test_two_crossed_buttons_propose_nothing():
    keys = ["mentor_keuze:mentor_van_bosa_dg_r_o", "mentor_keuze:mentor_van_de_eigen_klantenorganisatie_inhouse"]
    (found,) = _open(scan(fill(AZ, keys)[0], 0.7))
    assert ({"mentor_keuze"}, {}) == (found.on_paper.filled, dict(found.on_paper.proposals))


def test_what_is_proposed_for_a_box_is_no_value():
    (page,) = fill(INTERVIEWVOORZITTER, ["naam_mentee"])
    leaves = open_leaves("scan.pdf", save_pdf([scan(page, 0.7)]), FileKind.PDF, FORMS)
    (paper,) = find_handwritten(leaves, FORMS, lambda boxes: dict.fromkeys(boxes, "Ada Proef"))
    assert {"naam_mentee": "Ada Proef"} == dict(paper.found.on_paper.proposals)
    assert "naam_mentee" not in paper.found.values
    assert read_record(INTERVIEWVOORZITTER, paper.found, "scan.pdf").record.naam_mentee is None
