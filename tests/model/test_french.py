"""A form declared in two languages asks in French for the record it has in Dutch."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import pytest
from pydantic import BaseModel

from docgen.model.form import Ask, Form, French, Identity, Section, find_variant, parse_identity
from docgen.model.record import Prefill, read_record, start_values
from docgen.model.value import Place, RawForm, RawValue


class Antwoord(StrEnum):
    """Yes or no."""

    JA = "ja"
    NEEN = "neen"


class Wijze(StrEnum):
    """How something was examined; one word is the same in both languages."""

    GESPREK = "gesprek"
    TEST = "test"


class Stap(BaseModel, frozen=True):
    """One row of the table."""

    fase: Annotated[
        str | None,
        Ask("Fase", fr=French("Phase", words={"voorbereiding": "préparation", "vergadering": "réunion"})),
    ] = None
    datum: Annotated[date | None, Ask("Datum", placeholder="dd/mm/jjjj", fr=French("Date", placeholder="jj/mm/aaaa"))]


class Verslag(BaseModel, frozen=True):
    """A small record in two languages."""

    naam: Annotated[
        str | None, Ask("Naam mentee", section="Wie", required=True, fr=French("Nom du mentoré", section="Qui"))
    ] = None
    akkoord: Annotated[Antwoord | None, Ask("Akkoord", fr=French("Accord", words={"ja": "oui", "neen": "non"}))] = None
    wijze: Annotated[
        Wijze | None, Ask("Wijze", fr=French("Manière", words={"gesprek": "entretien", "test": "test"}))
    ] = None
    stappen: Annotated[
        tuple[Stap, ...],
        Ask("Stappen", rows=3, printed={"fase": ("voorbereiding", "vergadering")}, fr=French("Étapes")),
    ] = ()


DUTCH = Form("proef", "verslag", 2, "Verslag", Verslag, fr=French("Rapport", intro="Complétez."))
FRENCH = DUTCH.in_language("fr")


def _read(form: Form, **values: str) -> tuple[object, list[str]]:
    raw = {key: RawValue(value, Place("verslag.xlsx")) for key, value in values.items()}
    reading = read_record(form, RawForm(form.identity(), raw), "verslag.xlsx")
    return reading.record, [problem.rule for problem in reading.problems]


def test_the_french_form_has_the_same_keys_in_the_same_order() -> None:
    assert list(DUTCH.questions) == list(FRENCH.questions)


def test_the_french_form_asks_in_french() -> None:
    assert FRENCH.title == "Rapport"
    assert FRENCH.intro == "Complétez."
    block = FRENCH.blocks[0]
    assert isinstance(block, Section)
    assert block.title == "Qui"
    assert [question.full_label for question in block.questions] == ["Nom du mentoré", "Accord", "Manière"]
    assert FRENCH.questions["akkoord"].choices == ("oui", "non")
    assert FRENCH.questions["stappen__2__datum"].full_label == "Date, ligne 2 (Étapes)"


def test_what_is_printed_and_prefilled_stands_there_in_french() -> None:
    expected = {"akkoord": "oui", "stappen__1__fase": "préparation", "stappen__2__fase": "réunion"}
    assert start_values(FRENCH, Prefill({"akkoord": "ja"})) == expected


@pytest.mark.parametrize("form", [DUTCH, FRENCH], ids=["nl", "fr"])
@pytest.mark.parametrize("word", ["oui", "Oui ", "ja", "JA"])
def test_a_choice_reads_the_same_in_both_languages_whichever_form_it_stands_in(form: Form, word: str) -> None:
    record, problems = _read(form, akkoord=word)
    assert (Antwoord.JA, []) == (record.akkoord, problems)  # type: ignore[attr-defined]


@pytest.mark.parametrize("form", [DUTCH, FRENCH], ids=["nl", "fr"])
@pytest.mark.parametrize(("expected", "typed"), [("gesprek", "entretein"), ("gesprek", "gesprke"), ("test", "tset")])
def test_a_typing_error_in_a_choice_is_read_with_doubt_in_both_languages(form: Form, expected: str, typed: str) -> None:
    record, problems = _read(form, wijze=typed)
    assert (expected, ["onzekere-lezing"]) == (record.wijze, problems)  # type: ignore[attr-defined]


def test_a_printed_french_row_left_alone_is_empty() -> None:
    record, problems = _read(FRENCH, stappen__1__fase="préparation", stappen__2__fase="réunion")
    assert ((), []) == (record.stappen, problems)  # type: ignore[attr-defined]


def test_a_printed_french_word_reads_as_its_dutch_one() -> None:
    record, _ = _read(FRENCH, stappen__1__fase="Préparation", stappen__1__datum="07/09/2025")
    assert record.stappen == (Stap(fase="voorbereiding", datum=date(2025, 9, 7)),)  # type: ignore[attr-defined]


@pytest.mark.parametrize("hint", ["dd/mm/jjjj", "jj/mm/aaaa"])
def test_the_hint_of_either_language_counts_as_empty(hint: str) -> None:
    record, problems = _read(DUTCH, naam="An Voorbeeld", stappen__1__datum=hint)
    assert ((), []) == (record.stappen, problems)  # type: ignore[attr-defined]


def test_the_identity_tells_the_language_only_of_a_french_form() -> None:
    assert str(DUTCH.identity("A 1")) == "docgen:proef/verslag v2 A 1"
    assert str(FRENCH.identity("A 1")) == "docgen:proef/verslag v2-fr A 1"
    for identity in (DUTCH.identity("A 1"), FRENCH.identity("A 1"), FRENCH.identity()):
        assert parse_identity(str(identity)) == identity


def test_a_file_is_read_as_the_form_in_its_own_language() -> None:
    assert find_variant(DUTCH.variants, FRENCH.identity()) is FRENCH
    assert find_variant(DUTCH.variants, DUTCH.identity()) is DUTCH
    assert find_variant([DUTCH], FRENCH.identity()) is DUTCH
    assert find_variant(DUTCH.variants, Identity("proef", "ander", 1)) is None


def test_a_form_without_french_does_not_come_in_it() -> None:
    form = Form("proef", "kort", 1, "Kort", Verslag)
    assert form.languages == ("nl",)
    with pytest.raises(ValueError, match="not declared in fr"):
        form.in_language("fr")


def test_a_word_without_its_french_is_a_fault_of_the_declaration() -> None:
    class Half(BaseModel, frozen=True):
        akkoord: Annotated[Antwoord | None, Ask("Akkoord", fr=French("Accord", words={"ja": "oui"}))] = None

    form = Form("proef", "half", 1, "Half", Half, fr=French("Moitié"))
    with pytest.raises(ValueError, match="neen"):
        form.in_language("fr").blocks  # noqa: B018 - the blocks are made when they are asked for
