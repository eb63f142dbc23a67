"""Blank and prefilled forms on disk: where they land, how they are named, and what is refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from docgen.actions.make_form import FormOrder, write_forms
from docgen.errors import SetupError, WrongUseError
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.formats.blank import FormFormat
from docgen.formats.door import open_file
from docgen.model.record import Reading, read_record
from docgen.model.value import RawForm

FORM = VERANTWOORDINGSDOCUMENT.path


def read_back(path: Path) -> Reading:
    found = open_file(path.name, path.read_bytes(), [VERANTWOORDINGSDOCUMENT]).found
    assert isinstance(found, RawForm)
    return read_record(VERANTWOORDINGSDOCUMENT, found, path.name)


def make_list(folder: Path, *records: dict[str, str]) -> Path:
    path = folder / "lijst.json"
    path.write_text(json.dumps(records), encoding="utf-8")
    return path


def refusal(order: FormOrder) -> str:
    with pytest.raises(WrongUseError) as refused:
        write_forms(order)
    assert str(refused.value).endswith((".", "?"))
    return str(refused.value)


def test_a_blank_form_in_a_folder_comes_in_all_three_formats(tmp_path: Path):
    made = write_forms(FormOrder(FORM, tmp_path / "uit"))
    assert [f"verantwoordingsdocument.{each}" for each in FormFormat] == [path.name for path in made.paths]
    assert all(read_back(path).identity == VERANTWOORDINGSDOCUMENT.identity() for path in made.paths)


def test_a_file_is_made_in_the_format_of_its_suffix(tmp_path: Path):
    (path,) = write_forms(FormOrder(FORM, tmp_path / "leeg.DOCX")).paths
    assert (b"PK", "leeg.DOCX") == (path.read_bytes()[:2], path.name)


def test_in_a_folder_the_format_can_be_chosen_and_the_folder_may_have_a_dot(tmp_path: Path):
    made = write_forms(FormOrder(FORM, tmp_path / "uit.2026", (FormFormat.DOCX,)))
    assert [tmp_path / "uit.2026" / "verantwoordingsdocument.docx"] == list(made.paths)


def test_the_same_form_made_twice_is_the_same_file(tmp_path: Path):
    first, again = (write_forms(FormOrder(FORM, tmp_path / name)).paths for name in "ab")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("bedoelt u “jobtraining/verantwoordingsdocument”?", FormOrder("jobtraining/verantwoordingdokument", Path())),
        ("bedoelt u “jobtraining/verantwoordingsdocument”?", FormOrder("verantwoordingsdocument", Path("x"))),
        ("“zzz” is geen formulier; er is ", FormOrder("zzz", Path("x"))),
        ("docgen roster jobtraining/inschrijving", FormOrder("jobtraining/inschrijving", Path("x.xlsx"))),
        ("alleen in het Nederlands", FormOrder(FORM, Path("x"), language="fr")),
        ("niet als .odt", FormOrder(FORM, Path("x.odt"))),
        ("spreken elkaar tegen", FormOrder(FORM, Path("x.pdf"), (FormFormat.DOCX,))),
        ("geef bij -o een map", FormOrder(FORM, Path("x.pdf"), records=Path("y"))),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_one_sentence_that_says_what_can(words: str, order: FormOrder):
    assert words in refusal(order)


def test_a_prefilled_form_is_named_after_the_person_and_carries_the_reference(tmp_path: Path):
    records = make_list(
        tmp_path, {"referentie": "JT-26-7", "naam_deelnemer": "Şölèn d’Hondt", "startdatum": "1/9/2025"}
    )
    (path,) = write_forms(FormOrder(FORM, tmp_path / "uit", records=records)).paths
    assert "verantwoordingsdocument-solen-dhondt-JT-26-7.xlsx" == path.name
    reading = read_back(path)
    assert ("JT-26-7", "Şölèn d’Hondt", date(2025, 9, 1), ()) == (
        reading.identity.reference,
        reading.record.naam_deelnemer,
        reading.record.startdatum,
        reading.problems,
    )


@pytest.mark.parametrize("to", FormFormat)
def test_the_enrolment_list_prefills_what_it_knows_in_every_format(tmp_path: Path, to: FormFormat):
    records = make_list(
        tmp_path, {"referentie": "A1", "naam": "An Voorbeeld", "mentor": "Bo Proef", "onderwijsniveau": "SO"}
    )
    (path,) = write_forms(FormOrder(FORM, tmp_path / "uit", (to,), records=records)).paths
    record = read_back(path).record
    assert ("An Voorbeeld", "Bo Proef", None) == (record.naam_deelnemer, record.mentor_naam, record.scholengroep)


def test_two_people_of_one_name_without_reference_get_two_files(tmp_path: Path):
    records = make_list(tmp_path, {"naam_deelnemer": "An Voorbeeld"}, {"naam_deelnemer": "an voorbeeld"})
    made = write_forms(FormOrder(FORM, tmp_path / "uit", records=records))
    assert ["verantwoordingsdocument-an-voorbeeld.xlsx", "verantwoordingsdocument-an-voorbeeld-2.xlsx"] == [
        path.name for path in made.paths
    ]


def test_hostile_names_stay_inside_the_folder(tmp_path: Path):
    names = ["../../x", "C:\\x", "CON", "a\nb", "\u202egpj", "-rf", "x" * 300, "李"]
    records = make_list(tmp_path, *({"naam_deelnemer": name} for name in names))
    made = write_forms(FormOrder(FORM, tmp_path / "uit", records=records))
    assert len(names) == len({path.name.casefold() for path in made.paths})
    assert sorted(path.name for path in made.paths) == sorted(path.name for path in (tmp_path / "uit").iterdir())


def test_a_line_that_cannot_be_read_gives_no_form_and_says_where_it_stands(tmp_path: Path):
    records = make_list(tmp_path, {"naam_deelnemer": "An"}, {"naam_deelnemer": "Bo", "startdatum": "31/2/2025"})
    made = write_forms(FormOrder(FORM, tmp_path / "uit", records=records))
    assert ["verantwoordingsdocument-an.xlsx"] == [path.name for path in made.paths]
    assert "lijst.json, record 2, startdatum: " in made.sentences[0]
    assert len(made.sentences) == 2


def test_an_empty_list_says_so(tmp_path: Path):
    records = tmp_path / "lijst.csv"
    records.write_text("naam_deelnemer;startdatum\n", encoding="utf-8")
    made = write_forms(FormOrder(FORM, tmp_path / "uit", records=records))
    assert ((), True) == (made.paths, "geen ingevulde regels" in made.sentences[0])


def test_a_form_that_someone_filled_in_is_never_replaced_unasked(tmp_path: Path):
    path = tmp_path / "leeg.xlsx"
    path.write_bytes(b"ingevuld")
    with pytest.raises(SetupError, match="--force"):
        write_forms(FormOrder(FORM, path))
    assert b"ingevuld" == path.read_bytes()
    write_forms(FormOrder(FORM, path, force=True))
    assert b"PK" == path.read_bytes()[:2]


def test_two_hundred_people_get_two_hundred_forms(tmp_path: Path):
    people = [{"referentie": f"JT-{n:03}", "naam_deelnemer": f"Voorbeeld {n}"} for n in range(200)]
    made = write_forms(FormOrder(FORM, tmp_path / "uit", (FormFormat.DOCX,), records=make_list(tmp_path, *people)))
    assert (200, ()) == (len({path.read_bytes() for path in made.paths}), made.sentences)
    assert "JT-137" == read_back(made.paths[137]).identity.reference


def test_a_line_that_no_form_can_carry_is_named_by_its_file(tmp_path):
    records = tmp_path / "lijst.csv"
    records.write_text(f"referentie;Naam deelnemer\n{'R' * 130};An Voorbeeld\n", encoding="utf-8")
    with pytest.raises(WrongUseError, match=r"“verantwoordingsdocument-an-voorbeeld\S*” kan niet gemaakt worden\."):
        write_forms(FormOrder("jobtraining/verantwoordingsdocument", tmp_path / "uit", records=records))
