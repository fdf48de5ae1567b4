"""Charts on sheets: their cached values brought up to the cells, all that people styled stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.finished.snapshot import sheet_of
from reportgen.ooxml.charts.caches import with_cached_values
from reportgen.ooxml.relationships import EMBEDDED_PACKAGE

if TYPE_CHECKING:
    from reportgen.finished.document import FinishedChart, FinishedWorkbook
    from reportgen.finished.snapshot import Snapshot


def refresh_workbook_charts(
    edited: FinishedWorkbook, now: FinishedWorkbook, built: Snapshot, called: Mapping[str, str]
) -> None:
    """Take over today's chart where nobody touched it, and today's cached values where people restyled it.

    ``called`` says what each sheet is called now.
    """
    for name in dict.fromkeys(sheet_of(chart.place) for chart in built.charts):
        mine, today = _on_sheet(edited, called.get(name, name)), _on_sheet(now, name)
        were = [chart for chart in built.charts if sheet_of(chart.place) == name]
        if not len(mine) == len(today) == len(were):
            continue
        for chart, fresh, was in zip(mine, today, were, strict=True):
            part = chart.chart.part
            untouched = edited.chart_snapshot(chart).digest == was.digest
            if untouched and not edited.package.relationships(part).by_type(EMBEDDED_PACKAGE):
                edited.package.write(part, now.package.read(fresh.chart.part))
            else:
                _renew_caches(edited, chart, fresh)


def _on_sheet(document: FinishedWorkbook, sheet: str) -> list[FinishedChart]:
    return [chart for chart in document.charts if sheet_of(chart.place).lower() == sheet.lower()]


def _renew_caches(edited: FinishedWorkbook, mine: FinishedChart, fresh: FinishedChart) -> None:
    names = [[series.name for series in one.chart.series] for one in (mine, fresh)]
    if names[0] != names[1] or mine.chart.series == fresh.chart.series:
        return
    part = mine.chart.part
    values = [series.values for series in fresh.chart.series]
    xml = edited.package.read(part).decode("utf-8")
    edited.package.write(part, with_cached_values(xml, values).encode("utf-8"))
