"""The overview: a line per organisation, a line per condition; and the ledger of a check."""

from docgen.families.certificeringsniveaus.family import check
from docgen.families.certificeringsniveaus.overzicht import make_overzicht
from organisations import INDIVIDUEEL, KLANT, ON, TEAM, case, organisation, qcheck

GRENS = (qcheck("An Proef", "100"), qcheck("Bo Essai", "60"), qcheck("Bo Essai", "60"))


def sheets(*records):
    return make_overzicht([check(case(record, name=f"PD-{n}")) for n, record in enumerate(records, start=1)])


def test_every_organisation_has_its_decision_and_next_review():
    organisations, _ = sheets(
        organisation(gevraagd_niveau=KLANT),
        organisation(huidig_niveau=KLANT, people=TEAM[:3]),
        organisation(gevraagd_niveau=KLANT, checks=GRENS),
        organisation(huidig_niveau=KLANT, gevraagd_niveau=INDIVIDUEEL),
    )
    shown = [(row[0], row[5], row[6], row[8].isoformat()) for row in organisations.rows]
    assert [
        ("PD-1", "toekenning", "klantcertificering", "2027-07-03"),
        ("PD-2", "intrekking", "individuele certificering", "2027-07-03"),
        ("PD-3", "grensgeval", None, "2027-07-03"),
        ("PD-4", "geen brief", "klantcertificering", "2027-07-03"),
    ] == shown
    assert {ON} == {row[7] for row in organisations.rows}
    assert "slaagt voor het certificeringstraject Consultant selectietests" in organisations.rows[1][9]


def test_every_condition_of_the_level_at_stake_has_a_line():
    _, conditions = sheets(organisation(gevraagd_niveau=KLANT), organisation(gevraagd_niveau=INDIVIDUEEL))
    assert (7, 2) == tuple(sum(row[0] == name for row in conditions.rows) for name in ("PD-1", "PD-2"))
    assert conditions.rows[0][2:7] == [
        "Gecertificeerde medewerkers in dienst",
        "minstens 4 medewerkers",
        "4 medewerkers",
        "An Proef, Bo Essai, Cas Proef, Dé Essai",
        "voldaan",
    ]
    assert {len(conditions.columns)} == {len(row) for row in conditions.rows}


def test_a_check_shows_how_the_decision_was_reached():
    report = check(case(organisation(gevraagd_niveau=KLANT)))
    ledger = {row.label: row.value for row in report.ledger}
    assert ("klantcertificering", "toekenning", "03/07/2027") == (
        ledger["Bereikt niveau"], ledger["Beslissing"], ledger["Volgende herziening"],
    )  # fmt: skip
    assert ("80,0 %", "80,0 %") == (ledger["Score van An Proef"], ledger["Gemiddelde van alle Q-checks"])
    assert "De gemiddelde score op de Q-checks is 80,0 %." in [fact.text for fact in report.facts]
    assert "NL: An Proef; FR: Bo Essai." in [fact.text for fact in report.facts]
