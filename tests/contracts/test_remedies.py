"""Every remedy, tried by doing literally what it says in the sender's own marked files: the finding must be gone.

A wrong remedy is worse than none: whoever follows it would send the dossier back in vain.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from docgen.actions.check_dossiers import Desk, check_dossiers
from docgen.actions.collect_dossiers import Dossier, collect_dossiers
from docgen.actions.previous_check import compare_report, leave_out_own_files, read_previous
from docgen.actions.read_desk import DeskFiles, read_desk
from docgen.actions.write_corrections import write_corrections
from docgen.catalogue import find_shipped
from docgen.dates import parse_date
from docgen.families.jobtraining.family import FAMILY
from docgen.model.report import DossierReport
from docgen.model.return_words import TODO_SHEETS
from docgen.model.rule import Decision, Finding
from made_dossier import made_form, made_payment, made_pdf
from workbooks import cell_of, edit

SAMPLES = find_shipped("samples") / "jobtraining"
ON = date(2026, 9, 15)
SHARED = DeskFiles(SAMPLES / "docgen.toml", SAMPLES / "inschrijvingen.xlsx", SAMPLES / "beslissingen.xlsx")


@dataclass
class Attempt:
    """One finding on its way to be mended: the folder that went back to the sender, and what the desk brings."""

    folder: Path
    dossier: DossierReport
    finding: Finding
    desk: Desk

    @property
    def form(self) -> Path:
        """The form that was judged."""
        return self.folder / str(self.dossier.form)

    @property
    def name(self) -> str:
        """The trainee's name, as the form gives it."""
        return str(self.dossier.subject)


Step = Callable[[Attempt], None]


def desk() -> Desk:
    return read_desk(SHARED, ON)


def check(dossiers: tuple[Dossier, ...], brings: Desk) -> DossierReport:
    own = leave_out_own_files(dossiers)
    (checked,) = compare_report(check_dossiers(own, brings), read_previous(None, own)).dossiers
    return checked


def linked_cell(attempt: Attempt) -> tuple[str, str]:
    """Sheet and cell that the list in the workbook names for this finding: where its sender is sent to."""
    sheet = openpyxl.load_workbook(attempt.form)[TODO_SHEETS[0]]
    row = next(row for row in sheet.iter_rows() if row[2].value == attempt.finding.message)
    title, _, cell = row[1].hyperlink.location.rpartition("!")
    return title.strip("'"), cell


def change_form(attempt: Attempt, change: Callable[[openpyxl.Workbook], object]) -> None:
    attempt.form.write_bytes(edit(attempt.form.read_bytes(), change))


def put(value: object) -> Step:
    """Fill in the cell that the remark points at."""

    def step(attempt: Attempt) -> None:
        title, cell = linked_cell(attempt)
        change_form(attempt, lambda workbook: setattr(workbook[title][cell], "value", value))

    return step


def put_expected(attempt: Attempt) -> None:
    """Fill in what the finding says it expected."""
    put(attempt.finding.expected)(attempt)


def put_in(**values: object) -> Step:
    """Fill in fields that the remedy names."""

    def step(attempt: Attempt) -> None:
        def change(workbook: openpyxl.Workbook) -> None:
            for key, value in values.items():
                cell_of(workbook, key).value = value

        change_form(attempt, change)

    return step


def fill_row(day: date, thema: str, begeleider: str = "mentor") -> Step:
    """Add a contactmoment in the row that the remark points at."""

    def step(attempt: Attempt) -> None:
        title, cell = linked_cell(attempt)

        def change(workbook: openpyxl.Workbook) -> None:
            row = workbook[title][cell].row
            values = {"datum": day, "begeleider": begeleider, "thema": thema, "aanwezigheid": "ja"}
            for name, value in values.items():
                column = cell_of(workbook, f"contactmomenten__1__{name}").column
                workbook[title].cell(row, column).value = value

        change_form(attempt, change)

    return step


def clear_row(attempt: Attempt) -> None:
    """Take the row away that the remark points at."""
    number = str(attempt.finding.key).split("__")[1]
    names = ("datum", "begeleider", "thema", "aanwezigheid", "opmerkingen")
    put_in(**{f"contactmomenten__{number}__{name}": None for name in names})(attempt)


