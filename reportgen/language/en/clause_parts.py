"""What sentences of all kinds share in English: how they open, growth, more or less than something else.

"More than -5%" may be a rise, so no direction is claimed for it; "more than 5%" is a rise, and so is "nearly 5%". Growth
changes by percent, a rate or a share by percentage points: the words never mix them.
"""

from __future__ import annotations

from typing import ClassVar

from reportgen.content import Inline, Line, Number
from reportgen.language.clause_words import ClauseParts
from reportgen.language.clauses import Basis, Clause, Direction, Mention, Writer
from reportgen.language.en import labels, periods, punctuation
from reportgen.language.en.kinds import MISSING
from reportgen.language.en.periods import label as period_label
from reportgen.language.en.punctuation import COMMA, bracketed
from reportgen.language.en.quantities import STATUSES, UNITS
from reportgen.names import SeriesName
from reportgen.periods import Period, PeriodKind

PRICES = {
    "current": "at current prices",
    "constant": "at constant prices",
    "comparable": "on a comparable basis",
}


class _EnglishParts(ClauseParts):
    NATION, OTHER_SIDE = "the nation", "the other side"
    NATIONAL_AVERAGE, NATIONAL_RATE = "the national average", "the national rate"
    WHOLE, OF = "its whole", "that"
    PERIODS_BEFORE: ClassVar = {
        PeriodKind.MONTH: "the month before",
        PeriodKind.QUARTER: "the quarter before",
        None: "the period before",
    }
    YEAR_BEFORE = (
        "the end of the year before",
        "the year before",
        "the same period of the year before",
    )
    DOUBT = ", if {word} at all"
    INFERRED = INFERRED_BEHIND = "period inferred"
    UNDEFINED = "the sources do not say whether the definitions match"

    def of_area(self, name: str, of: str) -> str:
        return f"{of} of {name}"

    of_series = of_area

    def beside(self, series: SeriesName) -> str:
        """``China’s total trade in goods``."""
        return labels.series(series)

    def whole_period(self, period: Period) -> str:
        return f"the total for {period_label(period)}"


parts = _EnglishParts("en", labels, periods, punctuation, MISSING)
base, compared, whole_of, year_before = parts.base, parts.compared, parts.whole_of, parts.year_before


def level(clause: Clause, write: Writer) -> Line:
    """`` reached 32.21 billion yuan``, with the verb that suits flow, stock and count."""
    figure, subject = clause.mention, clause.subject
    status = remarks(clause)
    if figure.unit == "count" and labels.is_what_is_counted(subject):
        return Line(" numbered ", write.number(figure, counter=False), status)
    verb = "stood at" if not subject.is_flow else "reached" if subject.rises_well else "came to"
    if figure.qualifier in ("lt", "le") or figure.sign < 0:
        verb = "came to"
    return Line(f" {verb} ", write.number(figure), status)


def is_had(clause: Clause) -> bool:
    """Whether an area has what a clause counts: ``Chongqing had more than 40 overseas warehouses``."""
    is_count = clause.verb == "reached" and clause.mention.unit == "count" and clause.target is None
    return is_count and labels.things(clause.subject) is not None


def things(clause: Clause, write: Writer) -> Line:
    """``more than 40 overseas warehouses``, ``1 overseas warehouse``."""
    named, number = labels.things(clause.subject), write.number(clause.mention, counter=False)
    assert named is not None
    one, several = named
    return Line(number, f" {one if is_one(number) else several}", remarks(clause))


def is_one(number: Inline) -> bool:
    """Whether a number wants a singular."""
    return isinstance(number, Number) and number.value == 1 and not number.unit


def remarks(clause: Clause) -> str:
    """`` at constant prices (preliminary)``: what goes behind an amount, where its prices or its status are to be said."""
    said = [STATUSES[status] for status in clause.statuses if status in STATUSES]
    return f"{at_prices(clause)}{bracketed(COMMA.join(said)) if said else ''}"


def at_prices(clause: Clause) -> str:
    """`` at constant prices``, of an amount that is valued so; nothing where no prices are to be said."""
    return f" {PRICES[clause.prices]}" if clause.prices in PRICES else ""


