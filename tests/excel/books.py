"""One-line builders of workbook templates, and readers of what became of them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.workbook import Workbook

Cells = Mapping[str, Any]


def template(
    sheet: Cells | None = None, /, design: Callable[[Any, Any], None] | None = None, **sheets: Cells
) -> bytes:
    """A workbook made with XlsxWriter: ``template({"A1": "{{ x }}"}, Other={"A1": "=Data!A1"})``; the first sheet is "Data".

    ``design(workbook, worksheet)`` may add to the first sheet what cells alone cannot say.
    """
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    made = None
    for name, cells in {"Data": sheet or {}, **sheets}.items():
        worksheet = workbook.add_worksheet(name)
        made = made or worksheet
        for address, value in cells.items():
            worksheet.write(address, value)
    if design is not None:
        design(workbook, made)
    workbook.close()
    return buffer.getvalue()


def opened(data: bytes, **options: Any) -> Workbook:
    """A filled workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(data), **options)


def column(data: bytes, letter: str, sheet: str = "Data") -> list[Any]:
    """What a column of the filled workbook holds, from row 1 on."""
    return [cell.value for cell in opened(data)[sheet][letter]]


def part(data: bytes, name: str) -> str:
    """A part of a package, as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def parts(data: bytes) -> dict[str, bytes]:
    """All parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The package with one part changed by hand."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            body = old.read(item)
            if item == name:
                body = change(body.decode()).encode()
            new.writestr(item, body)
    return made.getvalue()


def found(pattern: str, text: str) -> list[str]:
    """All matches of a pattern's first group."""
    return re.findall(pattern, text)
