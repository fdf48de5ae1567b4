"""The grammar of clauses in English: verbs, word order, what joins a clause to the one before."""

from __future__ import annotations

from reportgen.content import Line
from reportgen.language.clause_words import Verb
from reportgen.language.clauses import Clause, Direction, VerbCode, Writer
from reportgen.language.en import labels, target_sentences
from reportgen.language.en.clause_parts import (
    base,
    growth_addition,
    growth_compared,
    higher_or_lower,
    is_had,
    level,
    moved_on,
    on_revised,
    parts,
    risen_or_fallen,
    things,
    whole_of,
    worded,
    year_before,
)
from reportgen.language.en.periods import label as period_label
from reportgen.language.en.punctuation import COMMA, quoted
from reportgen.language.grammar import Grammar
from reportgen.units import unit_of


def _whole_named(clause: Clause, otherwise: str) -> str:
    """``total exports``; of the same in another area ``China's total``."""
    elsewhere = clause.area_of_whole
    if elsewhere is None:
        return whole_of(clause, otherwise)
    return f"{labels.possessive(labels.with_article(labels.area(elsewhere)))} total"


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


def _place(clause: Clause, write: Writer) -> Line:
    """``1st in China``: the place that a source states."""
    area = clause.comparison.area if clause.comparison else None
    inside = "" if area is None else f" in {labels.with_article(labels.area(area))}"
    article = "among the " if clause.mention.qualifier in ("lt", "le") else ""
    return Line(article, write.number(clause.mention), inside)


def _place_among(clause: Clause, write: Writer) -> Line:
    """``by growth 2nd of the 12 areas listed``: among what the dataset has side by side."""
    growth = "by growth " if clause.by_growth else ""
    listed = f" of the {clause.among} {_COUNTED[clause.dimension]} listed"
    return Line(growth, write.number(clause.mention), listed)


_COUNTED = {"areas": "areas", "breakdown": "parts", "partners": "trade partners"}


def _against(clause: Clause, write: Writer) -> Line:
    against = base(clause)
    return higher_or_lower(clause.mention, f"in {against}" if clause.against.is_period else against, write)


def _faster_or_higher(clause: Clause, write: Writer) -> Line:
    if clause.against.is_period:
        return moved_on(clause, write)
    return higher_or_lower(clause.mention, base(clause, of="the growth"), write)


def _turned(clause: Clause, write: Writer) -> Line:
    """``turning from a surplus into a deficit``; what is no money turns from positive to negative."""
    ways = (
        ("a surplus", "a deficit") if unit_of(clause.mention.unit).is_currency else ("positive", "negative")
    )
    now, before = ways if clause.mention.sign > 0 else ways[::-1]
    return Line(f"turning from {before} {'into' if ways[0] == 'a surplus' else 'to'} {now}")


def _averaged_a_year(clause: Clause, write: Writer) -> Line:
    """``with average growth of 5.1% a year since 2021``."""
    first = clause.against.period
    falls = clause.mention.direction is Direction.DOWN
    since = f" since {period_label(first)}" if first is not None else ""
    number = write.number(clause.mention, size=falls)
    return Line(f"with {'an average fall' if falls else 'average growth'} of ", number, f" a year{since}")


def _when_implied(clause: Clause) -> str:
    """``for the year before``, ``a year earlier`` of a part of a year."""
    if clause.against.period != clause.period.year_before():
        return f"for {parts.base(clause)}"
    is_part = not clause.period.is_end_of_year and clause.period.months != 12
    return "a year earlier" if is_part else f"for {year_before(clause.period)}"


def _says_had(clause: Clause) -> bool:
    return is_had(clause) and bool(labels.area(clause.subject.area))


def _opening(clause: Clause) -> str:
    """``In 2021, Chongqing's exports``; ``In 2021, Chongqing`` of things that it had."""
    if clause.target:
        return target_sentences.opening(clause)
    if _says_had(clause):
        return f"{parts.time(clause)}{COMMA}{labels.with_article(labels.area(clause.subject.area))}"
    return parts.opening(clause)


