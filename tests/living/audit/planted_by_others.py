"""Sixty edits as somebody makes them who knows offices and not the audit, written before it was made to find them: each must be found at its place.

Any warning or error at the place counts: such a person knows no codes.
"""

from __future__ import annotations

import copy
from collections.abc import Callable

from lxml import etree

from reportgen.ooxml.xml import qn
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.planted import (
    BOOK_EN,
    LEVEL,
    PLAN_EN,
    PLAN_ZH,
    SHOP_EN,
    Planted,
    around,
    cell_reworded,
    cell_said,
    retyped,
    typed,
    words,
)
from tests.living.audit.planted_given import formatted, formula, in_chart
from tests.living.audit.word_editing import ROW, TABLE, EditedDocument, T, text_of

SHOP_ZH = "ecommerce-2020/ecommerce-2020-brief-zh.docx"
TRADE_EN, TRADE_ZH = "trade-2023/trade-2023-brief-en.docx", "trade-2023/trade-2023-brief-zh.docx"
TRADE_BOOK_ZH = "trade-2023/trade-2023-workbook-zh.xlsx"

SAID, TABLES, CHARTS, SHEETS, OWN, TYPED = (
    "what it is said to be", "tables", "charts", "workbooks", "numbers of one's own", "numbers retyped",
)  # fmt: skip


def rows_relabelled(one: str, other: str) -> Callable[[EditedDocument], etree._Element]:
    """The labels of two rows change places."""

    def change(document: EditedDocument) -> etree._Element:
        cells = [
            next(
                found
                for found in document.paragraphs()
                if text_of(found) == label and next(found.iterancestors(TABLE), None) is not None
            )
            for label in (one, other)
        ]
        for cell, label in zip(cells, (other, one), strict=True):
            document.retype(cell, label)
        return cells[0]

    return change


def row_copied(label: str, new: str) -> Callable[[EditedDocument], etree._Element]:
    """A row is copied below itself and gets another label."""

    def change(document: EditedDocument) -> etree._Element:
        row = document.row(label)
        made = copy.deepcopy(row)
        for mark in (*made.iter(qn("w:bookmarkStart")), *made.iter(qn("w:bookmarkEnd"))):
            mark.getparent().remove(mark)
        row.addnext(made)
        label_text, number, *_ = made.iter(T)
        assert made.tag == ROW
        label_text.text = new
        return around(number)

    return change


def figures_exchanged(one: str, other: str) -> Callable[[EditedDocument], etree._Element]:
    """The numbers of two figures in one text are exchanged; the marks stay where they are."""

    def change(document: EditedDocument) -> etree._Element:
        first, second = document.figure(one), document.figure(other)
        texts = text_of(first), text_of(second)
        document.retype(first, texts[1]).retype(second, texts[0])
        return around(first)

    return change


def sheet_added(text: str) -> Callable[[EditedWorkbook], str]:
    """A line far below a table, where nobody looks, with a number."""

    def change(book: EditedWorkbook) -> str:
        book.type_text("China!A60", text)
        return "China!A60"

    return change


