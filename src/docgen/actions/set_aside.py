"""What only came along with an e-mail: listed among the files of the dossier, judged only where it says something."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from docgen.actions.dossier_file import DossierFile
from docgen.model.family import Family
from docgen.model.report import DossierReport, FileSeen
from docgen.model.value import Content, Line, Place, Text

_LETTER = "tekst van de e-mail"
_SAYS_SOMETHING = (
    "“{name}” is de tekst van een e-mail en lijkt zelf een stuk van het dossier; een e-mailtekst wordt niet als bewijs "
    "gelezen. Kijk hem zelf na, of vraag het stuk als bestand."
)
#: Of a longer text no more is looked at: a letter has a hundred lines.
_MOST_LINES = 2_000


class Asides:
    """Parts the documents of one dossier from what only came along, and remembers that."""

    def __init__(self, families: Collection[Family]) -> None:
        self._families, self._seen = families, list[FileSeen]()

    def part(self, files: Iterable[DossierFile]) -> Iterator[DossierFile]:
        """The files that may be documents; the text of a mail that looks like one is named in a sentence."""
        for file in files:
            if not (file.aside or file.is_letter):
                yield file
            elif file.is_letter and self._says_something(file):
                yield DossierFile(file.name, sentence=_SAYS_SOMETHING.format(name=file.name))
            else:
                self._seen.append(FileSeen(file.name, file.aside or _LETTER, _digest(file)))

    def add_to(self, report: DossierReport) -> DossierReport:
        """The report with what came along behind its files."""
        return replace(report, files=(*report.files, *self._seen)) if self._seen else report

    def _says_something(self, letter: DossierFile) -> bool:
        text = (letter.data or b"").decode("utf-8", "replace")
        lines = (
            Line(words, Place(letter.name, f"regel {number}"))
            for number, words in enumerate(text.splitlines()[:_MOST_LINES], start=1)
        )
        content = Content(letter.name, _digest(letter), Text(tuple(lines)))
        return any(family.recognises(content) for family in self._families)


def _digest(file: DossierFile) -> str:
    return hashlib.sha256(file.data or b"").hexdigest()
