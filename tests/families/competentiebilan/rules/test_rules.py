"""Every rule of the competentiebilan broken, and in order: findings as rows (rule, severity, key)."""

from __future__ import annotations

from datetime import date

import pytest

from bilan_dossiers import (
    AANVRAAG_RECORD,
    NAAM,
    PEILDATUM,
    SAMENVATTING_RECORD,
    absence,
    back_after,
    case,
    file,
    form,
    request,
    summary,
)
from docgen.families.competentiebilan.family import FAMILY, check
from docgen.families.competentiebilan.keuzes import (
    Aanpak,
    Indiener,
    JaNeen,
    Medexbeslissing,
    Reden,
    Situatie,
    Soort,
    Wijze,
)
from docgen.families.competentiebilan.samenvatting import Competentie
from docgen.model.form import Identity
from docgen.model.rule import Decision, Verdict
from docgen.model.value import Line, Place, RawForm, RawValue, Text, Unread

BLOCKS, ASKS, INFORMS = "blokkerend", "aandacht", "info"
ILL, AWAY = Situatie.DRIE_MAANDEN_ZIEK, Situatie.TWAALF_MAANDEN_AFWEZIG
OVER, AT = absence(date(2026, 1, 10), date(2026, 4, 10)), absence(date(2026, 1, 10), date(2026, 4, 9))
YEAR = absence(date(2025, 3, 1), date(2026, 3, 1), Reden.ANDERE)
HALF = Competentie(competentie="Plannen", soort=Soort.GENERIEK)


def odd(filled, key, value="onleesbaar", doubt=None):
    """A form in order, with one value that a reader found as it is here."""
    return form(filled, values={key: RawValue(value, Place("formulier.xlsx", key), doubt)})


def rows_of(*contents, **more):
    report = check(case(*contents, **more))
    return [(finding.rule, str(finding.severity), finding.key) for finding in report.findings]


