"""The rule on the phases of the trajectory § Interviewvoorzitter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from docgen.dates import format_date
from docgen.families.trajecten.dossier import Dossier
from docgen.families.trajecten.formulieren import INTERVIEWVOORZITTER
from docgen.families.trajecten.record import Fase, VerslagVoorzitter
from docgen.families.trajecten.rules.woorden import name_loose_days, require_name, say_days, woord_fr
from docgen.families.trajecten.verloop import Keer, Volgorde, find_fase, find_reeks, first_period, judge_volgorde
from docgen.model.form import row_key
from docgen.model.rule import Observation, Saying, Severity, rule
from docgen.sources import trajecten


def is_voorzitter(dossier: Dossier) -> bool:
    """Whether it is a begeleidingsverslag for § Interviewvoorzitter."""
    return isinstance(dossier.record, VerslagVoorzitter)


@rule(
    "voorzitter-fasen",
    Severity.BLOCKING,
    trajecten(
        "Interviewvoorzitter",
        "De begeleiding verloopt in verschillende fases: de mentee als observator, de mentee als assessor en ten "
        "slotte de mentee als interviewvoorzitter.",
    ),
    ruling="Volledig is: alle drie de fasen, met datums in die volgorde en niet na de peildatum; twee fasen op "
    "dezelfde dag, of een fase die al voor een vorige begon, zijn een grensgeval.",
    when=is_voorzitter,
)
def chair_phases(dossier: Dossier) -> Iterator[Observation]:
    """The three phases are there, and follow each other (§ Interviewvoorzitter)."""
    yield from require_name(dossier)
    found = {fase: find_fase(dossier.record, fase, dossier.peildatum) for fase in Fase}
    missing = [fase for fase in Fase if not first_period(found[fase])]
    for fase in missing:
        if not _is_doubted(dossier, fase):
            yield _miss(dossier, fase, found[fase])
    yield from name_loose_days(dossier, "fasen", ("fase",), ("datum",))
    # Of phases that are not all there no order can be told.
    if not missing:
        yield from _look_at_order(dossier, found)


def _is_doubted(dossier: Dossier, fase: Fase) -> bool:
    """Whether a cell of this phase, in its own rows or in the row printed for it, could not be read."""
    rows = [_printed_row(fase), *(n for n, row in enumerate(dossier.record.fasen, 1) if row.fase is fase)]
    return dossier.is_unreadable_row("fasen", rows, ("fase", "datum"))


def _printed_row(fase: Fase) -> int:
    return list(Fase).index(fase) + 1


def _miss(dossier: Dossier, fase: Fase, found: Sequence[Keer]) -> Observation:
    key = row_key("fasen", found[0].rij if found else _printed_row(fase), "datum")
    on = format_date(dossier.peildatum)
    return Observation(
        f"De fase “{fase}” telt nog niet: de datum ligt na de dag van het nazicht ({on})."
        if found
        else f"De fase “{fase}” heeft geen datum.",
        key=key,
        place=dossier.place(key),
        found=say_days(found[0]) if found else None,
        expected=f"een datum op of voor {on}",
        remedy=f"Vul de dag van een begeleid interview in deze fase in, op of voor {on}.",
        fr=Saying(
            f"La phase « {_fase_fr(fase)} » ne compte pas encore : la date est postérieure au jour du contrôle ({on})."
            if found
            else f"La phase « {_fase_fr(fase)} » n’a pas de date.",
            f"Indiquez le jour d’un entretien accompagné dans cette phase, au plus tard le {on}.",
        ),
    )


def _fase_fr(fase: Fase) -> str:
    return woord_fr(INTERVIEWVOORZITTER, "fasen__1__fase", fase)


def _look_at_order(dossier: Dossier, found: Mapping[Fase, Sequence[Keer]]) -> Iterator[Observation]:
    """The phases come in the order of the source, "ten slotte" as interviewvoorzitter (§ Interviewvoorzitter)."""
    days = {fase: [keer.period.first for keer in found[fase] if keer.period] for fase in Fase}
    volgorde = judge_volgorde(list(days.values()))
    if volgorde is Volgorde.JUIST:
        return
    late = _find_fase(days, volgorde)
    key = row_key("fasen", _first_row(found[late]), "datum")
    grensgeval = volgorde is Volgorde.GRENSGEVAL
    yield Observation(
        f"Grensgeval: de fase “{late}” {_say_doubt(days, late)}."
        if grensgeval
        else f"De fase “{late}” komt niet na de vorige fase.",
        key=key,
        place=dossier.place(key),
        found="; ".join(f"{fase}: {', '.join(map(format_date, sorted(days[fase])))}" for fase in Fase),
        expected="eerst observator, dan assessor, ten slotte interviewvoorzitter",
        remedy="Verbeter de datum die fout is; zijn ze allemaal juist, dan beslist het bureau of deze volgorde "
        "aanvaard wordt."
        if grensgeval
        else "Verbeter de datum die fout is. Zijn ze allemaal juist, vul dan in een lege rij een later interview in "
        "deze fase aan; het bureau beslist dan over de volgorde.",
        severity=Severity.ATTENTION if grensgeval else None,
        fr=_order_fr(days, late, grensgeval=grensgeval),
    )


def _order_fr(days: Mapping[Fase, Sequence[date]], late: Fase, *, grensgeval: bool) -> Saying:
    if not grensgeval:
        return Saying(
            f"La phase « {_fase_fr(late)} » ne vient pas après la phase précédente.",
            "Corrigez la date erronée. Si toutes sont exactes, ajoutez dans une ligne vide un entretien ultérieur dans "
            "cette phase ; notre service décide alors de l’ordre.",
        )
    doubt = "a commencé avant" if _began_early(days, late) else "tombe le même jour que"
    return Saying(
        f"Cas limite : la phase « {_fase_fr(late)} » {doubt} la phase précédente.",
        "Corrigez la date erronée ; si toutes sont exactes, notre service décide si cet ordre est accepté.",
    )


def _say_doubt(days: Mapping[Fase, Sequence[date]], late: Fase) -> str:
    return "begon al voor de vorige fase" if _began_early(days, late) else "valt op dezelfde dag als de vorige fase"


def _began_early(days: Mapping[Fase, Sequence[date]], late: Fase) -> bool:
    return find_reeks([days[fase] for fase in list(Fase)[: list(Fase).index(late) + 1]], apart=True) is not None


def _first_row(keren: Sequence[Keer]) -> int:
    """The row of the earliest occasion that counts."""
    return min((keer for keer in keren if keer.period), key=lambda keer: keer.eerste or date.max).rij


def _find_fase(days: Mapping[Fase, Sequence[date]], volgorde: Volgorde) -> Fase:
    """The phase with which the days come to lie as they do."""
    phases = list(Fase)
    upto = ([days[fase] for fase in phases[:count]] for count in range(1, len(phases) + 1))
    return next(fase for fase, lists in zip(phases, upto, strict=True) if judge_volgorde(lists) is volgorde)
