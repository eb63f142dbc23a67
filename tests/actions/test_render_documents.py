"""A batch of documents from start to end: what is made, refused, numbered, listed, and what happens the second time."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from complete import ON, make_dossier, make_record, write_report
from docgen.actions.check_dossiers import Desk
from docgen.actions.manifest import NAME, read_manifest
from docgen.actions.render_documents import Batched, Request, render_documents
from docgen.actions.render_papers import _RENDERERS, PdfEngine
from docgen.errors import DocgenError, ExitCode, SetupError, UnreadableFileError, WrongUseError
from docgen.external.libreoffice import find_libreoffice
from docgen.model.report import DossierReport
from docgen.settings import Organisatie, Paden, Settings
from docgen.shipped import find_shipped
from formats.docx.edit import DOCUMENT, rewrite_parts
from programs import need

CERTIFICATE, LETTER = "jobtraining/certificaat", "jobtraining/begeleidende-brief"


class Office:
    """A desk with its register and output folder in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.output = folder, folder / "uit"
        self.register = folder / "register.sqlite"
        self.templates: Path | None = None

    def render(self, dossiers: Sequence[DossierReport], document: str = CERTIFICATE, **changes: Any) -> Batched:
        source = write_report(self.folder / "verslag.json", dossiers)
        request = Request(document, (source,), self.output)
        return render_documents(replace(request, **changes), self.desk)

    @property
    def desk(self) -> Desk:
        paths = Paden(certificaatregister=self.register, sjablonen=self.templates)
        return Desk(ON, Settings(organisatie=Organisatie(naam="Dienst Voorbeeld", plaats="Voorbeeldstad"), paden=paths))

    @property
    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(self.output.iterdir())} if self.output.exists() else {}

    def own_template(self, document: str, old: str, new: str) -> None:
        """The shipped typst template with `old` replaced, in the office's own folder."""
        self.templates = self.folder / "sjablonen"
        folder = self.templates / document
        folder.mkdir(parents=True)
        shipped = find_shipped("templates") / document / "nl.typ"
        text = shipped.read_text(encoding="utf-8")
        assert old in text
        (folder / "nl.typ").write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def people(*names: str) -> list[DossierReport]:
    return [make_dossier(make_record(name)) for name in names]


def test_each_complete_dossier_gets_its_certificate_in_every_format(office: Office) -> None:
    batched = office.render(people("Fientje Voorbeeld", "Bo D’Uitgevonden"))

    assert batched.exit_code is ExitCode.DONE
    assert list(office.files) == [
        "certificaat-JT-2026-00001-Fientje-Voorbeeld.docx",
        "certificaat-JT-2026-00001-Fientje-Voorbeeld.pdf",
        "certificaat-JT-2026-00002-Bo-DUitgevonden.docx",
        "certificaat-JT-2026-00002-Bo-DUitgevonden.pdf",
        NAME,
    ]
    assert ["JT-2026-00001", "JT-2026-00002"] == [made.number for made in batched.made]


def test_what_may_not_be_issued_is_refused_and_takes_no_number(office: Office) -> None:
    batched = office.render([make_dossier(make_record("Open"), blocked=True), *people("Fientje")])

    assert batched.exit_code is ExitCode.NOT_COMPLETE
    assert [("Open", ("tien-maanden",))] == [(refused.about, refused.rules) for refused in batched.refused]
    assert ["JT-2026-00001"] == [made.number for made in batched.made]


def test_a_record_that_cannot_be_printed_is_refused_by_its_field_and_gives_its_number_back(office: Office) -> None:
    batched = office.render(people("Zo \u4e2d", "Fientje"), formats=("pdf",))
    later = office.render(people("Later"), formats=("pdf",))

    assert "trainee.naam" in batched.refused[0].sentence
    assert ["JT-2026-00002"] == [made.number for made in batched.made]
    assert ["JT-2026-00001"] == [made.number for made in later.made]


def test_a_second_run_gives_the_same_bytes_and_numbers_and_says_so(office: Office) -> None:
    office.render(people("An", "Bo"))
    before = office.files
    times = {path: path.stat().st_mtime_ns for path in office.output.iterdir()}

    again = office.render(people("Bo", "An"))

    assert all(made.is_reissue for made in again.made)
    assert {name: data for name, data in office.files.items() if name != NAME} == {
        name: data for name, data in before.items() if name != NAME
    }
    assert all(path.stat().st_mtime_ns == then for path, then in times.items() if path.name != NAME)


def test_a_dry_run_writes_nothing_and_says_the_same(office: Office) -> None:
    dry = office.render(people("An", "Zo \u4e2d"), dry_run=True, print_file=office.folder / "druk.pdf")

    assert sorted(path.name for path in office.folder.iterdir()) == ["verslag.json"]
    real = office.render(people("An", "Zo \u4e2d"))
    assert (dry.made, dry.refused) == (real.made, real.refused)


