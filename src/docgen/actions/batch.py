"""One item of a batch: a fault of docgen itself in it must not stop the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def try_item(work: Callable[[], Result], on_bug: Callable[[Exception], Result]) -> Result:
    """What `work` gives, or what `on_bug` makes of the fault that stopped it; interrupts pass through."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - the one place where a batch goes on after a bug of ours
        return on_bug(error)
