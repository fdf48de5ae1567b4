"""Kinds of figures: their names, and why there is no number, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry, KindWords, Wording

KINDS = {
    "level": KindWords(
        "level",
        "no figure for {series}",
        template_help='the level in another unit: currency("USD")',
        head="Level",
    ),
    "growth_yoy": KindWords(
        "year-on-year growth",
        "year-on-year growth of {series}",
        about=", year-on-year growth",
        template_help='year-on-year growth as reported, in dollars yoy_reported("USD"), on 2019 yoy_reported("2019")',
        head="Growth year on year",
    ),
    "difference_pp": KindWords(
        "difference in points",
        "the difference in percentage points of {series}",
        about=", difference in percentage points",
        template_help="growth against the nation, or difference(base), in points",
        head="Against the nation",
    ),
    "share": KindWords(
        "share",
        "the share of {series} in {whole}",
        about=", share",
        template_help='share of the whole, or share("exports")',
        head="Share",
    ),
    "multiple": KindWords(
        "multiple",
        "the multiple of {series}",
        about=", multiple",
        template_help='multiple of a base: multiple("2018")',
        head="Multiple",
    ),
    "rank": KindWords(
        "rank",
        "the rank of {series}",
        about=", rank",
        template_help="rank, as a source states it",
        head="Rank",
    ),
    "rank_among": KindWords(
        "rank among those listed",
        "the rank of {series} among those listed",
        template_help='rank among those the dataset lists: rank_among("areas"), by growth rank_among("areas", "growth_yoy")',
        head="Rank among those listed",
    ),
    "growth_computed": KindWords(
        "computed year-on-year growth",
        "computed year-on-year growth of {series}",
        template_help='year-on-year growth, computed, or yoy_computed("USD"), yoy_computed("2019")',
    ),
    "change": KindWords(
        "change on the year before",
        "the change of {series} on the year before",
        template_help='change on the year before in the unit, or change("2019"), change("USD")',
        head="Change on the year before",
    ),
    "change_pop": KindWords(
        "change on the period before",
        "the change of {series} on the period before",
        template_help="change on the period before in the unit",
    ),
    "growth_pop": KindWords(
        "growth on the period before",
        "growth of {series} on the period before",
        template_help="growth on the period before",
        head="Growth on the period before",
    ),
    "single_month": KindWords(
        "single month",
        "the figure of {series} for the month alone",
        template_help="the month alone, from cumulative figures",
        head="Month alone",
    ),
    "implied_base": KindWords(
        "implied base",
        "the earlier level of {series} that its growth implies",
        template_help="the earlier level that reported growth implies",
        head="Implied base",
    ),
    "implied_exchange_rate": KindWords(
        "implied exchange rate",
        "the exchange rate that conversions of {series} imply",
        template_help="the exchange rate that a source’s conversion implies",
    ),
    "growth_avg": KindWords(
        "average of yearly growth rates",
        "average yearly growth of {series}",
        template_help='average of reported rates since: growth_avg("2019")',
    ),
    "sum": KindWords(
        "sum of parts",
        "the sum of the parts of {series}",
        template_help='sum of the parts: sum("areas"), breakdown, partners, months or quarters',
    ),
    "residual": KindWords(
        "rest",
        "what is left of {series} without the parts given",
        template_help='what is left without the parts: residual("areas")',
    ),
    "ratio": KindWords(
        "ratio",
        "the ratio of {series}",
        template_help='for each unit of another indicator: ratio("invoices", "USD")',
    ),
    "daily_average": KindWords(
        "daily average",
        "the daily average of {series}",
        template_help="the level divided by the days of its period",
        head="Daily average",
    ),
    "base_rate": KindWords(
        "implied growth",
        "the growth against which that of {series} is stated",
        template_help='the other side\'s growth, from the stated difference: base_rate("CN")',
    ),
    "cagr": KindWords(
        "average annual growth",
        "average annual growth of {series}",
        template_help='average annual growth since: cagr("2020")',
    ),
    "contribution": KindWords(
        "share of growth",
        "the share of {series} in the growth of {whole}",
        template_help="share of the growth of the whole, in percent",
        head="Share of growth",
    ),
    "pull": KindWords(
        "contribution to growth",
        "the contribution of {series} to the growth of {whole}",
        template_help="contribution to the growth of the whole, in points",
        head="Contribution to growth",
    ),
    "balance": KindWords(
        "trade balance", "the trade balance of {area}", template_help="exports less imports", head="Balance"
    ),
    "balance_change": KindWords(
        "change of the trade balance",
        "the change of the trade balance of {area}",
        template_help="by how much the surplus or deficit moved on the year before",
        head="Change of balance",
    ),
    "target": KindWords("target", "the target for {series}", head="Target"),
    "target_gap": KindWords(
        "gap to target",
        "the gap to the target for {series}",
        template_help="what is still missing",
        head="Gap",
    ),
    "target_completion": KindWords(
        "completion of target",
        "the completion of the target for {series}",
        template_help="percent of the target reached",
        head="Completion",
    ),
    "target_progress": KindWords(
        "way from the base",
        "the way towards the target for {series}",
        template_help="percent of the way from the plan’s base",
        head="Way from the base",
    ),
    "target_required_growth": KindWords(
        "required annual growth",
        "the growth a year that the target for {series} requires",
        template_help="growth a year that would reach the target",
        head="Required growth a year",
    ),
    "target_path": KindWords(
        "path to target",
        "the path to the target for {series}",
        template_help="where the path to the target stands",
        head="Path",
    ),
    "target_elapsed": KindWords(
        "share of time elapsed",
        "the share of time elapsed for the target for {series}",
        template_help="share of the time gone by",
        head="Time elapsed",
    ),
    "target_pace": KindWords(
        "completion against the share of time elapsed",
        "the pace towards the target for {series}",
        template_help="completion less the share of the time gone by, in points",
        head="Ahead of time elapsed",
    ),
    "target_status": KindWords(
        "status of target",
        "the status of the target for {series}",
        template_help="achieved, on track, behind, missed or not known",
        head="Status",
    ),
    "target_projection": KindWords(
        "projection",
        "the projection of {series}",
        template_help="where the present growth leads",
        head="Projection",
    ),
}
"""The words of each kind of figure."""

NAMES = {kind: words.name for kind, words in KINDS.items()}
MISSING = {kind: words.missing for kind, words in KINDS.items()}

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
    "no-growth-of-rates": "a rate changes in percentage points and has no growth in percent, and an index against the year before is itself the growth",
    "no-balance-of-rates": "a balance is taken of amounts",
    "needs-dimension": Wording(
        "it needs the parts, written after the kind, as in sum:areas",
        "it needs to be said of which parts",
    ),
    "needs-indicator": Wording(
        "it needs the indicator that it is divided by, written after the kind",
        "it needs the indicator that it is divided by",
    ),
    "needs-other-side": Wording(
        "it needs the area or indicator whose rate is asked for, written after the kind",
        "it needs the area or indicator whose rate is asked for",
    ),
    "too-few-years": "an average of rates spans two years or more",
    "mixed-prices": "the numbers are at different prices (current, constant or comparable)",
    "published-otherwise": "the parts come to {total}, while {whole} is published for the whole",
    "month-published-otherwise": "the cumulative figures leave {left} for it, while {month} is published for the month itself",
    "not-said-to-add-up": "nothing says that the parts are all there and add up to the whole",
    "nothing-beside": "there is none beside it to rank it with",
    "ranks-of-bounds": "numbers that are only bounds cannot be ranked",
    "no-parts": "no parts of it are known",
    "scopes-of-rates-differ": "the growth and the difference follow different definitions",
    "only-of-growth": "it is the growth of the other side, and this is a difference of shares",
    "no-difference-stated": "no source states by how many points it is above or below",
    "not-a-part-of-the-period": "a share over time is that of some months in a longer period that holds them",
    "multiple-of-inferred-period": "no source names the period that the multiple is taken of; it was inferred",
    "both-bounded": "the sources give both the level and the growth only as {bounds:and}, so no base can be computed",
    "rate-in-doubt": "the conversion is out of line with all others, so one of its two amounts is probably misprinted",
    "qualitative": "the target is set in words and not in a number{words:?: {words}}",
    "replaced-target": "another target replaces it since {since}",
    "issued-later": "the target holds from {since} on, after the end of that period",
    "not-one-basis": "one side is a reported rate and the other could only be computed from levels: they need not stand on one "
    "basis",
    "growth-at-other-prices": "the growth is reported at other prices than the level",
    "growth-of-earlier-issue": "the growth was published with an earlier value of the level, which was revised since",
    "does-not-add-up": "numbers in this unit do not add up",
    "no-such-change": "a place in a ranking, or an index against the year before, has no change that could be counted",
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
    "threshold-to-be-exceeded": "Taken at the target’s threshold, which is to be exceeded.",
    "threshold-to-be-undercut": "Taken at the target’s threshold, which is to be undercut.",
    "threshold-about": "Taken at the number that the plan gives as “about”.",
    "measured-on": "Measured on the figure for {period}; what is later was not used: {reasons:sentences}",
    "total-so-far": "Summed from {start} to {end}{missing:?; still missing: {missing:and}}.",
    "through-milestones": "Through what the plan sets for {periods:and}.",
    "time-runs": "Time runs from the end of {start} to the end of {end}.",
    "implied-for": "Implied for {period}.",
    "revised-from": "Revised; published before as {values:and}.",
    "another-value": Wording(
        "Another value is stated for the same: {ids}.",
        "Another value is stated for the same.",
    ),
}

FINDINGS: dict[str, Advice] = {}
