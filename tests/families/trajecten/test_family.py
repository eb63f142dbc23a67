"""The whole check of one dossier of a trajectory: verdict, record, files, facts and decisions."""

from dataclasses import replace
from datetime import date

import pytest

from docgen.families.discover import find_families
from docgen.families.trajecten.family import FAMILY, check
from docgen.model.rule import Decision, Verdict
from docgen.model.value import Text, Unread
from mentee_reports import AZ, CHAIR, NAAM, PEILDATUM, TESTS, case, day, form, other_file, phases, rows

SAME_DAY = CHAIR.model_copy(update={"fasen": phases(day(2, 1), day(2, 1), day(3, 1))})


def test_the_family_is_discovered_with_its_three_forms_in_two_languages():
    assert FAMILY is find_families()["trajecten"]
    assert ["az", "interviewvoorzitter", "selectietests"] == [
        form.name.removeprefix("begeleidingsverslag-") for form in FAMILY.forms
    ]
    assert {("nl", "fr")} == {form.languages for form in FAMILY.forms}


@pytest.mark.parametrize(
    ("record", "own"), [(AZ, "az-stappen"), (CHAIR, "voorzitter-fasen"), (TESTS, "selectietests-delen")]
)
def test_a_trajectory_in_order_is_complete_and_only_its_own_rule_looked(record, own):
    report = check(case(record))
    assert (Verdict.COMPLETE, (), record, NAAM, PEILDATUM) == (
        report.verdict, report.findings, report.record, report.subject, report.checked_on,
    )  # fmt: skip
    looked = {outcome.rule for outcome in report.outcomes} & {"az-stappen", "voorzitter-fasen", "selectietests-delen"}
    assert {own} == looked


def test_a_dossier_without_a_form_is_unreadable():
    report = check(case(other_file("scan.pdf", Unread("“scan.pdf” is een scan."))))
    assert (Verdict.UNREADABLE, None, [("bestand-herkend", "aandacht", None)]) == (
        report.verdict, report.record, rows(report),
    )  # fmt: skip


def test_a_decision_settles_a_grensgeval_and_stays_printed():
    decision = Decision("voorzitter-fasen", "Mentie-Voorbeeld", "Nele Staal", date(2026, 9, 1), "Zo gezien.")
    assert Verdict.TO_REVIEW is check(case(SAME_DAY)).verdict
    report = check(case(SAME_DAY, decisions=(decision,)))
    assert (Verdict.COMPLETE, [decision]) == (report.verdict, [finding.decision for finding in report.findings])


def test_files_that_do_not_belong_or_come_twice_are_named():
    files = [
        form(AZ), form(AZ, "verslag-2.xlsx", data="verslag.xlsx"), form(AZ, "ander.xlsx"),
        other_file("brief.txt", Text(())), form(CHAIR, "z.xlsx"),
    ]  # fmt: skip
    report = check(case(*files))
    assert [("brief.txt", "bestand-herkend"), ("z.xlsx", "bestand-herkend"), ("verslag-2.xlsx", "dubbel-bestand"),
            ("verslag.xlsx", "dubbel-bestand")] == [(f.place.file, f.rule) for f in report.findings]  # fmt: skip
    assert ("ander.xlsx", AZ) == (report.form, report.record)


def test_every_file_is_listed_with_what_it_is():
    report = check(case(AZ, other_file("brief.txt", Text(()))))
    assert {"verslag.xlsx": "begeleidingsverslag", "brief.txt": "niet herkend"} == {
        seen.name: seen.kind for seen in report.files
    }


def test_the_positive_page_says_what_was_done_when():
    facts = [fact.text for fact in check(case(AZ)).facts]
    assert "Eerste selectie (PROEF-1): voorbereiding van de eerste vergadering met de klant: 12/01/2026." == facts[0]
    assert facts[2].endswith("tot de laureatenlijst: 12/03/2026 tot 20/04/2026.")
    assert ["Begeleiding bij interviews: 03/03/2026.", "De mentor is Maarten Staaltje, mentor van BOSA (DG R&O)."] == (
        facts[-2:]
    )


def test_a_record_without_a_file_is_judged_too():
    report = check(case(records=(TESTS,)))
    assert (Verdict.COMPLETE, TESTS, None) == (report.verdict, report.record, report.form)


def test_the_language_of_the_form_goes_with_the_report():
    content = form(AZ)
    french = next(each for each in FAMILY.forms if isinstance(AZ, each.record)).in_language("fr")
    sent = replace(content, found=replace(content.found, identity=french.identity("R 1")))
    assert [check(case(each)).language for each in (content, sent)] == ["nl", "fr"]
