"""Rows and columns of a workbook's sheet that are hidden: calamine gives their cells like any others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reportgen.ooxml.files import read_file
from reportgen.ooxml.package import Package
from reportgen.ooxml.workbooks import read_workbook

_LINE = re.compile(rb"<(row|col)\s([^>]*)>")
_NUMBER = re.compile(rb"\s(r|min|max)=[\"'](\d+)[\"']")
HIDDEN = re.compile(rb"\shidden=[\"'](?:1|true)[\"']")


def hidden_lines(path: Path, sheet: str) -> tuple[frozenset[int], frozenset[int]]:
    """The hidden rows and columns of a sheet of an .xlsx; both count from 0."""
    package = Package.open(read_file(path))
    part = next((entry.part for entry in read_workbook(package).sheets if entry.name == sheet), None)
    found = list(_hidden(package.read(part))) if part else []
    rows = frozenset(lines["r"] - 1 for lines in found if "r" in lines)
    columns = frozenset(
        column
        for lines in found
        if "min" in lines
        for column in range(lines["min"] - 1, lines.get("max", lines["min"]))
    )
    return rows, columns


def _hidden(data: bytes) -> Iterator[dict[str, int]]:
    """The numbers of each row and each stretch of columns that is hidden."""
    for _, attributes in _LINE.findall(data):
        said = b" " + attributes
        if HIDDEN.search(said):
            yield {name.decode(): int(number) for name, number in _NUMBER.findall(said)}
