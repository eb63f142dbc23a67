"""The files of a dossier, before a family looks at them: each once, blanks aside, doubles named."""

from datetime import date
from typing import Annotated

import pytest
from pydantic import BaseModel

from docgen.model.form import Ask, Form, French
from docgen.model.received import part_same_bytes, part_same_records, read_forms, sort_by_name
from docgen.model.record import Reading
from docgen.model.value import Content, OnPaper, Place, RawForm, RawValue, SignatureKind, Text


class Kort(BaseModel, frozen=True, extra="forbid"):
    naam: Annotated[str | None, Ask("Naam", fr=French("Nom"))] = None
    dag: Annotated[date | None, Ask("Dag", fr=French("Jour"))] = None
    handtekening: Annotated[str | None, Ask("Handtekening", signature=True, fr=French("Signature"))] = None


FORM = Form("proef", "kort", 1, "Kort", Kort, fr=French("Court"))
OTHER = Form("proef", "ander", 1, "Ander", Kort)


def content(name="a.xlsx", form=FORM, prefilled=None, **values):
    raw = {key: RawValue(value, Place(name)) for key, value in values.items()}
    return Content(name, name, RawForm(form.identity(), raw, prefilled=prefilled or {}))


def reading(file, signed=None, **values):
    signatures = {"handtekening": signed} if signed else {}
    return Reading(FORM, Kort(**values), FORM.identity(), file, signatures=signatures)


def test_a_first_version_comes_before_its_copies():
    names = ["b.pdf", "a-2.xlsx", "a.xlsx", "zonder"]
    assert ["a.xlsx", "a-2.xlsx", "b.pdf", "zonder"] == [c.name for c in sort_by_name(map(content, names))]


def test_the_same_bytes_count_once_and_are_named():
    files = [Content(name, sha, Text(())) for name, sha in (("a", "1"), ("b", "1"), ("c", ""), ("d", ""))]
    unique, doubles = part_same_bytes(files)
    assert ["a", "c", "d"] == [file.name for file in unique]
    assert [("b", "“b” is precies hetzelfde bestand als “a”; het telt één keer.")] == [
        (double.file, double.message) for double in doubles
    ]


def test_a_copy_of_a_joined_picture_counts_once_whichever_name_comes_first():
    pages = Content("2", "page 2", Text(()))
    first = Content("1", "page 1", Text((), 2), next_pages=(pages,))
    copies = [Content("0", "page 1", Text(())), Content("3", "page 2", Text(()))]
    unique, doubles = part_same_bytes([copies[0], first, copies[1]])
    assert [first] == unique
    assert [("0", "1"), ("3", "2")] == [(double.file, double.message.split("”")[1][-1]) for double in doubles]


def test_only_the_forms_asked_for_are_read_whatever_their_language():
    files = [content(naam="An"), content("b", FORM.in_language("fr"), naam="Bo"), content("c", OTHER, naam="Ce")]
    found = read_forms([*files, Content("d", "d", Text(()))], [FORM])
    assert [("An", "nl"), ("Bo", "fr")] == [(each.record.naam, each.identity.language) for each in found]


@pytest.mark.parametrize(
    ("expected", "files"),
    [
        (["b"], [content("a"), content("b", naam="An")]),
        (["b"], [content("a", prefilled={"naam": "An"}, naam="An"), content("b", naam="Bo")]),
        (["a"], [content("a"), content("b")]),
        ([], []),
    ],
)
def test_a_blank_form_is_read_only_where_nobody_filled_one_in(expected, files):
    assert expected == [each.file for each in read_forms(files, [FORM])]


def test_a_record_without_a_file_is_read_as_its_own_form():
    (found,) = read_forms([], [FORM], [Kort(naam="An")])
    assert (FORM, "An", "") == (found.form, found.record.naam, found.file)
    assert [found] == read_forms([], [FORM], [found])


def test_of_the_same_record_twice_the_best_signed_one_is_kept():
    signed = reading("b", SignatureKind.DIGITAL, naam="An")
    kept, doubles = part_same_records([reading("a", SignatureKind.TYPED, naam="An", handtekening="An"), signed])
    assert ([signed], ["a"]) == (kept, [double.file for double in doubles])


def test_records_that_differ_are_all_kept():
    differing = [reading("a", naam="An"), reading("b", naam="Bo")]
    assert (differing, []) == part_same_records(differing)


def on_paper(file, reference=None):
    paper = OnPaper(1, frozenset({"naam"}))
    signatures = {"handtekening": SignatureKind.INK}
    return Reading(FORM, Kort(), FORM.identity(reference), file, signatures=signatures, on_paper=paper)


def test_two_forms_on_paper_that_nobody_read_are_not_the_same():
    kept, doubles = part_same_records([on_paper("a.pdf"), on_paper("b.pdf")])
    assert (["a.pdf", "b.pdf"], []) == ([each.file for each in kept], doubles)


def test_a_form_typed_over_from_paper_keeps_the_ink_and_is_compared_by_a_person():
    ((one,), _) = part_same_records([reading("over.xlsx", naam="An"), on_paper("scan.pdf")])
    assert ("An", {"handtekening": SignatureKind.INK}) == (one.record.naam, one.signatures)
    assert [("onzekere-lezing", "scan.pdf", True)] == [(p.rule, p.place.file, p.for_desk) for p in one.problems]


def test_paper_of_another_reference_stays_a_form_of_its_own():
    typed = Reading(FORM, Kort(naam="An"), FORM.identity("T-1"), "over.xlsx")
    assert 2 == len(part_same_records([typed, on_paper("scan.pdf", "T-2")])[0])
    assert 1 == len(part_same_records([typed, on_paper("scan.pdf", "T-1")])[0])


def test_a_form_on_paper_with_ink_in_it_is_not_blank():
    raw = RawForm(FORM.identity(), {}, on_paper=OnPaper(1, frozenset({"naam"})))
    found = read_forms([content("leeg"), Content("scan.pdf", "s", raw)], [FORM])
    assert ["scan.pdf"] == [each.file for each in found]
