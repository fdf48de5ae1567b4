"""The grammar of clauses in English: verbs, word order, what joins a clause to the one before."""

from __future__ import annotations

from reportgen.content import Line
from reportgen.language.clause_words import Make
from reportgen.language.clauses import Clause, Direction, Writer
from reportgen.language.en import labels, ranks, target_sentences
from reportgen.language.en.clause_parts import (
    adjusted,
    at_prices,
    base,
    changed,
    growth,
    growth_addition,
    higher_or_lower,
    is_had,
    level,
    missing,
    moved_on,
    on_revised,
    opening,
    risen_or_fallen,
    things,
    whole_of,
    worded,
    year_before,
)
from reportgen.language.en.periods import label as period_label
from reportgen.language.en.periods import phrase
from reportgen.language.en.punctuation import COMMA, STOP, quoted
from reportgen.units import unit_of


def sentence(clauses: tuple[Clause, ...], write: Writer) -> Line:
    """The clauses as one sentence: the first says period and subject, the others follow it."""
    first, *others = clauses
    whole = WHOLE_SENTENCES.get(first.verb)
    opens = target_sentences.opening if first.target else opening
    if is_had(first) and (where := labels.area(first.subject.area)):
        line = Line(f"{phrase(first.period)}{COMMA}{labels.with_article(where)} had ", things(first, write))
    else:
        line = whole(first, write) if whole else Line(opens(first), predicate(first, write))
    for clause in others:
        line.add(JOINTS.get(clause.verb, COMMA), addition(clause, write))
    return line if first.verb in CLOSED else line.add(STOP)


def predicate(clause: Clause, write: Writer) -> Line:
    """A clause without period and subject: `` reached 32.21 billion yuan``."""
    return PREDICATES[clause.verb](clause, write)


def addition(clause: Clause, write: Writer) -> Line:
    """A clause that follows another of the same subject: ``up 63.3% year on year``."""
    return ADDITIONS[clause.verb](clause, write)


def change(clause: Clause, write: Writer) -> Line:
    """Direction and size alone: ``up 63.3% year on year``, ``down 0.5 percentage points``."""
    figure = clause.mention
    if clause.verb == "grew":
        return growth_addition(clause, write)
    if clause.verb == "keeps_pace":
        return addition(clause, write)
    way = {Direction.UP: "up ", Direction.DOWN: "down "}.get(figure.direction)
    return Line(way, write.number(figure, size=True)) if way else Line(write.number(figure))


# ---- after the opening ----


def _month_alone(clause: Clause, write: Writer) -> Line:
    """`` reached 6.5 billion yuan (from cumulative figures)``; the first months of a year are published themselves."""
    return Line(level(clause, write), "" if clause.period.is_cumulative else " (from cumulative figures)")


def _accounted(clause: Clause, write: Writer) -> Line:
    return Line(" accounted for ", write.number(clause.mention), f" of {_whole_named(clause, 'the whole')}")


def _whole_named(clause: Clause, otherwise: str) -> str:
    """``total exports``; of the same in another area ``China's total``."""
    elsewhere = clause.area_of_whole
    if elsewhere is None:
        return whole_of(clause, otherwise)
    return f"{labels.possessive(labels.with_article(labels.area(elsewhere)))} total"


def _times(clause: Clause, write: Writer) -> Line:
    against = base(clause.against, clause)
    of = f" the level of {against}" if clause.against.is_period else f" {against}"
    return Line(write.number(clause.mention), of)


def _contribution(clause: Clause, write: Writer) -> Line:
    return Line(
        write.number(clause.mention),
        f" of the {'fall in' if clause.whole_falls else 'growth of'} {whole_of(clause)}",
    )


def _pulled(clause: Clause, write: Writer) -> Line:
    return Line(" ", _pull(clause, ("added", "took", "made"), write))


def _pulling(clause: Clause, write: Writer) -> Line:
    return _pull(clause, ("adding", "taking", "making"), write)


def _pull(clause: Clause, verbs: tuple[str, str, str], write: Writer) -> Line:
    """``added 4.2 percentage points to the growth of ...``; ``made little difference`` where that rounds to nothing."""
    added, took, made = verbs
    growth = "it" if clause.is_whole_said else f"the growth of {whole_of(clause)}"
    if clause.mention.direction is Direction.LEVEL:
        return Line(f"{made} little difference to {growth}")
    number = write.number(clause.mention, size=True)
    verb, way = (took, "from") if (clause.mention.direction is Direction.DOWN) else (added, "to")
    return Line(f"{verb} ", number, f" {way} {growth}")


