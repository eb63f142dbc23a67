"""The sentences of the handleiding that more than one rule enforces, literally."""

from docgen.sources import handleiding

RL1_ZIN = handleiding(
    "4.3",
    "een RL1, waarmee wordt aangetoond dat de trainee gedurende de jobtraining – de zomervakantie wordt niet "
    "meegerekend – effectief in het ambt stond",
)
FORMULIER_ZIN = handleiding("4.3", "het door de mentor en de trainee ingevulde verantwoordingsdocument")
PER_TRAINEE_ZIN = handleiding("1", "voor elke trainee, een verantwoordingsdocument")
BETALING_ZIN = handleiding("4.3", "een betalingsbewijs, indien voorhanden")
VIER_ZIN = handleiding("7.1", "Zij organiseren hiervoor minimaal vier contactmomenten met de trainee.")
EVALUATIE_ZIN = handleiding("5.1", "De mentoren mogen geen evaluerende functie hebben t.a.v. de trainee.")
TIEN_MAANDEN_ZIN = handleiding(
    "4.2",
    "De jobtraining behelst een periode van 10 maanden (5 juli tot 15 augustus worden niet meegerekend) effectief "
    "gepresteerde diensten in het ambt waarin het personeelslid waarnemend is aangesteld of toegelaten werd tot de "
    "proeftijd.",
)
