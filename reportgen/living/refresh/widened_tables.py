"""Tables of a sheet that the data made wider: a column behind the last one belongs to the Table where it does today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.ooxml.excel_tables import read_tables, widen_table

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import SheetReading
    from reportgen.living.refresh.sheets import SheetPair, TodaysLines
    from reportgen.ooxml import Package


def widen_tables(
    package: Package, now: Package, pair: SheetPair, lines: TodaysLines, here: SheetReading
) -> None:
    """Let each Table of the people's sheet go on over the new columns that today's has behind it."""
    if not lines.new_columns:
        return
    today = {table.name: table for table in read_tables(now, pair.new.name, pair.new.part)}
    for table in read_tables(package, here.name, here.part):
        wanted = today.get(table.name)
        right = lines.columns.get(wanted.area.right, 0) if wanted is not None else 0
        if set(range(table.area.right + 1, right + 1)) <= lines.new_columns and right > table.area.right:
            widen_table(package, table, right)
