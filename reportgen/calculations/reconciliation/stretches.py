"""What a series allows to be compared: its breaks, and periods without a like one."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calculations.reconciliation.levels import levels_of
from reportgen.dataset.findings import note, warning
from reportgen.dataset.raw import at
from reportgen.dataset.records import TOTAL, Basis, Break, Dataset, Measure, Observation, Series
from reportgen.dataset.wording import series_name
from reportgen.findings import Finding
from reportgen.language import period_label


def unlike_periods(dataset: Dataset) -> Iterator[Finding]:
    """A finding for each growth over an unlike base, and for each flow whose levels lack a like period."""
    for observation in dataset.observations.values():
        base = observation.base_period
        if (
            observation.measure is Measure.GROWTH_YOY
            and base is not None
            and not base.is_like(observation.period)
        ):
            yield _unlike_base(observation)
    for series in dataset.by_series:
        indicator = dataset.indicators.get(series.indicator)
        if indicator is not None and indicator.kind == "flow":
            yield from _lonely_periods(dataset, series)


def breaks_in_force(dataset: Dataset) -> Iterator[Finding]:
    """A note for each break, so that a reader of the findings knows where series stop."""
    for item in dataset.breaks:
        if item.indicator in dataset.indicators:
            yield _break_note(dataset, item)


def _lonely_periods(dataset: Dataset, series: Series) -> Iterator[Finding]:
    levels = levels_of(dataset, series)
    for level in levels:
        others = {
            other.period: None
            for other in levels
            if other.unit == level.unit and other.period != level.period
        }
        if len(others) < 2 or any(period.is_like(level.period) for period in others):
            continue
        name = series_name(dataset, series)
        listed_en = ", ".join(period_label(period, "en") for period in others)
        listed_zh = "、".join(period_label(period, "zh") for period in others)
        yield note(
            "unlike-periods",
            at(level.place, level.place.row, "period", str(level.period)),
            (
                f"{name.en}: {period_label(level.period, 'en')} (“{level.obs_id}”) is unlike the other periods ({listed_en}), so no growth is computed between them.",
                f"{name.zh}：{period_label(level.period, 'zh')}（“{level.obs_id}”）与其他时期（{listed_zh}）长度或起止不同，不计算其间增速。",
            ),
            (
                "Add the same months of another year if a source gives them.",
                "若有来源，请补充其他年份相同月份的数值。",
            ),
            level.obs_id,
        )


def _unlike_base(growth: Observation) -> Finding:
    base = growth.base_period
    assert base is not None  # asked by the caller
    return warning(
        "unlike-periods",
        at(growth.place, growth.place.row, "base_period", str(base)),
        (
            f"“{growth.obs_id}” compares {period_label(growth.period, 'en')} with {period_label(base, 'en')}, which covers other months.",
            f"“{growth.obs_id}”将{period_label(growth.period, 'zh')}与{period_label(base, 'zh')}相比，两者所含月份不同。",
        ),
        (
            "Correct the base period; a year-on-year rate compares the same months.",
            "请更正基期；同比应比较相同月份。",
        ),
        growth.obs_id,
    )


def _break_note(dataset: Dataset, item: Break) -> Finding:
    name = series_name(dataset, Series(item.indicator, item.ref_area, TOTAL, TOTAL))
    inferred = item.basis is Basis.INFERRED
    basis_en, basis_zh = ("inferred", "推断") if inferred else ("stated by a source", "来源说明")
    return note(
        "break-inferred" if inferred else "break-stated",
        at(item.place, item.place.row, "period", str(item.period)),
        (
            f"{name.en}, is not comparable with before from {period_label(item.period, 'en')} on ({basis_en}). {item.note.en}".strip(),
            f"{name.zh}自{period_label(item.period, 'zh')}起与此前不可比（{basis_zh}）。{item.note.zh}",
        ),
        (
            "Do not compute growth across it; replace an inferred break when a source explains it."
            if inferred
            else "Do not compute growth across it.",
            "不跨越该中断计算增速；如有来源说明原因，请据以更新。" if inferred else "不跨越该中断计算增速。",
        ),
        item.indicator,
    )
