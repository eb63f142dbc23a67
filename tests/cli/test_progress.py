"""The counter of a batch: on a terminal, and nowhere else."""

from __future__ import annotations

import io

import pytest

from docgen.cli.progress import show_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("expected", "stream"), [("\r1 van 2\r2 van 2\n", Terminal()), ("", io.StringIO())])
def test_a_batch_is_counted_on_a_terminal_only(expected: str, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stderr", stream)
    show = show_progress()
    show(1, 2)
    show(2, 2)
    assert expected == stream.getvalue()
