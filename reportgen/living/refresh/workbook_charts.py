"""Charts on sheets: their cached values brought up to the cells, all that people styled stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.excel.reading import read_finished
from reportgen.finished.grid import read_chart_digests
from reportgen.finished.wording import digest
from reportgen.ooxml.charts.caches import with_cached_values
from reportgen.ooxml.charts.reading import ChartReading, read_chart
from reportgen.ooxml.relationships import EMBEDDED_PACKAGE

if TYPE_CHECKING:
    from reportgen.ooxml import Package


def refresh_workbook_charts(edited: Package, now: Package, built: bytes) -> None:
    """Take over today's chart where nobody touched it, and today's cached values where people restyled it."""
    new = read_finished(now)
    digests = read_chart_digests(built)
    for sheet in read_finished(edited).sheets:
        today = new.sheet(sheet.name)
        held = digests.get(sheet.name, [])
        if today is None or len(today.charts) != len(sheet.charts) or len(held) != len(sheet.charts):
            continue
        for mine, fresh, was in zip(sheet.charts, today.charts, held, strict=True):
            if digest(edited.read(mine.part)) == was and not edited.relationships(mine.part).by_type(
                EMBEDDED_PACKAGE
            ):
                edited.write(mine.part, now.read(fresh.part))
            else:
                _renew_caches(edited, mine, read_chart(now, fresh.part))


def _renew_caches(edited: Package, mine: ChartReading, fresh: ChartReading) -> None:
    names = [[series.name for series in chart.series] for chart in (mine, fresh)]
    if names[0] != names[1] or mine.series == fresh.series:
        return
    xml = edited.read(mine.part).decode("utf-8")
    values = [series.values for series in fresh.series]
    edited.write(mine.part, with_cached_values(xml, values).encode("utf-8"))
