"""What every document prints of its sender and its day."""

from datetime import date

import pytest

from docgen.model.family import Issue
from docgen.model.letterhead import day_values, sender_values
from docgen.settings import Organisatie, Settings

SENDER = Organisatie(naam="Voorbeelddienst", adres=("Proefstraat 1", "9999 Proefdorp"), plaats="Proefdorp")


@pytest.mark.parametrize(("language", "words"), [("nl", "1 augustus 2026"), ("fr", "1 août 2026")])
def test_the_day_stands_in_words_of_the_language(language, words):
    issue = Issue(date(2026, 8, 1), language, Settings(organisatie=SENDER))
    assert {"datum": words, "datum_kort": "01/08/2026", "plaats": "Proefdorp"} == day_values(issue)


def test_every_fact_of_the_sender_is_plain_data():
    values = sender_values(Issue(date(2026, 8, 1), "nl", Settings(organisatie=SENDER)))
    assert set(Organisatie.model_fields) - {"logo"} == set(values)
    assert ("Voorbeelddienst", ["Proefstraat 1", "9999 Proefdorp"], "") == (
        values["naam"], values["adres"], values["ondertekenaar"],
    )  # fmt: skip
