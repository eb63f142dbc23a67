"""Read the facts that a certificate carries inside: the attached ``gegevens.json``."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any

import pikepdf

NAME = "gegevens.json"
#: Our own records are a kilobyte; whatever is larger is not ours.
MOST_BYTES = 256 * 1024


def read_attached(data: bytes) -> Mapping[str, Any] | None:
    """The attached record of a PDF; None when there is none that could be ours, or when this is no sound PDF."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if NAME not in pdf.attachments:
                return None
            attached = pdf.attachments[NAME].get_file()
            if attached.size > MOST_BYTES:
                return None
            record = json.loads(attached.read_bytes())
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return record if isinstance(record, dict) else None
