"""Read the desk's decisions from its own file: a workbook, csv or json with one decision a row.

The columns, in any order (English names are taken too): ``regel`` (rule, as a report names it), ``dossier`` (a
dossier's name as the report gives it, or ``*`` for all), ``wie`` (who), ``wanneer`` (when), ``waarom`` (why), ``tot``
(until, may be empty: the last day on which it holds). Other columns, such as remarks, are left alone; an empty row
is skipped.
A json file holds a list of objects with those names.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from docgen.actions.read_dossier import read_regular_file
from docgen.dates import format_date, parse_date
from docgen.errors import DocgenError, SetupError, UnreadableFileError
from docgen.model.rule import Decision
from docgen.model.sheet import Cell
from docgen.text import find_closest, fold, fold_tight

_COLUMNS = {
    "regel": "regel", "rule": "regel", "dossier": "dossier", "wie": "wie", "who": "wie", "wanneer": "wanneer",
    "when": "wanneer", "datum": "wanneer", "waarom": "waarom", "why": "waarom", "reden": "waarom", "tot": "tot",
    "until": "tot", "geldig tot": "tot",
}  # fmt: skip
_REQUIRED = ("regel", "dossier", "wie", "wanneer", "waarom")

Row = tuple[int, Mapping[str, Cell]]


def read_decisions(path: Path, rules: Collection[str] = ()) -> tuple[Decision, ...]:
    """The decisions in the file, in its order; `rules` are the ids that exist (all are taken when it is empty).

    Raises SetupError for a file that cannot be read and for the first row that is not whole, with its number.
    """
    name = path.name
    try:
        rows = list(_read_rows(path))
    except DocgenError as error:
        message = f"Het beslissingenbestand “{name}” {_clause(error)}."
        raise SetupError(message) from error
    return tuple(_decide(row, name, rules) for row in rows)


def _clause(error: DocgenError) -> str:
    return str(error).rstrip(".")


def _read_rows(path: Path) -> Iterator[Row]:
    data = read_regular_file(path)
    if path.suffix.lower() == ".json":
        yield from _read_json(data)
        return
    table = _read_table(data)
    heads = [_COLUMNS.get(fold(str(cell or ""))) for cell in (table[0] if table else ())]
    if missing := [column for column in _REQUIRED if column not in heads]:
        message = (
            f"heeft geen kolom {', '.join(missing)}; de eerste rij noemt regel, dossier, wie, wanneer, waarom, tot"
        )
        raise SetupError(message)
    for number, cells in enumerate(table[1:], start=2):
        row = {head: cell for head, cell in zip(heads, cells, strict=False) if head}
        if any(str(cell or "").strip() for cell in row.values()):
            yield number, row


def _read_table(data: bytes) -> Sequence[Sequence[Cell]]:
    if data.startswith(b"PK"):
        from docgen.formats.xlsx.table import read_workbook  # noqa: PLC0415 - heavy library

        sheets = read_workbook(data)
        return sheets[0][1] if sheets else ()
    from docgen.formats.csv import read_csv  # noqa: PLC0415 - only for csv

    return read_csv(data)


def _read_json(data: bytes) -> Iterator[Row]:
    try:
        items = json.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        message = "is geen geldig json-bestand; kijk de schrijfwijze na"
        raise UnreadableFileError(message) from error
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        message = "bevat geen lijst van beslissingen; begin met [ en geef elke beslissing tussen { en }"
        raise UnreadableFileError(message)
    for number, item in enumerate(items, start=1):
        yield number, {_COLUMNS[fold(key)]: _plain(value) for key, value in item.items() if fold(key) in _COLUMNS}


def _plain(value: object) -> Cell:
    return value if isinstance(value, str) else None


def _decide(numbered: Row, name: str, rules: Collection[str]) -> Decision:
    number, row = numbered
    texts = {column: str(cell).strip() for column, cell in row.items() if cell is not None and column != "wanneer"}
    if missing := [column for column in _REQUIRED if not str(row.get(column) or "").strip()]:
        raise _fault(name, number, f"{', '.join(missing)} ontbreekt; vul dit in of haal de rij weg")
    # Typed over from a report by hand: capitals, spaces and hyphens may differ.
    rule = {fold_tight(known): known for known in rules}.get(fold_tight(texts["regel"]))
    if rules and rule is None:
        close = find_closest(texts["regel"], list(rules))
        raise _fault(name, number, _unknown_rule(texts["regel"], close))
    return Decision(
        rule=rule or texts["regel"],
        dossier=texts["dossier"],
        who=texts["wie"],
        when=_day(row["wanneer"], "wanneer", name, number),
        why=texts["waarom"],
        until=_day(row["tot"], "tot", name, number) if texts.get("tot") else None,
    )


def _unknown_rule(rule: str, close: str | None) -> str:
    hint = f"bedoelt u “{close}”?" if close else "neem de naam over uit het verslag"
    return f"de regel “{rule}” bestaat niet; {hint}"


def _day(cell: Cell, column: str, name: str, number: int) -> date:
    reading = parse_date(cell) if cell is not None else None
    if reading is None or reading.value is None or reading.doubt:
        raise _fault(name, number, f"{column} is geen datum; schrijf ze als {format_date(date(2026, 9, 1))}")
    return reading.value


def _fault(name: str, number: int, words: str) -> SetupError:
    return SetupError(f"Beslissingenbestand “{name}”, rij {number}: {words}.".replace("?.", "?"))
