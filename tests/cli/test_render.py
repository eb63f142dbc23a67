"""`docgen render`, `verify` and `template check` as they are typed: what is printed, and the exit code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from complete import make_dossier, make_record, write_report
from docgen.actions import check_dossiers
from docgen.cli import main
from docgen.errors import ExitCode
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.formats.blank import FormFormat, make_form
from docgen.model.record import Prefill, flatten_record
from docgen.shipped import find_shipped

OPEN = (
    "Er staat nog 1 bevinding open (1 blokkerend); los op wat er staat of leg een beslissing vast. (regel tien-maanden)"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docgen.toml").write_text('[paden]\ncertificaatregister = "r.sqlite"\n', encoding="utf-8")
    blocked = make_dossier(make_record("Bo Open"), blocked=True)
    write_report(tmp_path / "verslag.json", [make_dossier(make_record("An Voorbeeld")), blocked])
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, list(args))


def render(*args: str) -> Result:
    return run("render", "jobtraining/certificaat", "verslag.json", "-o", "uit", "--on", "3/7/2026", *args)


def test_render_says_how_many_were_made_and_why_not(folder: Path) -> None:
    result = render("--to", "pdf")

    assert ExitCode.NOT_COMPLETE == result.exit_code
    assert result.stdout.splitlines() == [
        "Certificaat van jobtraining: 1 gemaakt, 1 geweigerd.",
        f"  Bo Open: {OPEN}",
        "Te vinden in uit.",
    ]
    assert [path.name for path in (folder / "uit").glob("*.pdf")] == ["certificaat-JT-2026-00001-An-Voorbeeld.pdf"]
    assert not list((folder / "uit").glob("*.docx"))


def test_render_says_what_was_issued_before(folder: Path) -> None:
    write_report(folder / "verslag.json", [make_dossier(make_record("An Voorbeeld"))])
    first, second = render(), render()

    assert (first.exit_code, second.exit_code) == (ExitCode.DONE, ExitCode.DONE)
    assert "1 daarvan was al uitgereikt: nummer en datum blijven dezelfde." in second.stdout

    write_report(folder / "verslag.json", [make_dossier(make_record(name)) for name in ("An Voorbeeld", "Cas")])
    render()
    assert "2 daarvan waren al uitgereikt" in render().stdout


def test_papers_with_nothing_to_say_are_told_only_when_nothing_was_made() -> None:
    missing = run("render", "jobtraining/ontbrekende-stukken", "verslag.json", "-o", "uit", "--on", "3/7/2026")
    letter = run("render", "jobtraining/begeleidende-brief", "verslag.json", "-o", "uit", "--on", "3/7/2026")

    assert "Ontbrekende stukken: 1 gemaakt, 0 geweigerd, 1 niet nodig.\nTe vinden in uit.\n" == missing.stdout
    assert "0 gemaakt, 0 geweigerd, 1 niet nodig.\n  Scholengroep 99: Voor deze scholengroep" in letter.stdout
    assert (ExitCode.DONE, ExitCode.DONE) == (missing.exit_code, letter.exit_code)


def test_a_dry_run_names_what_it_would_make(folder: Path) -> None:
    result = render("--dry-run")

    assert "1 te maken, 1 geweigerd" in result.stdout
    assert "An Voorbeeld: certificaat-JT-2026-00001-An-Voorbeeld.pdf" in result.stdout
    assert not (folder / "uit").exists()


def test_a_fault_of_docgen_in_one_dossier_is_said_and_is_a_bug(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_args: object) -> None:
        raise ZeroDivisionError

    (folder / "dossier").mkdir()
    (folder / "dossier" / "tekst.txt").write_text("tekst", encoding="utf-8")
    monkeypatch.setattr(check_dossiers, "open_dossier", trip)
    result = run("render", "jobtraining/certificaat", "verslag.json", "dossier", "-o", "uit", "--on", "3/7/2026")

    assert ExitCode.BUG == result.exit_code
    assert "“dossier” kon door een fout in docgen niet nagekeken worden; de rest wel.\n" == result.stderr
    assert "1 gemaakt" in result.stdout


def test_documents_made_earlier_are_no_source(folder: Path) -> None:
    for name in ("An", "Bo"):
        (folder / "alle" / name).mkdir(parents=True)
        record = make_record(f"{name} Voorbeeld", handtekening_mentor="Greet Staaltje")
        (folder / "alle" / name / "formulier.docx").write_bytes(
            make_form(VERANTWOORDINGSDOCUMENT, FormFormat.DOCX, Prefill(flatten_record(record), locked=False))
        )
    command = ("render", "jobtraining/verantwoordingsdocument", "alle", "-o", "alle/uit")

    assert (0, 0) == (run(*command).exit_code, run(*command).exit_code)
    assert 2 == len(list((folder / "alle" / "uit").glob("*.docx")))


def test_render_passes_notes_and_bad_sources_on(folder: Path) -> None:
    (folder / "stuk.json").write_text('{"docgen": 1, "dossiers": 2}', encoding="utf-8")
    result = run("render", "jobtraining/certificaat", "verslag.json", "stuk.json", "-o", "uit", "--on", "3/7/2026")

    assert "“stuk.json” is geen verslag" in result.stderr


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--to", "odt"), ExitCode.WRONG_USE, "odt"),
        (("--on", "gisteren"), ExitCode.WRONG_USE, "geen datum"),
        (("--limit", "0"), ExitCode.WRONG_USE, "--limit"),
        (("--lang", "fr"), ExitCode.WRONG_USE, "taal"),
    ],
)
def test_wrong_use_is_one_sentence(args: tuple[str, ...], code: ExitCode, words: str) -> None:
    result = render(*args)

    assert code == result.exit_code
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_verify_says_of_each_file_whether_it_is_ours(folder: Path) -> None:
    write_report(folder / "verslag.json", [make_dossier(make_record("An Voorbeeld"))])
    assert ExitCode.SETUP == run("verify", "verslag.json").exit_code
    render("--to", "pdf")
    pdf = str(next((folder / "uit").glob("*.pdf")))

    assert ExitCode.DONE == run("verify", pdf).exit_code
    both = run("verify", pdf, "verslag.json")
    assert ExitCode.NOT_COMPLETE == both.exit_code
    assert "is door ons uitgereikt en ongewijzigd" in both.stdout
    assert "“verslag.json” staat niet in dit certificaatregister" in both.stdout
    missing = run("verify", "weg.pdf")
    assert (missing.exit_code, missing.stdout) == (ExitCode.NOTHING_READ, "")


def test_template_check_tells_every_fault(folder: Path) -> None:
    own = folder / "jobtraining" / "certificaat"
    shutil.copytree(find_shipped("templates") / "jobtraining" / "certificaat", own)
    assert ExitCode.DONE == run("template", "check", "jobtraining").exit_code

    page = own / "nl.typ"
    page.write_text(page.read_text(encoding="utf-8").replace("w.instelling", "w.instling"), encoding="utf-8")
    result = run("template", "check", "jobtraining")

    assert ExitCode.SETUP == result.exit_code
    assert "bedoelt u “instelling”?" in result.stderr
    assert "nl.docx: in orde." in result.stdout
