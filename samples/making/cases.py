"""Every sample dossier: what is in it, and what a careful clerk concludes; the clerk's word is not docgen's output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from evidence import (
    Appointment,
    Payment,
    Person,
    payment_confirmation,
    payment_planned,
    payment_receipt,
    payment_statement,
    rl1_labels,
    rl1_school_list,
    rl1_table,
    stamboeknummer,
)
from people import DAYS, END, MOMENTS, START, THEMES, Answers, Moment, Trainee

#: A finding as the clerk writes it down: rule, severity, key.
Row = tuple[str, str, str | None]
BLOCKS, ASKS, INFORMS = "blokkerend", "aandacht", "info"
ON = date(2026, 9, 15)


@dataclass(frozen=True)
class Enrolment:
    """The trainee's line in the enrolment list; None leaves the trainee out of it."""

    attest: date | None = date(2022, 6, 30)
    hervalidering: date | None = None
    niveau: str = "BaO"
    mentor_scholengroep: str = "Scholengroep 99 Voorbeeldstreek"


@dataclass(frozen=True)
class Case:
    """One sample: a dossier as it arrives and the clerk's conclusion."""

    name: str
    shows: str
    trainee: Trainee
    verdict: str
    rows: tuple[Row, ...] = ()
    form: str | None = "xlsx"
    saved_by: str = "script"
    answers: Answers | None = None
    evidence: Mapping[str, bytes] = field(default_factory=dict)
    enrolment: Enrolment | None = Enrolment()
    reference: str | None = None
    decide: tuple[str, ...] = ()

    @property
    def filled(self) -> Answers:
        """The form's answers: the given ones, else the ordinary ones for this trainee."""
        return self.answers or Answers(self.trainee)


def person(who: Trainee, nine: str = "290010112") -> Person:
    """The trainee as an RL1 names him or her."""
    return Person(who.name, stamboeknummer(nine), who.instelling)


YEAR = Appointment(START, END)
OPEN = Appointment(START, None)


def papers(who: Trainee, *appointments: Appointment, draw=rl1_labels, pay=payment_confirmation) -> dict[str, bytes]:  # noqa: ANN001 - drawing functions
    """An RL1 and a payment proof for a trainee."""
    given = appointments or (YEAR,)
    rl1 = rl1_school_list([(person(who), given)]) if draw is rl1_school_list else draw(person(who), given)
    return {"RL1.pdf": rl1, "betaling.pdf": pay(Payment(who.name))}


def complete() -> list[Case]:
    """Dossiers that can go on to the upload, in every format and with every kind of name."""
    an, bram = Trainee("An Voorbeeld"), Trainee("Bram Proefman", instelling="Atheneum De Proeftuin")
    caro, lucja = Trainee("Caro Van den Proefdruk"), Trainee("Łucja Przykładowa")
    ibrahim, dexter = Trainee("İbrahim Örnek-Şahin"), Trainee("Dexter D’Exempel-Testers")
    long = Trainee("Maria-Magdalena Alexandrina Van den Voorbeeldenburg-de Proefstelmansen")
    elif_, fien, gijs = Trainee("Elif Deneme"), Trainee("Fien Zomerstop"), Trainee("Gijs Tweescholen")
    hanne = Trainee("Hanne Betaalloos")
    summer = (Appointment(date(2024, 9, 1), date(2025, 6, 30)), YEAR)
    other_school = person(gijs)
    return [
        Case("volledig-excel", "Alles in orde, formulier in Excel.", an, "volledig", evidence=papers(an), reference="JT-0001"),
        Case("volledig-pdf", "Alles in orde, formulier in PDF, rekeninguittreksel met meer regels.", bram, "volledig",
             form="pdf", evidence=papers(bram, draw=rl1_table, pay=payment_statement)),
        Case("volledig-word", "Alles in orde, formulier in Word, kwitantie, naam met tussenvoegsels.", caro, "volledig",
             form="docx", evidence=papers(caro, draw=rl1_school_list, pay=payment_receipt)),
        Case("volledig-calc", "Excel-formulier bewaard door LibreOffice Calc, Poolse naam.", lucja, "volledig",
             saved_by="calc", evidence=papers(lucja, draw=rl1_table)),
        Case("volledig-writer", "Word-formulier bewaard door LibreOffice Writer, Turkse naam.", ibrahim, "volledig",
             form="docx", saved_by="writer", evidence=papers(ibrahim)),
        Case("volledig-pdf-lib", "PDF-formulier ingevuld met pypdf, naam met apostrof en koppelteken.", dexter, "volledig",
             form="pdf", evidence=papers(dexter)),
        Case("lange-naam", "Een naam van zeventig tekens.", long, "volledig", evidence=papers(long)),
        Case("rl1-open-einde", "De RL1 loopt nog (einddatum 31/12/2999).", elif_, "volledig", evidence=papers(elif_, OPEN)),
        Case("rl1-zomervakantie", "De RL1 stopt op 30 juni en begint opnieuw op 1 september: geen gat.", fien, "volledig",
             answers=Answers(fien, start=date(2024, 9, 1)), evidence=papers(fien, *summer)),
        Case("meer-rl1s", "Twee RL1’s van twee scholen dekken samen de periode.", gijs, "volledig",
             evidence={"RL1-school-1.pdf": rl1_labels(other_school, [Appointment(START, date(2026, 1, 31))]),
                       "RL1-school-2.pdf": rl1_table(other_school, [Appointment(date(2026, 2, 1), END)]),
                       "betaling.pdf": payment_confirmation(Payment(gijs.name))}),
        Case("zonder-betaling", "Geen betalingsbewijs: dat mag.", hanne, "volledig",
             (("betalingsbewijs-aanwezig", INFORMS, None),), evidence={"RL1.pdf": rl1_labels(person(hanne), [YEAR])}),
    ]  # fmt: skip