BY_OTHERS = [
    # ---- periods ----
    Planted("o1 last year's heading", TRADE_EN, words("470 billion yuan", "In 2023", "In 2024"), "", kind=SAID),
    Planted("o2 year before last", SHOP_ZH, words("1350.5亿元", "2020年", "2019年"), "", kind=SAID),
    Planted("o3 span extended", TRADE_EN, words("1.25 billion yuan", "December 2023", "January 2024"), "", kind=SAID),
    Planted("o4 half a year", PLAN_ZH, words("197.9亿元", "1—5月", "上半年"), "", kind=SAID),
    Planted("o5 a month, not a year", PLAN_EN, words("21.4%", " a year", " a month"), "", kind=SAID),
    Planted("o6 年均改月均", PLAN_ZH, words("21.4%", "年均", "月均"), "", kind=SAID),
    Planted("o7 上年同期改上月", PLAN_ZH, words("104.8亿元", "上年同期", "上月"), "", kind=SAID),
    Planted("o8 first five months to the year", PLAN_EN, words("19.79 billion yuan", "January–May 2022", "2022"), "", kind=SAID),
    # ---- areas ----
    Planted("o9 全国改全市", PLAN_ZH, words("2.38万亿元", "全国", "全市"), "", kind=SAID),
    Planted("o10 another city", SHOP_ZH, words("1350.5亿元", "重庆市", "成都市"), "", kind=SAID),
    Planted("o11 not all of China", PLAN_EN, words("2.38 trillion yuan", "China’s", "western China’s"), "", kind=SAID),
    Planted("o12 national zones", PLAN_EN, words("municipal-level", "demonstration zones", "national zones"), "", kind=SAID),
    Planted("o13 another average", PLAN_EN, words("44.7 percentage points", "national rate", "western rate"), "", kind=SAID),
    # ---- indicators ----
    Planted("o14 进出口改出口", PLAN_ZH, words("322.1亿元", "进出口", "出口"), "", kind=SAID),
    Planted("o15 processing, not general trade", TRADE_EN, words("7.5%", "General trade", "Processing trade"), "", kind=SAID),
    Planted("o16 trucks, not cars", TRADE_EN, words("79.2%", "passenger cars", "trucks"), "", kind=SAID),
    Planted("o17 农村改城镇", SHOP_ZH, words("243.3亿元", "农村", "城镇"), "", kind=SAID),
    Planted("o18 直接改间接", SHOP_ZH, words("78.6万人", "直接", "间接"), "", kind=SAID),
    Planted("o19 ports, not warehouses", PLAN_EN, words("more than 40", "overseas warehouses", "overseas ports"), "", kind=SAID),
    Planted("o20 of imports, not exports", PLAN_EN, words("more than 7%", "total exports", "total imports"), "", kind=SAID),
    Planted("o21 实物商品改服务", SHOP_ZH, words("25.8%", "实物商品", "服务"), "", kind=SAID),
    # ---- bases, targets, denial ----
    Planted("o22 比上年改环比", SHOP_ZH, words("17.7%", "比上年", "环比"), "", kind=SAID),
    Planted("o23 no base any more", TRADE_EN, words("51.9%", " year on year", " over 2019"), "", kind=SAID),
    Planted("o24 average to total", PLAN_EN, words("21.4%", "average growth", "total growth"), "", kind=SAID),
    Planted("o25 目标年份", PLAN_ZH, words("377.9亿元", "2025年目标", "2030年目标"), "", kind=SAID),
    Planted("o26 comparable after all", PLAN_EN, words("nearly 20 billion yuan", "is not comparable", "is comparable"), "", kind=SAID),
    Planted("o27 不可比改可比", PLAN_ZH, words("近200亿元", "不可比", "可比"), "", kind=SAID),
    Planted("o28 还差改超出", PLAN_ZH, words("377.9亿元", "还差", "超出"), "", kind=SAID),
    # ---- numbers retyped ----
    Planted("o29 digits turned round", PLAN_EN, retyped("cbec_trade/CN-CQ/2021/growth_yoy", "36.3%"), "", kind=TYPED),
    Planted("o30 a point for a comma", PLAN_EN, retyped("market_procurement_invoices", "1.726 invoices"), "", kind=TYPED),
    Planted("o31 全角改数", PLAN_ZH, retyped(LEVEL, "３３２．１亿元"), "", kind=TYPED),
    Planted("o32 over, not nearly", PLAN_EN, retyped("cbec_trade/CN-CQ/2023/level", "over 20 billion yuan"), "", kind=TYPED),
    Planted("o33 限定词删去", PLAN_ZH, retyped("market_procurement_exports/CN-CQ/2025/target", "200亿元"), "", kind=TYPED),
    Planted("o34 two numbers exchanged", PLAN_EN, figures_exchanged("cbec_trade/CN-CQ/2021/growth_yoy", "cbec_trade/CN-CQ/2021/target_completion"), "", kind=TYPED),
    Planted("o35 a word for another number", PLAN_EN, retyped("cbec_demo_zones/CN-CQ/2024/level", "six"), "", kind=TYPED),
    Planted("o36 多亿", PLAN_ZH, retyped(LEVEL, "330多亿元"), "", kind=TYPED),
    # ---- numbers of one's own ----
    Planted("o37 tripled", PLAN_EN, typed("Parcels have more than tripled since the pilot began."), "", kind=OWN),
    Planted("o38 halved", PLAN_EN, typed("The time at customs has been halved."), "", kind=OWN),
    Planted("o39 翻两番", PLAN_ZH, typed("包裹量比试点前翻了两番。"), "", kind=OWN),
    Planted("o40 超七成", PLAN_ZH, typed("民营企业占比超过七成。"), "", kind=OWN),
    Planted("o41 跃居第二", PLAN_ZH, typed("包裹量跃居西部第二。"), "", kind=OWN),
    Planted("o42 two thirds", PLAN_EN, typed("Two-thirds of the firms are private."), "", kind=OWN),
    Planted("o43 30多亿元", PLAN_ZH, typed("保税进口突破30多亿元。"), "", kind=OWN),
    Planted("o44 a figure of the city said of the nation", TRADE_ZH, typed("2023年，全国汽车出口同比增长51.9%。"), "", kind=OWN),
    Planted("o45 a level said of another year", PLAN_EN, typed("In 2019, Chongqing's cross-border e-commerce imports and exports came to 32.21 billion yuan."), "", kind=OWN),
    # ---- tables ----
    Planted("o46 labels of two rows", PLAN_EN, rows_relabelled("Cross-border e-commerce②", "Market procurement exports①"), "", kind=TABLES),
    Planted("o47 a row copied for another year", PLAN_EN, row_copied("2020", "2019"), "", kind=TABLES),
    Planted("o48 month on month in the head", PLAN_EN, cell_reworded("Growth year on year (%)", "Growth month on month (%)"), "", kind=TABLES),
    Planted("o49 表头单位", SHOP_ZH, cell_reworded("绝对数（亿元）", "绝对数（万元）"), "", kind=TABLES),
    Planted("o50 the table's title", PLAN_EN, words("Table 3", "China", "Chongqing"), "", kind=TABLES),
    Planted("o51 a zero where nothing is known", SHOP_EN, retyped("online_retail.PHYSICAL_GOODS/CN-CQ/2020/level", "0", in_table=True), "", kind=TABLES),
    Planted("o52 a fraction, not a percentage", PLAN_EN, retyped("cbec_trade/CN-CQ/2021/target_completion", "0.46", in_table=True), "", kind=TABLES),
    # ---- charts ----
    Planted("o53 a chart of another year", TRADE_EN, words("Figure 1", "2023", "2022"), "", kind=CHARTS),
    Planted("o54 a series of another name", PLAN_EN, in_chart("<c:v>Imports and exports</c:v>", "<c:v>Exports</c:v>", 1), "", kind=CHARTS),
    Planted("o55 an axis in millions", PLAN_EN, in_chart("illion yuan", "illion dollars", 1), "", kind=CHARTS),
    # ---- workbooks ----
    Planted("o56 a sheet's title", BOOK_EN, cell_said("China!A1", "Cross-border e-commerce in Chongqing"), "", kind=SHEETS),
    Planted("o57 thousands cut off", BOOK_EN, formatted("Summary!B8", "#,##0.0,"), "", kind=SHEETS),
    Planted("o58 a formula turned round", BOOK_EN, formula("Targets!G7", 'IF(AND(ISNUMBER(C7),ISNUMBER(D7)),D7-C7,"…")'), "", kind=SHEETS),
    Planted("o59 亿元改万元", TRADE_BOOK_ZH, cell_said("概览!C8", "万元"), "", kind=SHEETS),
    Planted("o60 a sentence far below", BOOK_EN, sheet_added("Exports will double to 65 billion yuan."), "", kind=SHEETS),
]  # fmt: skip

