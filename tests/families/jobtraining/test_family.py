"""The whole check of one dossier: verdict, record, files, facts, ledger and decisions."""

from datetime import date
from itertools import pairwise

import pytest

from docgen.families.discover import find_families
from docgen.families.jobtraining.family import FAMILY, RULES, check
from docgen.model.rule import Decision, Verdict
from docgen.model.value import Unread
from trainee_dossiers import (
    BETALING,
    INSCHRIJVING,
    MOMENTEN,
    NAAM,
    PEILDATUM,
    RECORD,
    RL1,
    case,
    file,
    form,
    moments,
    record,
)


def ledger(report):
    return {row.label: row.value for row in report.ledger}


def test_the_family_is_discovered():
    assert FAMILY is find_families()["jobtraining"]
    assert {"verantwoordingsdocument", "inschrijving"} == {form.name for form in FAMILY.forms}


def test_a_dossier_in_order_is_complete_and_every_rule_looked():
    report = check(case())
    assert (Verdict.COMPLETE, ()) == (report.verdict, report.findings)
    assert [rule.id for rule in RULES] == [outcome.rule for outcome in report.in_order]
    assert (RECORD, NAAM, INSCHRIJVING) == (report.record, report.subject, report.enrolment)
    assert (PEILDATUM, "verantwoordingsdocument.xlsx") == (report.checked_on, report.form)


def test_every_file_is_listed_with_what_it_is():
    report = check(case(extra=[file("RL1-b.pdf", Unread("“RL1-b.pdf” is een scan.")), file("x.txt", "Krijt\t3,50")]))
    assert {
        "verantwoordingsdocument.xlsx": "verantwoordingsdocument", "rl1.pdf": "rl1", "betaling.pdf": "betalingsbewijs",
        "RL1-b.pdf": "rl1 (niet gelezen)", "x.txt": "niet herkend",
    } == {seen.name: seen.kind for seen in report.files}  # fmt: skip
    assert all(len(seen.sha256) == 64 for seen in report.files)


@pytest.mark.parametrize(
    ("verdict", "dossier"),
    [
        (Verdict.COMPLETE, case(betaling=None)),
        (Verdict.TO_REVIEW, case(record(mentor_naam="Joris Model", handtekening_mentor="Joris Model"))),
        (Verdict.INCOMPLETE, case(record(instelling=None))),
        (Verdict.UNREADABLE, case(None)),
        (Verdict.UNREADABLE, case(None, rl1=None, betaling=None)),
    ],
)
def test_the_verdict_follows_from_the_findings(verdict, dossier):
    assert verdict is check(dossier).verdict


def test_a_decision_settles_a_finding_and_stays_printed():
    decision = Decision("rl1-aanwezig", "Fientje-Voorbeeld", "Nele Staal", date(2026, 9, 1), "Op papier gezien.")
    report = check(case(rl1=None, decisions=(decision,)))
    assert Verdict.COMPLETE is report.verdict
    assert [decision] == [f.decision for f in report.findings if f.rule == "rl1-aanwezig"]


def test_a_rule_that_could_not_look_is_not_called_in_order():
    without_rl1 = {outcome.rule for outcome in check(case(rl1=None)).in_order}
    assert without_rl1.isdisjoint({"rl1-leesbaar", "rl1-van-trainee", "rl1-ambt", "rl1-dekt-periode"})
    without_form = {outcome.rule for outcome in check(case(None)).outcomes}
    assert without_form.isdisjoint({"vier-contactmomenten", "tien-maanden", "zeven-jaar", "mentor-niet-trainee"})
    without_start = {outcome.rule for outcome in check(case(record(startdatum=None))).outcomes}
    assert without_start.isdisjoint({"tien-maanden", "korte-waarneming", "rl1-dekt-periode"})


def test_the_positive_page_says_what_was_found_where():
    facts = {fact.rule: (fact.text, fact.place) for fact in check(case()).facts}
    assert ("303 dagen geteld op de RL1, 303 nodig, bereikt op 30/06/2026.", "rl1.pdf") == facts["tien-maanden"]
    assert ("Betaald: 50,00 euro op 12/06/2026.", "betaling.pdf, bladzijde 1, regel 3") == facts[
        "betalingsbewijs-klopt"
    ]
    assert ("Een certificaat is op tijd tot en met 30/06/2029.", "inschrijvingslijst") == facts["zeven-jaar"]
    assert "Rij 4: “bijwonen en bespreken van een les”." == facts["thema-lesbijwoning"][0]
    assert (
        "4 contactmomenten tellen mee: 14/10/2025, 14/11/2025, 14/12/2025 en 03/03/2026."
        == facts["vier-contactmomenten"][0]
    )


@pytest.mark.parametrize(
    "dossier",
    [
        case(None), case(rl1=None, betaling=None, roster=()), case(record(startdatum=None, mentor_naam=None)),
        case(rl1=file("rl1.jpg", Unread("“rl1.jpg” is een foto.")), betaling=file("betaling.jpg", Unread("Een foto."))),
        case(form(record(naam_deelnemer=None, handtekening_mentor=None))),
    ],
)  # fmt: skip
def test_facts_are_only_told_of_rules_in_order(dossier):
    report = check(dossier)
    assert {fact.rule for fact in report.facts} <= {outcome.rule for outcome in report.in_order}
    assert all(fact.text.endswith(".") and "None" not in f"{fact.text}{fact.place or ''}" for fact in report.facts)


