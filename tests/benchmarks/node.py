"""Competitors from npm, run in a Node process that stays up: each job is asked for by a line and answered when done.

They are looked for in the folder named by REPORTGEN_BENCH_NODE (default: ``~/.cache/reportgen-bench``); ``make competitors``
installs them there. The time measured is a round trip of one line each way; reading templates and data from the disk and starting
Node are done before, as is a first run for the compiler.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

FOLDER = Path(os.environ.get("REPORTGEN_BENCH_NODE") or Path.home() / ".cache" / "reportgen-bench")
_SCRIPT = Path(__file__).with_name("competitors.js")


def is_installed(package: str) -> bool:
    return shutil.which("node") is not None and (FOLDER / "node_modules" / package).is_dir()


def version(package: str) -> str:
    about = json.loads((FOLDER / "node_modules" / package / "package.json").read_text(encoding="utf-8"))
    return str(about["version"])


class NodeProgram:
    """``tool`` of competitors.js with a template and the data of one document or of each document of a batch."""

    def __init__(self, tool: str, template: bytes, data: Sequence[Any], work: Path) -> None:
        suffix = "docx" if tool == "carbone-docx" else "xlsx"
        template_file, data_file, self._result = (
            work / f"{tool}{end}" for end in (f".{suffix}", ".json", f"-result.{suffix}")
        )
        template_file.write_bytes(template)
        data_file.write_text(json.dumps(list(data)), encoding="utf-8")
        self._process = subprocess.Popen(
            [
                "node",
                "--max-old-space-size=4096",
                str(_SCRIPT),
                tool,
                str(template_file),
                str(data_file),
                str(self._result),
            ],
            env={**os.environ, "NODE_PATH": str(FOLDER / "node_modules")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._expect("ready")

    def run(self) -> None:
        """Make every document once, in memory."""
        self._ask("run")

    def result(self) -> bytes:
        """The last document made."""
        self._ask("save")
        return self._result.read_bytes()

    def _ask(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        self._expect("done")

    def _expect(self, answer: str) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.strip() == answer:
                return
        raise RuntimeError(f"node ended before it said “{answer}”")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
