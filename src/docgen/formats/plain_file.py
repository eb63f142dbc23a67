"""A file that may hold a form without being ours: its rows, whatever the format, read through labels and headings."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from docgen.formats.kind import FileKind
from docgen.formats.layout_row import Row, rows_of_text
from docgen.formats.plain_form import read_plain
from docgen.formats.plain_labels import labels_of
from docgen.model.form import Form
from docgen.model.value import RawForm, Text
from docgen.text import fold_tight

#: Fewer labels than this in the words of a file are no form: it is not looked at any further.
_FEWEST = 3


def read_plain_file(
    data: bytes, kind: FileKind, text: Text, forms: Sequence[Form], pages: Collection[int] | None = None
) -> RawForm | None:
    """The form that a file with this text holds in its own way, or only those pages of it; None for any other file.

    Text that was recognised in a picture is no form: what it missed would pass for fields that were left empty.
    """
    name = text.lines[0].place.file if text.lines else ""
    likely = [] if text.is_recognised else _find_likely(text, forms)
    if not likely:
        return None
    return read_plain(_rows(data, kind, name, pages), name, likely) or read_plain(rows_of_text(text), name, likely)


def _find_likely(text: Text, forms: Sequence[Form]) -> list[Form]:
    words = fold_tight(" ".join(line.text for line in text.lines))
    return [form for form in forms if not form.is_list and sum(label in words for label in labels_of(form)) >= _FEWEST]


def _rows(data: bytes, kind: FileKind, name: str, pages: Collection[int] | None) -> tuple[Row, ...]:
    if kind is FileKind.XLSX:
        from docgen.formats.xlsx import rows as xlsx  # noqa: PLC0415 - heavy library

        return xlsx.read_rows(data, name)
    if kind is FileKind.DOCX:
        from docgen.formats.docx import rows as docx  # noqa: PLC0415 - heavy library

        return docx.read_rows(data, name)
    from docgen.formats.pdf import rows as pdf  # noqa: PLC0415 - heavy library

    return pdf.read_rows(data, name, pages)
