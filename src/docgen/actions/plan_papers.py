"""Which papers a batch makes: every dossier through its context, refusals set apart, numbers reserved for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from docgen.actions.confidential import REFERENCE
from docgen.actions.register import Entry, Register, digest_subject
from docgen.errors import SetupError
from docgen.model.document import Document
from docgen.model.family import Family, Issue, Paper
from docgen.model.report import DossierReport
from docgen.text import enumerate_words

Context = Callable[[Sequence[DossierReport], Issue], Sequence[Paper]]

#: Hears the documents and languages that a plan needs, before any number is taken; raises when one is at fault.
Prepare = Callable[[Iterable[tuple[Document, str]]], object]

_TWICE = "Dit document wordt in deze reeks al gemaakt: hetzelfde traject komt twee keer voor."


@dataclass(frozen=True)
class Batch:
    """What all papers of one run share.

    `by_addressee` lets each paper be in its addressee's language. Of `confidential` papers only the reference of their
    dossier shows, and two of one dossier are the same.
    """

    document: Document
    context: Context
    issue: Issue
    register: Register
    by_addressee: bool = False
    confidential: bool = False

    def name_values(self, paper: Paper) -> Mapping[str, Any]:
        """What the file name of a paper may hold."""
        return {REFERENCE: paper.about} if self.confidential else paper.values


@dataclass(frozen=True)
class Planned:
    """One paper: `subject` is its digest, `issue` its circumstances, `entry` its number if it takes one.

    `document` is the one that prints it.
    """

    paper: Paper
    subject: str
    issue: Issue
    document: Document
    entry: Entry | None = None
    dossier: DossierReport | None = None

    @property
    def number(self) -> str | None:
        """The number that the document bears."""
        return self.entry.number if self.entry else None

    @property
    def is_reissue(self) -> bool:
        """Whether the document was issued before, and so keeps its number and date."""
        return self.entry is not None and self.entry.confirmed


@dataclass(frozen=True)
class Plan:
    """The papers to make, those refused, and those in which there is nothing to say; in the order of the dossiers."""

    papers: tuple[Planned, ...]
    refused: tuple[Planned, ...]
    needless: tuple[Planned, ...] = ()


def find_context(family: Family, document: Document) -> Context:
    """The context that the document prints; raises SetupError when its family has none of that name."""
    if (context := family.contexts.get(document.context)) is not None:
        return context
    known = ", ".join(family.contexts)
    message = f"Het document {document.path} vraagt de context “{document.context}”; gekend zijn {known}."
    raise SetupError(message)


def plan_papers(
    batch: Batch, dossiers: Sequence[DossierReport], limit: int | None = None, prepare: Prepare = lambda _: None
) -> Plan:
    """Plan a batch and reserve its numbers; at most `limit` papers are made, what comes after them is left alone."""
    if batch.document.numbered:
        return _plan_numbered(batch, dossiers, limit, prepare)
    issue = replace(batch.issue, numbers=_issued_numbers(batch))
    plan = _sort_out((_planned(batch, paper, issue) for paper, issue in _address(batch, dossiers, issue)), limit)
    prepare((each.document, each.issue.language) for each in plan.papers)
    return plan


def _plan_numbered(batch: Batch, dossiers: Sequence[DossierReport], limit: int | None, prepare: Prepare) -> Plan:
    # Once without its number: the subject is needed to look it up, and the number brings the day that it was issued.
    first = [_plan(batch, dossier, None) for dossier in dossiers]
    known = batch.register.find(batch.document.path, [planned.subject for planned in first])
    plan = _sort_out((_plan_again(batch, planned, known.get(planned.subject)) for planned in first), limit)
    prepare((each.document, each.issue.language) for each in plan.papers)
    entries = batch.register.reserve(batch.document.path, [p.subject for p in plan.papers], batch.issue.on)
    numbered = [_plan_again(batch, planned, entries[planned.subject]) for planned in plan.papers]
    # Another batch may have given this subject its number, and with it another date, in between.
    late = [planned for planned in numbered if planned.paper.refusal]
    batch.register.release([entries[planned.subject].number for planned in late])
    made = tuple(planned for planned in numbered if not planned.paper.refusal)
    return Plan(made, (*plan.refused, *late), plan.needless)


def _plan(batch: Batch, dossier: DossierReport, entry: Entry | None) -> Planned:
    issue = replace(batch.issue, on=entry.issued, number=entry.number) if entry else batch.issue
    paper, issue = _address(batch, [dossier], issue)[0]
    return replace(_planned(batch, paper, issue), entry=entry, dossier=dossier)


def _address(batch: Batch, dossiers: Sequence[DossierReport], issue: Issue) -> list[tuple[Paper, Issue]]:
    """The papers, each with the circumstances it is made in; confidential ones are named by their dossier."""
    if not batch.confidential:
        return _speak(batch, dossiers, issue)
    return [
        (replace(paper, about=dossier.name, subject=dossier.name), spoken)
        for dossier in dossiers
        for paper, spoken in _speak(batch, [dossier], issue)
    ]


def _speak(batch: Batch, dossiers: Sequence[DossierReport], issue: Issue) -> list[tuple[Paper, Issue]]:
    """The papers, each with the circumstances it is made in: in its addressee's language where that decides."""
    papers = batch.context(dossiers, issue)
    others = {paper.language for paper in papers if batch.by_addressee and paper.language} - {issue.language}
    issues = {language: replace(issue, language=language) for language in sorted(others)}
    spoken = {language: batch.context(dossiers, other) for language, other in issues.items()}
    return [
        (spoken[paper.language][number], issues[paper.language]) if paper.language in others else (paper, issue)
        for number, paper in enumerate(papers)
    ]


