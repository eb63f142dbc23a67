from __future__ import annotations

import tomllib
from pathlib import Path

import docgen
from docgen.version import VERSION


def test_the_version_is_the_one_the_package_is_published_under():
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION == docgen.__version__
