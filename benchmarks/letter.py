"""A realistic letter of two pages as a Word template: header with logo, 18 fields, row loop, a paragraph on condition.

Made with python-docx, so that nothing in it was shaped for docgen; every value of a letter differs from the last.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from PIL import Image, ImageDraw

WORDS = (
    "De dienst heeft uw aanvraag ontvangen en nagekeken. Wie de begeleiding opneemt, plant de gesprekken in overleg "
    "met de instelling en houdt van elk gesprek een kort verslag bij. Dat verslag blijft bij de deelnemer, de dienst "
    "vraagt alleen de datum en het thema. Zo weet iedereen wat er besproken is, zonder dat er meer bewaard wordt. "
)
SUBJECTS = ("Start van de begeleiding", "Gesprek met de directie", "Bezoek aan de instelling", "Tussentijds overleg")


@lru_cache(maxsize=1)
def make_template() -> bytes:
    """The template as a Word file."""
    word = Document()
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(8), 1.15
    word.styles["Heading 1"].font.name = word.styles["Heading 2"].font.name = "Calibri"
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    _add_strips(word)
    for line in (
        "{{ naam }}",
        "{{ functie }}",
        "{{ instelling }}",
        "{{ straat }} {{ nummer }}",
        "{{ postcode }} {{ gemeente }}",
    ):
        word.add_paragraph(line).paragraph_format.space_after = Pt(0)
    word.add_paragraph("{{ plaats }}, {{ datum }}").paragraph_format.space_before = Pt(18)
    word.add_heading("Begeleiding van {{ deelnemer }}: afspraken voor {{ schooljaar }}", 1)
    word.add_paragraph("Beste {{ aanspreking }} {{ achternaam }}")
    word.add_paragraph(
        f"{WORDS}Uw dossier heeft het nummer {{{{ dossier }}}} en loopt tot {{{{ einddatum }}}}. {WORDS}"
    )
    word.add_paragraph("{%p if voorschot %}")
    word.add_paragraph("U kreeg al een voorschot van {{ voorschot }} euro; dat wordt van het bedrag afgetrokken.")
    word.add_paragraph("{%p endif %}")
    word.add_heading("Gesprekken", 2)
    _add_table(word)
    word.add_heading("Wat u nog moet doen", 2)
    for item in (
        "Kijk de data na.",
        "Laat de begeleider weten wie meekomt.",
        "Bezorg het verslag voor {{ uiterlijk }}.",
    ):
        word.add_paragraph(item, style="List Bullet")
    for _ in range(3):
        word.add_paragraph(WORDS * 2)
    word.add_paragraph("Het totaal bedraagt {{ totaal }} euro. Vragen? Mail {{ medewerker }} op {{ email }}.")
    word.add_paragraph("Met vriendelijke groeten")
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def make_values(number: int) -> dict[str, Any]:
    """One invented letter with four to eight rows."""
    rows = [
        {
            "datum": f"{1 + (number + row) % 28:02}/0{1 + row}/2026",
            "thema": SUBJECTS[(number + row) % 4],
            "uren": str(1 + row % 3),
            "plaats": f"lokaal {(number * 7 + row) % 90}",
        }
        for row in range(4 + number % 5)
    ]
    return {
        "naam": f"Roos van den Beukenhof {number}",
        "functie": "directeur",
        "instelling": f"Atheneum De Lindeboom {number % 50}",
        "straat": "Voorbeeldlaan",
        "nummer": str(number % 200),
        "postcode": "9999",
        "gemeente": "Voorbeeldstad",
        "plaats": "Voorbeeldstad",
        "datum": "3 juli 2026",
        "deelnemer": f"Bo Uitgevonden {number}",
        "schooljaar": "2026-2027",
        "aanspreking": "mevrouw",
        "achternaam": "van den Beukenhof",
        "dossier": f"D-{number:05}",
        "einddatum": "30 juni 2027",
        "voorschot": str(number % 3 * 50) if number % 3 else "",
        "uiterlijk": "15 september 2026",
        "totaal": str(200 + number % 7 * 25),
        "medewerker": "An Proefmans",
        "email": "an@voorbeeld.example",
        "rijen": rows,
    }


def _add_strips(word: WordDocument) -> None:
    header = word.sections[0].header.paragraphs[0]
    header.add_run().add_picture(io.BytesIO(_draw_logo()), width=Cm(3.2))
    header.add_run("\tDienst Voorbeeld\tVoorbeeldlaan 1, 9999 Voorbeeldstad")
    for properties in header._p.iter(qn("wp:docPr")):  # noqa: SLF001 - python-docx cannot set it
        properties.set("descr", "Logo van Dienst Voorbeeld")
    footer = word.sections[0].footer.paragraphs[0]
    footer.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run("Dossier {{ dossier }}\t")
    footer.add_run("Pagina ")
    _add_field(footer, "PAGE")
    footer.add_run(" van ")
    _add_field(footer, "NUMPAGES")


def _draw_logo() -> bytes:
    image = Image.new("RGB", (640, 160), "white")
    draw = ImageDraw.Draw(image)
    for at in range(8):
        draw.ellipse((at * 60, 20, at * 60 + 120, 140), fill=(27 + at * 20, 54 + at * 10, 93))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _add_field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


def _add_table(word: WordDocument) -> None:
    table = word.add_table(rows=4, cols=4, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("Datum", "Thema", "Uren", "Plaats"), strict=True):
        cell.paragraphs[0].add_run(text).bold = True
        cell.paragraphs[0].runs[0].font.color.rgb = RGBColor(0x1B, 0x36, 0x5D)
    header = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(header)  # noqa: SLF001 - python-docx has no header rows
    table.rows[1].cells[0].text = "{%tr for rij in rijen %}"
    for cell, name in zip(table.rows[2].cells, ("datum", "thema", "uren", "plaats"), strict=True):
        cell.text = f"{{{{ rij.{name} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
