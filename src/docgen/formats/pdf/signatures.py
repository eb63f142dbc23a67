"""What stands in the place for a signature: a digital signature, ink, a picture, a typed name, or nothing."""

from __future__ import annotations

from docgen.formats.pdf.fields import Field, FormFile, Mark, Signed
from docgen.formats.pdf.signed import Judgement
from docgen.model.value import SignatureKind

_KINDS = {"/Ink": SignatureKind.INK, "/Stamp": SignatureKind.IMAGE, "/FreeText": SignatureKind.TYPED}
#: A mark counts when at least this part of it lies over the place for the signature.
_ENOUGH_OVERLAP = 0.25


def read_signature(file: FormFile, key: str, data: bytes, *, only: bool) -> Judgement | None:
    """What stands in the field `key`; with `only`, a digital signature anywhere in the file counts for it too."""
    field = next((field for field in file.fields if field.name == key), None)
    signed = field.signed if field else None
    if signed is None and only:
        signed = next((other.signed for other in file.fields if other.signed), None)
    if signed is not None:
        return _judge(data, signed)
    if field is None:
        return None
    if field.value:
        return Judgement(SignatureKind.TYPED)
    return next((_read_mark(mark) for mark in file.marks if lies_over(mark, field)), None)


def _judge(data: bytes, signed: Signed) -> Judgement:
    from docgen.formats.pdf.signed import judge_signature  # noqa: PLC0415 - needs libraries that few files ask for

    return judge_signature(data, signed)


def _read_mark(mark: Mark) -> Judgement:
    kind = _KINDS[mark.kind]
    return Judgement(kind, mark.text.strip() or None if kind is SignatureKind.TYPED else None)


def lies_over(mark: Mark, field: Field) -> bool:
    """Whether what was drawn lies in the place of the field, for a good part of it."""
    if field.rect is None or mark.page != field.page:
        return False
    width = min(mark.rect[2], field.rect[2]) - max(mark.rect[0], field.rect[0])
    height = min(mark.rect[3], field.rect[3]) - max(mark.rect[1], field.rect[1])
    area = (mark.rect[2] - mark.rect[0]) * (mark.rect[3] - mark.rect[1])
    return width > 0 and height > 0 and width * height >= _ENOUGH_OVERLAP * area
