import pytest
from lxml import etree

from docgen.errors import UnreadableFileError
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.docx.blank import make_blank
from docgen.formats.docx.lines import read_lines
from docgen.formats.docx.package import w
from docgen.model.record import Prefill
from formats.docx.edit import edit, parse
from formats.docx.word import make_word


def rows(data: bytes) -> list[tuple[str, str]]:
    return [(line.place.spot, line.text) for line in read_lines(data, "rl1.docx").lines]


def test_paragraphs_and_rows_come_top_to_bottom_with_their_places():
    table = [["Naam", "Ambt"], ["Proef\nPersoon", ""]]
    assert [
        ("alinea 1", "Opdrachten"),
        ("alinea 3", "van\ttot"),
        ("alinea 3", "en verder"),
        ("tabel 1, rij 1", "Naam\tAmbt"),
        ("tabel 1, rij 2", "Proef Persoon\t"),
        ("tabel 2, rij 1", "slot"),
    ] == rows(make_word(["Opdrachten", " ", "van\ttot\nen verder"], [table, [["slot"]]]))


def test_the_name_of_the_file_stands_in_every_place():
    assert "rl1.docx, alinea 1" == str(read_lines(make_word(["x"]), "rl1.docx").lines[0].place)


def test_controls_links_and_tracked_changes_are_read_as_they_show():
    def change(root: etree._Element) -> None:
        root[0].insert(
            0, parse("<w:sdt><w:sdtContent><w:p><w:r><w:t>in een veld</w:t></w:r></w:p></w:sdtContent></w:sdt>")[0]
        )
        table = next(root.iter(w("tbl")))
        table.append(
            parse("<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>weg</w:t></w:r></w:p></w:tc></w:tr>")[0]
        )

    data = edit(make_word(["na"], [[["cel"]]]), change)
    assert [("alinea 1", "in een veld"), ("alinea 2", "na"), ("tabel 1, rij 1", "cel")] == rows(data)


def test_a_form_of_ours_can_be_read_as_lines_too():
    found = dict(rows(make_blank(FORM, Prefill({"naam_deelnemer": "Proef Persoon"}))))
    assert "Naam deelnemer (verplicht)\tProef Persoon" == found["tabel 1, rij 1"]


def test_a_file_without_text_is_refused_and_a_scan_in_it_is_named():
    with pytest.raises(UnreadableFileError, match="zonder tekst; kijk na"):
        read_lines(make_word([" "]), "a.docx")

    def picture(root: etree._Element) -> None:
        next(root.iter(w("p"))).extend(parse("<w:r><w:drawing/></w:r>"))

    with pytest.raises(UnreadableFileError, match="scan of foto"):
        read_lines(edit(make_word([" "]), picture), "a.docx")
