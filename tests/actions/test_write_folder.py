"""A folder of files appears whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.actions.write_file import write_folder
from docgen.errors import SetupError

FILES = {"een.txt": b"1", "twee.txt": b"2"}


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_the_folder_and_what_is_above_it_are_made(tmp_path):
    assert write_folder(tmp_path / "a" / "b", FILES) == tmp_path / "a" / "b"
    assert names(tmp_path) == ["a", "a/b", "a/b/een.txt", "a/b/twee.txt"]


def test_a_folder_that_holds_just_these_files_is_left_alone(tmp_path):
    write_folder(tmp_path / "a", FILES)
    before = (tmp_path / "a").stat().st_mtime_ns
    write_folder(tmp_path / "a", FILES)
    assert (tmp_path / "a").stat().st_mtime_ns == before


@pytest.mark.parametrize("there", [{"een.txt": b"1"}, {**FILES, "drie.txt": b"3"}, {**FILES, "een.txt": b"anders"}])
def test_a_folder_that_holds_anything_else_is_never_replaced(tmp_path, there):
    write_folder(tmp_path / "a", there)
    with pytest.raises(SetupError, match="bestaat al met een andere inhoud"):
        write_folder(tmp_path / "a", FILES)
    assert {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()} == there


def test_a_place_that_cannot_be_written_is_one_sentence_and_leaves_nothing(tmp_path):
    (tmp_path / "bezet").write_bytes(b"")
    with pytest.raises(SetupError, match="een deel van het pad is geen map"):
        write_folder(tmp_path / "bezet" / "a", FILES)
    assert names(tmp_path) == ["bezet"]


def test_half_a_folder_is_never_left_behind(tmp_path):
    with pytest.raises(SetupError, match="naam is te lang"):
        write_folder(tmp_path / "a", {"een.txt": b"1", "x" * 300: b"2"})
    assert names(tmp_path) == []
