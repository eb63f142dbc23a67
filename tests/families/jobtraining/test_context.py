"""Papers of jobtraining: when a certificate is refused, and what each document prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from docgen.families.jobtraining.certificering import FEITEN, certificaat_subject
from docgen.families.jobtraining.context import (
    CONTEXTS,
    begeleidende_brief,
    certificaat,
    ontbrekende_stukken,
    verantwoordingsdocument,
)
from docgen.families.jobtraining.record import Contactmoment, Inschrijving, Verantwoordingsdocument
from docgen.families.jobtraining.voorbeeld import SAMPLES
from docgen.model.family import Issue
from docgen.model.report import DossierReport
from docgen.model.rule import Decision, Finding, Outcome, Severity, Verdict
from docgen.model.value import Place
from docgen.settings import Organisatie, Settings
from docgen.sources import handleiding

ON = date(2026, 7, 3)
SETTINGS = Settings(organisatie=Organisatie(naam="Dienst Voorbeeld", plaats="Voorbeeldstad", adres=("Laan 1",)))
ISSUE = Issue(ON, "nl", SETTINGS, "JT-2026-00007")
RECORD = Verantwoordingsdocument(
    naam_deelnemer="Zoë D'Uitgevonden",
    scholengroep="Scholengroep 99",
    ambt="directeur",
    instelling="De Proeftuin",
    algemeen_directeur="Joris Model",
    mentor_naam="Greet Staaltje",
    mentor_functie="coach",
    startdatum=date(2025, 9, 1),
    einddatum=date(2026, 6, 30),
    invuldatum=date(2026, 7, 1),
)
KNOWN = tuple(Outcome(rule, ()) for rule in FEITEN)
DECISION = Decision("tien-maanden", "*", "An Bureau", date(2026, 7, 1), "Nagekeken.")


def dossier(*outcomes: Outcome, record: Verantwoordingsdocument | None = RECORD, **changes: object) -> DossierReport:
    facts = tuple(known for known in KNOWN if known.rule not in {outcome.rule for outcome in outcomes})
    base = DossierReport(
        "dossier 1", "jobtraining", Verdict.COMPLETE, (*outcomes, *facts), (), record=record, checked_on=ON
    )
    return replace(base, **changes)


def found(rule: str, severity: Severity, decision: Decision | None = None) -> Outcome:
    return Outcome(rule, (Finding(rule, severity, "Er is iets.", None, decision=decision),))


def enrolled(vormingsattest: date, hervalidering: date | None = None) -> Inschrijving:
    return Inschrijving(naam="Zoë", scholengroep="99", vormingsattest=vormingsattest, hervalidering=hervalidering)


BLOCKING, ATTENTION, INFO = Severity.BLOCKING, Severity.ATTENTION, Severity.INFO
EXPIRED = replace(DECISION, until=date(2026, 7, 2))
SEVEN = replace(DECISION, rule="zeven-jaar")

REFUSALS = [
    (None, dossier(), "a complete dossier"),
    (None, dossier(found("tien-maanden", ATTENTION, DECISION)), "every open finding is decided"),
    (None, dossier(found("betalingsbewijs-aanwezig", INFO)), "info stands in nobody's way"),
    ("bevinding open", dossier(found("tien-maanden", BLOCKING)), "something blocks"),
    ("bevinding open", dossier(found("tien-maanden", ATTENTION)), "a grensgeval without a decision (ruling 6)"),
    (
        "bevinding open",
        dossier(found("tien-maanden", ATTENTION, EXPIRED)),
        "the decision no longer holds on the day of issue",
    ),
    ("vormingsattest", dossier(found("zeven-jaar", INFO)), "niet te controleren is not known (ruling)"),
    ("vormingsattest", dossier(found("vormingsattest-vanaf-2013", INFO)), "the same for § 4.1"),
    (None, dossier(found("zeven-jaar", INFO, SEVEN)), "the desk answers for the fact"),
    ("vormingsattest", dossier(outcomes=()), "the rule did not look at all"),
    ("geen verantwoordingsdocument", dossier(record=None), "nothing was read"),
    (
        "“Naam deelnemer”",
        dossier(record=RECORD.model_copy(update={"naam_deelnemer": None})),
        "the name would be a hole",
    ),
    ("ambt", dossier(record=RECORD.model_copy(update={"ambt": None})), "the ambt would be a hole"),
    ("instelling", dossier(record=RECORD.model_copy(update={"instelling": ""})), "the instelling would be a hole"),
    ("Einddatum", dossier(record=RECORD.model_copy(update={"einddatum": None})), "the period has no end"),
    (
        "voor het einde",
        dossier(record=RECORD.model_copy(update={"invuldatum": date(2026, 8, 1)})),
        "dated before it is reported",
    ),
    (
        None,
        dossier(enrolment=enrolled(date(2019, 7, 3)), checked_on=date(2026, 7, 1)),
        "dated on the last good day (ruling 8)",
    ),
    (
        "zeven jaar",
        dossier(enrolment=enrolled(date(2019, 7, 2)), checked_on=date(2026, 7, 1)),
        "one day too late: grensgeval",
    ),
    (
        "jury",
        dossier(enrolment=enrolled(date(2019, 6, 29)), checked_on=date(2026, 6, 1)),
        "even the jobtraining ended too late",
    ),
    (
        None,
        dossier(enrolment=enrolled(date(2015, 1, 1), date(2020, 1, 1)), checked_on=date(2026, 6, 1)),
        "counted from the hervalidering",
    ),
    (None, dossier(checked_on=date(2026, 1, 3)), "in order on that day means six months more, both days included"),
    ("andere dag", dossier(checked_on=date(2026, 1, 2)), "checked longer ago, and the attest's date is not at hand"),
    ("andere dag", dossier(checked_on=None), "nobody knows when it was checked"),
    (
        None,
        dossier(found("zeven-jaar", ATTENTION), enrolment=enrolled(date(2019, 7, 10)), checked_on=date(2026, 7, 20)),
        "a re-issue keeps its first date, which was in time",
    ),
    (
        None,
        dossier(
            found("zeven-jaar", ATTENTION, SEVEN), enrolment=enrolled(date(2019, 7, 1)), checked_on=date(2026, 7, 2)
        ),
        "the grensgeval is decided",
    ),
]


@pytest.mark.parametrize(("expected", "checked", "why"), REFUSALS, ids=[why for _, _, why in REFUSALS])
def test_a_certificate_is_refused_exactly_where_the_domain_says_so(
    expected: str | None, checked: DossierReport, why: str
) -> None:
    refusal = certificaat([checked], ISSUE)[0].refusal

    assert (expected is None) == (refusal is None), why
    assert (expected or "") in (refusal or "")


def test_a_refusal_names_the_rules_and_no_value() -> None:
    paper = certificaat([dossier(found("tien-maanden", BLOCKING), found("rl1-ambt", ATTENTION))], ISSUE)[0]

    assert paper.rules == ("tien-maanden", "rl1-ambt")
    assert "2 bevindingen" in str(paper.refusal)
    assert "1 blokkerend en 1 met aandacht" in str(paper.refusal)
    assert "Zoë" not in str(paper.refusal)


def test_the_certificate_prints_the_record_and_attaches_what_it_prints() -> None:
    paper = certificaat([dossier()], ISSUE)[0]

    assert paper.values["trainee"] == {"naam": "Zoë D'Uitgevonden"}
    assert paper.values["startdatum"] == "1 september 2025"
    assert paper.values["einddatum_kort"] == "30/06/2026"
    assert paper.values["datum"] == "3 juli 2026"
    assert paper.values["nummer"] == "JT-2026-00007"
    assert paper.record["startdatum"] == "2025-09-01"
    assert paper.record["datum"] == "2026-07-03"
    assert "contactmomenten" not in paper.record


def test_the_same_jobtraining_is_one_subject_however_it_is_typed() -> None:
    shouted = RECORD.model_copy(update={"naam_deelnemer": "ZOE  D’UITGEVONDEN", "instelling": "elders"})
    other = RECORD.model_copy(update={"startdatum": date(2024, 9, 1)})

    assert certificaat_subject(RECORD) == certificaat_subject(shouted)
    assert certificaat_subject(RECORD) != certificaat_subject(other)


def test_one_letter_per_scholengroep_lists_only_what_was_issued() -> None:
    numbers = {certificaat_subject(RECORD): "JT-2026-00007"}
    later = RECORD.model_copy(update={"naam_deelnemer": "Later", "scholengroep": "SCHOLENGROEP 99"})
    elsewhere = RECORD.model_copy(update={"naam_deelnemer": "Elders", "scholengroep": "Scholengroep 98"})
    nowhere = RECORD.model_copy(update={"naam_deelnemer": "Nergens", "scholengroep": None})
    issue = replace(
        ISSUE, numbers=lambda document, subject: numbers.get(subject) if document == "certificaat" else None
    )

    papers = begeleidende_brief([dossier(), *(dossier(record=r) for r in (later, elsewhere, nowhere))], issue)

    empty, refused, letter = papers
    assert "geen scholengroep" in str(empty.refusal)
    assert "nog geen certificaat" in str(refused.refusal)
    assert (True, False) == (refused.needless, letter.needless)
    assert letter.refusal is None
    assert letter.values["scholengroep"] == "Scholengroep 99"
    assert letter.values["algemeen_directeur"] == "Joris Model"
    assert [row["nummer"] for row in letter.values["certificaten"]] == ["JT-2026-00007"]
    assert letter.notes == ("Eén dossier heeft nog geen certificaat en staat niet in de brief.",)


def test_the_letter_counts_what_it_leaves_out_in_the_plural() -> None:
    others = [RECORD.model_copy(update={"naam_deelnemer": name}) for name in ("Een", "Twee")]
    numbers = {certificaat_subject(RECORD): "JT-1"}
    issue = replace(ISSUE, numbers=lambda _document, subject: numbers.get(subject))

    (letter,) = begeleidende_brief([dossier(record=record) for record in (RECORD, *others)], issue)

    assert letter.notes == ("2 dossiers hebben nog geen certificaat en staan niet in de brief.",)


def test_the_finished_verantwoordingsdocument_prints_every_field_and_nothing_for_an_empty_one() -> None:
    record = RECORD.model_copy(update={"contactmomenten": (Contactmoment(datum=date(2025, 10, 7), thema="eigen"),)})
    paper = verantwoordingsdocument([dossier(record=record)], ISSUE)[0]

    assert paper.refusal is None
    assert paper.values["startdatum"] == "01/09/2025"
    assert paper.values["traject"] == ""
    assert paper.values["contactmomenten"] == [
        {"datum": "07/10/2025", "begeleider": "", "thema": "eigen", "aanwezigheid": "", "opmerkingen": ""}
    ]
    assert verantwoordingsdocument([dossier(record=None)], ISSUE)[0].refusal is not None


def test_the_letter_on_what_is_missing_lists_open_findings_with_their_remedy() -> None:
    source = handleiding("7.1", "minimaal vier")
    seen = Finding(
        "vier-contactmomenten", BLOCKING, "Te weinig.", source, place=Place("a.xlsx", "Blad1!B2"), remedy="Vul aan."
    )
    paper = ontbrekende_stukken(
        [
            dossier(
                Outcome(seen.rule, (seen,), source),
                found("rl1-ambt", ATTENTION),
                found("tien-maanden", ATTENTION, DECISION),
            )
        ],
        ISSUE,
    )[0]

    assert paper.refusal is None
    assert paper.values["aantal"] == 2
    assert paper.values["peildatum"] == "3 juli 2026"
    assert paper.values["bevindingen"] == [
        {
            "melding": "Te weinig.",
            "plaats": "a.xlsx, Blad1!B2",
            "gevonden": "",
            "verwacht": "",
            "oplossing": "Vul aan.",
            "bron": "handleiding § 7.1",
            "zin": "minimaal vier",
            "lezing": "",
            "regel": "vier-contactmomenten",
        }
    ]
    assert paper.values["aandachtspunten"][0]["bron"] == ""


def test_a_ruling_is_never_passed_off_as_the_sources_word() -> None:
    source = handleiding("7.1", "minimaal vier")
    seen = Finding("vier-verschillende-datums", ATTENTION, "Drie dagen.", source, ruling="Vier verschillende dagen.")
    paper = ontbrekende_stukken([dossier(Outcome(seen.rule, (seen,), source))], ISSUE)[0]

    point = paper.values["aandachtspunten"][0]
    assert ("handleiding § 7.1, zoals wij dat lezen", "Vier verschillende dagen.") == (point["bron"], point["lezing"])


def test_what_the_desk_settles_itself_is_told_apart_and_asks_nothing() -> None:
    ours = Finding("handtekening-mentor", ATTENTION, "Er is met de hand getekend.", None, for_desk=True)
    theirs = found("tien-maanden", BLOCKING)
    paper = ontbrekende_stukken([dossier(theirs, Outcome(ours.rule, (ours,), None))], ISSUE)[0]

    assert ["Er is met de hand getekend."] == paper.values["eigen_nazicht"]
    assert (1, []) == (paper.values["aantal"], paper.values["aandachtspunten"])


def test_no_letter_goes_out_where_only_the_desk_has_something_to_do() -> None:
    ours = Finding("handtekening-mentor", ATTENTION, "Er is met de hand getekend.", None, for_desk=True)
    paper = ontbrekende_stukken([dossier(Outcome(ours.rule, (ours,), None))], ISSUE)[0]

    assert "kijkt het bureau zelf na" in str(paper.refusal)
    assert paper.needless


def test_a_form_that_names_nobody_is_not_printed_as_a_finished_document() -> None:
    nameless = replace(dossier(), record=RECORD.model_copy(update={"naam_deelnemer": None}))
    paper = CONTEXTS["verantwoordingsdocument"]([nameless], ISSUE)[0]

    assert "noemt geen deelnemer" in str(paper.refusal)
    assert ("algemene-informatie-ingevuld",) == paper.rules


def test_a_complete_dossier_gets_no_letter_on_what_is_missing() -> None:
    paper = ontbrekende_stukken([dossier()], ISSUE)[0]

    assert "volledig" in str(paper.refusal)
    assert paper.needless


@pytest.mark.parametrize("make", CONTEXTS.values(), ids=CONTEXTS.keys())
def test_every_context_gives_the_names_of_its_sample(make: Callable[..., list]) -> None:
    issue = replace(ISSUE, numbers=lambda _document, _subject: "JT-1")
    values = make([dossier(found("tien-maanden", BLOCKING))], issue)[0].values

    assert set(SAMPLES[make.__name__]) == set(values)


@pytest.mark.parametrize("name", CONTEXTS)
def test_every_sample_is_filled_to_the_last_name(name: str) -> None:
    def empty(value: object, path: str) -> list[str]:
        if isinstance(value, dict):
            return [p for key, inner in value.items() for p in empty(inner, f"{path}.{key}")]
        if isinstance(value, list):
            return [p for inner in value for p in empty(inner, path)] if value else [path]
        return [] if value else [path]

    assert empty(dict(SAMPLES[name]), name) == []
