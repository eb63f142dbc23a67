"""How much an XML part may hold before a parser opens it: a tree takes far more memory than the text it came from."""

from __future__ import annotations

from docgen.errors import UnreadableFileError

#: An element or attribute takes some 125 bytes of memory, so these fill about 250 MB. A full form has some 10,000.
_MOST_MARKS = 2_000_000
_TOO_MUCH = "bevat veel meer onderdelen dan een formulier heeft en wordt niet geopend; stuur het formulier zelf"


def check_amount(part: bytes) -> None:
    """Look whether a part has no more elements and attributes than memory can hold; raises UnreadableFileError."""
    if part.count(b"<") + part.count(b"=") > _MOST_MARKS:
        raise UnreadableFileError(_TOO_MUCH)
