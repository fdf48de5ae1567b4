"""Measures the bars and writes their table into both READMEs, between its marks: ``python -m tests.benchmarks.readme``."""

import re
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.bars import HEADS, RULE, Row, measured

ROOT = Path(__file__).parents[2]
FILES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}
MARKED = re.compile(r"(?<=<!-- bars -->\n).*?(?=<!-- /bars -->)", re.DOTALL)


def table(rows: Sequence[Row], language: str) -> str:
    return "\n".join((HEADS[language], RULE, *(row.written(language) for row in rows), ""))


def write(rows: Sequence[Row]) -> None:
    for language, file in FILES.items():
        text = file.read_text(encoding="utf-8")
        assert MARKED.search(text), file
        file.write_text(
            MARKED.sub(lambda _, language=language: table(rows, language), text), encoding="utf-8"
        )


if __name__ == "__main__":
    found = []
    for row in measured():
        print(row.written("en"), flush=True)
        found.append(row)
    write(found)
