"""The toestand in its wordings, and the days of an appointment (external wordings; handleiding § 4.2)."""

from datetime import date

import pytest

from docgen.dates import Period
from docgen.families.jobtraining.aanstelling import Aanstelling, Toestand, parse_toestand


@pytest.mark.parametrize(
    ("toestand", "text"),
    [
        (Toestand.WAARNEMEND, "waarnemend"),
        (Toestand.WAARNEMEND, "Waarneming"),
        (Toestand.WAARNEMEND, "wnd."),
        (Toestand.WAARNEMEND, "W.N.D."),
        (Toestand.WAARNEMEND, "waarn."),
        (Toestand.PROEFTIJD, "TAP"),
        (Toestand.PROEFTIJD, "op proef"),
        (Toestand.WAARNEMEND, "tijdelijk"),
        (Toestand.WAARNEMEND, "tijdelijke van bepaalde duur"),
        (Toestand.WAARNEMEND, "TADD"),
        (Toestand.WAARNEMEND, "vast benoemd als leraar, waarnemend directeur"),
        (Toestand.PROEFTIJD, "toegelaten tot de proeftijd"),
        (Toestand.PROEFTIJD, "Toegelaten tot proef-tijd"),
        (Toestand.VAST, "vast benoemd"),
        (Toestand.VAST, "Vastbenoemd"),
        (Toestand.ONBEKEND, "contractueel"),
        (Toestand.ONBEKEND, ""),
    ],
)
def test_a_toestand_is_read_from_its_wording(toestand, text):
    assert toestand is parse_toestand(text)


def test_an_open_end_is_taken_to_the_telgrens():
    assert Period(date(2025, 9, 1), date(2026, 6, 30)) == Aanstelling(date(2025, 9, 1), None).until(date(2026, 6, 30))
    assert Aanstelling(date(2026, 9, 1), None).until(date(2026, 6, 30)) is None
