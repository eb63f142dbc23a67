"""Write the samples of the competentiebilan: ``python samples/making/competentiebilan.py`` from the project's root.

Each case becomes ``samples/competentiebilan/<case>/input/<reference>/`` with its ``expected.json``; the settings and
decisions that they share stand beside them. No file or folder bears a person's name.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bilans import ON, Case, Filled, requests, summaries
from fill import fill_docx, fill_pdf, fill_xlsx

from docgen.families.competentiebilan.aanvraag import AANVRAAG
from docgen.families.competentiebilan.samenvatting import SAMENVATTING
from docgen.formats.blank import FormFormat, make_form
from docgen.formats.xlsx.table import write_workbook
from docgen.model.form import Form
from docgen.model.record import Prefill
from docgen.model.sheet import Column, Sheet

TARGET = Path(__file__).resolve().parents[1] / "competentiebilan"
FORMS = {form.name: form for form in (AANVRAAG, SAMENVATTING)}
FILL = {"xlsx": fill_xlsx, "pdf": fill_pdf, "docx": fill_docx}
SETTINGS = """\
# Settings of the invented career centre of the samples.
[organisatie]
naam = "Loopbaancentrum Voorbeeldegem"
dienst = "Competentiebilan"
adres = ["Proefstraat 1", "9999 Voorbeeldegem"]
email = "bilan@loopbaancentrum.example"
telefoon = "02 000 00 00"
plaats = "Voorbeeldegem"
"""


def main() -> None:
    """Write every case anew."""
    shutil.rmtree(TARGET, ignore_errors=True)
    cases = [(f"CB-2026-{number:04}", case) for number, case in enumerate([*requests(), *summaries()], start=1)]
    for reference, case in cases:
        folder = TARGET / case.name
        for name, data in files(reference, case):
            write(folder / "input" / reference / name, data)
        said = json.dumps(expected(reference, case), indent=1, ensure_ascii=False)
        write(folder / "expected.json", said.encode() + b"\n")
    write(TARGET / "docgen.toml", SETTINGS.encode())
    write(TARGET / "beslissingen.xlsx", decisions(cases))
    write(TARGET / "README.md", describe([case for _, case in cases]).encode())
    print(f"{len(cases)} cases in {TARGET}")  # noqa: T201 - a script's answer


def files(reference: str, case: Case) -> Iterator[tuple[str, bytes]]:
    """The files of one dossier; a second form of the same kind gets a number."""
    for number, filled in enumerate(case.forms, start=1):
        yield f"{filled.form}{'' if number == 1 else f'-{number}'}.{filled.to}", filled_form(reference, filled)
    yield from case.other_files.items()


def filled_form(reference: str, filled: Filled) -> bytes:
    """The form as it was sent out under its reference and came back."""
    form: Form = FORMS[filled.form].in_language(filled.language)
    blank = make_form(form, FormFormat(filled.to), Prefill(dict(filled.locked), reference=reference))  # type: ignore[arg-type]
    shown = {key: shown_value(form, key, value) for key, value in filled.values.items()}
    return FILL[filled.to](blank, shown)


def shown_value(form: Form, key: str, value: object) -> object:
    """A value as a person types it in that form: its own word for a choice."""
    question = form.question(key)
    return question.show(value) if question is not None and isinstance(value, str) else value


def expected(reference: str, case: Case) -> dict[str, object]:
    """The clerk's conclusion, with what the check is run with."""
    conclusion = {"verdict": case.verdict, "findings": [list(row) for row in case.rows]}
    return {"shows": case.shows, "peildatum": ON.isoformat(), "dossiers": {reference: conclusion}}


def decisions(cases: list[tuple[str, Case]]) -> bytes:
    """What the desk decided."""
    why = "Het ongeval leidde tot arbeidsongeschiktheid en telt als ziekte."
    rows = [
        (rule, reference, "Veerle Voorbeeld", date(2026, 9, 10), why, None)
        for reference, case in cases for rule in case.decided
    ]  # fmt: skip
    titles = ("regel", "dossier", "wie", "wanneer", "waarom", "tot")
    return write_workbook(
        [Sheet("Beslissingen", tuple(map(Column, titles)), rows)], title="Beslissingen van het bureau"
    )


INTRO = """\
# Samples of the competentiebilan

Every folder holds in `input/` one dossier as it arrives, under its reference, and in `expected.json` what a careful clerk
concludes of it on the peildatum. All people and organisations are invented; no file or folder bears a person's name.
`python samples/making/competentiebilan.py` writes them anew. Licence: that of docgen.

```
docgen check samples/competentiebilan/*/input --on 2026-09-15 --settings samples/competentiebilan/docgen.toml \\
    --decisions samples/competentiebilan/beslissingen.xlsx
docgen render competentiebilan/samenvatting samples/competentiebilan/samenvatting-lang/input -o samenvattingen \\
    --on 2026-09-15 --settings samples/competentiebilan/docgen.toml
```

| case | form, filled by | what it shows | verdict |
|---|---|---|---|
"""
FILLED_BY = {"xlsx": "Excel, openpyxl", "pdf": "PDF, pypdf", "docx": "Word, lxml"}


def describe(cases: list[Case]) -> str:
    """The table of all samples, for people."""
    rows = (
        f"| {case.name} | {case.forms[0].form}, {case.forms[0].language}, {FILLED_BY[case.forms[0].to]} "
        f"| {case.shows} | {case.verdict} |"
        for case in cases
    )
    return INTRO + "\n".join(rows) + "\n"


def write(path: Path, data: bytes) -> None:
    """Write one file, with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    main()
