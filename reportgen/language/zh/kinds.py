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

MESSAGES: dict[str, Entry] = {}

FINDINGS: dict[str, Advice] = {}
