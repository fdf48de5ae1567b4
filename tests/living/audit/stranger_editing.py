"""The tools of the edits by a stranger that no other test makes: typing that keeps the marks beside it, charts with their data, notes, hidden lines."""

from __future__ import annotations

import copy
import io
import re
from collections.abc import Callable
from itertools import takewhile

import openpyxl
from lxml import etree

from reportgen.ooxml.xml import qn
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.word_editing import ROW, TABLE, EditedDocument, P, R, T, run, text_of

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
JOINER = "\u2060"
"""What keeps a source mark on the line of its sentence; nobody sees or types it."""
Word, Excel = Callable[[EditedDocument], etree._Element], Callable[[EditedWorkbook], str]


def retouched(words: str, old: str, new: str, nth: int = 0) -> Word:
    """``old`` becomes ``new`` as a person types it: what both begin and end with stays in its runs."""

    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(words, nth)
        retouch(paragraph, old, new)
        return paragraph

    return change


def retouch(paragraph: etree._Element, old: str, new: str) -> None:
    letters = [
        (piece, at) for piece in paragraph.iter(T) for at, one in enumerate(piece.text or "") if one != JOINER
    ]
    start = "".join(piece.text[at] for piece, at in letters).index(old)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    gone = letters[start + head : start + len(old) - tail]
    piece, at = gone[0] if gone else letters[max(start + head - 1, 0)]
    behind = at if gone or start + head == 0 else at + 1
    kept = {one: one.text for one in paragraph.iter(T)}
    for one, number in reversed(gone):
        one.text = one.text[:number] + one.text[number + 1 :]
    piece.text = kept[piece][:behind] + new[head : len(new) - tail] + piece.text[behind:]
    piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    assert new in text_of(paragraph).replace(JOINER, ""), text_of(paragraph)


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def continued(words: str, text: str) -> Word:
    """A sentence of one's own at the end of a paragraph."""

    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(words)
        paragraph.append(run(text))
        return paragraph

    return change


def added_below(words: str, text: str) -> Word:
    """A paragraph of one's own below another."""

    def change(document: EditedDocument) -> etree._Element:
        document.add_paragraph(text, document.paragraph(words))
        return document.paragraph(text)

    return change


def paragraph_moved(words: str, below: str, nth: int = 0) -> Word:
    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(words, nth)
        document.paragraph(below).addnext(paragraph)
        return paragraph

    return change


def clause_moved(words: str, head: str, begins: str, ends: str) -> Word:
    """The runs from ``begins`` to ``ends``, with their marks, are cut and pasted before the run that holds ``head``."""

    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(words)
        runs = list(paragraph)
        to = next(at for at, one in enumerate(runs) if head in text_of(one))
        first = next(at for at, one in enumerate(runs) if at > to and begins in text_of(one))
        last = next(at for at, one in enumerate(runs) if at > first and ends in text_of(one))
        closing = runs[last + 1 : last + 2]
        for one in [*runs[first : last + 1], *(one for one in closing if one.tag == qn("w:bookmarkEnd"))]:
            runs[to].addprevious(one)
        return paragraph

    return change


def cell_of(caption: str, row: str, old: str, new: str) -> Word:
    """In the table below a caption, a cell of the row that begins with ``row`` is typed over."""

    def change(document: EditedDocument) -> etree._Element:
        above = next(one for one in document.paragraphs() if text_of(one).strip().endswith(caption))
        table = next(above.itersiblings(TABLE))
        line = next(one for one in table.iter(ROW) if text_of(one).startswith(row))
        cell = next(one for one in line.iter(P) if old in text_of(one))
        retouch(cell, old, new)
        return cell

    return change


def groups_exchanged(caption: str, one: str, other: str) -> Word:
    """Two heads of groups in one table change places; the first figure below them is what came under another head."""

    def change(document: EditedDocument) -> etree._Element:
        first = cell_of(caption, one, one, "@")(document)
        cell_of(caption, other, other, one)(document)
        retouch(first, "@", other)
        below = next(next(first.iterancestors(ROW)).itersiblings(ROW))
        return list(below.iter(P))[1]

    return change


