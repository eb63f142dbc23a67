"""Where a rule comes from: a quoted sentence of a source document, and our ruling where it is silent.

A ruling is never passed off as the source's word: the two are separate fields everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """A literal sentence of one of the source documents, with the section it stands in."""

    document: str
    section: str
    sentence: str


def handleiding(section: str, sentence: str) -> Source:
    """Quote the handleiding jobtraining of PBD-GO!; `section` is its number, such as ``4.2``."""
    return Source("handleiding", section, sentence)


def trajecten(section: str, sentence: str) -> Source:
    """Quote FOD BOSA's page on the on-the-job certification trajectories; `section` is a heading."""
    return Source("trajecten", section, sentence)


def certificeringsniveaus(section: str, sentence: str) -> Source:
    """Quote FOD BOSA's page on the certification levels; `section` is a heading."""
    return Source("certificeringsniveaus", section, sentence)


def competentiebilan(section: str, sentence: str) -> Source:
    """Quote FOD BOSA's page on the competentiebilan; `section` is a heading."""
    return Source("competentiebilan", section, sentence)
