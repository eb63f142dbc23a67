"""What of an RL1 or payment proof (§ 4.3) was recognised in a picture, not read: shown by value, to be confirmed.

Ruling: nothing that was recognised is better than `aandacht`, also where its check digits hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from docgen.dates import format_date
from docgen.families.jobtraining.aanstelling import Aanstelling, Toestand, parse_toestand
from docgen.families.jobtraining.bedragen import find_bedragen
from docgen.families.jobtraining.betalingsbewijs import Betaling
from docgen.families.jobtraining.namen import Likeness, compare_names, is_part, names_person
from docgen.families.jobtraining.rl1 import Rl1
from docgen.families.jobtraining.rl1_woorden import find_dates
from docgen.model.record import Problem
from docgen.model.value import Line
from docgen.text import enumerate_words, fold_tight

_LOOK = "Vergelijk de afbeelding met wat er gelezen is en leg vast dat het klopt, of kijk het stuk zelf na."
_CHECKED = "de controlecijfers kloppen"

#: A value by its name, as it was read, and the line it stands on.
Value = tuple[str, str, Line]


def doubt_rl1(rl1: Rl1, aanstellingen: Iterable[Aanstelling], naam: str) -> tuple[Problem, ...]:
    """A problem for each line of a recognised RL1 that holds a value that counts; at least one for the file."""
    if not rl1.is_recognised:
        return ()
    files = {line.place.file for line in rl1.lines}  # each photo of it is a file of its own
    own = [a for a in aanstellingen if a.place is not None and a.place.file in files]
    return tuple(_doubt("De RL1", rl1.lines, [*_whose(rl1, naam), *(v for a in own for v in _of_aanstelling(a, rl1))]))


def doubt_betaling(betaling: Betaling, naam: str) -> tuple[Problem, ...]:
    """A problem for each line of a recognised payment that holds a value that counts; at least one for the file."""
    if not betaling.is_recognised:
        return ()
    return tuple(_doubt("Het betalingsbewijs", betaling.lines, list(_of_betaling(betaling, naam))))


def _whose(rl1: Rl1, naam: str) -> Iterator[Value]:
    for spelling in (spellings[0] for spellings in rl1.namen):
        if compare_names(spelling, naam) is not Likeness.OTHER or is_part(spelling, naam):
            yield from _at("de naam", spelling, rl1.lines, _writes(spelling))
            break
    else:
        yield from _at("de naam", naam, rl1.lines, lambda line: bool(naam) and names_person(line.text, naam))
    for number in rl1.stamboeknummers:
        shown = f"{number}, {_CHECKED}"
        yield from _at("het stamboeknummer", shown, rl1.lines, _writes(number))


def _of_aanstelling(aanstelling: Aanstelling, rl1: Rl1) -> Iterator[Value]:
    """The values of an appointment where they stand nearest to its begin date."""
    start = next((n for n, line in enumerate(rl1.lines) if line.place == aanstelling.place), 0)
    near = [line for _, line in sorted(enumerate(rl1.lines), key=lambda item: abs(item[0] - start))]
    yield from _at("de begindatum", format_date(aanstelling.first), near, lambda line: _holds(line, aanstelling.first))
    if aanstelling.last is not None:
        yield from _at("de einddatum", format_date(aanstelling.last), near, lambda line: _holds(line, aanstelling.last))
    if aanstelling.ambt:
        yield from _at("het ambt", aanstelling.ambt, near, _writes(aanstelling.ambt))
    if aanstelling.toestand is not Toestand.ONBEKEND:
        stated = aanstelling.toestand
        yield from _at("de toestand", str(stated), near, lambda line: parse_toestand(line.text) is stated)
    if aanstelling.instelling:
        yield from _at("de instelling", aanstelling.instelling, near, _writes(aanstelling.instelling))


def _of_betaling(betaling: Betaling, naam: str) -> Iterator[Value]:
    lines = betaling.lines
    if betaling.bedrag is not None:
        shown = f"{betaling.bedrag:.2f} euro".replace(".", ",")
        yield from _at("het bedrag", shown, lines, lambda line: line.place == betaling.place)
        if not any(line.place == betaling.place and line.certainty is not None for line in lines):
            yield from _at("het bedrag", shown, lines, lambda line: _names_amount(line, betaling))
    if betaling.datum is not None:
        yield from _at("de datum", format_date(betaling.datum), lines, lambda line: _holds(line, betaling.datum))
    for iban in betaling.ibans:
        shown = f"{iban}, {_CHECKED}"
        yield from _at("het rekeningnummer", shown, lines, _writes(iban))
    for ogm, valid in betaling.ogms:
        shown = f"{ogm}, {_CHECKED}" if valid else f"{ogm}, de controlecijfers kloppen niet"
        yield from _at("de gestructureerde mededeling", shown, lines, _writes(ogm))
    if naam:
        yield from _at("de naam", naam, lines, lambda line: names_person(line.text, naam))


def _writes(text: str) -> Callable[[Line], bool]:
    """Whether a line holds a text, however it is spaced."""
    return lambda line: fold_tight(text) in fold_tight(line.text)


def _names_amount(line: Line, betaling: Betaling) -> bool:
    return any(found.euro == betaling.bedrag for found in find_bedragen(line.text))


def _holds(line: Line, day: object) -> bool:
    return day in find_dates(line.text)


def _at(veld: str, shown: str, lines: Sequence[Line], stands_on: Callable[[Line], bool]) -> Iterator[Value]:
    """The value with the first line it stands on, where that line was recognised."""
    found = next((line for line in lines if stands_on(line)), None)
    if found is not None and found.certainty is not None:
        yield veld, shown, found


def _doubt(stuk: str, lines: Sequence[Line], values: Sequence[Value]) -> Iterator[Problem]:
    """One problem a line, with all the values on it; one for the whole where no value could be placed."""
    by_line: dict[Line, list[Value]] = {}
    for value in values:
        known = by_line.setdefault(value[2], [])
        if value not in known:
            known.append(value)
    for line, found in by_line.items():
        names = list(dict.fromkeys(name for name, _, _ in found))
        verb = "is" if len(names) == 1 else "zijn"
        yield _problem(
            f"{stuk} is een scan of foto: {enumerate_words(names)} {verb} er met tekstherkenning uit gehaald.",
            line,
            enumerate_words([f"{name} {shown}" for name, shown, _ in found]),
        )
    if not by_line:
        line = next(line for line in lines if line.certainty is not None)
        yield _problem(f"{stuk} is helemaal of voor een deel een scan of foto, waaruit niets zeker is.", line, None)


def _problem(message: str, line: Line, found: str | None) -> Problem:
    seen = Problem("onzekere-lezing", None, line.place, message, found=found, remedy=_LOOK, picture=line.picture)
    return replace(seen, for_desk=True)
