"""Run by the Python that has LibreOffice's ``uno`` (Debian: python3-uno): edits documents in a running office as people do.

``python3 uno_script.py PIPE JOBS.json``; a job is {source, edit, target, through}: ``through`` an .odt on the way, or empty.
"""

import json
import sys
import time
from contextlib import suppress
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

PARAGRAPH_BREAK = 0
WORD = "MS Word 2007 XML"
ODT = "writer8"


def main(pipe, jobs):
    desktop = _desktop(pipe)
    for job in json.loads(Path(jobs).read_text(encoding="utf-8")):
        document = _opened(desktop, job["source"])
        EDITS[job["edit"]](document)
        if job["through"]:
            _save(document, job["through"], ODT)
            document.close(True)
            document = _opened(desktop, job["through"])
        _save(document, job["target"], WORD)
        document.close(True)
    with suppress(Exception):  # the bridge goes with the office
        desktop.terminate()


def _desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def _opened(desktop, path):
    return desktop.loadComponentFromURL(
        uno.systemPathToFileUrl(path), "_blank", 0, (_property("Hidden", False),)
    )


def _save(document, path, kind):
    document.storeToURL(uno.systemPathToFileUrl(path), (_property("FilterName", kind),))


def _property(name, value):
    held = PropertyValue()
    held.Name, held.Value = name, value
    return held


def _found(document, words):
    search = document.createSearchDescriptor()
    search.SearchString = words
    found = document.findFirst(search)
    assert found is not None, words
    return found


def _paragraph(document, words):
    """A cursor over the whole paragraph that says ``words``."""
    found = _found(document, words)
    cursor = found.Text.createTextCursorByRange(found)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    return cursor


# ---- what people do ----------------------------------------------------------------------------------------


def saved(document):
    pass


def typed(document):
    """Words before a figure, a sentence behind the paragraph, a word in a table's label."""
    at = _found(document, "year on year")
    at.Text.insertString(at.Start, "again, ", False)
    end = _paragraph(document, "reached 32.21 billion yuan")
    end.Text.insertString(end.End, " This was expected.", False)
    cell = _found(document, "Market procurement exports")
    cell.Text.insertString(cell.End, " (all)", False)


def words_deleted(document):
    for words in (", up", "year on year", " in 2025"):
        _found(document, words).setString("")


def sentence_deleted(document):
    cursor = _paragraph(document, "Another source puts")
    cursor.setString("")


def paragraph_split(document):
    at = _found(document, "came to ")
    at.Text.insertControlCharacter(at.Start, PARAGRAPH_BREAK, False)


def paragraph_cut_and_pasted(document):
    _carry(document, cut=True)


def paragraph_copied_and_pasted(document):
    _carry(document, cut=False)


def _carry(document, cut):
    controller = document.CurrentController
    cursor = _paragraph(document, "reached 32.21 billion yuan")
    controller.select(cursor)
    held = controller.getTransferable()
    if cut:
        cursor.setString("")
    target = _paragraph(document, "National figures are given")
    controller.select(target.End)
    controller.ViewCursor.gotoRange(target.End, False)
    controller.insertTransferable(held)


def rows_inserted(document):
    for name in document.TextTables.ElementNames:
        table = document.TextTables.getByName(name)
        if table.Rows.Count > 4:
            table.Rows.insertByIndex(2, 1)


def changes_accepted(document):
    document.RecordChanges = True
    typed(document)
    words_deleted(document)
    document.RecordChanges = False
    frame = document.CurrentController.Frame
    url = uno.createUnoStruct("com.sun.star.util.URL")
    url.Complete, url.Protocol, url.Path = ".uno:AcceptAllTrackedChanges", ".uno:", "AcceptAllTrackedChanges"
    frame.queryDispatch(url, "", 0).dispatch(url, ())


def formatted(document):
    cursor = _paragraph(document, "reached 32.21 billion yuan")
    cursor.CharWeight = 150.0
    cursor.CharFontName = "Liberation Sans"


EDITS = {
    one.__name__: one
    for one in (
        saved, typed, words_deleted, sentence_deleted, paragraph_split, paragraph_cut_and_pasted,
        paragraph_copied_and_pasted, rows_inserted, changes_accepted, formatted,
    )
}  # fmt: skip

if __name__ == "__main__":
    main(*sys.argv[1:])