def rl1(name: str, first: str, last: str, ambt: str = "directeur") -> bytes:
    return made_pdf(
        ["RL-1 Melding opdrachtenpakket", f"Naam: {name}", "Instelling: Basisschool De Voorbeeldboom", f"Ambt: {ambt}",
         "Administratieve toestand: waarnemend", f"Begindatum: {first}", f"Einddatum: {last}"]
    )  # fmt: skip


def add_rl1(first: str, last: str) -> Step:
    def step(attempt: Attempt) -> None:
        attempt.folder.joinpath("RL1-nieuw.pdf").write_bytes(rl1(attempt.name, first, last))

    return step


def replace_rl1(first: str = "01/09/2025", last: str = "30/06/2026") -> Step:
    """Put another RL1 in the place of the file that the finding names."""

    def step(attempt: Attempt) -> None:
        assert attempt.finding.place is not None
        attempt.folder.joinpath(attempt.finding.place.file).write_bytes(rl1(attempt.name, first, last))

    return step


def replace_payment(attempt: Attempt) -> None:
    """The proof that the bank gives once it is done; its communication is structured, so it names nobody."""
    lines = ["Overschrijving uitgevoerd", "Bedrag: 50,00 EUR", "Datum: 12/06/2026", "IBAN: BE65 0969 9999 9996"]
    assert attempt.finding.place is not None
    path = attempt.folder.joinpath(attempt.finding.place.file)
    path.write_bytes(made_pdf([*lines, "Begunstigde: Voorbeelddienst Jobtraining", "Mededeling: +++090/9337/55493+++"]))


def add_payment(attempt: Attempt) -> None:
    (attempt.folder / "betaling-nieuw.pdf").write_bytes(made_payment(attempt.name))


def add_form(attempt: Attempt) -> None:
    (attempt.folder / "formulier-nieuw.xlsx").write_bytes(made_form(attempt.folder.name.replace("-", " ")))


def remove_file(attempt: Attempt) -> None:
    """Leave out the file that the finding names."""
    assert attempt.finding.place is not None
    attempt.folder.joinpath(attempt.finding.place.file).unlink()


def enrol(**changes: object) -> Step:
    """The desk mends the trainee's line of the enrolment list."""

    def step(attempt: Attempt) -> None:
        lines = attempt.desk.rosters["jobtraining"]
        mended = tuple(
            replace(line, record=line.record.model_copy(update=changes)) if line.record.naam == attempt.name else line
            for line in lines
        )
        attempt.desk = replace(attempt.desk, rosters={"jobtraining": mended})

    return step


def decide(attempt: Attempt) -> None:
    """The desk decides, and records why."""
    decision = Decision(attempt.finding.rule, "*", "Ann Voorbeeld", ON, "nagekeken")
    attempt.desk = replace(attempt.desk, decisions=(*attempt.desk.decisions, decision))


def both(*steps: Step) -> Step:
    def step(attempt: Attempt) -> None:
        for each in steps:
            each(attempt)

    return step


LES, SCHOOL = "bijwonen en bespreken van een les", "school organisatorisch"
DAY = date(2026, 5, 19)

