"""Read our own papers back from scans, photos or prints: the record from the codes on them, never from the words.

The pages of one paper may lie in several files of a dossier. What they show is compared with the paper as it was
printed, which the caller draws again from the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from docgen.formats.known_form import older_version
from docgen.formats.leaf import Leaf
from docgen.formats.printed_paper import PrintedPaper, open_printed
from docgen.formats.signed_box import find_signature
from docgen.model.form import Form, Kind, find_variant
from docgen.model.record_code import CodedRecord, MissingCodes, part_codes, unpack_record
from docgen.model.value import Place, RawForm, RawValue, Remark, SignatureKind, Unread
from docgen.text import enumerate_words

#: Makes the PDF of a record again as it was printed to be signed; None when that is not known.
Redraw = Callable[[CodedRecord], bytes | None]
#: What to do about a scan of our paper that does not hold all that its codes should give.
RESCAN = (
    "Scan alle bladen van de getekende afdruk samen opnieuw, vlak, volledig en op 200 dpi of meer, of stuur het "
    "ingevulde formulier zelf."
)


@dataclass(frozen=True)
class Paper:
    """One paper of ours, and the pages that it takes; `home` is the one with its first code that was found."""

    found: RawForm | Unread
    leaves: tuple[Leaf, ...]
    home: Leaf


def find_papers(leaves: Sequence[Leaf], forms: Sequence[Form], redraw: Redraw | None = None) -> tuple[Paper, ...]:
    """The papers with a record in their codes among pages of one or more files; none costs nothing."""
    every = [_Coded(codes, bearing) for codes, bearing in _group(leaves)]
    for paper in every:
        paper.identify(forms, redraw)
    free = [leaf for leaf in leaves if not leaf.codes]
    for paper in every:
        paper.printed.find_coded(paper.leaves)
        paper.printed.find_near(paper.leaves, [leaf for leaf in free if not _is_taken(leaf, every)])
    for paper in every:  # only when each has what its own file holds
        paper.printed.find_far(leaves, paper.leaves[0], [leaf for leaf in free if not _is_taken(leaf, every)])
    return tuple(paper.read(forms) for paper in every)


def _is_taken(leaf: Leaf, papers: Sequence[_Coded]) -> bool:
    return any(leaf in paper.printed.laid for paper in papers)


def _group(leaves: Sequence[Leaf]) -> Iterator[tuple[Sequence[bytes], list[Leaf]]]:
    """The codes of each paper with the pages that bear them.

    A file that holds all of them is a paper of its own; what others hold is put together.
    """
    for codes in part_codes(code.data for leaf in leaves for code in leaf.codes):
        files = dict[int, list[Leaf]]()
        for leaf in leaves:
            if leaf.bears(codes):
                files.setdefault(id(leaf.sheets), []).append(leaf)
        whole = [pages for pages in files.values() if all(any(leaf.bears([code]) for leaf in pages) for code in codes)]
        parts = [leaf for pages in files.values() if pages not in whole for leaf in pages]
        yield codes, [*(whole[0] if whole else ()), *parts]
        yield from ((codes, pages) for pages in whole[1:])


@dataclass
class _Coded:
    """The pages that bear the codes of one paper, what those say, and how it was printed."""

    codes: Sequence[bytes]
    leaves: list[Leaf]
    record: CodedRecord | MissingCodes | None = None
    printed: PrintedPaper = field(default_factory=PrintedPaper)

    def identify(self, forms: Sequence[Form], redraw: Redraw | None) -> None:
        """Read the record; the page with the first code comes first."""
        self.record = unpack_record(self.codes, forms)
        first = min(part_codes(self.codes)[0], key=lambda code: code[3])
        self.leaves.sort(key=lambda leaf: not leaf.bears([first]))
        if isinstance(self.record, CodedRecord) and redraw is not None:
            self.printed = open_printed(redraw(self.record))

    def read(self, forms: Sequence[Form]) -> Paper:
        """The paper, as a form or as a sentence that says why not."""
        home, record = self.leaves[0], self.record
        leaves = tuple(dict.fromkeys((*self.leaves, *self.printed.laid)))
        if not isinstance(record, CodedRecord):
            return Paper(_refuse(home, record), leaves, home)
        form = find_variant(forms, record.identity)
        if form is None or record.identity.version > form.version:
            return Paper(_refuse(home, None), leaves, home)
        return Paper(self._make_form(record, form, leaves), leaves, home)

    def _make_form(self, record: CodedRecord, form: Form, leaves: Sequence[Leaf]) -> RawForm:
        home = leaves[0]
        place, where = home.place("QR-code"), home.place("vak voor de handtekening")
        signed = next((key for key, question in form.questions.items() if question.kind is Kind.SIGNATURE), None)
        box = find_signature(home, self.codes)
        kind = SignatureKind.INK if home.is_scan else SignatureKind.IMAGE
        changes = (remark for leaf in _in_order(self.printed) for remark in self.printed.compare(leaf))
        # a name typed before the paper was printed is no signature on it
        said = {key: value for key, value in record.values.items() if box or key != signed}
        return RawForm(
            identity=record.identity,
            values={key: RawValue(value, where if key == signed else place) for key, value in said.items()},
            signatures={signed: kind} if signed and box else {},
            places={signed: where} if signed else {},
            pictures={signed: box} if signed and box else {},
            notes=tuple(_notes(record, form)),
            remarks=(*_tell_unseen(self.printed, Place(home.file, "")), *changes),
        )


def _in_order(printed: PrintedPaper) -> list[Leaf]:
    """The pages that were found, as they were printed."""
    order = [page.page for page in printed.pages]
    return sorted(printed.laid, key=lambda leaf: order.index(printed.laid[leaf].printed))


def _notes(record: CodedRecord, form: Form) -> Iterator[str]:
    if record.identity.version < form.version:
        yield older_version(record.identity, form)


def _tell_unseen(printed: PrintedPaper, place: Place) -> Iterator[Remark]:
    """What could not be compared with the paper as it was printed."""
    found = len(printed.found)
    if not found:
        yield Remark(
            "De gegevens komen uit de QR-code; wat er op papier staat, kon er niet mee vergeleken worden. "
            "Kijk na of er met de hand niets gewijzigd is.",
            place,
            "Bezorg een duidelijkere scan, of laat het bureau bevestigen dat er met de hand niets gewijzigd is.",
        )
    elif found < len(printed.pages):
        yield Remark(
            f"Van het afgedrukte document {'is' if found == 1 else 'zijn'} {found} van de {len(printed.pages)} "
            "bladzijden teruggevonden; de gegevens komen uit de QR-code. Kijk na of er op de andere met de hand niets "
            "gewijzigd is.",
            place,
            "Bezorg een scan van alle bladzijden, of laat het bureau bevestigen dat er niets gewijzigd is.",
        )


def _refuse(home: Leaf, missing: MissingCodes | None) -> Unread:
    if missing is None:
        page = home.number + 1
        sentence = f"“{home.file}” draagt op bladzijde {page} een QR-code van een formulier dat hier niet gekend is."
        return Unread(sentence, "Stuur het ingevulde formulier zelf.")
    parts = enumerate_words([str(number) for number in missing.missing])
    verb = "ontbreekt deel" if len(missing.missing) == 1 else "ontbreken de delen"
    return Unread(
        f"In “{home.file}” {verb} {parts} van de {missing.count} QR-codes die de gegevens van ons formulier dragen.",
        RESCAN,
    )
