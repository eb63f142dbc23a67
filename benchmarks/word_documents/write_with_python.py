"""Write the documents of `word_documents/` that python-docx writes: eight authors, eight habits, invented content.

    python benchmarks/word_documents/write_with_python.py

The other three are typed by LibreOffice Writer itself (`write_in_writer.py`). The .docx files are kept beside this.
"""

from __future__ import annotations

import io
import struct
import zlib
from functools import partial
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

HERE = Path(__file__).parent
NL = (
    "De werkgroep neemt kennis van het overzicht en vraagt om de cijfers per vestiging op te splitsen.",
    "Er wordt afgesproken dat elke school vóór het einde van de maand een contactpersoon aanduidt, zodat vragen niet "
    "langer op drie plaatsen tegelijk toekomen.",
    "De begroting voor het tweede semester blijft ongewijzigd: € 12.450,00 voor vorming en € 3.200,50 voor verplaatsingen.",
    "Het voorstel om de bijeenkomsten voortaan online te houden, krijgt geen meerderheid (4 voor, 7 tegen, 2 onthoudingen).",
    "De coördinator bezorgt de aangepaste leidraad aan alle deelnemers en licht de wijzigingen toe tijdens de volgende "
    "vergadering; wie bemerkingen heeft, geeft die schriftelijk door.",
)


def main() -> None:
    """Write them all; of letter and newsletter also what their authors make of it once docgen has refused the first."""
    makers = (minutes, contract, form, invoice, newsletter, wide_table, letter, certificate)
    again = (partial(newsletter, mended=True), partial(letter, mended=True))
    for make in (*makers, *again):
        name, document = make()
        document.core_properties.language = "nl-BE"
        document.save(str(HERE / f"{name}.docx"))


def minutes() -> tuple[str, Word]:
    """Minutes of a meeting: built-in styles of Word, agenda points numbered over three levels, actions in a table."""
    document = start("Verslag van de werkgroep", "Calibri", 11)
    numbering(
        document, 41, [("decimal", "%1.", 360, 360), ("decimal", "%1.%2.", 792, 432), ("lowerLetter", "%3)", 1224, 432)]
    )
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(2.5)
    head = section.header.paragraphs[0]
    head.text = "Scholengroep Voorbeeld\tVerslag 2026/04\tVertrouwelijk"
    document.add_heading("Verslag van de werkgroep aanvangsbegeleiding", 1)
    for label, value in (
        ("Datum:", "dinsdag 14 april 2026, 13.30 uur"),
        ("Plaats:", "vergaderzaal De Linde, Proefstraat 12, 9999 Voorbeeldegem"),
        (
            "Aanwezig:",
            "Roos Voorbeeld (voorzitter), Jef Testers, Mia Proefmans, Karim Exemplaar, Lotte Specimen, Bram Staal",
        ),
        ("Verontschuldigd:", "An Modelaar"),
    ):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(3.5), Cm(-3.5)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(3.5))
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.add_run(label).bold = True
        paragraph.add_run(f"\t{value}")
    for number, title in enumerate(
        ("Goedkeuring van het vorige verslag", "Stand van zaken mentoren", "Vorming en budget", "Varia")
    ):
        item(document, title, 41, 0, bold=True)
        document.add_paragraph(NL[number]).paragraph_format.left_indent = Cm(0.63)
        for sub in range(number + 1):
            item(document, NL[(number + sub + 1) % 5], 41, 1)
            if sub % 2:
                item(document, "Roos Voorbeeld bezorgt de lijst tegen 30 april.", 41, 2)
                item(document, "Jef Testers kijkt na of de vergoedingen uitbetaald zijn en meldt afwijkingen.", 41, 2)
    document.add_heading("Actiepunten", 2)
    table = document.add_table(1, 3, "Light Grid Accent 1")
    for cell, text in zip(table.rows[0].cells, ("Wat", "Wie", "Tegen"), strict=True):
        cell.text = text
    for number in range(6):
        cells = table.add_row().cells
        cells[0].text, cells[1].text, cells[2].text = NL[number % 5][:60], "Mia Proefmans", f"{number + 3} mei 2026"
    document.add_paragraph("De vergadering eindigt om 15.45 uur. De volgende vergadering vindt plaats op 9 juni 2026.")
    for text in ("Bijlagen bij dit verslag:",):
        document.add_paragraph(text).paragraph_format.keep_with_next = True
    for text in ("Overzicht van de mentoren per vestiging", "Begroting 2026", "Nota over de bereikbaarheid"):
        document.add_paragraph(text, "List Bullet")
    return "verslag", document


