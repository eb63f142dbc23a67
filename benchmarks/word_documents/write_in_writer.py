"""Type three documents in LibreOffice Writer and save them as Word files; run by a Python that has `uno`.

    /usr/bin/python3 benchmarks/word_documents/write_in_writer.py

A report with a table of contents, headings and footnotes; a policy in French with quotes, links and many sizes of
letters; a schedule whose tables run over pages under repeated headings. All content is invented.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.awt import FontWeight
from com.sun.star.awt.FontSlant import ITALIC
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.style.BreakType import PAGE_BEFORE
from com.sun.star.style.ParagraphAdjust import BLOCK, CENTER, RIGHT
from com.sun.star.style.TabAlign import RIGHT as RIGHT_STOP
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

HERE = Path(__file__).resolve().parent
PIPE = "docgen-documents"
NL = (
    "De evaluatie steunt op de antwoorden van 48 mentoren en 112 startende leraren uit zes scholengroepen.",
    "Uit de gesprekken blijkt dat de begeleiding vooral in de eerste tien weken intensief is; daarna neemt het aantal "
    "contactmomenten af, ook in scholen waar een vast uur in het lesrooster voorzien is.",
    "Een derde van de scholen werkt met een eigen leidraad, de andere gebruiken het model van de koepel of geen van beide.",
    "De kosten bedroegen € 184.250,00, waarvan € 131.000,00 voor de vervanging van mentoren (71,1 %).",
)
FR = (
    "La présente note fixe les règles applicables à l’usage des moyens informatiques mis à la disposition du personnel.",
    "Elle s’adresse à tous les membres du personnel, quel que soit leur statut, ainsi qu’aux stagiaires et aux prestataires "
    "externes qui disposent d’un accès au réseau de l’établissement.",
    "Toute exception est demandée par écrit au responsable de la sécurité ; celui-ci répond dans les cinq jours ouvrables.",
    "Les données à caractère personnel ne sont jamais conservées sur un support amovible non chiffré.",
)


def main():
    with tempfile.TemporaryDirectory() as profile:
        command = [
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            f"--accept=pipe,name={PIPE};urp;",
        ]
        office = subprocess.Popen(command)
        try:
            context = connect()
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            for name, write in (
                ("evaluatie", write_report),
                ("note-informatique", write_policy),
                ("uurrooster", write_schedule),
            ):
                document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
                page = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
                page.Width, page.Height = 21000, 29700
                write(document, Typist(document))
                document.storeToURL((HERE / f"{name}.docx").as_uri(), (setting("FilterName", "MS Word 2007 XML"),))
                document.close(True)
            desktop.terminate()
        finally:
            office.terminate()
            office.wait(30)


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    return sys.exit("Writer did not start")


def setting(name, value):
    pair = PropertyValue()
    pair.Name, pair.Value = name, value
    return pair


class Typist:
    """Types at the end of a document."""

    def __init__(self, document):
        self.document, self.text = document, document.Text
        self.cursor = self.text.createTextCursor()

    def write(self, words, style="Text body", **looks):
        """A paragraph in a style, with properties of its own."""
        self.cursor.gotoEnd(False)
        self.cursor.setAllPropertiesToDefault()
        self.cursor.ParaStyleName = style
        for name, value in {"NumberingStyleName": "", **looks}.items():
            uno.invoke(self.cursor, "setPropertyValue", (name, value))
        self.text.insertString(self.cursor, words, False)

    def more(self, words, **looks):
        """Words in the same paragraph with looks of their own."""
        self.cursor.gotoEnd(False)
        for name, value in looks.items():
            self.cursor.setPropertyValue(name, value)
        self.text.insertString(self.cursor, words, False)
        for name in looks:
            self.cursor.setPropertyToDefault(name)

    def end(self):
        """Begin a new paragraph."""
        self.cursor.gotoEnd(False)
        self.text.insertControlCharacter(self.cursor, PARAGRAPH_BREAK, False)

    def line(self, words, style="Text body", **looks):
        self.write(words, style, **looks)
        self.end()

    def note(self, words):
        """A footnote here."""
        note = self.document.createInstance("com.sun.star.text.Footnote")
        self.cursor.gotoEnd(False)
        self.text.insertTextContent(self.cursor, note, False)
        note.Text.insertString(note.Text.createTextCursor(), words, False)

    def table(self, rows, heads, widths=None):
        """A table with its first rows repeated on each page."""
        table = self.document.createInstance("com.sun.star.text.TextTable")
        table.initialize(len(rows), len(rows[0]))
        self.cursor.gotoEnd(False)
        self.text.insertTextContent(self.cursor, table, False)
        table.RepeatHeadline, table.HeaderRowCount = heads > 0, heads
        table.setDataArray(tuple(tuple(row) for row in rows))
        if widths:
            whole, at, parts = table.TableColumnRelativeSum, 0, list(table.TableColumnSeparators)
            for number, part in enumerate(widths[:-1]):
                at += part
                parts[number].Position = whole * at // sum(widths)
            table.TableColumnSeparators = tuple(parts)
        for row in range(heads):
            for column in range(len(rows[0])):
                cell = table.getCellByPosition(column, row)
                cell.BackColor = 0xE2EFD9
                cell.createTextCursor().CharWeight = FontWeight.BOLD
                words = cell.createTextCursor()
                words.gotoEnd(True)
                words.CharWeight = FontWeight.BOLD
        return table


def number_pages(document, words):
    page = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
    page.FooterIsOn = True
    text = page.FooterText
    cursor = text.createTextCursor()
    cursor.ParaAdjust = RIGHT
    text.insertString(cursor, words, False)
    number = document.createInstance("com.sun.star.text.TextField.PageNumber")
    number.NumberingType, number.SubType = 4, uno.Enum("com.sun.star.text.PageNumberType", "CURRENT")
    text.insertTextContent(cursor, number, False)


def write_report(document, typist):
    number_pages(document, "Evaluatie van de aanvangsbegeleiding, blz. ")
    typist.line("Evaluatie van de aanvangsbegeleiding", "Title")
    typist.line("Eindverslag, juni 2026", "Subtitle")
    index = document.createInstance("com.sun.star.text.ContentIndex")
    index.Title, index.CreateFromOutline = "Inhoud", True
    typist.cursor.gotoEnd(False)
    typist.text.insertTextContent(typist.cursor, index, False)
    typist.end()
    for number, title in enumerate(
        ("Inleiding", "Opzet van het onderzoek", "Resultaten", "Besluit en aanbevelingen"), 1
    ):
        looks = {"BreakType": PAGE_BEFORE} if number == 1 else {}
        typist.line(f"{number}\t{title}", "Heading 1", **looks)
        for sub in range(1, 3):
            typist.line(
                f"{number}.{sub}\t{('Aanleiding', 'Werkwijze', 'Cijfers', 'Gevolgen')[(number + sub) % 4]}", "Heading 2"
            )
            for turn in range(2):
                typist.write(NL[(number + sub + turn) % 4] + " " + NL[(number + sub + turn + 1) % 4], ParaAdjust=BLOCK)
                if turn == 0:
                    typist.note(
                        f"Zie het tussentijds verslag, blz. {number * 7 + sub}; de cijfers dateren van 31 maart 2026."
                    )
                    typist.more(" " + NL[(number + turn) % 4])
                typist.end()
        for words in (
            "vaste uren in het lesrooster;",
            "een gesprek in de eerste week, ook bij een latere start;",
            "opvolging door de directie.",
        ):
            typist.line(
                words,
                "List 1" if document.StyleFamilies.getByName("ParagraphStyles").hasByName("List 1") else "Text body",
                NumberingStyleName="List 1",
            )
    index.update()


def write_policy(document, typist):
    base = document.StyleFamilies.getByName("ParagraphStyles").getByName("Standard")
    base.CharFontName, base.CharHeight = "Calibri", 11
    base.CharLocale = uno.createUnoStruct("com.sun.star.lang.Locale", "fr", "BE", "")
    page = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
    page.HeaderIsOn = True
    page.HeaderText.setString("Établissement Exemple\t\tNote de service 2026/12")
    number_pages(document, "page ")
    typist.line("Note sur l’usage des moyens informatiques", "Title", CharFontName="Cambria", CharHeight=22.0)
    for number, title in enumerate(
        ("Objet et champ d’application", "Principes", "Courrier électronique", "Contrôle et sanctions"), 1
    ):
        typist.line(f"{number}. {title}", "Heading 1", CharFontName="Cambria", CharHeight=15.0, CharColor=0x1F4E79)
        typist.line(FR[number % 4] + " " + FR[(number + 1) % 4], ParaAdjust=BLOCK)
        typist.line("« " + FR[(number + 2) % 4] + " »", "Quotations", CharPosture=ITALIC)
        typist.write("Les demandes sont introduites via ")
        typist.more("le portail du personnel", HyperLinkURL="https://portail.example.be/demandes")
        typist.more(", au plus tard ")
        typist.more("dix jours", CharWeight=FontWeight.BOLD, CharHeight=13.0)
        typist.more(" avant la date souhaitée ; le code ")
        typist.more("SEC-2026-04", CharFontName="Courier New", CharHeight=9.5)
        typist.more(" figure en objet. Toute question peut être adressée à ")
        typist.more("securite@example.be", HyperLinkURL="mailto:securite@example.be")
        typist.more(".")
        typist.end()
        for words in (
            "ne pas communiquer son mot de passe, même à un collègue ;",
            "verrouiller l’écran en quittant le poste de travail, y compris "
            "pour une courte absence ou pendant la pause de midi ;",
            "signaler sans délai toute perte de matériel.",
        ):
            typist.line(words, NumberingStyleName="List 2")
        typist.line(
            FR[(number + 3) % 4] + " " + FR[number % 4] + " " + FR[(number + 2) % 4],
            ParaFirstLineIndent=600,
            ParaAdjust=BLOCK,
        )
    typist.line("Bruxelles, le 3 juillet 2026", ParaAdjust=RIGHT, ParaTopMargin=800)
    typist.line("Approuvée par le comité de direction fictif du 26 juin 2026.", ParaAdjust=CENTER, CharHeight=9.0)


def write_schedule(document, typist):
    base = document.StyleFamilies.getByName("ParagraphStyles").getByName("Standard")
    base.CharFontName, base.CharHeight = "Liberation Sans", 10
    base.CharLocale = uno.createUnoStruct("com.sun.star.lang.Locale", "nl", "BE", "")
    number_pages(document, "Uurrooster schooljaar 2026-2027, blz. ")
    typist.line("Uurrooster van de vormingen", "Heading 1")
    typist.line(
        "Wijzigingen worden uiterlijk drie werkdagen vooraf meegedeeld. Wie verhinderd is, verwittigt het secretariaat."
    )
    themes = (
        "Klasmanagement",
        "Feedback geven en ontvangen",
        "Omgaan met diversiteit in een meertalige klas",
        "Planlast verminderen",
    )
    rows = [["Datum", "Uur", "Vorming", "Lokaal", "Lesgever"]]
    for number in range(46):
        rows.append(
            [
                f"{number % 28 + 1:02}/{number // 5 % 12 + 1:02}/2027",
                f"{9 + number % 4}.00 - {11 + number % 4}.30",
                themes[number % 4],
                f"{'ABC'[number % 3]} {number % 20 + 101}",
                ("Jef Testers", "Lotte Specimen", "Karim Exemplaar-Voorbeeldson")[number % 3],
            ]
        )
    typist.table(rows, 1, [15, 16, 34, 11, 24])
    typist.end()
    typist.line("Reservelokalen", "Heading 2")
    room = typist.table(
        [["Lokaal", "Plaatsen", "Uitrusting"]]
        + [[f"A {at}", str(at % 17 + 12), "beamer, whiteboard"] for at in range(101, 113)],
        1,
    )
    for row in range(1, 13):
        cell = room.getCellByPosition(1, row)
        cell.createTextCursor().ParaAdjust = RIGHT
    typist.end()
    stops = uno.createUnoStruct("com.sun.star.style.TabStop")
    stops.Position, stops.Alignment, stops.FillChar = 15000, RIGHT_STOP, uno.Char(".")
    stops = uno.Any("[]com.sun.star.style.TabStop", (stops,))
    typist.line("Inschrijven bij het secretariaat\ttoestel 311", ParaTabStops=stops)
    typist.line("Vragen over lokalen\ttoestel 325", ParaTabStops=stops)


if __name__ == "__main__":
    main()
