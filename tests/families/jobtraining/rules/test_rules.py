"""Every rule of the jobtraining broken once, and in order: findings as rows (rule, severity, key)."""

from datetime import date

import pytest

from docgen.families.jobtraining.family import RULES, check
from docgen.families.jobtraining.record import INSCHRIJVING as LIST
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT, Begeleider, JaNeen, Onderwijsniveau, Thema
from docgen.model.record import Reading
from docgen.model.value import OnPaper, Place, RawForm, RawValue, SignatureKind, Unread
from docgen.settings import Betaling, Handtekening
from trainee_dossiers import (
    BETALING,
    INSCHRIJVING,
    MOMENTEN,
    NAAM,
    PEILDATUM,
    RECORD,
    RL1,
    SETTINGS,
    case,
    file,
    form,
    moments,
    record,
    rows,
)

SCHOOL = Begeleider.SCHOOLONTWIKKELING
BLOCKS, ASKS, INFORMS = "blokkerend", "aandacht", "info"
SIGNED = Handtekening()


def settings(**changes):
    return SETTINGS.model_copy(update=changes)


def enrolled(**changes):
    return (INSCHRIJVING.model_copy(update=changes),)


def odd(key, value, doubt=None):
    """The form in order, with one value that a reader found as it is here."""
    return form(RECORD, values={key: RawValue(value, Place("verantwoordingsdocument.xlsx", key), doubt)})


def rl1(*appointments, naam=NAAM):
    blocks = [
        f"Opdracht\t{n}\nAmbt\t{ambt}\nAdministratieve toestand\t{toestand}\nBegindatum\t{first}\nEinddatum\t{last}"
        for n, (first, last, ambt, toestand) in enumerate(appointments, start=1)
    ]
    return "\n".join([f"RL-1 Melding opdrachtenpakket\nNaam\t{naam}", *blocks])


def served(first, last, ambt="directeur", toestand="waarnemend"):
    return first, last, ambt, toestand