def contract() -> tuple[str, Word]:
    """A contract: Times, justified, articles numbered by a style, indents that cross, a block of signatures by tabs."""
    document = start("Samenwerkingsovereenkomst", "Times New Roman", 11)
    normal = document.styles["Normal"].paragraph_format
    normal.alignment, normal.space_after, normal.line_spacing = WD_ALIGN_PARAGRAPH.JUSTIFY, Pt(6), 1.15
    numbering(
        document,
        42,
        [("decimal", "Artikel %1.", 0, 0), ("decimal", "§ %2.", 567, 567), ("lowerRoman", "(%3)", 1134, 567)],
    )
    for section in document.sections:
        section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
            Cm(2),
            Cm(2),
            Cm(3),
            Cm(2),
        )
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run("SAMENWERKINGSOVEREENKOMST")
    run.bold, run.font.size = True, Pt(16)
    between = document.add_paragraph("Tussen de ondergetekenden:")
    between.paragraph_format.space_before = Pt(18)
    for party in (
        "Scholengroep Voorbeeld, met maatschappelijke zetel te 9999 Voorbeeldegem, Proefstraat 12, ondernemingsnummer "
        "0999.999.999, vertegenwoordigd door Roos Voorbeeld, algemeen directeur, hierna genoemd “de opdrachtgever”,",
        "de vzw Testhuis, met zetel te 8888 Proefdorp, Exemplaarlaan 3, vertegenwoordigd door Karim Exemplaar, voorzitter, "
        "hierna genoemd “de uitvoerder”,",
    ):
        paragraph = document.add_paragraph(party)
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.right_indent = Cm(1.5), Cm(1.5)
        paragraph.paragraph_format.first_line_indent = Cm(-0.75)
    document.add_paragraph("wordt overeengekomen wat volgt:").paragraph_format.keep_with_next = True
    for number, title in enumerate(
        (
            "Voorwerp",
            "Duur en opzegging",
            "Vergoeding",
            "Verbintenissen van de uitvoerder",
            "Gegevensbescherming",
            "Geschillen",
        )
    ):
        article = item(document, f" {title}", 42, 0, bold=True)
        article.paragraph_format.space_before, article.paragraph_format.keep_with_next = Pt(12), True
        for sub in range(2 + number % 3):
            item(document, NL[(number * 2 + sub) % 5] + " " + NL[(number + sub * 3 + 1) % 5], 42, 1)
            if sub == 1:
                for part in (
                    "de naam en de functie van de mentor;",
                    "het aantal gepresteerde uren, zoals bepaald in artikel 3, § 2; en",
                    "de datum waarop de begeleiding eindigt, tenzij de partijen schriftelijk anders overeenkomen.",
                ):
                    item(document, part, 42, 2).paragraph_format.space_after = Pt(0)
        quote = document.add_paragraph(
            "Onder “werkdag” wordt verstaan: elke dag behalve zaterdag, zondag en wettelijke feestdagen."
        )
        quote.paragraph_format.first_line_indent, quote.paragraph_format.right_indent = Cm(1.25), Cm(2)
        quote.runs[0].italic = True
    document.add_paragraph(
        "Opgemaakt te Voorbeeldegem op 3 juli 2026, in twee exemplaren."
    ).paragraph_format.space_before = Pt(24)
    for line in (
        "Voor de opdrachtgever,\tVoor de uitvoerder,",
        "Roos Voorbeeld\tKarim Exemplaar",
        "algemeen directeur\tvoorzitter",
    ):
        paragraph = document.add_paragraph(line)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(8.5))
        paragraph.paragraph_format.keep_together = paragraph.paragraph_format.keep_with_next = True
    page_numbers(document, "Paraaf: ………\tbladzijde ")
    return "overeenkomst", document


