"""Rules on the counsellor's summary (§ Onthaalfase, § Feedbackfase): consent, the three parts, the feedback talk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.dates import format_date
from docgen.families.competentiebilan.delen import (
    filled_rows,
    has_competenties,
    has_ontwikkeling,
    has_opleidingen,
    has_orientering,
    has_parcours,
    is_examined,
)
from docgen.families.competentiebilan.dossier import Dossier
from docgen.families.competentiebilan.keuzes import Wijze
from docgen.families.competentiebilan.rules.bronnen import FEEDBACK_ZIN, INSTEMMING_ZIN, SAMENVATTING_ZIN
from docgen.families.competentiebilan.samenvatting import Competentie
from docgen.model.form import row_key
from docgen.model.rule import Observation, Saying, Severity, rule


def has_summary(dossier: Dossier) -> bool:
    """Whether a summary was read."""
    return dossier.samenvatting_reading is not None


@rule(
    "instemming",
    Severity.BLOCKING,
    INSTEMMING_ZIN,
    ruling="De instemming heeft een datum, die niet na de peildatum valt; ze hoort bij de onthaalfase en gaat dus "
    "vooraf aan het gesprek en de tests.",
    when=has_summary,
)
def consent(dossier: Dossier) -> Iterator[Observation]:
    """The participant is named and agreed (§ Onze dienstverlening), before anything was examined (ruling)."""
    if dossier.samenvatting.deelnemer is None and "deelnemer" not in dossier.unreadable:
        yield _ask_participant(dossier)
    given = dossier.samenvatting.instemming
    if given is None:
        if "instemming" not in dossier.unreadable:
            yield _ask_consent(dossier, _NO_CONSENT, None)
        return
    if given > dossier.peildatum:
        yield _ask_consent(dossier, _LATE_CONSENT, given)
        return
    # The self-reflection has no date: the talk and the last test are what shows when the exploring began.
    explored = [day for day in (dossier.samenvatting.gesprek, dossier.samenvatting.laatste_test) if day]
    if explored and given > min(explored):
        yield Observation(
            "De deelnemer stemde pas in toen de verkennende fase al begonnen was.",
            key="instemming",
            place=dossier.place("instemming"),
            found=f"instemming {format_date(given)}, verkennende fase vanaf {format_date(min(explored))}",
            expected="een instemming op of voor de eerste dag van de verkennende fase",
            remedy="Verbeter de datum die fout is; klopt deze volgorde, dan beslist het Loopbaancentrum en legt het "
            "vast waarom.",
            severity=Severity.ATTENTION,
            fr=Saying(
                "Le participant n’a donné son accord qu’après le début de la phase exploratoire.",
                "Corrigez la date erronée ; si cet ordre est exact, le Centre de carrière décide et en note la raison.",
            ),
        )


def _ask_participant(dossier: Dossier) -> Observation:
    return Observation(
        "De naam van de deelnemer is niet ingevuld: wie instemde en voor wie de samenvatting is, staat er dus niet.",
        key="deelnemer",
        place=dossier.place("deelnemer"),
        expected="de voornaam en naam van de deelnemer",
        remedy="Vul de voornaam en naam van de deelnemer in.",
        fr=Saying(
            "Le nom du participant n’est pas rempli : qui a donné son accord et à qui la synthèse est destinée n’est "
            "donc pas indiqué.",
            "Indiquez le prénom et le nom du participant.",
        ),
    )


_NO_CONSENT = (
    "De datum waarop de deelnemer instemde, is niet ingevuld.",
    "La date à laquelle le participant a donné son accord n’est pas remplie.",
)
_LATE_CONSENT = (
    "De datum van de instemming ligt na de dag van het nazicht.",
    "La date de l’accord est postérieure au jour du contrôle.",
)


def _ask_consent(dossier: Dossier, message: tuple[str, str], given: date | None) -> Observation:
    dutch, french = message
    return Observation(
        dutch,
        key="instemming",
        place=dossier.place("instemming"),
        found=format_date(given) if given else None,
        expected="de dag waarop de deelnemer instemde",
        remedy="Vul de dag in waarop de deelnemer instemde; zonder instemming is er geen samenvatting.",
        fr=Saying(
            french, "Indiquez le jour où le participant a donné son accord ; sans accord, il n’y a pas de synthèse."
        ),
    )


@rule(
    "drie-delen",
    Severity.BLOCKING,
    SAMENVATTING_ZIN,
    ruling="Een deel is er als minstens één regel ervan ingevuld is: een stap van het parcours; een competentie met "
    "haar soort en hoe ze onderzocht is; een piste, van ontwikkeling of van oriëntering. Staat van opleidingen, "
    "ontwikkelings- of oriënteringspistes niets ingevuld, dan vraagt dat aandacht.",
    when=has_summary,
)
def three_parts(dossier: Dossier) -> Iterator[Observation]:
    """Parcours and trainings, examined competences, and tracks are all there (§ Feedbackfase)."""
    record = dossier.samenvatting
    yield from _parcours(dossier)
    if not has_competenties(record) and not _is_garbled(dossier, "competenties"):
        yield _missing(dossier, "competenties", _NO_COMPETENTIES, _FILL_COMPETENTIES)
    else:
        yield from _half_told(dossier)
    yield from _reflection(dossier)
    tracks = (("ontwikkeling", has_ontwikkeling(record)), ("orientering", has_orientering(record)))
    if not any(there or _is_garbled(dossier, table) for table, there in tracks):
        yield _missing(dossier, "ontwikkeling", _NO_PISTES, _FILL_PISTES)
        return
    for table, there in tracks:
        if not there and not _is_garbled(dossier, table):
            yield _doubtful(dossier, table, *_TRACKS[table])


def _reflection(dossier: Dossier) -> Iterator[Observation]:
    """What is filled in of the zelfreflectie goes along only where the participant wants it: a choice to be made."""
    record = dossier.samenvatting
    filled = record.weten or record.kunnen or record.doen
    if filled and record.zelfreflectie is None and "zelfreflectie" not in dossier.unreadable:
        yield Observation(
            "De zelfreflectie is ingevuld, maar niet of de deelnemer ze in de samenvatting wil; ze komt er niet in.",
            key="zelfreflectie",
            place=dossier.place("zelfreflectie"),
            expected="ja of neen",
            remedy="Vraag het de deelnemer en kies ja of neen.",
            severity=Severity.ATTENTION,
            ruling="De zelfreflectie komt alleen in de samenvatting als de deelnemer dat wil.",
            fr=Saying(
                "L’autoréflexion est remplie, mais pas le choix du participant de la voir dans la synthèse ; elle n’y "
                "figure pas.",
                "Demandez-le au participant et choisissez oui ou non.",
            ),
        )


_TRACKS = {
    "ontwikkeling": ("ontwikkelingspiste", "Aucune piste de développement n’est remplie."),
    "orientering": ("oriënteringspiste", "Aucune piste d’orientation n’est remplie."),
}
#: What is missing and what to do about it, each in Dutch and in French.
_NO_PARCOURS = ("Het professionele parcours is niet ingevuld.", "Le parcours professionnel n’est pas rempli.")
_FILL_PARCOURS = (
    "Vul minstens één stap van het professionele parcours in, met de functie",
    "Remplissez au moins une étape du parcours professionnel, avec la fonction",
)
_NO_COMPETENTIES = (
    "Er is geen onderzochte competentie ingevuld, met haar soort en wijze.",
    "Aucune compétence examinée n’est remplie, avec son type et la manière dont elle a été examinée.",
)
_FILL_COMPETENTIES = (
    "Vul minstens één competentie in, met haar soort en hoe ze onderzocht is",
    "Remplissez au moins une compétence, avec son type et la manière dont elle a été examinée",
)
_NO_PISTES = (
    "Er is geen ontwikkelings- of oriënteringspiste ingevuld.",
    "Aucune piste de développement ou d’orientation n’est remplie.",
)
_FILL_PISTES = (
    "Vul minstens één ontwikkelingspiste of oriënteringspiste in",
    "Remplissez au moins une piste de développement ou d’orientation",
)


def _parcours(dossier: Dossier) -> Iterator[Observation]:
    record = dossier.samenvatting
    if not has_parcours(record) and not _is_garbled(dossier, "parcours"):
        yield _missing(dossier, "parcours", _NO_PARCOURS, _FILL_PARCOURS)
    if not has_opleidingen(record) and not _is_garbled(dossier, "opleidingen"):
        yield _doubtful(dossier, "opleidingen", "opleiding", "Aucune formation n’est remplie.")


def _is_garbled(dossier: Dossier, table: str) -> bool:
    """Whether something stands in the table that could not be read: that has a rule of its own."""
    return any(key.startswith(f"{table}__") for key in dossier.unreadable)


def _missing(dossier: Dossier, table: str, message: tuple[str, str], remedy: tuple[str, str]) -> Observation:
    return Observation(
        message[0],
        key=table,
        place=dossier.place(table),
        expected="de drie delen van de samenvatting",
        remedy=f"{remedy[0]}; de samenvatting wordt pas gemaakt als de drie delen er zijn.",
        fr=Saying(message[1], f"{remedy[1]} ; la synthèse n’est établie que lorsque les trois parties sont remplies."),
    )


def _doubtful(dossier: Dossier, table: str, what: str, french: str) -> Observation:
    return Observation(
        f"Er is geen enkele {what} ingevuld.",
        key=table,
        place=dossier.place(table),
        remedy=f"Vul minstens één {what} in; is er geen, dan beslist het Loopbaancentrum of het zo kan.",
        severity=Severity.ATTENTION,
        fr=Saying(
            french, "Remplissez-en au moins une ; s’il n’y en a pas, le Centre de carrière décide si cela convient."
        ),
    )


def _half_told(dossier: Dossier) -> Iterator[Observation]:
    """A competence of which the kind, or how it was examined, is not told."""
    for number, row in filled_rows(dossier.samenvatting.competenties):
        if not isinstance(row, Competentie) or is_examined(row):
            continue
        name = next(name for name in ("competentie", "soort", "wijze") if getattr(row, name) is None)
        key = row_key("competenties", number, name)
        if key not in dossier.unreadable:
            yield Observation(
                f"Van de competentie in rij {number} is niet alles ingevuld: {_WHAT[name]} ontbreekt.",
                key=key,
                place=dossier.place(key),
                remedy="Vul de hele rij aan, of maak ze helemaal leeg.",
                severity=Severity.ATTENTION,
                fr=Saying(
                    f"La compétence de la ligne {number} n’est pas entièrement remplie : il manque {_QUOI[name]}.",
                    "Complétez toute la ligne, ou videz-la entièrement.",
                ),
            )


_WHAT = {"competentie": "de naam", "soort": "de soort", "wijze": "hoe ze onderzocht is"}
_QUOI = {"competentie": "le nom", "soort": "le type", "wijze": "la manière dont elle a été examinée"}


@rule(
    "feedbackgesprek",
    Severity.BLOCKING,
    FEEDBACK_ZIN,
    ruling="Het feedbackgesprek heeft een datum, die gepland mag zijn maar niet voor de laatste test valt; een eerdere "
    "datum dan die van het gesprek vraagt aandacht.",
    when=has_summary,
)
def feedback_talk(dossier: Dossier) -> Iterator[Observation]:
    """The feedback talk closes the bilan (§ Feedbackfase): it has a day, not before the last test (ruling)."""
    record = dossier.samenvatting
    if record.feedback is None:
        if "feedback" not in dossier.unreadable:
            yield _feedback(dossier, _NO_FEEDBACK, expected="een datum")
        return
    if record.laatste_test is not None and record.feedback < record.laatste_test:
        yield _feedback(
            dossier,
            _BEFORE_TEST,
            expected=f"op of na de laatste test ({format_date(record.laatste_test)})",
        )
    elif record.gesprek is not None and record.feedback < record.gesprek:
        yield _feedback(
            dossier,
            _BEFORE_TALK,
            expected=f"op of na het gesprek ({format_date(record.gesprek)})",
            severity=Severity.ATTENTION,
        )
    if record.laatste_test is None and "laatste_test" not in dossier.unreadable and _is_tested(dossier):
        yield Observation(
            "Er is een competentie met een test onderzocht, maar de datum van de laatste test is niet ingevuld.",
            key="laatste_test",
            place=dossier.place("laatste_test"),
            expected="de dag van de laatste test, op of voor het feedbackgesprek",
            remedy="Vul de datum van de laatste test in.",
            severity=Severity.ATTENTION,
            fr=Saying(
                "Une compétence a été examinée par un test, mais la date du dernier test n’est pas remplie.",
                "Indiquez la date du dernier test.",
            ),
        )


_NO_FEEDBACK = (
    "De datum van het feedbackgesprek is niet ingevuld.",
    "La date de l’entretien de feedback n’est pas remplie.",
)
_BEFORE_TEST = (
    "Het feedbackgesprek valt voor de laatste test.",
    "L’entretien de feedback a lieu avant le dernier test.",
)
_BEFORE_TALK = (
    "Het feedbackgesprek valt voor het gesprek van de verkennende fase.",
    "L’entretien de feedback a lieu avant l’entretien de la phase exploratoire.",
)


def _feedback(
    dossier: Dossier, message: tuple[str, str], *, expected: str, severity: Severity | None = None
) -> Observation:
    given = dossier.samenvatting.feedback
    return Observation(
        message[0],
        key="feedback",
        place=dossier.place("feedback"),
        found=format_date(given) if given else None,
        expected=expected,
        remedy="Vul de datum van het feedbackgesprek in; het mag nog gepland zijn."
        if given is None
        else "Verbeter de datum die fout is, hier of bij de verkennende fase.",
        severity=severity,
        fr=Saying(
            message[1],
            "Indiquez la date de l’entretien de feedback ; il peut encore être prévu."
            if given is None
            else "Corrigez la date erronée, ici ou à la phase exploratoire.",
        ),
    )


def _is_tested(dossier: Dossier) -> bool:
    return any(row.wijze is Wijze.TEST for row in dossier.samenvatting.competenties)
