"""Parts against their wholes: breakdowns, sub-areas and component indicators of one period and unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from reportgen.calculations.reconciliation.levels import (
    allowed,
    is_counted_up,
    same_ground,
)
from reportgen.dataset.names import as_stated, figure_name
from reportgen.dataset.record_findings import finding_about
from reportgen.dataset.records import TOTAL, Dataset, Measure, Observation, Series
from reportgen.findings import Finding, Severity
from reportgen.messages import Message
from reportgen.periods import Period
from reportgen.record import Record, replace
from reportgen.units import unit_of
from reportgen.values import Interval


class Split(Record):
    """A way in which a whole is split. ``disjoint``: no unit can be counted in two of its parts."""

    name: str
    disjoint: bool


class Family(Record):
    """A whole whose parts split it in one way."""

    whole: Observation
    disjoint: bool


def parts_above_wholes(dataset: Dataset) -> Iterator[Finding]:
    """A finding where a part exceeds its whole, or the parts of one classification together do, whatever the
    rounding and qualifiers allow. A lower bound ("over 470 billion") contradicts no larger part."""
    families: dict[tuple[str, ...], tuple[Family, list[Observation]]] = {}
    wholes: dict[Series, list[tuple[str, Mapping[Period, Sequence[Observation]], Split | None]]] = {}
    for part in dataset.of_measure(Measure.LEVEL):
        above = wholes.get(part.series)
        if above is None:
            above = wholes[part.series] = [
                (dimension, dataset.by_period(series), _split_by(dataset, part.series, series, dimension))
                for dimension, series in _wholes_of(dataset, part.series)
                if series in dataset.by_series
                and is_counted_up(dataset, part.series)
                and is_counted_up(dataset, series)
            ]
        for dimension, levels, split in above:
            for whole in levels.get(part.period, ()) if unit_of(part.unit).adds_up else ():
                if not same_ground(part, whole):
                    continue
                if part.quantity.value > whole.quantity.value and _is_above([part], whole):
                    yield _part_above(dataset, part, whole)
                elif split:
                    key = (whole.obs_id, dimension, split.name)
                    if key not in families:
                        families[key] = (Family(whole, split.disjoint), [])
                    families[key][1].append(part)
    for family, parts in families.values():
        if len(parts) > 1 and _is_above(parts, family.whole):
            yield _parts_above(dataset, family, parts)


def _is_above(parts: list[Observation], whole: Observation) -> bool:
    """Whether parts exceed a whole, whatever rounding and qualifiers allow: these only bring plain numbers closer."""
    if sum([part.quantity.value for part in parts]) <= whole.quantity.value:
        return False
    return Interval.total([allowed(part) for part in parts]).low > allowed(whole).high


def _wholes_of(dataset: Dataset, series: Series) -> Iterator[tuple[str, Series]]:
    """The series that this one is a part of, one dimension at a time, nearest first."""
    for code in _ancestors(series.breakdown, lambda code: _parent_code(dataset, "breakdown", code)):
        yield "breakdown", replace(series, breakdown=code)
    for code in _ancestors(
        series.counterpart_area, lambda code: _parent_code(dataset, "counterpart_area", code)
    ):
        yield "counterpart_area", replace(series, counterpart_area=code)
    for code in _ancestors(series.ref_area, lambda code: _parent_area(dataset, code)):
        yield "ref_area", replace(series, ref_area=code)
    for code in _ancestors(series.indicator, lambda code: _parent_indicator(dataset, code)):
        yield "indicator", replace(series, indicator=code)


def _ancestors(code: str, parent_of: Callable[[str], str | None]) -> Iterator[str]:
    seen = {code}
    parent = parent_of(code)
    while parent is not None and parent not in seen:
        yield parent
        seen.add(parent)
        parent = parent_of(parent)


def _parent_code(dataset: Dataset, dimension: str, code: str) -> str | None:
    if code == TOTAL:
        return None
    known = dataset.codes_by_key.get((dimension, code))
    return (known.parent if known else None) or TOTAL


def _parent_area(dataset: Dataset, code: str) -> str | None:
    area = dataset.areas.get(code)
    return area.parent if area else None


def _parent_indicator(dataset: Dataset, code: str) -> str | None:
    indicator = dataset.indicators.get(code)
    return indicator.parent if indicator else None


def _split_by(dataset: Dataset, part: Series, whole: Series, dimension: str) -> Split | None:
    """The classification that the part belongs to, or ``None`` where parts may not be added.

    Places under one parent split it. Breakdown codes do when the code list gives them a parent of their own, or
    a first word in common (``SIZE_LARGE``, ``SIZE_SMALL``). Indicators under one parent may overlap.
    """
    if dimension == "ref_area":
        area = dataset.areas.get(part.ref_area)
        is_split = area is not None and not area.is_group and area.parent == whole.ref_area
        return Split(whole.ref_area, True) if is_split else None
    if dimension == "breakdown":
        if _parent_code(dataset, dimension, part.breakdown) != whole.breakdown:
            return None
        first_word, _, rest = part.breakdown.partition("_")
        if whole.breakdown != TOTAL:
            return Split(whole.breakdown, True)
        return Split(first_word, True) if rest else None
    if dimension == "indicator":
        nearest = _parent_indicator(dataset, part.indicator) == whole.indicator
        return Split(whole.indicator, False) if nearest else None
    return None


def _part_above(dataset: Dataset, part: Observation, whole: Observation) -> Finding:
    return finding_about(
        "part-above-total",
        Severity.WARNING,
        (part, whole),
        name=figure_name(dataset, part),
        part=as_stated(part),
        whole_id=whole.obs_id,
        whole_name=figure_name(dataset, whole),
        whole=as_stated(whole),
    )


def _parts_above(dataset: Dataset, family: Family, parts: list[Observation]) -> Finding:
    whole = family.whole
    return finding_about(
        "parts-above-total",
        Severity.WARNING if family.disjoint else Severity.NOTE,
        (whole, *parts),
        name=figure_name(dataset, whole),
        whole=as_stated(whole),
        ids=tuple(Message("calculations.quoted", text=part.obs_id) for part in parts),
        parts=tuple(as_stated(part) for part in parts),
    )
