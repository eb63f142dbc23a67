"""One dossier of a trainee (§ 4.3) with all that the rules look at; what follows is worked out once, on demand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from docgen.dates import Period, clip_period, merge_periods, subtract_periods
from docgen.families.jobtraining.aanstelling import Aanstelling
from docgen.families.jobtraining.ambt import same_ambt
from docgen.families.jobtraining.betalingsbewijs import Betaling
from docgen.families.jobtraining.contactmomenten import Duur, Rij, judge_rows
from docgen.families.jobtraining.diensttijd import Diensttijd, count_declared, count_diensttijd, find_telgrens
from docgen.families.jobtraining.herkend import doubt_betaling, doubt_rl1
from docgen.families.jobtraining.herkennen import Soort
from docgen.families.jobtraining.record import Inschrijving, Verantwoordingsdocument
from docgen.families.jobtraining.rl1 import Rl1, appointments_of
from docgen.model.reading_rules import FileTrouble
from docgen.model.record import Problem, Reading
from docgen.model.value import Content, Place, Unread
from docgen.settings import Settings

#: The zomervakantie of Flemish schools (external), for which § 4.3 asks no RL1: 1 July to 31 August.
VAKANTIE_VAN, VAKANTIE_TOT = (7, 1), (8, 31)


@dataclass(frozen=True)
class Bestand:
    """One file of the dossier: what it is by its contents, and for an unread one what its name suggests."""

    content: Content
    soort: Soort
    hint: Soort | None = None

    @property
    def name(self) -> str:
        """The file's name as given."""
        return self.content.name

    @property
    def label(self) -> str:
        """The file's name, and which of its pages hold this document where it holds several."""
        return f"{self.name}, {self.content.part}" if self.content.part else self.name

    @property
    def why_unread(self) -> str:
        """The sentence on an unread file; a plain one where it was not read and nothing says why."""
        found = self.content.found
        return (found.sentence if isinstance(found, Unread) else "") or "Het bestand kan niet gelezen worden."


