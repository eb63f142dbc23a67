"""What an XML part may hold: how much, as a tree takes far more memory than its text, and which characters."""

from __future__ import annotations

import re

from docgen.errors import UnreadableFileError

#: An element or attribute takes some 125 bytes of memory, so these fill about 250 MB. A full form has some 10,000.
_MOST_MARKS = 2_000_000
#: Characters that no XML can hold, lone surrogates included; Word and Excel refuse a file with one (XML 1.0, § 2.2).
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TOO_MUCH = "bevat veel meer onderdelen dan een formulier heeft en wordt niet geopend; stuur het formulier zelf"


def check_amount(part: bytes) -> None:
    """Look whether a part has no more elements and attributes than memory can hold; raises UnreadableFileError."""
    if part.count(b"<") + part.count(b"=") > _MOST_MARKS:
        raise UnreadableFileError(_TOO_MUCH)
