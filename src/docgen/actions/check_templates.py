"""Check templates before anything is made with them: every fault at once, with its place and a suggestion."""

from __future__ import annotations

import copy
import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from docgen.actions.confidential import REFERENCE
from docgen.actions.word_templates import ready_template
from docgen.catalogue import DESCRIPTION, find_documents
from docgen.errors import DocgenError, SetupError, WrongUseError
from docgen.families.discover import find_families
from docgen.model.document import Document, TemplateFault
from docgen.shipped import find_shipped

SUFFIXES = ("docx", "typ")
#: A designed page stops at its first fault; it is tried again this often with the missing name put in.
MOST_TRIES = 25
#: The day on which a page is tried; it is printed nowhere.
_TRIAL_DAY = date(2026, 1, 1)
_MISSING = re.compile(r"de naam “([^”]+)” bestaat niet")


@dataclass(frozen=True)
class CheckedTemplate:
    """One template file with its faults as whole Dutch sentences; none when it can be used."""

    path: Path
    faults: tuple[str, ...]


def find_document(path: str, own: Path | None = None) -> Document:
    """The document named ``family/name``; raises WrongUseError with the nearest name."""
    documents = find_documents(own)
    if (document := documents.get(path.strip().lower())) is not None:
        return document
    same = [known for known in documents if known.endswith(f"/{path.strip().lower()}")]
    close = same or difflib.get_close_matches(path, documents, 1)
    hint = f"bedoelt u {' of '.join(f'“{each}”' for each in close)}?" if close else f"er is {', '.join(documents)}."
    message = f"“{path}” is geen document; {hint}"
    raise WrongUseError(message)


def check_document(document: Document, templates: Sequence[Path]) -> tuple[CheckedTemplate, ...]:
    """The templates of a document, tried with the complete example of each context that they print."""
    samples = _find_samples(document)
    return tuple(
        CheckedTemplate(
            path, tuple(dict.fromkeys(f for sample in samples for f in _find_faults(document, path, sample)))
        )
        for path in templates
    )


def check_paths(paths: Sequence[Path], document: str | None = None) -> tuple[CheckedTemplate, ...]:
    """Every template behind the paths (files, or folders with templates in them); also what a PDF of it would lose.

    `document` names the document that a template outside its ``family/document`` folder belongs to.
    Raises WrongUseError when there is no template at all.
    """
    found = [template for path in paths for template in _find_templates(path)]
    if not found:
        message = f"Er is geen sjabloon (.docx of .typ) gevonden in {', '.join(str(path) for path in paths)}."
        raise WrongUseError(message)
    return tuple(_check_path(path, document) for path in found)


def _check_path(path: Path, named: str | None) -> CheckedTemplate:
    try:
        document = find_document(named) if named else _document_of(path)
        checked = check_document(document, [path])[0]
        return replace(checked, faults=(*checked.faults, *_find_lost(document, path)))
    except SetupError as error:
        return CheckedTemplate(path, (str(error),))


