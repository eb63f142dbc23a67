"""The rule on the steps and interviews of the trajectory § Consultant A tot Z."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.dates import format_date
from docgen.families.trajecten.dossier import Dossier
from docgen.families.trajecten.record import Selectie, Stap, VerslagAz
from docgen.families.trajecten.rules.woorden import name_loose_days, require_name, say_days, say_objection
from docgen.families.trajecten.verloop import Bezwaar, Keer, find_interviews, find_stap, first_period
from docgen.model.form import row_key
from docgen.model.rule import Observation, Severity, rule
from docgen.sources import trajecten
from docgen.text import fold_tight

_STAPPEN = [(selectie, stap) for selectie in Selectie for stap in Stap]
_BEGIN, _EINDE = "het begin", "het einde"


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
        remedy=f"Vul de datums van de drie stappen van de {selectie} in.",
    )


def _miss(dossier: Dossier, selectie: Selectie, stap: Stap) -> Observation:
    key = row_key("stappen", _printed_row(selectie, stap), "datum")
    return Observation(
        f"De stap “{stap}” van de {selectie} heeft geen datum.",
        key=key,
        place=dossier.place(key),
        expected="een begin en een einde" if stap is Stap.ONDERSTEUNING else "een datum",
        remedy=f"Vul in wanneer de mentee bij deze stap van de {selectie} begeleid werd.",
    )


def _object(dossier: Dossier, selectie: Selectie, stap: Stap, keer: Keer) -> Observation:
    key = row_key("stappen", keer.rij, "einddatum" if _is_about_end(keer) else "datum")
    return Observation(
        f"De stap “{stap}” van de {selectie} telt nog niet: {say_objection(keer, _BEGIN, _EINDE)}.",
        key=key,
        place=dossier.place(key),
        found=say_days(keer),
        expected=_expect(dossier, keer),
        remedy="Kijk de datums van deze stap na en vul ze aan of verbeter ze.",
    )


def _is_about_end(keer: Keer) -> bool:
    return keer.bezwaar in (Bezwaar.GEEN_EINDE, Bezwaar.OMGEKEERD)


def _expect(dossier: Dossier, keer: Keer) -> str:
    if keer.bezwaar is Bezwaar.LATER:
        return f"een datum op of voor {format_date(dossier.peildatum)}"
    return "een begin, en een einde dat er niet voor ligt"


def _look_at_interviews(dossier: Dossier) -> Iterator[Observation]:
    found = find_interviews(dossier.record, dossier.peildatum)
    rows = range(1, len(dossier.record.interviews) + 2)
    if first_period(found) or dossier.is_unreadable_row("interviews", rows, ("datum",)):
        return
    key = row_key("interviews", found[0].rij if found else 1, "datum")
    yield Observation(
        "Elk begeleid interview heeft een datum na de peildatum."
        if found
        else "Er is geen begeleid interview met een datum ingevuld.",
        key=key,
        place=dossier.place(key),
        found=say_days(found[0]) if found else None,
        expected=f"minstens één interview op of voor {format_date(dossier.peildatum)}",
        remedy="Vul de datum in van minstens één interview waarbij de mentee begeleid werd.",
    )


def _compare_selections(dossier: Dossier) -> Iterator[Observation]:
    first, second = dossier.record.eerste_selectie, dossier.record.tweede_selectie
    if first and second and fold_tight(first) == fold_tight(second):
        yield Observation(
            "De eerste en de tweede selectie dragen dezelfde naam of hetzelfde nummer.",
            key="tweede_selectie",
            place=dossier.place("tweede_selectie"),
            found=second,
            expected="twee verschillende selecties",
            remedy="Kijk na of het om twee verschillende selecties gaat en verbeter de naam.",
            severity=Severity.ATTENTION,
        )
