"""Figures set beside each other: shares, differences in points, multiples, balances, implied exchange rates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.calculations import ratios
from reportgen.calculations.areas import NO_DEFINITION, compare_definitions, neither_names_its_scope
from reportgen.calculations.comparability import PeriodRule, Verdict, compare, compare_side_by_side
from reportgen.calculations.result import Term
from reportgen.dataset.records import TOTAL, Series
from reportgen.kinds import reasons
from reportgen.kinds.codes import Base
from reportgen.kinds.entry import (
    PERCENT,
    POINTS,
    RATES,
    TIMES,
    TWO_DECIMALS,
    Entry,
    apply,
    computed,
    missing,
    without_number,
)
from reportgen.kinds.figure import FigureId, Kind
from reportgen.messages import UNSAID
from reportgen.periods import Period

if TYPE_CHECKING:
    from reportgen.kinds.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Whole:
    """What a series is a part of, and how an id's base part names it (empty where it is the default)."""

    series: Series
    base: Base


def wholes(catalogue: Catalogue, series: Series) -> list[Whole]:
    """Everything the series is a part of, the default first: by breakdown, partner, indicator, area."""
    observed, found = catalogue.observed, list[Whole]()
    default = observed.whole_of(series)
    if default is not None:
        found.append(Whole(default, Base()))
        if default.breakdown != TOTAL:
            total = Series(series.indicator, series.ref_area, TOTAL, series.counterpart_area)
            found.append(Whole(total, Base(breakdown=TOTAL)))
    area = catalogue.dataset.areas.get(series.ref_area)
    if area is not None and area.parent and area.parent in catalogue.dataset.areas:
        above = Series(series.indicator, area.parent, series.breakdown, series.counterpart_area)
        found.append(Whole(above, Base(area=area.parent)))
    return found


def whole_asked(catalogue: Catalogue, figure_id: FigureId, base: Base) -> Whole | None:
    """The whole an id means: the one its base names, or else the first that has a level for the period."""
    series, observed = figure_id.series, catalogue.observed
    if base.area or base.indicator or base.breakdown:
        other_indicator = base.indicator not in ("", series.indicator)
        breakdown = base.breakdown or (TOTAL if other_indicator else series.breakdown)
        asked = Series(
            base.indicator or series.indicator,
            base.area or series.ref_area,
            breakdown,
            series.counterpart_area if not other_indicator else TOTAL,
        )
        return Whole(asked, base)
    candidates = wholes(catalogue, series)
    with_level = (item for item in candidates if observed.level(item.series, figure_id.period))
    return next(with_level, candidates[0] if candidates else None)


def in_proportion(catalogue: Catalogue, one: Entry, other: Entry) -> Verdict:
    """Whether two amounts of one period may be divided or added up: also across areas, where a break stands against it."""
    verdict = beside(catalogue, one, other)
    if not verdict.comparable:
        return verdict
    series = (one.figure.id.series, other.figure.id.series)
    breaks = [catalogue.observed.breaks_of(item) for item in series]
    names = [reasons.area_name(catalogue.dataset, item.ref_area) for item in series]
    return compare_definitions(one.side, other.side, breaks[0], breaks[1], (names[0], names[1]))


def beside(catalogue: Catalogue, one: Entry, other: Entry) -> Verdict:
    """Whether two figures of different series and one period may stand beside each other."""
    observed = catalogue.observed
    one_series, other_series = one.figure.id.series, other.figure.id.series
    breaks = dict.fromkeys((*observed.breaks_of(one_series), *observed.breaks_of(other_series)))
    stock = observed.is_stock(one_series) and observed.is_stock(other_series)
    return compare_side_by_side(one.side, other.side, breaks, stock=stock)


def share(catalogue: Catalogue, figure_id: FigureId, base: Base) -> Entry:
    """The part's share of its whole, computed from the two levels."""
    if catalogue.observed.unit_of(figure_id.series) in RATES:
        return without_number(figure_id, PERCENT, reasons.NO_SHARE_OF_RATES)
    whole = whole_asked(catalogue, figure_id, base)
    if whole is None:
        return without_number(figure_id, PERCENT, reasons.NO_WHOLE)
    figure_id = figure_id.with_(base=str(whole.base))
    pair = _levels_beside(catalogue, figure_id, whole.series, PERCENT)
    if isinstance(pair, Entry):
        return pair
    return computed(figure_id, PERCENT, apply(ratios.share, pair), pair)


def multiple(catalogue: Catalogue, figure_id: FigureId, base: Base) -> Entry:
    """How many times the level of another period, area or indicator."""
    observed, series = catalogue.observed, figure_id.series
    if base.area or base.indicator:
        other = Series(
            base.indicator or series.indicator,
            base.area or series.ref_area,
            series.breakdown,
            series.counterpart_area,
        )
        pair = _levels_beside(catalogue, figure_id, other, TIMES)
    else:
        pair = _levels_over_time(catalogue, figure_id, base.period or figure_id.period.year_before())
    if isinstance(pair, Entry):
        return pair
    if observed.unit_of(series) in RATES:
        return without_number(figure_id, TIMES, reasons.NO_SHARE_OF_RATES, pair)
    return computed(figure_id, TIMES, apply(ratios.multiple, pair), pair)


def balance(catalogue: Catalogue, figure_id: FigureId, base: Base) -> Entry:
    """Exports less imports, in the exports' unit."""
    observed, series = catalogue.observed, figure_id.series
    unit, round_to = observed.unit_of(series), observed.round_to(series)
    imports = base.indicator or imports_of(catalogue, series.indicator)
    if not imports:
        return without_number(figure_id, unit, reasons.NO_PARTNER, precision=round_to)
    other = Series(imports, series.ref_area, series.breakdown, series.counterpart_area)
    pair = _levels_beside(catalogue, figure_id, other, unit)
    if isinstance(pair, Entry):
        return pair
    return computed(figure_id, unit, apply(ratios.balance, pair), pair, round_to=round_to)


