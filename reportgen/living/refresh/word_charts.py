"""Charts of a Word document brought up to date: data and workbook are filled anew, all that people styled stays."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.errors import ReportgenError
from reportgen.findings import Place
from reportgen.finished.alignment import align_charts
from reportgen.finished.chart_figures import FinishedChart
from reportgen.finished.snapshot import ChartSnapshot
from reportgen.finished.text_document import FinishedText
from reportgen.living.refresh.decisions import Decisions
from reportgen.living.refresh.report import Kept, Report, Update
from reportgen.living.refresh.said_changes import points_that_differ, said_of_points
from reportgen.ooxml.charts.axis_scales import take_scales
from reportgen.ooxml.charts.refill import refill
from reportgen.ooxml.relationships import EMBEDDED_PACKAGE
from reportgen.ooxml.xml import escape_attribute
from reportgen.record import Record
from reportgen.word.located import Block, Paragraph

if TYPE_CHECKING:
    from reportgen.content import Chart
    from reportgen.word.patching import Patch


class ChartPairs:
    """The charts of a document's body: which of those that were built is which of the people's, and of today's."""

    def __init__(self, built: Sequence[ChartSnapshot], edited: FinishedText, now: FinishedText) -> None:
        self.built, self.mine, self.new = built, _of_body(edited), _of_body(now)
        held = [edited.chart_snapshot(one) for one in self.mine]
        self.to_mine = align_charts(built, held, in_order=True)
        self.to_new = align_charts(built, [now.chart_snapshot(one) for one in self.new])
        of_new = {to: self.mine[self.to_mine[at]] for at, to in self.to_new.items() if at in self.to_mine}
        self.mine_of_new: dict[int, int] = {}
        """Today's paragraphs with charts to the people's; 0 where all its charts are new."""
        for to, one in enumerate(self.new):
            if to in of_new or to not in self.to_new.values():
                number = of_new[to].paragraph if to in of_new else 0
                self.mine_of_new[one.paragraph] = self.mine_of_new.get(one.paragraph) or number
        is_gone = {
            to: at not in self.to_new and held[to].digest == built[at].digest
            for at, to in self.to_mine.items()
        }
        stays = {one.paragraph for to, one in enumerate(self.mine) if not is_gone.get(to)}
        self.gone = frozenset(one.paragraph for one in self.mine) - stays
        """The people's paragraphs with charts that the data no longer give and nobody touched."""
        self.moved: list[int] = []
        """Today's paragraphs with charts that were by other words."""

    def change_places(
        self,
        edited: Sequence[Block],
        now: Sequence[Block],
        to_edited: Mapping[int, int],
        to_now: Mapping[int, int],
    ) -> bool:
        """Whether a chart is today where another one was."""
        for at, to in to_now.items():
            mine, new = (edited[to_edited[at]] if at in to_edited else None), now[to]
            if not (
                isinstance(mine, Paragraph) and isinstance(new, Paragraph) and mine.charts and new.charts
            ):
                continue
            if self.mine_of_new.get(new.number, mine.number) not in (mine.number, 0):
                self.moved.append(new.number)
        return bool(self.moved)


