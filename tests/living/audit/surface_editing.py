"""Tools of the edits by surface: how text looks, where links lead, what charts draw, what sheets carry beside their cells."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator

from lxml import etree

from reportgen.ooxml.xml import qn
from tests.living.audit.excel_editing import EditedWorkbook, _cell
from tests.living.audit.stranger_editing import Excel, Word, _in_xml
from tests.living.audit.word_editing import HYPERLINK, ROW, TABLE, EditedDocument, P, R, text_of

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LOOKS = {
    "struck": ("w:strike", {}),
    "white": ("w:color", {"w:val": "FFFFFF"}),
    "hidden": ("w:vanish", {}),
    "tiny": ("w:sz", {"w:val": "2"}),
    "raised": ("w:vertAlign", {"w:val": "superscript"}),
}


def looking(words: str, text: str, look: str) -> Word:
    """The runs of a paragraph that hold ``text`` are struck through, white, hidden, a point high or raised."""

    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(words)
        found = [one for one in paragraph.iter(R) if text in text_of(one)]
        assert found, text_of(paragraph)
        name, values = _LOOKS[look]
        for one in found:
            properties = one.find(qn("w:rPr"))
            if properties is None:
                properties = etree.Element(qn("w:rPr"))
                one.insert(0, properties)
            for old in properties.findall(qn(name)):
                properties.remove(old)
            properties.append(etree.Element(qn(name), {qn(key): value for key, value in values.items()}))
        return paragraph

    return change


def mark_leads_to(words: str, anchor: str, nth: int = 0) -> Word:
    """A source mark leads elsewhere; what it says stays."""

    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(words)
        link = list(paragraph.iter(HYPERLINK))[nth]
        assert link.get(qn("w:anchor")) != anchor
        link.set(qn("w:anchor"), anchor)
        return paragraph

    return change


def titled(new: str, name: str = "title") -> Callable[[EditedDocument | EditedWorkbook], None]:
    """A property of the file."""

    def change(document: EditedDocument | EditedWorkbook) -> None:
        root = etree.fromstring(document.package.read("docProps/core.xml"))
        held = next(one for one in root if etree.QName(one).localname == name)
        assert held.text != new
        held.text = new
        document.package.write(
            "docProps/core.xml", etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        )

    return change


# ---- order ------------------------------------------------------------------------------------------------


def charts_exchanged(one: int, other: int) -> Word:
    """Two charts change places under their captions."""

    def change(document: EditedDocument) -> etree._Element:
        drawn = list(document.root.iter(f"{_CHART}chart"))
        first, second = drawn[one], drawn[other]
        numbers = first.get(_RELATION), second.get(_RELATION)
        first.set(_RELATION, numbers[1])
        second.set(_RELATION, numbers[0])
        return next(first.iterancestors(P))

    return change


def tables_exchanged(caption: str, other: str, head: str) -> Word:
    """Two tables change places under their captions; ``head`` of the other is where that is seen."""

    def change(document: EditedDocument) -> etree._Element:
        heads = [
            next(one for one in document.paragraphs() if text_of(one).strip().startswith(text))
            for text in (caption, other)
        ]
        first, second = (next(head.itersiblings(TABLE)) for head in heads)
        stand = etree.Element("stand")
        first.addprevious(stand)
        second.addprevious(first)
        stand.addprevious(second)
        stand.getparent().remove(stand)
        return next(one for one in second.iter(P) if text_of(one) == head)

    return change


def row_moved(row: str, below: str, nth: int = 0, to: int = 0) -> Word:
    """A row of a table comes below another one."""

    def change(document: EditedDocument) -> etree._Element:
        rows = [one for one in document.root.iter(ROW) if text_of(one).startswith(row)]
        below_ = [one for one in document.root.iter(ROW) if text_of(one).startswith(below)]
        moved = rows[nth]
        below_[to].addnext(moved)
        return list(moved.iter(P))[1]

    return change


def deleted(words: str, above: str) -> Word:
    """A paragraph is deleted; told at the one that stood above."""

    def change(document: EditedDocument) -> None:
        document.delete(document.paragraph(words))

    return change


# ---- charts -----------------------------------------------------------------------------------------------


def _parts(document: EditedDocument | EditedWorkbook) -> Iterator[str]:
    return (name for name in document.package.names() if re.search(r"/charts/chart\d+\.xml$", name))


def chart_edited(holding: str, pattern: str, new: str, count: int = 0) -> Word:
    """In the chart that says ``holding`` what fits a pattern becomes another thing."""

    def change(document: EditedDocument) -> etree._Element:
        for drawn in document.root.iter(f"{_CHART}chart"):
            number = drawn.get(_RELATION)
            part = next(one.part for one in document.package.relationships(document.part) if one.id == number)
            data = document.package.read(part).decode()
            if holding in data:
                made, found = re.subn(pattern, new, data, count=count, flags=re.DOTALL)
                assert found, data
                assert made != data
                document.package.write(part, made.encode())
                return next(drawn.iterancestors(P))
        raise AssertionError(f"no chart says {holding}")

    return change


def sheet_chart_edited(sheet: str, holding: str, pattern: str, new: str, count: int = 0) -> Excel:
    def change(book: EditedWorkbook) -> str:
        for part in _parts(book):
            data = book.package.read(part).decode()
            if holding in data:
                made, found = re.subn(pattern, new, data, count=count, flags=re.DOTALL)
                assert found
                assert made != data
                book.package.write(part, made.encode())
                return f"{sheet}!"
        raise AssertionError(f"no chart says {holding}")

    return change


# ---- sheets -----------------------------------------------------------------------------------------------


def renamed(sheet: str, new: str) -> Excel:
    def change(book: EditedWorkbook) -> str:
        _in_xml(
            book, book.part, lambda root: root.find(f".//{qn('x:sheet')}[@name='{sheet}']").set("name", new)
        )
        return f"{new}!"

    return change


def in_font(place: str, kind: str, **values: str) -> Excel:
    """A cell's font is struck through, white, ..."""

    def change(book: EditedWorkbook) -> str:
        def with_font(root: etree._Element) -> None:
            fonts, styles = root.find(qn("x:fonts")), root.find(qn("x:cellXfs"))
            font = copy.deepcopy(fonts[int(styles[-1].get("fontId"))])
            for old in font.findall(qn(f"x:{kind}")):
                font.remove(old)
            font.insert(0, etree.Element(qn(f"x:{kind}"), values))
            fonts.append(font)
            styles[-1].set("fontId", str(len(fonts) - 1))
            fonts.set("count", str(len(fonts)))

        book.format(place, book.format_of(place))
        _in_xml(book, "xl/styles.xml", with_font)
        return place

    return change


