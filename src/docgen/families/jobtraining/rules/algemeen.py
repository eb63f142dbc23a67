"""Rules on the form itself: is it there, once, of one person, filled in, and in order (handleiding § 4.3, § 8, § 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.dates import format_date
from docgen.families.jobtraining.dossier import Dossier
from docgen.families.jobtraining.namen import Likeness, compare_names
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.families.jobtraining.rules.bronnen import FORMULIER_ZIN, PER_TRAINEE_ZIN
from docgen.families.jobtraining.versies import compare_readings, say_what, say_where
from docgen.model.form import Section
from docgen.model.rule import Observation, Severity, rule
from docgen.model.value import Place
from docgen.sources import handleiding
from docgen.text import fold

_ALGEMEEN = next(block for block in VERANTWOORDINGSDOCUMENT.blocks if isinstance(block, Section)).questions


def says_nothing(answer: object) -> bool:
    """Whether a text is no answer: a dash, dots, a question mark."""
    return isinstance(answer, str) and not any(map(str.isalnum, answer))


#: Texts that put off the answer or say that it stands elsewhere.
_ELSEWHERE = re.compile(
    r"(?:zie|cf|zoals) (?:in |op |de |het )*"
    r"(?:bijlage\w*|hier\w*|boven\w*|onder\w*|rl ?1|mail|excel|blad\w*|document\w*|formulier|attest|vorige?)\b.*"
    r"|idem\b.*|n ?v ?t|niet van toepassing|onbekend|weet ik niet|volgt(?: later| nog)?|later|nog te bepalen"
    r"|(?:nog )?(?:in te vullen|invullen)|tbd|todo|x{2,}"
)


def _points_elsewhere(answer: object) -> bool:
    """Whether a text is an answer that a person has to look for, or none at all: ``zie bijlage``, ``n.v.t.``."""
    return isinstance(answer, str) and _ELSEWHERE.fullmatch(fold(answer)) is not None


def has_form(dossier: Dossier) -> bool:
    """Whether a verantwoordingsdocument was read."""
    return dossier.reading is not None


@rule("verantwoordingsdocument-aanwezig", Severity.BLOCKING, FORMULIER_ZIN)
def form_present(dossier: Dossier) -> Iterator[Observation]:
    """A verantwoordingsdocument that can be read is in the dossier (§ 4.3)."""
    if dossier.reading is None:
        yield Observation(
            "In het dossier zit geen verantwoordingsdocument dat gelezen kan worden.",
            expected="een ingevuld verantwoordingsdocument in Excel, PDF of Word",
            remedy="Voeg het ingevulde verantwoordingsdocument toe, in het formulier dat daarvoor bestaat.",
        )


@rule("een-verantwoordingsdocument", Severity.BLOCKING, PER_TRAINEE_ZIN, when=has_form)
def one_form(dossier: Dossier) -> Iterator[Observation]:
    """There is one verantwoordingsdocument for the trainee (§ 1), or all of them say the same."""
    if not dossier.others or dossier.reading is None:
        return
    judged, *others = (reading.label or "een los record" for reading in (dossier.reading, *dossier.others))
    pairs = zip(others, dossier.others, strict=True)
    apart = [(name, compare_readings(dossier.reading, other)) for name, other in pairs]
    yield Observation(
        f"Er zitten {len(others) + 1} verantwoordingsdocumenten in het dossier die van elkaar verschillen. "
        f"Nagekeken is “{judged}”, want {dossier.reden}. {' '.join(say_where(*each) for each in apart)}",
        place=Place(dossier.others[0].file),
        found=" ".join(say_what(*each) for each in apart),
        expected="één verantwoordingsdocument",
        remedy=f"Kijk na welk verantwoordingsdocument het juiste is en laat de andere weg. Is “{judged}” niet het "
        "juiste, laat dat dan weg en laat het dossier opnieuw nakijken.",
    )


@rule("dossier-van-een-persoon", Severity.BLOCKING, PER_TRAINEE_ZIN, when=has_form)
def one_person(dossier: Dossier) -> Iterator[Observation]:
    """Forms (§ 1) and enrolment (§ 4.3) are about the same person."""
    naam = dossier.record.naam_deelnemer
    if not naam:
        return
    for other in dossier.others:
        if (found := other.record.naam_deelnemer) and compare_names(naam, found) is Likeness.OTHER:
            yield Observation(
                "In het dossier zitten verantwoordingsdocumenten van verschillende personen.",
                place=other.place("naam_deelnemer"),
                found=f"“{naam}” en “{found}”",
                expected="één trainee per dossier",
                remedy="Maak voor elke trainee een eigen dossier.",
            )
    yield from _compare_enrolment(dossier, naam)


def _compare_enrolment(dossier: Dossier, naam: str) -> Iterator[Observation]:
    listed = dossier.inschrijving.naam if dossier.inschrijving else None
    # The line may have been found by its reference, and then bear any name.
    if not listed or (likeness := compare_names(naam, listed)) is Likeness.SAME:
        return
    other = likeness is Likeness.OTHER
    yield Observation(
        "De naam op het verantwoordingsdocument is een andere dan die bij dezelfde referentie op de inschrijvingslijst."
        if other
        else "De naam op het verantwoordingsdocument lijkt op die van de inschrijvingslijst, maar is niet dezelfde.",
        key="naam_deelnemer",
        place=dossier.place("naam_deelnemer"),
        found=naam,
        expected=listed,
        remedy="Kijk na of het om dezelfde persoon gaat en verbeter de naam waar die fout staat.",
        severity=Severity.BLOCKING if other else Severity.ATTENTION,
    )


@rule(
    "algemene-informatie-ingevuld",
    Severity.BLOCKING,
    handleiding(
        "9",
        "Algemene informatie Naam deelnemer: Scholengroep: Ambt en instelling van huidige aanstelling: Naam algemeen "
        "directeur: Naam en functie van de mentor: Startdatum jobtraining: Einddatum jobtraining: Datum van invullen "
        "van het verantwoordingsdocument door de mentor:",
    ),
    when=has_form,
)
def general_information(dossier: Dossier) -> Iterator[Observation]:
    """Every field of the algemene informatie (§ 9) is filled in; one that could not be read has a rule of its own."""
    for question in _ALGEMEEN:
        answer = getattr(dossier.record, question.key)
        if question.key not in dossier.unreadable and (answer is None or says_nothing(answer)):
            yield Observation(
                f"“{question.full_label}” is niet ingevuld.",
                key=question.key,
                place=dossier.place(question.key),
                found=answer,
                expected=question.ask.help or None,
                remedy=f"Vul “{question.full_label}” in.",
            )
        elif _points_elsewhere(answer):
            yield Observation(
                f"Bij “{question.full_label}” staat geen antwoord, maar “{answer}”.",
                key=question.key,
                place=dossier.place(question.key),
                found=answer,
                expected=question.ask.help or None,
                remedy=f"Vul bij “{question.full_label}” het antwoord zelf in.",
                severity=Severity.ATTENTION,
                ruling="Een verwijzing of uitstel is niet leeg, maar ook geen antwoord: dat vraagt aandacht.",
            )


@rule(
    "datums-in-volgorde",
    Severity.BLOCKING,
    handleiding(
        "9",
        "Startdatum jobtraining: Einddatum jobtraining: Datum van invullen van het verantwoordingsdocument door de "
        "mentor:",
    ),
    ruling="De startdatum valt niet na de einddatum, de einddatum niet na de invuldatum en de invuldatum niet na de "
    "peildatum.",
    when=has_form,
)
def dates_in_order(dossier: Dossier) -> Iterator[Observation]:
    """The dates of § 9 and the peildatum follow each other (ruling); the ones that are known are compared."""
    # Only neighbours are compared, so that one wrong date gives one finding and not three.
    keys = ("startdatum", "einddatum", "invuldatum")
    known = [(key, day) for key in keys if (day := getattr(dossier.record, key)) is not None]
    for (before, early), (after, late) in pairwise([*known, ("peildatum", dossier.peildatum)]):
        if early > late:
            key = after if after in keys else before
            yield Observation(
                f"De {before} ({format_date(early)}) ligt na de {after} ({format_date(late)}).",
                key=key,
                place=dossier.place(key),
                found=f"{before} {format_date(early)}, {after} {format_date(late)}",
                expected=f"een {before} op of voor de {after}",
                remedy=f"Verbeter de {before} of de {after}, zodat ze elkaar opvolgen."
                if after in keys
                else f"Kijk na of de {before} juist is, of laat het dossier later opnieuw nakijken.",
            )
