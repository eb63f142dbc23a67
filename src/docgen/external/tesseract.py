"""Run tesseract, where it is installed, over a picture of a page; what it recognises comes back as its own table."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import lru_cache

#: Seconds: a page takes two or three.
_EACH = 60
#: Languages of the papers that arrive, those of them that are installed are used.
_LANGUAGES = ("nld", "fra", "eng")
_FEW_THREADS = {"OMP_THREAD_LIMIT": "2"}


@lru_cache(maxsize=1)
def find_tesseract() -> str | None:
    """The program, when it is installed with at least one of the languages."""
    program = shutil.which("tesseract")
    return program if program and _languages(program) else None


def read_table(png: bytes, dpi: int) -> str:
    """What tesseract recognises on a page, as tab-separated rows, a word each; empty when it fails."""
    program = find_tesseract()
    if program is None:
        return ""
    order = [program, "stdin", "stdout", "-l", _languages(program), "--dpi", str(dpi), "--psm", "4", "tsv"]
    try:
        said = subprocess.run(  # noqa: S603 - found on the path
            order, input=png, capture_output=True, timeout=_EACH, check=False, env=os.environ | _FEW_THREADS
        )
    except subprocess.TimeoutExpired:
        return ""
    return said.stdout.decode("utf-8", "replace") if said.returncode == 0 else ""


@lru_cache(maxsize=1)
def _languages(program: str) -> str:
    said = subprocess.run([program, "--list-langs"], capture_output=True, timeout=_EACH, check=False)  # noqa: S603
    installed = said.stdout.decode("utf-8", "replace").split()
    return "+".join(language for language in _LANGUAGES if language in installed)
