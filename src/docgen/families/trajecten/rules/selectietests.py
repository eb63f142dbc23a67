"""The rule on the parts of the trajectory § Consultant selectietests."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.dates import format_date
from docgen.families.trajecten.dossier import Dossier
from docgen.families.trajecten.formulieren import SELECTIETESTS
from docgen.families.trajecten.record import Deel, VerslagSelectietests
from docgen.families.trajecten.rules.woorden import (
    bezwaar_fr,
    mend_days,
    name_loose_days,
    require_name,
    say_days,
    say_objection,
    woord_fr,
)
from docgen.families.trajecten.verloop import Bezwaar, Keer, find_deel
from docgen.model.form import row_key
from docgen.model.rule import Observation, Saying, Severity, rule
from docgen.sources import trajecten

#: "van de kwaliteitsanalyse tot de finale versie van de test" (§ Consultant selectietests).
_BEGIN, _EINDE = "de kwaliteitsanalyse", "de finale versie van de test"
_ANALYSE, _FINALE = "l’analyse de qualité", "la version finale du test"
_DAYS = ("kwaliteitsanalyse", "finale_versie")


def is_selectietests(dossier: Dossier) -> bool:
    """Whether it is a begeleidingsverslag for § Consultant selectietests."""
    return isinstance(dossier.record, VerslagSelectietests)


@rule(
    "selectietests-delen",
    Severity.BLOCKING,
    trajecten(
        "Consultant selectietests",
        "De begeleiding bestaat uit twee delen: “Validatie van praktische cases” en “Validatie van "
        "meerkeuzevragenlijsten”. Elk deel verloopt in verschillende fases, van de kwaliteitsanalyse tot de finale "
        "versie van de test.",
    ),
    ruling="Volledig is: beide delen, elk met de datum van de eerste en van de laatste fase, in die volgorde en niet "
    "na de peildatum; beide fasen op dezelfde dag is een grensgeval.",
    when=is_selectietests,
)
def parts_guided(dossier: Dossier) -> Iterator[Observation]:
    """Both parts are there, from the kwaliteitsanalyse to the finale versie (§ Consultant selectietests)."""
    yield from require_name(dossier)
    for deel in Deel:
        yield from _look_at_part(dossier, deel)
    yield from name_loose_days(dossier, "delen", ("deel",), _DAYS)


def _look_at_part(dossier: Dossier, deel: Deel) -> Iterator[Observation]:
    found = find_deel(dossier.record, deel, dossier.peildatum)
    counted = [keer for keer in found if keer.period]
    if any(keer.eerste != keer.laatste for keer in counted) or (not counted and _is_doubted(dossier, deel)):
        return
    if counted:
        yield _doubt_same_day(dossier, deel, counted[0])
    else:
        yield _object(dossier, deel, found[0]) if found else _miss(dossier, deel)


def _is_doubted(dossier: Dossier, deel: Deel) -> bool:
    """Whether a cell of this part, in its own rows or in the row printed for it, could not be read."""
    rows = [_printed_row(deel), *(n for n, row in enumerate(dossier.record.delen, 1) if row.deel is deel)]
    return dossier.is_unreadable_row("delen", rows, ("deel", *_DAYS))


def _printed_row(deel: Deel) -> int:
    return list(Deel).index(deel) + 1


def _miss(dossier: Dossier, deel: Deel) -> Observation:
    key = row_key("delen", _printed_row(deel), "kwaliteitsanalyse")
    return Observation(
        f"Het deel “{deel}” is niet ingevuld.",
        key=key,
        place=dossier.place(key),
        expected="de datum van de kwaliteitsanalyse en die van de finale versie van de test",
        remedy="Vul de twee datums van dit deel in.",
        fr=Saying(f"La partie « {_deel_fr(deel)} » n’est pas remplie.", "Indiquez les deux dates de cette partie."),
    )


def _deel_fr(deel: Deel) -> str:
    return woord_fr(SELECTIETESTS, "delen__1__deel", deel)


def _object(dossier: Dossier, deel: Deel, keer: Keer) -> Observation:
    later = keer.bezwaar is Bezwaar.LATER
    late_start = later and keer.eerste is not None and keer.eerste > dossier.peildatum
    key = row_key("delen", keer.rij, _DAYS[not (late_start or keer.bezwaar is Bezwaar.GEEN_BEGIN)])
    return Observation(
        f"Het deel “{deel}” telt nog niet: {say_objection(keer, _BEGIN, _EINDE, dossier.peildatum)}.",
        key=key,
        place=dossier.place(key),
        found=say_days(keer),
        expected=f"datums op of voor {format_date(dossier.peildatum)}"
        if later
        else "eerst de kwaliteitsanalyse, daarna de finale versie van de test, elk met een datum",
        remedy=mend_days(keer, _BEGIN, _EINDE),
        fr=bezwaar_fr(keer, f"La partie « {_deel_fr(deel)} »", (_ANALYSE, _FINALE), dossier.peildatum),
    )


def _doubt_same_day(dossier: Dossier, deel: Deel, keer: Keer) -> Observation:
    key = row_key("delen", keer.rij, "finale_versie")
    return Observation(
        f"Grensgeval: in het deel “{deel}” vallen {_BEGIN} en {_EINDE} op dezelfde dag.",
        key=key,
        place=dossier.place(key),
        found=say_days(keer),
        expected="twee opeenvolgende datums",
        remedy="Verbeter de datum die fout is; zijn ze allebei juist, dan beslist het bureau of dit deel zo aanvaard "
        "wordt.",
        severity=Severity.ATTENTION,
        fr=Saying(
            f"Cas limite : dans la partie « {_deel_fr(deel)} », {_ANALYSE} et {_FINALE} tombent le même jour.",
            "Corrigez la date erronée ; si les deux sont exactes, notre service décide si cette partie est acceptée.",
        ),
    )
