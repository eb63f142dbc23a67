"""Papers to bytes: one paper at a time in this process, or chunks of them in several.

Everything here can be sent to another process. A paper that cannot be rendered is answered with one Dutch sentence,
and the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.actions.batch import try_item
from docgen.actions.word_templates import ready_template, receive_templates
from docgen.errors import DocgenError
from docgen.external.libreoffice import convert_to_pdf

if TYPE_CHECKING:
    from docgen.formats.docx.compiled import CompiledTemplate
    from docgen.formats.pdf.render import Imprint

#: Fewer papers than this per chunk, and the processes wait for each other more than they work.
CHUNK = 25
#: Papers given to the processes at a time: they wait in memory until they are written.
AHEAD = 1000


#: Word files given to one run of LibreOffice: starting it costs as much as converting ten.
TOGETHER = 100


class PdfEngine(StrEnum):
    """What makes a PDF of a Word template."""

    TYPST = "typst"
    LIBREOFFICE = "libreoffice"


@dataclass(frozen=True)
class Layout:
    """How every paper of a batch is laid out: a template per format, the title, the language, and who issues it.

    With a `password` every PDF is locked with it, and so differs in its bytes each time.
    """

    templates: Mapping[str, Path]
    title: str
    language: str
    author: str = ""
    engine: PdfEngine = PdfEngine.TYPST
    password: str | None = field(default=None, repr=False)

    @property
    def word_for_pdf(self) -> Path | None:
        """The Word template that the PDF is made from; None when there is no PDF, or a designed page makes it."""
        template = self.templates.get("pdf")
        return template if template and template.suffix.lower() == ".docx" else None

    @property
    def own_fonts(self) -> Path | None:
        """The user's own fonts: the folder ``fonts`` of the tree that the PDF's template lies in, when there is one."""
        parents = self.templates["pdf"].resolve().parents
        folder = parents[2] / "fonts" if len(parents) > 2 else None
        return folder if folder and folder.is_dir() else None


@dataclass(frozen=True)
class Sheet:
    """What one document prints: the values of its template, the facts to attach, and its day."""

    values: Mapping[str, Any]
    record: Mapping[str, Any]
    on: date


@dataclass(frozen=True)
class Rendered:
    """One paper in every format that was asked for, or why it could not be made; `is_bug` when that is our fault."""

    files: Mapping[str, bytes]
    refusal: str | None = None
    is_bug: bool = False


def render_papers(layout: Layout, sheets: Sequence[Sheet], workers: int = 1) -> Iterator[Rendered]:
    """Each paper rendered, in the order given; `workers` processes share the work in chunks."""
    if layout.word_for_pdf and layout.engine is PdfEngine.LIBREOFFICE:
        yield from _render_with_libreoffice(layout, sheets)
        return
    render = partial(render_guarded, layout)
    if workers <= 1:
        yield from map(render, sheets)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for large batches
    from multiprocessing import get_context  # noqa: PLC0415

    spawn, ready = get_context("spawn"), _ready_templates(layout)
    with ProcessPoolExecutor(workers, spawn, initializer=receive_templates, initargs=(ready,)) as pool:
        for start in range(0, len(sheets), AHEAD):
            yield from pool.map(render, sheets[start : start + AHEAD], chunksize=CHUNK)


def render_paper(layout: Layout, sheet: Sheet) -> dict[str, bytes]:
    """The bytes of one paper by format; raises DocgenError when it cannot be made."""
    return {suffix: _RENDERERS[suffix](layout, sheet) for suffix in layout.templates}


def render_guarded(layout: Layout, sheet: Sheet) -> Rendered:
    """One paper, or the sentence that says why it could not be made."""
    return try_item(lambda: _render(layout, sheet), _tell_bug)


def _render_with_libreoffice(layout: Layout, sheets: Sequence[Sheet]) -> Iterator[Rendered]:
    """Every paper filled in as a Word file, and many of them made into PDFs by one run of LibreOffice."""
    word = replace(layout, templates={"docx": layout.templates["pdf"]})
    for start in range(0, len(sheets), TOGETHER):
        filled = [render_guarded(word, sheet) for sheet in sheets[start : start + TOGETHER]]
        pdfs = iter(convert_to_pdf([paper.files["docx"] for paper in filled if not paper.refusal]))
        for paper in filled:
            yield paper if paper.refusal else _with_pdf(layout, paper.files["docx"], next(pdfs))


def _with_pdf(layout: Layout, word: bytes, pdf: bytes | None) -> Rendered:
    if pdf is None:
        return Rendered({}, "LibreOffice kon van dit document geen PDF maken.")
    made = {"pdf": pdf, "docx": word}
    return Rendered({suffix: made[suffix] for suffix in layout.templates})


def _render(layout: Layout, sheet: Sheet) -> Rendered:
    try:
        return Rendered(render_paper(layout, sheet))
    except DocgenError as error:
        return Rendered({}, str(error))


def _tell_bug(error: Exception) -> Rendered:
    sentence = f"Dit document kon door een fout in docgen zelf ({type(error).__name__}) niet gemaakt worden."
    return Rendered({}, sentence, is_bug=True)


def print_papers(layout: Layout, sheets: Sequence[Sheet]) -> bytes:
    """All papers of a designed page in one PDF for the printer, with the fonts that they share."""
    from docgen.formats.pdf.merge import make_print_file  # noqa: PLC0415 - heavy library

    pages = [sheet.values for sheet in sheets]
    return make_print_file(layout.templates["pdf"], pages, language=layout.language, on=max(s.on for s in sheets))


def _render_pdf(layout: Layout, sheet: Sheet) -> bytes:
    from docgen.formats.pdf.render import Imprint, render_pdf  # noqa: PLC0415 - heavy library

    meta = Imprint(layout.title, layout.language, sheet.on, layout.author)
    if layout.word_for_pdf:
        return _lock(layout, _render_word_pdf(layout, sheet, meta))
    return _lock(layout, render_pdf(layout.templates["pdf"], sheet.values, sheet.record, meta=meta))


def _lock(layout: Layout, pdf: bytes) -> bytes:
    if layout.password is None:
        return pdf
    from docgen.formats.pdf.encrypt import encrypt_pdf  # noqa: PLC0415 - heavy library

    return encrypt_pdf(pdf, layout.password)


def _render_word_pdf(layout: Layout, sheet: Sheet, meta: Imprint) -> bytes:
    """The Word template's PDF: filled in as for Word, read as a page tree, and laid out."""
    from docgen.formats.docx.page_tree import read_page_tree  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.fonts import find_fonts  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.page_pdf import render_page_tree  # noqa: PLC0415 - heavy library

    own = layout.own_fonts
    tree = read_page_tree(_fill_word(layout, layout.templates["pdf"], sheet), find_fonts(own))
    return render_page_tree(tree, sheet.record, meta=meta, own_fonts=own)


def _render_docx(layout: Layout, sheet: Sheet) -> bytes:
    return _fill_word(layout, layout.templates["docx"], sheet)


def _fill_word(layout: Layout, path: Path, sheet: Sheet) -> bytes:
    from docgen.formats.docx.render import render_docx  # noqa: PLC0415 - heavy library

    template = ready_template(_read(path))
    about = {"title": layout.title, "language": layout.language, "author": layout.author}
    return render_docx(template, sheet.values, **about, on=sheet.on)


def _ready_templates(layout: Layout) -> list[CompiledTemplate]:
    """The Word templates of a layout, compiled here so that no other process has to."""
    words = {path for path in layout.templates.values() if path.suffix.lower() == ".docx"}
    return [ready_template(_read(path)) for path in sorted(words)]


@lru_cache(maxsize=8)
def _read(template: Path) -> bytes:
    return template.read_bytes()


_RENDERERS: Mapping[str, Callable[[Layout, Sheet], bytes]] = {"pdf": _render_pdf, "docx": _render_docx}