def counting() -> list[Case]:
    """Ten months and seven years, at and beside their thresholds."""
    iris, jan, kaat = Trainee("Iris Grensmans"), Trainee("Jan Tekort"), Trainee("Kaat Onderbroken")
    lars, mona, noor = Trainee("Lars Adjunct"), Trainee("Mona Dertigdagen"), Trainee("Noor Negenentwintig")
    olaf, pia, quin = Trainee("Olaf Schrikkel"), Trainee("Pia Verlopen"), Trainee("Quinten Nipt")
    rosa = Trainee("Rosa Twaalf")
    short = date(2026, 6, 27)
    gap = (Appointment(date(2024, 9, 1), date(2025, 1, 31)), Appointment(date(2025, 3, 1), None))
    promoted = (Appointment(START, date(2025, 12, 31), ambt="adjunct-directeur"), Appointment(date(2026, 1, 1), END))
    month = date(2025, 9, 30)
    return [
        Case("grensgeval-300-dagen", "300 dagen: tien maanden van dertig dagen, geen tien kalendermaanden.", iris, "na-te-kijken",
             (("tien-maanden", ASKS, None),), answers=Answers(iris, end=short), evidence=papers(iris, Appointment(START, short))),
        Case("te-kort", "Drie weken te kort.", jan, "onvolledig", (("tien-maanden", BLOCKS, None),),
             answers=Answers(jan, end=date(2026, 6, 5)), evidence=papers(jan, Appointment(START, date(2026, 6, 5)))),
        Case("rl1-gat", "De RL1 dekt februari 2025 niet; er blijft genoeg over.", kaat, "na-te-kijken",
             (("rl1-dekt-periode", ASKS, None),), answers=Answers(kaat, start=date(2024, 9, 1)), evidence=papers(kaat, *gap)),
        Case("adjunct-wordt-directeur", "Vier maanden adjunct-directeur tellen alleen mee als het bureau dat beslist.", lars,
             "na-te-kijken", (("tien-maanden", ASKS, None), ("rl1-ambt", ASKS, None), ("rl1-dekt-periode", ASKS, None)),
             evidence=papers(lars, *promoted)),
        Case("waarneming-30-dagen", "Een waarneming van precies dertig dagen telt mee.", mona, "volledig",
             evidence=papers(mona, Appointment(START, month), Appointment(date(2025, 10, 1), END, toestand="toegelaten tot de proeftijd"))),
        Case("waarneming-29-dagen", "Een waarneming van negenentwintig dagen telt niet mee; aansluitend gelezen wel.", noor,
             "na-te-kijken", (("tien-maanden", ASKS, None), ("korte-waarneming", INFORMS, None)),
             answers=Answers(noor, start=date(2025, 9, 2), end=date(2026, 7, 1)),
             evidence=papers(noor, Appointment(date(2025, 9, 2), month),
                             Appointment(date(2025, 10, 1), date(2026, 7, 1)))),
        Case("schrikkeldag", "Vormingsattest van 29 februari 2020: goed tot en met 28 februari 2027, nog minder dan zes maanden.",
             olaf, "na-te-kijken", (("zeven-jaar", ASKS, None),), evidence=papers(olaf),
             enrolment=Enrolment(attest=date(2020, 2, 29))),
        Case("zeven-jaar-verlopen", "Het vormingsattest verliep tijdens de jobtraining.", pia, "onvolledig",
             (("zeven-jaar", BLOCKS, None),), evidence=papers(pia), enrolment=Enrolment(attest=date(2019, 6, 15))),
        Case("zeven-jaar-grensgeval", "De jobtraining eindigde op tijd, het certificaat zou te laat komen.", quin, "na-te-kijken",
             (("zeven-jaar", ASKS, None),), evidence=papers(quin), enrolment=Enrolment(attest=date(2019, 7, 10))),
        Case("attest-van-2012", "Een vormingsattest van voor 2013, later gehervalideerd.", rosa, "onvolledig",
             (("vormingsattest-vanaf-2013", BLOCKS, None),), evidence=papers(rosa),
             enrolment=Enrolment(attest=date(2012, 12, 31), hervalidering=date(2022, 1, 10))),
    ]  # fmt: skip


