"""Paragraphs in Chinese: period and area once, parts after 其中, 达 and 为 by turns, marks before the stop."""

from __future__ import annotations

from reportgen.content import Inline, Line
from reportgen.language.clause_words import Make
from reportgen.language.clauses import Clause, Direction, Statement, Writer
from reportgen.language.told import Piece, Told, joined
from reportgen.language.zh import labels, sentences, target_sentences
from reportgen.language.zh.clause_parts import at_prices, missing, remarks, to_be
from reportgen.language.zh.periods import label as period_label
from reportgen.language.zh.periods import months, phrase
from reportgen.language.zh.punctuation import COMMA, SEMICOLON, STOP, listed
from reportgen.names import SeriesName
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.units import unit_of

LONGEST_KEY_MESSAGE = 112
"""Two lines of 28 characters (GB/T 9704-2012, 5.2.3)."""
_OF_WHICH, _HAS = "其中", "共有"


def paragraph(
    said: tuple[tuple[Statement, ...], ...], write: Writer, after: tuple[Period, str] | None = None
) -> Line:
    """The statements as running text, a sentence for each tuple."""
    told, pieces = Told.after(after), list[Piece]()
    for statements in said:
        told.verb = ""
        if len(statements) > 1 and all(_share_fits(one, statements[0]) for one in statements):
            pieces.append(_shares(statements, told, write))
            continue
        for before, statement in zip((None, *statements), statements, strict=False):
            pieces += _pieces(statement, before, told, write)
    return joined(pieces, STOP, marks_first=True)


def _pieces(statement: Statement, before: Statement | None, told: Told, write: Writer) -> list[Piece]:
    simple = before is not None and before.is_simple and statement.is_simple
    sign = STOP if before is None else COMMA if simple else SEMICOLON
    parts = statement.parts
    if not statement.clauses:  # 农村电商品牌中，大型81个；中型358个
        assert statement.subject is not None
        assert statement.period is not None
        named = f"{_opening(statement.subject, statement.period, told)}中{COMMA}"
        told.tell(statement.subject, statement.period)
        return _list(parts, Piece(sign, named, Line()), told, write)
    own = _own(statement.clauses, told, write)
    first = Piece(sign, "", own, statement.marks, statement.clauses[0].verb in sentences.CLOSED)
    if not parts:
        return [first]
    if statement.is_long:
        under = _list(parts, Piece(STOP, f"{_OF_WHICH}{COMMA}", Line()), told, write)
    else:
        under = [Piece(COMMA, _OF_WHICH, _part(parts[0], told, write), parts[0].marks)]
    told.series = None
    return [first, *under]


def _share_fits(one: Statement, first: Statement) -> bool:
    """Whether 分别为 can serve for both: no qualifier stands between the shares, and they rest on the same sources."""
    return one.is_share_as(first) and one.clauses[0].mention.qualifier == "eq" and one.marks == first.marks


def _shares(statements: tuple[Statement, ...], told: Told, write: Writer) -> Piece:
    """2024年，重庆市进出口、出口、进口占全国的比重分别为1.6%、2.0%、1.1%."""
    said = [one.clauses[0] for one in statements]
    names = [labels.brief(labels.indicator(clause.subject)) for clause in said]
    opening = f"{_period(said[0].period, told)}{_area(said[0].subject, told)}{listed(names, '')}"
    told.tell(said[0].subject, said[0].period)
    told.series = None
    elsewhere = said[0].area_of_whole
    assert elsewhere is not None
    shares: list[Inline] = [part for clause in said for part in ("、", write.number(clause.mention))]
    line = Line(f"{opening}占{labels.area(elsewhere)}的比重分别为", *shares[1:])
    return Piece(STOP, "", line, statements[0].marks)


def _list(parts: tuple[Statement, ...], head: Piece, told: Told, write: Writer) -> list[Piece]:
    """其中，出口5073.6亿元，增长6.2%；进口2080.5亿元，下降11.5%."""
    pieces = list[Piece]()
    between_parts = COMMA if all(part.is_simple for part in parts) else SEMICOLON
    for place, part in enumerate(parts):
        sign, between = (between_parts, "") if place else (head.sign, head.between)
        pieces.append(Piece(sign, between, _part(part, told, write), part.marks))
        for inner in part.parts:
            pieces.append(Piece(COMMA, _OF_WHICH, _part(inner, told, write), inner.marks))
    return pieces


def _own(clauses: tuple[Clause, ...], told: Told, write: Writer) -> Line:
    """A statement that stands for itself, with what goes before it."""
    first, *others = clauses
    whole = None if first.verb in _COMPARED else sentences.WHOLE_SENTENCES.get(first.verb)
    if of_trade := OF_TRADE.get(first.verb):
        line = Line(_period(first.period, told), _area(first.subject, told), of_trade(first, write))
    elif whole is not None:
        line = whole(told.without_said_area(first), write)
    else:
        line = _stated(first, clauses, told, write)
    told.tell(first.subject, None if whole and not of_trade else first.period)
    return _with(line, others, told, write)


def _with(line: Line, others: list[Clause], told: Told, write: Writer) -> Line:
    for clause in others:
        line.add(COMMA, sentences.addition(told.shortened(told.without_said_area(clause)), write))
    return line


