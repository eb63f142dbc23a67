"""The invented trainees of the samples and the forms they hand in; nobody here exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

THEMES = (
    "school organisatorisch",
    "pedagogisch-didactisch",
    "personeelsgericht",
    "bijwonen en bespreken van een les",
)
START, END = date(2025, 9, 1), date(2026, 6, 30)
DAYS = (date(2025, 10, 14), date(2025, 12, 9), date(2026, 2, 24), date(2026, 5, 19))
REMARKS = (
    "Jaarplanning en vergaderstructuur besproken.",
    "Leerlijn wiskunde en observatie in de eerste graad.",
    "",
    "Les wereldoriëntatie bijgewoond, nabespreking met de leraar.",
)


@dataclass(frozen=True)
class Trainee:
    """Who hands in a dossier, with the answers that are the same in nearly every form."""

    name: str
    scholengroep: str = "Scholengroep 99 Voorbeeldstreek"
    ambt: str = "directeur"
    instelling: str = "Basisschool De Voorbeeldboom"
    algemeen_directeur: str = "Dirk Voorbeeldmans"
    mentor: str = "Mia Proefkonijn"
    mentor_functie: str = "directeur basisonderwijs"


@dataclass(frozen=True)
class Moment:
    """One row of the first table."""

    day: date | str | None
    theme: str
    leader: str = "mentor"
    present: str = "ja"
    remark: str = ""


MOMENTS = tuple(Moment(day, theme, remark=remark) for day, theme, remark in zip(DAYS, THEMES, REMARKS, strict=True))


@dataclass(frozen=True)
class Answers:
    """All that one filled form says; `other` replaces single answers, None wipes one."""

    trainee: Trainee
    start: date = START
    end: date = END
    moments: tuple[Moment, ...] = MOMENTS
    other: Mapping[str, object] = field(default_factory=dict)

    def values(self) -> dict[str, object]:
        """The answers by key, in the order of the form."""
        who = self.trainee
        found: dict[str, object] = {
            "naam_deelnemer": who.name,
            "scholengroep": who.scholengroep,
            "ambt": who.ambt,
            "instelling": who.instelling,
            "algemeen_directeur": who.algemeen_directeur,
            "mentor_naam": who.mentor,
            "mentor_functie": who.mentor_functie,
            "startdatum": self.start,
            "einddatum": self.end,
            "invuldatum": max(self.end, date(2026, 7, 3)),
        }
        for row, moment in enumerate(self.moments, start=1):
            cells = {"datum": moment.day, "begeleider": moment.leader, "thema": moment.theme,
                     "aanwezigheid": moment.present, "opmerkingen": moment.remark}  # fmt: skip
            found |= {f"contactmomenten__{row}__{name}": value for name, value in cells.items() if value}
        found |= {
            "initiatieven__1__datum": date(2026, 3, 11),
            "initiatieven__1__begeleider": "begeleider schoolontwikkeling",
            "initiatieven__1__thema": "studiedag startende leidinggevenden",
            "initiatieven__1__aanwezigheid": "ja",
            "handtekening_datum": max(self.end, date(2026, 7, 3)),
            "handtekening_mentor": who.mentor,
        }
        return {key: value for key, value in (found | dict(self.other)).items() if value is not None}
