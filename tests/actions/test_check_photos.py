"""Photos of one document, checked as a dossier from picture to report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from docgen.actions.check_dossiers import Desk, check_dossiers
from docgen.actions.collect_dossiers import collect_dossiers
from docgen.families.jobtraining.family import check
from docgen.families.jobtraining.herkennen import kind_of_page
from docgen.families.jobtraining.samenstellen import build_dossier
from docgen.model.family import Case
from docgen.model.joined_pictures import join_pictures
from docgen.model.value import Content, Line, Place, Text
from scans import as_file, draw_page, need_ocr
from trainee_dossiers import PEILDATUM, SETTINGS, case, file

HEAD = """\
RL-1 Melding opdrachtenpakket
Naam\tFientje Voorbeeld
Instelling\tVoorbeeldschool De Proeftuin
Ambt\tAdministratieve toestand\tBegindatum\tEinddatum
directeur\twaarnemend\t01/09/2025\t31/12/2025"""
ROWS = "directeur\twaarnemend\t01/01/2026\t30/06/2026"
NOTE = "Tot morgen"


def photo(name: str, text: str) -> Content:
    lines = (
        Line(words, Place(name, f"bladzijde 1, regel {number}"), 0.99)
        for number, words in enumerate(text.splitlines(), start=1)
    )
    return file(name, Text(tuple(lines)))


def case_of(*photos: Content) -> Case:
    return case(rl1=None, extra=join_pictures(photos, kind_of_page))


def test_the_rows_on_a_second_photo_are_read_under_the_head_on_the_first():
    dossier = build_dossier(case_of(photo("1.jpg", HEAD), photo("2.jpg", ROWS)))
    assert [("1.jpg", "waarnemend", date(2025, 12, 31)), ("2.jpg", "waarnemend", date(2026, 6, 30))] == [
        (each.place.file, each.toestand, each.last) for each in dossier.aanstellingen
    ]


def test_every_photo_is_listed_with_its_own_bytes():
    one, two = photo("1.jpg", HEAD), photo("2.jpg", ROWS)
    seen = [(each.name, each.kind, each.sha256, each.part) for each in check(case_of(one, two)).files]
    assert [("1.jpg", "rl1", one.sha256, ""), ("2.jpg", "rl1", two.sha256, "vervolg van “1.jpg”")] == seen[:2]


def test_a_photo_that_is_not_certain_stays_on_its_own_with_what_to_do():
    report = check(case_of(photo("1.jpg", HEAD), photo("2.jpg", NOTE)))
    (finding,) = [each for each in report.findings if each.rule == "bestand-herkend"]
    assert "“2.jpg”" in finding.message
    assert "volgende bladzijde" in (finding.remedy or "")


def test_two_photos_of_one_rl1_are_read_as_one(tmp_path: Path):
    need_ocr()
    for number, text in ((9, HEAD), (10, ROWS)):
        page = draw_page(text, size=(1240, 420), columns=300)
        (tmp_path / f"IMG_{number}.png").write_bytes(as_file(page))
    (report,) = check_dossiers(collect_dossiers([tmp_path]), Desk(PEILDATUM, SETTINGS)).dossiers
    assert [("IMG_9.png", "rl1", ""), ("IMG_10.png", "rl1", "vervolg van “IMG_9.png”")] == [
        (each.name, each.kind, each.part) for each in report.files
    ]
    assert "bestand-herkend" not in {each.rule for each in report.findings}