def flattened(sheet: str, row: int) -> Excel:
    """A row so low that nobody sees it, though it is not hidden."""

    def change(book: EditedWorkbook) -> str:
        def flat(root: etree._Element) -> None:
            line = root.find(f".//{qn('x:row')}[@r='{row}']")
            line.set("ht", "0.5")
            line.set("customHeight", "1")

        _in_xml(book, book.parts[sheet], flat)
        return f"{sheet}!"

    return change


def narrowed(sheet: str, column: int) -> Excel:
    """A column of no width, though it is not hidden."""

    def change(book: EditedWorkbook) -> str:
        def flat(root: etree._Element) -> None:
            held = root.find(qn("x:cols"))
            for one in list(held):
                if int(one.get("min")) <= column <= int(one.get("max")):
                    for at in range(int(one.get("min")), int(one.get("max")) + 1):
                        made = copy.deepcopy(one)
                        made.set("min", str(at))
                        made.set("max", str(at))
                        if at == column:
                            made.set("width", "0.1")
                        one.addprevious(made)
                    held.remove(one)

        _in_xml(book, book.parts[sheet], flat)
        return f"{sheet}!"

    return change


def merged(sheet: str, area: str) -> Excel:
    """Cells joined to one: only the first is seen."""

    def change(book: EditedWorkbook) -> str:
        def joined(root: etree._Element) -> None:
            held = root.find(qn("x:mergeCells"))
            if held is None:
                held = etree.Element(qn("x:mergeCells"))
                root.find(qn("x:sheetData")).addnext(held)
            etree.SubElement(held, qn("x:mergeCell"), ref=area)
            held.set("count", str(len(held)))

        _in_xml(book, book.parts[sheet], joined)
        return f"{sheet}!"

    return change


