"""How the decision on an organisation was reached, line by line, and what is in order: for the report of a check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.dates import format_date
from docgen.families.certificeringsniveaus.besluit import Besluit
from docgen.families.certificeringsniveaus.kwaliteit import Uitkomst
from docgen.families.certificeringsniveaus.scores import format_score
from docgen.families.certificeringsniveaus.teksten import Teksten
from docgen.families.certificeringsniveaus.voorwaarden import Q_CHECKS, Toestand
from docgen.model.report import Fact, LedgerRow
from docgen.model.rule import Outcome


def find_facts(toestand: Toestand, outcomes: Sequence[Outcome]) -> tuple[Fact, ...]:
    """For every condition that is met: the people that count, or the score (§ Klantcertificering)."""
    rules = {each.regel for each in toestand.voorwaarden}
    return tuple(
        Fact(outcome.rule, _tell(toestand, outcome.rule))
        for outcome in outcomes
        if outcome.rule in rules and not outcome.findings
    )


def _tell(toestand: Toestand, regel: str) -> str:
    mean = toestand.kwaliteit.gemiddelde
    if regel == Q_CHECKS and mean is not None:
        return f"De gemiddelde score op de Q-checks is {format_score(mean)} %."
    parts = [
        f"{f'{each.taalrol}: ' if each.taalrol else ''}{', '.join(each.wie)}"
        for each in toestand.van(regel)
        if each.uitkomst is Uitkomst.VOLDAAN
    ]
    return f"{'; '.join(parts)}."


def make_telling(toestand: Toestand, besluit: Besluit) -> tuple[LedgerRow, ...]:
    """The decision, the score per person, who does not count, and the smallest set of steps."""
    return tuple(_rows(Teksten(toestand, besluit, "nl", {})))


def _rows(teksten: Teksten) -> Iterator[LedgerRow]:
    besluit, kwaliteit = teksten.besluit, teksten.toestand.kwaliteit
    yield LedgerRow("Peildatum", format_date(teksten.toestand.peildatum), "bepaalt wie in dienst is en wie geslaagd is")
    yield LedgerRow("Huidig niveau", besluit.huidig.value)
    yield LedgerRow("Gevraagd niveau", besluit.gevraagd.value if besluit.gevraagd else "geen")
    yield LedgerRow("Bereikt niveau", besluit.bereikt.value)
    yield LedgerRow("Beslissing", _name(besluit), f"niveau voortaan: {besluit.uitspraak.niveau.value}")
    yield LedgerRow("Volgende herziening", format_date(besluit.herziening), "elk jaar")
    for persoon in kwaliteit.personen:
        number = f"{persoon.aantal} Q-check{'s' if persoon.aantal > 1 else ''}"
        yield LedgerRow(f"Score van {persoon.naam}", f"{format_score(persoon.gemiddelde)} %", number)
    if kwaliteit.gemiddelde is not None and kwaliteit.alle is not None:
        yield LedgerRow(
            "Gemiddelde van de personen", f"{format_score(kwaliteit.gemiddelde)} %", "naar beneden afgerond"
        )
        yield LedgerRow("Gemiddelde van alle Q-checks", f"{format_score(kwaliteit.alle)} %", "ter vergelijking")
    yield from (LedgerRow("Telt niet mee", sentence) for sentence in teksten.niet_meegeteld())
    for each in teksten.stappen():
        yield from (LedgerRow(f"Naar {each.niveau}", step) for step in each.lijst)


def _name(besluit: Besluit) -> str:
    return "grensgeval: het bureau beslist" if besluit.is_open else besluit.uitspraak.brief or "geen brief"
