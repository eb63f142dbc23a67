"""Where the files that come with docgen lie: templates, fonts and samples, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from docgen.errors import SetupError

_PACKAGE = Path(__file__).parent
#: A checkout keeps them at its top (``<root>/src/docgen`` is the package), a wheel inside the package.
_PLACES = (_PACKAGE, _PACKAGE.parents[1])


def find_shipped(name: str) -> Path:
    """Find the folder ``templates`` or ``samples`` that came with docgen; raises SetupError when it is not there."""
    for place in _PLACES:
        if (folder := place / name).is_dir():
            return folder
    message = f"De map “{name}” die bij docgen hoort, is niet gevonden; installeer docgen opnieuw."
    raise SetupError(message)