def prompted(sheet: str, area: str, text: str) -> Excel:
    """What a sheet says when one enters a cell."""

    def change(book: EditedWorkbook) -> str:
        def with_prompt(root: etree._Element) -> None:
            held = etree.Element(qn("x:dataValidations"), count="1")
            etree.SubElement(
                held,
                qn("x:dataValidation"),
                type="none",
                showInputMessage="1",
                sqref=area,
                promptTitle="Note",
                prompt=text,
            )
            last = root.find(qn("x:mergeCells"))
            (last if last is not None else root.find(qn("x:sheetData"))).addnext(held)

        _in_xml(book, book.parts[sheet], with_prompt)
        return f"{sheet}!"

    return change


def icons(sheet: str, area: str) -> Excel:
    """Arrows beside numbers."""

    def change(book: EditedWorkbook) -> str:
        def with_rule(root: etree._Element) -> None:
            made = etree.Element(qn("x:conditionalFormatting"), sqref=area)
            rule = etree.SubElement(made, qn("x:cfRule"), type="iconSet", priority="1")
            held = etree.SubElement(rule, qn("x:iconSet"), iconSet="3Arrows", reverse="1")
            for value in ("0", "33", "67"):
                etree.SubElement(held, qn("x:cfvo"), type="percent", val=value)
            last = root.find(qn("x:mergeCells"))
            (last if last is not None else root.find(qn("x:sheetData"))).addnext(made)

        _in_xml(book, book.parts[sheet], with_rule)
        return f"{sheet}!"

    return change


def shown_as(place: str, value: str) -> Excel:
    """The value kept for a formula's cell, which viewers show."""

    def change(book: EditedWorkbook) -> str:
        sheet, _, address = place.partition("!")
        _in_xml(book, book.parts[sheet], lambda root: _set_value(_cell(root, address), value))
        return place

    return change


def _set_value(cell: etree._Element, value: str) -> None:
    held = cell.find(qn("x:v"))
    assert held is not None
    assert cell.find(qn("x:f")) is not None
    held.text = value


def rows_exchanged(sheet: str, one: int, other: int) -> Excel:
    """Two rows change places, with all their cells."""

    def change(book: EditedWorkbook) -> str:
        def exchanged(root: etree._Element) -> None:
            rows = {int(row.get("r")): row for row in root.iter(qn("x:row"))}
            first, second = list(rows[one]), list(rows[other])
            for cells, row, number in ((first, rows[other], other), (second, rows[one], one)):
                for cell in cells:
                    cell.set("r", re.sub(r"\d+", str(number), cell.get("r")))
                    row.append(cell)

        _in_xml(book, book.parts[sheet], exchanged)
        names = etree.fromstring(book.package.read(book.part))
        for name in names.iter(qn("x:definedName")):
            if (name.text or "").split("!")[0].strip("'") == sheet:
                name.text = re.sub(
                    r"\$(\d+)",
                    lambda found: f"${ {one: other, other: one}.get(int(found[1]), int(found[1])) }",
                    name.text,
                )
        book.package.write(book.part, etree.tostring(names, encoding="UTF-8", xml_declaration=True))
        return f"{sheet}!"

    return change


def row_deleted(sheet: str, number: int) -> Excel:
    def change(book: EditedWorkbook) -> str:
        book.delete_row(sheet, number)
        return f"{sheet}!"

    return change
