"""The sentences that say why a figure has no number, where no calculation could even begin."""

from __future__ import annotations

from reportgen.dataset.records import TOTAL, Dataset, Series
from reportgen.language import period_label
from reportgen.messages import Bilingual
from reportgen.periods import Period


def no_level(dataset: Dataset, series: Series, period: Period) -> Bilingual:
    """The dataset states no level of the series for the period."""
    name = series_name(dataset, series)
    return Bilingual(
        f"The dataset has no level of {name.en} for {period_label(period, 'en')}.",
        f"数据集中没有{period_label(period, 'zh')}{name.zh}的数值。",
    )


def not_stated(dataset: Dataset, series: Series, period: Period, measure: Bilingual) -> Bilingual:
    """No source states this measure of the series for the period."""
    name = series_name(dataset, series)
    return Bilingual(
        f"No source in the dataset states {measure.en} of {name.en} for {period_label(period, 'en')}.",
        f"数据集中没有来源公布{period_label(period, 'zh')}{name.zh}的{measure.zh}。",
    )


def series_name(dataset: Dataset, series: Series) -> Bilingual:
    """A series as a sentence names it: indicator, breakdown, partner and area."""
    indicator = dataset.indicators[series.indicator].label
    area = area_name(dataset, series.ref_area)
    details = [
        _code_label(dataset, dimension, code)
        for dimension, code in (
            ("breakdown", series.breakdown),
            ("counterpart_area", series.counterpart_area),
        )
        if code != TOTAL
    ]
    inside_en = "".join(f", {item.en}" for item in (*details, area))
    inside_zh = "、".join(item.zh for item in details)
    return Bilingual(
        f"“{indicator.en}{inside_en}”", f"{area.zh}“{indicator.zh}{f'（{inside_zh}）' if details else ''}”"
    )


def area_name(dataset: Dataset, ref_area: str) -> Bilingual:
    """An area as a sentence names it."""
    known = dataset.areas.get(ref_area)
    return known.label if known else Bilingual(ref_area, ref_area)


def _code_label(dataset: Dataset, dimension: str, code: str) -> Bilingual:
    found = dataset.codes_by_key.get((dimension, code))
    if found is not None:
        return found.label
    if code in dataset.areas:
        return dataset.areas[code].label
    return Bilingual(code, code)


NOTHING_TO_MEASURE = Bilingual(
    "The dataset has no figure to measure the target on.", "数据集中没有可用于衡量该目标的数据。"
)
REPEATED_TARGET = Bilingual(
    "It repeats another target in a second currency; progress is measured on that one.",
    "该目标系另一目标的外币折算，进展按原目标衡量。",
)
UNDATED_COUNT = Bilingual(
    "The day of the count is not stated, so no yearly pace can be worked out from it.",
    "来源未注明该数的统计时点，无法据以推算年度进度。",
)
UNCLEAR_MULTIPLE = Bilingual(
    "The source does not say by or to how many times of what it grew; its words are kept and nothing is computed "
    "from them.",
    "来源未说明以何为基数，也未说明是增长多少倍还是增至多少倍；仅保留原文表述，不据以计算。",
)
NEEDS_PERIOD = Bilingual(
    "It needs the period it starts from, written after the kind, as in cagr:2020.",
    "需要在类型后写明起始时期，如 cagr:2020。",
)
BASE_NOT_EARLIER = Bilingual(
    "The period it is taken against must be an earlier one.", "比较的基期必须早于本期。"
)
ONLY_MONTHS_AND_QUARTERS = Bilingual(
    "Growth on the period before (环比) is for months and quarters only.", "环比只适用于月度和季度数据。"
)
NOT_WITHIN_A_YEAR = Bilingual(
    "Single months are taken from cumulative figures of one year.", "单月数据只能由同一年度的累计数推算。"
)
STOCK_HAS_NO_MONTHS = Bilingual(
    "A stock is counted on a day and does not add up over months.", "时点指标不能由累计数推算单月。"
)
PUBLISHED_TOGETHER = Bilingual(
    "January and February are published together and stay together.", "1—2月合并发布，不拆分单月。"
)
NO_WHOLE = Bilingual("The dataset does not say what it is a part of.", "数据集未说明其所属的总体。")
NO_SHARE_OF_RATES = Bilingual("Rates do not add up to a whole.", "比率指标不能计算占比。")
NO_PARTNER = Bilingual(
    "A balance is taken of exports: its imports are named after the kind, as in balance:imports.",
    "差额由出口指标计算，需在类型后写明进口指标，如 balance:imports。",
)
NO_CONVERSION = Bilingual(
    "No source states this amount in two currencies in one statement.",
    "没有来源在同一表述中用两种货币给出这一金额。",
)


def no_growth_stated(dataset: Dataset, series: Series, period: Period) -> Bilingual:
    return not_stated(dataset, series, period, Bilingual("a growth rate", "增速"))


def no_rank_stated(dataset: Dataset, series: Series, period: Period) -> Bilingual:
    return not_stated(dataset, series, period, Bilingual("a rank", "位次"))


def implied_for(period: Period) -> Bilingual:
    return Bilingual(
        f"Implied for {period_label(period, 'en')}.", f"为推算的{period_label(period, 'zh')}数值。"
    )
