"""Write the papers of a batch one after the other: bytes to disk, number spent, line in the manifest.

Whatever stops the batch, what lies on disk is whole, its number is spent and the manifest tells of it; run again, the
batch goes on with the same numbers and writes the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from docgen.actions.file_names import make_file_name, vary_name
from docgen.actions.layouts import Layouts
from docgen.actions.manifest import MADE, REFUSED, Line, Places, hash_bytes, read_manifest, write_manifest
from docgen.actions.plan_papers import Batch, Plan, Planned
from docgen.actions.register import Copy, digest_subject
from docgen.actions.render_papers import Layout, Sheet, print_papers, render_papers
from docgen.actions.write_file import write_file
from docgen.model.document import Document
from docgen.model.form_words import DUTCH

#: Numbers are spent this many documents at a time: one write to the register instead of one each.
CONFIRM_EVERY = 100


@dataclass(frozen=True)
class Output:
    """Where the documents go, with how many processes, and whether anything is written at all.

    `beside` are files on the whole run, by name, that come beside its documents.
    """

    folder: Path
    print_file: Path | None = None
    workers: int = 1
    dry_run: bool = False
    beside: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Made:
    """One document that was made (or would be): for whom, which files, and in which language.

    `is_reissue` says whether it was issued before, under the same number.
    """

    about: str
    files: tuple[Path, ...]
    document: Document
    language: str
    number: str | None = None
    is_reissue: bool = False


@dataclass(frozen=True)
class Refused:
    """One document that was not made: for whom, why in one sentence, and the rules that stand in the way."""

    about: str
    sentence: str
    rules: tuple[str, ...] = ()
    is_bug: bool = False


@dataclass(frozen=True)
class Written:
    """What a run made and refused, and where the files on the whole run came."""

    made: tuple[Made, ...]
    refused: tuple[Refused, ...]
    beside: tuple[Path, ...] = ()


def write_documents(
    batch: Batch,
    plan: Plan,
    layouts: Layouts,
    output: Output,
    progress: Callable[[int, int], object] = lambda *_: None,
) -> Written:
    """Render and write every paper of the plan, those of one layout together, and the files beside them."""
    writer = _Writer(batch, output, plan)
    for planned in plan.refused:
        writer.refuse(planned, planned.paper.refusal or "")
    printed: list[_Printed] = []
    try:
        for layout, together in _by_layout(plan.papers, layouts):
            sheets = [Sheet(planned.paper.values, planned.paper.record, planned.issue.on) for planned in together]
            printed.append(_Printed(layout))
            rendered = render_papers(layout, sheets, output.workers)
            for planned, sheet, paper in zip(together, sheets, rendered, strict=True):
                writer.start(planned)
                if paper.refusal:
                    writer.give_up(planned, paper.refusal, is_bug=paper.is_bug)
                else:
                    printed[-1].add(sheet, writer.write(planned, paper.files))
                progress(len(writer.made), len(plan.papers))
        beside = tuple(writer.write_beside(name, data) for name, data in output.beside.items())
    finally:
        writer.close()  # also when it is stopped: what lies on disk has its number spent and its line written
    if output.print_file and writer.made and not output.dry_run:
        write_file(output.print_file, _print(printed))
    return Written(tuple(writer.made), tuple(writer.refused), beside)


def _by_layout(papers: Iterable[Planned], layouts: Layouts) -> list[tuple[Layout, list[Planned]]]:
    """The papers that are laid out alike, together; in the order in which each layout first comes up."""
    together: dict[tuple[str, str], list[Planned]] = {}
    for planned in papers:
        together.setdefault((planned.document.path, planned.issue.language), []).append(planned)
    return [(layouts.find(each[0].document, each[0].issue.language), each) for each in together.values()]


@dataclass(frozen=True)
class _Printed:
    """The papers of one layout that were made, and where their PDFs lie."""

    layout: Layout
    sheets: list[Sheet] = field(default_factory=list)
    pdfs: list[Path] = field(default_factory=list)

    def add(self, sheet: Sheet, paths: Iterable[Path]) -> None:
        """Take in one more paper and its files."""
        self.sheets.append(sheet)
        self.pdfs.extend(path for path in paths if path.suffix == ".pdf")


def _print(printed: Iterable[_Printed]) -> bytes:
    """All papers in one PDF: a designed page is laid out anew, a Word template's PDFs are taken as they are."""
    from docgen.formats.pdf.merge import join_pdfs  # noqa: PLC0415 - heavy library

    files: list[bytes] = []
    for each in printed:
        if each.layout.word_for_pdf:
            files += (path.read_bytes() for path in each.pdfs)
        elif each.sheets:
            files.append(print_papers(each.layout, each.sheets))
    return files[0] if len(files) == 1 else join_pdfs(files)


