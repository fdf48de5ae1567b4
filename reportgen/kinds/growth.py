"""Growth figures: computed rates, CAGR, implied bases, single months, contribution and pull."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from reportgen.calculations import cumulative, growth
from reportgen.calculations.comparability import (
    PeriodRule,
    Verdict,
    compare,
    compare_over_time,
    compare_scopes,
)
from reportgen.calculations.result import refused
from reportgen.dataset.records import Observation, Series
from reportgen.kinds import ratios, reasons
from reportgen.kinds.codes import Base
from reportgen.kinds.entry import (
    PERCENT,
    POINTS,
    Calculation,
    Entry,
    apply,
    computed,
    missing,
    without_number,
)
from reportgen.kinds.figure import FigureId, Kind
from reportgen.kinds.observed import both_notes
from reportgen.language import period_label
from reportgen.messages import UNSAID, Bilingual, Words
from reportgen.periods import Period, PeriodKind

if TYPE_CHECKING:
    from reportgen.kinds.catalogue import Catalogue


def growth_computed(catalogue: Catalogue, figure_id: FigureId, base: Base) -> Entry:
    """Growth over the same period of the year before, or over the base period named."""
    earlier = base.period or figure_id.period.year_before()
    return _between(catalogue, figure_id, earlier, base.unit, PeriodRule.LIKE, growth.growth)


def growth_pop(catalogue: Catalogue, figure_id: FigureId, base: Base) -> Entry:
    """Growth of a month over the month before, of a quarter over the quarter before (环比)."""
    earlier = base.period or figure_id.period.preceding()
    if figure_id.period.kind not in (PeriodKind.MONTH, PeriodKind.QUARTER) or earlier is None:
        return without_number(figure_id, PERCENT, reasons.ONLY_MONTHS_AND_QUARTERS)
    return _between(catalogue, figure_id, earlier, base.unit, PeriodRule.SAME_LENGTH, growth.growth)


def cagr(catalogue: Catalogue, figure_id: FigureId, base: Base) -> Entry:
    """Compound annual growth since the base period."""
    if base.period is None:
        return without_number(figure_id, PERCENT, reasons.NEEDS_PERIOD)
    years = Decimal(figure_id.period.last - base.period.last) / 12
    calculation = partial(growth.cagr, years=years)
    return _between(catalogue, figure_id, base.period, base.unit, PeriodRule.LIKE, calculation)


def implied_base(catalogue: Catalogue, figure_id: FigureId, base: Base) -> Entry:
    """What the reported growth, or else the reported multiple, says the level was in its base period."""
    observed, series, period = catalogue.observed, figure_id.series, figure_id.period
    unit = observed.unit_of(series)
    round_to = observed.round_to(series)
    reported = observed.by_id(figure_id.with_(kind=Kind.GROWTH_YOY))
    calculation: Calculation = growth.implied_base
    taken_as = UNSAID
    if reported is None:
        multiple = observed.by_id(figure_id.with_(kind=Kind.MULTIPLE))
        if multiple is not None and is_of_earlier_level(multiple):
            reported, calculation = multiple, growth.implied_by_multiple
            taken_as = multiple.note  # how its words and its base were read
    if reported is None:
        reason = reasons.not_stated(catalogue.dataset, series, period, Bilingual("a growth rate", "增速"))
        return without_number(figure_id, unit, reason, precision=round_to)
    rate = observed.entry(reported)
    levels = levels_at(catalogue, series, period)
    if not levels:
        reason = reasons.no_level(catalogue.dataset, series, period)
        return without_number(figure_id, unit, reason, [rate], precision=round_to)
    breaks = observed.breaks_of(series)
    verdicts = [(level, compare_scopes(level.side, rate.side, breaks)) for level in levels]
    level, verdict = next((pair for pair in verdicts if pair[1].comparable), verdicts[0])
    if verdict.reason:
        return without_number(figure_id, unit, verdict.reason, [level, rate], precision=round_to)
    earlier = base.period or reported.base_period or period.year_before()
    note: Words = Bilingual(
        f"Implied for {period_label(earlier, 'en')}.", f"为推算的{period_label(earlier, 'zh')}数值。"
    )
    note = both_notes(note, taken_as)
    result = apply(calculation, (level, rate))
    return computed(figure_id, unit, result, (level, rate), round_to=round_to, note=note)


def is_of_earlier_level(multiple: Observation) -> bool:
    """Whether a reported multiple says of which earlier level of its own series it is taken."""
    return multiple.base_period is not None and not multiple.base_area and not multiple.base_indicator


def single_month(catalogue: Catalogue, figure_id: FigureId, base: Base) -> Entry:
    """The month (or the months of a span) out of two cumulative figures of its year."""
    observed, series, period = catalogue.observed, figure_id.series, figure_id.period
    unit = base.unit or observed.unit_of(series)
    refuse = partial(without_number, figure_id, unit, precision=observed.round_to(series))
    if observed.is_stock(series):
        return refuse(reasons.STOCK_HAS_NO_MONTHS)
    if not cumulative.within_one_year(period):
        return refuse(reasons.NOT_WITHIN_A_YEAR)
    through, before = cumulative.cumulative_through(period), cumulative.cumulative_before(period)
    longer = [observed.entry(item) for item in observed.level(series, through, base.unit)]
    if before is None:
        return _opening_months(catalogue, figure_id, longer, unit)
    shorter = [observed.entry(item) for item in observed.level(series, before, base.unit)]
    if not longer or not shorter:
        absent = through if not longer else before
        together = period.first % 12 < 2 and period.months == 1
        has_both = bool(observed.level(series, cumulative.january_february(period), base.unit))
        reason = reasons.no_level(catalogue.dataset, series, absent)
        return refuse(reasons.PUBLISHED_TOGETHER if together and has_both else reason, longer or shorter)
    now, earlier, verdict = comparable_pair(catalogue, longer, shorter, PeriodRule.CUMULATIVE)
    if verdict.reason:
        return refuse(verdict.reason, [now, earlier])
    result = apply(cumulative.months_of, (now, earlier))
    return computed(figure_id, unit, result, (now, earlier), round_to=observed.round_to(series))


def contribution(catalogue: Catalogue, figure_id: FigureId, base: Base) -> Entry:
    """贡献率: the part's share of its whole's change on the year before."""
    return _part_of_change(catalogue, figure_id, base, PERCENT)


def pull(catalogue: Catalogue, figure_id: FigureId, base: Base) -> Entry:
    """拉动: the points of its whole's growth that the part makes up."""
    return _part_of_change(catalogue, figure_id, base, POINTS)


