"""The grammar of clauses about targets in English: what is set, how far it is, whether the pace suffices."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.content import Line
from reportgen.language.clauses import Clause, Direction, TargetName, Writer
from reportgen.language.en import labels
from reportgen.language.en.clause_parts import ahead_or_behind
from reportgen.language.en.periods import end
from reportgen.language.en.periods import label as period_label
from reportgen.language.en.punctuation import STOP
from reportgen.periods import PeriodKind

_TO_BE = {
    "gt": "to be exceeded",
    "ge": "to be reached",
    "eq": "to be reached",
    "le": "not to be exceeded",
    "lt": "to stay below",
}


def threshold(target: TargetName, write: Writer) -> Line:
    """``the 70 billion yuan to be exceeded``: a target's figures are taken at its threshold, and say so."""
    return Line("the ", write.number(target.threshold, qualified=False), f" {_TO_BE[target.operator]}")


def _set(clause: Clause, write: Writer) -> Line:
    """``The target for Chongqing's ... by 2025 is more than 70 billion yuan``."""
    period = period_label(clause.aim.period)
    counted = labels.is_what_is_counted(clause.subject)
    number = write.number(clause.stated, counter=not counted)
    return Line(f"The target for {labels.series(clause.subject)} by {period} is ", number)


def _completion(clause: Clause, write: Writer) -> Line:
    joint = " of the way to " if clause.aim.comes_down else " of "
    line = Line(write.number(clause.stated, size=True), joint, threshold(clause.aim, write))
    return line.add(f" in {period_label(clause.aim.period)}")


def _completed(clause: Clause, write: Writer) -> Line:
    verb = " had come " if clause.aim.comes_down else " came to "
    return Line(verb, _completion(clause, write))


def _progressed(clause: Clause, write: Writer) -> Line:
    number, year = write.number(clause.stated), period_label(clause.aim.period)
    return Line(" had come ", number, " of the way to ", threshold(clause.aim, write), f" in {year}")


def _lacked(clause: Clause, write: Writer) -> Line:
    """How far it is, and on which side: a target to come down to is missed from above."""
    passed = clause.stated.sign < 0
    if clause.aim.comes_down:
        joint = " below " if passed else " above "
    else:
        joint = " above " if passed else " short of "
    number = write.number(clause.stated, size=True)
    year = period_label(clause.aim.period)
    return Line(" stood ", number, joint, threshold(clause.aim, write), f" in {year}")


def _gap(clause: Clause, write: Writer) -> Line:
    return Line("leaving a gap of ", write.number(clause.stated, size=True))


def _pace(clause: Clause, write: Writer) -> Line:
    return ahead_or_behind(clause.stated, write)


def _growth_a_year(clause: Clause, write: Writer) -> Line:
    """``21.4% a year from 2021``."""
    at, due = clause.period, clause.aim.period
    number = write.number(clause.stated, size=True)
    is_next = at.kind is PeriodKind.YEAR and due.kind is PeriodKind.YEAR and due.year == at.year + 1
    return Line(number, f" in {period_label(due)}" if is_next else f" a year from {period_label(at)}")


def _requires(clause: Clause, write: Writer) -> Line:
    falls = clause.stated.direction is Direction.DOWN
    change = "an average fall of " if falls else "average growth of "
    return Line(f"which requires {change}", _growth_a_year(clause, write))


def _must_grow(clause: Clause, write: Writer) -> Line:
    year, verb = (
        period_label(clause.aim.period),
        "fall" if clause.stated.direction is Direction.DOWN else "grow",
    )
    start = f"To reach the target for {year}, {labels.series(clause.subject)} must {verb} by "
    return Line(start, _growth_a_year(clause, write))


def _path(clause: Clause, write: Writer) -> Line:
    year = period_label(clause.aim.period)
    start = f"On a steady path to the target for {year}, {labels.series(clause.subject)} would stand at "
    return Line(start, write.number(clause.stated), f" in {period_label(clause.period)}")


def _elapsed(clause: Clause, write: Writer) -> Line:
    rest = f" of the time for the target of {period_label(clause.aim.period)} had elapsed"
    return Line(f"By {end(clause.period)}, ", write.number(clause.stated), rest)


def _kept_pace(clause: Clause, write: Writer) -> Line:
    start = f"By {end(clause.period)}, progress towards the target for {labels.series(clause.subject)}"
    return Line(f"{start} in {period_label(clause.aim.period)} was ", ahead_or_behind(clause.stated, write))


def _projected(clause: Clause, write: Writer) -> Line:
    start = f"At the present rate of growth, {labels.series(clause.subject)} would reach "
    return Line(start, write.number(clause.stated), f" in {period_label(clause.aim.period)}")


def _stands(clause: Clause, write: Writer) -> Line:
    """``Status of the target for ... in 2025: behind``."""
    start = f"Status of the target for {labels.series(clause.subject)} in {period_label(clause.aim.period)}: "
    line = Line(start, write.number(clause.stated), STOP)
    return line.add(f" {write.reason(clause.reason)}") if clause.reason else line


def basis(clauses: tuple[Clause, ...], write: Writer) -> Line:
    """On which figure a target is measured, which later ones are set aside and why: a sentence or more for each."""
    line = Line()
    for clause in clauses:
        period = period_label(clause.period)
        if clause.verb == "measured":
            line.add(f"Measured on the figure for {period}.")
            continue
        later = "later " if clauses[0].verb == "measured" else ""
        line.add(
            f"{' ' if line else ''}The {later}figure for {period}, ",
            write.number(clause.stated),
            ", is set aside.",
        )
        line.add(f" {write.reason(clause.reason)}" if clause.reason else "")
    return line


Make = Callable[[Clause, Writer], Line]

PREDICATES: dict[str, Make] = {"completed": _completed, "lacked": _lacked, "progressed": _progressed}
WHOLE_SENTENCES: dict[str, Make] = {
    "set": _set,
    "requires": _must_grow,
    "on_path": _path,
    "elapsed": _elapsed,
    "keeps_pace": _kept_pace,
    "projected": _projected,
    "stands": _stands,
}
ADDITIONS: dict[str, Make] = {
    "completed": _completion,
    "keeps_pace": _pace,
    "lacked": _gap,
    "requires": _requires,
}
JOINTS = {"completed": "; this is "}
CLOSED = ("stands",)
