"""Edits written down from the pages of all four packs alone, before their author had seen a rule of the audit: what a first look finds.

74 of the 86 of ``FIRST`` were found when they were first run; those missed were a group's row in a table, 世界 to 亚洲, 前 to 后, the largest made
the second largest, the city's made the nation's, 货物 to 服务, 人次 to 人, a unit in a sentence without figures, and four numbers in words (two of
them equal to a figure by chance). Of the 32 of ``SECOND``, written when those were found, 28 were found at once. Any warning or error at the place counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from reportgen.ooxml.xml import qn
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.planted import BOOK_EN, DATA_EN, PLAN_EN, PLAN_ZH, Planted, cell_said, typed
from tests.living.audit.planted_blind import in_cell, said, type_over
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
from tests.living.audit.planted_given import formatted, formula
from tests.living.audit.word_editing import EditedDocument, P

MONTH_EN, MONTH_ZH = "trade-monthly/trade-monthly-brief-en.docx", "trade-monthly/trade-monthly-brief-zh.docx"
MONTH_BOOK_ZH = "trade-monthly/trade-monthly-workbook-zh.xlsx"
SHOP_BOOK_EN = "ecommerce-2020/ecommerce-2020-workbook-en.xlsx"
AROUND = "headers, footnotes, text boxes"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_BOX = (
    '<w:r xmlns:w="{w}"><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:200pt;height:40pt"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
_FOOTNOTES = (
    '<w:footnotes xmlns:w="{w}"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p/></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
_W = qn("w:p")[1:].partition("}")[0]


def chart_said(
    holding: str, old: str, new: str, tag: str = "c:v"
) -> Callable[[EditedDocument], etree._Element]:
    """In the chart that shows ``holding``, a value (or of ``a:t`` a line of its title) that says ``old`` says ``new``; its
    embedded workbook stays."""

    def change(document: EditedDocument) -> etree._Element:
        for drawn in document.root.iter(f"{{{_CHART}}}chart"):
            number = drawn.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
            part = next(one.part for one in document.package.relationships(document.part) if one.id == number)
            data = document.package.read(part).decode()
            if holding in data and f"<{tag}>{old}</{tag}>" in data:
                document.package.write(
                    part, data.replace(f"<{tag}>{old}</{tag}>", f"<{tag}>{new}</{tag}>").encode()
                )
                return next(drawn.iterancestors(P))
        raise AssertionError(f"no chart says {old}")

    return change


def both_exchanged(words: str, one: str, other: str) -> Callable[[EditedDocument], etree._Element]:
    """Two wordings in one paragraph change places."""

    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraph(words)
        type_over(paragraph, one, "@")
        type_over(paragraph, other, one)
        type_over(paragraph, "@", other)
        return paragraph

    return change


def heads_exchanged(head: str, one: str, other: str) -> Callable[[EditedDocument], etree._Element]:
    """Two heads of one table change places."""

    def change(document: EditedDocument) -> etree._Element:
        in_cell(head, one, "@")(document)
        in_cell(head, other, one)(document)
        return in_cell(head, "@", other)(document)

    return change


def boxed(text: str) -> Callable[[EditedDocument], etree._Element]:
    """A text box in a paragraph of its own."""

    def change(document: EditedDocument) -> etree._Element:
        paragraph = document.paragraphs()[12]
        paragraph.append(etree.fromstring(_BOX.format(w=_W, text=text)))
        return next(
            one for one in paragraph.iter(P) if one is not paragraph and text in "".join(one.itertext())
        )

    return change


def footnoted(words: str, text: str) -> Callable[[EditedDocument], None]:
    """A footnote, in a document that had none."""

    def change(document: EditedDocument) -> None:
        package, kind = (
            document.package,
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        )
        assert "word/footnotes.xml" not in package
        package.add(
            "word/footnotes.xml",
            _FOOTNOTES.format(w=_W, text=text).encode(),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        )
        package.relationships(document.part).add(f"{kind}/footnotes", "word/footnotes.xml")
        paragraph = document.paragraph(words)
        reference = etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:footnoteReference"))
        reference.set(qn("w:id"), "1")

    return change


def footer_said(old: str, new: str) -> Callable[[EditedDocument], None]:
    def change(document: EditedDocument) -> None:
        for name in document.package.names():
            if re.search(r"footer\d+\.xml$", name):
                data = document.package.read(name).decode()
                assert old in data
                document.package.write(name, data.replace(old, new).encode())

    return change


def series_renamed(old: str, new: str, sheet: str) -> Callable[[EditedWorkbook], str]:
    """A series of a workbook's chart gets another name."""

    def change(book: EditedWorkbook) -> str:
        book.edit_chart(old, new)
        return f"{sheet}!"

    return change


