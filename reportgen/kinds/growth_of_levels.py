"""Which growth goes with a level in its sentence, and what that is set against."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.dataset.records import Measure, Series
from reportgen.dataset.vintages import AT_CURRENT_PRICES
from reportgen.kinds.figure import Figure, Kind
from reportgen.kinds.reasons import no_level
from reportgen.kinds.stating import Shows, StatesFigures, differences
from reportgen.kinds.yearly_growth import reported_else_computed
from reportgen.language.clauses import Basis, Clause, Comparison
from reportgen.periods import Period
from reportgen.units import RATES


def growth_of(document: Shows, figure: Figure) -> Figure | None:
    """The growth that goes with a level, in its currency: on the year before as reported, else as computed, else on an earlier
    period as reported, else none; of a rate its change. What was published with a value that the level was revised from is not its."""

    def find(kind: Kind) -> Figure:
        return document.figure(figure.id.series, figure.id.period, kind, figure.id.base)

    def is_known(growth: Figure) -> bool:
        return growth.value is not None and not _is_of_earlier_issue(document, figure, growth)

    if document.dataset.class_of(figure.unit) in RATES:
        change = find(Kind.CHANGE)
        return change if is_known(change) else None
    growth = reported_else_computed(find, is_known)
    return growth or (None if figure.id.base else _on_earlier_period(document, figure))


def growth_on_year_before(document: Shows, series: Series, period: Period) -> Figure:
    """The growth of a series as reported, else as computed; where there is neither, why it cannot be computed."""

    def find(kind: Kind) -> Figure:
        return document.figure(series, period, kind)

    known = reported_else_computed(find, lambda growth: growth.value is not None)
    return known or find(Kind.GROWTH_COMPUTED)


def growth_alone(document: StatesFigures, figure: Figure) -> Iterator[Clause]:
    """In place of a level that there is none of, such as that of industrial output: the growth that is published alone."""
    series, period = figure.id.series, figure.id.period
    if figure.id.base or figure.reason != no_level(document.dataset, series, period):
        return
    growth = document.figure(series, period, Kind.GROWTH_YOY)
    if growth.value is not None and document.dataset.class_of(figure.unit) not in RATES:
        yield document.clause(growth)
        yield from beside_growth(document, figure)


def real_growth_beside(document: Shows, growth: Figure) -> Figure | None:
    """The one growth that is reported at constant prices beside one at current prices: 扣除价格因素，实际增长5.5%."""
    if growth.id.kind is not Kind.GROWTH_YOY or growth.id.base or growth.prices not in AT_CURRENT_PRICES:
        return None
    reported = document.dataset.observations_at(growth.id.series, growth.id.period, Measure.GROWTH_YOY)
    found = [document.catalogue.observation_figure(one) for one in reported if one.prices == "constant"]
    return found[0] if len(found) == 1 and found[0].value is not None and not found[0].base.period else None


def _is_of_earlier_issue(document: Shows, level: Figure, growth: Figure) -> bool:
    rate = document.dataset.observations.get(growth.observation or "")
    return rate is not None and document.catalogue.observed.is_revised_since(level.observation, rate)


def _on_earlier_period(document: Shows, figure: Figure) -> Figure | None:
    """Growth that a source reports on an earlier period than the year before: 比2019年增长8.1%."""
    reported = document.catalogue.observed.of_series(figure.id.series, Measure.GROWTH_YOY)
    known = (document.catalogue.observation_figure(one) for one in reported if one.period == figure.id.period)
    return max(
        (growth for growth in known if growth.value is not None and growth.base.period is not None),
        key=lambda growth: growth.base.period.end if growth.base.period else 0,
        default=None,
    )


def refused_growth(document: Shows, figure: Figure) -> Figure | None:
    """The growth that a level has none of, with the reason; ``None`` where it has one, or is in another currency."""
    if figure.id.kind is not Kind.LEVEL or figure.id.base or growth_of(document, figure) is not None:
        return None
    return document.figure(figure.id.series, figure.id.period, Kind.GROWTH_COMPUTED)


def beside_growth(document: StatesFigures, figure: Figure) -> Iterator[Clause]:
    """The growth of a level against that of the months before and of the nation."""
    series, period = figure.id.series, figure.id.period
    if (before := period.a_month_shorter) is not None:
        yield from differences(document, figure, str(before), Comparison(Basis.MONTHS, before))
    national = document.national_area
    if national in document.dataset.areas and national != series.ref_area:
        yield from differences(document, figure, national)
