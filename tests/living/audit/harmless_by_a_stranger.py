"""Forty edits by the stranger of the planted ones that leave what a reader believes as it was: wordings, greetings, formats, people's names.

8 raised an alarm before every passage was held against the build, 5 when that rule was first run: a contact's name (in a brief and in a
workbook), “exceeded” made “came to more than”, a heading turned otherwise, a figure's mark left empty beside its number.
"""

from __future__ import annotations

from tests.living.audit.planted import BOOK_EN, PLAN_EN, PLAN_ZH, Planted, cell_said
from tests.living.audit.planted_at_first_look import MONTH_EN, MONTH_ZH, SHOP_BOOK_EN
from tests.living.audit.planted_by_a_stranger import (
    MONTH_DATA_ZH,
    PLAN_BOOK_ZH,
    PLAN_DATA_EN,
    SHOP_BOOK_ZH,
    TRADE_BOOK_EN,
)
from tests.living.audit.planted_by_others import SHOP_EN, SHOP_ZH, TRADE_BOOK_ZH, TRADE_EN, TRADE_ZH
from tests.living.audit.planted_given import formatted, text_box
from tests.living.audit.planted_unseen import MONTH_BOOK_EN, charts_said
from tests.living.audit.stranger_editing import (
    added_below,
    bold,
    bold_cell,
    coloured_when,
    commented,
    continued,
    noted,
    paragraph_moved,
    retouched,
    reworded_cell,
    widened,
)

MONTH_BOOK_ZH, SHOP_DATA_ZH = "trade-monthly/trade-monthly-workbook-zh.xlsx", "ecommerce-2020/ecommerce-2020-databook-zh.xlsx"  # fmt: skip

