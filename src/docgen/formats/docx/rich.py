"""A family's passages, pictures and documents turned into what docxtpl prints in their place.

Links and whole documents bring parts of their own, for which the template is opened with docxtpl; pictures do so too,
but are placed without it where they can be. The others are XML at once.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import asdict
from html import escape
from typing import Any

from jinja2 import TemplateError
from markupsafe import Markup

from docgen.errors import SetupError
from docgen.formats.docx.package import check_characters
from docgen.formats.docx.placed import Placer, describe
from docgen.formats.qr import draw_png
from docgen.model.rich import Code, Listing, Picture, RichParagraphs, RichText, Subdocument


class Workshop:
    """The template as docxtpl opens it, and only when a value asks for it."""

    def __init__(self, template: bytes) -> None:
        """Nothing is opened yet; `is_plain` as long as no value was more than text or a picture."""
        self._template = template
        self.placer = Placer(template)
        self._word: Any = None
        self.is_plain = True

    @property
    def is_open(self) -> bool:
        """Whether a value brought parts of its own."""
        return self._word is not None

    def open(self) -> Any:  # noqa: ANN401 - docxtpl has no types
        """The opened template."""
        if self._word is None:
            from docxtpl import DocxTemplate  # noqa: PLC0415 - takes a while to load, and most letters do without

            self._word = DocxTemplate(io.BytesIO(self._template))
            self._word.init_docx()
        return self._word

    def turn_to(self, name: str) -> None:
        """From now on pictures belong to the part of that name."""
        self.placer.part = name
        if self._word is not None:
            parts = self._word.docx.part.package.iter_parts()
            found = (part for part in parts if str(part.partname) == f"/{name}")
            self._word.current_rendering_part = next(found, None)

    def save(self) -> dict[str, bytes]:
        """Every part of the opened template by name, the new ones included; its texts are not filled in."""
        buffer = io.BytesIO()
        self._word.docx.save(buffer)
        with zipfile.ZipFile(buffer) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


class _Image:
    """A picture that is put into the part where it is printed."""

    def __init__(self, workshop: Workshop, picture: Picture) -> None:
        self._workshop, self._picture = workshop, picture

    def __html__(self) -> str:
        if not self._workshop.is_open:
            return self._workshop.placer.place(self._picture)
        return self._open_and_place()

    def _open_and_place(self) -> str:
        from docx.shared import Mm  # noqa: PLC0415 - loaded with docxtpl
        from docxtpl import InlineImage  # noqa: PLC0415

        word, picture = self._workshop.open(), self._picture
        if not hasattr(word.current_rendering_part, "new_pic_inline"):
            message = "a picture can stand in the body, a header or a footer only"
            raise TemplateError(message)
        width, height = (None if size is None else Mm(size) for size in (picture.width, picture.height))
        xml = str(InlineImage(word, io.BytesIO(picture.data), width, height, picture.url or None))
        return describe(xml, picture.description)


def make_rich(value: object, key: str, workshop: Workshop) -> object | None:
    """What a template prints for a value that is more than plain text; None for any other value."""
    make = _MAKERS.get(type(value))
    if make is None:
        return None
    workshop.is_plain = workshop.is_plain and isinstance(value, Picture | Code)
    return make(value, key, workshop)


def _make_text(value: RichText, key: str, workshop: Workshop) -> Markup:
    return Markup(_rich_text(value, key, workshop).xml)  # noqa: S704 - docxtpl escapes the text


def _rich_text(value: RichText, key: str, workshop: Workshop) -> Any:  # noqa: ANN401 - docxtpl has no types
    from docxtpl import RichText as WordText  # noqa: PLC0415

    text = WordText()
    for passage in value.passages:
        look = {name: escape(part) if isinstance(part, str) else part for name, part in asdict(passage).items()}
        # docxtpl escapes the text itself, but puts colours, fonts and styles into the XML as they are.
        url, written = look.pop("url") and passage.url, look.pop("text") and _check(passage.text, key)
        text.add(written, url_id=workshop.open().build_url_id(url) if url else None, **look)
    return text


def _make_paragraphs(value: RichParagraphs, key: str, workshop: Workshop) -> Markup:
    from docxtpl import RichTextParagraph  # noqa: PLC0415

    whole = RichTextParagraph()
    for paragraph in value.paragraphs:
        whole.add(_rich_text(paragraph.text, key, workshop), parastyle=escape(paragraph.style) or None)
    return Markup(whole.xml)  # noqa: S704 - docxtpl escapes the text


def _make_listing(value: Listing, key: str, _workshop: Workshop) -> Markup:
    return Markup(escape(_check(value.text, key)))  # noqa: S704 - just escaped


def _make_image(value: Picture, key: str, workshop: Workshop) -> _Image:
    check_characters(value.description, key)
    if value.url:
        workshop.open()
    return _Image(workshop, value)


def _make_code(value: Code, key: str, workshop: Workshop) -> _Image:
    return _make_image(Picture(draw_png(value.data), width=value.side, description=value.description), key, workshop)


def _make_subdocument(value: Subdocument, _key: str, workshop: Workshop) -> Markup:
    try:
        document = workshop.open().new_subdoc(io.BytesIO(value.data))
    except ImportError as error:
        message = "Een Word-bestand in een ander zetten vraagt een extra: installeer docgen-forms[subdoc]."
        raise SetupError(message) from error
    return Markup(str(document._get_xml()))  # noqa: S704, SLF001 - the XML of a Word file


def _check(text: str, key: str) -> str:
    check_characters(text.replace("\a", "").replace("\f", ""), key)
    return text


_MAKERS: Mapping[type, Callable[[Any, str, Workshop], object]] = {
    RichText: _make_text,
    RichParagraphs: _make_paragraphs,
    Listing: _make_listing,
    Picture: _make_image,
    Code: _make_code,
    Subdocument: _make_subdocument,
}
