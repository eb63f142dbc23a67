"""RL1 prints in invented layouts become appointments (handleiding § 4.3; the layouts are external)."""

from datetime import date

import pytest

from docgen.families.jobtraining.aanstelling import Toestand
from docgen.families.jobtraining.namen import Likeness
from docgen.families.jobtraining.rl1 import appointments_of, compare_trainee, read_rl1
from trainee_dossiers import NAAM, RL1, lines

START, END = date(2025, 9, 1), date(2026, 6, 30)
LABELS_WITH_COLONS = """\
Melding opdrachtenpakket
Personeelslid: VOORBEELD Fientje\tStamboeknr.: 2 900101 12 94
Instellingsnummer: 999011 - Voorbeeldschool
Ambt: adjunct-directeur
Adm. toestand: waarnemend\tVolume: 20/20
Begindatum: 01/09/2025\tEinddatum: 31/12/2025
Ambt: directeur
Adm. toestand: toegelaten tot de proeftijd\tVolume: 10/20
Begindatum: 01/01/2026\tEinddatum: 31/12/2999
Afgedrukt op: 03/07/2026"""
TABLE_OF_PEOPLE = """\
Opdrachten per instelling
Stamboeknummer\tNaam\tEinddatum\tBegindatum\tToestand\tAmbt\tTeller/noemer
29001011294\tVoorbeeld Fientje\t30/06/2026\t01/09/2025\tWaarnemend\tDirecteur\t24/24
28501010123\tTestman Gerda\t01/09/2020\tVast benoemd\tleraar\t22/22
28501010123\tTestman Gerda\t30/06/2026\t01/09/2025\tTADD\tleraar\t22/22"""
SENTENCE = """\
Verklaring RL1
Fientje Voorbeeld is van 1 september 2025 tot en met 30 juni 2026 waarnemend aangesteld als adjunct-directeur.
Ziekteverlof van 01/02/2026 tot 15/02/2026"""
FIRST_AND_LAST_NAME = """\
RL1
Familienaam\tVoorbeeld
Voornaam\tFientje
Functie\tdirecteur
Statuut\ttijdelijk
Van 01/09/2025 t.e.m. 31/01/2026
Vanaf 01/02/2026 tot heden
Schooljaar 2025-2026"""
WRAPPED_TABLE = """\
Personeelslid\tFientje Voorbeeld
Ambt\tToestand\tPeriode\tVolume
adjunct-\ttoegelaten tot de\t01/09/2025 - 30/06/2026\t20/20
directeur\tproeftijd"""
EMPTY_END_IN_A_SHEET = """\
Naam\tFientje Voorbeeld
Van\tTot\tAmbt\tToestand\tVolume
01/09/2025\t\tdirecteur\twaarnemend\t24/24"""
OTHER_DATES = """\
Naam\tGeboortedatum\tBegin\tEinde\tStatuut\tAmbt
Fientje Voorbeeld\t01/01/1990\t2025-09-01\t2026-06-30\twnd.\tdirecteur"""
LABEL_ABOVE_VALUE = """\
RL-1
Personeelslid
Voorbeeld Fientje
Ambt:
directeur
Administratieve toestand
waarnemend
Begindatum
01/09/2025
Einddatum:
Volume
20/20"""
HEADS_ABOVE_VALUES = """\
Naam\tStamboeknummer\tInstelling
Fientje Voorbeeld\t2 900101 12 94\t999011
Ambt\tToestand
directeur\twaarnemend
Begindatum\tEinddatum
01/09/2025\t30/06/2026"""
WITHOUT_HEADS = """\
Overzicht prestaties\tFientje Voorbeeld
01/09/2025\t30/06/2026\tdirecteur\twaarnemend\t36/36\tDe Proeftuin
01/09/2020\t31/08/2025\tleraar secundair onderwijs\tvast benoemd\t20/20\tDe Proeftuin"""
PERIOD_AND_NUMBER = """\
Personeelslid: Fientje Voorbeeld (29001011294)
Nr\tInstelling\tAmbt\tAdm. toestand\tPeriode\tOpdracht
1\t999011\tDirecteur (SO)\twnd\t01.09.2025 - 31.12.2025\t20/20
2\t999011\tDirecteur (SO)\tproeftijd\t01.01.2026 - 31.12.2999\t20/20"""
NAME_BESIDE_NUMBER = """\
Fientje Voorbeeld\t2 900101 12 94
directeur\twaarnemend\t01/09/2025\t30/06/2026
Gerda Testman\t2 850101 01 23
leraar\ttijdelijk\t01/09/2025\t30/06/2026"""


