"""A password locks every PDF of a batch, and nothing lies beside them that is not locked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from docgen.actions.manifest import read_manifest
from docgen.actions.passwords import read_password
from docgen.cli import main
from docgen.errors import ExitCode, SetupError
from docgen.formats.blank import FormFormat, make_form
from docgen.formats.pdf.encrypt import encrypt_pdf
from docgen.model.family import Family
from docgen.model.record import Prefill
from made_templates import put_templates
from verapdf import assert_conforms

PASSWORD = "vier é woorden 🔑"  # noqa: S105 - invented
NAME, SECRET = "Kwibberzanger", "Flonkerwoezel"


@pytest.fixture(autouse=True)
def folder(made_families: Mapping[str, Family], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    put_templates(tmp_path)
    monkeypatch.chdir(tmp_path)
    values = {"schrijver": NAME, "geheim": SECRET}
    form = make_form(made_families["dagboek"].forms[0], FormFormat.XLSX, Prefill(values, "D-7", locked=False))
    (tmp_path / "blad.xlsx").write_bytes(form)
    (tmp_path / "wachtwoord.txt").write_text(f"{PASSWORD}\nniet dit\n", encoding="utf-8")
    return tmp_path


def render(*options: str, typed: str | None = None) -> Result:
    command = ["render", "dagboek/uittreksel", "blad.xlsx", "-o", "uit", "--on", "1/9/2026", *options]
    return CliRunner().invoke(main, command, input=typed)


def locked() -> Path:
    return Path("uit") / "uittreksel-D-7.pdf"


def names() -> list[str]:
    return sorted(path.name for path in Path("uit").iterdir()) if Path("uit").exists() else []


def test_the_pdf_opens_with_the_password_only_and_no_word_file_lies_beside_it(folder: Path) -> None:
    result = render("--password-file", "wachtwoord.txt")

    assert ExitCode.DONE == result.exit_code, result.output
    assert ["manifest.jsonl", "uittreksel-D-7.pdf"] == names()
    for wrong in ("", "niet dit"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(folder / locked(), password=wrong)
    assert f"{NAME} verbergt {SECRET}." in PdfReader(locked(), password=PASSWORD).pages[0].extract_text()


def test_it_is_locked_with_aes_256_and_open_to_screen_readers() -> None:
    render("--password-file", "wachtwoord.txt")

    with pikepdf.open(locked(), password=PASSWORD) as pdf:
        assert (6, 256) == (pdf.encryption.R, pdf.encryption.bits)
        assert 1 << 9 == pdf.encryption.P & 1 << 9
        assert pdf.allow.accessibility
        assert "gegevens.json" in pdf.attachments
        assert b"pdfaid:part" not in pdf.Root.Metadata.read_bytes()


def test_it_still_passes_the_rules_on_accessibility() -> None:
    render("--password-file", "wachtwoord.txt")

    assert_conforms([locked()], ("ua1",), PASSWORD)


def test_nothing_of_it_can_be_read_without_the_password() -> None:
    result = render("--password-file", "wachtwoord.txt")

    held = locked().read_bytes() + Path("uit", "manifest.jsonl").read_bytes() + result.output.encode()
    assert [] == [word for word in (NAME, SECRET, PASSWORD, 'Uittreksel"') if word.encode() in held]


def test_the_password_is_asked_twice_and_shown_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.cli.render._has_screen", lambda: True)
    result = render("--password", typed="een\ntwee\nsleutel\nsleutel\n")

    assert ExitCode.DONE == result.exit_code, result.output
    assert "De twee wachtwoorden verschillen" in result.output
    assert "sleutel" not in result.output
    assert pikepdf.open(locked(), password="sleutel").pages  # noqa: S106 - invented


def test_a_second_run_replaces_its_own_file_though_the_bytes_differ() -> None:
    render("--password-file", "wachtwoord.txt")
    before = locked().read_bytes()

    render("--password-file", "wachtwoord.txt")

    assert ["manifest.jsonl", "uittreksel-D-7.pdf"] == names()
    assert before != locked().read_bytes()
    assert ["uittreksel-D-7.pdf"] == [line.file for line in read_manifest(Path("uit"))]


def test_a_file_that_somebody_changed_since_is_left_alone() -> None:
    render("--password-file", "wachtwoord.txt")
    locked().write_bytes(b"van een ander")

    render("--password-file", "wachtwoord.txt")

    assert ["manifest.jsonl", "uittreksel-D-7-2.pdf", "uittreksel-D-7.pdf"] == names()
    assert b"van een ander" == locked().read_bytes()


def test_a_word_file_that_an_earlier_run_left_open_is_named() -> None:
    render()

    result = render("--password-file", "wachtwoord.txt")

    assert "ligt nog zonder wachtwoord: “uittreksel-D-7.docx”" in result.output
    assert ["manifest.jsonl", "uittreksel-D-7.docx", "uittreksel-D-7.pdf"] == names()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--password-file", "wachtwoord.txt", "--to", "docx"), "alleen een PDF"),
        (("--password-file", "wachtwoord.txt", "--to", "pdf,docx"), "alleen een PDF"),
        (("--password-file", "wachtwoord.txt", "--print", "druk.pdf"), "drukbestand"),
        (("--password-file", "wachtwoord.txt", "--pdf-engine", "libreoffice"), "LibreOffice"),
        (("--password-file", "wachtwoord.txt", "--password"), "gaan niet samen"),
        (("--password",), "--password-file"),
        (("--password-file", "leeg.txt"), "leeg"),
        (("--password-file", "lang.txt"), "langer dan 127"),
        (("--password=sleutel",), "niet goed gebruikt"),
    ],
)
def test_what_would_lie_open_is_refused_before_anything_is_written(
    folder: Path, options: tuple[str, ...], words: str
) -> None:
    (folder / "leeg.txt").write_text("\nlater\n", encoding="utf-8")
    (folder / "lang.txt").write_text("é" * 64, encoding="utf-8")

    result = render(*options)

    assert ExitCode.WRONG_USE == result.exit_code
    assert words in result.output
    assert "sleutel" not in result.output
    assert [] == names()


@pytest.mark.parametrize(
    ("data", "password"),
    [(b"sleutel", "sleutel"), (b"\xef\xbb\xbfsleutel\r\nx", "sleutel"), (b" met spatie \n", " met spatie "), (b"", "")],
)
def test_the_password_is_the_first_line_of_the_file(folder: Path, data: bytes, password: str) -> None:
    (folder / "w.txt").write_bytes(data)
    assert password == read_password(folder / "w.txt")


def test_a_password_file_that_cannot_be_read_is_told_without_its_contents(folder: Path) -> None:
    (folder / "w.txt").write_bytes(b"geh\xe9im")
    for path in (folder / "w.txt", folder / "weg.txt"):
        with pytest.raises(SetupError, match="wachtwoordbestand") as raised:
            read_password(path)
        assert "geh" not in str(raised.value).replace("wachtwoordbestand", "")


def test_a_letter_with_an_accent_is_the_same_typed_in_two_ways(folder: Path) -> None:
    render()
    data = encrypt_pdf(locked().read_bytes(), "cafe\u0301")
    (folder / "x.pdf").write_bytes(data)

    assert pikepdf.open(folder / "x.pdf", password="caf\u00e9").pages  # noqa: S106 - invented
