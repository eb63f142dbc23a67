"""Which papers a batch makes: every dossier through its context, refusals set apart, numbers reserved for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from docgen.actions.register import Entry, Register, digest_subject
from docgen.errors import SetupError
from docgen.model.document import Document
from docgen.model.family import Family, Issue, Paper
from docgen.model.report import DossierReport

Context = Callable[[Sequence[DossierReport], Issue], Sequence[Paper]]

_TWICE = "Dit document wordt in deze reeks al gemaakt: hetzelfde traject komt twee keer voor."


@dataclass(frozen=True)
class Batch:
    """What all papers of one run share."""

    document: Document
    context: Context
    issue: Issue
    register: Register


@dataclass(frozen=True)
class Planned:
    """One paper: `subject` is its digest, `issue` its circumstances, `entry` its number if it takes one."""

    paper: Paper
    subject: str
    issue: Issue
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


def plan_papers(batch: Batch, dossiers: Sequence[DossierReport], limit: int | None = None) -> Plan:
    """Plan a batch and reserve its numbers; at most `limit` papers are made, what comes after them is left alone."""
    if batch.document.numbered:
        return _plan_numbered(batch, dossiers, limit)
    issue = replace(batch.issue, numbers=_issued_numbers(batch))
    papers = batch.context(dossiers, issue)
    return _sort_out((Planned(paper, _digest(batch, paper), issue) for paper in papers), limit)


def _plan_numbered(batch: Batch, dossiers: Sequence[DossierReport], limit: int | None) -> Plan:
    first = [_plan(batch, dossier, None) for dossier in dossiers]
    known = batch.register.find(batch.document.path, [planned.subject for planned in first])
    plan = _sort_out((_plan_again(batch, planned, known.get(planned.subject)) for planned in first), limit)
    entries = batch.register.reserve(batch.document.path, [p.subject for p in plan.papers], batch.issue.on)
    numbered = [_plan_again(batch, planned, entries[planned.subject]) for planned in plan.papers]
    # Another batch may have given this subject its number, and with it another date, in between.
    late = [planned for planned in numbered if planned.paper.refusal]
    batch.register.release([entries[planned.subject].number for planned in late])
    made = tuple(planned for planned in numbered if not planned.paper.refusal)
    return Plan(made, (*plan.refused, *late), plan.needless)


def _plan(batch: Batch, dossier: DossierReport, entry: Entry | None) -> Planned:
    issue = replace(batch.issue, on=entry.issued, number=entry.number) if entry else batch.issue
    paper = batch.context([dossier], issue)[0]
    return Planned(paper, _digest(batch, paper), issue, entry, dossier)


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


def _digest(batch: Batch, paper: Paper) -> str:
    return digest_subject(batch.document.path, paper.subject)
