"""The manifest beside the documents, and the file names that it protects."""

from __future__ import annotations

import json
from pathlib import Path

from docgen.actions.file_names import vary_name
from docgen.actions.manifest import MADE, NAME, REFUSED, Line, Places, hash_bytes, read_manifest, write_manifest

A = Line("f/doc", "subject-a", MADE, "a.pdf", hash_bytes(b"a"), "JT-1")
B = Line("f/letter", "subject-b", MADE, "b.docx", hash_bytes(b"b"))


def test_a_line_says_which_file_is_which_document(tmp_path: Path) -> None:
    write_manifest(tmp_path, (), [A])

    assert json.loads((tmp_path / NAME).read_text(encoding="utf-8")) == {
        "document": "f/doc",
        "subject": "subject-a",
        "status": "made",
        "file": "a.pdf",
        "sha256": hash_bytes(b"a"),
        "number": "JT-1",
        "rules": [],
    }
    assert read_manifest(tmp_path) == (A,)


def test_lines_of_other_documents_in_the_folder_are_kept(tmp_path: Path) -> None:
    write_manifest(tmp_path, (), [A])
    write_manifest(tmp_path, read_manifest(tmp_path), [B])

    assert read_manifest(tmp_path) == (A, B)


def test_a_document_made_again_replaces_its_line_and_an_earlier_refusal(tmp_path: Path) -> None:
    refused = Line("f/doc", "subject-a", REFUSED, rules=("tien-maanden",))
    write_manifest(tmp_path, (), [refused])
    write_manifest(tmp_path, read_manifest(tmp_path), [A])
    write_manifest(tmp_path, read_manifest(tmp_path), [A])

    assert read_manifest(tmp_path) == (A,)


def test_a_refusal_later_on_keeps_the_line_of_the_file_that_still_lies_there(tmp_path: Path) -> None:
    refused = Line("f/doc", "subject-a", REFUSED, rules=("tien-maanden",))

    write_manifest(tmp_path, [A], [refused])

    assert read_manifest(tmp_path) == (A, refused)


def test_lines_that_are_not_ours_are_skipped(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('geen json\n{"file": "x"}\n[]\n3\n', encoding="utf-8")
    assert read_manifest(tmp_path) == ()
    (tmp_path / NAME).write_bytes(b"\xff\xfe")
    assert read_manifest(tmp_path) == ()
    assert read_manifest(tmp_path / "nergens") == ()


def choose(places: Places, name: str, subject: str, data: bytes) -> str:
    return places.choose(vary_name(name), subject, data)


def test_two_documents_of_one_name_lie_side_by_side(tmp_path: Path) -> None:
    places = Places(tmp_path, ())

    assert choose(places, "Brief.docx", "a", b"a") == "Brief.docx"
    assert choose(places, "brief.docx", "b", b"b") == "brief-2.docx"
    assert choose(places, NAME, "c", b"c") != NAME


def test_a_file_of_somebody_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"van iemand anders")
    (tmp_path / "map.pdf").mkdir()

    assert choose(Places(tmp_path, ()), "a.pdf", "subject-a", b"a") == "a-2.pdf"
    assert choose(Places(tmp_path, ()), "map.pdf", "subject-a", b"a") == "map-2.pdf"


def test_the_same_bytes_take_their_own_name_again(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")

    assert choose(Places(tmp_path, ()), "a.pdf", "subject-a", b"a") == "a.pdf"


def test_our_own_file_is_renewed_unless_somebody_changed_it(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")

    assert choose(Places(tmp_path, [A]), "a.pdf", "subject-a", b"nieuw") == "a.pdf"
    assert choose(Places(tmp_path, [A]), "a.pdf", "subject-b", b"nieuw") == "a-2.pdf"

    (tmp_path / "a.pdf").write_bytes(b"met de hand verbeterd")
    assert choose(Places(tmp_path, [A]), "a.pdf", "subject-a", b"nieuw") == "a-2.pdf"
