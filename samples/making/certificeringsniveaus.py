"""Write the samples of the certification levels: ``python samples/making/certificeringsniveaus.py`` from the root.

Each case becomes ``samples/certificeringsniveaus/<case>/input/organisaties.xlsx`` (docgen's own roster, filled by
openpyxl) or ``.json``, with its ``expected.json``; the desk's settings and decisions stand beside them.
"""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from docgen.actions.make_roster import make_roster
from docgen.families.certificeringsniveaus.record import ORGANISATIE
from docgen.formats.xlsx.table import write_workbook
from docgen.model.sheet import Column, Sheet
from organisations import COLUMNS, ON, Case, Check, Client, Someone, averages, letters, thresholds

TARGET = Path(__file__).resolve().parents[1] / "certificeringsniveaus"
SETTINGS = """\
# Settings of the invented organisation of the samples.
[organisatie]
naam = "Proefdienst Selectie"
dienst = "Cel Certificering"
adres = ["Proeflaan 1", "9999 Voorbeeldegem"]
email = "certificering@proefdienst.example"
telefoon = "02 000 00 00"
plaats = "Voorbeeldegem"
ondertekenaar = "Veerle Voorbeeld"
ondertekenaar_functie = "directeur"

[organisatie.fr]
naam = "Service d’essai Sélection"
dienst = "Cellule Certification"
adres = ["Avenue de l’Essai 1", "9999 Exempleville"]
plaats = "Exempleville"
ondertekenaar_functie = "directrice"
"""
Row = Mapping[str, object]


def main() -> None:
    """Write every case anew."""
    cases = [*thresholds(), *averages(), *letters()]
    shutil.rmtree(TARGET, ignore_errors=True)
    for case in cases:
        folder = TARGET / case.name
        data = as_json(case) if case.to == "json" else as_workbook(case)
        write(folder / "input" / f"organisaties.{case.to}", data)
        write(folder / "expected.json", json.dumps(expected(case), indent=1, ensure_ascii=False).encode() + b"\n")
    write(TARGET / "docgen.toml", SETTINGS.encode())
    write(TARGET / "beslissingen.xlsx", decisions(cases))
    write(TARGET / "README.md", describe(cases).encode())
    print(f"{len(cases)} cases in {TARGET}")  # noqa: T201 - a script's answer


def as_workbook(case: Case) -> bytes:
    """The roster as an administrator fills it in: one sheet of organisations, one of people, one of Q-checks."""
    book = load_workbook(io.BytesIO(make_roster(ORGANISATIE)))
    organisations, people, checks = (book[title] for title in ("Organisaties", "Medewerkers", "Kwaliteitschecks"))
    fill(organisations, [line(client) for client in case.clients])
    fill(people, [row(client, someone) for client in case.clients for someone in client.people])
    fill(checks, [check_row(client, check) for client in case.clients for check in client.checks])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def fill(sheet, rows: list[Row]) -> None:  # noqa: ANN001 - an openpyxl sheet
    """Put rows below the headings of a sheet, each value under its own heading."""
    top = next(cells[0].row for cells in sheet.iter_rows() if cells[0].value == "Referentie")
    columns = {cell.value: cell.column for cell in sheet[top] if cell.value}
    for number, values in enumerate(rows, start=top + 1):
        for heading, value in values.items():
            if value is not None:
                cell = sheet.cell(number, columns[heading], value)
                if isinstance(value, date):
                    cell.number_format = "dd/mm/yyyy"


def line(client: Client) -> Row:
    """The line of one organisation."""
    french = client.language == "Frans"
    return {
        "Referentie": client.reference,
        "Naam van de organisatie": client.naam,
        "Huidig niveau": client.current,
        "Gevraagd niveau": client.asked,
        "Vereiste taalrollen": client.roles,
        "PRO Partner": client.partner,
        "Taal van de geadresseerde": client.language,
        "Geadresseerde": "Dominique Modèle" if french else "Dominique Model",
        "Functie van de geadresseerde": "directrice P&O" if french else "directeur P&O",
        "Adres": "Rue de l’Exemple 1\n9999 Exempleville" if french else "Voorbeeldstraat 1\n9999 Voorbeeldegem",
    }


