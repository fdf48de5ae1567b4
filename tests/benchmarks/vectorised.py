"""Would pandas work figures out faster? Of every observation its growth on the year before, its share of the area above and its
contribution to the growth there, and the sums of all areas: with Decimal in plain Python, with pandas on floats, with pandas on
Decimal, each from the records of a dataset to numbers by their series and period. Beside them what one figure costs as a figure,
with its comparability, its reason and its lineage; and how many numbers would be printed otherwise.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportgen.build.synthetic import Size, start_synthetic
from reportgen.dataset import Dataset, read
from reportgen.kinds import Catalogue
from reportgen.values import HUNDRED, ZERO, rounded

ROUNDS = 3
SIZES = (
    Size(areas=8, indicators=21, months=60),
    Size(areas=41, indicators=40, months=60),
    Size(areas=41, indicators=397, months=60),
)
FIGURES = 2_000
Numbers = dict[object, Any]


def rows() -> Iterator[str]:
    yield (
        "| observations | numbers | Decimal in plain Python, ms | pandas on floats, ms | of it making the frame | and the numbers "
        "| printed otherwise | pandas on Decimal, ms | the same as figures, ms |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for size in SIZES:
        with tempfile.TemporaryDirectory() as work:
            start_synthetic(Path(work) / "pack", size)
            dataset, _ = read(Path(work) / "pack" / "data")
        yield _row(dataset)
    spent = [_importing_pandas() for _ in range(ROUNDS)]
    yield ""
    yield f"`import pandas` takes {statistics.median(spent) * 1000:.0f} ms."


def _row(dataset: Dataset) -> str:
    plain, ours = _timed(lambda: in_plain_python(dataset))
    whole, floats = _timed(lambda: in_pandas(dataset, float))
    made, frame = _timed(lambda: frame_of(dataset, float))
    columns, _ = _timed(lambda: columns_of(frame, 100.0))
    exact, _ = _timed(lambda: in_pandas(dataset, Decimal))
    others = sum(printed(ours[key]) != printed(floats[key]) for key in ours)
    return (
        f"| {len(dataset.observations):,} | {len(ours):,} | {plain:,.0f} | {whole:,.0f} | {made:,.0f} "
        f"| {whole - made - columns:,.0f} | {others:,} | {exact:,.0f} | {_a_figure(dataset) * len(ours):,.0f} |"
    )


def in_plain_python(dataset: Dataset) -> Numbers:
    """As the calculations do it: by an index, with every digit."""
    levels = {(item.series, item.period): item.quantity.value for item in dataset.observations.values()}
    above = {series: _above(dataset, series) for series in {item for item, _ in levels}}
    before = {period: period.year_before() for period in {item for _, item in levels}}
    found: Numbers = {}
    for (series, period), value in levels.items():
        past = levels.get((series, before[period]))
        if past is not None and past > ZERO:
            found["growth", series, period] = (value / past - 1) * HUNDRED
        if (upper := above[series]) is None:
            continue
        key = ("sum", series.indicator, period)
        found[key] = found.get(key, ZERO) + value
        whole = levels.get((upper, period))
        if whole is None or whole <= ZERO:
            continue
        found["share", series, period] = value / whole * HUNDRED
        whole_past = levels.get((upper, before[period]))
        if past is not None and whole_past is not None and whole != whole_past:
            found["contribution", series, period] = (value - past) / (whole - whole_past) * HUNDRED
    return found


def _above(dataset: Dataset, series: Any) -> Any:
    parent = dataset.areas[series.ref_area].parent
    return series.with_code("ref_area", parent) if parent else None


def frame_of(dataset: Dataset, number: type) -> Any:
    import pandas

    items = dataset.observations.values()
    return pandas.DataFrame(
        {
            "series": [item.series for item in items],
            "above": [_above(dataset, item.series) for item in items],
            "indicator": [item.series.indicator for item in items],
            "period": [item.period for item in items],
            "month": [item.period.first for item in items],
            "value": [number(item.quantity.value) for item in items],
        }
    )


def columns_of(frame: Any, hundred: Any) -> tuple[Any, ...]:
    """From a frame: each observation beside the one of the year before and that of the area above, and groups added up."""
    levels = frame[["series", "month", "value"]]
    before = levels.assign(month=levels["month"] + 12)
    beside = frame.merge(before, on=["series", "month"], how="left", suffixes=("", "_before"))
    upper = beside[["series", "month", "value", "value_before"]].rename(columns={"series": "above"})
    beside = beside.merge(upper, on=["above", "month"], how="left", suffixes=("", "_above"))
    grown = beside[beside["value_before"] > 0]
    growth = (grown["value"] / grown["value_before"] - 1) * hundred
    parts = beside[beside["value_above"] > 0]
    share = parts["value"] / parts["value_above"] * hundred
    moved = parts[
        parts["value_before"].notna()
        & parts["value_before_above"].notna()
        & (parts["value_above"] != parts["value_before_above"])
    ]
    contribution = (
        (moved["value"] - moved["value_before"])
        / (moved["value_above"] - moved["value_before_above"])
        * hundred
    )
    sums = frame[frame["above"].notna()].groupby(["indicator", "period"], sort=False)["value"].sum()
    return grown, growth, parts, share, moved, contribution, sums


def in_pandas(dataset: Dataset, number: type) -> Numbers:
    frame = frame_of(dataset, number)
    grown, growth, parts, share, moved, contribution, sums = columns_of(frame, number(100))
    found: Numbers = {("sum", *key): value for key, value in sums.items()}
    for kind, rows_of, values in (("growth", grown, growth), ("share", parts, share), ("contribution", moved, contribution)):  # fmt: skip
        found.update(
            ((kind, series, period), value)
            for series, period, value in zip(rows_of["series"], rows_of["period"], values, strict=True)
        )
    return found


def _a_figure(dataset: Dataset) -> float:
    """Milliseconds that one figure of these kinds takes: compared first, with its reason or its lineage."""
    catalogue = Catalogue(dataset)
    wanted = []
    for item in dataset.observations.values():
        area = dataset.areas[item.series.ref_area]
        if area.parent and len(wanted) < FIGURES:
            wanted += [
                f"{item.series}/{item.period}/{kind}"
                for kind in ("growth_computed", f"share:{area.parent}", f"contribution:{area.parent}")
            ]
    catalogue.get(wanted[0])
    begun = time.process_time()
    for one in wanted:
        catalogue.get(one)
    return (time.process_time() - begun) * 1000 / len(wanted)


def printed(value: Decimal | float) -> Decimal:
    """As a table would print it: rates with one decimal, amounts to the unit."""
    number = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    return rounded(number, -1 if abs(number) < 1000 else 0)


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    spent, result = [], None
    for _ in range(ROUNDS):
        begun = time.process_time()
        result = work()
        spent.append((time.process_time() - begun) * 1000)
    return statistics.median(spent), result


def _importing_pandas() -> float:
    """Seconds of the processor that a process takes to import it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", "import pandas"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
