"""Edits that the audit once did not see, and the tools to make those that no other test makes: charts, formats, drawings."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from reportgen.ooxml.xml import qn
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.planted import (
    BOOK_EN,
    DATA_EN,
    LEVEL,
    PLAN_EN,
    PLAN_ZH,
    Planted,
    cell_said,
    drawing,
    typed,
)
from tests.living.audit.word_editing import HYPERLINK, EditedDocument, T, run, whole_of

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SHAPE = (
    '<xdr:twoCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="{a}"><xdr:from><xdr:col>6</xdr:col>'
    "<xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff>"
    '<xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="77" name="TextBox 76"/>'
    '<xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:lstStyle/>'
    "<a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>"
)


def moved_into(wanted: str, sentence: str) -> Callable[[EditedDocument], etree._Element]:
    """A figure cut with its mark and pasted where another one is, in the first paragraph that says ``sentence``."""

    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(sentence)
        there = next(one for one in document.controls() if paragraph in one.iterancestors())
        control = document.figure(wanted)
        document.move_control(control, paragraph)
        whole = [paragraph[-3], paragraph[-2], paragraph[-1]]
        for element in whole:
            there.getprevious().addprevious(element)
        for element in whole_of(there):
            document.delete(element)
        return paragraph

    return change


def mark_removed(sentence: str) -> Callable[[EditedDocument], etree._Element]:
    """The source marks of a paragraph are deleted."""

    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(sentence)
        for link in list(paragraph.iter(HYPERLINK)):
            document.delete(link)
        return paragraph

    return change


def mark_retyped(sentence: str, new: str) -> Callable[[EditedDocument], etree._Element]:
    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(sentence)
        links = list(paragraph.iter(HYPERLINK))
        next(links[-1].iter(T)).text = new
        for link in links[:-1]:
            document.delete(link)
        return paragraph

    return change


def in_chart(old: str, new: str, nth: int = 0) -> Callable[[EditedDocument], etree._Element]:
    """Every ``old`` in a chart's part, and in the workbook behind it (“Edit data”), becomes ``new``."""

    def change(document: EditedDocument) -> etree._Element:
        part = document.chart_part(nth)
        data = document.package.read(part).decode()
        assert old in data, data
        document.package.write(part, data.replace(old, new).encode())
        return drawing(document, nth)

    return change


def title_typed(text: str) -> Callable[[EditedDocument], etree._Element]:
    """A chart without a title gets one."""
    title = (
        f'<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
        '<c:autoTitleDeleted val="0"/>'
    )
    return in_chart('<c:autoTitleDeleted val="1"/>', title, 1)


def label_typed(text: str) -> Callable[[EditedDocument], etree._Element]:
    """A data label of the second chart is typed over."""

    def change(document: EditedDocument) -> etree._Element:
        part = document.chart_part(1)
        data = document.package.read(part).decode()
        rich = (
            f"<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></c:rich></c:tx>"
        )
        made, count = re.subn(r'(<c:dLbl><c:idx val="1"/>)', rf"\g<1>{rich}", data, count=1)
        if not count:
            shows = "".join(
                f'<c:{name} val="{int(name == "showVal")}"/>'
                for name in (
                    "showLegendKey",
                    "showVal",
                    "showCatName",
                    "showSerName",
                    "showPercent",
                    "showBubbleSize",
                )
            )
            made, count = re.subn(
                "<c:dLbls>", f'<c:dLbls><c:dLbl><c:idx val="1"/>{rich}{shows}</c:dLbl>', data, count=1
            )
        assert count
        document.package.write(part, made.encode())
        return drawing(document, 1)

    return change


def equation_typed(document: EditedDocument) -> etree._Element:
    paragraph = document.paragraphs()[12]
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    whole = etree.SubElement(paragraph, f"{{{math}}}oMath", nsmap={"m": math})
    etree.SubElement(etree.SubElement(whole, f"{{{math}}}r"), f"{{{math}}}t").text = "g = 12.7%"
    return paragraph


def hidden_typed(document: EditedDocument) -> etree._Element:
    paragraph = document.paragraphs()[12]
    made = run(" Exports fell by 12.7%.")
    properties = etree.Element(qn("w:rPr"))
    etree.SubElement(properties, qn("w:vanish"))
    made.insert(0, properties)
    paragraph.append(made)
    return paragraph


def formatted(place: str, code: str) -> Callable[[EditedWorkbook], str]:
    """A cell gets another number format; its number stays."""

    def change(book: EditedWorkbook) -> str:
        book.format(place, code)
        return place

    return change


def formula(place: str, new: str) -> Callable[[EditedWorkbook], str]:
    def change(book: EditedWorkbook) -> str:
        book.formula(place, new)
        return place

    return change


def number_as_text(place: str, text: str) -> Callable[[EditedWorkbook], str]:
    def change(book: EditedWorkbook) -> str:
        book.type_text(place, text)
        return place

    return change


def text_box(sheet: str, text: str) -> Callable[[EditedWorkbook], str]:
    """A text box on a sheet that has a drawing already."""

    def change(book: EditedWorkbook) -> str:
        part = next(
            one.part for one in book.package.relationships(book.parts[sheet]) if one.type.endswith("/drawing")
        )
        data = book.package.read(part).decode()
        book.package.write(
            part, data.replace("</xdr:wsDr>", _SHAPE.format(a=A, text=text) + "</xdr:wsDr>").encode()
        )
        return f"{sheet}!"

    return change


