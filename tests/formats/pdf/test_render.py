"""A designed page becomes a PDF that conforms, carries its facts, and refuses what cannot be printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from certificates import make_certificate
from verapdf import assert_conforms

#: A name of 70 characters, and letters that few fonts have.
LONGEST = "Maria-Magdalena Antoinette van der Voorbeeldenburg-Proefmans de Testere"
NAMES = [
    "Roos van den Beukenhof",
    LONGEST,
    "Łucja Świętosławska-Żółć",
    "Gülşah İğneoğlu Şimşek",
    "Ștefan Țîrău",
    "Nguyễn Thị Ánh Tuyết",
]


@pytest.mark.parametrize("flavours", [("ua1",), ("3a",)])
def test_certificates_conform_whatever_the_name(tmp_path: Path, flavours: tuple[str, ...]) -> None:
    paths = [tmp_path / f"{number}.pdf" for number in range(len(NAMES))]
    for path, name in zip(paths, NAMES, strict=True):
        path.write_bytes(make_certificate(name))
    assert_conforms(paths, flavours)
