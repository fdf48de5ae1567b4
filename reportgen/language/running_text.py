"""How statements become running text in every language: period and area once, parts after "of which", marks once."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from reportgen.content import Line
from reportgen.language.clauses import Clause, Statement, Writer
from reportgen.language.grammar import Grammar
from reportgen.language.told import Piece, Told, joined_pieces
from reportgen.names import SeriesName
from reportgen.periods import Period
from reportgen.record import replace


class RunningText:
    """The paragraphs of a language (``PARAGRAPHS`` in its ``paragraphs.py``), which gives its words as a class of its own."""

    LONGEST_KEY_MESSAGE: ClassVar[int]
    """So many letters fill two lines of a brief, where a Chinese one counts for two."""
    OF_WHICH: ClassVar[str] = ""
    """Before a part that follows its whole in the same sentence."""
    AND: ClassVar[str] = ""
    """Before the last of several, in place of a comma; empty: a comma does."""
    MONTH_ALONE, MONTHS = "{}", "{}"
    """A month after the year it belongs to, and months of a year that has been said."""
    MARKS_FIRST: ClassVar[bool] = False
    """Marks are before the sign that ends their clause (GB/T 7714), else after it."""
    VERB_LASTS: ClassVar[bool] = False
    """A verb serves for the rest of its sentence, else for the next statement at most."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.labels, self.periods = grammar.parts.labels, grammar.parts.periods
        self.signs = grammar.parts.punctuation
        self._comma, self._semicolon = self.signs.COMMA.rstrip(), self.signs.SEMICOLON.rstrip()

    # what a language words

    def stated(self, clause: Clause, clauses: tuple[Clause, ...], told: Told, write: Writer) -> Line:
        """The first clause of a statement, with what goes before it."""
        raise NotImplementedError

    def part_level(self, clause: Clause, name: str, told: Told, write: Writer, *, again: bool) -> Line:
        """``general trade came to ...``: the level of a part. ``again``: the part before has the same verb."""
        raise NotImplementedError

    def measure(self, subject: SeriesName) -> str:
        """What is measured, without its area, as it is within a sentence."""
        raise NotImplementedError

    def trade_opening(self, clause: Clause, told: Told) -> str:
        """Before what is said of an area's exports and imports together."""
        raise NotImplementedError

    def of_these(self, statement: Statement) -> str:
        """``Of this, ``: the beginning of a sentence of parts."""
        return f"{self.OF_WHICH}{self.signs.COMMA}"

    def of_whole(self, subject: SeriesName, when: str, told: Told) -> str:
        """``Of Chongqing's rural brands, ``: the same for a whole without a number; ``when`` stands first."""
        raise NotImplementedError

    def shares(self, statements: tuple[Statement, ...], told: Told, write: Writer) -> list[Piece]:
        """Several shares by one verb."""
        raise NotImplementedError

    def growth_by_area(self, statements: tuple[Statement, ...], told: Told, write: Writer) -> list[Piece]:
        """The growth of one thing in several areas by one verb; nothing where that is not the language's way, or not what is said."""
        return []

    def headed(self, clause: Clause, told: Told, write: Writer) -> Line:
        """A clause as a heading, without period and area."""
        raise NotImplementedError

    def left_out(self, clauses: tuple[Clause, ...], write: Writer) -> Line:
        """Which figures a text leaves out for one reason, and that reason, as a sentence of a note."""
        raise NotImplementedError

    # where a language decides otherwise

    def are_shares(self, one: Statement, first: Statement) -> bool:
        """Whether one verb serves for both."""
        return one.is_share_as(first)

    def parts_stand_alone(self, statement: Statement) -> bool:
        """Whether the parts need a sentence of their own."""
        return statement.is_long

    def are_many(self, parts: tuple[Statement, ...]) -> bool:
        """Whether more than commas must part the parts."""
        return not all(part.is_simple for part in parts)

    def joint(self, statements: tuple[Statement, ...], place: int, last: int = 0) -> tuple[str, str]:
        """What parts a statement from the one before it, and the words between. ``last``: those up to this one are one in a list."""
        if not place:
            return self.signs.STOP, self.signs.GAP
        if not (statements[place - 1].is_simple and statements[place].is_simple):
            return self._semicolon, self.signs.GAP
        following = statements[max(place, last) + 1 :]
        ends = not following or not following[0].is_simple
        return self._comma, self.signs.GAP + (self.AND if ends else "")

    def follow(self, before: Clause, clause: Clause, told: Told, write: Writer, *, is_last: bool) -> Line:
        """A clause after another one of its statement, with what joins the two."""
        return Line(self.grammar.joint(clause), self.addition(clause, told, write))

    # what all do alike

    def paragraph(
        self,
        said: tuple[tuple[Statement, ...], ...],
        write: Writer,
        after: tuple[Period, str] | None = None,
    ) -> Line:
        """The statements as running text, a sentence for each tuple.

        ``after`` are the period and the area (its code) that are taken as said before the paragraph begins.
        """
        told, pieces = Told.after(after), list[Piece]()
        for statements in said:
            told.verb = ""
            if listed := self.growth_by_area(statements, told, write):
                pieces += listed
                continue
            if len(statements) > 1 and all(self.are_shares(one, statements[0]) for one in statements):
                pieces += self.shares(statements, told, write)
                continue
            for place, statement in enumerate(statements):
                pieces += self._pieces(statement, *self.joint(statements, place), told, write)
        return joined_pieces(pieces, self.signs.STOP, marks_first=self.MARKS_FIRST)

    def headline(self, clause: Clause, write: Writer) -> Line:
        """A clause as a heading: ``Online retail sales up 13.05%``, without period, area and full stop."""
        verb = self.grammar.verbs[clause.verb]
        words = verb.of_trade or verb.whole
        if words:
            return self._begun(words(clause.without_area, write))
        return self.headed(clause.without_area, Told(clause.period, clause.subject.area.code), write)

    def addition(self, clause: Clause, told: Told, write: Writer) -> Line:
        """A clause after another one, without what has been said."""
        return self.grammar.addition(told.shortened(told.without_said_area(clause)), write)

    def period(self, clause: Clause, told: Told) -> str:
        """``In 2024, ``; ``In December alone, `` after the year it belongs to; empty where it has been said."""
        period = clause.period
        if told.has_named(clause):
            return ""
        parts = self.grammar.parts
        said = parts.phrase(clause, period)
        if told.is_month_alone(period):
            said = self.MONTH_ALONE.format(self.periods.months(period))
        elif told.is_same_year(period):
            said = self.MONTHS.format(self.periods.months(period))
        marked = parts.dated(told.without_said_mark(clause), said)
        told.tell_basis(clause)
        return f"{marked}{self.signs.COMMA}"

    def _late_mark(self, clause: Clause, told: Told) -> str:
        """That a clause's period is inferred, behind the clause, where it was named for what has a stated one."""
        return "" if told.is_inferred else self.grammar.parts.inferred_behind(clause)

    def part_name(self, subject: SeriesName, told: Told) -> str:
        """What a part is called under its whole: its area, its breakdown, or what it measures."""
        if told.area and subject.area.code != told.area:
            return self.labels.area_within(subject.area, told.whole_area)
        if subject.breakdown is not None and told.series is not None and subject.code == told.series.code:
            return self.labels.mid_sentence(self.labels.part(subject), subject.proper, brands=True)
        return self.measure(subject)

    def _pieces(
        self, statement: Statement, sign: str, between: str, told: Told, write: Writer
    ) -> list[Piece]:
        if sign == self._semicolon and not self.VERB_LASTS:
            told.verb = ""
        parts = statement.parts
        if not statement.clauses:  # Of Chongqing's rural e-commerce brands, large came to 81, ...
            assert statement.subject is not None
            assert statement.period is not None
            when = self.period(parts[0].clauses[0], told)
            head = self.of_whole(statement.subject, when, told)
            told.tell(statement.subject, statement.period)
            return self._list(parts, Piece(sign, between + head, Line()), told, write)
        own = self.own(statement.clauses, told, write, opens=sign == self.signs.STOP)
        is_closed = self.grammar.verbs[statement.clauses[0].verb].is_closed
        first = Piece(sign, between, own, statement.marks, is_closed)
        if not parts:
            return [first]
        if self.parts_stand_alone(statement):
            head = self.signs.GAP + self.of_these(statement)
            under = self._list(parts, Piece(self.signs.STOP, head, Line()), told, write)
        else:
            under = [self._of_which(parts[0], told, write)]
        told.series = None
        return [first, *under]

    def _list(self, parts: tuple[Statement, ...], head: Piece, told: Told, write: Writer) -> list[Piece]:
        """``Of this, exports came to 507.36 billion yuan, up 6.2%, and imports to 208.05 billion yuan, down 11.5%``."""
        pieces = list[Piece]()
        many, all_simple = self.are_many(parts), all(part.is_simple for part in parts)
        for place, part in enumerate(parts):
            is_last = place + 1 == len(parts)
            sign, between = head.sign, head.between
            if place:
                sign = self._semicolon if many else "" if self.AND and all_simple and is_last else self._comma
                between = self.signs.GAP + (self.AND if is_last else "")
            again = place > 0 and parts[place - 1].clauses[0].verb == "reached" and not many
            pieces.append(Piece(sign, between, self.part(part, told, write, again=again), part.marks))
            pieces += [self._of_which(inner, told, write) for inner in part.parts]
        return pieces

    def _of_which(self, part: Statement, told: Told, write: Writer) -> Piece:
        return Piece(self._comma, self.OF_WHICH, self.part(part, told, write, again=False), part.marks)

    def own(self, clauses: tuple[Clause, ...], told: Told, write: Writer, *, opens: bool) -> Line:
        """A statement that stands for itself, with what goes before it; ``opens``: at the start of a sentence."""
        first, *others = clauses
        verb = self.grammar.verbs[first.verb]
        whole = None if verb.compared or verb.of_trade else verb.whole
        if verb.of_trade:
            line = Line(self.trade_opening(first, told), verb.of_trade(first, write))
        elif whole:
            line = whole(told.without_said_mark(told.without_said_area(first)), write)
            told.tell_basis(first)
        else:
            line = self.stated(first, clauses, told, write)
        told.tell(first.subject, None if whole else first.period)
        for before, clause in zip(clauses, others, strict=False):
            line.add(self.follow(before, clause, told, write, is_last=clause is others[-1]))
            line.add(self._late_mark(clause, told))
        return self._begun(line) if opens else line

    def part(self, statement: Statement, told: Told, write: Writer, *, again: bool) -> Line:
        """``general trade came to nearly 200 billion yuan, up 7.5%``: a part under its whole, without period and area."""
        first, *others = statement.clauses
        name = self.part_name(first.subject, told)
        if first.verb == "reached":
            line = self.part_level(first, name, told, write, again=again)
        elif whole := self.grammar.verbs[first.verb].whole:
            line = self._begun(whole(told.without_said_area(first), write), str.lower)
        else:
            quiet = replace(first.without_area, is_part=True)
            line = Line(name, self.grammar.predicate(told.shortened(quiet), write))
        line.add(self._late_mark(first, told))
        area, told.area = told.area, first.subject.area.code
        for clause in others:
            line.add(self.signs.COMMA, self.addition(replace(clause, is_part=True), told, write))
        told.area = area
        return line

    def _begun(self, line: Line, letter: Callable[[str], str] = str.upper) -> Line:
        """The line with its first letter as it is at the start of a sentence, or within one."""
        first, *rest = line.parts
        return Line(letter(first[:1]) + first[1:], *rest) if isinstance(first, str) else line
