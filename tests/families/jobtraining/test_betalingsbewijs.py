"""Payment proofs in invented layouts (handleiding § 4.3, § 6; the layouts are external)."""

from datetime import date
from decimal import Decimal

import pytest

from docgen.families.jobtraining.betalingsbewijs import (
    choose_betaling,
    find_terugbetaling,
    has_structured,
    names_trainee,
    reaches_beneficiary,
    read_betalingen,
)
from docgen.settings import Betaling
from trainee_dossiers import BETALING, NAAM, SETTINGS, lines

VERWACHT = SETTINGS.betaling
STATEMENT = """\
Rekeninguittreksel nr. 6 - juni 2026
Datum\tOmschrijving\tTegenrekening\tBedrag
02/06/2026\tWarenhuis De Proefkorf\tBE71 0961 2345 6769\t-83,17
12/06/2026\tVoorbeelddienst Jobtraining jobtraining\tBE65 0969 9999 9996\t-50,00
\tFientje Voorbeeld
15/06/2026\tTerugbetaling Voorbeeldfonds\tBE43 0689 9999 9501\t+50,00
Saldo op 30/06/2026\t1.234,56"""
RECEIPT = """\
Kwitantie
Ontvangen van Fientje Voorbeeld de som van 50,00 euro
als betaling van de kost van de jobtraining, op 12/06/2026.
Overgemaakt aan Voorbeelddienst Jobtraining, rekening BE65 0969 9999 9996."""
SCREEN = """\
Overschrijving uitgevoerd
€ 50
Naar Voorbeelddienst Jobtraining
Van rekening BE71 0961 2345 6769
Mededeling
Fientje Voorbeeld
Datum
12 juni 2026
Kosten: 0,00 EUR"""
STRUCTURED = BETALING.replace("jobtraining Fientje Voorbeeld", "+++010/8068/17183+++")


def pick(text, verwacht=VERWACHT):
    return choose_betaling(read_betalingen(lines(text)), NAAM, verwacht)


@pytest.mark.parametrize("text", [BETALING, STATEMENT, RECEIPT, SCREEN])
def test_every_layout_gives_the_payment_for_the_trainee(text):
    betaling = pick(text)
    assert (Decimal(50), date(2026, 6, 12)) == (betaling.bedrag, betaling.datum)
    assert names_trainee(betaling, NAAM)
    assert reaches_beneficiary(betaling, VERWACHT)
    assert betaling.uitgevoerd is not False


def test_a_statement_is_read_transaction_by_transaction():
    assert [Decimal("83.17"), Decimal(50), Decimal(50)] == [b.bedrag for b in read_betalingen(lines(STATEMENT))]


def test_no_lines_no_payment():
    assert choose_betaling(read_betalingen(lines("")), NAAM, VERWACHT) is None


@pytest.mark.parametrize(
    ("done", "words"),
    [(True, "Uitgevoerd"), (True, "Geboekt"), (False, "Gepland"), (False, "In uitvoering"),
     (False, "Nog niet uitgevoerd"), (False, "Te ondertekenen"), (False, "Geweigerd"), (False, "En attente"),
     (False, "Planifié"), (False, "En cours d'exécution"), (False, "Refusé"), (False, "To be executed"),
     (False, "Wordt verwerkt"), (False, "Ter ondertekening"), (False, "Een woord dat niemand kent"),
     (True, "Exécuté"), (True, "Executed"), (True, "Afgehandeld")],
)  # fmt: skip
def test_a_planned_transfer_is_no_executed_one(done, words):
    assert done is pick(BETALING.replace("Status\tUitgevoerd", f"Status\t{words}")).uitgevoerd


def test_the_day_of_execution_goes_before_other_dates():
    assert date(2026, 6, 12) == pick(f"Afgedrukt op 01/07/2026\n{BETALING}").datum


@pytest.mark.parametrize(
    ("amount", "line"),
    [("50", "Bedrag: 50"), ("45", "Bedrag\t45,00 EUR"), ("50", "Bedrag\n50,00"), (None, "Bedrag\tonleesbaar")],
)
def test_the_amount_is_the_labelled_one(amount, line):
    found = pick(f"Bevestiging\n{line}\nKosten\t0,00 EUR\nSaldo\t50,00 EUR").bedrag
    assert found == (amount and Decimal(amount))


def test_the_payers_name_proves_nothing():
    text = BETALING.replace("jobtraining Fientje Voorbeeld", "jobtraining") + "\nOpdrachtgever\tFientje Voorbeeld"
    assert not names_trainee(pick(text), NAAM)
    assert not names_trainee(pick(RECEIPT.replace("Ontvangen van", "Opdrachtgever")), NAAM)