def form() -> tuple[str, Word]:
    """A form on paper: leaders to write on, boxes to tick, a grid for the office."""
    document = start("Aanvraag tussenkomst", "Arial", 10)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    document.add_heading("Aanvraag van een tussenkomst in de vervoerskosten", 1)
    document.add_paragraph("Vul in drukletters in en bezorg dit formulier aan het secretariaat van uw school.").runs[
        0
    ].italic = True
    document.add_heading("1  Uw gegevens", 2)
    for words in ("Naam en voornaam", "Straat en nummer", "Postcode en gemeente", "Rekeningnummer (IBAN)", "E-mail"):
        paragraph = document.add_paragraph(f"{words}\t\t")
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(5))
        stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    paragraph = document.add_paragraph("Telefoon\t\tGeboortedatum\t")
    for at, leader in (
        (5, WD_TAB_LEADER.SPACES),
        (9, WD_TAB_LEADER.LINES),
        (9.5, WD_TAB_LEADER.SPACES),
        (15, WD_TAB_LEADER.LINES),
    ):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(at), WD_TAB_ALIGNMENT.LEFT, leader)
    document.add_heading("2  Uw aanvraag", 2)
    for checked, words in (
        (1, "Ik kom met de trein."),
        (0, "Ik kom met de bus of de tram."),
        (0, "Ik kom met de fiets en leg per dag \tkm af."),
    ):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(1), Cm(-0.6)
        check_box(paragraph, checked=bool(checked))
        paragraph.add_run(f"  {words}")
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(8), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)
    document.add_paragraph("☐ ja   ☒ neen   Ik ontvang al een tussenkomst van een andere werkgever.")
    document.add_heading("3  Traject", 2)
    table = document.add_table(4, 4, "Table Grid")
    for cell, words in zip(table.rows[0].cells, ("Van", "Naar", "Kilometer (enkel)", "Prijs abonnement"), strict=True):
        cell.text = words
        cell.paragraphs[0].runs[0].bold = True
        shade(cell, "D9D9D9")
    for row in table.rows[1:]:
        row.height = Cm(0.8)
    table.cell(1, 0).text, table.cell(1, 1).text, table.cell(1, 2).text, table.cell(1, 3).text = (
        "Proefdorp",
        "Voorbeeldegem",
        "17,5",
        "€ 92,00",
    )
    document.add_heading("4  Ondertekening", 2)
    document.add_paragraph(
        "Ik bevestig dat deze aangifte juist en volledig is. Ik meld elke wijziging binnen de 14 dagen aan het secretariaat, ook "
        "wanneer die pas na het einde van het schooljaar bekend wordt."
    )
    paragraph = document.add_paragraph("Datum\t\tHandtekening\t")
    for at, leader in (
        (2, WD_TAB_LEADER.SPACES),
        (7, WD_TAB_LEADER.DOTS),
        (10, WD_TAB_LEADER.SPACES),
        (15.5, WD_TAB_LEADER.DOTS),
    ):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(at), WD_TAB_ALIGNMENT.LEFT, leader)
    paragraph.paragraph_format.space_before = Pt(30)
    box = document.add_table(2, 2, "Table Grid")
    box.cell(0, 0).merge(box.cell(0, 1)).text = "Voorbehouden aan het secretariaat"
    box.cell(1, 0).text, box.cell(1, 1).text = "Ontvangen op:", "Dossiernummer:"
    return "aanvraagformulier", document


