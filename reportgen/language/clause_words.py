"""What clauses of all kinds say in the same order in every language, and the grammar of a clause as an entry.

An entry is a text with slots, each filled by what a language says of clauses: ``" averaged {number} a day{prices}"``. Only what
it cannot say, a choice between words, is a function.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from reportgen.content import Inline, Line
from reportgen.language.clauses import Basis, Clause, Direction, Mention, Writer
from reportgen.language.contract import Labels, Periods, Punctuation
from reportgen.messages import Words
from reportgen.names import SeriesName
from reportgen.periods import Period, PeriodKind
from reportgen.record import Record
from reportgen.regex import regex

ClauseMaker = Callable[[Clause, Writer], Line]
ClauseSlot = Callable[[Clause, Writer], Line | Inline]

_SLOT = regex(r"\{(\w+)\}")


class Verb(Record, eq=False):
    """The words of a verb, by the place of its clause."""

    predicate: ClauseMaker | None = None
    """After the opening: `` reached 32.21 billion yuan``."""
    whole: ClauseMaker | None = None
    """A sentence whose subject is not first."""
    addition: ClauseMaker | None = None
    """After another clause of the same subject: ``up 63.3% year on year``."""
    compared: ClauseMaker | None = None
    """Of what is set against another series or time: after the period, in running text."""
    of_trade: ClauseMaker | None = None
    """Of an area's exports and imports together: after its name, in running text."""
    change: ClauseMaker | None = None
    """Direction and size alone, where they are not the number after "up" or "down"."""
    joint: str = ""
    """Before the addition, where that is no comma."""
    is_closed: bool = False
    """The whole sentence ends with one of another's."""


class ClauseWords:
    """The slots that entries of a language may have, by name."""

    def __init__(self, **slots: ClauseSlot) -> None:
        self._slots = slots

    def and_of(self, **slots: ClauseSlot) -> ClauseWords:
        """The same with more slots."""
        return ClauseWords(**{**self._slots, **slots})

    def __call__(self, entry: str) -> ClauseMaker:
        """What words clauses as the entry says."""
        first, *others = _SLOT.split(entry)
        filled = [(self._slots[name], text) for name, text in zip(others[::2], others[1::2], strict=True)]

        def make(clause: Clause, write: Writer) -> Line:
            line = Line(first)
            for slot, text in filled:
                line.add(slot(clause, write), text)
            return line

        return make

    def verb(self, *, joint: str = "", is_closed: bool = False, **places: str | ClauseMaker) -> Verb:
        """The words of a verb, each an entry or what makes words."""
        made = {place: self(words) if isinstance(words, str) else words for place, words in places.items()}
        return Verb(joint=joint, is_closed=is_closed, **made)

    def either(self, decide: Callable[[Clause], bool], this: str, other: str) -> ClauseMaker:
        """The same with a choice between two entries."""
        first, second = self(this), self(other)
        return lambda clause, write: (first if decide(clause) else second)(clause, write)


