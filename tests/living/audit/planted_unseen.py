"""Edits written down from the pages of all packs before a rule of the audit was read again, as somebody careless or of ill will makes them.

67 of the 78 of ``UNSEEN`` were found when they were first run; those missed were a denial lost beside a modal verb and in a note below a
table, people made households within a figure's mark, 其中 made 此外 or left out, a source made official in a sentence without
figures, an axis turned round, 翻了近一番, a figure of a zone said of the city, a sign lost by a number format, a word left out of a label. Of
``AGAIN``, written when those were found, 26 of 30 were: missed were “official” for “the source's”, “grew most” made “fell most”, an axis
cut off, “second only to”.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from reportgen.ooxml.workbooks import read_workbook
from reportgen.ooxml.xml import qn
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.planted import (
    BOOK_EN,
    PLAN_EN,
    PLAN_ZH,
    Planted,
    cell_said,
    typed,
)
from tests.living.audit.planted_at_first_look import (
    AROUND,
    MONTH_BOOK_ZH,
    MONTH_EN,
    MONTH_ZH,
    SHOP_BOOK_EN,
    boxed,
    footnoted,
    heads_exchanged,
)
from tests.living.audit.planted_blind import in_cell, said
from tests.living.audit.planted_by_others import (
    CHARTS,
    OWN,
    SAID,
    SHEETS,
    SHOP_EN,
    SHOP_ZH,
    TABLES,
    TRADE_BOOK_ZH,
    TRADE_EN,
    TRADE_ZH,
)
from tests.living.audit.planted_given import formatted, formula, in_chart, mark_removed, mark_retyped
from tests.living.audit.word_editing import EditedDocument

QUOTES, SOURCES = "quotations", "source marks"
MONTH_BOOK_EN = "trade-monthly/trade-monthly-workbook-en.xlsx"


def headed(text: str, part: str = "word/header9.xml") -> Callable[[EditedDocument], None]:
    """A page header, in a document that had none."""

    def change(document: EditedDocument) -> None:
        space = qn("w:p")[1:].partition("}")[0]
        document.package.add(
            part,
            f'<w:hdr xmlns:w="{space}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:hdr>'.encode(),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
        )
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        number = document.package.relationships(document.part).add(f"{kind}/header", part)
        section = next(document.root.iter(qn("w:sectPr")))
        made = etree.Element(qn("w:headerReference"))
        made.set(qn("w:type"), "default")
        made.set(f"{{{kind}}}id", getattr(number, "id", number))
        section.insert(0, made)

    return change


def sheet_hidden(place: str, value: str) -> Callable[[EditedWorkbook], str]:
    """A sheet is hidden after a cell of it was typed over."""

    def change(book: EditedWorkbook) -> str:
        found = cell_said(place, value)(book)
        root = etree.fromstring(book.package.read(book.part))
        for sheet in root.iter(qn("x:sheet")):
            if sheet.get("name") == place.split("!")[0]:
                sheet.set("state", "hidden")
        book.package.write(book.part, etree.tostring(root, encoding="UTF-8", xml_declaration=True))
        return found

    return change


def page_footer(sheet: str, old: str, new: str) -> Callable[[EditedWorkbook], str]:
    """What a sheet prints below its pages."""

    def change(book: EditedWorkbook) -> str:
        part = next(one.part for one in read_workbook(book.package).sheets if one.name == sheet)
        data = book.package.read(part).decode()
        assert old in data
        book.package.write(part, data.replace(old, new).encode())
        return f"{sheet}!"

    return change


def charts_said(sheet: str, old: str, new: str) -> Callable[[EditedWorkbook], str]:
    """Words of a workbook's charts."""

    def change(book: EditedWorkbook) -> str:
        found = False
        for part in book.package.names():
            data = book.package.read(part).decode() if re.fullmatch(r"xl/charts/chart\d+\.xml", part) else ""
            if old in data:
                book.package.write(part, data.replace(old, new).encode())
                found = True
        assert found
        return f"{sheet}!"

    return change


def cells_exchanged(one: str, other: str) -> Callable[[EditedWorkbook], str]:
    def change(book: EditedWorkbook) -> str:
        texts = book.text_of(one), book.text_of(other)
        book.type(one, texts[1]).type(other, texts[0])
        return one

    return change


