"""A designed page becomes a PDF that conforms, carries its facts, and refuses what cannot be printed."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from certificates import CERTIFICATE, ISSUED, make_certificate, make_certificate_values
from docgen.errors import SetupError, WrongUseError
from docgen.formats.pdf.render import Imprint, render_pdf
from docgen.model.letterhead import EXAMPLE_LOGO
from verapdf import assert_conforms

#: 70 characters.
LONGEST = "Maria-Magdalena Antoinette van de Voorbeeldenburg-Proefmans de Testere"
NAMES = [
    "Roos van den Beukenhof",
    LONGEST,
    "Łucja Świętosławska-Żółć",
    "Gülşah İğneoğlu Şimşek",
    "Ștefan Țîrău",
    "Nguyễn Thị Ánh Tuyết",
    "Jean D’Hondt-‘t Proefstuk",
]
CROWDED: dict[str, Any] = {
    "ambt": "adjunct-directeur buitengewoon secundair onderwijs met een lange omschrijving van het ambt",
    "instelling": "Middenschool en Atheneum voor Wetenschap, Techniek en Kunst De Grote Lindeboom te Voorbeeldstad",
    "scholengroep": "Scholengroep 99 Rivierenland en Omstreken met de Aangrenzende Gemeenten en Eilanden",
    "algemeen_directeur": LONGEST,
}
BARE: dict[str, Any] = {
    "organisatie": {"naam": "", "dienst": "", "logo": ""},
    "plaats": "",
    "algemeen_directeur": "",
    "instelling": "",
}
IMPRINT = Imprint("Proef", "nl", ISSUED)
LOGO = replace(EXAMPLE_LOGO, width=70, height=15, description="Logo van Voorbeeld")
WITH_LOGO: dict[str, Any] = {**CROWDED, "organisatie": {"naam": "Begeleidingsdienst", "dienst": "Dienst", "logo": LOGO}}


def write_page(folder: Path, source: str) -> Path:
    page = folder / "nl.typ"
    page.write_text(f'#let w = json("/waarden.json")\n#set text(font: "Carlito")\n= Proef\n{source}', encoding="utf-8")
    return page


def read_words(pdf: bytes) -> str:
    with PdfDocument(pdf) as document:
        assert len(document) == 1
        return str(document[0].get_textpage().get_text_bounded())


def find_boxes(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """The box of each run of text on the page: left, bottom, right, top."""
    with PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        return [text.get_rect(number) for number in range(text.count_rects())]


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_certificates_conform_whatever_they_print(tmp_path: Path, flavour: str) -> None:
    pages = [make_certificate(name) for name in NAMES]
    pages += [make_certificate(LONGEST, **CROWDED), make_certificate(**BARE), make_certificate(LONGEST, **WITH_LOGO)]
    paths = [tmp_path / f"{number}.pdf" for number in range(len(pages))]
    for path, page in zip(paths, pages, strict=True):
        path.write_bytes(page)
    assert_conforms(paths, (flavour,))


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stands_on_the_page_as_it_was_given(name: str) -> None:
    squeezed = "".join(read_words(make_certificate(name)).replace("\ufffe", "-").split())
    assert "".join(name.split()) in squeezed


def test_the_certificate_prints_each_of_its_facts() -> None:
    words = read_words(make_certificate())
    expected = [
        "Certificaat van jobtraining",
        "Roos van den Beukenhof",
        "adjunct-directeur secundair onderwijs",
        "Atheneum De Lindeboom",
        "Scholengroep 99 Rivierenland",
        "van 1 september 2025 tot en met 30 juni 2026",
        "Uitgereikt te Voorbeeldstad op 3 juli 2026",
        "Certificaatnummer JT-2026-00042",
        "Handtekening van de algemeen directeur",
        "Bert Proefmans",
        "Begeleidingsdienst Voorbeeld",
    ]
    assert [line for line in expected if line not in words] == []


def test_a_certificate_shows_the_logo_and_says_whose_it_is() -> None:
    assert ([(3, 1)], ["Logo van Voorbeeld"]) == read_pictures(make_certificate(**WITH_LOGO))


def test_without_a_logo_a_certificate_holds_no_picture() -> None:
    assert ([], []) == read_pictures(make_certificate())


def read_pictures(pdf: bytes) -> tuple[list[tuple[int, int]], list[str]]:
    """The sizes in pixels of all pictures, and what is said of them."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        shown = [each for each in opened.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        told = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
        return [(int(each.Width), int(each.Height)) for each in shown], [str(each.Alt) for each in told]


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        *((name, {}) for name in NAMES),
        (LONGEST, CROWDED),
        (LONGEST, WITH_LOGO),
        ("W" * 70, {"scholengroep": "x" * 120}),
        ("Roos", BARE),
    ],
)
def test_no_two_texts_overlap_and_none_leaves_the_frame(name: str, changes: dict[str, Any]) -> None:
    boxes = find_boxes(make_certificate(name, **changes))
    overlaps = [
        (one, other)
        for one, other in combinations(boxes, 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1
    ]
    frame = 34  # points: the inner line of the frame
    outside = [box for box in boxes if min(box[0], box[1], 842 - box[2], 595 - box[3]) < frame]
    assert (overlaps, outside) == ([], [])


def test_a_long_name_shrinks_before_it_breaks() -> None:
    heights = [
        max(top - bottom for _, bottom, _, top in find_boxes(make_certificate("Voorbeeld " * count)))
        for count in (3, 5, 6)
    ]
    assert heights == sorted(heights, reverse=True)


def test_the_facts_travel_with_the_page_word_for_word() -> None:
    values = make_certificate_values("Łucja Świętosławska-Żółć")
    pdf = render_pdf(CERTIFICATE, values, {"naam": "Łucja Świętosławska-Żółć", "dagen": [1, 2]}, meta=IMPRINT)
    attachments = PdfReader(io.BytesIO(pdf)).attachments
    assert list(attachments) == ["gegevens.json"]
    assert json.loads(attachments["gegevens.json"][0]) == {"naam": "Łucja Świętosławska-Żółć", "dagen": [1, 2]}


def test_the_file_says_its_title_issuer_language_and_day() -> None:
    reader = PdfReader(io.BytesIO(make_certificate()))
    assert reader.metadata is not None
    assert reader.metadata.title == "Certificaat van jobtraining"
    assert reader.metadata.author == "Begeleidingsdienst Voorbeeld"
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == ISSUED
    assert str(reader.root_object["/Lang"]) == "nl-BE"


def test_the_same_input_gives_the_same_bytes_in_another_process_too() -> None:
    script = "import sys, certificates; sys.stdout.buffer.write(certificates.make_certificate())"
    tests = str(Path(__file__).parents[2])
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=tests).stdout
    assert make_certificate() == other == make_certificate()


