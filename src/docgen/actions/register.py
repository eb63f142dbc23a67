"""The register of numbers: each is given once, to one subject, and spent only when its document lies on disk.

A number is first reserved for its subject and confirmed once the document is written. A batch that is killed in
between leaves the reservation, so that the same subject gets the same number when the batch is run again. A document
that was issued before keeps its number and its date. Subjects are kept as SHA-256 digests, never as words.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.actions.number_pattern import Pattern
from docgen.errors import SetupError
from docgen.settings import Settings

FILE_NAME = "certificaten.sqlite"
#: How long a batch waits for another one that is writing, in seconds; a reservation takes milliseconds.
PATIENCE = 60
#: Question marks in one query; SQLite takes 999 in old versions.
MOST_MARKS = 900
#: Marks a database as ours ("dcgn"), so that no other program's file is ever written to.
APPLICATION_ID = 0x6463676E
VERSION = 1
_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS numbers (
    number TEXT PRIMARY KEY, series TEXT NOT NULL, sequence INTEGER NOT NULL,
    document TEXT NOT NULL, subject TEXT NOT NULL, issued TEXT NOT NULL,
    confirmed INTEGER NOT NULL DEFAULT 0, holders INTEGER NOT NULL DEFAULT 1,
    UNIQUE (document, subject), UNIQUE (series, sequence)
);
CREATE TABLE IF NOT EXISTS copies (
    made INTEGER PRIMARY KEY AUTOINCREMENT, number TEXT NOT NULL REFERENCES numbers (number),
    format TEXT NOT NULL, sha256 TEXT NOT NULL, UNIQUE (number, sha256)
);
CREATE INDEX IF NOT EXISTS copies_by_sha256 ON copies (sha256);
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
COMMIT;
"""


@dataclass(frozen=True)
class Entry:
    """A number with the day it stands for; `confirmed` once a document was issued under it."""

    number: str
    issued: date
    confirmed: bool = False


@dataclass(frozen=True)
class Copy:
    """A document that lies on disk under a number: its format (``pdf``, ``pdf-fr``) and its SHA-256."""

    number: str
    format: str
    sha256: str


