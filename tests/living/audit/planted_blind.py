"""Sixty-three edits written down as a list, from the documents' pages alone, before their author had seen a rule of the audit or another planted edit.

51 of them were found when they were first run; those missed were a gap called an excess, a condition made a fact, two nouns
exchanged, two notes and a source line below tables, a date without a year, 市级 to 国家级, 单 to 家, 比重 to 增速, 六分之一, 连续五年. Any warning or error at the place counts.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from reportgen.excel.workbook_reading import read_finished
from reportgen.ooxml.addresses import column_letters
from reportgen.ooxml.xml import qn
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.planted import BOOK_EN, DATA_EN, PLAN_EN, PLAN_ZH, Planted, cell_said, typed
from tests.living.audit.planted_by_others import CHARTS, OWN, SAID, SHEETS, TABLES, TYPED, rows_relabelled
from tests.living.audit.planted_given import formatted, formula, in_chart
from tests.living.audit.word_editing import BREAK, ROW, TABLE, EditedDocument, T, text_of


def said(words: str, old: str, new: str, nth: int = 0) -> Callable[[EditedDocument], etree._Element]:
    """In the paragraph that says ``words``, ``old`` is typed over with ``new``, across runs and marks."""

    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(words, nth)
        type_over(paragraph, old, new)
        return paragraph

    return change


def type_over(paragraph: etree._Element, old: str, new: str) -> None:
    plain = "".join(piece.text or "" for piece in paragraph.iter(T))
    if old not in plain:  # over a break within the line
        assert text_of(paragraph) == old
        for broken in list(paragraph.iter(BREAK)):
            broken.getparent().remove(broken)
        old = plain
    start = plain.index(old)
    at, end, typed_text = 0, start + len(old), new
    for piece in paragraph.iter(T):
        text = piece.text or ""
        low, high = max(start - at, 0), min(end - at, len(text))
        if low < high:
            piece.text = text[:low] + typed_text + text[high:]
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            typed_text = ""
        at += len(text)


def in_cell(row: str, old: str, new: str, head: str = "") -> Callable[[EditedDocument], etree._Element]:
    """A cell that says ``old``, in the row that begins with ``row`` (of the table that says ``head``), says ``new``."""

    def change(document: EditedDocument) -> etree._Element:
        for found in document.root.iter(ROW):
            table = next(found.iterancestors(TABLE))
            if not text_of(found).startswith(row) or head not in text_of(table):
                continue
            cell = next((one for one in found.iter(qn("w:p")) if text_of(one) == old), None)
            if cell is not None:
                type_over(cell, old, new)
                return cell
        raise AssertionError(f"no cell says {old}")

    return change


def nouns_exchanged(document: EditedDocument) -> etree._Element:
    paragraph = document.paragraph("were more than 40 overseas warehouses")
    type_over(paragraph, "comprehensive foreign trade service enterprises", "@")
    type_over(
        paragraph,
        "bonded maintenance project for processing trade",
        "comprehensive foreign trade service enterprise",
    )
    type_over(paragraph, "@", "bonded maintenance projects for processing trade")
    return paragraph


def series_exchanged(document: EditedDocument) -> etree._Element:
    in_chart("<c:v>Target</c:v>", "<c:v>@</c:v>")(document)
    in_chart("<c:v>Latest comparable figure</c:v>", "<c:v>Target</c:v>")(document)
    return in_chart("<c:v>@</c:v>", "<c:v>Latest comparable figure</c:v>")(document)


def numbers_exchanged(one: str, other: str) -> Callable[[EditedWorkbook], str]:
    def change(book: EditedWorkbook) -> str:
        texts = book.text_of(one), book.text_of(other)
        book.type(one, texts[1]).type(other, texts[0])
        return one

    return change


def in_data(sheet: str, row: str, head: str, new: str) -> Callable[[EditedWorkbook], str]:
    """In the row of a sheet that names ``row`` the cell under ``head`` says ``new``."""

    def change(book: EditedWorkbook) -> str:
        cells = read_finished(book.package).sheet(sheet).cells
        line = next(at for (at, _), cell in cells.items() if cell.text == row)
        column = next(at for (_, at), cell in cells.items() if cell.text == head)
        place = f"{sheet}!{column_letters(column)}{line}"
        book.type(place, new)
        return place

    return change


_P7, _Z6 = "reached 32.21", "按目标（超过700亿元）下限测算完成46.0%[1-3]"

BLIND = [
    Planted("E1 up to down", PLAN_EN, said(_P7, "up 63.3%", "down 63.3%"), "", kind=SAID),
    Planted("E2 year on year to on average a year", PLAN_EN, said(_P7, "year on year", "on average a year"), "", kind=SAID),
    Planted("E3 the same period of 2020", PLAN_EN, said("imports and exports of 10.48", "for January–May 2021", "for January–May 2020"), "", kind=SAID),
    Planted("E4 the target to at most", PLAN_EN, said("5 municipal-level demonstration zones; the target for 2025 is 10", "2025 is 10", "2025 is at most 10"), "", kind=TYPED),
    Planted("E5 to national level", PLAN_EN, said("were 5 municipal-level cross-border e-commerce", "municipal-level", "national-level"), "", kind=SAID),
    Planted("E6 trillion to billion", PLAN_EN, said("2.38 trillion yuan, up 15.6% year on year.[4]", "2.38 trillion", "2.38 billion"), "", kind=TYPED),
    Planted("E7 yuan to US dollars", PLAN_EN, said("2.38 trillion yuan, up 15.6% year on year.[4]", "trillion yuan", "trillion US dollars"), "", kind=TYPED),
    Planted("E8 higher to lower", PLAN_EN, said("44.7 percentage points", "higher than", "lower than"), "", kind=SAID),
    Planted("E9 points to per cent", PLAN_EN, said("44.7 percentage points", "44.7 percentage points", "44.7 per cent"), "", kind=TYPED),
    Planted("E10 national to western average", PLAN_EN, said("44.7 percentage points", "the national rate", "the rate of western China"), "", kind=SAID),
    Planted("E11 from 2021 to from 2022", PLAN_EN, said("stood at least 37.79", "a year from 2021", "a year from 2022"), "", kind=SAID),
    Planted("E12 gap to excess", PLAN_EN, said("stood at least 37.79", "short of", "above"), "", kind=SAID),
    Planted("E13 would stand to stood", PLAN_EN, said("would stand at", "would stand at", "stood at"), "", kind=SAID),
    Planted("E14 exports to imports", PLAN_EN, said("market procurement trade reached", "exports through", "imports through"), "", kind=SAID),
    Planted("E15 more to less than", PLAN_EN, said("market procurement trade reached", "more than 20", "less than 20"), "", kind=TYPED),
    Planted("E16 nearly to over", PLAN_EN, said("Another source puts", "nearly 20", "over 20"), "", kind=TYPED),
    Planted("E17 companies to warehouses", PLAN_EN, said("about 2,500", "e-commerce companies", "e-commerce warehouses"), "", kind=SAID),
    Planted("E18 two nouns exchanged", PLAN_EN, nouns_exchanged, "", kind=SAID),
    Planted("E19 two row labels exchanged", PLAN_EN, rows_relabelled("Cross-border e-commerce②", "Market procurement exports①"), "", kind=TABLES),
    Planted("E20 unit of a row", PLAN_EN, in_cell("Imports and exports, 2021", "trillion yuan", "trillion US dollars"), "", kind=TABLES),
    Planted("E21 year in a table's title", PLAN_EN, said("Table 1  Targets", "2025", "2027"), "", kind=TABLES),
    Planted("E22 place in a table's title", PLAN_EN, said("Table 2  Cross-border", "Chongqing", "Sichuan"), "", kind=TABLES),
    Planted("E23 inferred to stated", PLAN_EN, said("does not state the period in full; it is inferred", "does not state the period in full; it is inferred", "states the period"), "", kind=TABLES),
    Planted("E24 not available to zero", PLAN_EN, said("“…” means not available; “—”", "not available", "zero"), "", kind=TABLES),
    Planted("E25 typed nearly half", PLAN_EN, typed("This was nearly half of the national total."), "", kind=OWN),
    Planted("E26 typed gap", PLAN_EN, typed("The gap narrowed to 35 billion yuan."), "", kind=OWN),
    Planted("E27 China’s to Chongqing’s", PLAN_EN, said("1.92 trillion yuan, up 18.6%", "China’s", "Chongqing’s"), "", kind=SAID),
    Planted("E28 failed to reach", PLAN_EN, said(_P7, "reached 32.21", "failed to reach 32.21"), "", kind=SAID),
    Planted("E29 total exports to imports", PLAN_EN, said("more than 7% of total exports", "total exports", "total imports"), "", kind=SAID),
    Planted("E30 a date of the designer", PLAN_EN, said("issued on 14 April", "14 April", "24 April"), "", kind=SAID),
    Planted("E31 two series exchanged", PLAN_EN, series_exchanged, "", kind=CHARTS),
    Planted("E32 source line", PLAN_EN, said("Source: iChongqing [1-2]; Untitled article on the “three-new” of Chongqing’s foreign trade [3]", "[3]", "[5]"), "", kind=TABLES),
    Planted("Z33 增长→下降", PLAN_ZH, said("跨境电商进出口额达322.1亿元", "比上年增长", "比上年下降"), "", kind=SAID),
    Planted("Z34 2025→2030", PLAN_ZH, said("距2025年目标至少还差377.9", "距2025年目标", "距2030年目标"), "", kind=SAID),
    Planted("Z35 推算上年同期→上月", PLAN_ZH, said("1—5月跨境电商进出口额为104.8", "2021年1—5月", "上月"), "", kind=SAID),
    Planted("Z36 据此推算 taken out", PLAN_ZH, said("1—5月跨境电商进出口额为104.8", "按2022年1—5月（系推定）公布的数值和增速推算，", ""), "", kind=SAID),
    Planted("Z37 改国家级", PLAN_ZH, said("共有市级跨境电商示范区5个", "市级", "国家级"), "", kind=SAID),
    Planted("Z38 达到→不超过", PLAN_ZH, said("已建市级跨境电商示范区5个", "目标为10个", "目标为不超过10个"), "", kind=TYPED),
    Planted("Z39 全国→全市", PLAN_ZH, said("2.38万亿元，比上年增长15.6%[4]", "全国", "全市"), "", kind=SAID),
    Planted("Z40 高于→低于", PLAN_ZH, said("高于全国平均水平", "高于", "低于"), "", kind=SAID),
    Planted("Z41 个百分点→%", PLAN_ZH, said("高于全国平均水平", "44.7个百分点", "44.7%"), "", kind=TYPED),
    Planted("Z42 还差→超出", PLAN_ZH, said("年均至少需增长21.4%", "还差", "超出"), "", kind=SAID),
    Planted("Z43 years of the mean", PLAN_ZH, said("年均至少需增长21.4%", "2022—2025年", "2021—2024年"), "", kind=SAID),
    Planted("Z44 市场采购→跨境电商", PLAN_ZH, said("市场采购贸易出口额为12.5亿元", "市场采购贸易出口额为", "跨境电商出口额为"), "", kind=SAID),
    Planted("Z45 单→家", PLAN_ZH, said("1726单", "1726单", "1726家"), "", kind=TYPED),
    Planted("Z46 超过→近", PLAN_ZH, said("海外仓超过40个", "超过40个", "近40个"), "", kind=TYPED),
    Planted("Z47 比重→增速", PLAN_ZH, said("占全国出口总额的比重", "比重", "增速"), "", kind=SAID),
    Planted("Z48 万亿→亿", PLAN_ZH, said("1.92万亿元，比上年", "1.92万亿元", "1.92亿元"), "", kind=TYPED),
    Planted("Z49 typed 约六分之一", PLAN_ZH, typed("占全国比重约六分之一。"), "", kind=OWN),
    Planted("Z50 typed 连续五年两位数", PLAN_ZH, typed("连续五年保持两位数增长。"), "", kind=OWN),
    Planted("Z51 typed 近四成", PLAN_ZH, typed("同比增长近四成。"), "", kind=OWN),
    Planted("Z52 typed 全国第三位", PLAN_ZH, typed("居全国第三位。"), "", kind=OWN),
    Planted("Z53 typed 4.1倍", PLAN_ZH, typed("进出口额是2020年的4.1倍。"), "", kind=OWN),
    Planted("Z54 head 比上年→环比", PLAN_ZH, in_cell("时期", "同比增长（%）", "环比增长（%）"), "", kind=TABLES),
    Planted("Z55 row label 1—5月 taken out", PLAN_ZH, in_cell("2022年1—5月", "2022年1—5月①②", "2022年①②"), "", kind=TABLES),
    Planted("Z56 万个→个", PLAN_ZH, in_cell("跨境电商主体（2023年）", "万个", "个"), "", kind=TABLES),
    Planted("W57 title of a sheet", BOOK_EN, cell_said("Trend!A1", "Cross-border e-commerce imports and exports of Chengdu"), "", kind=SHEETS),
    Planted("W58 numbers of two rows exchanged", BOOK_EN, numbers_exchanged("Trend!B5", "Trend!B6"), "", kind=SHEETS),
    Planted("W59 formula on the next row", BOOK_EN, formula("Trend!E6", 'IF(AND(ISNUMBER(B6),ISNUMBER(C6)),ROUND(B6/(1+C7/100),2),"…")'), "", kind=SHEETS),
    Planted("W60 nearly taken out of a format", BOOK_EN, formatted("Trend!B8", "#,##0"), "", kind=SHEETS),
    Planted("D61 power of ten", DATA_EN, in_data("Data", "cq_cbec_trade_2021", "Power of ten", "8"), "", kind=SHEETS),
    Planted("D62 period of an observation", DATA_EN, in_data("Data", "cq_cbec_trade_2021", "Period", "2022"), "", kind=SHEETS),
    Planted("D63 the source's words", DATA_EN, in_data("Data", "cq_cbec_trade_2021", "The source’s words", "“in 2021, the city’s cross-border e-commerce reached 33.21 billion yuan”"), "", kind=SHEETS),
]  # fmt: skip