SITUATIONS = [
    ("a restructuring", [], request(situatie=Situatie.HERSTRUCTURERING)),
    ("a re-integration", [], request()),
    ("a changed function", [], request(situatie=Situatie.FUNCTIE_GEWIJZIGD)),
    ("a mutation", [], request(situatie=Situatie.AMBTSHALVE_MUTATIE)),
    ("Medex decided A4", [], request(situatie=Situatie.MEDEX, medex_beslissing=Medexbeslissing.A4)),
    ("Medex decided otherwise", [("situatie", BLOCKS, "medex_beslissing")],
     request(situatie=Situatie.MEDEX, medex_beslissing=Medexbeslissing.ANDERE)),
    ("Medex, nothing said", [("situatie", BLOCKS, "medex_beslissing")], request(situatie=Situatie.MEDEX)),
    ("no situation", [("situatie", BLOCKS, "situatie")], request(situatie=None)),
    ("ill, a day over three months", [], back_after(ILL, OVER)),
    ("ill, three months", [("situatie", BLOCKS, "afwezigheden")], back_after(ILL, AT)),
    ("ill, no absence filled in", [("situatie", BLOCKS, "afwezigheden")], back_after(ILL)),
    ("ill long enough, but back in the function", [("situatie", BLOCKS, "terugkeer_functie")],
     back_after(ILL, OVER, returns=JaNeen.JA)),
    ("ill long enough, return not told", [("situatie", BLOCKS, "terugkeer_functie")],
     back_after(ILL, OVER, returns=None)),
    ("ill, both wrong", [("situatie", BLOCKS, "afwezigheden"), ("situatie", BLOCKS, "terugkeer_functie")],
     back_after(ILL, AT, returns=JaNeen.JA)),
    ("an accident", [("situatie", ASKS, "afwezigheden")],
     back_after(ILL, absence(date(2026, 1, 10), date(2026, 4, 10), Reden.ONGEVAL))),
    ("still ill", [("situatie", ASKS, "afwezigheden")], back_after(ILL, absence(date(2026, 1, 10), None))),
    ("a planned return", [], back_after(ILL, absence(date(2026, 8, 1), date(2026, 11, 1)))),
    ("away a day over 12 months", [], back_after(AWAY, YEAR)),
    ("away 12 months", [("situatie", BLOCKS, "afwezigheden")],
     back_after(AWAY, absence(date(2025, 3, 1), date(2026, 2, 28), Reden.ANDERE))),
    ("excepted leave", [("situatie", BLOCKS, "afwezigheden")],
     back_after(AWAY, absence(date(2024, 3, 1), date(2026, 2, 28), Reden.OUDERSCHAP))),
    ("excepted leave within", [("situatie", ASKS, "afwezigheden")], back_after(
        AWAY, absence(date(2025, 3, 1), date(2025, 6, 30), Reden.MOEDERSCHAP),
        absence(date(2025, 7, 1), date(2026, 3, 1)))),
    ("the chosen situation falls short, another holds", [("situatie", ASKS, "situatie")],
     back_after(ILL, absence(date(2025, 3, 1), date(2026, 3, 1)), returns=JaNeen.JA)),
    ("12 months short, ill long enough", [("situatie", ASKS, "situatie")], back_after(AWAY, OVER)),
    ("collective", [], request(situatie=Situatie.HERSTRUCTURERING, aanpak=Aanpak.COLLECTIEF, aantal_medewerkers="12")),
    ("collective for one", [("situatie", ASKS, "aanpak")],
     request(situatie=Situatie.HERSTRUCTURERING, aanpak=Aanpak.COLLECTIEF, aantal_medewerkers=" 1 ")),
    ("collective without restructuring", [("situatie", ASKS, "aanpak")], request(aanpak=Aanpak.COLLECTIEF)),
]  # fmt: skip
REQUESTERS = [
    ("the employee alone", [("aanvrager", ASKS, "ingediend_door")], request(ingediend_door=Indiener.MEDEWERKER)),
    ("who asks is not told, though the organisation is", [("aanvrager", ASKS, "ingediend_door")],
     request(ingediend_door=None)),
    ("no organisation", [("aanvrager", ASKS, "organisatie")], request(organisatie=None)),
    ("nobody to invite", [("aanvrager", ASKS, "contact_naam"), ("aanvrager", ASKS, "contact_functie")],
     request(contact_naam=None, contact_functie=None)),
]  # fmt: skip
SUMMARIES = [
    ("in order", [], summary()),
    ("no participant", [("instemming", BLOCKS, "deelnemer")], summary(deelnemer=None)),
    ("no consent", [("instemming", BLOCKS, "instemming")], summary(instemming=None)),
    ("consent on the peildatum", [],
     summary(instemming=PEILDATUM, gesprek=None, laatste_test=PEILDATUM, feedback=PEILDATUM)),
    ("consent tomorrow", [("instemming", BLOCKS, "instemming")], summary(instemming=date(2026, 9, 16))),
    ("consent on the day of the talk", [], summary(instemming=date(2026, 6, 15))),
    ("consent after the talk", [("instemming", ASKS, "instemming")], summary(instemming=date(2026, 6, 16))),
    ("no parcours", [("drie-delen", BLOCKS, "parcours")], summary(parcours=())),
    ("no trainings", [("drie-delen", ASKS, "opleidingen")], summary(opleidingen=())),
    ("no competences", [("drie-delen", BLOCKS, "competenties")], summary(competenties=())),
    ("only half a competence", [("drie-delen", BLOCKS, "competenties")], summary(competenties=(HALF,))),
    ("half a competence more", [("drie-delen", ASKS, "competenties__3__wijze")],
     summary(competenties=(*SAMENVATTING_RECORD.competenties, HALF))),
    ("an empty row between", [], summary(competenties=(Competentie(), *SAMENVATTING_RECORD.competenties))),
    ("no tracks", [("drie-delen", BLOCKS, "ontwikkeling")], summary(ontwikkeling=(), orientering=())),
    ("no track for development", [("drie-delen", ASKS, "ontwikkeling")], summary(ontwikkeling=())),
    ("no track for orientation", [("drie-delen", ASKS, "orientering")], summary(orientering=())),
    ("zelfreflectie wanted", [], summary(weten="Ik ken dat.", zelfreflectie=JaNeen.JA)),
    ("zelfreflectie not wanted", [], summary(doen="Ik doe dat.", zelfreflectie=JaNeen.NEEN)),
    ("zelfreflectie, nobody knows", [("drie-delen", ASKS, "zelfreflectie")], summary(kunnen="Ik kan dat.")),
    ("no feedback", [("feedbackgesprek", BLOCKS, "feedback")], summary(feedback=None)),
    ("feedback planned", [], summary(feedback=date(2027, 1, 5))),
    ("feedback on the day of the last test", [], summary(feedback=date(2026, 6, 22))),
    ("feedback before the last test", [("feedbackgesprek", BLOCKS, "feedback")], summary(feedback=date(2026, 6, 21))),
    ("feedback before the talk", [("feedbackgesprek", ASKS, "feedback")],
     summary(feedback=date(2026, 6, 10), laatste_test=date(2026, 6, 9))),
    ("tested, no date", [("feedbackgesprek", ASKS, "laatste_test")], summary(laatste_test=None)),
    ("not tested, no date", [], summary(laatste_test=None, competenties=SAMENVATTING_RECORD.competenties[:1])),
]  # fmt: skip
FILES = [
    ("an unreadable required choice", [("onleesbaar-veld", BLOCKS, "situatie")],
     [odd(request(situatie=None), "situatie", "zoiets")]),
    ("an unreadable date of absence", [("onleesbaar-veld", ASKS, "afwezigheden__1__laatste_dag")],
     [odd(back_after(AWAY, YEAR), "afwezigheden__1__laatste_dag", "eind mei")]),
    ("an unreadable return", [("onleesbaar-veld", ASKS, "terugkeer_functie")],
     [odd(back_after(ILL, OVER, returns=None), "terugkeer_functie", "misschien")]),
    ("an unreadable decision of Medex", [("onleesbaar-veld", ASKS, "medex_beslissing")],
     [odd(request(situatie=Situatie.MEDEX), "medex_beslissing", "B9")]),
    ("an unreadable consent", [("onleesbaar-veld", BLOCKS, "instemming")], [odd(summary(), "instemming", "in juni")]),
    ("an unreadable feedback talk", [("onleesbaar-veld", BLOCKS, "feedback")], [odd(summary(), "feedback", "later")]),
    ("an unreadable kind of competence", [("onleesbaar-veld", ASKS, "competenties__1__soort")],
     [odd(summary(), "competenties__1__soort", "iets anders")]),
    ("an unreadable last test", [("onleesbaar-veld", ASKS, "laatste_test")],
     [odd(summary(), "laatste_test", "laatst")]),
    ("a doubtful reading", [("onzekere-lezing", ASKS, "deelnemer")],
     [odd(summary(), "deelnemer", NAAM, "gelezen via x")]),
    ("a changed prefill", [("voorinvulling-gewijzigd", ASKS, "deelnemer")],
     [form(summary(), prefilled={"deelnemer": "Fientje Voorbeelt"})]),
    ("a file nobody can place", [("bestand-herkend", ASKS, None)],
     [form(summary()), file("cv.pdf", Text((Line("cv", Place("cv.pdf")),)))]),
    ("a file that cannot be opened", [("bestand-herkend", ASKS, None)],
     [form(summary()), file("x.pdf", Unread("“x.pdf” is leeg."))]),
    ("a form of something else", [("bestand-herkend", ASKS, None)],
     [form(summary()), file("y.pdf", RawForm(Identity("jobtraining", "verantwoordingsdocument", 1), {}))]),
    ("two summaries that differ", [("bestand-herkend", ASKS, None)],
     [form(summary()), form(summary(begeleider=None), "z.xlsx")]),
    ("the same file twice", [("dubbel-bestand", INFORMS, None)],
     [form(summary(), data="x"), form(summary(), "kopie.xlsx", data="x")]),
    ("the same record in two files", [("dubbel-bestand", INFORMS, None)], [form(summary()), form(summary(), "z.docx")]),
    ("request and summary together", [], [form(AANVRAAG_RECORD), form(summary())]),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "filled"), [row[1:] for row in SITUATIONS], ids=[row[0] for row in SITUATIONS])
