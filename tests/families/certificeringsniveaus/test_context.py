"""Which letter each organisation gets, what it prints, and why one is refused."""

from dataclasses import replace
from datetime import date

import pytest

from docgen.families.certificeringsniveaus.besluit import Brief
from docgen.families.certificeringsniveaus.context import CONTEXTS
from docgen.families.certificeringsniveaus.family import check
from docgen.families.certificeringsniveaus.record import Taal
from docgen.model.family import Issue
from docgen.model.rule import Decision
from docgen.settings import Settings
from organisations import GEEN, INDIVIDUEEL, KLANT, ON, TEAM, case, organisation, person, qcheck

AN, BO, CAS, DE = TEAM
GRENS = (qcheck("An Proef", "100"), qcheck("Bo Essai", "60"), qcheck("Bo Essai", "60"))
ISSUE = Issue(ON, "nl", Settings())
NBSP = "\N{NO-BREAK SPACE}"


def paper(name="beslissing", issue=ISSUE, decisions=(), **fields):
    """The one paper of one organisation."""
    (made,) = CONTEXTS[name]([check(case(organisation(**fields), decisions))], issue)
    return made


def plain(texts):
    return [text.replace(NBSP, " ") for text in texts]


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        ("toekenning", {"gevraagd_niveau": KLANT}),
        ("toekenning", {"gevraagd_niveau": INDIVIDUEEL, "people": [AN], "pro_partner": None}),
        ("weigering", {"gevraagd_niveau": KLANT, "people": [AN, BO, CAS]}),
        ("weigering", {"gevraagd_niveau": KLANT, "pro_partner": None}),
        ("bevestiging", {"huidig_niveau": KLANT}),
        ("bevestiging", {"huidig_niveau": GEEN, "people": [], "checks": []}),
        ("intrekking", {"huidig_niveau": KLANT, "checks": [qcheck("An Proef", "79,99")]}),
        ("intrekking", {"huidig_niveau": INDIVIDUEEL, "people": [CAS], "checks": []}),
    ],
)
def test_the_decision_chooses_one_letter_and_only_that_one_can_be_asked_for(expected, fields):
    assert (expected, None) == (paper(**fields).document, paper(**fields).refusal)
    fitting = [letter for letter in Brief if paper(letter, **fields).refusal is None]
    assert [expected] == fitting


@pytest.mark.parametrize(
    "fields", [{"gevraagd_niveau": KLANT}, {"huidig_niveau": KLANT, "checks": []}, {"checks": GRENS}]
)
def test_a_letter_of_the_desks_own_goes_to_every_organisation(fields):
    made = paper("klantorganisatie", **fields)
    assert (None, None, ()) == (made.refusal, made.document, made.rules)
    assert paper(**fields).values == made.values


def test_a_letter_of_the_desks_own_rests_on_no_doubt_either():
    assert paper("klantorganisatie", naam=None).refusal is not None


def test_a_letter_that_does_not_fit_says_which_one_does():
    said = paper("toekenning", gevraagd_niveau=KLANT, people=TEAM[:3]).refusal
    assert str(said).startswith(
        "De beslissing op deze organisatie is “weigering”; een brief met de context “toekenning”"
    )


def test_a_grensgeval_waits_for_the_desk():
    undecided = paper(gevraagd_niveau=KLANT, checks=GRENS)
    assert undecided.refusal is not None
    assert ("q-checks",) == undecided.rules
    decision = Decision("q-checks", "PD-1", "Wie Ook", date(2026, 7, 1), "Het team is net begonnen.")
    settled = paper(gevraagd_niveau=KLANT, checks=GRENS, decisions=[decision])
    assert ("toekenning", None) == (settled.document, settled.refusal)
    assert plain(settled.values["beslissingen"]) == [
        "Gemiddelde score op de Q-checks: als vervuld aanvaard op 1 juli 2026. Het team is net begonnen."
    ]


def test_a_desk_that_finds_a_grensgeval_not_met_asks_for_that_letter_by_name():
    assert paper("weigering", gevraagd_niveau=KLANT, checks=GRENS).refusal is None
    assert paper("toekenning", gevraagd_niveau=KLANT, checks=GRENS).refusal is not None


