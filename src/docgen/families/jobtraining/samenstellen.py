"""Put a dossier together from the files that arrived and what the desk knows (handleiding § 4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docgen.families.jobtraining.betalingsbewijs import (
    Betaling,
    choose_betaling,
    find_terugbetaling,
    read_betalingen,
)
from docgen.families.jobtraining.dossier import Bestand, Dossier
from docgen.families.jobtraining.herkennen import Soort, hint_of_name, looks_like_form, recognise
from docgen.families.jobtraining.inschrijvingen import find_inschrijving
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT, Verantwoordingsdocument
from docgen.families.jobtraining.rl1 import Rl1, read_rl1
from docgen.families.jobtraining.versies import choose_reading
from docgen.model.family import Case
from docgen.model.reading_rules import BELONGS, FileTrouble, tell_unread
from docgen.model.received import name_double, part_same_bytes, part_same_records, read_forms, sort_by_name
from docgen.model.value import Text, Unread
from docgen.text import fold


def build_dossier(case: Case) -> Dossier:
    """The dossier with its files recognised, each document read once, and its line of the enrolment list."""
    bestanden = tuple(Bestand(c, recognise(c), hint_of_name(c)) for c in sort_by_name(case.contents))
    contents, doubles = part_same_bytes(bestand.content for bestand in bestanden)
    unique = [bestand for bestand in bestanden if any(bestand.content is content for content in contents)]
    rl1s, same_rl1s = _read_rl1s(unique)
    readings, same_records = part_same_records(read_forms(contents, [VERANTWOORDINGSDOCUMENT], case.records))
    keuze = choose_reading(readings, rl1s, case)
    reading = keuze.reading if keuze else None
    record = reading.record if reading else Verantwoordingsdocument()
    naam, verwacht = record.naam_deelnemer or "", case.settings.betaling
    betalingen = list(_read_payments(unique, naam))
    return Dossier(
        name=case.name,
        peildatum=case.peildatum,
        settings=case.settings,
        bestanden=bestanden,
        reading=reading,
        reden=keuze.reden if keuze else "",
        others=tuple(other for other in readings if other is not reading),
        rl1s=tuple(rl1s),
        betaling=choose_betaling(betalingen, naam, verwacht),
        terugbetaling=find_terugbetaling(betalingen, naam, verwacht),
        inschrijving=find_inschrijving(case.roster, record, reading.identity.reference if reading else None),
        has_roster=case.has_roster,
        unrecognised=tuple(_find_unrecognised(unique)),
        doubles=(*doubles, *same_rl1s, *same_records),
    )


def _read_rl1s(bestanden: Sequence[Bestand]) -> tuple[list[Rl1], list[FileTrouble]]:
    kept: dict[Any, Rl1] = {}
    doubles = []
    for bestand in sorted(bestanden, key=_is_recognised):  # of two that say the same, the one that was read
        if bestand.soort is Soort.RL1 and isinstance(bestand.content.found, Text):
            rl1 = read_rl1(bestand.content.found, bestand.name)
            facts = tuple((a.first, a.last, a.ambt, a.toestand, a.naam, a.instelling) for a in rl1.aanstellingen)
            first = kept.setdefault((facts or fold(rl1.text), rl1.namen), rl1)
            if first is not rl1:
                doubles.append(name_double(rl1.file, first.file))
    return list(kept.values()), doubles


def _is_recognised(bestand: Bestand) -> bool:
    return isinstance(bestand.content.found, Text) and bestand.content.found.is_recognised


def _read_payments(bestanden: Sequence[Bestand], naam: str) -> Iterator[Betaling]:
    for bestand in bestanden:
        if bestand.soort is Soort.BETALINGSBEWIJS and isinstance(bestand.content.found, Text):
            yield from read_betalingen(bestand.content.found, naam)


_OURS = "Stuur het formulier dat daarvoor bestaat, of laat dit bestand weg."
_OUR_FORM = "Vul het formulier in dat hiervoor bestaat, in Excel, PDF of Word, en voeg dat toe."
_ALL_PAGES = (
    "Stuur het ingevulde formulier zelf, of een scan van alle bladzijden waarop de QR-code scherp staat; zit deze "
    "bladzijde al in het dossier, laat dit bestand dan weg."
)
_NEXT_PAGE = (
    f"{BELONGS} Is het een volgende bladzijde van een ander stuk, zet dan alle bladzijden van dat stuk samen in één "
    "PDF-bestand."
)


def _tell_form_like(name: str, *, is_page: bool) -> FileTrouble:
    """What looks like a verantwoordingsdocument; on paper it may well be ours, or a page that came along twice."""
    if is_page:
        message = f"“{name}” lijkt een bladzijde van een verantwoordingsdocument, maar ze kon niet gelezen worden."
        return FileTrouble(name, message, _ALL_PAGES)
    return FileTrouble(name, f"“{name}” lijkt een verantwoordingsdocument, maar niet op ons formulier.", _OUR_FORM)


def _find_unrecognised(bestanden: Sequence[Bestand]) -> Iterator[FileTrouble]:
    for bestand in bestanden:
        found, name = bestand.content.found, bestand.label
        if bestand.soort is Soort.ANDER_FORMULIER:
            yield FileTrouble(name, f"“{name}” is een ander formulier dan het verantwoordingsdocument.", _OURS)
        elif bestand.soort is not Soort.ONBEKEND or bestand.hint in (Soort.RL1, Soort.BETALINGSBEWIJS):
            continue
        elif looks_like_form(bestand.content):
            yield _tell_form_like(name, is_page=_is_recognised(bestand))
        elif isinstance(found, Unread):
            yield tell_unread(name, found)
        else:
            message = f"Uit de inhoud van “{name}” blijkt niet welk stuk van het dossier het is."
            yield FileTrouble(name, message, _NEXT_PAGE if _is_recognised(bestand) else BELONGS)
