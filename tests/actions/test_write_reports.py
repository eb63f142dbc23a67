"""A report as files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.actions.collect_dossiers import Dossier
from docgen.actions.write_reports import refuse_report_paths, write_reports
from docgen.errors import SetupError, WrongUseError
from docgen.formats.xlsx.table import read_workbook
from docgen.model.report import Report
from docgen.reports.html import report_html
from docgen.reports.json_report import report_json
from made_report import PEILDATUM, make_incomplete, make_report

#: What a sender may get into a name: half a character, a control character, a formula.
HOSTILE = "=HYPERLINK(\ud83d\x00) \x1b[31m <&>"


def test_the_suffix_tells_the_kind(tmp_path):
    paths = [tmp_path / f"uit/verslag.{suffix}" for suffix in ("json", "HTML", "xlsx")]
    write_reports(make_report(), paths)
    assert json.loads(paths[0].read_bytes()) == report_json(make_report())
    assert paths[1].read_text(encoding="utf-8") == report_html(make_report())
    sheets = read_workbook(paths[2].read_bytes())
    assert [title for title, _ in sheets] == ["Dossiers", "Bevindingen", "In orde"]
    assert sheets[0][1][1][0] == "proefsteen <anna>"


def test_nothing_that_a_sender_typed_can_keep_a_report_from_being_written(tmp_path):
    dossier = replace(make_incomplete(), name=HOSTILE, subject=HOSTILE)
    paths = [tmp_path / f"verslag.{suffix}" for suffix in ("json", "html", "xlsx")]
    write_reports(Report("1", PEILDATUM, (dossier,)), paths)
    assert json.loads(paths[0].read_bytes())["dossiers"][0]["dossier"] == HOSTILE
    assert "=HYPERLINK(��) �[31m &lt;&amp;&gt;" in paths[1].read_text(encoding="utf-8")
    assert read_workbook(paths[2].read_bytes())[0][1][1][0] == "=HYPERLINK(��) �[31m <&>"


@pytest.mark.parametrize("name", ["verslag", "verslag.docx", "verslag.json.zip"])
def test_an_unknown_kind_of_report_is_refused(name):
    with pytest.raises(WrongUseError, match=r"moet eindigen op \.json, \.html, \.xlsx"):
        refuse_report_paths([Path(name)], [], [])


@pytest.mark.parametrize("name", ["lijst.xlsx", "an/verslag.json", "an/diep/verslag.json", "bo.html"])
def test_a_report_never_lands_on_or_among_what_is_read(tmp_path, name):
    (tmp_path / "an").mkdir()
    dossiers = [Dossier("an", tmp_path / "an"), Dossier("bo.html", tmp_path / "bo.html")]
    with pytest.raises(SetupError, match="tussen of over stukken"):
        refuse_report_paths([tmp_path / name], [tmp_path / "lijst.xlsx"], dossiers)


def test_a_report_may_lie_beside_the_dossiers(tmp_path):
    stray = Dossier("d", tmp_path, frozenset({tmp_path / "an"}), loose=True)
    refuse_report_paths([tmp_path / "verslag.json"], [], [Dossier("an", tmp_path / "an"), stray])
