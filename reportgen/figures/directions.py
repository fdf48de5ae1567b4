"""Direction words: up or down, faster or slower, higher or lower, right for the sign and for what a bound allows.

"More than -5%" may be a rise, so no direction is claimed for it; "more than 5%" is a rise, and so is "nearly 5%".
Growth changes by percent, a rate or a share by percentage points: the words never mix them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from reportgen.content import Number
from reportgen.figures.numbers import NumberStyle, qualifier_of, rounded_value
from reportgen.figures.presentation import Line, Presentation
from reportgen.kinds.figure import Figure
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
        return Line("recorded growth of ", page.number(figure), " ", comparison)
    verb = "grew " if direction is Direction.UP else "fell "
    return Line(verb, page.number(figure, MAGNITUDE), " ", comparison)


def _growth_zh(
    page: Presentation, figure: Figure, number: Number, direction: Direction, comparison: str
) -> Line:
    if direction is Direction.LEVEL:
        return Line(f"与{comparison[1:]}" if comparison.startswith("比") else comparison, "持平")
    if direction is Direction.OPEN:
        return Line("同比" if comparison.startswith("比") else comparison, "增速", page.number(figure))
    verb = "增长" if direction is Direction.UP else "下降"
    if qualifier_of(figure, magnitude=True) in ("gt", "ge"):  # 增长79.2%以上
        return Line(comparison, verb, page.number(figure, replace(MAGNITUDE, qualified=False)), "以上")
    return Line(comparison, verb, number)


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
    if page.language == "zh":
        words = _Words(("高于", "低于"), f"与{base}持平", before=lambda verb: f"{verb}{base}")
    else:
        words = _Words(
            ("higher", "lower"),
            f"equal to {base}",
            after=lambda word: f" {word} than {base}",
            either="if {} at all",
        )
    return _compared(page, figure, words)


def faster_or_slower(page: Presentation, figure: Figure, base: str) -> Line:
    """``31 percentage points faster than in 2019`` / 增速比2019年加快31个百分点."""
    if page.language == "zh":
        words = _Words(("加快", "放缓"), f"增速与{base}持平", before=lambda verb: f"增速比{base}{verb}")
    else:
        words = _Words(
            ("faster", "slower"),
            f"the same rate as in {base}",
            after=lambda word: f" {word} than in {base}",
            either="if {} at all",
        )
    return _compared(page, figure, words)


def risen_or_fallen(page: Presentation, figure: Figure, base: str) -> Line:
    """A share against an earlier one: ``up 0.5 percentage points on BASE`` / 比BASE提高0.5个百分点."""
    if page.language == "zh":
        words = _Words(("提高", "下降"), f"与{base}持平", before=lambda verb: f"比{base}{verb}")
    else:
        words = _Words(
            ("up", "down"), f"unchanged on {base}", before=lambda word: f"{word} ", after=lambda _: f" on {base}",
            either="if {} at all",
        )  # fmt: skip
    return _compared(page, figure, words)


def ahead_or_behind(page: Presentation, figure: Figure) -> Line:
    """``ahead of the share of the period elapsed by 4.0 percentage points`` / 快于序时进度4.0个百分点."""
    if page.language == "zh":
        words = _Words(("快于", "慢于"), "与序时进度持平", before=lambda verb: f"{verb}序时进度")
    else:
        share = "the share of the period elapsed"
        words = _Words(
            ("ahead of", "behind"),
            f"in step with {share}",
            before=lambda word: f"{word} {share} by ",
            either="if {} at all",
        )
    return _compared(page, figure, words)


@dataclass(frozen=True, slots=True)
class _Words:
    """A comparison's words: for more and for less, for neither, and what stands before and after the number."""

    either_way: tuple[str, str]
    level: str
    before: Callable[[str], str] = lambda _: ""
    after: Callable[[str], str] = lambda _: ""
    either: str = ""


def _compared(page: Presentation, figure: Figure, words: _Words) -> Line:
    """The comparison with its number. "Less than 5 points more" may also be less: then the sentence says so."""
    direction = direction_of(figure)
    if direction is Direction.LEVEL:
        return Line(words.level)
    more, less = words.either_way
    is_more = direction is Direction.UP or (direction is Direction.OPEN and (figure.value or 0) > 0)
    word = more if is_more else less
    line = Line(words.before(word), page.number(figure, MAGNITUDE), words.after(word))
    if direction is Direction.OPEN:
        other = less if is_more else more
        line.add(f"（也可能{other}）" if page.language == "zh" else f", {words.either.format(word)}")
    return line
