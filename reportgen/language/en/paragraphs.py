"""Paragraphs in English: period and area once, parts after "of which", verbs that vary, marks after the stop."""

from __future__ import annotations

from reportgen.content import Line
from reportgen.language.clauses import Clause, Direction, Statement, Writer
from reportgen.language.en import labels, sentences, target_sentences
from reportgen.language.en.clause_parts import (
    growth_compared,
    is_had,
    is_one,
    missing,
    on_revised,
    remarks,
    things,
)
from reportgen.language.en.periods import months, phrase
from reportgen.language.en.punctuation import COMMA, STOP, listed
from reportgen.language.told import Piece, Told, joined
from reportgen.names import SeriesName
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.units import unit_of

LONGEST_KEY_MESSAGE = 190
"""Two lines of a brief."""


def paragraph(
    said: tuple[tuple[Statement, ...], ...], write: Writer, after: tuple[Period, str] | None = None
) -> Line:
    """The statements as running text, a sentence for each tuple."""
    told, pieces = Told.after(after), list[Piece]()
    for statements in said:
        told.verb = ""
        if len(statements) > 1 and all(one.is_share_as(statements[0]) for one in statements):
            pieces += _shares(statements, told, write, has_more=bool(pieces))
            continue
        for place, statement in enumerate(statements):
            sign, between = _joint(statements, place)
            if sign == STOP and pieces:
                between = " "
            pieces += _pieces(statement, sign, between, told, write)
    return joined(pieces, STOP, marks_first=False)


def _joint(statements: tuple[Statement, ...], place: int) -> tuple[str, str]:
    """What parts a statement from the one before it, and the words between.

    Single figures stand in a list: ``A numbered 5, B 6, and C exceeded 7``. Those that an area has make one within it, whose verb
    is said once: ``Chongqing had 5 A, 6 B, and 7 C``, ``A numbered 5, and there were 6 B and 7 C``.
    """
    if place == 0:
        return STOP, ""
    if not (statements[place - 1].is_simple and statements[place].is_simple):
        return ";", " "
    had = [one.is_simple and is_had(one.clauses[0]) for one in statements]
    start = end = place
    while had[place] and start > 0 and had[start - 1]:
        start -= 1
    while had[place] and end + 1 < len(had) and had[end + 1]:
        end += 1
    if start < place:
        is_pair = end - start == 1
        return ("", " and ") if is_pair else (",", " and " if place == end else " ")
    is_last = end + 1 == len(had) or not statements[end + 1].is_simple
    return ",", " and " if is_last else " "


def _pieces(statement: Statement, sign: str, between: str, told: Told, write: Writer) -> list[Piece]:
    opens = sign == STOP
    if sign == ";":
        told.verb = ""
    parts = statement.parts
    if not statement.clauses:  # Of Chongqing's rural e-commerce brands, large came to 81, ...
        assert statement.subject is not None
        assert statement.period is not None
        period = _period(statement.period, told, is_flow=statement.subject.is_flow)
        start = f"{period}{COMMA}of " if period else "Of "
        named = f"{start}{_named(statement.subject, told)},"
        told.tell(statement.subject, statement.period)
        return _list(parts, Piece(sign, f"{between}{named}", Line()), told, write)
    own = _own(statement.clauses, told, write, opens=opens)
    first = Piece(sign, between, own, statement.marks, statement.clauses[0].verb in sentences.CLOSED)
    if not parts:
        return [first]
    if statement.is_long or statement.clauses[-1].verb not in _OF_THE_SUBJECT:
        under = _list(parts, Piece(STOP, f" Of {_these(statement)},", Line()), told, write)
    else:
        under = [Piece(",", " of which ", _part(parts[0], told, write, again=False), parts[0].marks)]
    told.series = None
    return [first, *under]


def _shares(statements: tuple[Statement, ...], told: Told, write: Writer, *, has_more: bool) -> list[Piece]:
    """``exports accounted for 2.0% of China's total and imports for 1.1%``."""
    first, *others = statements
    own = _own(first.clauses, told, write, opens=True)
    pieces = [Piece(STOP, " " if has_more else "", own, first.marks)]
    for one in others:
        clause = one.clauses[0]
        sign, between = ("", " and ") if one is others[-1] else (",", " ")
        line = Line(f"{_part_name(clause.subject, told)} for ", write.number(clause.mention))
        pieces.append(Piece(sign, between, line, one.marks))
    told.share_of = first.clauses[0].area_of_whole
    told.series = None if others else told.series
    return pieces


_OF_THE_SUBJECT = ("reached", "grew", "changed", "turned")
"""Verbs of clauses after which "of which" still speaks of the subject."""


def _these(statement: Statement) -> str:
    counted = statement.subject is not None and statement.subject.is_count
    return "these" if counted else "this"


