"""Would pandas work figures out faster? Growth on the year before of every observation, and the sum of all areas, of a large
dataset: with Decimal in plain Python, with pandas on floats, with pandas on Decimal; and how many printed figures differ.
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

from reportgen.build.synthetic import Size, start_synthetic
from reportgen.dataset import Dataset, read
from reportgen.values import HUNDRED, ZERO, rounded

ROUNDS = 5
SIZES = (Size(areas=8, indicators=5, months=24), Size(areas=41, indicators=40, months=60))
Figures = dict[object, Decimal]


def rows() -> Iterator[str]:
    yield "| observations | Decimal, ms | pandas on floats, ms | without making the frame | printed otherwise | pandas on Decimal, ms |"
    yield "|---|---|---|---|---|---|"
    for size in SIZES:
        with tempfile.TemporaryDirectory() as work:
            start_synthetic(Path(work) / "pack", size)
            dataset, _ = read(Path(work) / "pack" / "data")
        plain, ours = _timed(lambda dataset=dataset: in_plain_python(dataset))
        whole, floats = _timed(lambda dataset=dataset: in_pandas(dataset, float))
        made, _ = _timed(lambda dataset=dataset: frame_of(dataset, float))
        exact, _ = _timed(lambda dataset=dataset: in_pandas(dataset, Decimal))
        others = sum(printed(ours[key]) != printed(floats[key]) for key in ours)
        yield (
            f"| {len(dataset.observations):,} | {plain:.0f} | {whole:.0f} | {whole - made:.0f} "
            f"| {others} of {len(ours):,} | {exact:.0f} |"
        )
    spent = [_importing_pandas() for _ in range(ROUNDS)]
    yield ""
    yield f"`import pandas` takes {statistics.median(spent) * 1000:.0f} ms."


def in_plain_python(dataset: Dataset) -> Figures:
    """As the calculations do it: by an index, with every digit."""
    levels = {(item.series, item.period): item.quantity.value for item in dataset.observations.values()}
    found: Figures = {}
    sums: Figures = {}
    for (series, period), value in levels.items():
        before = levels.get((series, period.year_before()))
        if before is not None and before > ZERO:
            found[series, period] = (value / before - 1) * HUNDRED
        if dataset.areas[series.ref_area].parent:
            key = (series.indicator, period)
            sums[key] = sums.get(key, ZERO) + value
    return found | sums


def frame_of(dataset: Dataset, number: type):
    import pandas

    items = dataset.observations.values()
    return pandas.DataFrame(
        {
            "series": [item.series for item in items],
            "indicator": [item.series.indicator for item in items],
            "is_part": [dataset.areas[item.series.ref_area].parent is not None for item in items],
            "period": [item.period for item in items],
            "month": [item.period.first for item in items],
            "value": [number(item.quantity.value) for item in items],
        }
    )


def in_pandas(dataset: Dataset, number: type) -> Figures:
    """The same from a frame: each observation beside the one of the year before, and groups added up."""
    frame = frame_of(dataset, number)
    before = frame[["series", "month", "value"]].assign(month=frame["month"] + 12)
    beside = frame.merge(before, on=["series", "month"], suffixes=("", "_before"))
    beside = beside[beside["value_before"] > 0]
    growth = (beside["value"] / beside["value_before"] - 1) * number(100)
    sums = frame[frame["is_part"]].groupby(["indicator", "period"], sort=False)["value"].sum()
    found: Figures = dict(zip(zip(beside["series"], beside["period"], strict=True), growth, strict=True))
    return found | dict(sums.items())


def printed(value: Decimal | float) -> Decimal:
    """As a table would print it: rates with one decimal, amounts to the unit."""
    number = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    return rounded(number, -1 if abs(number) < 1000 else 0)


def _timed(work: Callable[[], object]):
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