STRANGER = Reading(
    LIST, INSCHRIJVING.model_copy(update={"naam": "Ernest Anderstein"}), LIST.identity("JT-1"), "lijst.xlsx"
)
SHORT_ROWS = [
    ("vier-contactmomenten", BLOCKS, "contactmomenten"),
    ("thema-lesbijwoning", BLOCKS, "contactmomenten"),
    ("vier-verschillende-datums", ASKS, "contactmomenten"),
]
#: What is the matter, the rows it gives, the dossier.
BROKEN = [
    ("an unreadable required date", [("onleesbaar-veld", BLOCKS, "invuldatum")],
     case(odd("invuldatum", "begin juli"))),
    ("an unreadable optional date", [("onleesbaar-veld", ASKS, "handtekening_datum")],
     case(odd("handtekening_datum", "begin juli"))),
    ("a doubtful reading", [("onzekere-lezing", ASKS, "scholengroep")],
     case(odd("scholengroep", RECORD.scholengroep, "gelezen via het opschrift"))),
    ("a note on the file", [("onzekere-lezing", ASKS, None)], case(form(RECORD, notes=("Het bestand is hersteld.",)))),
    ("a changed prefill", [("voorinvulling-gewijzigd", ASKS, "naam_deelnemer")],
     case(form(RECORD, prefilled={"naam_deelnemer": "Fientje Voorbeelt"}))),
    ("a file nobody can place", [("bestand-herkend", ASKS, None)], case(extra=[file("prijzen.xlsx", "Krijt\t3,50")])),
    ("the same file twice", [("dubbel-bestand", INFORMS, None)],
     case(extra=[file("rl1 (1).pdf", RL1, data="rl1.pdf")])),
    ("no form", [("verantwoordingsdocument-aanwezig", BLOCKS, None)], case(None)),
    ("two forms that differ", [("een-verantwoordingsdocument", BLOCKS, None)],
     case(extra=[form(record(einddatum=date(2026, 6, 26)), "verantwoordingsdocument-2.xlsx")])),
    ("forms of two people", [("een-verantwoordingsdocument", BLOCKS, None), ("dossier-van-een-persoon", BLOCKS, None)],
     case(extra=[form(record(naam_deelnemer="Ernest Anderstein"), "a.xlsx")])),
    ("the reference of somebody else", [("dossier-van-een-persoon", BLOCKS, "naam_deelnemer")],
     case(form(RECORD, reference="JT-1"), roster=(STRANGER,))),
    ("empty fields", [("algemene-informatie-ingevuld", BLOCKS, "instelling"),
                      ("algemene-informatie-ingevuld", BLOCKS, "mentor_functie")],
     case(record(instelling=None, mentor_functie=None))),
    ("an answer that stands elsewhere or is put off",
     [("algemene-informatie-ingevuld", ASKS, key) for key in ("instelling", "algemeen_directeur", "mentor_functie")],
     case(record(instelling="Zie bijlage 1", algemeen_directeur="idem", mentor_functie="n.v.t."))),
    ("a dash or a question mark for an answer", [("algemene-informatie-ingevuld", BLOCKS, "algemeen_directeur"),
                                                 ("algemene-informatie-ingevuld", BLOCKS, "mentor_functie")],
     case(record(algemeen_directeur="?", mentor_functie="-"))),
    ("a dash for a signature", [("handtekening-mentor", BLOCKS, "handtekening_mentor")],
     case(record(handtekening_mentor="-"))),
    ("no einddatum", [("algemene-informatie-ingevuld", BLOCKS, "einddatum")], case(record(einddatum=None))),
    ("an unreadable startdatum", [("onleesbaar-veld", BLOCKS, "startdatum")],
     case(form(record(startdatum=None), values={"startdatum": RawValue("september", Place("form.xlsx"))}))),
    ("einddatum before startdatum", [("datums-in-volgorde", BLOCKS, "einddatum")],
     case(record(einddatum=date(2025, 6, 30)))),
    ("invuldatum before einddatum", [("datums-in-volgorde", BLOCKS, "invuldatum")],
     case(record(invuldatum=date(2026, 6, 1)))),
    ("invuldatum after the peildatum", [("datums-in-volgorde", BLOCKS, "invuldatum")],
     case(record(invuldatum=date(2026, 9, 16)))),
    ("einddatum after the peildatum", [("datums-in-volgorde", BLOCKS, "invuldatum")],
     case(peildatum=date(2026, 6, 20))),
    ("einddatum after the peildatum, no invuldatum",
     [("algemene-informatie-ingevuld", BLOCKS, "invuldatum"), ("datums-in-volgorde", BLOCKS, "einddatum")],
     case(record(invuldatum=None), peildatum=date(2026, 6, 20))),
    ("an einddatum in the far future means still running", [("datums-in-volgorde", BLOCKS, "invuldatum")],
     case(record(einddatum=date(2999, 12, 31)), rl1=rl1(served("01/09/2025", "31/12/2999")))),
    ("a fifth row before the start", [("contactmoment-telt", ASKS, "contactmomenten__5__datum")],
     case(record(contactmomenten=(*MOMENTEN, MOMENTEN[0].model_copy(update={"datum": date(2025, 6, 1)}))))),
    ("a fifth row without attendance", [("contactmoment-telt", ASKS, "contactmomenten__5__aanwezigheid")],
     case(record(contactmomenten=(*MOMENTEN, MOMENTEN[0].model_copy(update={"aanwezigheid": None}))))),
    ("three rows", SHORT_ROWS, case(record(contactmomenten=MOMENTEN[:3]))),
    ("an unreadable date in a row",
     [("onleesbaar-veld", ASKS, "contactmomenten__4__datum"), *SHORT_ROWS],
     case(form(record(contactmomenten=moments(r4={"datum": None})),
               values={"contactmomenten__4__datum": RawValue("ergens in maart", Place("form.xlsx"))}))),
    *[(f"theme {number} missing", [(rule, BLOCKS, "contactmomenten")],
       case(record(contactmomenten=moments(**{f"r{number}": {"thema": "evaluatie van de werking"}}))))
      for number, rule in enumerate(("thema-school-organisatorisch", "thema-pedagogisch-didactisch",
                                     "thema-personeelsgericht", "thema-lesbijwoning"), start=1)],
    ("a doubtful theme", [("thema-personeelsgericht", ASKS, "contactmomenten__3__thema")],
     case(record(contactmomenten=moments(r3={"thema": "personeel"})))),
    ("two rows on one day", [("vier-verschillende-datums", ASKS, "contactmomenten")],
     case(record(contactmomenten=moments(r2={"datum": MOMENTEN[0].datum})))),
    ("only a begeleider", [("mentor-leidt-mee", ASKS, "contactmomenten")],
     case(record(contactmomenten=moments(**{f"r{n}": {"begeleider": SCHOOL} for n in range(1, 5)})))),
    ("the trainee as mentor", [("mentor-niet-trainee", BLOCKS, "mentor_naam")],
     case(record(mentor_naam="VOORBEELD Fientje", handtekening_mentor="Fientje Voorbeeld"))),
    ("a mentor with nearly the trainee's name", [("mentor-niet-trainee", ASKS, "mentor_naam")],
     case(record(mentor_naam="F. Voorbeeld", handtekening_mentor="F. Voorbeeld"))),
    ("the algemeen directeur as mentor", [("mentor-geen-evaluator", ASKS, "mentor_naam")],
     case(record(mentor_naam="Joris Model", handtekening_mentor="Joris Model"))),
    ("a mentor of another scholengroep", [("mentor-eigen-scholengroep", ASKS, "mentor_naam")],
     case(roster=enrolled(mentor_scholengroep="Scholengroep 12"))),
    ("no signature", [("handtekening-mentor", BLOCKS, "handtekening_mentor")], case(record(handtekening_mentor=None))),
    ("a typed name", [("handtekening-mentor", ASKS, "handtekening_mentor")],
     case(settings=settings(handtekening=SIGNED))),
    ("a typed name of another", [("handtekening-mentor", ASKS, "handtekening_mentor")],
     case(record(handtekening_mentor="Iemand Anders"))),
    *[(f"signed with {kind}", [("handtekening-mentor", ASKS, "handtekening_mentor")],
       case(form(record(handtekening_mentor=None), signatures={"handtekening_mentor": kind})))
      for kind in (SignatureKind.IMAGE, SignatureKind.INK, SignatureKind.DIGITAL_BROKEN)],
    ("three weeks short", [("tien-maanden", BLOCKS, None)],
     case(record(einddatum=date(2026, 6, 5)), rl1=rl1(served("01/09/2025", "05/06/2026")))),
    ("300 days", [("tien-maanden", ASKS, None)],
     case(record(einddatum=date(2026, 6, 27)), rl1=rl1(served("01/09/2025", "27/06/2026")))),
    ("no RL1", [("tien-maanden-verklaard", INFORMS, None), ("rl1-aanwezig", BLOCKS, None)], case(rl1=None)),
    ("no RL1 and too short", [("tien-maanden", BLOCKS, None), ("tien-maanden-verklaard", INFORMS, None),
                              ("rl1-aanwezig", BLOCKS, None)],
     case(record(einddatum=date(2026, 6, 5)), rl1=None)),
    ("a waarneming of 29 days",
     [("tien-maanden", ASKS, None), ("korte-waarneming", INFORMS, None)],
     case(rl1=rl1(served("01/09/2025", "29/09/2025"), served("30/09/2025", "30/06/2026")))),
    ("a scanned RL1", [("tien-maanden-verklaard", INFORMS, None), ("rl1-leesbaar", ASKS, None)],
     case(rl1=file("RL1.pdf", Unread("“RL1.pdf” is een scan of foto zonder tekst.")))),
    ("the reference of somebody with a similar name", [("dossier-van-een-persoon", ASKS, "naam_deelnemer")],
     case(form(record(naam_deelnemer="Ernst Anderstein"), reference="JT-1"), roster=(STRANGER,),
          rl1=rl1(served("01/09/2025", "30/06/2026"), naam="Ernst Anderstein"),
          betaling=BETALING.replace(NAAM, "Ernst Anderstein"))),
    ("an RL1 without appointments", [("tien-maanden-verklaard", INFORMS, None), ("rl1-leesbaar", ASKS, None)],
     case(rl1=f"RL-1\nNaam\t{NAAM}\nInstelling\t999011\nAmbt\tdirecteur\nOpdracht\t20/20")),
    ("one broken line on the RL1", [("rl1-leesbaar", ASKS, None)],
     case(rl1=rl1(served("01/09/2025", "30/06/2026"), served("01/09/2025", "31/02/2026")))),
    ("the RL1 of another", [("rl1-van-trainee", BLOCKS, None)],
     case(rl1=rl1(served("01/09/2025", "30/06/2026"), naam="Gerda Iemandanders"))),
    ("an RL1 with nearly the name", [("rl1-van-trainee", ASKS, None)],
     case(rl1=rl1(served("01/09/2025", "30/06/2026"), naam="Fientje Voorbeelt"))),
    ("an RL1 without a name", [("rl1-van-trainee", ASKS, None)],
     case(rl1="RL-1 Opdrachtenpakket\nAmbt\tVan\tTot\tToestand\ndirecteur\t01/09/2025\t30/06/2026\twaarnemend")),
    ("an adjunct who becomes director",
     [("tien-maanden", ASKS, None), ("rl1-ambt", ASKS, None), ("rl1-dekt-periode", ASKS, None)],
     case(rl1=rl1(served("01/09/2025", "31/12/2025", "adjunct-directeur"), served("01/01/2026", "30/06/2026")))),
    ("another ambt all along",
     [("tien-maanden", ASKS, None), ("rl1-ambt", ASKS, None), ("rl1-dekt-periode", ASKS, None)],
     case(rl1=rl1(served("01/09/2025", "30/06/2026", "adjunct-directeur")))),
    ("vast benoemd along the way", [("tien-maanden", ASKS, None)],
     case(rl1=rl1(served("01/09/2025", "31/12/2025"), served("01/01/2026", "31/12/2999", toestand="vast benoemd")))),
    ("an RL1 without ambt", [("tien-maanden", ASKS, None), ("rl1-ambt", ASKS, None)],
     case(rl1=f"RL-1\nNaam\t{NAAM}\nInstelling\t999011\nVan\tTot\tToestand\n01/09/2025\t30/06/2026\twaarnemend")),
    ("a gap on the RL1", [("rl1-dekt-periode", ASKS, None)],
     case(record(startdatum=date(2024, 9, 1)),
          rl1=rl1(served("01/09/2024", "31/01/2025"), served("01/03/2025", "31/12/2999")))),
    ("two gaps on the RL1", [("tien-maanden", BLOCKS, None), ("rl1-dekt-periode", ASKS, None),
                             ("rl1-dekt-periode", ASKS, None)],
     case(rl1=rl1(served("15/09/2025", "31/01/2026"), served("01/03/2026", "30/06/2026")))),
    ("months as leraar before the ambt",
     [("tien-maanden", BLOCKS, None), ("rl1-ambt", ASKS, None), ("rl1-dekt-periode", ASKS, None)],
     case(rl1=rl1(served("01/09/2025", "31/12/2025", ambt="leraar"), served("01/01/2026", "30/06/2026")))),
    ("an RL1 of another year", [("tien-maanden", BLOCKS, None), ("rl1-dekt-periode", BLOCKS, None)],
     case(rl1=rl1(served("01/09/2023", "30/06/2024")))),
    ("no payment proof", [("betalingsbewijs-aanwezig", INFORMS, None)], case(betaling=None)),
    ("no payment proof where it is required", [("betalingsbewijs-aanwezig", BLOCKS, None)],
     case(betaling=None, settings=settings(betaling=Betaling(verplicht=True)))),
    ("required, but the list says paid", [("betalingsbewijs-aanwezig", INFORMS, None)],
     case(betaling=None, settings=settings(betaling=Betaling(verplicht=True)), roster=enrolled(betaald=JaNeen.JA))),
    ("another amount", [("betalingsbewijs-klopt", ASKS, None)], case(betaling=BETALING.replace("50,00", "45,00"))),
    ("no amount", [("betalingsbewijs-klopt", ASKS, None)],
     case(betaling=BETALING.replace("50,00 EUR", "?") + "\nKosten\t0,00 EUR")),
    ("another account", [("betalingsbewijs-klopt", ASKS, None)],
     case(betaling=BETALING.replace("BE65 0969 9999 9996", "BE71 0961 2345 6769").replace("Voorbeelddienst", "Fonds"))),
    ("no name in the communication", [("betalingsbewijs-klopt", ASKS, None)],
     case(betaling=BETALING.replace("jobtraining Fientje Voorbeeld", "jobtraining"))),
    ("a planned transfer", [("betalingsbewijs-klopt", ASKS, None)],
     case(betaling=BETALING.replace("Uitgevoerd", "Gepland"))),
    ("money that came back", [("betalingsbewijs-klopt", ASKS, None)],
     case(betaling=BETALING.replace("Mededeling\tjobtraining", "Mededeling\tterugbetaling jobtraining"))),
    ("a date to come", [("betalingsbewijs-klopt", ASKS, None)],
     case(betaling=BETALING.replace("12/06/2026", "12/10/2026"))),
    ("a scanned payment proof", [("betalingsbewijs-klopt", ASKS, None)],
     case(betaling=file("betaling.jpg", Unread("“betaling.jpg” is een foto.")))),
    ("an attest of 2012", [("vormingsattest-vanaf-2013", BLOCKS, None)],
     case(roster=enrolled(vormingsattest=date(2012, 12, 31), hervalidering=date(2022, 1, 10)))),
    ("an attest after the start", [("vormingsattest-voor-start", BLOCKS, "startdatum")],
     case(roster=enrolled(vormingsattest=date(2025, 9, 2)))),
    ("seven years lapsed", [("zeven-jaar", BLOCKS, None)], case(roster=enrolled(vormingsattest=date(2019, 6, 15)))),
    ("seven years: ended in time", [("zeven-jaar", ASKS, None)],
     case(roster=enrolled(vormingsattest=date(2019, 7, 10)))),
    ("seven years: the last six months", [("zeven-jaar", ASKS, None)],
     case(roster=enrolled(vormingsattest=date(2020, 2, 29)))),
    ("no enrolment list", [("vormingsattest-vanaf-2013", INFORMS, None), ("vormingsattest-voor-start", INFORMS, None),
                           ("zeven-jaar", INFORMS, None)], case(roster=(), has_roster=False)),
    ("not on the enrolment list", [("vormingsattest-vanaf-2013", INFORMS, None),
                                   ("vormingsattest-voor-start", INFORMS, None), ("zeven-jaar", INFORMS, None)],
     case(roster=enrolled(naam="Gerda Iemandanders"))),
    ("no date of the attest", [("vormingsattest-vanaf-2013", INFORMS, None),
                               ("vormingsattest-voor-start", INFORMS, None), ("zeven-jaar", INFORMS, None)],
     case(roster=enrolled(vormingsattest=None))),
]  # fmt: skip
IN_ORDER = [
    ("everything", case()),
    ("an attest of 1 January 2013, revalidated",
     case(roster=enrolled(vormingsattest=date(2013, 1, 1), hervalidering=date(2022, 1, 10)))),
    ("an attest on the startdatum", case(roster=enrolled(vormingsattest=date(2025, 9, 1)))),
    ("a central mentor of another scholengroep",
     case(roster=enrolled(onderwijsniveau=Onderwijsniveau.CLB, mentor_scholengroep="Scholengroep 12"))),
    ("a list without the mentor's scholengroep", case(roster=enrolled(mentor_scholengroep=None))),
    ("a valid digital signature",
     case(form(record(handtekening_mentor=None), signatures={"handtekening_mentor": SignatureKind.DIGITAL}),
          settings=settings(handtekening=SIGNED))),
    ("an RL1 that stops in summer",
     case(record(startdatum=date(2024, 9, 1)),
          rl1=rl1(served("01/09/2024", "30/06/2025"), served("01/09/2025", "30/06/2026")))),
    ("a leraar vast benoemd, waarnemend directeur outside the summer",
     case(record(startdatum=date(2024, 9, 1)),
          rl1=rl1(served("01/09/2010", "31/12/2999", ambt="leraar", toestand="vast benoemd"),
                  served("01/09/2024", "30/06/2025"), served("01/09/2025", "30/06/2026")))),
    ("an RL1 that still runs", case(rl1=rl1(served("01/09/2025", "31/12/2999")))),
    ("a waarneming of 30 days and a proeftijd",
     case(rl1=rl1(served("01/09/2025", "30/09/2025"), served("01/10/2025", "30/06/2026", toestand="proeftijd")))),
    ("one begeleider among mentors",
     case(record(contactmomenten=moments(r1={"begeleider": Begeleider.SCHOOLONTWIKKELING})))),
    ("a theme twice in one row and a free one",
     case(record(contactmomenten=moments(r1={"thema": "school organisatorisch, lesbezoek"}, r4={"thema": "x"})))),
    ("einddatum, invuldatum and peildatum on one day",
     case(record(invuldatum=date(2026, 6, 30)), peildatum=date(2026, 6, 30))),
    ("nothing expected of the payment", case(settings=settings(betaling=Betaling()))),
    ("a vormingsattest beside it", case(extra=[file("attest.pdf", "Vormingsattest\nUitgereikt op 30/06/2022")])),
]  # fmt: skip


