"""The letter that goes back with an incomplete dossier."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.model.remark import Remark
from docgen.model.rule import Verdict
from docgen.reports.letter import Letter, Sender, letter_html, letter_text
from made_report import PEILDATUM

NEEDED = Remark(
    1, "In het dossier zit geen RL1.", "Voeg een RL1 toe.", blocking=True, why="Handleiding § 4.3: “een RL1, waarmee …”"
)
ASKED = Remark(2, "De datum is <niet> zeker.", "Vul ze opnieuw in.", blocking=False, where="formulier.xlsx, cel E12")
SENDER = Sender(("Ann Voorbeeld", "Voorbeelddienst"), ("post@voorbeeld.example", "02 000 00 00"))


def letter(*remarks, verdict=Verdict.INCOMPLETE, desk=(), files=("“rl1.pdf”: ongewijzigd.",), sender=SENDER, **more):
    return Letter("het dossier van Anna Proefsteen", verdict, remarks, desk, files, sender, PEILDATUM, **more)


def test_the_plain_letter_reads_like_one():
    assert (
        letter_text(letter(NEEDED, ASKED, desk=["De handtekening is een afbeelding."]))
        == """\
Onderwerp: Dossier van Anna Proefsteen: nog aan te vullen

Geachte

Bedankt voor het dossier van Anna Proefsteen, nagekeken op 3 november 2026. Er
is nog iets nodig om verder te kunnen; hieronder staat wat, met wat alles
tegenhoudt eerst.

NODIG OM VERDER TE KUNNEN

1. In het dossier zit geen RL1.
   Wat te doen: Voeg een RL1 toe.
   Waarom: Handleiding § 4.3: “een RL1, waarmee …”

OOK NA TE KIJKEN

2. De datum is <niet> zeker.
   Wat te doen: Vul ze opnieuw in.
   Waar: formulier.xlsx, cel E12

DIT KIJKEN WIJ ZELF NA

Hiervoor hoeft u niets te doen.
- De handtekening is een afbeelding.

UW BESTANDEN

- “rl1.pdf”: ongewijzigd.

HOE NU VERDER

Verbeter de bestanden, voeg toe wat ontbreekt en bezorg ons daarna alles
opnieuw. De opmerkingen mogen in de bestanden blijven staan: ze storen niet
bij het volgende nazicht. Hebt u een vraag? U bereikt ons via
post@voorbeeld.example of 02 000 00 00.

Met vriendelijke groeten
Ann Voorbeeld
Voorbeelddienst
"""
    )


@pytest.mark.parametrize(
    ("verdict", "remarks", "says"),
    [
        (Verdict.TO_REVIEW, [ASKED], "Er ontbreekt niets, maar hieronder staat wat nog nagekeken"),
        (Verdict.TO_REVIEW, [], "u hoeft nu niets te doen."),
        (Verdict.UNREADABLE, [NEEDED], "Wij konden er geen formulier in lezen"),
    ],
)
def test_the_opening_fits_the_verdict(verdict, remarks, says):
    assert says in " ".join(letter_text(letter(*remarks, verdict=verdict, desk=["Iets."])).split())


def test_a_letter_in_which_nothing_is_asked_asks_nothing():
    words = letter_text(letter(verdict=Verdict.TO_REVIEW, desk=["Grensgeval."]))
    assert "Verbeter" not in words
    assert "UW BESTANDEN" not in words
    assert "nog na te kijken" in words


def test_the_html_letter_says_the_same_escaped_and_with_its_numbers():
    html = letter_html(letter(NEEDED, ASKED, desk=["Iets."]))
    assert "De datum is &lt;niet&gt; zeker." in html
    assert '<ol start="2">' in html
    assert "http" not in html, "nothing is fetched from outside"
    words = letter_text(letter(NEEDED, ASKED, desk=["Iets."]))
    assert all(line in html for line in ("Voeg een RL1 toe.", "Hiervoor hoeft u niets te doen.", "Ann Voorbeeld"))
    assert words.startswith(f"Onderwerp: {letter(NEEDED).subject}")


def test_nobody_is_named_as_the_sender_and_nobody_is_blamed():
    words = letter_text(letter(NEEDED, ASKED, desk=["Iets."])).casefold()
    assert not any(word in words for word in ("u stuurde", "u vergat", "uw fout", "als mentor", "als trainee"))


def test_what_is_in_order_is_told_too():
    words = letter_text(letter(NEEDED, in_order=["vier contactmomenten", "RL1 aanwezig"]))
    assert "AL IN ORDE\n\nHieraan hoeft u niets te doen: vier contactmomenten en RL1 aanwezig." in words


def test_a_date_and_a_telephone_number_stay_on_one_line():
    for length in range(40):
        sender = Sender(contact=("x" * length, "02 000 00 00"))
        text = letter_text(replace(letter(NEEDED, sender=sender), what=f"het dossier van {'x' * length}"))
        assert "3 november 2026" in text
        assert "02 000 00 00" in text
    assert "02\u00a0000\u00a000\u00a000" in letter_html(letter(NEEDED))


def test_a_letter_in_french_is_french_throughout():
    asked = Remark(1, "Le nom n’est pas rempli.", "Indiquez le nom.", blocking=True, where="rapport.xlsx", why="source")
    text = letter_text(
        replace(letter(asked, files=[], in_order=["mentor choisi"], language="fr"), what="le dossier de X")
    )
    assert text.startswith(
        "Objet : Dossier de X\u00a0: à compléter\n\nMadame, Monsieur,\n\nMerci pour le dossier de X."
    )
    assert "À faire : Indiquez le nom." in text
    assert "3 novembre 2026" in text
    assert not any(word in text for word in ("Wat te doen", "Waar:", "Met vriendelijke", "nagekeken", " of "))


def test_without_settings_the_letter_ends_with_the_greeting():
    assert letter_text(letter(NEEDED, sender=Sender())).endswith("Met vriendelijke groeten\n")
