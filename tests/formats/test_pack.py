import io
import zipfile

from docgen.formats.pack import pack_parts


def test_a_zip_holds_its_parts_in_order_and_is_sound():
    parts = {"b.xml": b"x" * 100_000, "map/é.txt": "é".encode(), "leeg": b""}
    with zipfile.ZipFile(io.BytesIO(pack_parts(parts))) as archive:
        assert archive.testzip() is None
        assert parts == {name: archive.read(name) for name in archive.namelist()}
        assert list(parts) == archive.namelist()
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in archive.infolist()}


def test_an_empty_zip_is_a_zip():
    assert zipfile.is_zipfile(io.BytesIO(pack_parts({})))
