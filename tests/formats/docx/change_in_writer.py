"""Change a Word template in LibreOffice Writer and save it; run by a Python that has LibreOffice's `uno`.

``python3 change_in_writer.py TEMPLATE.docx OUT.docx PROFILE step…``, a step being one of

    type::WORDS::NEW              a new paragraph NEW is typed below the one that holds WORDS
    font::WORDS::FONT             the paragraph that holds WORDS gets another font
    table::WORDS                 the first table is moved below the paragraph that holds WORDS
    logo::FILE::DESCRIPTION       a picture is put at the start, on a paragraph of its own
    other::FILE                  the first picture is replaced by another one, as Writer's “Replace” does
"""

# ruff: noqa: FBT003 - UNO takes no keywords

import subprocess
import sys
import time

import uno
from com.sun.star.awt import Size
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
from com.sun.star.text.TextContentAnchorType import AS_CHARACTER

PIPE = "docgen-changing"


def main():
    source, out, profile, *steps = sys.argv[1:]
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", f"--accept=pipe,name={PIPE};urp;"]
    office = subprocess.Popen(command)
    try:
        context = connect()
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, ())
        for step in steps:
            name, *told = step.split("::")
            STEPS[name](Desk(context, document), *told)
        document.storeToURL(f"file://{out}", (setting("FilterName", "MS Word 2007 XML"),))
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


class Desk:
    """Someone at a document: its cursor, and the menus."""

    def __init__(self, context, document):
        self.context, self.document = context, document
        self.cursor = document.CurrentController.ViewCursor

    def go(self, words):
        """Put the cursor at the end of the paragraph that holds these words."""
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        self.cursor.gotoRange(self.document.findFirst(search).End, False)
        self.cursor.gotoEndOfLine(False)
        paragraph = self.cursor.Text.createTextCursorByRange(self.cursor)
        paragraph.gotoEndOfParagraph(False)
        self.cursor.gotoRange(paragraph, False)

    def order(self, command, *settings):
        service = "com.sun.star.frame.DispatchHelper"
        helper = self.context.ServiceManager.createInstanceWithContext(service, self.context)
        helper.executeDispatch(self.document.CurrentController.Frame, f".uno:{command}", "", 0, settings)

    def picture(self, path):
        provider = self.context.ServiceManager.createInstance("com.sun.star.graphic.GraphicProvider")
        return provider.queryGraphic((setting("URL", f"file://{path}"),))


def type_paragraph(desk, words, new):
    desk.go(words)
    desk.order("InsertPara")
    desk.order("InsertText", setting("Text", new))


def change_font(desk, words, font):
    desk.go(words)
    paragraph = desk.cursor.Text.createTextCursorByRange(desk.cursor)
    paragraph.gotoStartOfParagraph(True)
    desk.document.CurrentController.select(paragraph)
    desk.order("CharFontName", setting("CharFontName.FamilyName", font))


def move_table(desk, words):
    table = desk.document.TextTables.getByIndex(0)
    controller = desk.document.CurrentController
    controller.select(table.getCellByName("A1"))
    desk.order("SelectTable")
    taken = controller.getTransferable()
    desk.go(words)
    desk.order("InsertPara")
    controller.insertTransferable(taken)
    table.dispose()


def put_logo(desk, path, description):
    desk.cursor.gotoStart(False)
    text = desk.cursor.Text
    text.insertControlCharacter(desk.cursor, PARAGRAPH_BREAK, False)
    desk.cursor.gotoStart(False)
    logo = desk.document.createInstance("com.sun.star.text.TextGraphicObject")
    logo.Graphic, logo.AnchorType, logo.Size = desk.picture(path), AS_CHARACTER, Size(3000, 1500)
    logo.Description = description
    text.insertTextContent(desk.cursor, logo, False)


def replace_logo(desk, path):
    desk.document.GraphicObjects.getByIndex(0).Graphic = desk.picture(path)


STEPS = {"type": type_paragraph, "font": change_font, "table": move_table, "logo": put_logo, "other": replace_logo}

if __name__ == "__main__":
    main()
