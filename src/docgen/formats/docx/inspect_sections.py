"""What of a document's sections and settings a PDF made without a word processor would lose, with a mend."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.formats.docx.measures import LINES, is_on
from docgen.formats.docx.package import w

_VAL = w("val")
_SHEET = ("pgSz", "pgMar")
_NOTES = {"numFmt": "decimal", "pos": "pageBottom", "numRestart": "continuous", "numStart": "1"}
_SETTINGS = {
    "mirrorMargins": "gespiegelde marges kunnen niet in de PDF; kies bij de marges “Standaard”",
    "gutterAtTop": "een bindmarge bovenaan kan niet in de PDF; zet ze links",
    "bookFoldPrinting": "afdrukken als boekje kan niet in de PDF; zet bij de marges “Meerdere pagina's” op “Normaal”",
    "bookFoldRevPrinting": "afdrukken als boekje kan niet in de PDF; zet “Meerdere pagina's” op “Normaal”",
    "printTwoOnOne": "twee bladzijden op één vel kan niet in de PDF; zet “Meerdere pagina's” op “Normaal”",
}


def find_in_sections(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """What is lost of each section, with the ``sectPr`` that asks for it."""
    before: etree._Element | None = None
    for section in root.iter(w("sectPr")):
        if next(section.iterancestors()).tag == w("sectPrChange"):
            continue
        messages = [*_find_in_columns(section), *_find_in_page(section)]
        if before is not None and _value(section, "type") == "continuous" and _page_of(before) != _page_of(section):
            messages.append(
                "andere kolommen of marges midden op een bladzijde kunnen niet in de PDF; "
                "laat de sectie op een nieuwe bladzijde beginnen, of gebruik een tabel"
            )
        yield from ((section, message) for message in messages)
        before = section


def find_in_settings(root: etree._Element) -> Iterator[str]:
    """What is lost of the settings."""
    for name, message in _SETTINGS.items():
        switch = root.find(w(name))
        if switch is not None and is_on(switch):
            yield message
    yield from _find_in_notes(root)


def _find_in_columns(section: etree._Element) -> Iterator[str]:
    columns = section.find(w("cols"))
    if columns is None:
        return
    if len({column.get(w("w")) for column in columns}) > 1:
        yield "kolommen van ongelijke breedte kunnen niet in de PDF; maak ze even breed of gebruik een tabel"
    if columns.get(w("sep"), "0") not in ("0", "false", "off"):
        yield "een lijn tussen kolommen staat niet in de PDF; zet ze uit bij Kolommen"


def _find_in_page(section: etree._Element) -> Iterator[str]:
    if _value(section, "type") == "nextColumn":
        yield "een sectie die in de volgende kolom begint, kan niet in de PDF; gebruik een kolomeinde"
    if _value(section, "vAlign") not in ("", "top"):
        yield "tekst die verticaal over de bladzijde verdeeld is, kan niet in de PDF; lijn ze bovenaan uit"
    grid = section.find(w("docGrid"))
    if grid is not None and grid.get(w("type"), "default") != "default":
        yield "een documentraster kan niet in de PDF; kies bij Pagina-instelling “Geen raster”"
    for side in section.iterfind(f"{w('pgBorders')}/*"):
        style = side.get(_VAL, "none")
        if style not in LINES and style not in ("nil", "none") and "hin" not in style:
            yield "een paginarand met figuren kan niet in de PDF; kies een gewone lijn"
            break
    yield from _find_in_notes(section)


def _find_in_notes(element: etree._Element) -> Iterator[str]:
    notes = element.find(w("footnotePr"))
    if notes is None:
        return
    for name, plain in _NOTES.items():
        if _value(notes, name) not in ("", plain):
            yield "voetnoten met een eigen nummering of plaats kunnen niet in de PDF; kies 1, 2, 3 onderaan"
            return


def _value(element: etree._Element, name: str) -> str:
    child = element.find(w(name))
    return "" if child is None else child.get(_VAL, "")


def _page_of(section: etree._Element) -> tuple[object, ...]:
    columns = section.find(w("cols"))
    sheets = (section.find(w(name)) for name in _SHEET)
    return (
        "1" if columns is None else columns.get(w("num"), "1"),
        *(dict(s.attrib) if s is not None else None for s in sheets),
    )
