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

MISSING = {
    "level": "no figure for {series}",
    "growth_yoy": "year-on-year growth of {series}",
    "growth_computed": "computed year-on-year growth of {series}",
    "growth_pop": "growth of {series} on the period before",
    "difference_pp": "the difference in growth of {series}",
    "share": "the share of {series} in {whole}",
    "multiple": "the multiple of {series}",
    "rank": "the rank of {series}",
    "single_month": "the figure of {series} for the month alone",
    "implied_base": "the earlier level of {series} that its growth implies",
    "implied_exchange_rate": "the exchange rate that conversions of {series} imply",
    "cagr": "average annual growth of {series}",
    "contribution": "the contribution of {series} to the growth of {whole}",
    "pull": "the contribution of {series} to the growth of {whole} in percentage points",
    "balance": "the trade balance of {area}",
    "target": "the target for {series}",
    "target_gap": "the gap to the target for {series}",
    "target_completion": "the completion of the target for {series}",
    "target_required_growth": "the growth a year that the target for {series} requires",
    "target_path": "the path to the target for {series}",
    "target_elapsed": "the share of time elapsed for the target for {series}",
    "target_pace": "the pace towards the target for {series}",
    "target_status": "the status of the target for {series}",
    "target_projection": "the projection of {series}",
}
"""What a figure of a kind is called in a sentence that says there is none."""

MESSAGES: dict[str, Entry] = {}

FINDINGS: dict[str, Advice] = {}
