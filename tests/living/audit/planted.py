"""The planted set: kinds of edits that people make to finished documents, each with the finding and the place it must have.

``change`` edits the document and gives the place: the paragraph element, or a cell such as ``Summary!B8``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from reportgen.excel.workbook_reading import read_finished
from reportgen.ooxml.addresses import column_letters
from reportgen.ooxml.xml import qn
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.word_editing import TABLE, EditedDocument, P, rows_of, text_of

PLAN_EN, PLAN_ZH = "plan-2025/plan-2025-brief-en.docx", "plan-2025/plan-2025-brief-zh.docx"
SHOP_EN = "ecommerce-2020/ecommerce-2020-brief-en.docx"
DATA_ZH = "plan-2025/plan-2025-databook-zh.xlsx"
DATA_EN = "plan-2025/plan-2025-databook-en.xlsx"
BOOK_EN = "plan-2025/plan-2025-workbook-en.xlsx"

LEVEL, GROWTH = "cbec_trade/CN-CQ/2021/level", "cbec_trade/CN-CQ/2021/growth_yoy"
MAY, MAY_GROWTH = "cbec_trade/CN-CQ/2022-01--2022-05/level", "cbec_trade/CN-CQ/2022-01--2022-05/growth_yoy"
BASE, LATER = "cbec_trade/CN-CQ/2022-01--2022-05/implied_base", "cbec_trade/CN-CQ/2023/level"
GAP, DONE = "cbec_trade/CN-CQ/2021/target_gap", "cbec_trade/CN-CQ/2021/target_completion"
NEEDED, NATION = "cbec_trade/CN-CQ/2021/target_required_growth", "cbec_trade/CN/2023/growth_yoy"


@dataclass(frozen=True)
class Planted:
    """One kind of edit."""

    name: str
    document: str
    change: Callable[[Any], Any]
    code: str
    """The code it must be found with; without one, any warning or error counts."""
    tracked: str = "accepted"
    kind: str = ""
    """What kinds of edits its rate is printed with."""


def around(element: etree._Element) -> etree._Element:
    """The paragraph that holds the element."""
    return next(element.iterancestors(P))


def retyped(wanted: str, new: str, nth: int = 0, *, in_table: bool = False) -> Callable[[Any], Any]:
    """A figure, by the beginning of its id or by its kind, shows ``new``."""

    def change(document: EditedDocument) -> etree._Element:
        control = document.figure(wanted, nth, in_table=in_table)
        assert text_of(control) != new
        document.retype(control, new)
        return around(control)

    return change


def reworded(wanted: str, old: str, new: str) -> Callable[[Any], Any]:
    """The words right before a figure change."""
    return lambda document: document.reword_before(wanted, old, new)


def typed(text: str) -> Callable[[EditedDocument], etree._Element]:
    """A new paragraph with ``text``."""

    def change(document: EditedDocument) -> etree._Element:
        document.add_paragraph(text)
        return document.paragraph(text)

    return change


def unit_moved_out(document: EditedDocument) -> etree._Element:
    control = document.figure(LEVEL)
    document.retype(control, "32.21")
    document.add_after(control, " million yuan")
    return around(control)


def split_and_retyped(document: EditedDocument) -> etree._Element:
    control = document.figure(GAP)
    document.retype(control, "38.79 billion yuan")
    document.split_runs()
    return around(control)


def sentence_deleted(document: EditedDocument) -> etree._Element:
    gone = around(document.figure(MAY))
    before = [
        one for one in document.controls() if document.number_of(around(one)) < document.number_of(gone)
    ]
    document.delete(gone)
    return around(before[-1])


def row_deleted(document: EditedDocument) -> etree._Element:
    row = document.row("2020")
    table = next(row.iterancestors(TABLE))
    last = [one for one in document.controls() if document.number_of(around(one)) < document.number_of(next(table.iter(P)))]  # fmt: skip
    document.delete(row)
    return around(last[-1])


def row_deletion_tracked(document: EditedDocument) -> etree._Element:
    row = document.row("2020")
    table = next(row.iterancestors(TABLE))
    last = [one for one in document.controls() if document.number_of(around(one)) < document.number_of(next(table.iter(P)))]  # fmt: skip
    document.track_row_deletion(row)
    return around(last[-1])


def plain_and_retyped(document: EditedDocument) -> etree._Element:
    control = document.figure(NEEDED)
    paragraph = around(control)
    document.retype(control, "24.1%").unwrap(control)
    return paragraph


def control_removed(document: EditedDocument) -> etree._Element:
    control = document.figure("/target_path")
    paragraph = around(control)
    document.unwrap(control)
    return paragraph


def insertion_tracked(document: EditedDocument) -> etree._Element:
    paragraph = around(document.figure(BASE))
    document.track_insertion(" Parcels rose by 37.3%.", paragraph)
    return paragraph


def deletion_tracked(document: EditedDocument) -> etree._Element:
    control = document.figure(NATION)
    document.track_deletion(control)
    return around(control)


def rejected_insertion(document: EditedDocument) -> etree._Element:
    """Read as rejected, the old number counts: it was retyped before tracking was switched on."""
    control = document.figure(BASE)
    document.retype(control, "10.84 billion yuan")
    document.track_deletion(control)
    return around(control)


def quotation_changed(document: EditedDocument) -> etree._Element:
    paragraph = document.paragraph("“The figure reached 19.79 billion")
    piece = next(one for one in paragraph.iter(qn("w:t")) if "19.79" in (one.text or ""))
    piece.text = piece.text.replace("19.79", "17.97", 1)
    return paragraph


def chart_cache_changed(document: EditedDocument) -> etree._Element:
    document.edit_chart("32.21", "33.21", nth=1)
    return drawing(document, 1)


def chart_workbook_changed(document: EditedDocument) -> etree._Element:
    document.edit_chart_workbook(7.81, 8.71, nth=1)
    return drawing(document, 1)


def chart_and_workbook_changed(document: EditedDocument) -> etree._Element:
    document.edit_chart("19.79", "21.79", nth=1).edit_chart_workbook(19.79, 21.79, nth=1)
    return drawing(document, 1)


def chart_deleted(document: EditedDocument) -> None:
    paragraph = drawing(document, 0)
    document.delete(paragraph)


def drawing(document: EditedDocument, nth: int) -> etree._Element:
    return [one for one in document.paragraphs() if next(one.iter(qn("c:chart")), None) is not None][nth]


def total_added(document: EditedDocument) -> etree._Element:
    table = rows_of([["Item", "Billion yuan"], ["A", "7.81"], ["B", "32.21"], ["Total", "40.12"]])
    document.paragraphs()[12].addnext(table)
    return next(one for one in table.iter(P) if text_of(one) == "40.12")


def part_above_whole(document: EditedDocument) -> etree._Element:
    control = next(one for one in document.controls("18.53") if one.getparent().tag == P)
    document.retype(control, "28.53")
    return around(control)


def footer_number(document: EditedDocument) -> None:
    document.footer(lambda data: data.replace(b"(worked example)", b"(up 12.7%)", 1))


def foreign_control(document: EditedDocument) -> etree._Element:
    control = document.figure(LEVEL)
    paragraph = document.paragraphs()[12]
    document.copy_as(control, "faaaaaaaaa", paragraph)
    return paragraph


def cell(place: str, value: str) -> Callable[[EditedWorkbook], str]:
    def change(book: EditedWorkbook) -> str:
        book.type(place, value)
        return place

    return change


def cell_said(place: str, text: str) -> Callable[[EditedWorkbook], str]:
    """A cell of text says another one."""

    def change(book: EditedWorkbook) -> str:
        book.type(place, text)
        return place

    return change


def format_painted(book: EditedWorkbook) -> str:
    book.take_style_of("Summary!B10", "Summary!B8")
    return "Summary!B10"


def cell_cleared(book: EditedWorkbook) -> str:
    book.clear("Summary!B12")
    return "Summary!B12"


def sheet_row_deleted(book: EditedWorkbook) -> str:
    book.delete_row("Trend", 5)
    return "Trend!B5"


def row_inserted_and_retyped(book: EditedWorkbook) -> str:
    book.insert_row("Summary", 9).type("Summary!B13", "73.79")
    return "Summary!B13"


def sheet_chart_changed(book: EditedWorkbook) -> str:
    book.edit_chart("32.21", "35.21")
    return "Trend!"


def databook_number(book: EditedWorkbook) -> str:
    block = read_finished(book.package).number_blocks[5].area
    place = f"{block.sheet}!{column_letters(block.left)}{block.top}"
    book.type(place, "987.65")
    return place


def databook_formula(book: EditedWorkbook) -> str:
    block = read_finished(book.package).formula_blocks[0].area
    place = f"{block.sheet}!{column_letters(block.left)}{block.bottom}"
    book.type(place, "1.5")
    return place


def cells_swapped(document: EditedDocument) -> etree._Element:
    level, gap = document.figure(LEVEL, in_table=True), document.figure(GAP, in_table=True)
    paragraphs = around(level), around(gap)
    for control, paragraph in ((level, paragraphs[1]), (gap, paragraphs[0])):
        document.move_control(control, paragraph)
    return paragraphs[0]


def cell_reworded(old: str, new: str) -> Callable[[EditedDocument], etree._Element]:
    """The first cell of a table that says ``old``."""

    def change(document: EditedDocument) -> etree._Element:
        found = [one for one in document.paragraphs() if text_of(one) == old and next(one.iterancestors(TABLE), None) is not None]  # fmt: skip
        document.retype(found[0], new)
        return found[0]

    return change


def words(sentence: str, old: str, new: str) -> Callable[[EditedDocument], etree._Element]:
    """Words of the first paragraph that says ``sentence``, in the run that has them."""

    def change(document: EditedDocument) -> etree._Element:
        for paragraph in document.paragraphs():
            pieces = [one for one in paragraph.iter(qn("w:t")) if old in (one.text or "")]
            if sentence in text_of(paragraph) and pieces:
                pieces[0].text = pieces[0].text.replace(old, new, 1)
                return paragraph
        raise AssertionError(f"no paragraph says {sentence!r} and {old!r}")

    return change


PLANTED = [
    # ---- what a figure is said to be -------------------------------------------------------------------
    Planted("2 another year", PLAN_EN, words("32.21 billion yuan", "In 2021", "In 2022"), "words-changed", kind="what it is said to be"),
    Planted("3 another month", PLAN_EN, words("19.79 billion yuan", "January–May", "January–June"), "words-changed", kind="what it is said to be"),
    Planted("4 another area", PLAN_EN, words("46.0%", "Chongqing", "Chengdu"), "words-changed", kind="what it is said to be"),
    Planted("5 another indicator", PLAN_EN, words("32.21 billion yuan", "imports and exports", "exports"), "words-changed", kind="what it is said to be"),
    Planted("6 another target", PLAN_EN, words("46.0%", "2025", "2027"), "words-changed", kind="what it is said to be"),
    Planted("7 another base", PLAN_EN, words("63.3%", "year on year", "month on month"), "words-changed", kind="what it is said to be"),
    Planted("8 denied", PLAN_EN, words("32.21 billion yuan", "reached", "did not reach"), "words-changed", kind="what it is said to be"),
    Planted("9 cells swapped with their marks", PLAN_EN, cells_swapped, "words-changed", kind="what it is said to be"),
    Planted("10 a head changed to another", PLAN_EN, cell_reworded("Level", "Gap"), "words-changed", kind="what it is said to be"),
    Planted("11 a unit cell", PLAN_EN, cell_reworded("billion yuan", "million yuan"), "words-changed", kind="what it is said to be"),
    Planted("12 a row label", PLAN_EN, cell_reworded("2020", "2019"), "words-changed", kind="what it is said to be"),
    Planted("15 the cut-off date", PLAN_EN, words("31 March 2024", "31 March", "30 March"), "words-changed", kind="what it is said to be"),
    Planted("29 a unit cell of a sheet", BOOK_EN, cell_said("Summary!C8", "million yuan"), "words-changed", kind="workbooks"),
    Planted("40 the cut-off date of a sheet", BOOK_EN, cell_said("Targets!A3", "Data to 30 March 2024"), "words-changed", kind="workbooks"),
    Planted("21 改年份", PLAN_ZH, words("322.1亿元", "2021年", "2020年"), "words-changed", kind="what it is said to be"),
    Planted("22 改月份", PLAN_ZH, words("197.9亿元", "1—5月", "1—6月"), "words-changed", kind="what it is said to be"),
    Planted("23 改比较基期", PLAN_ZH, words("322.1亿元", "比上年", "比上月"), "words-changed", kind="what it is said to be"),
    Planted("28 加负字", PLAN_ZH, words("322.1亿元", "增长", "负增长"), "word-against-sign", kind="what it is said to be"),
    # ---- numbers retyped -------------------------------------------------------------------------------
    Planted("level retyped", PLAN_EN, retyped(LEVEL, "33.21 billion yuan"), "figure-retyped", kind="numbers retyped"),
    Planted("digits swapped in a table", PLAN_EN, retyped(GAP, "73.79", in_table=True), "figure-retyped", kind="numbers retyped"),
    Planted("number put where none is available", PLAN_EN, retyped("cbec_trade/CN-CQ/2023/growth", "12.5", in_table=True), "figure-retyped", kind="numbers retyped"),
    Planted("number replaced by a word", PLAN_EN, retyped(MAY_GROWTH, "strongly"), "figure-without-number", kind="numbers retyped"),
    Planted("retyped over split runs", PLAN_EN, split_and_retyped, "figure-retyped", kind="numbers retyped"),
    Planted("sign added", PLAN_EN, retyped(GROWTH, "-63.3%"), "figure-retyped", kind="numbers retyped"),
    Planted("自行改数", PLAN_ZH, retyped(DONE, "64.0%"), "figure-retyped", kind="numbers retyped"),
    # ---- units and rounding ----------------------------------------------------------------------------
    Planted("billion to million", PLAN_EN, retyped(LEVEL, "32.21 million yuan"), "figure-unit", kind="units and rounding"),
    Planted("yuan to dollars", PLAN_EN, retyped(MAY, "19.79 billion US dollars"), "figure-unit", kind="units and rounding"),
    Planted("亿元改万元", PLAN_ZH, retyped(LEVEL, "322.1万元"), "figure-unit", kind="units and rounding"),
    Planted("unit outside the control changed", PLAN_EN, unit_moved_out, "figure-unit", kind="units and rounding"),
    Planted("unit of a column not kept", PLAN_ZH, retyped(GAP, "37.79", in_table=True), "figure-unit", kind="units and rounding"),
    Planted("truncated, not rounded", PLAN_EN, retyped(BASE, "10.4 billion yuan"), "figure-rounding", kind="units and rounding"),
    Planted("四舍五入有误", PLAN_ZH, retyped(GAP, "377亿元"), "figure-rounding", kind="units and rounding"),
    Planted("points to percent", PLAN_EN, retyped("/difference_pp", "44.7%"), "percent-for-points", kind="units and rounding"),
    Planted("百分点改百分号", PLAN_ZH, retyped("/difference_pp", "44.7%"), "percent-for-points", kind="units and rounding"),
    Planted("百分号改百分点", PLAN_ZH, retyped(GROWTH, "63.3个百分点"), "points-for-percent", kind="units and rounding"),
    # ---- qualifiers and directions ---------------------------------------------------------------------
    Planted("nearly dropped", PLAN_EN, retyped(LATER, "20 billion yuan"), "qualifier-lost", kind="qualifiers and directions"),
    Planted("exceeded without cause", PLAN_EN, reworded(MAY, "reached ", "exceeded "), "qualifier-not-backed", kind="qualifiers and directions"),
    Planted("加“超过”", PLAN_ZH, reworded(MAY, "达", "超过"), "qualifier-not-backed", kind="qualifiers and directions"),
    Planted("up becomes down", PLAN_EN, reworded(GROWTH, "up ", "down "), "word-against-sign", kind="qualifiers and directions"),
    Planted("增长改下降", PLAN_ZH, reworded(MAY_GROWTH, "增长", "下降"), "word-against-sign", kind="qualifiers and directions"),
    Planted("高于改低于", PLAN_ZH, reworded("/difference_pp", "高于", "低于"), "word-against-sign", kind="qualifiers and directions"),
    Planted("short of becomes above", PLAN_EN, words("short of the target", "short of the target", "above the target"), "words-changed", kind="qualifiers and directions"),
    # ---- figures gone ----------------------------------------------------------------------------------
    Planted("sentence deleted", PLAN_EN, sentence_deleted, "figure-removed", kind="figures gone"),
    Planted("table row deleted", PLAN_EN, row_deleted, "row-vanished", kind="figures gone"),
    Planted("table row deleted, tracked", PLAN_EN, row_deletion_tracked, "row-vanished", kind="figures gone"),
    Planted("figure deleted, tracked", PLAN_EN, deletion_tracked, "figure-removed", kind="figures gone"),
    Planted("control removed, text kept", PLAN_EN, control_removed, "figure-unlinked", kind="figures gone"),
    # ---- numbers no figure backs -----------------------------------------------------------------------
    Planted("control removed, number retyped", PLAN_EN, plain_and_retyped, "unbacked-number", kind="numbers of one's own"),
    Planted("sentence with a number of its own", PLAN_EN, typed("Parcels rose by 37.3% over the year before."), "unbacked-number", kind="numbers of one's own"),
    Planted("自行添加的数字", PLAN_ZH, typed("全市快递业务量达到58.6亿件。"), "unbacked-number", kind="numbers of one's own"),
    Planted("汉字数字", PLAN_ZH, typed("其中出口同比增长百分之十二。"), "unbacked-number", kind="numbers of one's own"),
    Planted("rank of one's own", PLAN_ZH, typed("规模居全国第3位。"), "unbacked-number", kind="numbers of one's own"),
    Planted("amount in words", PLAN_EN, typed("The funds came to two million yuan."), "unbacked-number", kind="numbers of one's own"),
    Planted("quotation changed", PLAN_EN, quotation_changed, "unbacked-number", kind="numbers of one's own"),
    Planted("number inserted, tracked", PLAN_EN, insertion_tracked, "unbacked-number", kind="numbers of one's own"),
    Planted("number in the footer", PLAN_EN, footer_number, "unbacked-number", kind="numbers of one's own"),
    Planted("retyped, read as rejected", PLAN_EN, rejected_insertion, "figure-retyped", tracked="rejected", kind="numbers of one's own"),
    Planted("control from another document", PLAN_EN, foreign_control, "unknown-figure", kind="numbers of one's own"),
    # ---- tables and charts -----------------------------------------------------------------------------
    Planted("total that is none", PLAN_EN, total_added, "sum-of-parts", kind="tables"),
    Planted("part above its whole", SHOP_EN, part_above_whole, "part-above-whole", kind="tables"),
    Planted("chart cache changed", PLAN_EN, chart_cache_changed, "chart-against-workbook", kind="charts"),
    Planted("chart's workbook changed", PLAN_EN, chart_workbook_changed, "chart-against-workbook", kind="charts"),
    Planted("chart and workbook changed", PLAN_EN, chart_and_workbook_changed, "chart-against-text", kind="charts"),
    Planted("chart deleted", PLAN_EN, chart_deleted, "chart-vanished", kind="charts"),
    # ---- workbooks -------------------------------------------------------------------------------------
    Planted("cell retyped", BOOK_EN, cell("Summary!B8", "33.21"), "figure-retyped", kind="workbooks"),
    Planted("cell in millions", BOOK_EN, cell("Summary!B9", "6330"), "figure-retyped", kind="workbooks"),
    Planted("cell in another unit", BOOK_EN, cell("Summary!B14", "19790"), "figure-unit", kind="workbooks"),
    Planted("cell rounded down", BOOK_EN, cell("Summary!B12", "37.7"), "figure-rounding", kind="workbooks"),
    Planted("qualifier lost with the format", BOOK_EN, format_painted, "qualifier-lost", kind="workbooks"),
    Planted("cell cleared", BOOK_EN, cell_cleared, "figure-vanished", kind="workbooks"),
    Planted("sheet row deleted", BOOK_EN, sheet_row_deleted, "figure-vanished", kind="workbooks"),
    Planted("row inserted, cell below retyped", BOOK_EN, row_inserted_and_retyped, "figure-retyped", kind="workbooks"),
    Planted("formula overwritten", BOOK_EN, cell("Targets!G7", "40"), "formula-overwritten", kind="workbooks"),
    Planted("number typed beside a table", BOOK_EN, cell("Summary!G9", "58.62"), "unbacked-number", kind="workbooks"),
    Planted("sentence typed into a cell", BOOK_EN, cell("Summary!A20", "Exports fell by 12.5%."), "unbacked-number", kind="workbooks"),
    Planted("number of the data book retyped", DATA_ZH, databook_number, "number-retyped", kind="workbooks"),
    Planted("formula of the data book overwritten", DATA_ZH, databook_formula, "formula-overwritten", kind="workbooks"),
    Planted("chart of a sheet changed", BOOK_EN, sheet_chart_changed, "chart-against-cells", kind="workbooks"),
]  # fmt: skip
"""More than thirty kinds, in Word and Excel, in both languages."""
