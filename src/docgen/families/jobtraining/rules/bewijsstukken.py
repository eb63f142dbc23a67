"""Rules on the RL1 and the payment proof (handleiding § 4.3, § 6)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.dates import format_date
from docgen.families.jobtraining.ambt import parse_ambt
from docgen.families.jobtraining.betalingsbewijs import (
    PRIJS_JOBTRAINING,
    Betaling,
    has_structured,
    names_trainee,
    reaches_beneficiary,
)
from docgen.families.jobtraining.dossier import Dossier
from docgen.families.jobtraining.herkennen import Soort
from docgen.families.jobtraining.namen import Likeness
from docgen.families.jobtraining.record import JaNeen
from docgen.families.jobtraining.rl1 import compare_trainee
from docgen.families.jobtraining.rules.bronnen import BETALING_ZIN, RL1_ZIN
from docgen.model.rule import Observation, Severity, rule
from docgen.model.value import Place
from docgen.sources import handleiding
from docgen.text import enumerate_words


def has_rl1(dossier: Dossier) -> bool:
    """Whether an RL1 is there, read or not."""
    return bool(dossier.rl1s or dossier.hinted(Soort.RL1))


def has_named_rl1(dossier: Dossier) -> bool:
    """Whether there is an RL1 with text, and a trainee to compare it with."""
    return bool(dossier.rl1s) and dossier.record.naam_deelnemer is not None


def has_appointments(dossier: Dossier) -> bool:
    """Whether an RL1 gives appointments of the trainee, and the form a period."""
    return bool(dossier.aanstellingen) and dossier.window is not None


def has_ambt(dossier: Dossier) -> bool:
    """Whether there is an ambt on the form to compare the trainee's appointments with."""
    return has_appointments(dossier) and dossier.record.ambt is not None


def has_payment(dossier: Dossier) -> bool:
    """Whether a payment proof is there, read or not."""
    return dossier.betaling is not None or bool(dossier.hinted(Soort.BETALINGSBEWIJS))


@rule("rl1-aanwezig", Severity.BLOCKING, RL1_ZIN)
def rl1_present(dossier: Dossier) -> Iterator[Observation]:
    """An RL1 is in the dossier (§ 4.3)."""
    if not has_rl1(dossier):
        yield Observation(
            "In het dossier zit geen RL1.",
            expected="een RL1 die de hele jobtraining dekt",
            remedy="Voeg een RL1 toe; de school kan die afdrukken uit haar personeelssoftware.",
        )


@rule("rl1-leesbaar", Severity.ATTENTION, RL1_ZIN, when=has_rl1)
def rl1_readable(dossier: Dossier) -> Iterator[Observation]:
    """Every RL1 (§ 4.3) gives appointments, and every date on it can be read."""
    for bestand in dossier.hinted(Soort.RL1):
        yield Observation(
            f"De RL1 kon niet gelezen worden: {bestand.why_unread}",
            place=Place(bestand.name),
            remedy="Vervang dit bestand door de PDF die de personeelssoftware van de school maakt; anders kijkt het "
            "bureau "
            "het zelf na.",
        )
    for rl1 in dossier.rl1s:
        if not rl1.is_read:
            yield Observation(
                "Op de RL1 kon geen enkele aanstelling gelezen worden.",
                place=Place(rl1.file),
                expected="per aanstelling het ambt, de toestand, de begindatum en de einddatum",
                remedy="Vervang dit bestand door een afdruk met voor elke aanstelling deze gegevens; anders kijkt "
                "het bureau "
                "het zelf na.",
            )
        for line in rl1.onleesbaar if rl1.is_read else ():
            yield Observation(
                "Een aanstelling op de RL1 heeft een datum die niet gelezen kan worden.",
                place=line.place,
                found=" ".join(line.text.split()),
                remedy="Vervang deze RL1 door een afdruk waarop de datums duidelijk staan; anders kijkt het bureau "
                "ze zelf na.",
                picture=line.picture,
            )


