"""Forty edits by the second stranger that leave every statement true.

Twelve were told with a warning at first look: a comparison in its other order, a heading and a label in other words, another rounding in
brackets, a true comparison, a true multiple, opening hours, an abbreviation, a sheet's name, a file number in footers, two paragraphs typed
anew.
"""

from __future__ import annotations

from tests.living.audit.office_editing import (
    abutting,
    footers_said,
    in_sheet,
    part_edited,
    retyped,
    rows_sorted,
    section_moved,
    several,
    sheet_added,
    sheets_exchanged,
    tracked_in,
)
from tests.living.audit.planted import BOOK_EN, PLAN_EN, PLAN_ZH, Planted, cell_said
from tests.living.audit.planted_at_first_look import MONTH_BOOK_ZH, MONTH_EN, MONTH_ZH, SHOP_BOOK_EN
from tests.living.audit.planted_by_a_stranger import (
    PLAN_BOOK_ZH,
    PLAN_DATA_EN,
    SHOP_BOOK_ZH,
    TRADE_BOOK_EN,
    TRADE_DATA_ZH,
)
from tests.living.audit.planted_by_others import SHOP_EN, SHOP_ZH, TRADE_BOOK_ZH, TRADE_EN, TRADE_ZH
from tests.living.audit.planted_given import formatted
from tests.living.audit.planted_unseen import MONTH_BOOK_EN, headed
from tests.living.audit.stranger_editing import (
    added_below,
    bold,
    bold_cell,
    calculated,
    commented,
    continued,
    noted,
    retouched,
    reworded_cell,
    widened,
)
from tests.living.audit.surface_editing import renamed, sheet_chart_edited, titled

MONTH_DATA_EN = "trade-monthly/trade-monthly-databook-en.xlsx"
_DECEMBER, _SURPLUS = (
    "12月当月，出口总额达619.0亿元，环比增长58.3%",
    "The trade surplus was 299.31",
)
_LEVEL = "imports and exports reached 32.21 billion yuan, up 63.3% year on year"
_ON_PROCEDURE = (
    "本期简报拟于2025年1月20日提交第3次处务会议审议，随渝商务发〔2024〕12号文印送，"
    "并依照《中华人民共和国政府信息公开条例》第二十条公开。咨询电话：023-6789 1234。"
)
_ON_HOURS = (
    "This issue goes to meeting no. 47 of the editorial group on 20 January 2025 (file 2024-0387). "
    "For questions call +86 23 6789 1234 between 9.00 and 17.30."
)

