"""A form that is not ours is read through its labels and headings, in Word, Excel and PDF, each value with doubt."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from typing import Annotated

import pytest
from pydantic import BaseModel

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.blank import FormFormat, make_form
from docgen.formats.door import open_file
from docgen.model.form import Ask, Form
from docgen.model.record import Prefill, Reading, flatten_record, read_record, value_text
from docgen.model.value import RawForm, SignatureKind
from formats.docx import test_filled as of_word
from formats.docx.edit import drop, edit, unwrap_controls
from formats.xlsx import test_changed as of_excel
from plain_forms import (
    GENERAL,
    HEADING,
    MOMENTS,
    RETYPED,
    SIGNED,
    TITLES,
    as_pdf,
    as_word,
    as_word_tables,
    as_workbook,
)
from programs import need

Change = Callable[[list[list[object]]], object]
RECORD = {
    "naam_deelnemer": "Fientje Voorbeeld",
    "scholengroep": "Scholengroep 99 Voorbeeldstad",
    "ambt": "directeur",
    "instelling": "Voorbeeldschool De Proeftuin",
    "algemeen_directeur": "Joris Model",
    "mentor_naam": "Greet Staaltje",
    "mentor_functie": "directeur",
    "startdatum": date(2025, 9, 1),
    "einddatum": date(2026, 6, 30),
    "invuldatum": date(2026, 7, 3),
    "handtekening_datum": date(2026, 7, 3),
    "handtekening_mentor": "Greet Staaltje",
}
ROWS = [
    (date(2025, 10, 14), "school organisatorisch"),
    (date(2025, 11, 14), "pedagogisch didactisch"),
    (date(2025, 12, 14), "personeelsgericht"),
    (date(2026, 3, 3), "bijwonen en bespreken van een les"),
]


def reading(data: bytes, name: str = "sjabloon") -> Reading:
    found = open_file(name, data, [FORM]).found
    assert isinstance(found, RawForm)
    return read_record(FORM, found, name)


def single(found: Reading) -> dict[str, object]:
    return {key: value for key, value in flatten_record(found.record).items() if "__" not in key}


def rows(found: Reading) -> list[tuple[object, ...]]:
    return [(row.datum, (row.thema or "").replace("-", " ")) for row in found.record.contactmomenten]


PLAIN = {
    "lines in Word": as_word(),
    "tables in Word": as_word_tables(),
    "typed over in Excel": as_workbook(RETYPED),
    "PDF with ruled tables": as_pdf(),
    "PDF without lines": as_pdf(ruled=False),
}


@pytest.mark.parametrize("data", PLAIN.values(), ids=PLAIN)
def test_the_plain_sjabloon_is_read_whatever_it_was_made_with(data):
    found = reading(data)
    assert (RECORD, ROWS, ()) == (single(found), rows(found), found.record.initiatieven)
    assert {"ja"} == {row.aanwezigheid for row in found.record.contactmomenten}
    assert {"mentor"} == {row.begeleider for row in found.record.contactmomenten}
    assert SignatureKind.TYPED is found.signatures["handtekening_mentor"]


@pytest.mark.parametrize("data", PLAIN.values(), ids=PLAIN)
def test_every_value_read_so_is_told_in_one_list_to_look_over(data):
    found = reading(data)
    (doubt,) = found.problems
    assert ("onzekere-lezing", None, True) == (doubt.rule, doubt.key, "niet ons eigen formulier" in doubt.message)
    labels = [line.label for line in doubt.listed]
    assert len(labels) == len(set(labels)) == len(single(found)) + len(found.record.contactmomenten)
    shown = " ".join(line.shown for line in doubt.listed)
    assert all(value_text(value) in shown for value in flatten_record(found.record).values())


def general(**changes: str) -> list[tuple[str, str]]:
    return [(label, changes.get(label.split()[0], value)) for label, value in GENERAL]


@pytest.mark.parametrize(
    ("ambt", "instelling", "words", "text"),
    [
        ("directeur", "Voorbeeldschool De Proeftuin", "gesplitst", "directeur - Voorbeeldschool De Proeftuin"),
        ("directeur", "Voorbeeldschool De Proeftuin", "gesplitst", "directeur\nVoorbeeldschool De Proeftuin"),
        ("adjunct-directeur", "De Proeftuin", "gesplitst", "adjunct-directeur (De Proeftuin)"),
        ("directeur", "De Proeftuin", "gesplitst", "ambt: directeur; instelling: De Proeftuin"),
        ("directeur", None, "gelezen als ambt", "directeur"),
        ("directeur Voorbeeldschool Zuid", "directeur Voorbeeldschool Zuid", "niet gesplitst",
         "directeur Voorbeeldschool Zuid"),
        (None, None, "", ""),
    ],
)  # fmt: skip
def test_one_text_for_two_inputs_is_split_and_said_so(ambt, instelling, words, text):
    found = reading(as_word_tables(general(Ambt=text)))
    assert (ambt, instelling) == (found.record.ambt, found.record.instelling)
    own = [problem.message for problem in found.problems if problem.key == "ambt"]
    listed = [line.how for problem in found.problems for line in problem.listed if line.label.endswith(": ambt")]
    assert all(words in said for said in own or listed)
    assert (words in ("gelezen als ambt", "niet gesplitst"), bool(text)) == (bool(own), bool(listed))


def retyped(change: Change) -> bytes:
    changed = [list(row) for row in RETYPED]
    change(changed)
    return as_workbook(changed)


def label(number: int, text: str) -> Change:
    return lambda rows: rows[number].__setitem__(0, text)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (label(1, "NAAM DEELNEMER"), "capitals"),
        (label(1, "Naam deelnemr :"), "a typing error"),
        (label(1, "• Naam  deelnemer"), "a bullet"),
        (label(1, "Naam deelnemer (verplicht)"), "a duty"),
        (
            lambda rows: rows[1].__setitem__(slice(None), ["Naam deelnemer: Fientje Voorbeeld"]),
            "in one cell",
        ),
        (lambda rows: rows[1].__setitem__(slice(None), ["Naam deelnemer", "", "", "Fientje Voorbeeld"]), "far right"),
        (lambda rows: rows.insert(2, []), "an empty row"),
        (lambda rows: rows.__setitem__(slice(1, 2), [["Naam deelnemer:"], ["Fientje Voorbeeld"]]), "value below"),
    ],
)
def test_labels_are_known_however_they_are_typed(change, why):
    assert reading(retyped(change)).record.naam_deelnemer == "Fientje Voorbeeld", why


def table(*, heading: tuple[object, ...] = HEADING, moments: list[tuple[object, ...]] | None = None) -> bytes:
    body = [list(row) for row in (moments if moments is not None else MOMENTS)]
    return as_workbook([*(list(row) for row in GENERAL), [TITLES[0]], list(heading), *body, [TITLES[1]], list(HEADING)])


FIRST = (date(2025, 10, 14), "school organisatorisch")


@pytest.mark.parametrize(
    ("expected", "data", "why"),
    [
        (ROWS, table(heading=("Datum", "Begeleider", "Thema's", "Aanwezig", "Opmerking")), "other endings"),
        (ROWS, table(moments=[*MOMENTS[:2], HEADING, *MOMENTS[2:]]), "the heading repeated"),
        (ROWS, table(moments=[MOMENTS[0], (), *MOMENTS[1:]]), "an empty row"),
        ([FIRST], table(moments=[MOMENTS[0], ("dd/mm/jjjj", "mentor begeleider schoolontwikkeling")]),
         "placeholders left"),
        ([FIRST], table(moments=[MOMENTS[0], ("", "", "personeelsgericht")]), "a printed theme without a moment"),
        ([(FIRST[0], "een eigen thema")], table(moments=[("14/10/2025", "mentor", "een eigen thema", "ja")]), "own"),
    ],
)  # fmt: skip
def test_rows_are_read_under_their_heading(expected, data, why):
    assert expected == rows(reading(data)), why


def test_a_column_that_the_form_does_not_have_is_named_and_not_read():
    data = table(heading=("Datum", "Duur", *HEADING[1:]), moments=[(row[0], "2 u", *row[1:]) for row in MOMENTS])
    found = reading(data)
    assert ROWS == rows(found)
    assert any("“Duur”" in problem.message for problem in found.problems)


@pytest.mark.parametrize(
    ("expected", "text"),
    [("ja", "☒ ja ☐ neen"), ("neen", "☐ ja  ☑ neen"), ("ja", "(x) ja ( ) neen"), ("neen", "nee"), (None, "ja / neen")],
)
def test_a_ticked_box_is_a_choice(expected, text):
    (row,) = reading(table(moments=[("14/10/2025", "mentor", "personeelsgericht", text)])).record.contactmomenten
    assert expected == row.aanwezigheid


def test_words_that_are_struck_through_are_not_chosen():
    def strike(root):
        for run in root.iter(of_word.w("r")):
            if "STRIKE" in "".join(run.itertext()):
                run.insert(0, run.makeelement(of_word.w("rPr"), {}))
                run[0].append(run.makeelement(of_word.w("strike"), {}))

    moments = [("14/10/2025", "mentor", "personeelsgericht", "neen", "STRIKE")]
    (row,) = reading(edit(as_word(moments=moments), strike)).record.contactmomenten
    assert row.opmerkingen is None


def test_a_label_that_stands_twice_with_other_values_is_not_guessed():
    found = reading(retyped(lambda rows: rows.insert(2, ["Naam deelnemer", "Iemand Anders"])))
    assert found.record.naam_deelnemer is None
    assert "naam_deelnemer" in found.unreadable


def test_real_dates_of_a_workbook_are_dates():
    found = reading(retyped(lambda rows: rows[6].__setitem__(1, date(2025, 9, 1))))
    assert date(2025, 9, 1) == found.record.startdatum


def test_the_values_of_a_printed_sjabloon_keep_their_place():
    found = reading(as_pdf(), "a.pdf")
    assert "bladzijde 1" in found.place("startdatum").spot
    assert "tabel 1, rij 3" == reading(as_word(), "a.docx").place("contactmomenten__2__thema").spot
    assert "Sheet!B7" == reading(as_workbook(RETYPED), "a.xlsx").place("startdatum").spot


def test_our_own_form_that_lost_its_fields_is_read_the_same_way():
    stripped = edit(of_word.FILLED, unwrap_controls, drop("bookmarkStart", "bookmarkEnd"))
    values = single(reading(of_word.without_identity(stripped)))
    assert {key: value for key, value in of_word.VALUES.items() if "__" not in key} == values

    def forget(workbook):
        del workbook["docgen"]

    bare = of_excel.edit(of_excel.drop_names(of_excel.FILLED), forget)
    assert {k: v for k, v in flatten_record(of_excel.EXPECTED).items() if "__" not in k} == single(reading(bare))


@pytest.mark.parametrize(
    "text",
    [
        "Beste, in bijlage het verantwoordingsdocument van de naam deelnemer Fientje. Scholengroep 99. Groeten",
        "Naam deelnemer: Fientje\nRL-1 melding opdrachtenpakket",
    ],
)
def test_a_letter_that_mentions_labels_is_no_form(text):
    assert not isinstance(open_file("brief.docx", as_word_letter(text), [FORM]).found, RawForm)


def as_word_letter(text: str) -> bytes:
    return of_word.make_word(text.split("\n"), [])


def test_a_list_of_people_under_such_headings_is_no_form():
    data = as_workbook([[label for label, _ in GENERAL], [value for _, value in GENERAL]])
    assert not isinstance(open_file("lijst.xlsx", data, [FORM]).found, RawForm)


def test_labels_that_people_type_instead_are_known():
    own = ("Naam trainee", "Scholengroep", "Huidig ambt", "Huidige instelling", "Algemeen directeur", "Naam mentor",
           "Functie mentor", "Startdatum", "Einddatum", "Invuldatum")  # fmt: skip
    values = [value for key, value in RECORD.items() if not key.startswith("handtekening")]
    found = single(reading(as_workbook([*zip(own, values, strict=True), [TITLES[0]], HEADING, *MOMENTS])))
    assert {key: value for key, value in RECORD.items() if not key.startswith("handtekening")} == found


class OldMoment(BaseModel, frozen=True):
    """A row of the first version of the form, which asked less."""

    datum: Annotated[date | None, Ask("Datum")] = None
    thema: Annotated[str | None, Ask("Thema")] = None


class OldRecord(BaseModel, frozen=True):
    """The first version of the form: fewer questions, one of them under another label."""

    naam_deelnemer: Annotated[str | None, Ask("Naam trainee", section="Algemeen")] = None
    scholengroep: Annotated[str | None, Ask("Scholengroep")] = None
    startdatum: Annotated[date | None, Ask("Begindatum")] = None
    einddatum: Annotated[date | None, Ask("Einddatum")] = None
    contactmomenten: Annotated[tuple[OldMoment, ...], Ask("Contactmomenten", rows=4)] = ()


OLD = Form("jobtraining", "verantwoordingsdocument", 0, "Verantwoordingsdocument", OldRecord)
OLD_VALUES = {
    "naam_deelnemer": "Fientje Voorbeeld",
    "scholengroep": "Scholengroep 99",
    "startdatum": date(2025, 9, 1),
    "einddatum": date(2026, 6, 30),
    "contactmomenten__1__datum": date(2025, 10, 14),
    "contactmomenten__1__thema": "personeelsgericht",
}


@pytest.mark.parametrize("to", FormFormat)
def test_an_old_version_of_our_own_form_keeps_reading(to):
    found = reading(make_form(OLD, to, Prefill(OLD_VALUES, locked=False)))
    assert (0, OLD_VALUES) == (found.identity.version, flatten_record(found.record))
    assert any("versie" in problem.message for problem in found.problems)


def test_a_sjabloon_without_a_signature_has_none():
    found = reading(as_word(signed=SIGNED.replace("Greet Staaltje", "..........")))
    assert (None, {}) == (found.record.handtekening_mentor, dict(found.signatures))


def test_a_sjabloon_that_writer_printed_without_lines_is_read(tmp_path):
    writer = need("soffice", "libreoffice")
    (tmp_path / "sjabloon.docx").write_bytes(as_word())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [writer, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "sjabloon.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = reading((tmp_path / "sjabloon.pdf").read_bytes())
    assert RECORD == single(found)
    assert [day for day, _ in ROWS] == [row.datum for row in found.record.contactmomenten]