@dataclass(frozen=True)
class Register:
    """The register in one file; safe when several batches use it at once. A `dry` one is read and never written."""

    path: Path
    pattern: Pattern
    dry: bool = False

    def find(self, document: str, subjects: Sequence[str]) -> dict[str, Entry]:
        """The entries that these subjects (digests) already have."""
        with self._read() as database:
            return _find_entries(database, document, subjects) if database else {}

    def reserve(self, document: str, subjects: Sequence[str], on: date) -> dict[str, Entry]:
        """An entry for every subject: its own where it has one, else the lowest number never given, dated `on`."""
        if self.dry:
            return self._preview(document, subjects, on)
        with self._write() as database:
            entries = _find_entries(database, document, subjects)
            _hold(database, document, entries)
            free = self._free_numbers(database, on)
            for subject in dict.fromkeys(subjects):
                if subject not in entries:
                    sequence, number = next(free)
                    row = (number, self.pattern.series(on), sequence, document, subject, on.isoformat())
                    database.execute(_INSERT, row)
                    entries[subject] = Entry(number, on)
            return entries

    def confirm(self, copies: Sequence[Copy]) -> None:
        """Spend the numbers of documents that lie on disk now."""
        if self.dry or not copies:
            return
        with self._write() as database:
            database.executemany(
                "INSERT OR REPLACE INTO copies (number, format, sha256) VALUES (?, ?, ?)",
                [(copy.number, copy.format, copy.sha256) for copy in copies],
            )
            database.executemany("UPDATE numbers SET confirmed = 1 WHERE number = ?", [(c.number,) for c in copies])

    def release(self, numbers: Sequence[str]) -> None:
        """Give back numbers whose document could not be made; one that another run holds or used stays given."""
        if self.dry or not numbers:
            return
        with self._write() as database:
            database.executemany(
                "DELETE FROM numbers WHERE number = ? AND confirmed = 0 AND holders = 1", [(n,) for n in numbers]
            )

    def find_issued(self, document: str) -> dict[str, str]:
        """The number of every subject that this document was issued for."""
        query = "SELECT subject, number FROM numbers WHERE document = ? AND confirmed"
        with self._read() as database:
            return dict(database.execute(query, (document,)).fetchall()) if database else {}

    def find_number(self, number: str) -> Entry | None:
        """The entry of a number that a document was issued under, or None."""
        with self._read() as database:
            rows = database.execute(_BY_NUMBER, (number,)).fetchall() if database else []
        return Entry(number, date.fromisoformat(rows[0][0]), confirmed=True) if rows else None

    def find_copies(self, sha256: str) -> tuple[Copy, ...]:
        """The documents of these bytes that were issued, if any."""
        with self._read() as database:
            rows = database.execute(_BY_SHA256, (sha256,)).fetchall() if database else []
        return tuple(Copy(*row) for row in rows)

    def newest_copy(self, number: str, suffix: str) -> Copy | None:
        """The document last issued under a number in that format."""
        with self._read() as database:
            rows = database.execute(_NEWEST, (number, suffix)).fetchall() if database else []
        return Copy(*rows[0]) if rows else None

    def _preview(self, document: str, subjects: Sequence[str], on: date) -> dict[str, Entry]:
        with self._read() as database:
            entries = _find_entries(database, document, subjects) if database else {}
            free = self._free_numbers(database, on)
            fresh = [subject for subject in dict.fromkeys(subjects) if subject not in entries]
            return entries | {subject: Entry(next(free)[1], on) for subject in fresh}

    def _free_numbers(self, database: sqlite3.Connection | None, on: date) -> Iterator[tuple[int, str]]:
        """The numbers of the series that were never given, lowest first."""
        series, taken = self.pattern.series(on), set[int]()
        if database:
            taken = {row[0] for row in database.execute("SELECT sequence FROM numbers WHERE series = ?", (series,))}
        # The settings may have had another pattern before, whose series gave the same number.
        sequence = 0
        while True:
            sequence += 1
            number = self.pattern.number(on, sequence)
            if sequence not in taken and not (database and _is_given(database, number)):
                yield sequence, number

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection | None]:
        """The database for looking; None when there is no register yet."""
        if not self.path.is_file():
            yield None
            return
        with _complain(self.path), closing(_connect(self.path, "rw")) as database:
            yield database if _is_ours(database, self.path) else None

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        """The database in one transaction that no other batch can come between."""
        with _complain(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(_connect(self.path, "rwc")) as database:
                if not _is_ours(database, self.path):
                    database.executescript(_SCHEMA)
                database.execute("BEGIN IMMEDIATE")
                yield database  # an error leaves the transaction open, and closing rolls it back
                database.execute("COMMIT")


_INSERT = "INSERT INTO numbers (number, series, sequence, document, subject, issued) VALUES (?, ?, ?, ?, ?, ?)"
_BY_NUMBER = "SELECT issued FROM numbers WHERE number = ? AND confirmed"
_BY_SHA256 = "SELECT number, format, sha256 FROM copies WHERE sha256 = ?"
_NEWEST = "SELECT number, format, sha256 FROM copies WHERE number = ? AND format = ? ORDER BY made DESC LIMIT 1"


def register_path(settings: Settings) -> Path:
    """Where the register lies: where the settings say, else in the user's data folder."""
    if settings.paden.certificaatregister:
        return settings.paden.certificaatregister
    import platformdirs  # noqa: PLC0415 - only when the settings do not say

    return Path(platformdirs.user_data_path("docgen", appauthor=False)) / FILE_NAME


def open_register(settings: Settings, *, dry: bool = False) -> Register:
    """The organisation's register; nothing is made before the first number is given."""
    return Register(register_path(settings), Pattern(settings.certificaat.nummer), dry)


def digest_subject(document: str, subject: str) -> str:
    """What the register and the manifest keep of a subject."""
    return hashlib.sha256(f"{document}\n{subject}".encode()).hexdigest()


def _find_entries(database: sqlite3.Connection, document: str, subjects: Sequence[str]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    unique = list(dict.fromkeys(subjects))
    for start in range(0, len(unique), MOST_MARKS):
        some = unique[start : start + MOST_MARKS]
        marks = ", ".join("?" * len(some))
        query = f"SELECT subject, number, issued, confirmed FROM numbers WHERE document = ? AND subject IN ({marks})"  # noqa: S608 - question marks only
        for subject, number, issued, confirmed in database.execute(query, (document, *some)):
            found[subject] = Entry(number, date.fromisoformat(issued), bool(confirmed))
    return found


def _hold(database: sqlite3.Connection, document: str, entries: dict[str, Entry]) -> None:
    """Count this run as one that uses these numbers, so that no other run gives them back."""
    database.executemany(
        "UPDATE numbers SET holders = holders + 1 WHERE document = ? AND subject = ?",
        [(document, subject) for subject in entries],
    )


def _is_given(database: sqlite3.Connection, number: str) -> bool:
    return database.execute("SELECT 1 FROM numbers WHERE number = ?", (number,)).fetchone() is not None


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=PATIENCE, isolation_level=None)


def _is_ours(database: sqlite3.Connection, path: Path) -> bool:
    """Whether the database is a register; an empty one is not yet. Raises SetupError for another program's file."""
    mark = database.execute("PRAGMA application_id").fetchone()[0]
    version = database.execute("PRAGMA user_version").fetchone()[0]
    if mark == APPLICATION_ID and version == VERSION:
        return True
    if mark or version or database.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        raise _refuse(path)
    return False


@contextmanager
def _complain(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise _refuse(path) from error


def _refuse(path: Path) -> SetupError:
    return SetupError(
        f"Het certificaatregister {path} kan niet gebruikt worden; kijk na of het een register van docgen is en of het "
        "geschreven mag worden, of kies een andere plaats in de instellingen (paden.certificaatregister)."
    )