def _list(parts: tuple[Statement, ...], head: Piece, told: Told, write: Writer) -> list[Piece]:
    """``Of this, exports came to 507.36 billion yuan, up 6.2%, and imports to 208.05 billion yuan, down 11.5%``."""
    pieces = list[Piece]()
    all_simple = all(part.is_simple for part in parts)
    many = not all_simple and (len(parts) > _FEW or any(part.parts for part in parts))
    for place, part in enumerate(parts):
        is_last = place + 1 == len(parts)
        sign = head.sign if not place else ";" if many else "" if all_simple and is_last else ","
        between = head.between + " " * bool(head.between) if not place else " and " if is_last else " "
        again = place > 0 and parts[place - 1].clauses[0].verb == "reached" and not many
        pieces.append(Piece(sign, between, _part(part, told, write, again=again), part.marks))
        for inner in part.parts:
            line = _part(inner, told, write, again=False)
            pieces.append(Piece(",", " of which ", line, inner.marks))
    return pieces


_FEW = 2


def _own(clauses: tuple[Clause, ...], told: Told, write: Writer, *, opens: bool) -> Line:
    """A statement that stands for itself, with what goes before it; ``opens``: at the start of a sentence."""
    first, *others = clauses
    whole = None if first.verb in _COMPARED else sentences.WHOLE_SENTENCES.get(first.verb)
    if of_trade := sentences.OF_TRADE.get(first.verb):
        period = _period(first.period, told, is_flow=True)
        whose = (
            "the"
            if first.subject.area.code == told.area
            else labels.possessive(labels.area(first.subject.area))
        )
        line = Line(f"{period}{COMMA}" if period else "", f"{whose} ", of_trade(first, write))
    elif whole is not None:
        line = whole(told.without_said_area(first), write)
    else:
        line = _stated(first, clauses, told, write)
    told.tell(first.subject, None if whole and not of_trade else first.period)
    for before, clause in zip(clauses, others, strict=False):
        both = before.verb == clause.verb == "growth_differed" and clause is clauses[-1]
        and_ = " and the rate " if before.before is before.now is Direction.DOWN else " and "
        joint = and_ if both else sentences.JOINTS.get(clause.verb, COMMA)
        if before.verb == "changed" and clause.verb == "grew" and _is_same_way(before, clause):
            told.shortened(clause)
            line.add(", or ", write.number(clause.mention, size=True), on_revised(clause))
            continue
        line.add(joint, _addition(clause, told, write))
    return _capital(line) if opens else line


def _is_same_way(one: Clause, other: Clause) -> bool:
    alike = (one.mention.direction, one.prices) == (other.mention.direction, other.prices)
    return alike and not other.mention.is_manifold


def _addition(clause: Clause, told: Told, write: Writer) -> Line:
    return sentences.addition(told.shortened(told.without_said_area(clause)), write)


def _stated(clause: Clause, clauses: tuple[Clause, ...], told: Told, write: Writer) -> Line:
    period = _period(clause.period, told, is_flow=clause.subject.is_flow)
    if clause.verb == "reached" and told.period == clause.period and told.is_elsewhere(clause.subject):
        if told.verb == _HAD and is_had(clause):
            name = labels.with_article(labels.area(clause.subject.area))
            return Line(f"{name} ", write.number(clause.mention, counter=False), remarks(clause))
        start = f"for {labels.area(clause.subject.area)}{COMMA}the figure was "
        return Line(start, write.number(clause.mention), remarks(clause))
    if compared := _COMPARED.get(clause.verb):
        return Line(f"{period}{COMMA}" if period else "", compared(told.without_said_area(clause), write))
    if clause.verb == "grew" and told.period == clause.period and told.is_elsewhere(clause.subject):
        whose = labels.possessive(labels.with_article(labels.area(clause.subject.area)))
        return Line(whose, _predicate(told.shortened(clause), write))
    is_again = told.series == clause.subject and bool(period) and told.period is not None
    if is_again and clause.verb == "accounted":
        if told.share_of is not None and told.share_of == clause.area_of_whole:
            return Line(f"{period}{COMMA}the share was ", write.number(clause.mention))
        is_again = False
    if is_again:
        start = f"{period}{COMMA}the figure"
    else:
        subject = _measured(clause, told)
        start = f"{period}{COMMA}{subject}" if period else subject
    quiet = told.shortened(clause.without_area)
    if clause.verb == "reached" and is_again:
        return Line(start, " was ", write.number(clause.mention), remarks(clause))
    if is_had(clause):
        before, told.verb = told.verb, _HAD
        if before == _HAD:
            return things(clause, write)
        when = f"{period}{COMMA}" if period else ""
        if clause.subject.area.code == told.area:
            line = things(clause, write)
            return Line(f"{when}there {'was' if is_one(line.parts[0]) else 'were'} ", line)
        return Line(
            f"{when}{labels.with_article(labels.area(clause.subject.area))} had ", things(clause, write)
        )
    is_number = clause.verb == "reached" and labels.is_what_is_counted(clause.subject)
    if is_number and told.verb == _NUMBERED:
        return Line(start, " ", write.number(clause.mention, counter=False), remarks(clause))
    told.verb = _NUMBERED if is_number else ""
    if clause.verb == "reached" and clause.subject.is_flow and not is_number and _falls(clauses):
        return Line(start, " came to ", write.number(clause.mention), remarks(clause))
    return Line(start, _predicate(quiet, write))


