"""Find the families: every package here that holds a `family` module; nothing is listed."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType

from docgen import families
from docgen.model.family import Family


@cache
def find_families() -> Mapping[str, Family]:
    """Every family by name, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(families.__path__) if module.ispkg)
    modules = (f"{families.__name__}.{name}.family" for name in names)
    found = [import_module(name).FAMILY for name in modules if find_spec(name) is not None]
    return MappingProxyType({family.name: family for family in found})
