"""Columns that repeat: where every column of the template comes out, and which values its loops give it there."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment
from msgspec import Struct

from reportgen.excel.axis import AxisMap, Strip, unmoved
from reportgen.excel.cell_tags import PlacedCell
from reportgen.excel.scopes import COLUMN, Scopes, as_mapping, bound_names
from reportgen.excel.template_sheet import TemplateRow
from reportgen.excel.value_program import Program, compiled, run
from reportgen.ooxml.addresses import LAST_COLUMN
from reportgen.record import Record, field


class ColumnPlan(Struct):
    """The columns of a sheet in strips, and the program that brings them out with the variables of their loops."""

    strips: list[Strip] = field(default_factory=list)
    program: Program = field(default_factory=Program)
    loops: int = 0


class Columns(Record):
    """Where the columns came out: the map, and for each output strip its template columns and variables."""

    map: AxisMap
    placed: tuple[tuple[Strip, int, int | None], ...]
    """Strip, first output column, and the place of its variables in ``variables``."""
    variables: tuple[Mapping[str, Any], ...]

    def place(self, row: TemplateRow) -> list[PlacedCell]:
        """The cells of a row where they come out, in column order."""
        cells = {cell.column: cell for cell in row.cells}
        return [
            PlacedCell(cells[column], output + column - strip.first, self._bindings(number))
            for strip, output, number in self.placed
            for column in sorted(column for column in cells if strip.first <= column <= strip.last)
        ]

    def _bindings(self, number: int | None) -> tuple[str, ...]:
        if number is None:
            return ()
        return tuple(f"set {name} = rg__columns[{number}]['{name}']" for name in self.variables[number])


UNMOVED = Columns(unmoved(LAST_COLUMN), ((Strip(1, LAST_COLUMN), 1, None),), ())


def plan_columns(scopes: Scopes, sandbox: Environment) -> ColumnPlan:
    """The plan for a sheet's column marks."""
    marks = scopes.of(COLUMN)
    plan = ColumnPlan()
    open_names: list[tuple[int, list[str]]] = []
    opens = [mark for mark in marks if not mark.tag.keyword.startswith("end")]
    closes = [mark for mark in marks if mark.tag.keyword.startswith("end")]
    gone = scopes.vanished_columns
    edges = sorted(
        {1, *(mark.place.column for mark in opens), *(mark.place.column + 1 for mark in closes)}
        | {edge for column in gone for edge in (column, column + 1)}
    )
    for index, first in enumerate(edges):
        for mark in closes:
            if mark.place.column + 1 == first and open_names:
                plan.program.statement(mark.tag.body, mark.place)
                open_names.pop()
        for mark in opens:
            if mark.place.column != first:
                continue
            loop = 0
            if mark.tag.keyword == "for":
                plan.loops += 1
                loop = plan.loops
            plan.program.statement(mark.tag.body, mark.place)
            open_names.append((loop, bound_names(mark.tag, sandbox)))
            if loop:
                plan.program.value(str(loop))
        last = edges[index + 1] - 1 if index + 1 < len(edges) else LAST_COLUMN
        if first > LAST_COLUMN:
            continue
        names = [name for _, found in open_names for name in found]
        place = opens[0].place
        plan.strips.append(Strip(first, last, tuple(loop for loop, _ in open_names if loop)))
        if first in gone:
            continue
        plan.program.row(len(plan.strips) - 1, [(as_mapping(names), place)])
    return plan


def run_columns(plan: ColumnPlan, sandbox: Environment, context: Mapping[str, Any]) -> Columns:
    """Bring the columns out. Raises what the expressions in the marks raise."""
    template = compiled(plan.program, sandbox)
    strips = [Strip(strip.first, strip.last, strip.loops) for strip in plan.strips]
    passes = {loop: array("l") for loop in range(1, plan.loops + 1)}
    placed: list[tuple[Strip, int, int | None]] = []
    variables: list[Mapping[str, Any]] = []
    column = 1
    for item in run(template, context, 1):
        if item.__class__ is int:
            passes[item].append(column)
            continue
        strip = strips[item[0]]
        number = None
        if item[1]:
            number = len(variables)
            variables.append(dict(item[1]))
        strip.images.append(column)
        placed.append((strip, column, number))
        column += strip.length
    return Columns(AxisMap(strips, LAST_COLUMN, passes), tuple(placed), tuple(variables))