def invoice() -> tuple[str, Word]:
    """An invoice: a table with merged cells, amounts to the right, a decimal tab, a total that spans."""
    document = start("Onkostennota 2026-117", "Calibri", 10)
    section = document.sections[0]
    section.left_margin, section.right_margin, section.top_margin = Cm(2), Cm(2), Cm(1.5)
    top = document.add_table(1, 2)
    top.autofit = False
    top.columns[0].width, top.columns[1].width = Cm(9), Cm(8)
    left, right = top.rows[0].cells
    left.width, right.width = Cm(9), Cm(8)
    left.text = "Testhuis vzw\nExemplaarlaan 3\n8888 Proefdorp\nBE 0999.999.999"
    right.text = "ONKOSTENNOTA"
    right.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    right.paragraphs[0].runs[0].font.size = Pt(22)
    right.paragraphs[0].runs[0].font.color.rgb = RGBColor(0x1F, 0x4E, 0x79)
    number = right.add_paragraph("nr. 2026-117 van 3 juli 2026")
    number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph()
    table = document.add_table(2, 6, "Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    head = table.rows[0].cells
    head[0].merge(table.cell(1, 0)).text, head[1].merge(table.cell(1, 1)).text = "Nr.", "Omschrijving"
    head[2].merge(head[3]).text, head[4].merge(head[5]).text = "Prestatie", "Bedrag"
    for at, words in ((2, "aantal"), (3, "eenheid"), (4, "excl. btw"), (5, "incl. btw")):
        table.cell(1, at).text = words
    for row in table.rows:
        for cell in row.cells:
            shade(cell, "DEEAF6")
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
            for paragraph in cell.paragraphs:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                for run in paragraph.runs:
                    run.bold = True
    lines = [
        ("Begeleiding op de werkvloer", "12", "uur", "600,00", "726,00"),
        ("Verplaatsingskosten met de wagen, volgens bijlage 2", "318", "km", "111,30", "134,67"),
        ("Syllabus", "1", "stuk", "24,50", "25,97"),
        ("Vorming “Feedback geven”, twee halve dagen", "2", "dagdeel", "1.350,00", "1.633,50"),
    ]
    for at, line in enumerate(lines, 1):
        cells = table.add_row().cells
        for cell, words in zip(cells, (str(at), *line), strict=True):
            cell.text = words
        for cell in (cells[2], cells[4], cells[5]):
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for words, amount in (
        ("Totaal exclusief btw", "2.085,80"),
        ("Btw (21 % en 6 %)", "434,34"),
        ("Te betalen vóór 31 augustus 2026", "€ 2.520,14"),
    ):
        cells = table.add_row().cells
        cells[0].merge(cells[4]).text = words
        cells[5].text = amount
        cells[0].paragraphs[0].alignment = cells[5].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for cell in (cells[0], cells[5]):
            cell.paragraphs[0].runs[0].bold = True
    for column, width in zip(table.columns, (1.2, 6.3, 1.8, 2.2, 2.6, 2.9), strict=True):
        column.width = Cm(width)  # Writer goes by the grid, Word by the cells, which both write alike
    for row in table.rows:
        for cell, width in zip(row.cells, (1.2, 6.3, 1.8, 2.2, 2.6, 2.9), strict=True):
            cell.width = Cm(width)
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    document.add_paragraph()
    document.add_paragraph("Overzicht per kostenplaats").runs[0].bold = True
    for words, amount in (("Vestiging Linde", "1.204,5"), ("Vestiging Berk", "98,125"), ("Vestiging Els", "1.217,515")):
        paragraph = document.add_paragraph(f"{words}\t{amount}")
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(7), WD_TAB_ALIGNMENT.DECIMAL, WD_TAB_LEADER.DOTS)
        paragraph.paragraph_format.space_after = Pt(0)
    pay = document.add_paragraph("Gelieve te betalen op rekening BE00 0000 0000 0000 met de mededeling ")
    pay.paragraph_format.space_before = Pt(14)
    pay.add_run("+++999/9999/99999+++").bold = True
    pay.add_run(". Bij laattijdige betaling is van rechtswege interest verschuldigd.")
    return "onkostennota", document


