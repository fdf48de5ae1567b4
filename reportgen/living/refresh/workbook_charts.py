"""Charts on sheets: their cached values brought up to the cells, all that people styled stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.excel.reading import read_finished
from reportgen.finished.grid import read_chart_digests
from reportgen.finished.wording import digest
from reportgen.ooxml.charts.reading import ChartReading, read_chart
from reportgen.ooxml.relationships import EMBEDDED_PACKAGE

if TYPE_CHECKING:
    from reportgen.ooxml import Package

_SERIES = re.compile(r"<c:ser>.*?</c:ser>", re.DOTALL)
_CACHE = re.compile(r"(<c:(?:numCache|numLit)>)(.*?)(</c:(?:numCache|numLit)>)", re.DOTALL)


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
    values = iter(
        [[None if value is None else str(value) for value in series.values] for series in fresh.series]
    )

    def renewed(series: re.Match[str]) -> str:
        points = next(values)
        caches = list(_CACHE.finditer(series[0]))
        if not caches:
            return series[0]
        cache = caches[-1]  # values follow categories
        inner = _with_values(cache[2], points)
        return f"{series[0][: cache.start(2)]}{inner}{series[0][cache.end(2) :]}"

    xml = edited.read(mine.part).decode("utf-8")
    edited.write(mine.part, _SERIES.sub(renewed, xml).encode("utf-8"))


def _with_values(cache: str, values: list[str | None]) -> str:
    head = re.match(r"(?:<c:formatCode>.*?</c:formatCode>)?", cache, re.DOTALL)
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values) if value is not None
    )
    return f'{head[0] if head else ""}<c:ptCount val="{len(values)}"/>{points}'
