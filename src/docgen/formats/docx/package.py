"""A Word file taken apart: its parts by name, its XML opened without entities or network, and put together again."""

from __future__ import annotations

import zipfile
import zlib
from functools import lru_cache

from lxml import etree

from docgen.errors import UnreadableFileError, WrongUseError
from docgen.formats.kind import open_zip
from docgen.formats.markup import ILLEGAL, check_amount
from docgen.formats.pack import Member, deflate

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: What Word writes when a file is kept as "Strict Open XML": other names for the same elements.
_STRICT_W = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
#: Parts larger than this are unpacked anew each time.
_KEPT = 1024 * 1024

_DAMAGED = "is een beschadigd Word-bestand; open het in Word, bewaar het opnieuw als .docx en stuur het nog eens"
_UNSAFE = "is een Word-bestand dat onveilig is opgebouwd; maak het opnieuw met Word en stuur het nog eens"
_NO_WORD = "is geen Word-bestand; stuur het als .docx, of als Excel- of PDF-bestand"


def w(name: str) -> str:
    """The qualified name of an element or attribute of Word's main namespace."""
    return f"{{{W}}}{name}"


class Package:
    """The parts of an Office file, unpacked when asked for.

    Raises UnreadableFileError for a zip that is broken, locked or unsafe.
    """

    def __init__(self, data: bytes) -> None:
        """Look at the directory of `data`; nothing is unpacked yet."""
        self._archive = open_zip(data)
        self._data = data
        self.names = frozenset(self._archive.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of one part."""
        try:
            return self._archive.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError) as error:
            raise UnreadableFileError(_DAMAGED) from error

    def read_shared(self, name: str) -> bytes:
        """The bytes of one part that many files have alike, such as the styles of a template: those are kept."""
        entry = self._archive.getinfo(name)
        is_kept = entry.compress_type == zipfile.ZIP_DEFLATED and entry.file_size <= _KEPT
        return _unpack(self.read_member(name)) if is_kept else self.read(name)

    def read_member(self, name: str) -> Member:
        """One part as the zip holds it, not unpacked."""
        entry = self._archive.getinfo(name)
        if entry.compress_type != zipfile.ZIP_DEFLATED:
            return deflate(name, self.read(name))
        # The header before the data may be longer than its twin in the directory (APPNOTE 4.3.7): it says so itself.
        lengths = self._data[entry.header_offset + 26 : entry.header_offset + 30]
        start = entry.header_offset + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
        return Member(name, entry.CRC, entry.file_size, self._data[start : start + entry.compress_size])

    def test(self) -> None:
        """Unpack every part once; UnreadableFileError when one is damaged."""
        for name in self.names:
            self.read(name)

    def parse(self, name: str) -> etree._Element:
        """The root element of one XML part."""
        return parse_xml(self.read(name))

    def find_document(self) -> str:
        """The name of the main document part, as the package's relationships give it."""
        if "_rels/.rels" in self.names:
            for target in _find_documents(self.read_shared("_rels/.rels")):
                if target in self.names and target.startswith("word/"):
                    return target
        if "word/document.xml" in self.names:
            return "word/document.xml"
        raise UnreadableFileError(_NO_WORD)


@lru_cache(maxsize=32)
def _unpack(member: Member) -> bytes:
    try:
        # One byte more than it promises shows that it lies, without unpacking all of it.
        data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(member.deflated, member.size + 1)
    except zlib.error as error:
        raise UnreadableFileError(_DAMAGED) from error
    if len(data) != member.size or zlib.crc32(data) != member.crc:
        raise UnreadableFileError(_DAMAGED)
    return data


@lru_cache(maxsize=16)
def _find_documents(relations: bytes) -> tuple[str, ...]:
    return tuple(
        relation.get("Target", "").lstrip("/")
        for relation in parse_xml(relations)
        if relation.get("Type", "").endswith("/officeDocument")
    )


def check_characters(text: str, key: str) -> str:
    """The text itself; WrongUseError with the key when it holds a character that Word cannot hold."""
    if (found := ILLEGAL.search(text)) is not None:
        message = (
            f"De waarde van “{key}” bevat een teken dat Word niet kan bewaren (U+{ord(found[0]):04X}); "
            "verwijder het en probeer opnieuw."
        )
        raise WrongUseError(message)
    return text


def parse_xml(data: bytes, *, keep_blanks: bool = True) -> etree._Element:
    """The root of some XML, without entities, network or document type; UnreadableFileError when it has no sense.

    White space between elements goes unless `keep_blanks`.
    """
    # Word writes UTF-8; in UTF-16 a document type would go unseen here.
    if data[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<") or b"<!DOCTYPE" in data:
        raise UnreadableFileError(_UNSAFE)
    check_amount(data)
    if _STRICT_W in data[:4096]:
        data = data.replace(_STRICT_W, W.encode())
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        collect_ids=False,
        remove_blank_text=not keep_blanks,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError(_DAMAGED) from error
