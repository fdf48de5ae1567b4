"""Written when those of ``planted_by_surface`` were found, without another look at a rule: the same surfaces, other hands.

80 of 123 were found at first look: of 45 sentences of one's own 15, as long as words had to be known that claim something.
"""

from __future__ import annotations

from tests.living.audit.planted import BOOK_EN, PLAN_EN, PLAN_ZH, Planted, cell, cell_said
from tests.living.audit.planted_at_first_look import (
    AROUND,
    MONTH_EN,
    MONTH_ZH,
    SHOP_BOOK_EN,
    both_exchanged,
    boxed,
    footnoted,
)
from tests.living.audit.planted_by_a_stranger import PLAN_DATA_EN, SHOP_BOOK_ZH, TRADE_BOOK_EN, TRADE_DATA_ZH
from tests.living.audit.planted_by_others import (  # fmt: skip
    CHARTS,
    SHEETS,
    SHOP_EN,
    SHOP_ZH,
    TABLES,
    TRADE_BOOK_ZH,
    TRADE_EN,
    TRADE_ZH,
)
from tests.living.audit.planted_by_surface import LOOKS, ORDER, _below, _own, _said
from tests.living.audit.planted_given import formatted, text_box
from tests.living.audit.planted_unseen import MONTH_BOOK_EN, cells_exchanged, headed
from tests.living.audit.stranger_editing import (
    cell_of,
    footer_continued,
    groups_exchanged,
    noted,
    paragraph_moved,
    shown_when,
)
from tests.living.audit.surface_editing import (
    chart_edited,
    charts_exchanged,
    deleted,
    in_font,
    looking,
    mark_leads_to,
    renamed,
    row_moved,
    sheet_chart_edited,
)

_LEVEL = "imports and exports reached 32.21 billion yuan, up 63.3% year on year"
_GAP = "stood at least 37.79"
_Z21 = "2021年，跨境电商进出口额达322.1亿元，比上年增长63.3%"
_EXPORTS = "exports came to 507.36 billion yuan, up 6.2%"
_出口 = "出口5073.6亿元，增长6.2%；进口"

