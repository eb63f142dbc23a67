"""What people and programs do to a workbook between sending and receiving, for the tests."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping

import openpyxl

#: Excel escapes what looks like its own escape; openpyxl does not.
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def edit(data: bytes, change: Callable[[openpyxl.Workbook], object]) -> bytes:
    """The workbook as openpyxl saves it after a change."""
    workbook = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    change(workbook)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def fill(data: bytes, values: Mapping[str, object]) -> bytes:
    """The form with values put in its named cells, as they are typed."""

    def put(workbook: openpyxl.Workbook) -> None:
        for key, value in values.items():
            cell = cell_of(workbook, key)
            cell.value = _ESCAPED.sub("_x005F_", value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"

    return edit(data, put)


def cell_of(workbook: openpyxl.Workbook, key: str):
    """The cell that a defined name refers to."""
    ((title, address),) = workbook.defined_names[key].destinations
    return workbook[title][address.replace("$", "")]


def insert_row(data: bytes, above: int, values: Mapping[int, object]) -> bytes:
    """The form with a row added above row `above` of its first sheet, names moved along as Excel does."""

    def insert(workbook: openpyxl.Workbook) -> None:
        sheet = workbook.worksheets[0]
        sheet.merged_cells.ranges.clear()
        sheet.insert_rows(above)
        for column, value in values.items():
            sheet.cell(above, column).value = value
        for name in workbook.defined_names.values():
            title, _, address = name.attr_text.rpartition("!$")
            letters, _, row = address.partition("$")
            if title.strip("'") == sheet.title and int(row) >= above:
                name.attr_text = f"{title}!${letters}${int(row) + 1}"

    return edit(data, insert)


def drop_names(data: bytes, *keys: str) -> bytes:
    """The workbook without these defined names; without any when none are given."""

    def drop(workbook: openpyxl.Workbook) -> None:
        for key in keys or list(workbook.defined_names):
            del workbook.defined_names[key]

    return edit(data, drop)


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zip_of(parts: Mapping[str, bytes]) -> bytes:
    """A zip of parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def change_part(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part changed."""
    parts = parts_of(data)
    changed = change(parts[part])
    assert changed != parts[part], f"nothing changed in {part}"
    return zip_of({**parts, part: changed})
