"""Forms of ours whose fields became part of their pages."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Mapping

import pytest
from pikepdf import Pdf
from pypdf import PageObject, PdfReader, PdfWriter, Transformation

from docgen.errors import UnreadableFileError
from docgen.families.discover import find_families
from docgen.formats.door import open_file, open_parts
from docgen.formats.flattened import read_flattened
from docgen.formats.pdf.blank import make_blank
from docgen.formats.pdf.controls import state_names
from docgen.model.form import Form, Kind
from docgen.model.record import Prefill, Value, flatten_record, read_record
from docgen.model.value import RawForm, SignatureKind, Text, Unread
from flat_forms import draw_over, find_box, flatten, flatten_page, on_paper, repage, write_on
from node_clients import run_client
from pdf_forms import DAY, FILLED, FORM, blank, change
from records import record_of

FORMS = [form for family in find_families().values() for form in family.forms if not form.is_list]
VARIANTS = [variant for form in FORMS for variant in form.variants]
A4, LETTER = (595.3, 841.9), (612.0, 792.0)
FLAT = (
    "De invulvelden van dit formulier zijn afgevlakt: het werd afgedrukt naar PDF of platgemaakt. De waarden zijn "
    "gelezen van wat er op de bladzijden staat."
)
_TWICE = "bevat dezelfde bladzijde van ons formulier meer dan een keer; stuur elk formulier in een eigen bestand"


def raw_of(data: bytes) -> RawForm:
    raw = read_flattened(data, "plat.pdf", VARIANTS)
    assert raw is not None
    return raw


def values_of(data: bytes) -> dict[str, object]:
    """The values of the record in a flat form, printed themes without a row aside."""
    return flatten_record(read_record(FORM, raw_of(data), "plat.pdf").record)


SMALL = next(form for form in FORMS if form.name == "begeleidingsverslag-interviewvoorzitter")
ONE_PAGE = {
    "naam_mentee": "Łucja Proef-d’Hondt",
    "mentor_keuze": "mentor van de eigen klantenorganisatie (inhouse)",
    "fasen__1__fase": "de mentee als observator",
    "fasen__1__datum": DAY,
    "fasen__8__opmerkingen": "Eerste regel.\nTweede regel, met € 5.",
}


def small(values: Mapping[str, Value] = ONE_PAGE) -> bytes:
    """A flat form of one page."""
    return flatten(make_blank(SMALL, Prefill(values, reference="R-1", locked=False)))


LIVE = flatten_record(
    record_of(
        FORM,
        {**FILLED, "startdatum": DAY, "contactmomenten__1__datum": DAY.replace(day=7)},  # type: ignore[dict-item]
    )
)


@pytest.fixture(scope="module")
def flat() -> bytes:
    return flatten(blank(dict(FILLED)))


@pytest.mark.parametrize("program", ["pdfium", "pdftocairo", "gs", "qpdf"])
def test_a_flat_form_gives_the_record_that_was_filled_in(program):
    data = flatten(blank(dict(FILLED)), program)
    assert LIVE == values_of(data)
    assert [FLAT] == [remark.sentence for remark in raw_of(data).remarks]


@pytest.mark.parametrize("form", VARIANTS, ids=lambda form: f"{form.path}-{form.language}")
def test_every_form_in_every_language_is_read_back_from_its_pages(form):
    dutch = next(each for each in FORMS if each.path == form.path)
    asked = [question for question in dutch.questions.values() if question.kind is not Kind.SIGNATURE]
    values = {q.key: DAY if q.kind is Kind.DATE else q.choices[-1] if q.choices else f"Woord {n}"
              for n, q in enumerate(asked)}  # fmt: skip
    raw = raw_of(flatten(make_blank(form, Prefill(values, reference="R 7", locked=False))))
    reading = read_record(dutch, raw, "plat.pdf")
    assert (record_of(dutch, values), {None}) == (reading.record, {problem.key for problem in reading.problems})
    assert form.identity("R 7") == raw.identity


def test_a_form_filled_by_pdf_lib_is_read_back(tmp_path):
    typed = {"instelling": "Basisschool De Proef", "contactmomenten__1__aanwezigheid": "ja", "startdatum": "01/09/2025"}
    filled = run_client("fill_pdflib.mjs", blank(), typed, tmp_path)
    read = values_of(flatten(filled, "qpdf"))
    assert ("Basisschool De Proef", "ja", DAY) == tuple(read[key] for key in typed)


def test_a_form_filled_by_pypdf_is_read_back():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(blank())))
    for page in writer.pages:
        writer.update_page_form_field_values(page, {"instelling": "Basisschool De Proef", "startdatum": "01/09/2025"})
    out = io.BytesIO()
    writer.write(out)
    read = values_of(flatten(out.getvalue()))
    assert ("Basisschool De Proef", DAY) == (read["instelling"], read["startdatum"])


def test_the_reference_survives_in_the_code_on_the_pages(flat):
    assert "R-1" == raw_of(flat).identity.reference
    assert "R-1" == raw_of(repage(flat, list)).identity.reference


def test_a_locked_value_that_was_changed_is_noticed_where_the_file_still_says_what_it_was():
    data = blank({"naam_deelnemer": "Abel Proef"}, locked=True)
    changed = change(data, lambda _, fields: fields["naam_deelnemer"].__setitem__("/V", "Bea Proef"))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(changed)))
    writer.update_page_form_field_values(writer.pages[0], {"naam_deelnemer": "Bea Proef"})
    out = io.BytesIO()
    writer.write(out)
    reading = read_record(FORM, raw_of(flatten(out.getvalue(), "qpdf")), "plat.pdf")
    assert ["voorinvulling-gewijzigd"] == [p.rule for p in reading.problems if p.key == "naam_deelnemer"]


def test_each_value_says_on_which_page_and_in_which_field_it_stands(flat):
    values = raw_of(flat).values
    assert "plat.pdf, bladzijde 1, veld Naam deelnemer" == str(values["naam_deelnemer"].place)
    assert str(values["contactmomenten__1__datum"].place).startswith("plat.pdf, bladzijde 2, veld Datum, rij 1")


@pytest.mark.parametrize(
    "how",
    [
        pytest.param(lambda page: on_paper(page, A4, Transformation().translate(7, -9)), id="shifted"),
        pytest.param(lambda page: on_paper(page, LETTER, Transformation().scale(0.93).translate(25, 3)), id="fit"),
        pytest.param(lambda page: on_paper(page, A4[::-1], Transformation().scale(0.7071)), id="lying"),
        pytest.param(
            lambda page: on_paper(page, A4[::-1], Transformation().rotate(90).translate(841.9, 0)), id="turned"
        ),
        pytest.param(lambda page: page.rotate(180), id="upside down"),
        pytest.param(lambda page: page.rotate(90), id="rotated"),
    ],
)
def test_a_page_is_read_however_it_was_printed(how):
    raw = raw_of(repage(small(), lambda pages: [how(page) for page in pages]))
    assert record_of(SMALL, ONE_PAGE) == read_record(SMALL, raw, "plat.pdf").record


def test_pages_in_another_order_are_each_read_as_themselves(flat):
    read = raw_of(repage(flat, lambda pages: pages[::-1]))
    assert LIVE == flatten_record(read_record(FORM, read, "").record)
    assert str(read.values["naam_deelnemer"].place).startswith("plat.pdf, bladzijde 4,")


def test_a_page_that_is_missing_is_said_and_what_it_asks_is_not_called_empty(flat):
    raw = raw_of(repage(flat, lambda pages: [pages[0], *pages[2:]]))
    assert {2: True} == {page: "contactmomenten__1__datum" in keys for page, keys in raw.gone.items()}
    reading = read_record(FORM, raw, "plat.pdf")
    gone = [problem for problem in reading.problems if problem.rule == "onleesbaar-veld"]
    assert [(None, True)] == [(problem.key, problem.required) for problem in gone]
    assert gone[0].message.startswith("Bladzijde 2 van het formulier is er niet bij, of ze is niet te lezen;")
    assert "contactmomenten__1__datum" in reading.unreadable


def test_a_signature_on_a_page_that_is_missing_is_not_called_missing(flat):
    reading = read_record(FORM, raw_of(repage(flat, lambda pages: pages[:3])), "plat.pdf")
    assert {"handtekening_mentor", "handtekening_datum"} <= reading.unreadable


def test_a_box_that_was_cut_off_with_its_page_is_not_called_empty(flat):
    def crop(page):
        page.mediabox.upper_right = page.cropbox.upper_right = (500, 595)
        return page

    raw = raw_of(repage(flat, lambda pages: [crop(page) for page in pages]))
    assert "het vak valt buiten de bladzijde" == raw.unreadable["instelling"].doubt
    assert "Łucja Şahin-d’Hondt" == raw.values["naam_deelnemer"].value
    assert "het vak valt voor een deel buiten de bladzijde" == raw.values["naam_deelnemer"].doubt


def test_two_pages_on_a_sheet_are_refused(flat):
    def pair(pages):
        sheet = on_paper(pages[0], A4, Transformation().scale(0.7).translate(0, 420))
        sheet.merge_transformed_page(pages[1], Transformation().scale(0.7))
        return [sheet]

    with pytest.raises(UnreadableFileError, match="verschillende bladzijden op een blad"):
        raw_of(repage(flat, pair))


def test_pages_of_two_people_are_refused(flat):
    other = flatten(blank({"naam_deelnemer": "Bea Proef"}, reference="R-2"))
    with pytest.raises(UnreadableFileError, match="meer dan een"):
        raw_of(repage(flat, lambda pages: [*pages[:2], *list(PdfReader(io.BytesIO(other)).pages)[2:]]))
    with pytest.raises(UnreadableFileError, match=_TWICE):
        raw_of(repage(flat, lambda pages: [*pages, pages[0]]))


def test_a_print_that_lies_askew_is_refused():
    with pytest.raises(UnreadableFileError, match="anders liggen"):
        raw_of(repage(small(), lambda pages: [on_paper(p, (700, 900), Transformation().rotate(4)) for p in pages]))


def test_text_longer_than_its_box_is_never_cut_short_in_silence():
    long = "woord " * 120
    raw = raw_of(small({"naam_mentee": long, "fasen__2__opmerkingen": long}))
    for key in ("naam_mentee", "fasen__2__opmerkingen"):
        found = raw.values.get(key) or raw.unreadable[key]
        assert found.doubt
        assert found.picture


def test_a_neighbour_of_an_overflowing_box_does_not_take_its_text():
    raw = raw_of(small({"fasen__2__opmerkingen": "woord " * 90, "fasen__2__datum": DAY}))
    assert "fasen__3__opmerkingen" not in raw.values


def test_lines_that_a_program_left_out_are_missed():
    data = make_blank(SMALL, Prefill({"fasen__2__opmerkingen": "woord " * 90}, locked=False))
    raw = raw_of(flatten(data, "pdftocairo"))
    found = raw.values.get("fasen__2__opmerkingen") or raw.unreadable["fasen__2__opmerkingen"]
    assert found.doubt


def test_a_character_that_no_font_could_draw_makes_a_value_unreadable():
    data = make_blank(SMALL, Prefill({"naam_mentee": "Abel 👩‍🏫 Proef"}, locked=False))
    for program in ("pdfium", "pdftocairo"):
        assert "naam_mentee" in raw_of(flatten(data, program)).unreadable


def struck(data: bytes, form: Form, key: str) -> bytes:
    return draw_over(data, form, find_box(form, key))


def test_a_drawing_in_a_field_is_shown_and_never_called_empty():
    raw = raw_of(struck(small({}), SMALL, "naam_mentee"))
    assert raw.unreadable["naam_mentee"].picture
    assert "naam_mentee" not in raw.values


def test_a_value_struck_through_is_not_read_as_it_stood():
    assert "naam_mentee" in raw_of(struck(small(), SMALL, "naam_mentee")).unreadable


def test_two_chosen_buttons_are_shown_and_not_chosen_between():
    other = find_box(SMALL, "mentor_keuze", next(iter(state_names(SMALL.questions["mentor_keuze"]))))
    raw = raw_of(draw_over(small(), SMALL, other, whole=True))
    assert "er is meer dan een keuze aangeduid" == raw.unreadable["mentor_keuze"].doubt
    assert raw.unreadable["mentor_keuze"].picture


def test_a_dot_so_small_that_nobody_knows_whether_it_was_meant_is_shown():
    box = find_box(SMALL, "mentor_keuze", next(iter(state_names(SMALL.questions["mentor_keuze"]))))
    left, top, right, bottom = box.box
    x, y = (left + right) / 2, (top + bottom) / 2
    speck = dataclasses.replace(box, box=(x - 3.8, y - 0.4, x + 3.8, y + 0.4))
    raw = raw_of(draw_over(small({}), SMALL, speck, whole=True))
    assert "op de bladzijde is niet duidelijk welke keuze aangeduid is" == raw.unreadable["mentor_keuze"].doubt


def test_ink_in_the_place_for_a_signature_is_a_signature():
    raw = raw_of(struck(flatten(blank()), FORM, "handtekening_mentor"))
    assert {"handtekening_mentor": SignatureKind.INK} == raw.signatures
    assert raw.pictures["handtekening_mentor"].png


def test_a_name_typed_in_the_place_for_a_signature_is_typed():
    left, _, _, bottom = find_box(FORM, "handtekening_mentor").box
    raw = raw_of(write_on(flatten(blank()), 3, "Mia Proefkonijn", (left + 5, 595.3 - bottom + 20)))
    assert ("Mia Proefkonijn", SignatureKind.TYPED) == (
        raw.values["handtekening_mentor"].value,
        raw.signatures["handtekening_mentor"],
    )


def test_text_beside_the_boxes_is_shown_and_that_of_a_margin_is_not():
    beside, margin = write_on(small(), 0, "zie bijlage", (100, 640)), write_on(small(), 0, "22/11/2026", (40, 830))
    assert ["plat.pdf, bladzijde 1"] == [str(remark.place) for remark in raw_of(beside).remarks[1:]]
    assert () == raw_of(margin).remarks[1:]


def test_text_that_does_not_show_is_not_read():
    left, top, right, bottom = find_box(SMALL, "naam_mentee").box
    with Pdf.open(io.BytesIO(small())) as pdf:
        cover = f"q 1 g {left} {841.9 - bottom} {right - left} {bottom - top} re f Q"
        pdf.pages[0].contents_add(cover.encode())
        out = io.BytesIO()
        pdf.save(out)
    assert "naam_mentee" not in raw_of(out.getvalue()).values


def test_a_form_of_which_some_fields_are_flat_is_read_from_both_and_says_so():
    raw = open_file("half.pdf", flatten_page(blank(dict(FILLED)), 1), FORMS).found
    assert isinstance(raw, RawForm)
    assert LIVE == flatten_record(read_record(FORM, raw, "half.pdf").record)
    assert any("Een deel van de invulvelden is afgevlakt" in note for note in raw.notes)


def test_other_pages_in_the_file_stay_documents_of_their_own(flat):
    def append(pages):
        return [*pages, PageObject.create_blank_page(width=595, height=842)]

    more = write_on(repage(flat, append), 4, "Betalingsbewijs van 50 euro", (100, 700))
    parts = open_parts("alles.pdf", more, FORMS)
    assert [("bladzijden 1-4", RawForm), ("bladzijde 5", Text)] == [(part.part, type(part.found)) for part in parts]


def test_a_pdf_that_is_no_form_of_ours_is_left_alone():
    sheet = PdfWriter()
    sheet.add_blank_page(595, 842)
    out = io.BytesIO()
    sheet.write(out)
    assert read_flattened(out.getvalue(), "leeg.pdf", VARIANTS) is None
    said = write_on(out.getvalue(), 0, "Over het Verantwoordingsdocument jobtraining", (100, 700))
    assert read_flattened(said, "brief.pdf", VARIANTS) is None


def test_an_older_version_is_read_by_the_layout_that_it_was_printed_with(flat):
    newer = [dataclasses.replace(form, version=2) for form in VARIANTS]
    raw = read_flattened(flat, "plat.pdf", newer)
    assert raw
    assert "Łucja Şahin-d’Hondt" == raw.values["naam_deelnemer"].value
    assert any("oudere versie van het formulier (versie 1)" in note for note in raw.notes)


def test_a_version_of_which_no_layout_was_kept_is_refused():
    newer = dataclasses.replace(FORM, version=2)
    data = flatten(make_blank(newer, Prefill({})))
    with pytest.raises(UnreadableFileError, match="niet meer geweten"):
        read_flattened(data, "plat.pdf", [newer])


def test_the_door_says_in_a_sentence_why_a_flat_form_is_not_read(flat):
    found = open_file("plat.pdf", repage(flat, lambda pages: [*pages, pages[0]]), FORMS).found
    assert Unread(f"“plat.pdf” {_TWICE}.") == found


def test_a_form_whose_foot_a_program_garbled_is_known_by_its_other_words():
    form = next(form for form in FORMS if form.name == "samenvatting")
    data = make_blank(form, Prefill({"deelnemer": "Bea Proef"}, reference="R 3", locked=False))
    raw = raw_of(flatten(data, "gs"))  # Ghostscript 10.00 loses letters of “samenvatting” also at the foot
    assert ("Bea Proef", form.identity("R 3")) == (raw.values["deelnemer"].value, raw.identity)
