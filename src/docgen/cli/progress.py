"""How far a batch is, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click


def show_progress() -> Callable[[int, int], None]:
    """A counter on stderr that hears how many of how many are done; silent where stderr is no terminal."""
    if not sys.stderr.isatty():
        return lambda *_: None

    def show(done: int, total: int) -> None:
        click.echo(f"\r{done} van {total}", err=True, nl=done == total)

    return show
