"""Between a record and its keys: a record flattened to values by key, and raw values read into a record.

Nothing a person filled in raises here: what cannot be read becomes a `Problem` beside the record.
"""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, cast

from pydantic import BaseModel

from docgen.dates import format_date
from docgen.model.form import Form, Identity, Kind, Question, Table, row_key
from docgen.model.read_list import list_read
from docgen.model.understanding import as_text, is_blank, read_choice, read_date, read_text
from docgen.model.value import OnPaper, Place, RawForm, RawValue, ReadLine, Remark, SignatureKind, Snippet

Value = str | date


@dataclass(frozen=True)
class Problem:
    """Something about how a value was read, or those that are `listed`.

    `rule` is `onleesbaar-veld`, `onzekere-lezing` or `voorinvulling-gewijzigd`. `for_desk` marks what its sender can do
    nothing about.
    """

    rule: str
    key: str | None
    place: Place
    message: str
    found: str | None = None
    expected: str | None = None
    remedy: str | None = None
    required: bool = False
    picture: Snippet | None = None
    listed: tuple[ReadLine, ...] = ()
    for_desk: bool = False


@dataclass(frozen=True)
class Reading:
    """A filled form read into its record; places and problems stand beside it, by key.

    `part` says which pages of the file it takes, where the file holds other documents too. `gone` are the keys on
    pages that did not come along.
    """

    form: Form
    record: Any
    identity: Identity
    file: str
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[Problem, ...] = ()
    signatures: Mapping[str, SignatureKind] = field(default_factory=lambda: MappingProxyType({}))
    pictures: Mapping[str, Snippet] = field(default_factory=lambda: MappingProxyType({}))
    part: str = ""
    on_paper: OnPaper | None = None
    gone: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """The file's name, and which of its pages hold this form where it holds more."""
        return f"{self.file}, {self.part}" if self.part else self.file

    def place(self, key: str) -> Place:
        """Where the key stands in the file, or the file itself when that is not known."""
        return self.places.get(key) or Place(self.file)

    @property
    def unreadable(self) -> frozenset[str]:
        """Keys where something stands, or may stand, that could not be read: they may not be called empty."""
        known = frozenset(p.key for p in self.problems if p.rule == "onleesbaar-veld" and p.key)
        return known | self.gone | (self.on_paper.unread if self.on_paper else frozenset())


@dataclass(frozen=True)
class Prefill:
    """What stands in a form before it is sent: values by key, and for whom.

    `locked` values are protected in the file and compared when it comes back; unlocked ones are just filled in.
    """

    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    reference: str | None = None
    locked: bool = True

    @property
    def printed(self) -> dict[str, str]:
        """The locked values as the form prints them, by key: what comes back is compared with these."""
        printed = {key: as_text(value) for key, value in self.values.items()} if self.locked else {}
        return {key: text for key, text in printed.items() if text}


def start_values(form: Form, prefill: Prefill) -> dict[str, Value]:
    """What stands in each input of a new form, in its language: the prefilled values, else the printed ones."""
    values = {key: _show(form, key, value) for key, value in prefill.values.items()}
    for table in form.tables.values():
        for row in table.row_numbers:
            keys = [row_key(table.key, row, column.name) for column in table.columns]
            if any(key in prefill.values for key in keys):
                continue  # a row that comes filled in has its own words there
            for name in table.printed:
                if (printed := table.printed_value(row, name)) is not None:
                    values[row_key(table.key, row, name)] = table.question(row, name).show(printed)
    return values


def _show(form: Form, key: str, value: Value) -> Value:
    question = form.question(key)
    return question.show(value) if question is not None and isinstance(value, str) else value


def flatten_record(record: BaseModel) -> dict[str, Value]:
    """A record's filled fields by key, in reading order; table rows count from 1."""
    return dict(_flatten(record, ""))


def _flatten(record: BaseModel, prefix: str) -> Iterator[tuple[str, Value]]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, tuple):
            for number, row in enumerate(value, start=1):
                yield from _flatten(row, row_key(name, number, ""))
        elif value is not None:
            yield prefix + name, value if isinstance(value, date) else str(value)


def value_text(value: Value) -> str:
    """A value as a form prints it: dates as ``dd/mm/jjjj``, all else as it is."""
    return format_date(value) if isinstance(value, date) else str(value)


def build_record(form: Form, values: Mapping[str, object]) -> Any:  # noqa: ANN401 - the form names the class
    """Nest values by key into the form's record; rows keep their number, empty rows at the end fall away."""
    nested: dict[str, object] = {}
    rows: dict[str, dict[int, dict[str, object]]] = defaultdict(lambda: defaultdict(dict))
    for key, value in values.items():
        table, _, rest = key.partition("__")
        if rest:
            number, _, name = rest.partition("__")
            rows[table][int(number)][name] = value
        else:
            nested[key] = value
    for table, numbered in rows.items():
        nested[table] = tuple(numbered.get(number, {}) for number in range(1, max(numbered) + 1))
    return form.record.model_validate(nested)


