"""The files of a dossier as they arrived, for any family: each content once, its forms read, what is double named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from docgen.model.form import Form, Identity, Kind
from docgen.model.reading_rules import FileTrouble
from docgen.model.record import Problem, Reading, flatten_record, read_record
from docgen.model.value import Content, Place, RawForm, SignatureKind

#: Of the same record in several files the one with the strongest signature is kept.
_STRENGTH = (
    None, SignatureKind.DIGITAL_BROKEN, SignatureKind.TYPED, SignatureKind.IMAGE, SignatureKind.INK,
    SignatureKind.DIGITAL,
)  # fmt: skip


def sort_by_name(contents: Iterable[Content]) -> list[Content]:
    """``formulier.xlsx`` before ``formulier-2.xlsx``."""
    return sorted(contents, key=_by_stem)


def _by_stem(content: Content) -> tuple[str, str]:
    stem, _, suffix = content.name.rpartition(".")
    return (stem, suffix) if stem else (content.name, "")


def part_same_bytes(contents: Iterable[Content]) -> tuple[list[Content], list[FileTrouble]]:
    """Each content once, and the files that hold the same bytes as an earlier one, or as a page joined to another."""
    given = list(contents)
    seen = {(page.sha256, page.part): page for content in given for page in content.next_pages}
    doubles = []
    for content in sorted(given, key=lambda content: not content.next_pages):
        first = seen.setdefault(
            (content.sha256 or content.name, content.part), content
        )  # what was not opened has no hash
        if first is not content:
            doubles.append(name_double(content.name, first.name, "is precies hetzelfde bestand als"))
    return [content for content in given if any(content is kept for kept in seen.values())], doubles


def name_double(name: str, other: str, relation: str = "bevat dezelfde gegevens als") -> FileTrouble:
    """Say of a file that it repeats another one."""
    return FileTrouble(name, f"“{name}” {relation} “{other}”; het telt één keer.", "Hier hoeft niets voor te gebeuren.")


def read_forms(contents: Sequence[Content], forms: Sequence[Form], records: Iterable[Any] = ()) -> list[Reading]:
    """The filled forms among the files, and the records given without a file; a blank one only where that is all."""
    read = [*_read_files(contents, forms), *((_as_reading(item, forms), False) for item in records)]
    return [reading for reading, is_blank in read if not is_blank] or [reading for reading, _ in read[:1]]


def _read_files(contents: Sequence[Content], forms: Sequence[Form]) -> Iterator[tuple[Reading, bool]]:
    """Each form with whether it holds nothing but what was prefilled; a French one reads as the Dutch record."""
    by_path = {form.path: form for form in forms}
    for content in contents:
        found = content.found
        if isinstance(found, RawForm) and (form := by_path.get(found.identity.path)) is not None:
            reading = replace(read_record(form, found, content.name), part=content.part)
            is_bare = set(flatten_record(reading.record)) <= set(found.prefilled)
            has_unread = found.unreadable or found.gone or (found.on_paper and found.on_paper.unread)
            yield reading, is_bare and not has_unread


def _as_reading(item: Any, forms: Sequence[Form]) -> Reading:  # noqa: ANN401 - a Reading, or a record of one of the forms
    if isinstance(item, Reading):
        return item
    form = next(form for form in forms if isinstance(item, form.record))
    return Reading(form, item, form.identity(), "")


def part_same_records(readings: Iterable[Reading]) -> tuple[list[Reading], list[FileTrouble]]:
    """The forms that differ, of equal ones the one that is signed best; and the files that only repeat one."""
    groups: dict[Any, list[Reading]] = {}
    for reading in readings:
        unsigned = reading.record.model_copy(update=dict.fromkeys(_signatures(reading.form)))
        unlike = id(reading) if reading.on_paper else None  # what nobody read is like nothing else
        groups.setdefault((reading.form.path, unsigned, unlike), []).append(reading)
    kept, doubles = [], []
    for same in groups.values():
        best = max(same, key=signature_strength)
        kept.append(best)
        doubles += [name_double(reading.label, best.label) for reading in same if reading is not best]
    return _join_paper(kept), doubles


def _join_paper(readings: list[Reading]) -> list[Reading]:
    """A form on paper and the same one typed over are one: the typed values, with the ink and pictures of the paper."""
    papers = [reading for reading in readings if reading.on_paper]
    typed = [reading for reading in readings if not reading.on_paper]
    if len(papers) != 1 or len(typed) != 1 or not _may_be_same(typed[0].identity, papers[0].identity):
        return readings
    (paper,), (over,) = papers, typed
    doubt = Problem(
        "onzekere-lezing",
        None,
        Place(paper.file),
        f"“{paper.label}” is het formulier op papier; de gegevens komen uit “{over.label}”.",
        remedy="Vergelijk de gegevens met de afbeeldingen van het papier.",
        for_desk=True,
    )
    signed = {key: kind for key, kind in paper.signatures.items() if key not in over.signatures}
    return [
        replace(
            over,
            signatures={**over.signatures, **signed},
            pictures={**over.pictures, **{key: paper.pictures[key] for key in signed if key in paper.pictures}},
            places={**over.places, **{key: paper.place(key) for key in signed}},
            problems=(*over.problems, *(p for p in paper.problems if p.picture), doubt),
        )
    ]


def _may_be_same(one: Identity, other: Identity) -> bool:
    """Whether two forms may be of one person: of the same form, and of no two references."""
    return one.path == other.path and (one.reference == other.reference or not (one.reference and other.reference))


def _signatures(form: Form) -> list[str]:
    return [question.key for question in form.single_questions if question.kind is Kind.SIGNATURE]


def signature_strength(reading: Reading) -> list[int]:
    """How much each signature of a form weighs: none least, a valid digital one most."""
    return [_STRENGTH.index(reading.signatures.get(key)) for key in _signatures(reading.form)]