def _stated(clause: Clause, clauses: tuple[Clause, ...], told: Told, write: Writer) -> Line:
    if clause.verb == "reached" and told.period == clause.period and told.is_elsewhere(clause.subject):
        return Line(_level(clause, clauses, labels.area(clause.subject.area), told, write))
    same = told.series == clause.subject and told.period is not None and told.period != clause.period
    opening = (
        _period(clause.period, told).removesuffix(COMMA)
        if same
        else f"{_period(clause.period, told)}{_area(clause.subject, told)}"
    )
    if clause.verb == "reached":
        return Line(opening, _level(clause, clauses, "" if same else None, told, write))
    subject = "" if same else labels.brief(_measured(clause))
    if compared := _COMPARED.get(clause.verb):
        return Line(opening, subject, compared(clause, write))
    if clause.verb == "grew" and told.period == clause.period and told.is_elsewhere(clause.subject):
        opening, subject = labels.area(clause.subject.area), ""
    told_first = told.shortened(clause.without_area)
    return Line(opening, subject, sentences.predicate(told_first, write))


_COMPARED = {
    "growth_differed": sentences.growth_compared,
    "rate_differed": sentences.rate_compared,
    "share_differed": sentences.share_compared,
}


def _level(
    clause: Clause, clauses: tuple[Clause, ...], subject: str | None, told: Told, write: Writer
) -> Line:
    """货物进出口总额达7154.2亿元; 共有跨境电商企业超过3万家."""
    rises = any(one.verb == "grew" and one.mention.direction is Direction.UP for one in clauses)
    verb = "达" if rises and clause.subject.rises_well else "为"
    if subject is None and clause.subject.is_count:
        counted = labels.counted(clause.subject)
        if counted != labels.indicator(clause.subject):
            is_had = labels.is_of_things(clause.subject) and not clause.subject.is_flow
            has = _HAS if is_had and told.verb != _HAS else ""
            told.verb = _HAS if is_had else told.verb
            return Line(has, counted, write.number(clause.mention), remarks(clause))
    if clause.mention.qualifier != "eq":
        verb = ""
    said = labels.indicator(clause.subject) if subject is None else subject
    return Line(said, verb, write.number(clause.mention), remarks(clause))


def _part(statement: Statement, told: Told, write: Writer) -> Line:
    """一般贸易近2000亿元，增长7.5%: a part under its whole, without period, area and verb."""
    first, *others = statement.clauses
    name = _part_name(first.subject, told)
    quiet = replace(first.without_area, is_part=True)
    if first.verb == "reached":
        is_rate = not unit_of(first.mention.unit).adds_up and first.mention.unit != "count"
        verb = to_be(first.mention) if is_rate else ""
        line = Line(name, verb, write.number(first.mention), remarks(first))
    else:
        line = Line(name, sentences.predicate(told.shortened(quiet), write))
    others = [replace(clause, is_part=True) for clause in others]
    area, told.area = told.area, first.subject.area.code
    line = _with(line, others, told, write)
    told.area = area
    return line


def _part_name(subject: SeriesName, told: Told) -> str:
    if subject.area.code != told.area and told.area:
        whole = told.whole_area
        return labels.area_within(subject.area, whole) if whole else labels.area(subject.area)
    if subject.breakdown is not None and told.series is not None and subject.code == told.series.code:
        return labels.part(subject)
    return labels.brief(labels.counted(subject) if subject.is_count else labels.indicator(subject))


def _opening(subject: SeriesName, period: Period, told: Told) -> str:
    return f"{_period(period, told)}{_area(subject, told)}{labels.counted(subject)}"


def _period(period: Period, told: Told) -> str:
    """2024年，; 12月当月，after the year it belongs to; nothing where it has been said."""
    if told.period == period:
        return ""
    if told.is_month_alone(period):
        return f"{months(period)}当月{COMMA}"
    if told.is_same_year(period):
        return f"{months(period)}{COMMA}"
    return f"{phrase(period)}{COMMA}"


def _area(subject: SeriesName, told: Told) -> str:
    """重庆市; 全市 where the paragraph comes back to it; nothing where it is still the same."""
    if subject.area.code == told.area:
        return ""
    again = labels.whole_area(subject.area) if subject.area.code in told.areas else ""
    if again:
        return again
    return labels.series(subject).removesuffix(labels.indicator(subject))


def _measured(clause: Clause) -> str:
    return (
        target_sentences.measured(clause.without_area)
        if clause.target
        else (labels.counted(clause.subject) if clause.subject.is_count else labels.indicator(clause.subject))
    )


def balance(clause: Clause, write: Writer) -> Line:
    """贸易顺差2993.1亿元."""
    way = "顺差" if clause.mention.sign >= 0 else "逆差"
    return Line(f"贸易{way}", write.number(clause.mention, size=True), at_prices(clause))


OF_TRADE: dict[str, Make] = {"balanced": balance, "widened": sentences.surplus_moved}
"""What is said of an area's exports and imports together, after its name."""


def headline(clause: Clause, write: Writer) -> Line:
    """网上零售额增长13.05%."""
    told = Told(clause.period, clause.subject.area.code, series=None)
    quiet = clause.without_area
    if of_trade := OF_TRADE.get(clause.verb):
        return of_trade(clause, write)
    if clause.verb == "reached":
        return _level(quiet, (), None, Told(verb=_HAS), write)
    if whole := sentences.WHOLE_SENTENCES.get(clause.verb):
        return whole(quiet, write)
    told.shortened(quiet)
    return Line(_measured(quiet), sentences.predicate(told.shortened(quiet), write))


def left_out(clauses: tuple[Clause, ...], write: Writer) -> Line:
    """因2023年与2022年口径疑有变化，二者不可比，未列2023年跨境电商进出口额的同比增速."""
    names = listed([missing(clause) for clause in clauses], "and")
    period = period_label(clauses[0].period)
    reason = clauses[0].reason
    why = f"因{write.clause(reason)}，" if reason else ""
    return Line(f"{why}未列{period}{names}{STOP}")
