"""Other programs that fill in Word letters, each in a process of its own that answers with its CPU time.

They are installed at the first use in ``benchmarks/peers``; one that cannot be is named with the reason.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

FOLDER = Path(__file__).parent / "peers"
RUST_DOCXTPL = "rust-docxtpl==0.1.2"
_VENV = FOLDER / ".venv"
_BIN = _VENV / ("Scripts" if sys.platform == "win32" else "bin")


class Peer:
    """One of them, waiting for letters."""

    def __init__(self, command: Sequence[str | Path], template: bytes, folder: Path) -> None:
        """Start it with this template; what it makes last lies in the folder."""
        source, self._last = folder / "template.docx", folder / "last.docx"
        source.write_bytes(template)
        words = [*map(str, command), str(source), str(self._last), str(FOLDER)]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def measure(self, letters: Sequence[Mapping[str, Any]]) -> float:
        """CPU milliseconds for one of these letters."""
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(letters), file=self._process.stdin, flush=True)
        return float(self._process.stdout.readline())

    def read_last(self) -> list[str]:
        """The words of the last letter, by paragraph."""
        return read_words(self._last.read_bytes())

    def close(self) -> None:
        """Let it end."""
        self._process.communicate(timeout=30)


@contextmanager
def start_peers(template: bytes) -> Iterator[dict[str, Peer]]:
    """The peers that could be installed, by name; the others are told."""
    peers: dict[str, Peer] = {}
    starts = {"easy_template_x": _start_easy_template_x, "rust_docxtpl": _start_rust_docxtpl}
    with tempfile.TemporaryDirectory() as folder:
        for name, start in starts.items():
            place = Path(folder) / name
            place.mkdir()
            try:
                peers[name] = start(template, place)
            except (OSError, subprocess.SubprocessError) as error:
                said = (getattr(error, "stderr", "") or str(error)).strip().splitlines()
                print(f"{name} is not measured, it could not be installed: {said[-1] if said else error}")
        yield peers
        for peer in peers.values():
            peer.close()


def read_words(word: bytes) -> list[str]:
    """The paragraphs of body, tables, header and footer that say something."""
    document = Document(BytesIO(word))
    section = document.sections[0]
    rooms = (document.element.body, section.header._element, section.footer._element)  # noqa: SLF001 - no public way
    texts = ["".join(t.text or "" for t in p.iter("{*}t")) for room in rooms for p in room.iter("{*}p")]
    return [text for text in texts if text.strip()]


def _start_easy_template_x(template: bytes, folder: Path) -> Peer:
    if not (FOLDER / "node_modules" / "easy-template-x").is_dir():
        _install(["npm", "install", "--no-audit", "--no-fund", "--silent"])
    return Peer(["node", FOLDER / "easy_template_x.mjs"], _translate(template), folder)


def _start_rust_docxtpl(template: bytes, folder: Path) -> Peer:
    if not _VENV.is_dir():
        venv.create(_VENV, with_pip=True)
    _install([str(_BIN / "python"), "-m", "pip", "install", "--quiet", RUST_DOCXTPL])
    return Peer([_BIN / "python", FOLDER / "rust_docxtpl.py"], template, folder)


def _install(command: Sequence[str]) -> None:
    subprocess.run(command, cwd=FOLDER, check=True, capture_output=True, text=True, timeout=300)


def _translate(template: bytes) -> bytes:
    """The same letter in the tags of easy-template-x."""
    word = Document(BytesIO(template))
    table = word.tables[0]
    for row in (table.rows[3], table.rows[1]):
        table._tbl.remove(row._tr)  # noqa: SLF001 - python-docx removes no rows
    first, last = table.rows[1].cells[0].paragraphs[0].runs[0], table.rows[1].cells[3].paragraphs[0].runs[0]
    first.text, last.text = f"{{#rijen}}{first.text}", f"{last.text}{{/rijen}}"
    section = word.sections[0]
    for room in (word.element.body, section.header._element, section.footer._element):  # noqa: SLF001 - as above
        for text in room.iter("{*}t"):
            text.text = _translate_tags(text.text or "")
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _translate_tags(text: str) -> str:
    text = text.replace("{%p if voorschot %}", "{#voorschot}").replace("{%p endif %}", "{/voorschot}")
    return text.replace("{{ rij.", "{").replace("{{ ", "{").replace(" }}", "}")