@rule("rl1-van-trainee", Severity.BLOCKING, RL1_ZIN, when=has_named_rl1)
def rl1_of_trainee(dossier: Dossier) -> Iterator[Observation]:
    """Every RL1 is about the trainee: it shows "dat de trainee … effectief in het ambt stond" (§ 4.3).

    Ruling: what was recognised in a picture blocks nobody by itself.
    """
    naam = dossier.record.naam_deelnemer or ""
    for rl1 in dossier.rl1s:
        likeness = compare_trainee(rl1, naam)
        # An RL1 that names nobody is doubtful only where its appointments count; unread, it has a rule of its own.
        if likeness is Likeness.SAME or (likeness is None and not rl1.is_read):
            continue
        names = [spellings[0] for spellings in rl1.namen]
        yield Observation(
            _WHOSE[likeness],
            place=Place(rl1.file),
            found=enumerate_words([f"“{name}”" for name in names]) or None,
            expected=naam,
            remedy="Vervang deze RL1 door die van de trainee."
            if likeness is Likeness.OTHER
            else "Verbeter de naam op het verantwoordingsdocument als die fout is, of vervang deze RL1 door die van de "
            "trainee; anders kijkt het bureau na of ze van de trainee is.",
            severity=Severity.BLOCKING if likeness is Likeness.OTHER and not rl1.is_recognised else Severity.ATTENTION,
        )


_WHOSE = {
    Likeness.OTHER: "De RL1 is van iemand anders dan de trainee.",
    Likeness.SIMILAR: "De naam op de RL1 lijkt op die van de trainee, maar is niet dezelfde.",
    None: "Op de RL1 is geen naam gevonden.",
}


@rule("rl1-ambt", Severity.ATTENTION, RL1_ZIN, when=has_ambt)
def rl1_same_ambt(dossier: Dossier) -> Iterator[Observation]:
    """The RL1 shows the trainee in the ambt (§ 4.3) that the verantwoordingsdocument gives."""
    declared = dossier.record.ambt
    several = parse_ambt(declared).meerdere
    if dossier.ander_ambt:
        found = [f"{a.ambt} van {format_date(p.first)} tot en met {format_date(p.last)}" for a, p in dossier.ander_ambt]
        yield Observation(
            "Het verantwoordingsdocument noemt meer dan één ambt; het is niet duidelijk welk er telt."
            if several
            else "De RL1 toont een ander ambt dan het verantwoordingsdocument.",
            place=dossier.ander_ambt[0][0].place,
            found=enumerate_words(found),
            expected=declared,
            remedy="Verbeter het ambt op het verantwoordingsdocument als dat fout is; anders beslist het bureau welk "
            "ambt "
            "hier telt.",
        )
    elif not any(aanstelling.ambt for aanstelling in dossier.aanstellingen):
        yield Observation(
            "Op de RL1 is geen ambt gevonden.",
            place=dossier.aanstellingen[0].place,
            expected=declared,
            remedy="Vervang deze RL1 door een afdruk waarop het ambt staat; anders kijkt het bureau het ambt zelf na.",
        )


@rule(
    "rl1-dekt-periode",
    Severity.ATTENTION,
    RL1_ZIN,
    ruling="De zomervakantie loopt van 1 juli tot en met 31 augustus; korte waarnemingen die wegvallen, zijn geen gat.",
    when=has_appointments,
)
def rl1_covers(dossier: Dossier) -> Iterator[Observation]:
    """The RL1 covers the whole jobtraining, summer holidays aside (§ 4.3); each gap is named with its dates."""
    # Covered by nothing at all is another matter than a gap: likely the RL1 of other years (§ 4.3, "gedurende").
    if not dossier.is_covered and dossier.gaten and dossier.window is not None:
        yield Observation(
            "Geen enkele aanstelling op de RL1 valt binnen de jobtraining.",
            place=dossier.aanstellingen[0].place,
            expected=f"{format_date(dossier.window.first)} tot en met {format_date(dossier.window.last)}",
            remedy="Voeg een RL1 toe die de jobtraining dekt, of verbeter de startdatum en de einddatum.",
            severity=Severity.ATTENTION if dossier.has_recognised_rl1 else Severity.BLOCKING,
        )
        return
    for gat in dossier.gaten:
        yield Observation(
            "De RL1 toont niet dat de trainee in het ambt stond "
            + (
                f"op {format_date(gat.first)}."
                if gat.days == 1
                else f"van {format_date(gat.first)} tot en met {format_date(gat.last)}."
            ),
            place=Place(dossier.read_rl1s[0].file),
            found=f"een gat van {gat.days} {'dag' if gat.days == 1 else 'dagen'}",
            expected="een aanstelling in het ambt",
            remedy="Voeg een RL1 toe die deze dagen dekt; is die er niet, dan beslist het bureau.",
        )


