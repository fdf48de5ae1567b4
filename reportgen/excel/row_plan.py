"""Rows with tags become strips, loops and expressions: what repeats, what vanishes, what each cell yields.

A row that holds only statements opens or closes blocks of rows and vanishes. A statement left open in a cell of a row with
content opens before that row, one closed there closes after it, so both may be in the row they repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from jinja2 import Environment
from msgspec import Struct

from reportgen.excel.attached_texts import AttachedText
from reportgen.excel.axis import Strip
from reportgen.excel.bands import (
    Band,
    open_band,
    within,
)
from reportgen.excel.cell_tags import CellTags, PlacedCell, check_side_by_side
from reportgen.excel.problems import CellPlace, Problems
from reportgen.excel.template_sheet import TemplateCell, TemplateRow
from reportgen.excel.text_expressions import TextLayout, text_expression
from reportgen.excel.value_program import Program
from reportgen.expressions import Mistake, Tag, check_blocks, check_tag, find_tags
from reportgen.expressions.syntax import OPENS, is_block_set
from reportgen.ooxml.addresses import LAST_ROW
from reportgen.ooxml.excel_tables import ExcelTable
from reportgen.record import Record, field
from reportgen.regex import regex


class ValueCell(Record):
    """A cell that yields a value: the value alone (no layout), or a text laid out around its values.

    ``is_fixed``: the cell comes out as it is where its value is true, and empty elsewhere.
    """

    placed: PlacedCell
    layout: TextLayout | None = None
    is_fixed: bool = False


class StripRow(Record):
    """A row that comes out: its cells in column order, and those of them that yield values."""

    row: TemplateRow
    cells: tuple[PlacedCell | ValueCell, ...]
    attached: tuple[tuple[AttachedText, TextLayout | None], ...] = ()


class RowPlan(Struct, dict=True):
    """The rows of a sheet, cut into strips, and the program that brings them out."""

    strips: list[Strip] = field(default_factory=list)
    rows: list[StripRow | None] = field(default_factory=list)
    """The row of each strip; ``None`` for rows without cells."""
    program: Program = field(default_factory=Program)
    loops: int = 0
    kept: list[tuple[int, int, int]] = field(default_factory=list)
    """First and last row of which one must be left behind, and the strip that serves as it."""
    marks: int = 1
    has_tags: bool = False

    @cached_property
    def contents(self) -> dict[int, frozenset[int]]:
        """The columns with something in them, by template row, of the rows within loops."""
        return {
            row.row.number: frozenset(
                placed.column
                for placed in (cell.placed if isinstance(cell, ValueCell) else cell for cell in row.cells)
                if not placed.cell.is_empty and not _is_mark(placed)
            )
            for strip, row in zip(self.strips, self.rows, strict=True)
            if row is not None and strip.loops
        }


_STATEMENTS = regex(r"\{%.*?%\}", re.DOTALL)


def _is_mark(placed: PlacedCell) -> bool:
    """Whether the cell only opens or closes a block, and comes out empty."""
    text = placed.cell.text.text if placed.cell.text is not None else ""
    return "{%" in text and not _STATEMENTS.sub("", text).strip()


class _FoundTag(Record):
    tag: Tag
    place: CellPlace


class RowPlanner:
    """Reads the rows of a sheet from top to bottom and writes their plan."""

    def __init__(
        self,
        sheet: str,
        sandbox: Environment,
        problems: Problems,
        attached: Sequence[AttachedText] = (),
        bands: Sequence[Band] = (),
        tables: Sequence[ExcelTable] = (),
    ) -> None:
        self.sheet, self.sandbox, self.problems = sheet, sandbox, problems
        self._tables = tables
        self._heads = {cell for table in tables for cell in table.head_cells}
        self._bands = {row: band for band in bands for row in range(band.top, band.bottom + 1)}
        self.attached = {
            row: [text for text in attached if text.row == row] for row in {text.row for text in attached}
        }
        self.plan = RowPlan()
        self._open: list[tuple[str, int]] = []  # keyword and loop (0: none)
        self._all: list[_FoundTag] = []

    def make(
        self,
        rows: Iterable[tuple[TemplateRow, Sequence[PlacedCell] | None]],
    ) -> RowPlan:
        """The plan of ``rows``; those without cells (``None``) vanish. Of the data rows of a Table one must stay."""
        waiting = sorted(table.data_rows for table in self._tables)
        reached = 1
        for row, cells in rows:
            if row.number > reached:
                self._gap(reached, row.number - 1)
            if cells is not None:
                self._row(row, cells)
            reached = row.number + 1
            waiting = self._keep(waiting, reached)
        if reached <= LAST_ROW:
            self._gap(reached, LAST_ROW)
        self._keep(waiting, LAST_ROW + 1)
        self._check()
        return self.plan

    # ---- rows ---------------------------------------------------------------------------------------------

    def _row(self, row: TemplateRow, cells: Sequence[PlacedCell]) -> None:
        read = [self._read(row, placed) for placed in cells]
        tagged = [found for found in read if isinstance(found, CellTags)]
        once = list({found.placed.cell.column: found for found in reversed(tagged)}.values())[::-1]
        band = self._bands.get(row.number)
        if band is not None:
            self._band_row(band, row, cells, read, tagged)
            return
        if not tagged:
            self._bring_out(row, tuple(cells), [])
            return
        self.plan.has_tags = True
        for found in once:  # a cell in a repeated column opens its rows once
            self._all += [_FoundTag(tag, found.place) for tag in found.tags]
        contents = [
            placed
            for placed in cells
            if not placed.cell.is_empty
            and not (
                placed.cell.formula
                and any(table.fills(row.number, placed.cell.column) for table in self._tables)
            )
        ]
        if len(contents) == len(tagged) and all(found.only_statements for found in tagged):
            for found in once:
                for tag in found.tags:
                    self._control(tag, found.place)
            return
        for found in tagged:
            found.part(self.problems)
        check_side_by_side(once, self.problems)
        for found in once:
            for tag in found.opens:
                self._control(tag, found.place)
        self._content_row(row, cells, read)
        for found in once:
            for tag in found.closes:
                self._control(tag, found.place)

    def _band_row(
        self,
        band: Band,
        row: TemplateRow,
        cells: Sequence[PlacedCell],
        read: list[PlacedCell | CellTags],
        tagged: list[CellTags],
    ) -> None:
        """A row with blocks: every cell is there only where its block's list has not ended."""
        program = self.plan.program
        self.plan.has_tags = True
        if row.number == band.top:
            self.plan.loops += 1
            open_band(program, band, self.plan.loops)
            self._open.append(("for", self.plan.loops))
        for cell in tagged:
            cell.part(self.problems)
            if cell.opens or cell.closes:
                self.problems.add("rows-in-block", cell.place)
        expressions: list[tuple[str, CellPlace]] = []
        made: list[PlacedCell | ValueCell] = []
        for placed, found in zip(cells, read, strict=True):
            place = CellPlace(self.sheet, row.number, placed.cell.column)
            if isinstance(found, PlacedCell) and placed.cell.is_empty:
                made.append(placed)
                continue
            kept = program.name()
            program.statement(f"set {kept} = rg__list()")
            with within(program, band.block_at(placed.cell.column), place) as condition:
                if isinstance(found, PlacedCell):
                    made.append(ValueCell(placed, is_fixed=True))
                    expressions.append((condition, place))
                    continue
                made.append(self._filled(found, expressions))
                if isinstance(made[-1], ValueCell):
                    program.statement(
                        f"set rg__ignored = rg__keep({kept}, {expressions[-1][0]})", found.place
                    )
                    expressions[-1] = (f"rg__kept({kept})", found.place)
        self._bring_out(row, tuple(made), expressions)
        if row.number == band.bottom:
            self._open.pop()
            program.statement("endfor")
            program.statement("endwith")

    def _read(self, row: TemplateRow, placed: PlacedCell) -> PlacedCell | CellTags:
        text = placed.cell.text
        if text is None or placed.cell.formula is not None or not text.has_braces:
            return placed
        tags = find_tags(text.text)
        if not tags:
            return placed
        place = CellPlace(self.sheet, row.number, placed.cell.column, text.text)
        for tag in tags:
            self._note(check_tag(tag, self.sandbox), place)
        return CellTags(placed, place, tags, text=text)

    def _content_row(
        self, row: TemplateRow, cells: Sequence[PlacedCell], read: list[PlacedCell | CellTags]
    ) -> None:
        expressions: list[tuple[str, CellPlace]] = []
        made: list[PlacedCell | ValueCell] = []
        for placed, found in zip(cells, read, strict=True):
            made.append(placed if isinstance(found, PlacedCell) else self._filled(found, expressions))
        self._bring_out(row, tuple(made), expressions)

    def _bring_out(
        self,
        row: TemplateRow,
        cells: tuple[PlacedCell | ValueCell, ...],
        expressions: list[tuple[str, CellPlace]],
    ) -> None:
        attached = self._attached(row.number, expressions)
        self.plan.strips.append(Strip(row.number, row.number, self._loops))
        self.plan.rows.append(StripRow(row, cells, attached))
        self.plan.program.row(len(self.plan.strips) - 1, expressions)

    def _attached(
        self, row: int, expressions: list[tuple[str, CellPlace]]
    ) -> tuple[tuple[AttachedText, TextLayout | None], ...]:
        """The row's texts beside its cells: their values follow those of the cells."""
        made = []
        for text in self.attached.get(row, ()):
            self.plan.has_tags = True
            place = CellPlace(self.sheet, row, text.column, text.text.text)
            tags = find_tags(text.text.text)
            mistakes = [check_tag(tag, self.sandbox) for tag in tags] + check_blocks(tags)
            for mistake in mistakes:
                self._note(mistake, place)
            if any(mistakes):
                continue
            found = text_expression(self.plan.program, text.text, tags, (), place)
            if found is not None:
                self.plan.marks = max(self.plan.marks, len(text.text.runs))
                expressions.append((found.expression, place))
                made.append((text, found.layout))
        return tuple(made)

    def _gap(self, first: int, last: int) -> None:
        self.plan.strips.append(Strip(first, last, self._loops))
        self.plan.rows.append(None)
        self.plan.program.row(len(self.plan.strips) - 1, [])

    def _keep(self, waiting: list[tuple[int, int]], reached: int) -> list[tuple[int, int]]:
        """After the block around a Table's rows has closed, see that one row of it is left."""
        if self._open:
            return waiting
        for first, last in [table for table in waiting if table[1] < reached]:
            inside = [
                number
                for number, strip in enumerate(self.plan.strips)
                if first <= strip.first <= last and self.plan.rows[number] is not None
            ]
            if inside:
                self.plan.kept.append((first, last, inside[0]))
                self.plan.program.value(f"-{len(self.plan.kept)}")
        return [table for table in waiting if table[1] >= reached]

    # ---- statements ---------------------------------------------------------------------------------------

    @property
    def _loops(self) -> tuple[int, ...]:
        return tuple(loop for _, loop in self._open if loop)

    def _control(self, tag: Tag, place: CellPlace) -> None:
        if tag.kind != "{%":
            return
        keyword = tag.keyword
        loop = 0
        if keyword == "for":
            self.plan.loops += 1
            loop = self.plan.loops
        if keyword in OPENS or is_block_set(tag):
            self._open.append((keyword, loop))
        elif keyword.startswith("end") and self._open:
            self._open.pop()
        elif keyword == "else" and self._open:
            self._open[-1] = (self._open[-1][0], 0)
        self.plan.program.statement(tag.body, place)
        if loop:
            self.plan.program.value(str(loop))

    def _check(self) -> None:
        for mistake in check_blocks([found.tag for found in self._all]):
            self._note(mistake, self._all[mistake.index].place)

    def _note(self, mistake: Mistake | None, place: CellPlace) -> None:
        self.problems.mistake(mistake, place)

    # ---- cells --------------------------------------------------------------------------------------------

    def _filled(self, found: CellTags, expressions: list[tuple[str, CellPlace]]) -> PlacedCell | ValueCell:
        """The expression of a cell, and how its text is laid out around it."""
        program, bindings = self.plan.program, found.placed.bindings
        for binding in bindings:
            program.statement(binding, found.place)
        made = text_expression(program, found.text, found.tags, (*found.opens, *found.closes), found.place)
        if made is None:
            return PlacedCell(_emptied(found.placed.cell), found.placed.column)
        expression, layout = made.expression, made.layout
        if layout is None and (found.place.row, found.place.column) in self._heads:
            expression, layout = f"({expression},)", (0,)
        if bindings:  # worked out while the variables of its column are set
            name = program.name()
            program.statement(f"set {name} = ({expression})", found.place)
            expression = name
        self.plan.marks = max(self.plan.marks, len(found.text.runs))
        expressions.append((expression, found.place))
        return ValueCell(found.placed, layout)


def _emptied(cell: TemplateCell) -> TemplateCell:
    return TemplateCell(cell.column, cell.style)
