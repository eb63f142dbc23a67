"""The record class is the declared form: its fields carry what blank files, readers and places need.

A field is declared once, ``startdatum: Annotated[date | None, Ask("Startdatum jobtraining")] = None``; its type
gives the kind of input (date, Enum, text, a tuple of models for a table) and its path is its key everywhere:
``contactmomenten__3__datum`` is the attribute path, the Excel name, the PDF field, the Word tag and the JSON key.

The source's words are Dutch. A form that also comes in French declares those words beside them, ``fr=French(…)``:
keys and values of the record stay the same, whichever language was filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, StrEnum
from functools import cached_property
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from docgen.model.form_words import DUTCH, FORM_WORDS, FormWords
from docgen.text import bind_french_marks, fold_tight

#: Lower-case words joined by underscores, rows numbered from 1: legal as an Excel name, a PDF partial
#: field name and a Word tag, and never a cell address (no letters-then-digits such as ``rl1``).
_KEY = re.compile(r"^[a-z]{3,}(?:_[a-z]+)*(?:__[1-9][0-9]*__[a-z]{3,}(?:_[a-z]+)*)?$")


class Kind(StrEnum):
    """What a person puts in: decides the input control in every format."""

    TEXT = "tekst"
    LONG_TEXT = "lange tekst"
    DATE = "datum"
    CHOICE = "keuze"
    OPEN_CHOICE = "keuze of vrije tekst"
    SIGNATURE = "handtekening"


@dataclass(frozen=True)
class French:
    """What the French form prints for one question, or for a whole form its title, intro and footer.

    `words` gives the French of the Dutch words that are offered or printed beforehand, in a choice or a table.
    """

    label: str
    part: str | None = None
    help: str = ""
    section: str | None = None
    placeholder: str | None = None
    words: Mapping[str, str] = field(default_factory=dict, hash=False)
    intro: str = ""
    footer: str = ""


@dataclass(frozen=True)
class Ask:
    """How one field of a record is asked for; stands in the field's annotation.

    `label` is what the source prints. `part` tells two inputs under one printed label apart. `section` opens a
    new section of the form. `synonyms` maps other words people use to a choice. `suggestions` are offered beside
    free text. `placeholder` is what the sjabloon prints in the empty place and counts as empty. For a table:
    `rows` in the form, `printed` the values that stand in its first rows beforehand. `fr` is the same in French.
    `also` are labels that older forms, or people who type the form over, give it: read, never printed.
    """

    label: str
    part: str | None = None
    help: str = ""
    required: bool = False
    section: str | None = None
    long: bool = False
    signature: bool = False
    placeholder: str | None = None
    suggestions: tuple[str, ...] = ()
    synonyms: Mapping[str, str] = field(default_factory=dict)
    rows: int = 0
    printed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fr: French | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """One input of a form: what is asked, under which key, with which control.

    `ask` and `choices` are in the form's language; a record holds the Dutch word of a choice, see `show`.
    """

    key: str
    kind: Kind
    ask: Ask
    choices: tuple[str, ...] = ()
    row: int | None = None
    table: str | None = None
    language: str = DUTCH

    @property
    def label(self) -> str:
        """What the source prints beside the input."""
        return self.ask.label

    @property
    def full_label(self) -> str:
        """The printed label, with the part when two inputs stand under it, or the row and table it stands in."""
        if self.row is not None:
            return self.form_words.row.format(label=self.ask.label, row=self.row, table=self.table)
        return f"{self.ask.label}: {self.ask.part}" if self.ask.part else self.ask.label

    @property
    def form_words(self) -> FormWords:
        """What the form prints around its questions, in its language."""
        return FORM_WORDS[self.language]

    @cached_property
    def choice_words(self) -> Mapping[str, str]:
        """The choice, as the record holds it, that each word stands for, folded tight: synonyms, Dutch and French."""
        own = {choice: choice for choice in self.choices} if self.language == DUTCH else {}
        words = {**self.ask.synonyms, **own, **self.french_words}
        return {fold_tight(word): choice for word, choice in words.items()}

    @cached_property
    def french_words(self) -> Mapping[str, str]:
        """The Dutch word that each offered or printed French word stands for; both are keys here, folded tight."""
        french = self.ask.fr.words if self.ask.fr else {}
        return {fold_tight(word): dutch for dutch, shown in french.items() for word in (dutch, shown)}

    def show(self, value: str) -> str:
        """A value of the record as this form prints it."""
        return self.ask.fr.words.get(value, value) if self.ask.fr and self.language != DUTCH else value

    def in_language(self, language: str) -> Question:
        """The same question as the form in that language asks it."""
        if language == self.language:
            return self
        return replace(self, ask=_translate(self.ask), choices=tuple(_shown(self.ask, self.choices)), language=language)

    @property
    def name(self) -> str:
        """The last part of the key: the field's name in its record."""
        return self.key.rpartition("__")[2]


