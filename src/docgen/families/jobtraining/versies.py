"""Of several verantwoordingsdocumenten in one dossier: which one is judged and why, and in what another one differs.

There is one "voor elke trainee" (handleiding § 1); which of more is judged is a ruling.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from docgen.families.jobtraining.inschrijvingen import find_inschrijving
from docgen.families.jobtraining.namen import names_person
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.families.jobtraining.rl1 import Rl1
from docgen.model.family import Case
from docgen.model.received import signature_strength
from docgen.model.record import Reading, flatten_record, value_text
from docgen.text import enumerate_words

#: § 7.1 asks for this many contactmomenten; more of them make a form no fuller in what has to be in it.
_ASKED_ROWS = 4
#: The algemene informatie of § 9.
_REQUIRED = [question.key for question in VERANTWOORDINGSDOCUMENT.single_questions if question.ask.required]
#: Of more differences than this the rest is counted.
_MOST_SHOWN = 6
#: When nothing tells one from the other.
_FIRST = "niets wijst een ander aan en het staat op naam vooraan"
_Answers = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Keuze:
    """The verantwoordingsdocument that is judged, and the clause that says why it is this one."""

    reading: Reading
    reden: str = _FIRST


@dataclass(frozen=True)
class Verschil:
    """One place where another verantwoordingsdocument differs: its label, what stands there, and in the judged one."""

    label: str
    found: str
    judged: str


def choose_reading(readings: Sequence[Reading], rl1s: Sequence[Rl1], case: Case) -> Keuze | None:
    """The form that fits the dossier best; of those the fullest, then the best signed, else the first by name."""
    if not readings:
        return None
    by: tuple[tuple[str, Callable[[Reading], Any]], ...] = (
        ("het past het best bij de rest van het dossier", lambda reading: _count_fits(reading, rl1s, case)),
        ("het is het volledigst ingevuld", _count_asked),
        ("het is ondertekend", _is_signed),
        ("het bevat de meeste gegevens", lambda reading: len(flatten_record(reading.record))),
        ("de handtekening erop weegt het zwaarst", signature_strength),
        ("het is het laatst ingevuld", lambda reading: reading.record.invuldatum or date.min),
    )
    scores = [[score(reading) for _, score in by] for reading in readings]
    best = scores.index(max(scores))
    rival = max(scores[:best] + scores[best + 1 :], default=scores[best])
    apart = (words for (words, _), ours, theirs in zip(by, scores[best], rival, strict=True) if ours != theirs)
    return Keuze(readings[best], next(apart, _FIRST))


def _count_fits(reading: Reading, rl1s: Sequence[Rl1], case: Case) -> int:
    naam = reading.record.naam_deelnemer or ""
    listed = find_inschrijving(case.roster, reading.record, reading.identity.reference) is not None
    return listed + names_person(case.name, naam) + any(names_person(rl1.text, naam) for rl1 in rl1s)


def _count_asked(reading: Reading) -> int:
    """How much of what must be in the form is: the algemene informatie, and contactmomenten up to the four of § 7.1."""
    record = reading.record
    rows = sum(row.datum is not None and row.thema is not None for row in record.contactmomenten)
    return sum(getattr(record, key) is not None for key in _REQUIRED) + min(rows, _ASKED_ROWS)


def _is_signed(reading: Reading) -> bool:
    return bool(reading.record.handtekening_mentor or reading.signatures)


def compare_readings(judged: Reading, other: Reading) -> tuple[Verschil, ...]:
    """Where the other form says something else, in the order of the form; a row that only moved is the same row."""
    ours, theirs = _answers(judged), _answers(other)
    _drop_moved_rows(ours, theirs)
    labels = dict.fromkeys(_label_of(key)[0] for key in VERANTWOORDINGSDOCUMENT.questions) | ours | theirs
    pairs = ((label, ours.get(label, {}), theirs.get(label, {})) for label in labels)
    return tuple(Verschil(label, *_words(mine, yours)) for label, mine, yours in pairs if mine != yours)


def say_where(name: str, apart: Sequence[Verschil]) -> str:
    """In a sentence at which questions another form differs."""
    labels = [f"“{each.label}”" for each in apart[:_MOST_SHOWN]]
    if len(apart) > _MOST_SHOWN:
        labels.append(f"op {len(apart) - _MOST_SHOWN} andere plaatsen")
    return f"“{name}” zegt iets anders bij {enumerate_words(labels)}."


def say_what(name: str, apart: Sequence[Verschil]) -> str:
    """What another form says there, and what the judged one says."""
    shown = "; ".join(f"{each.label}: {each.found} in plaats van {each.judged}" for each in apart[:_MOST_SHOWN])
    return f"In “{name}” staat bij {shown}."


def _answers(reading: Reading) -> _Answers:
    """What stands in the form by the label of the question, for a row together by the label of the row."""
    found: _Answers = {}
    shown = [(key, value_text(value)) for key, value in flatten_record(reading.record).items()]
    for key, value in (*shown, *((key, "onleesbaar") for key in sorted(reading.unreadable))):
        label, column = _label_of(key)
        found.setdefault(label, {})[column] = value
    return found


def _label_of(key: str) -> tuple[str, str]:
    """``Einddatum jobtraining``; for a cell of a table the label of its row, and that of its column."""
    question = VERANTWOORDINGSDOCUMENT.question(key)
    if question is None:
        return key, ""
    return (f"{question.table}, rij {question.row}", question.label) if question.row else (question.full_label, "")


def _drop_moved_rows(ours: _Answers, theirs: _Answers) -> None:
    for label in [label for label in ours if ours[label] != theirs.get(label)]:
        table, is_row, _ = label.rpartition(", rij ")
        same = (n for n in theirs if is_row and n.startswith(table) and theirs[n] == ours[label] != ours.get(n))
        if (moved := next(same, None)) is not None:
            del ours[label], theirs[moved]


def _words(mine: dict[str, str], yours: dict[str, str]) -> tuple[str, str]:
    """What differs, on both sides; of a row only the columns that do: ``Datum “14/10/2025”``."""
    columns = [column for column in (mine | yours) if mine.get(column) != yours.get(column)]
    found, judged = (
        ", ".join(f"{column} “{answers[column]}”".strip() for column in columns if column in answers) or "niets"
        for answers in (yours, mine)
    )
    return found, judged
