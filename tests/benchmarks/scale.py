"""How far it goes: the whole check and one area's pack at growing sizes, and what the growth measured says of ten million observations.
``REPORTGEN_LARGEST`` are the observations of the largest dataset to be made (a million; each step is four times the one before).
"""

import math
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.bars import area_pack
from tests.benchmarks.processes import Spent, reportgen, run

AREAS, MONTHS, STEP = 41, 60, 4
FIRST = 6
"""Indicators of the smallest dataset."""
ON_PAPER = 10_000_000


@dataclass(frozen=True)
class Size:
    observations: int
    check: Spent
    pack: Spent


def rows() -> Iterator[str]:
    largest = int(os.environ.get("REPORTGEN_LARGEST", 1_000_000))
    yield "| observations | check, s | peak, MiB | one area's pack (Parquet), s | peak, MiB |"
    yield "|---|---|---|---|---|"
    sizes: list[Size] = []
    indicators = FIRST
    while indicators * AREAS * MONTHS <= largest:
        with tempfile.TemporaryDirectory() as folder:
            sizes.append(_measured(Path(folder) / "pack", indicators))
        yield _row(f"{sizes[-1].observations:,}", sizes[-1].check, sizes[-1].pack)
        indicators *= STEP
    yield _row(f"{ON_PAPER:,} on paper", *(_on_paper(sizes, name) for name in ("check", "pack")))


def _measured(pack: Path, indicators: int) -> Size:
    run(reportgen("init", pack, "--synthetic", f"areas={AREAS},indicators={indicators},months={MONTHS}"))
    check = run(reportgen("check", pack / "data"))
    with (pack / "data" / "observations.csv").open(encoding="utf-8") as file:
        observations = sum(1 for _ in file) - 1
    return Size(observations, check, run(area_pack(pack, "kept.parquet")))


def _on_paper(sizes: list[Size], name: str) -> Spent:
    """From the two largest sizes on, at the power of the growth between them."""
    one, two = ((size.observations, getattr(size, name)) for size in sizes[-2:])
    return Spent(*(_further(one[0], before, two[0], now) for before, now in zip(_both(one[1]), _both(two[1]), strict=True)))  # fmt: skip


def _further(small: int, before: float, large: int, now: float) -> float:
    power = math.log(now / before) / math.log(large / small)
    return now * (ON_PAPER / large) ** power


def _both(spent: Spent) -> tuple[float, float]:
    return spent.seconds, spent.mib


def _row(name: str, check: Spent, pack: Spent) -> str:
    return f"| {name} | {check.seconds:.1f} | {check.mib:,.0f} | {pack.seconds:.1f} | {pack.mib:,.0f} |"
