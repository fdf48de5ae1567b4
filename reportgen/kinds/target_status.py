"""``target_status``: achieved, on track, behind, missed or unknown; the figure's ``state``, with what it rests on as ``reason``."""

from __future__ import annotations

from reportgen.calculations import target_status, targets
from reportgen.calculations.figure_formula import A, B, C, FigureFormula, FormulaSign, FormulaStep
from reportgen.calculations.result import Result, Term, refusal
from reportgen.calculations.target_aims import Aim
from reportgen.calculations.target_status import REACHED_AT_BASE
from reportgen.kinds import reasons
from reportgen.kinds.basis import is_before_issue, not_issued
from reportgen.kinds.declaration import ColumnOf, Declaration, FigureEntry, Kind, Sheet, without_number
from reportgen.kinds.progress import Progress
from reportgen.kinds.stating import ALONE, Clause, Figure, StatesFigures
from reportgen.kinds.target_measure import at_measured_or_nowhere, of_target, refused_at
from reportgen.kinds.template_name import TemplateName
from reportgen.record import replace
from reportgen.values import ZERO, Bound

_ABOVE, _AT_LEAST = FormulaSign.ABOVE, FormulaSign.AT_LEAST
_BELOW, _AT_MOST = FormulaSign.BELOW, FormulaSign.AT_MOST


def _figure(at: Progress) -> FigureEntry:
    asked = at.threshold
    set_later = is_before_issue(at.target, at.figure_id.period)
    if at.measured is None or at.reached is None or asked.value is None or set_later:
        reason = at.refusal or (not_issued(at.target) if set_later else reasons.OTHER_SERIES)
        refusal = refused_at(at, "", reason)
        return FigureEntry(replace(refusal.figure, state=target_status.State.UNKNOWN.value))
    mark, beside = _mark(at)
    found = target_status.status(
        at.measured.quantity,
        asked.value,
        others=at.other_ends,
        strict=at.target.operator in ("gt", "lt"),
        falling=at.falling,
        over=at.is_over,
        may_be_reached=at.may_be_reached,
        mark=mark.value,
        no_mark=mark.reason or targets.NO_YEARLY_PATH,
        is_base_there=at.base_is_beyond,
        held_against=_held_against(at),
    )
    entry = without_number(
        at.figure_id,
        "",
        found.reason,
        [*at.measured.parts, at.goal, *beside],
        formula=_compared(found.state, at),
        note=at.note,
    )
    return FigureEntry(
        replace(entry.figure, state=found.state.value, comparable=True, scopes=at.reached.figure.scopes)
    )


def _held_against(at: Progress) -> target_status.HeldAgainst:
    if at.is_rate_of_change or at.is_range or at.base_is_beyond:
        return target_status.HeldAgainst.GOAL
    return target_status.HeldAgainst.TIME if at.by_time else target_status.HeldAgainst.PATH


def _mark(at: Progress) -> tuple[Result, list[FigureEntry]]:
    """Where the observation should be by now: on the path, or at the elapsed share of its year's target."""
    if _held_against(at) is target_status.HeldAgainst.GOAL:
        return targets.at_threshold(Term.exact(at.threshold.value or ZERO)), []
    kind = Kind.TARGET_ELAPSED if at.by_time else Kind.TARGET_PATH
    beside = at.inputs.figure(at.figure_id.with_(kind=kind))
    if beside.term is None:
        return refusal(beside.figure.reason or targets.NO_YEARLY_PATH), []
    if at.is_undated(at.observation):
        return refusal(reasons.UNDATED_COUNT), []
    if at.by_time:
        due = at.target.quantity.value * beside.term.value / 100
        return Result(due, Bound.EXACT, B * C / 100), [beside]
    if beside.term.bound is not Bound.EXACT:
        return refusal(reasons.OPEN_PATH), []
    return Result(beside.term.value, Bound.EXACT, C), [beside]


def _compared(state: target_status.State, at: Progress) -> FigureFormula | None:
    """The comparison a state rests on, of its inputs."""
    if at.aim not in (Aim.LEVEL, Aim.TOTAL) or (at.measured is not None and len(at.measured.parts) > 1):
        return None  # said by the reason; what is compared is no input
    due = B if at.base_is_beyond else B * C / 100 if at.by_time else C
    beyond, short = (_AT_MOST, _ABOVE) if at.falling else (_AT_LEAST, _BELOW)
    strict = {"gt": _ABOVE, "lt": _BELOW}.get(at.target.operator, beyond)
    missed = short if strict is beyond else _AT_LEAST if at.falling else _AT_MOST
    signs = {
        target_status.State.ACHIEVED: (strict, B),
        target_status.State.MISSED: (missed, B),
        target_status.State.ON_TRACK: (beyond, due),
        target_status.State.BEHIND: (short, due),
    }
    if state not in signs:
        return None
    sign, held_against = signs[state]
    return FormulaStep(sign, (A, held_against))


def _clause(document: StatesFigures, figure: Figure, clause: Clause) -> Clause:
    """Why a status is not known; of a target that is reached, that the plan's base had reached it already."""
    is_base_there = figure.reason == REACHED_AT_BASE
    is_known = not figure.is_empty and not is_base_there
    return clause if is_known else replace(clause, reason=document.why(figure), is_base_there=is_base_there)


KIND = Declaration(
    "target_status",
    order=1160,
    figure=of_target(_figure),
    list_target=at_measured_or_nowhere,
    verb="stands",
    form=ALONE,
    clause=_clause,
    gives_state=True,
    template_name=TemplateName("status", of="target"),
    column=ColumnOf("status", ".target.status", "centre"),
    sheet=Sheet.TARGETS,
)
