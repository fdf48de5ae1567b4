"""Declared sums: where an indicator is additive in a dimension, its parts come to the whole, within rounding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportgen.calculations.reconciliation.levels import (
    allowed,
    come_to,
    is_flow,
    same_ground,
)
from reportgen.dataset.names import as_stated, figure_name
from reportgen.dataset.record_findings import finding_about
from reportgen.dataset.records import TOTAL, Dataset, Measure, Observation, Series
from reportgen.dataset.tables import MONTHS_OF
from reportgen.findings import Finding, Severity
from reportgen.messages import Message
from reportgen.periods import Period, PeriodKind
from reportgen.record import Record, replace
from reportgen.units import unit_of
from reportgen.values import HUNDRED, ZERO, Amount, Interval

_FIELDS = {"breakdown": "breakdown", "partners": "counterpart_area"}


def parts_against_wholes(dataset: Dataset) -> Iterator[Finding]:
    """A finding where all the parts of a whole are stated, in a dimension that its indicator is declared to be additive in
    (districts, breakdowns or exports and imports, partners, months, quarters), and do not come to the whole.

    Each number may be anything that rounds to what is printed, so the tolerance grows with the number of parts.
    """
    children, splits = _Children(dataset), dict[Series, list[_SplitLevels]]()
    for whole in dataset.of_measure(Measure.LEVEL):
        of_series = splits.get(whole.series)
        if of_series is None:
            of_series = splits[whole.series] = [*_splits(dataset, children, whole.series)]
        for split in of_series:
            parts = _levels(split, whole) if unit_of(whole.unit).adds_up else []
            if parts and not come_to(parts, whole):
                yield _finding(dataset, whole, split.dimension, parts)


def shares_above_whole(dataset: Dataset) -> Iterator[Finding]:
    """A finding where the shares of the parts of one whole come to more than everything: of a classification, of the places of an
    area, of the indicators or partners that a whole is declared to be the sum of. A note where indicators may overlap."""
    families: defaultdict[tuple[object, ...], dict[Series, Observation]] = defaultdict(dict)
    for share in dataset.of_measure(Measure.SHARE):
        if not share.base_period and (split := _split_of(dataset, share)):
            members = families[(*split, share.period, share.scope)]
            other = members.get(share.series)
            if other is None or share.quantity.range.low < other.quantity.range.low:
                members[share.series] = share
    for (whole, *_), members in families.items():
        shares = [*members.values()]
        total = Interval.total([share.quantity.range for share in shares])
        if len(shares) > 1 and total.low > HUNDRED and all(allowed(one).low <= HUNDRED for one in shares):
            found = _shares(dataset, sorted(shares, key=lambda item: item.obs_id))
            yield found if _is_sum(dataset, whole, shares[0]) else found.with_(severity=Severity.NOTE)


def _split_of(dataset: Dataset, share: Observation) -> tuple[object, ...] | None:
    """The whole that a share is taken of, and the way in which it is split; nothing where the share is of no part of it."""
    series = share.series
    if share.base_area and share.base_indicator:
        return None
    if share.base_area:
        area = dataset.areas.get(series.ref_area)
        is_part = area is not None and area.parent == share.base_area and not area.is_group
        return (replace(series, ref_area=share.base_area), "areas") if is_part else None
    if share.base_indicator:
        indicator = dataset.indicators.get(series.indicator)
        is_part = indicator is not None and indicator.parent == share.base_indicator
        return (replace(series, indicator=share.base_indicator), "indicators") if is_part else None
    if series.counterpart_area != TOTAL:
        code = dataset.codes_by_key.get(("counterpart_area", series.counterpart_area))
        is_part = _is_additive(dataset, series, "partners") and series.breakdown == TOTAL
        return (
            (replace(series, counterpart_area=(code.parent if code else None) or TOTAL), "partners")
            if is_part
            else None
        )
    code = dataset.codes_by_key.get(("breakdown", series.breakdown))
    first_word, _, rest = series.breakdown.partition("_")
    parent = (code.parent if code else None) or TOTAL
    if series.breakdown == TOTAL or not (rest or parent != TOTAL):
        return None
    return replace(series, breakdown=parent), first_word if parent == TOTAL else ""


def _is_sum(dataset: Dataset, whole: object, share: Observation) -> bool:
    """Whether no unit is counted in two parts of a whole: indicators under one parent may overlap where it is no declared sum."""
    return not share.base_indicator or (
        isinstance(whole, Series) and _is_additive(dataset, whole, "breakdown")
    )


def _is_additive(dataset: Dataset, series: Series, dimension: str) -> bool:
    indicator = dataset.indicators.get(series.indicator)
    return indicator is not None and dimension in indicator.additive


class _Children:
    """The parts of series by ``parent``: areas, codes of a dimension that an indicator uses, indicators."""

    def __init__(self, dataset: Dataset) -> None:
        self.areas: defaultdict[str, list[str]] = defaultdict(list)
        for area in dataset.areas.values():
            if area.parent and not area.is_group:
                self.areas[area.parent].append(area.ref_area)
        self.indicators: defaultdict[str, list[str]] = defaultdict(list)
        for indicator in dataset.indicators.values():
            if indicator.parent:
                self.indicators[indicator.parent].append(indicator.indicator)
        self._dataset = dataset
        self._used: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for series in dataset.by_series:
            self._used[series.indicator, "breakdown"][series.breakdown] = None
            self._used[series.indicator, "counterpart_area"][series.counterpart_area] = None

    def codes(self, indicator: str, field: str, own: str) -> list[str]:
        used = self._used[indicator, field]
        found = (self._dataset.codes_by_key.get((field, code)) for code in used if code not in (TOTAL, own))
        return sorted(code.code for code in found if code is not None and (code.parent or TOTAL) == own)


Levels = Mapping[Period, Sequence[Observation]]
"""The levels of a series by their period."""


class _SplitLevels(Record):
    """A way in which a whole is split in a dimension: the levels of its parts; ``months``: of itself, in parts of so many months."""

    dimension: str
    parts: tuple[Levels, ...]
    months: int = 0


def _splits(dataset: Dataset, children: _Children, whole: Series) -> Iterator[_SplitLevels]:
    """The ways in which the levels of a series are split: in a dimension one, or one for each classification."""
    indicator = dataset.indicators.get(whole.indicator)
    for dimension in indicator.additive if indicator else ():
        if months := MONTHS_OF.get(dimension):
            if is_flow(dataset, whole):
                yield _SplitLevels(dimension, (dataset.by_period(whole),), months)
            continue
        for parts in _parts(children, whole, dimension):
            if len(parts) > 1:
                yield _SplitLevels(dimension, tuple(map(dataset.by_period, parts)))


def _parts(children: _Children, whole: Series, dimension: str) -> Iterator[list[Series]]:
    if dimension == "areas":
        yield [replace(whole, ref_area=area) for area in children.areas.get(whole.ref_area, ())]
    elif (field := _FIELDS.get(dimension)) is not None:
        own = getattr(whole, field)
        codes = children.codes(whole.indicator, field, own)
        for group in _classifications(codes):
            yield [whole.with_code(field, code) for code in group]
        if dimension == "breakdown" and own == TOTAL and not codes:
            yield [replace(whole, indicator=part) for part in children.indicators.get(whole.indicator, ())]


def _classifications(codes: list[str]) -> list[list[str]]:
    """``SIZE_LARGE`` and ``SIZE_SMALL`` split a whole in one way, ``MODE_GENERAL`` and ``MODE_OTHER`` in another."""
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for code in codes:
        by_word[code.partition("_")[0] if "_" in code else ""].append(code)
    several = len(by_word) > 1 and all(word and len(group) > 1 for word, group in by_word.items())
    return list(by_word.values()) if several else [codes]


def _within(period: Period, months: int) -> Iterator[Period]:
    fits = period.kind is not PeriodKind.DAY and period.months > months
    if not fits or period.first % months or period.months % months:
        return
    for first in range(period.first, period.last + 1, months):
        yield Period.span_of(first, first + months - 1)


def _levels(split: _SplitLevels, whole: Observation) -> list[Observation]:
    """The first fitting level of each part; none where a part has none, or there are no two."""
    period = whole.period
    if split.months:
        at_parts = [split.parts[0].get(part, ()) for part in _within(period, split.months)]
    else:
        at_parts = [levels.get(period, ()) for levels in split.parts]
    found = []
    for levels in at_parts:
        for level in levels:
            if same_ground(level, whole):
                found.append(level)
                break
        else:
            return []
    return found if len(found) > 1 else []


def _finding(dataset: Dataset, whole: Observation, dimension: str, parts: list[Observation]) -> Finding:
    total = sum((part.quantity.value for part in parts), ZERO)
    precision = max(item.quantity.precision for item in (whole, *parts))
    difference = total - whole.quantity.value
    return finding_about(
        "parts-against-whole",
        Severity.WARNING,
        (whole, *parts),
        variant="in-time" if dimension in MONTHS_OF else "",
        name=figure_name(dataset, whole),
        whole=as_stated(whole),
        count=len(parts),
        dimension=Message(f"calculations.parts-{dimension}"),
        total=Amount(total, whole.unit, precision),
        difference=Amount(abs(difference), whole.unit, precision),
        is_more=difference > ZERO,
    )


def _shares(dataset: Dataset, shares: list[Observation]) -> Finding:
    total = sum((share.quantity.value for share in shares), ZERO)
    return finding_about(
        "shares-above-whole",
        Severity.WARNING,
        shares,
        name=figure_name(dataset, shares[0]),
        count=len(shares),
        total=Amount(total, shares[0].unit, max(share.quantity.precision for share in shares)),
    )
