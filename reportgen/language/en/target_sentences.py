"""The grammar of clauses about targets in English: what is set, how far it is, whether the pace suffices."""

from __future__ import annotations

from reportgen.content import Line
from reportgen.language.clause_words import Verb
from reportgen.language.clauses import Clause, Direction, TargetName, VerbCode, Writer
from reportgen.language.en import labels
from reportgen.language.en.clause_parts import parts, worded
from reportgen.language.en.periods import label as period_label
from reportgen.language.en.punctuation import STOP, sentence
from reportgen.periods import Period, PeriodKind


def goal(target: TargetName, write: Writer) -> Line:
    """``the 2025 target of more than 70 billion yuan``."""
    before, after = _GOALS.get(target.aim, ("", ""))
    start = f"the {period_label(target.period)} target {'range ' if target.is_range else ''}of {before}"
    return Line(start, write.number(target.threshold), after.format(base=_base(target)))


_GOALS = {
    "growth": ("growth of ", ""),
    "average_growth": ("average growth of ", " a year"),
    "reduction": ("a reduction by ", "{base}"),
    "multiple": ("", " the level{base}"),
    "total": ("a total of ", ""),
    "share": ("a share of ", ""),
}
"""What is around a threshold that is no level."""


def _base(target: TargetName) -> str:
    if target.base is None:
        return ""
    return (
        f" of {period_label(target.base)}"
        if target.aim == "multiple"
        else f" from {period_label(target.base)}"
    )


def measured(clause: Clause) -> str:
    """What is measured: the series, its growth, its share."""
    series, aim = labels.series(clause.subject), clause.aim
    if aim.aim == "growth":
        return f"the growth of {series}"
    if aim.aim == "average_growth":
        return f"the average growth of {series} a year{_base(aim)}"
    if aim.aim == "share":
        return f"the share of {series} in {labels.whole(aim.whole, clause.subject) if aim.whole else 'the whole'}"
    return series


def opening(clause: Clause) -> str:
    """``In 2024, the growth of Chongqing's GDP``; of a total the years so far."""
    period = clause.period
    if clause.aim.aim == "total":
        period = Period.span_of(clause.aim.period.first, period.last)
    time = parts.dated(clause, parts.phrase(clause, period))
    return f"{time}, {measured(clause)}"


def is_few(clause: Clause) -> bool:
    """Whether running text says a completion as how many there are of how many: ``5 of the 10 zones``."""
    return clause.counted is not None and labels.things(clause.subject) is not None


def few(clause: Clause, write: Writer) -> Line:
    """``5 of the 10 demonstration zones targeted for 2025``."""
    named = labels.things(clause.subject)
    assert named is not None
    assert clause.counted is not None
    number = write.number(clause.counted, counter=False)
    of = write.number(clause.aim.threshold, qualified=False, counter=False)
    return Line(number, " of the ", of, f" {named[1]} targeted for {period_label(clause.aim.period)}")


def _set(clause: Clause, write: Writer) -> Line:
    """``The target for Chongqing's ... by 2025 is more than 70 billion yuan``."""
    aim = clause.aim
    period = period_label(aim.period)
    counted = labels.is_what_is_counted(clause.subject)
    number = write.number(clause.mention, counter=not counted)
    for_its_period = aim.aim in ("growth", "share", "total")
    line = Line(f"The target for {measured(clause)} {'in' if for_its_period else 'by'} {period} is ")
    if aim.aim == "reduction":
        return line.add("a fall of ", number, _base(aim))
    after = {"multiple": f" the level{_base(aim)}", "total": " in total"}.get(aim.aim, "")
    return line.add(number, after)


def _is_a_way(target: TargetName) -> bool:
    """Whether a completion is a share of the way, and not of the level."""
    return target.comes_down or target.aim == "reduction"


def _ahead_of_plan(clause: Clause) -> str:
    """``, two years ahead of plan`` of a target that is reached before its year, unless the plan began beyond it."""
    if clause.is_base_there:
        return ", which the plan’s base had reached already"
    years = clause.years_ahead
    if not years:
        return ""
    number = _NUMBERS.get(years, str(years))
    return f", {number} {'year' if years == 1 else 'years'} ahead of plan"


_NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}


def _is_short(clause: Clause) -> bool:
    """Whether a figure is below a target that it is to reach from there."""
    return clause.mention.sign >= 0 and not clause.aim.comes_down


