"""A dossier put together from its files: which form is judged, what is double, what nobody can place."""

from datetime import date

import pytest

from docgen.families.jobtraining.record import INSCHRIJVING as LIST
from docgen.families.jobtraining.record import Verantwoordingsdocument
from docgen.families.jobtraining.samenstellen import build_dossier
from docgen.model.value import Content, RawForm, SignatureKind, Unread
from trainee_dossiers import (
    ATTEST,
    BETALING,
    INSCHRIJVING,
    NAAM,
    RECORD,
    RL1,
    case,
    file,
    form,
    lines,
    moments,
    reading,
    record,
)

OTHER = record(einddatum=date(2026, 6, 26))


def test_each_document_is_found_by_its_contents():
    dossier = build_dossier(case(extra=[file("attest.pdf", ATTEST)]))
    assert ["vormingsattest", "betalingsbewijs", "rl1", "verantwoordingsdocument"] == [
        str(bestand.soort) for bestand in dossier.bestanden
    ]
    assert (RECORD, INSCHRIJVING) == (dossier.record, dossier.inschrijving)
    assert () == dossier.unrecognised


def test_the_first_name_goes_before_its_copies():
    dossier = build_dossier(case(extra=[form(OTHER, "verantwoordingsdocument-2.xlsx")]))
    assert ("verantwoordingsdocument.xlsx", ["verantwoordingsdocument-2.xlsx"]) == (
        dossier.reading.file,
        [other.file for other in dossier.others],
    )


def test_of_forms_that_differ_the_one_that_fits_the_dossier_is_judged():
    stranger = record(naam_deelnemer="Ernest Anderstein")
    dossier = build_dossier(case(extra=[form(stranger, "a.xlsx")]))
    assert "verantwoordingsdocument.xlsx" == dossier.reading.file


def test_a_blank_form_beside_a_filled_one_is_left_out():
    dossier = build_dossier(case(extra=[form(Verantwoordingsdocument(), "leeg.xlsx")]))
    assert (RECORD, ()) == (dossier.record, dossier.others)


def test_a_prefilled_form_that_nobody_filled_in_is_blank():
    locked = {"naam_deelnemer": NAAM, "scholengroep": RECORD.scholengroep}
    untouched = form(Verantwoordingsdocument(**locked), "uitgestuurd.xlsx", prefilled=locked)
    dossier = build_dossier(case(extra=[untouched]))
    assert (RECORD, ()) == (dossier.record, dossier.others)


def test_files_that_were_not_opened_are_no_doubles():
    unopened = [Content(name, "", Unread(f"“{name}” is een koppeling.")) for name in ("a.txt", "b.txt")]
    dossier = build_dossier(case(extra=unopened))
    assert (["a.txt", "b.txt"], ()) == ([trouble.file for trouble in dossier.unrecognised], dossier.doubles)


def test_a_sjabloon_that_is_no_form_of_ours_is_said_to_be_so():
    dossier = build_dossier(case(extra=[file("oud.docx", "Verantwoordingsdocument jobtraining\nNaam deelnemer:")]))
    assert ["“oud.docx” lijkt een verantwoordingsdocument, maar niet op ons formulier."] == [
        trouble.message for trouble in dossier.unrecognised
    ]


def test_without_an_einddatum_no_rl1_is_asked_beyond_the_last_appointment():
    assert () == build_dossier(case(record(einddatum=None))).gaten
    open_end = build_dossier(case(record(einddatum=None), rl1=RL1.replace("30/06/2026", "31/12/2999")))
    assert () == open_end.gaten


def test_a_blank_form_alone_is_judged():
    assert build_dossier(case(form(Verantwoordingsdocument()))).reading is not None


@pytest.mark.parametrize(
    ("said", "extra"),
    [
        (["kopie.xlsx"], form(RECORD, "kopie.xlsx", data="verantwoordingsdocument.xlsx")),
        (["verantwoordingsdocument.docx"], form(RECORD, "verantwoordingsdocument.docx")),
        (["RL1-kopie.pdf"], file("RL1-kopie.pdf", RL1, data="rl1.pdf")),
        (["rl1.xlsx"], file("rl1.xlsx", RL1)),
    ],
)  # fmt: skip
def test_the_same_bytes_or_record_twice_is_a_double(said, extra):
    doubled = build_dossier(case(extra=[extra]))
    files = {trouble.file for trouble in doubled.doubles}
    assert 1 == len(files)
    assert () == doubled.others
    assert files <= {*said, "verantwoordingsdocument.xlsx", "rl1.pdf"}


def test_of_the_same_record_the_signed_one_is_judged():
    unsigned = record(handtekening_mentor=None)
    signed = form(unsigned, "getekend.pdf", signatures={"handtekening_mentor": SignatureKind.DIGITAL})
    dossier = build_dossier(case(form(unsigned), extra=[signed]))
    assert "getekend.pdf" == dossier.reading.file


def test_a_record_may_be_given_instead_of_a_file():
    assert RECORD == build_dossier(case(None, records=(RECORD,))).record
    assert RECORD == build_dossier(case(None, records=(reading(RECORD),))).record


@pytest.mark.parametrize(
    ("found", "content"),
    [
        (["scan.pdf"], file("scan.pdf", Unread("“scan.pdf” is een scan."))),
        (["leeg.pdf"], file("leeg.pdf", Unread(""))),
        (["verantwoordingsdocument.pdf"], file("verantwoordingsdocument.pdf", Unread("Een scan."))),
        (["prijzen.xlsx"], file("prijzen.xlsx", "Krijt\t3,50")),
        (["lijst.xlsx"], file("lijst.xlsx", RawForm(LIST.identity(), {}))),
        ([], file("rl1-scan.pdf", Unread("Een scan."))),
        ([], file("attest.pdf", lines(ATTEST))),
    ],
)
def test_a_file_that_nobody_can_place_is_named(found, content):
    assert found == [trouble.file for trouble in build_dossier(case(extra=[content])).unrecognised]


def test_two_rl1s_are_read_together():
    half = RL1.replace("30/06/2026", "31/01/2026")
    rest = RL1.replace("01/09/2025", "01/02/2026")
    dossier = build_dossier(case(rl1=half, extra=[file("rl1-b.pdf", rest)]))
    assert [date(2025, 9, 1), date(2026, 2, 1)] == [a.first for a in dossier.aanstellingen]
    assert (303, ()) == (dossier.diensttijd.telling.days, dossier.gaten)


def test_the_payment_of_this_trainee_is_chosen_among_several():
    other = BETALING.replace(NAAM, "Gerda Iemandanders").replace("50,00", "75,00")
    dossier = build_dossier(case(extra=[file("betaling-b.pdf", other)]))
    assert 50 == dossier.betaling.bedrag


def test_rows_of_out_of_order_dates_are_not_judged_by_them():
    dossier = build_dossier(case(record(einddatum=date(2025, 6, 30), contactmomenten=moments())))
    assert (4, None) == (len(dossier.getelde_rijen), dossier.diensttijd)
