"""Rules on the organisation's request (§ Voorwaarden, § We zijn er voor jou): who asks, and in which situation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from docgen.dates import Period, format_date, is_open_end
from docgen.families.competentiebilan.aanvraag import AANVRAAG
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
from docgen.model.form_words import DUTCH
from docgen.model.rule import Observation, Saying, Severity, rule
from docgen.text import enumerate_words

#: Who is invited to the intakegesprek (§ We zijn er voor jou).
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
    """The organisation asks, and says whom to invite for the intakegesprek (§ We zijn er voor jou)."""
    if dossier.aanvraag.ingediend_door is Indiener.MEDEWERKER:
        yield Observation(
            "Uit de aanvraag blijkt niet dat de organisatie ze indient voor haar medewerker.",
            key="ingediend_door",
            place=dossier.place("ingediend_door"),
            found=str(Indiener.MEDEWERKER),
            expected=str(Indiener.ORGANISATIE),
            remedy="Laat uw organisatie de aanvraag indienen en kies dat hier; kan dat niet, dan beslist het "
            "Loopbaancentrum of deze aanvraag kan.",
            fr=Saying(
                "La demande ne montre pas que l’organisation l’introduit pour le membre de son personnel.",
                "Faites introduire la demande par votre organisation et indiquez-le ici ; si ce n’est pas possible, le "
                "Centre de carrière décide si cette demande est recevable.",
            ),
        )
        return
    if dossier.aanvraag.ingediend_door is None and "ingediend_door" not in dossier.unreadable:
        yield _ask_who(dossier)
    for key in _AANVRAGER:
        if getattr(dossier.aanvraag, key) is None and key not in dossier.unreadable:
            label = _label(key)
            yield Observation(
                f"“{label}” is niet ingevuld.",
                key=key,
                place=dossier.place(key),
                remedy=f"Vul “{label}” in; wij nodigen de organisatie uit voor een intakegesprek.",
                fr=Saying(
                    f"« {_label(key, 'fr')} » n’est pas rempli.",
                    f"Remplissez « {_label(key, 'fr')} » ; nous invitons l’organisation à un entretien préparatoire.",
                ),
            )


def _ask_who(dossier: Dossier) -> Observation:
    return Observation(
        "Er is niet gekozen wie de aanvraag indient.",
        key="ingediend_door",
        place=dossier.place("ingediend_door"),
        expected=str(Indiener.ORGANISATIE),
        remedy="Kies wie de aanvraag indient; de organisatie doet dat voor haar medewerkers.",
        fr=Saying(
            "Qui introduit la demande n’est pas choisi.",
            "Choisissez qui introduit la demande ; l’organisation le fait pour les membres de son personnel.",
        ),
    )


def _label(key: str, language: str = DUTCH) -> str:
    question = AANVRAAG.in_language(language).question(key)
    return question.full_label if question else key


@rule("situatie", Severity.BLOCKING, VOORWAARDEN_ZIN, when=has_request)
def situation(dossier: Dossier) -> Iterator[Observation]:
    """The employee is in one of the seven situations of § Voorwaarden, and what the request says bears it out."""
    chosen = dossier.aanvraag.situatie
    if chosen is None:
        if "situatie" not in dossier.unreadable:
            yield Observation(
                "Er is geen situatie gekozen.",
                key="situatie",
                place=dossier.place("situatie"),
                expected="een van de zeven situaties van beroepsheroriëntering",
                remedy="Kies de situatie waarin de medewerker zich bevindt.",
                fr=Saying("Aucune situation n’est choisie.", "Choisissez la situation du membre du personnel."),
            )
        return
    seen = list(_JUDGE.get(chosen, _accept)(dossier))
    # Only where the chosen situation is not borne out: else nobody needs to know that another one would do.
    other = _find_other(dossier, chosen) if any(each.severity is not Severity.ATTENTION for each in seen) else None
    if other is not None:
        yield _point_at(dossier, other)
    else:
        yield from seen
    yield from _judge_approach(dossier, chosen)


def _accept(_dossier: Dossier) -> Iterator[Observation]:
    """Of a restructuring, a re-integration, a changed function or a mutation the request is the word (ruling)."""
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
        remedy="Antwoord “neen” als de medewerker niet kan terugkeren; kan dat wel, kies dan een andere situatie die "
        "wel past.",
        fr=Saying(
            "La situation choisie suppose qu’un retour à la fonction d’origine n’est pas possible ; la demande ne le "
            "montre pas.",
            "Répondez « non » si le retour n’est pas possible ; s’il l’est, choisissez une autre situation qui "
            "convient.",
        ),
    )


def _judge_absence(dossier: Dossier) -> Iterator[Observation]:
    yield from _judge_count(dossier, count_absence(dossier.aanvraag.afwezigheden, dossier.peildatum), DREMPEL_AFWEZIG)


def _judge_count(dossier: Dossier, telling: Telling, months: int) -> Iterator[Observation]:
    # A day that cannot be read has a rule of its own; without it no length can be told.
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
        else "Verbeter de datums en de redenen als ze fout zijn, of kies een andere situatie die wel past.",
        severity=Severity.ATTENTION if border else None,
        ruling=f"{_RULING} {_say_other_reading(telling)}".strip(),
        for_desk=border,
        fr=_count_fr(months, border=border),
    )


def _count_fr(months: int, *, border: bool) -> Saying:
    if border:
        return Saying(
            "Cas limite : la question de savoir si l’absence est assez longue dépend de la manière de la compter "
            f"({_DEMANDE[months]}).",
            "Le Centre de carrière décide quelle lecture s’applique ici et en note la raison.",
        )
    return Saying(
        f"La situation choisie suppose une absence ininterrompue de {_DEMANDE[months]} ; la demande ne la montre pas.",
        "Corrigez les dates et les raisons si elles sont erronées, ou choisissez une autre situation qui convient.",
    )


_FIRST_DAY = row_key("afwezigheden", 1, "eerste_dag")
#: What the situation asks, in the words of the source (§ Voorwaarden).
_ASKED = {
    DREMPEL_ZIEKTE: "meer dan drie maanden wegens ziekte",
    DREMPEL_AFWEZIG: "meer dan 12 maanden, uitgezonderd verlof niet meegeteld",
}
_DEMANDE = {
    DREMPEL_ZIEKTE: "plus de trois mois pour cause de maladie",
    DREMPEL_AFWEZIG: "plus de 12 mois, sans compter les congés exceptés",
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
        place=dossier.place(_last_day(dossier)),
        expected="de laatste dag van de afwezigheid, die ook gepland mag zijn",
        remedy="Vul de laatste dag van de afwezigheid in; die mag nog gepland zijn.",
        severity=Severity.ATTENTION,
        ruling="Een afwezigheid zonder laatste dag wordt geteld tot de peildatum.",
        fr=Saying(
            "Le dernier jour de l’absence n’est pas indiqué : le retour ne ressort pas de la demande.",
            "Indiquez le dernier jour de l’absence ; il peut encore être prévu.",
        ),
    )


def _last_day(dossier: Dossier) -> str:
    """The key of the last day that is missing."""
    rows = enumerate(dossier.aanvraag.afwezigheden, start=1)
    number = next((n for n, row in rows if row.eerste_dag is not None and is_open_end(row.laatste_dag)), 1)
    return row_key("afwezigheden", number, "laatste_dag")


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
        remedy="Verbeter de beslissing van Medex als ze fout ingevuld is; is het geen beslissing A4, kies dan een "
        "andere situatie die wel past.",
        fr=Saying(
            "La situation choisie suppose une décision A4 de Medex ; la demande ne la montre pas.",
            "Corrigez la décision de Medex si elle est mal remplie ; s’il ne s’agit pas d’une décision A4, choisissez "
            "une autre situation qui convient.",
        ),
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
        remedy="Kies de situatie die wel uit de aanvraag blijkt, of vul aan wat de gekozen situatie vraagt.",
        severity=Severity.ATTENTION,
        ruling="Eén situatie volstaat; staat een andere vast dan de gekozen, dan beslist het Loopbaancentrum.",
        fr=Saying(
            "La situation choisie ne ressort pas de la demande, mais une autre bien.",
            "Choisissez la situation qui ressort de la demande, ou complétez ce que demande la situation choisie.",
        ),
    )


def _judge_approach(dossier: Dossier, chosen: Situatie) -> Iterator[Observation]:
    """A collective bilan is for a restructuring that touches more than one employee (§ Voorwaarden)."""
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
        remedy="Kies een individuele aanpak; gaat het wel om meer medewerkers na een herstructurering, verbeter dan de "
        "situatie en het aantal medewerkers.",
        severity=Severity.ATTENTION,
        ruling="De bron noemt een collectieve aanpak alleen bij een herstructurering van meerdere medewerkers.",
        fr=Saying(
            "Un bilan collectif est prévu lors d’une restructuration où plusieurs membres du personnel perdent leur "
            "fonction.",
            "Choisissez une approche individuelle ; s’il s’agit bien de plusieurs membres du personnel après une "
            "restructuration, corrigez la situation et le nombre de personnes.",
        ),
    )
