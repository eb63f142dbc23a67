"""Whether a checked dossier may get its certificate on a given day, and if not, why.

The source speaks of "het te behalen certificaat" (§ On the job training certificeringstrajecten) and says nothing of
how it is issued: the reasons are rulings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from docgen.families.trajecten.formulieren import FORMS
from docgen.families.trajecten.stappen import Gedaan
from docgen.model.issuing import Refusal, refuse_open, stands_open
from docgen.model.report import DossierReport
from docgen.text import fold


def refuse_certificaat(dossier: DossierReport, gedaan: Sequence[Gedaan], on: date) -> Refusal | None:
    """The first reason not to issue the certificate of this dossier on the day of issue, or None."""
    if find_form_name(dossier.record) is None:
        return Refusal("Er is geen begeleidingsverslag gelezen.")
    return next(_find_reasons(dossier, gedaan, on), None)


def certificaat_subject(record: Any, gedaan: Sequence[Gedaan]) -> str:  # noqa: ANN401 - any of the three verslagen
    """What one certificate certifies, folded: the same trajectory has the same subject, in either language."""
    last = max((each.last for each in gedaan), default=None)
    words = (find_form_name(record), record.naam_mentee, record.klantenorganisatie, last)
    return "|".join(fold(str(word or "")) for word in words)


def find_form_name(record: object) -> str | None:
    """The name of the form that a record belongs to; None when it is none of the three."""
    return next((form.name for form in FORMS if isinstance(record, form.record)), None)


def _find_reasons(dossier: DossierReport, gedaan: Sequence[Gedaan], on: date) -> Iterator[Refusal]:
    if refusal := refuse_open([finding for finding in dossier.findings if stands_open(finding, on)]):
        yield refusal
    if not dossier.record.naam_mentee or not gedaan:
        yield Refusal(
            "Het certificaat drukt de naam van de mentee en de begeleide stappen met hun datum af, en daar ontbreekt "
            "iets aan; vul het begeleidingsverslag aan."
        )
    if any(each.last > on for each in gedaan):
        yield Refusal("De datum van uitreiking ligt voor de laatste begeleide stap; kies een latere datum met --on.")