#: Sample, rule, words of the remedy, and what they tell to do.
TRIED: tuple[tuple[str, str, str, Step], ...] = (
    ("geen-formulier", "verantwoordingsdocument-aanwezig", "Voeg het ingevulde verantwoordingsdocument toe", add_form),
    ("twee-formulieren", "een-verantwoordingsdocument", "laat de andere weg", remove_file),
    ("twee-personen", "dossier-van-een-persoon", "een eigen dossier", remove_file),
    ("lege-en-onleesbare-velden", "algemene-informatie-ingevuld", "Vul “", put("directeur basisonderwijs")),
    ("lege-en-onleesbare-velden", "onleesbaar-veld", "een datum als dd/mm/jjjj", put(date(2026, 7, 3))),
    ("typefout-in-keuze", "onzekere-lezing", "Vul opnieuw in", put_expected),
    ("voorinvulling-gewijzigd", "voorinvulling-gewijzigd", "Zet de oorspronkelijke waarde terug", put_expected),
    ("rommel", "bestand-herkend", "laat", remove_file),
    ("datums-omgekeerd", "datums-in-volgorde", "Verbeter de startdatum of de einddatum", put(date(2026, 6, 30))),
    ("afwezig", "contactmoment-telt", "Verbeter de rij", put("ja")),
    ("te-vroeg-contactmoment", "contactmoment-telt", "Verbeter de rij", put(date(2025, 10, 14))),
    ("te-vroeg-contactmoment", "contactmoment-telt", "haal ze weg", clear_row),
    ("drie-contactmomenten", "vier-contactmomenten", "Vul de ontbrekende contactmomenten aan", fill_row(DAY, LES)),
    ("drie-contactmomenten", "vier-verschillende-datums", "op andere dagen aan", fill_row(DAY, LES)),
    ("thema-ontbreekt", "thema-lesbijwoning", "Vul een contactmoment met het thema", fill_row(DAY, LES)),
    ("thema-school-ontbreekt", "thema-school-organisatorisch", "Vul een contactmoment", fill_row(DAY, SCHOOL)),
    ("afwezig", "thema-pedagogisch-didactisch", "Vul een contactmoment", fill_row(DAY, "pedagogisch-didactisch")),
    ("thema-twijfel", "thema-personeelsgericht", "Schrijf “personeelsgericht”", put_expected),
    ("mentor-leidt-niet-mee", "mentor-leidt-mee", "vul een contactmoment met de mentor aan", fill_row(DAY, LES)),
    ("mentor-is-trainee", "mentor-niet-trainee", "Vul de naam van de mentor in", put("Mia Proefkonijn")),
    ("mentor-is-algemeen-directeur", "mentor-geen-evaluator", "Verbeter de naam van de mentor", put("Mia Proefkonijn")),
    ("mentor-andere-scholengroep", "mentor-eigen-scholengroep", "verbeter de inschrijvingslijst",
     enrol(mentor_scholengroep="Scholengroep 99 Voorbeeldstreek")),
    ("geen-handtekening", "handtekening-mentor", "Laat de mentor", put("Mia Proefkonijn")),
    ("te-kort", "tien-maanden", "bezorg een RL1 die de hele jobtraining toont",
     both(put_in(einddatum=date(2026, 6, 30)), add_rl1("01/09/2025", "30/06/2026"))),
    ("grensgeval-300-dagen", "tien-maanden", "Het bureau beslist", decide),
    ("geen-rl1", "rl1-aanwezig", "Voeg een RL1 toe", add_rl1("01/09/2025", "30/06/2026")),
    ("rl1-gescand", "rl1-leesbaar", "Vervang dit bestand door de PDF", replace_rl1()),
    ("rl1-van-ander", "rl1-van-trainee", "Vervang deze RL1 door die van de trainee", replace_rl1()),
    ("rl1-gat", "rl1-dekt-periode", "Voeg een RL1 toe die deze dagen dekt", add_rl1("01/02/2025", "28/02/2025")),
    ("adjunct-wordt-directeur", "rl1-ambt", "anders beslist het bureau", decide),
    ("betaling-gepland", "betalingsbewijs-klopt", "Vervang dit bewijs door een", replace_payment),
    ("attest-van-2012", "vormingsattest-vanaf-2013", "Kijk de datum van het vormingsattest na",
     enrol(vormingsattest=date(2022, 6, 30))),
    ("attest-na-start", "vormingsattest-voor-start", "Kijk de startdatum", enrol(vormingsattest=date(2022, 6, 30))),
    ("zeven-jaar-verlopen", "zeven-jaar", "de jury", enrol(hervalidering=date(2026, 6, 30))),
    ("zeven-jaar-grensgeval", "zeven-jaar", "Het bureau beslist", decide),
    ("schrikkeldag", "zeven-jaar", "Zorg dat het certificaat", decide),
)  # fmt: skip

#: Rules whose remedy cannot be tried here, and why.
NOT_TRIED = {
    "betalingsbewijs-aanwezig": "asks something only where the settings require payment: tried below",
    "dubbel-bestand": "only tells; there is nothing to do",
    "korte-waarneming": "only tells; there is nothing to do",
    "tien-maanden-verklaard": "only tells; there is nothing to do",
}


