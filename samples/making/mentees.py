"""The invented mentees of the samples, the begeleidingsverslagen they hand in, and what a careful clerk concludes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

#: A finding as the clerk writes it down: rule, severity, key.
Row = tuple[str, str, str | None]
BLOCKS, ASKS, INFORMS = "blokkerend", "aandacht", "info"
ON = date(2026, 9, 15)
BOSA, INHOUSE = "mentor van BOSA (DG R&O)", "mentor van de eigen klantenorganisatie (inhouse)"
AZ, CHAIR, TESTS = (f"begeleidingsverslag-{name}" for name in ("az", "interviewvoorzitter", "selectietests"))
#: Where the forms print their steps: rows 1 to 3 are the first selection, 4 to 6 the second.
STEPS = {
    "stappen__1__datum": date(2026, 1, 12),
    "stappen__2__datum": date(2026, 1, 20),
    "stappen__3__datum": date(2026, 1, 26),
    "stappen__3__einddatum": date(2026, 4, 17),
    "stappen__4__datum": date(2026, 4, 20),
    "stappen__5__datum": date(2026, 4, 28),
    "stappen__6__datum": date(2026, 5, 4),
    "stappen__6__einddatum": date(2026, 8, 28),
}
SELECTIONS = {"eerste_selectie": "PROEF-26001", "tweede_selectie": "PROEF-26002"}
INTERVIEW = {"interviews__1__datum": date(2026, 3, 10), "interviews__1__fase": "observator"}
PHASES = {
    "fasen__1__datum": date(2026, 2, 3),
    "fasen__2__datum": date(2026, 3, 10),
    "fasen__3__datum": date(2026, 5, 19),
    "fasen__3__opmerkingen": "Zelfstandig voorgezeten, nabespreking met de mentor.",
}
PARTS = {
    "delen__1__kwaliteitsanalyse": date(2026, 1, 15),
    "delen__1__finale_versie": date(2026, 4, 2),
    "delen__2__kwaliteitsanalyse": date(2026, 4, 16),
    "delen__2__finale_versie": date(2026, 7, 9),
}
TALKS = {"momenten__1__datum": date(2026, 2, 12), "momenten__1__opmerkingen": "Eerste versie van de case besproken."}


@dataclass(frozen=True)
class Case:
    """One sample: a dossier as it arrives and the clerk's conclusion; `other` replaces answers, None wipes one."""

    name: str
    shows: str
    mentee: str
    form: str
    verdict: str = "volledig"
    rows: tuple[Row, ...] = ()
    other: Mapping[str, object] = field(default_factory=dict)
    to: str = "xlsx"
    language: str = "nl"
    saved_by: str = "script"
    reference: str | None = None
    extra: str = ""
    decide: tuple[str, ...] = ()

    @property
    def dossier(self) -> str:
        """The folder's name as a desk would write it."""
        return self.mentee.replace("’", "").replace("Ł", "L").replace("é", "e").replace("ï", "i").replace(" ", "-")

    @property
    def values(self) -> dict[str, object]:
        """The answers by key, in the words of the form's language."""
        found = {"naam_mentee": self.mentee, **ORDINARY[self.form], **self.other}
        words = FRENCH if self.language == "fr" else {}
        return {key: words.get(value, value) for key, value in found.items() if value is not None}


MENTOR = {"klantenorganisatie": "FOD Proefneming", "mentor_keuze": BOSA, "mentor_naam": "Maarten Mentorsen"}
ORDINARY: Mapping[str, Mapping[str, object]] = {
    AZ: {**MENTOR, **SELECTIONS, **STEPS, **INTERVIEW},
    CHAIR: {**MENTOR, **PHASES},
    TESTS: {"klantenorganisatie": "RVA Voorbeeld", **PARTS, **TALKS},
}
FRENCH = {BOSA: "mentor du SPF BOSA (DG R&D)", INHOUSE: "mentor de l’organisation cliente (interne)"}
IN_HOUSE = {"mentor_keuze": INHOUSE, "mentor_naam": "Ingrid Inhuis"}


def cases() -> list[Case]:
    """Every sample."""
    return [*complete(), *az_faults(), *chair_faults(), *test_faults(), *arrivals()]