def test_the_situation_is_one_of_the_seven_and_bears_out(expected, filled):
    assert expected == rows_of(form(filled))


@pytest.mark.parametrize(("expected", "filled"), [row[1:] for row in REQUESTERS], ids=[row[0] for row in REQUESTERS])
def test_the_organisation_asks(expected, filled):
    assert expected == rows_of(form(filled))


@pytest.mark.parametrize(("expected", "filled"), [row[1:] for row in SUMMARIES], ids=[row[0] for row in SUMMARIES])
def test_a_summary_has_consent_three_parts_and_a_feedback_talk(expected, filled):
    assert expected == rows_of(form(filled))


@pytest.mark.parametrize(("expected", "contents"), [row[1:] for row in FILES], ids=[row[0] for row in FILES])
def test_how_the_files_were_read(expected, contents):
    assert expected == rows_of(*contents)


@pytest.mark.parametrize("filled", [AANVRAAG_RECORD, SAMENVATTING_RECORD], ids=["aanvraag", "samenvatting"])
def test_each_form_is_judged_by_its_own_rules_alone(filled):
    report = check(case(form(filled)))
    own = {"aanvrager", "situatie"} if filled is AANVRAAG_RECORD else {"instemming", "drie-delen", "feedbackgesprek"}
    assert Verdict.COMPLETE == report.verdict
    assert own == {outcome.rule for outcome in report.in_order} - set(FAMILY.rules[:5])


