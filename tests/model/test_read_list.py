"""The list of what was read of a form that is not ours."""

from __future__ import annotations

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.model.record import read_record
from docgen.model.value import Place, RawForm, RawValue


def at(value: str, spot: str, through: str | None = "", doubt: str | None = None) -> RawValue:
    return RawValue(value, Place("sjabloon.docx", spot), doubt, through=through)


RAW = RawForm(
    FORM.identity(),
    {
        "contactmomenten__2__datum": at("14/10/2025", "tabel 1, rij 3"),
        "contactmomenten__2__begeleider": at("Mentor", "tabel 1, rij 3", "het opschrift is hier anders geschreven"),
        "startdatum": at("1/9/2025", "alinea 2"),
        "naam_deelnemer": at("An Proef", "alinea 1"),
        "einddatum": at("ooit", "alinea 3"),
        "scholengroep": at("Scholengroep 99", "alinea 4", None),
        "ambt": at("directeur Zuid", "alinea 5", "", "één tekst, die niet gesplitst kon worden"),
        "contactmomenten__23__thema": at("zorg", "tabel 1, rij 24"),
    },
    origin="“sjabloon.docx” is niet ons eigen formulier.",
)
TABLE = "Contactmomenten en behandelde thema’s"


def test_it_holds_a_line_for_each_question_and_row_in_the_order_of_the_form():
    problem, *others = read_record(FORM, RAW, "sjabloon.docx").problems
    assert "“sjabloon.docx” is niet ons eigen formulier." == problem.message
    assert [
        ("Naam deelnemer", "An Proef", "alinea 1", ""),
        ("Ambt en instelling van huidige aanstelling: ambt", "directeur Zuid", "alinea 5", ""),
        ("Startdatum jobtraining", "01/09/2025", "alinea 2", ""),
        (f"{TABLE}, rij 2", "Datum “14/10/2025”, Begeleider “mentor”", "tabel 1, rij 3",
         "het opschrift is hier anders geschreven"),
        (f"{TABLE}, rij 23", "Thema “zorg”", "tabel 1, rij 24", ""),
    ] == [(line.label, line.shown, line.place.spot, line.how) for line in problem.listed]  # fmt: skip
    assert {("onleesbaar-veld", "einddatum"), ("onzekere-lezing", "ambt")} == {(o.rule, o.key) for o in others}


def test_a_form_of_ours_has_no_such_list():
    own = RawForm(FORM.identity(), {"naam_deelnemer": at("An Proef", "alinea 1", None)})
    assert () == read_record(FORM, own, "formulier.docx").problems