def complete() -> list[Case]:
    """Trajectories that are complete, in every format and in both languages."""
    extra = {"stappen__7__selectie": "eerste selectie",
             "stappen__7__stap": "observatie en begeleiding bij de klantenvergadering",
             "stappen__7__datum": date(2026, 1, 21)}  # fmt: skip
    again = {"fasen__4__fase": "de mentee als observator", "fasen__4__datum": date(2026, 2, 24)}
    return [
        Case("az-volledig", "Consultant A tot Z, alles in orde, mentor van BOSA.", "Anke Voorbeelds", AZ, reference="OJT-0001"),
        Case("az-volledig-pdf", "Consultant A tot Z in PDF, inhouse mentor.", "Bert Proefnemer", AZ, other=IN_HOUSE, to="pdf"),
        Case("az-frans-word", "Consultant de A à Z in het Frans, in Word bewaard door LibreOffice Writer.", "Chloé Exemple", AZ,
             to="docx", language="fr", saved_by="writer"),
        Case("az-extra-rij", "Een stap die twee keer voorkomt: de tweede keer in een lege rij.", "Dries Tweekeer", AZ, other=extra),
        Case("az-zelfde-dag", "Begin en einde van een ondersteuning op één dag: dat mag.", "Eva Eendags", AZ,
             other={"stappen__3__einddatum": date(2026, 1, 26)}),
        Case("voorzitter-volledig", "Interviewvoorzitter, drie fasen na elkaar, bewaard door LibreOffice Calc.", "Fatma Örnek",
             CHAIR, saved_by="calc"),
        Case("voorzitter-dag-na-dag", "De drie fasen op drie opeenvolgende dagen: net in volgorde.", "Gilles Dagaandag", CHAIR,
             other={"fasen__1__datum": date(2026, 5, 17), "fasen__2__datum": date(2026, 5, 18)}),
        Case("voorzitter-herhaald", "Twee keer observator, de tweede keer in een lege rij.", "Hanne Nogeens", CHAIR, other=again,
             to="docx"),
        Case("voorzitter-frans-pdf", "Président d’entretien in het Frans, in PDF.", "Inès Modèle", CHAIR, other=IN_HOUSE,
             to="pdf", language="fr"),
        Case("selectietests-volledig", "Consultant selectietests, beide delen, zonder mentor.", "Jasper Toetsers", TESTS),
        Case("selectietests-frans", "Consultant tests de sélection in het Frans, in Excel.", "Kaïn Essai", TESTS, language="fr"),
        Case("selectietests-tot-vandaag", "De finale versie is van de peildatum zelf: dat telt.", "Lotte Vandaag", TESTS,
             other={"delen__2__finale_versie": ON}, to="pdf"),
    ]  # fmt: skip


def az_faults() -> list[Case]:
    """What can be missing in Consultant A tot Z."""
    one = {key: None for key in STEPS if int(key.split("__")[1]) > 3}
    first = "stappen__3__"
    return [
        Case("az-een-selectie", "Alleen de eerste selectie is begeleid.", "Mattias Halfweg", AZ, "onvolledig",
             (("az-stappen", BLOCKS, "stappen__4__datum"),), other={**one, "tweede_selectie": None}),
        Case("az-geen-interview", "Geen enkel begeleid interview.", "Nina Zondergesprek", AZ, "onvolledig",
             (("az-stappen", BLOCKS, "interviews__1__datum"),), other=dict.fromkeys(INTERVIEW)),
        Case("az-stap-ontbreekt", "De klantenvergadering van de tweede selectie ontbreekt.", "Otto Stapover", AZ, "onvolledig",
             (("az-stappen", BLOCKS, "stappen__5__datum"),), other={"stappen__5__datum": None}, to="docx"),
        Case("az-zonder-einde", "Een ondersteuning met een begin maar zonder einde.", "Petra Openeinde", AZ, "onvolledig",
             (("az-stappen", BLOCKS, f"{first}einddatum"),), other={f"{first}einddatum": None}, to="pdf"),
        Case("az-omgekeerd", "Het einde ligt één dag voor het begin.", "Quirijn Averechts", AZ, "onvolledig",
             (("az-stappen", BLOCKS, f"{first}einddatum"),), other={f"{first}einddatum": date(2026, 1, 25)}),
        Case("az-na-peildatum", "De laatste stap eindigt één dag na de peildatum.", "Rik Morgen", AZ, "onvolledig",
             (("az-stappen", BLOCKS, "stappen__6__einddatum"),), other={"stappen__6__einddatum": date(2026, 9, 16)}),
        Case("az-zelfde-selectie", "De twee selecties dragen hetzelfde nummer.", "Saar Dubbelop", AZ, "na-te-kijken",
             (("az-stappen", ASKS, "tweede_selectie"),), other={"tweede_selectie": "proef 26001"}),
        Case("az-zonder-mentor", "Geen keuze voor de mentor en geen naam.", "Timo Mentorloos", AZ, "onvolledig",
             (("mentor-gekozen", BLOCKS, "mentor_keuze"), ("mentor-gekozen", BLOCKS, "mentor_naam")),
             other={"mentor_keuze": None, "mentor_naam": None}),
        Case("az-onleesbare-datum", "Een datum die geen datum is.", "Ulrike Ergens", AZ, "na-te-kijken",
             (("onleesbaar-veld", ASKS, "stappen__2__datum"),), other={"stappen__2__datum": "eind januari"}),
    ]  # fmt: skip


