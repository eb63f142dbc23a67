"""The labels of a form as a file that is not our form prints them: on broken lines, with colons and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from docgen.model.form import Form, Kind, Question
from docgen.model.form_words import FORM_WORDS
from docgen.text import count_typos, fold, fold_tight

#: Labels of fewer letters are only known when they stand there exactly.
_FUZZY, _MOST_TYPOS = 8, 2
#: ``3.``, ``b)``, a bullet: what people put before a label.
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}\s*[.)\]:-]|[a-z]\s*[.)]|[-–—•·▪●*○□☐]+)\s+", re.IGNORECASE)
#: What a form prints behind a label: the duty to fill in.
_REQUIRED = "|".join(words.required for words in FORM_WORDS.values())
_DUTY = re.compile(rf"^\s*\(?\s*(?:{_REQUIRED})\s*\)?|^\s*\*+", re.IGNORECASE)
#: What our own forms print in an empty place, for one of ours that lost its fields.
_OWN_HINTS = frozenset(
    fold_tight(hint)
    for words in FORM_WORDS.values()
    for hint in (words.type_here, words.choose, words.choose_or_type, words.signature)
)
_LEADING = re.compile(r"^[\s:;.…_–—-]+")


@dataclass(frozen=True)
class Labelled:
    """A label as found: the keys it stands for, how it is printed, and what follows it in the same text."""

    keys: tuple[str, ...]
    label: str
    rest: str
    exact: bool = True


@lru_cache(maxsize=64)
def labels_of(form: Form) -> Mapping[str, tuple[tuple[str, ...], str]]:
    """The keys outside tables by folded label, with the label as the form prints it; two inputs may share one."""
    found = dict[str, tuple[tuple[str, ...], str]]()
    for question in form.single_questions:
        keys, _ = found.get(fold_tight(question.label), ((), ""))
        found[fold_tight(question.label)] = ((*keys, question.key), question.label)
    for question in form.single_questions:
        for label in (*question.ask.also, *([question.full_label] if question.ask.part else [])):
            found.setdefault(fold_tight(label), ((question.key,), label))
    return found


def find_labels(form: Form, text: str) -> tuple[Labelled, ...]:
    """The labels in one text, each with what follows it up to the next; empty when the text begins with none.

    What follows a short label counts only after a colon: a scholengroep may be called ``Scholengroep 99``.
    """
    bare = _NUMBERING.sub("", text)
    first = _label_at_start(form, bare)
    if first is None:
        return ()
    cut = next(_later_labels(form, first.rest), None)
    if cut is None:
        return (first,)
    return (
        Labelled(first.keys, first.label, first.rest[:cut].strip(), first.exact),
        *find_labels(form, first.rest[cut:]),
    )


def _label_at_start(form: Form, text: str) -> Labelled | None:
    tight, places = _tighten(text)
    known = labels_of(form)
    fitting = [label for label in known if tight.startswith(label)]
    for label in sorted(fitting, key=len, reverse=True):  # "Datum van invullen" before "Datum"
        end = places[len(label) - 1] + 1
        rest = _DUTY.sub("", text[end:])
        if text[end : end + 1].isalnum() or not (_begins_value(rest) or len(label) > 2 * _FUZZY):
            continue
        return Labelled(*known[label], _LEADING.sub("", rest).strip())
    return _misspelt(form, text)


def _begins_value(rest: str) -> bool:
    """Whether nothing follows, or a colon or a line break does before any word."""
    return not rest.strip(" \t:._…–—-") or bool(re.match(r"[ \t.…]*[:\n]", rest))


def _misspelt(form: Form, text: str) -> Labelled | None:
    """A label with typing errors before a colon, or as the whole text."""
    head, _, rest = text.partition(":")
    tight = fold_tight(head)
    if len(tight) < _FUZZY or len(tight) > 100:
        return None
    known = labels_of(form)
    near = sorted(
        (typos, label)
        for label in known
        if len(label) >= _FUZZY and (typos := count_typos(tight, label, _MOST_TYPOS)) is not None
    )
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return Labelled(*known[near[0][1]], rest.strip(), exact=False)


def _later_labels(form: Form, text: str) -> Iterator[int]:
    """Where further labels with a colon begin in a text, leftmost first."""
    tight, places = _tighten(text)
    found = list[int]()
    for label in labels_of(form):
        at = tight.find(label)
        if at < 0:
            continue
        start, end = places[at], places[at + len(label) - 1] + 1
        if (start == 0 or not text[start - 1].isalnum()) and re.match(r"\s*:", text[end:]):
            found.append(start)
    yield from sorted(found)


def _tighten(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text, folded, and where in it each comes from."""
    letters, places = list[str](), list[int]()
    for place, character in enumerate(text[:2_000]):  # labels stand at the beginning of a text, or soon after
        for letter in fold(character):
            if letter != " ":
                letters.append(letter)
                places.append(place)
    return "".join(letters), places


def fold_part(text: str) -> str:
    """The word that tells two inputs under one label apart, folded, without the duty to fill it in."""
    return fold_tight(re.sub(rf"\(?(?:{_REQUIRED})\)?\s*:?\s*$", "", text, flags=re.IGNORECASE))


def resembles(text: str, label: str, also: tuple[str, ...] = ()) -> bool:
    """Whether a text is a label, or the beginning of one in a column too narrow for it."""
    tight = fold_tight(_NUMBERING.sub("", text))
    for known in map(fold_tight, (label, *also)):
        most = _MOST_TYPOS if len(known) >= _FUZZY else 1 if len(known) > 4 else 0
        if tight == known or (len(tight) > 4 and count_typos(tight, known, most) is not None):
            return True
        if len(tight) > 4 and (known.startswith(tight) or (tight.startswith(known) and len(tight) < len(known) + 12)):
            return True
    return False


def is_empty(question: Question, text: str) -> bool:
    """Whether nothing is filled in: white space, dots to write on, or the placeholder of the sjabloon."""
    tight = fold_tight(text)
    hints = [question.ask.placeholder, question.ask.fr.placeholder if question.ask.fr else None]
    hints += [words.date_hint for words in FORM_WORDS.values()] if question.kind is Kind.DATE else []
    return not tight or tight in _OWN_HINTS or any(hint is not None and tight == fold_tight(hint) for hint in hints)