def chart_data(holding: str, typed: dict[str, str]) -> Word:
    """“Edit data”: what a chart and the workbook behind it say becomes something else in both."""

    def change(document: EditedDocument) -> etree._Element:
        parts = [
            name for name in document.package.names() if re.fullmatch(r"word/charts/chart\d+\.xml", name)
        ]
        part = next(name for name in parts if holding in document.package.read(name).decode())
        root = etree.fromstring(document.package.read(part))
        for value in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}v"):
            value.text = typed.get(value.text or "", value.text)
        document.package.write(part, etree.tostring(root, encoding="UTF-8", xml_declaration=True))
        behind = next(one.part for one in document.package.relationships(part) if one.part.endswith(".xlsx"))
        book = openpyxl.load_workbook(io.BytesIO(document.package.read(behind)))
        for cell in (cell for row in book.active.iter_rows() for cell in row):
            if str(cell.value) in typed:
                new = typed[str(cell.value)]
                cell.value = float(new) if isinstance(cell.value, int | float) else new
        stream = io.BytesIO()
        book.save(stream)
        document.package.write(behind, stream.getvalue())
        number = next(one.id for one in document.package.relationships(document.part) if one.part == part)
        drawn = next(one for one in document.root.iter() if one.get(f"{{{_RELATIONS}}}id") == number)
        return next(drawn.iterancestors(P))

    return change


def footer_continued(text: str) -> Callable[[EditedDocument], None]:
    def change(document: EditedDocument) -> None:
        def with_run(data: bytes) -> bytes:
            root = etree.fromstring(data)
            next(root.iter(P)).append(run(text))
            return etree.tostring(root, encoding="UTF-8", xml_declaration=True)

        document.footer(with_run)

    return change


def bold(words: str, text: str) -> Word:
    """The run that says ``text`` becomes bold."""

    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(words)
        found = next(one for one in paragraph.iter(R) if text in text_of(one))
        look = found.find(qn("w:rPr"))
        if look is None:
            look = etree.Element(qn("w:rPr"))
            found.insert(0, look)
        etree.SubElement(look, qn("w:b"))
        return paragraph

    return change


def commented(words: str, text: str) -> Callable[[EditedDocument], None]:
    """A comment, in a document that had none."""

    def change(document: EditedDocument) -> None:
        paragraph = document.paragraph(words)
        comments = etree.Element(qn("w:comments"))
        comment = etree.SubElement(comments, qn("w:comment"), {qn("w:id"): "0", qn("w:author"): "Li"})
        etree.SubElement(comment, P).append(run(text))
        document.package.add(
            "word/comments9.xml",
            etree.tostring(comments, encoding="UTF-8", xml_declaration=True),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
        )
        document.package.relationships(document.part).add(f"{_RELATIONS}/comments", "word/comments9.xml")
        mark = etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:commentReference"))
        mark.set(qn("w:id"), "0")

    return change


# ---- workbooks --------------------------------------------------------------------------------------------


def calculated(place: str, formula: str, value: str) -> Excel:
    """A cell gets a formula, and the value that it gives."""

    def change(book: EditedWorkbook) -> str:
        book.type(place, value).formula(place, formula)
        return place

    return change


