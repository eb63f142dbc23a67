"""Word files from raw XML: a body and, where asked, styles, numbering and other parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

#: The prefixes that these files declare.
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMES.items())
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
#: A picture of one dot.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def make_docx(
    body: str, *, parts: Mapping[str, str] | None = None, pictures: Mapping[str, bytes] | None = None
) -> bytes:
    """A Word file with this body; `parts` are the insides of styles, numbering, settings, footnotes, header1 …

    A part is related as ``r-<name>`` (``r-header1``), a picture ``logo.png`` as ``r-logo``.
    """
    files: dict[str, bytes] = {"word/document.xml": _root("document", f"<w:body>{body}</w:body>")}
    related = []
    for name, inside in (parts or {}).items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{name}.xml"] = inside.encode() if kind == "theme" else _root(root, inside)
        related.append(_relation(f"r-{name}", kind, f"{name}.xml"))
    for name, data in (pictures or {}).items():
        files[f"word/media/{name}"] = data
        related.append(_relation(f"r-{name.partition('.')[0]}", "image", f"media/{name}"))
    related.append(_relation("r-web", "hyperlink", "https://voorbeeld.example/", ' TargetMode="External"'))
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(related)}</Relationships>'
    files |= {f"word/_rels/{name}.xml.rels": relations.encode() for name in ("document", *(parts or {}))}
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in (("xml", main), ("rels", "application/xml"), ("png", "image/png"), ("emf", "image/x-emf"))
    )
    files["[Content_Types].xml"] = f'<Types xmlns="{_PACKAGE}/content-types">{defaults}</Types>'.encode()
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{_relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>"
    ).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def paragraph(text: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def drawing(graphic: str, *, about: str = 'descr="Logo van de dienst"', frame: str = "inline", inside: str = "") -> str:
    """A run with a drawing of 72 by 36 points."""
    return (
        f'<w:r><w:drawing><wp:{frame}>{inside}<wp:extent cx="914400" cy="457200"/><wp:docPr id="1" name="x" {about}/>'
        f"<a:graphic><a:graphicData>{graphic}</a:graphicData></a:graphic></wp:{frame}></w:drawing></w:r>"
    )


def picture(relation: str = "r-logo") -> str:
    """The picture of a drawing."""
    return f'<pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'


def _root(name: str, inside: str) -> bytes:
    return f"<w:{name} {_DECLARED}>{inside}</w:{name}>".encode()


def _relation(number: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{number}" Type="{_KINDS}/{kind}" Target="{target}"{more}/>'
