"""Put beside a report what stands on a form that came back on paper, for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.model.form import Form, find_variant
from docgen.model.report import Cutting, DossierReport
from docgen.model.value import Content, RawForm


def show_paper(report: DossierReport, contents: Sequence[Content], forms: Sequence[Form]) -> DossierReport:
    """The report with the places of every form on paper, in the form's order.

    Of a form that nobody read, no rule is said to be in order but those with a fact to show for it.
    """
    papers = [content for content in contents if isinstance(content.found, RawForm) and content.found.on_paper]
    if not papers:
        return report
    variants = [variant for form in forms for variant in form.variants]
    cuttings = tuple(cutting for content in papers for cutting in _cut(content, variants))
    if report.form not in {content.name for content in papers}:
        return replace(report, cuttings=cuttings)
    shown = {fact.rule for fact in report.facts}
    outcomes = tuple(outcome for outcome in report.outcomes if outcome.findings or outcome.rule in shown)
    return replace(report, cuttings=cuttings, outcomes=outcomes)


def _cut(content: Content, forms: Sequence[Form]) -> Iterator[Cutting]:
    raw = content.found
    if not isinstance(raw, RawForm) or raw.on_paper is None or (form := find_variant(forms, raw.identity)) is None:
        return
    for key, question in form.questions.items():
        if key in raw.pictures:
            label = question.label if question.row else question.full_label
            picture, proposal = raw.pictures[key], raw.on_paper.proposals.get(key)
            yield Cutting(key, label, picture, proposal, question.table, question.row, content.name)
