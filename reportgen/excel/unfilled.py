"""Tags where none is filled: in formulas, alternative texts, captions of buttons, lists of data validation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from reportgen.excel.drawings import charts_of, drawing_parts, extended_charts_of
from reportgen.excel.extras import LINK_ATTRIBUTES, LONGEST_PROMPT
from reportgen.excel.problems import CellPlace, Problems
from reportgen.excel.sidetexts import HEADERS
from reportgen.excel.template import CompiledSheet, CompiledWorkbook
from reportgen.expressions import find_tags
from reportgen.findings import Severity
from reportgen.ooxml import Package
from reportgen.ooxml.relationships import VML_DRAWING
from reportgen.ooxml.xml import qn

_FILLED = re.compile(r"<a:t>[^<]*</a:t>|<c:v>[^<]*</c:v>|<cx:pt [^<]*</cx:pt>")
_STRETCH = re.compile(r">([^<]*\{[{%][^<]*)<|=\"([^\"]*\{[{%][^\"]*)\"")
_SHEET_NAME = re.compile(r"'(?:[^']|'')*'!")
"""A formula that names a sheet whose name holds a tag: it is renamed with the sheet."""
_FILLED_ELEMENTS = {qn(f"x:{name}") for name in HEADERS}
_FILLED_ATTRIBUTES = {*LINK_ATTRIBUTES, *LONGEST_PROMPT}


def report_unfilled(template: CompiledWorkbook, problems: Problems) -> None:
    """Tell of every tag that would come out as it is."""
    for sheet in template.sheets:
        for place in _places(template.package, sheet):
            if "{" in place.text and find_tags(_SHEET_NAME.sub("", place.text)):
                problems.add("tag-not-filled", place, Severity.WARNING)


def _places(package: Package, sheet: CompiledSheet) -> Iterator[CellPlace]:
    name = sheet.sheet.name
    for row in sheet.sheet.rows:
        for cell in row.cells:
            if cell.formula is not None and "{" in cell.formula.text:
                yield CellPlace(name, row.number, cell.column, cell.formula.text)
    for element in sheet.sheet.frame().root.iter():
        if element.tag not in _FILLED_ELEMENTS and element.text:
            yield CellPlace(name, text=element.text)
        for attribute, value in element.attrib.items():
            if attribute not in _FILLED_ATTRIBUTES:
                yield CellPlace(name, text=str(value))
    drawings = drawing_parts(package, sheet.sheet.part)
    kinds = (charts_of, extended_charts_of)
    charts = [chart for drawing in drawings for kind in kinds for chart in kind(package, drawing)]
    legacy = [found.part for found in package.relationships(sheet.sheet.part).by_type(VML_DRAWING)]
    for part in (*drawings, *charts, *legacy):
        text = _FILLED.sub("", package.read(part).decode("utf-8", "replace"))
        for match in _STRETCH.finditer(text):
            yield CellPlace(name, text=unescape(match[1] or match[2]).strip())
