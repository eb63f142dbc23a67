"""The page that says it all: every remark with its place, laid out as a PDF of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache, partial
from html import escape
from typing import Any

from docgen.model.remark import Remark, Return
from docgen.model.return_words import ReturnWords
from docgen.shipped import find_shipped

_FONT, _BOLD = "LiberationSans", "LiberationSans-Bold"
_MARGIN = 56  # points
#: What blocks and what asks attention, the same as on the marks themselves.
COLOURS = {True: "#B3261E", False: "#9A6700"}


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
        lang=words.own.tag,
    )
    head = partial(_print_head, words.own)
    document.build(list(_story(words)), onFirstPage=head, onLaterPages=head)
    return target.getvalue()


@lru_cache(maxsize=1)
def _register_fonts() -> None:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - heavy library
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - heavy library

    folder = find_shipped("templates") / "fonts"
    for name, file in ((_FONT, "LiberationSans-Regular.ttf"), (_BOLD, "LiberationSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, folder / file))


def _print_head(own: ReturnWords, canvas: Any, document: Any) -> None:  # noqa: ANN401 - reportlab has no types
    """The words by which a reader knows this page, at the head of each."""
    canvas.setFont(_FONT, 8)
    canvas.setFillGray(0.35)
    canvas.drawString(_MARGIN, document.pagesize[1] - _MARGIN, own.page_added.format(page=own.page))


def _story(words: Return) -> Iterator[Any]:
    from reportlab.platypus import KeepTogether, Paragraph, Spacer  # noqa: PLC0415 - heavy library

    title, plain, small = _style(15, bold=True), _style(10), _style(9)
    yield Paragraph(escape(words.title), title)
    for line in words.intro:
        yield Spacer(1, 6)
        yield Paragraph(escape(line), plain)
    for remark in words.remarks:
        yield Spacer(1, 11)
        yield KeepTogether([Paragraph(line, plain if first else small) for line, first in _lines(remark, words.own)])


def _lines(remark: Remark, own: ReturnWords) -> Iterator[tuple[str, bool]]:
    number = f'<font name="{_BOLD}" color="{COLOURS[remark.blocking]}">{remark.number}.</font>'
    yield f'{number} <font name="{_BOLD}">{_markup(remark.message)}</font>', True
    if remark.remedy:
        yield own.to_do.format(remedy=_markup(remark.remedy)), True
    where = f"{_markup(remark.where)} · " if remark.where else ""
    yield f'<font color="#444444">{where}{own.blocking if remark.blocking else own.attention}</font>', False


def _markup(text: str) -> str:
    return escape("".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)).replace(
        "\n", "<br/>"
    )


def _style(size: int, *, bold: bool = False) -> Any:  # noqa: ANN401 - as above
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - heavy library

    return ParagraphStyle(f"s{size}", fontName=_BOLD if bold else _FONT, fontSize=size, leading=size * 1.35)