def test_a_dossier_without_a_form_is_unreadable():
    assert Verdict.UNREADABLE == check(case(file("cv.pdf", Unread("leeg")))).verdict


def test_a_french_form_gives_the_same_record_and_its_language():
    report = check(case(form(summary(), language="fr", reference="CB-9")))
    assert (SAMENVATTING_RECORD, "fr", "CB-9") == (report.record, report.language, report.reference)


def test_a_dossier_bears_the_reference_of_its_form_and_no_name():
    for filled in (AANVRAAG_RECORD, SAMENVATTING_RECORD):
        report = check(case(form(filled, reference="CB-9")))
        assert ("CB-9", None) == (report.reference, report.subject)


def test_a_record_from_a_list_is_judged_like_a_form():
    assert Verdict.COMPLETE == check(case(records=(SAMENVATTING_RECORD,))).verdict
    assert Verdict.INCOMPLETE == check(case(records=(summary(instemming=None),))).verdict


def test_a_decision_settles_a_grensgeval():
    decision = Decision("situatie", "*", "Veerle Voorbeeld", date(2026, 9, 1), "Het ongeval telt als ziekte.")
    accident = absence(date(2026, 1, 10), date(2026, 4, 10), Reden.ONGEVAL)
    assert Verdict.COMPLETE == check(case(form(back_after(ILL, accident)), decisions=(decision,))).verdict


def test_no_message_holds_what_was_filled_in():
    filled = summary(
        deelnemer="Qzx2", begeleider="Qzx3", instemming=date(2031, 1, 1), competenties=(
            Competentie(competentie="Qzx4", soort=Soort.DIGITAAL), Competentie(bevinding="Qzx5", wijze=Wijze.TEST)),
        parcours=(), ontwikkeling=(), orientering=(),
    )  # fmt: skip
    said = [f"{f.message} {f.remedy} {f.expected}" for f in check(case(form(filled))).findings]
    assert len(said) >= 4
    assert [] == [sentence for sentence in said if "Qzx" in sentence or "2031" in sentence]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (back_after(ILL, OVER, returns=JaNeen.JA), back_after(ILL, OVER, returns=None)),
        (
            request(situatie=Situatie.MEDEX, medex_beslissing=Medexbeslissing.ANDERE),
            request(situatie=Situatie.MEDEX),
        ),
        (back_after(AWAY, absence(date(2024, 3, 1), date(2026, 2, 28), Reden.OUDERSCHAP)), back_after(AWAY)),
    ],
    ids=["return", "medex", "leave"],
)
def test_a_message_does_not_tell_which_answer_was_given(one, other):
    said = [[finding.message for finding in check(case(form(filled))).findings] for filled in (one, other)]
    assert said[0] == said[1] != []


def test_a_grensgeval_names_the_other_reading_beside_the_ruling():
    accident = absence(date(2026, 1, 10), date(2026, 4, 10), Reden.ONGEVAL)
    (finding,) = check(case(form(back_after(ILL, accident)))).findings
    assert "ongeval" not in finding.message
    assert str(finding.ruling).endswith("Ze is lang genoeg als een ongeval als ziekte telt.")