def faults() -> list[Case]:
    """One rule broken at a time."""
    sam, tine, umut = Trainee("Sam Driekeer"), Trainee("Tine Themaloos"), Trainee("Umut Twijfel")
    vera, wout, xena = (
        Trainee("Vera Vroeg"),
        Trainee("Wout Zonderrl"),
        Trainee("Xena Zelfmentor", mentor="Xena Zelfmentor"),
    )
    yara, zeno, arne = Trainee("Yara Ongetekend"), Trainee("Zeno Leeg"), Trainee("Arne Anders")
    bo, cis, dora = (
        Trainee("Bo Gepland"),
        Trainee("Cis Directeurs", mentor="Dirk Voorbeeldmans"),
        Trainee("Dora Formulierloos"),
    )
    else_, flor = Trainee("Else Omgekeerd"), Trainee("Flor Evenveel")
    three = MOMENTS[:3]
    no_lesson = (*MOMENTS[:3], Moment(DAYS[3], "evaluatie van de werking"))
    doubtful = (*MOMENTS[:2], Moment(DAYS[2], "personeel"), MOMENTS[3])
    early = (Moment(date(2025, 6, 12), THEMES[0]), *MOMENTS)
    absent = tuple(replace(moment, present="neen") if n == 1 else moment for n, moment in enumerate(MOMENTS))
    return [
        Case("drie-contactmomenten", "Drie contactmomenten, zonder lesbijwoning.", sam, "onvolledig",
             (("vier-contactmomenten", BLOCKS, "contactmomenten"), ("thema-lesbijwoning", BLOCKS, "contactmomenten"),
              ("vier-verschillende-datums", ASKS, "contactmomenten")),
             answers=Answers(sam, moments=three), evidence=papers(sam)),
        Case("thema-ontbreekt", "Vier contactmomenten, geen lesbijwoning.", tine, "onvolledig",
             (("thema-lesbijwoning", BLOCKS, "contactmomenten"),), answers=Answers(tine, moments=no_lesson), evidence=papers(tine)),
        Case("thema-twijfel", "Het woord “personeel” alleen: misschien het personeelsgerichte thema.", umut, "na-te-kijken",
             (("thema-personeelsgericht", ASKS, "contactmomenten__3__thema"),), answers=Answers(umut, moments=doubtful), evidence=papers(umut)),
        Case("te-vroeg-contactmoment", "Een gesprek voor de start telt niet, de vier andere wel.", vera, "na-te-kijken",
             (("contactmoment-telt", ASKS, "contactmomenten__1__datum"),), answers=Answers(vera, moments=early), evidence=papers(vera)),
        Case("afwezig", "De trainee was één keer afwezig: nog drie contactmomenten en een thema minder.", flor, "onvolledig",
             (("contactmoment-telt", ASKS, "contactmomenten__2__aanwezigheid"), ("vier-contactmomenten", BLOCKS, "contactmomenten"),
              ("thema-pedagogisch-didactisch", BLOCKS, "contactmomenten"), ("vier-verschillende-datums", ASKS, "contactmomenten")),
             answers=Answers(flor, moments=absent), evidence=papers(flor)),
        Case("geen-rl1", "De RL1 ontbreekt.", wout, "onvolledig",
             (("rl1-aanwezig", BLOCKS, None), ("tien-maanden-verklaard", INFORMS, None)),
             evidence={"betaling.pdf": payment_confirmation(Payment(wout.name))}),
        Case("mentor-is-trainee", "De trainee staat zelf als mentor vermeld.", xena, "onvolledig",
             (("mentor-niet-trainee", BLOCKS, "mentor_naam"),), evidence=papers(xena)),
        Case("mentor-is-algemeen-directeur", "De mentor is de algemeen directeur.", cis, "na-te-kijken",
             (("mentor-geen-evaluator", ASKS, "mentor_naam"),), evidence=papers(cis)),
        Case("geen-handtekening", "De mentor tekende niet.", yara, "onvolledig", (("handtekening-mentor", BLOCKS, "handtekening_mentor"),),
             answers=Answers(yara, other={"handtekening_mentor": None}), evidence=papers(yara)),
        Case("lege-en-onleesbare-velden", "Functie van de mentor leeg, invuldatum onleesbaar.", zeno, "onvolledig",
             (("onleesbaar-veld", BLOCKS, "invuldatum"), ("algemene-informatie-ingevuld", BLOCKS, "mentor_functie")),
             answers=Answers(zeno, other={"mentor_functie": None, "invuldatum": "begin juli"}), evidence=papers(zeno)),
        Case("datums-omgekeerd", "De einddatum ligt voor de startdatum.", else_, "onvolledig",
             (("datums-in-volgorde", BLOCKS, "einddatum"),),
             answers=Answers(else_, end=date(2025, 6, 30)), evidence=papers(else_)),
        Case("rl1-van-ander", "De RL1 is die van iemand anders.", arne, "onvolledig",
             (("rl1-van-trainee", BLOCKS, None),),
             evidence={"RL1.pdf": rl1_labels(person(Trainee("Gerda Iemandanders")), [YEAR]),
                       "betaling.pdf": payment_confirmation(Payment(arne.name))}),
        Case("betaling-gepland", "De overschrijving is gepland, niet uitgevoerd.", bo, "na-te-kijken",
             (("betalingsbewijs-klopt", ASKS, None),), evidence=papers(bo, pay=payment_planned)),
        Case("geen-formulier", "Wel RL1 en betaling, geen verantwoordingsdocument.", dora, "onleesbaar",
             (("verantwoordingsdocument-aanwezig", BLOCKS, None),), form=None, evidence=papers(dora)),
    ]  # fmt: skip


