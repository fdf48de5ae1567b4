"""Target figures: gap, completion, elapsed time, pace, path, required growth, projection, status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reportgen.calculations import target_status, targets
from reportgen.calculations.comparability import PeriodRule, compare
from reportgen.calculations.result import Result, Term, refused
from reportgen.kinds import reasons
from reportgen.kinds.codes import Base
from reportgen.kinds.entry import (
    PERCENT,
    POINTS,
    RATES,
    Calculation,
    Entry,
    apply,
    computed,
    missing,
    without_number,
)
from reportgen.kinds.figure import FigureId, Kind
from reportgen.kinds.progress import OTHER_SERIES, Progress, progress
from reportgen.messages import Bilingual, Words
from reportgen.values import Bound

if TYPE_CHECKING:
    from reportgen.kinds.catalogue import Catalogue

_OPEN_PATH = Bilingual(
    "The path starts from a value that is itself only bounded.", "路径起点数值本身只有上下限。"
)


def target_itself(catalogue: Catalogue, figure_id: FigureId, _base: Base) -> Entry:
    """The target's own figure, at its threshold."""
    target = catalogue.dataset.targets[figure_id.target]
    if figure_id == catalogue.observed.target_id(target):
        return catalogue.observed.target_entry(target)
    return without_number(figure_id, target.unit, OTHER_SERIES)


def gap(catalogue: Catalogue, figure_id: FigureId, _base: Base) -> Entry:
    """差距: what is still missing."""
    at = progress(catalogue, figure_id)
    unit = POINTS if at.is_rate else at.target.unit
    return _measured(at, unit, partial(targets.gap, falling=at.falling), amount=True)


def completion(catalogue: Catalogue, figure_id: FigureId, _base: Base) -> Entry:
    """完成率."""
    at = progress(catalogue, figure_id)
    if at.falling and at.in_year:
        return _refused(at, PERCENT, targets.CEILING_IS_USED_UP)
    if at.falling and at.start is not None:
        down = partial(targets.completion, falling=True)
        return _measured(at, PERCENT, lambda a, b, c: down(a, b, c), more=[at.start])
    return _measured(at, PERCENT, partial(targets.completion, falling=at.falling))


def required_growth(catalogue: Catalogue, figure_id: FigureId, _base: Base) -> Entry:
    """Growth a year still needed."""
    at = progress(catalogue, figure_id)
    if at.in_year:
        return _refused(at, PERCENT, targets.NO_YEARLY_PATH)
    if at.is_rate:
        return _refused(at, PERCENT, targets.RATES_DO_NOT_GROW)
    if at.is_undated(at.observation):
        return _refused(at, PERCENT, reasons.UNDATED_COUNT)
    calculation = partial(targets.required_growth, time=at.time, falling=at.falling)
    return _measured(at, PERCENT, calculation)


def path(catalogue: Catalogue, figure_id: FigureId, _base: Base) -> Entry:
    """Where constant growth from the base to the target stands at the id's period. No observation is needed."""
    at = progress(catalogue, figure_id)
    if figure_id.series != at.target.series:
        return _refused(at, at.target.unit, OTHER_SERIES)
    if at.is_rate:
        return _refused(at, at.target.unit, targets.RATES_DO_NOT_GROW)
    if at.in_year or not at.has_yearly_path:
        return _refused(at, at.target.unit, targets.NO_YEARLY_PATH)
    if at.is_undated(at.base):
        return _refused(at, at.target.unit, reasons.UNDATED_COUNT)
    result = targets.path(at.start.term if at.start else None, _term(at.goal), at.time)
    inputs = [entry for entry in (at.start, at.goal) if entry is not None]
    if result.value is None:
        return _refused(at, at.target.unit, result.reason or targets.NO_YEARLY_PATH)
    return computed(
        figure_id,
        at.target.unit,
        result,
        inputs,
        round_to=at.round_to,
        note=at.threshold_note,
    )


def elapsed(catalogue: Catalogue, figure_id: FigureId, _base: Base) -> Entry:
    """序时进度: the share of the plan's time gone by at the end of the id's period. No observation is needed."""
    at = progress(catalogue, figure_id)
    if figure_id.series != at.target.series:
        return _refused(at, PERCENT, OTHER_SERIES)
    within = at.target.period.contains(figure_id.period)
    result = targets.elapsed(at.time, has_base=at.base is not None, within_target=within)
    inputs = [entry for entry in (at.start, at.goal) if entry is not None]
    if result.value is None:
        return _refused(at, PERCENT, result.reason or targets.NO_YEARLY_PATH)
    return computed(figure_id, PERCENT, result, inputs, note=at.time_note)


def pace(catalogue: Catalogue, figure_id: FigureId, _base: Base) -> Entry:
    """快慢于序时进度: completion against the share of the year gone by, for the first months of the target's own year."""
    at = progress(catalogue, figure_id)
    if at.reached is None:
        return _refused(at, POINTS, at.refusal or OTHER_SERIES)
    if not at.in_year:
        return _refused(at, POINTS, targets.no_pace(at.time, has_base=at.base is not None))
    pair = [
        catalogue.entry(figure_id.with_(kind=kind)) for kind in (Kind.TARGET_COMPLETION, Kind.TARGET_ELAPSED)
    ]
    if reason := missing(pair):
        return _refused(at, POINTS, reason)
    return computed(figure_id, POINTS, apply(targets.pace, pair), pair, note=at.note)