@dataclass(frozen=True)
class Section:
    """Questions one below the other, under a heading."""

    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Table:
    """Questions in columns, `rows` times; column keys hold no row number, `question(n, name)` gives it."""

    key: str
    title: str
    columns: tuple[Question, ...]
    rows: int
    printed: Mapping[str, tuple[str, ...]]

    def question(self, row: int, name: str) -> Question:
        """The question in row `row` (from 1) and column `name`."""
        column = next(column for column in self.columns if column.name == name)
        return replace(column, key=row_key(self.key, row, name), row=row, table=self.title)

    def printed_value(self, row: int, name: str) -> str | None:
        """What the sjabloon prints beforehand in this cell, or None."""
        values = self.printed.get(name, ())
        return values[row - 1] if row <= len(values) else None

    @property
    def row_numbers(self) -> range:
        """1 up to the last row of the form."""
        return range(1, self.rows + 1)


@dataclass(frozen=True)
class Identity:
    """Which form a file is: family, form, version, language, and for a prefilled one the record's reference."""

    family: str
    form: str
    version: int
    reference: str | None = None
    language: str = DUTCH

    @property
    def path(self) -> str:
        """``family/form``, as the command line writes it."""
        return f"{self.family}/{self.form}"

    def __str__(self) -> str:
        language = "" if self.language == DUTCH else f"-{self.language}"
        return f"docgen:{self.path} v{self.version}{language}{f' {self.reference}' if self.reference else ''}"


def parse_identity(text: str) -> Identity | None:
    """Read what `str(identity)` wrote; None for any other text."""
    found = re.fullmatch(r"docgen:([a-z]+)/([a-z-]+) v(\d{1,4})(?:-([a-z]{2}))?(?: (\S.*))?", text.strip())
    return Identity(found[1], found[2], int(found[3]), found[5], found[4] or DUTCH) if found else None


@dataclass(frozen=True)
class Form:
    """A declared form: the record class with its name, version, title and the sentences printed on it.

    `is_list` marks a list that the desk keeps (one row a person): it has a roster, and is never sent out as a form.
    `fills` says which key of the family's other forms each key of such a list prefills. `named_by` is the key whose
    value stands in the file name of a prefilled form; without it only the reference does. A form with `fr` also comes
    in French: `in_language` gives that form, whose questions are asked in French. `subject` is what one line of its
    roster is about.
    """

    family: str
    name: str
    version: int
    title: str
    record: type[BaseModel]
    intro: str = ""
    footer: str = ""
    is_list: bool = False
    fills: Mapping[str, str] = field(default_factory=dict, hash=False)
    named_by: str | None = None
    fr: French | None = None
    language: str = DUTCH
    subject: str = "persoon"

    @property
    def path(self) -> str:
        """``family/name``, as the command line writes it."""
        return f"{self.family}/{self.name}"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the form comes in, Dutch first."""
        return (DUTCH, "fr") if self.fr else (DUTCH,)

    @property
    def variants(self) -> tuple[Form, ...]:
        """The form in each of its languages."""
        return tuple(self.in_language(language) for language in self.languages)

    def in_language(self, language: str) -> Form:
        """The same form in another of its languages; ValueError for a language it does not come in."""
        if language == self.language:
            return self
        if language in self.languages and self.language == DUTCH:
            return self._french
        message = f"{self.path} is not declared in {language}"
        raise ValueError(message)

    @cached_property
    def _french(self) -> Form:
        words = self.fr or French("")
        title, intro, footer = map(bind_french_marks, (words.label, words.intro, words.footer))
        return replace(self, language="fr", title=title, intro=intro, footer=footer)

    def identity(self, reference: str | None = None) -> Identity:
        """What a blank or prefilled file of this form says of itself."""
        return Identity(self.family, self.name, self.version, reference, self.language)

    @cached_property
    def blocks(self) -> tuple[Section | Table, ...]:
        """The form from top to bottom, in the order in which the record declares it."""
        return tuple(_blocks_of(self.record, self.language))

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The form's tables by key."""
        return {block.key: block for block in self.blocks if isinstance(block, Table)}

    @cached_property
    def single_questions(self) -> tuple[Question, ...]:
        """The questions outside tables, in order."""
        return tuple(q for block in self.blocks if isinstance(block, Section) for q in block.questions)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every input of the form by key, rows of tables included, in reading order."""
        return {question.key: question for question in self._walk()}

    def question(self, key: str) -> Question | None:
        """The question of `key`, also for rows that people added below the form's last one; None when unknown."""
        if (known := self.questions.get(key)) is not None:
            return known
        table, _, rest = key.partition("__")
        row, _, name = rest.partition("__")
        if table in self.tables and row.isdigit() and name in {c.name for c in self.tables[table].columns}:
            return self.tables[table].question(int(row), name)
        return None

    def _walk(self) -> Iterator[Question]:
        for block in self.blocks:
            if isinstance(block, Section):
                yield from block.questions
            else:
                for row in block.row_numbers:
                    yield from (block.question(row, column.name) for column in block.columns)


