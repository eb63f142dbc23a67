from __future__ import annotations

from pathlib import Path

import pytest
import typst

from verapdf import assert_conforms, check_conformance

GOOD = b'#set document(title: "Proef")\n#set text(lang: "nl")\n= Proef\nEen zin.'


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_a_conforming_page_breaks_no_rule_and_a_plain_one_does(tmp_path: Path, flavour: str):
    good, plain = tmp_path / "good.pdf", tmp_path / "plain.pdf"
    good.write_bytes(typst.compile(GOOD, pdf_standards=["ua-1", "a-3a"]))
    plain.write_bytes(typst.compile(b"Een zin."))
    found = check_conformance([good, plain], flavour)
    assert found[good] == []
    assert found[plain] != []


def test_a_fault_is_named_with_its_file_and_rule(tmp_path: Path):
    plain = tmp_path / "plain.pdf"
    plain.write_bytes(typst.compile(b"Een zin."))
    with pytest.raises(AssertionError, match=r"plain\.pdf breaks ua1: 5-1 "):
        assert_conforms([plain])
