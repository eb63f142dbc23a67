"""E-mails and zips in a dossier stand for the files in them."""

from __future__ import annotations

import io
import zipfile

import pytest

from docgen.actions import open_bundles as module
from docgen.actions.dossier_file import DossierFile
from docgen.actions.open_bundles import Opener
from mails import add_inline, mail, picture


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def opened(name: str, data: bytes) -> list[DossierFile]:
    return list(Opener().open(DossierFile(name, data)))


WORKBOOK = zipped({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"})


@pytest.mark.parametrize(
    ("expected", "name", "data"),
    [
        (["form.pdf"], "form.pdf", b"%PDF-1.7"),
        (["form.xlsx"], "form.xlsx", WORKBOOK),
        (["alles.zip/rl1.pdf"], "alles.zip", zipped({"rl1.pdf": b"%PDF", "__MACOSX/._rl1.pdf": b"x"})),
        (["alles.zip/map/rl1.pdf"], "alles.zip", zipped({"map\\rl1.pdf": b"%PDF"})),
        (["alles.zip/form.xlsx"], "alles.zip", zipped({"form.xlsx": WORKBOOK})),
        (["mail.eml/rl1.pdf"], "mail.eml", mail("", {"rl1.pdf": b"%PDF"}).as_bytes()),
        (["mail.eml/b.zip/rl1.pdf"], "mail.eml", mail("", {"b.zip": zipped({"rl1.pdf": b"%PDF"})}).as_bytes()),
        (["z.zip/m.eml/rl1.pdf"], "z.zip", zipped({"m.eml": mail("", {"rl1.pdf": b"%PDF"}).as_bytes()})),
    ],
)
def test_what_is_inside_is_named_behind_its_bundle(expected, name, data):
    assert expected == [file.name for file in opened(name, data) if file.data is not None]


@pytest.mark.parametrize(
    ("words", "name", "data"),
    [
        ("zip-bestand in een zip-bestand", "a.zip/b.zip", zipped({"b.zip": zipped({"x.pdf": b"%PDF"})})),
        ("waarin niets zit", "a.zip", zipped({".DS_Store": b"x"})),
        ("onveilig", "a.zip", zipped({"../x.pdf": b"%PDF"})),
        ("zonder bijlagen", "m.eml", mail("Beste, tot morgen.").as_bytes()),
    ],
)
def test_what_cannot_be_opened_is_named_in_one_sentence(words, name, data):
    found = [file for file in opened(name.partition("/")[0], data) if file.sentence]
    assert [(name, True)] == [(file.name, words in (file.sentence or "")) for file in found]


def test_a_damaged_zip_is_handed_on_to_be_named_there():
    data = zipped({"x.pdf": b"%PDF" * 99})[:60]
    assert [("a.zip", data)] == [(file.name, file.data) for file in opened("a.zip", data)]


def test_the_text_and_the_logo_of_a_mail_come_along_apart():
    message = add_inline(mail("Beste, zie bijlage.", {"rl1.pdf": b"%PDF"}), picture(90, 40))
    found = {file.name: (file.is_letter, file.aside) for file in opened("m.eml", message.as_bytes())}
    assert found == {
        "m.eml/rl1.pdf": (False, None),
        "m.eml/image001.png": (False, "logo uit de e-mail"),
        "m.eml/bericht.txt": (True, None),
    }


def test_all_bundles_of_a_dossier_together_are_bounded(monkeypatch):
    monkeypatch.setattr(module, "MAX_INNER_FILES", 3)
    opener, data = Opener(), zipped({"a.pdf": b"%PDF", "b.pdf": b"%PDF"})
    assert len(list(opener.open(DossierFile("een.zip", data)))) == 2
    assert "te veel" in (list(opener.open(DossierFile("twee.zip", data)))[-1].sentence or "")