def _find_templates(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(p for suffix in SUFFIXES for p in path.rglob(f"*.{suffix}") if not p.name.startswith(("~$", ".")))
    if not path.is_file():
        message = f"“{path}” bestaat niet; geef een sjabloon of een map met sjablonen."
        raise WrongUseError(message)
    if path.suffix.lower().lstrip(".") not in SUFFIXES:
        message = f"“{path}” is geen sjabloon; een sjabloon eindigt op .docx of .typ."
        raise WrongUseError(message)
    return [path]


def _document_of(path: Path) -> Document:
    """The document in whose ``family/document`` folder the template lies."""
    folder = path.resolve().parent
    name, root = f"{folder.parent.name}/{folder.name}", folder.parents[1]
    own = None if root == find_shipped("templates").resolve() else root
    shipped = find_documents()
    if name in shipped or (folder / DESCRIPTION).is_file():
        return find_documents(own)[name]
    message = (
        f"“{path}” ligt niet in een map van een document; leg het in <familie>/<document>/ "
        f"of noem het document met --document, bijvoorbeeld {next(iter(shipped))}."
    )
    raise WrongUseError(message)


def _find_samples(document: Document) -> tuple[Mapping[str, Any], ...]:
    family = find_families().get(document.family)
    samples = family.samples if family else {}
    if missing := [context for context in document.contexts if context not in samples]:
        known = ", ".join(samples if family else find_families())
        message = f"Het document {document.path} vraagt “{missing[0]}”, maar dat bestaat niet; gekend: {known}."
        raise SetupError(message)
    return tuple(samples[context] for context in document.contexts)


def _find_faults(document: Document, template: Path, sample: Mapping[str, Any]) -> Iterator[str]:
    try:
        document.fill_file_name(_name_values(document, sample))
    except SetupError as error:
        yield str(error)
    yield from _CHECKS[template.suffix.lower()](template, sample)


def _name_values(document: Document, sample: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the file name may hold: of a confidential document its reference only."""
    return {REFERENCE: "R-1"} if find_families()[document.family].confidential else sample


def _check_docx(template: Path, sample: Mapping[str, Any]) -> Iterator[str]:
    from docgen.formats.docx.template import check_template  # noqa: PLC0415 - heavy library

    try:
        faults = check_template(template.read_bytes(), sample, ready_template)
    except SetupError as error:
        message = f"{template}: {error}"
        raise SetupError(message) from error
    for fault in faults:
        yield f"{template}, {_place(fault)}: {fault.message}"


def _find_lost(document: Document, template: Path) -> Iterator[str]:
    """What the PDF cannot show of a Word template that has no designed page beside it."""
    language = template.stem if template.stem in document.languages else document.languages[0]
    if template.suffix.lower() != ".docx" or document.template(language, "typ"):
        return
    from docgen.formats.docx.inspect import find_unsupported  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.fonts import find_fonts  # noqa: PLC0415 - heavy library

    own = template.resolve().parents[2] / "fonts"
    for fault in find_unsupported(template.read_bytes(), find_fonts(own if own.is_dir() else None)):
        yield f"{template}, {_place(fault)}: {fault.message}"


def _place(fault: TemplateFault) -> str:
    words = f" (“{fault.words}”)" if fault.words else ""
    return f"{fault.part}, alinea {fault.paragraph}{words}"


def _check_page(template: Path, sample: Mapping[str, Any]) -> Iterator[str]:
    """Try the designed page; a missing name is put in and the page tried again, until all of them are known."""
    from docgen.formats.pdf.render import Imprint, render_pdf  # noqa: PLC0415 - heavy library

    values = copy.deepcopy(dict(sample))
    for _ in range(MOST_TRIES):
        try:
            render_pdf(template, values, {}, meta=Imprint("Sjabloon", template.stem[:2], _TRIAL_DAY))
        except DocgenError as error:
            missing = _MISSING.search(str(error))
            yield _suggest(str(error), missing[1], sample) if missing else str(error)
            if missing is None:
                return
            _put_everywhere(values, missing[1])
        else:
            return


def _suggest(sentence: str, name: str, sample: Mapping[str, Any]) -> str:
    close = difflib.get_close_matches(name, list(_names(sample)), 1)
    return (
        f"{sentence.rstrip('.').removesuffix('; verbeter het sjabloon')}; bedoelt u “{close[0]}”?"
        if close
        else sentence
    )


def _names(value: Any) -> Iterator[str]:  # noqa: ANN401 - plain data
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield key
            yield from _names(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _names(inner)


def _put_everywhere(value: Any, name: str) -> None:  # noqa: ANN401 - plain data
    if isinstance(value, dict):
        for inner in list(value.values()):
            _put_everywhere(inner, name)
        value.setdefault(name, "x")
    elif isinstance(value, list | tuple):
        for inner in value:
            _put_everywhere(inner, name)


_CHECKS: Mapping[str, Callable[[Path, Mapping[str, Any]], Iterator[str]]] = {".docx": _check_docx, ".typ": _check_page}
