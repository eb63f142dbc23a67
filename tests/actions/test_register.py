"""The register of numbers: unique, spent only on success, the same number again for the same subject."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from docgen.actions.number_pattern import Pattern
from docgen.actions.register import (
    FILE_NAME,
    Copy,
    Entry,
    Register,
    digest_subject,
    open_register,
    register_path,
)
from docgen.errors import SetupError
from docgen.settings import Certificaat, Paden, Settings

ON = date(2026, 7, 3)
DOCUMENT = "jobtraining/certificaat"
PATTERN = Pattern("JT-{jaar}-{volgnummer:05d}")


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(tmp_path / "map" / FILE_NAME, PATTERN)


def test_every_subject_gets_a_number_of_its_own_in_order(register: Register) -> None:
    entries = register.reserve(DOCUMENT, ["a", "b", "a"], ON)

    assert entries == {"a": Entry("JT-2026-00001", ON), "b": Entry("JT-2026-00002", ON)}


def test_the_same_subject_keeps_its_number_and_its_date(register: Register) -> None:
    register.reserve(DOCUMENT, ["a"], ON)
    register.confirm([Copy("JT-2026-00001", "pdf", "00")])

    assert register.reserve(DOCUMENT, ["a"], date(2027, 1, 1)) == {"a": Entry("JT-2026-00001", ON, confirmed=True)}
    assert register.find(DOCUMENT, ["a", "b"]) == {"a": Entry("JT-2026-00001", ON, confirmed=True)}


def test_another_document_of_the_same_subject_has_another_number(register: Register) -> None:
    first = register.reserve(DOCUMENT, ["a"], ON)["a"].number
    other = register.reserve("trajecten/certificaat", ["a"], ON)["a"].number

    assert (first, other) == ("JT-2026-00001", "JT-2026-00002")


def test_a_new_year_counts_from_one_again(register: Register) -> None:
    register.reserve(DOCUMENT, ["a"], ON)

    assert register.reserve(DOCUMENT, ["b"], date(2027, 1, 2))["b"].number == "JT-2027-00001"


def test_a_number_that_was_not_spent_goes_to_the_next_one(register: Register) -> None:
    register.reserve(DOCUMENT, ["a", "b"], ON)
    register.release(["JT-2026-00001"])

    assert register.reserve(DOCUMENT, ["c"], ON)["c"].number == "JT-2026-00001"


def test_a_spent_number_is_never_given_back(register: Register) -> None:
    register.reserve(DOCUMENT, ["a"], ON)
    register.confirm([Copy("JT-2026-00001", "pdf", "00")])
    register.release(["JT-2026-00001"])

    assert register.reserve(DOCUMENT, ["b"], ON)["b"].number == "JT-2026-00002"


def test_a_number_that_a_killed_batch_left_is_not_given_to_another(register: Register) -> None:
    register.reserve(DOCUMENT, ["a"], ON)
    resumed = register.reserve(DOCUMENT, ["a"], date(2026, 7, 4))
    register.release([resumed["a"].number])

    assert resumed["a"] == Entry("JT-2026-00001", ON)
    assert register.reserve(DOCUMENT, ["b"], ON)["b"].number == "JT-2026-00002"


def test_a_changed_pattern_skips_numbers_that_exist(tmp_path: Path) -> None:
    Register(tmp_path / FILE_NAME, Pattern("{volgnummer}")).reserve(DOCUMENT, list("abcdefghijk"), ON)
    changed = Register(tmp_path / FILE_NAME, Pattern("1{volgnummer}"))

    assert changed.reserve(DOCUMENT, ["l"], ON)["l"].number == "12"


def test_a_dry_register_tells_the_numbers_and_writes_nothing(register: Register) -> None:
    dry = Register(register.path, PATTERN, dry=True)

    assert [entry.number for entry in dry.reserve(DOCUMENT, ["a", "b"], ON).values()] == [
        "JT-2026-00001",
        "JT-2026-00002",
    ]
    assert not register.path.parent.exists()

    register.reserve(DOCUMENT, ["a"], ON)
    before = register.path.read_bytes()
    assert {s: e.number for s, e in dry.reserve(DOCUMENT, ["b", "a"], ON).items()} == {
        "a": "JT-2026-00001",
        "b": "JT-2026-00002",
    }
    dry.confirm([Copy("JT-2026-00001", "pdf", "00")])
    dry.release(["JT-2026-00001"])
    assert register.path.read_bytes() == before


def test_more_subjects_than_one_query_takes(register: Register) -> None:
    subjects = [str(number) for number in range(2000)]
    register.reserve(DOCUMENT, subjects, ON)

    assert len(register.find(DOCUMENT, subjects)) == 2000


def test_what_was_issued_is_found_by_its_bytes_and_by_its_number(register: Register) -> None:
    assert register.find_copies("aa") == ()
    assert register.find_issued(DOCUMENT) == {}
    assert register.find_number("JT-2026-00001") is None
    assert register.newest_copy("JT-2026-00001", "pdf") is None
    register.reserve(DOCUMENT, ["a"], ON)
    assert register.find_number("JT-2026-00001") is None

    old, new = Copy("JT-2026-00001", "pdf", "aa"), Copy("JT-2026-00001", "pdf", "bb")
    register.confirm([old, Copy("JT-2026-00001", "docx", "cc")])
    register.confirm([new])

    assert register.find_issued(DOCUMENT) == {"a": "JT-2026-00001"}
    assert register.find_copies("aa") == (old,)
    assert register.newest_copy("JT-2026-00001", "pdf") == new
    assert register.find_number("JT-2026-00001") == Entry("JT-2026-00001", ON, confirmed=True)


def test_the_register_keeps_no_words_of_a_subject(register: Register) -> None:
    digest = digest_subject(DOCUMENT, "fientje voorbeeld")
    register.reserve(DOCUMENT, [digest], ON)

    assert len(digest) == 64
    assert b"fientje" not in register.path.read_bytes()


_USE_REGISTER = """
import os, signal, sys
from datetime import date
from pathlib import Path
from docgen.actions.number_pattern import Pattern
from docgen.actions.register import Copy, Register

