"""From a list of organisations to its letters, as a user asks for them."""

import json

import pytest
from click.testing import CliRunner
from docx import Document as WordDocument

from docgen.catalogue import find_shipped
from docgen.cli import main
from docgen.formats.xlsx.table import read_workbook

SAMPLES = find_shipped("samples") / "certificeringsniveaus"


def render(document, case, folder, *options):
    """What `docgen render` says, and the names of the files it made."""
    command = [
        "render",
        f"certificeringsniveaus/{document}",
        SAMPLES / case / "input",
        "-o",
        folder,
        "--on",
        "2026-09-15",
    ]
    command += ["--settings", SAMPLES / "docgen.toml", "--decisions", SAMPLES / "beslissingen.xlsx", *options]
    done = CliRunner().invoke(main, list(map(str, command)))
    return done, sorted(path.name for path in folder.glob("*.docx"))


def words(path):
    """The paragraphs of a Word file, with plain spaces."""
    return [paragraph.text.replace("\N{NO-BREAK SPACE}", " ") for paragraph in WordDocument(str(path)).paragraphs]


def test_one_list_gives_each_organisation_its_own_letter_in_its_own_language(tmp_path):
    done, made = render("beslissing", "meer-organisaties", tmp_path, "--to", "docx")
    assert done.exit_code == 0, done.output
    assert [
        "bevestiging-Dienst-zonder-Niveau.docx",
        "bevestiging-Service-federal-de-la-Constance.docx",
        "intrekking-Federale-Dienst-Leegloop.docx",
        "toekenning-Federale-Dienst-Nieuwkomers.docx",
        "weigering-Service-federal-des-Attentes.docx",
    ] == made
    french = words(tmp_path / made[-1])
    assert "Votre demande du niveau de certification « certification client »" in french
    assert "Service d’essai Sélection" in french
    assert "Intrekking van het certificeringsniveau individuele certificering" in words(tmp_path / made[2])


def test_the_overview_lies_beside_the_letters(tmp_path):
    render("beslissing", "meer-organisaties", tmp_path, "--to", "docx")
    sheets = dict(read_workbook((tmp_path / "overzicht.xlsx").read_bytes()))
    assert {"Organisaties", "Voorwaarden"} == set(sheets)
    decided = [row[5] for row in sheets["Organisaties"][1:]]
    assert ["toekenning", "weigering", "bevestiging", "intrekking", "bevestiging"] == decided


@pytest.mark.parametrize(
    ("made", "document"), [(1, "toekenning"), (1, "weigering"), (2, "bevestiging"), (1, "intrekking")]
)
def test_a_letter_by_name_is_made_where_it_fits_and_refused_elsewhere(made, document, tmp_path):
    done, names = render(document, "meer-organisaties", tmp_path, "--to", "docx")
    assert (1, made) == (done.exit_code, len(names))
    assert f"een brief met de context “{document}” past daar niet bij" in " ".join(done.output.split())


def test_a_grensgeval_is_left_to_the_desk(tmp_path):
    done, made = render("beslissing", "grensgeval", tmp_path, "--to", "docx")
    assert (1, []) == (done.exit_code, made)
    assert "Een grensgeval bepaalt het niveau (q-checks)." in done.output
    assert ["toekenning-Bureau-voor-Vaste-Knopen.docx"] == render(
        "beslissing", "grensgeval-beslist", tmp_path, "--to", "docx"
    )[1]


def test_a_json_report_gives_the_same_letters_as_the_list(tmp_path):
    report = tmp_path / "verslag.json"
    command = ["check", SAMPLES / "meer-organisaties" / "input", "--on", "2026-09-15", "--report", report]
    CliRunner().invoke(main, list(map(str, command)))
    assert 5 == len(json.loads(report.read_bytes())["dossiers"])
    command = ["render", "certificeringsniveaus/beslissing", report, "-o", tmp_path / "uit", "--to", "docx"]
    done = CliRunner().invoke(main, list(map(str, [*command, "--on", "2026-09-15"])))
    assert done.exit_code == 0, done.output
    direct = render("beslissing", "meer-organisaties", tmp_path / "direct", "--to", "docx")[1]
    assert direct == sorted(path.name for path in (tmp_path / "uit").glob("*.docx"))