def chair_faults() -> list[Case]:
    """What can be wrong in Interviewvoorzitter."""
    return [
        Case("voorzitter-verkeerde-volgorde", "Assessor één dag voor observator.", "Vic Omgekeerd", CHAIR, "onvolledig",
             (("voorzitter-fasen", BLOCKS, "fasen__2__datum"),), other={"fasen__2__datum": date(2026, 2, 2)}),
        Case("voorzitter-zelfde-dag", "Observator en assessor op dezelfde dag: een grensgeval.", "Wies Samenvallend", CHAIR,
             "na-te-kijken", (("voorzitter-fasen", ASKS, "fasen__2__datum"),), other={"fasen__2__datum": date(2026, 2, 3)}),
        Case("voorzitter-beslist", "Hetzelfde grensgeval, waarover de dienst besliste.", "Xander Beslist", CHAIR, "volledig",
             (("voorzitter-fasen", ASKS, "fasen__2__datum"),), other={"fasen__2__datum": date(2026, 2, 3)},
             decide=("voorzitter-fasen",)),
        Case("voorzitter-twee-fasen", "Nog nooit zelf voorgezeten.", "Yasmin Bijna", CHAIR, "onvolledig",
             (("voorzitter-fasen", BLOCKS, "fasen__3__datum"),),
             other={"fasen__3__datum": None, "fasen__3__opmerkingen": None}, language="fr"),
        Case("voorzitter-zonder-naam-mentor", "De keuze is aangegeven, de naam van de mentor niet.", "Zita Half", CHAIR,
             "onvolledig", (("mentor-gekozen", BLOCKS, "mentor_naam"),), other={"mentor_naam": None}, to="docx"),
        Case("voorzitter-typefout", "“inhuose” in plaats van “inhouse”: gelezen, met twijfel.", "Abel Tikfout", CHAIR,
             "na-te-kijken", (("onzekere-lezing", ASKS, "mentor_keuze"),),
             other={"mentor_keuze": "mentor van de eigen klantenorganisatie (inhuose)"}),
    ]  # fmt: skip


def test_faults() -> list[Case]:
    """What can be wrong in Consultant selectietests."""
    return [
        Case("selectietests-een-deel", "Het tweede deel is niet begonnen.", "Bas Halfaf", TESTS, "onvolledig",
             (("selectietests-delen", BLOCKS, "delen__2__kwaliteitsanalyse"),),
             other={"delen__2__kwaliteitsanalyse": None, "delen__2__finale_versie": None}),
        Case("selectietests-zonder-finale-versie", "Het tweede deel heeft nog geen finale versie.", "Cis Onaf", TESTS,
             "onvolledig", (("selectietests-delen", BLOCKS, "delen__2__finale_versie"),),
             other={"delen__2__finale_versie": None}, to="docx"),
        Case("selectietests-omgekeerd", "De finale versie ligt één dag voor de kwaliteitsanalyse.", "Dana Achterom", TESTS,
             "onvolledig", (("selectietests-delen", BLOCKS, "delen__1__finale_versie"),),
             other={"delen__1__finale_versie": date(2026, 1, 14)}),
        Case("selectietests-zelfde-dag", "Eerste en laatste fase op dezelfde dag: een grensgeval.", "Emiel Snel", TESTS,
             "na-te-kijken", (("selectietests-delen", ASKS, "delen__1__finale_versie"),),
             other={"delen__1__finale_versie": date(2026, 1, 15)}),
        Case("selectietests-zonder-naam", "Nergens staat wie de mentee is.", "Zonder Naam", TESTS, "onvolledig",
             (("selectietests-delen", BLOCKS, "naam_mentee"),), other={"naam_mentee": None}),
    ]  # fmt: skip


def arrivals() -> list[Case]:
    """Dossiers in which the files themselves are at fault."""
    return [
        Case("dubbel-bestand", "Twee keer hetzelfde bestand.", "Fee Tweemaal", CHAIR, "volledig",
             (("dubbel-bestand", INFORMS, None),), extra="kopie"),
        Case("vreemd-bestand", "Een prijslijst tussen de stukken.", "Gust Rommel", TESTS, "na-te-kijken",
             (("bestand-herkend", ASKS, None),), extra="prijslijst"),
        Case("voorinvulling-gewijzigd", "De vooraf ingevulde naam kwam gewijzigd terug.", "Hilde Vooraf", AZ, "na-te-kijken",
             (("voorinvulling-gewijzigd", ASKS, "naam_mentee"),), other={"naam_mentee": "Hilde Achteraf"},
             reference="OJT-0002"),
    ]  # fmt: skip
