"""Paragraphs in Chinese: parts after 其中, 达 and 为 by turns, marks before the stop."""

from __future__ import annotations

from reportgen.content import Inline, Line
from reportgen.language.clauses import Clause, Direction, Statement, Writer
from reportgen.language.running_text import RunningText
from reportgen.language.told import Piece, Told
from reportgen.language.zh import labels, target_sentences
from reportgen.language.zh.clause_parts import parts, remarks, to_be
from reportgen.language.zh.periods import label as period_label
from reportgen.language.zh.punctuation import COMMA, STOP, listed
from reportgen.language.zh.sentences import GRAMMAR
from reportgen.names import SeriesName
from reportgen.units import unit_of


class _Chinese(RunningText):
    LONGEST_KEY_MESSAGE = 112  # two lines of 28 characters (GB/T 9704-2012, 5.2.3)
    OF_WHICH = "其中"
    MONTH_ALONE = "{}当月"
    MARKS_FIRST = VERB_LASTS = True

    def are_shares(self, one: Statement, first: Statement) -> bool:
        """Whether 分别为 can serve for both: no qualifier is between the shares, and they rest on the same sources."""
        is_plain = one.is_share_as(first) and one.clauses[0].mention.qualifier == "eq"
        return is_plain and one.marks == first.marks

    def of_whole(self, subject: SeriesName, when: str, told: Told) -> str:
        """农村电商品牌中，."""
        return f"{when}{_area(subject, told)}{labels.counted(subject)}中{COMMA}"

    def shares(self, statements: tuple[Statement, ...], told: Told, write: Writer) -> list[Piece]:
        """2024年，重庆市进出口、出口、进口占全国的比重分别为1.6%、2.0%、1.1%."""
        said = [one.clauses[0] for one in statements]
        first, elsewhere = said[0], said[0].area_of_whole
        assert elsewhere is not None
        names = [labels.brief(labels.indicator(clause.subject)) for clause in said]
        when = self.period(first, told)
        opening = f"{when}{_area(first.subject, told)}{listed(names, '')}"
        told.tell(first.subject, first.period)
        told.series = None
        shares: list[Inline] = [part for clause in said for part in ("、", write.number(clause.mention))]
        line = Line(f"{opening}占{labels.area(elsewhere)}的比重分别为", *shares[1:])
        return [Piece(STOP, "", line, statements[0].marks)]

    def trade_opening(self, clause: Clause, told: Told) -> str:
        return f"{self.period(clause, told)}{_area(clause.subject, told)}"

    def follow(self, before: Clause, clause: Clause, told: Told, write: Writer, *, is_last: bool) -> Line:
        if before.verb == clause.verb == "growth_differed" and before.before is before.now is Direction.DOWN:
            return Line(f"{COMMA}增速", self.addition(clause, told, write))  # what came before was 降幅
        return super().follow(before, clause, told, write, is_last=is_last)

    def stated(self, clause: Clause, clauses: tuple[Clause, ...], told: Told, write: Writer) -> Line:
        area = labels.area(clause.subject.area)
        if clause.verb == "reached" and told.is_elsewhere(clause):
            return _level(clause, clauses, area, told, write)
        same = told.series == clause.subject and told.period is not None and told.period != clause.period
        opening = self.period(clause, told)
        opening = opening.removesuffix(COMMA) if same else f"{opening}{_area(clause.subject, told)}"
        if clause.verb == "reached":
            return Line(opening, _level(clause, clauses, "" if same else None, told, write))
        subject = "" if same else labels.brief(_measured(clause))
        if clause.counted is not None:
            return Line(opening, subject, target_sentences.few(clause.counted, clause.aim, write))
        if compared := GRAMMAR.verbs[clause.verb].compared:
            return Line(opening, subject, compared(clause, write))
        if clause.verb == "grew" and told.is_elsewhere(clause):
            opening, subject = area, ""
        return Line(opening, subject, GRAMMAR.predicate(told.shortened(clause.without_area), write))

    def part_level(self, clause: Clause, name: str, told: Told, write: Writer, *, again: bool) -> Line:
        """一般贸易近2000亿元: without a verb."""
        is_rate = not unit_of(clause.mention.unit).adds_up and clause.mention.unit != "count"
        verb = to_be(clause.mention) if is_rate else ""
        return Line(name, verb, write.number(clause.mention), remarks(clause))

    def measure(self, subject: SeriesName) -> str:
        return labels.brief(_named(subject))

    def headed(self, clause: Clause, told: Told, write: Writer) -> Line:
        """网上零售额增长13.05%."""
        if clause.verb == "reached":
            return _level(clause, (), None, Told(verb="had"), write)
        told.shortened(clause)
        return Line(_measured(clause), GRAMMAR.predicate(told.shortened(clause), write))

    def left_out(self, clauses: tuple[Clause, ...], write: Writer) -> Line:
        """因2023年与2022年口径疑有变化，二者不可比，未列2023年跨境电商进出口额的同比增速."""
        names = listed([parts.missing(clause) for clause in clauses], "and")
        reason = clauses[0].reason
        why = f"因{write.clause(reason)}，" if reason else ""
        return Line(f"{why}未列{period_label(clauses[0].period)}{names}{STOP}")


PARAGRAPHS = _Chinese(GRAMMAR)


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
            has = "共有" if is_had and told.verb != "had" else ""
            told.verb = "had" if is_had else told.verb
            return Line(has, counted, write.number(clause.mention), remarks(clause))
    if clause.mention.qualifier != "eq":
        verb = ""
    said = labels.indicator(clause.subject) if subject is None else subject
    return Line(said, verb, write.number(clause.mention), remarks(clause))


def _area(subject: SeriesName, told: Told) -> str:
    """重庆市; 全市 where the paragraph comes back to it; nothing where it is still the same."""
    if subject.area.code == told.area:
        return ""
    again = labels.whole_area(subject.area) if subject.area.code in told.areas else ""
    return again or labels.where(subject)


def _named(subject: SeriesName) -> str:
    return labels.counted(subject) if subject.is_count else labels.indicator(subject)


def _measured(clause: Clause) -> str:
    return target_sentences.measured(clause.without_area) if clause.target else _named(clause.subject)
