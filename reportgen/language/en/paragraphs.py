"""Paragraphs in English: parts after "of which", verbs that vary, "and" before the last, marks after the stop."""

from __future__ import annotations

from itertools import groupby

from reportgen.content import Line
from reportgen.language.clauses import Clause, Direction, Statement, Writer
from reportgen.language.en import labels, target_sentences
from reportgen.language.en.clause_parts import is_had, is_one, on_revised, parts, remarks, since, things
from reportgen.language.en.periods import phrase
from reportgen.language.en.punctuation import COMMA, GAP, STOP, listed
from reportgen.language.en.sentences import GRAMMAR
from reportgen.language.running_text import RunningText
from reportgen.language.told import Piece, Told
from reportgen.names import SeriesName
from reportgen.units import unit_of

_FEW = 2


class _English(RunningText):
    LONGEST_KEY_MESSAGE = 190
    OF_WHICH, AND = " of which ", "and "
    MONTH_ALONE, MONTHS = "In {} alone", "In {}"

    def joint(self, statements: tuple[Statement, ...], place: int, last: int = 0) -> tuple[str, str]:
        """Those that an area has make one in a list of single figures, and its verb is said once: ``Chongqing had 5 A, 6 B, and 7 C``,
        ``A numbered 5, and there were 6 B and 7 C``.
        """
        had = [one.is_simple and is_had(one.clauses[0]) for one in statements]
        start = end = place
        while had[place] and start > 0 and had[start - 1]:
            start -= 1
        while had[place] and end + 1 < len(had) and had[end + 1]:
            end += 1
        if start == place:
            return super().joint(statements, place, end)
        is_pair = end - start == 1
        return ("", " and ") if is_pair else (",", " and " if place == end else " ")

    def parts_stand_alone(self, statement: Statement) -> bool:
        """After a clause of something else "of which" does not speak of the subject."""
        return statement.is_long or not statement.clauses[-1].form.of_itself

    def are_many(self, parts: tuple[Statement, ...]) -> bool:
        return super().are_many(parts) and (len(parts) > _FEW or any(part.parts for part in parts))

    def of_these(self, statement: Statement) -> str:
        counted = statement.subject is not None and statement.subject.is_count
        return "Of these, " if counted else "Of this, "

    def of_whole(self, subject: SeriesName, when: str, told: Told) -> str:
        is_said = subject.area.code == told.area
        named = labels.series(subject.without_area if is_said else subject)
        return f"{when}{'of' if when else 'Of'} {named}, "

    def shares(self, statements: tuple[Statement, ...], told: Told, write: Writer) -> list[Piece]:
        """``exports accounted for 2.0% of China's total and imports for 1.1%``."""
        first, *others = statements
        own = self.own(first.clauses, told, write, opens=True)
        pieces = [Piece(STOP, GAP, own, first.marks)]
        for one in others:
            clause = one.clauses[0]
            sign, between = ("", " and ") if one is others[-1] else (",", " ")
            line = Line(f"{self.part_name(clause.subject, told)} for ", write.number(clause.mention))
            pieces.append(Piece(sign, between, line, one.marks))
        told.share_of, told.series = first.clauses[0].area_of_whole, None
        return pieces

    def growth_by_area(self, statements: tuple[Statement, ...], told: Told, write: Writer) -> list[Piece]:
        """``imports and exports grew 43.6% year on year in A, 20.5% in B, and 2.9% in C, and fell 7.3% in D``."""
        if len(statements) <= _FEW:
            return []
        if not all(one.is_growth_elsewhere(statements[0]) for one in statements[1:]):
            return []
        first = told.shortened(statements[0].clauses[0])
        opening = f"{self.period(first, told)}{self.measure(first.subject)} "
        pieces = list[Piece]()
        ways = [list(run) for _, run in groupby(statements, lambda one: one.clauses[0].mention.direction)]
        for way in ways:
            for place, one in enumerate(way):
                clause = one.clauses[0]
                where = f" in {labels.with_article(labels.area(clause.subject.area))}"
                line = Line(
                    write.number(clause.mention, size=True), where if pieces else f"{since(first)}{where}"
                )
                sign, between = _between(place, len(way))
                if place == 0:
                    verb = "grew " if clause.mention.direction is Direction.UP else "fell "
                    line = Line(verb if pieces else f"{labels.capital(opening)}{verb}", line)
                    sign, between = (",", " and " if way is ways[-1] else " ") if pieces else (STOP, GAP)
                pieces.append(Piece(sign, between, line, one.marks))
        told.tell(statements[-1].clauses[0].subject, first.period)
        return pieces

    def trade_opening(self, clause: Clause, told: Told) -> str:
        area = clause.subject.area
        whose = "the" if area.code == told.area else labels.possessive(labels.area(area))
        return f"{self.period(clause, told)}{whose} "

    def follow(self, before: Clause, clause: Clause, told: Told, write: Writer, *, is_last: bool) -> Line:
        if before.verb == clause.verb == "growth_differed" and is_last:
            falls = before.before is before.now is Direction.DOWN
            return Line(" and the rate " if falls else " and ", self.addition(clause, told, write))
        if before.verb == "changed" and clause.verb == "grew" and _is_same_way(before, clause):
            told.shortened(clause)
            return Line(", or ", write.number(clause.mention, size=True), on_revised(clause))
        return super().follow(before, clause, told, write, is_last=is_last)

    def stated(self, clause: Clause, clauses: tuple[Clause, ...], told: Told, write: Writer) -> Line:
        number, reached = write.number(clause.mention), clause.verb == "reached"
        if reached and told.is_elsewhere(clause):
            if told.verb == "had" and is_had(clause):
                name = labels.with_article(labels.area(clause.subject.area))
                return Line(f"{name} ", write.number(clause.mention, counter=False), remarks(clause))
            start = f"for {labels.area(clause.subject.area)}{COMMA}the figure was "
            return Line(start, number, remarks(clause))
        period = self.period(clause, told)
        if compared := GRAMMAR.verbs[clause.verb].compared:
            return Line(period, compared(told.without_said_area(clause), write))
        if clause.verb == "grew" and told.is_elsewhere(clause):
            whose = labels.possessive(labels.with_article(labels.area(clause.subject.area)))
            return Line(whose, _predicate(told.shortened(clause), write))
        is_again = told.series == clause.subject and bool(period) and told.period is not None
        if is_again and clause.verb == "accounted":
            if told.share_of is not None and told.share_of == clause.area_of_whole:
                return Line(f"{period}the share was ", number)
            is_again = False
        start = f"{period}{'the figure' if is_again else _measured(clause, told)}"
        quiet = told.shortened(clause.without_area)
        if reached and is_again:
            return Line(start, " was ", number, remarks(clause))
        if is_had(clause):
            before, told.verb = told.verb, "had"
            line = things(clause, write)
            if before == "had":
                return line
            if clause.subject.area.code == told.area:
                return Line(f"{period}there {'was' if is_one(line.parts[0]) else 'were'} ", line)
            return Line(f"{period}{labels.with_article(labels.area(clause.subject.area))} had ", line)
        if target_sentences.is_few(clause):
            line = target_sentences.few(clause, write)
            if clause.subject.area.code == told.area:
                return Line(f"{period}there {'was' if is_one(line.parts[0]) else 'were'} ", line)
            return Line(f"{period}{labels.with_article(labels.area(clause.subject.area))} had ", line)
        is_number = reached and labels.is_what_is_counted(clause.subject)
        if is_number and told.verb == "numbered":
            return Line(start, " ", write.number(clause.mention, counter=False), remarks(clause))
        told.verb = "numbered" if is_number else ""
        if reached and clause.subject.is_flow and not is_number and _falls(clauses):
            return Line(start, " came to ", number, remarks(clause))
        return Line(start, _predicate(quiet, write))

    def part_level(self, clause: Clause, name: str, told: Told, write: Writer, *, again: bool) -> Line:
        """``general trade came to ...``, ``and imports to ...``; of things counted ``81 were large``, ``358 medium``."""
        is_kind = told.series is not None and clause.subject.code == told.series.code
        if clause.subject.is_count and clause.subject.breakdown is not None and is_kind:
            number = write.number(clause.mention, counter=False)
            return Line(number, " " if again else " were ", name, remarks(clause))
        verb = "to " if again else "came to "
        return Line(f"{name} {verb}", write.number(clause.mention), remarks(clause))

    def measure(self, subject: SeriesName) -> str:
        return labels.mid_sentence(labels.indicator(subject), subject.proper)

    def headed(self, clause: Clause, told: Told, write: Writer) -> Line:
        """``Online retail sales up 13.05%``."""
        name = labels.capital(_measured(clause, told))
        if clause.verb == "grew":
            told.shortened(clause)
            return Line(name, " ", GRAMMAR.addition(told.shortened(clause), write))
        return Line(name, _predicate(clause, write))

    def left_out(self, clauses: tuple[Clause, ...], write: Writer) -> Line:
        """``The year-on-year growth of ... in 2023 is not given: ...``; a level is called as what it measures."""
        names = labels.capital(listed([parts.missing(clause, "{series}") for clause in clauses], "and"))
        period = phrase(clauses[0].period, flow=True)
        verb, reason = "is" if len(clauses) == 1 else "are", clauses[0].reason
        start = f"{names} {period[0].lower()}{period[1:]} {verb} not given"
        return Line(f"{start}: {write.clause(reason)}{STOP}" if reason else f"{start}{STOP}")


