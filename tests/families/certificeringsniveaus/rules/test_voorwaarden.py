"""What each rule says and how much it weighs, by the level that is at stake."""

from dataclasses import replace
from datetime import date

import pytest

from docgen.families.certificeringsniveaus.family import check
from docgen.families.certificeringsniveaus.record import Medewerker
from docgen.model.rule import Decision, Verdict
from organisations import GEEN, INDIVIDUEEL, JA, KLANT, TEAM, case, organisation, person, qcheck

AN, BO, CAS, DE = TEAM
LACKING = {
    "az-geslaagd": {"people": [CAS, DE]},
    "vier-gecertificeerden": {"people": [person("An", "NL", "AZ ST"), person("Bo", "FR", "AZ ST")]},
    "az-per-taalrol": {"people": [AN, CAS, DE, person("Flo", "NL", "AZ")]},
    "selectietests-per-taalrol": {"people": [AN, BO, CAS, person("Flo", "NL", "ST")]},
    "pro-partner": {"pro_partner": None},
    "q-checks": {"checks": [qcheck("An Proef", "79,99")]},
}


def severity(report, rule):
    return next((str(finding.severity) for finding in report.findings if finding.rule == rule), None)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        # nothing at stake, individueel, klant
        ("az-geslaagd", ("info", "blokkerend", "blokkerend")),
        ("vier-gecertificeerden", ("info", "info", "blokkerend")),
        ("az-per-taalrol", ("info", "info", "blokkerend")),
        ("selectietests-per-taalrol", ("info", "info", "blokkerend")),
        ("pro-partner", ("info", "aandacht", "blokkerend")),
        ("q-checks", ("info", "info", "blokkerend")),
    ],
)
def test_a_condition_weighs_what_the_level_at_stake_asks(rule, expected):
    levels = (None, INDIVIDUEEL, KLANT)
    asked = [check(case(organisation(**LACKING[rule], gevraagd_niveau=level))) for level in levels]
    kept = [check(case(organisation(**LACKING[rule], huidig_niveau=level))) for level in (GEEN, INDIVIDUEEL, KLANT)]
    assert expected == tuple(severity(report, rule) for report in asked)
    assert expected == tuple(severity(report, rule) for report in kept)


def test_who_asks_individueel_is_not_held_back_by_the_conditions_of_klant():
    report = check(case(organisation([AN], [], gevraagd_niveau=INDIVIDUEEL)))
    assert (Verdict.COMPLETE, ()) == (report.verdict, report.open_findings)


def test_an_organisation_at_every_threshold_is_in_order():
    report = check(case(organisation(gevraagd_niveau=KLANT)))
    assert (Verdict.COMPLETE, ()) == (report.verdict, report.findings)


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("az-geslaagd", {"people": [person("An", "NL", consultant_geslaagd=JA)]}),
        ("vier-gecertificeerden", {"people": [AN, BO, CAS, person("Dé", "FR", selectietests_geslaagd=JA)]}),
        ("az-per-taalrol", {"people": [AN, person("Bo Essai", None, "AZ"), CAS, DE]}),
        ("selectietests-per-taalrol", {"people": [AN, BO, CAS, person("Dé", None, "ST")]}),
        ("q-checks", {"checks": [qcheck("An Proef", "100"), qcheck("Bo Essai", "60"), qcheck("Bo Essai", "60")]}),
    ],
)
def test_a_grensgeval_asks_attention(rule, fields):
    report = check(case(organisation(**fields, gevraagd_niveau=KLANT)))
    assert severity(report, rule) == "aandacht"
    assert "grensgeval" in next(finding.message for finding in report.findings if finding.rule == rule)


def test_each_missing_language_role_is_a_finding_of_its_own():
    report = check(case(organisation([], [], gevraagd_niveau=KLANT)))
    messages = [finding.message for finding in report.findings if finding.rule == "az-per-taalrol"]
    assert [
        "Er is geen gecertificeerde Consultant A tot Z van de taalrol NL.",
        "Er is geen gecertificeerde Consultant A tot Z van de taalrol FR.",
    ] == messages


def test_a_score_just_under_is_not_printed_as_80():
    report = check(case(organisation(**LACKING["q-checks"], gevraagd_niveau=KLANT)))
    found = next(finding.found for finding in report.findings if finding.rule == "q-checks")
    assert found == "79,9 %"


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        (("onleesbaar-veld", "blokkerend", "kwaliteitschecks__1__score"), {"checks": [qcheck("An Proef", "0,85")]}),
        (("onzekere-lezing", "aandacht", "medewerkers__2__naam"), {"people": [AN, person("PROEF An", "FR", "ST")]}),
        (("onzekere-lezing", "aandacht", "medewerkers__5__naam"), {"people": [*TEAM, person(None, "FR", "IV")]}),
        (("onzekere-lezing", "aandacht", "kwaliteitschecks__1__persoon"), {"checks": [qcheck("Ann Proef", "85")]}),
        (("onzekere-lezing", "aandacht", "kwaliteitschecks__1__persoon"), {"checks": [qcheck(None, "85")]}),
        (
            ("onzekere-lezing", "aandacht", "kwaliteitschecks__1__afgesloten"),
            {"checks": [qcheck("An Proef", "85", None)]},
        ),
    ],
)
def test_a_doubtful_value_is_a_finding_at_its_place(expected, fields):
    report = check(case(organisation(**fields, gevraagd_niveau=KLANT)))
    rows = [(finding.rule, str(finding.severity), finding.key) for finding in report.findings]
    assert expected in rows


def test_a_misspelt_name_is_told_with_the_one_it_resembles():
    report = check(case(organisation(checks=[qcheck("Ann Proef", "85")])))
    assert "“An Proef”?" in [finding.expected for finding in report.findings]


def test_a_decision_settles_a_condition_and_stays_printed():
    decision = Decision("vier-gecertificeerden", "PD-1", "Wie Ook", date(2026, 7, 1), "De vierde start maandag.")
    four = {"people": [person("An Proef", "NL", "AZ ST"), person("Bo Essai", "FR", "AZ ST")], "gevraagd_niveau": KLANT}
    report = check(case(organisation(**four), [decision]))
    assert (Verdict.COMPLETE, decision) == (report.verdict, report.findings[0].decision)
    assert "klantcertificering" in {row.value for row in report.ledger if row.label == "Bereikt niveau"}
    assert check(case(organisation(**four), [decision], name="PD-2")).verdict is Verdict.INCOMPLETE


def test_an_organisation_that_was_not_read_is_unreadable():
    report = check(replace(case(), records=()))
    assert (Verdict.UNREADABLE, None) == (report.verdict, report.record)


def test_an_empty_row_between_people_is_no_finding():
    assert check(case(organisation([AN, Medewerker(), BO, CAS, DE], gevraagd_niveau=KLANT))).findings == ()