FIRST = [
    # ---- the brief on the plan -------------------------------------------------------------------------------
    Planted("a share of the target called an excess over it", PLAN_EN, said("were 46.0% of the lower limit", "46.0% of the lower", "46.0% above the lower"), "", kind=SAID),
    Planted("growth in a year called an average", PLAN_EN, said("44.7 percentage points", "up 63.3% year on year", "up 63.3% on average a year"), "", kind=SAID),
    Planted("yuan to dollars", PLAN_EN, said("stood at least 37.79", "37.79 billion yuan", "37.79 billion US dollars"), "", kind=SAID),
    Planted("yearly growth called growth in all", PLAN_EN, said("21.4% a year", "average growth of at least 21.4% a year from 2021", "total growth of at least 21.4% from 2021"), "", kind=SAID),
    Planted("a path told as what happened", PLAN_EN, said("steady path", "would stand at", "stood at"), "", kind=SAID),
    Planted("zones called warehouses", PLAN_EN, said("were 5 municipal-level cross-border e-commerce", "cross-border e-commerce demonstration zones", "overseas warehouses"), "", kind=SAID),
    Planted("a floor made a ceiling", PLAN_EN, said("annual exports of intelligent connected new energy vehicles by 2027", "is more than 120", "is less than 120"), "", kind=SAID),
    Planted("not measured made measured", PLAN_EN, said("1,726 invoices", "are not market participants and are not measured", "are market participants and are measured"), "", kind=SAID),
    Planted("a lower limit made an upper one", PLAN_EN, said("measured at the target’s lower", "lower limit", "upper limit"), "", kind=TABLES),
    Planted("the year measured on", PLAN_EN, said("one source calls the figure for 2021", "figure for 2021", "figure for 2022"), "", kind=TABLES),
    Planted("cannot made can", PLAN_EN, said("2. January–May 2022: hatched", "shorter", "longer"), "", kind=CHARTS),
    Planted("the issue's number", PLAN_EN, said("No. 2 of 2024", "No. 2", "No. 3"), "", kind=SAID),
    Planted("全国平均水平改东部", PLAN_ZH, said("高于全国平均水平44.7", "全国平均水平", "东部地区平均水平"), "", kind=SAID),
    Planted("差距改超出", PLAN_ZH, said("距2025年目标至少还差377.9", "距2025年目标至少还差377.9", "超出2025年目标377.9"), "", kind=SAID),
    Planted("年均改累计", PLAN_ZH, said("年均至少需增长", "年均至少需增长", "累计至少需增长"), "", kind=SAID),
    Planted("推算改统计", PLAN_ZH, said("1—5月跨境电商进出口额为104.8", "公布的数值和增速推算", "另行统计"), "", kind=SAID),
    Planted("超过改不超过", PLAN_ZH, said("目标为超过700亿元", "为超过700", "为不超过700"), "", kind=SAID),
    Planted("企业改平台", PLAN_ZH, said("外贸综合服务企业6家", "外贸综合服务企业", "外贸综合服务平台"), "", kind=SAID),
    Planted("组名改年份", PLAN_ZH, in_cell("截至2020年的序列", "截至2020年的序列", "截至2021年的序列"), "", kind=TABLES),
    Planted("不同于改等同于", PLAN_ZH, said("1726单", "单数不同于", "单数等同于"), "", kind=SAID),
    # ---- the brief on trade in 2023 ----------------------------------------------------------------------------
    Planted("1st in the world made 1st in Asia", TRADE_EN, said("ranking first", "in the world", "in Asia"), "", kind=SAID),
    Planted("January of another year", TRADE_EN, said("AITO", "In January 2024", "In January 2023"), "", kind=SAID),
    Planted("merchants retyped", TRADE_EN, said("32 platforms", "more than 200 merchants", "more than 320 merchants"), "", kind=SAID),
    Planted("a lower bound made an upper one", TRADE_EN, said("which implies more than 21.7", "more than 21.7", "less than 21.7"), "", kind=SAID),
    Planted("passenger cars called trucks", TRADE_EN, said("Exports of passenger cars exceeded", "passenger cars", "trucks"), "", kind=SAID),
    Planted("at most made at least", TRADE_EN, said("150,000 US dollars", "at most", "at least"), "", kind=SAID),
    Planted("a year made a month", TRADE_EN, said("for Yiwu", "billion yuan a year for", "billion yuan a month for"), "", kind=SAID),
    Planted("世界改亚洲", TRADE_ZH, said("居世界第一位", "居世界", "居亚洲"), "", kind=SAID),
    Planted("不足改达到", TRADE_ZH, said("比重不足42.6%", "比重不足", "比重达到"), "", kind=SAID),
    Planted("出口改进口", TRADE_ZH, said("义乌市以该方式", "每年出口", "每年进口"), "", kind=SAID),
    Planted("国内销量改海外", TRADE_ZH, said("问界品牌", "国内销量", "海外销量"), "", kind=SAID),
    Planted("百分比改百分点", TRADE_ZH, in_cell("指标", "比上年增长（%）", "比上年增长（百分点）"), "", kind=TABLES),
    Planted("图名改年份", TRADE_ZH, said("2023年出口比上年增长", "2023年出口", "2022年出口"), "", kind=CHARTS),
    # ---- the bulletin on e-commerce ----------------------------------------------------------------------------
    Planted("years made months", SHOP_EN, said("6 consecutive years", "6 consecutive years", "6 consecutive months"), "", kind=SAID),
    Planted("direct made new", SHOP_EN, said("786,000, or 43.0%, were involved directly", "were involved directly", "were newly hired"), "", kind=SAID),
    Planted("obtained made requested", SHOP_EN, said("Funds of more than 120", "were obtained", "were requested"), "", kind=SAID),
    Planted("two amounts exchanged", SHOP_EN, both_exchanged("366 tonnes", "366 tonnes", "5 tonnes"), "", kind=SAID),
    Planted("donated in dollars", SHOP_EN, said("donated more than", "6.4 million yuan", "6.4 million US dollars"), "", kind=SAID),
    Planted("销售改利润", SHOP_ZH, said("直播带货销售额超过", "销售额", "利润额"), "", kind=SAID),
    Planted("区县改主城区", SHOP_ZH, said("14个重点区县", "14个重点区县", "14个主城区"), "", kind=SAID),
    Planted("加快改回落", SHOP_ZH, said("加快31个百分点", "加快31", "回落31"), "", kind=SAID),
    Planted("人改人次", SHOP_ZH, said("开展培训323场", "3.47万人", "3.47万人次"), "", kind=SAID),
    Planted("行名改大类", SHOP_ZH, in_cell("限额以上单位", "限额以上单位", "全部单位"), "", kind=TABLES),
    # ---- the monthly report ------------------------------------------------------------------------------------
    Planted("a share of the nation's made the west's", MONTH_EN, said("accounted for 1.6%", "China’s total, exports", "western China’s total, exports"), "", kind=SAID),
    Planted("down made up", MONTH_EN, said("and imports to 208.05", "down 11.5%", "up 11.5%"), "", kind=SAID),
    Planted("surplus made deficit", MONTH_EN, said("exports came to 507.36", "trade surplus", "trade deficit"), "", kind=SAID),
    Planted("December made November", MONTH_EN, said("up 58.3% month on month", "In December alone", "In November alone"), "", kind=SAID),
    Planted("took from made added to", MONTH_EN, said("Exports added 4.2", "imports took 3.8 percentage points from", "imports added 3.8 percentage points to"), "", kind=SAID),
    Planted("largest made second largest", MONTH_EN, said("the largest of the zones", "the largest of", "the second largest of"), "", kind=SAID),
    Planted("a rank retyped", MONTH_EN, in_cell("Chongqing Liangjiang", "4th", "3rd"), "", kind=TABLES),
    Planted("the city's made the nation's", MONTH_EN, said("this was equivalent to 37.8%", "the city’s", "the nation’s"), "", kind=SAID),
    Planted("two heads exchanged", MONTH_EN, heads_exchanged("Indicator", "Share of the nation (%)", "Share, December alone (%)"), "", kind=TABLES),
    Planted("a chart's caption names another zone", MONTH_EN, chart_said("Wanzhou", "Wanzhou ETDZ", "Fuling ETDZ", "a:t"), "", kind=CHARTS),
    Planted("a chart's column", MONTH_EN, chart_said("<c:v>40.55</c:v>", "40.55", "20.55"), "", kind=CHARTS),
    Planted("a chart's unit in words", MONTH_EN, said("2. Columns", "(billion yuan)", "(million yuan)"), "", kind=CHARTS),
    Planted("the month's number of the issue", MONTH_EN, said("No. 12 of 2024", "No. 12", "No. 11"), "", kind=SAID),
    Planted("the title's year", MONTH_EN, said("Foreign trade of Chongqing, 2024", "2024", "2023"), "", kind=SAID),
    Planted("首位改末位", MONTH_ZH, said("增速居所列开发区首位", "首位", "末位"), "", kind=SAID),
    Planted("当月改累计", MONTH_ZH, said("环比增长58.3%", "12月当月", "1—12月"), "", kind=SAID),
    Planted("货物改服务", MONTH_ZH, said("其中，出口5073.6", "贸易顺差", "服务贸易顺差"), "", kind=SAID),
    Planted("增速改金额", MONTH_ZH, said("13.8个百分点", "出口增速低于", "出口额低于"), "", kind=SAID),
    Planted("两地对调", MONTH_ZH, both_exchanged("增速居所列开发区首位", "重庆两江新区", "长寿经济技术开发区"), "", kind=SAID),
    Planted("三个改四个", MONTH_ZH, said("原表中三个开发区", "三个开发区", "四个开发区"), "", kind=TABLES),
    # ---- words of one's own, beside and below the text ------------------------------------------------------------
    Planted("两成三", MONTH_ZH, typed("全市外贸依存度约两成三。"), "", kind=OWN),
    Planted("三倍多", MONTH_ZH, typed("民营企业出口额是国有企业的三倍多。"), "", kind=OWN),
    Planted("half as much again", SHOP_EN, typed("Private firms sold half as much again as in the year before."), "", kind=OWN),
    Planted("nine out of ten", TRADE_EN, typed("Nine out of ten exporters expect further growth."), "", kind=OWN),
    Planted("a text box", TRADE_EN, boxed("Exports rose by 8.4% in 2023."), "", kind=AROUND),
    Planted("文本框", MONTH_ZH, boxed("进口下降9.7%。"), "", kind=AROUND),
    Planted("a footnote", SHOP_EN, footnoted("Rural online retail sales reached", "Urban sales grew by 14.2%."), "", kind=AROUND),
    Planted("a footer's date", TRADE_EN, footer_said("(worked example)", "(worked example), data to 30 June 2023"), "", kind=AROUND),
    # ---- workbooks -------------------------------------------------------------------------------------------------
    Planted("名次改", MONTH_BOOK_ZH, cell_said("开发区!D5", "3"), "", kind=SHEETS),
    Planted("月份改年份", MONTH_BOOK_ZH, cell_said("各月!A5", "2023年1月"), "", kind=SHEETS),
    Planted("表头单位", MONTH_BOOK_ZH, cell_said("各月!F3", "单位：万元，%"), "", kind=SHEETS),
    Planted("公式反向", MONTH_BOOK_ZH, formula("各月!E5", "D5-C5"), "", kind=SHEETS),
    Planted("标题改年份", MONTH_BOOK_ZH, cell_said("与全国比较!A1", "重庆市与全国比较（2023年）"), "", kind=SHEETS),
    Planted("格式加限定", TRADE_BOOK_ZH, formatted("出口!B6", '">"0'), "", kind=SHEETS),
    Planted("组名改地区", TRADE_BOOK_ZH, cell_said("跨境电商!A9", "西部地区"), "", kind=SHEETS),
    Planted("million to thousand people", SHOP_BOOK_EN, cell_said("Firms and jobs!B9", "thousand people"), "", kind=SHEETS),
    Planted("a part left out of a sum", SHOP_BOOK_EN, formula("Rural brands!C5", "B5/SUM(B$5:B$6)*100"), "", kind=SHEETS),
    Planted("a note's meaning", SHOP_BOOK_EN, cell_said("Rural brands!A10", "① The source states the period."), "", kind=SHEETS),
    Planted("the cut-off date", BOOK_EN, cell_said("Summary!A4", "No. 2 of 2024\u3000Data to 30 September 2024"), "", kind=SHEETS),
    Planted("a span longer by a month", BOOK_EN, cell_said("Trend!A7", "January–June 2022①"), "", kind=SHEETS),
    Planted("an operator of a target", DATA_EN, cell_said("Target data!E7", "at most"), "", kind=SHEETS),
    Planted("a source's number", BOOK_EN, cell_said("Sources!A3", "[2] [Anon.] Chongqing To Construct a China's Cross-Border E-Commerce Pilot Zone in 2027. iChongqing, [n.d.]."), "", kind=SHEETS),
    Planted("a series of a chart renamed", BOOK_EN, series_renamed("32.21", "23.21", "Trend"), "", kind=SHEETS),
]  # fmt: skip


