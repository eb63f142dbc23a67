"""Open a PDF that came from outside: what cannot be opened, or breaks while it is read, becomes one sentence."""

from __future__ import annotations

import io
import logging
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from pikepdf import Name, Object, PasswordError, Pdf, PikepdfError
from pikepdf.settings import set_qpdf_limits

from docgen.errors import UnreadableFileError

#: Filters other than the usual one cannot be stopped half-way: larger streams under them are not unpacked.
_MAX_OTHER_FILTER = 64 * 1024
#: A stream that unpacks to more, as it is or on the way through several filters, is not unpacked.
_MAX_UNPACKED = 32 * 1024 * 1024
#: What a damaged or hostile structure makes of an ordinary look at it: no such key, another type, no end.
_BROKEN = (PikepdfError, ValueError, TypeError, KeyError, RecursionError, OverflowError, zlib.error)

set_qpdf_limits(
    flate_max_memory=_MAX_UNPACKED,
    run_length_max_memory=_MAX_UNPACKED,
    png_max_memory=_MAX_UNPACKED,
    tiff_max_memory=_MAX_UNPACKED,
    max_stream_filters=4,
)
logging.getLogger("pikepdf").setLevel(logging.CRITICAL)  # it reports each repair on stderr


@contextmanager
def open_pdf(data: bytes) -> Iterator[Pdf]:
    """The opened file, repaired where the library can; raises UnreadableFileError for one that cannot be read."""
    try:
        # Keys that pages inherit stay where they are: handing them down first costs time and changes the file.
        with _as_source(data) as source, Pdf.open(source, inherit_page_attributes=False) as pdf:
            yield pdf
    except PasswordError as error:
        message = "is met een wachtwoord beveiligd; stuur het zonder wachtwoord"
        raise UnreadableFileError(message) from error
    except _BROKEN as error:
        if "encrypt" in str(error):
            message = "is beveiligd op een manier die hier niet geopend kan worden; stuur het zonder beveiliging"
            raise UnreadableFileError(message) from error
        message = "is een PDF-bestand dat beschadigd of onveilig opgebouwd is; bewaar het opnieuw en stuur het nog eens"
        raise UnreadableFileError(message) from error


def read_bounded(stream: Object, most: int) -> bytes:
    """The stream's bytes up to a limit, however much they would unpack to."""
    raw = stream.read_raw_bytes()
    if "/Filter" not in stream:
        return raw[:most]
    if stream.Filter == Name.FlateDecode and "/DecodeParms" not in stream:
        return zlib.decompressobj().decompress(raw, most)
    return stream.read_bytes()[:most] if len(raw) <= _MAX_OTHER_FILTER else b""


@contextmanager
def _as_source(data: bytes) -> Iterator[io.BytesIO | str]:
    """A file in memory where the system has them: pikepdf reads a path far faster than a Python stream."""
    if not hasattr(os, "memfd_create"):
        yield io.BytesIO(data)
        return
    handle = os.memfd_create("docgen")
    try:
        with open(handle, "wb", closefd=False) as file:
            file.write(data)
        yield f"/proc/self/fd/{handle}"
    finally:
        os.close(handle)
