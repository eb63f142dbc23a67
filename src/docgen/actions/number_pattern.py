"""How an organisation's certificate numbers look: the pattern of the settings, checked before any number is given."""

from __future__ import annotations

import string
from dataclasses import dataclass
from datetime import date

from docgen.errors import SetupError


@dataclass(frozen=True)
class Pattern:
    """``JT-{jaar}-{volgnummer:05d}``: with ``{jaar}`` in it every year counts from 1 again.

    Raises SetupError when the text cannot give every certificate a number of its own.
    """

    text: str

    def __post_init__(self) -> None:
        names = _read_names(self.text)
        if not set(names) <= {"jaar", "volgnummer"} or names.count("volgnummer") != 1:
            raise _refuse(self.text)
        self.number(date(2000, 1, 1), 1)

    def number(self, on: date, sequence: int) -> str:
        """The number at that place in the series of that day's year."""
        try:
            return self.text.format(jaar=on.year, volgnummer=sequence)
        except ValueError as error:
            raise _refuse(self.text) from error

    def series(self, on: date) -> str:
        """What all numbers have in common that count on together."""
        return self.number(on, 0)


def _read_names(text: str) -> list[str]:
    try:
        return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError as error:
        raise _refuse(text) from error


def _refuse(text: str) -> SetupError:
    return SetupError(
        f"Het nummerpatroon “{text}” in de instellingen (certificaat.nummer) kan niet gebruikt worden; "
        "schrijf bijvoorbeeld “JT-{jaar}-{volgnummer:05d}”."
    )
