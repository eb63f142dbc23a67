"""Fixed spaces stand where a line may not break, at any depth."""

from dataclasses import dataclass

import pytest

from docgen.families.certificeringsniveaus.typografie import bind


@dataclass(frozen=True)
class Pair:
    one: str
    more: dict[str, tuple[str, ...]]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("80_%", "80 %"),
        ("«_oui_»", "« oui »"),
        ("à savoir_: non_; qui_?", "à savoir : non ; qui ?"),
        ("Consultant A_tot_Z in dienst", "Consultant A tot Z in dienst"),
        ("Consultant de A_à_Z", "Consultant de A à Z"),
        ("Voorwaarde: tekst", "Voorwaarde: tekst"),
    ],
)
def test_a_space_is_fixed_where_a_line_may_not_break(expected, text):
    assert expected.replace("_", "\N{NO-BREAK SPACE}") == bind(text)


def test_everything_inside_is_bound():
    fixed = "1\N{NO-BREAK SPACE}%"
    assert Pair(fixed, {"a b %": (fixed, fixed)}) == bind(Pair("1 %", {"a b %": ("1 %", "1 %")}))
    assert bind(3) == 3
