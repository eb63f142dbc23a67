"""Read our own papers back from a scan, photo or print: the record from the codes on them, never from the words.

What the paper shows is compared with the paper as it was printed, which the caller draws again from the record.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.errors import UnreadableFileError
from docgen.formats.kind import FileKind
from docgen.formats.qr import Code, Point, count_modules, read_codes
from docgen.formats.raster import Raster
from docgen.formats.sheets import Sheets, open_sheets
from docgen.model.form import Form, Kind, find_variant
from docgen.model.record_code import (
    CODE_SIDE,
    SIGNATURE_GAP,
    SIGNATURE_WIDTH,
    CodedRecord,
    MissingCodes,
    part_codes,
    unpack_record,
)
from docgen.model.value import Place, RawForm, RawValue, Remark, SignatureKind, Snippet, Text, Unread
from docgen.text import enumerate_words, fold

if TYPE_CHECKING:
    from docgen.formats.image.page import Laid, Page

#: Makes the PDF of a record again as it was printed to be signed; None when that is not known.
Redraw = Callable[[CodedRecord], bytes | None]
#: Modules of white round a code, and the resolution at which pages are compared.
_QUIET, _DPI = 4, 150
_MM = _DPI / 25.4
#: Millimetres: how far within its frame the box to sign in is looked at.
_INSET = 2.0
#: More changes than this on a page are shown as one picture of the page.
_MAX_CHANGES = 6


@dataclass(frozen=True)
class Paper:
    """One paper of ours in a file: what was read of it, and the pages that it takes, counted from 0."""

    found: RawForm | Text | Unread
    pages: frozenset[int]


def open_papers(
    name: str, data: bytes, kind: FileKind, forms: Sequence[Form], redraw: Redraw | None = None
) -> tuple[Paper, ...]:
    """The documents in a PDF or picture file that holds a paper of ours, by their pages; none when it holds none.

    What stands on the other pages follows as a document of its own.
    """
    if kind not in (FileKind.PDF, FileKind.IMAGE):
        return ()
    try:
        sheets = open_sheets(data, kind)
        papers = find_papers(name, sheets, forms, redraw) if _may_be_paper(sheets, forms) else ()
    except UnreadableFileError:
        return ()  # whoever reads its words says what is wrong with it
    left = set(range(sheets.count)).difference(*(paper.pages for paper in papers))
    rest = _read_rest(name, (data, kind), sheets, left) if papers and left else ()
    return tuple(sorted((*papers, *rest), key=lambda paper: min(paper.pages)))


def _may_be_paper(sheets: Sheets, forms: Sequence[Form]) -> bool:
    """Whether any page is a scan, or names one of our forms: only then are the pages drawn."""
    titles = {fold(form.title) for form in forms}
    folded = (fold(" ".join(text.split())) for text in sheets.texts)
    return any(not text or any(title in text for title in titles) for text in folded)


def _read_rest(name: str, file: tuple[bytes, FileKind], sheets: Sheets, left: Collection[int]) -> tuple[Paper, ...]:
    """What stands on the pages that no paper takes; the empty backs of a double-sided scan are nothing."""
    from docgen.formats.image.darkness import is_empty, open_page  # noqa: PLC0415 - heavy library

    written = frozenset(number for number in left if not is_empty(open_page(sheets.draw(number))))
    if not written:
        return ()
    data, kind = file
    found: Text | Unread = Unread(
        f"In “{name}” staat op {_name_numbers(written)} een scan of foto zonder tekst; stuur dat stuk als apart "
        "bestand, of kijk het zelf na."
    )
    if kind is FileKind.PDF:
        from docgen.formats.recognise_text import read_pdf_text  # noqa: PLC0415 - heavy library

        try:
            found = read_pdf_text(data, name, [number + 1 for number in range(sheets.count) if number not in written])
        except UnreadableFileError:
            return (Paper(found, written),)
    return (Paper(found, written),)


def _name_numbers(pages: Collection[int]) -> str:
    words = enumerate_words([str(number + 1) for number in sorted(pages)])
    return f"bladzijde {words}" if len(pages) == 1 else f"de bladzijden {words}"


def find_papers(name: str, sheets: Sheets, forms: Sequence[Form], redraw: Redraw | None = None) -> tuple[Paper, ...]:
    """The papers with a record in their codes among the pages of a file; none costs no more than looking for codes."""
    seen = {number: read_codes(sheets.draw(number)) for number in range(sheets.count)}
    groups = part_codes(code.data for codes in seen.values() for code in codes)
    reader = _Reader(name, sheets, seen, forms, redraw)
    return tuple(reader.read(codes) for codes in groups)


@dataclass
class _Reader:
    """Reads the papers of one file one after the other; `taken` pages belong to a paper already."""

    name: str
    sheets: Sheets
    seen: Mapping[int, Sequence[Code]]
    forms: Sequence[Form]
    redraw: Redraw | None

    def __post_init__(self) -> None:
        """Pages with a code belong to the paper of that code; `count` is how many pages were printed."""
        self.count = 0
        self.taken = {number for number, codes in self.seen.items() if part_codes(code.data for code in codes)}

    def read(self, codes: Sequence[bytes]) -> Paper:
        """The paper of these codes."""
        pages = [number for number, found in self.seen.items() if any(code.data in codes for code in found)]
        record = unpack_record(codes, self.forms)
        if not isinstance(record, CodedRecord):
            return Paper(Unread(_refuse(self.name, pages[0], record)), frozenset(pages))
        form = find_variant(self.forms, record.identity)
        if form is None or record.identity.version > form.version:
            return Paper(Unread(_refuse(self.name, pages[0], None)), frozenset(pages))
        laid = self._lay(record, codes, pages)
        first = next(number for number in pages if any(code.data == codes[0] for code in self.seen[number]))
        return Paper(self._make_form(record, form, first, laid), frozenset({*pages, *laid}))

    def _lay(self, record: CodedRecord, codes: Sequence[bytes], pages: Sequence[int]) -> dict[int, Laid]:
        """The pages of the scan that show a page as it was printed, with that page laid over them."""
        printed = self.redraw(record) if self.redraw else None
        if printed is None:
            return {}
        from docgen.formats.pdf.raster import draw_pages  # noqa: PLC0415 - heavy library

        found: dict[int, Laid] = {}
        drawn = [(raster, read_codes(raster)) for raster in draw_pages(printed, _DPI)]
        self.count = len(drawn)
        coded = [number for number, (_, seen) in enumerate(drawn) if any(code.data in codes for code in seen)]
        from docgen.formats.image.page import lay, read_page  # noqa: PLC0415 - heavy library

        for number in sorted(range(len(drawn)), key=lambda number: number not in coded):
            raster, shown = drawn[number]
            page = read_page(raster, _DPI)
            offset = pages[0] - coded[0] if coded else 0
            for scan in self._candidates(pages if number in coded else (), number + offset):
                laid = lay(self._page(scan), page, _pair(shown, self.seen[scan]))
                if laid.is_found and scan not in found:
                    found[scan] = laid
                    self.taken.add(scan)
                    break
        return found

    def _candidates(self, coded: Sequence[int], expected: int) -> list[int]:
        """The pages that may show a printed page: those with its codes, else the free ones nearest to its place."""
        if coded:
            return list(coded)
        free = [page for page in range(self.sheets.count) if page not in self.taken and not self.seen[page]]
        return sorted(free, key=lambda page: abs(page - expected))[:4]

    def _page(self, number: int) -> Page:
        from docgen.formats.image.page import read_page  # noqa: PLC0415 - heavy library

        raster = self.sheets.draw(number)
        return read_page(raster, self.sheets.dpi(raster))

    def _make_form(self, record: CodedRecord, form: Form, first: int, laid: Mapping[int, Laid]) -> RawForm:
        place = Place(self.name, f"bladzijde {first + 1}, QR-code")
        where = Place(self.name, f"bladzijde {first + 1}, vak voor de handtekening")
        signed = next((key for key, question in form.questions.items() if question.kind is Kind.SIGNATURE), None)
        box = self._signature(first)
        kind = SignatureKind.IMAGE if self.sheets.texts[first].strip() else SignatureKind.INK
        # a name typed before the paper was printed is no signature on it
        said = {key: value for key, value in record.values.items() if box or key != signed}
        return RawForm(
            identity=record.identity,
            values={key: RawValue(value, where if key == signed else place) for key, value in said.items()},
            signatures={signed: kind} if signed and box else {},
            places={signed: where} if signed else {},
            pictures={signed: box} if signed and box else {},
            notes=tuple(self._notes(record, form, laid)),
            remarks=tuple(remark for number in sorted(laid) for remark in self._compare(number, laid[number])),
        )

    def _notes(self, record: CodedRecord, form: Form, laid: Mapping[int, Laid]) -> Iterator[str]:
        if record.identity.version < form.version:
            yield f"Dit is een oudere versie van het formulier (versie {record.identity.version})."
        if not laid:
            yield (
                "De gegevens komen uit de QR-code; wat er op papier staat, kon er niet mee vergeleken worden. "
                "Kijk na of er met de hand niets gewijzigd is."
            )
        elif len(laid) < self.count:
            yield (
                f"Van het afgedrukte document zijn {len(laid)} van de {self.count} bladzijden teruggevonden; de "
                "gegevens komen uit de QR-code. Kijk na of er op de andere met de hand niets gewijzigd is."
            )

    def _signature(self, number: int) -> Snippet | None:
        """The box to sign in as a picture when there is ink in it, else None."""
        from docgen.formats.image.changes import has_ink  # noqa: PLC0415 - heavy library
        from docgen.formats.image.page import cut_beside  # noqa: PLC0415 - heavy library
        from docgen.formats.image.snippet import save_snippet  # noqa: PLC0415 - heavy library

        code = next(code for code in self.seen[number] if part_codes([code.data]))
        known, box = _signature_box(code.data)
        picture, darkness = cut_beside(self._page(number), code.corners, known, box)
        whole = (0, 0, picture.width, picture.height)
        return save_snippet(picture, "het vak voor de handtekening") if has_ink(darkness, whole) else None

    def _compare(self, number: int, laid: Laid) -> Iterator[Remark]:
        from docgen.formats.image.changes import widen  # noqa: PLC0415 - heavy library

        place = Place(self.name, f"bladzijde {number + 1}")
        changes = laid.find_changes(list(_spare(_read_printed(laid))))
        if len(changes) > _MAX_CHANGES:
            height, width = laid.printed.sharp.shape
            yield Remark(_MANY, place, _LOOK, laid.cut((0, 0, width, height), f"bladzijde {number + 1}"))
            return
        for change in changes:
            picture = laid.cut(widen(change.box), "wat er op papier staat")
            yield Remark(_GONE if change.gone else _ADDED, place, _LOOK, picture)


_ADDED = "Op papier staat hier iets dat niet in de code zit: er is met de hand iets bijgeschreven of doorgehaald."
_GONE = "Wat hier afgedrukt werd, is op papier niet meer te zien."
_MANY = "Op deze bladzijde staat op veel plaatsen iets anders dan afgedrukt werd."
_LOOK = (
    "Kijk op de afbeelding wat er gewijzigd is. Moet dat tellen, laat het document dan opnieuw maken met de juiste "
    "gegevens en opnieuw ondertekenen."
)


def _refuse(name: str, page: int, missing: MissingCodes | None) -> str:
    if missing is None:
        return (
            f"“{name}” draagt op bladzijde {page + 1} een QR-code van een formulier dat hier niet gekend is; "
            "vraag het ingevulde formulier zelf."
        )
    parts = enumerate_words([str(number) for number in missing.missing])
    verb = "ontbreekt deel" if len(missing.missing) == 1 else "ontbreken de delen"
    return (
        f"In “{name}” {verb} {parts} van de {missing.count} QR-codes die de gegevens dragen; "
        "scan alle bladen opnieuw, vlak en volledig, op 200 dpi of meer."
    )


def _pair(printed: Sequence[Code], seen: Sequence[Code]) -> list[tuple[Point, Point]]:
    """The corners of the codes that are on both."""
    by_data = {code.data: code.corners for code in seen}
    pairs = [(code.corners, by_data[code.data]) for code in printed if code.data in by_data]
    return [pair for known, found in pairs for pair in zip(known, found, strict=True)]


def _signature_box(code: bytes) -> tuple[list[Point], tuple[int, int, int, int]]:
    """The corners of a code and the inside of the box left of it, in pixels from the code's picture's corner."""
    modules = count_modules(code)
    edge = CODE_SIDE * _QUIET / (modules + 2 * _QUIET) * _MM
    far = CODE_SIDE * _MM - edge
    right = -(SIGNATURE_GAP + _INSET) * _MM
    left = -(SIGNATURE_GAP + SIGNATURE_WIDTH - _INSET) * _MM
    corners = [(edge, edge), (far, edge), (far, far), (edge, far)]
    return corners, (round(left), round(_INSET * _MM), round(right), round((CODE_SIDE - _INSET) * _MM))


def _read_printed(laid: Laid) -> Sequence[Code]:
    """The codes on the printed page that was laid over a scan."""
    picture = laid.printed.picture
    return read_codes(Raster(picture.width, picture.height, picture.tobytes(), laid.printed.dpi))


def _spare(codes: Sequence[Code]) -> Iterator[tuple[int, int, int, int]]:
    """What is not compared: the codes, which read or do not, and the box to sign in."""
    for code in codes:
        if not part_codes([code.data]):
            continue
        (left, top), _, (right, bottom), _ = code.corners
        modules = count_modules(code.data)
        edge = (right - left) / modules * _QUIET
        yield round(left - edge), round(top - edge), round(right + edge), round(bottom + edge)
        if code.data[3] == 1:
            frame = 1.5 * _MM
            start = left - edge - (SIGNATURE_GAP + SIGNATURE_WIDTH) * _MM
            yield round(start - frame), round(top - edge - 2 * frame), round(left), round(bottom + edge + 2 * frame)
