"""Lock a PDF with a password: AES-256, readable aloud, and all of it locked, the attached record and the title too.

Its bytes differ every time: AES-256 in PDF asks for random salts and a random key, and fixed ones would not protect.
"""

from __future__ import annotations

import io
import unicodedata

import pikepdf

#: Whoever can open it may do everything with it; screen readers too (ISO 14289-1, 7.16: the tenth bit of P).
_ALLOWED = pikepdf.Permissions(modify_assembly=True)
#: An encrypted file is no archive file (ISO 19005-3, 6.1.3), so it does not say that it is one.
_ARCHIVE_CLAIM = ("pdfaid:part", "pdfaid:conformance")


def encrypt_pdf(data: bytes, password: str) -> bytes:
    """The same PDF, which only opens with the password: as readers compare it, `é` in one character or two."""
    locked = unicodedata.normalize("NFKC", password)
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for claim in _ARCHIVE_CLAIM:
                metadata.pop(claim, None)
        pdf.save(buffer, encryption=pikepdf.Encryption(owner=locked, user=locked, R=6, allow=_ALLOWED))
    return buffer.getvalue()