def since(clause: Clause) -> str:
    """What a growth is on: `` year on year``, `` month on month``, `` on 2019``; nothing where it has been said."""
    comparison, period = clause.against, clause.period
    if comparison.basis is Basis.SAID:
        return ""
    if comparison.basis is Basis.YEAR_ON_YEAR:
        return f" on {year_before(period)}" if period.is_end_of_year else " year on year"
    if clause.verb == "grew_a_year":
        return " a year on average"
    if comparison.basis is Basis.PERIOD and comparison.period is not None:
        return f" on {period_label(comparison.period)}"
    if period.kind is PeriodKind.MONTH:
        return " month on month"
    return " quarter on quarter" if period.kind is PeriodKind.QUARTER else " on the period before"


def adjusted(clause: Clause) -> str:
    """`` on a comparable basis``, `` at constant prices``: the prices and the currency of a growth."""
    if clause.is_beside_nominal:
        return " in real terms"
    basis = f" {PRICES[clause.prices]}" if clause.prices in PRICES else ""
    currency = f" in {UNITS[clause.currency]}" if clause.currency in UNITS else ""
    return f"{basis}{currency}{on_revised(clause)}"


def on_revised(clause: Clause) -> str:
    """`` (on a revised base)`` of a growth or change whose base was revised since."""
    return bracketed("on a revised base") if clause.is_base_revised else ""


def growth_addition(clause: Clause, write: Writer) -> Line:
    """``up 63.3% year on year``."""
    figure, comparison = clause.mention, since(clause)
    if figure.direction is Direction.LEVEL:
        return Line("unchanged", comparison)
    if figure.direction is Direction.OPEN:
        return Line("with growth of ", write.number(figure), comparison)
    if figure.is_manifold:
        return _times_as_much("rising", clause, write)
    way = "up " if figure.direction is Direction.UP else "down "
    return Line(way, write.number(figure, size=True), comparison)


def _times_as_much(verb: str, clause: Clause, write: Writer) -> Line:
    """``rising to 12.3 times the level of the year before``: so large a growth is said in no percent."""
    comparison = clause.against
    before = year_before(clause.period)
    if comparison.basis is Basis.PERIOD and comparison.period is not None:
        before = period_label(comparison.period)
    return Line(f"{verb} to ", write.number(clause.mention, manifold=1), f" the level of {before}")


def growth(clause: Clause, write: Writer) -> Line:
    """``grew 63.3% year on year``."""
    figure, comparison = clause.mention, since(clause)
    if figure.direction is Direction.LEVEL:
        return Line("remained unchanged", comparison)
    if figure.direction is Direction.OPEN:
        return Line("recorded growth of ", write.number(figure), comparison)
    if figure.is_manifold:
        return _times_as_much("rose", clause, write)
    rose = "rose " if clause.is_index else "grew "
    verb = rose if figure.direction is Direction.UP else "fell "
    return Line(verb, write.number(figure, size=True), comparison)


def higher_or_lower(figure: Mention, base: str, write: Writer) -> Line:
    """``1.49 percentage points higher than BASE``; for shares and growth rates alike."""
    return compared(
        figure, ("higher", "lower"), f"equal to {base}", f"{{number}} {{word}} than {base}", write
    )


def faster_or_slower(figure: Mention, base: str, write: Writer) -> Line:
    """``31 percentage points faster than in 2019``."""
    level, text = f"the same rate as in {base}", f"{{number}} {{word}} than in {base}"
    return compared(figure, ("faster", "slower"), level, text, write)


def moved_on(clause: Clause, write: Writer) -> Line:
    """A growth against an earlier one: faster or slower; a fall narrows or deepens; growth turns into a fall."""
    figure, against = clause.mention, base(clause)
    both = (clause.before or Direction.OPEN, clause.now or Direction.OPEN)
    if both == (Direction.DOWN, Direction.DOWN):
        return Line("the fall ", narrower_or_deeper(clause, write))
    if has_turned(clause):
        return Line("turning ", _turn(clause, write))
    return faster_or_slower(figure, against, write)


def has_turned(clause: Clause) -> bool:
    """Whether a growth is set against an earlier fall, or a fall against an earlier growth."""
    return clause.earlier is not None and {clause.before, clause.now} == {Direction.UP, Direction.DOWN}


def _turn(clause: Clause, write: Writer) -> Line:
    """``from a fall of 2.4% in January–November to a rise, the rate 2.8 percentage points higher``."""
    assert clause.earlier is not None
    before, now = ("rise", "fall") if clause.before is Direction.UP else ("fall", "rise")
    line = Line(
        f"from a {before} of ", write.number(clause.earlier, size=True), f" in {base(clause)} to a {now}"
    )
    return line.add(compared(clause.mention, ("higher", "lower"), "", ", the rate {number} {word}", write))


