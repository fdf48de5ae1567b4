"""Direction words: up or down, faster or slower, higher or lower, right for the sign and for what a bound allows.

"More than -5%" may be a rise, so no direction is claimed for it; "more than 5%" is a rise, and so is "nearly 5%".
Growth changes by percent, a rate or a share by percentage points: the words never mix them.
"""

from __future__ import annotations

from enum import Enum

from reportgen.content import Number
from reportgen.figures.figure import Figure
from reportgen.figures.numbers import NumberStyle, qualifier_of, rounded_value
from reportgen.figures.presentation import Line, Presentation
from reportgen.periods import Period, PeriodKind

MAGNITUDE = NumberStyle(magnitude=True)


class Direction(Enum):
    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    OPEN = "open"
    """The bound leaves both directions possible."""


def direction_of(figure: Figure) -> Direction:
    """Which way a growth or difference points, as far as its sign and its bound tell."""
    value = rounded_value(figure)
    qualifier = qualifier_of(figure)
    if value is None:
        return Direction.OPEN
    if value == 0:
        return Direction.LEVEL if qualifier in ("eq", "about") else Direction.OPEN
    if value > 0:
        return Direction.OPEN if qualifier in ("lt", "le") else Direction.UP
    return Direction.OPEN if qualifier in ("gt", "ge") else Direction.DOWN


def growth_clause(page: Presentation, figure: Figure, comparison: str) -> Line:
    """``up 63.3% year on year`` / 同比增长63.3%. ``comparison`` is the language's phrase for the base."""
    number = page.number(figure, MAGNITUDE)
    direction = direction_of(figure)
    if page.language == "zh":
        return _growth_zh(page, figure, number, direction, comparison)
    if direction is Direction.LEVEL:
        return Line("unchanged ", comparison)
    if direction is Direction.OPEN:
        return Line("with growth of ", page.number(figure), " ", comparison)
    return Line("up " if direction is Direction.UP else "down ", number, " ", comparison)


def growth_verb(page: Presentation, figure: Figure, comparison: str) -> Line:
    """``grew 63.3% year on year`` / 同比增长63.3%."""
    if page.language == "zh":
        return growth_clause(page, figure, comparison)
    direction = direction_of(figure)
    if direction is Direction.LEVEL:
        return Line("remained unchanged ", comparison)
    if direction is Direction.OPEN:
        return Line("changed by ", page.number(figure), " ", comparison)
    verb = "grew " if direction is Direction.UP else "fell "
    return Line(verb, page.number(figure, MAGNITUDE), " ", comparison)


def _growth_zh(
    page: Presentation, figure: Figure, number: Number, direction: Direction, comparison: str
) -> Line:
    if direction is Direction.LEVEL:
        return Line(comparison, "持平")
    if direction is Direction.OPEN:
        return Line(comparison, "增速", page.number(figure))
    return Line(comparison, "增长" if direction is Direction.UP else "下降", number)


def year_on_year(period: Period, language: str) -> str:
    """What a year-on-year rate compares with: a full year in Chinese is 比上年, its parts are 同比."""
    if language == "zh":
        return "比上年" if period.kind is PeriodKind.YEAR else "同比"
    return "year on year"


def period_on_period(period: Period, language: str) -> str:
    """环比, and in English on which length of period."""
    if language == "zh":
        return "环比"
    if period.kind is PeriodKind.MONTH:
        return "month on month"
    return "quarter on quarter" if period.kind is PeriodKind.QUARTER else "on the period before"


def higher_or_lower(page: Presentation, figure: Figure, base: str) -> Line:
    """``1.49 percentage points higher than BASE`` / 高于BASE1.49个百分点; for shares and growth rates alike."""
    direction = direction_of(figure)
    number = page.number(figure, MAGNITUDE)
    if page.language == "zh":
        if direction is Direction.LEVEL:
            return Line("与", base, "持平")
        if direction is Direction.OPEN:
            return Line("与", base, "相差", page.number(figure))
        return Line("高于" if direction is Direction.UP else "低于", base, number)
    if direction is Direction.LEVEL:
        return Line("equal to ", base)
    if direction is Direction.OPEN:
        return Line(page.number(figure), " away from ", base)
    return Line(number, " higher than " if direction is Direction.UP else " lower than ", base)


def faster_or_slower(page: Presentation, figure: Figure, base: str) -> Line:
    """``31 percentage points faster than in 2019`` / 增速比2019年加快31个百分点."""
    direction = direction_of(figure)
    number = page.number(figure, MAGNITUDE)
    if page.language == "zh":
        if direction is Direction.LEVEL:
            return Line("增速与", base, "持平")
        if direction is Direction.OPEN:
            return Line("增速与", base, "相差", page.number(figure))
        return Line("增速比", base, "加快" if direction is Direction.UP else "放缓", number)
    if direction is Direction.LEVEL:
        return Line("the same rate as in ", base)
    if direction is Direction.OPEN:
        return Line(page.number(figure), " away from the rate of ", base)
    return Line(number, " faster than in " if direction is Direction.UP else " slower than in ", base)
