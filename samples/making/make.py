"""Write all samples: ``python samples/making/make.py`` from the project's root; LibreOffice must be installed.

Each case becomes ``samples/jobtraining/<case>/input/<dossier>/`` with its ``expected.json``, and the enrolment
list, settings and decisions that they share stand beside them.
"""

from __future__ import annotations

import json
import shutil
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from aankomst.arrival import Arrival
from aankomst.every import every_arrival
from arrivals import arrivals, as_zip
from cases import ON, Case, complete, counting, faults, mentors
from fill import fill_docx, fill_pdf, fill_xlsx, save_again
from logo import draw_logo
from people import Answers, Trainee

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.formats.blank import FormFormat, make_form
from docgen.formats.xlsx.table import write_workbook
from docgen.model.record import Prefill
from docgen.model.sheet import Column, Sheet

TARGET = Path(__file__).resolve().parents[1] / "jobtraining"
FILL = {"xlsx": fill_xlsx, "pdf": fill_pdf, "docx": fill_docx}
SETTINGS = """\
# Settings of the invented organisation of the samples.
[organisatie]
naam = "Voorbeelddienst"
dienst = "Dienst Jobtraining"
adres = ["Proefstraat 1", "9999 Voorbeeldegem"]
email = "jobtraining@voorbeelddienst.example"
telefoon = "02 000 00 00"
plaats = "Voorbeeldegem"
ondertekenaar = "Veerle Voorbeeld"
ondertekenaar_functie = "hoofd van de dienst"
logo = "logo.png"

[betaling]
begunstigde = "Voorbeelddienst Jobtraining"
iban = "BE65 0969 9999 9996"

[handtekening]
aanvaard = ["getypte naam"]
"""


def main() -> None:
    """Write every case anew."""
    cases = [*complete(), *counting(), *faults(), *mentors(), *arrivals()]
    for case in cases:
        shutil.rmtree(TARGET / case.name, ignore_errors=True)
        write_case(case)
    write_around(cases)
    print(f"{len(cases)} cases in {TARGET}")  # noqa: T201 - a script's answer


def write_around(cases: list[Case]) -> None:
    """What all samples share, and the table that describes them."""
    write_shared([*cases, *every_arrival()])
    write(TARGET.parent / "README.md", (describe(cases) + describe_arrivals(every_arrival())).encode())


def write_case(case: Case) -> None:
    """One folder: the dossier as it arrives, and the clerk's conclusion."""
    folder = TARGET / case.name / "input" / dossier_name(case.trainee)
    files = dict(case.evidence)
    if case.form:
        files[f"verantwoordingsdocument.{case.form}"] = filled_form(case)
    if case.name in ("twee-formulieren", "twee-personen"):
        files["verantwoordingsdocument-2.xlsx"] = second_form(case)
    if case.name == "volledig-word":
        write(folder.with_suffix(".zip"), as_zip(files))
    else:
        for name, data in files.items():
            write(folder / name, data)
    write(
        TARGET / case.name / "expected.json", json.dumps(expected(case), indent=1, ensure_ascii=False).encode() + b"\n"
    )


def filled_form(case: Case) -> bytes:
    """The form as the trainee and the mentor sent it."""
    form, values = FormFormat(case.form), case.filled.values()
    locked = {"naam_deelnemer": case.trainee.name, "scholengroep": case.trainee.scholengroep} if case.reference else {}
    blank = make_form(VERANTWOORDINGSDOCUMENT, form, Prefill(locked, reference=case.reference))
    data = FILL[case.form](blank, values)
    return save_again(data, case.form) if case.saved_by != "script" else data


def second_form(case: Case) -> bytes:
    """A form that differs: of the same trainee, or of another."""
    other = Trainee("Ernest Anderstein") if case.name == "twee-personen" else case.trainee
    answers = Answers(other, end=date(2026, 6, 26) if other is case.trainee else date(2026, 6, 30))
    return fill_xlsx(make_form(VERANTWOORDINGSDOCUMENT, FormFormat.XLSX), answers.values())


def expected(case: Case) -> dict[str, object]:
    """The clerk's conclusion, with what the check is run with."""
    dossier = dossier_name(case.trainee)
    name = f"{dossier}.zip" if case.name == "volledig-word" else dossier
    return {
        "shows": case.shows,
        "peildatum": ON.isoformat(),
        "dossiers": {name: {"verdict": case.verdict, "findings": [list(row) for row in case.rows]}},
    }


