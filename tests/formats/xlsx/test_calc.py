"""LibreOffice Calc opens our forms in Dutch and in English, is typed in, and saves them: the record is the same."""

import io
import json
import subprocess
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.xlsx.blank import make_blank
from docgen.formats.xlsx.filled import read_filled
from docgen.model.form import Kind, Question
from docgen.model.record import Prefill, Value, flatten_record, read_record
from programs import need
from workbooks import cell_of

HOSTILE = ("<b> & ]]>", "=1+1", "{{ x }}", "Łoś–D’Hoore “€”", "שלום", "😀 👩‍🏫", "a  b", "-rf", "_x0041_", "1/2", "007")


def value_for(number: int, question: Question) -> Value:
    if question.kind is Kind.DATE:
        return date(2025, 9, 1) + timedelta(days=number)
    if question.kind is Kind.CHOICE:
        return question.choices[number % len(question.choices)]
    text = f"{HOSTILE[number % len(HOSTILE)]} {number}"
    return f"{text}\ntweede regel" if question.kind is Kind.LONG_TEXT else text


EVERYTHING = {key: value_for(number, question) for number, (key, question) in enumerate(FORM.questions.items())}
BLANK, FULL = make_blank(FORM, Prefill()), make_blank(FORM, Prefill(EVERYTHING, reference="R-1"))
FREE = make_blank(FORM, Prefill(EVERYTHING, locked=False))
ROW = {key: cell_of(openpyxl.load_workbook(io.BytesIO(BLANK)), key).row for key in FORM.questions}
#: What is typed for 7 September 2011: in English Calc the way that the form's error text advises.
TYPED_DATE = {"nl-BE": "7/9/2011", "en-US": "2011-09-07"}


def jobs(folder: Path, locale: str) -> list[dict[str, object]]:
    typed = [
        ["type_text", "naam_deelnemer", "Proef Persoon"],
        ["type_text", "mentor_functie", "007"],
        ["type_text", "startdatum", TYPED_DATE[locale]],
        ["type_text", "contactmomenten__1__datum", TYPED_DATE[locale]],
        ["type_text", "contactmomenten__1__begeleider", "mentor"],
        ["type_text", "contactmomenten__20__thema", "eigen thema"],
        ["type_text", "initiatieven__10__aanwezigheid", "ja"],
        ["type_text", "initiatieven__10__opmerkingen", "=1+1"],
        ["type_text", "handtekening_mentor", "Mevrouw Mentor"],
    ]
    inserted = ROW["contactmomenten__3__datum"]
    changed = [
        ["unprotect"],
        ["insert_row", inserted],
        ["type_at", f"B{inserted}", TYPED_DATE[locale]],
        ["type_at", f"E{inserted}", "tussenin"],
        ["move_row", inserted + 1, 100],
    ]
    reordered = [
        ["unprotect"],
        ["sort_rows", ROW["contactmomenten__1__datum"], ROW["contactmomenten__20__datum"], 1],
        ["drop_hidden_sheets"],
        ["name_sheets", "Blad van 'Ann'", "Kladblad"],
    ]
    startdatum = f"F{ROW['startdatum']}"
    return [
        {"source": str(folder / source), "out": str(folder / out), "steps": steps, "show": [startdatum]}
        for source, out, steps in (
            ("blank.xlsx", "typed.xlsx", typed),
            ("full.xlsx", "saved.xlsx", []),
            ("free.xlsx", "changed.xlsx", changed),
            ("free.xlsx", "reordered.xlsx", reordered),
        )
    ]


@pytest.fixture(scope="module", params=["nl-BE", "en-US"])
def calc(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """The forms as Calc saved them, and what it showed beside the date."""
    need("soffice")
    folder = tmp_path_factory.mktemp("calc")
    (folder / "blank.xlsx").write_bytes(BLANK)
    (folder / "full.xlsx").write_bytes(FULL)
    (folder / "free.xlsx").write_bytes(FREE)
    (folder / "jobs.json").write_text(json.dumps(jobs(folder, request.param)))
    script = Path(__file__).with_name("type_in_calc.py")
    command = [python_of_calc(), script, folder / "profile", request.param, folder / "jobs.json"]
    answer = subprocess.run(command, check=True, capture_output=True, timeout=240)
    shown = [next(iter(cells.values())) for cells in json.loads(answer.stdout)]
    return {name: (folder / f"{name}.xlsx").read_bytes() for name in ("typed", "saved", "changed", "reordered")} | {
        "shown": shown
    }


def python_of_calc() -> str:
    """A Python that can steer Calc: the system's own, not the one of the tests."""
    for path in ("/usr/bin/python3", "/usr/lib/libreoffice/program/python"):
        command = [path, "-c", "import uno"]
        if Path(path).exists() and subprocess.run(command, check=False, capture_output=True).returncode == 0:
            return path
    return need("python-with-uno")


def read(data: bytes):
    raw = read_filled(data, "a.xlsx", [FORM])
    assert raw is not None
    return read_record(FORM, raw, "a.xlsx")


def test_what_is_typed_in_calc_is_read(calc):
    reading = read(calc["typed"])
    assert {
        "naam_deelnemer": "Proef Persoon",
        "mentor_functie": "007",
        "startdatum": date(2011, 9, 7),
        "contactmomenten__1__datum": date(2011, 9, 7),
        "contactmomenten__1__begeleider": "mentor",
        "contactmomenten__1__thema": "school organisatorisch",
        "contactmomenten__20__thema": "eigen thema",
        "initiatieven__10__aanwezigheid": "ja",
        "initiatieven__10__opmerkingen": "=1+1",
        "handtekening_mentor": "Mevrouw Mentor",
    } == flatten_record(reading.record)
    assert ((), FORM.identity()) == (reading.problems, reading.identity)


def test_the_date_is_echoed_in_dutch_words_while_typing(calc):
    assert "7 september 2011" == calc["shown"][0]


def test_a_full_form_that_calc_saved_is_the_same_record(calc):
    expected, reading = read(FULL), read(calc["saved"])
    assert (expected.record, (), "R-1") == (reading.record, reading.problems, reading.identity.reference)
    assert {key: expected.place(key).spot for key in FORM.questions} == {
        key: reading.place(key).spot for key in FORM.questions
    }


def test_a_row_inserted_and_a_row_moved_in_calc_are_read(calc):
    expected, reading = flatten_record(read(FULL).record), read(calc["changed"])
    added = {"contactmomenten__21__datum": date(2011, 9, 7), "contactmomenten__21__thema": "tussenin"}
    assert expected | added == flatten_record(reading.record)
    assert ((), "Verantwoordingsdocument!B100") == (reading.problems, reading.place("contactmomenten__3__datum").spot)


def test_a_sorted_table_in_a_renamed_sheet_without_the_hidden_ones_is_the_same_record(calc):
    before, after = read(FREE).record, read(calc["reordered"])
    assert tuple(reversed(before.contactmomenten)) == after.record.contactmomenten
    assert before.model_copy(update={"contactmomenten": ()}) == after.record.model_copy(update={"contactmomenten": ()})
    assert [("onzekere-lezing", None)] == [(problem.rule, problem.key) for problem in after.problems]
