"""``docgen list``: one plain line each in a pipe, a table on a terminal."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.cli import main


def lines() -> list[list[str]]:
    result = CliRunner().invoke(main, ["list"])
    assert 0 == result.exit_code
    return [line.split("\t") for line in result.stdout.splitlines()]


def test_every_family_form_list_and_document_has_one_line_of_four_columns():
    found = lines()
    assert {4} == {len(line) for line in found}
    assert ["familie", "jobtraining"] in [line[:2] for line in found]
    assert ["formulier", "jobtraining/verantwoordingsdocument", "xlsx,pdf,docx"] in [line[:3] for line in found]
    assert ["lijst", "jobtraining/inschrijving", "xlsx"] in [line[:3] for line in found]
    assert ["document", "jobtraining/certificaat", "docx,pdf"] in [line[:3] for line in found]


def test_a_document_of_ones_own_is_listed_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "sjablonen" / "jobtraining" / "uitnodiging"
    folder.mkdir(parents=True)
    description = 'title = {nl = "Uitnodiging"}\ncontext = "certificaat"\nfile_name = "uitnodiging"\n'
    (folder / "document.toml").write_text(description, encoding="utf-8")
    (folder / "nl.docx").write_bytes(b"PK")
    (tmp_path / "docgen.toml").write_text('[paden]\nsjablonen = "sjablonen"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert ["document", "jobtraining/uitnodiging", "docx,pdf", "Uitnodiging"] in lines()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("width", ["80", "100", "140"])
def test_the_table_never_cuts_a_name_or_a_heading(monkeypatch: pytest.MonkeyPatch, width: str):
    shown = Terminal()
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.setattr("sys.stdout", shown)
    main(["list"], standalone_mode=False)
    assert "jobtraining/verantwoordingsdocument " in shown.getvalue()
    assert "…" not in shown.getvalue()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
def test_on_a_terminal_it_is_a_table():
    import pty  # noqa: PLC0415 - not on Windows

    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-m", "docgen", "list"], stdout=theirs, stderr=subprocess.PIPE) as program:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
    os.close(ours)
    assert (0, True) == (program.returncode, b"verantwoordingsdocument" in shown)
    assert "─".encode() in shown


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 4096)
    except OSError:  # Linux says so when the other end closed
        return b""
