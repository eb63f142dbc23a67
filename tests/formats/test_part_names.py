"""The names of an Office file's parts (ECMA-376 part 2, § 9.3)."""

from __future__ import annotations

import pytest

from docgen.formats.part_names import relations_part, resolve_target


@pytest.mark.parametrize(
    ("expected", "part", "why"),
    [
        ("xl/_rels/workbook.xml.rels", "xl/workbook.xml", "beside the part"),
        ("_rels/.rels", "", "the package itself"),
        ("xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet1.xml", "deeper"),
    ],
)
def test_the_relations_of_a_part_lie_beside_it(expected: str, part: str, why: str):
    assert expected == relations_part(part), why


@pytest.mark.parametrize(
    ("expected", "folder", "target", "why"),
    [
        ("word/media/image1.png", "word", "media/image1.png", "as seen from the folder"),
        ("xl/drawings/drawing1.xml", "xl/worksheets", "../drawings/drawing1.xml", "one step back"),
        ("word/document.xml", "xl", "/word/document.xml", "from the top of the package"),
        ("xl/styles.xml", "xl", "./styles.xml", "the folder itself"),
        ("evil.xml", "xl", "../../../evil.xml", "no step leads out of the package"),
    ],
)
def test_a_target_means_one_part(expected: str, folder: str, target: str, why: str):
    assert expected == resolve_target(folder, target), why
