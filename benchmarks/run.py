"""Run every benchmark beside what it is compared with, and keep the figures in results.json and README.md.

    python benchmarks/run.py [NAME…]

A benchmark is a module in this folder whose ``main()`` returns its figures by name.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

HERE = Path(__file__).parent
RESULTS, TABLE = HERE / "results.json", HERE / "README.md"


def main(wanted: list[str]) -> None:
    """Run the benchmarks of these names, or all of them but the slow ones."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in HERE.glob("*.py") if path.stem != "run"}
    known = sorted(name for name, text in texts.items() if "\ndef main(" in text and "\nSLOW = True" not in text)
    figures = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as fresh:
        for name in wanted or known:
            figures |= fresh.submit(measure, name).result()
    RESULTS.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    TABLE.write_text(fill_table(TABLE.read_text(encoding="utf-8"), figures), encoding="utf-8")
    print(f"\n{RESULTS}")


def measure(name: str) -> dict[str, float]:
    """The figures of one benchmark; in a process of its own, so that none inherits another's memory or caches."""
    return importlib.import_module(name).main()


def fill_table(text: str, figures: dict[str, float]) -> str:
    """The page with each figure in the second column of the row that begins with its name."""
    for name, figure in figures.items():
        text = re.sub(rf"^(\| `{name}` \|)[^|]*\|", rf"\g<1> {figure:.4g} |", text, flags=re.MULTILINE)
    return text


if __name__ == "__main__":
    main(sys.argv[1:])