def read_record(form: Form, raw: RawForm, file: str) -> Reading:
    """Read the raw values of a filled form into its record; problems in the order of the form."""
    values: dict[str, object] = {}
    gone = frozenset[str]().union(*raw.gone.values())
    unread = gone | (raw.on_paper.unread if raw.on_paper else frozenset())
    problems: list[Problem] = [_unreadable(form, key, found) for key, found in raw.unreadable.items()]
    for key, found in raw.values.items():
        question = form.question(key)
        if question is None:
            continue
        value, seen = _read_value(question, found)
        problems.extend(seen)
        if value is not None:
            values[key] = value
    for table in form.tables.values():
        _drop_printed_rows(table, values, {p.key for p in problems if p.key} | unread)
    if raw.origin:
        problems.insert(0, _tell_origin(form, raw, values, Place(file)))
    problems.extend(_changed_prefill(form, raw, values, file))
    problems.extend(Problem("onzekere-lezing", None, Place(file), note) for note in raw.notes)
    problems.extend(map(_remarked, raw.remarks))
    if raw.on_paper is not None:
        problems.extend(_say_on_paper(form, raw.on_paper, file))
    problems.extend(_say_gone(page, Place(file), needed=_is_needed(form, raw.gone[page])) for page in sorted(raw.gone))
    return Reading(
        form=form,
        record=build_record(form, values),
        identity=raw.identity,
        file=file,
        places=_join_places(raw),
        problems=tuple(problems),
        signatures=raw.signatures,
        pictures=raw.pictures,
        on_paper=raw.on_paper,
        gone=gone,
    )


def _say_on_paper(form: Form, paper: OnPaper, file: str) -> Iterator[Problem]:
    """One problem for all that a person has to read, and one for each page that did not come along."""
    if paper.filled:
        count = len(paper.filled)
        boxes = "het ene ingevulde vak" if count == 1 else f"de {count} ingevulde vakken"
        yield Problem(
            "onzekere-lezing",
            None,
            Place(file),
            f"Dit formulier is op papier ingevuld: wat er in {boxes} staat, moet iemand zelf lezen.",
            remedy="Lees in het verslag de afbeeldingen van de vakken, neem over wat er staat in het formulier in "
            "Excel, zet dat bij deze scan en laat het dossier opnieuw nakijken.",
            for_desk=True,
        )
    for page, keys in sorted(paper.missing.items()):
        yield Problem(
            "onleesbaar-veld",
            None,
            Place(file),
            f"Bladzijde {page} van de {paper.pages} van het formulier is in de scan of de foto’s niet teruggevonden; "
            "wat daar gevraagd wordt, is niet nagekeken.",
            expected=f"alle {paper.pages} bladzijden van het formulier",
            remedy=f"Scan of fotografeer bladzijde {page} opnieuw, vlak en volledig, met de QR-code onderaan, en stuur "
            "ze samen met de andere.",
            required=_is_needed(form, keys),
        )


def _say_gone(page: int, place: Place, *, needed: bool) -> Problem:
    return Problem(
        "onleesbaar-veld",
        None,
        place,
        f"Bladzijde {page} van het formulier is er niet bij, of ze is niet te lezen; wat daar gevraagd wordt, is niet "
        "nagekeken.",
        expected="alle bladzijden van het formulier",
        remedy="Stuur het ingevulde PDF-bestand zelf, of anders alle bladzijden ervan samen in een PDF.",
        required=needed,
    )


def _is_needed(form: Form, keys: frozenset[str]) -> bool:
    """Whether a page asks for anything that no form may lack: an answer, a signature, or a row that it prints."""
    printed = start_values(form, Prefill())
    questions = (question for key in keys if (question := form.question(key)))
    return any(q.ask.required or q.kind is Kind.SIGNATURE or q.key in printed for q in questions)


def _join_places(raw: RawForm) -> Mapping[str, Place]:
    """All places by key, those of empty inputs as the reader gave them: it may put them into words when asked for."""
    found = {key: value.place for key, value in (*raw.unreadable.items(), *raw.values.items())}
    return ChainMap(found, cast("dict[str, Place]", raw.places))