LATER = [
    Planted("l1 exports to imports", TRADE_EN, words("470 billion yuan","exports","imports"), "", kind=SAID),
    Planted("l2 2025→2026 target", PLAN_EN, words("21.4%","2025 target","2026 target"), "", kind=SAID),
    Planted("l3 at least → at most", PLAN_EN, retyped("cbec_demo_zones/CN-CQ/2025/target","at most 10"), "", kind=TYPED),
    Planted("l4 China → Vietnam", PLAN_EN, words("1.92 trillion yuan","China’s","Vietnam’s"), "", kind=SAID),
    Planted("l5 全年→上半年", SHOP_ZH, words("约210亿美元", "全年", "上半年"), "", kind=SAID),
    Planted("l6 就业→失业", SHOP_ZH, words("182.7万人","就业","失业"), "", kind=SAID),
    Planted("l7 直播→录播", SHOP_ZH, words("18.4万场","直播","录播"), "", kind=SAID),
    Planted("l8 growth rate vs level: growth of exports", TRADE_EN, words("15.6%","up ","with a share of "), "", kind=SAID),
    Planted("l9 typed yi", PLAN_ZH, typed("其中出口215.3亿元，增长41.2%。"), "", kind=OWN),
    Planted("l10 typed sevenfold", PLAN_EN, typed("Trade has grown sevenfold since 2016."), "", kind=OWN),
    Planted("l11 typed half", PLAN_EN, typed("More than half of the firms export to Europe."), "", kind=OWN),
    Planted("l12 连续增长 no number", PLAN_ZH, typed("重庆市跨境电商交易额同比增长46.0%。"), "", kind=OWN),
    Planted("l13 46 as growth en", PLAN_EN, typed("In 2021, Chongqing's cross-border e-commerce imports and exports grew by 46.0%."), "", kind=OWN),
    Planted("l14 head Gap→Surplus", PLAN_EN, cell_reworded("Gap","Surplus"), "", kind=TABLES),
    Planted("l15 row label zones", PLAN_EN, cell_reworded("zones","parks"), "", kind=TABLES),
    Planted("l16 source line", PLAN_EN, words("CGTN \u2060[4]", "CGTN", "Xinhua"), "", kind=TABLES),
    Planted("l17 note below table", PLAN_EN, words("“…” means not available; “>” means more than.","more than","less than"), "", kind=TABLES),
    Planted("l18 figure title figure2", PLAN_EN, words("Figure 2","Chongqing","China"), "", kind=CHARTS),
    Planted("l19 level sheet D head", BOOK_EN, cell_said("Trend!B4","Level (million yuan)"), "", kind=SHEETS),
    Planted("l20 sheet label", BOOK_EN, cell_said("Summary!A13","Growth a month that the target requires"), "", kind=SHEETS),
    Planted("l21 sheet source", BOOK_EN, cell_said("Summary!E8","[4]"), "", kind=SHEETS),
    Planted("l22 formula round digits", BOOK_EN, formula("Trend!E6",'IF(AND(ISNUMBER(B6),ISNUMBER(C6)),ROUND(B6/(1+C6/100),1),"…")'), "", kind=SHEETS),
    Planted("l23 format hides", BOOK_EN, formatted("Summary!B12",';;;'), "", kind=SHEETS),
    Planted("l24 the year of the date", PLAN_ZH, words("数据截至","2024年","2025年"), "", kind=SAID),
    Planted("l25 section heading", PLAN_EN, words("Growth in 2021 and January–May 2022","2021","2020"), "", kind=SAID),
    Planted("l26 quotation altered", PLAN_EN, words("strives to reach a market purchase","more than 20","more than 30"), "", kind=OWN),
    Planted("l27 number moved", PLAN_EN, figures_exchanged("cbec_trade/CN-CQ/2022-01--2022-05/level","cbec_trade/CN-CQ/2022-01--2022-05/implied_base"), "", kind=TYPED),
    Planted("l28 chart series value axis", PLAN_EN, in_chart("<c:v>Target</c:v>","<c:v>Result</c:v>"), "", kind=CHARTS),
]  # fmt: skip
"""Written when all the others were found: 21 of them were found at first look, 26 are now."""