def read(text):
    return read_rl1(lines(text, "RL1.pdf"), "RL1.pdf")


def own(text, naam=NAAM):
    return [(a.first, a.last, a.ambt, str(a.toestand)) for a in appointments_of(read(text), naam)]


@pytest.mark.parametrize(
    ("appointments", "text"),
    [
        ([(START, END, "directeur", "waarnemend")], RL1),
        ([(START, date(2025, 12, 31), "adjunct-directeur", "waarnemend"),
          (date(2026, 1, 1), None, "directeur", "toegelaten tot de proeftijd")], LABELS_WITH_COLONS),
        ([(START, END, "Directeur", "waarnemend")], TABLE_OF_PEOPLE),
        ([(START, END, "adjunct-directeur", "waarnemend")], SENTENCE),
        ([(START, date(2026, 1, 31), "directeur", "waarnemend"),
          (date(2026, 2, 1), None, "directeur", "waarnemend")], FIRST_AND_LAST_NAME),
        ([(START, END, "adjunct-directeur", "toegelaten tot de proeftijd")], WRAPPED_TABLE),
        ([(START, None, "directeur", "waarnemend")], EMPTY_END_IN_A_SHEET),
        ([(START, END, "directeur", "waarnemend")], OTHER_DATES),
        ([(START, END, "directeur", "waarnemend")], NAME_BESIDE_NUMBER),
        ([(START, None, "directeur", "waarnemend")], LABEL_ABOVE_VALUE),
        ([(START, END, "directeur", "waarnemend")], HEADS_ABOVE_VALUES),
        ([(START, END, "directeur", "waarnemend"),
          (date(2020, 9, 1), date(2025, 8, 31), "leraar secundair onderwijs", "vast benoemd")], WITHOUT_HEADS),
        ([(START, date(2025, 12, 31), "Directeur (SO)", "waarnemend"),
          (date(2026, 1, 1), None, "Directeur (SO)", "toegelaten tot de proeftijd")], PERIOD_AND_NUMBER),
    ],
)  # fmt: skip
def test_every_layout_gives_the_trainees_own_appointments(appointments, text):
    assert appointments == own(text)


def test_volume_school_and_place_are_kept():
    first, second = read(LABELS_WITH_COLONS).aanstellingen
    assert ("20/20", "999011 - Voorbeeldschool") == (first.volume, first.instelling)
    assert ("10/20", "RL1.pdf, bladzijde 1, regel 9") == (second.volume, str(second.place))


def test_stamboeknummers_are_read_with_or_without_separators():
    assert ("29001011294", "28501010123") == read(TABLE_OF_PEOPLE).stamboeknummers
    assert ("29001011294",) == read(LABELS_WITH_COLONS).stamboeknummers


def test_interruptions_are_shown_and_are_no_appointments():
    assert ["Ziekteverlof van 01/02/2026 tot 15/02/2026"] == [line.text for line in read(SENTENCE).onderbrekingen]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("directeur\t01/09/2025\t31/02/2026\twaarnemend", "31 February does not exist"),
        ("directeur\t32/09/2025\t30/06/2026\twaarnemend", "nor does 32 September"),
        ("directeur\t31/12/2999\t\twaarnemend", "an open end alone is no begin"),
    ],
)
def test_a_row_with_a_date_that_is_none_is_set_aside(row, why):
    rl1 = read(f"Ambt\tVan\tTot\tStatuut\n{row}")
    assert ((), [row]) == (rl1.aanstellingen, [line.text for line in rl1.onleesbaar]), why