@rule(
    "betalingsbewijs-aanwezig",
    Severity.INFO,
    BETALING_ZIN,
    ruling="“Indien voorhanden”: het ontbreken houdt het dossier niet tegen, tenzij de instellingen het bewijs vragen.",
)
def payment_present(dossier: Dossier) -> Iterator[Observation]:
    """A payment proof is there, "indien voorhanden" (§ 4.3), or the enrolment list says that it was paid (ruling)."""
    if has_payment(dossier):
        return
    paid = dossier.inschrijving is not None and dossier.inschrijving.betaald is JaNeen.JA
    required = dossier.settings.betaling.verplicht and not paid
    known = " Volgens de inschrijvingslijst is er wel betaald." if paid else ""
    yield Observation(
        f"In het dossier zit geen betalingsbewijs.{known}",
        expected="een bewijs van de betaling van 50 euro",
        remedy="Voeg het bewijs van de betaling van 50 euro toe." if required else None,
        severity=Severity.BLOCKING if required else Severity.INFO,
    )


@rule(
    "betalingsbewijs-klopt",
    Severity.ATTENTION,
    handleiding("6", "De kost voor de trainee is 50 euro"),
    ruling="Een betalingsbewijs toont 50 euro aan de juiste begunstigde, met een mededeling die naar de trainee "
    "verwijst, en is uitgevoerd; wie betaalde, doet er niet toe.",
    when=has_payment,
)
def payment_fits(dossier: Dossier) -> Iterator[Observation]:
    """The payment is 50 euro (§ 6), to the right account, for this trainee, and carried out (rulings)."""
    for bestand in dossier.hinted(Soort.BETALINGSBEWIJS) if dossier.betaling is None else ():
        yield Observation(
            f"Het betalingsbewijs kon niet gelezen worden: {bestand.why_unread}",
            place=Place(bestand.name),
            remedy="Vervang dit bestand door de PDF van de bank; anders kijkt het bureau het zelf na.",
        )
    if dossier.betaling is not None:
        yield from _check_payment(dossier, dossier.betaling)


def _check_payment(dossier: Dossier, betaling: Betaling) -> Iterator[Observation]:
    verwacht = dossier.settings.betaling
    if betaling.bedrag != PRIJS_JOBTRAINING:
        yield _differs(
            betaling,
            "Het betaalde bedrag is niet 50 euro."
            if betaling.bedrag
            else "Op het betalingsbewijs is geen bedrag gelezen.",
            found=f"{betaling.bedrag:.2f} euro".replace(".", ",") if betaling.bedrag else None,
            expected="50,00 euro",
        )
    # False, not None: without a beneficiary in the settings there is nothing to compare with.
    if reaches_beneficiary(betaling, verwacht) is False:
        yield _differs(
            betaling,
            "De begunstigde of het rekeningnummer op het betalingsbewijs is niet dat van de organisatie.",
            found=enumerate_words(list(betaling.ibans)) or None,
            expected=" of ".join(filter(None, (verwacht.begunstigde, verwacht.iban))),
        )
    naam = dossier.record.naam_deelnemer
    # Either will do: a structured communication names nobody, a free one often does.
    if naam and not has_structured(betaling, verwacht.mededeling) and not names_trainee(betaling, naam):
        yield _differs(
            betaling,
            "Uit de mededeling van de betaling blijkt niet dat ze voor deze trainee is.",
            found=betaling.mededeling or None,
            expected="een geldige gestructureerde mededeling, of de naam van de trainee",
        )
    yield from _check_execution(dossier, betaling)


def _check_execution(dossier: Dossier, betaling: Betaling) -> Iterator[Observation]:
    """The bank carried the payment out and did not pay it back: "een betalingsbewijs", § 4.3."""
    if betaling.uitgevoerd is False or (betaling.datum is not None and betaling.datum > dossier.peildatum):
        yield _differs(
            betaling,
            "Uit het betalingsbewijs blijkt niet dat de betaling al uitgevoerd is.",
            found=format_date(betaling.datum) if betaling.datum else None,
            expected="een uitgevoerde overschrijving",
            remedy="Vervang dit bewijs door een dat de bank na het uitvoeren geeft.",
        )
    if (terug := dossier.terugbetaling) is not None:
        yield _differs(
            terug,
            "Op het betalingsbewijs staat een terugbetaling; het is niet zeker dat de jobtraining betaald is.",
            found=f"{terug.bedrag:.2f} euro terug".replace(".", ",") if terug.bedrag else None,
            expected="een betaling die niet is teruggestort",
        )


def _differs(
    betaling: Betaling, message: str, *, found: str | None, expected: str, remedy: str | None = None
) -> Observation:
    return Observation(
        message,
        place=betaling.place,
        found=found,
        expected=expected,
        remedy=remedy
        or "Vervang dit bewijs door het juiste; is er geen ander, dan kijkt het bureau de betaling zelf na.",
    )
