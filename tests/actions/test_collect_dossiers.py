"""Which dossiers lie behind the paths that a user gives."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docgen.actions.collect_dossiers import MAX_DEPTH, collect_dossiers
from docgen.errors import WrongUseError


def put(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            path.write_bytes(b"iets")
    return root


def put_root(tmp_path: Path, files: list[str]) -> Path:
    root = tmp_path / "root"
    root.mkdir()
    return put(root, *files)


def names(*paths: Path, **options: object) -> list[str]:
    return [dossier.name for dossier in collect_dossiers(paths, **options)]


def never(_: Path) -> bool:
    return False


@pytest.mark.parametrize(
    ("expected", "files", "why"),
    [
        (["root"], ["form.xlsx"], "a folder that holds a file is a dossier"),
        (["root"], ["form.xlsx", "bijlagen/rl1.pdf"], "with its subfolder"),
        (["root"], [], "an empty folder is a dossier too"),
        (["root"], [".DS_Store", "Thumbs.db", "~$form.xlsx", "desktop.ini", "__MACOSX/x"], "junk is nothing"),
        (["an", "bo"], ["bo/form.xlsx", "an/form.xlsx"], "a folder of folders, by name"),
        (["an", "bo.zip", "Cas"], ["bo.zip", "an/form.xlsx", "Cas/x.pdf"], "with a zip"),
        (["an", "leeg"], ["an/form.xlsx", "leeg/"], "an empty folder among them is named"),
        (["an", "bo"], ["2026/sg 1/an/f.pdf", "2026/sg 2/bo/f.pdf"], "folders of folders of dossiers"),
        (["an", "bo"], ["an/f.pdf", "bo/f.pdf", ".DS_Store"], "junk beside folders changes nothing"),
    ],
)
def test_folders_and_zips_are_told_apart(tmp_path, expected, files, why):
    assert names(put_root(tmp_path, files)) == expected, why


def test_a_single_file_is_a_dossier_of_one_file(tmp_path):
    put(tmp_path, "form.xlsx", "bo.zip")
    assert names(tmp_path / "form.xlsx", tmp_path / "bo.zip") == ["form.xlsx", "bo.zip"]


def test_files_of_the_desk_are_left_out_wherever_they_lie(tmp_path, monkeypatch):
    put(tmp_path, "an/form.xlsx", "lijst.xlsx")
    monkeypatch.chdir(tmp_path)
    assert names(Path(), leave_out=[Path("lijst.xlsx")]) == ["an"]
    assert names(tmp_path, leave_out=[Path("an/../lijst.xlsx")]) == ["an"]


def test_a_stray_file_beside_several_dossiers_does_not_melt_them_into_one(tmp_path):
    root = put_root(tmp_path, ["an/form.xlsx", "bo.zip", "lijst.xlsx"])
    found = collect_dossiers([root], is_form=never)
    assert [(d.name, d.loose) for d in found] == [("an", False), ("bo.zip", False), ("root", True)]
    assert {path.name for path in found[2].leave_out} == {"an", "bo.zip"}


def test_a_form_beside_folders_makes_it_one_dossier(tmp_path):
    root = put_root(tmp_path, ["rl1/een.pdf", "betaling/twee.pdf", "form.xlsx"])
    assert names(root, is_form=lambda path: path.name == "form.xlsx") == ["root"]


def test_the_same_path_twice_is_one_dossier(tmp_path):
    root = put_root(tmp_path, ["form.xlsx"])
    assert names(root, root) == ["root"]


def test_dossiers_of_one_name_are_told_apart_by_their_folder(tmp_path):
    put(tmp_path, "an/input/form.xlsx", "bo/input/form.xlsx")
    assert names(tmp_path / "an/input", tmp_path / "bo/input") == ["an/input", "bo/input"]


def test_a_dot_is_named_after_the_folder_it_stands_for(tmp_path, monkeypatch):
    monkeypatch.chdir(put_root(tmp_path, ["form.xlsx"]))
    assert names(Path()) == ["root"]


def test_a_link_inside_is_not_followed_but_named(tmp_path):
    root = put_root(tmp_path, ["an/form.xlsx"])
    outside = put(tmp_path, "buiten/form.xlsx")
    (root / "link").symlink_to(outside / "buiten", target_is_directory=True)
    assert [(d.name, d.path.is_symlink()) for d in collect_dossiers([root])] == [("an", False), ("link", True)]


def test_a_link_that_the_user_gives_is_followed(tmp_path):
    root = put_root(tmp_path, ["form.xlsx"])
    (tmp_path / "link").symlink_to(root)
    found = collect_dossiers([tmp_path / "link"])
    assert [(d.name, d.path) for d in found] == [("link", root.resolve())]


def test_folders_without_end_stop_at_a_depth(tmp_path):
    deep = tmp_path.joinpath(*["map"] * (MAX_DEPTH + 3))
    deep.mkdir(parents=True)
    assert len(names(tmp_path / "map")) == 1


@pytest.mark.parametrize(
    ("words", "name"), [("bestaat niet", "weg"), ("geen gewoon bestand", "pijp"), ("bestaat niet", "nul\0teken")]
)
def test_a_path_that_is_not_there_is_wrong_use(tmp_path, words, name):
    os.mkfifo(tmp_path / "pijp")
    with pytest.raises(WrongUseError, match=words):
        collect_dossiers([tmp_path / name])


def test_a_folder_that_cannot_be_opened_is_a_dossier_of_its_own(tmp_path):
    root = put_root(tmp_path, ["an/form.xlsx", "dicht/form.xlsx"])
    (root / "dicht").chmod(0)
    try:
        assert names(root) == ["an", "dicht"]
    finally:
        (root / "dicht").chmod(0o700)
