"""The rule on the steps and interviews of the trajectory § Consultant A tot Z."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.dates import format_date
from docgen.families.trajecten.dossier import Dossier
from docgen.families.trajecten.formulieren import AZ
from docgen.families.trajecten.record import Selectie, Stap, VerslagAz
from docgen.families.trajecten.rules.woorden import (
    bezwaar_fr,
    mend_days,
    name_loose_days,
    require_name,
    say_days,
    say_objection,
    woord_fr,
)
from docgen.families.trajecten.verloop import Bezwaar, Keer, find_interviews, find_stap, first_period
from docgen.model.form import row_key
from docgen.model.rule import Observation, Saying, Severity, rule
from docgen.sources import trajecten
from docgen.text import fold_tight

#: The rows as the form prints them: the three steps of either selection (§ Consultant A tot Z).
_STAPPEN = [(selectie, stap) for selectie in Selectie for stap in Stap]
_BEGIN, _EINDE = "het begin", "het einde"
_DEBUT, _FIN = "le début", "la fin"


def is_az(dossier: Dossier) -> bool:
    """Whether it is a begeleidingsverslag for § Consultant A tot Z."""
    return isinstance(dossier.record, VerslagAz)


@rule(
    "az-stappen",
    Severity.BLOCKING,
    trajecten(
        "Consultant A tot Z",
        "Naast de begeleiding bij de interviews in verschillende fases, geeft de mentor ondersteuning in de "
        "verschillende stappen van het selectie- en rekruteringsproces, en dit bij de eerste 2 selecties die een "
        "mentee opneemt.",
    ),
    ruling="Volledig is: minstens één begeleid interview, en voor elk van de twee selecties de drie stappen met hun "
    "datum, de ondersteuning met begin en einde; geen datum na de peildatum.",
    when=is_az,
)
def az_steps(dossier: Dossier) -> Iterator[Observation]:
    """At least one guided interview, and the three steps of two different selections (§ Consultant A tot Z)."""
    yield from require_name(dossier)
    for selectie in Selectie:
        yield from _look_at_selection(dossier, selectie)
    yield from _look_at_interviews(dossier)
    yield from name_loose_days(dossier, "stappen", ("selectie", "stap"), ("datum", "einddatum"))
    yield from _compare_selections(dossier)


def _look_at_selection(dossier: Dossier, selectie: Selectie) -> Iterator[Observation]:
    """The steps that are missing; one finding when none of the three is there."""
    found = {stap: find_stap(dossier.record, selectie, stap, dossier.peildatum) for stap in Stap}
    missing = [stap for stap in Stap if not first_period(found[stap]) and not _is_doubted(dossier, selectie, stap)]
    # Three findings on one empty selection would say the same thing three times.
    if missing == list(Stap) and not any(found.values()):
        yield _miss_selection(dossier, selectie)
        return
    for stap in missing:
        yield _object(dossier, selectie, stap, found[stap][0]) if found[stap] else _miss(dossier, selectie, stap)


def _is_doubted(dossier: Dossier, selectie: Selectie, stap: Stap) -> bool:
    """Whether a cell of this step, in its own rows or in the row printed for it, could not be read."""
    rows = [_printed_row(selectie, stap)]
    rows += [n for n, row in enumerate(dossier.record.stappen, 1) if (row.selectie, row.stap) == (selectie, stap)]
    return dossier.is_unreadable_row("stappen", rows, ("selectie", "stap", "datum", "einddatum"))


def _printed_row(selectie: Selectie, stap: Stap) -> int:
    return _STAPPEN.index((selectie, stap)) + 1


def _miss_selection(dossier: Dossier, selectie: Selectie) -> Observation:
    key = row_key("stappen", _printed_row(selectie, Stap.VOORBEREIDING), "datum")
    return Observation(
        f"Van de {selectie} is geen enkele begeleide stap ingevuld.",
        key=key,
        place=dossier.place(key),
        expected="de drie stappen, elk met een datum, de ondersteuning met begin en einde",
        remedy=f"Vul van de drie stappen van de {selectie} de datum in, en van de ondersteuning ook het einde.",
        fr=Saying(
            f"Aucune étape accompagnée n’est remplie pour la {_selectie_fr(selectie)}.",
            f"Indiquez la date des trois étapes de la {_selectie_fr(selectie)}, et pour le soutien aussi la fin.",
        ),
    )


def _selectie_fr(selectie: Selectie) -> str:
    return woord_fr(AZ, "stappen__1__selectie", selectie)


def _stap_fr(stap: Stap) -> str:
    return woord_fr(AZ, "stappen__1__stap", stap)


def _miss(dossier: Dossier, selectie: Selectie, stap: Stap) -> Observation:
    key = row_key("stappen", _printed_row(selectie, stap), "datum")
    span = stap is Stap.ONDERSTEUNING
    return Observation(
        f"De stap “{stap}” van de {selectie} heeft geen datum.",
        key=key,
        place=dossier.place(key),
        expected="een begin en een einde" if span else "een datum",
        remedy="Vul het begin en het einde van deze stap in."
        if span
        else "Vul de dag in waarop de mentee bij deze stap begeleid werd.",
        fr=Saying(
            f"L’étape « {_stap_fr(stap)} » de la {_selectie_fr(selectie)} n’a pas de date.",
            "Indiquez le début et la fin de cette étape."
            if span
            else "Indiquez le jour où la personne mentorée a été accompagnée lors de cette étape.",
        ),
    )


def _object(dossier: Dossier, selectie: Selectie, stap: Stap, keer: Keer) -> Observation:
    key = row_key("stappen", keer.rij, "einddatum" if _is_about_end(keer, dossier.peildatum) else "datum")
    return Observation(
        f"De stap “{stap}” van de {selectie} telt nog niet: {say_objection(keer, _BEGIN, _EINDE, dossier.peildatum)}.",
        key=key,
        place=dossier.place(key),
        found=say_days(keer),
        expected=_expect(dossier, keer),
        remedy=mend_days(keer, _BEGIN, _EINDE),
        fr=bezwaar_fr(
            keer,
            f"L’étape « {_stap_fr(stap)} » de la {_selectie_fr(selectie)}",
            (_DEBUT, _FIN),
            dossier.peildatum,
        ),
    )


def _is_about_end(keer: Keer, peildatum: date) -> bool:
    late_end = keer.bezwaar is Bezwaar.LATER and keer.eerste is not None and keer.eerste <= peildatum
    return late_end or keer.bezwaar in (Bezwaar.GEEN_EINDE, Bezwaar.OMGEKEERD)


def _expect(dossier: Dossier, keer: Keer) -> str:
    if keer.bezwaar is Bezwaar.LATER:
        return f"een datum op of voor {format_date(dossier.peildatum)}"
    return "een begin, en een einde dat er niet voor ligt"


def _look_at_interviews(dossier: Dossier) -> Iterator[Observation]:
    """Ruling: "de begeleiding bij de interviews" (§ Consultant A tot Z) is one guided interview or more."""
    found = find_interviews(dossier.record, dossier.peildatum)
    rows = range(1, len(dossier.record.interviews) + 2)  # one more: a lone unread cell leaves no row in the record
    if first_period(found) or dossier.is_unreadable_row("interviews", rows, ("datum",)):
        return
    key = row_key("interviews", found[0].rij if found else 1, "datum")
    on = format_date(dossier.peildatum)
    yield Observation(
        f"Elk begeleid interview heeft een datum na de dag van het nazicht ({on})."
        if found
        else "Er is geen begeleid interview met een datum ingevuld.",
        key=key,
        place=dossier.place(key),
        found=say_days(found[0]) if found else None,
        expected=f"minstens één interview op of voor {on}",
        remedy=f"Vul de datum in van minstens één interview waarbij de mentee begeleid werd, op of voor {on}.",
        fr=Saying(
            f"Chaque entretien accompagné porte une date postérieure au jour du contrôle ({on})."
            if found
            else "Aucun entretien accompagné n’est indiqué avec sa date.",
            f"Indiquez la date d’au moins un entretien accompagné, au plus tard le {on}.",
        ),
    )


def _compare_selections(dossier: Dossier) -> Iterator[Observation]:
    """Ruling: "de eerste 2 selecties" (§ Consultant A tot Z) are not one selection under two headings."""
    first, second = dossier.record.eerste_selectie, dossier.record.tweede_selectie
    if first and second and fold_tight(first) == fold_tight(second):
        yield Observation(
            "De eerste en de tweede selectie dragen dezelfde naam of hetzelfde nummer.",
            key="tweede_selectie",
            place=dossier.place("tweede_selectie"),
            found=second,
            expected="twee verschillende selecties",
            remedy="Verbeter de naam of het nummer bij de selectie waar die fout staat; er zijn twee verschillende "
            "selecties nodig.",
            severity=Severity.ATTENTION,
            fr=Saying(
                "La première et la deuxième sélection portent le même nom ou le même numéro.",
                "Corrigez le nom ou le numéro de la sélection où il est erroné ; il faut deux sélections différentes.",
            ),
        )
