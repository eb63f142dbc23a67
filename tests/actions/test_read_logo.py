"""The logo of the settings is read once, fitted to its place, and refused before anything is made with it."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from docgen.actions.read_desk import DeskFiles, read_desk
from docgen.actions.read_logo import read_logo
from docgen.actions.render_documents import Request, render_documents
from docgen.catalogue import find_shipped
from docgen.errors import SetupError
from docgen.settings import Organisatie, Settings

ON = date(2026, 9, 15)
SAMPLES = find_shipped("samples") / "jobtraining"


def with_logo(path: Path | None) -> Settings:
    return Settings(organisatie=Organisatie(naam="Voorbeelddienst", logo=path))


@pytest.mark.parametrize(
    ("pixels", "millimetres"),
    [((600, 200), (45, 15)), ((200, 400), (7.5, 15)), ((1400, 100), (70, 5)), ((3, 2), (22.5, 15))],
)
def test_a_logo_fits_in_its_box_and_keeps_its_shape(
    tmp_path: Path, pixels: tuple[int, int], millimetres: tuple[float, float]
) -> None:
    Image.new("RGB", pixels).save(tmp_path / "logo.png", dpi=(72, 300))
    logo = read_logo(with_logo(tmp_path / "logo.png"))
    assert logo is not None
    assert (millimetres, (tmp_path / "logo.png").read_bytes()) == ((logo.width, logo.height), logo.data)


def test_without_a_logo_there_is_none() -> None:
    assert read_logo(with_logo(None)) is None


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("logo.svg", b"<svg/>", "is een SVG-tekening"),
        ("logo.png", b"\x89PNG\r\n\x1a\n", "is beschadigd"),
        ("weg.png", None, "kan niet gelezen worden"),
    ],
)
def test_a_logo_that_cannot_be_used_stops_the_run_before_it_starts(
    tmp_path: Path, name: str, data: bytes | None, words: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "docgen.toml").write_text(f'[organisatie]\nlogo = "{name}"\n', encoding="utf-8")
    desk = read_desk(DeskFiles(tmp_path / "docgen.toml"), ON)
    request = Request("jobtraining/ontbrekende-stukken", (SAMPLES / "geen-rl1" / "input",), tmp_path / "uit")
    with pytest.raises(SetupError, match=f"“organisatie.logo” noemt .*{name}, maar .*{words}"):
        render_documents(request, desk)
    assert not (tmp_path / "uit").exists() or [] == list((tmp_path / "uit").iterdir())


def test_a_letter_carries_the_logo_once_and_describes_it(tmp_path: Path) -> None:
    desk = read_desk(DeskFiles(SAMPLES / "docgen.toml"), ON)
    request = Request("jobtraining/ontbrekende-stukken", (SAMPLES / "geen-rl1" / "input",), tmp_path)
    assert 1 == len(render_documents(request, desk).made)
    (word,) = tmp_path.glob("*.docx")
    with zipfile.ZipFile(io.BytesIO(word.read_bytes())) as archive:
        media = [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]
        head = archive.read("word/header2.xml").decode()
    assert [(SAMPLES / "logo.png").read_bytes()] == media
    assert 'descr="Logo van Voorbeelddienst"' in head
