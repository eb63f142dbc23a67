"""What goes back to a sender who filled in the French form is French, and is known again when it comes back."""

from __future__ import annotations

import openpyxl
import pytest

from docgen.actions.check_dossiers import check_dossiers
from docgen.actions.collect_dossiers import collect_dossiers
from docgen.actions.previous_check import compare_report, leave_out_own_files, read_previous
from docgen.actions.write_corrections import write_corrections
from docgen.families.discover import find_families
from docgen.families.trajecten.formulieren import INTERVIEWVOORZITTER
from docgen.formats.blank import FormFormat, make_form
from docgen.formats.door import open_file
from docgen.model.record import Prefill
from docgen.model.value import RawForm
from followed import desk_of

FRENCH = INTERVIEWVOORZITTER.in_language("fr")
FORMS = [form for family in find_families().values() for form in family.forms if not form.is_list]
#: Words of our own Dutch that would stand in a letter, a comment, a sheet or a first page.
DUTCH = ("Wat te doen", "Waar:", "Waarom:", "nazicht", "Nazicht", "houdt het dossier tegen", "blad ", " cel ", "rij ")


def arrived(root, to):
    """A French dossier whose form lacks the mentor and the days of two phases, checked and sent back."""
    data = make_form(FRENCH, to, Prefill({"naam_mentee": "Mentie Voorbeeld", "mentor_naam": "Jo Staal"}, locked=False))
    folder = root / "d" / "mentie"
    folder.mkdir(parents=True)
    (folder / f"rapport.{to}").write_bytes(data)
    return data, send_back(root, root / "d", "terug")


def send_back(root, place, to):
    desk = desk_of("trajecten")
    dossiers = leave_out_own_files(collect_dossiers([place]))
    report = compare_report(check_dossiers(dossiers, desk), read_previous(None, dossiers))
    written = write_corrections(report, dossiers, root / to, desk.settings)
    assert written.faults == ()
    return next(iter(written.folders.values())), report.dossiers[0]


@pytest.mark.parametrize("to", list(FormFormat))
def test_the_letter_and_the_marks_are_french_and_the_form_reads_as_before(tmp_path, to):
    data, (folder, checked) = arrived(tmp_path, to)
    letter = (folder / "brief.txt").read_text(encoding="utf-8")
    assert letter.startswith("Objet : Dossier de Mentie Voorbeeld")
    assert "La phase « comme observateur » n’a pas de date." in " ".join(letter.split())
    assert "SPF Exemple et Appui" in letter
    html = (folder / "brief.html").read_text(encoding="utf-8")
    assert [word for word in DUTCH for text in (letter, html) if word in text] == []
    marked = (folder / f"rapport.{to}").read_bytes()
    assert marked != data
    before, after = (open_file(f"rapport.{to}", each, FORMS).found for each in (data, marked))
    assert isinstance(before, RawForm)
    assert isinstance(after, RawForm)
    assert (before.values, before.places) == (after.values, after.places)
    assert len(checked.open_findings) == 4


def test_the_sheet_and_the_comments_say_it_in_french(tmp_path):
    _, (folder, _) = arrived(tmp_path, FormFormat.XLSX)
    workbook = openpyxl.load_workbook(folder / "rapport.xlsx")
    listed = workbook["À faire (contrôle)"]
    assert [cell.value for cell in listed[4]] == ["N°", "Où", "Ce qui ne va pas", "À faire", "Urgence"]
    comments = [cell.comment.text for row in workbook.worksheets[0] for cell in row if cell.comment]
    assert len(comments) == 4
    assert all(text.startswith("Contrôle:\n") and "\nÀ faire : " in text for text in comments)


@pytest.mark.parametrize("to", list(FormFormat))
def test_what_went_back_twice_is_marked_once(tmp_path, to):
    _, (folder, first) = arrived(tmp_path, to)
    again, second = send_back(tmp_path, folder, "nog-eens")
    assert second.comparison is not None
    assert (second.comparison.solved, second.comparison.new) == ((), ())
    assert len(second.comparison.still_open) == len(first.open_findings)
    once_more, _ = send_back(tmp_path, again, "en-nog-eens")
    assert (once_more / f"rapport.{to}").read_bytes() == (again / f"rapport.{to}").read_bytes()
