"""Draw the paper of a record again as it was printed to be signed, to compare a scan of it with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from docgen.actions.check_templates import find_document
from docgen.actions.plan_papers import find_context
from docgen.actions.read_logo import read_logo
from docgen.actions.render_papers import Layout, Sheet, render_paper
from docgen.errors import DocgenError
from docgen.model.family import Family, Issue
from docgen.model.form_words import DUTCH
from docgen.model.record import build_record
from docgen.model.record_code import CodedRecord
from docgen.model.report import DossierReport
from docgen.model.rule import Verdict
from docgen.settings import Settings


def make_redraw(families: Mapping[str, Family], settings: Settings, on: date) -> Callable[[CodedRecord], bytes | None]:
    """What draws the PDF of a coded record: the document of the same name as its form; None when that fails."""

    def redraw(record: CodedRecord) -> bytes | None:
        try:
            return _draw(record, families[record.identity.family], Issue(on, DUTCH, settings, logo=read_logo(settings)))
        except (DocgenError, KeyError):
            return None

    return redraw


def _draw(coded: CodedRecord, family: Family, issue: Issue) -> bytes | None:
    form = family.form(coded.identity.form)
    if form is None:
        return None
    document = find_document(coded.identity.path, issue.settings.paden.sjablonen)
    record = build_record(form, {key: value for key, value in coded.values.items() if form.question(key)})
    report = DossierReport("", family.name, Verdict.UNREADABLE, (), (), record, reference=coded.identity.reference)
    (paper,) = find_context(family, document)([report], issue)
    template: Path = document.layouts(DUTCH)["pdf"]
    layout = Layout({"pdf": template}, document.title.get(DUTCH, document.name), DUTCH, issue.settings.organisatie.naam)
    return render_paper(layout, Sheet(paper.values, paper.record, issue.on))["pdf"]