def _read_value(question: Question, found: RawValue) -> tuple[Value | None, list[Problem]]:
    value: Value | None
    if question.kind is Kind.DATE:
        value, doubt = read_date(question, found)
    elif question.kind is Kind.CHOICE:
        value, doubt = read_choice(question, found)
    else:
        value, doubt = read_text(question, found), None
    if value is None and not is_blank(question, found.value):
        return None, [_not_understood(question, found)]
    if value is None:
        return None, []
    return value, [_doubted(question, found, text, value) for text in (found.doubt, doubt) if text]


def _drop_printed_rows(table: Table, values: dict[str, object], doubted: set[str]) -> None:
    """A row that holds nothing but what the sjabloon prints in it is an empty row."""
    for row in range(1, max(map(len, table.printed.values()), default=0) + 1):
        keys = [row_key(table.key, row, column.name) for column in table.columns]
        filled = {key for key in keys if key in values}
        printed = {row_key(table.key, row, name): table.printed_value(row, name) for name in table.printed}
        if doubted.isdisjoint(keys) and filled <= set(printed) and all(values[k] == printed[k] for k in filled):
            for key in filled:
                del values[key]


def _changed_prefill(form: Form, raw: RawForm, values: Mapping[str, object], file: str) -> Iterator[Problem]:
    for key, before in raw.prefilled.items():
        question, now = form.question(key), values.get(key)
        after = value_text(now) if isinstance(now, str | date) else None
        if question is None or key in raw.unreadable or after == (as_text(before) or None):
            continue
        place = raw.values[key].place if key in raw.values else raw.places.get(key, Place(file))
        yield Problem(
            "voorinvulling-gewijzigd",
            key,
            place,
            f"“{question.full_label}” was vooraf ingevuld en is gewijzigd.",
            found=after or "niets",
            expected=before,
            remedy="Zet de oorspronkelijke waarde terug, of laat het bureau de nieuwe bevestigen.",
        )


def _unreadable(form: Form, key: str, found: RawValue) -> Problem:
    question = form.question(key)
    label = question.full_label if question else key
    return Problem(
        "onleesbaar-veld",
        key,
        found.place,
        f"De waarde van “{label}” kan niet gelezen worden: {found.doubt or 'ze is beschadigd'}.",
        found=as_text(found.value) or None,
        remedy="Vul dit veld opnieuw in.",
        required=bool(question and question.ask.required),
        picture=found.picture,
    )


def _not_understood(question: Question, found: RawValue) -> Problem:
    expected = {
        Kind.DATE: "een datum als dd/mm/jjjj, bijvoorbeeld 07/09/2025",
        Kind.CHOICE: " of ".join(f"“{choice}”" for choice in question.choices),
    }.get(question.kind)
    return Problem(
        "onleesbaar-veld",
        question.key,
        found.place,
        f"Wat bij “{question.full_label}” staat, kan niet gelezen worden.",
        found=as_text(found.value),
        expected=expected,
        remedy=f"Vul bij “{question.full_label}” in: {expected}." if expected else None,
        required=question.ask.required,
        picture=found.picture,
    )


def _write_it(question: Question, value: Value) -> str:
    """How to write a value so that nobody can doubt it."""
    shown = question.show(value) if isinstance(value, str) else value_text(value)
    if question.kind is Kind.DATE:
        return f"Vul de datum opnieuw in als dd/mm/jjjj: “{shown}” als dat de juiste is"
    return f"Vul opnieuw in wat er hoort te staan: “{shown}” als dat juist is"


def _tell_origin(form: Form, raw: RawForm, values: Mapping[str, object], place: Place) -> Problem:
    """One problem for all that was read through what is printed beside it, to be looked over as a whole."""
    listed = tuple(list_read(form, raw, {key: value_text(v) for key, v in values.items() if isinstance(v, str | date)}))
    return Problem(
        "onzekere-lezing",
        None,
        place,
        raw.origin or "",
        found="; ".join(f"{line.label}: {line.shown}" for line in listed) or None,
        listed=listed,
    )


def _remarked(remark: Remark) -> Problem:
    return Problem("onzekere-lezing", None, remark.place, remark.sentence, remedy=remark.remedy, picture=remark.picture)


_COMPARE = "Vergelijk dit met het stuk en leg vast dat het klopt; een nieuw formulier neemt de twijfel ook weg."


def _doubted(question: Question, found: RawValue, doubt: str, value: Value) -> Problem:
    sought = found.is_sought and doubt == found.doubt
    return Problem(
        "onzekere-lezing",
        question.key,
        found.place,
        f"“{question.full_label}” is niet met zekerheid gelezen: {doubt}.",
        found=as_text(found.value),
        expected=value_text(value),
        remedy=_COMPARE if sought else f"{_write_it(question, value)}; anders bevestigt het bureau wat er staat.",
        picture=found.picture,
        for_desk=sought,
    )
