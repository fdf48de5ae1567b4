"""Timing two things in turn, so that a machine that drifts drifts under both."""

import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Clock = Callable[[], float]
CPU: Clock = time.process_time


@dataclass(frozen=True)
class Compared:
    """Seconds of both, and the median of the ratios pair by pair."""

    ours: float
    theirs: float
    ratio: float


def compare(
    ours: Callable[[], object],
    theirs: Callable[[], object],
    rounds: int = 9,
    warm_up: int = 1,
    budget: float = 60,
    clock: Clock = time.perf_counter,
) -> Compared:
    """Run both in turn up to ``rounds`` times after a warm-up, and take medians.

    No pair is begun once ``budget`` seconds are spent, but for the first. ``clock`` is the clock on the wall; ``CPU`` counts
    this process's own work and not its waiting for a busy machine, where both things run in this process.
    """
    for _ in range(warm_up):
        ours()
        theirs()
    started = time.perf_counter()
    pairs = [(seconds(ours, clock), seconds(theirs, clock))]
    while len(pairs) < rounds and time.perf_counter() - started < budget:
        pairs.append((seconds(ours, clock), seconds(theirs, clock)))
    return Compared(
        ours=statistics.median(first for first, _ in pairs),
        theirs=statistics.median(second for _, second in pairs),
        ratio=statistics.median(first / second for first, second in pairs),
    )


def seconds(action: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    started = clock()
    action()
    return clock() - started


def command(arguments: Sequence[str]) -> Callable[[], object]:
    """Running a command as a whole process."""
    return lambda: subprocess.run(arguments, check=True, capture_output=True)
