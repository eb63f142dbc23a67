"""The command group: discovery, laziness, and one sentence for whatever goes wrong."""

from __future__ import annotations

import importlib
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import docgen.cli
from docgen.cli import main
from docgen.cli.group import INTERRUPTED, Commands, expand_wildcards, find_width
from docgen.errors import DocgenError, ExitCode, MissingProgramError, SetupError, UnreadableFileError, WrongUseError

#: What may not be loaded to print a help text.
HEAVY = {
    "openpyxl", "python_calamine", "docxtpl", "docx", "lxml", "pikepdf", "pypdf", "pypdfium2", "reportlab", "typst",
    "zxingcpp", "pydantic", "rich", "jinja2", "babel", "rapidfuzz",
}  # fmt: skip


def run(*args: str) -> Result:
    return CliRunner().invoke(main, list(args))


def run_python(code: str, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, text=True, encoding="utf-8", check=False
    )


def group_that(failure: BaseException) -> click.Group:
    @click.group(cls=Commands, name="docgen", invoke_without_command=True)
    def failing() -> None:
        raise failure

    return failing


def command_modules() -> list[str]:
    modules = (importlib.import_module(f"docgen.cli.{m.name}") for m in pkgutil.iter_modules(docgen.cli.__path__))
    return [module.__name__.rpartition(".")[2] for module in modules if hasattr(module, "command")]


def test_help_is_printed_without_loading_a_file_library():
    code = "import sys; from docgen.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    loaded = {name.partition(".")[0] for name in run_python(code).stdout.splitlines()[-1].split()}
    assert "click" in loaded
    assert set() == loaded & HEAVY


@pytest.mark.parametrize("name", command_modules())
def test_every_module_that_exports_a_command_is_found_with_one_line_of_help(name: str):
    module = importlib.import_module(f"docgen.cli.{name}")
    assert isinstance(module.command, click.Command)
    line = (module.__doc__ or "").splitlines()[0]
    assert line in " ".join(run("--help").output.split())


@pytest.mark.parametrize("name", command_modules())
def test_every_command_has_help(name: str):
    result = run(name, "--help")
    assert (0, True) == (result.exit_code, result.output.startswith("Usage: docgen"))


def test_python_m_docgen_is_the_same_program():
    done = subprocess.run([sys.executable, "-m", "docgen", "--version"], capture_output=True, text=True, check=True)
    assert f"docgen {docgen.__version__}\n" == done.stdout


def test_an_unknown_command_is_answered_with_the_nearest_one():
    result = run("lst")
    assert (ExitCode.WRONG_USE, "“lst” is geen commando van docgen; bedoelt u “list”?\n") == (
        result.exit_code,
        result.stderr,
    )


def test_a_command_that_resembles_none_is_answered_with_all_of_them():
    assert "er is " in run("xyzzy").stderr


def test_an_unknown_option_is_answered_with_the_nearest_one():
    result = run("--debgu")
    assert (2, "“--debgu” bestaat hier niet; bedoelt u “--debug”?\n") == (result.exit_code, result.stderr)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (WrongUseError("Een zin."), 2),
        (UnreadableFileError("Een zin."), 3),
        (SetupError("Een zin."), 4),
        (MissingProgramError("Een zin."), 5),
        (DocgenError("Een zin."), 70),
    ],
)
def test_an_error_is_one_sentence_and_its_own_exit_code(error: DocgenError, code: int):
    result = CliRunner().invoke(group_that(error), [])
    assert (code, "Een zin.\n", "") == (result.exit_code, result.stderr, result.stdout)


def test_debug_shows_where_an_error_came_from():
    result = CliRunner().invoke(group_that(SetupError("Een zin.")), ["--debug"])
    assert "Traceback" in result.stderr
    assert result.stderr.endswith("Een zin.\n")


def test_our_own_bug_is_named_by_kind_and_never_by_its_text():
    result = CliRunner().invoke(group_that(ValueError("Jan Peeters")), [])
    assert (70, True, False) == (result.exit_code, "ValueError" in result.stderr, "Peeters" in result.stderr)
    assert 1 == result.stderr.count("\n")


def test_an_interrupted_command_says_that_nothing_is_half():
    result = CliRunner().invoke(group_that(KeyboardInterrupt()), [])
    assert (INTERRUPTED, True) == (result.exit_code, "volledig" in result.stderr)


def test_a_command_that_gives_no_exit_code_is_done():
    @click.group(cls=Commands, name="docgen", invoke_without_command=True)
    def quiet() -> str:
        return "niets"

    assert 0 == CliRunner().invoke(quiet, []).exit_code


def test_a_pipe_that_breaks_under_a_command_is_left_quietly(tmp_path: Path):
    out = tmp_path / "uit"
    code = (
        "import sys, os, click; from docgen.cli.group import Commands\n"
        "def fail(): raise BrokenPipeError\n"
        "Commands(name='docgen', invoke_without_command=True, callback=fail).main([])"
    )
    with out.open("wb") as stream:
        done = subprocess.run([sys.executable, "-c", code], stdout=stream, stderr=subprocess.PIPE, check=False)
    assert (1, b"") == (done.returncode, done.stderr)


def test_a_reader_that_stops_early_is_no_error():
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as out:
        command = [sys.executable, "-m", "docgen", "--help"]
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, check=False)
    assert (1, b"") == (done.returncode, done.stderr)


def test_a_character_that_the_terminal_lacks_does_not_stop_a_sentence():
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-m", "docgen", "Ł\udcff"], capture_output=True, env=env, check=False)
    assert (2, "“Ł\\udcff” is geen commando".encode()) == (done.returncode, done.stderr[:31])


def test_a_flag_after_two_dashes_is_left_alone(tmp_path: Path):
    result = run("list", "--", "--debug", str(tmp_path))
    assert (2, False) == (result.exit_code, "Traceback" in result.stderr)


def test_wildcards_are_expanded_on_windows_where_the_shell_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("b.pdf", "a.pdf", "c.txt"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    typed = ["read", "*.pdf", "*.xlsx", "-o", "uit.csv"]
    assert (["read", "a.pdf", "b.pdf", "*.xlsx", "-o", "uit.csv"], typed) == (
        expand_wildcards(typed, "nt"),
        expand_wildcards(typed, "posix"),
    )


def test_without_a_command_the_help_is_shown():
    assert "Commands:" in run().output


def test_help_is_as_wide_as_the_terminal_and_no_wider_than_reads_well(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((72, 24)))
    assert 72 == find_width()
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((300, 24)))
    assert 100 == find_width()
