"""A PDF or a scan with several documents gives each of them, with the pages it takes."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from reportlab.platypus import Image as Picture
from reportlab.platypus import PageBreak

from docgen.actions.check_dossiers import Desk, check_dossiers
from docgen.actions.collect_dossiers import collect_dossiers
from docgen.families.jobtraining.herkennen import Soort, kind_of_page, recognise
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.blank import FormFormat, make_form
from docgen.formats.door import open_parts
from docgen.formats.split_file import split_pictures
from docgen.model.record import Prefill, flatten_record
from docgen.model.value import Content, Line, Place, RawForm, Text, Unread
from plain_forms import MOMENTS, as_pdf, build, lines_of, pages_pdf
from trainee_dossiers import BETALING, PEILDATUM, RECORD, RL1, SETTINGS

OURS = make_form(FORM, FormFormat.PDF, Prefill(flatten_record(RECORD), locked=False))
RL1_PAGE, PAYMENT_PAGE = RL1.splitlines(), BETALING.splitlines()


def merge(first: bytes, *others: bytes) -> bytes:
    with pikepdf.Pdf.open(io.BytesIO(first)) as merged:
        for other in others:
            with pikepdf.Pdf.open(io.BytesIO(other)) as pdf:
                merged.pages.extend(pdf.pages)
        out = io.BytesIO()
        merged.save(out)
        return out.getvalue()


def parts(data: bytes) -> tuple[Content, ...]:
    return open_parts("dossier.pdf", data, [FORM], kind_of_page)


def kinds(data: bytes) -> list[tuple[str, str]]:
    return [(content.part, str(recognise(content))) for content in parts(data)]


LONG = [(f"{day:02}/10/2025", "mentor", "personeelsgericht", "ja", "regel\n" * 3) for day in range(1, 25)]


@pytest.mark.parametrize(
    ("expected", "data"),
    [
        ([("", Soort.VERANTWOORDINGSDOCUMENT)], OURS),
        ([("", Soort.RL1)], pages_pdf([RL1_PAGE])),
        ([("bladzijde 1", Soort.RL1), ("bladzijde 2", Soort.BETALINGSBEWIJS)], pages_pdf([RL1_PAGE, PAYMENT_PAGE])),
        (
            [("bladzijden 1-4", Soort.VERANTWOORDINGSDOCUMENT), ("bladzijde 5", Soort.RL1),
             ("bladzijde 6", Soort.BETALINGSBEWIJS)],
            merge(OURS, pages_pdf([RL1_PAGE, PAYMENT_PAGE])),
        ),
        (
            [("bladzijde 1", Soort.VERANTWOORDINGSDOCUMENT), ("bladzijde 2", Soort.RL1),
             ("bladzijde 3", Soort.BETALINGSBEWIJS)],
            as_pdf(after=[RL1_PAGE, PAYMENT_PAGE]),
        ),
        (
            [("bladzijde 1", Soort.RL1), ("bladzijden 2-4", Soort.VERANTWOORDINGSDOCUMENT)],
            merge(pages_pdf([RL1_PAGE]), as_pdf(LONG)),
        ),
    ],
)  # fmt: skip
def test_each_document_is_recognised_with_its_pages(expected, data):
    assert expected == kinds(data)


def test_a_plain_sjabloon_among_other_pages_is_read_from_its_own_pages():
    form, rl1, _ = parts(as_pdf(after=[RL1_PAGE, PAYMENT_PAGE]))
    assert isinstance(form.found, RawForm)
    assert len(MOMENTS) == sum(key.endswith("__datum") for key in form.found.values)
    assert {"bladzijde 2"} == {line.place.spot.partition(",")[0] for line in rl1.found.lines}


def test_a_table_that_runs_over_pages_is_one():
    (_, form) = parts(merge(pages_pdf([RL1_PAGE]), as_pdf(LONG)))
    assert len(LONG) == sum(key.endswith("__datum") and "contact" in key for key in form.found.values)


def test_a_page_that_is_only_a_picture_is_named():
    picture = io.BytesIO()
    Image.new("L", (40, 60), "white").save(picture, "PNG")
    data = build([*lines_of(RL1_PAGE), PageBreak(), Picture(picture, 200, 300)])
    text, scan = parts(data)
    assert ("bladzijde 1", Soort.RL1) == (text.part, recognise(text))
    assert isinstance(scan.found, Unread)
    assert "“dossier.pdf”, bladzijde 2: een scan" in scan.found.sentence


def recognised(*pages: list[str]) -> Content:
    lines = (
        Line(words, Place("scan.tif", f"bladzijde {page}, regel {number}"), 0.99)
        for page, shown in enumerate(pages, start=1)
        for number, words in enumerate(shown, start=1)
    )
    return Content("scan.tif", "a", Text(tuple(lines), len(pages)))


@pytest.mark.parametrize(
    ("expected", "pages"),
    [
        ([("", Soort.RL1)], [RL1_PAGE]),
        ([("", Soort.RL1)], [RL1_PAGE, RL1_PAGE]),
        ([("bladzijde 1", Soort.RL1), ("bladzijde 2", Soort.BETALINGSBEWIJS)], [RL1_PAGE, PAYMENT_PAGE]),
        ([("bladzijde 1", Soort.RL1), ("bladzijde 2", Soort.ONBEKEND)], [RL1_PAGE, []]),
    ],
)
def test_the_pictures_of_a_scan_are_parted_by_what_they_are(expected, pages):
    found = split_pictures(recognised(*pages), kind_of_page)
    assert expected == [(content.part, recognise(content)) for content in found]


def test_a_picture_without_words_among_others_is_named():
    _, blank = split_pictures(recognised(RL1_PAGE, []), kind_of_page)
    assert isinstance(blank.found, Unread)
    assert "“scan.tif”, bladzijde 2: een scan" in blank.found.sentence


def test_the_report_lists_the_documents_of_a_file(tmp_path: Path):
    (tmp_path / "dossier.pdf").write_bytes(merge(OURS, pages_pdf([RL1_PAGE, PAYMENT_PAGE])))
    (report,) = check_dossiers(collect_dossiers([tmp_path / "dossier.pdf"]), Desk(PEILDATUM, SETTINGS)).dossiers
    assert [(file.name, file.part, file.kind) for file in report.files] == [
        ("dossier.pdf", "bladzijden 1-4", "verantwoordingsdocument"),
        ("dossier.pdf", "bladzijde 5", "rl1"),
        ("dossier.pdf", "bladzijde 6", "betalingsbewijs"),
    ]
    assert not {"rl1-aanwezig", "betalingsbewijs-aanwezig", "bestand-herkend"} & {f.rule for f in report.findings}