def narrower_or_deeper(clause: Clause, write: Writer) -> Line:
    """Of a fall: ``0.5 percentage points narrower than in January–April``."""
    against = base(clause)
    level, text = f"the same as in {against}", f"{{number}} {{word}} than in {against}"
    return compared(clause.mention, ("narrower", "deeper"), level, text, write)


def growth_compared(clause: Clause, write: Writer) -> Line:
    """``the growth of Chongqing's exports was 1.5 percentage points faster than in 2019``."""
    against = base(clause)
    if clause.against.is_period and has_turned(clause):
        return Line(f"{labels.series(clause.subject)} turned ", _turn(clause, write))
    if clause.against.is_period and (clause.before, clause.now) == (Direction.DOWN, Direction.DOWN):
        start = f"the fall in {labels.series(clause.subject)} was "
        return Line(start, narrower_or_deeper(clause, write))
    is_open = (
        clause.mention.direction is Direction.OPEN or clause.now not in _WAYS or clause.before not in _WAYS
    )
    if clause.against.basis is Basis.NATION and not is_open:
        return _beside_nation(clause, write)
    compare = faster_or_slower if clause.against.is_period else higher_or_lower
    return Line(
        f"the growth of {labels.series(clause.subject)} was ", compare(clause.mention, against, write)
    )


_WAYS = {
    Direction.UP: ("grew", "faster", "slower"),
    Direction.LEVEL: ("did not change", "higher", "lower"),
    Direction.DOWN: ("fell", "less", "more"),
}
_NATIONWIDE = {
    Direction.UP: "against a national rise",
    Direction.LEVEL: "with no change nationwide",
    Direction.DOWN: "against a national fall",
}


def _beside_nation(clause: Clause, write: Writer) -> Line:
    """``the growth of exports was 0.9 percentage points below the national rate``; where the nation went another way:
    ``imports fell against a national rise, the rate 13.8 percentage points below the national rate``."""
    assert clause.now is not None
    assert clause.before is not None
    verb, more, less = _WAYS[clause.now]
    start, number = f"{labels.series(clause.subject)} {verb}", write.number(clause.mention, size=True)
    if clause.mention.direction is Direction.LEVEL:
        return Line(f"{start} at {parts.NATIONAL_RATE}")
    is_above = clause.mention.is_more
    way = "above" if is_above else "below"
    if clause.now is clause.before is Direction.UP:
        growth = f"the growth of {labels.series(clause.subject)} was "
        return Line(growth, number, f" {way} {parts.NATIONAL_RATE}")
    if clause.now is clause.before:
        return Line(f"{start} ", number, f" {more if is_above else less} than {parts.NATIONAL_RATE}")
    return Line(f"{start} {_NATIONWIDE[clause.before]}, the rate ", number, f" {way} {parts.NATIONAL_RATE}")


def risen_or_fallen(figure: Mention, base: str, write: Writer) -> Line:
    """A share against an earlier one: ``up 0.5 percentage points on BASE``."""
    return compared(figure, ("up", "down"), f"unchanged on {base}", f"{{word}} {{number}} on {base}", write)


def changed(clause: Clause, write: Writer) -> Line:
    """``rose by 1.05 billion yuan on the year before``; of a rate by percentage points, of an index by points."""
    figure, against = clause.mention, base(clause)
    if figure.direction is Direction.LEVEL:
        return Line(f"remained unchanged on {against}")
    word, other = ("rose", "fell") if figure.is_more else ("fell", "rose")
    doubt = f" (or {other})" if figure.direction is Direction.OPEN else ""
    number = write.number(figure, size=True, counter=not labels.is_what_is_counted(clause.subject))
    points = " points" if clause.is_index else ""
    return Line(f"{word} by ", number, f"{points}{at_prices(clause)} on {against}{doubt}", on_revised(clause))


def ahead_or_behind(figure: Mention, write: Writer) -> Line:
    """``4.0 percentage points ahead of schedule``: of the share of the target's period gone by."""
    if figure.direction is Direction.LEVEL:
        return Line("on schedule")
    word = "ahead" if figure.is_more else "behind"
    of, doubt = " of" * figure.is_more, f", if {word} at all" * (figure.direction is Direction.OPEN)
    return Line(write.number(figure, size=True), f" {word}{of} schedule", doubt)


worded = parts.slots(
    prices=lambda clause, _: at_prices(clause),
    growth=growth,
    up_or_down=growth_addition,
    adjusted=lambda clause, _: adjusted(clause),
    changed=changed,
    pace=lambda clause, write: ahead_or_behind(clause.mention, write),
)
