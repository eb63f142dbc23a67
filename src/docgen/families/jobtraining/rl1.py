"""Read an RL1 (handleiding § 4.3) from the lines of a file: who it is about, and the appointments it states.

Its layout varies with the school's software (external): labels with values, tables with columns in any
order, sentences. Whatever a line says is recognised by what it is (a date, a toestand, an ambt); labels and column
heads only help where that leaves a choice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.families.jobtraining.aanstelling import Aanstelling
from docgen.families.jobtraining.namen import Likeness, best_likeness, is_part, names_person
from docgen.families.jobtraining.rl1_lezer import Lezer
from docgen.model.value import Line, Text


@dataclass(frozen=True)
class Rl1:
    """One RL1 as read: the names on it, its appointments, lines that hold a date nobody can read, and interruptions."""

    file: str
    aanstellingen: tuple[Aanstelling, ...]
    namen: tuple[tuple[str, ...], ...] = ()
    stamboeknummers: tuple[str, ...] = ()
    onleesbaar: tuple[Line, ...] = ()
    onderbrekingen: tuple[Line, ...] = ()
    text: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether it gave at least one appointment."""
        return bool(self.aanstellingen)

    @property
    def is_recognised(self) -> bool:
        """Whether any of it was recognised in a picture rather than read."""
        return any(line.certainty is not None for line in self.lines)


def read_rl1(text: Text, file: str) -> Rl1:
    """Read an RL1; one in which no appointment could be made out has none."""
    lezer = Lezer()
    lezer.read(text.lines)
    return Rl1(
        file=file,
        aanstellingen=tuple(lezer.aanstellingen),
        namen=tuple(lezer.namen),
        stamboeknummers=tuple(dict.fromkeys(lezer.stamboeknummers)),
        onleesbaar=tuple(lezer.onleesbaar),
        onderbrekingen=tuple(lezer.onderbrekingen),
        text=" ".join(line.text for line in text.lines),
        lines=text.lines,
    )


def compare_trainee(rl1: Rl1, naam: str) -> Likeness | None:
    """How the names on an RL1 relate to the trainee's (§ 4.3), the closest one deciding; None when it names nobody."""
    likeness = best_likeness(naam, tuple(spelling for spellings in rl1.namen for spelling in spellings))
    if likeness is Likeness.OTHER or len(rl1.namen) > 1:
        return likeness
    # Without a label, or broken over lines in a narrow column, the name may still stand there in full.
    broken = likeness is None or all(is_part(spelling, naam) for spelling in rl1.namen[0])
    return Likeness.SAME if broken and names_person(rl1.text, naam) else likeness


def appointments_of(rl1: Rl1, naam: str) -> tuple[Aanstelling, ...]:
    """The trainee's own appointments: of several people only the closest name, and lines that name nobody."""
    if compare_trainee(rl1, naam) is Likeness.OTHER:
        return ()
    spellings = {spelling: names for names in rl1.namen for spelling in names}
    closest = best_likeness(naam, tuple(spellings))
    return tuple(a for a in rl1.aanstellingen if _is_own(naam, spellings.get(a.naam or "", ()), closest))


def _is_own(naam: str, spellings: Iterable[str], likeness: Likeness | None) -> bool:
    return best_likeness(naam, tuple(spellings)) in (None, likeness)
