"""What a family offers to the actions: forms, a check, and contexts for its documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from docgen.model.form import Form
from docgen.model.parts import KindOf
from docgen.model.report import DossierReport
from docgen.model.rich import Picture
from docgen.model.rule import Decision
from docgen.model.sheet import Sheet
from docgen.model.value import Content


@dataclass(frozen=True)
class Case:
    """All that a family may look at when it checks one dossier; it has no clock, no disk and no settings look-up.

    `roster` are the records of the family's enrolment list (empty when none was given: `has_roster` tells).
    `settings` is the whole frozen Settings.
    """

    name: str
    contents: tuple[Content, ...]
    peildatum: date
    settings: Any
    decisions: tuple[Decision, ...] = ()
    roster: tuple[Any, ...] = ()
    has_roster: bool = False
    records: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Issue:
    """The circumstances of issuing one document: day, language, organisation, and the number if it takes one.

    `language` is the one to put every value in: a paper for an addressee who reads another one is asked for again in
    that language. `numbers` gives the number that a document of this family (by name) was already issued under for a
    subject, or None. `logo` is the organisation's, as large as it is printed, not yet described.
    """

    on: date
    language: str
    settings: Any
    number: str | None = None
    numbers: Callable[[str, str], str | None] = lambda _document, _subject: None
    logo: Picture | None = None


@dataclass(frozen=True)
class Paper:
    """One document to make: the values its template prints, the facts to attach, and why it may be refused.

    `refusal` is one Dutch sentence, or None when the document may be issued. `subject` identifies the
    paper across runs (so that a number is never given twice to the same one). `rules` are the ids of
    the rules that stand in the way of a refused paper; `notes` are whole Dutch sentences on what a paper leaves out.
    `about` names the dossier, or the group, as the user knows it. A refused paper is `needless` when nothing is
    wrong: there is just nothing to say in it. `document` names the document of the family that prints it, where the
    one asked for leaves that open; asked for another one, the paper is refused. `language` is the addressee's, None
    when nothing says which; whatever the language, a context gives the same papers in the same order.
    """

    values: Mapping[str, Any]
    record: Mapping[str, Any]
    subject: str
    refusal: str | None = None
    rules: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    about: str = ""
    needless: bool = False
    document: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Family:
    """One source document and all that docgen does with it.

    `check` judges one dossier. `contexts` turn checked dossiers into papers, by the name that
    `document.toml` uses: each takes the dossiers and the circumstances and gives the papers (one per
    dossier, or one per group). `samples` holds, for each context, a complete example of its values
    about invented people: templates are checked against it before any document is made. `rules` are the
    ids of all its rules; `upload` the kinds of file, in order, that make the bundle of a complete dossier.
    `roster_form` is the list that dossiers are looked up in; another form that `is_list` holds subjects itself, one
    record each. `overview` lays the dossiers of a run side by side in a workbook, written beside its documents.
    `kind_of` says what a page of text is, so that several documents in one file can be told apart.
    Nothing that a `confidential` family is given may show in a name, log or manifest: only references do.
    """

    name: str
    title: str
    forms: tuple[Form, ...]
    check: Callable[[Case], DossierReport]
    recognises: Callable[[Content], bool]
    contexts: Mapping[str, Callable[[Sequence[DossierReport], Issue], Sequence[Paper]]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    roster_form: Form | None = None
    samples: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))
    rules: tuple[str, ...] = ()
    upload: tuple[str, ...] = ()
    overview: Callable[[Sequence[DossierReport]], Sequence[Sheet]] | None = None
    confidential: bool = False
    kind_of: KindOf = lambda _text: ""

    @property
    def subject_forms(self) -> tuple[Form, ...]:
        """The forms whose records are judged: all but the list that dossiers are looked up in."""
        return tuple(form for form in self.forms if form is not self.roster_form)

    def form(self, name: str) -> Form | None:
        """The form of that name, or None."""
        return next((form for form in self.forms if form.name == name), None)