def newsletter(*, mended: bool = False) -> tuple[str, Word]:
    """A newsletter: a wide title, then two columns on the same page, then one column again; mended: each on its own."""
    document = start("Nieuwsbrief", "Cambria", 11)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run("De Voorbeeldige School")
    run.font.size, run.font.name, run.bold = Pt(28), "Calibri", True
    under = document.add_paragraph("Nieuwsbrief nummer 7, juli 2026")
    under.alignment = WD_ALIGN_PARAGRAPH.CENTER
    under._p.get_or_add_pPr().insert(
        0,
        parse_xml(f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="12" w:space="4" w:color="7F7F7F"/></w:pBdr>'),
    )
    end_section(under, columns=1)
    document.add_paragraph(
        "In dit nummer: nieuwe mentoren, de studiedag van mei, de werken in de refter en kort nieuws."
    )
    for number, head in enumerate(
        ("Nieuwe mentoren gestart", "Terugblik op de studiedag", "Verbouwing van de refter", "Kort nieuws")
    ):
        document.add_heading(head, 1 if number == 0 else 2 if number == 1 else 1)
        for sub in range(3):
            paragraph = document.add_paragraph(" ".join(NL[(number + sub + more) % 5] for more in range(2 + sub % 2)))
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    end_section(document.paragraphs[-1], columns=2, continuous=not mended)
    last = document.add_paragraph("Verantwoordelijke uitgever: Roos Voorbeeld, Proefstraat 12, 9999 Voorbeeldegem")
    last.alignment = WD_ALIGN_PARAGRAPH.CENTER
    last.runs[0].font.size = Pt(9)
    kind = document.sections[-1]._sectPr
    if not mended:
        kind.insert(0, parse_xml(f'<w:type {nsdecls("w")} w:val="continuous"/>'))
    return "nieuwsbrief" if mended else "nieuwsbrief-op-een-bladzijde", document


def wide_table() -> tuple[str, Word]:
    """A note whose middle section lies on its side for a table of eleven columns."""
    document = start("Nota personeelsinzet", "Calibri", 11)
    document.add_heading("Nota: inzet van het personeel in 2026-2027", 1)
    for text in NL:
        document.add_paragraph(text + " " + NL[0])
    page_numbers(document, "Nota personeelsinzet\t\tblz. ")
    section = document.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.8)
    document.add_heading("Bijlage: inzet per maand", 2)
    months = ("sep.", "okt.", "nov.", "dec.", "jan.", "feb.", "maart", "april", "mei", "juni")
    table = document.add_table(1, 11, "Medium Shading 1 Accent 1")
    for cell, words in zip(table.rows[0].cells, ("Vestiging en functie", *months), strict=True):
        cell.text = words
    for number in range(14):
        cells = table.add_row().cells
        cells[
            0
        ].text = (
            f"{('Linde', 'Berk', 'Els')[number % 3]}, {('leraar', 'opvoeder', 'administratief medewerker')[number % 3]}"
        )
        for at, cell in enumerate(cells[1:], 1):
            cell.text = f"{(number * 7 + at * 3) % 38},{at % 10}0"
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(0)
                for run in paragraph.runs:
                    run.font.size = Pt(9)
    section = document.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, Cm(21), Cm(29.7)
    document.add_heading("Besluit", 2)
    for text in NL[:3]:
        document.add_paragraph(text, "List Number")
    return "personeelsinzet", document


