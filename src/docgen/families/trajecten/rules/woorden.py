"""What the rules on steps, phases and parts say in the same words: who it is about, and why a row does not count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from docgen.dates import format_date
from docgen.families.trajecten.dossier import Dossier
from docgen.families.trajecten.verloop import Bezwaar, Keer, unnamed_rows
from docgen.model.form import Form, row_key
from docgen.model.rule import Observation, Saying, Severity

_NAAMLOOS = "Een verslag zonder naam van de mentee toont van niemand aan dat het traject doorlopen is."


def require_name(dossier: Dossier) -> Iterator[Observation]:
    """A begeleidingsverslag names its mentee (ruling)."""
    if dossier.record.naam_mentee is None and not dossier.is_unreadable("naam_mentee"):
        yield Observation(
            "De naam van de mentee is niet ingevuld.",
            key="naam_mentee",
            place=dossier.place("naam_mentee"),
            expected="voornaam en naam van de mentee",
            remedy="Vul de naam van de mentee in.",
            ruling=_NAAMLOOS,
            fr=Saying("Le nom de la personne mentorée n’est pas rempli.", "Indiquez le nom de la personne mentorée."),
        )


def name_loose_days(dossier: Dossier, table: str, names: Sequence[str], days: Sequence[str]) -> Iterator[Observation]:
    """Rows with a day of which it is not said what it is the day of (ruling: the desk looks)."""
    for row, name in unnamed_rows(getattr(dossier.record, table), names, days):
        key = row_key(table, row, name)
        if not dossier.is_unreadable(key):
            yield Observation(
                f"In rij {row} staat een datum, maar niet bij {_WELKE[name]} {name} ze hoort.",
                key=key,
                place=dossier.place(key),
                expected=f"een {name}",
                remedy=f"Kies in rij {row} {_DE[name]} {name}, of haal de datum weg.",
                severity=Severity.ATTENTION,
                fr=Saying(
                    f"La ligne {row} contient une date, mais pas {_FRANS[name]} à laquelle elle se rapporte.",
                    f"Choisissez {_FRANS[name]} à la ligne {row}, ou supprimez la date.",
                ),
            )


_WELKE = {"selectie": "welke", "stap": "welke", "fase": "welke", "deel": "welk"}
_DE = {"selectie": "de", "stap": "de", "fase": "de", "deel": "het"}
_FRANS = {"selectie": "la sélection", "stap": "l’étape", "fase": "la phase", "deel": "la partie"}


def say_days(keer: Keer) -> str:
    """The days of a row as they stand there: ``05/01/2026``, or ``05/01/2026 tot 03/03/2026``."""
    days = dict.fromkeys(day for day in (keer.eerste, keer.laatste) if day)
    return " tot ".join(map(format_date, days))


def say_objection(keer: Keer, begin: str, end: str, peildatum: date) -> str:
    """Why a row does not count, as a clause; `begin` and `end` name its two days."""
    return {
        Bezwaar.GEEN_BEGIN: f"{begin} is niet ingevuld",
        Bezwaar.GEEN_EINDE: f"{end} is niet ingevuld",
        Bezwaar.OMGEKEERD: f"{end} ligt voor {begin}",
        Bezwaar.LATER: f"een datum ligt na de dag van het nazicht ({format_date(peildatum)})",
    }[keer.bezwaar or Bezwaar.GEEN_BEGIN]


def mend_days(keer: Keer, begin: str, end: str) -> str:
    """What to do about a row that does not count."""
    return {
        Bezwaar.GEEN_BEGIN: f"Vul {begin} in.",
        Bezwaar.GEEN_EINDE: f"Vul {end} in.",
        Bezwaar.OMGEKEERD: "Verbeter de datum die fout is, zodat ze elkaar opvolgen.",
        Bezwaar.LATER: "Verbeter de datum als ze fout is; is ze juist, bezorg het verslag dan opnieuw na die dag.",
    }[keer.bezwaar or Bezwaar.GEEN_BEGIN]


def bezwaar_fr(keer: Keer, what: str, days: tuple[str, str], peildatum: date) -> Saying:
    """The same two sentences in French; `days` name the two days of the row."""
    begin, end = days
    why, mend = {
        Bezwaar.GEEN_BEGIN: (f"il manque {begin}", f"Indiquez {begin}."),
        Bezwaar.GEEN_EINDE: (f"il manque {end}", f"Indiquez {end}."),
        Bezwaar.OMGEKEERD: (
            f"{end} précède {begin}",
            "Corrigez la date erronée, de sorte que les deux dates se suivent.",
        ),
        Bezwaar.LATER: (
            f"une date est postérieure au jour du contrôle ({format_date(peildatum)})",
            "Corrigez la date si elle est erronée ; si elle est exacte, renvoyez le rapport après ce jour.",
        ),
    }[keer.bezwaar or Bezwaar.GEEN_BEGIN]
    return Saying(f"{what} ne compte pas encore : {why}.", mend)


def woord_fr(form: Form, key: str, word: str) -> str:
    """The French of a word that the form offers at a key."""
    question = form.in_language("fr").question(key)
    return question.show(str(word)) if question else str(word)
