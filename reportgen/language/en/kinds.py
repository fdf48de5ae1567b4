"""Kinds of figures: their names, and why there is no number, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

NAMES = {
    "level": "level",
    "growth_yoy": "year-on-year growth",
    "difference_pp": "difference in growth",
    "share": "share",
    "multiple": "multiple",
    "rank": "rank",
    "growth_computed": "computed year-on-year growth",
    "growth_pop": "growth on the period before",
    "single_month": "single month",
    "implied_base": "implied base",
    "implied_exchange_rate": "implied exchange rate",
    "cagr": "average annual growth",
    "contribution": "contribution to growth",
    "pull": "contribution to growth in percentage points",
    "balance": "trade balance",
    "target": "target",
    "target_gap": "gap to target",
    "target_completion": "completion of target",
    "target_required_growth": "required annual growth",
    "target_path": "path to target",
    "target_elapsed": "share of time elapsed",
    "target_pace": "completion against the share of time elapsed",
    "target_status": "status of target",
    "target_projection": "projection",
}
"""What a kind of figure is called in a list or a table."""

MESSAGES: dict[str, Entry] = {}

FINDINGS: dict[str, Advice] = {}
