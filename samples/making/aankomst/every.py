"""Every upload among the samples."""

from __future__ import annotations

from aankomst.arrival import Arrival
from aankomst.digital import digital
from aankomst.evidence_digital import textual
from aankomst.evidence_pictures import pictured
from aankomst.hand import by_hand
from aankomst.paper import from_paper


def every_arrival() -> list[Arrival]:
    """All of them, by how they came."""
    return [*digital(), *textual(), *from_paper(), *by_hand(), *pictured()]
