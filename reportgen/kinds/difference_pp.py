"""``difference_pp``: one growth rate, share or level in percent less that of another area, indicator or period; percentage points."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations import ratios
from reportgen.calculations.areas import NO_DEFINITION, breaks_of_one_alone, neither_names_its_scope
from reportgen.calculations.comparability import PeriodRule, compare
from reportgen.dataset.records import Measure, Observation, Series
from reportgen.kinds import reasons
from reportgen.kinds.declaration import (
    Base,
    ColumnOf,
    Declaration,
    FigureEntry,
    FigureId,
    Inputs,
    Kind,
    Sheet,
    apply,
    computed,
    missing,
    without_number,
)
from reportgen.kinds.stating import FOLLOWS, Clause, Figure, StatesFigures, whole_of
from reportgen.kinds.template_name import TemplateName, named_base
from reportgen.kinds.usable_levels import beside
from reportgen.kinds.wholes import wholes
from reportgen.kinds.yearly_growth import growth_entry
from reportgen.messages import UNSAID
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.units import PERCENT, POINTS


def _figure(inputs: Inputs, figure_id: FigureId, base: Base) -> FigureEntry:
    series, period = figure_id.series, figure_id.period
    kind = _compared(inputs, series, base)
    other = replace(base.series(series), counterpart_area=series.counterpart_area)
    same_series = other == series
    earlier = base.period or (period.year_before() if same_series else period)
    pair = _rates(inputs, (series, period), (other, earlier), kind)
    one, minus = pair
    if reason := missing(pair):
        return without_number(figure_id, POINTS, reason, [entry for entry in pair if entry.term])
    if _is_reported(one) != _is_reported(minus):
        return without_number(figure_id, POINTS, reasons.NOT_ONE_BASIS, pair)
    if one.figure.prices and minus.figure.prices and one.figure.prices != minus.figure.prices:
        return without_number(figure_id, POINTS, reasons.MIXED_PRICES, pair)
    if same_series:
        verdict = compare(one.side, minus.side, inputs.observed.breaks_of(series), rule=PeriodRule.ANY)
    else:
        verdict = beside(inputs, one, minus)
    if verdict.reason:
        return without_number(figure_id, POINTS, verdict.reason, pair)
    note = NO_DEFINITION if neither_names_its_scope(one.side, minus.side) else UNSAID
    difference = ratios.beyond_rounding(apply(ratios.difference, pair))
    as_written = max(entry.figure.precision for entry in pair) if kind is Kind.LEVEL else None
    return computed(figure_id, POINTS, difference, pair, note=note, round_to=as_written)


def _compared(inputs: Inputs, series: Series, base: Base) -> Kind:
    """What is set against each other: what the base names, else of a rate its levels, of all else their growth."""
    if base.measure:
        return Kind(base.measure)
    return Kind.LEVEL if inputs.observed.unit_of(series) == PERCENT else Kind.GROWTH_YOY


def _rates(
    inputs: Inputs, one: tuple[Series, Period], other: tuple[Series, Period], kind: Kind
) -> tuple[FigureEntry, FigureEntry]:
    """Each rate as reported, and as computed from levels only where it is not, so that a difference is of the growth that is
    stated beside it; shares as they are."""
    reported = (inputs.figure(FigureId(*one, kind)), inputs.figure(FigureId(*other, kind)))
    if kind is not Kind.GROWTH_YOY or not missing(reported):
        return reported
    first, second = (growth_entry(inputs.figure, *side) for side in (one, other))
    return first or reported[0], second or reported[1]


def _is_reported(entry: FigureEntry) -> bool:
    return entry.figure.id.kind is not Kind.GROWTH_COMPUTED


def _list(kind: Kind, inputs: Inputs, series: Series) -> Iterator[FigureId]:
    """Each reported growth against that of the area above, of its wholes, and of the cumulative months before; each level in
    percent against that of the area above."""
    above = _above(inputs, series)
    if above is not None and inputs.observed.unit_of(series) == PERCENT:
        for level in inputs.observed.of_series(series, Measure.LEVEL):
            if inputs.observed.level(above, level.period):
                yield FigureId(series, level.period, kind, Base(area=above.ref_area).codes)
    for growth in inputs.observed.of_series(series, Measure.GROWTH_YOY):
        for base in _bases(inputs, growth):
            yield FigureId(series, growth.period, kind, base.codes)


def _above(inputs: Inputs, series: Series) -> Series | None:
    """The same of the area above; ``None`` where there is none."""
    area = inputs.dataset.areas.get(series.ref_area)
    return replace(series, ref_area=area.parent) if area is not None and area.parent else None


def _bases(inputs: Inputs, growth: Observation) -> Iterator[Base]:
    series, period, observed = growth.series, growth.period, inputs.observed
    above = _above(inputs, series)
    if above is not None and observed.observations_at(above, period, Measure.GROWTH_YOY):
        yield Base(area=above.ref_area)
    for whole in wholes(inputs, series):
        base = _named(series, whole.series)
        if base is not None and observed.observations_at(whole.series, period, Measure.GROWTH_YOY):
            yield base
    before = period.a_month_shorter
    if before and observed.observations_at(series, before, Measure.GROWTH_YOY):
        yield Base(period=before)


def _named(series: Series, whole: Series) -> Base | None:
    """How an id names the whole of the area's own that a rate is set against, or ``None`` for what it cannot name."""
    if whole.ref_area != series.ref_area or whole.counterpart_area != series.counterpart_area:
        return None
    if whole.indicator != series.indicator:
        return Base(indicator=whole.indicator)
    return Base(breakdown=whole.breakdown)