class ChartRefresh(Record):
    """The charts of a document's body. ``contents`` are those that it would show today, ``done`` the people's paragraphs
    from which one was taken and today's of which one was put in."""

    edited: FinishedText
    now: FinishedText
    contents: Sequence[Chart]
    body: Patch
    report: Report
    decisions: Decisions
    done: tuple[Collection[int], Collection[int]]

    def run(self, pairs: ChartPairs) -> None:
        """Fill the charts that the data changed."""
        for at, chart in enumerate(pairs.built):
            if at not in pairs.to_mine:
                continue  # people took it out
            drawn = pairs.mine[pairs.to_mine[at]]
            if at in pairs.to_new:
                self._one(chart, drawn, pairs.new[pairs.to_new[at]])
            else:
                place = self._place(chart, drawn.paragraph)
                self._came_or_went(
                    drawn.paragraph in self.done[0], place, said_of_points(chart, self.report.language), ""
                )
        for to, one in enumerate(pairs.new):
            if to not in pairs.to_new.values() or one.paragraph in pairs.moved:
                today = self.now.chart_snapshot(one)
                is_done = one.paragraph in self.done[1]
                self._came_or_went(
                    is_done, self._place(today), "", said_of_points(today, self.report.language)
                )

    def _place(self, chart: ChartSnapshot, paragraph: int | None = None) -> Place:
        return Place(file=self.report.document, paragraph=paragraph, text=chart.alt_text or None)

    def _came_or_went(self, is_done: bool, place: Place, edited: str, now: str) -> None:
        if is_done:
            self.report.changes.append(Update("chart", place, edited, now))
        else:
            kind = "gone_chart" if edited else "new_chart"
            self.report.kept.append(self.decisions.settled(Kept(kind, place, edited, edited, now)))

    def _one(self, built: ChartSnapshot, drawn: FinishedChart, today: FinishedChart) -> None:
        held, wanted = self.edited.chart_snapshot(drawn), self.now.chart_snapshot(today)
        place = self._place(wanted, drawn.paragraph)
        retyped = held.series not in (built.series, wanted.series)
        kept = self.decisions.settled(
            Kept(
                "chart",
                place,
                said_of_points(built, self.report.language),
                said_of_points(held, self.report.language),
                said_of_points(wanted, self.report.language),
            )
        )
        if retyped:
            self.report.kept.append(kept)
        if drawn.alt_at and held.alt_text == built.alt_text != wanted.alt_text:
            self.body.cuts.append((*drawn.alt_at, escape_attribute(wanted.alt_text)))
        if held.series == wanted.series or (retyped and not kept.taken):
            return
        if held.digest == built.digest:
            self._take_whole(drawn, today)
        elif not self._refilled(drawn, today, built):
            self.report.kept.append(Kept("new", place, "", "", said_of_points(wanted, self.report.language)))
            return
        self.report.changes += [
            Update("chart", place, *one) for one in points_that_differ(held, wanted, self.report.language)
        ]

    def _take_whole(self, drawn: FinishedChart, today: FinishedChart) -> None:
        """Nobody touched the chart: the part and its workbook as they would be built today, relationships kept."""
        edited, now = self.edited.package, self.now.package
        mine = edited.relationships(drawn.chart.part).by_type(EMBEDDED_PACKAGE)
        new = now.relationships(today.chart.part).by_type(EMBEDDED_PACKAGE)
        xml = now.read(today.chart.part)
        for old, fresh in zip(mine, new, strict=False):
            edited.write(old.part, now.read(fresh.part))
            xml = xml.replace(f'r:id="{fresh.id}"'.encode(), f'r:id="{old.id}"'.encode())
        edited.write(drawn.chart.part, xml)

    def _refilled(self, drawn: FinishedChart, today: FinishedChart, built: ChartSnapshot) -> bool:
        """People styled the chart: only its data change. False where it is none of those that the pack draws."""
        values = [list(series.values) for series in today.chart.series]
        names = {series.name for series in today.chart.series}
        alike = [
            chart
            for chart in self.contents
            if names & {series.name for series in chart.series}
            and any(list(series.values) in values for series in chart.series)
        ]
        if not alike:
            return False
        try:  # two charts may draw the same numbers: by month and as a panel beside others
            refill(
                self.edited.package,
                drawn.chart.part,
                max(alike, key=lambda one: one.alt_text == today.alt_text),
            )
            source = (self.now.package, today.chart.part)
            take_scales(self.edited.package, drawn.chart.part, built.scales or (), source)
        except (ReportgenError, ValueError):
            return False
        return True


def _of_body(document: FinishedText) -> list[FinishedChart]:
    return [one for one in document.charts if one.place == document.package.main_part]
