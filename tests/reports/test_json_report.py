"""The json report: its keys are a promise to other programs."""

from __future__ import annotations

import json

from docgen.reports.json_report import report_json
from made_report import make_complete, make_report

FINDING_KEYS = {
    "rule", "severity", "key", "place", "message", "found", "expected", "remedy", "source", "decision",
    "change", "for_desk",
}  # fmt: skip
DOSSIER_KEYS = [
    "dossier", "verdict", "findings", "in_order", "files", "record", "subject", "reference", "language", "solved",
]  # fmt: skip


def test_the_report_says_version_peildatum_and_every_dossier_in_order():
    report = report_json(make_report())
    assert list(report) == ["docgen", "peildatum", "dossiers"]
    assert (report["docgen"], report["peildatum"]) == ("9.9.9", "2026-11-03")
    assert [(d["dossier"], d["verdict"]) for d in report["dossiers"]] == [
        ("proefsteen <anna>", "onvolledig"),
        ("voorbeeld-zoe", "volledig"),
        ("testman-bo", "na-te-kijken"),
        ("leeg", "onleesbaar"),
    ]


def test_every_dossier_and_finding_has_every_key():
    for dossier in report_json(make_report())["dossiers"]:
        assert list(dossier) == DOSSIER_KEYS
        assert all(set(finding) == FINDING_KEYS for finding in dossier["findings"])


def test_a_finding_carries_place_source_and_values():
    finding = report_json(make_report())["dossiers"][0]["findings"][0]
    assert finding == {
        "rule": "vier-contactmomenten",
        "severity": "blokkerend",
        "key": "contactmomenten",
        "place": "formulier.xlsx, Verantwoording!B20",
        "message": "Er tellen 3 contactmomenten mee; er zijn er minstens vier nodig.",
        "found": "3 contactmomenten",
        "expected": "minstens 4 contactmomenten",
        "remedy": "Vul een vierde contactmoment in, met datum en aanwezigheid.",
        "source": {
            "document": "handleiding",
            "section": "7.1",
            "sentence": "minimaal vier contactmomenten",
            "ruling": None,
        },
        "decision": None,
        "change": None,
        "for_desk": False,
    }


def test_a_decision_stands_with_its_finding_and_a_ruling_with_its_source():
    decided, info = report_json(make_report())["dossiers"][1]["findings"]
    assert decided["source"] is None
    assert decided["decision"] == {
        "rule": "rl1-ambt",
        "dossier": "*",
        "who": "Ann Voorbeeld",
        "when": "2026-10-01",
        "why": "het oude ambt telt mee <volgens> de nota",
        "until": "2026-12-31",
    }
    assert info["source"]["ruling"] == "Een periode telt beide uiterste dagen mee."


def test_the_record_is_nested_with_iso_dates_and_null_where_nothing_stands():
    complete, unreadable = (report_json(make_report())["dossiers"][n] for n in (1, 3))
    assert unreadable["record"] is None
    assert complete["record"]["startdatum"] == "2025-09-01"
    assert complete["record"]["contactmomenten"][0]["thema"] == "bijwonen en bespreken van een les"
    assert complete["record"]["einddatum"] is None


def test_rules_with_only_information_are_in_order_and_files_have_their_hash():
    complete = report_json(make_report())["dossiers"][1]
    assert complete["in_order"] == ["vier-contactmomenten", "korte-waarneming"]
    assert complete["files"][0] == {
        "name": "formulier.xlsx",
        "kind": "verantwoordingsdocument",
        "sha256": "a" * 64,
        "part": None,
    }


def test_the_report_is_plain_data():
    report = report_json(make_report())
    assert json.loads(json.dumps(report)) == report
    assert len(report["dossiers"][1]["findings"]) == len(make_complete().findings)