def mentors() -> list[Case]:
    """What the mentor and the enrolment list can break, a doubtful word, and a theme of which nothing is there."""
    greet, hugo, ilse = Trainee("Greet Begeleid"), Trainee("Hugo Buitenaf"), Trainee("Ilse Telaat")
    joke, koen = Trainee("Joke Typefout"), Trainee("Koen Zonderschool")
    led = tuple(replace(moment, leader="begeleider schoolontwikkeling") for moment in MOMENTS)
    mistyped = (replace(MOMENTS[0], leader="metnor"), *MOMENTS[1:])
    no_school = (Moment(DAYS[0], "kennismaking"), *MOMENTS[1:])
    return [
        Case("mentor-leidt-niet-mee", "Alle contactmomenten geleid door een begeleider schoolontwikkeling.", greet, "na-te-kijken",
             (("mentor-leidt-mee", ASKS, "contactmomenten"),), answers=Answers(greet, moments=led), evidence=papers(greet)),
        Case("mentor-andere-scholengroep", "De lokale mentor hoort volgens de inschrijvingslijst bij een andere scholengroep.", hugo,
             "na-te-kijken", (("mentor-eigen-scholengroep", ASKS, "mentor_naam"),), evidence=papers(hugo),
             enrolment=Enrolment(mentor_scholengroep="Scholengroep 97 Proefland")),
        Case("attest-na-start", "Het vormingsattest werd pas na de start van de jobtraining uitgereikt.", ilse, "onvolledig",
             (("vormingsattest-voor-start", BLOCKS, "startdatum"),), evidence=papers(ilse),
             enrolment=Enrolment(attest=date(2025, 9, 2))),
        Case("typefout-in-keuze", "“metnor” in plaats van “mentor”: gelezen, met twijfel.", joke, "na-te-kijken",
             (("onzekere-lezing", ASKS, "contactmomenten__1__begeleider"),), answers=Answers(joke, moments=mistyped),
             evidence=papers(joke)),
        Case("thema-school-ontbreekt", "Vier contactmomenten, geen school organisatorisch thema.", koen, "onvolledig",
             (("thema-school-organisatorisch", BLOCKS, "contactmomenten"),), answers=Answers(koen, moments=no_school),
             evidence=papers(koen)),
    ]  # fmt: skip
