"""The npm programs that tests drive, from `tests/clients`: installed at the first use, from the lock file."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from programs import need

FOLDER = Path(__file__).parent / "clients"
_READY = FOLDER / "node_modules" / ".package-lock.json"
_LOCK = FOLDER / ".installing"


def run_client(script: str, data: bytes, values: Mapping[str, str], folder: Path) -> bytes:
    """The file that `script` (one of ``tests/clients``) makes of `data` with these values."""
    node = need("node")
    _install()
    source, words, target = folder / "in.pdf", folder / "values.json", folder / "out.pdf"
    source.write_bytes(data)
    words.write_text(json.dumps(dict(values)), encoding="utf-8")
    subprocess.run([node, FOLDER / script, source, words, target], check=True, capture_output=True, timeout=120)
    return target.read_bytes()


def _install() -> None:
    for _ in range(300):
        if _READY.exists() and not _LOCK.exists():
            return
        try:
            _LOCK.mkdir()
        except FileExistsError:  # another test process is installing
            time.sleep(1)
            continue
        try:
            _run_npm()
        finally:
            _LOCK.rmdir()


def _run_npm() -> None:
    if _READY.exists():
        return
    command = [need("npm"), "ci", "--omit=optional", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        reason = f"npm could not install the clients of tests/clients: {done.stderr[-300:]}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