def levels_at(catalogue: Catalogue, series: Series, period: Period, unit: str = "") -> list[Entry]:
    """The levels stated for the period, or else the one that cumulative figures give for it."""
    observed = catalogue.observed
    stated = [observed.entry(item) for item in observed.level(series, period, unit)]
    if stated or period.kind not in (PeriodKind.MONTH, PeriodKind.QUARTER):
        return stated
    own_unit = "" if unit == observed.unit_of(series) else unit
    derived = catalogue.entry(FigureId(series, period, Kind.SINGLE_MONTH, own_unit))
    return [derived] if derived.term else []


def comparable_pair(
    catalogue: Catalogue, now: Sequence[Entry], earlier: Sequence[Entry], rule: PeriodRule
) -> tuple[Entry, Entry, Verdict]:
    """The first two that may be compared; where none may, the first two and why not."""
    series = now[0].figure.id.series
    breaks, stock = catalogue.observed.breaks_of(series), catalogue.observed.is_stock(series)
    refusal: tuple[Entry, Entry, Verdict] | None = None
    for one, other in product(now, earlier):
        verdict = compare(one.side, other.side, breaks, rule=rule, stock=stock)
        if verdict.comparable:
            return one, other, verdict
        refusal = refusal or (one, other, verdict)
    assert refusal is not None
    return refusal


def _between(
    catalogue: Catalogue,
    figure_id: FigureId,
    earlier_period: Period,
    unit: str,
    rule: PeriodRule,
    calculation: Calculation,
) -> Entry:
    series = figure_id.series
    if earlier_period.end >= figure_id.period.end:
        return without_number(figure_id, PERCENT, reasons.BASE_NOT_EARLIER)
    now = levels_at(catalogue, series, figure_id.period, unit)
    earlier = levels_at(catalogue, series, earlier_period, unit)
    if not now or not earlier:
        absent = earlier_period if now else figure_id.period
        reason = reasons.no_level(catalogue.dataset, series, absent)
        broken = compare_over_time(figure_id.period, earlier_period, catalogue.observed.breaks_of(series))
        return without_number(figure_id, PERCENT, broken.reason or reason, now or earlier)
    one, other, verdict = comparable_pair(catalogue, now, earlier, rule)
    if verdict.reason:
        return without_number(figure_id, PERCENT, verdict.reason, [one, other])
    return computed(figure_id, PERCENT, apply(calculation, (one, other)), (one, other))


