"""The bundle that is ready for the upload step."""

from __future__ import annotations

from pathlib import Path

from docgen.actions.check_dossiers import Desk, check_dossiers
from docgen.actions.collect_dossiers import Dossier, collect_dossiers
from docgen.actions.write_upload import Upload, write_upload
from docgen.model.report import Report
from docgen.settings import read_settings
from made_dossier import PEILDATUM, complete_files, made_form, made_rl1, put_files, put_settings


def checked(root: Path) -> tuple[Report, tuple[Dossier, ...]]:
    dossiers = collect_dossiers([root / "d"])
    return check_dossiers(dossiers, Desk(PEILDATUM, read_settings(put_settings(root)))), dossiers


def bundle(root: Path) -> Upload:
    report, dossiers = checked(root)
    return write_upload(report, dossiers, root / "klaar")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_complete_dossier_gives_the_three_documents_byte_for_byte_under_clear_names(tmp_path):
    files = complete_files()
    put_files(tmp_path / "d" / "zoe voorbeeld", files)
    assert bundle(tmp_path) == Upload({"zoe voorbeeld": tmp_path / "klaar" / "zoe-voorbeeld"})
    written = contents(tmp_path / "klaar" / "zoe-voorbeeld")
    receipt = written.pop("ontvangstbewijs.txt").decode("utf-8")
    assert written == {
        "1-verantwoordingsdocument.xlsx": files["formulier.xlsx"],
        "2-rl1.pdf": files["rl1.pdf"],
        "3-betalingsbewijs.pdf": files["betaling.pdf"],
    }
    assert "2-rl1.pdf\n    RL1, aangekomen als “rl1.pdf”" in receipt
    assert "Nagekeken op:  15 september 2026 (peildatum)" in receipt
    assert "Handleiding § 7.1" in receipt


def test_several_rl1s_are_numbered_and_the_payment_may_be_missing(tmp_path):
    files = complete_files()
    files["rl1 bis.pdf"] = made_rl1("Zoë Voorbeeld").replace(b"/Producer", b"/producer")
    del files["betaling.pdf"]
    put_files(tmp_path / "d" / "zoe", files)
    bundle(tmp_path)
    assert sorted(contents(tmp_path / "klaar" / "zoe")) == [
        "1-verantwoordingsdocument.xlsx",
        "2-rl1-1.pdf",
        "2-rl1-2.pdf",
        "ontvangstbewijs.txt",
    ]


def test_nothing_is_written_for_an_incomplete_dossier(tmp_path):
    put_files(tmp_path / "d" / "bo", {"formulier.xlsx": made_form("Bo Testman")})
    assert bundle(tmp_path) == Upload({})
    assert not (tmp_path / "klaar").exists()


def test_a_second_run_finds_the_same_bundle_and_leaves_it_alone(tmp_path):
    put_files(tmp_path / "d" / "zoe", complete_files())
    bundle(tmp_path)
    first = {path: path.stat().st_mtime_ns for path in (tmp_path / "klaar").rglob("*")}
    assert bundle(tmp_path).faults == ()
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "klaar").rglob("*")} == first


def test_a_folder_that_holds_something_else_is_not_replaced_and_the_others_go_on(tmp_path):
    put_files(tmp_path / "d" / "bo", complete_files("Bo Testman"))
    put_files(tmp_path / "d" / "zoe", complete_files())
    put_files(tmp_path / "klaar" / "bo", {"notitie.txt": b"van mij"})
    upload = bundle(tmp_path)
    assert upload.faults == (
        f"{tmp_path / 'klaar' / 'bo'} bestaat al met een andere inhoud; kies een andere map of haal die eerst weg.",
    )
    assert [*upload.bundles] == ["zoe"]
    assert contents(tmp_path / "klaar" / "bo") == {"notitie.txt": b"van mij"}


def test_a_file_that_changed_since_the_check_is_not_bundled(tmp_path):
    folder = put_files(tmp_path / "d" / "zoe", complete_files())
    report, dossiers = checked(tmp_path)
    (folder / "rl1.pdf").write_bytes(made_rl1("Iemand Anders"))
    upload = write_upload(report, dossiers, tmp_path / "klaar")
    assert upload.bundles == {}
    assert "sinds het nazicht gewijzigd" in upload.faults[0]
    assert not (tmp_path / "klaar").exists()
