"""The html report: one page that can be mailed, printed and read aloud."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from docgen.model.report import Cutting, Report
from docgen.model.value import Place, ReadLine, Snippet
from docgen.reports.html import report_html, sheets_of
from made_report import PEILDATUM, make_complete, make_incomplete, make_report

VOID = {"meta", "br", "link", "img", "hr", "input"}


class Page(HTMLParser):
    """The tags of a page, its ids and links, and whether every tag is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        return [str(attrs[name]) for _, attrs in self.tags if name in attrs]


@pytest.fixture(scope="module")
def text() -> str:
    return report_html(make_report())


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_every_tag_is_closed_and_the_language_is_dutch(page):
    assert page.open == []
    assert page.tags[0] == ("html", {"lang": "nl"})


def test_a_large_picture_stands_in_the_page_whole():
    dossier = make_incomplete()
    outcome = next(each for each in dossier.outcomes if each.findings)
    large = bytes(range(256)) * 400
    seen = replace(outcome, findings=(replace(outcome.findings[0], picture=Snippet(large, "Een foto")),))
    page = Page(report_html(Report("1", PEILDATUM, (replace(dossier, outcomes=(seen,)),))))
    (picture,) = (attrs for tag, attrs in page.tags if tag == "img")
    assert b64decode(str(picture["src"]).removeprefix("data:image/png;base64,")) == large


def test_the_picture_of_a_place_stands_with_its_finding_and_in_the_page_itself():
    dossier = make_incomplete()
    outcome = next(each for each in dossier.outcomes if each.findings)
    finding = replace(outcome.findings[0], picture=Snippet(b"\x89PNG beeld", "Wat bij “Startdatum” staat"))
    seen = replace(outcome, findings=(finding, *outcome.findings[1:]))
    outcomes = tuple(seen if each is outcome else each for each in dossier.outcomes)
    cutting = Cutting("startdatum", "Startdatum jobtraining", Snippet(b"\x89PNG hand", "Uw handschrift"), "1 september")
    dossier = replace(dossier, outcomes=outcomes, cuttings=(cutting,))
    page = Page(report_html(Report("1", PEILDATUM, (dossier,))))
    pictures = [attrs for tag, attrs in page.tags if tag == "img"]
    assert [attrs["alt"] for attrs in pictures] == ["Wat bij “Startdatum” staat", "Uw handschrift"]
    assert [attrs["src"] for attrs in pictures] == [
        f"data:image/png;base64,{b64encode(data).decode()}" for data in (b"\x89PNG beeld", b"\x89PNG hand")
    ]


def test_what_must_be_looked_over_as_a_whole_is_a_table_in_its_finding():
    dossier = make_incomplete()
    outcome = next(each for each in dossier.outcomes if each.findings)
    place = Place("sjabloon.docx", "alinea 5")
    listed = (ReadLine("Ambt", "directeur <a>", place, "één tekst, gesplitst in ambt en instelling"),)
    finding = replace(outcome.findings[0], found="Ambt: directeur <a>", listed=listed)
    outcomes = tuple(replace(each, findings=(finding,)) if each is outcome else each for each in dossier.outcomes)
    text = report_html(Report("1", PEILDATUM, (replace(dossier, outcomes=outcomes),)))
    row = '<tr><th scope="row">Ambt</th><td>directeur &lt;a&gt;<br><span class="soft">één tekst, gesplitst in ambt'
    assert (True, True) == (row in text, '<td class="soft">alinea 5</td>' in text)
    assert "<dd>Ambt: directeur" not in text, "what is in the table is not told twice"
    assert Page(text).open == []