def _opening_months(catalogue: Catalogue, figure_id: FigureId, longer: list[Entry], unit: str) -> Entry:
    """January, or January and February together: the cumulative figure is the number itself."""
    observed, series, period = catalogue.observed, figure_id.series, figure_id.period
    if longer:
        result = cumulative.opening_months(*(entry.term for entry in longer[:1] if entry.term))
        return computed(figure_id, unit, result, longer[:1], round_to=observed.round_to(series))
    together = observed.level(series, cumulative.january_february(period))
    reason = reasons.no_level(catalogue.dataset, series, period)
    if period.months == 1 and together:
        reason = reasons.PUBLISHED_TOGETHER
    return without_number(figure_id, unit, reason, precision=observed.round_to(series))


def _part_of_change(catalogue: Catalogue, figure_id: FigureId, base: Base, unit: str) -> Entry:
    whole = ratios.whole_asked(catalogue, figure_id, base)
    if whole is None:
        return without_number(figure_id, unit, reasons.NO_WHOLE)
    figure_id = figure_id.with_(base=str(whole.base))
    part_pair = _with_year_before(catalogue, figure_id.series, figure_id.period)
    whole_pair = _with_year_before(catalogue, whole.series, figure_id.period)
    for pair in (part_pair, whole_pair):
        if isinstance(pair, _Incomplete):
            return without_number(figure_id, unit, pair.reason, pair.inputs)
    assert not isinstance(part_pair, _Incomplete)
    assert not isinstance(whole_pair, _Incomplete)
    verdict = ratios.in_proportion(catalogue, part_pair[0], whole_pair[0])
    inputs = (*part_pair, *whole_pair)
    if verdict.reason:
        return without_number(figure_id, unit, verdict.reason, inputs)
    if figure_id.kind is Kind.CONTRIBUTION:
        return _worked_out(figure_id, unit, growth.contribution, inputs, growth.CONTRIBUTION)
    return _worked_out(figure_id, unit, growth.pull, (*part_pair, whole_pair[1]), growth.PULL)


def _worked_out(
    figure_id: FigureId, unit: str, calculation: Calculation, inputs: Sequence[Entry], formula: str
) -> Entry:
    """The calculation, or the refusal that an implied base with no number hands on to what rests on it."""
    open_base = missing(inputs)
    result = refused(open_base, formula) if open_base else apply(calculation, inputs)
    return computed(figure_id, unit, result, inputs)


@dataclass(frozen=True, slots=True)
class _Incomplete:
    """Why there is no pair of levels, and what there is of it."""

    reason: Words
    inputs: tuple[Entry, ...] = ()


def _with_year_before(
    catalogue: Catalogue, series: Series, period: Period
) -> tuple[Entry, Entry] | _Incomplete:
    """The level and its comparable one a year before: as stated, or else as the reported growth implies it.

    What the growth implies may be no number (more than 25, up more than 79.2%); the pair is there all the same.
    """
    now, earlier = levels_at(catalogue, series, period), levels_at(catalogue, series, period.year_before())
    if not now:
        return _Incomplete(reasons.no_level(catalogue.dataset, series, period))
    if earlier:
        one, other, verdict = comparable_pair(catalogue, now, earlier, PeriodRule.LIKE)
        if verdict.comparable:
            return one, other
    implied = catalogue.entry(FigureId(series, period, Kind.IMPLIED_BASE))
    if implied.term is not None:
        return now[0], implied
    if earlier and verdict.reason:
        return _Incomplete(verdict.reason, (one, other))
    if implied.figure.formula:  # there is a reported growth, but it implies no number
        return now[0], implied
    return _Incomplete(reasons.no_level(catalogue.dataset, series, period.year_before()), (now[0],))
