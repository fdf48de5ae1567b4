"""Which observation a target is measured on, and which later ones are set aside and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportgen.calculations import ratios, targets
from reportgen.calculations.comparability import (
    COMPARABLE,
    Cause,
    Verdict,
    compare,
    compare_with_target,
    runs_within_year_of,
    why_unlike,
)
from reportgen.calculations.reconciliation.conversions import is_converted
from reportgen.calculations.result import Term, justified_precision
from reportgen.calculations.target_aims import FROM_BASE, OF_LEVELS, Aim, aim_of, measured_unit
from reportgen.dataset.records import Dataset, Measure, Observation, Target
from reportgen.kinds import reasons
from reportgen.kinds.entry import FigureEntry
from reportgen.kinds.figure import FigureId
from reportgen.kinds.kind import kind_named
from reportgen.kinds.observed import Observed
from reportgen.kinds.yearly_growth import growth_entry
from reportgen.messages import UNSAID, Message, Reason, Words
from reportgen.periods import Period
from reportgen.record import Record, replace
from reportgen.units import unit_of
from reportgen.values import ZERO, Quantity, plain, qualifier_of_bound, rounded


class Measured(Record):
    """What a target is measured on at one period: a level, a rate, a share, or the years of a total so far."""

    period: Period
    parts: tuple[FigureEntry, ...]
    """One figure, or the years that a total is the sum of."""
    quantity: Quantity
    observation: Observation | None = None

    @property
    def entry(self) -> FigureEntry:
        """The figure, of a total that of its latest year."""
        return self.parts[-1]

    @property
    def obs_id(self) -> str:
        return self.observation.obs_id if self.observation else ""

    @property
    def term(self) -> Term:
        """The number that is measured."""
        result = ratios.total(*(entry.term for entry in self.parts if entry.term is not None))
        assert result.term is not None  # a part without a number is none
        return result.term if len(self.parts) > 1 else self.parts[0].term or result.term


class SetAside(Record):
    """An observation that a target is not measured on, and why."""

    observation: Observation
    reason: Reason


class TargetBasis(Record):
    """What a target is measured on: the latest observation in the same unbroken stretch as its base.

    ``measured`` are all observations it can be measured on, by period; the last is ``observation`` (``None`` where
    there is none: ``reason`` says why). ``later`` are the ones after it that were set aside.
    """

    target: Target
    base: Observation | None
    measured: tuple[Measured, ...]
    later: tuple[SetAside, ...]
    reason: Reason | None
    note: Words
    candidates: tuple[tuple[Measured, Verdict], ...] = ()
    """Everything that there is of the target's series in what it sets, and whether it can be measured on."""

    @property
    def observation(self) -> Measured | None:
        return self.measured[-1] if self.measured else None


def target_basis(
    observed: Observed, target: Target, figure: Callable[[FigureId], FigureEntry]
) -> TargetBasis:
    """Look through the target's series, from its base on. ``figure`` works out what no source states."""
    aim, base = aim_of(observed.dataset, target), base_of(observed, target)
    if aim not in OF_LEVELS:
        return _basis_of_other(observed, target, aim, base, figure)
    unit = measured_unit(observed.dataset, target, aim)
    levels = observed.of_series(target.series, Measure.LEVEL)
    every = tuple((_as_stated(observed, item), measurable(observed, item, target, base)) for item in levels)
    if aim in FROM_BASE and base is None:
        return TargetBasis(target, None, (), (), targets.NEEDS_BASE, UNSAID, every)
    since = [
        (item, verdict)
        for (_, verdict), item in zip(every, levels, strict=True)
        if (base is None or item.period.order >= base.period.order)
        and item.period.end <= target.period.end
        and (item.unit == unit or not _only_converts(observed, item, target, levels))
    ]
    measured = tuple(item for item, verdict in since if verdict.comparable)
    last = measured[-1].period.end if measured else None
    later = tuple(
        SetAside(item, reasons.labelled(verdict.reason, observed.dataset))
        for item, verdict in since
        if verdict.reason is not None
        and not _comes_later(verdict.reason, target)
        and (last is None or item.period.end > last)
    )
    found = tuple(_as_stated(observed, item) for item in measured)
    reason = None if measured else _why_none(observed, target, later)
    waiting = [verdict.reason for _, verdict in since if _comes_later(verdict.reason, target)]
    if waiting and not measured and not later:
        is_over = any(item.period.end > target.period.end for item in levels)
        reason = reasons.no_level(observed.dataset, target.series, target.period) if is_over else waiting[-1]
    return TargetBasis(target, base, found, later, reason, _note(found, later), every)