def test_labels_with_a_broken_end_are_set_aside():
    rl1 = read("Ambt: directeur\nToestand: waarnemend\nBegindatum: 01/09/2025\nEinddatum: 3O/06/2026")
    assert ((), 1) == (rl1.aanstellingen, len(rl1.onleesbaar))


def test_a_begin_that_is_no_date_is_set_aside():
    rl1 = read("Ambt: directeur\nToestand: waarnemend\nBegindatum: september\nEinddatum: 30/06/2026")
    assert ((), 1) == (rl1.aanstellingen, len(rl1.onleesbaar))


@pytest.mark.parametrize(
    ("likeness", "text", "naam"),
    [
        (Likeness.SAME, RL1, NAAM),
        (Likeness.SAME, TABLE_OF_PEOPLE, "Gerda Testman"),
        (Likeness.SAME, SENTENCE, NAAM),
        (Likeness.SIMILAR, RL1, "Fientje Voorbeld"),
        (Likeness.OTHER, RL1, "Gerda Testman"),
        (Likeness.OTHER, TABLE_OF_PEOPLE, "Bram Proefman"),
        (None, "Ambt\tVan\tTot\ndirecteur\t01/09/2025\t30/06/2026", NAAM),
    ],
)
def test_an_rl1_is_of_the_trainee_or_not(likeness, text, naam):
    assert likeness is compare_trainee(read(text), naam)


def test_of_several_people_only_the_trainees_lines_count():
    assert [(date(2020, 9, 1), None, "leraar", "vast benoemd"), (START, END, "leraar", "waarnemend")] == own(
        TABLE_OF_PEOPLE, "Gerda Testman"
    )
    assert [] == own(TABLE_OF_PEOPLE, "Bram Proefman")


def test_a_name_that_runs_on_below_is_read_in_full():
    rl1 = read(
        "Naam\tMaria-Magdalena Van den\nVoorbeeldenburg-de Proefstelmansen\nAmbt\tdirecteur\nToestand\twaarnemend\n"
        "Begindatum\t01/09/2025\nEinddatum\t30/06/2026"
    )
    assert Likeness.SAME is compare_trainee(rl1, "Maria-Magdalena Van den Voorbeeldenburg-de Proefstelmansen")


def test_several_people_below_one_another_keep_their_own_appointments():
    text = "\n".join(
        f"Naam: {naam}\nAmbt: directeur\nToestand: waarnemend\nBegindatum: {begin}\nEinddatum: 30/06/2026"
        for naam, begin in ((NAAM, "01/09/2025"), ("Gerda Testman", "01/10/2025"))
    )
    assert [(START, END, "directeur", "waarnemend")] == own(text)


def test_the_name_of_the_school_is_nobodys_name():
    rl1 = read("Naam: Fientje Voorbeeld\nNaam: Basisschool De Proeftuin\nAmbt: directeur\nToestand: waarnemend\n"
               "Begindatum: 01/09/2025\nEinddatum: 30/06/2026")  # fmt: skip
    assert (("Fientje Voorbeeld",),) == rl1.namen
    assert 1 == len(appointments_of(rl1, NAAM))


def test_a_surname_and_a_first_name_apart_are_one_name():
    assert (("Fientje Voorbeeld",),) == read("Naam: Voorbeeld\tVoornaam: Fientje").namen


def test_a_row_with_more_texts_than_columns_still_names_its_person():
    head = "Nummer\tNaam\tAmbt\tToestand\tVan\tTot\tOpmerking"
    row = "Gerda Testman\tdirecteur\twaarnemend\tvervangt iemand\t01/09/2025\t30/06/2026"
    assert [] == own(f"{head}\n{row}")
    assert 1 == len(own(f"{head}\n{row}", "Gerda Testman"))