def _name_version(suffix: str, planned: Planned) -> str:
    """What replaces what under one number: a document in French does not replace the Dutch one."""
    language = planned.issue.language
    return suffix if language == DUTCH else f"{suffix}-{language}"


class _Writer:
    """Keeps the files, the register and the manifest of one run in step."""

    def __init__(self, batch: Batch, output: Output, plan: Plan) -> None:
        self._batch, self._output = batch, output
        self._before = read_manifest(output.folder)
        self._places = Places(output.folder, self._before)
        self._lines: list[Line] = []
        self._unconfirmed: list[Copy] = []
        self._waiting = {planned.number for planned in plan.papers if planned.number}
        self.made: list[Made] = []
        self.refused: list[Refused] = []

    def refuse(self, planned: Planned, sentence: str, *, is_bug: bool = False) -> None:
        """Tell why a paper is not made."""
        paper = planned.paper
        self.refused.append(Refused(paper.about, sentence, paper.rules, is_bug))
        self._lines.append(Line(planned.document.path, planned.subject, REFUSED, rules=paper.rules))

    def start(self, planned: Planned) -> None:
        """From here on the paper's number may stand in a file: it is no longer given back when the batch is stopped."""
        self._waiting.discard(planned.number or "")

    def give_up(self, planned: Planned, sentence: str, *, is_bug: bool) -> None:
        """Refuse a paper that could not be rendered, and give its number back."""
        self.refuse(planned, sentence, is_bug=is_bug)
        self._batch.register.release([planned.number] if planned.number else [])

    def write(self, planned: Planned, files: Mapping[str, bytes]) -> tuple[Path, ...]:
        """Put one paper on disk in every format, then on the list of numbers to spend; gives its files."""
        paths = tuple(self._write_one(planned, suffix, data) for suffix, data in files.items())
        paper, language = planned.paper, planned.issue.language
        made = Made(paper.about, paths, planned.document, language, planned.number, planned.is_reissue)
        self.made.append(made)
        if len(self._unconfirmed) >= CONFIRM_EVERY:
            self._confirm()
        return paths

    def write_beside(self, name: str, data: bytes) -> Path:
        """Put a file on the whole run beside its documents, under a free name like theirs."""
        document = self._batch.document.path
        return self._put(name, data, Line(document, digest_subject(document, name), MADE))

    def close(self) -> None:
        """Spend the numbers of what lies on disk, give back those never begun on, and write the manifest."""
        self._confirm()
        self._batch.register.release(sorted(self._waiting))
        if self._lines and not self._output.dry_run:
            asked = self._batch.document
            documents = {asked.path, *(each.path for each in asked.printed)}
            write_manifest(self._output.folder, self._before, self._lines, documents)

    def _write_one(self, planned: Planned, suffix: str, data: bytes) -> Path:
        wanted = make_file_name([planned.document.fill_file_name(self._batch.name_values(planned.paper))], suffix)
        path = self._put(wanted, data, Line(planned.document.path, planned.subject, MADE, number=planned.number))
        if planned.number:
            self._unconfirmed.append(Copy(planned.number, _name_version(suffix, planned), hash_bytes(data)))
        return path

    def _put(self, wanted: str, data: bytes, line: Line) -> Path:
        name = self._places.choose(vary_name(wanted), line.subject, data)
        if not self._output.dry_run:
            write_file(self._output.folder / name, data)
        self._lines.append(replace(line, file=name, sha256=hash_bytes(data)))
        return self._output.folder / name

    def _confirm(self) -> None:
        self._batch.register.confirm(self._unconfirmed)
        self._unconfirmed = []
