"""Recognise the ambt behind its many spellings, so that RL1 and form can be compared (§ 4.2, § 4.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from docgen.text import count_typos, fold

#: Words that tell the level of education (§ 5.1, § 5.2), grouped: within a group two wordings never make another ambt.
#: "vwo" is CVO (ruling: § 1 writes "VWO" where § 4.3 and § 5.2 write "CVO").
_LEVELS = {
    word: level
    for level, words in {
        "basis": "bao bubao basisonderwijs lager kleuter kleuteronderwijs basisschool",
        "secundair": "so buso secundair middenschool atheneum",
        "clb": "clb leerlingenbegeleiding",
        "cvo": "cvo vwo volwassenenonderwijs",
        "dko": "dko kunstonderwijs academie",
        "lsc": "lsc",
    }.items()
    for word in words.split()
}
#: An ambt of more words than this stands in a sentence.
_LONGEST_NAME = 7
_IN_SENTENCE = re.compile(
    r"(?:algemeen |technisch adviseur[- ]?)?(?:adj(?:unct)?[.\s-]*)?(?:directeur|directrice|co[oö]rdinator)",
    re.IGNORECASE,
)
#: Posts that are no selectie- of bevorderingsambt (§ 4.1), as prints word them (external).
_OTHER_POST = re.compile(
    r"\b(?:leraar|lerares|leerkracht|onderwijzer|onderwijzeres|\w*opvoeder|kleuter(?:onderwijzer|leid)\w*|docent|lector"
    r"|leermeester|zorgcoach|logopedist\w*|kinesitherapeut\w*|kinderverzorg\w*|paramedicus|consulent"
    r"|administratief medewerker|secretariaatsmedewerker|beleidsondersteuner"
    r"|(?:zorg|ict|graad|gok|stage|opleidings) ?coordinator)\b"
)
#: "dir." and the like, and the feminine forms: prints and people write them (external).
_SHORTENED = {
    "dir": "directeur", "directrice": "directeur", "adj": "adjunct", "adjuncte": "adjunct",
    "coord": "coordinator", "coordinatrice": "coordinator",
}  # fmt: skip
#: Words before "directeur" that make it another ambt.
_QUALIFIERS = ("algemeen", "coordinerend", "onder")


@dataclass(frozen=True)
class Ambt:
    """What an ambt comes down to; `soort` is None when the text names none, or more than one."""

    soort: str | None
    niveau: str | None = None
    meerdere: bool = False


@lru_cache(maxsize=512)
def parse_ambt(text: str | None) -> Ambt:
    """The kind of ambt and the level of education in a text such as ``wnd. adjunct-directeur (SO)``."""
    words = [_spell_out(word) for word in fold(text or "").replace("adjunctdirect", "adjunct direct").split()]
    levels = {_LEVELS[word] for word in words if word in _LEVELS}
    niveau = levels.pop() if len(levels) == 1 else None
    kinds = _kinds(words)
    if len(kinds) == 1:
        return Ambt(kinds.pop(), niveau)
    if kinds:
        return Ambt(None, niveau, meerdere=True)
    rest = " ".join(word for word in words if word not in _LEVELS and not word.isdigit())
    return Ambt(rest or None, niveau)


def cut_ambt(text: str) -> str:
    """The words of the ambt alone where it stands in a sentence; a short text as it is."""
    found = _IN_SENTENCE.search(text) if len(text.split()) > _LONGEST_NAME else None
    return found[0] if found else text.strip()


def same_ambt(one: str | None, other: str | None) -> bool:
    """Whether both texts name the same ambt (§ 4.2): the same kind, and no two different levels of education."""
    left, right = parse_ambt(one), parse_ambt(other)
    if left.soort is None or right.soort is None:
        return False
    if left.niveau and right.niveau and left.niveau != right.niveau:
        return False
    if left.soort == "coordinator" == right.soort:
        return is_outside(one or "") is is_outside(other or "")
    return left.soort == right.soort or _misspelt(left.soort, right.soort)


def is_leading(text: str | None) -> bool:
    """Whether the text names an ambt that the handleiding is about: (adjunct-)directeur or coördinator (§ 1)."""
    ambt = parse_ambt(text)
    return ambt.meerdere or (ambt.soort or "").endswith(("directeur", "coordinator"))


def is_other_post(text: str) -> bool:
    """Whether the text plainly names a post that the handleiding is not about (§ 4.1), such as ``leraar``."""
    return bool(_OTHER_POST.search(fold(text)))


def is_outside(text: str) -> bool:
    """Whether the text names such a post and none of the ambten of the handleiding beside it."""
    named = parse_ambt(text).soort or ""
    return is_other_post(text) and not named.endswith("directeur") and not parse_ambt(text).meerdere


def _kinds(words: list[str]) -> set[str]:
    heads = [n for n, word in enumerate(words) if word == "directeur"]
    kinds = {_qualified(words[n - 1] if n else "") for n in heads}
    if "coordinator" in words:
        kinds.add("coordinator")
    return kinds


def _qualified(before: str) -> str:
    if before == "adjunct":
        return "adjunct-directeur"
    return f"{before} directeur" if before in _QUALIFIERS else "directeur"


def _spell_out(word: str) -> str:
    """The whole word for an abbreviation, a feminine form or one or two typing errors."""
    if word in _SHORTENED:
        return _SHORTENED[word]
    for known in ("directeur", "coordinator", "adjunct"):
        if abs(len(word) - len(known)) < 3 and count_typos(word, known, 1 if known == "adjunct" else 2) is not None:
            return known
    return word


def _misspelt(one: str, other: str) -> bool:
    """Two spellings of one unknown ambt; the known kinds differ by more than spelling."""
    return min(len(one), len(other)) > 6 and count_typos(one, other, 2) is not None
