"""Names of a dataset's series, areas, figures and codes, made of its labels; codes stand in where labels are missing."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportgen.dataset.records import TOTAL, Dataset, Indicator, Measure, Observation, Series, Target
from reportgen.language.direction_reader import may_be_of_either_sign
from reportgen.messages import UNSAID, Bilingual
from reportgen.names import AreaName, CodeName, FigureName, SeriesName
from reportgen.record import replace
from reportgen.values import Amount, Qualifier


def series_name(dataset: Dataset, series: Series) -> SeriesName:
    """What a series measures, and for whom."""
    indicator = dataset.indicators.get(series.indicator)
    breakdown, partner = series.breakdown, series.counterpart_area
    label = indicator.label if indicator else _by_code(series.indicator)
    return SeriesName(
        series.indicator,
        label,
        area_name(dataset, series.ref_area),
        None if breakdown == TOTAL else label_of(dataset, "breakdown", breakdown),
        None if partner == TOTAL else label_of(dataset, "counterpart_area", partner),
        **_of_indicator(indicator),
        proper=dataset.words_of_places,
    )


def _of_indicator(indicator: Indicator | None) -> dict[str, Any]:
    """What the words around an indicator's numbers depend on."""
    if indicator is None:
        return {}
    return {
        "pattern": indicator.part_label,
        "counter": indicator.counter,
        "is_count": indicator.unit == "count",
        "is_flow": indicator.kind == "flow",
        "rises_well": indicator.direction == "up",
    }


def figure_name(dataset: Dataset, record: Observation | Target) -> FigureName:
    """What the number of an observation or target is about."""
    measure = record.measure if isinstance(record, Observation) else Measure.LEVEL
    return FigureName(series_name(dataset, record.series), record.period, measure.value)


def as_stated(record: Observation | Target) -> Amount:
    """A record's number in the source's precision, with its qualifier or a target's operator."""
    stated = Amount.of(record.quantity, record.unit)
    if isinstance(record, Target) and stated.qualifier is Qualifier.EQ:
        return Amount(stated.value, stated.unit, stated.precision, Qualifier(record.operator))
    return stated


def as_counted(dataset: Dataset, record: Observation | Target) -> Amount:
    """The same; a count with the counter word of its indicator: about 10 firms, 约10家."""
    indicator = dataset.indicators.get(record.series.indicator)
    counter = indicator.counter if indicator and record.unit == "count" else UNSAID
    return replace(as_stated(record), counter=counter)


def area_name(dataset: Dataset, ref_area: str) -> AreaName:
    """An area by its label."""
    area = dataset.areas.get(ref_area)
    return AreaName(
        ref_area,
        area.label if area else _by_code(ref_area),
        is_group=area is not None and area.is_group,
        is_nation=ref_area == dataset.nation,
    )


def scope_name(dataset: Dataset, scope: str) -> CodeName:
    """A scope by its label."""
    return CodeName("scope", scope, label_of(dataset, "scope", scope))


def label_of(dataset: Dataset, dimension: str, code: str) -> Bilingual:
    """The label of a dimension's code; the code itself where there is none."""
    known = dataset.codes_by_key.get((dimension, code))
    if known:
        return known.label
    area = dataset.areas.get(code) if dimension == "counterpart_area" else None
    return area.label if area else _by_code(code)


def _by_code(code: str) -> Bilingual:
    return Bilingual(code, code)


def may_lie_below_zero(dataset: Dataset, indicator: str) -> bool:
    """Whether an indicator's label names what may lie above or below zero: a balance, a net flow, a profit."""
    record = dataset.indicators.get(indicator)
    return record is not None and _is_of_either_sign(*record.label.wordings)


@lru_cache(maxsize=4096)
def _is_of_either_sign(*labels: str) -> bool:
    return any(may_be_of_either_sign(label) for label in labels)
