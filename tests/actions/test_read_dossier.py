"""The files of a dossier are read whole, or named with the reason why not."""

from __future__ import annotations

import io
import os
import socket
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from docgen.actions import read_dossier as module
from docgen.actions.collect_dossiers import Dossier, collect_dossiers
from docgen.actions.read_dossier import read_dossier, read_regular_file
from docgen.errors import UnreadableFileError


def read(path: Path) -> dict[str, bytes | str | None]:
    (dossier,) = collect_dossiers([path])
    return {file.name: file.data if file.sentence is None else file.sentence for file in read_dossier(dossier)}


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    path.write_bytes(buffer.getvalue())
    return path


def test_files_of_subfolders_are_named_with_their_folder(tmp_path):
    (tmp_path / "bijlagen").mkdir()
    (tmp_path / "form.xlsx").write_bytes(b"een")
    (tmp_path / "bijlagen" / "rl1.pdf").write_bytes(b"twee")
    (tmp_path / ".DS_Store").write_bytes(b"rommel")
    assert read(tmp_path) == {"bijlagen/rl1.pdf": b"twee", "form.xlsx": b"een"}


def test_a_zip_gives_its_files_without_junk(tmp_path):
    path = zipped(tmp_path / "an.zip", {"an/form.xlsx": b"een", "__MACOSX/an/._form.xlsx": b"x", "an/.DS_Store": b"x"})
    assert read(path) == {"an/form.xlsx": b"een"}


def test_a_zip_is_told_by_its_bytes_when_its_name_does_not_say_so(tmp_path):
    assert read(zipped(tmp_path / "dossier an", {"form.xlsx": b"een"})) == {"form.xlsx": b"een"}


def test_what_is_called_zip_but_is_none_is_handed_on_to_be_recognised(tmp_path):
    (tmp_path / "an.zip").write_bytes(b"%PDF-1.7")
    assert read(tmp_path / "an.zip") == {"an.zip": b"%PDF-1.7"}


def test_a_broken_zip_is_named_in_one_sentence(tmp_path):
    path = zipped(tmp_path / "an.zip", {"form.xlsx": b"een"})
    path.write_bytes(path.read_bytes()[:-8])
    assert read(path) == {
        "an.zip": "“an.zip” is beschadigd of niet volledig overgebracht; bewaar het opnieuw en stuur het nog eens."
    }


def test_a_link_a_pipe_and_a_socket_are_named_and_not_opened(tmp_path):
    (tmp_path / "geheim.txt").write_bytes(b"geheim")
    folder = tmp_path / "an"
    folder.mkdir()
    (folder / "form.xlsx").write_bytes(b"een")
    (folder / "link.xlsx").symlink_to(tmp_path / "geheim.txt")
    os.mkfifo(folder / "pijp.pdf")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "stop.pdf"))
        found = read(folder)
    assert found["form.xlsx"] == b"een"
    assert "is een snelkoppeling" in str(found["link.xlsx"])
    assert "is geen gewoon bestand" in str(found["pijp.pdf"])
    assert "is geen gewoon bestand" in str(found["stop.pdf"])


def test_a_link_to_a_folder_among_dossiers_is_named_and_not_followed(tmp_path):
    (tmp_path / "echt").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "echt")
    (file,) = read_dossier(Dossier("link", tmp_path / "link"))
    assert file.sentence is not None
    assert "snelkoppeling" in file.sentence


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MAX_FILE_BYTES", 2)
    (tmp_path / "film.mp4").write_bytes(b"drie")
    assert "te groot" in str(read(tmp_path)["film.mp4"])


def test_a_folder_with_too_many_files_is_cut_off_aloud(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MAX_FILES", 2)
    for number in range(4):
        (tmp_path / f"{number}.txt").write_bytes(b"x")
    found = read(tmp_path)
    assert [*found] == ["0.txt", "1.txt", tmp_path.name]
    assert "meer dan 2 bestanden" in str(found[tmp_path.name])


def test_stray_files_beside_dossiers_are_read_without_the_dossiers(tmp_path):
    for name in ("an", "bo"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "form.xlsx").write_bytes(b"x")
    (tmp_path / "lijst.xlsx").write_bytes(b"y")
    stray = collect_dossiers([tmp_path], is_form=lambda _: False)[-1]
    assert [file.name for file in read_dossier(stray)] == ["lijst.xlsx"]


def test_a_file_that_changes_while_it_is_read_is_not_used(tmp_path, monkeypatch):
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"een")
    real = os.fstat

    def growing(handle: int) -> os.stat_result:
        found = real(handle)
        os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns + 1_000_000_000))
        return found

    monkeypatch.setattr(module.os, "fstat", growing)
    with pytest.raises(UnreadableFileError, match="nog gekopieerd"):
        read_regular_file(path)


def test_a_file_that_is_gone_says_so(tmp_path):
    with pytest.raises(UnreadableFileError, match="verdwenen"):
        read_regular_file(tmp_path / "weg.xlsx")


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Be nobody in particular for a while: root may open everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_what_may_not_be_opened_is_named():
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        root = Path(name)
        root.chmod(0o755)
        (root / "an" / "dicht").mkdir(parents=True)
        (root / "an" / "form.xlsx").write_bytes(b"x")
        for path in (root / "an" / "dicht", root / "an" / "form.xlsx"):
            path.chmod(0)
        with ordinary_user():
            found = read(root / "an")
            (closed,) = read_dossier(Dossier("dicht", root / "an" / "dicht"))
        (root / "an" / "dicht").chmod(0o700)
    assert "leesrechten" in str(found["form.xlsx"])
    assert "leesrechten" in str(found["dicht"])
    assert closed.sentence == "De map “dicht” kan niet geopend worden; geef docgen leesrechten op deze map."
