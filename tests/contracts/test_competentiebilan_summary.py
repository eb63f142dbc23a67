"""The summary of a competentiebilan as a person gets it: two to six pages that break well, with no empty section."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdfium2 import PdfDocument

from docgen.catalogue import find_shipped
from docgen.cli import main
from docgen.families.competentiebilan.keuzes import JaNeen, Soort, Wijze
from docgen.families.competentiebilan.samenvatting import (
    SAMENVATTING,
    Competentie,
    Opleiding,
    Piste,
    Samenvatting,
    Stap,
)
from docgen.formats.blank import FormFormat, make_form
from docgen.model.record import Prefill, flatten_record

SAMPLES = find_shipped("samples") / "competentiebilan"
#: Every heading of the Dutch summary, in its order.
HEADINGS = (
    "Hoe uw bilan verliep", "Uw professionele parcours", "Uw opleidingen", "Uw competenties", "Generieke competenties",
    "Technische competenties", "Digitale competenties", "Andere competenties", "Uw zelfreflectie", "Weten: wat u kent",
    "Kunnen: wat u in de praktijk kunt", "Doen: hoe u werkt en met anderen omgaat", "Pistes voor uw ontwikkeling",
    "Pistes voor uw oriëntering", "Wat u met deze samenvatting kunt doen",
)  # fmt: skip
PARCOURS, EXAMINED = "Periode Functie of opdracht Taken en ervaring", "Competentie Onderzocht met Wat eruit bleek"
TEXT = "U gaf meer dan één voorbeeld en kwam op elke afspraak terug. " * 3


def render(source: Path, folder: Path, *options: str) -> list[list[str]]:
    """The lines of each page of the summary, without the words above and below it."""
    command = ["render", "competentiebilan/samenvatting", source, "-o", folder, "--on", "15/9/2026", "--to", "pdf"]
    done = CliRunner().invoke(main, [*map(str, command), *options])
    assert done.exit_code == 0, done.output
    (made,) = folder.glob("*.pdf")
    with PdfDocument(made) as pdf:
        pages = [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in pdf]
    return [_body(page) for page in pages]


def _body(page: str) -> list[str]:
    lines = [" ".join(line.split()) for line in page.split("\n") if line.strip()]
    around = re.compile(r"^(?:Vertrouwelijk,|Confidentiel,|bladzijde \d|page \d|CB-|Loopbaancentrum Voorbeeldegem$)")
    return [line for line in lines if not around.match(line)]


def render_record(record: Samenvatting, folder: Path) -> list[list[str]]:
    source = folder / "formulier.xlsx"
    prefill = Prefill(flatten_record(record), "CB-1", locked=False)
    source.write_bytes(make_form(SAMENVATTING, FormFormat.XLSX, prefill))
    return render(source, folder / "uit")


@lru_cache(maxsize=1)
def least() -> Samenvatting:
    """As little as a summary can hold."""
    return Samenvatting(
        deelnemer="Fientje Voorbeeld",
        instemming=date(2026, 6, 1),
        feedback=date(2026, 6, 8),
        parcours=(Stap(functie="Dossierbeheerder"),),
        competenties=(Competentie(competentie="Samenwerken", soort=Soort.GENERIEK, wijze=Wijze.GESPREK),),
        ontwikkeling=(Piste(piste="Leren werken met gegevens"),),
    )


@pytest.mark.parametrize(
    "case", sorted(path.parent for path in SAMPLES.glob("samenvatting-*/expected.json")), ids=lambda path: path.name
)
@pytest.mark.parametrize("language", ["nl", "fr"])
def test_every_sample_is_a_report_of_two_to_six_pages(case: Path, language: str, tmp_path: Path) -> None:
    pages = render(case / "input", tmp_path / "uit", "--lang", language)
    assert 2 <= len(pages) <= 6


def test_a_section_of_which_nothing_is_filled_in_is_not_there(tmp_path: Path) -> None:
    lines = [line for page in render_record(least(), tmp_path) for line in page]
    expected = ["Hoe uw bilan verliep", "Uw professionele parcours", "Uw competenties", "Generieke competenties",
                "Pistes voor uw ontwikkeling", "Wat u met deze samenvatting kunt doen"]  # fmt: skip
    assert expected == [line for line in lines if line in HEADINGS]
    assert [] == [line for line in lines if "Begeleid door" in line or "Kennismaking" in line or "Tests" in line]


def test_all_sections_stand_in_their_order(tmp_path: Path) -> None:
    soorten = (*Soort, None)
    record = least().model_copy(update={
        "opleidingen": (Opleiding(opleiding="Klare taal"),), "zelfreflectie": JaNeen.JA, "weten": "a", "kunnen": "b",
        "doen": "c", "orientering": (Piste(piste="Begeleiden"),),
        "competenties": tuple(Competentie(competentie="x", soort=soort, wijze=Wijze.STAR) for soort in soorten),
    })  # fmt: skip
    lines = [line for page in render_record(record, tmp_path) for line in page]
    assert list(HEADINGS) == [line for line in lines if line in HEADINGS]


@pytest.mark.parametrize("steps", range(1, 9))
def test_tables_break_well_and_no_heading_ends_a_page(steps: int, tmp_path: Path) -> None:
    record = least().model_copy(update={
        "parcours": tuple(Stap(periode=str(n), functie="Functie", taken=TEXT) for n in range(steps)),
        "opleidingen": tuple(Opleiding(jaar=str(n), opleiding="Klare taal") for n in range(steps)),
        "competenties": tuple(
            Competentie(competentie=f"C{n}", soort=list(Soort)[n % 3], wijze=Wijze.STAR, bevinding=TEXT)
            for n in range(15)
        ),
        "ontwikkeling": tuple(
            Piste(piste=f"Ontwikkelpiste {n}", toelichting=TEXT, eerste_stap="Begin.") for n in range(5)
        ),
        "zelfreflectie": JaNeen.JA, "weten": TEXT, "kunnen": TEXT, "doen": TEXT,
    })  # fmt: skip
    pages = render_record(record, tmp_path)
    headings = {*HEADINGS, *(f"{n + 1}. Ontwikkelpiste {n}" for n in range(5)), PARCOURS, EXAMINED}
    assert [] == [page[-1] for page in pages if page[-1] in headings]
    assert [] == [page[0] for page in pages if page[0].startswith("Een eerste stap")]
    for page, after in pairwise(pages):
        if _in_table(page) and after[0] not in HEADINGS:
            assert after[0] in (PARCOURS, EXAMINED, "Jaar Opleiding Diploma, getuigschrift of certificaat")


def _in_table(page: list[str]) -> bool:
    """Whether the page ends within a table: after its last heading comes the head of one."""
    last = max((number for number, line in enumerate(page) if line in HEADINGS), default=-1)
    return any(line in (PARCOURS, EXAMINED) for line in page[last + 1 :]) and "terug." in page[-1]
