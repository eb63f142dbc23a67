"""Findings as their sender gets them."""

from __future__ import annotations

from dataclasses import replace

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.formats.blank import FormFormat
from docgen.model.rule import Finding, Outcome, Severity
from docgen.model.value import Content, Place, Snippet
from docgen.reports.remarks import Returning, desk_sentences, make_remarks
from docgen.sources import handleiding
from made_dossier import made_form
from made_report import make_report
from returned import opened, raw

FORM = VERANTWOORDINGSDOCUMENT
DUTCH = raw(made_form("Fientje Voorbeeld"), "formulier.xlsx").values
XLSX = opened(made_form("Fientje Voorbeeld"), "formulier.xlsx")
PDF = opened(made_form("Fientje Voorbeeld", FormFormat.PDF), "formulier.pdf")


def finding(key=None, place=None, severity=Severity.BLOCKING, **more):
    message = more.pop("message", "Dit klopt niet.")
    return Finding("een-regel", severity, message, more.pop("source", None), key=key, place=place, **more)


def checked(*findings):
    return replace(make_report().dossiers[0], outcomes=(Outcome("een-regel", findings),))


def remarks(*findings, contents=(XLSX, PDF), how=None):
    return make_remarks(checked(*findings), contents, [FORM], how)


def test_what_blocks_comes_first_and_all_are_numbered():
    asked, needed = finding(severity=Severity.ATTENTION, message="Vraagt aandacht."), finding(message="Houdt tegen.")
    assert [(r.number, r.message, r.blocking) for r in remarks(asked, needed)] == [
        (1, "Houdt tegen.", True),
        (2, "Vraagt aandacht.", False),
    ]


def test_what_is_only_told_or_for_the_desk_is_no_remark():
    mine = finding(for_desk=True, severity=Severity.ATTENTION)
    told = finding(severity=Severity.INFO)
    assert remarks(mine, told) == ()
    assert desk_sentences(checked(mine, told)) == ("Dit klopt niet.",)


def test_many_values_of_one_file_that_the_desk_confirms_are_one_sentence():
    doubts = [
        replace(
            finding(place=Place("sjabloon.docx", f"alinea {row}"), severity=Severity.ATTENTION, for_desk=True),
            rule="onzekere-lezing",
        )
        for row in range(35)
    ]
    other = finding(message="Er is met de hand getekend.", severity=Severity.ATTENTION, for_desk=True)
    assert desk_sentences(checked(*doubts, other)) == (
        "In “sjabloon.docx” zijn 35 waarden niet met zekerheid gelezen; wij vergelijken ze met het stuk.",
        "Er is met de hand getekend.",
    )
    assert len(desk_sentences(checked(*doubts[:2], other))) == 2, "two are told as they are"


def test_a_place_that_many_values_share_names_none_of_them():
    values = {key: replace(value, place=Place("scan.pdf", "bladzijde 2, QR-code")) for key, value in DUTCH.items()}
    scan = Content("scan.pdf", "", replace(XLSX.found, values=values, places={}))
    (remark,) = remarks(finding(None, Place("scan.pdf", "bladzijde 2, QR-code")), contents=[scan])
    assert (remark.key, remark.where) == (None, "scan.pdf, bladzijde 2, QR-code")


def test_a_finding_on_a_table_with_a_place_of_its_own_keeps_it():
    spot = Place("formulier.xlsx", "Verantwoordingsdocument!B18")
    (remark,) = remarks(finding("contactmomenten", spot))
    assert (remark.key, remark.place) == ("contactmomenten__1__datum", spot)
    assert "rij 1 (blad “Verantwoordingsdocument”, cel B18)" in remark.where


def test_a_place_names_the_file_as_it_comes_back():
    spot = Place("formulier.xlsx", "Verantwoordingsdocument!E12")
    (remark,) = remarks(finding("startdatum", spot), how=Returning({"formulier.xlsx": "CB-1-formulier.xlsx"}))
    assert remark.where.startswith("CB-1-formulier.xlsx, “Startdatum")
    assert remark.place == spot, "the place itself is still that in the file that was read"


def test_a_place_is_told_in_words_with_the_label_of_its_field():
    (remark,) = remarks(finding("startdatum", Place("formulier.xlsx", "Verantwoordingsdocument!E12")))
    assert remark.where == "formulier.xlsx, “Startdatum jobtraining” (blad “Verantwoordingsdocument”, cel E12)"
    (remark,) = remarks(finding("startdatum", Place("formulier.pdf", "bladzijde 1, veld Startdatum jobtraining")))
    assert remark.where == "formulier.pdf, bladzijde 1, veld Startdatum jobtraining"


def test_a_finding_on_a_whole_table_points_at_its_first_free_row():
    (remark,) = remarks(finding("contactmomenten", Place("formulier.xlsx")))
    assert (remark.key, remark.place) == (
        "contactmomenten__5__datum",
        Place("formulier.xlsx", "Verantwoordingsdocument!B22"),
    )
    assert "“Contactmomenten en behandelde thema’s”, rij 5" in remark.where


def test_a_row_that_was_filled_in_by_hand_is_not_free():
    drawn = {f"contactmomenten__5__{name}": Snippet(b"", "hand") for name in ("datum", "thema")}
    (remark,) = remarks(
        finding("contactmomenten", Place("formulier.xlsx")),
        contents=[Content("formulier.xlsx", "", replace(XLSX.found, pictures=drawn))],
    )
    assert remark.key == "contactmomenten__6__datum"


def test_a_spot_that_names_the_table_itself_is_enough():
    (remark,) = remarks(finding("contactmomenten", Place("formulier.pdf")))
    assert remark.where.startswith("formulier.pdf, bladzijde ")
    assert remark.where.count("Contactmomenten en behandelde thema’s") == 1


def test_a_finding_without_a_key_gets_the_one_that_stands_at_its_place():
    (remark,) = remarks(finding(None, Place("formulier.pdf", "bladzijde 1, veld Einddatum jobtraining")))
    assert remark.key == "einddatum"


def test_a_finding_on_something_that_is_missing_has_no_place():
    (remark,) = remarks(finding(message="In het dossier zit geen RL1."))
    assert (remark.where, remark.place) == ("", None)


def test_the_sentence_that_asks_for_it_is_quoted():
    (remark,) = remarks(finding(source=handleiding("7.1", "minimaal vier contactmomenten")))
    assert remark.why == "Handleiding § 7.1: “minimaal vier contactmomenten”"


def test_characters_that_steer_a_page_are_shown_as_such():
    (remark,) = remarks(finding(message="Er staat \u202e iets."))
    assert remark.message == "Er staat � iets."