def _clause(document: StatesFigures, figure: Figure, clause: Clause) -> Clause:
    """Of shares and of rates otherwise than of growth; of growth against an earlier one, which way each of the two points."""
    base, at = figure.base, figure.id
    if base.measure == Measure.SHARE:
        return replace(clause, verb="share_differed", whole=whole_of(document, figure))
    if not figure.is_published and document.dataset.indicators[at.series.indicator].unit == PERCENT:
        return replace(clause, verb="rate_differed")
    if base.indicator or base.breakdown or not (base.period or base.area):
        return clause
    rates = [document.catalogue.get(item) for item in figure.inputs] or [
        document.figure(at.series, period, Kind.GROWTH_YOY)
        for period in (at.period, base.period)
        if period is not None
    ]
    if len(rates) != 2 or any(rate.value is None for rate in rates):
        return clause
    now, before = (document.direction(rate) for rate in rates)
    earlier = document.mention(rates[1]) if base.period else None
    is_open = _is_definition_open(document, figure)
    return replace(clause, now=now, before=before, earlier=earlier, is_definition_open=is_open)


def _is_definition_open(document: StatesFigures, figure: Figure) -> bool:
    """Whether the growth of two areas is set against each other though one series was defined anew and the other was not: one
    stretch of it at most is defined as the other is, and no source says which."""
    if figure.note != NO_DEFINITION:
        return False
    one, other = figure.id.series, figure.base.series(figure.id.series)
    breaks = [tuple(document.catalogue.observed.breaks_of(series)) for series in (one, other)]
    return bool(breaks_of_one_alone(*breaks) or breaks_of_one_alone(*reversed(breaks)))


KIND = Declaration(
    "difference_pp",
    order=220,
    figure=_figure,
    measure=Measure.DIFFERENCE_PP,
    list_series=_list,
    unit=POINTS,
    verb="growth_differed",
    form=FOLLOWS,
    clause=_clause,
    moves=True,
    direction_words="difference",
    template_name=TemplateName("difference", brackets=named_base, alone=True, against_nation=True),
    column=ColumnOf("difference", ".difference({national})"),
    sheet=Sheet.STRUCTURE,
)
