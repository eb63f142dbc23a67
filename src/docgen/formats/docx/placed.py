"""Pictures put into a filled-in template without opening it: the XML, the relation and the part that docxtpl gives.

What they add to the zip is worked out once for the same pictures in the same places, so a logo costs a batch nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape
from itertools import count

from jinja2 import TemplateError
from lxml import etree

from docgen.formats.docx.core import link_core, to_bytes
from docgen.formats.docx.package import Package, parse_xml
from docgen.formats.docx.relations import Relation, read_relations
from docgen.formats.pack import Member, deflate
from docgen.formats.part_names import relations_part
from docgen.model.rich import Picture

#: Stands for the ends of lines in a picture's XML, so that they are not taken for those of a value.
LINE_END = "\x05"
#: The parts that can hold pictures.
_STORY = re.compile(r"word/(?:document|header|footer)\d*\.xml")
_DOC_PR = re.compile(r"<wp:docPr [^>]*?(?=/?>)")
_NUMBER = re.compile(r"word/media/[A-Za-z]+(\d+)\.\w+")
_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_EMPTY = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
#: The relation by which each picture of a document is printed, by part and bytes.
Printed = Mapping[tuple[str, bytes], str]


class Placer:
    """Prints the pictures of one document and remembers which stand where."""

    def __init__(self, template: bytes) -> None:
        """Nothing is printed yet."""
        self._template = template
        self.part = ""
        self.printed: dict[tuple[str, bytes], str] = {}

    def place(self, picture: Picture) -> str:
        """The XML that prints the picture in the present part, its ends of lines as LINE_END."""
        if not _STORY.fullmatch(self.part):
            message = "a picture can stand in the body, a header or a footer only"
            raise TemplateError(message)
        key = (self.part, picture.data)
        if key not in self.printed:
            self.printed[key] = self._relate(picture.data)
        return _draw(picture, self.printed[key], _next_number(self._template, self.part))

    def has_printed(self, part: str) -> bool:
        """Whether a picture stands in that part."""
        return any(name == part for name, _ in self.printed)

    def _relate(self, data: bytes) -> str:
        """The relation that the part has to this picture already, or else the first free name."""
        known, same = _read_known(self._template, self.part), _find_same(self._template, data)
        shown = (name for name, relation in known.items() if same and relation == Relation("image", same, False))  # noqa: FBT003 - a record
        taken = {*known, *(name for (part, _), name in self.printed.items() if part == self.part)}
        free = (name for name in map("rId{}".format, count(1)) if name not in taken)
        return next(shown, None) or next(free)


def describe(xml: str, description: str) -> str:
    """The XML of a picture with its description, where there is one."""
    if not description:
        return xml
    return _DOC_PR.sub(lambda found: f'{found[0].rstrip()} descr="{escape(description)}"', xml)


def add_pictures(template: bytes, fixed: tuple[Member, ...], printed: Printed) -> tuple[Member, ...]:
    """The parts that stay as they are, with the pictures and the relations to them; the types first, as Word asks."""
    return _add(template, fixed, tuple(printed.items()))


@lru_cache(maxsize=32)
def _add(
    template: bytes, fixed: tuple[Member, ...], printed: tuple[tuple[tuple[str, bytes], str], ...]
) -> tuple[Member, ...]:
    package = Package(template)
    media = _name_media(package, template, [data for (_, data), _ in printed])
    new = {name: deflate(name, data) for data, name in media.items() if name not in package.names}
    parts = {part: {name: media[data] for (at, data), name in printed if at == part} for (part, _), _ in printed}
    new |= {name: deflate(name, xml) for name, xml in _write_relations(package, parts)}
    new[_TYPES] = deflate(_TYPES, _write_types(package, media))
    members = {member.name: member for member in fixed} | new
    return tuple(members[name] for name in sorted(members, key=lambda name: (name != _TYPES, name)))


def _name_media(package: Package, template: bytes, pictures: list[bytes]) -> dict[bytes, str]:
    """The part that holds each picture: the one that does so already, or a new one under the first free number."""
    taken = {int(found[1]) for name in package.names if (found := _NUMBER.fullmatch(name))}
    media: dict[bytes, str] = {}
    for data in dict.fromkeys(pictures):
        number = next(number for number in count(1) if number not in taken)
        media[data] = _find_same(template, data) or f"word/media/image{number}.{_measure(data)[0]}"
        taken |= {number} if media[data] not in package.names else set()
    return media


def _write_relations(package: Package, parts: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, bytes]]:
    """The list of relations of each part, with those to its pictures."""
    for part, pictures in parts.items():
        folder, listed = part.rpartition("/")[0], relations_part(part)
        root = parse_xml(package.read(listed) if listed in package.names else _EMPTY)
        known = read_relations(package, part)
        for relation, target in pictures.items():
            if relation not in known:
                attributes = {"Id": relation, "Type": _IMAGE, "Target": target.removeprefix(f"{folder}/")}
                etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", attributes)
        yield listed, to_bytes(root)


def _write_types(package: Package, media: Mapping[bytes, str]) -> bytes:
    root = parse_xml(package.read(_TYPES))
    space = f"{{{root.nsmap[None]}}}"
    known = {entry.get("Extension", "").lower() for entry in root.iter(f"{space}Default")}
    for suffix, kind in sorted({_measure(data) for data in media}):
        if suffix not in known:
            root.insert(0, etree.Element(f"{space}Default", {"Extension": suffix, "ContentType": kind}))
    return link_core(_TYPES, to_bytes(root))


@lru_cache(maxsize=64)
def _read_known(template: bytes, part: str) -> Mapping[str, Relation]:
    return read_relations(Package(template), part)


@lru_cache(maxsize=64)
def _next_number(template: bytes, part: str) -> int:
    """The first number that no drawing of the part has yet."""
    numbers = (element.get("id", "") for element in Package(template).parse(part).iter())
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1


@lru_cache(maxsize=64)
def _find_same(template: bytes, data: bytes) -> str | None:
    """The part of the template that holds this very picture."""
    package = Package(template)
    names = sorted(name for name in package.names if name.startswith("word/media/"))
    return next((name for name in names if package.read(name) == data), None)


@lru_cache(maxsize=64)
def _measure(data: bytes) -> tuple[str, str]:
    """The suffix and the type of a picture, as docxtpl's own library names them."""
    from docx.image.image import Image  # noqa: PLC0415 - takes a while to load, and most letters do without

    image = Image.from_blob(data)
    return image.ext, image.content_type


@lru_cache(maxsize=64)
def _draw(picture: Picture, relation: str, number: int) -> str:
    from docx.image.image import Image  # noqa: PLC0415 - takes a while to load, and most letters do without
    from docx.oxml.shape import CT_Inline  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    image = Image.from_blob(picture.data)
    size = image.scaled_dimensions(*(None if side is None else Mm(side) for side in (picture.width, picture.height)))
    inline = CT_Inline.new_pic_inline(number, relation, str(image.filename), *size)
    drawing = describe(inline.xml, picture.description)
    run = f'</w:t></w:r><w:r><w:drawing>{drawing}</w:drawing></w:r><w:r><w:t xml:space="preserve">'
    return run.replace("\n", LINE_END)
