"""How long `reportgen --help` takes beside importing click alone. The bar: at most 1.5 times."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.timing import command, compare


def rows() -> Iterator[str]:
    script = Path(sys.executable).with_name("reportgen")
    found = compare(
        command([str(script), "--help"]), command([sys.executable, "-c", "import click"]), rounds=15
    )
    yield "| start | seconds | ratio |"
    yield "|---|---|---|"
    yield f"| `reportgen --help` | {found.ours:.3f} | {found.ratio:.2f} |"
    yield f"| `python -c 'import click'` | {found.theirs:.3f} | 1 |"
