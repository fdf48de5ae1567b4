"""Reported multiples and shares against the levels they are taken from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.calculations.reconciliation.breaks_at_hand import remedy_for
from reportgen.calculations.reconciliation.levels import allowed, levels_at, same_ground, scopes_meet
from reportgen.dataset.findings import warning
from reportgen.dataset.raw import at
from reportgen.dataset.records import TOTAL, Dataset, Measure, Observation, Series
from reportgen.dataset.wording import amount, as_stated, name_of
from reportgen.findings import Finding
from reportgen.periods import Period
from reportgen.values import HUNDRED, ONE, Interval


def multiples_and_shares_against_levels(dataset: Dataset) -> Iterator[Finding]:
    """A finding where the quotient of two stated levels is not the multiple or share that was reported."""
    for ratio in dataset.observations.values():
        if ratio.measure is Measure.SHARE:
            scale = HUNDRED
            if ratio.quantity.range.low > HUNDRED:
                yield _share_above_whole(dataset, ratio)
        elif ratio.measure is Measure.MULTIPLE:
            scale = ONE
        else:
            continue
        whole_series, whole_period = _base_of(ratio)
        if (whole_series, whole_period) == (ratio.series, ratio.period):
            continue  # the source does not say what it is a multiple of
        for level in levels_at(dataset, ratio.series, ratio.period):
            for whole in levels_at(dataset, whole_series, whole_period):
                if not (same_ground(level, whole) and scopes_meet(level, ratio)):
                    continue
                quotient = allowed(level).over(allowed(whole)).times(Interval(scale, scale))
                if not quotient.overlaps(ratio.quantity.range):
                    yield _finding(dataset, ratio, level, whole)


def _base_of(ratio: Observation) -> tuple[Series, Period]:
    """What a share or multiple is taken of: the stated base, or the total that a breakdown belongs to."""
    series = replace(
        ratio.series,
        indicator=ratio.base_indicator or ratio.series.indicator,
        ref_area=ratio.base_area or ratio.series.ref_area,
    )
    if ratio.measure is Measure.SHARE and series == ratio.series and ratio.base_period is None:
        series = replace(series, breakdown=TOTAL, counterpart_area=TOTAL)
    return series, ratio.base_period or ratio.period


def _finding(dataset: Dataset, ratio: Observation, level: Observation, whole: Observation) -> Finding:
    scale = HUNDRED if ratio.measure is Measure.SHARE else ONE
    quotient = amount(level.quantity.value / whole.quantity.value * scale, ratio.unit)
    name, said, part, base = (
        name_of(dataset, ratio),
        as_stated(ratio),
        as_stated(level),
        as_stated(whole),
    )
    return warning(
        "share-against-levels" if ratio.measure is Measure.SHARE else "multiple-against-levels",
        at(ratio.place, ratio.place.row, "value", ratio.quantity.text),
        (
            f"{name.en}, is reported as {said.en}, but {part.en} (“{level.obs_id}”) against {base.en} (“{whole.obs_id}”) gives {quotient.en}.",
            f"{name.zh}据报道为{said.zh}，而由{part.zh}（“{level.obs_id}”）与{base.zh}（“{whole.obs_id}”）计算为{quotient.zh}。",
        ),
        remedy_for(dataset, ratio.series, whole.period, ratio.period)
        if whole.series == level.series
        else (
            "Check the three figures and whether they follow one definition.",
            "请核对这三个数值及其统计口径是否一致。",
        ),
        ratio.obs_id,
        level.obs_id,
        whole.obs_id,
    )


def _share_above_whole(dataset: Dataset, share: Observation) -> Finding:
    name, said = name_of(dataset, share), as_stated(share)
    return warning(
        "share-above-whole",
        at(share.place, share.place.row, "value", share.quantity.text),
        (
            f"{name.en}, is {said.en}: a part cannot exceed its whole.",
            f"{name.zh}为{said.zh}：部分不可能超过整体。",
        ),
        (
            "Check the value, and whether it is a multiple or a growth.",
            "请核对数值，以及它是否实为倍数或增速。",
        ),
        share.obs_id,
    )