# ---- sentences that open otherwise ----


def _grew_a_year(clause: Clause, write: Writer) -> Line:
    first = clause.against.period
    assert first is not None
    start = f"From {period_label(first)} to {period_label(clause.period)}, {labels.series(clause.subject)} "
    return Line(start, growth(clause, write), adjusted(clause))


def _implied_level(clause: Clause, write: Writer) -> Line:
    earlier, rate = clause.against.period, "multiple" if "multiple" in clause.because else "growth"
    assert earlier is not None
    start = f"The level and {rate} reported for {period_label(clause.period)} imply {labels.series(clause.subject)} of "
    return Line(start, write.number(clause.mention), f"{at_prices(clause)} for {period_label(earlier)}")


def _implied_rate(clause: Clause, write: Writer) -> Line:
    """The rate; that it is out of line with the dataset's other conversions is said with it."""
    start = f"The source’s conversion of {labels.series(clause.subject)} for {period_label(clause.period)} implies "
    line = Line(start, write.number(clause.mention), STOP)
    return line.add(f" {write.sentence(clause.note)}") if clause.note else line


def _against(clause: Clause, write: Writer) -> Line:
    against = base(clause.against, clause)
    return higher_or_lower(clause.mention, f"in {against}" if clause.against.is_period else against, write)


_worded = worded.and_of(times=_times, contribution=_contribution, against=_against)

rate_compared = _worded("{series} was {against}")
share_compared = _worded("the share of {series} in {whole} was {against}")


def _sentence_of(compared: Make) -> Make:
    return lambda clause, write: Line(
        f"{phrase(clause.period, flow=clause.subject.is_flow)}, ", compared(clause, write)
    )


def _unclear_multiple(clause: Clause, write: Writer) -> Line:
    """The source's own words stand, and nothing is made of them."""
    said = f": {quoted(clause.words)}" if clause.words else ""
    start = f"For {period_label(clause.period)}, a source puts {labels.series(clause.subject)} at "
    return Line(start, write.number(clause.mention, as_worded=False), f", of what it does not say{said}")


def _of_trade(clause: Clause, write: Writer) -> Line:
    """``In 2023, Chongqing's trade surplus ...``."""
    start = f"{phrase(clause.period, flow=True)}, {labels.possessive(labels.area(clause.subject.area))} "
    return Line(start, OF_TRADE[clause.verb](clause, write))


def balance(clause: Clause, write: Writer) -> Line:
    """``trade surplus was 299.31 billion yuan``."""
    way = "surplus" if clause.mention.sign >= 0 else "deficit"
    return Line(f"trade {way} was ", write.number(clause.mention, size=True), at_prices(clause))


def _missing(clause: Clause, write: Writer) -> Line:
    """``For 2023, the share of Chongqing's exports in ... is not available. ...``"""
    name = missing(clause)
    period = period_label(clause.period)
    line = Line(f"For {period}, {name} is {'' if clause.kind == 'level' else 'not '}available.")
    return line.add(f" {write.sentence(clause.reason)}") if clause.reason else line


# ---- after another clause ----


def _faster_or_higher(clause: Clause, write: Writer) -> Line:
    if clause.against.is_period:
        return moved_on(clause, write)
    return higher_or_lower(clause.mention, base(clause.against, clause, of="the growth"), write)


def _share_rose(clause: Clause, write: Writer) -> Line:
    return risen_or_fallen(clause.mention, base(clause.against, clause), write).add(on_revised(clause))


def _turned(clause: Clause, write: Writer) -> Line:
    """``turning from a surplus into a deficit``; what is no money turns from positive to negative."""
    ways = (
        ("a surplus", "a deficit") if unit_of(clause.mention.unit).is_currency else ("positive", "negative")
    )
    now, before = ways if clause.mention.sign > 0 else ways[::-1]
    return Line(f"turning from {before} {'into' if ways[0] == 'a surplus' else 'to'} {now}")


def _widened(clause: Clause, write: Writer) -> Line:
    """``widening by 9.48 billion yuan on the year before``, of a surplus or deficit."""
    verb = "widening" if clause.now is Direction.UP else "narrowing"
    return _by_how_much(verb, clause, write)


def _by_how_much(verb: str, clause: Clause, write: Writer) -> Line:
    number = write.number(clause.mention, size=True)
    return Line(f"{verb} by ", number, at_prices(clause), f" on {year_before(clause.period)}")


