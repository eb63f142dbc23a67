"""What comments and docstrings of a family cite is there: the section they name, and in it the words they quote."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

import docgen.families

FAMILIES = Path(docgen.families.__path__[0])
EXTRACTS = Path(__file__).parents[1] / "data" / "bronnen"
#: The source of each family, where it bears another name.
SOURCES = {"jobtraining": "handleiding"}
#: The headings of pages whose extract does not mark them.
HEADINGS = {
    "trajecten": (
        "On the job training certificeringstrajecten",
        "Consultant A tot Z",
        "Interviewvoorzitter",
        "Consultant selectietests",
    ),
    "certificeringsniveaus": ("Geen certificering", "Individuele certificering", "Klantcertificering"),
}
#: A quotation and the section named right behind it: ``"vanaf 2013", § 4.1``.
QUOTED = re.compile(r'"([^"§]{6,})"[^"§]{0,30}§ (\d(?:\.\d)?|[A-Z][\w ]+)')
NAMED = re.compile(r"§ (\d(?:\.\d)?|[A-Z][\w ]+)")
MODULES = sorted(path for path in FAMILIES.glob("*/**/*.py") if "§" in path.read_text(encoding="utf-8"))


def normalise(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("‘", "'").split()).lower()


def sections_of(module: Path) -> dict[str, str]:
    """The words of each section of the source that the module's family enforces; some stand in several pieces."""
    family = module.relative_to(FAMILIES).parts[0]
    text = (EXTRACTS / f"{SOURCES.get(family, family)}.txt").read_text(encoding="utf-8")
    found, title = dict[str, str](), ""
    for line in text.splitlines():
        bare = line.strip(" •")
        if line.startswith("=== § ") or bare in HEADINGS.get(family, ()):
            title = bare.removeprefix("=== § ").strip()
        found[title] = f"{found.get(title, '')} {line}"
    return {title: normalise(words) for title, words in found.items() if title}


def spoken_texts(module: Path) -> Iterator[str]:
    """Each docstring, and each run of comment lines, as one line."""
    source = module.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (words := ast.get_docstring(node)):
            yield " ".join(words.split())
    run, last = list[str](), 0
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            if token.start[0] != last + 1 and run:
                yield " ".join(run)
                run = []
            run.append(token.string.lstrip("#: "))
            last = token.start[0]
    yield " ".join(run)


def find_section(named: str, sections: dict[str, str]) -> str | None:
    """The section that the words behind a § name: its number, or the longest title that they begin with."""
    if named[:1].isdigit():
        inner = [words for title, words in sections.items() if title == named or title.startswith(f"{named}.")]
        return " ".join(inner) or None
    fitting = [title for title in sections if named.startswith(title)]
    return sections[max(fitting, key=len)] if fitting else None


@pytest.mark.parametrize("module", MODULES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_section_that_a_family_names_is_one_of_its_source(module: Path):
    sections = sections_of(module)
    named = [found[1] for text in spoken_texts(module) for found in NAMED.finditer(text)]
    assert [] == [each for each in named if find_section(each, sections) is None]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: "/".join(path.parts[-2:]))
def test_words_quoted_beside_a_section_stand_in_it(module: Path):
    sections = sections_of(module)
    astray = [
        (quote, named)
        for text in spoken_texts(module)
        for quote, named in QUOTED.findall(text)
        for piece in quote.split("…")
        if normalise(piece).strip(" .,") not in (find_section(named, sections) or "")
    ]
    assert [] == astray
