"""Print the ten months (§ 4.2) as a ledger: every period, what was dropped and why, the excluded days, D and R."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.dates import add_months, format_date, format_date_words
from docgen.families.jobtraining.aanstelling import Aanstelling
from docgen.families.jobtraining.diensttijd import DUUR, Diensttijd, Gewogen, Lezing, Uitkomst
from docgen.families.jobtraining.dossier import Dossier
from docgen.model.report import LedgerRow
from docgen.text import enumerate_words

#: Why an appointment does not count, by the reading of § 4.2 under which it would (rulings 2 and 3).
_WHY = {
    Lezing.SAMENGEVOEGD: "valt weg: een waarneming van minder dan 30 dagen",
    Lezing.ANDERE_TOESTAND: "telt niet mee: niet waarnemend en niet in proeftijd",
    Lezing.ANDER_AMBT: "telt niet mee: een ander ambt, of het ambt staat er niet bij",
}


def make_telstaat(dossier: Dossier) -> tuple[LedgerRow, ...]:
    """The whole count, line by line; empty when there were no dates to count between."""
    diensttijd = dossier.diensttijd
    return tuple(_rows(dossier, diensttijd)) if diensttijd is not None and dossier.reading is not None else ()


def describe_aanstelling(aanstelling: Aanstelling) -> str:
    """``van 01/09/2025 tot en met 30/06/2026 (directeur)``."""
    last = f"tot en met {format_date(aanstelling.last)}" if aanstelling.last else "die nog loopt"
    ambt = f" ({aanstelling.ambt})" if aanstelling.ambt else ""
    return f"van {format_date(aanstelling.first)} {last}{ambt}"


def _rows(dossier: Dossier, diensttijd: Diensttijd) -> Iterator[LedgerRow]:
    yield LedgerRow("Peildatum", format_date(dossier.peildatum), "de dag waarop het dossier is nagekeken")
    yield LedgerRow("Startdatum", format_date(diensttijd.window.first), "de eerste dag die kan meetellen")
    yield LedgerRow("Telgrens", format_date(diensttijd.window.last), _why_telgrens(dossier))
    if diensttijd.verklaard:
        yield LedgerRow("Grondslag", "opgegeven datums", "er is geen RL1 van de trainee met aanstellingen gelezen")
    for number, item in enumerate(diensttijd.gewogen, start=1):
        yield _appointment_row(number, item, diensttijd)
    for rl1 in dossier.read_rl1s if not diensttijd.verklaard else ():
        for line in rl1.onderbrekingen:
            yield LedgerRow(
                "Onderbreking", " ".join(line.text.split()), "getoond, niet herrekend: de bron regelt dit niet"
            )
    yield from _count_rows(diensttijd)


def _why_telgrens(dossier: Dossier) -> str:
    if dossier.record.einddatum is None:
        return "de peildatum, want er is geen einddatum"
    return "de einddatum van de jobtraining"


def _appointment_row(number: int, item: Gewogen, diensttijd: Diensttijd) -> LedgerRow:
    aanstelling = item.aanstelling
    period = aanstelling.until(diensttijd.window.last)
    last = format_date(aanstelling.last) if aanstelling.last else "loopt nog"
    days = f" ({period.days} {'dag' if period.days == 1 else 'dagen'})" if period else ""
    facts = [aanstelling.ambt or "ambt niet vermeld", str(aanstelling.toestand)]
    facts += [aanstelling.volume] if aanstelling.volume else []
    return LedgerRow(
        f"Aanstelling {number}",
        f"{format_date(aanstelling.first)} – {last}{days}",
        f"{', '.join(facts)}; {_verdict(item, diensttijd)}",
    )


def _verdict(item: Gewogen, diensttijd: Diensttijd) -> str:
    reasons = [_WHY[lezing] for lezing in Lezing if lezing in item.needs]
    if reasons:
        return " en ".join(reasons)
    period = item.aanstelling.until(diensttijd.window.last)
    inside = period is not None and period.last >= diensttijd.window.first
    return "telt mee" if inside else "valt buiten de jobtraining"


def _count_rows(diensttijd: Diensttijd) -> Iterator[LedgerRow]:
    telling = diensttijd.telling
    for span in telling.served:
        yield LedgerRow(
            "Periode", f"{format_date(span.first)} – {format_date(span.last)}", f"{span.days} dagen, na samenvoegen"
        )
    yield LedgerRow("Uitgesloten dagen", str(telling.excluded), "5 juli tot en met 15 augustus (§ 4.2)")
    yield LedgerRow("Getelde dagen (D)", str(telling.days))
    if telling.first is not None:
        end = format_date_words(add_months(telling.first, DUUR))
        yield LedgerRow("Eerste getelde dag", format_date(telling.first))
        yield LedgerRow(
            "Tien maanden (R)", str(telling.required), f"{format_date_words(telling.first)} + 10 maanden = {end}"
        )
    yield LedgerRow("Uitkomst", str(diensttijd.outcome), _say_outcome(diensttijd))
    if diensttijd.complete_on is not None:
        note = "" if telling.outcome is Uitkomst.VOLLEDIG else "als de aanstelling ononderbroken verder loopt"
        yield LedgerRow("Tien maanden bereikt op", format_date(diensttijd.complete_on), note)


def _say_outcome(diensttijd: Diensttijd) -> str:
    if diensttijd.outcome is Uitkomst.VOLLEDIG:
        return "D is minstens R"
    missing = (
        f"er ontbreken {diensttijd.missing} dagen" if diensttijd.missing is not None else "er telt geen enkele dag mee"
    )
    if diensttijd.telling.outcome is Uitkomst.GRENSGEVAL:
        return f"{missing}, maar D is minstens 300"
    ways = [enumerate_words([str(lezing) for lezing in chosen]) for chosen in diensttijd.beslissend]
    return f"{missing}; dat verandert als {enumerate_words(ways, 'of als')}" if ways else missing
