"""LibreOffice: is it there, which version, and Word files to PDFs, many in one run, with PDF/UA switched on."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docgen.errors import MissingProgramError

#: Seconds that a start and one document may take; far above what they do take.
_START, _EACH = 60, 20
_NAMES = ("soffice", "libreoffice")
_VERSION = re.compile(r"LibreOffice\s+(\d+(?:\.\d+)+)")
#: Options of its PDF filter; version 3 is PDF/A-3b.
_EXPORT = {
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "SelectPdfVersion": {"type": "long", "value": "3"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}


@dataclass(frozen=True)
class LibreOffice:
    """The program and its version; the version is empty when it does not tell."""

    program: str
    version: str


@lru_cache(maxsize=1)
def find_libreoffice() -> LibreOffice:
    """The LibreOffice of this machine; raises MissingProgramError when there is none."""
    program = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if program is None:
        message = "LibreOffice staat niet op deze computer; installeer het, of laat --pdf-engine libreoffice weg."
        raise MissingProgramError(message)
    said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=_START, check=False)  # noqa: S603 - found on the path
    found = _VERSION.search(said.stdout)
    return LibreOffice(program, found[1] if found else "")


def convert_to_pdf(documents: Sequence[bytes]) -> list[bytes | None]:
    """The PDF of each Word file, all made by one run with a profile of its own; None where none came out."""
    if not documents:
        return []
    program = find_libreoffice().program
    with tempfile.TemporaryDirectory(prefix="docgen-") as name:
        folder = Path(name)
        words = [folder / f"{number:05}.docx" for number in range(len(documents))]
        for path, data in zip(words, documents, strict=True):
            path.write_bytes(data)
        _run(program, folder, words)
        pdfs = [path.with_suffix(".pdf") for path in words]
        return [path.read_bytes() if path.is_file() else None for path in pdfs]


def _run(program: str, folder: Path, words: Sequence[Path]) -> None:
    export = f"pdf:writer_pdf_Export:{json.dumps(_EXPORT)}"
    # A profile of its own: with that of the user it would hand the work to a LibreOffice that is open, and end at once.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    order = [program, profile, "--headless", "--norestore", "--convert-to", export, "--outdir", str(folder)]
    seconds = _START + _EACH * len(words)
    try:
        subprocess.run([*order, *map(str, words)], capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own files
    except subprocess.TimeoutExpired:
        return