def test_the_manifest_lists_every_document_and_holds_no_value(office: Office) -> None:
    office.render([*people("Fientje Voorbeeld"), make_dossier(make_record("Bo Geheim"), blocked=True)])
    lines = read_manifest(office.output)
    text = (office.output / NAME).read_text(encoding="utf-8")

    assert [("made", "JT-2026-00001"), ("made", "JT-2026-00001")] == [
        (line.status, line.number) for line in lines if line.file
    ]
    assert [("refused", ("tien-maanden",))] == [(line.status, line.rules) for line in lines if not line.file]
    for value in ("Fientje Voorbeeld", "Geheim", "Proeftuin", "Scholengroep", "2025-09-01", "Joris"):
        assert value not in text


def test_a_letter_lists_what_was_issued_before_it(office: Office) -> None:
    dossiers = [*people("An", "Bo"), make_dossier(make_record("Elders", scholengroep="Scholengroep 98"))]
    first = office.render(dossiers, LETTER)
    assert ((), ExitCode.DONE) == (first.made, first.exit_code)

    office.render(people("An"))
    batched = office.render(dossiers, LETTER)

    assert ["Scholengroep 99"] == [made.about for made in batched.made]
    assert ("Eén dossier heeft nog geen certificaat en staat niet in de brief.",) == batched.notes
    assert ["Scholengroep 98"] == [needless.about for needless in batched.needless]


@pytest.mark.parametrize("document", ["jobtraining/verantwoordingsdocument", "jobtraining/ontbrekende-stukken"])
def test_every_other_document_is_made_without_a_register(office: Office, document: str) -> None:
    batched = office.render([make_dossier(make_record("An"), blocked=True)], document)

    assert len(batched.made) == 1
    assert not office.register.exists()


def test_a_limit_and_a_print_file(office: Office) -> None:
    batched = office.render(people("An", "Bo", "Cas"), limit=2, formats=("pdf",), print_file=office.folder / "druk.pdf")

    assert len(batched.made) == 2
    assert (office.folder / "druk.pdf").read_bytes().startswith(b"%PDF")


def test_a_misspelt_name_in_a_template_stops_the_batch_before_the_first_document(office: Office) -> None:
    office.own_template(CERTIFICATE, "w.trainee.naam", "w.traine.naam")

    with pytest.raises(SetupError, match=r"traine.*bedoelt u “trainee”") as caught:
        office.render(people("An"))

    assert caught.value.exit_code is ExitCode.SETUP
    assert office.files == {}
    assert not office.register.exists()


