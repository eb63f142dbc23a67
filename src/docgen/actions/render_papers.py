"""Papers to bytes: one paper at a time in this process, or chunks of them in several.

Everything here can be sent to another process. A paper that cannot be rendered is answered with one Dutch sentence,
and the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from docgen.actions.batch import try_item
from docgen.errors import DocgenError

#: Fewer papers than this per chunk, and the processes wait for each other more than they work.
CHUNK = 25
#: Papers given to the processes at a time: they wait in memory until they are written.
AHEAD = 1000


@dataclass(frozen=True)
class Layout:
    """How every paper of a batch is laid out: a template per format, the title, the language, and who issues it."""

    templates: Mapping[str, Path]
    title: str
    language: str
    author: str = ""


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
    render = partial(render_guarded, layout)
    if workers <= 1:
        yield from map(render, sheets)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for large batches
    from multiprocessing import get_context  # noqa: PLC0415

    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for start in range(0, len(sheets), AHEAD):
            yield from pool.map(render, sheets[start : start + AHEAD], chunksize=CHUNK)


def render_paper(layout: Layout, sheet: Sheet) -> dict[str, bytes]:
    """The bytes of one paper by format; raises DocgenError when it cannot be made."""
    return {suffix: _RENDERERS[suffix](layout, sheet) for suffix in layout.templates}


def render_guarded(layout: Layout, sheet: Sheet) -> Rendered:
    """One paper, or the sentence that says why it could not be made."""
    return try_item(lambda: _render(layout, sheet), _tell_bug)


def _render(layout: Layout, sheet: Sheet) -> Rendered:
    try:
        return Rendered(render_paper(layout, sheet))
    except DocgenError as error:
        return Rendered({}, str(error))


def _tell_bug(error: Exception) -> Rendered:
    sentence = f"Dit document kon door een fout in docgen zelf ({type(error).__name__}) niet gemaakt worden."
    return Rendered({}, sentence, is_bug=True)


def print_papers(layout: Layout, sheets: Sequence[Sheet]) -> bytes:
    """All papers in one PDF for the printer, which shares fonts between the pages."""
    from docgen.formats.pdf.merge import make_print_file  # noqa: PLC0415 - heavy library

    pages = [sheet.values for sheet in sheets]
    return make_print_file(layout.templates["pdf"], pages, language=layout.language, on=max(s.on for s in sheets))


def _render_pdf(layout: Layout, sheet: Sheet) -> bytes:
    from docgen.formats.pdf.render import Imprint, render_pdf  # noqa: PLC0415 - heavy library

    meta = Imprint(layout.title, layout.language, sheet.on, layout.author)
    return render_pdf(layout.templates["pdf"], sheet.values, sheet.record, meta=meta)


def _render_docx(layout: Layout, sheet: Sheet) -> bytes:
    from docgen.formats.docx.render import render_docx  # noqa: PLC0415 - heavy library

    template = _read(layout.templates["docx"])
    return render_docx(template, sheet.values, title=layout.title, language=layout.language)


@lru_cache(maxsize=8)
def _read(template: Path) -> bytes:
    return template.read_bytes()


_RENDERERS: Mapping[str, Callable[[Layout, Sheet], bytes]] = {"pdf": _render_pdf, "docx": _render_docx}