def imports_of(catalogue: Catalogue, exports: str) -> str:
    """The imports that belong to an exports indicator: the one whose code says imports where this says exports."""
    imports = exports.replace("export", "import")
    return imports if imports != exports and imports in catalogue.dataset.indicators else ""


def difference_in_points(catalogue: Catalogue, figure_id: FigureId, base: Base) -> Entry:
    """One growth rate (or share) less that of another area, indicator or period; the year before by default."""
    series, period, kind = figure_id.series, figure_id.period, base.measure or Kind.GROWTH_YOY
    other = Series(
        base.indicator or series.indicator,
        base.area or series.ref_area,
        base.breakdown or (series.breakdown if base.indicator in ("", series.indicator) else TOTAL),
        series.counterpart_area,
    )
    same_series = other == series
    earlier = base.period or (period.year_before() if same_series else period)
    one = _rate(catalogue, series, period, Kind(kind))
    minus = _rate(catalogue, other, earlier, Kind(kind))
    pair = (one, minus)
    if reason := missing(pair):
        return without_number(figure_id, POINTS, reason, [entry for entry in pair if entry.term])
    if same_series:
        breaks = catalogue.observed.breaks_of(series)
        verdict = compare(one.side, minus.side, breaks, rule=PeriodRule.ANY)
    else:
        verdict = beside(catalogue, one, minus)
    if verdict.reason:
        return without_number(figure_id, POINTS, verdict.reason, pair)
    note = NO_DEFINITION if neither_names_its_scope(one.side, minus.side) else UNSAID
    return computed(figure_id, POINTS, apply(ratios.difference, pair), pair, note=note)


def implied_exchange_rate(catalogue: Catalogue, figure_id: FigureId, base: Base) -> Entry:
    """The rate behind an amount that one statement gives in two currencies."""
    key = (figure_id.series, figure_id.period, figure_id.target)
    for conversion in catalogue.conversions.get(key, ()):
        if base.unit in ("", conversion.foreign):
            pair = (
                _as_written(catalogue, conversion.amount),
                _as_written(catalogue, conversion.converted),
            )
            unit = f"{pair[0].figure.unit}_per_{conversion.foreign}"
            subjects = frozenset(entry.figure.observation or entry.figure.target or "" for entry in pair)
            return computed(
                conversion.figure_id,
                unit,
                apply(ratios.exchange_rate, pair),
                pair,
                round_to=TWO_DECIMALS,
                note=catalogue.doubtful_rates.get(subjects, UNSAID),
            )
    unit = catalogue.observed.unit_of(figure_id.series)
    return without_number(figure_id, unit, reasons.NO_CONVERSION, precision=TWO_DECIMALS)


def _as_written(catalogue: Catalogue, figure_id: FigureId) -> Entry:
    """An amount with its qualifier: a target's threshold converted as "about 15.62 billion" is itself rounded."""
    entry = catalogue.entry(figure_id)
    if not figure_id.target:
        return entry
    return Entry(entry.figure, Term.of(catalogue.dataset.targets[figure_id.target].quantity))


def _rate(catalogue: Catalogue, series: Series, period: Period, kind: Kind) -> Entry:
    """A growth rate as reported, or else as computed; a share likewise."""
    reported = catalogue.entry(FigureId(series, period, kind))
    if reported.term is not None or kind is not Kind.GROWTH_YOY:
        return reported
    worked_out = catalogue.entry(FigureId(series, period, Kind.GROWTH_COMPUTED))
    return worked_out if worked_out.term is not None else reported


def _levels_beside(
    catalogue: Catalogue, figure_id: FigureId, other: Series, unit: str
) -> tuple[Entry, Entry] | Entry:
    """The two series' levels for the period, or the figure without a number."""
    observed, period = catalogue.observed, figure_id.period
    precision = observed.round_to(figure_id.series) if figure_id.kind is Kind.BALANCE else -1
    one = [observed.entry(item) for item in observed.level(figure_id.series, period)]
    two = [observed.entry(item) for item in observed.level(other, period)]
    if not one or not two:
        reason = reasons.no_level(catalogue.dataset, other if one else figure_id.series, period)
        return without_number(figure_id, unit, reason, one or two, precision=precision)
    pairs = [(first, second) for first in one for second in two]
    found = next((pair for pair in pairs if in_proportion(catalogue, *pair).comparable), None)
    if found is not None:
        return found
    refusal = in_proportion(catalogue, *pairs[0]).reason
    assert refusal is not None
    return without_number(figure_id, unit, refusal, pairs[0], precision=precision)


def _levels_over_time(
    catalogue: Catalogue, figure_id: FigureId, earlier: Period
) -> tuple[Entry, Entry] | Entry:
    observed, series = catalogue.observed, figure_id.series
    if earlier.end >= figure_id.period.end:
        return without_number(figure_id, TIMES, reasons.BASE_NOT_EARLIER)
    one = [observed.entry(item) for item in observed.level(series, figure_id.period)]
    two = [observed.entry(item) for item in observed.level(series, earlier)]
    if not one or not two:
        reason = reasons.no_level(catalogue.dataset, series, earlier if one else figure_id.period)
        return without_number(figure_id, TIMES, reason, one or two)
    verdict = compare(one[0].side, two[0].side, observed.breaks_of(series), stock=observed.is_stock(series))
    if verdict.reason:
        return without_number(figure_id, TIMES, verdict.reason, (one[0], two[0]))
    return one[0], two[0]
