"""Rules on the organisation's request ("Voorwaarden", "We zijn er voor jou"): who asks, and in which situation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from docgen.dates import Period, format_date
from docgen.families.competentiebilan.afwezigheid import (
    DREMPEL_AFWEZIG,
    DREMPEL_ZIEKTE,
    Lezing,
    Telling,
    Uitkomst,
    count_absence,
    count_illness,
)
from docgen.families.competentiebilan.dossier import Dossier
from docgen.families.competentiebilan.keuzes import Aanpak, Indiener, JaNeen, Medexbeslissing, Situatie
from docgen.families.competentiebilan.rules.bronnen import AANVRAAG_ZIN, VOORWAARDEN_ZIN
from docgen.model.form import row_key
from docgen.model.rule import Observation, Severity, rule
from docgen.text import enumerate_words

#: Who is invited to the intakegesprek (We zijn er voor jou).
_AANVRAGER = ("organisatie", "contact_naam", "contact_functie")


def has_request(dossier: Dossier) -> bool:
    """Whether a request was read."""
    return dossier.aanvraag_reading is not None


@rule(
    "aanvrager",
    Severity.ATTENTION,
    AANVRAAG_ZIN,
    ruling="Elders zegt de bron dat een federale medewerker zelf een competentiebilan kan aanvragen; een aanvraag van "
    "de medewerker alleen vraagt daarom aandacht.",
    when=has_request,
)
def requester(dossier: Dossier) -> Iterator[Observation]:
    """The organisation asks, and says whom to invite for the intakegesprek."""
    if dossier.aanvraag.ingediend_door is Indiener.MEDEWERKER:
        yield Observation(
            "Uit de aanvraag blijkt niet dat de organisatie ze indient voor haar medewerker.",
            key="ingediend_door",
            place=dossier.place("ingediend_door"),
            found=str(Indiener.MEDEWERKER),
            expected=str(Indiener.ORGANISATIE),
            remedy="Het Loopbaancentrum beslist of deze aanvraag kan, of vraagt de organisatie om ze in te dienen.",
        )
        return
    for key in _AANVRAGER:
        if getattr(dossier.aanvraag, key) is None and key not in dossier.unreadable:
            label = _label(dossier, key)
            yield Observation(
                f"“{label}” is niet ingevuld.",
                key=key,
                place=dossier.place(key),
                remedy=f"Vraag de organisatie om “{label}” in te vullen; ze wordt uitgenodigd voor een intakegesprek.",
            )


def _label(dossier: Dossier, key: str) -> str:
    reading = dossier.aanvraag_reading
    question = reading.form.question(key) if reading else None
    return question.full_label if question else key


@rule("situatie", Severity.BLOCKING, VOORWAARDEN_ZIN, when=has_request)
def situation(dossier: Dossier) -> Iterator[Observation]:
    """The employee is in one of the seven situations, and what the request says bears it out."""
    chosen = dossier.aanvraag.situatie
    if chosen is None:
        if "situatie" not in dossier.unreadable:
            yield Observation(
                "Er is geen situatie gekozen.",
                key="situatie",
                place=dossier.place("situatie"),
                expected="een van de zeven situaties van beroepsheroriëntering",
                remedy="Laat de organisatie de situatie van de medewerker kiezen.",
            )
        return
    seen = list(_JUDGE.get(chosen, _accept)(dossier))
    other = _find_other(dossier, chosen) if any(each.severity is not Severity.ATTENTION for each in seen) else None
    if other is not None:
        yield _point_at(dossier, other)
    else:
        yield from seen
    yield from _judge_approach(dossier, chosen)


def _accept(_dossier: Dossier) -> Iterator[Observation]:
    """Of a restructuring, a re-integration, a changed function or a mutation the request itself is the word."""
    yield from ()


def _judge_illness(dossier: Dossier) -> Iterator[Observation]:
    yield from _judge_count(dossier, count_illness(dossier.aanvraag.afwezigheden, dossier.peildatum), DREMPEL_ZIEKTE)
    returns = dossier.aanvraag.terugkeer_functie
    if returns is JaNeen.NEEN or "terugkeer_functie" in dossier.unreadable:
        return
    yield Observation(
        "De gekozen situatie vraagt dat een terugkeer naar de oorspronkelijke functie niet kan; dat blijkt niet.",
        key="terugkeer_functie",
        place=dossier.place("terugkeer_functie"),
        found=str(returns) if returns else None,
        expected="neen: de medewerker kan niet terugkeren naar de oorspronkelijke functie",
        remedy="Kijk dit na bij de organisatie; wie kan terugkeren, is niet in deze situatie.",
    )


def _judge_absence(dossier: Dossier) -> Iterator[Observation]:
    yield from _judge_count(dossier, count_absence(dossier.aanvraag.afwezigheden, dossier.peildatum), DREMPEL_AFWEZIG)


def _judge_count(dossier: Dossier, telling: Telling, months: int) -> Iterator[Observation]:
    if any(key.startswith("afwezigheden__") for key in dossier.unreadable):
        return
    if telling.uitkomst is Uitkomst.MEER:
        yield from _tell_open(dossier) if telling.runs else ()
        return
    border, asked = telling.uitkomst is Uitkomst.GRENSGEVAL, _ASKED[months]
    yield Observation(
        f"Grensgeval: of de afwezigheid lang genoeg is, hangt af van hoe ze geteld wordt ({asked})."
        if border
        else f"De gekozen situatie vraagt een ononderbroken afwezigheid van {asked}; die blijkt niet.",
        key="afwezigheden",
        place=dossier.place(_FIRST_DAY),
        found=_span(telling.longest) if telling.longest else None,
        expected=f"ononderbroken {asked}",
        remedy="Het Loopbaancentrum beslist welke lezing hier geldt en legt vast waarom."
        if border
        else "Kijk de datums en de reden na bij de organisatie, of laat haar een andere situatie kiezen.",
        severity=Severity.ATTENTION if border else None,
        ruling=f"{_RULING} {_say_other_reading(telling)}".strip(),
    )


_FIRST_DAY = row_key("afwezigheden", 1, "eerste_dag")
#: What the situation asks, in the words of the source (Voorwaarden).
_ASKED = {
    DREMPEL_ZIEKTE: "meer dan drie maanden wegens ziekte",
    DREMPEL_AFWEZIG: "meer dan 12 maanden, uitgezonderd verlof niet meegeteld",
}
_RULING = (
    "Maanden zijn kalendermaanden, van de eerste tot en met de laatste dag van afwezigheid; precies zoveel maanden is "
    "niet meer."
)


def _say_other_reading(telling: Telling) -> str:
    """The reading that turns the outcome; it stands with the ruling, which a report shows and a terminal does not."""
    if not telling.lezingen:
        return ""
    turned = "niet lang genoeg" if telling.lezingen == (Lezing.MAANDEINDE,) else "lang genoeg"
    return f"Ze is {turned} als {enumerate_words([str(lezing) for lezing in telling.lezingen])}."


def _span(period: Period) -> str:
    return f"{format_date(period.first)} tot en met {format_date(period.last)} ({period.days} dagen)"


def _tell_open(dossier: Dossier) -> Iterator[Observation]:
    yield Observation(
        "Er is geen laatste dag van de afwezigheid ingevuld: de terugkeer blijkt niet.",
        key="afwezigheden",
        place=dossier.place(_FIRST_DAY),
        expected="de laatste dag van de afwezigheid, die ook gepland mag zijn",
        remedy="Vraag de organisatie wanneer de medewerker terugkomt.",
        severity=Severity.ATTENTION,
        ruling="Een afwezigheid zonder laatste dag wordt geteld tot de peildatum.",
    )


def _judge_medex(dossier: Dossier) -> Iterator[Observation]:
    found = dossier.aanvraag.medex_beslissing
    if found is Medexbeslissing.A4 or "medex_beslissing" in dossier.unreadable:
        return
    yield Observation(
        "De gekozen situatie vraagt een beslissing A4 van Medex; die blijkt niet.",
        key="medex_beslissing",
        place=dossier.place("medex_beslissing"),
        found=str(found) if found else None,
        expected="beslissing A4: definitief ongeschikt voor de huidige functie, geschikt voor een andere",
        remedy="Kijk de beslissing van Medex na bij de organisatie, of laat haar een andere situatie kiezen.",
    )


#: What bears out a situation that the request must prove with dates or a decision.
_JUDGE: Mapping[Situatie, Callable[[Dossier], Iterator[Observation]]] = {
    Situatie.DRIE_MAANDEN_ZIEK: _judge_illness,
    Situatie.TWAALF_MAANDEN_AFWEZIG: _judge_absence,
    Situatie.MEDEX: _judge_medex,
}


def _find_other(dossier: Dossier, chosen: Situatie) -> Situatie | None:
    """Another situation that the same request bears out in full, where the chosen one falls short."""
    rest = (situatie for situatie in _JUDGE if situatie is not chosen)
    return next((situatie for situatie in rest if not list(_JUDGE[situatie](dossier))), None)


def _point_at(dossier: Dossier, other: Situatie) -> Observation:
    return Observation(
        "De gekozen situatie blijkt niet uit de aanvraag, een andere wel.",
        key="situatie",
        place=dossier.place("situatie"),
        found=str(dossier.aanvraag.situatie),
        expected=str(other),
        remedy="Vraag de organisatie welke situatie ze bedoelt.",
        severity=Severity.ATTENTION,
        ruling="Eén situatie volstaat; staat een andere vast dan de gekozen, dan beslist het Loopbaancentrum.",
    )


def _judge_approach(dossier: Dossier, chosen: Situatie) -> Iterator[Observation]:
    """A collective bilan is for a restructuring that touches more than one employee."""
    record = dossier.aanvraag
    alone = (record.aantal_medewerkers or "").strip() == "1"
    if record.aanpak is not Aanpak.COLLECTIEF or (chosen is Situatie.HERSTRUCTURERING and not alone):
        return
    yield Observation(
        "Een collectief bilan is voorzien bij een herstructurering waarbij meerdere medewerkers hun functie verliezen.",
        key="aanpak",
        place=dossier.place("aanpak"),
        found=str(record.aanpak),
        expected=str(Aanpak.INDIVIDUEEL),
        remedy="Vraag de organisatie of ze een individueel bilan bedoelt.",
        severity=Severity.ATTENTION,
        ruling="De bron noemt een collectieve aanpak alleen bij een herstructurering van meerdere medewerkers.",
    )