def letter(*, mended: bool = False) -> tuple[str, Word]:
    """A letter: logo at a fixed place on the page, address in a frame, another header on page two; mended: in a table."""
    document = start("Brief", "Arial", 10)
    document.styles["Normal"].paragraph_format.space_after = Pt(10)
    document.styles["Normal"].paragraph_format.line_spacing = 1.1
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Dienst Personeel\tbriefnummer 2026/333"
    section.first_page_footer.paragraphs[
        0
    ].text = "Scholengroep Voorbeeld · Proefstraat 12 · 9999 Voorbeeldegem · tel. 09 999 99 99"
    section.first_page_footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    first = document.add_paragraph()
    first.add_run().add_picture(io.BytesIO(logo()), Cm(4.2))
    float_picture(first, "Logo van Scholengroep Voorbeeld", Cm(2), Cm(1.2))
    address = document.add_table(1, 2).rows[0].cells[1] if mended else document
    for line in ("Mevrouw Mia Proefmans", "Exemplaarlaan 31 bus 4", "8888 PROEFDORP"):
        paragraph = address.add_paragraph(line)
        if mended:
            continue
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph._p.get_or_add_pPr().insert(
            0,
            parse_xml(
                f'<w:framePr {nsdecls("w")} w:w="4536" w:h="1701" w:hRule="exact" w:hSpace="141" w:wrap="auto" '
                'w:hAnchor="page" w:vAnchor="page" w:x="6237" w:y="2835"/>'
            ),
        )
    for _ in range(2 if mended else 7):
        document.add_paragraph().paragraph_format.space_after = Pt(0)
    document.add_paragraph("uw bericht van\tons kenmerk\tbijlagen\tdatum").runs[0].font.size = Pt(8)
    document.add_paragraph("12 juni 2026\tPERS/2026/333\t2\t3 juli 2026")
    for paragraph in document.paragraphs[-2:]:
        for at in (4.5, 9, 12.5):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(at))
    document.add_paragraph().add_run("Uw aanvraag tot vermindering van prestaties").bold = True
    document.add_paragraph("Geachte mevrouw Proefmans")
    for number in range(7):
        document.add_paragraph(NL[number % 5] + " " + NL[(number + 2) % 5] + " " + NL[(number + 3) % 5])
    closing = document.add_paragraph("Met vriendelijke groeten")
    closing.paragraph_format.space_after, closing.paragraph_format.keep_with_next = Pt(40), True
    document.add_paragraph("Roos Voorbeeld\nalgemeen directeur").paragraph_format.left_indent = Cm(8)
    return "brief" if mended else "brief-met-kader", document


def certificate() -> tuple[str, Word]:
    """An attest: a page border, all centred, large letters, small caps."""
    document = start("Attest", "Cambria", 12)
    section = document.sections[0]
    section.top_margin = section.bottom_margin = Cm(3)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="24" w:space="24" w:color="1F4E79"/>'
        for side in ("top", "left", "bottom", "right")
    )
    section._sectPr.append(parse_xml(f'<w:pgBorders {nsdecls("w")} w:offsetFrom="page">{sides}</w:pgBorders>'))
    for words, size, gap in (
        ("Attest van deelname", 32, 60),
        ("Ondergetekende, directeur van het vormingscentrum Testhuis, verklaart dat", 12, 24),
        ("Jef Testers", 24, 12),
        ("geboren te Proefdorp op 1 april 1990,", 12, 24),
        ("de vorming “Mentor op de werkvloer” met vrucht heeft gevolgd", 16, 6),
        ("van 5 september 2025 tot en met 19 juni 2026", 12, 6),
        ("en 48 uur aanwezig was.", 12, 60),
    ):
        paragraph = document.add_paragraph()
        paragraph.alignment, paragraph.paragraph_format.space_after = WD_ALIGN_PARAGRAPH.CENTER, Pt(gap)
        run = paragraph.add_run(words)
        run.font.size, run.font.small_caps, run.bold = Pt(size), size == 32, size >= 24
    mixed = document.add_paragraph()
    mixed.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, size in (("Behaald resultaat: ", 12), ("87", 26), (" op ", 12), ("100", 18), (" punten", 9)):
        mixed.add_run(words).font.size = Pt(size)
    exact = document.add_paragraph(
        "Dit attest geeft geen recht op een salarisverhoging en vervangt geen officieel bekwaamheidsbewijs."
    )
    exact.paragraph_format.line_spacing_rule, exact.paragraph_format.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(15)
    exact.paragraph_format.left_indent = exact.paragraph_format.right_indent = Cm(2)
    exact.paragraph_format.space_before = Pt(40)
    exact.runs[0].italic = True
    sign = document.add_paragraph("Voorbeeldegem, 3 juli 2026\tDe directeur,")
    sign.paragraph_format.tab_stops.add_tab_stop(Cm(14.5), WD_TAB_ALIGNMENT.RIGHT)
    sign.paragraph_format.space_before = Pt(48)
    return "attest", document


