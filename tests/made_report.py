"""A report of four dossiers, one of each verdict, put together by hand for the tests of the reports."""

from __future__ import annotations

from datetime import date

from docgen.families.jobtraining.record import Contactmoment, Thema, Verantwoordingsdocument
from docgen.model.report import DossierReport, Fact, FileSeen, LedgerRow, Report
from docgen.model.rule import Decision, Finding, Outcome, Severity, Verdict
from docgen.model.value import Place
from docgen.sources import handleiding

PEILDATUM = date(2026, 11, 3)
VIER = handleiding("7.1", "minimaal vier contactmomenten")
TIEN = handleiding("4.2", "Waarnemende aanstellingen van minder dan 30 dagen worden niet in aanmerking genomen")
RULING = "Een periode telt beide uiterste dagen mee."

DECISION = Decision(
    rule="rl1-ambt",
    dossier="*",
    who="Ann Voorbeeld",
    when=date(2026, 10, 1),
    why="het oude ambt telt mee <volgens> de nota",
    until=date(2026, 12, 31),
)
BLOCKING = Finding(
    rule="vier-contactmomenten",
    severity=Severity.BLOCKING,
    message="Er tellen 3 contactmomenten mee; er zijn er minstens vier nodig.",
    source=VIER,
    key="contactmomenten",
    place=Place("formulier.xlsx", "Verantwoording!B20"),
    found="3 contactmomenten",
    expected="minstens 4 contactmomenten",
    remedy="Vul een vierde contactmoment in, met datum en aanwezigheid.",
)
ATTENTION = Finding(
    rule="rl1-van-trainee",
    severity=Severity.ATTENTION,
    message="De naam op de RL1 lijkt op die van de trainee, maar is niet dezelfde.",
    source=handleiding("4.3", "een RL1, waarmee wordt aangetoond dat de trainee"),
    place=Place("rl1.pdf", "bladzijde 1, regel 4"),
    found="An <b>Proef</b>steen & co",
    expected="Anna Proefsteen",
    remedy="Kijk na of het om dezelfde persoon gaat.",
)
DECIDED = Finding(
    rule="rl1-ambt",
    severity=Severity.ATTENTION,
    message="De RL1 noemt een ander ambt dan het verantwoordingsdocument.",
    source=None,
    decision=DECISION,
)
INFO = Finding(
    rule="korte-waarneming",
    severity=Severity.INFO,
    message="De waarneming van 01/09/2025 tot 20/09/2025 duurde 20 dagen en telt niet mee.",
    source=TIEN,
    ruling=RULING,
)
UNREAD = Finding(
    rule="bestand-herkend",
    severity=Severity.ATTENTION,
    message="“foto.jpg” is een foto of schermafdruk.",
    source=None,
    place=Place("foto.jpg"),
)

RECORD = Verantwoordingsdocument(
    naam_deelnemer="Zoë Voorbeeld-d’Hondt",
    startdatum=date(2025, 9, 1),
    contactmomenten=(Contactmoment(datum=date(2025, 9, 15), thema=str(Thema.LESBIJWONING)),),
)
LEDGER = (
    LedgerRow("Waarneming 01/09/2025 – 30/06/2026", "303 dagen", "telt volledig mee"),
    LedgerRow("Nodig (R)", "303 dagen", "tien maanden vanaf 1 september 2025"),
)


def make_complete() -> DossierReport:
    """A complete dossier with a decision, facts and a ledger."""
    return DossierReport(
        name="voorbeeld-zoe",
        family="jobtraining",
        verdict=Verdict.COMPLETE,
        outcomes=(
            Outcome("vier-contactmomenten", (), VIER),
            Outcome("rl1-ambt", (DECIDED,)),
            Outcome("korte-waarneming", (INFO,), TIEN, RULING),
        ),
        files=(
            FileSeen("formulier.xlsx", "verantwoordingsdocument", "a" * 64),
            FileSeen("rl1.pdf", "rl1", "b" * 64),
        ),
        record=RECORD,
        subject="Zoë Voorbeeld-d’Hondt",
        facts=(Fact("vier-contactmomenten", "5 contactmomenten tellen mee.", "formulier.xlsx, Verantwoording!B20"),),
        ledger=LEDGER,
        form="formulier.xlsx",
    )


def make_incomplete() -> DossierReport:
    """A dossier in which something blocks and something asks attention."""
    return DossierReport(
        name="proefsteen <anna>",
        family="jobtraining",
        verdict=Verdict.INCOMPLETE,
        outcomes=(Outcome("vier-contactmomenten", (BLOCKING,), VIER), Outcome("rl1-van-trainee", (ATTENTION,))),
        files=(FileSeen("rl1.pdf", "rl1", "c" * 64),),
        subject="Anna Proefsteen",
    )


def make_report() -> Report:
    """Four dossiers: incomplete, complete, to review, unreadable."""
    review = DossierReport(
        name="testman-bo",
        family="jobtraining",
        verdict=Verdict.TO_REVIEW,
        outcomes=(Outcome("rl1-van-trainee", (ATTENTION,)),),
        files=(),
        subject="Bo Testman",
    )
    unreadable = DossierReport(
        name="leeg",
        family="jobtraining",
        verdict=Verdict.UNREADABLE,
        outcomes=(Outcome("bestand-herkend", (UNREAD,)),),
        files=(FileSeen("foto.jpg", "niet herkend", "d" * 64),),
    )
    return Report("9.9.9", PEILDATUM, (make_incomplete(), make_complete(), review, unreadable))
