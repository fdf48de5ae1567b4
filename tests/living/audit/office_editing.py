"""Edits of the second stranger that the other sets have no helper for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

from reportgen.ooxml.xml import qn
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.stranger_editing import Excel, Word, retouch
from tests.living.audit.word_editing import ROW, EditedDocument, P, R, T, run, text_of

_WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def several(*changes: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """All of these in one document; told where the first is."""

    def change(document: Any) -> Any:
        first, *_ = [one(document) for one in changes]
        return first

    return change


def retyped(words: str, text: str) -> Word:
    """A whole paragraph typed anew, as one run."""

    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(words)
        for one in [one for one in paragraph if one.tag != qn("w:pPr")]:
            paragraph.remove(one)
        paragraph.append(run(text))
        return paragraph

    return change


def tracked_in(words: str, old: str, new: str) -> Word:
    """A word in one run struck and another put in, with changes tracked."""

    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(words)
        whole = next(one for one in paragraph.iter(R) if old in text_of(one))
        before, _, after = text_of(whole).partition(old)
        struck = run(old)
        for one in filter(text_of, (run(before), struck, run(after))):
            whole.addprevious(one)
        whole.getparent().remove(whole)
        document.track_deletion(struck)
        if new:
            document.track_insertion(new, paragraph)
            struck.getparent().addnext(paragraph[-1])
        return paragraph

    return change


def row_filled(row: str, old: str, *values: str) -> Word:
    """The cells of a row that say ``old`` get values."""

    def change(document: EditedDocument) -> etree._Element:
        cells = [one for one in document.row(row).iter(P) if text_of(one) == old]
        for one, value in zip(cells, values, strict=False):
            retouch(one, old, value)
        assert len(cells) >= len(values)
        return cells[0]

    return change


def column_sorted(row: str) -> Word:
    """The names in the first column of a table are sorted, the rest is not; told at the first."""

    def change(document: EditedDocument) -> etree._Element:
        rows = [document.row(row), *document.row(row).itersiblings(ROW)]
        cells = [next(one.iter(P)) for one in rows]
        for one, name in zip(cells, sorted(map(text_of, cells)), strict=True):
            pieces = list(one.iter(T))
            for piece in pieces:
                piece.text = ""
            pieces[0].text = name
        return cells[0]

    return change


def rows_sorted(row: str, column: int) -> Word:
    """Whole rows of a table, from one on, in the order of a column."""

    def change(document: EditedDocument) -> None:
        first = document.row(row)
        above, rows = first.getprevious(), [first, *first.itersiblings(ROW)]
        for one in sorted(rows, key=lambda line: text_of(line[-column]), reverse=True):
            above.addnext(one)

    return change


def series_rows_deleted(start: str, note: str) -> Word:
    """The rows of a table that begin so, and the note on them."""

    def change(document: EditedDocument) -> None:
        for one in [one for one in document.root.iter(ROW) if text_of(one).startswith(start)]:
            document.delete(one)
        document.delete(document.paragraph(note))

    return change


def captions_exchanged(one: str, other: str) -> Word:
    """The captions that end so."""

    def change(document: EditedDocument) -> etree._Element:
        found = [
            next(p for p in document.paragraphs() if text_of(p).startswith("Figure") and text_of(p).endswith(name))
            for name in (one, other)
        ]  # fmt: skip
        retouch(found[0], one, other)
        retouch(found[1], other, one)
        return found[0]

    return change


def sheet_added(name: str, *lines: str) -> Excel:
    def change(book: EditedWorkbook) -> str:
        space = qn("x:c")[1:].partition("}")[0]
        cells = "".join(
            f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{text}</t></is></c></row>'
            for row, text in enumerate(lines, 1)
        )
        sheet = f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'
        book.package.add("xl/worksheets/sheet99.xml", sheet.encode(), _WORKSHEET)
        kind = f"{qn('r:id')[1:].partition('}')[0]}/worksheet"
        relation = book.package.relationships(book.part).add(kind, "xl/worksheets/sheet99.xml")
        root = etree.fromstring(book.package.read(book.part))
        made = etree.SubElement(root.find(qn("x:sheets")), qn("x:sheet"), name=name, sheetId="99")
        made.set(qn("r:id"), relation)
        book.package.write(book.part, etree.tostring(root))
        return f"{name}!"

    return change


def footers_said(old: str, new: str, sheet: str) -> Excel:
    """What every sheet prints below its pages; told at the first."""

    def change(book: EditedWorkbook) -> str:
        parts = [part for part in book.parts.values() if old in book.package.read(part).decode()]
        assert len(parts) > 5
        for part in parts:
            book.package.write(part, book.package.read(part).decode().replace(old, new).encode())
        return f"{sheet}!"

    return change


def abutting(words: str, *, split_before: str = "") -> Word:
    """A paragraph joined to the next one, or split in two before some words."""

    def change(document: EditedDocument) -> None:
        paragraph = document.paragraph(words)
        children = [one for one in paragraph if one.tag != qn("w:pPr")]
        if not split_before:
            following = paragraph.getnext()
            for one in [one for one in following if one.tag != qn("w:pPr")]:
                paragraph.append(one)
            document.delete(following)
            return
        at = next(number for number, one in enumerate(children) if split_before in text_of(one))
        whole = children[at]
        before, _, after = text_of(whole).partition(split_before)
        rest = run(split_before + after)
        whole.addnext(rest)
        next(whole.iter(T)).text = before
        made = etree.Element(P)
        for one in (rest, *children[at + 1 :]):
            made.append(one)
        paragraph.addnext(made)

    return change


def section_moved(head: str, body: str, below: str) -> Word:
    """A heading and its paragraph come below another paragraph."""

    def change(document: EditedDocument) -> None:
        heading = next(one for one in document.paragraphs() if text_of(one) == head)
        text, place = document.paragraph(body), document.paragraph(below)
        place.addnext(heading)
        heading.addnext(text)

    return change


def part_edited(part: str, old: str, new: str) -> Callable[[EditedDocument | EditedWorkbook], None]:
    """Some XML of a part."""

    def change(document: EditedDocument | EditedWorkbook) -> None:
        data = document.package.read(part).decode()
        assert old in data, data[:2000]
        document.package.write(part, data.replace(old, new, 1).encode())

    return change


def in_sheet(sheet: str, old: str, new: str) -> Excel:
    """Some XML of a sheet."""

    def change(book: EditedWorkbook) -> None:
        part_edited(book.parts[sheet], old, new)(book)

    return change


def sheets_exchanged(one: str, other: str) -> Excel:
    """Two tabs change places."""

    def change(book: EditedWorkbook) -> None:
        root = etree.fromstring(book.package.read(book.part))
        sheets = list(root.find(qn("x:sheets")))
        names = [sheet.get("name") for sheet in sheets]
        first, second = names.index(one), names.index(other)
        assert second == first + 1
        sheets[first].addprevious(sheets[second])
        for name in root.iter(qn("x:definedName")):
            if name.get("localSheetId") in (str(first), str(second)):
                name.set("localSheetId", str(first + second - int(name.get("localSheetId"))))
        book.package.write(book.part, etree.tostring(root))

    return change
