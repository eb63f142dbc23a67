"""A form of ours that was printed and filled in: its pages, found in any order by the code at their foot.

Nothing in its boxes is read (`handwritten_boxes`): what a pen wrote is cut out for a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from docgen.errors import UnreadableFileError
from docgen.formats.handwritten_boxes import Propose, read_boxes
from docgen.formats.known_form import find_known
from docgen.formats.leaf import Leaf
from docgen.formats.paper import Paper
from docgen.formats.printed_blank import PrintedBlank, draw_blank, read_identity
from docgen.formats.qr import Point
from docgen.model.form import Form, Identity
from docgen.model.value import Remark, Unread

if TYPE_CHECKING:
    from docgen.formats.image.page import Laid

#: Pages without a code that are tried for a page that is missing.
_MOST_TRIES = 3
_LOST = "Dit is een blad van het formulier, maar het ligt te scheef of is te onscherp om de vakken erop te vinden."
_AGAIN = "Scan of fotografeer dit blad opnieuw, vlak, volledig en recht van boven."


def find_handwritten(
    leaves: Sequence[Leaf], forms: Sequence[Form], propose: Propose = lambda _boxes: {}
) -> Iterator[Paper]:
    """The forms filled in on paper among the pages of one or more files; `forms` come in each of their languages.

    Only pages without text are looked at. Finding none costs nothing. `propose` says what may stand in the boxes.
    """
    known = {leaf: identity for leaf in leaves if leaf.is_scan and (identity := _identify(leaf))}
    for identity in dict.fromkeys(known.values()):
        pages = [leaf for leaf in known if known[leaf] == identity]
        try:
            form = _find_form(forms, identity)
        except UnreadableFileError as error:
            yield Paper(Unread(f"“{pages[0].file}” {error}."), tuple(pages), pages[0])
            continue
        free = [leaf for leaf in leaves if leaf.is_scan and not leaf.codes]
        yield from (sheets.read(form, identity, propose) for sheets in _sort_pages(draw_blank(form), pages, free))


def _identify(leaf: Leaf) -> Identity | None:
    return next((identity for code in leaf.codes if (identity := read_identity(code))), None)


def _find_form(forms: Sequence[Form], identity: Identity) -> Form:
    """The form as it was printed; raises UnreadableFileError for one whose boxes are not known here."""
    form = find_known(forms, identity)
    if identity.version < form.version:
        message = (
            f"is een afdruk van een oudere versie van het formulier (versie {identity.version}), waarvan de vakken "
            "hier niet meer gekend zijn; kijk het zelf na, of vraag het formulier van nu"
        )
        raise UnreadableFileError(message)
    return form


@dataclass
class _Sheets:
    """The pages of one filled form: by page of the form, from 0, where it is and how it lies; `lost` fit none."""

    laid: dict[int, tuple[Leaf, Laid]] = field(default_factory=dict)
    lost: list[Leaf] = field(default_factory=list)

    def read(self, form: Form, identity: Identity, propose: Propose) -> Paper:
        """What its boxes hold; a sentence when none of its pages could be laid flat."""
        leaves = (*(leaf for leaf, _ in self.laid.values()), *self.lost)
        home = leaves[0]
        if not self.laid:
            sentence = f"“{home.file}” toont ons formulier, maar te scheef of te onscherp om te lezen. {_AGAIN}"
            return Paper(Unread(sentence), leaves, home)
        found = read_boxes(form, self.laid, propose)
        lost = [Remark(_LOST, leaf.place(), _AGAIN) for leaf in self.lost]
        return Paper(replace(found, identity=identity, remarks=(*found.remarks, *lost)), leaves, home)


def _sort_pages(blank: PrintedBlank, pages: Sequence[Leaf], free: Sequence[Leaf]) -> list[_Sheets]:
    """The forms that the pages make up: a page that is there already begins the next one."""
    sheets = [_Sheets()]
    for leaf in pages:
        corners = next(code.corners for code in leaf.codes if read_identity(code))
        found = _find_page(blank, leaf, corners, sheets[-1].laid)
        if found is None:
            sheets[-1].lost.append(leaf)
            continue
        page, laid = found
        if page in sheets[-1].laid:
            sheets.append(_Sheets())
        sheets[-1].laid[page] = leaf, laid
    if len(sheets) == 1 and sheets[0].laid:
        _find_codeless(blank, sheets[0], free)
    return sheets


def _find_page(
    blank: PrintedBlank, leaf: Leaf, corners: Sequence[Point], taken: Collection[int]
) -> tuple[int, Laid] | None:
    """The page of the form that a leaf shows, by its code; pages that were found already are tried last."""
    from docgen.formats.image.page import lay, rank_pages  # noqa: PLC0415 - heavy library

    scan, pairs = leaf.look(), list(zip(blank.corners, corners, strict=True))
    for page in sorted(rank_pages(scan, blank.pages, pairs), key=lambda page: page in taken):
        laid = lay(scan, blank.pages[page], pairs, search=False)
        if laid.is_found:
            return page, laid
    return None


def _find_codeless(blank: PrintedBlank, sheets: _Sheets, free: Sequence[Leaf]) -> None:
    """Pages whose code cannot be read, for those that are missing."""
    from docgen.formats.image.page import lay  # noqa: PLC0415 - heavy library

    near = [leaf for leaf in free if any(leaf.is_with(other) for other, _ in sheets.laid.values())]
    for leaf in near[:_MOST_TRIES]:
        missing = [page for page in range(len(blank.pages)) if page not in sheets.laid]
        scan = leaf.look() if missing else None
        tried = ((page, lay(scan, blank.pages[page])) for page in missing if scan is not None)
        found = next(((page, laid) for page, laid in tried if laid.is_found), None)
        if found is not None:
            sheets.laid[found[0]] = leaf, found[1]