def surplus_moved(clause: Clause, write: Writer) -> Line:
    """``trade surplus widened by 9.48 billion yuan on ...``; of one that turned, how the balance moved."""
    if clause.now is None:
        return Line("trade balance ", changed(clause, write))
    verb = "widened" if clause.now is Direction.UP else "narrowed"
    return Line(f"trade {clause.kind} ", _by_how_much(verb, clause, write))


def _share_of(clause: Clause, write: Writer) -> Line:
    """``accounting for 42.6% of total exports``; of the same in another area: ``1.6% of China's``."""
    whole = "the total" if clause.is_part else _whole_named(clause, "the total")
    return Line("accounting for ", write.number(clause.mention), f" of {whole}")


def _averaged_a_year(clause: Clause, write: Writer) -> Line:
    """``with average growth of 5.1% a year since 2021``."""
    first = clause.against.period
    falls = clause.mention.direction is Direction.DOWN
    since = f" since {period_label(first)}" if first is not None else ""
    number = write.number(clause.mention, size=falls)
    return Line(f"with {'an average fall' if falls else 'average growth'} of ", number, f" a year{since}")


def _implies_level(clause: Clause, write: Writer) -> Line:
    """``which implies more than 21.7 billion yuan for the year before``, ``a year earlier`` of a part of a year."""
    earlier = clause.against.period
    assert earlier is not None
    when = f"for {period_label(earlier)}"
    if earlier == clause.period.year_before():
        is_part = not clause.period.is_end_of_year and clause.period.months != 12
        when = "a year earlier" if is_part else f"for {year_before(clause.period)}"
    return Line("which implies ", write.number(clause.mention), f"{at_prices(clause)} {when}")


PREDICATES: dict[str, Make] = {
    "reached": level,
    "month_alone": _month_alone,
    "summed": _worded(": the parts given come to {number}{prices}"),
    "remained": _worded(", apart from the parts given, came to {number}{prices}"),
    "averaged": _worded(" averaged {number}"),
    "averaged_a_day": _worded(" averaged {number} a day{prices}"),
    "grew": _worded(" {growth}{adjusted}"),
    "changed": _worded(" {changed}"),
    "accounted": _accounted,
    "multiplied": _worded(" came to {times}"),
    "ranked": ranks.ranked,
    "ranked_among": ranks.ranked_among,
    "contributed": _worded(" contributed {contribution}"),
    "pulled": _pulled,
    **target_sentences.PREDICATES,
}
"""What follows the opening, by the verb of the clause."""

OF_TRADE: dict[str, Make] = {"balanced": balance, "widened": surplus_moved}
"""What is said of an area's exports and imports together, after its name."""

WHOLE_SENTENCES: dict[str, Make] = {
    "grew_a_year": _grew_a_year,
    "implied_other_rate": _worded(
        "The growth of {series} reported for {period} and its difference imply growth of {number} for {other_side}"
    ),
    "implied_level": _implied_level,
    "implied_rate": _implied_rate,
    "growth_differed": _worded("{time}, {growth_compared}"),
    "rate_differed": _sentence_of(rate_compared),
    "share_differed": _sentence_of(share_compared),
    "multiplied_unclear": _unclear_multiple,
    **dict.fromkeys(OF_TRADE, _of_trade),
    "missing": _missing,
    **target_sentences.WHOLE_SENTENCES,
}
"""Sentences whose subject does not stand first."""

ADDITIONS: dict[str, Make] = {
    "grew": _worded("{up_or_down}{adjusted}"),
    "changed": _share_rose,
    "growth_differed": _faster_or_higher,
    "rate_differed": _against,
    "share_differed": _share_rose,
    "turned": _turned,
    "widened": _widened,
    "converted": _worded("or {number}"),
    "accounted": _share_of,
    "grew_a_year": _averaged_a_year,
    "implied_level": _implies_level,
    "multiplied": _times,
    "ranked": ranks.ranking,
    "ranked_among": ranks.ranking_among,
    "contributed": _worded("contributing {contribution}"),
    "pulled": _pulling,
    **target_sentences.ADDITIONS,
}
"""What a clause says after another one of the same subject."""

JOINTS = target_sentences.JOINTS
"""What joins such a clause, where it is no comma."""

CLOSED = ("implied_rate", "missing", *target_sentences.CLOSED)
"""Sentences that end with one of another's."""

basis = target_sentences.basis
