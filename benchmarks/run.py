"""Run every benchmark beside what it is compared with, print the figures, and keep them in results.json.

    python benchmarks/run.py [NAME…]

A benchmark is a module in this folder whose ``main()`` returns its figures by name.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"


def main(wanted: list[str]) -> None:
    """Run the benchmarks of these names, or all of them."""
    known = sorted(path.stem for path in HERE.glob("*.py") if path != Path(__file__))
    figures = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    for name in wanted or known:
        measured = importlib.import_module(name)
        if hasattr(measured, "main"):
            figures |= measured.main()
    RESULTS.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"\n{RESULTS}")


if __name__ == "__main__":
    main(sys.argv[1:])
