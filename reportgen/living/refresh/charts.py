"""Charts brought up to date: data and workbook are filled anew, all that people styled stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.errors import ReportgenError
from reportgen.findings import Place
from reportgen.finished.drawn import Drawn, drawn_charts
from reportgen.finished.wording import ChartWording
from reportgen.living.refresh.report import Change, Left, Report
from reportgen.ooxml.charts import refill
from reportgen.ooxml.charts.reading import read_chart
from reportgen.ooxml.relationships import EMBEDDED_PACKAGE
from reportgen.ooxml.xml import escape_attribute

if TYPE_CHECKING:
    from reportgen.content import Chart
    from reportgen.ooxml import Package
    from reportgen.word.patching import Patch

Series = tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]


def refresh_charts(
    edited: Package,
    now: Package,
    built: Sequence[ChartWording],
    contents: Sequence[Chart],
    body: Patch,
    report: Report,
    *,
    take_data: bool,
) -> None:
    """Fill the charts of ``edited`` that the data changed. ``contents`` are the pack's charts as they are today."""
    mine, new = drawn_charts(edited), drawn_charts(now)
    to_mine = _paired(built, [one.wording(edited) for one in mine])
    to_new = _paired(built, [one.wording(now) for one in new])
    for at, chart in enumerate(built):
        if at not in to_new or at not in to_mine:
            continue  # people took it out, or the template no longer has it
        drawn, today = mine[to_mine[at]], new[to_new[at]]
        _one(edited, now, chart, drawn, today, contents, body, report, take_data=take_data)


def _one(
    edited: Package,
    now: Package,
    built: ChartWording,
    drawn: Drawn,
    today: Drawn,
    contents: Sequence[Chart],
    body: Patch,
    report: Report,
    *,
    take_data: bool,
) -> None:
    held, wanted = drawn.wording(edited), today.wording(now)
    place = Place(file=report.document, text=today.alt_text or None)
    retyped = held.series not in (built.series, wanted.series)
    if retyped:
        left = Left(
            "chart", place, _told(built.series), _told(held.series), _told(wanted.series), taken=take_data
        )
        report.left.append(left)
    if drawn.alt_at and held.alt_text == built.alt_text != wanted.alt_text:
        body.cuts.append((*drawn.alt_at, escape_attribute(wanted.alt_text)))
    if held.series == wanted.series or (retyped and not take_data):
        return
    if held.digest == built.digest:
        _take_whole(edited, now, drawn, today)
    elif not _refilled(edited, now, drawn, today, contents):
        report.left.append(Left("new", place, "", "", _told(wanted.series)))
        return
    report.changes.append(Change("chart", place, _told(held.series), _told(wanted.series)))


def _paired(built: Sequence[ChartWording], found: Sequence[ChartWording]) -> dict[int, int]:
    """Charts in two documents: first those that are alike, in order, then the rest by their order where as many are left."""
    pairs: dict[int, int] = {}
    for likeness in (_same, _same_names, _same_alt):
        for at, chart in enumerate(built):
            if at not in pairs:
                for to, other in enumerate(found):
                    if to not in pairs.values() and likeness(chart, other):
                        pairs[at] = to
                        break
    left = [at for at in range(len(built)) if at not in pairs]
    free = [to for to in range(len(found)) if to not in pairs.values()]
    if len(left) == len(free):
        pairs.update(zip(left, free, strict=True))
    return pairs


def _same(one: ChartWording, other: ChartWording) -> bool:
    return one.series == other.series and one.alt_text == other.alt_text


def _same_names(one: ChartWording, other: ChartWording) -> bool:
    heads = [[(name, categories) for name, categories, _ in chart.series] for chart in (one, other)]
    return heads[0] == heads[1]


def _same_alt(one: ChartWording, other: ChartWording) -> bool:
    return bool(one.alt_text) and one.alt_text == other.alt_text


def _take_whole(edited: Package, now: Package, drawn: Drawn, today: Drawn) -> None:
    """Nobody touched the chart: the part and its workbook as they would be built today, relationships kept."""
    mine = edited.relationships(drawn.part).by_type(EMBEDDED_PACKAGE)
    new = now.relationships(today.part).by_type(EMBEDDED_PACKAGE)
    xml = now.read(today.part)
    for old, fresh in zip(mine, new, strict=False):
        edited.write(old.part, now.read(fresh.part))
        xml = xml.replace(f'r:id="{fresh.id}"'.encode(), f'r:id="{old.id}"'.encode())
    edited.write(drawn.part, xml)


def _refilled(edited: Package, now: Package, drawn: Drawn, today: Drawn, contents: Sequence[Chart]) -> bool:
    """People styled the chart: only its data change. False where it is none of the pack's charts."""
    reading = read_chart(now, today.part)
    values = [list(series.values) for series in reading.series]
    for chart in contents:
        names = {series.name for series in chart.series}
        if len(names & {series.name for series in reading.series}) and any(
            list(series.values) in values for series in chart.series
        ):
            try:
                refill(edited, drawn.part, chart)
            except (ReportgenError, ValueError):
                return False
            return True
    return False


def _told(series: Series) -> str:
    """A chart's data in one line, for the report."""
    return "; ".join(f"{name}: {', '.join(value or '…' for value in values)}" for name, _, values in series)