def _comes_later(reason: Reason | None, target: Target) -> bool:
    """Whether a level is not measured on because the target's time, or the target itself, was yet to come."""
    return reason is not None and reason in (targets.NOT_YET, target.issued and not_issued(target))


def _as_stated(observed: Observed, item: Observation) -> Measured:
    return Measured(item.period, (observed.entry(item),), item.quantity, item)


def _basis_of_other(
    observed: Observed,
    target: Target,
    aim: Aim,
    base: Observation | None,
    figure: Callable[[FigureId], FigureEntry],
) -> TargetBasis:
    """Of a target that is not set as a level: the rates, shares or sums that answer it."""
    if aim is Aim.QUALITATIVE:
        return TargetBasis(target, base, (), (), reasons.in_words(target), UNSAID)
    if aim is Aim.AVERAGE_GROWTH and base is None:
        return TargetBasis(target, None, (), (), targets.NEEDS_BASE, UNSAID)
    find = {
        Aim.GROWTH: _growths,
        Aim.AVERAGE_GROWTH: _averages,
        Aim.SHARE: _shares,
        Aim.TOTAL: _totals,
    }[aim]
    found = tuple(find(observed, target, base, figure))
    every = tuple((item, _in_time(observed, item.period, target)) for item in found)
    measured = tuple(item for item, verdict in every if verdict.comparable)
    reason = None if measured else next((v.reason for _, v in every if v.reason), reasons.NOTHING_TO_MEASURE)
    return TargetBasis(target, base, measured, (), reason, UNSAID, every)


EntryOf = Callable[[FigureId], FigureEntry]


def _growths(
    observed: Observed, target: Target, _base: Observation | None, figure: EntryOf
) -> Iterator[Measured]:
    """The growth of the target's own period and of its first months: as reported, else as computed."""
    stated = [item.period for item in observed.of_series(target.series, Measure.GROWTH_YOY)]
    for period in sorted({*stated, target.period}, key=lambda item: item.order):
        yield from _measured(observed, period, growth_entry(figure, target.series, period))


def _averages(
    observed: Observed, target: Target, base: Observation | None, figure: EntryOf
) -> Iterator[Measured]:
    """Average growth a year since the base; after one year the growth of that year. Rates that a source reports come before
    levels, which may be at other prices."""
    assert base is not None  # asked before
    series, since = target.series, (str(base.period),)
    stated = (*observed.of_series(series, Measure.LEVEL), *observed.of_series(series, Measure.GROWTH_YOY))
    for period in sorted({item.period for item in stated}, key=lambda item: item.order):
        years = period.year - base.period.year
        if years < 1 or not period.is_like(base.period):
            continue
        if years == 1:
            found = growth_entry(figure, series, period)
        else:
            rates = figure(FigureId(series, period, kind_named("growth_avg"), since))
            found = rates if rates.term else figure(FigureId(series, period, kind_named("cagr"), since))
        yield from _measured(observed, period, found)