_COMPARED = {
    "growth_differed": growth_compared,
    "rate_differed": sentences.rate_compared,
    "share_differed": sentences.share_compared,
}


def _falls(clauses: tuple[Clause, ...]) -> bool:
    return any(one.verb == "grew" and one.mention.direction is Direction.DOWN for one in clauses)


_NUMBERED, _HAD = "numbered", "had"


def _predicate(clause: Clause, write: Writer) -> Line:
    """`` exceeded 470 billion yuan``; else as in a sentence of its own."""
    is_count = clause.subject.is_count
    if (
        clause.verb == "reached"
        and clause.mention.qualifier == "gt"
        and clause.subject.is_flow
        and not is_count
    ):
        return Line(" exceeded ", write.number(clause.mention, qualified=False), remarks(clause))
    return sentences.predicate(clause, write)


def _part(statement: Statement, told: Told, write: Writer, *, again: bool) -> Line:
    """``general trade came to nearly 200 billion yuan, up 7.5%``: a part under its whole, without period and area.

    ``again``: the part before has the same verb, which is not said twice.
    """
    first, *others = statement.clauses
    name = _part_name(first.subject, told)
    quiet = replace(first.without_area, is_part=True)
    if first.verb == "reached":
        line = _level_of_part(first, name, told, write, again=again)
    else:
        line = Line(name, sentences.predicate(told.shortened(quiet), write))
    area, told.area = told.area, first.subject.area.code
    for clause in others:
        line.add(COMMA, _addition(replace(clause, is_part=True), told, write))
    told.area = area
    return line


def _level_of_part(clause: Clause, name: str, told: Told, write: Writer, *, again: bool) -> Line:
    """``general trade came to ...``, ``and imports to ...``; of things counted ``81 were large``, ``358 medium``."""
    is_kind = told.series is not None and clause.subject.code == told.series.code
    if clause.subject.is_count and clause.subject.breakdown is not None and is_kind:
        number = write.number(clause.mention, counter=False)
        return Line(number, " " if again else " were ", name, remarks(clause))
    verb = "to " if again else "came to "
    return Line(f"{name} {verb}", write.number(clause.mention), remarks(clause))


def _part_name(subject: SeriesName, told: Told) -> str:
    if told.area and subject.area.code != told.area:
        whole = told.whole_area
        name = labels.area_within(subject.area, whole) if whole else labels.area(subject.area)
        return labels.with_article(name)
    if subject.breakdown is not None and told.series is not None and subject.code == told.series.code:
        return labels.mid_sentence(labels.part(subject), subject.proper, brands=True)
    return labels.mid_sentence(labels.indicator(subject), subject.proper)


def _period(period: Period, told: Told, *, is_flow: bool) -> str:
    """``In 2024``; ``In December alone`` after the year it belongs to; empty where it has been said."""
    if told.period == period:
        return ""
    if told.is_month_alone(period):
        return f"In {months(period)} alone"
    if told.is_same_year(period):
        return f"In {months(period)}"
    return phrase(period, flow=is_flow)


def _named(subject: SeriesName, told: Told) -> str:
    is_said = subject.area.code == told.area
    return labels.series(subject.without_area if is_said else subject)


def _measured(clause: Clause, told: Told) -> str:
    quiet = told.without_said_area(clause)
    if clause.target:
        return target_sentences.measured(quiet)
    is_rate = clause.figure is not None and unit_of(clause.figure.unit).is_rate
    the = "the " if clause.verb == "reached" and is_rate and quiet is not clause else ""
    return f"{the}{labels.series(quiet.subject)}"


def _capital(line: Line) -> Line:
    first, *rest = line.parts
    return Line(labels.capital(first), *rest) if isinstance(first, str) else line


def headline(clause: Clause, write: Writer) -> Line:
    """``Online retail sales up 13.05%``."""
    told = Told(clause.period, clause.subject.area.code)
    quiet = clause.without_area
    if of_trade := sentences.OF_TRADE.get(clause.verb):
        return _capital(of_trade(clause, write))
    name = labels.capital(_measured(clause, told))
    if clause.verb == "grew":
        told.shortened(quiet)
        return Line(name, " ", sentences.addition(told.shortened(quiet), write))
    whole = sentences.WHOLE_SENTENCES.get(quiet.verb)
    return _capital(whole(quiet, write)) if whole else Line(name, _predicate(quiet, write))


_LEVEL_MISSING = "{series}"
"""A level that is not given is called as what it measures."""


def left_out(clauses: tuple[Clause, ...], write: Writer) -> Line:
    """``The year-on-year growth of ... in 2023 is not given: ...``."""
    names = labels.capital(listed([missing(clause, _LEVEL_MISSING) for clause in clauses], "and"))
    period = phrase(clauses[0].period, flow=True)
    period = period[0].lower() + period[1:]
    verb = "is" if len(clauses) == 1 else "are"
    reason = clauses[0].reason
    start = f"{names} {period} {verb} not given"
    return Line(f"{start}: {write.clause(reason)}{STOP}" if reason else f"{start}{STOP}")