SURFACE_AGAIN = [
    *_own(
        PLAN_EN,
        (_LEVEL, " Customs put the true figure higher."),
        (_LEVEL, " Only Sichuan did better."),
        (_LEVEL, " This makes Chongqing number one in the west."),
        (_LEVEL, " It is the city's strongest export sector."),
        (_LEVEL, " Growth of this size cannot be repeated."),
        (_LEVEL, " The jump owes much to a change of method."),
        (_GAP, " The Plan's targets have been scrapped."),
        (_GAP, " The pace is sufficient to reach the target."),
        (_LEVEL, " Exporters blame the exchange rate."),
        (_LEVEL, " Without the pilot zone trade would have shrunk."),
        (_GAP, " The target year has been moved to the end of the decade."),
        (_LEVEL, " These are the customs' own figures."),
        (_LEVEL, " Imports made up the bulk of it."),
        ("1,726 invoices", " Nearly all of them were issued in December."),
        ("5 municipal-level demonstration zones; the target for 2025 is 10", " Two more were closed."),
    ),
    *_own(
        MONTH_EN,
        (_EXPORTS, " Orders for the new year point upwards."),
        ("The imports and exports of Chongqing Liangjiang", " Liangjiang owes its size to one notebook maker."),
        ("In December alone, imports and exports reached 82.34 billion yuan, up 51.4% month on month.", " December was an exception."),
        (_EXPORTS, " Nationally, the trend was the reverse."),
        (_EXPORTS, " The surplus with the United States alone was half of it."),
    ),
    *_own(
        SHOP_EN,
        ("A total of 184,000 live", " Live sales were largely returned by buyers."),
        ("A total of 184,000 live", " Most broadcasts were made by farmers."),
        ("of rural e-commerce brands, 81", " The brands are known all over the country."),
        ("E-commerce express parcels numbered 590 million", " Parcels go mainly to Guangdong."),
    ),
    *_below(
        TRADE_EN,
        ("came to more than 33 billion yuan, up 51.9%", "Russia was by far the largest market for the cars."),
        ("In 2023, Chongqing’s exports exceeded 470", "Private firms account for the bulk of exports."),
        ("In 2023, Chongqing’s exports exceeded 470", "The structure of trade improved further."),
    ),
    *_own(
        PLAN_ZH,
        (_Z21, "这一成绩在全国也不多见。"),
        (_Z21, "主要出口目的地为东盟。"),
        (_Z21, "该数含保税区进出口。"),
        ("至少还差377.9亿元，2022", "目标值年内将作调整。"),
        (_Z21, "其中一半以上来自个体商户。"),
        (_Z21, "增长势头有望延续到年底。"),
        (_Z21, "这与去年基数较低有关。"),
        ("至少还差377.9亿元，2022", "完成进度在各区县中居中。"),
        ("共有市级跨境电商示范区5个，距目标", "示范区全部建在主城区。"),
        (_Z21, "统计口径与海关一致。"),
    ),
    *_own(
        MONTH_ZH,
        (_出口, "全市外贸好于预期。"),
        (_出口, "进口下滑已得到遏制。"),
        ("12月当月，货物进出口总额达823.4亿元，环比增长51.4%", "12月增长系企业集中报关。"),
        ("重庆两江新区进出口2707.8亿元", "两江新区贡献了绝大部分增量。"),
        (_出口, "外贸依存度进一步提高。"),
    ),
    *_below(
        SHOP_ZH,
        ("农村网上零售额达243.3亿元，比上年增长11.5%", "农村网购用户已过半。"),
        ("开展直播带货18.4万场", "直播带货退货率较高。"),
        ("2020年，重庆市网上零售额达1350.5亿元，比上年增长13.05%", "网上零售已成为消费增长的第一动力。"),
    ),
    *_said(
        PLAN_EN,
        ("No. 2 of 2024  |  18 April 2024", "Data to 31 March 2024", "Data to 31 March 2025"),
        ("January–May 2022 covers five months", "2023 appears to be defined differently", "2023 was confirmed"),
        ("Invoices are not market participants", "Invoices are not market", "Invoices are market"),
        ("the exports of all Chongqing-made automobiles cannot", "Chongqing-made", "western China-made"),
        ("Source: iChongqing", "iChongqing", "Chongqing Customs"),
        ("there were about 2,500 cross-border e-commerce companies", "about 2,500", "as many as 2,500"),
        ("which requires average growth of at least 21.4% a year", "requires", "would have required"),
    ),
    *_said(
        MONTH_EN,
        ("The imports and exports of Chongqing Liangjiang", "up 2.9% year on year", "up 2.9% month on month"),
        ("1. Rows are in order of imports", "the zones listed here only", "all zones of the nation"),
        ("Imports and exports accounted for 1.6% of China’s total, exports", "accounted for 1.6%", "accounted for a mere 1.6%"),
        ("Share of growth is left out", "changed by less than one percent", "changed by more than one percent"),
    ),
    *_said(
        TRADE_EN,
        ("stored more than 7,000 kinds of goods", "stored more than", "sold more than"),
        ("which helped more than 350 local firms", "helped more than", "failed to help more than"),
        ("Exports of passenger cars exceeded 25 billion yuan", "passenger cars", "cars and lorries"),
        ("trade implies 7.18 yuan per US d", "per US dollar", "per euro"),
        ("The target for Chongqing’s annual exports of intelligent connected new energy vehicles by 2027", "The target for", "The forecast for"),
    ),
    *_said(
        SHOP_EN,
        ("Xiushan (Wuling) Modern Logistics Park", "the only one nationally in a county", "one of several in a county"),
        ("retail imports (B2C) have grown", "for 6 consecutive years", "for 6 years in all"),
        ("Funds of more than 120 million yuan", "over the year", "over three years"),
        ("sent 366 tonnes of agricultural products", "sent 366 tonnes", "sold 366 tonnes"),
    ),
    Planted("large and medium exchanged", SHOP_EN, both_exchanged("81 were large, 358 medium", "large", "medium"), "", kind="what it is said to be"),
    Planted("exports and imports exchanged", MONTH_EN, both_exchanged("accounted for 1.6% of China’s total, exports for 2.0%", "exports for", "imports for"), "", kind="what it is said to be"),
    *_said(
        MONTH_ZH,
        ("12月当月，货物进出口总额达823.4亿元，环比增长51.4%", "环比增长51.4%", "同比增长51.4%"),
        ("规模居所列开发区首位", "与全市之比为", "比全市高"),
        ("规模居所列开发区首位", "居所列开发区首位", "居全国开发区首位"),
    ),
    *_said(
        TRADE_ZH,
        ("比重不足42.6%", "比重不足", "比重超过"),
        ("2023年，全市开展对接活动超过10场", "2023年，全市开展", "每月开展"),
        ("出自一篇评论文章", "一篇评论文章", "海关公告"),
    ),
    *_said(
        SHOP_ZH,
        ("来源折算，隐含汇率约6.4元/美元", "来源折算", "官方折算"),
        ("限额以上单位只是网上零售商的一部分", "网上零售商的一部分", "网上零售商的全部"),
        ("网商超过65万家", "网商超过", "活跃网商超过"),
        ("开展培训323场，培训3.47万人", "万人", "万人次"),
        ("疫情期间，企业采购口罩", "企业采购", "政府采购"),
    ),
    # ---- around --------------------------------------------------------------------------------------------
    Planted("a box: record", MONTH_EN, boxed("Best year on record"), "", kind=AROUND),
    Planted("文本框：新高", MONTH_ZH, boxed("创历史新高"), "", kind=AROUND),
    Planted("文本框：第一", PLAN_ZH, boxed("全国第一"), "", kind=AROUND),
    Planted("a header: on track", PLAN_EN, headed("2025 targets on track", "word/headerF.xml"), "", kind=AROUND),
    Planted("a header: replaces", TRADE_EN, headed("Revised edition, replaces all earlier figures", "word/headerF.xml"), "", kind=AROUND),
    Planted("a footnote: Hong Kong", MONTH_EN, footnoted(_EXPORTS, "Includes trade with Hong Kong and Macao."), "", kind=AROUND),
    Planted("脚注：行邮", PLAN_ZH, footnoted(_Z21, "数据不含个人行邮物品。"), "", kind=AROUND),
    Planted("a footer's source", PLAN_EN, footer_continued(" Source: customs statistics"), "", kind=AROUND),
    Planted("a box: confidential forecast", PLAN_EN, boxed("Forecast, not observed"), "", kind=AROUND),
    # ---- tables, order ---------------------------------------------------------------------------------------
    Planted("nought for not available", PLAN_EN, cell_of("Targets for 2025 and where they stand", "Market procurement exports", "…", "0"), "", kind=TABLES),
    Planted("a row's mark of a note", TRADE_EN, cell_of("Cross-border e-commerce, Chongqing and China", "January–May 2022①", "①", "②"), "", kind=TABLES),
    Planted("heads of the two series exchanged", PLAN_EN, groups_exchanged("Cross-border e-commerce imports and exports of Chongqing", "Series to 2020", "Series of 2021 and 2022"), "", kind=ORDER),
    Planted("charts of two zones", MONTH_ZH, charts_exchanged(3, 4), "", kind=ORDER),
    Planted("a row of the nation's above", TRADE_ZH, row_moved("2023年", "2021年", 1, 0), "", kind=ORDER),
    Planted("a paragraph under the first heading", SHOP_EN, paragraph_moved("retail imports (B2C) have grown steadily", "Online retail sales of physical goods grew 25.8%"), "", kind=ORDER),
    Planted("a source line deleted", MONTH_EN, deleted("2. Parts may not add up", ""), "", kind=TABLES),
    # ---- looks ----------------------------------------------------------------------------------------------
    Planted("struck: year on year", PLAN_EN, looking(_LEVEL, "year on year", "struck"), "", kind=LOOKS),
    Planted("white: the source's qualifier", TRADE_EN, looking("came to more than 33 billion yuan, up 51.9%", "more than", "white"), "", kind=LOOKS),
    Planted("a cell in the theme's white", MONTH_BOOK_EN, in_font("Nation!D5", "color", theme="0"), "", kind=LOOKS),
    Planted("a note in white", BOOK_EN, in_font("Targets!A14", "color", rgb="FFFFFFFF"), "", kind=LOOKS),
    Planted("a mark that leads elsewhere", MONTH_EN, mark_leads_to(_EXPORTS, "source_3"), "", kind="source marks"),
    # ---- charts ------------------------------------------------------------------------------------------------
    Planted("an axis upside down", MONTH_EN, chart_edited("Cumulative growth", '(<c:valAx>.*?<c:orientation val=")minMax', r"\1maxMin", 1), "", kind=CHARTS),
    Planted("a logarithm", SHOP_EN, chart_edited("Express parcels", "(<c:valAx>.*?<c:scaling>)", r'\1<c:logBase val="10"/>', 1), "", kind=CHARTS),
    Planted("a legend's entry taken off", MONTH_EN, chart_edited("Cumulative growth", "(<c:legendPos [^>]*/>)", r'\1<c:legendEntry><c:idx val="1"/><c:delete val="1"/></c:legendEntry>', 1), "", kind=CHARTS),
    Planted("columns made a pie", SHOP_EN, chart_edited("Express parcels", "<c:barChart>.*?(<c:ser>.*</c:ser>).*?</c:barChart>", r"<c:pieChart>\1</c:pieChart>", 1), "", kind=CHARTS),
    Planted("an axis of its own", MONTH_EN, chart_edited("Cumulative growth", '(<c:axId val="111111104"/><c:scaling>)', r'\1<c:max val="200"/>', 1), "", kind=CHARTS),
    Planted("a point hidden", MONTH_EN, chart_edited("Cumulative growth", "(<c:invertIfNegative [^>]*/>)", r'\1<c:dPt><c:idx val="1"/><c:spPr><a:noFill/></c:spPr></c:dPt>', 1), "", kind=CHARTS),
    Planted("a sheet's chart upside down", SHOP_BOOK_EN, sheet_chart_edited("Rural brands", "Large", '(<c:valAx>.*?<c:orientation val=")minMax', r"\1maxMin", 1), "", kind=CHARTS),
    # ---- sheets ------------------------------------------------------------------------------------------------
    Planted("a note: estimate", BOOK_EN, noted("Summary!B8", "An estimate, not observed."), "", kind=SHEETS),
    Planted("beside: provisional", MONTH_BOOK_EN, cell_said("Overview!G5", "provisional"), "", kind=SHEETS),
    Planted("表旁：估计数", SHOP_BOOK_ZH, cell_said("主体与就业!E9", "估计数"), "", kind=SHEETS),
    Planted("percent for points in a head", MONTH_BOOK_EN, cell_said("Nation!D4", "Difference (%)"), "", kind=SHEETS),
    Planted("a head: on the month before", SHOP_BOOK_EN, cell_said("Firms and jobs!D4", "Growth on the month before (%)"), "", kind=SHEETS),
    Planted("nought for a dash", TRADE_BOOK_EN, cell("Exports!C5", "0"), "", kind=SHEETS),
    Planted("省略号改横线", TRADE_BOOK_ZH, cell_said("出口!C5", "—"), "", kind=SHEETS),
    Planted("a box: confirmed", MONTH_BOOK_EN, text_box("Months", "All data confirmed by customs"), "", kind=SHEETS),
    Planted("two months exchanged", MONTH_BOOK_EN, cells_exchanged("Months!A6", "Months!A7"), "", kind=SHEETS),
    Planted("a sheet called forecast", MONTH_BOOK_EN, renamed("Overview", "Forecast"), "", kind=SHEETS),
    Planted("a sign by condition", MONTH_BOOK_EN, shown_when("Nation!B7", "B7<0", "0.0;0.0"), "", kind=SHEETS),
    Planted("a finding softened", BOOK_EN, cell_said("Findings!C3", "No issue."), "", kind=SHEETS),
    Planted("a plus before a fall", MONTH_BOOK_EN, formatted("Overview!C7", '"+"0.0;"+"0.0'), "", kind=SHEETS),
    Planted("数据册的来源", TRADE_DATA_ZH, cell_said("资料来源!B5", "海关总署"), "", kind=SHEETS),
    Planted("a data book's note", PLAN_DATA_EN, cell_said("Notes!B7", "A figure computed from a qualified one is exact."), "", kind=SHEETS),
    Planted("a data book's table head", PLAN_DATA_EN, cell_said("Progress to target!E5", "Forecast level"), "", kind=SHEETS),
]  # fmt: skip