UNSEEN = [
    # ---- areas ---------------------------------------------------------------------------------------------
    Planted("the nation's average made the west's", SHOP_EN, said("growth of online retail sales was 1.49", "national rate", "rate of western China"), "", kind=SAID),
    Planted("a city for another in the lead", MONTH_EN, said("In 2024, Chongqing’s imports and exports reached", "Chongqing’s imports", "Chengdu's imports"), "", kind=SAID),
    Planted("全国改全市", TRADE_ZH, said("全国跨境电商进出口额达2.38", "全国", "全市"), "", kind=SAID),
    Planted("两江改天府", MONTH_ZH, said("规模居所列开发区首位", "重庆两江新区进出口", "四川天府新区进出口"), "", kind=SAID),
    Planted("a row's area", TRADE_EN, in_cell("China", "China", "Sichuan"), "", kind=TABLES),
    Planted("two zones' names in a table", MONTH_EN, in_cell("Wanzhou", "Wanzhou Economic and Technological Development Zone", "Fuling Economic and Technological Development Zone"), "", kind=TABLES),
    Planted("义乌改广州", TRADE_ZH, said("单次采购货值不超过15万", "义乌市", "广州市"), "", kind=SAID),
    # ---- periods -------------------------------------------------------------------------------------------
    Planted("a range's first month", TRADE_EN, said("From December 2022 to December 2023 (period inferred), exports through", "December 2022", "January 2023"), "", kind=SAID),
    Planted("the year aimed at in the caption", PLAN_EN, said("Figure 1  Targets", "for 2025", "for 2030"), "", kind=CHARTS),
    Planted("12月改11月", MONTH_ZH, said("出口总额达619.0亿元", "12月当月", "11月当月"), "", kind=SAID),
    Planted("上半年", PLAN_ZH, said("2022年1—5月（系推定），跨境电商", "2022年1—5月", "2022年上半年"), "", kind=SAID),
    Planted("the year in a table's caption", MONTH_EN, said("Table 2  Chongqing", "2024", "2023"), "", kind=TABLES),
    Planted("表题改年份", TRADE_ZH, in_cell("重庆市出口额", "重庆市出口额（2022年12月—2023年12月）①", "重庆市出口额（2023年1月—2023年12月）①"), "", kind=TABLES),
    Planted("over the year made over five years", SHOP_EN, said("Funds of more than 120", "over the year", "over five years"), "", kind=SAID),
    Planted("到2025年改到2026年", TRADE_ZH, said("出口额1.74亿美元", "到2025年", "到2026年"), "", kind=SAID),
    # ---- negations, turned meanings ------------------------------------------------------------------------
    Planted("not comparable made comparable", PLAN_EN, said("Another source puts", "is not comparable", "is comparable"), "", kind=SAID),
    Planted("cannot be said made can", PLAN_EN, said("stood at least 37.79", "cannot be said", "can be said"), "", kind=SAID),
    Planted("未用于改用于", PLAN_ZH, said("与此前数据不可比", "未用于测算", "用于测算"), "", kind=SAID),
    Planted("未公布改已公布", TRADE_ZH, said("出口总额超过4700亿元（增速", "来源未公布", "来源已公布"), "", kind=SAID),
    Planted("may overlap made do not overlap", SHOP_EN, said("Not to be added up: cross-border", "may overlap with", "do not overlap with"), "", kind=TABLES),
    Planted("顺差改逆差", MONTH_ZH, said("其中，出口5073.6", "贸易顺差", "贸易逆差"), "", kind=SAID),
    Planted("lower made higher", MONTH_EN, said("4.6 percentage points lower", "lower than the national", "higher than the national"), "", kind=SAID),
    Planted("拉动改下拉", MONTH_ZH, said("出口拉动全市货物进出口总额增长4.2", "出口拉动", "出口下拉"), "", kind=SAID),
    Planted("no partition made a partition", MONTH_EN, said("Ranked among the zones", "They do not make up", "They make up"), "", kind=TABLES),
    # ---- heads, units --------------------------------------------------------------------------------------
    Planted("a head's unit", SHOP_EN, in_cell("Indicator", "Level (billion yuan)", "Level (million yuan)"), "", kind=TABLES),
    Planted("两个表头对调", PLAN_ZH, heads_exchanged("指标", "目标值", "最近可比值"), "", kind=TABLES),
    Planted("同比改环比表头", MONTH_ZH, in_cell("绝对数（亿元）", "同比增长（%）", "环比增长（%）"), "", kind=TABLES),
    Planted("people to households", SHOP_EN, said("e-commerce supported jobs for 1.827 million people.[", "1.827 million people", "1.827 million households"), "", kind=SAID),
    Planted("亿美元改万美元", TRADE_ZH, said("出口额1.74亿美元", "1.74亿美元", "1.74万美元"), "", kind=SAID),
    Planted("sessions to days in a table", SHOP_EN, in_cell("Training sessions", "sessions", "days"), "", kind=TABLES),
    Planted("a unit of a share", MONTH_EN, in_cell("Zone", "Contribution to the city’s growth (percentage points)", "Contribution to the city’s growth (%)"), "", kind=TABLES),
    # ---- qualifiers ----------------------------------------------------------------------------------------
    Planted("nearly taken away", TRADE_EN, said("General trade exports reached nearly 200", "reached nearly 200", "reached 200"), "", kind=SAID),
    Planted("超过改近", TRADE_ZH, said("出口总额超过4700亿元", "超过4700亿元", "近4700亿元"), "", kind=SAID),
    Planted("加约", MONTH_ZH, said("贸易顺差2993.1亿元[1]。", "贸易顺差", "贸易顺差约"), "", kind=SAID),
    Planted("以上去掉", TRADE_ZH, said("乘用车出口额超过250", "增长超过79.2%", "增长79.2%"), "", kind=SAID),
    Planted("nearly put before", MONTH_EN, said("imports and exports reached 715.42", "reached ", "reached nearly "), "", kind=SAID),
    Planted("超过", PLAN_ZH, said("2022年1—5月（系推定），跨境电商", "同比增长", "同比增长超过"), "", kind=SAID),
    # ---- parts and wholes ----------------------------------------------------------------------------------
    Planted("of which taken away", SHOP_EN, said("786,000, or 43.0%, were involved directly", "of whom", "besides whom"), "", kind=SAID),
    Planted("其中移位", MONTH_ZH, said("其中，出口5073.6", "其中，出口", "此外，出口"), "", kind=SAID),
    Planted("其中行去掉", MONTH_ZH, in_cell("其中：出口总额", "其中：出口总额", "出口总额"), "", kind=TABLES),
    Planted("占全市改占全国", SHOP_ZH, said("占全市网上零售额的18.0%", "占全市", "占全国"), "", kind=SAID),
    # ---- ranks ---------------------------------------------------------------------------------------------
    Planted("首位改前三位", MONTH_ZH, said("规模居所列开发区首位", "首位", "前三位"), "", kind=SAID),
    Planted("the zones listed made all zones", MONTH_EN, said("of the zones listed, Changshou", "the zones listed", "all zones of the nation"), "", kind=SAID),
    Planted("ranks of two rows exchanged", MONTH_EN, heads_exchanged("Wanzhou", "2nd", "20.5"), "", kind=TABLES),
    # ---- quotations and sources ----------------------------------------------------------------------------
    Planted("a quotation's author", PLAN_EN, said("[1] LI, Xinyi", "iChongqing, 24 July 2022", "Xinhua, 24 July 2022"), "", kind=QUOTES),
    Planted("a quotation's words", PLAN_EN, said("cross-border e-commerce transaction volume reached", "transaction volume", "export volume"), "", kind=QUOTES),
    Planted("a source mark of another sentence", MONTH_EN, mark_retyped("In December alone, imports and exports reached 82.34", "[4]"), "", kind=SOURCES),
    Planted("注码去掉", MONTH_ZH, mark_removed("出口拉动全市货物进出口总额增长4.2"), "", kind=SOURCES),
    Planted("资料来源改商务部", MONTH_ZH, said("资料来源：海关总署[1-2]", "海关总署", "国家统计局"), "", kind=SOURCES),
    Planted("a source set in the sentence", TRADE_EN, said("From a commentary, which cites", "a commentary", "an official release"), "", kind=QUOTES),
    # ---- charts --------------------------------------------------------------------------------------------
    Planted("a series named otherwise", PLAN_EN, in_chart("<c:v>Imports and exports</c:v>", "<c:v>Exports</c:v>", 1), "", kind=CHARTS),
    Planted("a chart's axis unit", PLAN_EN, in_chart("<a:t>billion yuan</a:t>", "<a:t>million yuan</a:t>"), "", kind=CHARTS),
    Planted("图例改", MONTH_ZH, in_chart("<c:v>累计同比增速</c:v>", "<c:v>当月同比增速</c:v>"), "", kind=CHARTS),
    Planted("a workbook chart's title", BOOK_EN, charts_said("Targets", "Share of each target reached (%)", "Share of each target missed (%)"), "", kind=CHARTS),
    Planted("an axis turned round", PLAN_EN, in_chart('<c:orientation val="minMax"/>', '<c:orientation val="maxMin"/>', 1), "", kind=CHARTS),
    # ---- around the text -----------------------------------------------------------------------------------
    Planted("a page header", MONTH_EN, headed("Foreign trade fell by 3.1% in 2024"), "", kind=AROUND),
    Planted("脚注", TRADE_ZH, footnoted("汽车出口额超过330", "其中新能源汽车占四成以上。"), "", kind=AROUND),
    Planted("文本框里的排名", SHOP_ZH, boxed("网上零售额居西部第二。"), "", kind=AROUND),
    Planted("a text box on another area", PLAN_EN, boxed("Sichuan: 32.21 billion yuan"), "", kind=AROUND),
    # ---- of one's own --------------------------------------------------------------------------------------
    Planted("翻了近一番", PLAN_ZH, typed("跨境电商进出口额两年翻了近一番。"), "", kind=OWN),
    Planted("a moved figure of another sentence", MONTH_ZH, typed("全市外商投资企业进出口增长43.6%。"), "", kind=OWN),
    Planted("a quarter", TRADE_EN, typed("General trade made up a quarter of exports."), "", kind=OWN),
    Planted("last year's level", SHOP_EN, typed("In 2019 online retail sales had reached 135.05 billion yuan."), "", kind=OWN),
    # ---- workbooks -----------------------------------------------------------------------------------------
    Planted("a format that adds a unit", MONTH_BOOK_EN, formatted("Overview!B5", '0.00" trillion"'), "", kind=SHEETS),
    Planted("a format that hides", MONTH_BOOK_EN, formatted("Overview!C7", ";;;"), "", kind=SHEETS),
    Planted("a format without the sign", MONTH_BOOK_EN, formatted("Nation!D5", "0.0;0.0"), "", kind=SHEETS),
    Planted("格式缩小千倍", MONTH_BOOK_ZH, formatted("累计与当月!B5", "0.0,"), "", kind=SHEETS),
    Planted("a formula of other rows", MONTH_BOOK_EN, formula("Months!E9", "C8-D8"), "", kind=SHEETS),
    Planted("a count that skips", BOOK_EN, formula("Targets!C13", "COUNTA(A6:A12)"), "", kind=SHEETS),
    Planted("a hidden sheet typed over", BOOK_EN, sheet_hidden("China!C6", "2.83"), "", kind=SHEETS),
    Planted("a footer of a sheet", MONTH_BOOK_EN, page_footer("Summary", "&amp;P", "Trade up 5.4% &amp;P"), "", kind=SHEETS),
    Planted("两个月对调", MONTH_BOOK_ZH, cells_exchanged("各月!B7", "各月!B8"), "", kind=SHEETS),
    Planted("百分比改百分点表头", MONTH_BOOK_ZH, cell_said("与全国比较!D4", "增速之差（%）"), "", kind=SHEETS),
    Planted("a period of a figure", SHOP_BOOK_EN, cell_said("Summary!D12", "2019"), "", kind=SHEETS),
    Planted("a source of a figure", BOOK_EN, cell_said("Summary!E17", "[1]"), "", kind=SHEETS),
    Planted("a quotation of a sheet", BOOK_EN, cell_said("Figures!E4", "“cross-border e-commerce transaction volume reached 32.21 billion yuan in 2020”"), "", kind=QUOTES),
    Planted("出口改进口行", TRADE_BOOK_ZH, cell_said("出口!A5", "进口总额"), "", kind=SHEETS),
    Planted("a share's base", SHOP_BOOK_EN, cell_said("Summary!A13", "share of all retail sales"), "", kind=SHEETS),
]  # fmt: skip


