"""Sixty edits by somebody who had seen neither the code nor a test, only finished documents: what each makes a reader believe is wrong.

42 of them were found before every passage was held against the build, 46 when that rule was first run. Those missed then were a forecast
without digits, a growth moved from the part to the whole, a unit in a footer, a paragraph under another heading, “grew to” for “grew”, two
group heads exchanged, a page header of another period, a note on a cell, a conditional format that shows another number, a text box with
a year, two texts without numbers in a data book, a new row of formulas, a format without its “nearly”.
"""

from __future__ import annotations

from tests.living.audit.planted import BOOK_EN, PLAN_EN, PLAN_ZH, Planted, cell, cell_said
from tests.living.audit.planted_at_first_look import (
    AROUND,
    MONTH_BOOK_ZH,
    MONTH_EN,
    MONTH_ZH,
    SHOP_BOOK_EN,
    both_exchanged,
    boxed,
    heads_exchanged,
)
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
from tests.living.audit.planted_given import formatted, labels_swapped, mark_retyped, text_box
from tests.living.audit.planted_unseen import MONTH_BOOK_EN, QUOTES, SOURCES, charts_said, headed
from tests.living.audit.stranger_editing import (
    added_below,
    calculated,
    cell_of,
    chart_data,
    clause_moved,
    continued,
    drawn_from,
    footer_continued,
    groups_exchanged,
    hidden,
    noted,
    paragraph_moved,
    retouched,
    shown_when,
)

PLAN_BOOK_ZH, PLAN_DATA_ZH = "plan-2025/plan-2025-workbook-zh.xlsx", "plan-2025/plan-2025-databook-zh.xlsx"
PLAN_DATA_EN, SHOP_DATA_EN = "plan-2025/plan-2025-databook-en.xlsx", "ecommerce-2020/ecommerce-2020-databook-en.xlsx"  # fmt: skip
SHOP_BOOK_ZH = "ecommerce-2020/ecommerce-2020-workbook-zh.xlsx"
TRADE_BOOK_EN = "trade-2023/trade-2023-workbook-en.xlsx"
TRADE_DATA_EN, TRADE_DATA_ZH = (
    "trade-2023/trade-2023-databook-en.xlsx",
    "trade-2023/trade-2023-databook-zh.xlsx",
)
MONTH_DATA_ZH = "trade-monthly/trade-monthly-databook-zh.xlsx"
_CAVEAT = "; its amount in dollars is probably misprinted and is not used"

