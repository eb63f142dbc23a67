"""Type into a Word form in LibreOffice Writer and save it; run by a Python that has LibreOffice's `uno`.

``python3 type_in_writer.py FORM.docx OUT.docx PROFILE key=hint=text…``: the cursor enters the control of the key,
selects the hint and types the text, as a person does.
"""

# ruff: noqa: FBT003 - UNO takes no keywords

import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PIPE = "docgen-typing"


def main():
    source, out, profile, *typed = sys.argv[1:]
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", f"--accept=pipe,name={PIPE};urp;"]
    office = subprocess.Popen(command)
    try:
        context = connect()
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, ())
        for line in typed:
            type_in(context, document, *line.split("="))
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


def type_in(context, document, key, hint, text):
    cursor = document.CurrentController.ViewCursor
    cursor.gotoRange(document.Bookmarks.getByName(key).Anchor.Start, False)
    cursor.goRight(1, False)
    cursor.goRight(len(hint), True)
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:InsertText", "", 0, (setting("Text", text),))


if __name__ == "__main__":
    main()
