"""What a template may do: print plain values, loop and choose. No code, no files, nothing without a bound."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from docgen.dates import format_date, format_date_words
from docgen.formats.docx.package import check_characters
from docgen.formats.docx.rich import Workshop, make_rich

#: Jinja's own filters that keep a value a value, and its escape, which docxtpl asks for; the others make markup, or
#: text without a bound.
_FILTERS = """
abs batch capitalize count d default dictsort e escape first float groupby int items join last length list lower map max
min reject rejectattr replace reverse round select selectattr slice sort string sum title trim unique upper
"""
_TEXT_METHODS = ("capitalize", "endswith", "lower", "replace", "split", "startswith", "strip", "title", "upper")
_MAPPING_METHODS = ("get", "items", "keys", "values")
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")


class _Sandbox(SandboxedEnvironment):
    """Jinja's sandbox, narrowed to plain data: keys go before methods, and no text can be multiplied."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """Multiply and divide numbers; refuse texts, lists and powers, which grow without a bound."""
        if operator == "**" or not (isinstance(left, int | float) and isinstance(right, int | float)):
            message = f"the operator {operator} is not allowed here"
            raise SecurityError(message)
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's signature
        """A key of a mapping before its methods, so that a value may be called `items`; no `format` of a text."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, str) and attribute not in _TEXT_METHODS:
            return self.unsafe_undefined(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - Jinja's signature
        """Whether a template may reach this attribute."""
        if isinstance(obj, str):
            return attr in _TEXT_METHODS
        if isinstance(obj, Mapping):
            return attr in _MAPPING_METHODS
        if isinstance(obj, date):
            return attr in ("day", "month", "year")
        return isinstance(obj, LoopContext | Macro) and super().is_safe_attribute(obj, attr, value)


def make_environment() -> SandboxedEnvironment:
    """The Jinja environment in which templates are compiled and checked."""
    environment = _Sandbox(autoescape=True, undefined=StrictUndefined, finalize=_print_value)
    environment.filters = {name: f for name, f in environment.filters.items() if name in _FILTERS.split()}
    environment.filters |= {"datum": format_date, "datum_voluit": format_date_words}
    environment.globals = {"range": environment.globals["range"], "namespace": environment.globals["namespace"]}
    return environment


def plain_values(values: Mapping[str, Any], workshop: Workshop) -> dict[str, Any]:
    """A copy of the values that is safe to hand to a template: plain data, and what the workshop makes of rich values.

    Raises WrongUseError with the key of a value that holds characters Word cannot hold.
    """
    return {key: _plain(value, key, workshop) for key, value in values.items()}


def _plain(value: object, key: str, workshop: Workshop) -> object:
    if type(value) is str and value.isprintable():
        return value  # nothing in it that Word cannot hold, and no end of a line
    if isinstance(value, str):
        return _LINE_END.sub("\n", check_characters(str(value), key))
    if value is None or isinstance(value, bool | int | float | Decimal | date):
        return value
    if isinstance(value, Mapping):
        return {str(name): _plain(item, f"{key}.{name}", workshop) for name, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [_plain(item, f"{key}.{number}", workshop) for number, item in enumerate(value, start=1)]
    if (made := make_rich(value, key, workshop)) is not None:
        return made
    message = f"only plain data goes into a template: {key} is a {type(value).__name__}"
    raise TypeError(message)


def _print_value(value: object) -> Markup:
    """A value as the XML of Word's text; what is XML already stays."""
    if type(value) is str:
        return escape(value)
    if isinstance(value, Undefined):
        return Markup(str(value))  # noqa: S704 - never reached: the text of a StrictUndefined raises
    return escape(value if hasattr(value, "__html__") else _as_text(value))


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "neen"
    return format_date(value) if isinstance(value, date) else str(value)
