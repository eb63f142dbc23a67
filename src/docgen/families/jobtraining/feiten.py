"""What was found where and which rule it satisfies: the positive page of a dossier, in whole words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from docgen.dates import format_date
from docgen.families.jobtraining.contactmomenten import find_thema
from docgen.families.jobtraining.dossier import Dossier
from docgen.families.jobtraining.herkennen import Soort
from docgen.families.jobtraining.record import Thema
from docgen.families.jobtraining.rules.mentor import signature_of
from docgen.families.jobtraining.zevenjaar import find_last_good_day
from docgen.model.report import Fact
from docgen.model.rule import Outcome
from docgen.text import enumerate_words

Tell = Callable[[Dossier], tuple[str, str | None] | None]


def find_facts(dossier: Dossier, outcomes: Sequence[Outcome]) -> tuple[Fact, ...]:
    """For every rule that is in order and has something to show: what was found, and where."""
    return tuple(_facts(dossier, outcomes))


def _facts(dossier: Dossier, outcomes: Sequence[Outcome]) -> Iterator[Fact]:
    for outcome in outcomes:
        tell = _TELL.get(outcome.rule)
        told = tell(dossier) if tell is not None and not outcome.findings else None
        if told is not None:
            yield Fact(outcome.rule, *told)


def _form(dossier: Dossier) -> tuple[str, str | None] | None:
    if dossier.reading is None:
        return None
    found = "zit op papier in het dossier" if dossier.reading.on_paper else "is gelezen"
    return f"Het verantwoordingsdocument {found}.", dossier.reading.file


def _dates(dossier: Dossier) -> tuple[str, str | None] | None:
    record = dossier.record
    if not (record.startdatum and record.einddatum):
        return None
    period = f"van {format_date(record.startdatum)} tot en met {format_date(record.einddatum)}"
    return f"De jobtraining liep {period}.", str(dossier.place("startdatum"))


def _moments(dossier: Dossier) -> tuple[str, str | None] | None:
    days = [format_date(rij.moment.datum) for rij in dossier.getelde_rijen if rij.moment.datum]
    return (
        f"{len(days)} contactmomenten tellen mee: {enumerate_words(days)}.",
        dossier.reading.file if dossier.reading else None,
    )


def _theme(thema: Thema) -> Tell:
    def tell(dossier: Dossier) -> tuple[str, str | None] | None:
        _, rijen = find_thema(dossier.getelde_rijen, thema)
        return (
            (f"Rij {rijen[0].nummer}: “{rijen[0].moment.thema}”.", str(dossier.place(rijen[0].key("thema"))))
            if rijen
            else None
        )

    return tell


def _mentor(dossier: Dossier) -> tuple[str, str | None] | None:
    naam = dossier.record.mentor_naam
    return (f"De mentor is {naam}.", str(dossier.place("mentor_naam"))) if naam else None


def _signature(dossier: Dossier) -> tuple[str, str | None] | None:
    kind = signature_of(dossier)
    return (f"Ondertekend: {kind}.", str(dossier.place("handtekening_mentor"))) if kind else None


def _ten_months(dossier: Dossier) -> tuple[str, str | None] | None:
    diensttijd = dossier.diensttijd
    if diensttijd is None:
        return None
    basis = "op de opgegeven datums" if diensttijd.verklaard else "op de RL1"
    reached = f", bereikt op {format_date(diensttijd.complete_on)}" if diensttijd.complete_on else ""
    days = f"{diensttijd.telling.days} dagen geteld {basis}, {diensttijd.telling.required} nodig{reached}."
    return days, None if diensttijd.verklaard else dossier.read_rl1s[0].file


def _rl1(dossier: Dossier) -> tuple[str, str | None] | None:
    names = [rl1.file for rl1 in dossier.rl1s] or [bestand.name for bestand in dossier.hinted(Soort.RL1)]
    return f"De RL1 is gevonden in {enumerate_words([f'“{name}”' for name in names])}.", names[0]


def _rl1_name(dossier: Dossier) -> tuple[str, str | None] | None:
    return f"De RL1 is van {dossier.record.naam_deelnemer}.", dossier.rl1s[0].file


def _rl1_period(dossier: Dossier) -> tuple[str, str | None] | None:
    return "De RL1 dekt de hele jobtraining, de zomervakantie niet meegerekend.", str(
        dossier.aanstellingen[0].place or ""
    )


def _payment(dossier: Dossier) -> tuple[str, str | None] | None:
    betaling = dossier.betaling
    if betaling is None or betaling.bedrag is None:
        return None
    day = f" op {format_date(betaling.datum)}" if betaling.datum else ""
    return f"Betaald: {betaling.bedrag:.2f} euro{day}.".replace(".", ",", 1), str(betaling.place)


def _attest(dossier: Dossier) -> tuple[str, str | None] | None:
    issued = dossier.inschrijving.vormingsattest if dossier.inschrijving else None
    return (f"Het vormingsattest is van {format_date(issued)}.", "inschrijvingslijst") if issued else None


def _seven_years(dossier: Dossier) -> tuple[str, str | None] | None:
    line = dossier.inschrijving
    last = find_last_good_day(line.vormingsattest, line.hervalidering) if line else None
    return (f"Een certificaat is op tijd tot en met {format_date(last)}.", "inschrijvingslijst") if last else None


#: By rule id; a rule that is missing here is in order without anything to show.
_TELL: Mapping[str, Tell] = {
    "verantwoordingsdocument-aanwezig": _form,
    "datums-in-volgorde": _dates,
    "vier-contactmomenten": _moments,
    **{
        rule_id: _theme(thema)
        for rule_id, thema in zip(
            (
                "thema-school-organisatorisch",
                "thema-pedagogisch-didactisch",
                "thema-personeelsgericht",
                "thema-lesbijwoning",
            ),
            Thema,
            strict=True,
        )
    },
    "mentor-niet-trainee": _mentor,
    "handtekening-mentor": _signature,
    "tien-maanden": _ten_months,
    "rl1-aanwezig": _rl1,
    "rl1-van-trainee": _rl1_name,
    "rl1-dekt-periode": _rl1_period,
    "betalingsbewijs-klopt": _payment,
    "vormingsattest-vanaf-2013": _attest,
    "zeven-jaar": _seven_years,
}
