"""A workbook opened from bytes: its sheets, defined names and parts, and its cell values through calamine.

Nothing a sender can put in a file raises anything but UnreadableFileError here: a clause that follows the file's name.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from docgen.errors import UnreadableFileError
from docgen.formats.markup import check_amount
from docgen.formats.part_names import relations_part, resolve_target
from docgen.model.return_words import TODO_SHEETS

# Clauses that follow the file's name in a sentence.
_BROKEN = "is een beschadigde Excel-werkmap; open ze in Excel, bewaar ze opnieuw als .xlsx en stuur ze nog eens"
_UNSAFE = "is een onveilig opgebouwde Excel-werkmap (met een DOCTYPE); bewaar ze opnieuw als .xlsx en stuur ze nog eens"
_MACRO_SHEETS = "is een Excel-werkmap met macrobladen; bewaar ze als gewone .xlsx zonder macro’s en stuur ze nog eens"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
_PLAIN_NAME = re.compile(r'<definedName name="([a-z0-9_]+)">([^<>&]*)</definedName>')
_WORKBOOK = "xl/workbook.xml"
#: ``count`` and ``uniqueCount``.
_STRING_COUNT = re.compile(rb"ount\s*=\s*[\"']\s*([0-9]+)")
#: What zipfile raises on bytes that are no sound zip.
_ZIP_ERRORS = (BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, NotImplementedError, RuntimeError)


@dataclass(frozen=True)
class SheetPart:
    """One sheet as the workbook lists it: `target` is its part in the zip, None when it has none.

    The list of remarks that docgen itself added counts as hidden: it is no part of what was handed in.
    """

    title: str
    target: str | None
    is_hidden: bool


@dataclass(frozen=True)
class Package:
    """An opened workbook. `name` is the file's name, for places.

    `names` are what the defined names refer to: under None the workbook's own, under a number a sheet's own.
    """

    name: str
    data: bytes
    archive: ZipFile
    sheets: tuple[SheetPart, ...]
    names: Mapping[int | None, Mapping[str, str]]
    counts_from_1904: bool

    @cached_property
    def workbook(self) -> CalamineWorkbook:
        """The values, opened once."""
        if any(part.startswith("xl/macrosheets/") for part in self.archive.NameToInfo):
            raise UnreadableFileError(_MACRO_SHEETS)
        _check_strings(self.part("xl/sharedStrings.xml") or b"")
        return open_values(self.data)

    def part(self, name: str) -> bytes | None:
        """One part of the zip, None when it is not there."""
        return _read_part(self.archive, self.spelling.get(name.lower(), name))

    @cached_property
    def spelling(self) -> Mapping[str, str]:
        """How the zip spells each part: the workbook may name it in other capitals."""
        return {name.lower(): name for name in self.archive.NameToInfo}

    def tree(self, name: str) -> Any | None:  # noqa: ANN401 - lxml gives its elements no public type
        """One part parsed, None when it is not there."""
        part = self.part(name)
        return None if part is None else parse_part(part)

    def relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Id, kind and target part of everything that `part` refers to within the workbook."""
        folder = part.rpartition("/")[0]
        tree = self.tree(relations_part(part))
        for item in () if tree is None else tree:
            if item.get("TargetMode") != "External":
                kind = (item.get("Type") or "").rpartition("/")[2]
                yield item.get("Id") or "", kind, resolve_target(folder, item.get("Target") or "")


def open_package(data: bytes, name: str) -> Package:
    """Open a workbook; raises UnreadableFileError for bytes that are none."""
    try:
        archive = ZipFile(BytesIO(data))
    except _ZIP_ERRORS as error:
        raise UnreadableFileError(_BROKEN) from error
    if len({entry.lower() for entry in archive.namelist()}) < len(archive.namelist()):  # readers would differ on which
        raise broken()
    part = _find_workbook(archive)
    plain, rest = _take_plain_names(_required(archive, part))
    root = parse_part(rest)
    package = Package(name, data, archive, (), _names(root, plain), _counts_from_1904(root))
    if package.part(relations_part(part)) is None:
        raise broken()
    targets = {key: target for key, kind, target in package.relations(part) if kind == "worksheet"}
    sheets = tuple(_sheets(root, targets))
    if len({sheet.title for sheet in sheets}) < len(sheets):  # no program makes two of one name: which would be read?
        raise broken()
    return replace(package, sheets=sheets)


