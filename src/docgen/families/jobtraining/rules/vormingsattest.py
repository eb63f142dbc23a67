"""Rules on the vormingsattest: from 2013 on, before the start, and within seven years (handleiding § 4.1, § 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.dates import format_date, is_open_end
from docgen.families.jobtraining.dossier import Dossier
from docgen.families.jobtraining.rules.algemeen import has_form
from docgen.families.jobtraining.zevenjaar import Geldigheid, find_last_good_day, judge_geldigheid
from docgen.model.rule import Observation, Severity, rule
from docgen.sources import handleiding

#: "een vormingsattest dat afgeleverd werd vanaf 2013", § 4.1.
EERSTE_DAG = date(2013, 1, 1)


def can_compare_start(dossier: Dossier) -> bool:
    """Whether there is a startdatum, or nothing to compare it with; an empty one has a rule of its own."""
    attest = dossier.inschrijving.vormingsattest if dossier.inschrijving else None
    return dossier.reading is not None and (attest is None or dossier.record.startdatum is not None)


@rule(
    "vormingsattest-vanaf-2013",
    Severity.BLOCKING,
    handleiding(
        "4.1",
        "Enkel deelnemers met een vormingsattest dat afgeleverd werd vanaf 2013 komen in aanmerking voor "
        "deze jobtraining.",
    ),
    when=has_form,
)
def attest_from_2013(dossier: Dossier) -> Iterator[Observation]:
    """The vormingsattest was issued on or after 1 January 2013 (§ 4.1)."""
    issued = dossier.inschrijving.vormingsattest if dossier.inschrijving else None
    if issued is None:
        yield _unknown(dossier, "Of het vormingsattest vanaf 2013 werd uitgereikt")
    elif issued < EERSTE_DAG:
        yield Observation(
            "Het vormingsattest werd uitgereikt voor 2013.",
            found=format_date(issued),
            expected="1 januari 2013 of later",
            remedy="Kijk de datum van het vormingsattest na; met een attest van voor 2013 kan deze jobtraining niet.",
        )


@rule(
    "vormingsattest-voor-start",
    Severity.BLOCKING,
    handleiding(
        "4.1",
        "Enkel die personeelsleden die het selectie- of bevorderingsambt ook effectief uitoefenen en al in het bezit "
        "zijn van het vormingsattest komen in aanmerking voor een jobtraining.",
    ),
    when=can_compare_start,
)
def attest_before_start(dossier: Dossier) -> Iterator[Observation]:
    """The vormingsattest was issued on or before the startdatum: "al in het bezit", § 4.1."""
    issued = dossier.inschrijving.vormingsattest if dossier.inschrijving else None
    start = dossier.record.startdatum
    if issued is None or start is None:
        yield _unknown(dossier, "Of het vormingsattest er was bij de start van de jobtraining")
    elif issued > start:
        yield Observation(
            "De jobtraining begon voordat het vormingsattest werd uitgereikt.",
            key="startdatum",
            place=dossier.place("startdatum"),
            found=f"startdatum {format_date(start)}, vormingsattest {format_date(issued)}",
            expected="een startdatum op of na de datum van het vormingsattest",
            remedy="Kijk de startdatum en de datum van het vormingsattest na.",
        )


@rule(
    "zeven-jaar",
    Severity.BLOCKING,
    handleiding(
        "8",
        "Dat certificaat van jobtraining dient behaald te worden binnen een periode van 7 jaar te rekenen vanaf de "
        "datum van de uitreiking van het vormingsattest, zo niet is het vormingsattest niet langer geldig.",
    ),
    ruling="De laatste goede dag is dezelfde dag zeven jaar later, ook te tellen vanaf een latere hervalidering; het "
    "certificaat draagt hier de peildatum.",
    when=has_form,
)
def seven_years(dossier: Dossier) -> Iterator[Observation]:
    """A certificate dated on the peildatum is within the seven years of § 8 (ruling 8)."""
    line = dossier.inschrijving
    last = find_last_good_day(line.vormingsattest, line.hervalidering) if line else None
    if last is None:
        yield _unknown(dossier, "Of het certificaat binnen de zeven jaar valt")
        return
    einddatum = dossier.record.einddatum
    geldigheid = judge_geldigheid(last, None if is_open_end(einddatum) else einddatum, dossier.peildatum)
    if geldigheid is not Geldigheid.GELDIG:
        message, remedy = _SAY[geldigheid]
        yield Observation(
            message.format(last=format_date(last)),
            found=f"peildatum {format_date(dossier.peildatum)}",
            expected=f"een certificaat uiterlijk op {format_date(last)}",
            remedy=remedy,
            severity=Severity.BLOCKING if geldigheid is Geldigheid.VERLOPEN else Severity.ATTENTION,
            for_desk=geldigheid in (Geldigheid.GRENSGEVAL, Geldigheid.LAATSTE_MAANDEN),
        )


_SAY = {
    Geldigheid.VERLOPEN: (
        "De zeven jaar na het vormingsattest liepen af op {last}; er kan geen certificaat meer uitgereikt worden.",
        "Alleen de jury kan, in overleg met de scholengroep, bepalen hoe het vormingsattest opnieuw geldig wordt.",
    ),
    Geldigheid.GRENSGEVAL: (
        "Grensgeval: de jobtraining eindigde op tijd, maar het certificaat zou komen na {last}, de laatste goede dag.",
        "Het bureau beslist of het certificaat nog uitgereikt wordt en legt vast waarom.",
    ),
    Geldigheid.EINDIGT_TE_LAAT: (
        "De zeven jaar na het vormingsattest lopen af op {last}, voor de einddatum van de jobtraining.",
        "Kijk de einddatum na en overleg tijdig over de geldigheid van het vormingsattest.",
    ),
    Geldigheid.LAATSTE_MAANDEN: (
        "De zeven jaar na het vormingsattest lopen binnen zes maanden af, op {last}.",
        "Zorg dat het certificaat ten laatste op die dag gedateerd is.",
    ),
}


def _unknown(dossier: Dossier, what: str) -> Observation:
    """The fact cannot be checked, and why: no list, no line that fits, or no date in it."""
    if dossier.inschrijving is not None:
        why = "de inschrijvingslijst geeft geen datum van het vormingsattest"
    elif dossier.has_roster:
        why = "geen regel van de inschrijvingslijst past bij dit dossier"
    else:
        why = "er is geen inschrijvingslijst meegegeven"
    return Observation(f"{what}, is niet te controleren: {why}.", severity=Severity.INFO)
