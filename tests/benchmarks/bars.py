"""The bars: a month's pack, a large dataset, one figure, a batch, each beside what it is measured by. Seconds are those of the
processor, of whole processes, the two sides in turn; memory is the peak of the process. Every process finds its modules compiled,
as installed programs do; what is checked anew is checked without the cache.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.plain_program import prepare

ROOT = Path(__file__).parents[2]
MONTHLY = ROOT / "examples" / "trade-monthly"
CUSTOMS = ROOT / "data" / "customs-2024"
COMPILED = Path(tempfile.gettempdir()) / "reportgen-bench-compiled"
ROUNDS = 3
FIGURE = "i000/S0007/2021-05/growth_computed"

FLOOR = """
import csv, sys
from decimal import Decimal
with open(sys.argv[1] + "/observations.csv", encoding="utf-8", newline="") as file:
    rows = [row | {"value": Decimal(row["value"])} for row in csv.DictReader(file)]
"""
READING = "import gc, sys; gc.set_threshold(200_000, 50, 1000); import reportgen.cli; from reportgen.dataset import read; read(sys.argv[1])"


@dataclass(frozen=True)
class Spent:
    seconds: float
    mib: float


def rows() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as work:
        yield from _table(Path(work))


def _table(work: Path) -> Iterator[str]:
    yield "| bar | reportgen, s | beside it, s | ratio | at most | peak, MiB |"
    yield "|---|---|---|---|---|---|"
    built, templates = work / "built", work / "templates"
    _run(_reportgen("build", MONTHLY, "-o", built))
    prepare(built, templates)
    build = _reportgen("build", MONTHLY, "-o", work / "again")
    plain = _python("-m", "tests.benchmarks.plain_program", templates, CUSTOMS, work / "plain")
    click = _python("-c", "import click")
    yield _line("build of a month's pack, beside docxtpl and openpyxl filling its pages", build, plain, 4)
    yield _line("the same, beside `import click`", build, click, 60)
    yield _line("check of it, beside `import click`", _reportgen("check", MONTHLY), click, 15)
    large = work / "large"
    _run(_reportgen("init", large, "--synthetic", "areas=41,indicators=40,months=60"))
    data = large / "data"
    yield _line(
        "check of 100,800 observations, beside csv and Decimal",
        _reportgen("check", data),
        _python("-c", FLOOR, data),
        8,
    )
    cache = str(work / "cache")
    _run(_reportgen("check", data), cache)
    yield _line(
        "the same again, of data that did not change",
        _reportgen("check", data),
        _python("-c", FLOOR, data),
        8,
        cache,
    )
    reading = _python("-c", READING, data)
    for name, arguments in (
        ("explain", ("explain", data, FIGURE)),
        ("figures --id", ("figures", data, "--id", FIGURE)),
    ):
        ours, beside = _in_turn(_reportgen(*arguments), reading)
        beyond = ours.seconds - beside.seconds
        yield _cells(
            f"{name} of one figure there, beside reading: {beyond:.2f} s beyond it",
            ours,
            beside,
            "0.1 s beyond",
        )
    small = work / "small"
    _run(_reportgen("init", small, "--synthetic", "areas=9,indicators=12,months=36"))
    yield _batch(small)


def _batch(pack: Path) -> str:
    """A pack after the first, beside what it costs to fill and write its own documents."""
    two, nine = (
        _reportgen("build", pack, "--for-each", "ref_area", "--afresh", "-o", pack / f"out{number}", "--where", f"ref_area=S000[1-{number}]")
        for number in (2, 9)
    )  # fmt: skip
    ours = [_run(nine).seconds - _run(two).seconds for _ in range(ROUNDS)]
    each = statistics.median(ours) / 7
    own = float(subprocess.run(_python("-m", "tests.benchmarks.bars", str(pack)), check=True, capture_output=True, text=True, env=_environment()).stdout)  # fmt: skip
    return f"| a pack of a batch after the first, beside its own rendering | {each:.2f} | {own:.2f} | {each / own:.1f} | 1.3 | |"


def _own_rendering(pack: Path) -> float:
    """Seconds that the documents of one district take, with everything read, checked and compiled."""
    import time

    from reportgen.build.batches.made_from import Sums
    from reportgen.build.batches.making import Shared, make_one
    from reportgen.build.build import open_pack
    from reportgen.build.definition import read_definition

    opened, stated = open_pack(pack, None), read_definition(pack)
    shared = Shared(opened, stated, Sums(opened, stated, ()), "ref_area", None, False, True)
    make_one(shared, "S0001")
    spent = []
    for number in range(2, 7):
        begun = time.process_time()
        make_one(shared, f"S{number:04}")
        spent.append(time.process_time() - begun)
    return statistics.median(spent)


def _line(name: str, ours: Sequence[str], beside: Sequence[str], most: float, cache: str = "") -> str:
    return _cells(name, *_in_turn(ours, beside, cache), str(most))


def _cells(name: str, ours: Spent, beside: Spent, most: str) -> str:
    ratio = ours.seconds / beside.seconds
    return f"| {name} | {ours.seconds:.2f} | {beside.seconds:.2f} | {ratio:.1f} | {most} | {ours.mib:.0f} |"


def _in_turn(ours: Sequence[str], beside: Sequence[str], cache: str = "") -> tuple[Spent, Spent]:
    pairs = [(_run(ours, cache), _run(beside)) for _ in range(ROUNDS)]
    return tuple(  # type: ignore[return-value]
        Spent(statistics.median(one.seconds for one in side), max(one.mib for one in side))
        for side in zip(*pairs, strict=True)
    )


def _run(arguments: Sequence[str], cache: str = "") -> Spent:
    """Run a whole process; its seconds of the processor and its peak memory."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=_environment(cache))  # fmt: skip
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), arguments
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _reportgen(*arguments: object) -> list[str]:
    return _python("-m", "reportgen", *arguments)


def _python(*arguments: object) -> list[str]:
    return [sys.executable, "-W", "ignore", *map(str, arguments)]


def _environment(cache: str = "") -> dict[str, str]:
    """Python keeps what it compiled, as it does for an installed program, whatever the shell says; findings only in ``cache``."""
    kept = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(COMPILED),
        "REPORTGEN_CACHE": cache,
    }
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept


if __name__ == "__main__":
    print(_own_rendering(Path(sys.argv[1])))