def _shares(
    observed: Observed, target: Target, base: Observation | None, figure: EntryOf
) -> Iterator[Measured]:
    stated = (
        *observed.of_series(target.series, Measure.SHARE),
        *observed.of_series(target.series, Measure.LEVEL),
    )
    whole = (target.base_indicator,) if target.base_indicator else ()
    for period in sorted({item.period for item in stated}, key=lambda item: item.order):
        if base is None or period.order >= base.period.order:
            yield from _measured(
                observed, period, figure(FigureId(target.series, period, kind_named("share"), whole))
            )


def _totals(
    observed: Observed, target: Target, _base: Observation | None, figure: EntryOf
) -> Iterator[Measured]:
    """The sum of the years so far, as far as none is missing and no break lies between."""
    parts: list[FigureEntry] = []
    for period, part in _years(observed, target):
        if isinstance(part, Reason):
            return
        parts.append(part)
        term = ratios.total(*(entry.term for entry in parts if entry.term is not None)).term
        if term is None:
            return
        quantity = Quantity(plain(term.value), 0, qualifier_of_bound(term.bound))
        yield Measured(period, tuple(parts), quantity)


def _years(observed: Observed, target: Target) -> Iterator[tuple[Period, FigureEntry | Reason]]:
    """The levels of a total's years, up to the first that has none or that cannot be added, with the reason."""
    first: FigureEntry | None = None
    breaks = observed.breaks_of(target.series)
    for year in range(target.period.first // 12, target.period.last // 12 + 1):
        period = Period.year_of(year)
        stated = observed.level(target.series, period, target.unit)
        if not stated:
            yield period, reasons.no_level(observed.dataset, target.series, period)
            return
        entry = observed.entry(stated[0])
        if first is not None and (reason := compare(entry.side, first.side, breaks).reason):
            yield period, reason
            return
        first = first or entry
        yield period, entry


def why_no_total(observed: Observed, target: Target, up_to: Period) -> Reason | None:
    """Why the years of a total cannot be added up to one of them: the first that is missing, or lies beyond a break."""
    ends = (part for period, part in _years(observed, target) if period.order <= up_to.order)
    return next((part for part in ends if isinstance(part, Reason)), None)


def _measured(observed: Observed, period: Period, entry: FigureEntry | None) -> Iterator[Measured]:
    """A figure as it is measured on: as written, or with the digits that its inputs leave certain: 2.485% is no 2.5%."""
    if entry is None or entry.term is None:
        return
    stated = observed.dataset.observations.get(entry.figure.observation or "")
    certain = justified_precision(entry.term.interval)
    precision = min(entry.figure.precision, entry.figure.precision - 4 if certain is None else certain)
    shown = rounded(entry.figure.printed_from or ZERO, precision, entry.term.bound)
    written = Quantity(plain(shown), 0, qualifier_of_bound(entry.term.bound))
    yield Measured(period, (entry,), stated.quantity if stated else written, stated)


def _in_time(observed: Observed, period: Period, target: Target) -> Verdict:
    """Whether a period is the target's own or leads to it."""
    if period.end > target.period.end:
        return Verdict(False, targets.BEYOND_TARGET, Cause.PERIOD)
    aim = aim_of(observed.dataset, target)
    leads = aim in (Aim.AVERAGE_GROWTH, Aim.SHARE) and target.base_obs is not None
    if not leads and period.end < target.period.start:
        return Verdict(False, targets.NOT_YET, Cause.PERIOD)
    if aim is Aim.GROWTH and not (
        period.is_like(target.period) or runs_within_year_of(period, target.period)
    ):
        return Verdict(False, why_unlike(period, target.period, of_target=True), Cause.PERIOD)
    return in_force(observed.dataset, period, target)


def in_force(dataset: Dataset, period: Period, target: Target) -> Verdict:
    """Whether the target holds at the end of a period: not once another one replaces it, nor before it replaces another one."""
    other = successor(dataset, target, period)
    if other is not None:
        reason = Reason("kinds.replaced-target", target=other.target, since=Period.parse(other.issued))
        return Verdict(False, reason, Cause.PERIOD)
    if is_before_issue(target, period) and (target.replaces or not target.base_obs):
        return Verdict(False, not_issued(target), Cause.PERIOD)
    return COMPARABLE


def is_before_issue(target: Target, period: Period) -> bool:
    """Whether a period had ended before the target was set; of one that replaces no other its own time counts as its own."""
    own_time = period.end >= target.period.start and not target.replaces
    return bool(target.issued) and period.end.isoformat() < target.issued and not own_time


def not_issued(target: Target) -> Reason:
    """The target was set after the period."""
    return Reason("kinds.issued-later", since=Period.parse(target.issued))


def successor(dataset: Dataset, target: Target, period: Period) -> Target | None:
    """The target that replaces another one by the end of a period."""
    day = period.end.isoformat()
    issued = (item for item in dataset.targets.values() if item.replaces == target.target and item.issued)
    return next((item for item in issued if item.issued <= day), None)


def _only_converts(
    observed: Observed, item: Observation, target: Target, levels: Sequence[Observation]
) -> bool:
    """Whether a level in another unit is no statement of its own, and so nothing that was set aside.

    It is the same period's amount in another currency, or a conversion as the source says; or the target is the
    conversion, and the level is one that the target it repeats is measured on.
    """
    has_own = any(other.unit == target.unit and other.period == item.period for other in levels)
    return has_own or is_converted(observed.dataset, item.obs_id) or _repeats_another(observed, target)


def _repeats_another(observed: Observed, target: Target) -> bool:
    """Whether the target only gives another one in a second currency."""
    return is_converted(observed.dataset, target.target) and any(
        other.series == target.series and other.period == target.period and other.unit != target.unit
        for other in observed.dataset.targets.values()
    )


def base_of(observed: Observed, target: Target) -> Observation | None:
    """The observation the plan starts from, where it is a level of the target's own series and unit."""
    base = observed.dataset.observations.get(target.base_obs or "")
    if base is None or base.measure is not Measure.LEVEL or base.series != target.series:
        return None
    aim = aim_of(observed.dataset, target)
    unit = target.unit if aim in (Aim.LEVEL, Aim.RANGE, Aim.TOTAL) else observed.unit_of(target.series)
    return base if base.unit == unit else None


def measurable(
    observed: Observed, observation: Observation, target: Target, base: Observation | None
) -> Verdict:
    """Whether the target may be measured on the observation: for ever on its own period, and before it on the way there."""
    stock, aim = observed.is_stock(target.series), aim_of(observed.dataset, target)
    as_level = replace(target, unit=measured_unit(observed.dataset, target, aim))
    verdict = compare_with_target(observation, as_level, base, observed.breaks_of(target.series), stock=stock)
    if not verdict.comparable:
        return verdict
    if observation.period.end > target.period.end:
        return Verdict(False, targets.BEYOND_TARGET, Cause.PERIOD)
    stays = stock and not unit_of(as_level.unit).is_rate  # a rate of this year says nothing of next year's
    if base is None and not stays and observation.period.end < target.period.start:
        return Verdict(False, targets.NOT_YET, Cause.PERIOD)
    return in_force(observed.dataset, observation.period, target)


def is_in_year(observed: Observed, period: Period, target: Target) -> bool:
    """Whether the period is the first months of a flow, set against its own year's target."""
    return not observed.is_stock(target.series) and runs_within_year_of(period, target.period)


def _why_none(observed: Observed, target: Target, later: tuple[SetAside, ...]) -> Reason:
    if later:
        return later[-1].reason
    return reasons.REPEATED_TARGET if _repeats_another(observed, target) else reasons.NOTHING_TO_MEASURE


def _note(measured: tuple[Measured, ...], later: tuple[SetAside, ...]) -> Words:
    if not measured or not later:
        return UNSAID
    why = tuple(item.reason for item in later)
    return Message("kinds.measured-on", period=measured[-1].period, reasons=why)
