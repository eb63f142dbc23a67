"""The box to sign in on a scan of our paper: found from the code beside it, with or without ink."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.formats.leaf import Leaf
from docgen.formats.printed_paper import MM, QUIET
from docgen.formats.qr import Point, count_modules
from docgen.model.record_code import CODE_SIDE, SIGNATURE_GAP, SIGNATURE_WIDTH
from docgen.model.value import Snippet

#: Millimetres: how far within its frame the box to sign in is looked at.
_INSET = 2.0


def find_signature(leaf: Leaf, codes: Sequence[bytes]) -> Snippet | None:
    """The box left of the first of these codes on the page as a picture when there is ink in it, else None."""
    from docgen.formats.image.changes import has_ink  # noqa: PLC0415 - heavy library
    from docgen.formats.image.page import cut_beside  # noqa: PLC0415 - heavy library
    from docgen.formats.image.snippet import save_snippet  # noqa: PLC0415 - heavy library

    code = min((code for code in leaf.codes if code.data in codes), key=lambda code: code.data[3])
    known, box = _signature_box(code.data)
    picture, darkness = cut_beside(leaf.look(), code.corners, known, box)
    whole = (0, 0, picture.width, picture.height)
    return save_snippet(picture, "het vak voor de handtekening") if has_ink(darkness, whole) else None


def _signature_box(code: bytes) -> tuple[list[Point], tuple[int, int, int, int]]:
    """The corners of a code and the inside of the box left of it, in pixels from the code's picture's corner."""
    modules = count_modules(code)
    edge = CODE_SIDE * QUIET / (modules + 2 * QUIET) * MM
    far = CODE_SIDE * MM - edge
    right = -(SIGNATURE_GAP + _INSET) * MM
    left = -(SIGNATURE_GAP + SIGNATURE_WIDTH - _INSET) * MM
    corners = [(edge, edge), (far, edge), (far, far), (edge, far)]
    return corners, (round(left), round(_INSET * MM), round(right), round((CODE_SIDE - _INSET) * MM))