def open_values(data: bytes) -> CalamineWorkbook:
    """The workbook's values; raises UnreadableFileError when calamine cannot open it."""
    try:
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableFileError(_BROKEN) from error


def broken() -> UnreadableFileError:
    """The error for a workbook that opens but cannot be read on."""
    return UnreadableFileError(_BROKEN)


def parse_part(part: bytes) -> Any:  # noqa: ANN401 - as above
    """The root of an XML part; raises UnreadableFileError when it is broken or declares a DOCTYPE."""
    check_amount(part)
    try:
        root = etree.fromstring(part, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken() from error
    if b"<!DOCTYPE" in part or etree.ElementTree(root).docinfo.internalDTD is not None:
        raise UnreadableFileError(_UNSAFE)
    return root


def _check_strings(part: bytes) -> None:
    """Refuse a list of strings that announces more of them than it can hold: calamine takes the memory beforehand."""
    if any(int(count) > len(part) for count in _STRING_COUNT.findall(part)):
        raise broken()


def check_part(part: bytes) -> bytes:
    """The part as UTF-8; raises UnreadableFileError when it declares a DOCTYPE."""
    if part[:2] in (b"\xff\xfe", b"\xfe\xff"):
        part = part.decode("utf-16", "replace").encode()
    if b"<!DOCTYPE" in part:
        raise UnreadableFileError(_UNSAFE)
    return part


def tag_of(element: Any) -> str:  # noqa: ANN401 - as above
    """An element's name without its namespace: transitional and strict workbooks differ only there."""
    return str(element.tag).rpartition("}")[2]


def _read_part(archive: ZipFile, part: str) -> bytes | None:
    try:
        return check_part(archive.read(part))
    except KeyError:
        return None
    except _ZIP_ERRORS as error:
        raise broken() from error


def _required(archive: ZipFile, part: str) -> bytes:
    found = _read_part(archive, part)
    if found is None:
        raise broken()
    return found


def _find_workbook(archive: ZipFile) -> str:
    """The part that is the workbook: nearly always `xl/workbook.xml`, else what the package itself says."""
    if _WORKBOOK in archive.NameToInfo:
        return _WORKBOOK
    root = parse_part(_required(archive, "_rels/.rels"))
    targets = [item.get("Target") for item in root if (item.get("Type") or "").endswith("/officeDocument")]
    if not targets:
        raise broken()
    return resolve_target("", targets[0])


def _sheets(root: Any, targets: Mapping[str, str]) -> Iterator[SheetPart]:  # noqa: ANN401 - as above
    for group in root.iterchildren("{*}sheets"):
        for sheet in group:
            relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
            title = sheet.get("name") or ""
            is_hidden = sheet.get("state", "visible") != "visible" or title in TODO_SHEETS
            yield SheetPart(title, targets.get(relation), is_hidden)


def _take_plain_names(part: bytes) -> tuple[dict[str, str], bytes]:
    """The names that hold no more than a name and a cell, and the workbook part without them.

    A form has some hundred and sixty of these: taken out of the text they cost a third of what a parser makes of them.
    """
    try:
        text = part.decode("utf-8")
    except UnicodeDecodeError:
        return {}, part
    plain = dict(_PLAIN_NAME.findall(text))
    return plain, _PLAIN_NAME.sub("", text).encode() if plain else part


def _names(root: Any, plain: dict[str, str]) -> dict[int | None, dict[str, str]]:  # noqa: ANN401 - as above
    names: dict[int | None, dict[str, str]] = {None: plain}
    for group in root.iterchildren("{*}definedNames"):
        for item in group:
            # The place of the sheet in the list, from 0, and not its sheetId (ECMA-376 part 1, § 18.2.5).
            sheet = item.get("localSheetId", "")
            scope = int(sheet) if sheet.isdecimal() else None
            names.setdefault(scope, {})[item.get("name", "")] = item.text or ""
    return names


def _counts_from_1904(root: Any) -> bool:  # noqa: ANN401 - as above
    # Workbooks of old Macs: every day number is 1,462 lower (ECMA-376 part 1, § 18.17.4).
    return any(item.get("date1904") in ("1", "true") for item in root.iterchildren("{*}workbookPr"))
