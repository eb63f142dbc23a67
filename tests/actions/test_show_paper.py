from __future__ import annotations

from dataclasses import replace

from docgen.actions.confidential import conceal_report
from docgen.actions.show_paper import show_paper
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.model.report import DossierReport, Fact
from docgen.model.rule import Finding, Outcome, Severity, Verdict
from docgen.model.value import Content, OnPaper, RawForm, Snippet

KEYS = ["startdatum", "contactmomenten__1__datum", "contactmomenten__1__aanwezigheid", "naam_deelnemer"]
PAPER = OnPaper(4, frozenset(KEYS), {"contactmomenten__1__aanwezigheid": "ja"})
RAW = RawForm(FORM.identity(), {}, pictures={key: Snippet(b"", key) for key in KEYS}, on_paper=PAPER)
SCAN = Content("scan.pdf", "1", RAW)
SHORT = Finding("tien-maanden", Severity.BLOCKING, "Te kort.", source=None)
OUTCOMES = (Outcome("tien-maanden", (SHORT,)), Outcome("mentor-niet-trainee", ()), Outcome("rl1-aanwezig", ()))
REPORT = DossierReport(
    "An",
    "jobtraining",
    Verdict.TO_REVIEW,
    OUTCOMES,
    (),
    form="scan.pdf",
    facts=(Fact("rl1-aanwezig", "De RL1 is er."),),
)


def test_places_are_shown_in_the_order_of_the_form():
    shown = show_paper(REPORT, [SCAN], [FORM]).cuttings
    assert ["naam_deelnemer", "startdatum", "contactmomenten__1__datum", "contactmomenten__1__aanwezigheid"] == [
        cutting.key for cutting in shown
    ]
    assert ("Aanwezigheid trainee", "ja", 1) == (shown[-1].label, shown[-1].proposal, shown[-1].row)


def test_no_rule_is_called_in_order_that_nobody_could_judge():
    assert ["tien-maanden", "rl1-aanwezig"] == [each.rule for each in show_paper(REPORT, [SCAN], [FORM]).outcomes]


def test_beside_a_form_that_was_read_every_rule_stands():
    report = replace(REPORT, form="formulier.xlsx")
    assert (OUTCOMES, 4) == ((shown := show_paper(report, [SCAN], [FORM])).outcomes, len(shown.cuttings))


def test_a_dossier_without_paper_is_left_as_it_is():
    assert REPORT is show_paper(REPORT, [Content("a", "1", replace(RAW, on_paper=None))], [FORM])


def test_of_a_confidential_family_no_picture_is_kept():
    assert () == conceal_report(show_paper(REPORT, [SCAN], [FORM])).cuttings