def test_lines_without_any_appointment_give_none():
    rl1 = read("RL1\nNaam\tFientje Voorbeeld\n\nAfgedrukt op 03/07/2026")
    assert not rl1.is_read


def test_a_name_that_only_begins_like_the_trainee_s_is_similar_and_its_appointments_still_count():
    text = lines("RL-1\nNaam\tBo Testmann\nBegindatum\tEinddatum\tAmbt\n01/09/2025\t30/06/2026\tdirecteur")
    rl1 = read_rl1(text, RL1)
    assert compare_trainee(rl1, "Bo Testman") is Likeness.SIMILAR
    assert len(appointments_of(rl1, "Bo Testman")) == 1


@pytest.mark.parametrize("period", ["01/09/2025-30/06/2026", "01.09.2025 -30.06.2026", "2025-09-01 - 2026-06-30"])
def test_a_dash_without_spaces_parts_two_dates(period):
    row = f"Naam\tAmbt\tToestand\tPeriode\nFientje Voorbeeld\tdirecteur\twaarnemend\t{period}"
    assert [(START, END, "directeur", "waarnemend")] == own(row)


HEAD = "Naam\tFientje Voorbeeld\nAmbt\tToestand\tPeriode\tVolume\n"


@pytest.mark.parametrize(
    "below",
    [
        "directeur\twaarnemend\t01/09/2025 tot\t24/24\n30/06/2026",
        "directeur\twaarnemend\t01/09/2025\t24/24\n- 30/06/2026",
        "directeur\twaarnemend\t01/09/2025\t24/24\ntot\n30/06/2026",
        "directeur\twaarnemend\t01/09/2025\t24/24\n30/06/2026",
    ],
)
def test_a_period_that_a_narrow_column_breaks_in_two_is_one_period(below):
    assert [(START, END, "directeur", "waarnemend")] == own(HEAD + below)


def test_a_sentence_that_breaks_off_at_or_within_a_date_is_read_whole():
    one = "Fientje Voorbeeld is waarnemend directeur van 1 september 2025 tot en met\n30 juni 2026."
    two = "Fientje Voorbeeld is waarnemend directeur van 1 september 2025 tot en met 30\njuni 2026."
    assert [START, END] == [day for appointment in own(one) for day in appointment[:2]]
    assert own(one) == own(two)


def test_lines_that_merely_follow_one_another_stay_apart():
    text = ("Naam: Fientje Voorbeeld\n- van 1 september 2025 tot en met 31 januari 2026: directeur, waarnemend, 24/24\n"
            "- van 1 februari 2026 tot en met 30 juni 2026: directeur, waarnemend, 24/24")  # fmt: skip
    assert [(START, date(2026, 1, 31)), (date(2026, 2, 1), END)] == [found[:2] for found in own(text)]


@pytest.mark.parametrize("half", ["01/09/2025 tot", "tot 30/06/2026", "Tot: 30/06/2026"])
def test_half_a_period_is_unreadable_and_never_open(half):
    rl1 = read(f"{HEAD}{half}\ndirecteur\twaarnemend\t24/24")
    assert ((), 1) == (rl1.aanstellingen, len(rl1.onleesbaar))


def test_an_end_before_the_begin_is_unreadable_and_never_turned_round():
    rl1 = read("Naam: Fientje Voorbeeld\nAmbt: directeur\nBegindatum: 30/06/2026\nEinddatum: 01/09/2025")
    assert ((), 1) == (rl1.aanstellingen, len(rl1.onleesbaar))


