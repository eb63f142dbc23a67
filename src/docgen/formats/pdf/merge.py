"""One file for the printer out of many pages: fonts and drawings stand in it once, not once a page.

Merging finished PDFs would carry a subset of each font for every page (10,000 certificates become 200 MB). The pages
are laid out again, many at a time, so that they share their fonts; tags, links and attachments mean nothing on paper.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf

from docgen.errors import SetupError
from docgen.formats.pdf.render import write_values
from docgen.formats.pdf.typeset import typeset

#: Pages laid out together; each such part carries its own fonts. typst keeps the last ten parts in memory: parts of
#: 100 pages stay under 300 MB and cost 1.4 kB a page, parts of 200 take 450 MB for 1.3 kB.
TOGETHER = 100
#: What a designed page reads its values from.
VALUES = "/waarden.json"


def make_print_file(template: Path, pages: Sequence[Mapping[str, Any]], *, language: str, on: date) -> bytes:
    """One PDF with a page (or more) of `template` for each of the `pages`' values, in their order.

    Raises SetupError when the template does not read its values itself.
    """
    source = template.read_text(encoding="utf-8")
    if f'"{VALUES}"' not in source:
        message = f'Sjabloon {template} leest zijn waarden niet met json("{VALUES}"); een drukbestand kan niet.'
        raise SetupError(message)
    with pikepdf.new() as whole:
        for part in _lay_out(template, source, pages, language, on):
            with pikepdf.open(io.BytesIO(part)) as pdf:
                whole.pages.extend(pdf.pages)
        return _save_for_paper(whole)


def join_pdfs(pdfs: Sequence[bytes]) -> bytes:
    """One PDF for the printer with the pages of all these, each with the fonts that it came with."""
    with pikepdf.new() as whole:
        for data in pdfs:
            with pikepdf.open(io.BytesIO(data)) as pdf:
                whole.pages.extend(pdf.pages)
        return _save_for_paper(whole)


def _save_for_paper(whole: pikepdf.Pdf) -> bytes:
    for page in whole.pages:
        for name in ("/Annots", "/StructParents", "/Tabs"):
            if name in page:
                del page[name]
    out = io.BytesIO()
    whole.remove_unreferenced_resources()
    whole.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _lay_out(
    template: Path, source: str, pages: Sequence[Mapping[str, Any]], language: str, on: date
) -> Iterator[bytes]:
    for start in range(0, len(pages), TOGETHER):
        files: dict[str, bytes] = {}
        main = [f'#set text(lang: "{language}", region: "be")']
        for number, values in enumerate(pages[start : start + TOGETHER]):
            files[f"waarden-{number}.json"] = write_values(values)
            files[f"blad-{number}.typ"] = source.replace(f'"{VALUES}"', f'"/waarden-{number}.json"').encode()
            main.append(f'#include "/blad-{number}.typ"')
        yield typeset("\n".join(main), files, template.parent, on, for_paper=True)
