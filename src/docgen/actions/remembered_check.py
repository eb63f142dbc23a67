"""What corrections that come back remember: the check they were written for, and the files docgen added to them.

They come back as the folder they were, in a folder of another name, as one zip, or as attachments of an e-mail.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from docgen.actions.collect_dossiers import Dossier
from docgen.actions.read_dossier import name_files, read_dossier, read_regular_file
from docgen.actions.read_report import is_report, parse_report
from docgen.errors import UnreadableFileError
from docgen.model.report import DossierReport

#: What the corrections of one dossier remember of the check, and the key of the files docgen added to them.
MEMORY, OWN_FILES = "nazicht.json", "own_files"
#: No other files are ever added: a memory that names more may not hide what the sender sent.
_ADDED = re.compile(r"brief\.(?:txt|html)|[^/\\]+-(?:opmerkingen|remarques)\.pdf")
_BUNDLES = (".zip", ".eml", ".msg")
_MAX_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True)
class Remembered:
    """One memory: the names, within the dossier, of the files that docgen added, and its part of the report."""

    own: frozenset[str]
    report: Any

    @property
    def before(self) -> tuple[DossierReport, ...]:
        """The dossier as it was found before, or those of one list; none where that cannot be told."""
        try:
            return tuple(parse_report(self.report, None))
        except UnreadableFileError:
            return ()


def find_memories(dossier: Dossier) -> tuple[Remembered, ...]:
    """Every memory among the files of a dossier; most dossiers hold none, which costs no more than their names."""
    return tuple(_read(dossier)) if _may_remember(dossier) else ()


def read_json(data: bytes) -> Any:  # noqa: ANN401 - parsed json
    """The parsed json; raises UnreadableFileError for what is none."""
    try:
        return json.loads(data) if len(data) <= _MAX_BYTES else None
    except (ValueError, RecursionError) as error:
        message = "is geen json-bestand"
        raise UnreadableFileError(message) from error


def _may_remember(dossier: Dossier) -> bool:
    for name, path in name_files(dossier):
        lower = name.lower()
        if lower.rpartition("/")[2] == MEMORY or lower.endswith(_BUNDLES[1:]):
            return True
        if lower.endswith(_BUNDLES[0]) or not path.suffix:
            try:
                if MEMORY.encode() in read_regular_file(path):  # a zip names its files as they are
                    return True
            except UnreadableFileError:
                continue
    return False


def _read(dossier: Dossier) -> Iterator[Remembered]:
    for file in read_dossier(replace(dossier, leave_out_names=frozenset())):
        folder, slash, name = file.name.rpartition("/")
        if name != MEMORY or file.data is None:
            continue
        try:
            found = read_json(file.data)
        except UnreadableFileError:
            continue
        if is_report(found) and isinstance(found.get(OWN_FILES), list):
            yield Remembered(frozenset(f"{folder}{slash}{each}" for each in (MEMORY, *_added(found))), found)


def _added(memory: Mapping[str, Any]) -> Iterator[str]:
    return (name for name in memory[OWN_FILES] if isinstance(name, str) and _ADDED.fullmatch(name))