@pytest.mark.parametrize(("found", "dossier"), [entry[1:] for entry in BROKEN], ids=[entry[0] for entry in BROKEN])
def test_a_broken_rule_gives_its_rows_and_no_others(found, dossier):
    assert sorted(found, key=str) == sorted(rows(check(dossier)), key=str)


@pytest.mark.parametrize("dossier", [entry[1] for entry in IN_ORDER], ids=[entry[0] for entry in IN_ORDER])
def test_a_dossier_in_order_gives_none(dossier):
    assert [] == rows(check(dossier))


def test_every_rule_is_broken_at_least_once():
    assert {rule.id for rule in RULES} == {row[0] for entry in BROKEN for row in entry[1]}


@pytest.mark.parametrize("dossier", [entry[2] for entry in BROKEN], ids=[entry[0] for entry in BROKEN])
def test_every_finding_says_in_plain_sentences_what_is_wrong_and_how_to_mend_it(dossier):
    for finding in check(dossier).findings:
        assert finding.message[0].isupper() or finding.message.startswith("“")
        assert finding.message.endswith(".")
        assert finding.rule not in finding.message
        words = filter(None, (finding.message, finding.found, finding.expected, finding.remedy))
        assert not any("None" in text or "{" in text for text in words)
        assert finding.remedy or finding.severity == INFORMS
        assert finding.remedy is None or finding.remedy.endswith(".")
        assert finding.key is None or finding.place is not None