def page_header(sheet: str, text: str) -> Callable[[EditedWorkbook], str]:
    def change(book: EditedWorkbook) -> str:
        part = book.parts[sheet]
        data = book.package.read(part).decode()
        assert "<headerFooter>" in data
        book.package.write(
            part,
            data.replace("<headerFooter>", f"<headerFooter><oddHeader>&amp;C{text}</oddHeader>").encode(),
        )
        return f"{sheet}!"

    return change


def labels_swapped(one: str, other: str) -> Callable[[EditedWorkbook], str]:
    def change(book: EditedWorkbook) -> str:
        texts = book.text_of(one), book.text_of(other)
        book.type_text(one, texts[1]).type_text(other, texts[0])
        return one

    return change


def calculation_changed(book: EditedWorkbook) -> str:
    place = "Growth calculations!T5"
    book.formula(place, book.formula_of(place) + "*1.1")
    return place


def pointer_changed(book: EditedWorkbook) -> str:
    place = "Growth calculations!N5"
    other = book.text_of("Growth calculations!N10")
    assert other != book.text_of(place)
    book.type_text(place, other)
    return place


GIVEN = [
    Planted("1 a figure in a sentence on another area", PLAN_EN, moved_into(LEVEL, "In 2023, China’s cross-border"), "figure-about-another", kind="what it is said to be"),
    Planted("13 a source mark taken out", PLAN_EN, mark_removed("19.79 billion yuan"), "words-changed", kind="what it is said to be"),
    Planted("14 another source mark", PLAN_EN, mark_retyped("In 2023, China’s cross-border", "[1]"), "words-changed", kind="what it is said to be"),
    Planted("16 a chart's title", PLAN_EN, title_typed("Up 39.21 billion yuan"), "", kind="charts"),
    Planted("17 a chart's category", PLAN_EN, in_chart("<c:v>2021</c:v>", "<c:v>2022</c:v>", 1), "", kind="charts"),
    Planted("18 a chart's data label", PLAN_EN, label_typed("39.21"), "", kind="charts"),
    Planted("19 doubled", PLAN_EN, typed("Imports doubled over the year."), "unbacked-number", kind="numbers of one's own"),
    Planted("19 a third", PLAN_EN, typed("Private firms account for a third of the total."), "unbacked-number", kind="numbers of one's own"),
    Planted("20 a number in an equation", PLAN_EN, equation_typed, "unbacked-number", kind="numbers of one's own"),
    Planted("20 a number in hidden text", PLAN_EN, hidden_typed, "unbacked-number", kind="numbers of one's own"),
    Planted("24 全国与重庆", PLAN_ZH, typed("2021年，全国跨境电商进出口322.1亿元。"), "", kind="numbers of one's own"),
    Planted("25 全角数字", PLAN_ZH, typed("全市进口同比下降１２．７％。"), "unbacked-number", kind="numbers of one's own"),
    Planted("26 居西部第一", PLAN_ZH, typed("全市进口规模居西部第一。"), "unbacked-number", kind="numbers of one's own"),
    Planted("27 翻一番", PLAN_ZH, typed("全市进口额比上年翻一番。"), "unbacked-number", kind="numbers of one's own"),
    Planted("27 占三分之一", PLAN_ZH, typed("民营企业进口占三分之一。"), "unbacked-number", kind="numbers of one's own"),
    Planted("30 a period cell", BOOK_EN, cell_said("Summary!D8", "2022"), "words-changed", kind="workbooks"),
    Planted("31 a label cell", BOOK_EN, cell_said("Summary!A12", "Lead over the target"), "words-changed", kind="workbooks"),
    Planted("32 two labels swapped", BOOK_EN, labels_swapped("Targets!A7", "Targets!A9"), "words-changed", kind="workbooks"),
    Planted("33 a format that is a number", BOOK_EN, formatted("Summary!B8", '"39.21"'), "", kind="workbooks"),
    Planted("34 a format in percent", BOOK_EN, formatted("Summary!B9", "0.00%"), "", kind="workbooks"),
    Planted("35 a format with a qualifier", BOOK_EN, formatted("Summary!B8", '">"0.00'), "", kind="workbooks"),
    Planted("36 another formula", BOOK_EN, formula("Targets!G7", "C7-D8"), "formula-changed", kind="workbooks"),
    Planted("37 a number as text", BOOK_EN, number_as_text("Summary!B8", "32.21"), "", kind="workbooks"),
    Planted("38 a number in a text box", BOOK_EN, text_box("Targets", "Exports fell by 12.7%."), "unbacked-number", kind="workbooks"),
    Planted("39 a number in the page header", BOOK_EN, page_header("Summary", "Exports fell by 12.7%"), "unbacked-number", kind="workbooks"),
    Planted("41 a calculation times 1.1", DATA_EN, calculation_changed, "formula-changed", kind="workbooks"),
    Planted("42 a pointer to another observation", DATA_EN, pointer_changed, "words-changed", kind="workbooks"),
]  # fmt: skip
"""The edits of a review that were not planted before; those with several in one are planted one by one. Without a code, any warning or error counts."""
