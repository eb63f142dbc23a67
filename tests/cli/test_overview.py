"""The overview of a check on the terminal."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from docgen.cli.overview import plain_lines, print_overview
from docgen.model.family import Family
from docgen.model.report import DossierReport, Report
from docgen.model.rule import Verdict
from made_report import PEILDATUM, make_complete, make_report

TESTS = Path(__file__).parents[1]
PRINT = """
from made_report import make_report
from docgen.cli.overview import print_overview
print_overview(make_report())
"""


def test_the_first_line_says_how_many_are_complete_and_those_that_are_not_come_first():
    lines = list(plain_lines(make_report()))
    assert lines[0] == "1 van de 4 dossiers is volledig; 1 onvolledig, 1 na te kijken en 1 onleesbaar."
    assert [line for line in lines[1:] if line and not line.startswith(" ")] == [
        "ONVOLLEDIG  proefsteen <anna> (Anna Proefsteen)",
        "NA TE KIJKEN  testman-bo (Bo Testman)",
        "ONLEESBAAR  leeg",
        "VOLLEDIG  voorbeeld-zoe (Zoë Voorbeeld-d’Hondt)",
    ]


def test_what_blocks_stands_with_its_place_and_remedy():
    assert (
        "  - houdt het dossier tegen: Er tellen 3 contactmomenten mee; er zijn er minstens vier nodig. "
        "(formulier.xlsx, Verantwoording!B20) Vul een vierde contactmoment in, met datum en aanwezigheid."
        in plain_lines(make_report())
    )


def test_a_decided_finding_is_printed_with_its_decision():
    decided = [line for line in plain_lines(make_report()) if line.startswith("  - beslist")]
    assert len(decided) == 1
    assert "Beslist door Ann Voorbeeld op 1 oktober 2026" in decided[0]


def run(*, terminal: bool) -> str:
    environment = {**os.environ, "PYTHONPATH": str(TESTS), "COLUMNS": "80", "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    if not terminal:
        done = subprocess.run([sys.executable, "-c", PRINT], env=environment, capture_output=True, check=True)
        return done.stdout.decode("utf-8")
    ours, theirs = pty.openpty()
    process = subprocess.Popen([sys.executable, "-c", PRINT], env=environment, stdout=theirs)
    os.close(theirs)
    text = b""
    try:
        while part := os.read(ours, 65536):
            text += part
    except OSError:  # Linux ends a closed terminal with EIO
        pass
    finally:
        os.close(ours)
    assert process.wait() == 0
    return text.decode("utf-8").replace("\r\n", "\n")


def test_a_pipe_gets_the_plain_lines():
    assert run(terminal=False).splitlines() == list(plain_lines(make_report()))


def test_complete_dossiers_of_which_nothing_is_told_form_one_list():
    plain = replace(make_complete(), outcomes=())
    lines = list(plain_lines(Report("1", PEILDATUM, (plain, replace(plain, name="an"), replace(plain, name="bo")))))
    assert [line.partition("  ")[0] for line in lines[1:]] == ["", "VOLLEDIG", "VOLLEDIG", "VOLLEDIG"]


class Terminal(io.StringIO):
    """Somebody watches."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_what_blocks_what_asks_attention_and_what_was_decided(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    print_overview(make_report())
    text = re.sub(r"\x1b\[[0-9;]*m", "", screen.getvalue())
    assert "    ✗ Er tellen 3 contactmomenten mee" in text
    assert "    ! “foto.jpg” is een foto of schermafdruk." in text
    assert "(foto.jpg)" not in text
    assert "    ✓ De RL1 noemt een ander ambt" in text


def test_a_terminal_of_80_columns_gets_colour_and_no_longer_line():
    text = run(terminal=True)
    assert "\x1b[" in text
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert max(map(len, plain.splitlines())) <= 80
    assert "✗ onvolledig  proefsteen <anna> (Anna Proefsteen)" in plain
    assert "→ Vul een vierde contactmoment in" in plain
    assert "✓ De RL1 noemt een ander ambt" in plain


def test_dossiers_of_several_families_get_a_line_for_each(made_families: Mapping[str, Family]):
    shop = DossierReport("W-1", made_families["winkels"].name, Verdict.COMPLETE, (), ())
    unread = replace(shop, name="weg", family="", verdict=Verdict.UNREADABLE)
    lines = list(plain_lines(Report("1", PEILDATUM, (make_complete(), shop, shop, unread))))
    assert lines[:3] == [
        "Niet gelezen: het dossier is onleesbaar.",
        "Jobtraining van (adjunct-)directeurs en coördinatoren: het dossier is volledig.",
        "Winkels: alle 2 dossiers zijn volledig.",
    ]
