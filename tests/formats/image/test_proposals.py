from __future__ import annotations

from PIL import Image

from docgen.formats.image.proposals import propose_words
from scans import draw_page, need_ocr


def _box(text: str) -> Image.Image:
    """A box of a form with typed words in it."""
    return draw_page(text).crop((70, 55, 700, 115))


def test_typed_words_are_proposed_for_the_box_that_they_stand_in():
    need_ocr()
    boxes = {"naam": _box("Mia Proefkonijn"), "leeg": _box(""), "startdatum": _box("01/09/2025")}
    assert {"naam": "Mia Proefkonijn", "startdatum": "01/09/2025"} == propose_words(boxes)


def test_what_reads_badly_gets_no_proposal():
    need_ocr()
    faint = _box("Mia Proefkonijn").resize((63, 6)).resize((630, 60))
    assert {"ambt": "directeur"} == propose_words({"naam": faint, "ambt": _box("directeur")})


def test_without_boxes_or_with_far_too_many_nothing_is_recognised():
    assert {} == propose_words({})
    assert {} == propose_words({str(number): _box("directeur") for number in range(61)})