HARMLESS = [
    # ---- Word, Chinese -------------------------------------------------------------------------------------
    Planted("达改为", PLAN_ZH, retouched("2021年，跨境电商进出口额达322.1亿元", "进出口额达322.1", "进出口额为322.1"), ""),
    Planted("比上年改较上年", PLAN_ZH, retouched("2021年，全国跨境电商进出口额达1.92万亿元", "比上年增长18.6%", "较上年增长18.6%"), ""),
    Planted("称呼", PLAN_ZH, added_below("重庆市外贸新业态新模式2025年目标进展", "各位领导：现将有关情况报告如下，请审阅。"), ""),
    Planted("调研", PLAN_ZH, added_below("到2027年，重庆市智能网联新能源汽车年出口额", "日前，市领导赴西部国际物流枢纽园区调研，听取企业意见建议。"), ""),
    Planted("会议日期", PLAN_ZH, continued("同期出口1726单", "下次专题会定于4月18日召开。"), ""),
    Planted("数字加粗", SHOP_ZH, bold("实物商品网上零售额比上年增长25.8%", "25.8"), ""),
    Planted("段落在节内移动", SHOP_ZH, paragraph_moved("全年从中央和市级争取电商扶持资金", "疫情期间，企业采购口罩"), ""),
    Planted("全角百分号", SHOP_ZH, retouched("限额以上单位网上零售额比上年增长44%", "28.3%", "28.3％"), ""),
    Planted("同事的批注", SHOP_ZH, commented("开展直播带货18.4万场", "此处措辞请王处再看一下。"), ""),
    Planted("居改位居", TRADE_ZH, retouched("全国汽车出口量近500万辆", "居世界", "位居世界"), ""),
    Planted("逗号改分号", TRADE_ZH, retouched("一般贸易出口近2000亿元，比上年增长7.5%", "，占出口", "；占出口"), ""),
    Planted("联系人", TRADE_ZH, retouched("联系人：示例联系人", "示例联系人", "王芳"), ""),
    Planted("标题与改和", MONTH_ZH, retouched("与全国比较", "与全国比较", "和全国比较"), ""),
    Planted("数与单位间的空格", MONTH_ZH, retouched("贸易顺差2993.1亿元", "贸易顺差2993.1亿元", "贸易顺差2993.1 亿元"), ""),
    Planted("需持续关注", MONTH_ZH, retouched("出口拉动全市货物进出口总额增长4.2个百分点", "进口下拉3.8个百分点", "进口下拉3.8个百分点，需持续关注"), ""),
    # ---- Word, English -------------------------------------------------------------------------------------
    Planted("reached made came to", PLAN_EN, retouched("imports and exports reached 32.21 billion yuan, up 63.3% year on year", "reached 32.21", "came to 32.21"), ""),
    Planted("up made an increase of", PLAN_EN, retouched("reached 1.92 trillion yuan, up 18.6% year on year", "up 18.6% year on year", "an increase of 18.6% over the year before"), ""),
    Planted("a greeting", PLAN_EN, added_below("Chongqing’s new forms of foreign trade: targets for 2025", "Dear colleagues, please find below the briefing for your comments."), ""),
    Planted("a visit", PLAN_EN, added_below("exports of intelligent connected new energy vehicles by 2027 is", "A delegation visited the logistics park and met the firms that work there."), ""),
    Planted("a small count in words", PLAN_EN, retouched("were 5 municipal-level cross-border e-commerce", "were 5 ", "were five "), ""),
    Planted("a typewriter's apostrophe", SHOP_EN, retouched("In 2020, Chongqing’s online retail sales reached 135.05 billion yuan", "Chongqing’s", "Chongqing's"), ""),
    Planted("a space that does not break", SHOP_EN, retouched("online retail sales reached 135.05 billion yuan, up 13.05%", "135.05 billion yuan", "135.05\u00a0billion yuan"), ""),
    Planted("the date of a meeting", SHOP_EN, continued("Training reached 34,700 people", " The working group meets again on 18 April."), ""),
    Planted("a paragraph moved in its section", SHOP_EN, paragraph_moved("accounting for 18.0% of total online", "rural e-commerce brands, 81 were large"), ""),
    Planted("exceeded made more than", TRADE_EN, retouched("exports exceeded 470 billion yuan", "exceeded 470 billion", "came to more than 470 billion"), ""),
    Planted("a sentence on policy", TRADE_EN, continued("Exports of passenger cars exceeded 25 billion yuan", " Makers ask for more regular shipping space."), ""),
    Planted("a colleague's comment", TRADE_EN, commented("accounting for less than 42.6% of total exports", "Please check the wording with the office."), ""),
    Planted("a heading turned otherwise", MONTH_EN, retouched("Contribution of exports and imports to growth", "Contribution of exports and imports to growth", "How exports and imports contributed to growth"), ""),
    Planted("down made a fall of", MONTH_EN, retouched("and imports to 208.05 billion yuan, down 11.5%", "down 11.5%", "a fall of 11.5%"), ""),
    # ---- Excel ---------------------------------------------------------------------------------------------
    Planted("列宽", PLAN_BOOK_ZH, widened("概览", "60"), ""),
    Planted("a note on whom to ask", BOOK_EN, noted("Summary!B8", "Please ask the office before quoting."), ""),
    Planted("单元格加粗", SHOP_BOOK_ZH, bold_cell("概览!B8"), ""),
    Planted("a format with thousands separators", SHOP_BOOK_EN, formatted("Firms and jobs!C6", "#,##0"), ""),
    Planted("表旁的备注", TRADE_BOOK_ZH, cell_said("概览!G8", "待领导审定"), ""),
    Planted("a conditional colour", TRADE_BOOK_EN, coloured_when("Exports!C6:C8", "C6>50", "FFFFEB9C"), ""),
    Planted("工作簿的联系人", MONTH_BOOK_ZH, reworded_cell("概览!A24", "示例联系人", "王芳"), ""),
    Planted("a text box without figures", MONTH_BOOK_EN, text_box("Months", "Draft for internal discussion"), ""),
    Planted("a column's width", PLAN_DATA_EN, widened("Data", "52"), ""),
    Planted("校对人", SHOP_DATA_ZH, cell_said("封面!C4", "校对：王芳"), ""),
    Planted("图题后的空格", MONTH_DATA_ZH, charts_said("封面", "重庆市各月进出口额和累计同比增速", "重庆市各月进出口额和累计同比增速 "), ""),
]  # fmt: skip

ALARMED = {
    "up made an increase of": "figure-without-number",
    "a heading turned otherwise": "words-changed",
}
"""The alarms that are raised today, with their codes: wrong ones."""