OFFICE_HARMLESS = [
    # ---- Word, Chinese -------------------------------------------------------------------------------------
    Planted("低于改较低", MONTH_ZH, retouched("比上年增长0.4%，低于", "，低于全国平均水平", "，较全国平均水平低"), ""),
    Planted("称呼", MONTH_ZH, added_below("2024年重庆市对外贸易情况", "局领导并市商务委："), ""),
    Planted("办文程序", MONTH_ZH, added_below("3．各小图刻度不同", _ON_PROCEDURE), ""),
    Planted("一段分两段", MONTH_ZH, abutting("12月当月，出口总额达619.0亿元", split_before="进口总额"), ""),
    Planted("整行排序", MONTH_ZH, rows_sorted("重庆两江新区", 1), ""),
    Planted("标点", PLAN_ZH, retouched("“…”表示数据不可得；“>”表示超过", "不可得；", "不可得，"), ""),
    Planted("标题改名", PLAN_ZH, retouched("全国情况", "全国情况", "全国跨境电商概况"), ""),
    Planted("六成以上", PLAN_ZH, retouched("2021年，跨境电商进出口额达322.1亿元，比上年增长63.3%，高于", "，高于", "（六成以上），高于"), ""),
    Planted("修订删一字", PLAN_ZH, tracked_in("2022年（系推定），共有海外仓", "共有海外仓", "有海外仓"), ""),
    Planted("段前分页", SHOP_ZH, part_edited("word/document.xml", "<w:pPr>", "<w:pPr><w:pageBreakBefore/>"), ""),
    Planted("重打一段", SHOP_ZH, retyped("占全市网上零售额的18.0%", "农村网上零售额达243.3亿元，比上年增长11.5%，占全市网上零售额的18.0%。其中，14个重点区县为185.3亿元，占全市农村网上零售额的76.2%[1]。"), ""),
    Planted("联系电话", SHOP_ZH, retouched("（联系人：示例联系人", "示例联系人，", "示例联系人，联系电话：023-6789 1234，"), ""),
    Planted("抄送", SHOP_ZH, added_below("（联系人：示例联系人", "抄送：市统计局、市商务委。　　2021年4月6日印发，共印30份。"), ""),
    Planted("一节后移", SHOP_ZH, section_moved("跨境电商", "跨境电商零售进口（B2C）", "农村电商品牌中，大型81个"), ""),
    Planted("增速比较", TRADE_ZH, continued("乘用车出口额超过250亿元", "汽车出口额增速高于一般贸易出口额增速。"), ""),
    Planted("批注", TRADE_ZH, commented("贸易统计处（示例）", "请办公室核对版头格式。"), ""),
    Planted("两段并一段", TRADE_ZH, abutting("乘用车出口额超过250亿元"), ""),
    # ---- Word, English -------------------------------------------------------------------------------------
    Planted("bold digits", MONTH_EN, bold("exports came to 507.36 billion yuan", "507.36"), ""),
    Planted("a true multiple", MONTH_EN, continued(_SURPLUS, " Exports were about 2.4 times imports."), ""),
    Planted("opening hours", MONTH_EN, added_below("3. Each small chart has its own scale", _ON_HOURS), ""),
    Planted("an abbreviation", PLAN_EN, retouched(_LEVEL, "cross-border e-commerce imports", "cross-border e-commerce (CBEC) imports"), ""),
    Planted("a caption turned", PLAN_EN, retouched("Cross-border e-commerce in China", "Cross-border e-commerce in China", "China: cross-border e-commerce"), ""),
    Planted("a number written out", SHOP_EN, retouched("e-commerce supported jobs for 1.827 million people.[", "1.827 million people", "1,827,000 people"), ""),
    Planted("a key message retyped", TRADE_EN, retyped("In 2023, Chongqing’s exports exceeded 470", "Chongqing's exports in 2023 were worth more than 470 billion yuan. Of these, general trade came to nearly 200 billion yuan, 7.5% more than in 2022.[1]"), ""),
    Planted("a header with a date", TRADE_EN, headed("Draft for comment: please reply by 12 April 2024 (file 2024-0387)"), ""),
    # ---- Excel ---------------------------------------------------------------------------------------------
    Planted("列宽", MONTH_BOOK_ZH, widened("累计与当月", "44"), ""),
    Planted("待办表页", MONTH_BOOK_ZH, sheet_added("待办", "待办事项", "核对联系人邮箱，张三，2025年1月8日", "送办公室排版，文号渝商务发〔2024〕12号", "电话通知各处：023-6789 1234"), ""),
    Planted("a note on a cell", MONTH_BOOK_EN, noted("Overview!A5", "Please keep this line in bold in the next issue."), ""),
    Planted("a bold total", MONTH_BOOK_EN, bold_cell("Overview!B5"), ""),
    Planted("千位分隔", SHOP_BOOK_ZH, formatted("概览!B8", "#,##0.0"), ""),
    Planted("tabs exchanged", BOOK_EN, sheets_exchanged("Sources", "Findings"), ""),
    Planted("a tab renamed", TRADE_BOOK_EN, renamed("Findings", "Checks"), ""),
    Planted("填报人", PLAN_BOOK_ZH, cell_said("概览!A60", "填报：张三　审核：李四　2024年4月8日　电话：023-6789 1234"), ""),
    Planted("缩放", SHOP_BOOK_ZH, in_sheet("农村品牌", "<sheetView ", '<sheetView zoomScale="120" '), ""),
    Planted("a label turned", SHOP_BOOK_EN, reworded_cell("Summary!A12", "Rural online retail sales", "Online retail sales in rural areas"), ""),
    Planted("a true formula", MONTH_BOOK_EN, several(cell_said("Months!H4", "Highest month (billion yuan)"), calculated("Months!H5", "MAX(B5:B16)", "82.34")), ""),
    Planted("图的颜色", TRADE_BOOK_ZH, sheet_chart_edited("出口", "srgbClr", r'(<a:srgbClr val=")[0-9A-F]{6}', r"\g<1>2E75B7", 1), ""),
    Planted("upright paper", MONTH_DATA_EN, in_sheet("Table 2", 'orientation="landscape"', 'orientation="portrait"'), ""),
    Planted("key words", PLAN_DATA_EN, titled("trade; library copy", "subject"), ""),
    Planted("页脚的文号", TRADE_DATA_ZH, footers_said("贸易统计处（示例）", "贸易统计处（示例）　渝商务发〔2024〕12号", "封面"), ""),
]  # fmt: skip

OFFICE_ALARMED = {
    "标题改名": "words-changed",
    "重打一段": "words-changed",
    "a key message retyped": "unbacked-number",
    "a tab renamed": "words-changed",
    "a label turned": "words-changed",
}
"""The alarms that are raised today, with their codes."""
