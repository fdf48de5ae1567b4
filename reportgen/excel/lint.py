"""Mistakes in a template that can be seen without filling it, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.excel.drawings import charts_of, drawing_parts, extended_charts_of
from reportgen.excel.problems import CellPlace, Problems
from reportgen.excel.row_plan import ValueCell
from reportgen.excel.scopes import BLOCK, COLUMN, SHEET, bound_names
from reportgen.excel.sheet_charts import chart_parts, referenced_areas
from reportgen.excel.workbook_template import CompiledSheet, CompiledWorkbook
from reportgen.expressions import (
    UsedName,
    find_tags,
    may_hold_tags,
    near_tag_findings,
    unknown_names,
    used_names,
    without_keyword,
)
from reportgen.expressions.unknown_names import UNSURE
from reportgen.findings import Finding, Severity
from reportgen.ooxml.addresses import LAST_ROW
from reportgen.ooxml.formulas import Formula


def lint_workbook(template: CompiledWorkbook, context: Mapping[str, Any] | None) -> list[Finding]:
    """Mistakes in tags, names that ``context`` does not have, charts that nothing feeds."""
    problems = Problems()
    problems.extend(template.problems.findings)
    if context is not None and not template.problems.findings:
        problems.extend(unknown_names_in(template, context))
        problems.extend(near_tag_findings(template.near_tags, context))
    problems.extend(_unfed_charts(template))
    problems.extend(template.unfilled)
    return problems.findings


def names_in_workbook(template: CompiledWorkbook) -> list[UsedName]:
    """The names of the context that a template uses, in its cells first, then in the texts around them."""
    texts = [
        (cell.text.text, CellPlace(sheet.sheet.name, row.number, cell.column, cell.text.text))
        for sheet in template.sheets
        for row in sheet.sheet.rows
        for cell in row.cells
        if cell.text is not None and cell.formula is None and may_hold_tags(cell.text.text)
    ]
    for sheet in template.sheets:
        texts += [
            (one.text.text, CellPlace(sheet.sheet.name, one.row, one.column, one.text.text))
            for one in sheet.attached
        ]
        texts += [(text.text, place) for _, text, place in sheet.texts.texts]
    texts += [(text.text, place) for _, text, place in template.book_texts.texts]
    tags = [
        (without_keyword(tag, (COLUMN, SHEET, BLOCK)), place.to_place())
        for text, place in texts
        for tag in find_tags(text)
    ]
    return used_names(tags, template.sandbox)


def unknown_names_in(template: CompiledWorkbook, context: Mapping[str, Any]) -> list[Finding]:
    """Every name in the template that ``context`` does not have."""
    problems = Problems()
    for use in unknown_names(template.book_texts.program.source, template.sandbox, context):
        if not use.name.startswith("rg__"):
            place = template.book_texts.program.place_of(use.line) or CellPlace("")
            problems.put(use.finding, place)
    for sheet in template.sheets:
        bound = [name for mark in sheet.scopes.marks for name in bound_names(mark.tag, template.sandbox)]
        known = (
            {**{name: context[name] for name in context}, **dict.fromkeys(bound, UNSURE)}
            if bound
            else context
        )
        columns = None if sheet.columns is None else sheet.columns.program
        for program in (sheet.passes, columns, sheet.texts.program, sheet.plan.program):
            if program is None or not program.places:
                continue
            for use in unknown_names(
                program.source, template.sandbox, context if program in (sheet.passes, columns) else known
            ):
                if not use.name.startswith("rg__"):
                    place = program.place_of(use.line) or CellPlace(sheet.sheet.name)
                    problems.put(use.finding, place)
    return problems.findings


def _unfed_charts(template: CompiledWorkbook) -> list[Finding]:
    """A chart in a template with tags, none of whose cells holds a tag, shows the same in every pack."""
    problems = Problems()
    by_name = {sheet.sheet.name.lower(): sheet for sheet in template.sheets}
    known = set(chart_parts(template.package))
    if not any(sheet.plan.has_tags for sheet in template.sheets):
        return []
    for sheet in template.sheets:
        for drawing in drawing_parts(template.package, sheet.sheet.part):
            for part in (
                *charts_of(template.package, drawing),
                *extended_charts_of(template.package, drawing),
            ):
                formulas = list(referenced_areas(template.package, part)) if part in known else []
                if formulas and not any(_is_fed(formula, by_name) for formula in formulas):
                    problems.add(
                        "chart-not-fed", CellPlace(sheet.sheet.name, text=str(formulas[-1])), Severity.NOTE
                    )
    return problems.findings


def _is_fed(formula: Formula, sheets: Mapping[str, CompiledSheet]) -> bool:
    for reference in formula.references:
        sheet = sheets.get(reference.sheets[0].lower()) if reference.sheets else None
        if sheet is None:
            continue
        end = reference.last or reference.first
        top, bottom = reference.first.row or 1, end.row or LAST_ROW
        left, right = reference.first.column or 1, end.column or 1
        for row in sheet.plan.rows:
            if row is None or not top <= row.row.number <= bottom:
                continue
            for cell in row.cells:
                placed = cell.placed if isinstance(cell, ValueCell) else cell
                if left <= placed.cell.column <= right and (
                    isinstance(cell, ValueCell) or placed.cell.formula is not None
                ):
                    return True
    return False
