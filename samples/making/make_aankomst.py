"""Write the samples of what really arrives: ``python samples/making/make_aankomst.py [NAME…]`` from the project's root.

LibreOffice, Chromium, node, poppler, Ghostscript and qpdf make them, with the npm clients of ``tests/clients``.
"""

from __future__ import annotations

import json
import shutil
import sys

from aankomst.arrival import Arrival
from aankomst.every import every_arrival
from arrivals import arrivals as made_wrong
from cases import ON, complete, counting, faults, mentors
from make import TARGET, dossier_name, write, write_around


def main(names: list[str]) -> None:
    """Write every arrival anew, or those named."""
    arrivals = [each for each in every_arrival() if not names or each.name in names]
    if not names:
        for folder in TARGET.glob("aankomst-*"):
            shutil.rmtree(folder)
    for each in arrivals:
        print(each.folder)  # noqa: T201 - a script's progress
        write_arrival(each)
    write_around([*complete(), *counting(), *faults(), *mentors(), *made_wrong()])


def write_arrival(arrival: Arrival) -> None:
    """One folder: the upload as it arrived, and the clerk's conclusion."""
    folder = TARGET / arrival.folder
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in arrival.make().items():
        write(folder / "input" / dossier_name(arrival.trainee) / name, data)
    write(folder / "expected.json", json.dumps(expected(arrival), indent=1, ensure_ascii=False).encode() + b"\n")


def expected(arrival: Arrival) -> dict[str, object]:
    """The clerk's conclusion, what docgen may doubt, and what it needs to read the files."""
    clerk = {"verdict": arrival.verdict, "findings": [list(row) for row in arrival.rows]}
    doubts = {"doubts": list(arrival.doubts)} if arrival.doubts else {}
    needs = {"needs": arrival.needs} if arrival.needs else {}
    return {
        "shows": arrival.shows,
        "peildatum": ON.isoformat(),
        **needs,
        "dossiers": {dossier_name(arrival.trainee): clerk | doubts},
    }


if __name__ == "__main__":
    main(sys.argv[1:])
