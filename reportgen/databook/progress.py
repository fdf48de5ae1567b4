"""The score card of the targets: value, achieved so far, gap, completion, time elapsed, status by sign and word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.content import Chart, ChartSeries, Number
from reportgen.databook.cells import Cell, Column, Count, Grid, Text
from reportgen.databook.labels import Labels
from reportgen.databook.native_charts import ChartCells
from reportgen.databook.sheet import notes_row
from reportgen.databook.wording import Words
from reportgen.figures.figure import Figure, FigureId, Kind
from reportgen.figures.numbers import IN_CELL, NumberStyle, common_power, show, unit_text, with_unit_power

if TYPE_CHECKING:
    from reportgen.dataset.records import Target
    from reportgen.figures.catalogue import Catalogue

_LABEL, _COMPLETION, _ELAPSED = 0, 8, 9
"""Columns that the chart is drawn from."""


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """The table with its chart (``None`` where no target can be measured) and notes."""

    grid: Grid
    chart: Chart | None
    cells: ChartCells | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one target stands: its figures, each of which may have no number but a reason."""

    target: Target
    value: Figure
    achieved: Figure | None
    gap: Figure
    completion: Figure
    elapsed: Figure
    required: Figure
    status: Figure

    @property
    def is_measured(self) -> bool:
        return self.completion.value is not None


def score_card(catalogue: Catalogue, labels: Labels, words: Words, name: str) -> ScoreCard:
    """One row a target; those that can be measured come first, and are drawn."""
    standings = [_standing(catalogue, target) for target in catalogue.dataset.targets.values()]
    standings.sort(key=lambda standing: not standing.is_measured)
    rows = tuple(_row(standing, catalogue, labels, words) for standing in standings)
    grid = Grid(name, _columns(words), rows, words("progress_alt"))
    measured = [standing for standing in standings if standing.is_measured]
    notes = (words("progress_note"),)
    if not measured:
        return ScoreCard(grid, None, None, notes)
    cells = ChartCells(_LABEL, (_COMPLETION, _ELAPSED), notes_row(grid) + len(notes), 0)
    return ScoreCard(grid, _chart(measured, labels, words), cells, notes)


def _standing(catalogue: Catalogue, target: Target) -> Standing:
    basis = catalogue.target_basis(target.target)
    period = basis.observation.period if basis.observation else target.period

    def figure(kind: Kind) -> Figure:
        return catalogue.get(FigureId(target.series, period, kind, target=target.target))

    return Standing(
        target=target,
        value=catalogue.target_figure(target.target),
        achieved=catalogue.observation_figure(basis.observation) if basis.observation else None,
        gap=figure(Kind.TARGET_GAP),
        completion=figure(Kind.TARGET_COMPLETION),
        elapsed=figure(Kind.TARGET_ELAPSED),
        required=figure(Kind.TARGET_REQUIRED_GROWTH),
        status=figure(Kind.TARGET_STATUS),
    )


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("indicator"), 26), Column(words("plan"), 24), Column(words("department"), 13),
        Column(words("period"), 8), Column(words("target"), 11, "number"), Column(words("achieved"), 11, "number"),
        Column(words("as_of"), 11), Column(words("gap"), 11, "number"), Column(words("completion"), 12, "number"),
        Column(words("elapsed"), 11, "number"), Column(words("required"), 12, "number"),
        Column(words("unit_head"), 13), Column(words("status"), 14), Column(words("reason"), 30),
        Column(words("target_id"), 20),
    )  # fmt: skip


def _row(standing: Standing, catalogue: Catalogue, labels: Labels, words: Words) -> tuple[Cell, ...]:
    language, dataset, target = words.language, catalogue.dataset, standing.target
    zh = language == "zh"
    amounts = [item for item in (standing.value, standing.achieved, standing.gap) if item is not None]
    power = common_power([item for item in amounts if item.value is not None], language) or 0
    in_unit = with_unit_power(IN_CELL, power)

    def number(figure: Figure | None, style: NumberStyle = IN_CELL) -> Cell:
        return _number_cell(show(figure, language, dataset, style), words) if figure else _missing(words)

    as_of = standing.achieved.id.period.label(language, short=True) if standing.achieved else words("missing")
    return (
        Text(labels.series(target.series)),
        Text((target.plan_zh if zh else target.plan) or target.plan or words("not_stated")),
        Text((target.department_zh if zh else target.department) or words("not_stated")),
        Text(target.period.label(language, short=True)),
        number(standing.value, in_unit),
        number(standing.achieved, in_unit),
        Text(as_of),
        number(standing.gap, in_unit),
        number(standing.completion),
        number(standing.elapsed),
        number(standing.required),
        Text(unit_text(standing.value, power, language, dataset) or words("none")),
        Text(words.state(standing.status.state or "unknown"), "strong"),
        Text(_reason(standing, words)),
        Text(target.target, "code"),
    )


def _reason(standing: Standing, words: Words) -> str:
    """Why some of the row's figures have no number, each reason once."""
    figures = (standing.gap, standing.required, standing.status)
    reasons = [figure.reason.in_language(words.language) for figure in figures if figure.reason]
    return "\n".join(dict.fromkeys(reasons)) or words("none")


def _number_cell(number: Number, words: Words) -> Cell:
    return _missing(words) if number.value is None else Count(number.value, number.number_format)


def _missing(words: Words) -> Text:
    return Text(words("missing"), "missing")


def _chart(measured: Sequence[Standing], labels: Labels, words: Words) -> Chart:
    """Completion as a column, the share of the time gone as a mark: the bullet chart of all targets, in percent."""
    language = words.language

    def series(name: str, figures: Sequence[Figure], kind: str, role: str) -> ChartSeries:
        shown = [show(figure, language, style=IN_CELL) for figure in figures]
        return ChartSeries(
            words(name),
            tuple(number.value for number in shown),
            kind=kind,  # type: ignore[arg-type]
            role=role,  # type: ignore[arg-type]
            labels=tuple(number.text for number in shown),
        )

    return Chart(
        name="progress",
        kind="target_gap",
        title=words("progress_chart"),
        categories=tuple(labels.series(standing.target.series) for standing in measured),
        series=(
            series("completion", [standing.completion for standing in measured], "column", "value"),
            series("elapsed", [standing.elapsed for standing in measured], "marker", "target"),
        ),
        value_axis="%",
        alt_text=words("progress_chart_alt"),
        language=language,
    )
