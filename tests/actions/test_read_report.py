"""The json report of a check read back: the same dossiers, findings and decisions that went in."""

from __future__ import annotations

import json
from typing import Any

import pytest

from docgen.actions.read_report import is_report, parse_report
from docgen.errors import UnreadableFileError
from docgen.families.jobtraining.context import CONTEXTS
from docgen.families.jobtraining.record import INSCHRIJVING, VERANTWOORDINGSDOCUMENT
from docgen.model.family import Family
from docgen.model.report import Report
from docgen.reports.json_report import report_json
from made_report import PEILDATUM, make_complete, make_incomplete, make_report

FAMILY = Family(
    "jobtraining",
    "Jobtraining",
    (INSCHRIJVING, VERANTWOORDINGSDOCUMENT),
    lambda _case: make_complete(),
    lambda _content: False,
    CONTEXTS,
)


def written() -> dict[str, Any]:
    return json.loads(json.dumps(report_json(make_report())))


def test_a_report_comes_back_as_it_was_written() -> None:
    back = parse_report(written(), FAMILY)
    again = report_json(Report("9.9.9", PEILDATUM, back))

    for before, after in zip(written()["dossiers"], again["dossiers"], strict=True):
        assert {**before, "in_order": sorted(before["in_order"])} == {**after, "in_order": sorted(after["in_order"])}
    assert [dossier.checked_on for dossier in back] == [PEILDATUM] * 4


def test_the_record_is_the_forms_own_again() -> None:
    incomplete, complete, *_ = parse_report(written(), FAMILY)

    assert complete.record == make_complete().record
    assert incomplete.record is None
    assert [(f.rule, f.severity, f.remedy, str(f.place)) for f in incomplete.open_findings] == [
        (f.rule, f.severity, f.remedy, str(f.place)) for f in make_incomplete().open_findings
    ]


@pytest.mark.parametrize("data", [[], {}, {"dossiers": []}, {"docgen": "1"}, "tekst", None])
def test_other_json_is_no_report(data: object) -> None:
    assert not is_report(data)


def test_a_report_says_that_it_is_one() -> None:
    assert is_report(written())


def spoil(key: str, value: object) -> dict[str, Any]:
    data = written()
    data["dossiers"][1][key] = value
    return data


@pytest.mark.parametrize(
    "data",
    [
        {"docgen": "1", "dossiers": []},
        {**written(), "peildatum": "vandaag"},
        spoil("verdict", "prima"),
        spoil("findings", [{"rule": "x"}]),
        spoil("record", {"naam": "x", "vreemd": 1}),
    ],
    ids=["no peildatum", "a word for a day", "another verdict", "half a finding", "another record"],
)
def test_a_report_that_was_changed_by_hand_is_told(data: dict[str, Any]) -> None:
    with pytest.raises(UnreadableFileError, match="docgen check"):
        parse_report(data, FAMILY)