class ClauseParts:
    """The parts of clauses that every language has: how one opens, what it is part of, what it is taken against.

    A language gives its words as a class of its own.
    """

    NATION: ClassVar[str]
    NATIONAL_AVERAGE: ClassVar[str]
    NATIONAL_RATE: ClassVar[str]
    """The same where rates are compared."""
    OTHER_SIDE: ClassVar[str]
    """Whoever is compared with, where nothing names them."""
    WHOLE: ClassVar[str]
    """Whatever something is part of, where nothing names it."""
    OF: ClassVar[str]
    """What of another series a number is set against, where nothing else is said."""
    PERIODS_BEFORE: ClassVar[Mapping[PeriodKind | None, str]]
    """The period before, by its kind; ``None``: of any other kind."""
    YEAR_BEFORE: ClassVar[tuple[str, str, str]]
    """The year before: of the last day of a year, of a whole one, of a part."""
    DOUBT: ClassVar[str]
    """Behind a comparison with ``{word}`` that may also be the ``{other}`` way round: "less than 5 points more"."""
    INFERRED: ClassVar[str] = ""
    """In brackets behind a period that no source states."""
    INFERRED_BEHIND: ClassVar[str] = ""
    """The same behind the clause, where the period was named before."""
    UNDEFINED: ClassVar[str] = ""
    """In brackets behind a difference of two areas that may not be defined alike."""

    def __init__(
        self, code: str, labels: Any, periods: Any, punctuation: Any, missing: Mapping[str, str]
    ) -> None:
        self.code = code
        self.labels: Labels = labels
        self.periods: Periods = periods
        self.punctuation: Punctuation = punctuation
        self._missing = missing

    # what a language does its own way

    def of_area(self, name: str, of: str) -> str:
        """``of`` an area, as a thing to compare with."""
        raise NotImplementedError

    def of_series(self, name: str, of: str) -> str:
        """``of`` another series, as a thing to compare with."""
        raise NotImplementedError

    def beside(self, series: SeriesName) -> str:
        """Another series as a growth is set against it."""
        return self._indicator(series)

    def whole_period(self, period: Period) -> str:
        """A period as the whole of its parts."""
        raise NotImplementedError

    # what all do alike

    def slots(self, **slots: ClauseSlot) -> ClauseWords:
        """The slots of entries that every language has, with its own.

        ``time`` opens a sentence (``In 2021``), ``end`` is that of a period, ``due`` when a target is, ``earlier`` what is compared with.
        """
        shared: dict[str, ClauseSlot] = {
            "number": lambda clause, write: write.number(clause.mention),
            "size": lambda clause, write: write.number(clause.mention, size=True),
            "as_digits": lambda clause, write: write.number(clause.mention, as_worded=False),
            "series": lambda clause, _: self.labels.series(clause.subject),
            "whole": lambda clause, _: self.whole_of(clause),
            "opening": lambda clause, _: self.opening(clause),
            "period": lambda clause, _: self.dated(clause, self.periods.label(clause.period)),
            "time": lambda clause, _: self.time(clause),
            "end": lambda clause, _: self.dated(clause, self.periods.end(clause.period)),
            "due": lambda clause, _: self.periods.label(clause.aim.period),
            "base": lambda clause, _: self.base(clause),
            "other_side": lambda clause, _: self.other_side(clause),
            "earlier": lambda clause, _: self._label(clause.against.period),
            "missing": lambda clause, _: self.missing(clause),
            "reason": lambda clause, write: self._sentence(clause.reason, write),
            "note": lambda clause, write: self._sentence(clause.note, write),
            "words": lambda clause, _: clause.words,
            "undefined": lambda clause, _: self.undefined(clause),
        }
        return ClauseWords(**shared, **slots)

    def time(self, clause: Clause) -> str:
        """The clause's period as a sentence opens with it: ``In 2021``; ``In early 2024`` of what is there in a year that goes on."""
        return self.dated(clause, self.phrase(clause, clause.period))

    def phrase(self, clause: Clause, period: Period) -> str:
        """A period, which need not be the clause's own, as its sentence opens with it."""
        return self.periods.phrase(period, flow=clause.subject.is_flow, under_way=clause.under_way)

    def dated(self, clause: Clause, period: str) -> str:
        """The clause's period in words, and that it is inferred, where it is and has not been said."""
        return f"{period}{self.inferred(clause)}"

    def inferred(self, clause: Clause) -> str:
        """`` (period inferred)``: what goes behind a period that no source states."""
        return self._bracketed(self.INFERRED) if clause.is_period_inferred else ""

    def inferred_behind(self, clause: Clause) -> str:
        """The same behind a clause that does not name its period."""
        return self._bracketed(self.INFERRED_BEHIND) if clause.is_period_inferred else ""

    def undefined(self, clause: Clause) -> str:
        """That nothing tells whether both sides of a difference follow one definition, where nothing does."""
        return self._bracketed(self.UNDEFINED) if clause.is_definition_open else ""

    def _bracketed(self, words: str) -> str:
        return self.punctuation.bracketed(words) if words else ""

    def opening(self, clause: Clause) -> str:
        """``In 2021, Chongqing's exports``."""
        return f"{self.time(clause)}{self.punctuation.COMMA}{self.labels.series(clause.subject)}"

    def whole_of(self, clause: Clause, otherwise: str = "") -> str:
        """What the subject is a part of: ``total exports``; of a longer time of its own ``the total for 2021``."""
        if clause.whole is not None:
            return self.labels.whole(clause.whole, clause.subject)
        longer = clause.comparison.period if clause.comparison is not None else None
        return self.whole_period(longer) if longer is not None else otherwise

    def missing(self, clause: Clause, level: str = "") -> str:
        """``the share of Chongqing's exports in total exports``: what there is no number of; ``level`` words a level."""
        name = level if level and clause.kind == "level" else self._missing[clause.kind]
        return name.format(
            series=self.labels.series(clause.subject),
            whole=self.whole_of(clause, self.WHOLE),
            area=self.labels.area(clause.subject.area),
        )

    def base(self, clause: Clause, of: str | None = None) -> str:
        """What a difference is taken against; ``of`` is what of it, which the words before have not named."""
        against, of = clause.against, self.OF if of is None else of
        period, kind = against.period, against.basis
        if kind is Basis.NATION:
            of_rates = clause.figure is not None and clause.figure.is_rate
            return self.NATIONAL_RATE if of_rates else self.NATIONAL_AVERAGE
        if kind is Basis.AREA and against.area is not None:
            return self.of_area(self.labels.area(against.area), of)
        if kind is Basis.WHOLE:
            whole = self.labels.whole(against.series, clause.subject) if against.series else ""
            return self.of_series(whole, of)
        if against.series is not None:
            return self.of_series(self.beside(against.series), of)
        if kind is Basis.MONTHS and period is not None:
            return self.periods.months(period)
        if kind is Basis.PERIOD and period is not None:
            return self.periods.label(period)
        if kind is Basis.PERIOD_BEFORE:
            return self.PERIODS_BEFORE.get(clause.period.kind) or self.PERIODS_BEFORE[None]
        return self.year_before(clause.period)

    def other_side(self, clause: Clause) -> str:
        """Whose rate it is that another was set against."""
        against = clause.against
        if against.basis is Basis.NATION:
            return self.NATION
        if against.area is not None:
            return self.labels.area(against.area)
        if against.series is not None:
            return self._indicator(against.series)
        return self.periods.label(against.period) if against.period is not None else self.OTHER_SIDE

    def year_before(self, period: Period) -> str:
        """``the year before``; ``the same period of the year before`` of a part of one."""
        end, whole, part = self.YEAR_BEFORE
        return end if period.is_end_of_year else whole if period.months == 12 else part

    def compared(self, figure: Mention, words: tuple[str, str], level: str, text: str, write: Writer) -> Line:
        """The comparison: ``level`` where both are the same, else ``text`` with its ``{number}`` and one of the ``words``, for
        more and for less, as ``{word}``. "Less than 5 points more" may also be less: then the sentence says so.
        """
        if figure.direction is Direction.LEVEL:
            return Line(level)
        word, other = words if figure.is_more else words[::-1]
        before, _, after = text.replace("{word}", word).partition("{number}")
        doubt = self.DOUBT.format(word=word, other=other) if figure.direction is Direction.OPEN else ""
        return Line(before, write.number(figure, size=True), after, doubt)

    def _label(self, period: Period | None) -> str:
        assert period is not None
        return self.periods.label(period)

    def _sentence(self, words: Words | None, write: Writer) -> str:
        return f"{self.punctuation.GAP}{write.sentence(words)}" if words else ""

    def _indicator(self, series: SeriesName) -> str:
        return self.labels.mid_sentence(series.indicator.in_language(self.code), series.proper)
