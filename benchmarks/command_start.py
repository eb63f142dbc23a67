"""How long `docgen --help` takes to answer, beside a Python that does nothing."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 25


def measure_command(*command: str) -> float:
    """The median wall time of a command in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> dict[str, float]:
    """Milliseconds for `docgen --help` and for a bare Python."""
    docgen = str(Path(sys.executable).parent / "docgen")
    figures = {
        "help_ms": round(measure_command(docgen, "--help"), 1),
        "bare_python_ms": round(measure_command(sys.executable, "-c", "pass"), 1),
    }
    print(f"docgen --help: {figures['help_ms']} ms; a Python that does nothing: {figures['bare_python_ms']} ms")
    return figures


if __name__ == "__main__":
    main()
