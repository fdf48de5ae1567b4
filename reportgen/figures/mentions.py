"""How clauses mention figures: their direction and qualifier, what they are taken against, the targets they are about."""

from __future__ import annotations

from reportgen.calculations.target_aims import Aim, aim_of
from reportgen.calculations.target_status import aims_down
from reportgen.dataset.names import area_name, series_name
from reportgen.dataset.records import Measure, Series, Target
from reportgen.dataset.vintages import REVISED
from reportgen.figures.numbers import qualifier_of, rounded_value
from reportgen.figures.presentation import Presentation
from reportgen.kinds.declaration import declaration_of
from reportgen.kinds.figure import Figure
from reportgen.kinds.stating import whole_of
from reportgen.language.clauses import Basis, Comparison, Direction, Mention, TargetName
from reportgen.units import PERCENT, RATES


def is_movement(figure: Figure) -> bool:
    """Whether a figure is itself a rise or a fall, which a direction word may say."""
    return declaration_of(figure.id.kind).moves


def is_yearly_growth(figure: Figure) -> bool:
    """Whether a figure is growth on the year before, reported or computed."""
    return declaration_of(figure.id.kind).usual_basis is Basis.YEAR_ON_YEAR


def is_period_inferred(document: Presentation, figure: Figure) -> bool:
    """Whether no source states the period that a figure is of: its own, or that of what it was worked out from at that period."""
    if figure.period_basis != "inferred" or figure.observation:
        return figure.period_basis == "inferred"
    inputs = (document.catalogue.get(item) for item in figure.inputs)
    return any(is_period_inferred(document, item) for item in inputs if item.id.period == figure.id.period)


def is_base_revised(document: Presentation, figure: Figure) -> bool:
    """Whether a figure is a growth or change from a level that was revised since it was first published."""
    if figure.observation is not None or figure.value is None or not is_movement(figure):
        return False
    *_, base = (document.catalogue.get(item) for item in figure.inputs)
    stated = document.dataset.observations.get(base.observation or "")
    if stated is None or stated.measure is not Measure.LEVEL:
        return False
    before = document.catalogue.known.superseded.get(stated.obs_id, ())
    return stated.status == REVISED or any(one.quantity.value != stated.quantity.value for one in before)


def mention(document: Presentation, figure: Figure) -> Mention:
    """A figure as clauses mention it. The document knows it by its key from now on."""
    document.figures[figure.key] = figure
    value = figure.value or 0
    return Mention(
        figure.key,
        direction_of(figure),
        qualifier_of(figure),
        qualifier_of(figure, magnitude=True),
        (value > 0) - (value < 0),
        figure.unit,
        is_yearly_growth(figure) and figure.unit == PERCENT and value >= _MANIFOLD,
        document.dataset.class_of(figure.unit) in RATES,
    )


_MANIFOLD = 500
"""From so many percent on, a growth is said as a multiple."""


def direction_of(figure: Figure) -> Direction:
    """Which way a growth or difference points, as far as its sign and its bound show."""
    value = rounded_value(figure)
    qualifier = qualifier_of(figure)
    if value is None:
        return Direction.OPEN
    if value == 0:
        return Direction.LEVEL if qualifier in ("eq", "about") else Direction.OPEN
    if value > 0:
        return Direction.OPEN if qualifier in ("lt", "le") else Direction.UP
    return Direction.OPEN if qualifier in ("gt", "ge") else Direction.DOWN


def target_of(figure: Figure) -> str:
    """The target that a figure is about; empty where it is about none."""
    return figure.id.target or (figure.target or "" if figure.is_published else "")


def target_name(document: Presentation, target: Target) -> TargetName:
    """A target as clauses speak of it."""
    dataset = document.dataset
    base = dataset.observations.get(target.base_obs or "")
    whole = (
        Series(target.base_indicator, target.series.ref_area)
        if target.base_indicator
        else document.catalogue.observed.whole_of(target.series)
    )
    aim = aim_of(dataset, target)
    at_base = base.quantity.value if base is not None and aim is Aim.LEVEL else None
    direction = dataset.indicators[target.series.indicator].direction
    return TargetName(
        series_name(dataset, target.series),
        target.period,
        target.operator,
        mention(document, document.catalogue.target_figure(target.target)),
        aim.value,
        base.period if base else None,
        series_name(dataset, whole) if whole else None,
        target.value_to is not None,
        aims_down(target.operator, direction, at_base, target.quantity.value),
    )


def comparison_of(document: Presentation, figure: Figure) -> Comparison:
    """What a growth, difference, multiple is taken against: what the id names, else the year before."""
    dataset, against = document.dataset, figure.base
    usual = declaration_of(figure.id.kind).usual_basis
    if usual is not None and against.period is None:
        return Comparison(usual)
    if against.period is not None:
        return Comparison(Basis.PERIOD, against.period)
    if against.area:
        basis = Basis.NATION if against.area == document.national_area else Basis.AREA
        return Comparison(basis, area=area_name(dataset, against.area))
    if against.indicator:
        other = Series(against.indicator, figure.id.series.ref_area)
        return Comparison(Basis.INDICATOR, series=series_name(dataset, other))
    if against.breakdown:
        return Comparison(Basis.WHOLE, series=whole_of(document, figure))
    return Comparison(Basis.YEAR_BEFORE)
