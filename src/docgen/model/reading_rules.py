"""The rules of every family on how its files were read: rulings all, for no source speaks of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from docgen.model.record import Problem
from docgen.model.rule import Observation, Severity, rule
from docgen.model.value import Place, Unread


@dataclass(frozen=True)
class FileTrouble:
    """A file about which something must be said: a whole Dutch sentence, and how to mend it."""

    file: str
    message: str
    remedy: str | None = None


#: What the sender should do about a file of which nobody can tell why it is there, and about one that gave nothing.
BELONGS = "Kijk na of dit bestand bij het dossier hoort; laat het anders weg."
_READABLE = "Stuur een leesbaar exemplaar, of laat het bestand weg als het niet bij het dossier hoort."


def tell_unread(name: str, found: Unread) -> FileTrouble:
    """What must be said of a file that gave nothing: its own sentence, or a plain one where it has none."""
    return FileTrouble(name, found.sentence or f"“{name}” kan niet gelezen worden.", found.remedy or _READABLE)


class ReadDossier(Protocol):
    """What these rules look at in a family's dossier."""

    @property
    def problems(self) -> Sequence[Problem]:
        """How the values of its form were read."""

    @property
    def unrecognised(self) -> Sequence[FileTrouble]:
        """Files that could not be recognised or read."""

    @property
    def doubles(self) -> Sequence[FileTrouble]:
        """Files with the same bytes or the same record as another."""


@rule(
    "onleesbaar-veld",
    Severity.ATTENTION,
    None,
    ruling="Een waarde die niet gelezen kan worden, wordt gemeld en nooit geraden.",
)
def unreadable_field(dossier: ReadDossier) -> Iterator[Observation]:
    """A value that could not be read; it stands in for the rule on an empty field."""
    for problem in _of(dossier.problems, "onleesbaar-veld"):
        yield _observe(problem, Severity.BLOCKING if problem.required else Severity.ATTENTION)


@rule(
    "onzekere-lezing",
    Severity.ATTENTION,
    None,
    ruling="Een waarde die niet met zekerheid gelezen is, wordt getoond en moet door iemand bevestigd worden.",
)
def uncertain_reading(dossier: ReadDossier) -> Iterator[Observation]:
    """A value read through a label, an ambiguous date, or a repaired one."""
    yield from map(_observe, _of(dossier.problems, "onzekere-lezing"))


@rule(
    "voorinvulling-gewijzigd",
    Severity.ATTENTION,
    None,
    ruling="Een vooraf ingevulde, vergrendelde waarde die gewijzigd terugkomt, moet door iemand bekeken worden.",
)
def changed_prefill(dossier: ReadDossier) -> Iterator[Observation]:
    """A prefilled, locked value that came back changed."""
    yield from map(_observe, _of(dossier.problems, "voorinvulling-gewijzigd"))


@rule(
    "bestand-herkend",
    Severity.ATTENTION,
    None,
    ruling="Een bestand dat niet herkend of gelezen kan worden, wordt nooit stilzwijgend overgeslagen.",
)
def recognised_file(dossier: ReadDossier) -> Iterator[Observation]:
    """A file of the dossier that could not be recognised or read."""
    yield from map(_observe_file, dossier.unrecognised)


@rule(
    "dubbel-bestand",
    Severity.INFO,
    None,
    ruling="Een bestand dat er twee keer in zit, telt één keer.",
)
def double_file(dossier: ReadDossier) -> Iterator[Observation]:
    """The same bytes, or the same record in other bytes."""
    yield from map(_observe_file, dossier.doubles)


def _of(problems: Iterable[Problem], rule_id: str) -> Iterator[Problem]:
    return (problem for problem in problems if problem.rule == rule_id)


_LOOK = "Vul de gegevens in een nieuw formulier in, of laat het bureau bevestigen dat alles juist gelezen is."


def _observe(problem: Problem, severity: Severity | None = None) -> Observation:
    return Observation(
        message=problem.message,
        key=problem.key,
        place=problem.place,
        found=problem.found,
        expected=problem.expected,
        remedy=problem.remedy or _LOOK,
        severity=severity,
        picture=problem.picture,
        listed=problem.listed,
        for_desk=problem.for_desk,
    )


def _observe_file(trouble: FileTrouble) -> Observation:
    return Observation(trouble.message, place=Place(trouble.file), remedy=trouble.remedy)
