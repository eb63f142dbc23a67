"""Rules on the ten months of service (handleiding § 4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.dates import Period, format_date, format_date_words
from docgen.families.jobtraining.diensttijd import Diensttijd, Uitkomst, count_declared
from docgen.families.jobtraining.dossier import Dossier
from docgen.families.jobtraining.rules.bronnen import TIEN_MAANDEN_ZIN
from docgen.families.jobtraining.telstaat import describe_aanstelling
from docgen.model.rule import Observation, Severity, rule
from docgen.sources import handleiding
from docgen.text import enumerate_words


def can_count(dossier: Dossier) -> bool:
    """Whether there are dates to count between."""
    return dossier.reading is not None and dossier.diensttijd is not None


@rule(
    "tien-maanden",
    Severity.BLOCKING,
    TIEN_MAANDEN_ZIN,
    ruling="Tien maanden zijn tien kalendermaanden vanaf de eerste getelde dag; 5 juli en 15 augustus zijn zelf ook "
    "uitgesloten. Waar een andere toelaatbare lezing een ander antwoord geeft, beslist het bureau.",
    when=can_count,
)
def ten_months(dossier: Dossier) -> Iterator[Observation]:
    """The counted days reach ten months (§ 4.2; rulings 5 and 6); a grensgeval is for the desk to decide."""
    diensttijd = dossier.diensttijd
    if diensttijd is None or diensttijd.outcome is Uitkomst.VOLLEDIG:
        return
    border = diensttijd.outcome is Uitkomst.GRENSGEVAL
    yield Observation(
        _say_border(diensttijd) if border else _say_short(diensttijd),
        place=dossier.place("einddatum"),
        found=_days(diensttijd.telling.days),
        expected=f"{_days(diensttijd.telling.required)} (tien maanden)"
        if diensttijd.telling.required
        else "tien maanden",
        remedy=_remedy(diensttijd, dossier.window, border=border),
        severity=Severity.ATTENTION if border or dossier.has_recognised_rl1 else Severity.BLOCKING,
        for_desk=border,
    )


def _days(count: int) -> str:
    return f"{count} {'dag' if count == 1 else 'dagen'}"


def _say_short(diensttijd: Diensttijd) -> str:
    if diensttijd.missing is None:
        return "Geen enkele dag telt mee voor de tien maanden van de jobtraining."
    return (
        f"{_counted(diensttijd)}, en tien maanden zijn er hier {diensttijd.telling.required}: "
        f"er {'ontbreekt' if diensttijd.missing == 1 else 'ontbreken'} er nog {diensttijd.missing}."
    )


def _counted(diensttijd: Diensttijd) -> str:
    return f"Er {'telt' if diensttijd.telling.days == 1 else 'tellen'} {_days(diensttijd.telling.days)} mee"


def _say_border(diensttijd: Diensttijd) -> str:
    if diensttijd.telling.outcome is Uitkomst.GRENSGEVAL:
        return (
            f"Grensgeval: er tellen {_days(diensttijd.telling.days)} mee; dat is genoeg als een maand dertig dagen "
            f"telt (300), te weinig als tien kalendermaanden bedoeld zijn ({diensttijd.telling.required})."
        )
    ways = [enumerate_words([str(lezing) for lezing in chosen]) for chosen in diensttijd.beslissend]
    short = _say_short(diensttijd)[:-1]
    return f"Grensgeval: {short[0].lower()}{short[1:]}; dat verandert als {enumerate_words(ways, 'of als')}."


def _remedy(diensttijd: Diensttijd, window: Period | None, *, border: bool) -> str:
    if border:
        return "Het bureau beslist welke lezing hier geldt en legt vast waarom."
    # Ruling 7: the first complete day, if the last appointment goes on.
    if diensttijd.complete_on is not None:
        return (
            "Loopt de aanstelling ononderbroken verder, dan zijn de tien maanden bereikt op "
            f"{format_date_words(diensttijd.complete_on)}; pas de einddatum dan aan."
        )
    # Even without any gap the declared dates fall short: no other RL1 can mend that.
    if window is not None and count_declared(window, running=False).outcome is not Uitkomst.VOLLEDIG:
        return (
            "De jobtraining zelf duurt te kort: verbeter de startdatum of de einddatum als die fout is, of laat ze "
            "langer duren, pas dan de einddatum aan en bezorg een RL1 die de hele jobtraining toont."
        )
    return "Bezorg een RL1 waarop alle diensten van de jobtraining staan, of verbeter de startdatum en de einddatum."


@rule(
    "tien-maanden-verklaard",
    Severity.INFO,
    TIEN_MAANDEN_ZIN,
    ruling="Zonder leesbare RL1 worden de opgegeven startdatum en einddatum geteld.",
    when=can_count,
)
def counted_from_declared(dossier: Dossier) -> Iterator[Observation]:
    """Says so when no RL1 (§ 4.3) could be read and the declared dates (§ 9) were counted (ruling)."""
    if dossier.diensttijd is not None and dossier.diensttijd.verklaard and not dossier.read_rl1s:
        window = dossier.diensttijd.window
        yield Observation(
            "De tien maanden zijn geteld op de opgegeven datums, want er kon geen RL1 gelezen worden.",
            place=dossier.place("startdatum"),
            found=f"{format_date(window.first)} tot en met {format_date(window.last)}",
        )


@rule(
    "korte-waarneming",
    Severity.INFO,
    handleiding(
        "4.2",
        "Waarnemende aanstellingen van minder dan 30 dagen worden niet in aanmerking genomen voor de duur van de "
        "jobtraining.",
    ),
    ruling="Alleen waarnemende aanstellingen vallen weg, elk apart beoordeeld; precies 30 dagen telt mee.",
    when=can_count,
)
def short_appointments(dossier: Dossier) -> Iterator[Observation]:
    """Names the waarnemende appointments that were dropped as shorter than thirty days (§ 4.2; ruling 2)."""
    if dossier.diensttijd is None:
        return
    for aanstelling in dossier.diensttijd.short:
        period = aanstelling.until(dossier.telgrens)
        yield Observation(
            f"De waarnemende aanstelling {describe_aanstelling(aanstelling)} telt niet mee: ze duurt "
            f"{_days(period.days if period else 0)}, minder dan 30.",
            place=aanstelling.place,
            found=_days(period.days if period else 0),
            expected="minstens 30 dagen",
        )
