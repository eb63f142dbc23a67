"""The one error root, its few children, and the exit code each carries.

An error says why *we* cannot go on and what to do about it, in one Dutch sentence.
What a sender filled in wrongly is never an error: it is a finding (``docgen.model.rule``).
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command line answers to the shell."""

    DONE = 0
    NOT_COMPLETE = 1
    WRONG_USE = 2
    NOTHING_READ = 3
    SETUP = 4
    MISSING_PROGRAM = 5
    BUG = 70


class DocgenError(Exception):
    """Root of all that docgen raises on purpose; its text is one sentence for the user."""

    exit_code = ExitCode.BUG


class WrongUseError(DocgenError):
    """The command was asked for something that does not exist or does not fit."""

    exit_code = ExitCode.WRONG_USE


class UnreadableFileError(DocgenError):
    """One file cannot be opened or is refused: what it is and what its sender should do."""

    exit_code = ExitCode.NOTHING_READ


class SetupError(DocgenError):
    """Settings, templates or the output place are at fault."""

    exit_code = ExitCode.SETUP


class MissingProgramError(DocgenError):
    """A program outside docgen is needed and not installed."""

    exit_code = ExitCode.MISSING_PROGRAM