def test_the_peildatum_and_the_telgrens_are_never_mixed():
    early = check(case(peildatum=date(2026, 7, 3)))
    late = check(case(peildatum=PEILDATUM))
    assert [row.value for row in early.ledger if row.label == "Telgrens"] == ["30/06/2026"]
    assert early.ledger[1:] == late.ledger[1:]


def test_a_grensgeval_says_so_in_its_message():
    short = case(record(einddatum=date(2026, 6, 27)))
    adjunct = case(
        rl1=rl1(served("01/09/2025", "31/12/2025", ambt="adjunct-directeur"), served("01/01/2026", "30/06/2026"))
    )
    late = case(roster=enrolled(vormingsattest=date(2019, 7, 10)))
    for dossier, rule_id in ((short, "tien-maanden"), (adjunct, "tien-maanden"), (late, "zeven-jaar")):
        (found,) = (finding for finding in check(dossier).findings if finding.rule == rule_id)
        assert found.message.startswith("Grensgeval: ")


def test_rows_on_a_page_that_is_gone_are_not_called_missing():
    keys = frozenset(q.key for q in VERANTWOORDINGSDOCUMENT.questions.values() if q.row)
    gone = file("plat.pdf", RawForm(VERANTWOORDINGSDOCUMENT.identity(), {}, gone={2: keys}))
    judged = {rule for rule, _, _ in rows(check(case(gone)))}
    assert "onleesbaar-veld" in judged
    assert not [rule for rule in judged if rule.startswith(("vier-", "thema-", "contactmoment"))]