@pytest.mark.parametrize(
    "foot",
    ["Afgedrukt op 15/03/2026", "15/03/2026", "Te Voorbeeldegem, 15/03/2026, de directeur", "Afdruk\t15/03/2026",
     "De directeur, Joris Model, 15 maart 2026", "TADD verworven op 01/09/2019", "Recht op TADD sinds 01/09/2019",
     "In dienst sinds 01/09/2010", "Dienstanciënniteit op 01/09/2025: 5 jaar"],
)  # fmt: skip
@pytest.mark.parametrize(
    "above",
    ["Ambt\tToestand\tVan\tTot\tVolume\ndirecteur\twaarnemend\t01/09/2025\t28/02/2026\t24/24",
     "Ambt: directeur\nAdm. toestand: waarnemend\nBegindatum: 01/09/2025\nEinddatum: 28/02/2026"],
)  # fmt: skip
def test_the_day_of_printing_or_of_a_right_is_no_appointment(above, foot):
    assert [(START, date(2026, 2, 28), "directeur", "waarnemend")] == own(f"Naam: Fientje Voorbeeld\n{above}\n{foot}")


WRAPPED_NAMES = """\
Stamboeknr\tNaam\tAmbt\tStatuut\tVan\tTot
29001011294\tVan den\tdirecteur\twaarnemend\t01/09/2025\t31/01/2026
Voorbeeld
Fientje
29001011294\tVan den\tdirecteur\ttoegelaten tot de\t01/02/2026\t30/06/2026
Voorbeeld\tproeftijd
Fientje
28501010123\tVan den\tdirecteur\twaarnemend\t01/09/2024\t31/08/2025
Testman Gerda"""


def test_a_name_that_runs_on_below_its_row_is_read_whole():
    rl1, naam = read(WRAPPED_NAMES), "Fientje Van den Voorbeeld"
    assert Likeness.SAME is compare_trainee(rl1, naam)
    assert [date(2025, 9, 1), date(2026, 2, 1)] == [a.first for a in appointments_of(rl1, naam)]
    assert [date(2024, 9, 1)] == [a.first for a in appointments_of(rl1, "Gerda Van den Testman")]


def test_a_name_that_breaks_within_a_word_is_read_whole():
    text = f"Naam\tAmbt\tToestand\tVan\tTot\nVoorbeel\tdirecteur\twaarnemend\t01/09/2025\t30/06/2026\nd {'Fientje'}"
    assert Likeness.SAME is compare_trainee(read(text), NAAM)


def test_a_second_first_name_asks_a_look():
    assert Likeness.SIMILAR is compare_trainee(read("Naam: Fientje Maria Voorbeeld\nAmbt: directeur"), NAAM)


def test_a_long_name_that_runs_into_the_next_label_ends_there():
    assert (("Voorbeeld Fientje",),) == read("Naam en voornaam : Voorbeeld FientjeStamboek nr. : 29001011294").namen


def test_the_person_in_a_sentence_is_not_the_one_who_signs_it():
    text = ("Ondergetekende verklaart dat mevrouw Gerda Testman (stamboeknummer 28501010123) van 1 september 2025 tot\n"
            "en met 30 juni 2026 waarnemend adjunct-directeur was.\nDe directeur, Fientje Voorbeeld")  # fmt: skip
    assert Likeness.OTHER is compare_trainee(read(text), NAAM)
    assert Likeness.SAME is compare_trainee(read(text), "Gerda Testman")


def test_the_sender_of_a_mail_is_no_begin_date():
    assert () == read("Van: secretariaat\nDatum: 03/07/2026\nOnderwerp: RL1").onleesbaar


@pytest.mark.parametrize(
    "text",
    [
        "Van\tTot\tAmbt\tToestand\tStatus\n01/09/2025\t30/06/2026\tdirecteur\twaarnemend\tGeannuleerd",
        "Van\tTot\tAmbt\tToestand\n01/09/2025\t30/06/2026\tdirecteur\twaarnemend\n(geannuleerd)",
        "Ambt: directeur\nToestand: waarnemend\nBegindatum: 01/09/2025\nEinddatum: 30/06/2026\nStatus: geannuleerd",
    ],
    ids=["a column", "below the row", "a label"],
)
def test_an_appointment_that_was_withdrawn_is_held_in_a_way_that_a_person_must_say(text):
    (found,) = read(text).aanstellingen
    assert Toestand.ONBEKEND is found.toestand
