"""What every document prints of its sender and its day."""

from dataclasses import replace
from datetime import date

import pytest

from docgen.model.family import Issue
from docgen.model.letterhead import EXAMPLE_LOGO, day_values, sender_values
from docgen.settings import Organisatie, OrganisatieFrans, Settings

SENDER = Organisatie(naam="Voorbeelddienst", adres=("Proefstraat 1", "9999 Proefdorp"), plaats="Proefdorp")


@pytest.mark.parametrize(("language", "words"), [("nl", "1 augustus 2026"), ("fr", "1er août 2026")])
def test_the_day_stands_in_words_of_the_language(language, words):
    issue = Issue(date(2026, 8, 1), language, Settings(organisatie=SENDER))
    assert {"datum": words, "datum_kort": "01/08/2026", "plaats": "Proefdorp"} == day_values(issue)


def test_every_fact_of_the_sender_is_plain_data():
    values = sender_values(Issue(date(2026, 8, 1), "nl", Settings(organisatie=SENDER)))
    assert set(Organisatie.model_fields) - {"fr"} == set(values)
    assert ("Voorbeelddienst", ["Proefstraat 1", "9999 Proefdorp"], "", "") == (
        values["naam"], values["adres"], values["ondertekenaar"], values["logo"],
    )  # fmt: skip


def test_a_french_letter_names_the_sender_in_french_and_the_rest_as_it_is():
    french = OrganisatieFrans(naam="Service exemplaire", plaats="Exempleville")
    sender = Settings(organisatie=SENDER.model_copy(update={"fr": french}))
    values = sender_values(Issue(date(2026, 8, 1), "fr", sender))
    assert ("Service exemplaire", ["Proefstraat 1", "9999 Proefdorp"]) == (values["naam"], values["adres"])
    assert day_values(Issue(date(2026, 8, 1), "fr", sender))["plaats"] == "Exempleville"
    assert sender_values(Issue(date(2026, 8, 1), "nl", sender))["naam"] == "Voorbeelddienst"


@pytest.mark.parametrize(
    ("language", "name", "description"),
    [
        ("nl", "Voorbeelddienst", "Logo van Voorbeelddienst"),
        ("fr", "Service exemplaire", "Logo de Service exemplaire"),
        ("fr", "Agence exemplaire", "Logo d’Agence exemplaire"),
        ("nl", "", "Logo"),
    ],
)
def test_the_logo_says_whose_it_is(language, name, description):
    settings = Settings(organisatie=SENDER.model_copy(update={"naam": name}))
    values = sender_values(Issue(date(2026, 8, 1), language, settings, logo=EXAMPLE_LOGO))
    assert values["logo"] == replace(EXAMPLE_LOGO, description=description)
