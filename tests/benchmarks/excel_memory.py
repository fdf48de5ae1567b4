"""200,000 rows x 12 in a process of its own: seconds a row beside 20,000 rows, and the peak memory. The bars: linear, 300 MiB.

The rows are made one by one as the template asks for them, so that the memory is the engine's and not the data's. The floor for this
many rows is measured in a process of its own too.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterable, Iterator

ROUNDS = 3


def rows() -> Iterator[str]:
    runs = [{name: _measure(name) for name in ("floor", "few", "many")} for _ in range(ROUNDS)]
    ratio = _median(run["many"]["seconds"] / run["floor"]["seconds"] for run in runs)
    growth = _median(run["many"]["seconds"] / run["few"]["seconds"] / 10 for run in runs)
    seconds = _median(run["many"]["seconds"] for run in runs)
    peak = _median(run["many"]["peak_mib"] for run in runs)
    yield "| 200,000 rows x 12 | measured | bar |"
    yield "|---|---|---|"
    yield f"| seconds | {seconds:.1f} | |"
    yield f"| ratio to the floor | **{ratio:.2f}** | 2 |"
    yield f"| time a row beside 20,000 rows | **{growth:.2f}** | 1 (linear) |"
    yield f"| peak memory | **{peak:.0f} MiB** | 300 MiB |"


def _median(values: Iterable[float]) -> float:
    return statistics.median(values)


def _measure(program: str) -> dict[str, float]:
    run = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.excel_memory", program],
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, float] = json.loads(run.stdout)
    return found


def _run(program: str) -> dict[str, float]:
    """Make the rows in this process with one of the programs: floor, few (20,000 rows), many (200,000 rows)."""
    from reportgen.excel import EXCEL
    from tests.benchmarks.excel_cases import our_template, rows, sheet_xml
    from tests.benchmarks.floors import deflated
    from tests.benchmarks.memory import peak_mib
    from tests.benchmarks.timing import CPU, seconds

    template = EXCEL.compile(our_template())
    template.fill({"rows": rows(20)}, marks="none")
    count = 20_000 if program == "few" else 200_000
    if program == "floor":
        spent = seconds(lambda: deflated(sheet_xml(count, rows(count))), CPU)
    else:
        spent = seconds(lambda: template.fill({"rows": rows(count)}, marks="none"), CPU)
    return {"seconds": spent, "peak_mib": peak_mib()}


if __name__ == "__main__":
    print(json.dumps(_run(sys.argv[1])))
