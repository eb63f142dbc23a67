"""What became of the findings since the previous check: solved, still open, or new.

Findings are matched by rule, key and then place. What stood there weighs more than the row it stood in, so that rows
that moved are still the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from docgen.model.rule import Finding

_ROW = re.compile(r"__\d+__")


class Change(StrEnum):
    """What became of a finding."""

    SOLVED = "opgelost"
    STILL_OPEN = "nog open"
    NEW = "nieuw"


@dataclass(frozen=True)
class Comparison:
    """The open findings of a check beside those of the one before: `solved` are the earlier ones that are gone."""

    solved: tuple[Finding, ...] = ()
    still_open: tuple[Finding, ...] = ()
    new: tuple[Finding, ...] = ()

    def change_of(self, finding: Finding) -> Change | None:
        """What became of a finding of this check; None for one that is not open."""
        if finding in self.new:
            return Change.NEW
        return Change.STILL_OPEN if finding in self.still_open else None


def compare_findings(before: Iterable[Finding], now: Iterable[Finding]) -> Comparison:
    """Match the open findings of two checks of one dossier; each is matched at most once."""
    earlier = [finding for finding in before if finding.is_open]
    open_now = [finding for finding in now if finding.is_open]
    unmatched = list(open_now)
    for identify in _WAYS:
        earlier, unmatched = _match(earlier, unmatched, identify)
    still = tuple(finding for finding in open_now if not any(finding is other for other in unmatched))
    return Comparison(tuple(earlier), still, tuple(unmatched))


def _match(
    before: Sequence[Finding], now: Sequence[Finding], identify: Callable[[Finding], Hashable | None]
) -> tuple[list[Finding], list[Finding]]:
    """The findings of both sides that have no counterpart when told apart in this way."""
    left, rest = list(before), list[Finding]()
    for finding in now:
        identity = identify(finding)
        same = next((old for old in left if identity is not None and identify(old) == identity), None)
        if same is None:
            rest.append(finding)
        else:
            left = [old for old in left if old is not same]
    return left, rest


def _place(finding: Finding) -> str:
    """The place, in whatever folder, zip or e-mail the file lies."""
    return str(finding.place).rpartition("/")[2] if finding.place else ""


def _without_row(finding: Finding) -> str | None:
    return _ROW.sub("__", finding.key) if finding.key else None


#: From the surest way to tell a finding by to the loosest; None where a way says nothing of a finding.
_WAYS: tuple[Callable[[Finding], Hashable | None], ...] = (
    lambda finding: (finding.rule, finding.key, finding.found, _place(finding)),
    lambda finding: (finding.rule, _without_row(finding), finding.found) if finding.found else None,
    lambda finding: (finding.rule, finding.key, _place(finding)),
    lambda finding: (finding.rule, finding.key),
)