def row(client: Client, someone: Someone) -> Row:
    """The row of one person."""
    held = {
        f"{COLUMNS[short]}: {part}": value
        for short in someone.held.split()
        for part, value in (("geslaagd", "ja"), ("datum", someone.passed))
    }
    own = {
        "Naam": someone.naam,
        "Taalrol": someone.rol,
        "In dienst van": date(2019, 1, 1),
        "In dienst tot en met": someone.until,
    }
    return {"Referentie": client.reference, **own, **held}


def check_row(client: Client, check: Check) -> Row:
    """The row of one Q-check."""
    return {
        "Referentie": client.reference,
        "Persoon": check.persoon,
        "Selectie": "PROEF 2026",
        "Afgesloten": check.closed,
        "Score": check.score,
    }


#: The key of each column, for the list as json.
KEYS = {
    "Naam van de organisatie": "naam", "Huidig niveau": "huidig_niveau", "Gevraagd niveau": "gevraagd_niveau",
    "Vereiste taalrollen": "vereiste_taalrollen", "PRO Partner": "pro_partner", "Taal van de geadresseerde": "taal",
    "Geadresseerde": "geadresseerde", "Functie van de geadresseerde": "functie", "Adres": "adres", "Naam": "naam",
    "Taalrol": "taalrol", "In dienst van": "dienst_van", "In dienst tot en met": "dienst_tot", "Persoon": "persoon",
    "Selectie": "selectie", "Afgesloten": "afgesloten", "Score": "score", "Referentie": "referentie",
    **{f"{label}: {part}": f"{key}_{part}" for key, label in (
        ("consultant", COLUMNS["AZ"]), ("selectietests", COLUMNS["ST"]), ("voorzitter", COLUMNS["IV"]), ("assessment", COLUMNS["AS"]),
    ) for part in ("geslaagd", "datum")},
}  # fmt: skip


def as_json(case: Case) -> bytes:
    """The same list as another program exports it."""
    records = [
        {
            **dict(keyed(line(client))),
            "medewerkers": [dict(keyed(row(client, someone), leave="Referentie")) for someone in client.people],
            "kwaliteitschecks": [dict(keyed(check_row(client, check), leave="Referentie")) for check in client.checks],
        }
        for client in case.clients
    ]
    return json.dumps(records, indent=1, ensure_ascii=False, default=str).encode() + b"\n"


def keyed(values: Row, leave: str = "") -> Iterator[tuple[str, object]]:
    """The values by key, without what is empty."""
    return ((KEYS[heading], value) for heading, value in values.items() if value is not None and heading != leave)


def expected(case: Case) -> dict[str, object]:
    """The clerk's conclusion, with what the check is run with."""
    return {
        "shows": case.shows,
        "peildatum": ON.isoformat(),
        "dossiers": {
            client.reference: {"verdict": client.verdict, "findings": [list(finding) for finding in client.rows]}
            for client in case.clients
        },
    }


def decisions(cases: list[Case]) -> bytes:
    """What the desk decided."""
    why = "Het bureau volgt het gemiddelde van alle Q-checks."
    rows = [
        (rule, client.reference, "Veerle Voorbeeld", date(2026, 9, 10), why, None)
        for case in cases for client in case.clients for rule in client.decided
    ]  # fmt: skip
    titles = ("regel", "dossier", "wie", "wanneer", "waarom", "tot")
    return write_workbook(
        [Sheet("Beslissingen", tuple(map(Column, titles)), rows)], title="Beslissingen van het bureau"
    )


INTRO = """\
# Samples of the certification levels

Every folder holds in `input/` one list of organisations as it arrives, and in `expected.json` what a careful clerk
concludes of each organisation on the peildatum. All organisations and people are invented.
`python samples/making/certificeringsniveaus.py` writes them anew. Licence: that of docgen.

```
docgen render certificeringsniveaus/beslissing samples/certificeringsniveaus/meer-organisaties/input -o brieven \\
    --on 2026-09-15 --settings samples/certificeringsniveaus/docgen.toml
```

| case | list | what it shows | verdicts |
|---|---|---|---|
"""


def describe(cases: list[Case]) -> str:
    """The table of all samples, for people."""
    rows = (
        f"| {case.name} | {case.to} | {case.shows} | {', '.join(client.verdict for client in case.clients)} |"
        for case in cases
    )
    return INTRO + "\n".join(rows) + "\n"


def write(path: Path, data: bytes) -> None:
    """Write one file, with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    main()
