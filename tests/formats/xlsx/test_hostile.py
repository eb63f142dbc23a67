"""Workbooks made to hurt, and workbooks that are only strange: a value, a finding or one clause, never more."""

import io
import re
from datetime import date

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from docgen.errors import UnreadableFileError
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.xlsx.blank import make_blank
from docgen.formats.xlsx.filled import read_filled
from docgen.formats.xlsx.lines import read_lines
from docgen.model.record import Prefill, read_record
from workbooks import cell_of, change_part, edit, parts_of, zip_of

FILLED = make_blank(FORM, Prefill({"naam_deelnemer": "Ann Proef", "startdatum": date(2025, 9, 1)}, locked=False))
SHEET = "xl/worksheets/sheet1.xml"
BROKEN = r"^is een beschadigde Excel-werkmap; .*[^.]$"
UNSAFE = r"^is een onveilig opgebouwde Excel-werkmap .*[^.]$"


def read(data):
    raw = read_filled(data, "a.xlsx", [FORM])
    assert raw is not None
    return read_record(FORM, raw, "a.xlsx")


def rows_of(reading):
    return [(problem.rule, problem.key) for problem in reading.problems]


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/worksheets/sheet3.xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_with_a_doctype_is_refused(part, encoding):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'

    def change(content):
        text = re.sub(r"^<\?xml.*?\?>", "", content.decode())
        return f'<?xml version="1.0" encoding="{encoding}"?>{bomb}{text}'.encode(encoding)

    with pytest.raises(UnreadableFileError, match=UNSAFE):
        read_filled(change_part(FILLED, part, change), "a.xlsx", [FORM])


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/_rels/workbook.xml.rels"])
def test_a_part_cut_short_is_refused(part):
    with pytest.raises(UnreadableFileError, match=BROKEN):
        read_filled(change_part(FILLED, part, lambda content: content[: len(content) // 2]), "a.xlsx", [FORM])


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET])
def test_a_workbook_without_its_own_parts_is_refused(part):
    parts = parts_of(FILLED)
    del parts[part]
    with pytest.raises(UnreadableFileError, match=BROKEN):
        read_filled(zip_of(parts), "a.xlsx", [FORM])


@pytest.mark.parametrize("at", [5000, len(FILLED) - 200, len(FILLED) - 30])
def test_a_damaged_zip_is_refused(at):
    with pytest.raises(UnreadableFileError, match=BROKEN):
        read_filled(FILLED[:at] + b"\xff" * 20 + FILLED[at + 20 :], "a.xlsx", [FORM])


def test_a_truncated_file_is_refused():
    with pytest.raises(UnreadableFileError, match=BROKEN):
        read_filled(FILLED[: len(FILLED) // 2], "a.xlsx", [FORM])


def test_a_cell_in_the_last_corner_costs_nothing():
    def put(workbook):
        workbook.worksheets[0]["XFD1048576"] = "ver"

    assert ("Ann Proef", ()) == (read(edit(FILLED, put)).record.naam_deelnemer, read(edit(FILLED, put)).problems)


@pytest.mark.parametrize(
    "cell",
    [
        "<c r='XFD1048576'><v>1</v></c>",
        '<c\n r="XFD1048576"><v>1</v></c>',
        '<c r = "xfd1048576" ><v>1</v></c>',
        '<c t="n" r="XFD1048576"><v>1</v></c>',
        '<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="XFD1048576"><v>1</v></x:c>',
        '<c r="A99999999999"><v>1</v></c>',
        '</row><row r="1048576"><c><v>1</v></c><c r="XFD1048576"><v>2</v></c>',
        '</row><row r="99999999999"><c><v>1</v></c>',
    ],
)
def test_a_far_cell_in_any_writing_costs_nothing(cell):
    data = change_part(
        FILLED, SHEET, lambda part: part.replace(b"</row></sheetData>", cell.encode() + b"</row></sheetData>")
    )
    assert "Ann Proef" == read(data).record.naam_deelnemer


@pytest.mark.parametrize("count", ["uniqueCount='99999999999'", 'count="1" uniqueCount = "4294967290"'])
def test_more_strings_announced_than_there_are_is_refused(count):
    strings = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" {count}></sst>'
    parts = {**parts_of(FILLED), "xl/sharedStrings.xml": strings.encode()}
    with pytest.raises(UnreadableFileError, match=BROKEN):
        read_filled(zip_of(parts), "a.xlsx", [FORM])


def test_parts_and_sheets_of_the_same_name_are_refused():
    twice = {**parts_of(FILLED), "xl/Worksheets/sheet1.xml": b"<worksheet/>"}
    with pytest.raises(UnreadableFileError, match=BROKEN):
        read_filled(zip_of(twice), "a.xlsx", [FORM])
    with pytest.raises(UnreadableFileError, match=BROKEN):
        read_filled(
            change_part(FILLED, "xl/workbook.xml", lambda part: part.replace(b'"docgen"', b'"Keuzelijsten"')),
            "a",
            [FORM],
        )


def test_parts_named_in_other_capitals_are_found():
    data = change_part(FILLED, "xl/_rels/workbook.xml.rels", lambda part: part.replace(b"/sheet1.xml", b"/Sheet1.XML"))
    assert "Ann Proef" == read(data).record.naam_deelnemer


def test_rows_after_a_table_without_end_are_read_up_to_a_limit():
    def put(workbook):
        sheet = workbook.worksheets[0]
        last = cell_of(workbook, "initiatieven__10__datum").row
        for key in [q.key for q in FORM.single_questions if q.key.startswith(("traject", "handtekening"))]:
            cell_of(workbook, key).value = None
            del workbook.defined_names[key]
        sheet.delete_rows(last + 1, 20)
        for row in range(last + 1, last + 900):
            sheet.cell(row, 7).value = "x"

    assert 510 == len(read(edit(FILLED, put)).record.initiatieven)


def put_cell(key, value, **more):
    """Replace the XML of a key's cell."""
    workbook = openpyxl.load_workbook(io.BytesIO(FILLED))
    address = cell_of(workbook, key).coordinate

    def change(content):
        attributes = "".join(f' {name}="{text}"' for name, text in more.items())
        pattern = rf'<c r="{address}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)'
        return re.sub(pattern, lambda m: f'<c r="{address}"{m[1]}{attributes}>{value}</c>', content.decode()).encode()

    return change_part(FILLED, SHEET, change)


@pytest.mark.parametrize(
    ("cell", "attributes", "found"),
    [
        ("<v>#N/A</v>", {"t": "e"}, "#N/B"),
        ("<f>1/0</f><v>#DIV/0!</v>", {"t": "e"}, "#DEEL/0!"),
        ("<v/>", {"t": "e"}, "#?"),
        ("<f>VANDAAG()</f>", {}, None),
        ("<f>TODAY()</f><v></v>", {}, None),
    ],
)
def test_an_error_or_a_formula_without_result_is_unreadable(cell, attributes, found):
    reading = read(put_cell("startdatum", cell, **attributes))
    assert [("onleesbaar-veld", "startdatum", found)] == [(p.rule, p.key, p.found) for p in reading.problems]


def test_a_date_that_a_formula_gives_is_read_with_doubt():
    reading = read(put_cell("startdatum", "<f>TODAY()</f><v>45000</v>"))
    assert (date(2023, 3, 15), [("onzekere-lezing", "startdatum")]) == (reading.record.startdatum, rows_of(reading))


def test_a_text_that_a_formula_gives_is_read():
    reading = read(put_cell("naam_deelnemer", "<f>Blad2!A1</f><v>Ann uit formule</v>", t="str"))
    assert ("Ann uit formule", ()) == (reading.record.naam_deelnemer, reading.problems)


def test_a_workbook_that_counts_from_1904_gives_the_same_days():
    def recount(workbook):
        workbook.epoch = CALENDAR_MAC_1904
        cell_of(workbook, "einddatum").value = 43920
        cell_of(workbook, "einddatum").number_format = "General"

    reading = read(edit(FILLED, recount))
    assert (date(2025, 9, 1), date(2024, 3, 31)) == (reading.record.startdatum, reading.record.einddatum)


def test_strict_workbooks_are_read():
    def strict(content):
        transitional = b"http://schemas.openxmlformats.org/"
        return content.replace(
            transitional + b"spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"
        ).replace(
            transitional + b"officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    data = zip_of({name: strict(part) for name, part in parts_of(FILLED).items()})
    assert ("Ann Proef", ()) == (read(data).record.naam_deelnemer, read(data).problems)


def test_parts_with_a_prefix_of_their_own_are_read():
    def prefixed(content):
        text = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", content.decode().partition("?>")[2] or content.decode())
        return text.replace("xmlns=", "xmlns:x=").encode()

    data = FILLED
    for part in ("xl/workbook.xml", SHEET):
        data = change_part(data, part, prefixed)
    reading = read(data)
    assert ("Ann Proef", date(2025, 9, 1), ()) == (
        reading.record.naam_deelnemer, reading.record.startdatum, reading.problems,
    )  # fmt: skip


def test_a_workbook_elsewhere_in_the_zip_is_read_or_refused():
    parts = parts_of(FILLED)
    parts["xl/boek.xml"] = parts.pop("xl/workbook.xml")
    parts["xl/_rels/boek.xml.rels"] = parts.pop("xl/_rels/workbook.xml.rels")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"xl/workbook.xml", b"/xl/./boek.xml")
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"xl/workbook.xml", b"xl/boek.xml")
    with pytest.raises(UnreadableFileError, match=BROKEN):  # calamine looks in one place only
        read_filled(zip_of(parts), "a.xlsx", [FORM])


def test_macro_sheets_are_named():
    data = zip_of({**parts_of(FILLED), "xl/macrosheets/sheet1.xml": b"<x/>"})
    with pytest.raises(UnreadableFileError, match=r"^is een Excel-werkmap met macrobladen; "):
        read_lines(data, "a.xlsm")


@pytest.mark.parametrize("name", ["startdatum", "Startdatum", "_xlnm.Print_Area", "contactmomenten__999__datum"])
def test_names_that_point_anywhere_do_no_harm(name):
    def change(content):
        text = f'<definedName name="{name}" localSheetId="99">[1]Blad!$A$1:$XFD$1048576</definedName></definedNames>'
        return content.replace(b"</definedNames>", text.encode())

    assert "Ann Proef" == read(change_part(FILLED, "xl/workbook.xml", change)).record.naam_deelnemer


def shared(length, cells):
    """A sheet in which one shared string stands in many cells."""
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, cells + 1))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
    strings = f'<sst xmlns="{main}"><si><t>{"A" * length}</t></si></sst>'
    return zip_of({**parts_of(FILLED), SHEET: sheet.encode(), "xl/sharedStrings.xml": strings.encode()})


def test_a_string_that_stands_in_very_many_cells_is_refused():
    with pytest.raises(UnreadableFileError, match="veel meer tekst dan een formulier heeft"):
        read_filled(shared(32_000, 3_000), "a.xlsx", [FORM])


def test_a_long_list_of_short_strings_is_read():
    assert 2_000 == len(read_lines(shared(50, 9_000), "a.xlsx").lines)
