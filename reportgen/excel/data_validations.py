"""Prompts and alerts of data validation with tags in them: one rule for each copy of a repeated cell, saying that copy's values."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.excel.attached_texts import LONGEST_PROMPT
from reportgen.excel.hyperlinks import TextsByCopy
from reportgen.excel.moved_areas import areas_of, copies
from reportgen.excel.moved_formulas import SheetMap
from reportgen.ooxml.cell_texts import Run
from reportgen.ooxml.formulas import parse_formula, shifted_formula
from reportgen.ooxml.xml import clean, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMULAS = (qn("x:formula1"), qn("x:formula2"), qn("xm:f"))


def fill_validations(rules: Sequence[tuple[_Element, str]], home: SheetMap, filled: TextsByCopy) -> None:
    """Put in what the tags gave. ``rules`` are the sheet's, already moved, each with the cells it had in the template."""
    for index, (rule, sqref) in enumerate(rules):
        texts = {kind: dict(filled.get((kind, index), ())) for kind in LONGEST_PROMPT}
        rows = sorted({row for by_row in texts.values() for row in by_row})
        if not rows or rule.getparent() is None:
            continue
        if len(rows) == 1:
            _say(rule, texts, rows[0])
            continue
        passes = list(zip(*(list(copies(area, home)) for area in areas_of(sqref)), strict=False))
        after = rule
        for number, cells in enumerate(passes):
            twin = deepcopy(rule)
            _place(twin, " ".join(map(str, cells)))
            _fill_down(twin, cells[0].top - passes[0][0].top, cells[0].left - passes[0][0].left)
            _say(twin, texts, cells[0].top)
            if number and twin.get(qn("xr:uid")):  # a copy of a rule is another rule
                del twin.attrib[qn("xr:uid")]
            after.addnext(twin)
            after = twin
        _replace(rule)


def _say(rule: _Element, texts: dict[str, dict[int, Sequence[Run]]], row: int) -> None:
    for kind, by_row in texts.items():
        if row in by_row:
            rule.set(kind, clean("".join(run.text for run in by_row[row])).text)


def _place(rule: _Element, cells: str) -> None:
    extended = rule.find(qn("xm:sqref"))
    if extended is not None:
        extended.text = cells
    else:
        rule.set("sqref", cells)


def _fill_down(rule: _Element, rows: int, columns: int) -> None:
    for formula in rule.iter(*_FORMULAS):
        if formula.text:
            formula.text = shifted_formula(parse_formula(formula.text), rows, columns) or "#REF!"


def _replace(rule: _Element) -> None:
    """Take the rule out whose copies come after it."""
    holder = rule.getparent()
    if holder is not None:
        holder.remove(rule)
        if holder.get("count") is not None:
            holder.set("count", str(len(holder)))
