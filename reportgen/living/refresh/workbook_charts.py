"""Charts on sheets: brought up to the cells that they draw, all that people styled stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.excel.problems import Problems
from reportgen.excel.sheet_charts import WrittenCells, chart_parts, move_chart
from reportgen.findings import Place
from reportgen.finished.alignment import align_charts
from reportgen.finished.snapshot import sheet_of
from reportgen.living.refresh.report import Kept, Update
from reportgen.living.refresh.said_changes import points_that_differ, said_of_points
from reportgen.ooxml.relationships import EMBEDDED_PACKAGE
from reportgen.ooxml.sheet_cells import WorkbookCells

if TYPE_CHECKING:
    from reportgen.excel.moved_formulas import SheetMap
    from reportgen.finished.chart_figures import FinishedChart
    from reportgen.finished.snapshot import ChartSnapshot, Snapshot
    from reportgen.finished.workbook_document import FinishedWorkbook
    from reportgen.living.refresh.report import Report


def refresh_workbook_charts(
    edited: FinishedWorkbook,
    result: FinishedWorkbook,
    now: FinishedWorkbook,
    built: Snapshot,
    called: tuple[Mapping[str, str], Mapping[str, str]],
    new_to_mine: Mapping[str, SheetMap],
    report: Report,
) -> None:
    """Take over today's chart where nobody touched it, and the cells' values where people restyled it, or drew one of their own.

    ``result`` is the people's workbook with its cells brought up to date; ``called`` says what each sheet is called in
    ``edited`` and in ``now``, ``new_to_mine`` where the lines of today's sheets are in it.
    """
    cells = WorkbookCells(result.package)
    written = WrittenCells(cells, frozenset(sheet.name.lower() for sheet in result.book.sheets))
    followed: set[str] = set()
    for name in dict.fromkeys([*called[1], *map(sheet_of, (chart.place for chart in built.charts))]):
        mine, today = _on_sheet(edited, called[0].get(name, name)), _on_sheet(now, called[1].get(name, name))
        were = [chart for chart in built.charts if sheet_of(chart.place) == name]
        place = Place(file=report.document, sheet=called[0].get(name, name))
        to_mine = align_charts(were, [edited.chart_snapshot(one) for one in mine], in_order=True)
        to_new = align_charts(were, [now.chart_snapshot(one) for one in today], in_order=True)
        for at, was in enumerate(were):
            if at in to_mine and at in to_new:
                one, fresh = mine[to_mine[at]], today[to_new[at]]
                followed.add(one.chart.part)
                held, wanted = edited.chart_snapshot(one), now.chart_snapshot(fresh)
                _bring_up(edited, result, now, one, fresh, was, new_to_mine, written)
                report.changes += [
                    Update("chart", place, *said)
                    for said in points_that_differ(held, wanted, report.language)
                ]
            elif at in to_mine:
                said = said_of_points(was, report.language)
                report.kept.append(Kept("gone_chart", place, said, said, ""))
        for at, fresh in enumerate(today):
            if at not in to_new.values():
                report.kept.append(
                    Kept(
                        "new_chart", place, "", "", said_of_points(now.chart_snapshot(fresh), report.language)
                    )
                )
    if report.changes:
        for part in set(chart_parts(result.package)) - followed:
            move_chart(result.package, part, {}, written, Problems())


def _on_sheet(document: FinishedWorkbook, sheet: str) -> list[FinishedChart]:
    return [chart for chart in document.charts if sheet_of(chart.place).lower() == sheet.lower()]


def _bring_up(
    edited: FinishedWorkbook,
    result: FinishedWorkbook,
    now: FinishedWorkbook,
    mine: FinishedChart,
    fresh: FinishedChart,
    was: ChartSnapshot,
    new_to_mine: Mapping[str, SheetMap],
    written: WrittenCells,
) -> None:
    part = mine.chart.part
    untouched = edited.chart_snapshot(mine).digest == was.digest
    if untouched and not result.package.relationships(part).by_type(EMBEDDED_PACKAGE):
        data = now.package.read(fresh.chart.part)
        if data == edited.package.read(part) and result is edited:
            return
        result.package.write(part, data)
        if result is not edited:
            move_chart(result.package, part, new_to_mine, written, Problems())
    elif result is not edited or fresh.chart.series != mine.chart.series:
        move_chart(result.package, part, {}, written, Problems())
