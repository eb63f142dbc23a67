"""The words that RL1 prints use (all external to § 4.3): labels, dates, volumes, interruptions."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from functools import lru_cache

from docgen.dates import parse_date
from docgen.model.value import UNSURE
from docgen.text import fold


class Veld(Enum):
    """What a label or a column of an RL1 is about."""

    NAAM = "naam"
    FAMILIENAAM = "familienaam"
    VOORNAAM = "voornaam"
    STAMBOEK = "stamboeknummer"
    INSTELLING = "instelling"
    AMBT = "ambt"
    TOESTAND = "administratieve toestand"
    BEGIN = "begindatum"
    EINDE = "einddatum"
    PERIODE = "periode"
    VOLUME = "volume"
    OPDRACHT = "opdracht"
    ANDERE_DATUM = "andere datum"
    ANDER = "ander"


_LABELS = {
    Veld.NAAM: "naam|naam personeelslid|personeelslid|naam en voornaam|naam voornaam|voornaam en naam|voornaam naam"
    "|naam van het personeelslid|werknemer|naam werknemer|personeelslid naam|betreft",
    Veld.FAMILIENAAM: "familienaam|achternaam",
    Veld.VOORNAAM: "voornaam|voornamen",
    Veld.STAMBOEK: "stamboeknummer|stamboeknr|stamboek nr|stamboek nummer|stamboek|stamnummer|stamnr|stb nr",
    Veld.INSTELLING: "instelling|instellingsnummer|instellingsnr|instelling nr|nummer instelling|inst nr|instnr|school"
    "|naam instelling|naam school|schoolnummer|onderwijsinstelling|vestiging|instellingnummer",
    Veld.AMBT: "ambt|functie|ambtsomschrijving|omschrijving ambt|ambt omschrijving|ambtnaam|naam ambt|ambt functie"
    "|uitgeoefend ambt",
    Veld.TOESTAND: "administratieve toestand|adm toestand|toestand|statuut|adm stand|administratieve stand|adm toest"
    "|aanstelling|aard aanstelling|aard van de aanstelling|aard|administratief statuut",
    Veld.BEGIN: "begindatum|begin|van|vanaf|datum begin|startdatum|start|ingangsdatum|ingang|begin opdracht|aanvang"
    "|begindatum opdracht|datum in|datum van|datum vanaf|in dienst|aanvangsdatum",
    Veld.EINDE: "einddatum|einde|eind|tot|tot en met|t m|tem|datum einde|einde opdracht|einddatum opdracht|datum uit"
    "|stopdatum|datum tot|uit dienst",
    Veld.PERIODE: "periode|looptijd|van tot|van t m|begin einde|periode van tot|duur|periode opdracht"
    "|begindatum einddatum",
    Veld.VOLUME: "volume|teller noemer|opdrachtbreuk|breuk|omvang|prestatie|prestaties|volume opdracht|teller|noemer"
    "|aantal uren|uren|opdrachtvolume|tewerkstelling",
    Veld.OPDRACHT: "opdracht|opdracht nr|opdrachtnummer|nr|volgnummer|aanstelling nr",
    Veld.ANDERE_DATUM: "geboortedatum|datum melding|datum afdruk|afgedrukt op|afdruk|datum|meldingsdatum|zenddatum",
    Veld.ANDER: "schooljaar|melding|status|rekening|geslacht|opmerking|opmerkingen|vak|graad|onderwijsniveau"
    "|scholengroep|schoolbestuur|zendingsnummer",
}
_BY_LABEL = {label: veld for veld, labels in _LABELS.items() for label in labels.split("|")}
_SPELLED = sorted((label.replace(" ", r"[\s.,/()&-]*") for label in _BY_LABEL), key=len, reverse=True)
_COLON_LABEL = re.compile(rf"(?<![\w-])((?:{'|'.join(_SPELLED)})\.?(?:\s*\([^)]*\))?)\s*:", re.IGNORECASE)
#: A long name may run up to the label behind it.
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=Stam(?:boek|n))")
_BRACKETS = re.compile(r"\([^)]*\)")
_MONTH = r"(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?"
#: A digit, or one that nobody can be sure of.
_D = rf"[\d{UNSURE}]"
_DATE = re.compile(
    rf"(?:(?<![\d/.{UNSURE}-])|(?<=\d{{4}}-)|(?<=\d{{4}}\s-))"  # a dash without spaces may part two dates
    rf"(?:{_D}{{1,2}}\s?[/.{UNSURE}-]\s?{_D}{{1,2}}\s?[/.{UNSURE}-]\s?(?:{_D}{{4}}|{_D}{{2}})"
    rf"|{_D}{{4}}-{_D}{{2}}-{_D}{{2}}|{_D}{{1,2}}(?:ste|e)?\s+{_MONTH}\s+{_D}{{4}})(?![\d/{UNSURE}])",
    re.IGNORECASE,
)
_VOLUME = re.compile(r"(?<![\d/.-])\d{1,4}(?:[.,]\d+)?\s*/\s*\d{1,4}(?:[.,]\d+)?(?![\d/])|\b\d{1,3}\s?%")
_SPAN = re.compile(r"\b(?:van|vanaf|sinds|sedert|ingang|periode|t\s?[./]?\s?e?\s?[./]?\s?m|tem|tot)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:heden|onbepaalde?|lopende?|loopt|open einde|vandaag)\b")
_TO = r"(?:[-–—]|\btot|\btot en|\btot en met|\bt\s?/\s?m|\btem)"
_CONNECTS = re.compile(_TO, re.IGNORECASE)
_ENDS_HALF = re.compile(rf"(?:{_DATE.pattern})\s*{_TO}\s*$", re.IGNORECASE)
_BEGINS_HALF = re.compile(rf"^\s*{_TO}\s*(?:{_DATE.pattern})", re.IGNORECASE)
#: Where a sentence breaks off before or within a date.
_BREAKS_OFF = re.compile(rf"\b(?:van|vanaf|tot|tot en|tot en met|(?<![/.,-])\d{{1,2}}(?:\s+{_MONTH})?)$", re.IGNORECASE)
_INTERRUPTION = re.compile(
    r"\b(?:verlof\w*|\w+verlof|ziekte\w*|afwezig\w*|\w*onderbreking\w*|terbeschikkingstelling|tbs\w*)\b"
)
#: A line of more words is a sentence.
_FEW_WORDS = 4
_WITHDRAWN = re.compile(r"\b(?:geannuleerd|geschrapt|ingetrokken|vernietigd|nietig)\b")


@lru_cache(maxsize=1024)
def label_of(cell: str) -> Veld | None:
    """What a cell that holds nothing but a label is about; None for any other cell."""
    return _BY_LABEL.get(fold(_BRACKETS.sub("", cell)))


def split_labels(text: str) -> list[tuple[Veld, str]]:
    """The ``label: value`` pairs of a line, in order; a value goes on to the next column or label."""
    text = _GLUED.sub("\t", text)
    found = list(_COLON_LABEL.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    return [
        (veld, _first_column(text[match.end() : end]))
        for match, end in zip(found, ends, strict=False)
        if (veld := label_of(match[1])) is not None
    ]


def _first_column(text: str) -> str:
    columns = (column.strip(" ;,|-–") for column in text.split("\t"))
    return next(filter(None, columns), "")


def find_dates(text: str) -> list[date | None]:
    """The dates of a text in order; None for one that is written like a date but is none, or no sure one."""
    readings = (parse_date(match[0]) for match in _DATE.finditer(text))
    return [None if reading.doubt else reading.value for reading in readings]


def without_dates(text: str) -> str:
    """The text with every date taken out."""
    return _DATE.sub(" ", text)


def find_volume(text: str) -> str | None:
    """``20/24`` or ``80 %`` as it stands, dates left out of account."""
    found = _VOLUME.search(without_dates(text))
    return " ".join(found[0].split()) if found else None


def is_span(text: str) -> bool:
    """Whether a line words a span of time, as in ``van 01/09/2025 tot en met 30/06/2026``."""
    return bool(_SPAN.search(text))


def states_span(text: str) -> bool:
    """Whether a line gives a first and a last day, or says that there is no last day yet."""
    return len(find_dates(text)) > 1 or says_open(text)


def says_open(text: str) -> bool:
    """Whether a text says in words that there is no last day yet."""
    return bool(_OPEN.search(fold(text)))


def is_half_span(text: str) -> bool:
    """Whether a line holds one half of a span: ``01/09/2025 tot``."""
    return bool(_ENDS_HALF.search(text) or _BEGINS_HALF.search(text))


def join_broken_span(text: str, below: str) -> str | None:
    """The line with the date below it, where a narrow column or the end of a line breaks a span in two."""
    if "\t" not in text and "\t" not in below and not _CONNECTS.fullmatch(text):
        whole = f"{text} {below}"
        seam = any(found.start() <= len(text) + 1 < found.end() for found in _DATE.finditer(whole))
        return whole if seam and _BREAKS_OFF.search(text) and is_span(text) else None
    rest = [cell.strip() for cell in below.split("\t") if cell.strip()]
    ends = rest if len(rest) == 1 and _CONNECTS.fullmatch(rest[0]) else []
    words = [cell.strip(": ") for cell in (*rest, *text.split("\t")) if cell not in ends]
    if split_labels(below) or any(map(label_of, words)):
        return None
    ends = ends or [cell for cell in rest if _DATE.fullmatch(cell) or _BEGINS_HALF.fullmatch(cell)]
    cells = text.split("\t")
    starts = [n for n, cell in enumerate(cells) if find_dates(cell)]
    if len(ends) != 1 or len(rest) > 2 or len(starts) != 1 or len(find_dates(text)) != 1:
        return None
    cells[starts[0]] = f"{cells[starts[0]].strip()} {ends[0]}"
    return "\t".join([*cells, *(cell for cell in rest if cell not in ends)])


def is_interruption(text: str) -> bool:
    """Whether a line tells of leave, illness or another interruption (ruling 10: § 4.2 does not speak of it)."""
    return bool(_INTERRUPTION.search(fold(text)))


def is_withdrawn(text: str) -> bool:
    """Whether a line says that its appointment does not hold after all."""
    return bool(_WITHDRAWN.search(fold(text)))


def takes_back(text: str) -> bool:
    """Whether a line of its own takes back the appointment above it; a sentence about others does not."""
    return is_withdrawn(text) and not find_dates(text) and len(text.split()) <= _FEW_WORDS
