"""What holds for every test: nothing is kept in the cache folder of who runs them."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    os.environ["DOCGEN_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    del os.environ["DOCGEN_CACHE"]
