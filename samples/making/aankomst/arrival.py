"""One upload as it arrived: how its files are made, and what a careful clerk concludes from what was put in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cases import ASKS, BLOCKS, INFORMS, Enrolment, Row, papers, person
from evidence import Appointment, Payment, payment_confirmation
from people import END, START, Answers, Trainee

__all__ = [
    "ASKS",
    "BLOCKS",
    "END",
    "INFORMS",
    "START",
    "YEAR",
    "Answers",
    "Appointment",
    "Arrival",
    "Enrolment",
    "Payment",
    "Trainee",
    "confirmation",
    "papers",
    "person",
]  # fmt: skip
Files = Mapping[str, bytes]
YEAR = Appointment(START, END)


@dataclass(frozen=True)
class Arrival:
    """One upload; `make` gives its files.

    `verdict` and `rows` are the clerk's; `doubts` names the rules on which docgen may ask a person to look where the
    clerk is sure; `needs` names what docgen must have installed to read the files.
    """

    name: str
    shows: str
    made: str
    trainee: Trainee
    make: Callable[[], Files]
    verdict: str = "volledig"
    rows: tuple[Row, ...] = ()
    doubts: tuple[str, ...] = ()
    needs: str | None = None
    enrolment: Enrolment | None = field(default_factory=Enrolment)
    reference: str | None = None
    decide: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The name of its folder among the samples."""
        return f"aankomst-{self.name}"


def confirmation(who: Trainee) -> dict[str, bytes]:
    """The usual proof of payment."""
    return {"betaling.pdf": payment_confirmation(Payment(who.name))}