SECOND = [
    Planted("a bound told as exact", PLAN_EN, said("by 2025 is more than 20", "is more than 20 billion", "is exactly 20 billion"), "", kind=SAID),
    Planted("about dropped", PLAN_EN, said("there were about 2,500", "were about", "were exactly"), "", kind=SAID),
    Planted("comes from made contradicts", PLAN_EN, said("1.92 trillion yuan", "up 18.6%", "up by as much as 28.6%"), "", kind=SAID),
    Planted("the sign of a note changed", PLAN_EN, said("“…” means not available; “—”", "“>” more than", "“>” less than"), "", kind=TABLES),
    Planted("a source renamed", PLAN_EN, said("Source: iChongqing [1]; CGTN [4]", "CGTN", "Xinhua"), "", kind=TABLES),
    Planted("implied made published", PLAN_EN, in_cell("Period", "Year before, implied by the growth (billion yuan)", "Year before, published (billion yuan)"), "", kind=TABLES),
    Planted("a plan's date", PLAN_EN, said("issued on 14 April", "14 April", "24 April"), "", kind=SAID),
    Planted("同期改全年", PLAN_ZH, said("1—5月跨境电商进出口额为104.8", "2021年1—5月", "2021年全年"), "", kind=SAID),
    Planted("约改超", PLAN_ZH, said("跨境电商企业约2500家", "约2500家", "超2500家"), "", kind=SAID),
    Planted("出口改进出口", PLAN_ZH, said("市场采购贸易出口额为12.5", "贸易出口额为", "贸易进出口额为"), "", kind=SAID),
    Planted("印发日期", PLAN_ZH, said("4月14日印发", "4月14日", "5月14日"), "", kind=SAID),
    Planted("第三个来源改官方", PLAN_ZH, said("2023年全年的数值（见图2）出自另一来源", "出自另一来源", "出自官方"), "", kind=SAID),
    Planted("exports called imports", TRADE_EN, said("came to more than 33 billion yuan, up 51.9%", "Exports of automobiles", "Imports of automobiles"), "", kind=SAID),
    Planted("countries reached retyped", TRADE_EN, said("32 platforms", "more than 100 countries", "more than 200 countries"), "", kind=SAID),
    Planted("another brand", TRADE_EN, said("AITO", "AITO", "BYD"), "", kind=SAID),
    Planted("most likely right", TRADE_EN, said("amount in dollars is probably misprinted", "is probably misprinted", "is certainly correct"), "", kind=SAID),
    Planted("乘用车改商用车", TRADE_ZH, said("乘用车出口额超过250", "乘用车", "商用车"), "", kind=SAID),
    Planted("十三个月改十二个月", TRADE_ZH, said("市场采购贸易出口1726单", "2022年12月—", "2023年1月—"), "", kind=SAID),
    Planted("districts made provinces", SHOP_EN, said("Fourteen key districts and counties", "key districts and counties", "key provinces"), "", kind=SAID),
    Planted("faster than made slower than", SHOP_EN, said("31 percentage points faster", "faster than", "slower than"), "", kind=SAID),
    Planted("the only one made one of many", SHOP_EN, said("the only one nationally in a county", "the only one nationally", "one of several"), "", kind=SAID),
    Planted("武汉改北京", SHOP_ZH, said("支援武汉市", "武汉市", "北京市"), "", kind=SAID),
    Planted("大型中型对调", SHOP_ZH, both_exchanged("大型81个", "大型", "中型"), "", kind=SAID),
    Planted("month on month made year on year", MONTH_EN, said("up 58.3% month on month", "58.3% month on month", "58.3% year on year"), "", kind=SAID),
    Planted("fell made grew", MONTH_EN, said("fell 7.3%", "fell 7.3%", "grew 7.3%"), "", kind=SAID),
    Planted("a zone's share of the nation", MONTH_EN, in_cell("Zone", "Ratio to the city (%)", "Ratio to the nation (%)"), "", kind=TABLES),
    Planted("位次改", MONTH_ZH, said("规模居所列开发区首位", "首位", "次位"), "", kind=SAID),
    Planted("不予加总改加总", MONTH_ZH, said("位次按增速排列", "不予加总", "可以加总"), "", kind=TABLES),
    Planted("单位改", MONTH_BOOK_ZH, cell_said("概览!C8", "万元"), "", kind=SHEETS),
    Planted("表头改", MONTH_BOOK_ZH, cell_said("累计与当月!E4", "当月同比（%）"), "", kind=SHEETS),
    Planted("a row's name", SHOP_BOOK_EN, cell_said("Support!A12", "Gloves purchased①"), "", kind=SHEETS),
    Planted("a qualifier put in a format", SHOP_BOOK_EN, formatted("Firms and jobs!C6", '">"#,##0'), "", kind=SHEETS),
]  # fmt: skip
"""Written after the audit found all of ``FIRST``, from the pages again."""
