"""Mark a file of a sender with remarks, in whichever format it is; the file itself is never changed."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.errors import UnreadableFileError
from docgen.formats.door import open_file
from docgen.formats.kind import FileKind, recognise_kind
from docgen.model.form import Form, find_variant
from docgen.model.remark import Return
from docgen.model.value import Content, RawForm

_REPAIRED = "is zo beschadigd dat het niet gemarkeerd kan worden zonder het te veranderen"


def mark_file(data: bytes, content: Content, words: Return, forms: Sequence[Form]) -> bytes:
    """The file with the remarks in it, which a reader takes for the same file.

    Raises UnreadableFileError, a clause that follows the file's name, for one that cannot be marked.
    """
    marked = _mark(data, content, words, forms)
    if not _says_the_same(content, open_file(content.name, marked, forms)):
        raise UnreadableFileError(_REPAIRED)
    return marked


def _mark(data: bytes, content: Content, words: Return, forms: Sequence[Form]) -> bytes:
    kind = recognise_kind(data)
    if kind is FileKind.XLSX:
        from docgen.formats.xlsx.mark import mark_workbook  # noqa: PLC0415 - heavy library

        return mark_workbook(data, content.name, words)
    if kind is FileKind.DOCX:
        from docgen.formats.docx.mark import mark_word  # noqa: PLC0415 - heavy library

        variants = [variant for form in forms for variant in form.variants]
        form = find_variant(variants, content.found.identity) if isinstance(content.found, RawForm) else None
        return mark_word(data, content.name, words, form)
    if kind is FileKind.PDF:
        from docgen.formats.pdf.mark import mark_pdf  # noqa: PLC0415 - heavy library

        return mark_pdf(data, content.name, words)
    message = f"is {kind}"
    raise UnreadableFileError(message)


def _says_the_same(content: Content, marked: Content) -> bool:
    """Whether a reader finds the same in both: a library may repair a damaged file while it marks it."""
    before, after = content.found, marked.found
    if isinstance(before, RawForm) and isinstance(after, RawForm):
        return _all_of(before) == _all_of(after)
    return before == after


def _all_of(form: RawForm) -> tuple[object, ...]:
    parts = (form.values, form.places, form.unreadable, form.prefilled, form.signatures)
    return (form.identity, form.notes, *map(dict, parts))


def can_be_filled(data: bytes, content: Content, forms: Sequence[Form]) -> bool:
    """Whether a form can be mended in the file itself: a PDF without fields, a scan or a photo can not."""
    kind = recognise_kind(data)
    if kind is not FileKind.PDF:
        return kind in (FileKind.XLSX, FileKind.DOCX)
    from docgen.formats.pdf.filled import read_filled  # noqa: PLC0415 - heavy library

    variants = [variant for form in forms for variant in form.variants]
    try:
        return read_filled(data, content.name, variants) is not None
    except UnreadableFileError:
        return False


def make_remarks_pdf(words: Return) -> bytes:
    """The remarks as a PDF of their own, to lie beside a file that must not be touched."""
    from docgen.formats.pdf.overview_page import make_overview  # noqa: PLC0415 - heavy library

    return make_overview(words)