def row_key(table: str, row: int, name: str) -> str:
    """``contactmomenten__3__datum``; rows count from 1."""
    return f"{table}__{row}__{name}"


def check_key(key: str) -> str:
    """The key itself; ValueError when it could not be a name in every format."""
    if not _KEY.match(key):
        message = f"not a legal key: {key}"
        raise ValueError(message)
    return key


def find_variant(forms: Iterable[Form], identity: Identity) -> Form | None:
    """The form that a file says it is, in its own language if that is among `forms`; None when it is none of them."""
    same = [form for form in forms if form.path == identity.path]
    return min(same, key=lambda form: form.language != identity.language, default=None)  # False comes first


def _blocks_of(record: type[BaseModel], language: str) -> Iterator[Section | Table]:
    title, questions = "", list[Question]()
    for name, info in record.model_fields.items():
        declared, kind = _ask_of(info), _bare_type(info.annotation)
        ask = declared if language == DUTCH else _translate(declared)
        # A table ends the section above it, so that questions below one stand under a title of their own or none.
        if (ask.section is not None or ask.rows) and questions:
            yield Section(title, tuple(questions))
            questions = []
        if ask.rows:
            yield _table(name, ask, get_args(kind)[0], language)
            title = ""
            continue
        title = ask.section if ask.section is not None else title
        questions.append(_question(check_key(name), info).in_language(language))
    if questions:
        yield Section(title, tuple(questions))


def _table(name: str, ask: Ask, row: type[BaseModel], language: str) -> Table:
    columns = tuple(_question(column, info).in_language(language) for column, info in row.model_fields.items())
    # The whole key of a cell must be a name in every format, not just that of its column.
    for column in columns:
        check_key(row_key(name, 1, column.key))
    return Table(name, ask.label, columns, ask.rows, ask.printed)


def _question(key: str, info: FieldInfo) -> Question:
    ask, answer = _ask_of(info), _bare_type(info.annotation)
    if isinstance(answer, type) and issubclass(answer, Enum):
        return Question(key, Kind.CHOICE, ask, tuple(str(choice.value) for choice in answer))
    if answer is date:
        return Question(key, Kind.DATE, ask)
    if ask.signature:
        return Question(key, Kind.SIGNATURE, ask)
    if ask.suggestions:
        return Question(key, Kind.OPEN_CHOICE, ask, ask.suggestions)
    return Question(key, Kind.LONG_TEXT if ask.long else Kind.TEXT, ask)


def _translate(ask: Ask) -> Ask:
    """The question in French; ValueError when its French words are not declared."""
    if ask.fr is None:
        message = f"no French declared for “{ask.label}”"
        raise ValueError(message)
    words, suggestions = ask.fr, tuple(_shown(ask, ask.suggestions))
    return replace(
        ask,
        label=bind_french_marks(words.label),
        part=words.part,
        help=bind_french_marks(words.help),
        section=bind_french_marks(words.section) if words.section else words.section,
        placeholder=words.placeholder,
        suggestions=suggestions,
    )


def _shown(ask: Ask, words: Iterable[str]) -> Iterator[str]:
    """The French of each offered word; ValueError when one is not declared."""
    for word in words:
        if ask.fr is None or word not in ask.fr.words:
            message = f"no French declared for “{word}” of “{ask.label}”"
            raise ValueError(message)
        yield ask.fr.words[word]


def _ask_of(info: FieldInfo) -> Ask:
    return next(item for item in info.metadata if isinstance(item, Ask))


def _bare_type(annotation: Any) -> Any:  # noqa: ANN401 - a type expression has no narrower type
    """The type without its ``| None``."""
    if get_origin(annotation) in (Union, UnionType):
        return next(part for part in get_args(annotation) if part is not type(None))
    return annotation
