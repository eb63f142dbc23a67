"""Fill in Excel forms in LibreOffice Calc and save them; run by a Python that has LibreOffice's `uno`.

``python3 type_in_calc.py PROFILE LOCALE JOBS.json``: each job opens a workbook, takes its steps as a person does
(type in a named cell, insert or move a row) and saves it as xlsx. Prints what the cells it was asked about show.
"""

# ruff: noqa: T201, FBT003 - the answer goes to the test that started this; UNO takes no keywords

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import CellAddress, CellRangeAddress, TableSortField

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
"""


def main():
    profile, locale, jobs = Path(sys.argv[1]), sys.argv[2], json.loads(Path(sys.argv[3]).read_text(encoding="utf-8"))
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS.format(locale), encoding="utf-8")
    pipe = f"docgen-calc-{locale}"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", f"--accept=pipe,name={pipe};urp;"]
    office = subprocess.Popen(command)
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        print(json.dumps([run(context, desktop, job) for job in jobs]))
        desktop.terminate()
    finally:
        office.terminate()
        office.wait(30)


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    return sys.exit("Calc did not start")


def run(context, desktop, job):
    document = desktop.loadComponentFromURL(f"file://{job['source']}", "_blank", 0, ())
    for action, *arguments in job["steps"]:
        globals()[action](context, document, *arguments)
    shown = {cell: document.Sheets.getByIndex(0).getCellRangeByName(cell).String for cell in job["show"]}
    document.storeToURL(f"file://{job['out']}", (setting("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
    return shown


def type_text(context, document, name, text):
    """Go to a named cell and type, as under the hands of a person: Calc reads dates in its own language."""
    address = document.NamedRanges.getByName(name).ReferredCells.RangeAddress
    cell = document.Sheets.getByIndex(address.Sheet).getCellByPosition(address.StartColumn, address.StartRow)
    dispatch(context, document, "GoToCell", ToPoint=cell.AbsoluteName.rpartition(".")[2])
    dispatch(context, document, "EnterString", StringName=text)


def type_at(context, document, cell, text):
    """The same by address."""
    dispatch(context, document, "GoToCell", ToPoint=cell)
    dispatch(context, document, "EnterString", StringName=text)


def unprotect(_context, document):
    """Take the protection off: there is no password."""
    document.Sheets.getByIndex(0).unprotect("")


def insert_row(_context, document, row):
    """Insert a row above one."""
    document.Sheets.getByIndex(0).Rows.insertByIndex(row - 1, 1)


def move_row(_context, document, row, to):
    """Move a row elsewhere."""
    sheet = document.Sheets.getByIndex(0)
    source = CellRangeAddress(0, 0, row - 1, 7, row - 1)
    sheet.moveRange(CellAddress(0, 0, to - 1), source)


def sort_rows(_context, document, first, last, column):
    """Sort rows, those with the last value first."""
    order = TableSortField()
    order.Field, order.IsAscending = column, False
    fields = setting("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (order,)))
    rows = document.Sheets.getByIndex(0).getCellRangeByPosition(0, first - 1, 20, last - 1)
    rows.sort((fields, setting("ContainsHeader", False)))


def drop_hidden_sheets(_context, document):
    """Delete the sheets that a person does not see."""
    for name in document.Sheets.ElementNames:
        if not document.Sheets.getByName(name).IsVisible:
            document.Sheets.removeByName(name)


def name_sheets(_context, document, name, before):
    """Give the sheet another name and put a new one before it."""
    document.Sheets.getByIndex(0).Name = name
    document.Sheets.insertNewByName(before, 0)


def dispatch(context, document, command, **arguments):
    helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    values = tuple(setting(name, value) for name, value in arguments.items())
    helper.executeDispatch(document.CurrentController.Frame, f".uno:{command}", "", 0, values)


def setting(name, value):
    pair = PropertyValue()
    pair.Name, pair.Value = name, value
    return pair


if __name__ == "__main__":
    main()
