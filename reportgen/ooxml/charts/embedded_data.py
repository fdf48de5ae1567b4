"""The workbook behind a designer's chart, given new data: cells, styles and table; other sheets are kept.

The new data take the place of the old. Where something of the designer's is in their way (a note below the
rows, a column beside them) they move to free columns on the same sheet instead, and nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.content import Chart
from reportgen.ooxml.charts.block import ChartBlock
from reportgen.ooxml.charts.designed import CATEGORIES, VALUES, DesignedSeries, block_of, cells_of
from reportgen.ooxml.charts.series_matching import Match
from reportgen.ooxml.edited_sheet import EditedSheet
from reportgen.ooxml.excel_tables import ExcelTable, drop_table, frame_values, read_tables
from reportgen.ooxml.workbooks import ask_for_calculation, drop_calculation_chain, read_workbook
from reportgen.record import Record, replace

if TYPE_CHECKING:
    from reportgen.ooxml.package import Package

RowAndColumn = tuple[int, int]


def write_data(
    workbook: Package,
    designs: list[DesignedSeries],
    matches: list[Match],
    chart: Chart,
    along: tuple[Decimal, ...] | None = None,
) -> ChartBlock:
    """Put the chart's data into its workbook; return the block where they are now."""
    parts = {sheet.name: sheet.part for sheet in read_workbook(workbook).sheets}
    old_block = block_of(designs)
    name = old_block.sheet if old_block is not None and old_block.sheet in parts else next(iter(parts))
    sheet = EditedSheet(workbook, parts[name])
    old_cells = cells_of(designs, name)
    tables = read_tables(workbook, name, sheet.part)
    table = next((table for table in tables if old_cells & set(table.area.cells())), None)
    if table is not None:
        old_cells |= table.totals_cells
    block = _place(name, old_block, sheet.filled() - old_cells, len(matches), len(chart.categories))
    styles = _CellDesign.of(sheet, designs)
    for cell in old_cells:
        sheet.clear(cell)
    _write_cells(sheet, block, matches, chart, styles, along)
    moved = old_block is None or (block.row, block.column) != (old_block.row, old_block.column)
    if table is not None:
        _follow_with_table(workbook, sheet, table, block, matches, chart, designs, moved=moved)
    sheet.save()
    _calculate_anew(workbook, parts.values())
    return block


def _calculate_anew(workbook: Package, sheets: Iterable[str]) -> None:
    """After a formula went or its inputs changed: no calculation chain, and Excel calculates on opening."""
    drop_calculation_chain(workbook)
    if any(b"<f" in workbook.read(part) for part in sheets):
        with workbook.edited(workbook.main_part) as root:
            ask_for_calculation(root)


def _place(
    sheet: str, old: ChartBlock | None, foreign: set[RowAndColumn], series: int, categories: int
) -> ChartBlock:
    """Where the old data were, if the new ones have room there; else free columns at the right."""
    if old is not None and old.sheet == sheet:
        corner = (old.row, old.column)
        if not foreign & (set(old.whole(series, max(1, categories)).cells()) - {corner}):
            return old
    return ChartBlock(sheet, 1, max((column for _, column in foreign), default=-1) + 2)


class _CellDesign(Record):
    """The cell styles of the old data, to be carried over: by design for names and values."""

    category: str | None
    names: dict[int, str | None]
    values: dict[int, str | None]

    @classmethod
    def of(cls, sheet: EditedSheet, designs: list[DesignedSeries]) -> _CellDesign:
        def first(design: DesignedSeries, *tags: str) -> str | None:
            area = design.area(*tags)
            return None if area is None else sheet.style((area.top, area.left))

        return cls(
            category=first(designs[0], *CATEGORIES),
            names={id(design): first(design, "tx") for design in designs},
            values={id(design): first(design, *VALUES) for design in designs},
        )


def _write_cells(
    sheet: EditedSheet,
    block: ChartBlock,
    matches: list[Match],
    chart: Chart,
    styles: _CellDesign,
    along: tuple[Decimal, ...] | None,
) -> None:
    count = len(chart.categories)
    if count:
        shown: tuple[str | Decimal, ...] = along or chart.categories
        for cell, category in zip(block.categories(count).cells(), shown, strict=True):
            sheet.set(cell, category, styles.category)
    for at, match in enumerate(matches):
        design = id(match.design)
        sheet.set(next(block.name(at).cells()), match.series.name, styles.names[design])
        if count:
            for cell, value in zip(block.values(at, count).cells(), match.series.values, strict=True):
                sheet.set(cell, value, styles.values[design])


def _follow_with_table(
    workbook: Package,
    sheet: EditedSheet,
    table: ExcelTable,
    block: ChartBlock,
    matches: list[Match],
    chart: Chart,
    designs: list[DesignedSeries],
    *,
    moved: bool,
) -> None:
    """Move the table with its data; where it cannot frame them any more it becomes plain cells."""
    whole = block.whole(len(matches), max(1, len(chart.categories)))
    along_top = [match.series.name for match in matches] if not block.in_rows else list(chart.categories)
    corner = table.columns[0] if table.columns else " "
    heads, sources = [corner, *along_top], _old_columns(table, block, matches, chart)
    if moved:
        sheet.set((whole.top, whole.left), corner, None)
    elif table.area.left == whole.left and not block.in_rows:
        # columns that the designer's table has beside the charted ones stay in it
        beside = range(max(whole.right, _right_of(designs)) + 1, table.area.right + 1)
        extra = [
            column - table.area.left for column in beside if column - table.area.left < len(table.columns)
        ]
        if extra and whole.right + 1 == beside.start:
            heads += [table.columns[index] for index in extra]
            sources += list(extra)
            whole = replace(whole, right=table.area.right)
    is_frameable = (moved or (table.area.top, table.area.left) == (whole.top, whole.left)) and all(heads)
    if not is_frameable or len({head.casefold() for head in heads}) < len(heads):
        sheet.save()
        drop_table(workbook, sheet.part, table.part)
        sheet.reload()
        return
    frame_values(workbook, table.part, whole, heads, sources)


def _old_columns(
    table: ExcelTable, block: ChartBlock, matches: list[Match], chart: Chart
) -> list[int | None]:
    """For each column of the new table the old one that it continues."""
    if block.in_rows:
        return [at if at < len(table.columns) else None for at in range(len(chart.categories) + 1)]
    sources: list[int | None] = [0]
    for match in matches:
        area = match.design.area(*VALUES)
        inside = area is not None and table.area.left <= area.left <= table.area.right
        sources.append(
            area.left - table.area.left if area is not None and inside and not match.cloned else None
        )
    return sources


def _right_of(designs: list[DesignedSeries]) -> int:
    return max((area.right for design in designs if (area := design.area(*VALUES)) is not None), default=0)