def test_a_batch_that_is_stopped_gives_back_the_numbers_it_did_not_begin_on(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_the_disk(self: Path, target: Path) -> Path:
        if "00002" in str(target):
            raise OSError(errno.ENOSPC, "vol")
        return rename(self, target)

    rename = Path.replace
    monkeypatch.setattr(Path, "replace", fill_the_disk)
    with pytest.raises(SetupError, match="de schijf is vol"):
        office.render(people("An", "Bo", "Cas", "Daan"), formats=("pdf",))
    monkeypatch.undo()

    assert [("made", "JT-2026-00001")] == [(line.status, line.number) for line in read_manifest(office.output)]
    assert ["JT-2026-00003"] == [made.number for made in office.render(people("Eva")).made]
    assert ["JT-2026-00002"] == [made.number for made in office.render(people("Bo")).made]


def test_a_fault_of_our_own_is_a_bug_and_the_rest_is_made(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(_RENDERERS, "pdf", lambda _layout, sheet: sheet.values["trainee"]["naam"][5].encode() + b"%PDF")
    batched = office.render(people("Fientje", "Bo"), formats=("pdf",))

    assert ExitCode.BUG is batched.exit_code
    assert "IndexError" in batched.refused[0].sentence
    assert len(batched.made) == 1


def test_a_batch_of_three_hundred_certificates(office: Office) -> None:
    batched = office.render(people(*(f"Fientje Nummer {number}" for number in range(300))), formats=("pdf",), workers=2)

    assert len({made.number for made in batched.made}) == 300
    assert len(office.files) == 301


REFUSED: list[tuple[type[DocgenError], dict[str, Any], str]] = [
    (WrongUseError, {"document": "jobtraining/certifcaat"}, "bedoelt u “jobtraining/certificaat”"),
    (WrongUseError, {"document": "certificaat"}, "bedoelt u “jobtraining/certificaat” of “trajecten/certificaat”"),
    (WrongUseError, {"document": "iets/heel/anders"}, "er is"),
    (WrongUseError, {"language": "fr"}, "taal “fr”"),
    (WrongUseError, {"formats": ("docx",), "print_file": Path("druk.pdf")}, "--to pdf"),
    (WrongUseError, {"sources": (Path("/bestaat/niet"),)}, "bestaat niet"),
]


@pytest.mark.parametrize(("error", "changes", "words"), REFUSED, ids=[words for _, _, words in REFUSED])
def test_what_cannot_be_asked_is_answered_with_a_sentence(
    office: Office, error: type[DocgenError], changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(error, match=words):
        office.render(people("An"), **changes)

    assert office.files == {}


def test_a_document_that_is_not_there_in_a_format_says_which_are(office: Office) -> None:
    office.templates = office.folder / "sjablonen"
    folder = office.templates / "jobtraining" / "blad"
    folder.mkdir(parents=True)
    description = 'context = "certificaat"\nfile_name = "x"\n[title]\nnl = "Blad"\n'
    (folder / "document.toml").write_text(description, encoding="utf-8")
    (folder / "nl.typ").write_text('#let w = json("/waarden.json")\n= Blad\n#w.nummer', encoding="utf-8")

    with pytest.raises(WrongUseError, match="bestaat als pdf"):
        office.render(people("An"), "jobtraining/blad", formats=("docx",))


def test_an_output_place_that_is_a_file_is_told(office: Office) -> None:
    office.output.write_text("een bestand", encoding="utf-8")

    with pytest.raises(SetupError, match="is een bestand"):
        office.render(people("An"))


def test_nothing_that_can_be_read_is_told(office: Office) -> None:
    with pytest.raises(UnreadableFileError, match="geen enkel ingevuld formulier"):
        office.render([make_dossier(None, "leeg")])
    with pytest.raises(UnreadableFileError):
        office.render(
            people("An"), sources=(write_bytes(office.folder / "stuk.json", b'{"docgen": 1, "dossiers": 2}'),)
        )


def write_bytes(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_source_that_cannot_be_read_does_not_stop_the_others(office: Office) -> None:
    source = write_report(office.folder / "goed.json", people("An"))
    broken = write_bytes(office.folder / "stuk.json", b'{"docgen": 1, "dossiers": 2}')

    batched = office.render([], sources=(broken, source))

    assert batched.exit_code is ExitCode.NOT_COMPLETE
    assert len(batched.made) == 1
    assert "“stuk.json”" in batched.unread[0]


_RENDER = """
import sys
from pathlib import Path
from docgen.actions.check_dossiers import Desk
from docgen.actions.render_documents import Request, render_documents
from docgen.settings import Paden, Settings
from datetime import date

folder = Path(sys.argv[1])
desk = Desk(date.fromisoformat(sys.argv[3]), Settings(paden=Paden(certificaatregister=folder / "register.sqlite")))
request = Request("jobtraining/certificaat", (folder / "verslag.json",), folder / sys.argv[2], ("pdf",))
print([made.number for made in render_documents(request, desk).made])
"""


def start(office: Office, output: str, day: str = "2026-07-03") -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _RENDER, str(office.folder), output, day]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_batches_at_once_give_one_person_one_number(office: Office) -> None:
    write_report(office.folder / "verslag.json", people(*(f"Fientje {number}" for number in range(20))))

    printed = [run.communicate()[0] for run in [start(office, "een"), start(office, "twee")]]

    assert printed[0] == printed[1]
    same = {p.name: p.read_bytes() for p in (office.folder / "een").glob("*.pdf")}
    assert same == {p.name: p.read_bytes() for p in (office.folder / "twee").glob("*.pdf")}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_batch_that_is_killed_goes_on_with_the_same_numbers_and_bytes(office: Office) -> None:
    write_report(office.folder / "verslag.json", people(*(f"Fientje {number}" for number in range(150))))
    run = start(office, "uit")
    while len(office.files) < 3 and run.poll() is None:
        time.sleep(0.01)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    killed = {name: data for name, data in office.files.items() if name.endswith(".pdf")}

    start(office, "uit", day="2026-07-04").communicate()
    whole = {name: data for name, data in office.files.items() if name.endswith(".pdf")}
    shutil.rmtree(office.output)
    start(office, "uit").communicate()

    assert 0 < len(killed) < 150
    assert killed.items() <= whole.items()
    assert whole == {name: data for name, data in office.files.items() if name.endswith(".pdf")}
    assert len({json.loads(line)["number"] for line in (office.output / NAME).read_text().splitlines()}) == 150


def test_a_letter_comes_as_word_and_as_pdf(office: Office) -> None:
    office.render(people("An"), formats=("docx",))
    office.render(people("An"), document=LETTER)
    assert [".docx", ".pdf"] == sorted(Path(name).suffix for name in office.files if "brief" in name)


def test_libreoffice_makes_the_pdf_where_asked(office: Office) -> None:
    need("soffice")
    office.render(people("An"), formats=("docx",))
    batched = office.render(people("An"), document=LETTER, formats=("pdf",), pdf_engine=PdfEngine.LIBREOFFICE)
    assert ExitCode.DONE == batched.exit_code
    assert [b"%PDF"] == [data[:4] for name, data in office.files.items() if name.endswith(".pdf")]


def spoil_letter(office: Office) -> None:
    """Give the office a letter of its own with two things that the PDF cannot show."""
    office.templates = office.folder / "sjablonen"
    shutil.copytree(find_shipped("templates") / LETTER, office.templates / LETTER)
    path = office.templates / LETTER / "nl.docx"
    framed = "<w:p><w:pPr><w:framePr/></w:pPr><w:r><w:t>Kader</w:t></w:r></w:p>"
    spoilt = f"{framed}<w:p><w:r><w:t>Rechts</w:t><w:ptab/></w:r></w:p>"
    old = b"<w:body>"
    parts = {DOCUMENT: lambda data: data.replace(old, old + spoilt.encode())}
    path.write_bytes(rewrite_parts(path.read_bytes(), parts))


@pytest.mark.parametrize("formats", [("pdf",), ("docx", "pdf"), ()])
def test_what_the_pdf_cannot_show_refuses_it_by_part_paragraph_and_words(
    office: Office, formats: tuple[str, ...]
) -> None:
    office.render(people("An"), formats=("docx",))
    spoil_letter(office)
    with pytest.raises(SetupError) as caught:
        office.render(people("An"), document=LETTER, formats=formats)
    told = str(caught.value)
    assert "tekst, alinea 1 (“Kader”): een kader om een alinea kan niet in de PDF" in told
    assert "tekst, alinea 2 (“Rechts”): een uitgelijnde tab staat niet in de PDF" in told
    assert told.endswith("of laat LibreOffice de PDF maken met --pdf-engine libreoffice.")


def test_what_only_the_pdf_cannot_show_does_not_keep_word_from_being_made(office: Office) -> None:
    office.render(people("An"), formats=("docx",))
    spoil_letter(office)
    assert ExitCode.DONE == office.render(people("An"), document=LETTER, formats=("docx",)).exit_code


def test_libreoffice_is_the_way_out(office: Office) -> None:
    need("soffice")
    office.render(people("An"), formats=("docx",))
    spoil_letter(office)
    how: dict[str, Any] = {"formats": ("pdf",), "pdf_engine": PdfEngine.LIBREOFFICE}
    assert ExitCode.DONE == office.render(people("An"), document=LETTER, **how).exit_code


@pytest.mark.skipif(os.name == "nt", reason="a shell script counts the runs")
def test_libreoffice_runs_once_also_for_a_print_file(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.render(people("An", "Bo"), formats=("docx",))
    count_runs(need("soffice"), office.folder, monkeypatch)
    how: dict[str, Any] = {"formats": ("pdf",), "pdf_engine": PdfEngine.LIBREOFFICE}
    office.render(people("An", "Bo"), document=LETTER, print_file=office.folder / "druk.pdf", **how)
    assert 1 == (office.folder / "runs").read_text().count("--convert-to")
    assert 1 == len(PdfReader(office.folder / "druk.pdf").pages)  # one letter for the scholengroep


def count_runs(soffice: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let LibreOffice be started by a script that notes each run in the file ``runs``."""
    script = folder / "bin" / "soffice"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\necho "$@" >> "{folder / "runs"}"\nexec "{soffice}" "$@"\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}:{os.environ['PATH']}")
    find_libreoffice.cache_clear()


@pytest.mark.parametrize(("engine", "expected"), [(PdfEngine.TYPST, False), (PdfEngine.LIBREOFFICE, True)])
def test_what_the_pdfs_of_libreoffice_lack_is_told(office: Office, engine: PdfEngine, expected: bool) -> None:  # noqa: FBT001 - a table
    need("soffice")
    office.render(people("An"), formats=("docx",))
    how: dict[str, Any] = {"formats": ("pdf",), "pdf_engine": engine, "dry_run": True}
    notes = office.render(people("An"), document=LETTER, **how).notes
    assert expected == any("niet beloofd als toegankelijke (PDF/UA)" in note for note in notes)


def test_letters_can_be_printed_in_one_file(office: Office) -> None:
    office.render(people("An"), formats=("docx",))
    office.render(people("An"), document=LETTER, formats=("pdf",), print_file=office.folder / "druk.pdf")
    assert (office.folder / "druk.pdf").read_bytes().startswith(b"%PDF")


def test_a_batch_that_is_refused_over_its_register_leaves_no_folder_behind(office: Office) -> None:
    office.register.write_bytes(b"geen register")

    with pytest.raises(SetupError):
        office.render(people("An"))
    assert not office.output.exists()
