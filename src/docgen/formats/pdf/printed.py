"""What of a record a page prints: the rest does not travel with the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from docgen.dates import format_date, format_date_words

_GAP = re.compile(r"\s+")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def keep_printed(record: Mapping[str, Any], texts: Iterable[str]) -> dict[str, Any]:
    """The record without the facts that stand nowhere in `texts`, whatever their case and line breaks."""
    kept: dict[str, Any] = _keep(record, _squeeze("".join(texts)))
    return kept


def _keep(value: Any, printed: str) -> Any:  # noqa: ANN401 - plain data
    if isinstance(value, Mapping):
        return {key: kept for key, inner in value.items() if (kept := _keep(inner, printed)) is not None}
    if isinstance(value, list | tuple):
        return [kept for inner in value if (kept := _keep(inner, printed)) is not None]
    return value if any(_squeeze(form) in printed for form in _forms(str(value))) else None


def _forms(fact: str) -> list[str]:
    if not _ISO.fullmatch(fact):
        return [fact]
    day = date.fromisoformat(fact)
    return [fact, format_date(day), format_date_words(day)]


def _squeeze(text: str) -> str:
    return _GAP.sub("", text).casefold()
