"""What exists here: the families, their forms, and the documents that the templates offer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docgen.catalogue import find_documents
from docgen.families.discover import find_families
from docgen.formats.blank import FormFormat
from docgen.model.document import Document
from docgen.model.family import Family
from docgen.text import enumerate_words


@dataclass(frozen=True)
class Offered:
    """One thing that a command can be asked for; `kind` is ``family``, ``form``, ``list`` or ``document``."""

    kind: str
    path: str
    title: str
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


def list_offer(own_templates: Path | None = None) -> tuple[Offered, ...]:
    """Everything that discovery finds, family by family: the family, its forms and lists, its documents."""
    documents = find_documents(own_templates)
    return tuple(
        offered
        for name, family in sorted(find_families().items())
        for offered in (
            Offered("family", name, family.title),
            *_forms(family),
            *(_document(each) for _, each in sorted(documents.items()) if each.family == name),
        )
    )


def _forms(family: Family) -> Iterator[Offered]:
    for form in family.forms:
        formats = ("xlsx",) if form.is_list else tuple(FormFormat)
        yield Offered("list" if form.is_list else "form", form.path, form.title, formats, form.languages)
    if family.roster_form is not None and family.roster_form not in family.forms:
        yield Offered("list", family.roster_form.path, family.roster_form.title, ("xlsx",))


def _document(document: Document) -> Offered:
    layouts = (each.layouts(language) for each in document.printed for language in document.languages)
    formats = tuple(sorted({suffix for found in layouts for suffix in found}))
    title = document.title.get("nl", document.name)
    if document.choices:
        title += f" (kiest uit {enumerate_words([each.name for each in document.choices])})"
    return Offered("document", document.path, title, formats, document.languages)
