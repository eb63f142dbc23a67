"""A zip that is a dossier: its files one by one, after a look at its directory."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from docgen.errors import UnreadableFileError
from docgen.formats.kind import check_zip

_DAMAGED = "is beschadigd of niet volledig overgebracht; maak het opnieuw en stuur het nog eens"


def is_bundle(data: bytes) -> bool:
    """Whether the bytes are a plain zip: no Office or OpenDocument file, which are zips inside as well."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
    return names.isdisjoint({"[Content_Types].xml", "mimetype"})


def read_archive(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of a zip by name, in its own order; raises UnreadableFileError when it is unsafe or broken."""
    check_zip(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                if not entry.is_dir():
                    # Some programs on Windows write their own separator into the zip.
                    yield entry.filename.replace("\\", "/"), archive.read(entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise UnreadableFileError(_DAMAGED) from error
