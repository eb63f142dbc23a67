"""The files of a bundle: each document of a complete dossier once, on its own, under a clear name.

What arrived as a file of its own is taken over byte for byte. Pages are cut from a PDF that holds more, those of one
document in several files are put together; a file that must not be parted stands once, under the names of all that it
holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.actions.file_names import make_file_name
from docgen.errors import SetupError, UnreadableFileError
from docgen.families.discover import find_families
from docgen.formats.kind import FileKind, recognise_kind
from docgen.formats.one_document import cut_document, join_pages
from docgen.model.joined_pictures import read_next
from docgen.model.parts import read_pages
from docgen.model.report import DossierReport, FileSeen
from docgen.reports.receipt import Bundled, BundledFile
from docgen.text import fold_tight

_SUFFIXES = {FileKind.XLSX: "xlsx", FileKind.DOCX: "docx", FileKind.PDF: "pdf"}


@dataclass(frozen=True)
class _Document:
    """One document: its new name without suffix, where it stands, and the files with its further pages."""

    stem: str
    seen: FileSeen
    further: tuple[FileSeen, ...] = ()

    @property
    def sources(self) -> tuple[FileSeen, ...]:
        """The files it stands in."""
        return (self.seen, *self.further)


def make_bundle(checked: DossierReport, data: Mapping[str, bytes]) -> tuple[dict[str, bytes], tuple[BundledFile, ...]]:
    """The files of the bundle by name, and what the receipt says of each; `data` holds those of the dossier by name.

    Raises SetupError for a file that is no longer the one that was checked.
    """
    files, bundled, whole = dict[str, bytes](), list[BundledFile](), dict[str, list[_Document]]()
    for document in _choose(checked):
        originals = [_original(checked, seen, data) for seen in document.sources]
        made = _make(document, originals)
        if made is None:
            whole.setdefault(document.seen.sha256, []).append(document)
            continue
        name = f"{document.stem}.{_suffix(document.seen.name, made)}"
        files[name] = made
        how = Bundled.JOINED if document.further else Bundled.CUT if document.seen.part else Bundled.AS_IT_CAME
        bundled.append(BundledFile(name, document.sources, hashlib.sha256(made).hexdigest(), how))
    for documents in whole.values():
        first = documents[0].seen
        name = f"{'-'.join(each.stem for each in documents)}.{_suffix(first.name, data[first.name])}"
        files[name] = data[first.name]
        bundled.append(BundledFile(name, tuple(each.seen for each in documents), first.sha256, Bundled.TOGETHER))
    return files, tuple(sorted(bundled, key=lambda file: file.name))


def _make(document: _Document, originals: Sequence[bytes]) -> bytes | None:
    """The document as a file of its own; None where it cannot be parted from the others in its file."""
    try:
        if document.further:
            return join_pages([(data, _pages(seen)) for data, seen in zip(originals, document.sources, strict=True)])
        return cut_document(originals[0], read_pages(document.seen.part)) if document.seen.part else originals[0]
    except UnreadableFileError as error:
        message = f"“{document.seen.name}” {error}."
        raise SetupError(message) from error


def _pages(seen: FileSeen) -> tuple[int, ...]:
    """The pages of a file that the document takes; none where it takes all."""
    following = read_next(seen.part)
    return read_pages(following[1] if following else seen.part)


def _original(checked: DossierReport, seen: FileSeen, data: Mapping[str, bytes]) -> bytes:
    original = data.get(seen.name)
    if original is None or hashlib.sha256(original).hexdigest() != seen.sha256:
        message = f"“{seen.name}” van dossier “{checked.name}” is sinds het nazicht gewijzigd; kijk het opnieuw na."
        raise SetupError(message)
    return original


def _choose(checked: DossierReport) -> Iterator[_Document]:
    """The documents under their new names: ``2-rl1``, or ``2-rl1-1`` where there are more."""
    for number, kind in enumerate(find_families()[checked.family].upload, start=1):
        found = _of_kind(checked, kind)
        for copy, (seen, *further) in enumerate(found, start=1):
            yield _Document(f"{number}-{kind}" + (f"-{copy}" if len(found) > 1 else ""), seen, tuple(further))


def _of_kind(checked: DossierReport, kind: str) -> list[list[FileSeen]]:
    """The documents of a kind, each once, with its further pages; of forms only the one that was read."""
    of_kind = [file for file in checked.files if fold_tight(file.kind).startswith(fold_tight(kind))]
    unique = list({(file.sha256, file.part): file for file in reversed(of_kind)}.values())[::-1]
    following = [(file, goes_on[0]) for file in unique if (goes_on := read_next(file.part))]
    first = [file for file in unique if read_next(file.part) is None]
    judged = [file for file in first if file.label == checked.form] or first
    return [[file, *(page for page, before in following if before == file.name)] for file in judged]


def _suffix(name: str, data: bytes) -> str:
    found = _SUFFIXES.get(recognise_kind(data))
    return found or make_file_name([name.rpartition(".")[2].lower()], "x").removesuffix(".x")
