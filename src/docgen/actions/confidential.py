"""What may show of a confidential family's dossiers: references and positions, never a name or a value.

The family is competentiebilan: "Het beroepsgeheim en de vertrouwelijkheid van de resultaten" (§ Onze dienstverlening).
Its files are called by their position, its dossiers by the reference of their form, and where there is none by a
short digest of what they hold. Its reports say which rule found something and where, not what stands there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from docgen.actions.dossier_file import DossierFile
from docgen.model.record import Problem, Reading
from docgen.model.report import DossierReport
from docgen.model.rule import Finding, Outcome
from docgen.model.value import Content, RawForm

#: The only name that the file name of a confidential document may hold.
REFERENCE = "referentie"
#: Hexadecimal digits of the digest in a made reference: enough for every dossier of a desk.
_DIGITS = 10

#: The sentences on how a value was read hold that value; these do not. What an unreadable field asks is the form's own.
_PLAIN: Mapping[str, tuple[str, str | None]] = {
    "onleesbaar-veld": ("Een ingevuld veld kan niet gelezen worden.", None),
    "onzekere-lezing": (
        "Een veld is niet met zekerheid gelezen.",
        "Vul opnieuw in wat er hoort te staan, voluit en zoals het formulier het vraagt.",
    ),
    "voorinvulling-gewijzigd": (
        "Een veld dat vooraf ingevuld was, is gewijzigd.",
        "Zet de oorspronkelijke waarde terug, of laat de dienst de nieuwe bevestigen.",
    ),
}


def name_file(number: int) -> str:
    """How the file on that position is called, counted from 1."""
    return f"bestand {number}"


def conceal_files(files: Iterable[DossierFile]) -> Iterator[DossierFile]:
    """The same files under their position, also in the sentence on one that cannot be read."""
    for number, file in enumerate(files, start=1):
        name = name_file(number)
        sentence = file.sentence.replace(file.name, name) if file.sentence and file.name else file.sentence
        yield replace(file, name=name, sentence=sentence)


def name_dossier(contents: Sequence[Content]) -> str:
    """The reference of the first form that has one, else a digest of all files."""
    forms = (content.found for content in contents if isinstance(content.found, RawForm))
    references = (form.identity.reference for form in forms if form.identity.reference)
    return next(references, None) or _digest("".join(content.sha256 for content in contents))


def name_record(reading: Reading) -> str:
    """The record's reference, else a digest of what it holds."""
    held = json.dumps(reading.record.model_dump(mode="json"), sort_keys=True)
    return reading.identity.reference or _digest(held)


def _digest(held: str) -> str:
    return f"dossier-{hashlib.sha256(held.encode()).hexdigest()[:_DIGITS]}"


def conceal_problem(problem: Problem) -> str:
    """What is the matter with how a value was read, without the value."""
    return f"{problem.place}: {_PLAIN[problem.rule][0]}"


def conceal_notes(name: str, notes: Sequence[str]) -> tuple[str, ...]:
    """One sentence for all there is to say about a list: a column's heading may be a person's name."""
    sentence = f"“{name}”: niet alle kolommen of rijen zijn gelezen ({len(notes)}); vergelijk de lijst met een lege."
    return (sentence,) if notes else ()


def conceal_report(report: DossierReport) -> DossierReport:
    """The report without the record and without what was found in it."""
    return replace(
        report,
        outcomes=tuple(map(_conceal_outcome, report.outcomes)),
        record=None,
        subject=None,
        facts=(),
        ledger=(),
        cuttings=(),
        enrolment=None,
    )


def _conceal_outcome(outcome: Outcome) -> Outcome:
    return replace(outcome, findings=tuple(map(_conceal_finding, outcome.findings)))


def _conceal_finding(finding: Finding) -> Finding:
    message, plain = _PLAIN.get(finding.rule, (finding.message, finding.remedy))
    remedy = plain or finding.remedy
    return replace(finding, message=message, remedy=remedy, found=None, expected=None, picture=None, listed=())
