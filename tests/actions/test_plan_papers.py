"""Which papers a batch makes, under which number and on which date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen.actions.number_pattern import Pattern
from docgen.actions.plan_papers import Batch, Plan, Planned, find_context, plan_papers
from docgen.actions.register import Copy, Register
from docgen.errors import SetupError
from docgen.model.document import Document
from docgen.model.family import Family, Issue, Paper
from docgen.model.report import DossierReport
from docgen.model.rule import Verdict
from docgen.settings import Settings

ON = date(2026, 7, 3)
LATER = date(2026, 9, 1)
NUMBERED = Document("f", "bewijs", {"nl": "Bewijs"}, "bewijs", "{naam}", Path(), ("nl",), numbered=True)
LETTER = replace(NUMBERED, name="brief", numbered=False)


def dossiers(*names: str) -> list[DossierReport]:
    return [DossierReport(name, "f", Verdict.COMPLETE, (), ()) for name in names]


def bewijs(given: Sequence[DossierReport], issue: Issue) -> list[Paper]:
    """Refuses who is called `weiger`, and whatever is dated after 2026."""
    return [
        Paper(
            {"nummer": issue.number, "datum": issue.on.isoformat()},
            {},
            dossier.name.lower(),
            "Nee." if dossier.name == "weiger" or issue.on.year > 2026 else None,
            about=dossier.name,
        )
        for dossier in given
    ]


def brief(given: Sequence[DossierReport], issue: Issue) -> list[Paper]:
    return [Paper({"nummers": [issue.numbers("bewijs", d.name.lower()) for d in given]}, {}, "brief")]


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    register = Register(tmp_path / "r.sqlite", Pattern("N{volgnummer}"))
    return Batch(NUMBERED, bewijs, Issue(ON, "nl", Settings()), register)


def numbers(plan: Plan) -> list[str | None]:
    return [planned.number for planned in plan.papers]


def issue_all(batch: Batch, papers: Sequence[Planned]) -> None:
    batch.register.confirm([Copy(str(planned.number), "pdf", str(planned.number)) for planned in papers])


def test_each_paper_prints_its_own_number_and_a_refused_one_takes_none(batch: Batch) -> None:
    plan = plan_papers(batch, dossiers("An", "weiger", "Bo"))

    assert ["N1", "N2"] == [planned.paper.values["nummer"] for planned in plan.papers]
    assert ["weiger"] == [planned.paper.about for planned in plan.refused]
    assert numbers(plan_papers(batch, dossiers("Cas"))) == ["N3"]


def test_issued_again_a_paper_keeps_its_number_and_its_date(batch: Batch) -> None:
    issue_all(batch, plan_papers(batch, dossiers("An")).papers)

    again = plan_papers(replace(batch, issue=replace(batch.issue, on=LATER)), dossiers("Bo", "An"))

    assert [("N2", "2026-09-01", False), ("N1", "2026-07-03", True)] == [
        (planned.number, planned.paper.values["datum"], planned.is_reissue) for planned in again.papers
    ]


def test_what_was_issued_in_time_is_not_refused_for_being_made_again_late(batch: Batch) -> None:
    issue_all(batch, plan_papers(batch, dossiers("An")).papers)
    late = replace(batch, issue=replace(batch.issue, on=date(2027, 1, 1)))

    plan = plan_papers(late, dossiers("An", "Bo"))

    assert numbers(plan) == ["N1"]
    assert [planned.paper.about for planned in plan.refused] == ["Bo"]


class _Overtaken(Register):
    """A register in which another batch gives the number, on a day that is refused, just before this one asks."""

    def reserve(self, document: str, subjects: Sequence[str], on: date) -> dict:
        Register(self.path, self.pattern).reserve(document, subjects, date(2027, 1, 1))
        return super().reserve(document, subjects, on)


def test_a_paper_that_another_batch_dated_otherwise_is_judged_on_that_date(batch: Batch) -> None:
    register = _Overtaken(batch.register.path, batch.register.pattern)

    plan = plan_papers(replace(batch, register=register), dossiers("An"))

    assert plan.papers == ()
    assert [planned.paper.refusal for planned in plan.refused] == ["Nee."]


def test_the_same_subject_twice_in_a_batch_is_made_once_and_said(batch: Batch) -> None:
    plan = plan_papers(batch, dossiers("An", "AN"))

    assert numbers(plan) == ["N1"]
    assert "twee keer" in str(plan.refused[0].paper.refusal)


def test_a_paper_with_nothing_to_say_is_neither_made_nor_refused(batch: Batch) -> None:
    def nothing(_given: Sequence[DossierReport], _issue: Issue) -> list[Paper]:
        return [Paper({}, {}, "an", "Er ontbreekt niets.", needless=True)]

    plan = plan_papers(replace(batch, document=LETTER, context=nothing), dossiers("An"))

    assert (0, 0, 1) == (len(plan.papers), len(plan.refused), len(plan.needless))


def test_a_limit_counts_what_is_made(batch: Batch) -> None:
    plan = plan_papers(batch, dossiers("weiger", "An", "Bo", "Cas"), limit=2)

    assert [planned.paper.about for planned in plan.papers] == ["An", "Bo"]
    assert len(plan.refused) == 1


def test_a_letter_looks_up_what_was_issued_and_not_what_was_only_reserved(batch: Batch) -> None:
    issue_all(batch, plan_papers(batch, dossiers("An", "Bo")).papers[:1])

    plan = plan_papers(replace(batch, document=LETTER, context=brief), dossiers("An", "Bo"))

    assert [planned.paper.values["nummers"] for planned in plan.papers] == [["N1", None]]
    assert numbers(plan) == [None]


def test_a_document_that_asks_for_an_unknown_context_is_told() -> None:
    family = Family("f", "F", (), lambda _case: dossiers("An")[0], lambda _content: False, {"bewijs": bewijs})

    assert find_context(family, NUMBERED) is bewijs
    with pytest.raises(SetupError, match="bewijs"):
        find_context(family, replace(NUMBERED, context="anders"))