def projection(catalogue: Catalogue, figure_id: FigureId, _base: Base) -> Entry:
    """Where the series will stand at the target's end if it goes on as it has since the base."""
    at = progress(catalogue, figure_id)
    unit = at.target.unit
    if at.is_rate:
        return _refused(at, unit, targets.RATES_DO_NOT_GROW)
    if at.reached is None:
        return _refused(at, unit, at.refusal or OTHER_SERIES)
    if at.in_year:
        return _projection_in_year(at, at.reached)
    if at.is_undated(at.observation) or at.is_undated(at.base):
        return _refused(at, unit, reasons.UNDATED_COUNT)
    start = at.start.term if at.start else None
    result = targets.projection(_term(at.reached), start, at.time)
    if result.value is None:
        return _refused(at, unit, result.reason or targets.NO_YEARLY_PATH)
    inputs = [entry for entry in (at.reached, at.start) if entry is not None]
    return computed(figure_id, unit, result, inputs, round_to=at.round_to, note=at.note)


def status(catalogue: Catalogue, figure_id: FigureId, _base: Base) -> Entry:
    """Achieved, on track, behind, missed or unknown: the figure's ``state``, with what it rests on as ``reason``."""
    at = progress(catalogue, figure_id)
    if at.observation is None or at.reached is None:
        refusal = _refused(at, "", at.refusal or OTHER_SERIES)
        return Entry(replace(refusal.figure, state=target_status.State.UNKNOWN.value))
    mark, inputs = _mark(at)
    found = target_status.status(
        at.observation.quantity,
        at.target.quantity.value,
        strict=at.target.operator in ("gt", "lt"),
        falling=at.falling,
        over=at.figure_id.period.end >= at.target.period.end,
        mark=mark.value,
        no_mark=mark.reason or targets.NO_YEARLY_PATH,
    )
    entry = without_number(
        figure_id,
        "",
        found.reason,
        [at.reached, at.goal, *inputs],
        formula=_compared(found.state, at),
        note=at.note,
    )
    return Entry(
        replace(entry.figure, state=found.state.value, comparable=True, scope=at.reached.figure.scope)
    )


def _measured(
    at: Progress, unit: str, calculation: Calculation, *, more: Sequence[Entry] = (), amount: bool = False
) -> Entry:
    if at.reached is None:
        return _refused(at, unit, at.refusal or OTHER_SERIES)
    inputs = [at.reached, at.goal, *more]
    result = calculation(*(_term(entry) for entry in inputs))
    round_to = at.round_to if amount else None
    return computed(at.figure_id, unit, result, inputs, round_to=round_to, note=at.note)


def _refused(at: Progress, unit: str, reason: Words) -> Entry:
    aside = at.catalogue.observed.entry(at.set_aside) if at.set_aside else None
    inputs = [entry for entry in (at.reached, aside, at.goal) if entry is not None]
    precision = -1 if unit in RATES else at.round_to
    return without_number(at.figure_id, unit, reason, inputs, precision=precision, note=at.note)


def _projection_in_year(at: Progress, reached: Entry) -> Entry:
    catalogue, series, unit = at.catalogue, at.target.series, at.target.unit
    observed, period = catalogue.observed, at.figure_id.period
    same_months, whole_year = period.year_before(), at.target.period.year_before()
    found: list[Entry] = []
    for wanted in (same_months, whole_year):
        levels = observed.level(series, wanted, unit)
        if not levels:
            return _refused(at, unit, reasons.no_level(catalogue.dataset, series, wanted))
        found.append(observed.entry(levels[0]))
    breaks = observed.breaks_of(series)
    verdicts = (
        compare(reached.side, found[0].side, breaks),
        compare(found[1].side, found[0].side, breaks, rule=PeriodRule.CUMULATIVE),
    )
    for verdict in verdicts:
        if verdict.reason:
            return _refused(at, unit, verdict.reason)
    inputs = [reached, *found]
    result = targets.projection_in_year(*(_term(entry) for entry in inputs))
    return computed(at.figure_id, unit, result, inputs, round_to=at.round_to, note=at.note)


def _mark(at: Progress) -> tuple[Result, list[Entry]]:
    """Where the observation should stand by now: on the path, or at the elapsed share of its year's target."""
    kind = Kind.TARGET_ELAPSED if at.in_year else Kind.TARGET_PATH
    beside = at.catalogue.entry(at.figure_id.with_(kind=kind))
    if beside.term is None:
        return refused(beside.figure.reason or targets.NO_YEARLY_PATH), []
    if at.is_undated(at.observation):
        return refused(reasons.UNDATED_COUNT), []
    if at.in_year:
        due = at.target.quantity.value * beside.term.value / 100
        return Result(due, Bound.EXACT, "b × c ÷ 100"), [beside]
    if beside.term.bound is not Bound.EXACT:
        return refused(_OPEN_PATH), []
    return Result(beside.term.value, Bound.EXACT, "c"), [beside]


def _compared(state: target_status.State, at: Progress) -> str:
    """The comparison a state rests on, in the letters of its inputs."""
    due = "b × c ÷ 100" if at.in_year else "c"
    beyond, short = ("≤", ">") if at.falling else ("≥", "<")
    strict = {"gt": ">", "lt": "<"}.get(at.target.operator, beyond)
    return {
        target_status.State.ACHIEVED: f"a {strict} b",
        target_status.State.MISSED: f"a {short if strict == beyond else ('≥' if at.falling else '≤')} b",
        target_status.State.ON_TRACK: f"a {beyond} {due}",
        target_status.State.BEHIND: f"a {short} {due}",
    }.get(state, "")


def _term(entry: Entry) -> Term:
    """The term of an entry that states a number."""
    assert entry.term is not None
    return entry.term
