"""Rules on the contactmomenten and their themes (handleiding § 7.1, § 8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.families.jobtraining.contactmomenten import TABEL, Rij, find_thema, may_name
from docgen.families.jobtraining.dossier import Dossier
from docgen.families.jobtraining.record import Begeleider, Thema
from docgen.families.jobtraining.rules.algemeen import has_form
from docgen.families.jobtraining.rules.bronnen import VIER_ZIN
from docgen.families.jobtraining.themas import Match
from docgen.model.rule import Observation, Severity, rule
from docgen.model.value import Place
from docgen.sources import handleiding
from docgen.text import enumerate_words

#: "minimaal vier contactmomenten", § 7.1.
MINSTENS = 4


def has_counted_rows(dossier: Dossier) -> bool:
    """Whether at least one contactmoment counts, and no other one is left to be read."""
    return bool(dossier.getelde_rijen) and not dossier.open_rijen


def can_count_rows(dossier: Dossier) -> bool:
    """Whether it is known if enough rows count: rows on paper that nobody read may still make the number."""
    counted = len(dossier.getelde_rijen)
    return has_form(dossier) and not counted < MINSTENS <= counted + len(dossier.open_rijen)


def can_compare_days(dossier: Dossier) -> bool:
    """Whether all days are known of which a fourth one may be missing."""
    days = {rij.moment.datum for rij in dossier.getelde_rijen}
    return has_form(dossier) and (len(days) >= MINSTENS or not dossier.open_rijen)


def can_look_for(thema: Thema) -> Callable[[Dossier], bool]:
    """Whether it is known if a theme is named: rows on paper that nobody read may still name it."""

    def can_look(dossier: Dossier) -> bool:
        named = find_thema(dossier.getelde_rijen, thema)[0] is Match.SURE
        return has_form(dossier) and (named or not may_name(dossier.open_rijen, thema))

    return can_look


@rule(
    "contactmoment-telt",
    Severity.ATTENTION,
    handleiding("8", "de data waarop de contactmomenten plaatsvonden"),
    ruling="Een contactmoment telt als de datum leesbaar is en tussen startdatum en einddatum ligt (beide inbegrepen) "
    "en de trainee aanwezig was.",
    when=has_form,
)
def row_counts(dossier: Dossier) -> Iterator[Observation]:
    """Every filled row counts; one that does not is named with the reason (ruling on § 7.1, § 8)."""
    for rij in dossier.rijen:
        if rij.bezwaren:
            key = rij.key(rij.bezwaren[0].veld)
            yield Observation(
                f"Het contactmoment in rij {rij.nummer} telt niet mee: "
                f"{enumerate_words([bezwaar.clause for bezwaar in rij.bezwaren])}.",
                key=key,
                place=dossier.place(key),
                found=_describe(rij),
                expected="een datum binnen de jobtraining en een aanwezige trainee",
                remedy="Verbeter de rij of haal ze weg; anders bevestigt het bureau dat ze niet meetelt.",
            )


def _describe(rij: Rij) -> str | None:
    moment = rij.moment
    words = [f"{moment.datum:%d/%m/%Y}" if moment.datum else "", moment.thema or "", moment.aanwezigheid or ""]
    return ", ".join(filter(None, words)) or None


@rule("vier-contactmomenten", Severity.BLOCKING, VIER_ZIN, when=can_count_rows)
def four_moments(dossier: Dossier) -> Iterator[Observation]:
    """At least four contactmomenten count (§ 7.1)."""
    count, unread = len(dossier.getelde_rijen), len(dossier.open_rijen)
    if count < MINSTENS:
        yield Observation(
            f"{_COUNTED[count]} mee{_say_open(dossier, unread)}; er zijn er minstens vier nodig.",
            key=TABEL,
            place=_table_place(dossier),
            found=str(count),
            expected="minstens 4",
            remedy="Vul de ontbrekende contactmomenten aan, of verbeter de rijen die niet meetellen.",
        )


_COUNTED = (
    "Er telt geen enkel contactmoment",
    "Er telt één contactmoment",
    "Er tellen twee contactmomenten",
    "Er tellen drie contactmomenten",
)
_DAYS = ("", "één dag", "twee verschillende dagen", "drie verschillende dagen")


def _say_open(dossier: Dossier, count: int) -> str:
    if not count:
        return ""
    if dossier.reading is None or dossier.reading.on_paper is None:
        return " van wat er te lezen is"
    rows = "staat nog één rij" if count == 1 else f"staan nog {count} rijen"
    return f" en er {rows} op papier die iemand moet lezen"


def _table_place(dossier: Dossier) -> Place | None:
    """The file: a table as a whole has no spot of its own."""
    return Place(dossier.reading.file) if dossier.reading else None


@rule(
    "thema-school-organisatorisch",
    Severity.BLOCKING,
    handleiding("7.1", "een school organisatorisch thema"),
    when=can_look_for(Thema.SCHOOL_ORGANISATORISCH),
)
def school_theme(dossier: Dossier) -> Iterator[Observation]:
    """A counted row names the school organisatorisch thema (§ 7.1)."""
    yield from _look_for(dossier, Thema.SCHOOL_ORGANISATORISCH)


@rule(
    "thema-pedagogisch-didactisch",
    Severity.BLOCKING,
    handleiding("7.1", "een pedagogisch-didactisch thema"),
    when=can_look_for(Thema.PEDAGOGISCH_DIDACTISCH),
)
def teaching_theme(dossier: Dossier) -> Iterator[Observation]:
    """A counted row names the pedagogisch-didactisch thema (§ 7.1)."""
    yield from _look_for(dossier, Thema.PEDAGOGISCH_DIDACTISCH)


@rule(
    "thema-personeelsgericht",
    Severity.BLOCKING,
    handleiding("7.1", "een personeelsgericht thema"),
    when=can_look_for(Thema.PERSONEELSGERICHT),
)
def staff_theme(dossier: Dossier) -> Iterator[Observation]:
    """A counted row names the personeelsgericht thema (§ 7.1)."""
    yield from _look_for(dossier, Thema.PERSONEELSGERICHT)


@rule(
    "thema-lesbijwoning",
    Severity.BLOCKING,
    handleiding("7.1", "het bijwonen en bespreken van een les"),
    when=can_look_for(Thema.LESBIJWONING),
)
def lesson_theme(dossier: Dossier) -> Iterator[Observation]:
    """A counted row names the attending and discussing of a lesson (§ 7.1)."""
    yield from _look_for(dossier, Thema.LESBIJWONING)


def _look_for(dossier: Dossier, thema: Thema) -> Iterator[Observation]:
    match, rijen = find_thema(dossier.getelde_rijen, thema)
    if match is Match.SURE:
        return
    if match is Match.DOUBTFUL:
        key = rijen[0].key("thema")
        yield Observation(
            f"Het thema “{thema}” staat misschien in rij {rijen[0].nummer}, maar is niet met zekerheid te herkennen.",
            key=key,
            place=dossier.place(key),
            found=rijen[0].moment.thema,
            expected=str(thema),
            remedy=f"Schrijf “{thema}” in de kolom Thema als dat thema toen aan bod kwam.",
            severity=Severity.ATTENTION,
        )
        return
    yield Observation(
        f"Het thema “{thema}” komt in geen enkel contactmoment voor dat meetelt{_elsewhere(dossier, thema)}.",
        key=TABEL,
        place=_table_place(dossier),
        expected=str(thema),
        remedy=f"Vul een contactmoment met het thema “{thema}” aan, of verbeter de rij waarin het aan bod kwam.",
    )


def _elsewhere(dossier: Dossier, thema: Thema) -> str:
    """Where the theme does stand, though it does not count there."""
    match, rijen = find_thema(tuple(rij for rij in dossier.rijen if not rij.telt), thema)
    if match is Match.SURE:
        return f"; rij {rijen[0].nummer} noemt het wel, maar telt niet mee"
    return ""


@rule(
    "vier-verschillende-datums",
    Severity.ATTENTION,
    VIER_ZIN,
    ruling="Vier contactmomenten vallen normaal op vier verschillende dagen; minder vraagt aandacht.",
    when=can_compare_days,
)
def four_dates(dossier: Dossier) -> Iterator[Observation]:
    """The counted contactmomenten fall on at least four different dates (ruling on § 7.1)."""
    count = len({rij.moment.datum for rij in dossier.getelde_rijen})
    if count < MINSTENS:
        yield Observation(
            f"De contactmomenten die meetellen, vallen samen op {_DAYS[count]}."
            if count
            else "Er telt geen contactmoment mee, dus zijn er ook geen vier verschillende dagen.",
            key=TABEL,
            place=_table_place(dossier),
            found=str(count),
            expected="minstens 4 verschillende datums",
            remedy="Verbeter de datums die fout zijn, of vul contactmomenten op andere dagen aan; anders beslist het "
            "bureau.",
        )


@rule(
    "mentor-leidt-mee",
    Severity.ATTENTION,
    handleiding(
        "7.1",
        "De mentoren, indien gewenst bijgestaan door de begeleiders schoolontwikkeling van PBD-GO!, bekijken hoe de "
        "trainee in zijn ambt van aanstelling de job uitoefent.",
    ),
    ruling="Een begeleider schoolontwikkeling mag een contactmoment leiden, maar de mentor leidt er minstens één.",
    when=has_counted_rows,
)
def mentor_leads(dossier: Dossier) -> Iterator[Observation]:
    """The mentor leads at least one counted contactmoment (ruling on § 7.1)."""
    if not any(rij.moment.begeleider is Begeleider.MENTOR for rij in dossier.getelde_rijen):
        yield Observation(
            "Bij geen enkel contactmoment dat meetelt, staat de mentor als begeleider.",
            key=TABEL,
            place=_table_place(dossier),
            expected="minstens één contactmoment geleid door de mentor",
            remedy="Verbeter de kolom Begeleider als die fout is, of vul een contactmoment met de mentor aan; anders "
            "beslist "
            "het bureau.",
        )
