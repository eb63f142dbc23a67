"""Read a PDF form of ours whose fields became part of its pages: printed to PDF, or flattened by a program.

Which form it is, its pages say; how they lie, the words that every copy prints. Only then is a value read from its box.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.errors import UnreadableFileError
from docgen.formats.known_form import find_known
from docgen.formats.print_values import FilledPage, read_print
from docgen.formats.qr import read_codes
from docgen.model.form import Form, Identity, find_variant, parse_identity
from docgen.model.value import Place, RawForm, Remark
from docgen.text import fold

if TYPE_CHECKING:
    from docgen.formats.pdf.fit_print import Fit
    from docgen.formats.pdf.glyphs import Sheet
    from docgen.formats.pdf.print_layout import PrintLayout

#: What every page of our forms prints at its foot.
_FOOT = re.compile(r"\bdocgen:[a-z]+/[a-z-]+ v\d{1,4}(?:-[a-z]{2})?\b")
_FLAT = (
    "De invulvelden van dit formulier zijn afgevlakt: het werd afgedrukt naar PDF of platgemaakt. De waarden zijn "
    "gelezen van wat er op de bladzijden staat."
)
_CONFIRM = "Stuur het ingevulde PDF-bestand zelf, geen afdruk ervan; anders bevestigt het bureau wat er gelezen is."
_OURS = "is een afgedrukte kopie van ons formulier, zonder invulbare velden"
_ASK = "stuur het invulbare PDF-bestand zelf"
_MOVED = f"{_OURS}, waarvan de bladzijden anders liggen dan ze gemaakt werden; {_ASK}"
_SMALL = f"{_OURS}, met verschillende bladzijden op een blad; druk elke bladzijde op een eigen blad af, of {_ASK}"
_SEVERAL = "bevat meer dan een van onze formulieren; stuur elk formulier in een eigen bestand"
_TWICE = "bevat dezelfde bladzijde van ons formulier meer dan een keer; stuur elk formulier in een eigen bestand"
_AT_ODDS = f"{_OURS}, waarvan de kenmerken elkaar tegenspreken; {_ASK}"
_UNKEPT = f"{_OURS} in een versie waarvan hier niet meer geweten is hoe ze op papier stond; {_ASK}"

#: A page that bears so many of its words needs no comparing with the others.
_SURE = 0.97


@dataclass(frozen=True)
class _Claim:
    """What a file says that it is; `surely` unless only its words look like our form."""

    identity: Identity
    prefilled: Mapping[str, str]
    surely: bool


def read_flattened(data: bytes, name: str, forms: Sequence[Form], raw: RawForm | None = None) -> RawForm | None:
    """The values of a form of ours as its pages show them; None for a PDF that is no flattened form of ours.

    `forms` in each of their languages. With `raw`, what was read from the fields that are left, it is that form with
    what stands where the other fields were; None when nothing was added. Raises UnreadableFileError for a form of ours
    that cannot be read from its pages.
    """
    if raw is None:
        return _read_pages(data, name, forms, None)
    if not raw.places.keys() < _known(forms, raw.identity):
        return None
    try:
        printed = _read_pages(data, name, forms, (raw.identity, raw.prefilled))
    except UnreadableFileError:  # its fields were read, and they stand
        return None
    return _fill_up(raw, printed) if printed else None


def _read_pages(
    data: bytes, name: str, forms: Sequence[Form], own: tuple[Identity, Mapping[str, str]] | None
) -> RawForm | None:
    """What the pages show; `own` is what the file says of itself, where that was read already."""
    from docgen.formats.pdf.as_printed import make_printed  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.filled import read_own_identity  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.glyphs import mend_text  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.words import read_page_texts  # noqa: PLC0415 - heavy library

    texts = [mend_text(" ".join(text.split())) for text in read_page_texts(data)]
    claims = list(_find_claims(texts, own or read_own_identity(data), forms)) if any(texts) else []
    printed = make_printed(data) if claims else b""
    read = (_read(printed, name, forms, claim) for claim in claims)
    return next((form for form in read if form), None)


def _known(forms: Iterable[Form], identity: Identity) -> frozenset[str]:
    """The keys of the form, where the file is of its present version."""
    return frozenset(
        key for form in forms if form.identity() == replace(identity, reference=None) for key in form.questions
    )


def _find_claims(
    texts: Sequence[str], own: tuple[Identity, Mapping[str, str]] | None, forms: Iterable[Form]
) -> Iterator[_Claim]:
    """What the feet of the pages say, else the file itself, else what a title may mean."""
    feet = [[parse_identity(foot) for foot in _FOOT.findall(text)] for text in texts]
    named = {identity for page in feet for identity in page if identity}
    if len(named) > 1:
        raise UnreadableFileError(_SEVERAL)
    if any(len(page) > 1 for page in feet):
        raise UnreadableFileError(_SMALL)
    if own and named and replace(own[0], reference=None) not in named:
        raise UnreadableFileError(_AT_ODDS)
    identity, prefilled = own or (next(iter(named), None), {})
    known = identity is not None and find_variant(forms, identity) is not None
    folded = fold(" ".join(texts))
    for form in () if known else forms:
        if named or fold(form.title) in folded:  # Ghostscript drops letters, also from the words at the foot
            for version in range(form.version, 0, -1):
                yield _Claim(replace(form.identity(), version=version), {}, surely=False)
    if identity:
        yield _Claim(identity, prefilled, surely=True)


def _read(data: bytes, name: str, forms: Sequence[Form], claim: _Claim) -> RawForm | None:
    from docgen.formats.pdf.glyphs import read_sheets  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.print_layout import find_layout  # noqa: PLC0415 - heavy library

    form = find_known(forms, claim.identity)
    layout = find_layout(replace(claim.identity, reference=None))
    sheets = [sheet for sheet in read_sheets(data) if sheet.glyphs]
    if layout is None:
        _refuse(_UNKEPT, claim, sheets)
        return None
    fits = list(_lay(layout, sheets))
    if not fits:
        _refuse(_MOVED, claim, sheets)
        return None
    if len({number for number, _, _ in fits}) < len(fits):
        raise UnreadableFileError(_TWICE)
    pages, coded = _draw(data, layout, fits)
    identity = _name(claim, coded)
    read = read_print(name, form, pages, layout)
    claim = replace(claim, surely=claim.surely or bool(coded))
    notes = [*_say(form, identity, claim), *read.notes]
    remarks = (Remark(_FLAT, Place(name), _CONFIRM), *read.remarks)
    return replace(read, identity=identity, prefilled=claim.prefilled, notes=tuple(notes), remarks=remarks)


def _refuse(sentence: str, claim: _Claim, sheets: Sequence[Sheet]) -> None:
    """Say why a form of ours cannot be read; what only looks like one, or is a scan, may yet be read otherwise."""
    if claim.surely and sheets:
        raise UnreadableFileError(sentence)


def _lay(layout: PrintLayout, sheets: Iterable[Sheet]) -> Iterator[tuple[int, Sheet, Fit]]:
    """The pages of the form, counted from 0, with the page of the file that shows each."""
    from docgen.formats.pdf.fit_print import NO_FIT, fit_page  # noqa: PLC0415 - heavy library

    expected = 0
    for sheet in sheets:
        best = expected, NO_FIT
        for number in sorted(range(len(layout.pages)), key=lambda number: number != expected):
            fit = fit_page(layout.pages[number], sheet)
            best = max(best, (number, fit), key=lambda pair: pair[1].share)
            if best[1].share >= _SURE:
                break
        if best[1].is_good:
            yield best[0], sheet, best[1]
            expected = best[0] + 1


def _draw(
    data: bytes, layout: PrintLayout, fits: Sequence[tuple[int, Sheet, Fit]]
) -> tuple[list[FilledPage], set[Identity]]:
    """The pages as they look, and what the codes on them say."""
    from docgen.formats.image.upright import set_upright  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.glyphs import count_before  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.raster import draw_pages  # noqa: PLC0415 - heavy library

    pages, coded = list[FilledPage](), set[Identity]()
    before = count_before(data)
    drawn = draw_pages(data, pages=[sheet.number + before for _, sheet, _ in fits])
    for (number, sheet, fit), raster in zip(fits, drawn, strict=True):
        identities = (parse_identity(code.data.decode("utf-8", "replace")) for code in read_codes(raster))
        coded |= {identity for identity in identities if identity}
        buttons = [box.box for box in layout.pages[number].boxes if box.state is not None]
        upright = set_upright(raster, (fit.turn, fit.shift), layout.pages[number].size).with_buttons(buttons)
        pages.append(FilledPage(number, layout.pages[number], sheet, fit, upright))
    return pages, coded


def _name(claim: _Claim, coded: Iterable[Identity]) -> Identity:
    """The identity with the reference that the codes, or the file itself, carry."""
    named = {claim.identity, *coded}
    references = {identity.reference for identity in named if identity.reference}
    if len({replace(identity, reference=None) for identity in named}) > 1 or len(references) > 1:
        raise UnreadableFileError(_AT_ODDS if len(references) < 2 else _SEVERAL)
    return replace(claim.identity, reference=next(iter(references), None))


def _say(form: Form, identity: Identity, claim: _Claim) -> Iterator[str]:
    if not claim.surely:
        yield "De kenmerken van het formulier zijn verloren gegaan; het is herkend aan zijn titel en opschriften."
    if identity.version < form.version:
        yield (f"Dit is een oudere versie van het formulier (versie {identity.version}); gebruik voortaan de nieuwe.")


def _fill_up(raw: RawForm, printed: RawForm) -> RawForm:
    """The form with what stands on its pages where it has no field any more."""
    places = {key: place for key, place in printed.places.items() if key not in raw.places}
    added = [key for key in places if key in printed.values or key in printed.unreadable]
    note = "Een deel van de invulvelden is afgevlakt: dat is van de bladzijden gelezen, al het andere uit de velden."
    return replace(
        raw,
        values={**raw.values, **{key: printed.values[key] for key in added if key in printed.values}},
        unreadable={**raw.unreadable, **{key: printed.unreadable[key] for key in added if key in printed.unreadable}},
        places={**raw.places, **places},
        signatures={**{key: kind for key, kind in printed.signatures.items() if key in places}, **raw.signatures},
        pictures={**{key: picture for key, picture in printed.pictures.items() if key in places}, **raw.pictures},
        notes=(*raw.notes, note),
        gone={page: keys for page, lost in printed.gone.items() if (keys := lost - raw.places.keys())},
        remarks=(*raw.remarks, *(remark for remark in printed.remarks if remark.sentence != _FLAT)),
    )
