"""Kinds of figures: their names, and why there is no number, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry, Wording

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

MESSAGES: dict[str, Entry] = {
    # why there is no number
    "no-level": Wording(
        "the dataset has no level{series:? of {series:quoted}} for {period}",
        "the sources used give no figure{series:? of {series:quoted}} for {period}",
    ),
    "no-growth-stated": Wording(
        "no source in the dataset states a growth rate{series:? of {series:quoted}} for {period}",
        "none of the sources used states a growth rate{series:? of {series:quoted}} for {period}",
    ),
    "no-rank-stated": Wording(
        "no source in the dataset states a rank{series:? of {series:quoted}} for {period}",
        "none of the sources used states a rank{series:? of {series:quoted}} for {period}",
    ),
    "no-such-figure": Wording(
        "the dataset has no such figure",
        "the sources used give no such figure",
    ),
    "nothing-to-measure": Wording(
        "the dataset has no figure to measure the target on",
        "no published figure can be measured against the target",
    ),
    "repeated-target": "it repeats another target in a second currency; progress is measured on that one",
    "other-series": "the target is set for another series",
    "undated-count": "the day of the count is not stated, so no yearly pace can be worked out from it",
    "unclear-multiple": "the source does not say by or to how many times of what it grew; its words are kept and nothing is "
    "computed from them",
    "needs-period": Wording(
        "it needs the period it starts from, written after the kind, as in cagr:2020",
        "it needs the period it starts from",
    ),
    "base-not-earlier": "the period it is taken against must be an earlier one",
    "only-months-and-quarters": "growth on the period before (环比) is for months and quarters only",
    "not-within-a-year": "single months are taken from cumulative figures of one year",
    "stock-has-no-months": "a stock is counted on a day and does not add up over months",
    "published-together": "January and February are published together and stay together",
    "no-whole": Wording(
        "the dataset does not say what it is a part of",
        "the sources do not say what it is a part of",
    ),
    "no-share-of-rates": "rates do not add up to a whole",
    "no-partner": Wording(
        "a balance is taken of exports: its imports are named after the kind, as in balance:imports",
        "no imports are given to set against the exports",
    ),
    "no-conversion": "no source states this amount in two currencies in one statement",
    "open-path": "the path starts from a value that is itself only bounded",
    "itself": "it is the area to compare with itself",
    # errors
    "no-figure-id": "“{text}” is no figure id; write indicator/area/period/kind, as in cbec_trade/CN-CQ/2021/level.",
    "unknown-indicator": "The dataset has no indicator “{code}”{nearest:?; nearest: {nearest}}.",
    "unknown-area": "The dataset has no area “{code}”{nearest:?; nearest: {nearest}}.",
    "unknown-target": "The dataset has no target “{code}”{nearest:?; nearest: {nearest}}.",
    "unknown-base": "The dataset has no base “{code}”{nearest:?; nearest: {nearest}}.",
    # notes
    "notes": "{notes:sentences}",
    "threshold-to-be-exceeded": "Taken at the target's threshold, which is to be exceeded.",
    "threshold-to-be-undercut": "Taken at the target's threshold, which is to be undercut.",
    "threshold-about": "Taken at the number that the plan gives as “about”.",
    "measured-on": "Measured on the figure for {period}; what is later is set aside: {reasons:sentences}",
    "time-runs": "Time runs from the end of {start} to the end of {end}.",
    "implied-for": "Implied for {period}.",
    "another-value": Wording(
        "Another value is stated for the same: {ids}.",
        "Another value is stated for the same.",
    ),
}

FINDINGS: dict[str, Advice] = {}
