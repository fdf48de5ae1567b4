"""Sixty-four edits by a second stranger, who knew finished documents alone: what each makes a reader believe is wrong.

62 of them were told at their place at first look. Missed were a cause in a new Chinese sentence and a first time in a new English one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.living.audit.office_editing import (
    captions_exchanged,
    column_sorted,
    footers_said,
    retyped,
    row_filled,
    series_rows_deleted,
    several,
    sheet_added,
    tracked_in,
)
from tests.living.audit.planted import BOOK_EN, PLAN_EN, PLAN_ZH, Planted, cell, cell_said
from tests.living.audit.planted_at_first_look import (
    MONTH_BOOK_ZH,
    MONTH_EN,
    MONTH_ZH,
    SHOP_BOOK_EN,
    footer_said,
)
from tests.living.audit.planted_by_a_stranger import (
    MONTH_DATA_ZH,
    PLAN_BOOK_ZH,
    PLAN_DATA_EN,
    SHOP_BOOK_ZH,
    TRADE_BOOK_EN,
    TRADE_DATA_EN,
    TRADE_DATA_ZH,
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
from tests.living.audit.planted_given import formatted, labels_swapped
from tests.living.audit.planted_unseen import MONTH_BOOK_EN
from tests.living.audit.stranger_editing import (
    added_below,
    calculated,
    chart_data,
    continued,
    drawn_from,
    hidden,
    retouched,
)
from tests.living.audit.surface_editing import renamed, sheet_chart_edited

SHOP_DATA_ZH = "ecommerce-2020/ecommerce-2020-databook-zh.xlsx"
_TOTALS, _ZONES = "5073.6亿元，增长6.2%；", "规模居所列开发区首位"
_GAINED, _LOST = "万州经济技术开发区增长20.5%", "重庆高新技术产业开发区增长18.4%"
_2021, _WAREHOUSES = "下限测算完成46.0%", "2022年（系推定），共有海外仓"
_SURPLUS = "The trade surplus was 299.31"
_DOUBT = "；其美元折算数疑有误，未采用"


def _all(document: str, kind: str, *edits: tuple[str, Callable[[Any], Any]]) -> list[Planted]:
    return [Planted(name, document, change, "", kind=kind) for name, change in edits]


OFFICE = [
    *_all(
        MONTH_ZH, SAID,
        ("subjects swapped", several(retouched(_TOTALS, "其中，出口", "其中，进口"), retouched(_TOTALS, "；进口", "；出口"))),
        ("环比改同比", retouched("12月当月，货物进出口总额达823.4亿元，环比增长51.4%", "，环比增长", "，同比增长")),
        ("所列改全国", retouched(_ZONES, "规模居所列开发区首位", "规模居全国开发区首位")),
        ("两个开发区对调", several(
            retouched(_ZONES, _GAINED, "甲增长20.5%"), retouched(_ZONES, _LOST, "万州经济技术开发区增长18.4%"),
            retouched(_ZONES, "甲增长20.5%", "重庆高新技术产业开发区增长20.5%"))),
    ),
    *_all(
        MONTH_ZH, OWN,
        ("从图上看错的走势", added_below("重庆市各月进出口额和累计同比增速", "从图1看，累计增速自10月起已连续三个月保持正增长。")),
        ("可能重叠的开发区相加", continued(_ZONES, "上述五个开发区合计进出口2885.0亿元，占全市的40.3%。")),
        ("增长的主要原因", continued("出口占全市货物进出口总额的比重", "分区域看，长寿经济技术开发区进出口增长43.6%，是全市外贸由降转升的主要原因。")),
    ),
    *_all(
        PLAN_ZH, SAID,
        ("不可比改下降", retyped("另有来源公布2023年重庆市跨境", "另有来源公布2023年重庆市跨境电商进出口额近200亿元，比2021年下降37.9%[3]。")),
        ("推定改注明", retouched("② 来源未完整注明时期", "来源未完整注明时期，系推定", "来源已注明时期")),
        ("空格填上数", row_filled("市场采购贸易出口额", "…", "12.5", "187.5", "6.3")),
        ("超过改不足", retouched(_WAREHOUSES, "超过40个", "不足40个")),
        ("年均增长的年份", retouched("距2025年目标至少还差377.9", "2022—2025年年均至少需增长", "2024—2025年年均至少需增长")),
        ("全国改西部", retouched("2021年，全国跨境电商进出口额达", "全国跨境电商", "西部地区跨境电商")),
        ("海外仓比作企业", several(
            retouched(_WAREHOUSES, "目标针对的是运营海外仓的企业", "海外仓目标为到2025年"),
            retouched(_WAREHOUSES, "，海外仓数量不能据以测算该目标的完成率", "，已超额完成"))),
    ),
    *_all(
        SHOP_ZH, SAID,
        ("占全市网上零售额", retouched("其中，14个重点区县", "占农村网上零售额的", "占全市网上零售额的")),
        ("不代表改代表", retouched("其增速不代表全部", "其增速不代表全部", "其增速代表全部")),
    ),
    *_all(
        TRADE_ZH, SAID,
        ("别的年份的增速", retouched("跨境电商进出口额近200亿元", "近200亿元", "近200亿元，比上年增长17.7%")),
        ("图的两个类别对调", chart_data("一般贸易出口", {"一般贸易出口": "汽车出口", "汽车出口": "一般贸易出口"})),
        ("来源改海关公报", retouched("资料来源：关于重庆外贸“三新”的无题文章", "关于重庆外贸“三新”的无题文章", "重庆海关统计公报")),
        ("删去存疑", retouched("出自一篇评论文章", _DOUBT, "")),
    ),
    *_all(
        MONTH_EN, SAID,
        ("names sorted alone", column_sorted("Chongqing Liangjiang New Area")),
        ("two captions exchanged", captions_exchanged("Imports and exports by month, and cumulative growth, January to date, year on year", "Imports and exports of Chongqing and its development zones by month")),
        ("unit of the charts", retouched("Columns: imports and exports, the month alone", "(billion yuan)", "(million yuan)")),
        ("surplus to deficit", retouched(_SURPLUS, "The trade surplus was", "The trade deficit was")),
        ("what 0.0 means", retouched("less than half of the unit shown", "less than half of the unit shown", "no change on the year before")),
        ("period in the footer", footer_said("Trade Statistics Office (worked example)", "Trade Statistics Office (worked example): figures for January–November 2024")),
    ),
    *_all(
        MONTH_EN, OWN,
        ("the first rise", continued("In December alone, imports and exports reached 82.34", " It was the first rise on the month before in the year.")),
        ("three times", continued(_SURPLUS, " Exports were more than three times imports.")),
    ),
    *_all(
        PLAN_EN, SAID,
        ("a target told as a result", retouched("From December 2022 to December 2023 (period inferred), exports through market procurement", "The target for exports through market procurement trade by 2025 is", "Exports through market procurement trade had by 2025 risen to")),
        ("breaks of series deleted", series_rows_deleted("Series", "The series are inferred")),
        ("a verdict from what cannot be compared", retouched("it cannot be said whether trade was above or below that path", "For want of comparable figures, it cannot be said whether trade was above or below that path.", "At nearly 20 billion yuan, trade was less than half of that path.")),
        ("the cut-off date", retouched("Data to 31 March 2024", "Data to 31 March 2024", "Data to 31 December 2025")),
        ("a quotation", retouched("32.21 billion yuan in 2021, up 63.3% from the previous year", "up 63.3% from", "up 36.3% from")),
    ),
    *_all(
        SHOP_EN, SAID,
        ("points to percent", retouched("growth of online retail sales was 1.49", "1.49 percentage points", "1.49 percent")),
        ("direct to indirect", retouched("786,000, or 43.0%, were involved directly", "involved directly", "involved indirectly")),
        ("a tracked magnitude", tracked_in("E-commerce express parcels numbered 590 million", "590 million", "5.9 billion")),
    ),
    *_all(
        TRADE_EN, SAID,
        ("automobiles to new energy vehicles", retouched("came to more than 33 billion yuan, up 51.9%", "Exports of automobiles", "Exports of new energy vehicles")),
        ("thirteen months to a year", retouched("From December 2022 to December 2023 (period inferred), exports through market procurement trade", "From December 2022 to December 2023 (period inferred), exports", "In the calendar year 2023, exports")),
        ("a bound to an exact share", retouched("less than 42.6%", "less than 42.6%", "42.6%")),
        ("sold to exported", several(retouched("the brand AITO sold", "the brand AITO sold", "the brand AITO exported"), retouched("the brand AITO exported", "in China", "from China"))),
    ),
    # ---- Excel ---------------------------------------------------------------------------------------------
    *_all(
        BOOK_EN, SHEETS,
        ("more than to less than", formatted("Targets!C7", '"<"#,##0')),
        ("a sheet's name", renamed("Targets", "Achieved in 2025")),
    ),
    *_all(PLAN_BOOK_ZH, SHEETS, ("下限改上限", cell_said("目标进展!A19", "进展按目标上限测算。"))),
    *_all(
        MONTH_BOOK_ZH, SHEETS,
        ("亿元改万元", cell_said("概览!C8", "万元")),
        ("隐藏一行", hidden("各月", 6)),
        ("不从零起的轴", sheet_chart_edited("各月", "累计", r'<c:min val="0"/>', '<c:min val="400"/>')),
        ("不见负号", several(*(formatted(f"与全国比较!{place}", "0.0;0.0") for place in ("B7", "D5", "D6", "D7")))),
        ("按规模排名", several(*(cell(f"开发区!D{row}", str(row - 4)) for row in range(5, 10)))),
    ),
    *_all(
        MONTH_BOOK_EN, SHEETS,
        ("formulas turned round", several(*(calculated(f"Months!E{row}", f"D{row}-C{row}", "-12.5") for row in range(5, 17)))),
        ("another range of a chart", drawn_from("Months", "$B$5:$B$16", "$C$5:$C$16", {11: "61.9"})),
        ("percent of percent", formatted("Summary!B9", "0.0%")),
        ("a sheet of highlights", sheet_added("Highlights", "Highlights of 2024", "Every development zone listed saw its trade grow in 2024.", "Exports came to 507.36 billion yuan.")),
    ),
    *_all(
        SHOP_BOOK_ZH, SHEETS,
        ("没有绝对引用", several(*(calculated(f"农村品牌!C{row}", f"B{row}/SUM(B{row}:B{row + 2})*100", value) for row, value in ((5, "5.5"), (6, "12.4"), (7, "41.3"))))),
        ("重复计数的合计", several(calculated("网上销售!B12", "SUM(B5:B11)", "1957.2"), cell_said("网上销售!A12", "合计"))),
    ),
    *_all(SHOP_BOOK_EN, SHEETS, ("13.5 for 13.05", cell("Summary!B9", "13.5"))),
    *_all(
        TRADE_BOOK_EN, TABLES,
        ("the base year of a head", cell_said("Exports!C4", "Growth over 2019 (%)")),
        ("heads of sections", labels_swapped("Cross-border!A5", "Cross-border!A9")),
    ),
    *_all(TRADE_BOOK_ZH, SHEETS, ("不可比的增长", calculated("跨境电商!C8", "ROUND((B8/B6-1)*100,1)", "-37.9"))),
    *_all(TRADE_DATA_ZH, SHEETS, ("数据的乘方", several(cell("数据!O23", "8"), cell("数据!F23", "20000000000")))),
    *_all(
        PLAN_DATA_EN, SHEETS,
        ("inferred to stated", several(*(cell_said(f"Data!{column}{row}", text) for row in (18, 19) for column, text in (("S", "stated"), ("T", "—"))))),
        ("not known to on track", several(cell_said("Progress to target!L7", "▲ on track"), cell_said("Progress to target!M7", "—"))),
    ),
    *_all(SHOP_DATA_ZH, TABLES, ("两列表头对调", labels_swapped("表1!C11", "表1!D11"))),
    *_all(MONTH_DATA_ZH, CHARTS, ("图题改两江新区", sheet_chart_edited("图2", "<a:t>重庆市</a:t>", "<a:t>重庆市</a:t>", "<a:t>重庆两江新区</a:t>"))),
    *_all(TRADE_DATA_EN, SHEETS, ("the date in every footer", footers_said("Data as of 31 March 2024", "Data as of 31 December 2024", "Cover"))),
]  # fmt: skip
