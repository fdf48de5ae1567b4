"""What a paragraph has told its reader so far, so that a language need not say it again: period, area, subject, comparison."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportgen.content import Inline, Line
from reportgen.language.clauses import Basis, Clause, Comparison, Direction
from reportgen.names import AreaName, SeriesName
from reportgen.periods import Period, PeriodKind
from reportgen.record import Record, field, replace


class Told(Struct):
    """What a paragraph has named so far. A grammar asks before it writes a statement, and says afterwards what it wrote."""

    period: Period | None = None
    area: str = ""
    areas: set[str] = field(default_factory=set)
    series: SeriesName | None = None
    growth: Comparison | None = None
    growth_of: Period | None = None
    pulled: tuple[SeriesName | None, Period] | None = None
    """What the last pull was on."""
    verb: Literal["", "had", "numbered"] = ""
    """The verb of the sentence so far, which what follows in it need not repeat."""
    inferred: set[Period] = field(default_factory=set)
    """Periods of which it has been said that they are inferred, and not since that one is stated."""
    is_inferred: bool = False
    """Whether the period that was named last is an inferred one."""
    share_of: AreaName | None = None
    """Of which area shares were said last."""

    @classmethod
    def after(cls, said: tuple[Period, str] | None) -> Told:
        """What is known where a text goes on from a title, or from the paragraph before."""
        return cls() if said is None else cls(said[0], said[1], {said[1]})

    def is_month_alone(self, period: Period) -> bool:
        """Whether the paragraph goes on from a longer part of the year to a month of it."""
        return (
            self.period is not None
            and period.kind is PeriodKind.MONTH
            and self.period.months > 1
            and self.period.contains(period)
        )

    def is_same_year(self, period: Period) -> bool:
        """Whether the year need not be named again: other months of the year that was named."""
        whole = period.kind in (PeriodKind.YEAR, PeriodKind.DAY)
        within = period.first // 12 == period.year
        return self.period is not None and not whole and within and self.period.year == period.year

    def has_named(self, clause: Clause) -> bool:
        """Whether the clause's period was named last, as stated or as inferred as it is."""
        return (self.period, self.is_inferred) == (clause.period, clause.is_period_inferred)

    def is_elsewhere(self, clause: Clause) -> bool:
        """Whether the same is now said of another area at the same time, so that the area's name is enough."""
        one, other = self.series, clause.subject
        if one is None or not self.has_named(clause):
            return False
        return one.area != other.area and replace(one, area=other.area) == other

    def without_said_mark(self, clause: Clause) -> Clause:
        """The clause without the remark that its period is inferred, where that has been said."""
        is_said = clause.is_period_inferred and clause.period in self.inferred
        return replace(clause, is_period_inferred=False) if is_said else clause

    def tell_basis(self, clause: Clause) -> None:
        """Take down whether the clause's period, which has just been named, is inferred."""
        self.is_inferred = clause.is_period_inferred
        (self.inferred.add if self.is_inferred else self.inferred.discard)(clause.period)

    def without_said_area(self, clause: Clause) -> Clause:
        """The clause without its area, where that has been said."""
        return clause.without_area if clause.subject.area.code == self.area else clause

    @property
    def whole_area(self) -> AreaName | None:
        """The area that was named last, where its series was named, too."""
        one = self.series
        return one.area if one is not None and one.area.code == self.area else None

    def shortened(self, clause: Clause) -> Clause:
        """The clause without its "year on year", where the growth before it was year on year too, of the same period; a pull
        without what it is on, where the pull before it said it."""
        if clause.verb == "pulled":
            before, self.pulled = self.pulled, (clause.whole, clause.period)
            return replace(clause, is_whole_said=self.pulled == before)
        if clause.verb == "changed" and clause.against.basis is Basis.YEAR_BEFORE:
            self.growth, self.growth_of = Comparison(Basis.YEAR_ON_YEAR), clause.period
        if clause.verb != "grew" or clause.comparison is None:
            return clause
        if clause.mention.direction is Direction.LEVEL:
            return clause
        usual = clause.comparison.basis is Basis.YEAR_ON_YEAR
        known = usual and (self.growth, self.growth_of) == (clause.comparison, clause.period)
        self.growth, self.growth_of = clause.comparison, clause.period
        return replace(clause, comparison=Comparison(Basis.SAID)) if known else clause

    def tell(self, subject: SeriesName, period: Period | None) -> None:
        """Take down what has been said."""
        self.period, self.area, self.series, self.share_of = period, subject.area.code, subject, None
        self.areas.add(subject.area.code)


class Piece(Record):
    """A statement in words: the ``sign`` that ends what is before it, the words ``between``, its own, and its marks."""

    sign: str
    between: str
    line: Line
    marks: tuple[Inline, ...] = ()
    is_closed: bool = False
    """It ends with a stop of its own."""


def joined_pieces(pieces: list[Piece], stop: str, *, marks_first: bool) -> Line:
    """The pieces as one line. Neighbours of one sentence that rest on the same sources carry their marks once, at the end.

    ``marks_first``: marks are before the sign that ends their clause (GB/T 7714), else after it.
    """
    line = Line()
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        sign = following.sign if following is not None else stop
        same = following is not None and sign != stop and following.marks == piece.marks
        marks = () if same else piece.marks
        ends: tuple[Inline, ...] = () if piece.is_closed else (sign,)
        line.add(piece.between if line else piece.between.lstrip(), piece.line)
        line.add(*((*marks, *ends) if marks_first and not piece.is_closed else (*ends, *marks)))
    return line
