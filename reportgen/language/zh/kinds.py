"""Kinds of figures: their names, and why there is no number, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

NAMES = {
    "level": "绝对数",
    "growth_yoy": "同比增长",
    "difference_pp": "增速差",
    "share": "占比",
    "multiple": "倍数",
    "rank": "位次",
    "growth_computed": "同比增长（计算值）",
    "growth_pop": "环比增长",
    "single_month": "当月值",
    "implied_base": "推算基数",
    "implied_exchange_rate": "隐含汇率",
    "cagr": "年均增长",
    "contribution": "贡献率",
    "pull": "拉动",
    "balance": "贸易差额",
    "target": "目标",
    "target_gap": "目标差距",
    "target_completion": "目标完成率",
    "target_required_growth": "年均需增长",
    "target_path": "目标路径值",
    "target_elapsed": "序时进度",
    "target_pace": "与序时进度之差",
    "target_status": "目标状态",
    "target_projection": "推算值",
}
"""What a kind of figure is called in a list or a table."""

MISSING = {
    "level": "{series}",
    "growth_yoy": "{series}的同比增速",
    "growth_computed": "{series}的同比增速",
    "growth_pop": "{series}的环比增速",
    "difference_pp": "{series}的增速差",
    "share": "{series}占{whole}的比重",
    "multiple": "{series}的倍数",
    "rank": "{series}的位次",
    "single_month": "{series}的当月值",
    "implied_base": "由{series}增速推算的基期数值",
    "implied_exchange_rate": "{series}换算的隐含汇率",
    "cagr": "{series}的年均增速",
    "contribution": "{series}对{whole}增长的贡献率",
    "pull": "{series}对{whole}增长的拉动",
    "balance": "{area}贸易差额",
    "target": "{series}的目标",
    "target_gap": "{series}与目标的差距",
    "target_completion": "{series}的目标完成率",
    "target_required_growth": "实现目标所需的{series}年均增速",
    "target_path": "{series}的目标路径值",
    "target_elapsed": "{series}目标的序时进度",
    "target_pace": "{series}目标完成率与序时进度之差",
    "target_status": "{series}的目标状态",
    "target_projection": "{series}的推算值",
}
"""What a figure of a kind is called in a sentence that says there is none."""

MESSAGES: dict[str, Entry] = {}

FINDINGS: dict[str, Advice] = {}
