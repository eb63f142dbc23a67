"""One file of a dossier on its way from disk to the door that opens it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DossierFile:
    """One file of a dossier: its name within it and its bytes, or the Dutch sentence that says why there are none.

    `aside` says in a word what a thing is that only came along with an e-mail: it is listed, not judged. The text of
    an e-mail itself `is_letter`.
    """

    name: str
    data: bytes | None = None
    sentence: str | None = None
    aside: str | None = None
    is_letter: bool = False