def test_another_day_or_name_gives_other_bytes() -> None:
    values = make_certificate_values()
    later = Imprint("Certificaat van jobtraining", "nl", ISSUED.replace(day=4), "Begeleidingsdienst Voorbeeld")
    pages = {make_certificate(), make_certificate("Iemand Anders"), render_pdf(CERTIFICATE, values, values, meta=later)}
    assert len(pages) == 3


@pytest.mark.parametrize(
    ("expected", "changes"),
    [
        ("“trainee.naam” bevat", {"trainee": {"naam": "Wei 中文"}}),
        ("“trainee.naam” bevat", {"trainee": {"naam": "Roos 🌹"}}),
        ("“ambt” bevat", {"ambt": "directeur\x07"}),
        ("“ambt” bevat", {"ambt": "directeur \u202egnod"}),
        ("“ambt” bevat", {"ambt": "directeur \ud800"}),
        ("“ambt” bevat", {"ambt": "directeur \uf0b7"}),
        ("“ambt” en “instelling” bevatten", {"ambt": "ไทย", "instelling": "ไทย"}),
        ("“organisatie.adres[2]” bevat", {"organisatie": {"naam": "", "dienst": "", "adres": ["Laan 1", "\x00"]}}),
    ],
)
def test_what_cannot_be_printed_is_refused_by_field_and_never_by_value(expected: str, changes: dict[str, Any]) -> None:
    values = make_certificate_values(**changes)
    with pytest.raises(WrongUseError) as caught:
        render_pdf(CERTIFICATE, values, {}, meta=IMPRINT)
    assert str(caught.value) == f"{expected} een teken dat niet gedrukt kan worden; typ de tekst opnieuw."


def test_values_are_printed_and_never_run(tmp_path: Path) -> None:
    hostile = '#panic("x") *vet* $1/2$ <label> @ref \\ [inhoud] "a" //weg'
    pdf = render_pdf(write_page(tmp_path, "#w.tekst #w.aantal"), {"tekst": hostile, "aantal": 2}, {}, meta=IMPRINT)
    assert "".join(hostile.split()) in "".join(read_words(pdf).split())


@pytest.mark.parametrize(
    ("expected", "source"),
    [
        ("nl.typ, regel 4: de naam “naam” bestaat niet; verbeter het sjabloon.", "#w.naam"),
        ("nl.typ, regel 5: typst zegt “unclosed delimiter”; verbeter het sjabloon.", "tekst\n#("),
        ("regel 4: typst zegt “file not found”", '#image("logo.png")'),
        ("regel 4: het lettertype “arial” staat niet in de map fonts", '#text(font: "Arial")[x]'),
        ("regel 5: typst zegt “PDF/UA-1 error: skipped from heading level 1 to 3”", "\n=== Derde"),
        ("De lettertypes van docgen kennen een teken niet", "中文"),
    ],
)
def test_a_fault_of_the_template_is_told_with_its_line(tmp_path: Path, expected: str, source: str) -> None:
    with pytest.raises(SetupError) as caught:
        render_pdf(write_page(tmp_path, source), {}, {}, meta=IMPRINT)
    assert expected in str(caught.value)


def test_a_template_may_use_pictures_that_lie_beside_it(tmp_path: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    (tmp_path / "logo.svg").write_text(drawing, encoding="utf-8")
    page = write_page(tmp_path, '#image("logo.svg", alt: "Logo")')
    assert render_pdf(page, {}, {}, meta=IMPRINT).startswith(b"%PDF-1.7")


def test_a_template_may_not_read_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("geheim")
    folder = tmp_path / "document"
    folder.mkdir()
    with pytest.raises(SetupError, match=r"regel 4"):
        render_pdf(write_page(folder, '#read("../geheim.txt")'), {}, {}, meta=IMPRINT)


def test_fonts_of_the_users_own_template_folder_can_be_used(tmp_path: Path) -> None:
    folder = tmp_path / "proef" / "brief"
    folder.mkdir(parents=True)
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    (fonts / "LICENSE.txt").write_text("vrij")
    assert render_pdf(write_page(folder, "tekst"), {}, {}, meta=IMPRINT).startswith(b"%PDF-1.7")
