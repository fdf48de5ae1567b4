"""The score card of the targets: value, achieved so far, gap, completion, time elapsed, status by sign and word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.content import Chart, ChartSeries, Number
from reportgen.databook.cells import Cell, Column, Count, Grid, Text
from reportgen.databook.labels import Labels
from reportgen.databook.wording import Words
from reportgen.figures.numbers import IN_CELL, NumberStyle, common_power, show, unit_text, with_unit_power
from reportgen.kinds.figure import Figure, Kind
from reportgen.language import period_label, say_sentence
from reportgen.values import HUNDRED

if TYPE_CHECKING:
    from reportgen.dataset.records import Dataset, Target
    from reportgen.kinds import Catalogue


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


def standings_of(catalogue: Catalogue) -> list[Standing]:
    """Every target; those that can be measured come first."""
    standings = [_standing(catalogue, target) for target in catalogue.dataset.targets.values()]
    return sorted(standings, key=lambda standing: not standing.is_measured)


def _standing(catalogue: Catalogue, target: Target) -> Standing:
    basis = catalogue.target_basis(target.target)

    def figure(kind: Kind) -> Figure:
        return catalogue.target_progress(target.target, kind)

    return Standing(
        target=target,
        value=catalogue.target_figure(target.target),
        achieved=basis.observation.entry.figure if basis.observation else None,
        gap=figure(Kind.TARGET_GAP),
        completion=figure(Kind.TARGET_COMPLETION),
        elapsed=figure(Kind.TARGET_ELAPSED),
        required=figure(Kind.TARGET_REQUIRED_GROWTH),
        status=figure(Kind.TARGET_STATUS),
    )


def score_card(
    standings: Sequence[Standing], dataset: Dataset, labels: Labels, words: Words, name: str
) -> Grid:
    """One row a target, with every amount of a row in one unit."""
    rows = tuple(_row(standing, dataset, labels, words) for standing in standings)
    return Grid(name, _columns(words), rows, words("progress-alt"), printed=13)


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("indicator"), 21), Column(words("department"), 12),
        Column(words("period"), 9), Column(words("target"), 10, "number"), Column(words("achieved"), 11, "number"),
        Column(words("as-of"), 11), Column(words("gap"), 10, "number"), Column(words("completion"), 13, "number"),
        Column(words("elapsed"), 11, "number"), Column(words("required"), 12, "number"),
        Column(words("unit-head"), 12), Column(words("status"), 14), Column(words("reason"), 26),
        Column(words("plan"), 60), Column(words("target-id"), 30),
    )  # fmt: skip


def _row(standing: Standing, dataset: Dataset, labels: Labels, words: Words) -> tuple[Cell, ...]:
    language, target = words.language, standing.target
    amounts = [item for item in (standing.value, standing.achieved, standing.gap) if item is not None]
    power = common_power([item for item in amounts if item.value is not None], language) or 0
    in_cell = replace(IN_CELL, signs=words.style)
    in_unit = with_unit_power(in_cell, power)

    def number(figure: Figure | None, style: NumberStyle = in_cell) -> Cell:
        return _number_cell(show(figure, language, dataset, style), words) if figure else _missing(words)

    as_of = (
        period_label(standing.achieved.id.period, language, short=True)
        if standing.achieved
        else words.no_value
    )
    return (
        Text(labels.series(target.series)),
        Text(words.department(target) or words.not_stated),
        Text(period_label(target.period, language, short=True)),
        number(standing.value, in_unit),
        number(standing.achieved, in_unit),
        Text(as_of),
        number(standing.gap, in_unit),
        number(standing.completion),
        number(standing.elapsed if standing.is_measured else None),
        number(standing.required),
        Text(unit_text(standing.value, power, language, dataset) or words.dash),
        Text(words.state(standing.status.state or "unknown"), "strong"),
        Text(_reason(standing, words)),
        Text(words.plan(target) or words.not_stated),
        Text(target.target, "code"),
    )


def _reason(standing: Standing, words: Words) -> str:
    """Why some of the row's figures have no number, each reason once."""
    figures = (standing.gap, standing.required, standing.status)
    reasons = [say_sentence(figure.reason, words.language) for figure in figures if figure.reason]
    return "\n".join(dict.fromkeys(reasons)) or words.dash


def _number_cell(number: Number, words: Words) -> Cell:
    return _missing(words) if number.value is None else Count(number.value, number.number_format)


def _missing(words: Words) -> Text:
    return Text(words.no_value, "missing")


def completion_chart(standings: Sequence[Standing], labels: Labels, words: Words) -> Chart | None:
    """Completion of every measured target in percent, with the share of time gone: a bullet chart, or nothing."""
    measured = [standing for standing in standings if standing.is_measured]
    if not measured:
        return None
    language = words.language
    whole = tuple(HUNDRED for _ in measured)
    style = replace(IN_CELL, signs=words.style)
    completion = [show(standing.completion, language, style=style) for standing in measured]
    elapsed = [show(standing.elapsed, language, style=style) for standing in measured]
    series = [
        ChartSeries(
            words("completion"), tuple(number.value for number in completion), "bar",
            number_format="0.0", labels=tuple(number.text for number in completion),
            keys=tuple(number.key for number in completion),
        ),
        ChartSeries(words("whole-target"), whole, "bar", role="target", number_format="0", labels=()),
    ]  # fmt: skip
    if any(number.value for number in elapsed):
        values = tuple(number.value for number in elapsed)
        series.append(ChartSeries(words("elapsed"), values, "bar", role="path", number_format="0.0"))
    return Chart(
        name="completion",
        kind="target_gap",
        title=words("progress-chart"),
        categories=tuple(labels.series(standing.target.series) for standing in measured),
        series=tuple(series),
        value_axis="%",
        alt_text=words("progress-chart-alt"),
        language=language,
        size_mm=(150, 30 + 18 * len(measured)),
    )