path, prefix, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
register = Register(path, Pattern("JT-{jaar}-{volgnummer:05d}"))
sys.stdin.readline()
for number in range(rounds):
    subjects = [f"{prefix}{number}", f"shared{number}"]
    entries = register.reserve("jobtraining/certificaat", subjects, date(2026, 7, 3))
    if prefix == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    register.confirm([Copy(entry.number, "pdf", entry.number) for entry in entries.values()])
"""


def _use_in_a_process(path: Path, prefix: str, rounds: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _USE_REGISTER, str(path), prefix, str(rounds)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, text=True)


def test_two_batches_at_once_never_share_a_number(tmp_path: Path) -> None:
    runs = [_use_in_a_process(tmp_path / FILE_NAME, prefix, 40) for prefix in "ab"]
    for run in runs:
        assert run.stdin is not None
        run.stdin.write("\n")
        run.stdin.flush()
    for run in runs:
        run.communicate()

    assert [run.returncode for run in runs] == [0, 0]
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as database:
        rows = database.execute("SELECT sequence, confirmed FROM numbers ORDER BY sequence").fetchall()
    assert [(number, 1) for number in range(1, 121)] == rows


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_batch_killed_after_reserving_finds_its_numbers_again(tmp_path: Path) -> None:
    run = _use_in_a_process(tmp_path / FILE_NAME, "killed", 1)
    run.communicate("\n")

    assert run.returncode == -signal.SIGKILL
    again = Register(tmp_path / FILE_NAME, PATTERN).reserve(DOCUMENT, ["shared0", "new", "killed0"], ON)
    assert {"killed0": "JT-2026-00001", "shared0": "JT-2026-00002", "new": "JT-2026-00003"} == {
        subject: entry.number for subject, entry in again.items()
    }


def test_the_register_lies_where_the_settings_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "register.sqlite"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    settings = Settings(paden=Paden(certificaatregister=path), certificaat=Certificaat(nummer="N{volgnummer}"))

    assert open_register(settings).path == path
    assert open_register(settings, dry=True).reserve(DOCUMENT, ["a"], ON)["a"].number == "N1"
    assert register_path(Settings()).name == FILE_NAME


@pytest.mark.parametrize("make", ["text", "database", "folder"])
def test_a_file_that_is_no_register_is_refused_and_left_alone(tmp_path: Path, make: str) -> None:
    path = tmp_path / "r.sqlite"
    if make == "text":
        path.write_text("geen register " * 100)
    elif make == "database":
        with closing(sqlite3.connect(path)) as database:
            database.execute("CREATE TABLE anders (x)")
    else:
        path.mkdir()
    before = path.read_bytes() if path.is_file() else None

    with pytest.raises(SetupError, match=r"paden\.certificaatregister"):
        Register(path, PATTERN).reserve(DOCUMENT, ["a"], ON)
    if before is not None:
        with pytest.raises(SetupError):
            Register(path, PATTERN).find(DOCUMENT, ["a"])
        assert path.read_bytes() == before