@dataclass(frozen=True)
class Dossier:
    """What one trainee handed in, what the desk knows, and the day of the check.

    `reading` is the verantwoordingsdocument that is judged, `others` those that differ from it, and `reden` says why
    it is this one that is judged.
    """

    name: str
    peildatum: date
    settings: Settings
    bestanden: tuple[Bestand, ...] = ()
    reading: Reading | None = None
    reden: str = ""
    others: tuple[Reading, ...] = ()
    rl1s: tuple[Rl1, ...] = ()
    betaling: Betaling | None = None
    terugbetaling: Betaling | None = None
    inschrijving: Inschrijving | None = None
    has_roster: bool = False
    unrecognised: tuple[FileTrouble, ...] = ()
    doubles: tuple[FileTrouble, ...] = ()

    @property
    def record(self) -> Verantwoordingsdocument:
        """The verantwoordingsdocument that is judged; an empty one when none was read."""
        return self.reading.record if self.reading is not None else Verantwoordingsdocument()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """How the values of the judged form and of the evidence were read."""
        form = self.reading.problems if self.reading is not None else ()
        return (*form, *self.recognised)

    @cached_property
    def recognised(self) -> tuple[Problem, ...]:
        """What of the evidence was recognised in a picture: each value that counts, to be looked at."""
        naam = self.record.naam_deelnemer or ""
        found = [doubt_rl1(rl1, self.aanstellingen, naam) for rl1 in self.rl1s]
        if self.betaling is not None:
            found.append(doubt_betaling(self.betaling, naam))
        return tuple(problem for problems in found for problem in problems)

    @property
    def has_recognised_rl1(self) -> bool:
        """Whether an RL1 was recognised rather than read: what it shows, or seems to lack, is not sure."""
        return any(rl1.is_recognised for rl1 in self.rl1s)

    @property
    def unreadable(self) -> frozenset[str]:
        """Keys of the judged form in which something stands that could not be read."""
        return self.reading.unreadable if self.reading is not None else frozenset()

    def place(self, key: str) -> Place | None:
        """Where a key stands in the judged form."""
        return self.reading.place(key) if self.reading is not None else None

    def hinted(self, soort: Soort) -> tuple[Bestand, ...]:
        """Unread files whose name suggests that they are of this kind."""
        return tuple(bestand for bestand in self.bestanden if bestand.hint is soort)

    @property
    def telgrens(self) -> date:
        """The last day that counts: the einddatum, else the peildatum; never the other way round."""
        return find_telgrens(self.record.einddatum, self.peildatum)

    @property
    def window(self) -> Period | None:
        """Startdatum to telgrens, both included; None when the startdatum is missing or later."""
        start = self.record.startdatum
        return Period(start, self.telgrens) if start is not None and start <= self.telgrens else None

    @cached_property
    def rijen(self) -> tuple[Rij, ...]:
        """The filled rows of the first table (§ 9); out-of-order dates bound nothing, they have a rule of their own."""
        window = self.window
        start = self.record.startdatum
        duur = Duur(window.first, window.last) if window else Duur(None, self.telgrens if start is None else None)
        return judge_rows(self.record.contactmomenten, duur, self.unreadable)

    @cached_property
    def getelde_rijen(self) -> tuple[Rij, ...]:
        """The rows that count as a contactmoment (§ 7.1)."""
        return tuple(rij for rij in self.rijen if rij.telt)

    @property
    def open_rijen(self) -> tuple[Rij, ...]:
        """The rows of a form on paper, or of a page that is gone, that may count once somebody reads them."""
        reading = self.reading
        is_open = reading is not None and (reading.on_paper is not None or reading.gone)
        return tuple(rij for rij in self.rijen if rij.is_open) if is_open else ()

    @cached_property
    def read_rl1s(self) -> tuple[Rl1, ...]:
        """The RL1s that gave appointments, of whomever."""
        return tuple(rl1 for rl1 in self.rl1s if rl1.is_read)

    @cached_property
    def aanstellingen(self) -> tuple[Aanstelling, ...]:
        """The trainee's own appointments over all RL1s, each once, in order."""
        naam = self.record.naam_deelnemer
        # Several RL1s of one trainee repeat each other's appointments, often word for word.
        found = (a for rl1 in self.read_rl1s for a in (appointments_of(rl1, naam) if naam else rl1.aanstellingen))
        unique = {(a.first, a.last, a.ambt, a.toestand, a.instelling, a.volume): a for a in found}
        return tuple(sorted(unique.values(), key=lambda a: (a.first, a.last or date.max)))

    @cached_property
    def ambt(self) -> str | None:
        """The ambt that is declared (§ 4.2); where the form leaves it empty, the first one that an RL1 gives."""
        return self.record.ambt or next((a.ambt for a in self.aanstellingen if a.ambt), None)

    @cached_property
    def diensttijd(self) -> Diensttijd | None:
        """The ten months (§ 4.2), counted from the RL1, else from the declared dates; None without dates."""
        if self.window is None:
            return None
        if self.aanstellingen:
            return count_diensttijd(self.aanstellingen, self.ambt, self.window)
        return count_declared(self.window, running=self.record.einddatum is None)

    @cached_property
    def vakanties(self) -> tuple[Period, ...]:
        """The summer holidays that the jobtraining touches, for which no RL1 is asked (§ 4.3)."""
        return tuple(_holidays(self.window)) if self.window else ()

    @cached_property
    def gaten(self) -> tuple[Period, ...]:
        """The days on which no RL1 shows the trainee "effectief in het ambt" (§ 4.3), summer holidays aside.

        Ruling: waarnemingen that are too short to count do show it.
        """
        if self.window is None:
            return ()
        # An appointment without an ambt leaves no gap: where none names one, that has a rule of its own.
        own = (a for a in self.aanstellingen if a.ambt is None or same_ambt(a.ambt, self.ambt))
        return subtract_periods([self._asked(self.window)], (*self.vakanties, *merge_periods(self._days_of(own))))

    def _asked(self, window: Period) -> Period:
        """The days an RL1 must show: without an einddatum no later ones than it does show."""
        shown = [period.last for period in self._days_of(self.aanstellingen)]
        if self.record.einddatum is not None or not shown:
            return window
        return Period(window.first, max(shown))

    @cached_property
    def ander_ambt(self) -> tuple[tuple[Aanstelling, Period], ...]:
        """Appointments in another ambt, with the days that only they cover, summer holidays aside."""
        own = merge_periods(self._days_of(a for a in self.aanstellingen if same_ambt(a.ambt, self.ambt)))
        found = [
            (a, p)
            for a in self.aanstellingen
            if a.ambt and not same_ambt(a.ambt, self.ambt)
            for p in self._days_of([a])
        ]
        return tuple((a, alone) for a, period in found for alone in subtract_periods([period], (*own, *self.vakanties)))

    @cached_property
    def is_covered(self) -> bool:
        """Whether any appointment of the trainee falls within the jobtraining (§ 4.3)."""
        return any(True for _ in self._days_of(self.aanstellingen))

    def _days_of(
        self, aanstellingen: Iterator[Aanstelling] | tuple[Aanstelling, ...] | list[Aanstelling]
    ) -> Iterator[Period]:
        for aanstelling in aanstellingen:
            period = aanstelling.until(self.telgrens)
            clipped = clip_period(period, self.window) if period and self.window else None
            if clipped is not None:
                yield clipped


def _holidays(window: Period) -> Iterator[Period]:
    for year in range(window.first.year, window.last.year + 1):
        clipped = clip_period(Period(date(year, *VAKANTIE_VAN), date(year, *VAKANTIE_TOT)), window)
        if clipped is not None:
            yield clipped