PARAGRAPHS = _English(GRAMMAR)


def _between(place: int, count: int) -> tuple[str, str]:
    """What parts one of a list from the one before it."""
    if place + 1 < count:
        return ",", " "
    return ("," if count > _FEW else "", " and ")


def _is_same_way(one: Clause, other: Clause) -> bool:
    alike = (one.mention.direction, one.prices) == (other.mention.direction, other.prices)
    return alike and not other.mention.is_manifold


def _falls(clauses: tuple[Clause, ...]) -> bool:
    return any(one.verb == "grew" and one.mention.direction is Direction.DOWN for one in clauses)


def _predicate(clause: Clause, write: Writer) -> Line:
    """`` exceeded 470 billion yuan``; else as in a sentence of its own."""
    subject = clause.subject
    is_above = clause.verb == "reached" and clause.mention.qualifier == "gt"
    if is_above and subject.is_flow and not subject.is_count:
        return Line(" exceeded ", write.number(clause.mention, qualified=False), remarks(clause))
    return GRAMMAR.predicate(clause, write)


def _measured(clause: Clause, told: Told) -> str:
    quiet = told.without_said_area(clause)
    if clause.target:
        return target_sentences.measured(quiet)
    is_rate = clause.figure is not None and unit_of(clause.figure.unit).is_rate
    the = "the " if clause.verb == "reached" and is_rate and quiet is not clause else ""
    return f"{the}{labels.series(quiet.subject)}"