STRANGER = [
    # ---- Word, Chinese -------------------------------------------------------------------------------------
    Planted("近改超", PLAN_ZH, retouched("另有来源公布2023年重庆市跨境", "近200亿元", "超200亿元"), "", kind=SAID),
    Planted("百分点改百分比", PLAN_ZH, retouched("高于全国平均水平44.7个百分点", "44.7个百分点", "44.7%"), "", kind=SAID),
    Planted("占出口改占进出口", PLAN_ZH, retouched("占全国出口总额的比重超过7%", "占全国出口总额", "占全国进出口总额"), "", kind=SAID),
    Planted("未用于改已用于", PLAN_ZH, retouched("出自另一来源，为近", "未用于测算目标进展", "已用于测算目标进展"), "", kind=SAID),
    Planted("提前一年完成", PLAN_ZH, continued("按等速推进至2025年目标下限测算", "按目前走势，全市有望提前一年完成跨境电商目标任务。"), "", kind=OWN),
    Planted("目标值与现值表头对调", PLAN_ZH, heads_exchanged("指标", "目标值", "最近可比值"), "", kind=TABLES),
    Planted("行名去掉月份", PLAN_ZH, cell_of("重庆市跨境电商进出口额", "2022年1—5月", "2022年1—5月", "2022年"), "", kind=TABLES),
    Planted("不具名的来源加上出版者", PLAN_ZH, retouched("[3] 佚名. [关于重庆外贸", "[出版者不详]", "海关总署"), "", kind=SOURCES),
    Planted("数据截止日期", PLAN_ZH, retouched("数据截至2024年3月31日", "2024年3月31日", "2024年6月30日"), "", kind=SAID),
    Planted("其中改另有", SHOP_ZH, retouched("电商产业集聚区超过40个", "，其中直接就业", "，另有直接就业"), "", kind=SAID),
    Planted("连续十六年", SHOP_ZH, retouched("跨境电商零售进口（B2C）连续6年", "连续6年", "连续十六年"), "", kind=SAID),
    Planted("来源所称的唯一改全国唯一", SHOP_ZH, retouched("秀山（武陵）现代物流园区", "，来源称系全国扶贫开发工作重点县中唯一获评的基地", "，为全国唯一一个"), "", kind=SAID),
    Planted("图的两个类别对调", SHOP_ZH, chart_data("限额以上单位", {"网上零售额": "跨境电商进出口额", "跨境电商进出口额": "网上零售额"}), "", kind=CHARTS),
    Planted("部分的增速移到总额", MONTH_ZH, clause_moved("其中，出口5073.6亿元，增长6.2%", "其中", "，下降", "11.5%"), "", kind=SAID),
    Planted("全国的出口量改重庆市的", TRADE_ZH, retouched("全国汽车出口量近500万辆", "全国汽车出口量", "重庆市汽车出口量"), "", kind=SAID),
    Planted("亿美元改亿元", TRADE_ZH, retouched("出口额1.74亿美元", "1.74亿美元", "1.74亿元"), "", kind=SAID),
    Planted("文本框称全国第三", MONTH_ZH, boxed("全市进出口规模跃居全国第三"), "", kind=AROUND),
    Planted("页脚另称单位", MONTH_ZH, footer_continued("（本简报金额单位均为亿美元）"), "", kind=AROUND),
    Planted("当月改累计", MONTH_ZH, retouched("柱形：当月进出口额", "当月进出口额", "累计进出口额"), "", kind=CHARTS),
    Planted("一段移到另一标题下", MONTH_ZH, paragraph_moved("12月当月，出口总额达619.0亿元", "重庆两江新区进出口2707.8亿元"), "", kind=SAID),
    # ---- Word, English -------------------------------------------------------------------------------------
    Planted("a share reached made a shortfall", PLAN_EN, retouched("were 46.0% of the lower limit", "46.0% of the lower", "46.0% short of the lower"), "", kind=SAID),
    Planted("growth on the months before", PLAN_EN, retouched("19.79 billion yuan, up 88.9% year on year", "88.9% year on year", "88.9% on the previous five months"), "", kind=SAID),
    Planted("what cannot be said is said", PLAN_EN, retouched("it cannot be said whether trade was above or below that path", "For want of comparable figures, it cannot be said whether trade was above or below that path.", "Trade was above that path."), "", kind=SAID),
    Planted("a plan ascribed to another", PLAN_EN, retouched("The targets for 2025 were set", "Chongqing’s Plan", "the State Council’s Plan"), "", kind=TABLES),
    Planted("a caption's area", PLAN_EN, retouched("Figure 2  Cross-border e-commerce", "of Chongqing", "of China"), "", kind=CHARTS),
    Planted("invoices made participants", PLAN_EN, retouched("Over the same period these exports", "these exports were made under 1,726 invoices", "1,726 market participants took part"), "", kind=SAID),
    Planted("the source's words in the appendix", PLAN_EN, retouched("“more than 40 overseas warehouses”", "more than 40 overseas", "more than 400 overseas"), "", kind=QUOTES),
    Planted("direct made created", SHOP_EN, retouched("786,000, or 43.0%, were involved directly", "were involved directly", "were newly hired"), "", kind=SAID),
    Planted("growth by made growth to", SHOP_EN, retouched("physical goods grew 25.8%", "grew 25.8%", "grew to 25.8% of sales"), "", kind=SAID),
    Planted("two counts exchanged", SHOP_EN, both_exchanged("Newly registered e-commerce firms numbered 9,300", "9,300", "more than 30,000"), "", kind=SAID),
    Planted("a chart's value and its data", SHOP_EN, chart_data("Express parcels", {"28.3": "38.2"}), "", kind=CHARTS),
    Planted("a share and a rank that nobody gave", SHOP_EN, added_below("merchants above designated size grew 44%", "Chongqing's share of China's online retail sales rose to 2.3% in 2020, ranking fifth nationwide."), "", kind=OWN),
    Planted("second only to Japan", TRADE_EN, retouched("ranking first in the world", "ranking first in the world", "second only to Japan"), "", kind=SAID),
    Planted("a caveat deleted", TRADE_EN, retouched("From a commentary, which cites", _CAVEAT, ""), "", kind=SAID),
    Planted("heads of two groups exchanged", TRADE_EN, groups_exchanged("Cross-border e-commerce, Chongqing and China", "Chongqing", "China"), "", kind=TABLES),
    Planted("a source mark of another source", TRADE_EN, mark_retyped("imports and exports reached 2.38 trillion yuan, up 15.6% year on year", "[1]"), "", kind=SOURCES),
    Planted("a surplus made a deficit", MONTH_EN, retouched("The trade surplus was 299.31", "trade surplus", "trade deficit"), "", kind=SAID),
    Planted("largest made fastest-growing", MONTH_EN, retouched("the largest of the zones listed", "the largest of", "the fastest-growing of"), "", kind=SAID),
    Planted("a series of a chart and its data", MONTH_EN, chart_data("Imports and exports, the month alone", {"Cumulative growth, January to date": "Growth of the month, year on year (%)"}), "", kind=CHARTS),
    Planted("a page header of another period", MONTH_EN, headed("All figures: January–November 2024, preliminary", "word/headerEd.xml"), "", kind=AROUND),
    # ---- Excel, Chinese ------------------------------------------------------------------------------------
    Planted("单位栏改万元", PLAN_BOOK_ZH, cell_said("概览!C8", "万元"), "", kind=SHEETS),
    Planted("两行名对调", PLAN_BOOK_ZH, labels_swapped("目标进展!A7", "目标进展!A9"), "", kind=SHEETS),
    Planted("比重公式少一行", SHOP_BOOK_ZH, calculated("农村品牌!C5", "B5/SUM(B$5:B$6)*100", "18.4510250569476"), "", kind=SHEETS),
    Planted("格式去掉负号", MONTH_BOOK_ZH, formatted("各月!F6", "0.0;0.0"), "", kind=SHEETS),
    Planted("行名去掉不可比", TRADE_BOOK_ZH, cell_said("跨境电商!A8", "2023年"), "", kind=SHEETS),
    Planted("数据册的幂次", TRADE_DATA_ZH, cell("数据!O27", "10"), "", kind=SHEETS),
    Planted("公式改常数", MONTH_DATA_ZH, cell("测算!W5", "2.6"), "", kind=SHEETS),
    Planted("核查发现表隐藏", MONTH_DATA_ZH, hidden("核查发现"), "", kind=SHEETS),
    Planted("数据册图题", PLAN_DATA_ZH, charts_said("完成率图", "可衡量目标的完成率", "可衡量目标的年均增长率"), "", kind=CHARTS),
    Planted("合计行隐藏", TRADE_BOOK_ZH, hidden("出口", 5), "", kind=SHEETS),
    # ---- Excel, English ------------------------------------------------------------------------------------
    Planted("a note of another period", BOOK_EN, noted("Summary!B8", "Confirmed with Customs by phone: 32.21 is for January-June 2021 only."), "", kind=SHEETS),
    Planted("a conditional format of another number", BOOK_EN, shown_when("Trend!C6", "C6=63.3", '"93.3"'), "", kind=SHEETS),
    Planted("a head's base year", SHOP_BOOK_EN, cell_said("Firms and jobs!D4", "Growth since 2015 (%)"), "", kind=SHEETS),
    Planted("a text box with a base year", SHOP_BOOK_EN, text_box("Online sales", "All growth rates are against 2018."), "", kind=SHEETS),
    Planted("a publisher in the list of sources", SHOP_DATA_EN, cell_said("Sources!C5", "National Bureau of Statistics"), "", kind=SOURCES),
    Planted("a chart drawn from another column", TRADE_BOOK_EN, drawn_from("Exports", "$B$5:$B$8", "$C$5:$C$8", {1: "7.5", 2: "51.9", 3: "79.2"}), "", kind=CHARTS),
    Planted("a target's status", PLAN_DATA_EN, cell_said("Progress to target!L8", "▲ on track"), "", kind=SHEETS),
    Planted("a sum of parts that overlap", MONTH_BOOK_EN, calculated("Zones!B10", "SUM(B5:B9)", "288.5"), "", kind=SHEETS),
    Planted("a value made a formula", MONTH_BOOK_EN, calculated("Overview!D5", "SUM(D6:D7)*1.1", "90.57"), "", kind=SHEETS),
    Planted("a format without its nearly", PLAN_DATA_EN, formatted("Table 2!C14", "#,##0.00"), "", kind=SHEETS),
]  # fmt: skip

MISSED = {
    "growth by made growth to": "mark",
}
"""What is not found today, and in what the error lies."""
