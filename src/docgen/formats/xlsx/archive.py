"""The zip around a workbook, written again so that the same workbook always gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from openpyxl.workbook import Workbook

from docgen.formats.pack import pack_parts

#: The moment that every workbook says it was last changed: openpyxl writes the clock's.
FIXED_TIME = "2025-01-01T00:00:00Z"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_CORE = "docProps/core.xml"

Edit = Callable[[bytes], bytes]


def save_workbook(
    workbook: Workbook, title: str, edits: Mapping[str, Edit] | None = None, *, language: str = "nl-BE"
) -> bytes:
    """The bytes of a workbook, titled and in its language; `edits` change the parts they name."""
    properties = workbook.properties
    properties.title, properties.language, properties.creator = title, language, "docgen"
    # openpyxl takes no zone, and writes the time of the clock where nothing is given.
    properties.created = datetime.fromisoformat(FIXED_TIME).replace(tzinfo=None)
    workbook.calculation.fullCalcOnLoad = True  # Excel works formulas out anew, whatever results are stored
    target = BytesIO()
    workbook.save(target)
    return settle_archive(target.getvalue(), edits)


def settle_archive(data: bytes, edits: Mapping[str, Edit] | None = None) -> bytes:
    """Rewrite a workbook's zip with fixed dates, applying `edits` to the parts they name."""
    edits = {_CORE: _settle_core, **(edits or {})}
    return pack_parts({name: edits[name](part) if name in edits else part for name, part in read_parts(data).items()})


def read_parts(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook that we wrote ourselves, by name, in their order."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _settle_core(part: bytes) -> bytes:
    return _MODIFIED.sub(rb"\g<1>" + FIXED_TIME.encode() + rb"\g<2>", part)
