"""The list of organisations (the page "Rekrutering en selectie voor jouw organisatie"), declared once.

The source prints no form: its columns are what § Individuele certificering and § Klantcertificering ask to know.

One line an organisation; one row a person with columns per certificate, so that persons are counted and nothing has
to be repeated; one row a Q-check.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel

from docgen.model.form import Ask, Form

#: Rows that the declaration foresees (ruling); a workbook may hold more.
MEDEWERKER_ROWS, KWALITEITSCHECK_ROWS = 20, 40


class Niveau(StrEnum):
    """The three scenarios, each with its § in the source, from low to high."""

    GEEN = "geen certificering"
    INDIVIDUEEL = "individuele certificering"
    KLANT = "klantcertificering"

    @property
    def rang(self) -> int:
        """0, 1 or 2: a higher level has a higher number."""
        return list(Niveau).index(self)


class Taalrol(StrEnum):
    """The language roles of federal staff: "per taalrol", "NL en FR samen" (§ Klantcertificering)."""

    NL = "NL"
    FR = "FR"


class Taalrollen(StrEnum):
    """For which language roles an organisation needs its own people: both, unless the list says otherwise (ruling)."""

    BEIDE = "NL en FR"
    NL = "NL"
    FR = "FR"

    @property
    def rollen(self) -> tuple[Taalrol, ...]:
        """The roles one by one."""
        return tuple(Taalrol) if self is Taalrollen.BEIDE else (Taalrol(self.value),)


class Taal(StrEnum):
    """The language in which the addressee is written to."""

    NEDERLANDS = "Nederlands"
    FRANS = "Frans"

    @property
    def code(self) -> str:
        """``nl`` or ``fr``."""
        return "nl" if self is Taal.NEDERLANDS else "fr"


class JaNeen(StrEnum):
    """Passed or not, finished or not."""

    JA = "ja"
    NEEN = "neen"


#: Other words for yes and no, for a level, a role and a language, as lists of organisations write them.
_YES_NO = {
    "nee": "neen", "n": "neen", "non": "neen", "no": "neen", "onwaar": "neen", "false": "neen", "niet": "neen",
    "niet geslaagd": "neen", "niet afgesloten": "neen", "lopend": "neen", "j": "ja", "oui": "ja", "yes": "ja",
    "y": "ja", "waar": "ja", "true": "ja", "x": "ja", "geslaagd": "ja", "afgesloten": "ja",
}  # fmt: skip
_NIVEAUS = {
    "geen": "geen certificering", "geen niveau": "geen certificering", "aucune": "geen certificering",
    "individueel": "individuele certificering", "certification individuelle": "individuele certificering",
    "klant": "klantcertificering", "certification client": "klantcertificering",
}  # fmt: skip
_ROLLEN = {"N": "NL", "F": "FR", "Nederlands": "NL", "Frans": "FR", "néerlandais": "NL", "français": "FR"}
_TALEN = {
    "nl": "Nederlands", "n": "Nederlands", "néerlandais": "Nederlands", "fr": "Frans", "f": "Frans",
    "français": "Frans",
}  # fmt: skip


def _passed(label: str) -> Ask:
    return Ask(
        label,
        part="geslaagd",
        synonyms=_YES_NO,
        help="ja als de persoon geslaagd is, anders neen; leeg als niet gevolgd.",
    )


def _date(label: str) -> Ask:
    return Ask(label, part="datum", placeholder="dd/mm/jjjj", help="De datum op het certificaat, als dd/mm/jjjj.")


class Medewerker(BaseModel, frozen=True, extra="forbid"):
    """One of the "PRO Academy gecertificeerden in dienst" (§ Klantcertificering), with his or her certificates."""

    naam: Annotated[
        str | None,
        Ask(
            "Naam",
            required=True,
            help="Voornaam en naam. Eén rij per persoon, ook als die meer dan één certificaat heeft.",
        ),
    ] = None
    taalrol: Annotated[
        Taalrol | None, Ask("Taalrol", synonyms=_ROLLEN, help="De taalrol van de persoon: NL of FR.")
    ] = None
    dienst_van: Annotated[
        date | None,
        Ask(
            "In dienst van",
            placeholder="dd/mm/jjjj",
            help="De eerste dag in dienst; mag leeg blijven als dat al lang zo is.",
        ),
    ] = None
    dienst_tot: Annotated[
        date | None,
        Ask(
            "In dienst tot en met",
            placeholder="dd/mm/jjjj",
            help="De laatste dag in dienst; leeg voor wie nog in dienst is.",
        ),
    ] = None
    # Two certificates that § Klantcertificering asks for in each language role.
    consultant_geslaagd: Annotated[JaNeen | None, _passed("Consultant A tot Z")] = None
    consultant_datum: Annotated[date | None, _date("Consultant A tot Z")] = None
    selectietests_geslaagd: Annotated[JaNeen | None, _passed("Consultant selectietests")] = None
    selectietests_datum: Annotated[date | None, _date("Consultant selectietests")] = None
    voorzitter_geslaagd: Annotated[JaNeen | None, _passed("Interviewvoorzitter")] = None
    voorzitter_datum: Annotated[date | None, _date("Interviewvoorzitter")] = None
    # It takes the Assessments off the list of the DG R&O ("tenzij", § Klantcertificering).
    assessment_geslaagd: Annotated[JaNeen | None, _passed("Assessmenttechnieken")] = None
    assessment_datum: Annotated[date | None, _date("Assessmenttechnieken")] = None
    ander_certificaat: Annotated[
        str | None,
        Ask(
            "Ander certificaat",
            part="naam",
            help="Een ander certificaat van de PRO Academy, dat ook meetelt voor de vier.",
        ),
    ] = None
    ander_geslaagd: Annotated[JaNeen | None, _passed("Ander certificaat")] = None
    ander_datum: Annotated[date | None, _date("Ander certificaat")] = None


class Kwaliteitscheck(BaseModel, frozen=True, extra="forbid"):
    """One Q-check of the DG R&O (§ Klantcertificering): on whose selection, whether that is finished, and the score."""

    persoon: Annotated[
        str | None,
        Ask("Persoon", required=True, help="De naam zoals op het blad Medewerkers."),
    ] = None
    selectie: Annotated[str | None, Ask("Selectie", help="Nummer of naam van de selectie.")] = None
    afgesloten: Annotated[
        JaNeen | None,
        Ask("Afgesloten", synonyms=_YES_NO, help="ja als de selectie afgesloten is; alleen die tellen mee."),
    ] = None
    score: Annotated[
        str | None,
        Ask("Score", required=True, help="De score op 100, bijvoorbeeld 82,5; leeg zolang er geen score is."),
    ] = None


class Organisatie(BaseModel, frozen=True, extra="forbid"):
    """One client organisation: what it has, what it asks, to whom the letter goes, its people and its Q-checks."""

    naam: Annotated[
        str | None, Ask("Naam van de organisatie", section="Organisatie", required=True, help="Zoals in de brief.")
    ] = None
    # What it has and what it asks decide which letter follows (ruling: see `besluit`).
    huidig_niveau: Annotated[
        Niveau | None,
        Ask("Huidig niveau", synonyms=_NIVEAUS, required=True, help="Leeg betekent: geen certificering."),
    ] = None
    gevraagd_niveau: Annotated[
        Niveau | None,
        Ask(
            "Gevraagd niveau",
            synonyms=_NIVEAUS,
            required=True,
            help="Leeg als er niets gevraagd is: dan is dit de jaarlijkse herziening.",
        ),
    ] = None
    # "per taalrol" (§ Klantcertificering): both, unless the organisation works in one language (ruling).
    vereiste_taalrollen: Annotated[
        Taalrollen | None,
        Ask(
            "Vereiste taalrollen",
            synonyms={"NL/FR": "NL en FR", "beide": "NL en FR", **_ROLLEN},
            required=True,
            help="Leeg betekent: NL en FR.",
        ),
    ] = None
    # "Hiervoor bestaat er geen certificaat, het volstaat dat je de naam opgeeft" (§ Klantcertificering).
    pro_partner: Annotated[
        str | None, Ask("PRO Partner", help="De naam volstaat: voor de PRO Partner bestaat geen certificaat.")
    ] = None
    taal: Annotated[
        Taal | None,
        Ask("Taal van de geadresseerde", synonyms=_TALEN, help="De taal van de brief: Nederlands of Frans."),
    ] = None
    geadresseerde: Annotated[str | None, Ask("Geadresseerde", help="Aan wie de brief gericht is.")] = None
    functie: Annotated[str | None, Ask("Functie van de geadresseerde", help="Bijvoorbeeld: directeur P&O.")] = None
    adres: Annotated[
        str | None, Ask("Adres", long=True, help="Straat en nummer, postcode en gemeente; elk op een eigen regel.")
    ] = None
    medewerkers: Annotated[tuple[Medewerker, ...], Ask("Medewerkers en hun certificaten", rows=MEDEWERKER_ROWS)] = ()
    kwaliteitschecks: Annotated[
        tuple[Kwaliteitscheck, ...], Ask("Kwaliteitschecks (Q-checks)", rows=KWALITEITSCHECK_ROWS)
    ] = ()


ORGANISATIE = Form(
    family="certificeringsniveaus",
    name="organisatie",
    version=1,
    title="Organisaties",
    record=Organisatie,
    is_list=True,
    named_by="naam",
    subject="organisatie",
)
