"""The command group: finds the commands, loads only the one that is asked for, and turns every error into a sentence.

A command is a module of this package that defines `command`, told by its text; the first line of its docstring is
its line in ``docgen --help``. A command returns its exit code; None means done.
"""

from __future__ import annotations

import io
import os
import pkgutil
import re
import sys
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from itertools import takewhile
from typing import Any

import click

from docgen.cli.sentences import sentence_on_bug, sentence_on_use
from docgen.errors import DocgenError, ExitCode
from docgen.version import VERSION

#: What a shell expects of a program that Ctrl-C stopped: 128 + SIGINT.
INTERRUPTED = 130
#: Help texts are no wider than this, also where the output is no terminal.
_WIDEST = 100
_DEFINES = re.compile(rb"^(?:def command\(|command\b.* = )", re.MULTILINE)


class Commands(click.Group):
    """The commands of this package, discovered by their file and loaded one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the commands in alphabetical order: one per module."""
        folder = os.path.dirname(__file__)  # noqa: PTH120 - pathlib takes 7 ms to load
        names = (module.name for module in pkgutil.iter_modules([folder]))
        return sorted(name.replace("_", "-") for name in names if _DEFINES.search(_source(name)))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the module of that name; None when there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        loaded: click.Command = import_module(f"docgen.cli.{cmd_name.replace('-', '_')}").command
        return loaded

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a name that is none is answered with the nearest one."""
        known = self.list_commands(ctx)
        if not args[0].startswith("-") and args[0] not in known:
            raise click.UsageError(_unknown_command(args[0], known), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write one line per command without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _first_line(name)) for name in self.list_commands(ctx)])

    def main(
        self,
        args: Iterable[str] | None = None,
        prog_name: str | None = "docgen",
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - click's signature
        **extra: Any,  # noqa: ANN401 - click's signature
    ) -> Any:  # noqa: ANN401 - click's signature
        """Run one command and leave with its exit code; the only place that catches whatever went wrong."""
        given = expand_wildcards(sys.argv[1:], os.name) if args is None else list(args)
        debug = "--debug" in takewhile(lambda arg: arg != "--", given)
        if debug:
            given.remove("--debug")
        _prepare_streams()
        code = self._answer(given, debug, prog_name=prog_name, complete_var=complete_var, **extra)
        if standalone_mode:
            sys.exit(int(code))
        return code

    def _answer(self, args: list[str], debug: bool, **extra: Any) -> int:  # noqa: ANN401, FBT001 - click's own
        try:
            result = super().main(args, standalone_mode=False, **extra)
            sys.stdout.flush()
        except click.ClickException as error:
            return _say(sentence_on_use(error), ExitCode.WRONG_USE, debug=debug)
        except DocgenError as error:
            return _say(str(error), error.exit_code, debug=debug)
        except (click.Abort, KeyboardInterrupt):
            return _say("Onderbroken. De bestanden die al geschreven zijn, zijn volledig.", INTERRUPTED, debug=debug)
        except BrokenPipeError:
            return _leave_quietly()
        except Exception as error:  # noqa: BLE001 - the top of the command line
            return _say(sentence_on_bug(error), ExitCode.BUG, debug=debug)
        return result if isinstance(result, int) else ExitCode.DONE


def _say(sentence: str, code: int, *, debug: bool) -> int:
    if debug:
        import traceback  # noqa: PLC0415 - only when asked for

        traceback.print_exc()
    click.echo(sentence, err=True)
    return code


def _leave_quietly() -> int:
    """Whoever read our output stopped reading, as ``head`` does; keep Python from complaining at its own exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ExitCode.NOT_COMPLETE


def _prepare_streams() -> None:
    """Redirected output is UTF-8 on every system, and no character can stop a sentence from being printed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def expand_wildcards(words: list[str], system: str) -> list[str]:
    """What was typed, with ``*.pdf`` as the files it stands for where the shell leaves that to the program: Windows."""
    if system != "nt":
        return words
    from glob import glob  # noqa: PLC0415 - only there

    patterns = {word: sorted(glob(word)) for word in words if "*" in word or "?" in word}  # noqa: PTH207 - as typed
    return [found for word in words for found in patterns.get(word) or [word]]


def find_width() -> int:
    """The width of help texts; click would load shutil, with all its archive formats, to find it."""
    try:
        return min(os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns, _WIDEST)
    except (OSError, ValueError):
        return _WIDEST


def _unknown_command(name: str, known: list[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

    close = get_close_matches(name, known, 1)
    return f"“{name}” is geen commando van docgen; " + (
        f"bedoelt u “{close[0]}”?" if close else f"er is {', '.join(known)}."
    )


def _first_line(name: str) -> str:
    """The first line of the module's docstring, read as text: importing it would load what the command needs."""
    return _source(name).split(b"\n", 1)[0].decode("utf-8").strip().strip('"')


@cache
def _source(name: str) -> bytes:
    return pkgutil.get_data("docgen.cli", f"{name.replace('-', '_')}.py") or b""


@click.group(
    cls=Commands,
    name="docgen",
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": find_width()},
    epilog="Exit codes: 0 done, 1 done but not everything is in order, 2 wrong use, 3 nothing could be read, "
    "4 settings, template or output place at fault, 5 a needed program is missing, 70 a fault of docgen itself.",
)
@click.version_option(VERSION, message="docgen %(version)s")
@click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback with an error.")
def main() -> None:
    """Make, send, read and check forms, and issue the documents that follow from them."""
