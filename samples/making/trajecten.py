"""Write the samples of the on-the-job trajectories: ``python samples/making/trajecten.py`` from the project's root.

Each case becomes ``samples/trajecten/<case>/input/<dossier>/`` with its ``expected.json``; the desk's settings and
decisions stand beside them. LibreOffice must be installed.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from arrivals import foreign_workbook
from fill import fill_docx, fill_pdf, fill_xlsx, save_again
from mentees import ON, Case, cases

from docgen.families.trajecten.family import FAMILY
from docgen.formats.blank import FormFormat, make_form
from docgen.formats.xlsx.table import write_workbook
from docgen.model.record import Prefill
from docgen.model.sheet import Column, Sheet

TARGET = Path(__file__).resolve().parents[1] / "trajecten"
FILL = {"xlsx": fill_xlsx, "pdf": fill_pdf, "docx": fill_docx}
SETTINGS = """\
# Settings of the invented organisation of the samples.
[organisatie]
naam = "FOD Voorbeeld en Ondersteuning"
dienst = "Directoraat-generaal Proefwerving"
adres = ["Proeflaan 1", "9999 Voorbeeldegem"]
email = "trajecten@voorbeelddienst.example"
telefoon = "02 000 00 00"
plaats = "Voorbeeldegem"
ondertekenaar = "Veerle Voorbeeld"
ondertekenaar_functie = "directeur-generaal"

[certificaat]
nummer = "OJT-{jaar}-{volgnummer:05d}"
"""
INTRO = """\
# Samples of the on-the-job trajectories

Every folder `<case>/` holds in `input/` one dossier as it arrives and in `expected.json` what a careful clerk concludes of
it on the peildatum: the verdict and each finding as rule, severity and key. All people and organisations are invented.
`python samples/making/trajecten.py` writes them anew from `making/mentees.py` (LibreOffice must be installed): docgen's own
blank forms, filled by the program in the column *form*. Licence: that of docgen.

| case | form, filled by | what it shows | verdict |
|---|---|---|---|
"""
FILLED_BY = {"xlsx": "Excel, openpyxl", "pdf": "PDF, pypdf", "docx": "Word, lxml"}
SAVED_BY = {"calc": ", saved by LibreOffice Calc", "writer": ", saved by LibreOffice Writer", "script": ""}
LANGUAGES = {"nl": "", "fr": " (French)"}


def main() -> None:
    """Write every case anew."""
    shutil.rmtree(TARGET, ignore_errors=True)
    for case in cases():
        for name, data in files_of(case).items():
            write(TARGET / case.name / "input" / case.dossier / name, data)
        write(TARGET / case.name / "expected.json", as_json(expected(case)))
    write(TARGET / "docgen.toml", SETTINGS.encode())
    write(TARGET / "beslissingen.xlsx", decisions(cases()))
    write(TARGET / "README.md", describe(cases()).encode())
    print(f"{len(cases())} cases in {TARGET}")  # noqa: T201 - a script's answer


def files_of(case: Case) -> dict[str, bytes]:
    """The files of one dossier by name."""
    form = filled_form(case)
    files = {f"begeleidingsverslag.{case.to}": form}
    if case.extra == "kopie":
        files[f"begeleidingsverslag-2.{case.to}"] = form
    elif case.extra == "prijslijst":
        files["prijslijst.xlsx"] = foreign_workbook()
    return files


def filled_form(case: Case) -> bytes:
    """The form as it was sent back."""
    form = next(form for form in FAMILY.forms if form.name == case.form).in_language(case.language)
    prefill = Prefill({"naam_mentee": case.mentee}, reference=case.reference) if case.reference else Prefill()
    data = FILL[case.to](make_form(form, FormFormat(case.to), prefill), case.values)
    return save_again(data, case.to) if case.saved_by != "script" else data


def expected(case: Case) -> dict[str, object]:
    """The clerk's conclusion, with the day of the check."""
    conclusion = {"verdict": case.verdict, "findings": [list(row) for row in case.rows]}
    return {"shows": case.shows, "peildatum": ON.isoformat(), "dossiers": {case.dossier: conclusion}}


def decisions(all_cases: list[Case]) -> bytes:
    """The workbook in which the desk decided."""
    rows = [
        (rule, case.dossier, "Veerle Voorbeeld", ON, "De mentor bevestigde het.", None)
        for case in all_cases
        for rule in case.decide
    ]
    titles = ("regel", "dossier", "wie", "wanneer", "waarom", "tot")
    sheet = Sheet("Beslissingen", tuple(map(Column, titles)), rows)
    return write_workbook([sheet], title="Beslissingen van de dienst")


def describe(all_cases: list[Case]) -> str:
    """The table of the samples, for people."""
    rows = (
        f"| {case.name} | {FILLED_BY[case.to]}{LANGUAGES[case.language]}{SAVED_BY[case.saved_by]} | {case.shows} "
        f"| {case.verdict} |"
        for case in all_cases
    )
    return INTRO + "\n".join(rows) + "\n"


def as_json(value: object) -> bytes:
    """Indented JSON with its accents."""
    return json.dumps(value, indent=1, ensure_ascii=False).encode() + b"\n"


def write(path: Path, data: bytes) -> None:
    """Write one file, with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    main()
