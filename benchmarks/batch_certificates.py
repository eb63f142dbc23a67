"""Certificates per second in one process, from a json report of a check to PDFs on disk, each with its number."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from complete import ON, make_dossier, make_record, write_report
from docgen.actions.check_dossiers import Desk
from docgen.actions.render_documents import Request, render_documents
from docgen.settings import Organisatie, Paden, Settings

CERTIFICATES = 1000


def main() -> dict[str, float]:
    """Wall-clock figures of one batch with register, manifest and print file, on this machine's disk."""
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root)
        people = (make_dossier(make_record(f"Fientje Voorbeeld {number}")) for number in range(CERTIFICATES))
        source = write_report(folder / "verslag.json", people)
        paths = Paden(certificaatregister=folder / "register.sqlite")
        settings = Settings(organisatie=Organisatie(naam="Dienst Voorbeeld", plaats="Voorbeeldstad"), paden=paths)
        request = Request("jobtraining/certificaat", (source,), folder / "uit", ("pdf",))
        started = time.perf_counter()
        made = len(render_documents(request, Desk(ON, settings)).made)
        seconds = time.perf_counter() - started
        printed = Request(request.document, (source,), folder / "uit", ("pdf",), print_file=folder / "druk.pdf")
        render_documents(printed, Desk(ON, settings))
        size = (folder / "druk.pdf").stat().st_size
    return {
        "certificates_per_second": round(made / seconds),
        "print_file_kb_per_certificate": round(size / 1024 / made, 2),
    }


if __name__ == "__main__":
    print(main())