def write_shared(cases: Sequence[Case | Arrival]) -> None:
    """The enrolment list, the settings and the decisions of the desk."""
    columns = ("referentie", "Naam trainee", "Scholengroep", "Onderwijsniveau", "Datum vormingsattest",
               "Datum hervalidering", "Mentor", "Scholengroep van de mentor", "Betaald")  # fmt: skip
    rows = [
        (case.reference, case.trainee.name, case.trainee.scholengroep, case.enrolment.niveau, case.enrolment.attest,
         case.enrolment.hervalidering, case.trainee.mentor, case.enrolment.mentor_scholengroep, None)
        for case in cases if case.enrolment
    ]  # fmt: skip
    sheet = Sheet("Inschrijvingen", tuple(Column(title, is_date=title.startswith("Datum")) for title in columns), rows)
    write(TARGET / "inschrijvingen.xlsx", write_workbook([sheet], title="Inschrijvingen jobtraining"))
    decisions = [
        (rule, dossier_name(case.trainee), "Veerle Voorbeeld", date(2026, 9, 1), "De mentor bevestigde het thema.", None)
        for case in cases for rule in case.decide
    ]  # fmt: skip
    titles = ("regel", "dossier", "wie", "wanneer", "waarom", "tot")
    book = write_workbook(
        [Sheet("Beslissingen", tuple(map(Column, titles)), decisions)], title="Beslissingen van het bureau"
    )
    write(TARGET / "beslissingen.xlsx", book)
    write(TARGET / "docgen.toml", SETTINGS.encode())
    write(TARGET / "logo.png", draw_logo())


INTRO = """\
# Samples

Every folder `jobtraining/<case>/` holds in `input/` one dossier as it arrives and in `expected.json` what a careful clerk
concludes of it on the peildatum: the verdict and each finding as rule, severity and key. A test finds the folders by
walking and compares. All people, schools and numbers are invented.

`python samples/making/make.py` writes them anew (LibreOffice must be installed). The forms are docgen's own blank forms,
filled by the program in the column *form*; RL1s and payment proofs are drawn by reportlab in `making/evidence.py`, in
three and four invented layouts. `inschrijvingen.xlsx`, `beslissingen.xlsx` and `docgen.toml` are the desk's own files for
all cases; `logo.png`, which its documents print, is drawn by `making/logo.py`. Licence: that of docgen.

The other families describe their samples in a README of their own, such as [trajecten](trajecten/README.md).

To check all of those of jobtraining, from the project's root:

```
docgen check samples/jobtraining/*/input --on 2026-09-15 --enrolments samples/jobtraining/inschrijvingen.xlsx \\
    --decisions samples/jobtraining/beslissingen.xlsx --settings samples/jobtraining/docgen.toml
```

| case | form, filled by | files | what it shows | verdict |
|---|---|---|---|---|
"""
FILLED_BY = {"xlsx": "Excel, openpyxl", "pdf": "PDF, pypdf", "docx": "Word, lxml", None: "none"}
SAVED_BY = {"calc": ", saved by LibreOffice Calc", "writer": ", saved by LibreOffice Writer", "script": ""}


def describe(cases: list[Case]) -> str:
    """The table of all samples, for people."""
    rows = (
        f"| {case.name} | {FILLED_BY[case.form]}{SAVED_BY[case.saved_by]} | {', '.join(case.evidence)} "
        f"| {case.shows} | {case.verdict} |"
        for case in cases
    )
    return INTRO + "\n".join(rows) + "\n"


ARRIVALS = """
## What really arrives

The folders `aankomst-*` hold uploads as people send them: forms filled by real programs, mails, zips, flattened and
printed copies, scans, phone photographs, screens of bank apps, and the sjabloon of the handleiding retyped. What stands
in `expected.json` follows from what the script put in the files. Where docgen may doubt what a person reads at a glance,
`doubts` names the rules on which it asks a person to look: its verdict is then never better than *na-te-kijken*. `needs`
names the extra that reads the files; without it a test skips them aloud. `python samples/making/make_aankomst.py` writes them anew, and names the programs it drives.

| case | how it was made | what it shows | the clerk | docgen |
|---|---|---|---|---|
"""


def describe_arrivals(found: Sequence[Arrival]) -> str:
    """The table of the uploads that really arrive."""
    rows = (
        f"| {each.folder} | {each.made} | {each.shows}{' (OCR)' if each.needs else ''} | {each.verdict} "
        f"| {answer(each)} |"
        for each in found
        if (TARGET / each.folder).is_dir()
    )
    return ARRIVALS + "\n".join(rows) + "\n"


def answer(arrival: Arrival) -> str:
    """What docgen says: the clerk's word, or that a person must look."""
    doubtful = arrival.doubts and arrival.verdict == "volledig"
    return "na-te-kijken" if doubtful else arrival.verdict


def dossier_name(who: Trainee) -> str:
    """The folder's name as a desk would write it: without accents, hyphens for spaces."""
    plain = (
        unicodedata.normalize("NFKD", who.name.translate(str.maketrans("łŁ’", "lL'")))
        .encode("ascii", "ignore")
        .decode()
    )
    return plain.replace("'", "").replace(" ", "-")


def write(path: Path, data: bytes) -> None:
    """Write one file, with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    main()
