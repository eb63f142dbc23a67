from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from pikepdf import Pdf

from docgen.errors import WrongUseError
from docgen.families.competentiebilan.aanvraag import AANVRAAG
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.formats.pdf.blank import make_blank
from docgen.formats.pdf.widgets import tooltip as say_tooltip
from docgen.model.record import Prefill
from verapdf import assert_conforms

NAME = "Ann-Sofie d’Hondt-Łukasiewicz"
LONG = "Scholengroep “Vossenland” – é ë ç ü Ş ș € " * 6
PREFILL = Prefill(
    {
        "naam_deelnemer": NAME,
        "scholengroep": LONG,
        "startdatum": date(2025, 9, 1),
        "contactmomenten__5__begeleider": "begeleider schoolontwikkeling",
        "contactmomenten__5__opmerkingen": "eerste regel\n" + "lang " * 90,
        "initiatieven__1__thema": "שלום 👩‍🏫",
        "contactmomenten__6__aanwezigheid": "neen",
    },
    reference="JT-2025/0042",
)


def opened(prefill: Prefill) -> Pdf:
    return Pdf.open(io.BytesIO(make_blank(VERANTWOORDINGSDOCUMENT, prefill)))


@contextmanager
def fields(prefill: Prefill) -> Iterator[dict[str, pikepdf.Object]]:
    with opened(prefill) as pdf:
        yield {str(field.T): field for field in pdf.Root.AcroForm.Fields}


def test_a_blank_and_a_prefilled_form_conform_to_pdf_ua_1(tmp_path: Path):
    blank, prefilled = tmp_path / "blank.pdf", tmp_path / "prefilled.pdf"
    blank.write_bytes(make_blank(VERANTWOORDINGSDOCUMENT, Prefill()))
    prefilled.write_bytes(make_blank(VERANTWOORDINGSDOCUMENT, PREFILL))
    assert_conforms([blank, prefilled])


def test_every_question_is_one_field_in_the_order_of_the_form():
    with fields(Prefill()) as found:
        assert list(found) == list(VERANTWOORDINGSDOCUMENT.questions)


def test_the_tab_order_is_that_of_the_structure():
    assert [str(page.Tabs) for page in opened(Prefill()).pages] == ["/S"] * 4


@pytest.mark.parametrize(
    ("key", "tooltip"),
    [
        ("naam_deelnemer", "Naam deelnemer. Voornaam en naam van de trainee. Verplicht."),
        ("startdatum", "Startdatum jobtraining. Eerste dag van de jobtraining, als dd/mm/jjjj. Verplicht."),
        (
            "contactmomenten__3__opmerkingen",
            "Opmerkingen, rij 3 (Contactmomenten en behandelde thema’s). Vrije tekst, niet verplicht.",
        ),
    ],
)
def test_a_tooltip_starts_with_the_visible_label_and_says_what_is_required(key: str, tooltip: str):
    with fields(Prefill()) as found:
        assert tooltip == str(found[key].TU)


def test_two_choices_are_radio_buttons_that_can_be_left_empty():
    no_toggle_to_off = 1 << 14
    with fields(Prefill()) as found:
        group = found["contactmomenten__1__aanwezigheid"]
        assert int(group.Ff) & no_toggle_to_off == 0
        assert [sorted(map(str, kid.AP.N.keys())) for kid in group.Kids] == [["/Off", "/ja"], ["/Off", "/neen"]]


def test_the_printed_themes_stand_in_the_first_rows_and_stay_open():
    editable_combo = (1 << 17) | (1 << 18)
    with fields(Prefill()) as found:
        theme = found["contactmomenten__4__thema"]
        assert (str(theme.V), int(theme.Ff)) == ("bijwonen en bespreken van een les", editable_combo)


def test_a_prefilled_row_holds_its_own_values_and_no_printed_theme():
    with fields(Prefill({"contactmomenten__1__datum": date(2025, 10, 1)})) as found:
        assert str(found["contactmomenten__1__datum"].V) == "01/10/2025"
        assert "/V" not in found["contactmomenten__1__thema"]


def test_locked_values_are_read_only_and_unlocked_ones_are_not():
    with fields(PREFILL) as locked:
        assert [int(locked[key].Ff) & 1 for key in ("naam_deelnemer", "algemeen_directeur")] == [1, 0]
    with fields(Prefill(PREFILL.values, reference="JT-2025/0042", locked=False)) as free:
        assert int(free["naam_deelnemer"].Ff) & 1 == 0


def test_the_form_holds_no_script_and_asks_no_viewer_to_draw_anew():
    with opened(PREFILL) as pdf:
        assert not bool(pdf.Root.AcroForm.NeedAppearances)
        assert {"/OpenAction", "/AA", "/Names"}.isdisjoint(pdf.Root.keys())


def test_the_qr_code_on_each_page_carries_form_version_and_reference():
    pages = pypdfium2.PdfDocument(make_blank(VERANTWOORDINGSDOCUMENT, PREFILL))
    codes = [[code.text for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())] for page in pages]
    assert codes == [["docgen:jobtraining/verantwoordingsdocument v1 JT-2025/0042"]] * 4


def test_the_properties_name_form_and_language():
    pdf = opened(PREFILL)
    assert (str(pdf.Root.Lang), bool(pdf.Root.ViewerPreferences.DisplayDocTitle)) == ("nl-BE", True)
    assert "<docgen:reference>JT-2025/0042</docgen:reference>" in pdf.Root.Metadata.read_bytes().decode()


def test_the_same_input_gives_the_same_bytes():
    assert make_blank(VERANTWOORDINGSDOCUMENT, PREFILL) == make_blank(VERANTWOORDINGSDOCUMENT, PREFILL)


def test_a_value_that_no_file_can_hold_is_refused_by_the_name_of_its_field():
    with pytest.raises(WrongUseError, match="De waarde voor “Scholengroep” bevat een teken"):
        make_blank(VERANTWOORDINGSDOCUMENT, Prefill({"scholengroep": "\ud800"}))


def test_a_long_value_is_set_smaller_and_stays_inside_its_box():
    page = pypdfium2.PdfDocument(make_blank(VERANTWOORDINGSDOCUMENT, PREFILL))[0]
    with fields(PREFILL) as found:
        assert b" 6.5 Tf" in bytes(found["scholengroep"].DA)
        right = float(found["scholengroep"].Rect[2])
    strip = page.render(scale=2, crop=(right + 1, 0, 0, 60)).to_pil()
    assert strip.convert("L").getextrema() == (255, 255)


def test_a_word_without_spaces_breaks_and_keys_and_choices_that_do_not_exist_are_left_out():
    values = {"traject": "x" * 400, "onbekend": "y", "initiatieven__1__aanwezigheid": "misschien"}
    with fields(Prefill({**values, "handtekening_mentor": "B. Voorbeeld"}, locked=False)) as found:
        assert found["traject"].AP.N.read_bytes().count(b"Tj") > 1
        assert str(found["initiatieven__1__aanwezigheid"].V) == "/Off"
        assert str(found["handtekening_mentor"].V) == "B. Voorbeeld"
        assert "onbekend" not in found


def test_a_tooltip_adds_no_full_stop_to_a_question():
    asked = AANVRAAG.in_language("fr")
    said = say_tooltip(asked.questions["medex_beslissing"])
    assert said.startswith("Qu’a décidé Medex\N{NO-BREAK SPACE}? A4")
    assert said.endswith("fonction.")
