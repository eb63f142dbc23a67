"""The record class declares the form: keys, kinds, sections and tables follow from its fields."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from docgen.model.form import Ask, Form, Identity, Kind, Section, Table, check_key, parse_identity


class Kleur(StrEnum):
    ROOD = "rood"
    BLAUW = "blauw"


class Bezoek(BaseModel, frozen=True, extra="forbid"):
    datum: Annotated[date | None, Ask("Datum")] = None
    thema: Annotated[str | None, Ask("Thema", suggestions=("een", "twee"))] = None


class Dossier(BaseModel, frozen=True, extra="forbid"):
    naam: Annotated[str | None, Ask("Naam", section="Eerst", required=True)] = None
    kleur: Annotated[Kleur | None, Ask("Kleur en maat", part="kleur")] = None
    bezoeken: Annotated[tuple[Bezoek, ...], Ask("Bezoeken", rows=3, printed={"thema": ("een",)})] = ()
    verslag: Annotated[str | None, Ask("Verslag", section="Slot", long=True)] = None
    handtekening: Annotated[str | None, Ask("Handtekening", signature=True)] = None


FORM = Form("proef", "bezoek", 1, "Bezoekformulier", Dossier)


def test_the_type_of_a_field_gives_the_kind_of_input():
    kinds = {key: question.kind for key, question in FORM.questions.items()}
    assert kinds["naam"] is Kind.TEXT
    assert kinds["kleur"] is Kind.CHOICE
    assert kinds["bezoeken__1__datum"] is Kind.DATE
    assert kinds["bezoeken__3__thema"] is Kind.OPEN_CHOICE
    assert kinds["verslag"] is Kind.LONG_TEXT
    assert kinds["handtekening"] is Kind.SIGNATURE


def test_blocks_follow_the_order_of_the_record():
    assert [(type(block), block.title) for block in FORM.blocks] == [
        (Section, "Eerst"),
        (Table, "Bezoeken"),
        (Section, "Slot"),
    ]


def test_a_label_says_the_part_or_the_row_it_stands_for():
    assert FORM.questions["kleur"].full_label == "Kleur en maat: kleur"
    assert FORM.questions["bezoeken__2__datum"].full_label == "Datum, rij 2 (Bezoeken)"


def test_rows_that_people_added_are_questions_too():
    assert FORM.question("bezoeken__12__thema").kind is Kind.OPEN_CHOICE
    assert FORM.question("bezoeken__12__onbekend") is None
    assert FORM.question("anders__1__thema") is None


@pytest.mark.parametrize("key", ["rl1", "r", "c", "Naam", "naam.deel", "a__0__datum", "naam__1", "élan"])
def test_a_key_that_no_format_could_hold_is_refused(key):
    with pytest.raises(ValueError, match="not a legal key"):
        check_key(key)


@given(st.builds(Identity, st.just("jobtraining"), st.just("verantwoordingsdocument"), st.integers(1, 9999),
                 st.none() | st.from_regex(r"\A\S(?:[^\n\r]*\S)?\Z")))  # fmt: skip
def test_an_identity_reads_back_from_its_text(identity):
    assert parse_identity(str(identity)) == identity


def test_any_other_text_is_no_identity():
    assert parse_identity("docgen") is None
