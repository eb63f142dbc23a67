"""The one door out: whole or not at all, and one sentence where it cannot be."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.actions.write_file import refuse_folder_among, try_folder, write_file, write_files
from docgen.errors import SetupError

#: Writes a large file in a loop until it is killed; says when it has begun.
WRITER = """
import sys
from itertools import count
from pathlib import Path
from docgen.actions.write_file import write_file
print("begonnen", flush=True)
for number in count():
    write_file(Path(sys.argv[1]), bytes([number % 256]) * 3_000_000)
"""


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".docgen-")]


def test_a_file_appears_with_its_bytes_and_its_folders(tmp_path: Path):
    path = write_file(tmp_path / "a" / "b.txt", b"inhoud")
    assert b"inhoud" == path.read_bytes()
    assert [] == leftovers(path.parent)


def test_a_file_that_holds_the_same_bytes_is_left_alone(tmp_path: Path):
    path = write_file(tmp_path / "a.txt", b"inhoud")
    os.utime(path, (1, 1))
    write_file(path, b"inhoud")
    assert 1 == path.stat().st_mtime


def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = write_file(tmp_path / "a.txt", b"oud")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SetupError, match="de schijf is vol"):
        write_file(path, b"nieuw")
    assert (b"oud", []) == (path.read_bytes(), leftovers(tmp_path))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is only there on Linux")
def test_a_place_that_is_no_folder_is_one_sentence():
    with pytest.raises(SetupError, match=r"kan niet geschreven worden.*kies een andere plaats"):
        write_file(Path("/dev/full/a.txt"), b"x")


def test_a_folder_in_the_place_of_the_file_is_one_sentence(tmp_path: Path):
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(SetupError, match="er staat al een map met die naam"):
        write_file(tmp_path / "a.txt", b"x")
    assert [] == leftovers(tmp_path)


def test_a_name_that_is_too_long_is_one_sentence(tmp_path: Path):
    with pytest.raises(SetupError, match="de naam is te lang"):
        write_file(tmp_path / ("x" * 300), b"x")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("wait", [0.0, 0.01, 0.03])
def test_a_kill_while_writing_leaves_a_whole_file_or_none(tmp_path: Path, wait: float):
    path = tmp_path / "groot.bin"
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            writer.wait(wait)
        writer.send_signal(signal.SIGKILL)
    data = path.read_bytes() if path.exists() else b""
    assert len(data) in (0, 3_000_000)
    assert len(set(data)) <= 1


def test_several_files_are_written_by_name(tmp_path: Path):
    assert (tmp_path / "a", tmp_path / "b") == write_files(tmp_path, {"a": lambda: b"1", "b": lambda: b"2"})
    assert [b"1", b"2"] == [(tmp_path / name).read_bytes() for name in "ab"]


def test_nothing_is_written_when_one_file_would_be_replaced(tmp_path: Path):
    write_file(tmp_path / "b", b"anders")
    with pytest.raises(SetupError, match=r"bestaat al met een andere inhoud.*--force"):
        write_files(tmp_path, {"a": lambda: b"1", "b": lambda: b"2"})
    assert (False, b"anders") == ((tmp_path / "a").exists(), (tmp_path / "b").read_bytes())


def test_force_replaces_and_the_same_bytes_need_no_force(tmp_path: Path):
    write_files(tmp_path, {"a": lambda: b"1"})
    write_files(tmp_path, {"a": lambda: b"1"})
    write_files(tmp_path, {"a": lambda: b"2"}, force=True)
    assert b"2" == (tmp_path / "a").read_bytes()


def test_a_folder_is_tried_without_a_trace(tmp_path: Path):
    assert tmp_path / "a" / "b" == try_folder(tmp_path / "a" / "b")
    assert tmp_path == try_folder(tmp_path)
    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / "bestand").write_bytes(b"")
    with pytest.raises(SetupError, match="kies een andere map"):
        try_folder(tmp_path / "bestand" / "map")


@pytest.mark.parametrize("option", ["--upload", "--corrections"])
def test_what_is_written_never_lands_among_the_dossiers_that_are_read(tmp_path, option):
    with pytest.raises(SetupError, match=f"kies bij {option} een map daarbuiten"):
        refuse_folder_among(tmp_path / "d" / "klaar", [tmp_path / "ander", tmp_path / "d"], option)
    assert refuse_folder_among(tmp_path / "klaar", [tmp_path / "d"], option) is None


def test_a_file_in_the_place_of_the_folder_is_told_before_anything_is_read(tmp_path):
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(SetupError, match="is geen map; geef bij --upload een map op"):
        refuse_folder_among(tmp_path / "bestand", [tmp_path / "d"], "--upload")
