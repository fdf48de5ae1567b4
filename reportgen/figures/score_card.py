"""The score card of all targets: a table of how far each is, and a chart of those that can be measured."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.content import (
    CHART_OF_TARGETS,
    Chart,
    ChartSeries,
    Inline,
    Sentence,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from reportgen.dataset.records import Target
from reportgen.figures.labels import indicator_label
from reportgen.figures.numbers import IN_CELL, common_power, unit_text, with_unit_power
from reportgen.figures.presentation import Presentation
from reportgen.figures.table_columns import Align
from reportgen.figures.terms.kinds_by_name import head_in
from reportgen.kinds.figure import Figure
from reportgen.kinds.target_figures import TargetFigures
from reportgen.language import language
from reportgen.messages import Message
from reportgen.record import Record
from reportgen.values import HUNDRED

_COLUMNS: tuple[tuple[str, Align, str], ...] = (
    ("department", "text", ""), ("due", "text", ""), ("target", "number", ""), ("value", "number", ""),
    ("measured_at", "text", ""), ("gap", "number", ""), ("completion", "number", "%"), ("elapsed", "number", "%"),
    ("required_growth", "number", "%"), ("unit", "text", ""), ("status", "text", ""), ("reason", "text", ""),
    ("plan", "text", ""), ("target-id", "text", ""),
)  # fmt: skip
"""The columns after the indicator, with their units."""
_OWN_HEADS = {"unit", "reason", "target-id"}


class ScoreCardRow(Record):
    """How far one target is: what is measured on it, if anything, and its figures."""

    target: Target
    value: Figure
    measured: Figure | None
    figures: TargetFigures

    @property
    def is_measured(self) -> bool:
        return self.figures.completion.value is not None


def standings_of(document: Presentation) -> list[ScoreCardRow]:
    """Every target; those that can be measured come first."""
    standings = [_standing(document, target) for target in document.dataset.targets.values()]
    return sorted(standings, key=lambda standing: not standing.is_measured)


def _standing(document: Presentation, target: Target) -> ScoreCardRow:
    catalogue = document.catalogue
    basis = catalogue.target_basis(target.target).observation
    return ScoreCardRow(
        target,
        catalogue.target_figure(target.target),
        basis.entry.figure if basis is not None else None,
        TargetFigures.of(lambda kind: catalogue.target_progress(target.target, kind)),
    )


def score_card(standings: Sequence[ScoreCardRow], document: Presentation) -> Table:
    """One row a target, with every amount of a row in one unit."""
    heads = [TableColumn("label", document.say(Message("figures.head-indicator")))]
    for key, align, unit in _COLUMNS:
        head = (
            document.say(Message(f"figures.head-{key}"))
            if key in _OWN_HEADS
            else head_in(document.language, key, of_year=True)
        )
        heads.append(TableColumn(key, head, unit, align))
    return Table(
        name="progress",
        title=document.say(Message("figures.score-card")),
        columns=tuple(heads),
        rows=tuple(_row(standing, document) for standing in standings),
        notes=(document.say(Message("figures.score-card-note")),),
        alt_text=document.say(Message("figures.score-card-alt")),
        language=document.language,
    )


def _row(standing: ScoreCardRow, document: Presentation) -> TableRow:
    target, measured, figures = standing.target, standing.measured, standing.figures
    amounts = [figure for figure in (standing.value, measured, figures.gap) if figure is not None]
    power = common_power([figure for figure in amounts if figure.value is not None], document.language) or 0
    in_unit = with_unit_power(IN_CELL, power)
    missing = document.style.missing
    cells: tuple[Inline | Sentence, ...] = (
        indicator_label(target.series, document.dataset, document.language),
        document.say(target.department_said) or document.not_stated,
        language(document.language).period(target.period, short=True),
        document.number(standing.value, in_unit),
        document.number(measured, in_unit) if measured else missing,
        language(document.language).period(measured.id.period, short=True) if measured else missing,
        document.number(figures.gap, in_unit),
        document.number(figures.completion, IN_CELL),
        document.number(figures.elapsed, IN_CELL) if standing.is_measured else missing,
        document.number(figures.required_growth, IN_CELL),
        unit_text(standing.value, power, document.language, document.dataset)
        or document.style.not_applicable,
    )
    return TableRow(
        (
            *map(TableCell, cells),
            TableCell(_state(figures.status, document), "strong"),
            TableCell(_reasons(standing, document)),
            TableCell(document.say(target.plan_said) or document.not_stated),
            TableCell(target.target),
        )
    )


def _state(status: Figure, document: Presentation) -> str:
    """Sign and word, so that nothing rests on colour."""
    state = status.state or "unknown"
    return f"{document.style.states[state]} {language(document.language).quantities.state(state)}"


def _reasons(standing: ScoreCardRow, document: Presentation) -> str:
    """Why some of the row's figures have no number, each reason once."""
    found = standing.figures
    of_row = (found.gap, found.required_growth, found.status)
    reasons = [language(document.language).say_sentence(figure.reason) for figure in of_row if figure.reason]
    return "\n".join(dict.fromkeys(reasons)) or document.style.not_applicable


def completion_chart(standings: Sequence[ScoreCardRow], document: Presentation) -> Chart | None:
    """Completion of every measured target in percent, with the share of time gone: a bullet chart, or nothing."""
    measured = [standing for standing in standings if standing.is_measured]
    if not measured:
        return None
    completion = [document.number(standing.figures.completion, IN_CELL) for standing in measured]
    elapsed = [document.number(standing.figures.elapsed, IN_CELL) for standing in measured]
    series = [
        ChartSeries(
            document.say(Message("figures.series-completion-in-percent")), tuple(number.value for number in completion),
            "bar", number_format="0.0", labels=tuple(number.text for number in completion),
            keys=tuple(number.key for number in completion),
        ),
        ChartSeries(
            document.say(Message("figures.series-whole-target")), tuple(HUNDRED for _ in measured),
            "bar", role="target", number_format="0",
        ),
    ]  # fmt: skip
    if any(number.value for number in elapsed):
        values = tuple(number.value for number in elapsed)
        named = document.say(Message("figures.series-elapsed-in-percent"))
        series.append(ChartSeries(named, values, "bar", role="path", number_format="0.0"))
    return Chart(
        name="completion",
        kind=CHART_OF_TARGETS,
        title=document.say(Message("figures.completion-chart")),
        categories=tuple(
            indicator_label(standing.target.series, document.dataset, document.language)
            for standing in measured
        ),
        series=tuple(series),
        value_axis="%",
        alt_text=document.say(Message("figures.completion-chart-alt")),
        language=document.language,
        size_mm=(150, 30 + 18 * len(measured)),
    )
