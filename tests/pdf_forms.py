"""Our PDF form in a test: made, changed as some program would change it, and read back."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from datetime import date
from types import MappingProxyType

from pikepdf import Object, PageCopyWarning, Pdf

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.formats.pdf.blank import make_blank
from docgen.formats.pdf.filled import read_filled
from docgen.model.record import Prefill, Reading, Value, read_record
from docgen.model.value import RawForm

FORM = VERANTWOORDINGSDOCUMENT
#: What a client fills in by hand, by key; every kind of control is in it.
FILLED = MappingProxyType(
    {
        "naam_deelnemer": "Łucja Şahin-d’Hondt",
        "scholengroep": "Scholengroep 99 “Vossenland”",
        "startdatum": "01/09/2025",
        "contactmomenten__1__datum": "7/9/2025",
        "contactmomenten__1__begeleider": "begeleider schoolontwikkeling",
        "contactmomenten__1__thema": "personeelsgericht",
        "contactmomenten__1__aanwezigheid": "ja",
        "contactmomenten__1__opmerkingen": "eerste regel\ntweede regel € 5",
        "contactmomenten__5__thema": "een eigen thema",
        "initiatieven__2__aanwezigheid": "neen",
    }
)


def blank(values: dict[str, Value] | None = None, *, locked: bool = False, reference: str | None = "R-1") -> bytes:
    """Our form with these values."""
    return make_blank(FORM, Prefill(values or {}, reference=reference, locked=locked))


def change(data: bytes, action: Callable[[Pdf, dict[str, Object]], object], **saving: object) -> bytes:
    """The file after `action` on it and on its fields by name, saved anew."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(data)) as pdf:
        action(pdf, {str(field.T): field for field in pdf.Root.AcroForm.Fields})
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PageCopyWarning)  # the test means to leave widgets without a field
            pdf.save(out, **saving)
    return out.getvalue()


def read_raw(data: bytes) -> RawForm:
    """The raw form; the file must be one of ours."""
    raw = read_filled(data, "formulier.pdf", (FORM,))
    assert raw is not None
    return raw


def read(data: bytes) -> Reading:
    """The record that the file holds, with what was noticed."""
    return read_record(FORM, read_raw(data), "formulier.pdf")


def values_of(data: bytes) -> dict[str, object]:
    """The raw values by key, the printed themes that were left in place aside."""
    return {
        key: str(found.value).replace("\r\n", "\n").replace("\r", "\n")
        for key, found in read_raw(data).values.items()
        if not (key.endswith("thema") and key not in FILLED)
    }


DAY = date(2025, 9, 1)
