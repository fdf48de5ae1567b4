"""A whole build of the largest example, split into its steps, with the peak memory of the process. The bar: under 200 MiB.

The build runs in a process of its own, so that nothing measured before it is in its memory or its import time.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.memory import peak_mib

EXAMPLES = Path(__file__).parents[2] / "examples"
ROUNDS = 5
STEPS = ("import", "read", "compute", "render", "zip")


def rows() -> Iterator[str]:
    pack = max(EXAMPLES.glob("*/pack.toml"), key=lambda path: len(path.read_text(encoding="utf-8"))).parent
    measured = [_measure(pack) for _ in range(ROUNDS)]
    yield f"| build of {pack.name} | seconds | share |"
    yield "|---|---|---|"
    total = statistics.median(item["total"] for item in measured)
    for step in STEPS:
        value = statistics.median(item[step] for item in measured)
        yield f"| {step} | {value:.3f} | {value / total:.0%} |"
    yield f"| whole | {total:.3f} | 100% |"
    yield f"| peak memory | {statistics.median(item['peak_mib'] for item in measured):.0f} MiB | |"


def _measure(pack: Path) -> dict[str, float]:
    run = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.pack_build", str(pack)],
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(run.stdout.strip().splitlines()[-1])


def _build_and_report(pack: Path) -> dict[str, float]:
    """Build once in this process, timing what each step spends in itself."""
    import tempfile
    import time

    started = time.perf_counter()
    spent = dict.fromkeys(STEPS, 0.0)

    import jinja2  # noqa: F401
    import lxml.etree  # noqa: F401
    import openpyxl  # noqa: F401
    import xlsxwriter  # noqa: F401

    import reportgen.build.build
    import reportgen.build.pack_or_data
    import reportgen.databook
    import reportgen.excel.workbook_filling
    import reportgen.ooxml.archive
    import reportgen.ooxml.package
    import reportgen.ooxml.properties
    import reportgen.word.word_template
    from reportgen.kinds import Catalogue

    spent["import"] = time.perf_counter() - started

    def timed(owner, name, step):
        original = getattr(owner, name)

        def wrapper(*args, **kwargs):
            begun = time.perf_counter()
            inner = sum(spent.values())
            try:
                return original(*args, **kwargs)
            finally:
                spent[step] += time.perf_counter() - begun - (sum(spent.values()) - inner)

        setattr(owner, name, wrapper)

    timed(reportgen.build.pack_or_data, "read", "read")
    timed(reportgen.build.pack_or_data, "check_dataset", "compute")
    timed(Catalogue, "get", "compute")
    timed(reportgen.ooxml.package, "write_archive", "zip")
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        before = sum(spent.values())
        reportgen.build.build.build(pack, output=Path(folder) / "out")
        spent["render"] += time.perf_counter() - begun - (sum(spent.values()) - before)
    spent["total"] = time.perf_counter() - started
    spent["peak_mib"] = peak_mib()
    return spent


if __name__ == "__main__":
    print(json.dumps(_build_and_report(Path(sys.argv[1]))))