def start(title: str, font: str, size: float) -> Word:
    """A document of A4 in that font."""
    document = Document()
    document.core_properties.title = title
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(size)
    for name in ("Heading 1", "Heading 2"):
        fonts = document.styles[name].element.rPr.rFonts
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        fonts.set(qn("w:ascii"), font)
        fonts.set(qn("w:hAnsi"), font)
    return document


def numbering(document: Word, number: int, levels: list[tuple[str, str, int, int]]) -> None:
    """Add a list of these levels: format, text, left indent and hanging indent in twentieths of a point."""
    part = document.part.numbering_part.element
    xml = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        for at, (kind, text, left, hanging) in enumerate(levels)
    )
    part.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{xml}</w:abstractNum>'
        ),
    )
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def item(document: Word, words: str, number: int, level: int, *, bold: bool = False) -> Paragraph:
    """A numbered paragraph."""
    paragraph = document.add_paragraph()
    paragraph.add_run(words).bold = bold
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = level, number
    return paragraph


def page_numbers(document: Word, words: str) -> None:
    """A footer with words and the page number of the page count."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(words)
    for code, after in (("PAGE", " van "), ("NUMPAGES", "")):
        field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        paragraph._p.append(field)
        paragraph.add_run(after)


def check_box(paragraph: Paragraph, *, checked: bool) -> None:
    """A box of Word's own to tick."""
    sign = "☒" if checked else "☐"
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr><w14:checkbox>'
            f'<w14:checked w14:val="{int(checked)}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>'
            f'<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>'
        )
    )


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a ground."""
    cell._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>')
    )


def end_section(paragraph: Paragraph, *, columns: int, continuous: bool = False) -> None:
    """Let a section of so many columns end with this paragraph."""
    kind = '<w:type w:val="continuous"/>' if continuous else ""
    paragraph._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:sectPr {nsdecls("w")}>{kind}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" '
            f'w:left="1800" w:header="720" w:footer="720" w:gutter="0"/><w:cols w:num="{columns}" w:space="567"/></w:sectPr>'
        )
    )


def float_picture(paragraph: Paragraph, alt: str, x: int, y: int) -> None:
    """Turn the picture in the line into one that stands at a place on the page."""
    inline = next(paragraph._p.iter(qn("wp:inline")))
    size, graphic = inline.find(qn("wp:extent")), inline.find(qn("a:graphic"))
    anchor = parse_xml(
        f'<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="1" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{size.get("cx")}" cy="{size.get("cy")}"/><wp:wrapTopAndBottom/><wp:docPr id="7" name="Logo" descr="{alt}"/></wp:anchor>'
    )
    anchor.append(graphic)
    inline.getparent().replace(inline, anchor)


def logo() -> bytes:
    """A small picture of two coloured fields."""
    rows = b"".join(b"\0" + b"\x1f\x4e\x79" * 60 + b"\xf2\xb8\x33" * 60 for _ in range(40))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 120, 40, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


if __name__ == "__main__":
    main()
