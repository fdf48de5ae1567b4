"""Clauses: what a sentence says before it is words. A grammar (``grammar.py``) makes a line of them.

A clause has a subject (a series at a period), a verb as a code, the figure it states, and what that is taken against. All of
it is values, so that several clauses can be joined: what the first has said of period and area, the next need not say again.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Protocol

from reportgen.content import Inline
from reportgen.messages import Words
from reportgen.names import AreaName, SeriesName
from reportgen.periods import Period
from reportgen.record import Record, replace

VerbCode = Literal[
    "accounted", "averaged", "averaged_a_day", "balanced", "changed", "completed", "contributed", "converted", "elapsed", "grew",
    "grew_a_year", "growth_differed", "implied_level", "implied_other_rate", "implied_rate", "keeps_pace", "lacked", "measured",
    "missing", "month_alone", "moved_away", "multiplied", "multiplied_unclear", "on_path", "progressed", "projected", "pulled",
    "ranked", "ranked_among", "rate_differed", "reached", "remained", "requires", "set", "set_aside", "set_aside_later",
    "set_in_words", "share_differed", "stands", "summed", "turned", "widened",
]  # fmt: skip
"""What a clause says of its subject: the code for which each language's grammar has the words."""


class Direction(StrEnum):
    """Which way a growth or a difference points."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    OPEN = "open"
    """Its bound leaves both directions possible."""


class Mention(Record):
    """A figure as a clause mentions it: the key that leads to it, and what the words around the number depend on.

    ``qualifier`` is beside the number; ``size_qualifier`` beside the number without its sign, which ``sign`` is (-1, 0, 1).
    """

    key: str
    direction: Direction
    qualifier: str = "eq"
    size_qualifier: str = "eq"
    sign: int = 0
    unit: str = ""
    is_manifold: bool = False
    """A growth so large that it is said as a multiple (增长11.3倍), and not in percent."""
    is_rate: bool = False
    """It is a rate, or the difference of two: 提高, not 增加."""

    @property
    def is_more(self) -> bool:
        """Whether words say more rather than less; where the direction is open, as the number's sign says."""
        return self.direction is Direction.UP or (self.direction is Direction.OPEN and self.sign > 0)


class Basis(StrEnum):
    """What a figure is taken against."""

    YEAR_ON_YEAR = "year_on_year"
    PERIOD_BEFORE = "period_before"
    YEAR_BEFORE = "year_before"
    """The same as a noun: the share of the year before."""
    PERIOD = "period"
    MONTHS = "months"
    """Earlier months of the same year, which the sentence has named."""
    NATION = "nation"
    AREA = "area"
    INDICATOR = "indicator"
    WHOLE = "whole"
    SAID = "said"
    """What the paragraph has just named: 同比 and "year on year" are not said twice."""


class Comparison(Record):
    """What a figure is taken against, by the kind of it: a period, an area, an indicator, a whole."""

    basis: Basis
    period: Period | None = None
    area: AreaName | None = None
    series: SeriesName | None = None

    @property
    def is_period(self) -> bool:
        """Whether it is an earlier time, and no other series."""
        return self.basis in (Basis.PERIOD, Basis.MONTHS, Basis.YEAR_BEFORE)


class TargetName(Record):
    """A target: what is to be reached, when, and from which side. ``operator`` is ``gt``, ``ge``, ``eq``, ``le`` or ``lt``.

    ``aim`` says what is set (``level``, ``growth``, ``average_growth``, ``reduction``, ``multiple``, ``total``, ``share``,
    ``range``), ``base`` from which period a plan counts, ``whole`` of what a share is set, ``is_range`` that there are two ends.
    """

    series: SeriesName
    period: Period
    operator: str
    threshold: Mention
    aim: str = "level"
    base: Period | None = None
    whole: SeriesName | None = None
    is_range: bool = False
    comes_down: bool = False
    """It is one to come down to or to stay below."""


class Standing(StrEnum):
    """Where a clause may be in running text."""

    ALONE = "alone"
    """In a sentence of its own."""
    OPENS = "opens"
    """First in a statement."""
    FOLLOWS = "follows"
    """First, or after another clause of its subject."""
    BESIDE_LEVEL = "beside_level"
    """The same, before the growth: 比上年增加10.5亿元，增长5.1%."""


class ClauseForm(Record):
    """The place of a clause among others in running text, whatever it says."""

    standing: Standing = Standing.OPENS
    after: VerbCode | Literal[""] = ""
    """The one verb that it follows; empty: any."""
    of_itself: bool = False
    """It says what its subject is, or how that has moved: what a part is said with."""
    is_aside: bool = False
    """It speaks of another amount, another year, or a target."""
    ends_sentence: bool = False


