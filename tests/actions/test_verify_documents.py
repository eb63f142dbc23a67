"""Whether a document is ours: compared with the register by its bytes, and where it was added to."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader, PdfWriter

from complete import ON, make_dossier, make_record, write_report
from docgen.actions.check_dossiers import Desk
from docgen.actions.render_documents import Request, render_documents
from docgen.actions.verify_documents import Standing, verify_documents
from docgen.errors import SetupError
from docgen.settings import Organisatie, Paden, Settings
from docgen.shipped import find_shipped


def settings(folder: Path, issuer: str = "Dienst Voorbeeld") -> Settings:
    paths = Paden(certificaatregister=folder / "register.sqlite")
    return Settings(organisatie=Organisatie(naam=issuer), paden=paths)


def issue(folder: Path, issuer: str = "Dienst Voorbeeld") -> tuple[Path, ...]:
    """One certificate, in both formats."""
    source = write_report(folder / "verslag.json", [make_dossier(make_record())])
    request = Request("jobtraining/certificaat", (source,), folder / f"uit {issuer}", ("pdf", "docx"))
    return render_documents(request, Desk(ON, settings(folder, issuer))).made[0].files


def standing(folder: Path, path: Path) -> Standing:
    return verify_documents([path], settings(folder))[0].standing


def test_what_was_issued_and_not_touched_is_ours(tmp_path: Path) -> None:
    verified = verify_documents(issue(tmp_path), settings(tmp_path))

    assert [Standing.OURS, Standing.OURS] == [each.standing for each in verified]
    assert "JT-2026-00001 van 3 juli 2026" in verified[0].sentence


def add_a_page_note(data: bytes) -> bytes:
    """What signing does: everything that was there stays, and something is appended."""
    writer = PdfWriter(PdfReader(io.BytesIO(data)), incremental=True)
    writer.add_blank_page(10, 10)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def rewrite(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[0].Rotate = 180
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (add_a_page_note, Standing.EXTENDED),
        (rewrite, Standing.CHANGED),
        (lambda _data: b"%PDF-1.7\n%%EOF", Standing.UNKNOWN),
        (lambda data: b"%%EOF" + b"%%EOF" * 30 + data[9:], Standing.UNKNOWN),
        (lambda _data: b"", Standing.UNKNOWN),
    ],
    ids=["added to", "changed", "another PDF", "strange", "empty"],
)
def test_a_changed_certificate_is_recognised_as_one(
    tmp_path: Path, change: Callable[[bytes], bytes], expected: Standing
) -> None:
    pdf, _ = issue(tmp_path)
    pdf.write_bytes(change(pdf.read_bytes()))

    assert expected is standing(tmp_path, pdf)


def test_a_certificate_that_was_made_anew_is_told_from_its_newer_copy(tmp_path: Path) -> None:
    old, _ = issue(tmp_path)
    new, _ = issue(tmp_path, "Dienst Met Een Nieuwe Naam")

    assert Standing.REPLACED is standing(tmp_path, old)
    assert Standing.OURS is standing(tmp_path, new)


def test_a_file_that_is_not_there_is_told_and_the_others_are_verified(tmp_path: Path) -> None:
    pdf, _ = issue(tmp_path)

    verified = verify_documents([tmp_path / "weg.pdf", pdf], settings(tmp_path))

    assert [Standing.UNREAD, Standing.OURS] == [each.standing for each in verified]


def test_without_a_register_nothing_can_be_verified(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"paden\.certificaatregister"):
        verify_documents([tmp_path / "x.pdf"], settings(tmp_path))


def test_a_certificate_in_french_does_not_replace_the_dutch_one(tmp_path: Path) -> None:
    own = tmp_path / "sjablonen"
    shutil.copytree(find_shipped("templates") / "jobtraining" / "certificaat", own / "jobtraining" / "certificaat")
    shutil.copy(own / "jobtraining" / "certificaat" / "nl.typ", own / "jobtraining" / "certificaat" / "fr.typ")
    there = settings(tmp_path)
    both = there.model_copy(update={"paden": there.paden.model_copy(update={"sjablonen": own})})
    source = write_report(tmp_path / "verslag.json", [make_dossier(make_record())])
    files = []
    for language in ("nl", "fr"):
        request = Request("jobtraining/certificaat", (source,), tmp_path / language, ("pdf",), language)
        files.extend(render_documents(request, Desk(ON, both)).made[0].files)

    assert [Standing.OURS, Standing.OURS] == [standing(tmp_path, path) for path in files]