def test_an_expired_decision_settles_nothing():
    decision = Decision("q-checks", "*", "Wie Ook", date(2026, 7, 1), "Even.", until=date(2026, 7, 4))
    dossier = check(case(organisation(gevraagd_niveau=KLANT, checks=GRENS), [decision]))
    later = replace(ISSUE, on=date(2026, 7, 5))
    assert CONTEXTS["beslissing"]([dossier], ISSUE)[0].refusal is None
    assert CONTEXTS["beslissing"]([dossier], later)[0].refusal is not None


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        (("onleesbaar-veld",), {"checks": [qcheck("An Proef", "0,9")], "gevraagd_niveau": KLANT}),
        (("onzekere-lezing",), {"checks": [qcheck("Wie Dan", "90")], "gevraagd_niveau": KLANT}),
        (("onzekere-lezing",), {"people": [*TEAM, person("an proef", "NL", "AZ")]}),
        ((), {"naam": None}),
        ((), {"huidig_niveau": KLANT, "gevraagd_niveau": INDIVIDUEEL}),  # asks less than it has
    ],
)
def test_no_letter_rests_on_a_doubt(expected, fields):
    refused = paper(**fields)
    assert refused.refusal is not None
    assert expected == refused.rules


def test_a_doubtful_score_holds_nobody_back_who_asks_individuele_certificering():
    assert paper(checks=[qcheck("Wie Dan", "0,9")], gevraagd_niveau=INDIVIDUEEL).refusal is None


def test_an_organisation_that_was_not_read_gets_no_letter():
    dossier = check(replace(case(), records=()))
    assert [("Er is geen organisatie gelezen.", None)] == [
        (made.refusal, made.language) for made in CONTEXTS["beslissing"]([dossier], replace(ISSUE))
    ]


def test_each_condition_says_what_is_required_found_and_who_counts():
    rows = paper(gevraagd_niveau=KLANT, people=[AN, BO, CAS]).values["voorwaarden"]
    assert [tuple(plain(row.values())) for row in rows] == [
        ("Gecertificeerde medewerkers in dienst", "minstens 4 medewerkers", "3 medewerkers",
         "An Proef, Bo Essai, Cas Proef", "niet voldaan"),
        ("Gecertificeerd Consultant A tot Z, Nederlandse taalrol", "minstens 1 medewerker", "1 medewerker", "An Proef",
         "voldaan"),
        ("Gecertificeerd Consultant A tot Z, Franse taalrol", "minstens 1 medewerker", "1 medewerker", "Bo Essai",
         "voldaan"),
        ("Gecertificeerd consultant selectietests, Nederlandse taalrol", "minstens 1 medewerker", "1 medewerker",
         "Cas Proef", "voldaan"),
        ("Gecertificeerd consultant selectietests, Franse taalrol", "minstens 1 medewerker", "0 medewerkers", "–",
         "niet voldaan"),
        ("PRO Partner", "1 naam", "1 naam", "Eef Proef", "voldaan"),
        ("Gemiddelde score op de Q-checks", "80 % of meer", "80,0 %",
         "An Proef (80,0 %, 1 Q-check), Bo Essai (80,0 %, 1 Q-check)", "voldaan"),
    ]  # fmt: skip


def test_a_refusal_gives_its_reasons_and_the_way_up():
    values = paper(gevraagd_niveau=KLANT, people=[AN, CAS], checks=[qcheck("An Proef", "79,99")]).values
    assert plain(values["redenen"]) == [
        "Het aantal gecertificeerde medewerkers in dienst is 2; er zijn er 4 nodig.",
        "Er is geen gecertificeerde Consultant A tot Z van de Franse taalrol in dienst.",
        "Er is geen gecertificeerde consultant selectietests van de Franse taalrol in dienst.",
        "De gemiddelde score op de Q-checks is 79,9 %; 80 % of meer is nodig.",
    ]
    assert [(weg["niveau"], plain(weg["lijst"])) for weg in values["stappen"]] == [
        (
            "klantcertificering",
            [
                "1 medewerker van de Franse taalrol slaagt voor het certificeringstraject Consultant A tot Z.",
                "1 medewerker van de Franse taalrol slaagt voor het certificeringstraject Consultant selectietests.",
                (
                    "Voor deze stappen zijn minstens 2 medewerkers nodig die nu nog geen certificaat hebben: personen "
                    "tellen, niet certificaten."
                ),
                "De gemiddelde score op de Q-checks stijgt met minstens 0,1 procentpunt, van 79,9 % naar 80 %.",
            ],
        )
    ]
    assert values["herziening"] == "3 juli 2027"


