"""Sentences that people turned otherwise and that still say the same: none of them is a finding.

A document, words of the paragraph, what stood there, what stands there now.
"""

from __future__ import annotations

from tests.living.audit.planted import PLAN_EN, PLAN_ZH

SHOP_ZH = "ecommerce-2020/ecommerce-2020-brief-zh.docx"
TRADE_EN = "trade-2023/trade-2023-brief-en.docx"

REWORDED = [
    (PLAN_EN, "32.21 billion yuan", "reached", "amounted to"),
    (PLAN_EN, "32.21 billion yuan", "reached", "came to"),
    (PLAN_EN, "37.79 billion yuan", "leaving a gap of", "with a remaining gap of"),
    (PLAN_EN, "37.79 billion yuan", "which requires average growth of", "and closing it requires average growth of"),
    (PLAN_EN, "32.21 billion yuan", "up ", "an increase of "),
    (PLAN_EN, "32.21 billion yuan", "year on year", "over the year before"),
    (PLAN_EN, "32.21 billion yuan", "year on year", "compared with the previous year"),
    (PLAN_EN, "32.21 billion yuan", "In 2021, Chongqing's", "Chongqing's 2021"),
    (PLAN_EN, "19.79 billion yuan", "In January–May 2022", "In the first five months of 2022"),
    (PLAN_EN, "19.79 billion yuan", "In January–May 2022", "From January to May 2022"),
    (PLAN_EN, "19.79 billion yuan", "which implies", "a rate that implies"),
    (PLAN_EN, "10.48 billion yuan", "the same months of the year before", "the same period of the year before"),
    (PLAN_EN, "nearly 20 billion yuan", "For 2023 another source states", "Another source gives, for 2023,"),
    (PLAN_EN, "nearly 20 billion yuan", "is not comparable with", "cannot be compared with"),
    (PLAN_EN, "nearly 20 billion yuan", "is set aside", "is left out"),
    (PLAN_EN, "50.0%", "Municipal-level demonstration zones", "Demonstration zones at municipal level"),
    (PLAN_EN, "44.7 percentage points", "higher than", "above"),
    (PLAN_EN, "32.21 billion yuan", "Chongqing's", "the city's"),
    (PLAN_EN, "1,726 invoices", "The same source counts", "That source also counts"),
    (PLAN_EN, "more than 40", "overseas warehouses numbered", "overseas warehouses totalled"),
    (TRADE_EN, "33 billion yuan", "which implies", "implying"),
    (TRADE_EN, "1.25 billion yuan", "From December 2022 to December 2023", "Between December 2022 and December 2023"),
    (PLAN_ZH, "322.1亿元", "比上年增长", "同比增长"),
    (PLAN_ZH, "322.1亿元", "比上年增长", "较上年增长"),
    (PLAN_ZH, "322.1亿元", "重庆市跨境电商", "全市跨境电商"),
    (PLAN_ZH, "44.7个百分点", "重庆市跨境电商", "全市跨境电商"),
    (PLAN_ZH, "322.1亿元", "重庆市跨境电商", "我市跨境电商"),
    (PLAN_ZH, "322.1亿元", "完成2025年目标", "已完成2025年目标"),
    (PLAN_ZH, "377.9亿元", "距目标还差", "距目标尚差"),
    (PLAN_ZH, "21.4%", "年均需增长", "每年平均需增长"),
    (PLAN_ZH, "197.9亿元", "1—5月", "前5个月"),
    (PLAN_ZH, "197.9亿元", "1—5月", "1至5月"),
    (PLAN_ZH, "197.9亿元", "为", "达"),
    (PLAN_ZH, "197.9亿元", "同比增长", "比上年同期增长"),
    (PLAN_ZH, "104.8亿元", "据此推算", "由此推算"),
    (PLAN_ZH, "近200亿元", "未用于测算", "没有用于测算"),
    (PLAN_ZH, "近200亿元", "不可比", "不具有可比性"),
    (PLAN_ZH, "50.0%", "现有", "目前共有"),
    (PLAN_ZH, "2.38万亿元", "全国", "我国"),
    (SHOP_ZH, "1350.5亿元", "达", "达到"),
    (SHOP_ZH, "78.6万人", "其中直接就业", "其中，直接就业"),
    (SHOP_ZH, "1350.5亿元", "重庆市网上零售额", "全市网上零售额"),
    (SHOP_ZH, "18.4万场", "全年", "全年共"),
]  # fmt: skip