def _side(clause: Clause) -> str:
    """On which side of a target a figure is: one to come down to is missed from above."""
    is_above = (clause.mention.sign < 0) is not clause.aim.comes_down
    return "short" if _is_short(clause) else "above" if is_above else "below"


def _if_at_all(clause: Clause, side: str) -> str:
    """ "Less than 5 short" may also be past: then the sentence says so."""
    return f", if {side} at all" if clause.mention.size_qualifier in ("lt", "le") else ""


def _a_year(clause: Clause) -> str:
    """`` a year from 2021``."""
    at, due = clause.period, clause.aim.period
    is_next = at.kind is PeriodKind.YEAR and due.kind is PeriodKind.YEAR and due.year == at.year + 1
    return f" in {period_label(due)}" if is_next else f" a year from {period_label(at)}"


def _falls(clause: Clause) -> bool:
    return clause.mention.direction is Direction.DOWN


def _because(clause: Clause, write: Writer) -> str:
    return sentence(f", because {write.clause(clause.reason)}") if clause.reason else STOP


_worded = worded.and_of(
    goal=lambda clause, write: goal(clause.aim, write),
    of_way=lambda clause, _: " of the way to" if _is_a_way(clause.aim) else " of",
    had_come=lambda clause, _: "had come" if _is_a_way(clause.aim) else "reached",
    ahead_of_plan=lambda clause, _: _ahead_of_plan(clause),
    missed=lambda clause, _: ", and so missed" if clause.is_missed else "",
    side=lambda clause, _: f"{_side(clause)}{' of' if _is_short(clause) else ''}",
    if_at_all=lambda clause, _: _if_at_all(clause, _side(clause)),
    if_short=lambda clause, _: _if_at_all(clause, "short"),
    if_above=lambda clause, _: _if_at_all(clause, "above"),
    a_year=lambda clause, _: _a_year(clause),
    at_base=lambda clause, _: ", as it was at the plan’s base already" if clause.is_base_there else "",
    because=_because,
)
_COMPLETION = "{size}{of_way} {goal}{ahead_of_plan}{missed}"
_MOVED_AWAY = "further from {goal} than at the plan’s base"
"""No share of the way."""

_verb = _worded.verb

VERBS: dict[VerbCode, Verb] = {
    "set": _verb(whole=_set),
    "set_in_words": _verb(whole="The target for {series} by {period}: {words}"),
    "completed": _verb(
        predicate=f" {{had_come}} {_COMPLETION}",
        addition=_COMPLETION,
        joint="; this is ",
    ),
    "lacked": _verb(
        predicate=_worded.either(
            lambda clause: clause.mention.sign == 0,
            " stood exactly at {goal}",
            " stood {size} {side} {goal}{if_at_all}",
        ),
        addition=_worded.either(
            lambda clause: clause.aim.comes_down,
            "{size} above the target{if_above}",
            "leaving a gap of {size}{if_short}",
        ),
    ),
    "moved_away": _verb(predicate=f" stood {_MOVED_AWAY}", addition=_MOVED_AWAY),
    "progressed": _verb(predicate=" had come {number} of the way to {goal}"),
    "requires": _verb(
        whole=_worded.either(
            _falls,
            "To reach the target for {due}, {series} must fall by {size}{a_year}",
            "To reach the target for {due}, {series} must grow by {size}{a_year}",
        ),
        addition=_worded.either(
            _falls,
            "which requires an average fall of {size}{a_year}",
            "which requires average growth of {size}{a_year}",
        ),
    ),
    "on_path": _verb(
        whole="On a steady path to the target for {due}, {series} would stand at {number} in {period}"
    ),
    "elapsed": _verb(whole="By {end}, {number} of the time for the target of {due} had elapsed"),
    "keeps_pace": _verb(
        whole="By {end}, progress towards the target for {series} in {due} was {pace}",
        addition="{pace}",
        change="{pace}",
    ),
    "projected": _verb(whole="At the present rate of growth, {series} would reach {number} in {due}"),
    "stands": _verb(
        whole="Status of the target for {series} in {due}: {number}.{reason}",
        addition=_worded.either(
            lambda clause: bool(clause.reason) and not clause.is_base_there,
            "whether it is kept cannot be told",
            "{number}{at_base}",
        ),
        joint=": ",
        is_closed=True,
    ),
    "measured": _verb(whole="Measured on the figure for {period}."),
    "set_aside": _verb(whole="The figure for {period}, {number}, was not used{because}"),
    "set_aside_later": _verb(whole="The later figure for {period}, {number}, was not used{because}"),
}