_worded = worded.and_of(
    level=level,
    things=things,
    whose=lambda clause, _: labels.possessive(labels.area(clause.subject.area)),
    whole_named=lambda clause, _: _whole_named(clause, "the whole"),
    total=lambda clause, _: "the total" if clause.is_part else _whole_named(clause, "the total"),
    growth_of=lambda clause, _: "fall in" if clause.whole_falls else "growth of",
    growth_or_multiple=lambda clause, _: "multiple" if "multiple" in clause.because else "growth",
    surplus=lambda clause, _: "surplus" if clause.mention.sign >= 0 else "deficit",
    balance=lambda clause, _: clause.kind,
    widened=lambda clause, _: "widened" if clause.now is Direction.UP else "narrowed",
    widening=lambda clause, _: "widening" if clause.now is Direction.UP else "narrowing",
    year_before=lambda clause, _: year_before(clause.period),
    when_implied=lambda clause, _: _when_implied(clause),
    said=lambda clause, _: f": {quoted(clause.words)}" if clause.words else "",
    place=_place,
    place_among=_place_among,
    against=_against,
    growth_compared=growth_compared,
    faster_or_higher=_faster_or_higher,
    on_revised=lambda clause, _: on_revised(clause),
)
_times = _worded.either(
    lambda clause: clause.against.is_period, "{number} the level of {base}", "{number} {base}"
)
_rate_compared = _worded("{series} was {against}")
_share_compared = _worded("the share of {series} in {whole} was {against}")
_surplus_moved = _worded.either(
    lambda clause: clause.now is None,  # of one that turned, how the balance moved
    "trade balance {changed}",
    "trade {balance} {widened} by {size}{prices} on {year_before}",
)
_worded = _worded.and_of(
    times=_times,
    share_rose=lambda clause, write: risen_or_fallen(clause.mention, base(clause), write),
    rate_compared=_rate_compared,
    share_compared=_share_compared,
    surplus_moved=_surplus_moved,
)
_verb = _worded.verb

_VERBS: dict[VerbCode, Verb] = {
    "reached": _verb(predicate=_worded.either(_says_had, " had {things}", "{level}")),
    "converted": _verb(addition="or {number}"),
    "month_alone": _verb(
        predicate=_worded.either(  # the first months of a year are published themselves
            lambda clause: clause.period.is_cumulative, "{level}", "{level} (from cumulative figures)"
        )
    ),
    "summed": _verb(predicate=": the parts given come to {number}{prices}"),
    "remained": _verb(predicate=", apart from the parts given, came to {number}{prices}"),
    "averaged": _verb(predicate=" averaged {number}"),
    "averaged_a_day": _verb(predicate=" averaged {number} a day{prices}"),
    "grew": _verb(predicate=" {growth}{adjusted}", addition="{up_or_down}{adjusted}", change=growth_addition),
    "grew_a_year": _verb(
        whole="From {earlier} to {period}, {series} {growth}{adjusted}", addition=_averaged_a_year
    ),
    "changed": _verb(predicate=" {changed}", addition="{share_rose}{on_revised}"),
    "turned": _verb(addition=_turned),
    "accounted": _verb(
        predicate=" accounted for {number} of {whole_named}", addition="accounting for {number} of {total}"
    ),
    "multiplied": _verb(predicate=" came to {times}", addition=_times),
    "multiplied_unclear": _verb(  # the source's own words are printed, and nothing is made of them
        whole="For {period}, a source puts {series} at {as_digits}, of what it does not say{said}"
    ),
    "ranked": _verb(predicate=" ranked {place}", addition="ranking {place}"),
    "ranked_among": _verb(predicate=" ranked {place_among}", addition="ranking {place_among}"),
    "contributed": _verb(
        predicate=" contributed {number} of the {growth_of} {whole}",
        addition="contributing {number} of the {growth_of} {whole}",
    ),
    "pulled": _verb(predicate=_pulled, addition=_pulling),
    "implied_other_rate": _verb(
        whole="The growth of {series} reported for {period} and its difference imply growth of {number} for {other_side}"
    ),
    "implied_level": _verb(
        whole="The level and {growth_or_multiple} reported for {period} imply {series} of {number}{prices} for {earlier}",
        addition="which implies {number}{prices} {when_implied}",
    ),
    "implied_rate": _verb(
        whole="The source’s conversion of {series} for {period} implies {number}.{note}", is_closed=True
    ),
    "growth_differed": _verb(
        whole="{time}, {growth_compared}{undefined}",
        addition="{faster_or_higher}{undefined}",
        compared="{growth_compared}{undefined}",
    ),
    "rate_differed": _verb(whole="{time}, {rate_compared}", addition=_against, compared=_rate_compared),
    "share_differed": _verb(
        whole="{time}, {share_compared}", addition="{share_rose}{on_revised}", compared=_share_compared
    ),
    "balanced": _verb(
        whole="{time}, {whose} trade {surplus} was {size}{prices}",
        of_trade="trade {surplus} was {size}{prices}",
    ),
    "widened": _verb(
        whole="{time}, {whose} {surplus_moved}",
        addition="{widening} by {size}{prices} on {year_before}",
        of_trade=_surplus_moved,
    ),
    "missing": _verb(
        whole=_worded.either(
            lambda clause: clause.kind == "level",
            "For {period}, {missing} is available.{reason}",
            "For {period}, {missing} is not available.{reason}",
        ),
        is_closed=True,
    ),
    **target_sentences.VERBS,
}

GRAMMAR = Grammar(parts, _VERBS, _opening, lambda _: {Direction.UP: "up ", Direction.DOWN: "down "})
