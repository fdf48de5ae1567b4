"""Parts that sentences of all kinds share: how they open, the verb before a level, what a difference is taken against."""

from __future__ import annotations

from reportgen.dataset.records import TOTAL, Measure, Series
from reportgen.figures.labels import (
    area_label,
    indicator_label,
    mid_sentence,
    period_phrase,
    series_phrase,
    whole_area,
)
from reportgen.figures.numbers import NumberStyle, qualifier_of
from reportgen.figures.presentation import Line, Presentation
from reportgen.kinds.figure import Figure
from reportgen.language import period_label, punctuation, quantity_words
from reportgen.periods import Period

BARE_COUNT = NumberStyle(counter=False)
_TOTALS = ("total", "gross", "overall", "all")
"""Labels that begin so say themselves that they are a whole."""


def opening_phrase(page: Presentation, figure: Figure) -> str:
    """``In 2021, Chongqing's exports`` / ``2021年，重庆市出口总额``."""
    indicator = page.dataset.indicators[figure.id.series.indicator]
    phrase = period_phrase(figure.id.period, page.language, flow=indicator.kind == "flow")
    series = series_phrase(figure.id.series, page.dataset, page.language)
    return f"{phrase}{punctuation(page.language).COMMA}{series}"


def is_zh(figure: Figure) -> str:
    """为 before a plain number; a qualifier (超过、近、约) follows the subject directly."""
    return "为" if qualifier_of(figure) == "eq" else ""


def said_status(figure: Figure, language: str) -> str:
    """`` (preliminary)`` / （初步核算） where the observation carries such a status."""
    words = quantity_words(language).status(figure.status)
    return punctuation(language).bracketed(words) if words else ""


def level_words(page: Presentation, figure: Figure) -> Line:
    """``reached 32.21 billion yuan`` / 为322.1亿元, with the verb that suits flow, stock and count."""
    status = said_status(figure, page.language)
    if page.language == "zh":
        return Line(is_zh(figure), page.number(figure), status)
    if figure.unit == "count" and counts_in_its_label(page, figure.id.series):
        return Line(" numbered ", page.number(figure, BARE_COUNT), status)
    indicator = page.dataset.indicators[figure.id.series.indicator]
    verb = (
        "stood at" if indicator.kind == "stock" else "reached" if indicator.direction == "up" else "came to"
    )
    if qualifier_of(figure) in ("lt", "le"):
        verb = "came to"
    return Line(f" {verb} ", page.number(figure), status)


def counts_in_its_label(page: Presentation, series: Series) -> bool:
    """Whether an English label already says what is counted: ``Online merchants``, so that no counter word follows."""
    indicator = page.dataset.indicators[series.indicator]
    if indicator.unit != "count":
        return False
    words = indicator.label.en.casefold().split()
    return indicator.counter.en.casefold() in words or words[0].endswith("s") or words[-1].endswith("s")


def national_average(page: Presentation) -> str:
    """What growth against the nation is taken against, in words."""
    return "全国平均水平" if page.language == "zh" else "the national average"


def base_phrase(page: Presentation, figure: Figure) -> tuple[str, bool]:
    """What a difference is taken against, in words, and whether that is a period."""
    for part in figure.id.base.split(","):
        if part in page.dataset.areas:
            if part == page.national_area:
                return national_average(page), False
            area = area_label(part, page.dataset, page.language)
            return (area if page.language == "zh" else f"that of {area}"), False
        if part in page.dataset.indicators:
            label = page.dataset.indicators[part].label.in_language(page.language)
            if page.language == "zh":  # a rate is compared with a rate, not with an amount
                return label if Measure.SHARE in figure.id.base.split(",") else f"{label}增速", False
            return f"that of {mid_sentence(label, 'en', page.dataset)}", False
        if part == TOTAL or ("breakdown", part) in page.dataset.codes_by_key:
            whole = whole_label(page, figure)
            return (f"{whole}增速" if page.language == "zh" else f"that of {whole}"), False
        if part[:4].isdigit():
            return period_label(Period.parse(part), page.language), True
    return year_before(figure, page.language), True


def year_before(figure: Figure, language: str) -> str:
    """上年 for whole years, 上年同期 for parts of them."""
    if language == "zh":
        return "上年" if figure.id.period.months == 12 else "上年同期"
    return "the year before" if figure.id.period.months == 12 else "the same period of the year before"


def whole_label(page: Presentation, figure: Figure) -> str:
    """What a share, contribution or pull is a part of: the id's base, else the series' own whole.

    Within one area it is ``total exports``, ``all firms``, 全市出口总额. Empty where the dataset does not say.
    """
    series = _asked_whole(page, figure)
    if series == figure.id.series:
        series = _whole_of(page, series)
    if series == figure.id.series:
        return ""
    if series.ref_area != figure.id.series.ref_area:
        return series_phrase(series, page.dataset, page.language)
    label = mid_sentence(indicator_label(series, page.dataset, page.language), page.language, page.dataset)
    if page.language == "zh":
        return whole_area(series.ref_area, page.dataset, "zh") + label
    if "(" in label or label.casefold().startswith(_TOTALS):
        return label
    return f"{'all' if counts_in_its_label(page, series) else 'total'} {label}"


def _asked_whole(page: Presentation, figure: Figure) -> Series:
    """The series that the id's base names, or the figure's own."""
    series = figure.id.series
    for part in filter(None, figure.id.base.split(",")):
        if part in page.dataset.indicators:
            series = Series(part, series.ref_area)
        elif part in page.dataset.areas:
            series = Series(series.indicator, part, series.breakdown, series.counterpart_area)
        elif part == TOTAL or ("breakdown", part) in page.dataset.codes_by_key:
            series = Series(series.indicator, series.ref_area, part, series.counterpart_area)
    return series


def _whole_of(page: Presentation, series: Series) -> Series:
    return page.catalogue.observed.whole_of(series) or series