def test_the_rows_of_a_table_on_paper_stand_side_by_side_under_its_columns():
    def cut(key, label, **where):
        return Cutting(key, label, Snippet(b"\x89PNG", f"beeld {key}"), "ja" if key == "b2" else None, **where)

    rows = [cut(f"{column}{row}", column, table="Momenten", row=row) for row in (1, 2) for column in "ab"]
    (sheet,) = sheets_of(replace(make_incomplete(), cuttings=(cut("naam", "Naam"), *rows)))
    naam, table = sheet.blocks
    assert (None, 1) == (naam.table, len(naam.rows))
    assert ("Momenten", ("a", "b"), 2) == (table.table, table.columns, len(table.rows))
    page = report_html(Report("1", PEILDATUM, (replace(make_incomplete(), cuttings=tuple(rows)),)))
    assert "voorstel: <b>ja</b>" in page
    assert page.index("beeld b1") < page.index("beeld a2")


def test_nothing_is_fetched_from_outside(page, text):
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form"}
    assert all(target.startswith("#") for target in page.values("href"))
    assert not re.search(r"url\(|@import|https?:", text)


def test_every_link_has_its_target_and_every_id_is_used_once(page):
    ids = page.values("id")
    assert len(set(ids)) == len(ids)
    assert {target.removeprefix("#") for target in page.values("href")} <= set(ids)
    assert set(page.values("aria-labelledby")) <= set(ids)


def test_headings_go_down_one_step_at_a_time_and_tables_have_headers(page):
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all("scope" in attrs for tag, attrs in page.tags if tag == "th")
    assert {"header", "main", "footer"} <= {tag for tag, _ in page.tags}


def test_the_desk_reads_first_who_is_not_complete_and_why_then_who_is(text):
    order = [
        "1 van de 4 dossiers is volledig",
        "Wie is niet volledig, en waarom?",
        "Er tellen 3 contactmomenten mee",
        "Wie is volledig?",
        "Wat het dossier tegenhoudt",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_what_a_sender_typed_is_shown_literally_and_never_as_markup(text):
    assert "An &lt;b&gt;Proef&lt;/b&gt;steen &amp; co" in text
    assert "proefsteen &lt;anna&gt;" in text
    assert "<b>" not in text


def test_a_finding_shows_place_found_expected_remedy_and_the_quoted_sentence(text):
    for part in (
        "formulier.xlsx, Verantwoording!B20",
        "3 contactmomenten",
        "minstens 4 contactmomenten",
        "Vul een vierde contactmoment in",
        "Handleiding § 7.1: “minimaal vier contactmomenten”",
        "vier-contactmomenten",
    ):
        assert part in text


def test_a_complete_dossier_gets_a_positive_page_with_what_was_found_where():
    text = report_html(Report("1", PEILDATUM, (make_complete(),)))
    for part in (
        "Wat gevonden is, waar, en aan welke regel het voldoet",
        "5 contactmomenten tellen mee.",
        "Beslist door Ann Voorbeeld op 1 oktober 2026",
        "Leeswijze van docgen: een periode telt beide uiterste dagen mee.",
        "De telling, stap voor stap",
        "303 dagen",
        "a" * 64,
    ):
        assert part in text
    assert "Wie is niet volledig" not in text


def test_a_report_without_a_complete_dossier_has_no_empty_list():
    assert "Wie is volledig?" not in report_html(Report("1", PEILDATUM, (make_incomplete(),)))


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_text_has_at_least_the_contrast_that_wcag_aa_asks(text):
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", text)) | {"paper": "#ffffff"}
    pairs = [(name, f"{name}-wash") for name in ("complete", "review", "incomplete", "unreadable")]
    pairs += [(ink, paper) for ink in ("ink", "soft", "link") for paper in ("paper", "wash")]
    assert [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5] == []


def test_the_same_report_gives_the_same_page(text):
    assert report_html(make_report()) == text


def test_what_steers_the_reading_direction_or_a_terminal_is_shown_as_such():
    hostile = replace(make_incomplete(), name="an\u202efdp\x1b[31m.exe")
    text = report_html(Report("1", PEILDATUM, (hostile,)))
    assert "an�fdp�[31m.exe" in text


def test_what_was_left_aside_in_a_list_stands_in_the_overview():
    report = replace(make_report(), notes=("“lijst.csv”: de kolom “<Duur>” is niet gelezen.",))
    assert "<li>“lijst.csv”: de kolom “&lt;Duur&gt;” is niet gelezen.</li>" in report_html(report)
