"""The password that locks a batch's PDFs: from the first line of a file, and refused where it could not protect."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from pathlib import Path

from docgen.actions.read_dossier import read_regular_file
from docgen.errors import SetupError, UnreadableFileError, WrongUseError

#: A PDF takes no longer one, in bytes of UTF-8 (ISO 32000-2, 7.6.4.3.3).
LONGEST = 127

_ONLY_PDF = (
    "Met een wachtwoord komt er alleen een PDF: een Word-bestand zou voor iedereen leesbaar zijn; laat --to weg."
)
_NO_PRINT = "Een drukbestand is niet met een wachtwoord te beveiligen; laat --print of het wachtwoord weg."
_NO_LIBREOFFICE = (
    "LibreOffice maakt onbeveiligde tijdelijke bestanden; laat --pdf-engine libreoffice of het wachtwoord weg."
)


def read_password(path: Path) -> str:
    """The first line of the file, without its line end; raises SetupError when the file cannot be read."""
    try:
        lines = read_regular_file(path).decode("utf-8-sig").splitlines()
    except UnreadableFileError as error:
        message = f"Het wachtwoordbestand “{path.name}” {error}."
        raise SetupError(message) from error
    except UnicodeDecodeError as error:
        message = f"Het wachtwoordbestand “{path.name}” is geen UTF-8; bewaar het opnieuw als UTF-8."
        raise SetupError(message) from error
    return lines[0] if lines else ""


def refuse_password(
    password: str, formats: Collection[str], *, has_print_file: bool = False, with_libreoffice: bool = False
) -> None:
    """Raise WrongUseError for a password that locks nothing, or beside which something would lie open."""
    if not password.strip():
        message = "Het wachtwoord is leeg; geef een wachtwoord van minstens één teken."
        raise WrongUseError(message)
    if len(unicodedata.normalize("NFKC", password).encode()) > LONGEST:
        message = f"Het wachtwoord is langer dan {LONGEST} tekens; kies een korter."
        raise WrongUseError(message)
    if "docx" in formats:
        raise WrongUseError(_ONLY_PDF)
    if has_print_file:
        raise WrongUseError(_NO_PRINT)
    if with_libreoffice:
        raise WrongUseError(_NO_LIBREOFFICE)
