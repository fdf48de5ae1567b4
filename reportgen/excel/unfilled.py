"""Tags where none is filled in: in formulas, rules, alternative texts, threads of comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.excel.attached_texts import LINK_ATTRIBUTES, LONGEST_PROMPT
from reportgen.excel.drawings import charts_of, drawing_parts, extended_charts_of
from reportgen.excel.problems import CellPlace, Problems
from reportgen.excel.sheet_texts import HEADERS
from reportgen.excel.template_sheet import TemplateSheet
from reportgen.expressions import find_tags
from reportgen.findings import Finding, Severity
from reportgen.ooxml import Package
from reportgen.ooxml.formulas import parse_formula
from reportgen.ooxml.relationships import THREADED_COMMENTS, VML_DRAWING
from reportgen.ooxml.xml import qn, unescape_text
from reportgen.regex import regex

_FILLED = regex(r"<a:t>[^<]*</a:t>|<c:(\w+Cache)>.*?</c:\1>|<cx:pt [^<]*</cx:pt>", re.DOTALL)
"""Texts of drawings, and what charts keep of their cells; what is written into a chart itself is not filled."""
_STRETCH = regex(r">([^<]*\{[{%][^<]*)<|=\"([^\"]*\{[{%][^\"]*)\"")
_SHEET_NAME = regex(r"'(?:[^']|'')*'!")
"""A formula that names a sheet whose name holds a tag: it is renamed with the sheet."""
_FILLED_ELEMENTS = {qn(f"x:{name}") for name in HEADERS}
_FILLED_ATTRIBUTES = {*LINK_ATTRIBUTES, *LONGEST_PROMPT}


def unfilled_tags(package: Package, sheets: Sequence[TemplateSheet]) -> list[Finding]:
    """A warning for each text with tags that would stay as they are."""
    problems = Problems()
    for sheet in sheets:
        for place in _places(package, sheet):
            text = _without_names(place.text) if place.column else _SHEET_NAME.sub("", place.text)
            if "{" in text and find_tags(text):
                problems.add("tag-not-filled", place, Severity.WARNING)
    return problems.findings


def _without_names(formula: str) -> str:
    """A formula without the names of sheets and of Tables' columns, which are renamed with the cells that hold their tags."""
    parts = parse_formula(formula).parts
    return "".join(part for part in parts if isinstance(part, str) and not part.startswith("["))


def _places(package: Package, sheet: TemplateSheet) -> Iterator[CellPlace]:
    name = sheet.name
    for row in sheet.rows:
        for cell in row.cells:
            if cell.formula is not None and "{" in cell.formula.text:
                yield CellPlace(name, row.number, cell.column, cell.formula.text)
    for element in sheet.frame().root.iter():
        if element.tag not in _FILLED_ELEMENTS and element.text:
            yield CellPlace(name, text=element.text)
        for attribute, value in element.attrib.items():
            if attribute not in _FILLED_ATTRIBUTES:
                yield CellPlace(name, text=str(value))
    drawings = drawing_parts(package, sheet.part)
    kinds = (charts_of, extended_charts_of)
    charts = [chart for drawing in drawings for kind in kinds for chart in kind(package, drawing)]
    related = package.relationships(sheet.part)
    others = [found.part for kind in (VML_DRAWING, THREADED_COMMENTS) for found in related.by_type(kind)]
    for part in (*drawings, *charts, *others):
        for text in _texts(package, part):
            yield CellPlace(name, text=text)


def _texts(package: Package, part: str) -> Iterator[str]:
    """The texts and attributes of a part with tags in them, without those that are filled in."""
    data = package.read(part)
    if b"{" in data:
        for match in _STRETCH.finditer(_FILLED.sub("", data.decode("utf-8", "replace"))):
            yield unescape_text(match[1] or match[2]).strip()
