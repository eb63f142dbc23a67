"""What a user reads who typed a command wrongly: one sentence in Dutch, with a way on."""

from __future__ import annotations

from datetime import date

import click
import pytest
from click.testing import CliRunner

from docgen.cli.group import Commands
from docgen.cli.options import BelgianDate
from docgen.cli.sentences import sentence_on_bug, sentence_on_use


@click.command("probe")
@click.argument("name")
@click.option("--on", type=BelgianDate())
@click.option("--size", type=int)
@click.option("--limit", type=click.IntRange(min=1))
def probe(name: str, on: object, size: int, limit: int) -> None:  # noqa: ARG001 - only its mistakes are tested
    click.echo(f"{name} {on} {size}")


class Probe(Commands):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return ["probe"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - same
        return probe


group = Probe(name="docgen", callback=lambda: None)


@pytest.mark.parametrize(
    ("expected", "args"),
    [
        ("NAME ontbreekt; zie “docgen probe --help”.", []),
        ("“--on”: geen datum; schrijf bijvoorbeeld 01/09/2025 of 2025-09-01.", ["x", "--on", "31/2/2025"]),
        ("“--on”: geen datum; schrijf bijvoorbeeld 01/09/2025 of 2025-09-01.", ["x", "--on", "9/13/2025"]),
        ("“--size” is niet goed gebruikt; zie “docgen --help”.", ["x", "--size"]),
        ("“--limit” moet een geheel getal zijn vanaf 1; zie “docgen probe --help”.", ["x", "--limit", "0"]),
        ("“--limit” moet een geheel getal zijn vanaf 1; zie “docgen probe --help”.", ["x", "--limit", "drie"]),
        ("“--sise” bestaat hier niet; bedoelt u “--size”?", ["x", "--sise", "1"]),
        ("“--xyzzy” bestaat hier niet; zie “docgen probe --help”.", ["x", "--xyzzy"]),
    ],
)
def test_a_wrong_command_is_one_sentence_in_dutch(expected: str, args: list[str]):
    result = CliRunner().invoke(group, ["probe", *args])
    assert (2, "", f"{expected}\n") == (result.exit_code, result.stdout, result.stderr)


@pytest.mark.parametrize("typed", ["1/9/2025", "2025-09-01", "1 september 2025", "ma 1.9.2025"])
def test_a_day_is_typed_as_a_belgian_writes_it(typed: str):
    assert "x 2025-09-01 None\n" == CliRunner().invoke(group, ["probe", "x", "--on", typed]).stdout


def test_a_day_that_is_a_day_already_is_taken_as_it_is():
    assert date(2025, 9, 1) == BelgianDate().convert(date(2025, 9, 1), None, None)


def test_too_much_on_the_line_is_wrong_use_too():
    result = CliRunner().invoke(group, ["probe", "x", "y"])
    assert (2, "Er staat te veel op de regel: y; zie “docgen probe --help”.\n") == (result.exit_code, result.stderr)


@pytest.mark.parametrize(
    ("expected", "error"),
    [
        ("lijst.xlsx kan niet geopend worden; zie “docgen --help”.", click.FileError("lijst.xlsx")),
        ("hint: klopt niet.", click.BadParameter("klopt niet.", param_hint="hint")),
        ("Een waarde: klopt niet.", click.BadParameter("klopt niet.")),
    ],
)
def test_whatever_else_click_finds_becomes_a_sentence(expected: str, error: click.ClickException):
    assert expected == sentence_on_use(error)


def test_a_bug_that_is_not_in_our_files_names_only_its_kind():
    assert "(KeyError)" in sentence_on_bug(KeyError("Jan Peeters"))
    assert "Peeters" not in sentence_on_bug(KeyError("Jan Peeters"))
