"""Spaces at which a line may not break: before a percent sign, and around French punctuation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

Words = TypeVar("Words")
_FIXED = "\N{NO-BREAK SPACE}"
#: In Dutch text only the percent sign and “A tot Z” have such a space: the rest occurs in French alone.
_BOUND = re.compile(r" (?=[%:;?!»])|(?<=«) |(?<=\bA) (?=(?:à|tot) Z\b)|(?<=\bA à) (?=Z\b)|(?<=\bA tot) (?=Z\b)")


def bind(words: Words) -> Words:
    """The same words, in texts, tuples, mappings and dataclasses, with fixed spaces where a line may not break."""
    bound: Words = _bind(words)
    return bound


def _bind(words: Any) -> Any:  # noqa: ANN401 - any nesting of words
    if isinstance(words, str):
        return _BOUND.sub(_FIXED, words)
    if isinstance(words, tuple):
        return tuple(map(_bind, words))
    if isinstance(words, Mapping):
        return {key: _bind(value) for key, value in words.items()}
    if is_dataclass(words) and not isinstance(words, type):
        return replace(words, **{field.name: _bind(getattr(words, field.name)) for field in fields(words)})
    return words