def test_a_communication_may_run_over_lines():
    assert names_trainee(pick(BETALING.replace("Fientje Voorbeeld", "Fientje\nVoorbeeld")), NAAM)


def test_a_structured_communication_is_valid_and_the_expected_one_where_one_is_expected():
    assert has_structured(pick(STRUCTURED))
    assert has_structured(pick(STRUCTURED), "+++010/8068/17183+++")
    assert not has_structured(pick(STRUCTURED), "+++090/9337/55493+++")
    assert not has_structured(pick(STRUCTURED.replace("17183", "17184")))


@pytest.mark.parametrize(
    ("reaches", "verwacht", "why"),
    [
        (True, Betaling(iban="BE65096999999996"), "the account"),
        (True, Betaling(begunstigde="Voorbeelddienst Jobtraining"), "the name"),
        (True, Betaling(iban="BE71 0961 2345 6769", begunstigde="VOORBEELDDIENST jobtraining"), "one of both"),
        (False, Betaling(iban="BE71 0961 2345 6769"), "another account"),
        (False, Betaling(begunstigde="Een Andere Dienst"), "another name"),
        (None, Betaling(), "nothing is expected"),
    ],
)
def test_the_beneficiary_is_the_expected_one(reaches, verwacht, why):
    assert reaches is reaches_beneficiary(pick(BETALING, verwacht), verwacht), why


def test_a_proof_without_a_status_leaves_it_open():
    assert pick(BETALING.replace("Status\tUitgevoerd\n", "").replace("Uitvoeringsdatum", "Datum")).uitgevoerd is None


def test_a_day_to_come_in_words_is_no_executed_payment():
    assert pick(SCREEN.replace("Overschrijving uitgevoerd", "Wordt uitgevoerd op 12 juni 2026")).uitgevoerd is False


def test_small_print_on_payments_in_general_says_nothing_of_this_one():
    print_ = "Overschrijvingen naar een andere bank worden op de eerstvolgende bankwerkdag door ons verwerkt."
    assert pick(f"{SCREEN}\n{print_}").uitgevoerd


REFUND = "15/06/2026\tTerugbetaling Voorbeelddienst Jobtraining\tBE65 0969 9999 9996\t+50,00"


@pytest.mark.parametrize(
    ("comes_back", "text"),
    [
        (False, STATEMENT),  # the refund on it is of another account, for nobody in particular
        (True, STATEMENT.replace("15/06/2026\tTerugbetaling Voorbeeldfonds\tBE43 0689 9999 9501\t+50,00", REFUND)),
        (True, f"Rekeninguittreksel\n{REFUND}"),
        (True, f"{STATEMENT}\n{REFUND.replace('Terugbetaling ', '')}"),  # only the plus says so
        (True, STATEMENT.replace("-50,00", "+50,00")),
        (True, BETALING.replace("jobtraining Fientje", "terugbetaling jobtraining Fientje")),
    ],
)
def test_money_that_came_back_is_seen(comes_back, text):
    assert comes_back is (find_terugbetaling(read_betalingen(lines(text)), NAAM, VERWACHT) is not None)


def test_a_payment_is_chosen_before_its_refund():
    text = STATEMENT.replace("15/06/2026\tTerugbetaling Voorbeeldfonds\tBE43 0689 9999 9501\t+50,00", REFUND)
    assert date(2026, 6, 12) == pick(text).datum


FRENCH = """\
Détail de l'opération
Montant\t-50,00 EUR
Date d'exécution\t12/06/2026
Donneur d'ordre\tFientje Voorbeeld
Bénéficiaire\tVoorbeelddienst Jobtraining
Compte bénéficiaire\tBE65 0969 9999 9996
Communication\tformation"""
ENGLISH = """\
Payment details
Amount\tEUR 50.00
From\tFientje Voorbeeld
To\tVoorbeelddienst Jobtraining
IBAN\tBE65 0969 9999 9996
Message\ttraining
Execution date\t12/06/2026"""


@pytest.mark.parametrize("text", [FRENCH, ENGLISH, ENGLISH.replace("Message\ttraining\n", "")])
def test_a_payer_proves_nothing_in_any_language(text):
    betaling = pick(text)
    assert (Decimal(50), date(2026, 6, 12)) == (betaling.bedrag, betaling.datum)
    assert not names_trainee(betaling, NAAM)