def send_back(sample: str, root: Path, brings: Desk) -> tuple[Path, DossierReport]:
    """Check a sample and write its corrections: the folder that its sender gets."""
    dossiers = collect_dossiers([SAMPLES / sample / "input"])
    report = check_dossiers(dossiers, brings)
    written = write_corrections(report, dossiers, root, brings.settings)
    assert written.faults == ()
    return written.folders[report.dossiers[0].name], report.dossiers[0]


def row_id(row: tuple[str, str, str, Step]) -> str:
    return f"{row[1]}-{row[0]}"


@pytest.mark.parametrize("row", TRIED, ids=row_id)
def test_a_remedy_that_is_followed_to_the_letter_makes_the_finding_go_away(row, tmp_path):
    sample, rule, words, step = row
    folder, dossier = send_back(sample, tmp_path, brings := desk())
    finding = next(found for found in dossier.open_findings if found.rule == rule)
    assert words in str(finding.remedy)
    attempt = Attempt(folder, dossier, finding, brings)
    step(attempt)
    compared = check(collect_dossiers([folder]), attempt.desk).comparison
    assert compared is not None
    assert [found.message for found in compared.solved if found.rule == rule], (
        "followed to the letter, and still there: "
        + "; ".join(f.message for f in (*compared.still_open, *compared.new) if f.rule == rule)
    )


def test_every_rule_of_the_family_is_tried_or_says_why_not():
    assert set(FAMILY.rules) == {rule for _, rule, _, _ in TRIED} | set(NOT_TRIED)


def test_a_payment_proof_that_the_settings_require_is_asked_for_and_accepted(tmp_path):
    brings = desk()
    payment = brings.settings.betaling.model_copy(update={"verplicht": True})
    required = replace(brings, settings=brings.settings.model_copy(update={"betaling": payment}))
    folder, dossier = send_back("zonder-betaling", tmp_path, required)
    (finding,) = dossier.open_findings
    assert finding.remedy == "Voeg het bewijs van de betaling van 50 euro toe."
    attempt = Attempt(folder, dossier, finding, required)
    add_payment(attempt)
    assert check(collect_dossiers([folder]), required).verdict == "volledig"


def test_the_day_on_which_ten_months_are_reached_is_the_einddatum_that_settles_it(tmp_path):
    source = next((SAMPLES / "rl1-open-einde" / "input").iterdir())
    folder = Path(shutil.copytree(source, tmp_path / source.name))
    form = next(folder.glob("*.xlsx"))
    form.write_bytes(
        edit(form.read_bytes(), lambda book: setattr(cell_of(book, "einddatum"), "value", date(2026, 5, 29)))
    )
    brings = desk()
    dossier = check(collect_dossiers([folder]), brings)
    finding = next(found for found in dossier.open_findings if found.rule == "tien-maanden")
    reached = re.search(r"bereikt op (\d+ \w+ \d{4}); pas de einddatum dan aan", str(finding.remedy))
    assert reached is not None
    put_in(einddatum=parse_date(reached[1]).value)(Attempt(folder, dossier, finding, brings))
    assert "tien-maanden" not in {f.rule for f in check(collect_dossiers([folder]), brings).open_findings}


def test_what_the_desk_settles_itself_is_not_asked_of_the_sender(tmp_path):
    for sample in ("grensgeval-300-dagen", "zeven-jaar-grensgeval", "schrikkeldag", "mentor-andere-scholengroep"):
        folder, dossier = send_back(sample, tmp_path / sample, desk())
        letter = (folder / "brief.txt").read_text(encoding="utf-8")
        assert "u hoeft nu niets te doen" in " ".join(letter.split()), sample
        data = (folder / str(dossier.form)).read_bytes()
        assert TODO_SHEETS[0] not in openpyxl.load_workbook(io.BytesIO(data)).sheetnames


def test_a_memory_is_small_and_names_every_finding(tmp_path):
    folder, dossier = send_back("drie-contactmomenten", tmp_path, desk())
    memory = json.loads((folder / "nazicht.json").read_text(encoding="utf-8"))
    assert [f["rule"] for f in memory["dossiers"][0]["findings"]] == [f.rule for f in dossier.findings]
