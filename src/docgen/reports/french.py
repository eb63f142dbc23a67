"""Findings in French, for a sender who filled in the French form; docgen's own words, for no source is French."""

from __future__ import annotations

from docgen.model.form import Kind, Question
from docgen.model.rule import Finding, Saying
from docgen.sources import Source

_CONFIRM = "sinon notre service confirme ce qui s’y trouve"
_WHOLE = Saying(
    "Le formulaire n’a pas été lu avec certitude dans son ensemble.",
    "Remplissez les données dans un nouveau formulaire, ou laissez notre service confirmer que tout a été bien lu.",
)


def say_in_french(finding: Finding, question: Question | None) -> Saying:
    """The finding in French: as its rule says it, else by how the field was read; `question` is the French one."""
    if finding.fr is not None:
        return finding.fr
    if finding.rule == "bestand-herkend":
        return _say_file(finding)
    if finding.rule in _READ and question is not None:
        return _READ[finding.rule](finding, question)
    if finding.rule == "onzekere-lezing":
        return _WHOLE
    return Saying(finding.message, finding.remedy)


def source_in_french(source: Source) -> str:
    """The sentence of the source, which is Dutch, and where it stands."""
    return f"source en néerlandais, « {source.section} » : « {source.sentence} »"


def _say_file(finding: Finding) -> Saying:
    name = finding.place.file if finding.place else ""
    return Saying(
        f"Le fichier « {name} » n’a pas pu être lu, ou n’est pas un formulaire de ce dossier.",
        "Envoyez un exemplaire lisible, ou retirez le fichier s’il ne fait pas partie du dossier.",
    )


def _say_unreadable(_finding: Finding, question: Question) -> Saying:
    asked = {
        Kind.DATE: ", une date au format jj/mm/aaaa, par exemple 07/09/2025",
        Kind.CHOICE: f", avec un des choix : {_either(question)}",
    }.get(question.kind, "")
    return Saying(
        f"Ce qui figure sous « {question.full_label} » ne peut pas être lu.", f"Remplissez à nouveau ce champ{asked}."
    )


def _say_doubtful(finding: Finding, question: Question) -> Saying:
    shown = question.show(finding.expected) if finding.expected else None
    message = f"« {question.full_label} » n’a pas été lu avec certitude"
    if shown is None:
        return Saying(f"{message}.", f"Indiquez à nouveau ce qui doit y figurer ; {_CONFIRM}.")
    return Saying(
        f"{message} : lu comme « {shown} ».",
        f"Indiquez à nouveau ce qui doit y figurer : « {shown} » si c’est exact ; {_CONFIRM}.",
    )


def _say_changed(_finding: Finding, question: Question) -> Saying:
    return Saying(
        f"« {question.full_label} » était prérempli et a été modifié.",
        "Remettez la valeur d’origine, ou laissez notre service confirmer la nouvelle.",
    )


def _either(question: Question) -> str:
    return " ou ".join(f"« {question.show(choice)} »" for choice in question.choices)


_READ = {
    "onleesbaar-veld": _say_unreadable,
    "onzekere-lezing": _say_doubtful,
    "voorinvulling-gewijzigd": _say_changed,
}
