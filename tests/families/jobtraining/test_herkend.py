"""What of the evidence was recognised in a picture is shown value by value, and never better than `aandacht`."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from docgen.families.jobtraining.betalingsbewijs import read_betalingen
from docgen.families.jobtraining.family import check
from docgen.families.jobtraining.rl1 import read_rl1
from docgen.model.rule import Decision, Severity, Verdict
from docgen.model.value import Line, Place, Snippet, Text
from trainee_dossiers import BETALING, PEILDATUM, RL1, case, file, lines


def scan(text, name="rl1.jpg"):
    """The same lines as an engine gives them: each with how sure it is and its picture."""
    found = lines(text, name).lines
    return Text(tuple(replace(line, certainty=0.98, picture=Snippet(line.text.encode(), "")) for line in found))


def doubts(**papers):
    report = check(case(**{key: file(f"{key}.jpg", scan(text, f"{key}.jpg")) for key, text in papers.items()}))
    return report, [finding for finding in report.findings if finding.rule == "onzekere-lezing"]


def test_every_value_of_a_recognised_rl1_is_shown_with_the_picture_of_its_line():
    report, found = doubts(rl1=RL1)
    assert Verdict.TO_REVIEW is report.verdict
    assert [
        ("de naam Fientje Voorbeeld", b"Naam\tFientje Voorbeeld"),
        ("het stamboeknummer 29001011294, de controlecijfers kloppen", b"Stamboeknummer\t29001011294"),
        ("de begindatum 01/09/2025", b"Begindatum\t01/09/2025"),
        ("de einddatum 30/06/2026", b"Einddatum\t30/06/2026"),
        ("het ambt directeur", b"Ambt\tdirecteur"),
        ("de toestand waarnemend", b"Administratieve toestand\twaarnemend"),
        ("de instelling Voorbeeldschool De Proeftuin (999011)", b"Instelling\tVoorbeeldschool De Proeftuin (999011)"),
    ] == [(finding.found, finding.picture.png) for finding in found]
    assert {Severity.ATTENTION} == {finding.severity for finding in found}


def test_every_value_of_a_recognised_payment_is_shown():
    report, found = doubts(betaling=BETALING)
    assert Verdict.TO_REVIEW is report.verdict
    assert [
        "het bedrag 50,00 euro",
        "de datum 12/06/2026",
        "het rekeningnummer BE65096999999996, de controlecijfers kloppen",
        "de naam Fientje Voorbeeld",
    ] == [finding.found for finding in found]


def test_values_on_one_line_are_shown_together():
    row = "Fientje Voorbeeld\t29001011294\tdirecteur\twaarnemend\t01/09/2025\t30/06/2026"
    _, found = doubts(rl1=f"RL-1 Melding opdrachtenpakket\nNaam\tStamboeknummer\tAmbt\tToestand\tVan\tTot\n{row}")
    assert ["rl1.jpg, bladzijde 1, regel 3"] == [str(finding.place) for finding in found]
    assert (
        "De RL1 is een scan of foto: de naam, het stamboeknummer, de begindatum, de einddatum, het ambt en de toestand "
        "zijn er met tekstherkenning uit gehaald." == found[0].message
    )


def test_every_value_on_a_next_photo_of_the_same_rl1_is_shown_too():
    head = "RL-1 Melding opdrachtenpakket\nNaam\tFientje Voorbeeld\nAmbt\tToestand\tVan\tTot"
    first = scan(f"{head}\ndirecteur\twaarnemend\t01/09/2025\t31/12/2025", "1.jpg")
    second = scan(f"{head}\ndirecteur\twaarnemend\t01/01/2026\t30/06/2026", "2.jpg")
    report = check(case(rl1=file("1.jpg", Text((*first.lines, *second.lines), 2))))
    shown = [(finding.found, finding.picture.png) for finding in report.findings if finding.place.file == "2.jpg"]
    row = "de begindatum 01/01/2026, de einddatum 30/06/2026, het ambt directeur en de toestand waarnemend"
    assert [(row, b"directeur\twaarnemend\t01/01/2026\t30/06/2026")] == shown


def test_only_a_decision_makes_a_dossier_with_recognised_evidence_complete():
    decision = Decision("onzekere-lezing", "*", "Ada Beslist", PEILDATUM, "De afbeeldingen zijn vergeleken.")
    scanned = case(rl1=file("rl1.jpg", scan(RL1)), decisions=(decision,))
    assert Verdict.COMPLETE is check(scanned).verdict


def test_a_recognised_page_on_which_nothing_counts_still_asks_a_look():
    left = Text((*lines(BETALING).lines, Line("", Place("betaling.pdf", "bladzijde 2"), 0.0)))
    report = check(case(betaling=file("betaling.pdf", left)))
    assert [("onzekere-lezing", "betaling.pdf, bladzijde 2")] == [(f.rule, str(f.place)) for f in report.findings]


@pytest.mark.parametrize(
    ("rule_id", "text"),
    [
        ("rl1-van-trainee", RL1.replace("Fientje Voorbeeld", "Gerda Testman")),
        ("tien-maanden", RL1.replace("30/06/2026", "31/01/2026")),
        ("rl1-dekt-periode", RL1.replace("2025", "2019").replace("2026", "2020")),
    ],
)
def test_what_seems_wrong_in_a_recognised_rl1_asks_a_look_and_blocks_nothing(rule_id, text):
    report, _ = doubts(rl1=text)
    assert Verdict.TO_REVIEW is report.verdict
    assert rule_id in {finding.rule for finding in report.findings}
    assert Verdict.INCOMPLETE is check(case(rl1=text)).verdict


def test_of_an_rl1_that_was_read_and_its_scan_the_one_that_was_read_counts():
    report = check(case(extra=(file("a-scan.jpg", scan(RL1)),)))
    assert [("dubbel-bestand", "info")] == [(finding.rule, finding.severity) for finding in report.findings]


HEAD = "Ambt\tToestand\tBegindatum\tEinddatum\tVolume"


@pytest.mark.parametrize(
    "text",
    [
        RL1.replace("30/06/2026", "3\ufffd/06/2026"),
        RL1.replace("30/06/2026", "\ufffd\ufffd/06/2026"),
        RL1.replace("Einddatum\t30/06/2026\n", ""),
        RL1.replace("01/09/2025", "01/0912025"),
        RL1.replace("30/06/2026", "06/30/2026"),
        f"{HEAD}\ndirecteur\twaarnemend\t01/09/2025\t24/24",
        f"{HEAD}\ndirecteur\twaarnemend\t01/09/2025\t30/0\ufffd/2026\t24/24",
        f"{HEAD}\tDatum melding\ndirecteur\twaarnemend\t01/09/2025\t05/07/2026\t24/24",
    ],
)
def test_a_date_that_is_unsure_or_not_seen_is_never_guessed_nor_an_open_end(text):
    rl1 = read_rl1(scan(text), "rl1.jpg")
    assert () == rl1.aanstellingen
    assert 1 <= len(rl1.onleesbaar)


def test_in_a_list_of_people_a_row_whose_name_was_not_seen_is_nobodys():
    head = "RL-1\nStamboeknummer\tNaam\tToestand\tAmbt\tBegindatum\tEinddatum"
    row = "directeur\twaarnemend\t01/09/2025\t30/06/2026"
    rl1 = read_rl1(scan(f"{head}\n{row}\n29001011294\tFientje Voorbeeld\t{row}"), "rl1.jpg")
    assert (["Fientje Voorbeeld"], 1) == ([a.naam for a in rl1.aanstellingen], len(rl1.onleesbaar))


@pytest.mark.parametrize("glue", ["", " "])
def test_two_heads_taken_for_one_piece_are_still_two(glue):
    head = f"RL-1\nStamboeknummer{glue}Naam\tToestand\tAmbt\tBegindatum\tEinddatum"
    row = "directeur\twaarnemend\t01/09/2025\t30/06/2026"
    rl1 = read_rl1(scan(f"{head}\n28501010123\tGerda Testman\t{row}\n29001011294\tFientje Voorbeeld\t{row}"), "rl1.jpg")
    assert ["Gerda Testman", "Fientje Voorbeeld"] == [a.naam for a in rl1.aanstellingen]


@pytest.mark.parametrize("end", ["31/12/2999", "heden"])
def test_an_open_end_that_is_written_is_one(end):
    assert [None] == [a.last for a in read_rl1(scan(RL1.replace("30/06/2026", end)), "rl1.jpg").aanstellingen]


def test_a_stamboeknummer_whose_check_digits_fail_is_not_used():
    assert () == read_rl1(scan(RL1.replace("29001011294", "29001011284")), "rl1.jpg").stamboeknummers


STATEMENT = """\
Rekeninguittreksel
Datum\tOmschrijving\tBedrag
02/06/2026\tWarenhuis De Proefkorf\t-83,17
12/06/2026\tVoorbeelddienst Jobtraining\t-50,00
\tFientje Voorbeeld"""


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([(Decimal("83.17"), date(2026, 6, 2)), (Decimal(50), date(2026, 6, 12))], STATEMENT),
        ([(Decimal("83.17"), date(2026, 6, 2)), (None, date(2026, 6, 12))], STATEMENT.replace("-50", "-5\ufffd")),
        ([(Decimal("83.17"), date(2026, 6, 2)), (None, date(2026, 6, 12))], STATEMENT.replace("\t-50,00", "")),
        ([(Decimal("83.17"), date(2026, 6, 2)), (Decimal(50), None)], STATEMENT.replace("12/06", "1\ufffd/06")),
        ([(None, date(2026, 6, 12))], BETALING.replace("50,00", "\ufffd0,00")),
        ([(None, date(2026, 6, 12))], BETALING.replace("50,00 EUR", "5\ufffd,00 EUR") + "\nKorting\t5,00 EUR"),
        ([(Decimal(50), None)], BETALING.replace("12/06", "\ufffd2/06") + "\nAfgedrukt op 01/07/2026"),
    ],
)
def test_an_amount_or_date_that_is_unsure_is_left_out_and_not_taken_from_elsewhere(expected, text):
    assert expected == [(b.bedrag, b.datum) for b in read_betalingen(scan(text))]
