"""The sentences of the source on each condition, literally, and by rule."""

from __future__ import annotations

from docgen.sources import certificeringsniveaus

#: The headings that are cited as a §, as the page prints them.
INDIVIDUEEL, KLANT = "Individuele certificering", "Klantcertificering"
AZ_ZIN = certificeringsniveaus(
    INDIVIDUEEL,
    "Van zodra er minstens 1 medewerker voor het certificeringstraject AZ consultant is geslaagd, krijgt je "
    "organisatie certificeringsniveau ‘Individuele certificering’.",
)
PARTNER_ZIN = certificeringsniveaus(
    INDIVIDUEEL,
    "Je organisatie moet dan ook een PRO Partner doorgeven, die onze centrale contactpersoon zal zijn bij jouw "
    "organisatie over alles rond rekrutering, selectie en certificering.",
)
PARTNER_KLANT_ZIN = certificeringsniveaus(
    KLANT,
    "1 PRO Partner: dit is de contactpersoon binnen jouw organisatie voor de FOD BOSA voor alles wat rekrutering en "
    "selectie betreft.",
)
VIER_ZIN = certificeringsniveaus(
    KLANT,
    "Voor elke organisatie waarbij al minstens 4 PRO Academy gecertificeerden in dienst zijn, en waarvan de "
    "gecertificeerden voldoende scoren op de kwaliteitscontroles van de BOSA.",
)
AZ_TAALROL_ZIN = certificeringsniveaus(KLANT, "1 gecertificeerd Consultant A tot Z per taalrol")
TESTS_TAALROL_ZIN = certificeringsniveaus(KLANT, "1 gecertificeerd consultant selectietests per taalrol")
SCORE_ZIN = certificeringsniveaus(
    KLANT,
    "Bovendien moet je organisatie 80 procent of meer scoren op de kwaliteitschecks (‘Q-checks’) die het DG R&O op "
    "de afgesloten selecties doet.",
)
BEREKENING_ZIN = certificeringsniveaus(
    KLANT,
    "Voor het berekenen van het percentage wordt de gemiddelde score op de Q-checks van alle A tot Z gecertificeerden "
    "binnen jouw organisatie genomen (NL en FR samen).",
)
HERZIENING_ZIN = certificeringsniveaus(
    KLANT, "Elk jaar gaan we na of je organisatie aan de voorwaarden blijft voldoen."
)
