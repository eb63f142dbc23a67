"""The page that says it all: every remark with its place, laid out as a PDF of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import Any

from docgen.model.remark import TODO_PAGE, Remark, Return
from docgen.shipped import find_shipped

_FONT, _BOLD = "LiberationSans", "LiberationSans-Bold"
_MARGIN = 56  # points
#: What blocks and what asks attention, the same as on the marks themselves.
COLOURS = {True: "#B3261E", False: "#9A6700"}
_WEIGHT = {True: "houdt het dossier tegen", False: "vraagt aandacht"}


def make_overview(words: Return) -> bytes:
    """The pages, the same bytes for the same words."""
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 - heavy library
    from reportlab.platypus import SimpleDocTemplate  # noqa: PLC0415 - heavy library

    _register_fonts()
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=A4,
        topMargin=_MARGIN + 24,
        bottomMargin=_MARGIN,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        title=words.title,
        invariant=1,
        lang="nl-BE",
    )
    document.build(list(_story(words)), onFirstPage=_print_head, onLaterPages=_print_head)
    return target.getvalue()


@lru_cache(maxsize=1)
def _register_fonts() -> None:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - heavy library
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - heavy library

    folder = find_shipped("templates") / "fonts"
    for name, file in ((_FONT, "LiberationSans-Regular.ttf"), (_BOLD, "LiberationSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, folder / file))


def _print_head(canvas: Any, document: Any) -> None:  # noqa: ANN401 - reportlab has no types
    """The words by which a reader knows this page, at the head of each."""
    canvas.setFont(_FONT, 8)
    canvas.setFillGray(0.35)
    canvas.drawString(_MARGIN, document.pagesize[1] - _MARGIN, f"{TODO_PAGE}: dit blad is toegevoegd.")


def _story(words: Return) -> Iterator[Any]:
    from reportlab.platypus import KeepTogether, Paragraph, Spacer  # noqa: PLC0415 - heavy library

    title, plain, small = _style(15, bold=True), _style(10), _style(9)
    yield Paragraph(escape(words.title), title)
    for line in words.intro:
        yield Spacer(1, 6)
        yield Paragraph(escape(line), plain)
    for remark in words.remarks:
        yield Spacer(1, 11)
        yield KeepTogether([Paragraph(line, plain if first else small) for line, first in _lines(remark)])


def _lines(remark: Remark) -> Iterator[tuple[str, bool]]:
    number = f'<font name="{_BOLD}" color="{COLOURS[remark.blocking]}">{remark.number}.</font>'
    yield f'{number} <font name="{_BOLD}">{_markup(remark.message)}</font>', True
    if remark.remedy:
        yield f"Wat te doen: {_markup(remark.remedy)}", True
    where = f"{_markup(remark.where)} · " if remark.where else ""
    yield f'<font color="#444444">{where}{_WEIGHT[remark.blocking]}</font>', False


def _markup(text: str) -> str:
    return escape("".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)).replace(
        "\n", "<br/>"
    )


def _style(size: int, *, bold: bool = False) -> Any:  # noqa: ANN401 - as above
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - heavy library

    return ParagraphStyle(f"s{size}", fontName=_BOLD if bold else _FONT, fontSize=size, leading=size * 1.35)