class Clause(Record):
    """One statement: ``subject`` at ``period``, a ``verb`` as a code, the ``figure``, and its ``comparison``.

    ``whole`` is what a part is a part of, ``whole_falls`` says that it fell. ``prices`` are those of an amount or a growth, where they are to be said. ``statuses`` are the figure's SDMX OBS_STATUS.
    ``words`` are a source's own, ``kind`` and ``reason`` belong to a figure that has no number,
    ``because`` are the kinds of figures that a result was worked out from, ``state`` is the code of a target's status.
    """

    verb: VerbCode
    subject: SeriesName
    period: Period
    figure: Mention | None = None
    comparison: Comparison | None = None
    whole: SeriesName | None = None
    form: ClauseForm = ClauseForm()
    statuses: tuple[str, ...] = ()
    prices: str = ""
    currency: str = ""
    """Of a growth that is not said beside its level: the currency it is in, where that is not the indicator's own."""
    is_beside_nominal: bool = False
    """Of a growth at constant prices: it follows the one at current prices."""
    is_index: bool = False
    """Of a growth: that of an index, which rises and does not grow."""
    is_base_revised: bool = False
    """Of a growth or change that was worked out: what it is taken against has been revised."""
    whole_falls: bool = False
    words: str = ""
    kind: str = ""
    is_stated: bool = False
    """Of a figure without a number: sources alone state such figures."""
    reason: Words | None = None
    because: tuple[str, ...] = ()
    note: Words | None = None
    target: TargetName | None = None
    among: int = 0
    """Of a rank: among how many, in which ``dimension``, and whether by growth."""
    dimension: str = ""
    by_growth: bool = False
    now: Direction | None = None
    """Of a growth that is set against an earlier one: which way each of the two points, where both are known for certain."""
    before: Direction | None = None
    counted: Mention | None = None
    """Of the completion of a target of few things: how many of them there are."""
    earlier: Mention | None = None
    """The earlier growth itself, where it was before in time: a turn says from what."""
    is_achieved: bool = False
    """Of a target: it is reached."""
    is_base_there: bool = False
    """Of a target that is reached: the plan's base had reached it already."""
    is_missed: bool = False
    """Of a target that is completed to all of it, and was to be exceeded: it is missed."""
    is_part: bool = False
    """The paragraph has just named the whole that this is a part of."""
    under_way: Period | None = None
    """Of what is there and is not added up, where its period was not over when the data were closed: the part of its year by
    which it was there, a quarter, a half or three of them; the period itself where that is no year."""
    is_period_inferred: bool = False
    """No source states the period: it is inferred, and the text that names it says so once."""
    is_definition_open: bool = False
    """Of a difference to another area: nothing tells whether both follow one definition."""
    is_whole_said: bool = False
    """Of a pull: the one before it was on the same whole."""

    @property
    def mention(self) -> Mention:
        """The figure, which the verb needs."""
        assert self.figure is not None, self.verb
        return self.figure

    @property
    def against(self) -> Comparison:
        """The comparison, which the verb needs."""
        assert self.comparison is not None, self.verb
        return self.comparison

    @property
    def area_of_whole(self) -> AreaName | None:
        """Of a share of the same indicator in another area: that area."""
        whole = self.whole
        if whole is None or whole.area == self.subject.area or not whole.is_same_elsewhere(self.subject):
            return None
        return whole.area

    @property
    def aim(self) -> TargetName:
        """The target, which the verb needs."""
        assert self.target is not None, self.verb
        return self.target

    @property
    def years_ahead(self) -> int:
        """How many years before its own a target is reached."""
        due = self.aim.period
        return max(0, due.year - self.period.year) if self.is_achieved and due.months == 12 else 0

    @property
    def without_area(self) -> Clause:
        """The clause where its area has been said."""
        return replace(self, subject=self.subject.without_area)


class Statement(Record):
    """What a paragraph says of one subject: its clauses, the marks of the sources that they rest on, and its parts.

    Without clauses it is a whole that is named for its parts alone, and ``subject`` is its name at ``period``.
    """

    clauses: tuple[Clause, ...]
    marks: tuple[Inline, ...] = ()
    parts: tuple[Statement, ...] = ()
    subject: SeriesName | None = None
    period: Period | None = None

    @property
    def is_simple(self) -> bool:
        """Whether it is one figure alone."""
        return len(self.clauses) == 1 and not self.parts and self.clauses[0].verb in ("reached", "grew")

    def is_share_as(self, other: Statement) -> bool:
        """Whether both are shares of like wholes in one other area, of one area at one time: one verb serves for them."""
        if self.parts or other.parts or len(self.clauses) != 1 or len(other.clauses) != 1:
            return False
        one, two = self.clauses[0], other.clauses[0]
        if one.verb != "accounted" or two.verb != "accounted" or one.area_of_whole is None:
            return False
        return (one.area_of_whole, one.subject.area, one.period) == (
            two.area_of_whole,
            two.subject.area,
            two.period,
        )

    def is_growth_elsewhere(self, other: Statement) -> bool:
        """Whether both are plain growth, year on year at one time, of one thing in two areas."""
        if len(self.clauses) != 1 or len(other.clauses) != 1 or self.parts or other.parts:
            return False
        one, two = self.clauses[0], other.clauses[0]
        if one.verb != "grew" or one.subject.area == two.subject.area:
            return False
        ways = (one.mention.direction, two.mention.direction)
        like = replace(one, subject=replace(one.subject, area=two.subject.area), figure=two.figure)
        is_plain = not (one.mention.is_manifold or two.mention.is_manifold)
        return is_plain and like == two and all(way in (Direction.UP, Direction.DOWN) for way in ways)

    @property
    def is_long(self) -> bool:
        """Whether its parts need a sentence of their own: there are many, or its last words are of something else."""
        aside = any(clause.form.is_aside for clause in self.clauses)
        return bool(self.parts) and (len(self.parts) > 1 or aside or bool(self.parts[0].parts))


class Writer(Protocol):
    """What the grammar asks of the document it writes for."""

    def number(
        self,
        figure: Mention,
        *,
        size: bool = False,
        qualified: bool = True,
        counter: bool = True,
        as_worded: bool = True,
        manifold: int = -1,
    ) -> Inline:
        """The figure as the document prints it. ``size``: without its sign, because a direction word carries it.

        ``manifold``: a growth as a multiple: 0 is by how many times (增长11.3倍), 1 to how many ("to 12.3 times the level").
        """

    def sentence(self, words: Words) -> str:
        """Why there is no number, or a note, as a sentence."""

    def clause(self, reason: Words) -> str:
        """Why there is no number, as a clause."""
