"""A record goes into QR codes and comes out as it was, or not at all."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.model.record_code import MARK, MAX_BYTES, CodedRecord, MissingCodes, pack_record, unpack_record
from records import filled

FORMS = [VERANTWOORDINGSDOCUMENT]
IDENTITY = VERANTWOORDINGSDOCUMENT.identity("REF 2026/7")
SHORT = {"naam_deelnemer": "Zoë d’Voorbeeld", "startdatum": date(2025, 9, 1), "contactmomenten__1__thema": "a\nb"}
LONG = {f"contactmomenten__{row}__opmerkingen": sha256(b"%d" % row).hexdigest() * 2 for row in range(1, 21)}


@given(st.data())
def test_any_record_comes_out_as_it_went_in(data):
    values = data.draw(filled(VERANTWOORDINGSDOCUMENT))
    codes = pack_record(IDENTITY, values)
    assert CodedRecord(IDENTITY, values) == unpack_record(codes, FORMS)
    assert all(len(code) <= MAX_BYTES for code in codes)


def test_a_normal_record_takes_one_code():
    assert len(pack_record(IDENTITY, SHORT)) == 1


def test_a_long_record_takes_several_codes_that_may_stand_in_any_order_and_twice():
    codes = pack_record(IDENTITY, LONG)
    assert len(codes) > 1
    assert unpack_record([*reversed(codes), codes[0], b"docgen:a/b v1", b"DG1"], FORMS) == CodedRecord(IDENTITY, LONG)


def test_a_missing_code_is_named():
    codes = pack_record(IDENTITY, LONG)
    assert unpack_record(codes[1:], FORMS) == MissingCodes((1,), len(codes))


@pytest.mark.parametrize(
    "codes",
    [
        pytest.param([], id="no code"),
        pytest.param([b"https://voorbeeld.example"], id="another code"),
        pytest.param([*pack_record(IDENTITY, SHORT), *pack_record(IDENTITY, {})], id="two papers"),
        pytest.param([pack_record(IDENTITY, SHORT)[0][:-1] + b"\x00"], id="damaged"),
        pytest.param([MARK + b"\x01\x00\x00\x00\x00\x00rommel"], id="numbered 1 of 0"),
        pytest.param([MARK + b"\x01\x01\x00\x00\x00\x00rommel"], id="a wrong check"),
    ],
)
def test_what_is_no_whole_record_of_one_paper_gives_none(codes):
    assert unpack_record(codes, FORMS) is None


def test_a_form_that_is_not_known_gives_none():
    assert unpack_record(pack_record(IDENTITY, SHORT), []) is None


def test_equal_records_give_equal_codes():
    assert pack_record(IDENTITY, dict(SHORT)) == pack_record(IDENTITY, dict(SHORT))
