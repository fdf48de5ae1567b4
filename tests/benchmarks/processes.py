"""Whole processes of reportgen and of what stands beside it: their seconds of the processor and their peak memory."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMPILED = Path(tempfile.gettempdir()) / "reportgen-bench-compiled"


@dataclass(frozen=True)
class Spent:
    seconds: float
    mib: float


def run(arguments: Sequence[str], cache: str = "") -> Spent:
    """Run a whole process; its seconds of the processor and its peak memory."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment(cache))  # fmt: skip
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), arguments
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def reportgen(*arguments: object) -> list[str]:
    return python("-m", "reportgen", *arguments)


def python(*arguments: object) -> list[str]:
    return [sys.executable, "-W", "ignore", *map(str, arguments)]


def environment(cache: str = "") -> dict[str, str]:
    """Python keeps what it compiled, as it does for an installed program, whatever the shell says; findings only in ``cache``."""
    kept = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(COMPILED),
        "REPORTGEN_CACHE": cache,
    }
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept
