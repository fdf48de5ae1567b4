"""How findings name figures and numbers in sentences: "32.21 billion yuan", "322.1亿元", both languages at once.

Findings are read by the people who keep the data; documents are worded in ``figures``.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.dataset.records import TOTAL, Dataset, Measure, Observation, Series, Target
from reportgen.language import period_label
from reportgen.messages import Bilingual
from reportgen.values import Qualifier, Quantity, plain, rounded

_SCALES_EN = ((12, " trillion"), (9, " billion"), (6, " million"))
_SCALES_ZH = ((12, "万亿"), (8, "亿"), (4, "万"))
_UNITS = {
    "CNY": Bilingual(" yuan", "元"),
    "USD": Bilingual(" U.S. dollars", "美元"),
    "EUR": Bilingual(" euros", "欧元"),
    "percent": Bilingual("%", "%"),
    "percentage_points": Bilingual(" percentage points", "个百分点"),
    "times": Bilingual(" times", "倍"),
    "tonne": Bilingual(" tonnes", "吨"),
    "rank": Bilingual("", ""),
    "count": Bilingual("", ""),
}
_UNIT_NAMES = {
    "percent": Bilingual("percent", "百分比"),
    "percentage_points": Bilingual("percentage points", "百分点"),
    "rank": Bilingual("ranks", "位次"),
    "count": Bilingual("plain numbers", "个数"),
}
_QUALIFIERS = {
    Qualifier.EQ: Bilingual("", ""),
    Qualifier.GT: Bilingual("more than ", "超过"),
    Qualifier.GE: Bilingual("at least ", "不低于"),
    Qualifier.LT: Bilingual("less than ", "低于"),
    Qualifier.LE: Bilingual("at most ", "不超过"),
    Qualifier.ALMOST: Bilingual("almost ", "近"),
    Qualifier.ABOUT: Bilingual("about ", "约"),
}
_MEASURES = {
    Measure.LEVEL: Bilingual("", ""),
    Measure.GROWTH_YOY: Bilingual(", year-on-year growth", "同比增速"),
    Measure.DIFFERENCE_PP: Bilingual(", difference in percentage points", "增速之差"),
    Measure.SHARE: Bilingual(", share", "比重"),
    Measure.MULTIPLE: Bilingual(", multiple", "倍数"),
    Measure.RANK: Bilingual(", rank", "位次"),
}


def joined(*parts: Bilingual | str) -> Bilingual:
    """The parts one after another."""
    return Bilingual(
        "".join(part if isinstance(part, str) else part.en for part in parts),
        "".join(part if isinstance(part, str) else part.zh for part in parts),
    )


def unit_words(unit: str) -> Bilingual:
    return _UNITS.get(unit) or Bilingual(f" {unit}" if unit else "", unit)


def unit_name(unit: str) -> Bilingual:
    """A unit by itself, as in "recorded in yuan"; a code without a name stands for itself."""
    return _UNIT_NAMES.get(unit) or Bilingual(unit_words(unit).en.strip(), unit_words(unit).zh)


def as_stated(record: Observation | Target) -> Bilingual:
    """A record's number in the source's precision, with its qualifier: "almost 20 billion yuan"."""
    quantity = record.quantity
    if isinstance(record, Target) and quantity.qualifier is Qualifier.EQ:
        quantity = Quantity(quantity.text, quantity.unit_mult, Qualifier(record.operator))
    return joined(_QUALIFIERS[quantity.qualifier], amount(quantity.value, record.unit, quantity.precision))


def amount(value: Decimal, unit: str, precision: int | None = None) -> Bilingual:
    """A number with its unit, in words of thousands of millions or of 亿.

    ``precision`` is the power of ten of the last digit to show; without it, four significant digits.
    """
    if precision is None:
        precision = value.adjusted() - 3 if value else 0
    value = rounded(value, precision)
    words = unit_words(unit)
    return Bilingual(
        _scaled(value, precision, _SCALES_EN) + words.en, _scaled(value, precision, _SCALES_ZH) + words.zh
    )


def percent(value: Decimal, decimals: int = 1) -> str:
    """A percentage with its sign, the same in both languages."""
    return f"{rounded(value, -decimals):.{decimals}f}%"


def points(value: Decimal) -> Bilingual:
    return amount(value, "percentage_points", -2 if value != rounded(value, -1) else -1)


def name_of(dataset: Dataset, record: Observation | Target) -> Bilingual:
    """What a number is about: "Cross-border e-commerce imports and exports, Chongqing, 2021"."""
    measure = record.measure if isinstance(record, Observation) else Measure.LEVEL
    series, about = series_name(dataset, record.series), _MEASURES[measure]
    period_en, period_zh = period_label(record.period, "en"), period_label(record.period, "zh")
    return Bilingual(f"{series.en}, {period_en}{about.en}", f"{period_zh}{series.zh}{about.zh}")


def series_name(dataset: Dataset, series: Series) -> Bilingual:
    """What a series is about, the period apart; codes stand in where labels are missing."""
    indicator, area = dataset.indicators.get(series.indicator), dataset.areas.get(series.ref_area)
    what = indicator.label if indicator else Bilingual(series.indicator, series.indicator)
    where = area.label if area else Bilingual(series.ref_area, series.ref_area)
    details = [
        label_of(dataset, dimension, code)
        for dimension, code in (
            ("breakdown", series.breakdown),
            ("counterpart_area", series.counterpart_area),
        )
        if code != TOTAL
    ]
    detail_en = "".join(f" ({detail.en})" for detail in details)
    detail_zh = "".join(f"（{detail.zh}）" for detail in details)
    return Bilingual(f"{what.en}{detail_en}, {where.en}", f"{where.zh}{what.zh}{detail_zh}")


def label_of(dataset: Dataset, dimension: str, code: str) -> Bilingual:
    """The label of a dimension's code; the code itself where there is none."""
    known = dataset.codes_by_key.get((dimension, code))
    if known:
        return known.label
    area = dataset.areas.get(code) if dimension == "counterpart_area" else None
    return area.label if area else Bilingual(code, code)


def _scaled(value: Decimal, precision: int, scales: tuple[tuple[int, str], ...]) -> str:
    for power, word in scales:
        if abs(value) >= Decimal(1).scaleb(power):
            return f"{_digits(value.scaleb(-power), precision - power, '')}{word}"
    return _digits(value, precision, "," if scales is _SCALES_EN else "")


def _digits(value: Decimal, precision: int, separator: str) -> str:
    """Digits to the last one written; beyond two decimals zeros say nothing (650,000 is 65万, not 65.0000万)."""
    if precision >= 0 or precision < -2:
        whole, dot, decimals = plain(value).partition(".")
        return f"{int(whole):,}".replace(",", separator) + dot + decimals
    return f"{value:,.{-precision}f}".replace(",", separator)
