"""Whether a payment was carried out: only what the bank says of it counts, and a planned one is never paid."""

import pytest

from docgen.families.jobtraining.betaalstatus import is_carried_out
from docgen.model.value import Line, Place, Text

NAAM = "Wim Gepland"
OPEN = "Bedrag\t50,00 EUR\nUitvoeringsdatum\t12/06/2026"

#: The payer's own words and people's names say nothing of the transfer: what is expected, the lines, who is trainee.
WORDS_OF_THE_PAYER = [
    (True, "Status\tUitgevoerd\nMededeling\tzoals gepland", ""),
    (True, "Status: Uitgevoerd\nMededeling: gepland", ""),
    (True, "Status: Uitgevoerd\nMededeling: jobtraining zoals\nvorige maand gepland", ""),
    (True, "Status: Uitgevoerd\nOmschrijving: jobtraining, gepland in juni", ""),
    (True, "Overschrijving uitgevoerd\nMededeling\nzoals gepland\nDatum\n12 juni 2026", ""),
    (True, "Statut : Exécuté\nCommunication : formation programmée en juin", ""),
    (True, "Virement exécuté\nCommunication libre\nla formation planifiée", ""),
    (True, "Status\tExecuted\nMessage\tthe training scheduled in June", ""),
    (True, "Transfer executed\nReference: as scheduled", ""),
    (None, f"{OPEN}\nMededeling\tzoals gepland", ""),
    (None, f"{OPEN}\nMededeling: jobtraining zoals gepland in september", ""),
    (None, f"{OPEN}\nCommunication: formation programmée en juin", ""),
    (None, f"{OPEN}\nMededeling\tjobtraining Wim Gepland", ""),
    (None, f"{OPEN}\nOpdrachtgever\tWim Gepland", ""),
    (None, f"{OPEN}\nVan: Gepland Wim", ""),
    (None, f"{OPEN}\nDonneur d’ordre : Annulée Proef", ""),
    (None, f"{OPEN}\nName: Will Pending", ""),
    (None, "12/06/2026\tjobtraining Wim Gepland\t-50,00", NAAM),
    (None, "12/06/2026\tjobtraining GEPLAND, Wim\t-50,00", NAAM),
    (True, "Ontvangen van Wim Gepland de som van 50,00 euro", NAAM),
    (True, "Status: Uitgevoerd\nWim Gepland\n-50,00", NAAM),
]  # fmt: skip

#: A transfer that is still to come, wherever the bank says so.
STILL_TO_COME = [
    ("Status\tGepland\nMededeling\tjobtraining", ""),
    ("Status: Gepland\nMededeling: betaald", ""),
    ("Gepland voor 20/06/2026\nMededeling: zoals gepland", ""),
    ("Mededeling\tjobtraining Fientje\tGepland", ""),
    ("Mededeling\tjobtraining Fientje\nGepland", ""),
    ("Mededeling\tjobtraining Fientje\nGepland op 20 juni 2026", ""),
    ("Mededeling\tjobtraining\nUitvoering\tGepland", ""),
    ("Mededeling\nGepland", ""),
    ("Mededeling\nUw overschrijving naar Voorbeelddienst is gepland", ""),
    ("Mededeling: gepland", ""),
    ("Mededeling: uw overschrijving is gepland", ""),
    ("Mededeling: de betaling naar Voorbeelddienst is gepland", ""),
    ("Status: Uitgevoerd\nMededeling\tjobtraining\nGepland", ""),
    ("Status: Uitgevoerd\nGepland voor 20/06/2026", ""),
    ("Omschrijving\tGeplande overschrijving", ""),
    ("Omschrijving: Overschrijving naar Voorbeelddienst, in uitvoering", ""),
    ("Bericht: uw overschrijving naar Voorbeelddienst is gepland", ""),
    ("Begunstigde\tVoorbeelddienst Jobtraining\tGepland", ""),
    ("Begunstigde\nVoorbeelddienst Jobtraining\nGepland", ""),
    ("Begunstigde\nGepland", ""),
    ("Statut : En attente d’exécution\nCommunication : formation", ""),
    ("Virement programmé le 20/06/2026", ""),
    ("Status: Afgewezen", ""),
    (f"{OPEN}\nOpmerking\tDeze opdracht werd door u ingetrokken op 12/06/2026", ""),
    (f"{OPEN}\nUw overschrijving is niet gelukt: onvoldoende saldo", ""),
    ("Payment failed", ""),
    ("Communication : formation Fientje\nProgrammé", ""),
    ("Bénéficiaire\tVoorbeelddienst\nÀ exécuter", ""),
    ("Scheduled for 20/06/2026\nMessage\tjobtraining", ""),
    ("Message: your transfer is scheduled", ""),
    ("Beneficiary\tVoorbeelddienst\tPending", ""),
    ("Wim Gepland\nGepland", NAAM),
    ("Wim Gepland\tGepland\t-50,00", NAAM),
    ("Mededeling: Wim Gepland\nStatus: Gepland", NAAM),
    ("Wim: gepland", NAAM),
    ("Wim\tGepland", NAAM),
    ("Gepland", "Gepland"),
    ("jobtraining Wim Gepland", "Wim Gepland-Proef"),
    ("Wordt uitgevoerd op 12 juni 2026", ""),
]  # fmt: skip


def lines(text: str, certainty: float | None = None) -> tuple[Line, ...]:
    found = (Line(line, Place("bewijs.pdf", f"regel {n}"), certainty) for n, line in enumerate(text.splitlines()))
    return Text(tuple(found)).lines


@pytest.mark.parametrize(("done", "text", "naam"), WORDS_OF_THE_PAYER)
def test_what_the_payer_wrote_says_nothing_of_the_transfer(done, text, naam):
    assert done is is_carried_out(lines(text), naam)


@pytest.mark.parametrize(("text", "naam"), STILL_TO_COME)
def test_a_transfer_that_is_still_to_come_is_never_paid(text, naam):
    assert is_carried_out(lines(text), naam) is False


@pytest.mark.parametrize(("text", "naam"), STILL_TO_COME)
def test_nor_is_one_on_a_picture(text, naam):
    assert is_carried_out(lines(text, 0.99), naam) is False


def test_on_a_picture_columns_may_have_run_together_so_that_only_a_status_settles_it():
    text = "Mededeling: jobtraining Fientje Gepland"
    assert [False, None] == [is_carried_out(lines(text, 0.99)), is_carried_out(lines(text))]
    assert is_carried_out(lines(f"Status: Uitgevoerd\n{text}", 0.99)) is True
