"""Find an outside program for a test: skip with a loud reason where it is missing, fail in CI."""

from __future__ import annotations

import os
import shutil

import pytest


def need(*names: str) -> str:
    """The path of the first program found; the test is skipped without it, and fails in CI."""
    for name in names:
        if (path := shutil.which(name)) is not None:
            return path
    reason = f"{names[0]} is not installed: this test drives it"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
