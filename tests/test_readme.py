"""The README's commands do what the README shows."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

from docgen.settings import Settings, parse_settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL)


def commands():
    """Each command with the lines that the README shows under it."""
    for block in BLOCKS:
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            yield command, shown.rstrip("\n").splitlines()


def fits(shown: list[str], printed: list[str]) -> bool:
    """Whether the shown lines are the printed ones; a line with only … stands for any number of lines."""
    if not shown:
        return not printed
    if shown[0] == "…":
        return any(fits(shown[1:], printed[skipped:]) for skipped in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and fits(shown[1:], printed[1:])


def test_every_command_prints_what_the_readme_shows(tmp_path):
    for name in ("samples", "templates"):
        (tmp_path / name).symlink_to(ROOT / name)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "XDG_DATA_HOME": str(tmp_path / "data"), "COLUMNS": "400"}
    found = list(commands())
    assert len(found) >= 8
    for command, shown in found:
        done = subprocess.run(
            shlex.split(command), cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode in (0, 1), f"{command}\n{done.stderr}"
        assert fits(shown, done.stdout.splitlines()), f"{command}\n{done.stdout}"


def test_every_file_the_readme_points_at_exists():
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_settings_that_the_readme_shows_are_all_there_are():
    (shown,) = re.findall(r"```toml\n(.*?)```", README, flags=re.DOTALL)
    table = tomllib.loads(shown)
    parse_settings(table, "README.md")
    known = {(part, key) for part, field in Settings.model_fields.items() for key in field.annotation.model_fields}
    assert known == {(part, key) for part, keys in table.items() for key in keys}
