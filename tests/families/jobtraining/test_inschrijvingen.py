"""A dossier's line in the enrolment list: by reference, else by name and scholengroep."""

import pytest

from docgen.families.jobtraining.inschrijvingen import find_inschrijving, same_scholengroep
from docgen.families.jobtraining.record import INSCHRIJVING as FORM
from docgen.families.jobtraining.record import Inschrijving
from docgen.model.record import Reading
from trainee_dossiers import GROEP, INSCHRIJVING, NAAM, RECORD, record

OTHER = Inschrijving(naam="Gerda Iemandanders", scholengroep=GROEP)


def listed(line, reference=None):
    return Reading(FORM, line, FORM.identity(reference), "lijst.xlsx")


@pytest.mark.parametrize(
    ("found", "roster", "reference", "why"),
    [
        (INSCHRIJVING, [OTHER, INSCHRIJVING], None, "name and scholengroep"),
        (INSCHRIJVING, [listed(OTHER), listed(INSCHRIJVING)], None, "also as readings"),
        (OTHER, [listed(OTHER, "JT-1"), listed(INSCHRIJVING)], "jt 1", "the reference goes before the name"),
        (INSCHRIJVING, [listed(OTHER, "JT-1"), listed(INSCHRIJVING)], "JT-2", "an unknown reference: the name"),
        (INSCHRIJVING, [INSCHRIJVING, INSCHRIJVING], None, "the same line twice"),
        (None, [INSCHRIJVING, INSCHRIJVING.model_copy(update={"mentor": "Iemand"})], None, "two that differ"),
        (None, [INSCHRIJVING.model_copy(update={"scholengroep": "Scholengroep 12"})], None, "another scholengroep"),
        (None, [OTHER], None, "nobody"),
        (None, [], "JT-1", "an empty list"),
        (None, ["iets anders"], None, "no enrolments"),
    ],
)
def test_one_line_fits_or_none(found, roster, reference, why):
    assert found == find_inschrijving(roster, RECORD, reference), why


def test_a_name_is_compared_without_case_and_order():
    turned = INSCHRIJVING.model_copy(update={"naam": "VOORBEELD Fientje"})
    assert turned == find_inschrijving([turned], record(naam_deelnemer=NAAM), None)


@pytest.mark.parametrize(
    ("same", "one", "other"),
    [
        (True, "Scholengroep 99 Voorbeeldstad", "SGR 99"),
        (True, "Voorbeeldstad", "Scholengroep Voorbeeldstad"),
        (True, "SGR Voorbeeldstad", "Scholengroep 12 – Voorbeeldstad"),
        (True, "Scholengroep 09", "GO! scholengroep 9"),
        (False, "Scholengroep", "Scholengroep"),
        (False, "Scholengroep 9", "Scholengroep 99"),
        (False, "Voorbeeldstad", "Proefdorp"),
        (False, None, "Voorbeeldstad"),
    ],
)
def test_a_scholengroep_is_compared_by_number_else_by_words(same, one, other):
    assert same == same_scholengroep(one, other)