def _planned(batch: Batch, paper: Paper, issue: Issue) -> Planned:
    """The paper with the document that prints it; refused when that is another one, or has not its language."""
    document = batch.document.choose(paper.document)
    if paper.refusal is None and (refusal := _refuse(batch.document, document, paper, issue.language)):
        paper = replace(paper, refusal=refusal)
    document = document or batch.document
    return Planned(paper, digest_subject(document.path, paper.subject), issue, document)


def _refuse(asked: Document, document: Document | None, paper: Paper, language: str) -> str | None:
    if document is None:
        return f"Hier past het document {asked.family}/{paper.document}, niet {asked.path}; vraag dat document."
    if language not in document.languages:
        there = enumerate_words(list(document.languages))
        return (
            f"Het document {document.path} bestaat niet in de taal van de geadresseerde, “{language}”; "
            f"geef met --lang een taal waarin het wel bestaat: {there}."
        )
    return None


def _plan_again(batch: Batch, planned: Planned, entry: Entry | None) -> Planned:
    """The same paper under the number and on the date that the register gives; nothing changes without an entry."""
    return _plan(batch, planned.dossier, entry) if entry and planned.dossier else planned


def _sort_out(planned: Iterable[Planned], limit: int | None) -> Plan:
    papers, refused, needless, seen = list[Planned](), list[Planned](), list[Planned](), set[str]()
    for each in planned:
        if len(papers) == limit:
            break
        if each.paper.refusal:
            (needless if each.paper.needless else refused).append(each)
        elif each.subject in seen:
            refused.append(replace(each, paper=replace(each.paper, refusal=_TWICE)))
        else:
            seen.add(each.subject)
            papers.append(each)
    return Plan(tuple(papers), tuple(refused), tuple(needless))


def _issued_numbers(batch: Batch) -> Callable[[str, str], str | None]:
    """Look up the number a document of the same family was issued under; the register is read once per document."""

    @cache
    def read_issued(document: str) -> Mapping[str, str]:
        return batch.register.find_issued(document)

    def look_up(name: str, subject: str) -> str | None:
        document = f"{batch.document.family}/{name}"
        return read_issued(document).get(digest_subject(document, subject))

    return look_up
