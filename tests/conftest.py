"""What several tests share: the made families beside the real ones."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from docgen import families
from docgen.families.discover import find_families
from docgen.model.family import Family

MADE = Path(__file__).parent / "made_families"


@pytest.fixture
def made_families(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mapping[str, Family]]:
    """Every family with the made ones (`winkels`, a list; `dagboek`, confidential), found as the real ones are."""
    monkeypatch.setattr(families, "__path__", [*families.__path__, str(MADE)])
    find_families.cache_clear()
    yield find_families()
    find_families.cache_clear()
    made = tuple(f"{families.__name__}.{folder.name}" for folder in MADE.iterdir())
    for name in [name for name in sys.modules if name.startswith(made)]:
        del sys.modules[name]


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing is kept in the cache folder of who runs the tests."""
    os.environ["DOCGEN_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    del os.environ["DOCGEN_CACHE"]