def test_who_and_what_does_not_count_is_named():
    people = [
        *TEAM,
        person("Flo Weg", "FR", "AZ", dienst_tot=date(2026, 7, 2)),
        person("Gus Later", "NL", consultant_geslaagd="ja", consultant_datum=date(2026, 8, 1)),
        person("Hes Stil", "NL", "AZ"),
    ]
    checks = [qcheck("An Proef", "80"), qcheck("Bo Essai", "90", "neen"), qcheck("Flo Weg", "10")]
    assert plain(paper(gevraagd_niveau=KLANT, people=people, checks=checks).values["niet_meegeteld"]) == [
        "Flo Weg: in dienst tot en met 2 juli 2026.",
        "Gus Later: geslaagd na de peildatum (Consultant A tot Z).",
        "Bo Essai: nog geen score op een Q-check van een afgesloten selectie; telt niet mee in het gemiddelde.",
        "Hes Stil: nog geen score op een Q-check van een afgesloten selectie; telt niet mee in het gemiddelde.",
        "Q-check van Bo Essai: de selectie is niet afgesloten.",
        "Q-check van Flo Weg: op de peildatum geen gecertificeerde Consultant A tot Z in dienst.",
    ]


@pytest.mark.parametrize(
    ("fields", "lists", "sentence", "certified"),
    [
        ({"huidig_niveau": KLANT}, (4, 9), "", []),
        (
            {"huidig_niveau": INDIVIDUEEL, "people": [AN, CAS]},
            (0, 0),
            "Je organisatie neemt alle taken op waarvoor er gecertificeerde medewerkers zijn.",
            [("Consultant A tot Z", "An Proef"), ("Consultant selectietests", "Cas Proef")],
        ),
        (
            {"people": [CAS], "checks": []},
            (0, 0),
            "Het DG R&O doet voor jou het hele selectie-en rekruteringsproces.",
            [],
        ),
    ],
)
def test_the_tasks_are_those_of_the_level_that_the_organisation_has_from_now_on(fields, lists, sentence, certified):
    values = paper(**fields).values
    assert lists == (len(values["taken_organisatie"]), len(values["taken_bosa"]))
    assert sentence == values["taken_zin"]
    assert certified == [tuple(plain(row.values())) for row in values["taken_gecertificeerd"]]


def test_the_assessments_are_left_out_for_who_has_a_certified_person():
    values = paper(huidig_niveau=KLANT, people=[*TEAM, person("Ima Proef", "NL", "AS")]).values
    assert "Assessments" not in [taak["naam"] for taak in values["taken_bosa"]]
    assert "(Ima Proef)" in values["taak_assessments"]
    assert not paper(huidig_niveau=KLANT).values["taak_assessments"]


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        (True, {"gevraagd_niveau": INDIVIDUEEL, "people": [AN], "pro_partner": None}),
        (False, {"gevraagd_niveau": INDIVIDUEEL, "people": [AN]}),
        (False, {"people": [], "checks": [], "pro_partner": None}),  # no level, no duty
    ],
)
def test_the_letter_asks_for_a_missing_pro_partner(expected, fields):
    assert expected is paper(**fields).values["vraag_pro_partner"]


def test_a_letter_is_in_the_addressees_language():
    fields = {"taal": Taal.FRANS, "gevraagd_niveau": KLANT, "people": [AN]}
    assert paper(**fields).language == "fr"
    assert paper(taal=None).language is None
    french = paper(issue=replace(ISSUE, language="fr"), **fields).values
    assert "certification client" == french["gevraagd_niveau"]
    assert "3 juillet 2027" == french["herziening"]
    assert plain(french["redenen"])[0] == (
        "Le nombre de collaborateurs certifiés en service est de 1, alors que 4 sont requis."
    )


def test_no_pattern_is_left_open_in_either_language():
    odd = {
        "people": [AN, person("Flo", None, "ST"), person("Gus", "NL", "AZ", dienst_tot=date(2020, 1, 1))],
        "checks": [qcheck("An Proef", "79,99"), qcheck("Gus", "1", "neen"), qcheck("Flo", None)],
        "pro_partner": None,
    }
    for language in ("nl", "fr"):
        for level in (GEEN, INDIVIDUEEL, KLANT):
            for fields in (odd, {"people": [], "checks": []}, {}):
                values = paper(issue=replace(ISSUE, language=language), gevraagd_niveau=level, **fields).values
                lists = (values["redenen"], values["niet_meegeteld"], *(weg["lijst"] for weg in values["stappen"]))
                single = [value for value in values.values() if isinstance(value, str)]
                assert [] == [text for texts in (single, *lists) for text in texts if "{" in text]