def on_paper(count, *without):
    """A form on paper of which `count` rows of contactmomenten hold something, but for these columns."""
    columns = [name for name in ("datum", "begeleider", "aanwezigheid") if name not in without]
    filled = {f"contactmomenten__{row}__{name}" for row in range(1, count + 1) for name in columns}
    filled |= {q.key for q in VERANTWOORDINGSDOCUMENT.single_questions if q.ask.required}
    printed = {
        f"contactmomenten__{n}__thema": RawValue(str(thema), Place("scan.pdf"))
        for n, thema in enumerate(Thema, start=1)
    }
    identity = VERANTWOORDINGSDOCUMENT.identity()
    return file("scan.pdf", RawForm(identity, printed, on_paper=OnPaper(4, frozenset(filled))))


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        (set(), on_paper(4)),
        (set(), on_paper(7)),
        ({("vier-contactmomenten", "blokkerend"), ("thema-lesbijwoning", "blokkerend")}, on_paper(3)),
        ({("contactmoment-telt", "aandacht")}, on_paper(5, "aanwezigheid")),
    ],
    ids=[
        "four rows that may count",
        "more rows",
        "three rows cannot be four",
        "whether he was there is empty for sure",
    ],
)
def test_rows_on_paper_that_nobody_read_are_neither_counted_nor_called_missing(expected, found):
    judged = {(rule, severity) for rule, severity, _ in rows(check(case(found)))}
    about_rows = {pair for pair in judged if pair[0].startswith(("vier-", "thema-", "contactmoment"))}
    assert expected <= about_rows
    assert expected or not about_rows