AGAIN = [
    # ---- what it is said to be -----------------------------------------------------------------------------
    Planted("the source's rate called official", SHOP_EN, said("According to the source, growth", "According to the source", "According to official statistics"), "", kind=SAID),
    Planted("firms made workers", TRADE_EN, said("350 local firms", "local firms", "local workers"), "", kind=SAID),
    Planted("in China made abroad", TRADE_EN, said("AITO", "in China", "abroad"), "", kind=SAID),
    Planted("the same period made the whole year", PLAN_EN, said("imports and exports of 10.48 billion yuan", "for January–May 2021", "for all of 2021"), "", kind=SAID),
    Planted("the city made its eastern districts", PLAN_EN, said("Chongqing’s cross-border e-commerce imports and exports in 2021, 32.21", "Chongqing’s", "the eastern districts'"), "", kind=SAID),
    Planted("growth made share", MONTH_EN, said("growth of exports was 0.9 percentage points below", "The growth of exports", "The share of exports"), "", kind=SAID),
    Planted("the largest made the smallest", MONTH_EN, said("the largest of the zones", "the largest", "the smallest"), "", kind=SAID),
    Planted("fastest made slowest", MONTH_EN, said("’s grew fastest", "fastest", "slowest"), "", kind=SAID),
    Planted("拉动改占", MONTH_ZH, said("出口拉动全市货物进出口总额增长4.2", "拉动全市货物进出口总额增长", "占全市货物进出口总额"), "", kind=SAID),
    Planted("按增速改按规模", MONTH_ZH, said("按增速排列", "按增速排列", "按规模排列"), "", kind=SAID),
    Planted("出口单数改进口单数", PLAN_ZH, said("同期出口1726单", "同期出口", "同期进口"), "", kind=SAID),
    Planted("连续改累计", SHOP_ZH, said("连续6年稳定增长", "连续6年", "累计6年"), "", kind=SAID),
    Planted("零售改批发", SHOP_ZH, said("农村网上零售额达243.3亿元，比上年增长11.5%[", "网上零售额", "网上批发额"), "", kind=SAID),
    Planted("捐赠改采购", SHOP_ZH, said("捐赠超过640万元", "捐赠超过", "支出超过"), "", kind=SAID),
    Planted("汽车改摩托车", TRADE_ZH, said("汽车出口额超过330亿元，比上年增长51.9%", "汽车出口额", "摩托车出口额"), "", kind=SAID),
    Planted("一般贸易改加工贸易", TRADE_ZH, said("比重不足42.6%", "一般贸易", "加工贸易"), "", kind=SAID),
    # ---- tables, captions, notes -----------------------------------------------------------------------------
    Planted("a table's caption names another thing", SHOP_EN, said("Table 2  Firms", "Firms, employment and logistics", "Firms, wages and logistics"), "", kind=TABLES),
    Planted("a stub head", MONTH_EN, in_cell("Indicator", "Contribution to growth (percentage points)", "Share of growth(percentage points)"), "", kind=TABLES),
    Planted("a sign's meaning", SHOP_ZH, said("“…”表示数据不可得；“>”表示超过。", "数据不可得", "数据为零", 1), "", kind=TABLES),
    Planted("位次两行对调", MONTH_ZH, in_cell("长寿经济", "第1位", "第3位"), "", kind=TABLES),
    Planted("a note without its not", PLAN_EN, said("The series are inferred; no growth", "no growth is computed", "growth is computed"), "", kind=TABLES),
    # ---- sources, quotations -----------------------------------------------------------------------------------
    Planted("a source's date", TRADE_EN, said("[3] LI, Xinyi", "24 July 2022", "24 July 2023"), "", kind=SOURCES),
    Planted("a quotation's period", SHOP_EN, said("“Chongqing Municipality carried out 184,000", "carried out", "plans to carry out"), "", kind=QUOTES),
    # ---- charts --------------------------------------------------------------------------------------------------
    Planted("图的类别改名", PLAN_ZH, in_chart("<c:v>2022年1—5月</c:v>", "<c:v>2022年</c:v>", 1), "", kind=CHARTS),
    Planted("图表坐标截断", MONTH_ZH, in_chart("<c:scaling>", '<c:scaling><c:min val="400"/>'), "", kind=CHARTS),
    # ---- around, of one's own ------------------------------------------------------------------------------------
    Planted("a header with another year", TRADE_EN, headed("Foreign trade of Chongqing in 2022: 470 billion yuan"), "", kind=AROUND),
    Planted("六成多", SHOP_ZH, typed("直播带货占网上零售额的六成多。"), "", kind=OWN),
    Planted("second only to", TRADE_EN, typed("Chongqing's automobile exports were second only to Shanghai's."), "", kind=OWN),
    # ---- workbooks -----------------------------------------------------------------------------------------------
    Planted("a formula that adds instead", MONTH_BOOK_ZH, formula("各月!E16", 'IF(AND(ISNUMBER(C16),ISNUMBER(D16)),C16+D16,"…")'), "", kind=SHEETS),
    Planted("a unit of the summary", BOOK_EN, cell_said("Summary!C20", "billion yuan"), "", kind=SHEETS),
]  # fmt: skip
"""Written after the audit found the kinds of ``UNSEEN``, from the pages again."""