def test_the_ledger_prints_the_whole_count():
    found = check(case())
    assert {
        "Peildatum": "15/09/2026",
        "Startdatum": "01/09/2025",
        "Telgrens": "30/06/2026",
        "Aanstelling 1": "01/09/2025 – 30/06/2026 (303 dagen)",
        "Periode": "01/09/2025 – 30/06/2026",
        "Uitgesloten dagen": "0",
        "Getelde dagen (D)": "303",
        "Eerste getelde dag": "01/09/2025",
        "Tien maanden (R)": "303",
        "Uitkomst": "volledig",
        "Tien maanden bereikt op": "30/06/2026",
    } == ledger(found)
    assert "1 september 2025 + 10 maanden = 1 juli 2026" in [row.note for row in found.ledger]


def test_the_ledger_names_what_does_not_count_and_why():
    text = "\n".join(
        f"Opdracht\t{n}\nAmbt\t{ambt}\nAdministratieve toestand\t{toestand}\nBegindatum\t{first}\nEinddatum\t{last}"
        for n, (ambt, toestand, first, last) in enumerate(
            [
                ("directeur", "waarnemend", "01/09/2025", "20/09/2025"),
                ("adjunct-directeur", "waarnemend", "01/10/2025", "31/10/2025"),
                ("directeur", "vast benoemd", "01/11/2025", "30/11/2025"),
                ("directeur", "waarnemend", "01/09/2024", "31/12/2024"),
                ("directeur", "toegelaten tot de proeftijd", "01/12/2025", "31/12/2999"),
            ]
        )
    )
    report = check(case(rl1=f"RL-1\nNaam\t{NAAM}\n{text}\nZiekteverlof van 01/02/2026 tot 15/02/2026"))
    notes = [row.note.partition("; ")[2] for row in report.ledger if row.label.startswith("Aanstelling")]
    assert [
        "valt buiten de jobtraining",
        "valt weg: een waarneming van minder dan 30 dagen",
        "telt niet mee: een ander ambt, of het ambt staat er niet bij",
        "telt niet mee: niet waarnemend en niet in proeftijd",
        "telt mee",
    ] == notes
    assert ["Ziekteverlof van 01/02/2026 tot 15/02/2026"] == [
        r.value for r in report.ledger if r.label == "Onderbreking"
    ]


@pytest.mark.parametrize(
    ("outcome", "note", "dossier"),
    [
        ("grensgeval", "er ontbreken 3 dagen, maar D is minstens 300", case(record(einddatum=date(2026, 6, 27)))),
        ("onvoldoende", "er telt geen enkele dag mee", case(rl1=RL1.replace("2025", "2023").replace("2026", "2024"))),
        ("grensgeval", "er telt geen enkele dag mee; dat verandert als een ander of niet vermeld ambt meegeteld wordt",
         case(rl1=RL1.replace("Ambt\tdirecteur", "Ambt\tadjunct-directeur"))),
        ("onvoldoende", "er ontbreken 30 dagen", case(record(einddatum=date(2026, 5, 31)))),
    ],
)  # fmt: skip
def test_the_ledger_ends_with_the_outcome_and_what_it_hangs_on(outcome, note, dossier):
    assert [(outcome, note)] == [(row.value, row.note) for row in check(dossier).ledger if row.label == "Uitkomst"]


def test_without_rl1_the_ledger_says_what_was_counted():
    assert "opgegeven datums" == ledger(check(case(rl1=None)))["Grondslag"]


def test_without_einddatum_the_count_runs_to_the_peildatum():
    report = check(case(record(einddatum=None), rl1=RL1.replace("30/06/2026", "31/12/2999")))
    assert ("15/09/2026", "loopt nog") == (ledger(report)["Telgrens"], ledger(report)["Aanstelling 1"][13:22])


def test_an_incomplete_count_that_still_runs_names_the_day_to_come():
    running = case(
        record(startdatum=date(2026, 1, 5), einddatum=None),
        rl1=RL1.replace("01/09/2025", "05/01/2026").replace("30/06/2026", "31/12/2999"),
    )
    (finding,) = [f for f in check(running).findings if f.rule == "tien-maanden"]
    assert "Er tellen 212 dagen mee, en tien maanden zijn er hier 304: er ontbreken er nog 92." == finding.message
    assert finding.remedy.endswith("dan zijn de tien maanden bereikt op 16 december 2026; pas de einddatum dan aan.")


def test_a_theme_that_only_an_uncounted_row_names_is_said_to_stand_there():
    uncounted = moments(r4={"datum": date(2025, 6, 1)})
    report = check(case(record(contactmomenten=(*uncounted, MOMENTEN[0]))))
    (finding,) = [f for f in report.findings if f.rule == "thema-lesbijwoning"]
    assert finding.message.endswith("meetelt; rij 4 noemt het wel, maar telt niet mee.")


def test_the_same_dossier_gives_the_same_report():
    assert all(one == other for one, other in pairwise([check(case()) for _ in range(3)]))


def test_files_of_a_dossier_are_recognised():
    contents = case(extra=[file("x.txt", "Krijt\t3,50")]).contents
    assert {"x.txt": False, "verantwoordingsdocument.xlsx": True, "rl1.pdf": True, "betaling.pdf": True} == {
        content.name: FAMILY.recognises(content) for content in contents
    }


def test_a_payment_is_not_compared_with_a_name_nobody_gave():
    report = check(case(record(naam_deelnemer=None), betaling=BETALING.replace(NAAM, "")))
    assert "betalingsbewijs-klopt" not in {finding.rule for finding in report.findings}
