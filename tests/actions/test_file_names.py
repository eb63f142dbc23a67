"""File names from hostile data: folded, short, never a device, never the same twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.actions.file_names import LONGEST, make_file_name, name_folders, tell_apart

LEGAL = re.compile(r"^[A-Za-z0-9_][A-Za-z0-9._-]*\.pdf$")


@pytest.mark.parametrize(
    ("expected", "words", "why"),
    [
        ("form-an-voorbeeld-JT-001.pdf", ("form", "an voorbeeld", "JT-001"), "recognisable"),
        ("form-Solen-Los.pdf", ("form", "Şölèn Łoś"), "accents, Turkish and Polish letters"),
        ("form-dHondt.pdf", ("form", "d’Hondt"), "an apostrophe falls away"),
        ("form-etc-passwd.pdf", ("form", "../../etc/passwd"), "no way out of the folder"),
        ("form-C-Windows.pdf", ("form", "C:\\Windows"), "no drive"),
        ("form-rf.pdf", ("form", "-rf"), "no option"),
        ("_CON.pdf", ("CON",), "a device on Windows"),
        ("_com1.x.pdf", ("com1.x",), "a device whatever its suffix"),
        ("form-a-b.pdf", ("form", "a\nb"), "no newline"),
        ("form-gpj.exe.pdf", ("form", "\u202egpj.exe"), "no right-to-left override"),
        ("form.pdf", ("form", "李", None, ""), "nothing left of a word"),
        ("bestand.pdf", ("…",), "nothing left at all"),
        ("form-naam.pdf", ("form", "naam. . ."), "no dot at the end"),
    ],
)
def test_a_file_name_holds_only_what_every_system_accepts(expected: str, words: tuple[str | None, ...], why: str):
    assert expected == make_file_name(words, "pdf"), why


def test_of_words_too_long_together_the_longest_is_cut_and_the_reference_stays():
    name = make_file_name(("verantwoordingsdocument", "x" * 300, "JT-2026-00001"), "xlsx")
    assert LONGEST == len(name)
    assert name.endswith("-JT-2026-00001.xlsx")


@given(st.lists(st.text(max_size=120), max_size=4))
def test_any_text_gives_a_legal_name_of_at_most_eighty_characters(words: list[str]):
    name = make_file_name(words, "pdf")
    assert LEGAL.match(name)
    assert len(name) <= LONGEST
    assert name == Path(name).name


@pytest.mark.parametrize("number", [0, 1])
def test_the_same_long_name_is_cut_at_the_same_place_in_every_format(number: int):
    stems = set()
    for suffix in ("pdf", "docx", "xlsx"):
        name = make_file_name(("certificaat", "x" * 100), suffix)
        stems.add(list(tell_apart([name, name]))[number].rpartition(".")[0])
    assert len(stems) == 1


def test_two_people_of_one_name_get_two_files_also_where_capitals_make_no_difference():
    assert ["a-b.pdf", "A-B-2.pdf", "a-b-3.pdf", "c.pdf"] == list(
        tell_apart(["a-b.pdf", "A-B.pdf", "a-b.pdf", "c.pdf"])
    )


def test_a_name_told_apart_stays_within_eighty_characters():
    longest = "x" * (LONGEST - 5) + ".docx"
    assert [LONGEST, LONGEST] == [len(name) for name in tell_apart([longest, longest])]


@given(st.lists(st.sampled_from(["a.pdf", "A.pdf", "a-2.pdf", "a-2-2.pdf"]), max_size=12))
def test_names_told_apart_are_all_different(names: list[str]):
    assert len(names) == len({name.casefold() for name in tell_apart(names)})


def test_each_dossier_gets_a_folder_of_its_own_also_where_a_zip_and_a_folder_share_a_name():
    assert ["an", "an-2", "Zoe-Voorbeeld"] == list(name_folders(["an.zip", "an", "Zoë Voorbeeld.ZIP"]))
