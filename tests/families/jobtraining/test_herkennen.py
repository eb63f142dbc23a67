"""What a file of a dossier is, by what stands in it (handleiding § 4.3)."""

import pytest

from docgen.families.jobtraining.herkennen import Soort, hint_of_name, recognise
from docgen.families.jobtraining.record import INSCHRIJVING
from docgen.model.value import RawForm, Unread
from trainee_dossiers import ATTEST, BETALING, RECORD, RL1, file, form


@pytest.mark.parametrize(
    ("soort", "text"),
    [
        (Soort.RL1, RL1),
        (Soort.RL1, "Stamboeknr\tAmbt\tToestand\tBegindatum\tEinddatum\n1\tdirecteur\tvast benoemd\t01/09/2025\t"),
        (Soort.RL1, "RL-1\nInstelling\t999011\nAmbt\tdirecteur\nPersoneelslid\tFientje Voorbeeld"),
        (Soort.BETALINGSBEWIJS, BETALING),
        (Soort.BETALINGSBEWIJS, "Kwitantie\nOntvangen van Fientje Voorbeeld 50,00 euro"),
        (Soort.BETALINGSBEWIJS, "Bedrag: € 50\nNaar BE65 0969 9999 9996"),
        (Soort.BETALINGSBEWIJS, "Virement exécuté\nMontant\t50,00 €\nCommunication\tjobtraining"),
        (Soort.BETALINGSBEWIJS, "Payment details\nAmount\tEUR 50.00\nMessage\tjobtraining"),
        (Soort.BETALINGSBEWIJS, "Extrait de compte n° 6\nDate\tMontant\n12/06/2026\t-50,00"),
        (Soort.BETALINGSBEWIJS, "Account statement\nDate\tAmount\n12/06/2026\t-50,00"),
        (Soort.VORMINGSATTEST, ATTEST),
        (Soort.ONBEKEND, "Beste, in bijlage mijn RL1 en het betalingsbewijs. Groeten, Fientje"),
        (Soort.ONBEKEND, "Prijslijst\nKrijt\t3,50\nSpons\t1,20"),
        (Soort.ONBEKEND, "Verantwoordingsdocument jobtraining\nAmbt en instelling\tdirecteur\nStartdatum\t01/09/2025"),
        (Soort.ONBEKEND, ""),
    ],
)  # fmt: skip
def test_a_text_is_recognised_by_its_words(soort, text):
    assert soort is recognise(file("bestand.pdf", text))


def test_the_name_of_a_file_proves_nothing():
    assert Soort.BETALINGSBEWIJS is recognise(file("RL1.pdf", BETALING))
    assert hint_of_name(file("RL1.pdf", BETALING)) is None


def test_a_form_is_ours_or_another():
    assert Soort.VERANTWOORDINGSDOCUMENT is recognise(form(RECORD))
    assert Soort.ANDER_FORMULIER is recognise(file("lijst.xlsx", RawForm(INSCHRIJVING.identity(), {})))


@pytest.mark.parametrize(
    ("hint", "name"),
    [
        (Soort.RL1, "RL1.pdf"),
        (Soort.RL1, "scan_rl-1_2026.pdf"),
        (Soort.RL1, "Fientje/opdrachtenpakket.jpg"),
        (Soort.BETALINGSBEWIJS, "betalingsbewijs.jpg"),
        (Soort.BETALINGSBEWIJS, "Overschrijving 50 euro.png"),
        (Soort.VERANTWOORDINGSDOCUMENT, "Verantwoordingsdocument Fientje.pdf"),
        (None, "scan0001.pdf"),
    ],
)
def test_the_name_of_an_unread_file_is_a_hint(hint, name):
    unread = file(name, Unread(f"“{name}” is een scan."))
    assert (Soort.ONBEKEND, hint) == (recognise(unread), hint_of_name(unread))
