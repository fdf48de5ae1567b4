"""Which sheets a data book has, in which order, and what each holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.content import Chart, Table
from reportgen.databook.book_cells import SheetTable
from reportgen.databook.book_style import fonts_of
from reportgen.databook.calculation_sheets import CalculationWriter, Lookup, sheet_of_figure
from reportgen.databook.code_labels import CodeLabels
from reportgen.databook.data_sheets import DataSheets
from reportgen.databook.evidence import findings_grid, sources_grid
from reportgen.databook.native_charts import chart_frame, chart_grid
from reportgen.databook.reading_tables import reading_frame, reading_grid
from reportgen.databook.sheet import PlannedSheet, SheetWords
from reportgen.databook.sheet_names import SheetNames
from reportgen.databook.wording import BookWords
from reportgen.figures.listing import with_inputs
from reportgen.figures.presentation import Presentation
from reportgen.figures.score_card import completion_chart, score_card, standings_of
from reportgen.figures.series_over_time import series_over_time
from reportgen.findings import Finding
from reportgen.kinds.declaration import Sheet
from reportgen.record import replace

if TYPE_CHECKING:
    from reportgen.dataset.records import Dataset
    from reportgen.kinds import Catalogue
    from reportgen.kinds.figure import Figure

_CHART_COLUMNS, _PANEL_COLUMNS = (12, 28), (9, 16)
"""The least and the most breadth, in characters, of the columns behind a chart, and behind panels."""
_CARD_PRINTED = 13
"""Columns of the score card on paper, from the left."""


@dataclass
class Planner:
    """Plans the sheets of one book; each method gives the sheets of one kind."""

    catalogue: Catalogue
    words: BookWords
    names: SheetNames
    shown: Sequence[str]
    """Ids of the figures that the pack's documents show."""
    percent_decimals: int | None = None
    sources: Sequence[str] = ()
    """Codes of the sources that the pack's marks number, in that order."""
    everything: bool = True
    """Whether the book has every figure and observation, or those alone that what is shown rests on."""
    used: frozenset[str] = field(init=False)
    """Ids of everything those rest on: figures, observations, targets."""
    dataset: Dataset = field(init=False)
    """What the book holds of the dataset: all, or what is used with the sources that state it and those the pack marks."""
    reasons: Mapping[str, int] = field(init=False, default_factory=dict)
    """Why figures of the calculation sheets have no number: the notes' sheet says them by these numbers."""

    def __post_init__(self) -> None:
        self.fonts = fonts_of(self.words.language)
        self.labels = CodeLabels(self.catalogue.dataset, self.words)
        known = with_inputs(list(self.shown), self.catalogue)
        self.page = Presentation(
            self.catalogue, self.words.language, self.percent_decimals, style=self.words.style
        )
        ids = [(str(figure.id), figure.observation or "", figure.target or "") for figure in known]
        self.used = frozenset(part for parts in ids for part in parts if part)
        self.dataset = self.catalogue.dataset if self.everything else self._used_of(self.catalogue.dataset)
        held = self.dataset.sources
        ordered = dict.fromkeys([*(code for code in self.sources if code in held), *held])
        self._numbered = {code: number for number, code in enumerate(ordered, start=1)}

    def tables(self, tables: Sequence[Table]) -> list[PlannedSheet]:
        planned = []
        for number, table in enumerate((table.laid_out for table in tables), start=1):
            grid = reading_grid(table, self.words, self.names.table(f"{self.words('table')}_{table.name}"))
            title = self.words("table-title", number=number, title=table.title)
            frame = reading_frame(table, title, self.words)
            planned.append(self._sheet(self.words("table-sheet", number=number), frame, grid))
        return planned

    def charts(self, charts: Sequence[Chart]) -> list[PlannedSheet]:
        planned = []
        for number, chart in enumerate(charts, start=1):
            name = self.names.table(f"{self.words('chart')}_{chart.name}")
            widths = _PANEL_COLUMNS if chart.panels else _CHART_COLUMNS
            grid = chart_grid(chart, self.words("category"), name, chart.alt_text, widths)
            frame = chart_frame(
                chart, self.words("chart-title", number=number, title=chart.title), self.words
            )
            planned.append(self._sheet(self.words("chart-sheet", number=number), frame, grid, chart))
        return planned

    def multiples(self) -> list[PlannedSheet]:
        """The series over time as small charts; nothing where fewer than two go over several years."""
        chart = series_over_time(self.page) if self.everything else None
        if chart is None:
            return []
        words = self.words
        grid = chart_grid(
            chart, words("period"), self.names.table("series"), words("multiples-alt"), _PANEL_COLUMNS
        )
        sheet = self._plain("multiples", grid, words.noted(chart.notes), "one-table-small-charts")
        return [replace(sheet, chart=chart)]

    def progress(self) -> list[PlannedSheet]:
        """The targets' score card and its bullet chart; nothing where the dataset has no target, or the book is of what the pack
        uses: it then has the pack's own tables of targets."""
        standings = standings_of(self.page) if self.everything else []
        if not standings:
            return []
        table, chart = score_card(standings, self.page), completion_chart(standings, self.page)
        grid = reading_grid(table, self.words, self.names.table("progress"), printed=_CARD_PRINTED)
        card = self._sheet(self.words("progress"), reading_frame(table, table.title, self.words), grid)
        if chart is None:
            return [card]
        cells = chart_grid(chart, self.words("category"), self.names.table("completion"), chart.alt_text)
        frame = chart_frame(chart, chart.title, self.words)
        return [card, self._sheet(self.words("completion-sheet"), frame, cells, chart)]

    def calculations(self) -> list[PlannedSheet]:
        """Every figure that can be computed, and every one that the pack shows, refused ones with their reason: a sheet for each kind
        of calculation, or one sheet for the few that a pack uses."""
        figures = self._computed()
        data, targets = (self.names.table(self.words(name)) for name in ("data-table", "target-table"))
        groups = {str(sheet): (sheet,) for sheet in Sheet} if self.everything else {"all": tuple(Sheet)}
        tables = {group: self.names.table(self.words(f"table.{group}")) for group in groups}
        value, result = self.words("base-value"), self.words("result")
        lookups: dict[str, Lookup] = {
            "data": Lookup(data, value, self.words("obs-id")),
            "target-data": Lookup(targets, value, self.words("target-id")),
            **{
                sheet: Lookup(tables[group], result, self.words("figure-id"))
                for group, members in groups.items()
                for sheet in members
            },
        }
        dataset = self.dataset
        writer = CalculationWriter(
            dataset, self.labels, self.words, self.catalogue.get, lookups, self.used, self.percent_decimals
        )
        self.reasons = writer.reasons
        planned = []
        for group, members in groups.items():
            own = [figure for figure in figures if sheet_of_figure(figure) in members]
            if own:
                grid = writer.grid(own, tables[group], self.words(f"alt.{group}"))
                planned.append(self._plain(f"sheet.{group}", grid))
        sheets = DataSheets(dataset, self._numbered, self.labels, self.words, self.used)
        planned.append(self._plain("data", sheets.observations(data)))
        if dataset.targets:
            planned.append(self._plain("target-data", sheets.targets(targets)))
        return planned

    def evidence(self, findings: Sequence[Finding]) -> list[PlannedSheet]:
        sources = sources_grid(self.dataset, self._numbered, self.words, self.names.table("sources"))
        return [
            self._plain("sources", sources),
            self._plain("findings", findings_grid(findings, self.words, self.names.table("findings"))),
        ]

    def _used_of(self, dataset: Dataset) -> Dataset:
        observations = {key: item for key, item in dataset.observations.items() if key in self.used}
        targets = {key: item for key, item in dataset.targets.items() if key in self.used}
        records = (*observations, *targets)
        cited = {one.source for record in records for one in dataset.citations_by_subject.get(record, ())}
        sources = {code: one for code, one in dataset.sources.items() if code in cited.union(self.sources)}
        return replace(dataset, observations=observations, targets=targets, sources=sources)

    def _computed(self) -> list[Figure]:
        """Computed figures in the catalogue's order, then those that the pack shows beyond them; inputs included."""
        every = self.catalogue.all() if self.everything else ()
        ids = [str(figure.id) for figure in every if not figure.is_published]
        everything = with_inputs([*ids, *self.shown], self.catalogue)
        return [figure for figure in everything if not figure.is_published]

    def _plain(
        self, key: str, grid: SheetTable, notes: tuple[str, ...] = (), holds: str = "one-table"
    ) -> PlannedSheet:
        title = self.words(key)
        frame = SheetWords(title, self.words(holds), self.words("back"), notes)
        return self._sheet(title, frame, grid)

    def _sheet(
        self, name: str, frame: SheetWords, grid: SheetTable, chart: Chart | None = None
    ) -> PlannedSheet:
        return PlannedSheet(self.names.sheet(name), frame, grid, self.fonts, chart)
