"""Several verantwoordingsdocumenten in one dossier: which is judged, why, and what the others say otherwise."""

from datetime import date

import pytest

from docgen.families.jobtraining.record import Verantwoordingsdocument
from docgen.families.jobtraining.samenstellen import build_dossier
from docgen.families.jobtraining.versies import compare_readings, say_what, say_where
from docgen.model.value import Place, RawValue, SignatureKind
from trainee_dossiers import MOMENTEN, RECORD, case, form, moments, reading, record

UNSIGNED = record(handtekening_mentor=None)
STRANGER = record(naam_deelnemer="Ernest Anderstein")
BARE = Verantwoordingsdocument(naam_deelnemer=RECORD.naam_deelnemer, scholengroep=RECORD.scholengroep)
EARLIER = record(einddatum=date(2026, 6, 26))
EXTRA = MOMENTEN[0].model_copy(update={"datum": date(2026, 5, 5)})
INK = {"handtekening_mentor": SignatureKind.INK}
FULLEST, SIGNED, MOST = "het is het volledigst ingevuld", "het is ondertekend", "het bevat de meeste gegevens"

#: Which of two is judged, why, and the forms ``a.xlsx`` and ``b.xlsx``.
CHOSEN = [
    ("b.xlsx", "het past het best bij de rest van het dossier", form(STRANGER, "a.xlsx"), form(UNSIGNED, "b.xlsx")),
    ("b.xlsx", FULLEST, form(record(contactmomenten=MOMENTEN[:2]), "a.xlsx"), form(RECORD, "b.xlsx")),
    ("b.xlsx", FULLEST, form(record(einddatum=None), "a.xlsx"), form(UNSIGNED, "b.xlsx")),
    ("b.xlsx", FULLEST, form(BARE, "a.xlsx", signatures=INK),
     form(UNSIGNED, "b.xlsx")),
    ("a.xlsx", SIGNED, form(RECORD, "a.xlsx"),
     form(record(handtekening_mentor=None, einddatum=date(2026, 6, 26)), "b.xlsx")),
    ("b.xlsx", SIGNED, form(record(handtekening_mentor=None, contactmomenten=(*MOMENTEN, EXTRA)), "a.xlsx"),
     form(UNSIGNED, "b.xlsx", signatures=INK)),
    ("b.xlsx", MOST, form(RECORD, "a.xlsx"), form(record(contactmomenten=(*MOMENTEN, EXTRA)), "b.xlsx")),
    ("b.xlsx", "de handtekening erop weegt het zwaarst", form(EARLIER, "a.xlsx"),
     form(RECORD, "b.xlsx", signatures=INK)),
    ("b.xlsx", "het is het laatst ingevuld", form(RECORD, "a.xlsx"),
     form(record(invuldatum=date(2026, 7, 4)), "b.xlsx")),
    ("a.xlsx", "niets wijst een ander aan en het staat op naam vooraan", form(RECORD, "a.xlsx"),
     form(EARLIER, "b.xlsx")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("judged", "reden", "a", "b"), CHOSEN, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_form_that_fits_then_the_fullest_then_the_best_signed_is_judged(judged, reden, a, b):
    dossier = build_dossier(case(None, extra=[a, b]))
    assert (judged, reden, 1) == (dossier.reading.file, dossier.reden, len(dossier.others))


def differences(other, judged=RECORD):
    return [(each.label, each.found, each.judged) for each in compare_readings(reading(judged), reading(other))]


ROW_5 = "Datum “05/05/2026”, Begeleider “mentor”, Thema “school organisatorisch”, Aanwezigheid trainee “ja”"
ROW = "Contactmomenten en behandelde thema’s, rij"

#: What differs, as label, what the other form says, what the judged one says; and the other form.
APART = [
    ([("Einddatum jobtraining", "“26/06/2026”", "“30/06/2026”")], record(einddatum=date(2026, 6, 26))),
    ([("Einddatum jobtraining", "niets", "“30/06/2026”")], record(einddatum=None)),
    ([("Naam en functie van de mentor: functie", "“directrice”", "“directeur”")], record(mentor_functie="directrice")),
    ([(f"{ROW} 2", "Datum “12/11/2025”", "Datum “14/11/2025”")],
     record(contactmomenten=moments(r2={"datum": date(2025, 11, 12)}))),
    ([(f"{ROW} 5", ROW_5, "niets")], record(contactmomenten=(*MOMENTEN, EXTRA))),
    ([], record(contactmomenten=(MOMENTEN[1], MOMENTEN[0], *MOMENTEN[2:]))),
    ([("Het traject dat de trainee met de mentor heeft doorlopen", "“Drie gesprekken.”", "niets")],
     record(traject="Drie gesprekken.")),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "other"), APART)
def test_each_place_that_differs_is_named_by_its_label(expected, other):
    assert expected == differences(other)


def test_a_row_that_was_put_in_between_is_the_only_difference():
    inserted = record(contactmomenten=(MOMENTEN[0], EXTRA, *MOMENTEN[1:]))
    assert [(f"{ROW} 2", "niets")] == [(label, judged) for label, _, judged in differences(inserted)]


def test_what_cannot_be_read_differs_from_what_can():
    blurred = form(record(einddatum=None), "b.xlsx", unreadable={"einddatum": RawValue("eind juni", Place("b.xlsx"))})
    dossier = build_dossier(case(extra=[blurred]))
    (other,) = dossier.others
    assert [("Einddatum jobtraining", "“onleesbaar”", "“30/06/2026”")] == [
        (each.label, each.found, each.judged) for each in compare_readings(dossier.reading, other)
    ]


def test_many_differences_are_counted_after_the_first_six():
    other = Verantwoordingsdocument(naam_deelnemer=RECORD.naam_deelnemer)
    where = say_where("a.xlsx", compare_readings(reading(RECORD), reading(other)))
    assert where.startswith("“a.xlsx” zegt iets anders bij “Scholengroep”, ")
    assert where.endswith(" en op 9 andere plaatsen.")


def test_what_differs_is_said_with_both_values():
    apart = compare_readings(reading(RECORD), reading(record(einddatum=date(2026, 6, 26))))
    assert "In “a.xlsx” staat bij Einddatum jobtraining: “26/06/2026” in plaats van “30/06/2026”." == say_what(
        "a.xlsx", apart
    )
