"""Which control of a PDF asks a question, and the names that its choices carry in the file."""

from __future__ import annotations

import re
from collections import Counter

from docgen.model.form import Kind, Question
from docgen.text import strip_accents


def control_of(question: Question) -> str:
    """Which control asks the question on paper: ``radio`` for two choices, ``combo`` for more, else by kind."""
    if question.kind is Kind.CHOICE:
        return "radio" if len(question.choices) == 2 else "combo"
    return {
        Kind.OPEN_CHOICE: "combo",
        Kind.DATE: "date",
        Kind.SIGNATURE: "signature",
        Kind.LONG_TEXT: "long",
    }.get(question.kind, "text")


def state_names(question: Question) -> dict[str, str]:
    """The choice by the ASCII name that its radio button carries in the file."""
    names = [
        re.sub(r"[^a-z0-9]+", "_", strip_accents(choice).lower()).strip("_") or "keuze" for choice in question.choices
    ]
    double = {name for name, count in Counter(names).items() if count > 1 or name == "off"}
    return {
        f"{name}_{number}" if name in double else name: choice
        for number, (name, choice) in enumerate(zip(names, question.choices, strict=True), start=1)
    }
