"""The pattern of certificate numbers: every certificate gets a number of its own, or the settings are at fault."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.actions.number_pattern import Pattern
from docgen.errors import SetupError


def test_a_pattern_gives_numbers_per_year() -> None:
    pattern = Pattern("JT-{jaar}-{volgnummer:05d}")

    assert pattern.number(date(2026, 7, 3), 12) == "JT-2026-00012"
    assert pattern.series(date(2026, 1, 1)) != pattern.series(date(2027, 1, 1))
    assert Pattern("{volgnummer}").series(date(2026, 1, 1)) == Pattern("{volgnummer}").series(date(2027, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "JT-{jaar}",
        "JT",
        "{volgnummer}{volgnummer}",
        "{volgnummer} {naam}",
        "{volgnummer.real}",
        "{volgnummer",
        "{volgnummer:q}",
    ],
)
def test_a_pattern_that_cannot_tell_certificates_apart_is_refused(text: str) -> None:
    with pytest.raises(SetupError, match=r"certificaat\.nummer"):
        Pattern(text)