def _in_xml(book: EditedWorkbook, part: str, edit: Callable[[etree._Element], None]) -> None:
    root = etree.fromstring(book.package.read(part))
    edit(root)
    book.package.write(part, etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def hidden(sheet: str, row: int = 0) -> Excel:
    """A sheet, or a row of it, is hidden."""

    def change(book: EditedWorkbook) -> str:
        if row:
            _in_xml(book, book.parts[sheet], lambda root: root.find(f".//{qn('x:row')}[@r='{row}']").set("hidden", "1"))  # fmt: skip
        else:
            _in_xml(book, book.part, lambda root: root.find(f".//{qn('x:sheet')}[@name='{sheet}']").set("state", "hidden"))  # fmt: skip
        return f"{sheet}!"

    return change


def noted(place: str, text: str) -> Excel:
    """A note on a cell."""

    def change(book: EditedWorkbook) -> str:
        sheet, _, address = place.partition("!")
        book.package.add(
            "xl/comments9.xml",
            f'<comments xmlns="{qn("x:c")[1:].partition("}")[0]}"><authors><author>Li</author></authors><commentList><comment ref="{address}" '
            f'authorId="0"><text><r><t>{text}</t></r></text></comment></commentList></comments>'.encode(),
            f"{_SPREADSHEET}.comments+xml",
        )
        book.package.relationships(book.parts[sheet]).add(f"{_RELATIONS}/comments", "xl/comments9.xml")
        return f"{sheet}!"

    return change


def shown_when(place: str, condition: str, code: str) -> Excel:
    """A conditional format that shows a cell's number in another format."""
    number = etree.Element(qn("x:numFmt"), numFmtId="190", formatCode=code)
    return _conditional(place, condition, number)


def coloured_when(place: str, condition: str, colour: str) -> Excel:
    """A conditional format that fills cells."""
    fill = etree.Element(qn("x:fill"))
    etree.SubElement(etree.SubElement(fill, qn("x:patternFill")), qn("x:bgColor"), rgb=colour)
    return _conditional(place, condition, fill)


def _conditional(place: str, condition: str, look: etree._Element) -> Excel:
    def change(book: EditedWorkbook) -> str:
        sheet, _, address = place.partition("!")

        def with_format(root: etree._Element) -> None:
            formats = root.find(qn("x:dxfs"))
            if formats is None:
                formats = etree.Element(qn("x:dxfs"))
                root.find(qn("x:cellStyles")).addnext(formats)
            etree.SubElement(formats, qn("x:dxf")).append(copy.deepcopy(look))
            formats.set("count", str(len(formats)))

        def with_rule(root: etree._Element) -> None:
            made = etree.Element(qn("x:conditionalFormatting"), sqref=address)
            formats = etree.fromstring(book.package.read("xl/styles.xml")).find(qn("x:dxfs"))
            rule = etree.SubElement(
                made, qn("x:cfRule"), type="expression", dxfId=str(len(formats) - 1), priority="1"
            )
            etree.SubElement(rule, qn("x:formula")).text = condition
            merged = root.find(qn("x:mergeCells"))
            (merged if merged is not None else root.find(qn("x:sheetData"))).addnext(made)

        _in_xml(book, "xl/styles.xml", with_format)
        _in_xml(book, book.parts[sheet], with_rule)
        return place

    return change


def drawn_from(sheet: str, old: str, new: str, values: dict[int, str]) -> Excel:
    """A series of a chart takes another range, whose values the chart then keeps."""

    def change(book: EditedWorkbook) -> str:
        chart = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

        def with_range(root: etree._Element) -> None:
            for reference in root.iter(f"{chart}f"):
                if reference.text == f"{sheet}!{old}":
                    reference.text = f"{sheet}!{new}"
                    cache = reference.getparent().find(f"{chart}numCache")
                    for point in cache.findall(f"{chart}pt"):
                        cache.remove(point)
                    for at, value in values.items():
                        point = etree.SubElement(cache, f"{chart}pt", idx=str(at))
                        etree.SubElement(point, f"{chart}v").text = value

        part = next(
            name
            for name in book.package.names()
            if re.fullmatch(r"xl/charts/chart\d+\.xml", name)
            and f"{sheet}!{old}" in book.package.read(name).decode()
        )
        _in_xml(book, part, with_range)
        return f"{sheet}!"

    return change


def widened(sheet: str, width: str) -> Excel:
    """The first column gets another width."""

    def change(book: EditedWorkbook) -> str:
        _in_xml(book, book.parts[sheet], lambda root: next(root.iter(qn("x:col"))).set("width", width))
        return f"{sheet}!"

    return change


def reworded_cell(place: str, old: str, new: str) -> Excel:
    def change(book: EditedWorkbook) -> str:
        assert old in book.text_of(place)
        book.type(place, book.text_of(place).replace(old, new))
        return place

    return change


def bold_cell(place: str) -> Excel:
    """A cell gets a style of its own, with a bold font."""

    def change(book: EditedWorkbook) -> str:
        def with_font(root: etree._Element) -> None:
            fonts, styles = root.find(qn("x:fonts")), root.find(qn("x:cellXfs"))
            font = copy.deepcopy(fonts[int(styles[-1].get("fontId"))])
            if font.find(qn("x:b")) is None:
                font.insert(0, etree.Element(qn("x:b")))
            fonts.append(font)
            styles[-1].set("fontId", str(len(fonts) - 1))
            fonts.set("count", str(len(fonts)))

        book.format(place, book.format_of(place))
        _in_xml(book, "xl/styles.xml", with_font)
        return place

    return change
