"""The manifest beside the documents: which file is which document, with its checksum; it holds no value of any field.

One json object a line: ``file``, ``sha256``, ``document``, ``subject`` (a digest), ``number``, ``status`` (``made`` or
``refused``), ``rules``. The lines of other documents in the same folder are kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from docgen.actions.write_file import write_file

NAME = "manifest.jsonl"
MADE, REFUSED = "made", "refused"


@dataclass(frozen=True)
class Line:
    """What the manifest says of one file, or of a document that was refused (then without file)."""

    document: str
    subject: str
    status: str
    file: str | None = None
    sha256: str | None = None
    number: str | None = None
    rules: tuple[str, ...] = ()


def read_manifest(folder: Path) -> tuple[Line, ...]:
    """The lines of the folder's manifest; a line that is not ours is skipped."""
    try:
        text = (folder / NAME).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(line for raw in text.splitlines() if (line := _parse(raw)) is not None)


def write_manifest(folder: Path, before: Iterable[Line], now: Sequence[Line], documents: Collection[str] = ()) -> Path:
    """Write the folder's manifest: the files and other documents that were there before, then this run.

    `documents` are those that the run could have made: what was refused of them before is not kept.
    """
    documents = {*documents, *(line.document for line in now)}
    renewed = {(line.document, line.file) for line in now}
    kept = [
        line
        for line in before
        if (line.document, line.file) not in renewed and (line.status == MADE or line.document not in documents)
    ]
    text = "".join(json.dumps(asdict(line), ensure_ascii=False) + "\n" for line in (*kept, *now))
    return write_file(folder / NAME, text.encode())


def hash_bytes(data: bytes) -> str:
    """The SHA-256 as the manifest and the register write it."""
    return hashlib.sha256(data).hexdigest()


class Places:
    """Which file name each document gets in the output folder, so that nothing of anybody else is ever replaced.

    A name is free when nothing stands there, when the very same bytes do, or when the manifest says that it is this
    document and nobody changed it since.
    """

    def __init__(self, folder: Path, lines: Iterable[Line]) -> None:
        self._folder = folder
        self._ours: Mapping[str, Line] = {line.file.casefold(): line for line in lines if line.file}
        self._there = {name.casefold() for name in _list(folder)}
        self._taken = {NAME}

    def choose(self, names: Iterable[str], subject: str, data: bytes) -> str:
        """The first of the names that is free for this document."""
        free = next(name for name in names if self._is_free(name, subject, data))
        self._taken.add(free.casefold())
        return free

    def _is_free(self, name: str, subject: str, data: bytes) -> bool:
        if (key := name.casefold()) in self._taken:
            return False
        return key not in self._there or self._is_its_own(name, subject, data)

    def _is_its_own(self, name: str, subject: str, data: bytes) -> bool:
        path = self._folder / name
        if not path.is_file() or path.is_symlink():  # writing through a link would replace a file elsewhere
            return False
        there = hash_bytes(path.read_bytes())
        line = self._ours.get(name.casefold())
        return there == hash_bytes(data) or (line is not None and (line.subject, line.sha256) == (subject, there))


def _list(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError:
        return []


def _parse(raw: str) -> Line | None:
    try:
        fields = json.loads(raw)
        # A line with other fields than ours raises TypeError, and is skipped like one that is no json.
        return Line(**{**fields, "rules": tuple(fields.get("rules", ()))})
    except (ValueError, TypeError, AttributeError):
        return None
