"""The tidy data sheets: every observation, and every target, one row each, at full precision.

Every calculation in the book fetches its inputs here, by id.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from reportgen.databook.cells import Cell, Column, Count, Grid, Live, Text, fitting_width
from reportgen.databook.labels import Labels
from reportgen.databook.number_formats import as_written, digits, qualified
from reportgen.databook.sheet import FIRST_ROW
from reportgen.databook.wording import Words
from reportgen.dataset.records import Citation, Dataset, Observation, Target
from reportgen.figures.presentation import evidence
from reportgen.language import period_label
from reportgen.values import Quantity

_TIMES_TEN = "=ROUND({value}{row}*10^{power}{row},{decimals})"
"""Base units from what was written. ROUND takes away what doubles add: 1.827 times a million is not quite 1827000."""


def data_grid(dataset: Dataset, labels: Labels, words: Words, used: Collection[str], name: str) -> Grid:
    """Every observation. ``used`` holds the ids of those that the pack shows or calculates with."""
    heads = (
        ("obs-id", "text"), ("indicator", "text"), ("breakdown", "text"), ("area", "text"),
        ("counterpart", "text"), ("period", "text"), ("measure", "text"),
        ("compared-with", "text"), ("qualifier", "text"), ("written", "number"), ("unit-mult", "number"),
        ("unit-head", "text"), ("base-value", "number"), ("scope", "text"), ("status", "text"),
        ("period-basis", "text"), ("used", "centre"), ("source", "text"), ("words", "text"), ("remark", "text"),
    )  # fmt: skip
    rows = tuple(
        _observation_row(observation, FIRST_ROW + 1 + offset, dataset, labels, words, used)
        for offset, observation in enumerate(dataset.observations.values())
    )
    return Grid(name, _columns(heads, rows, words), rows)


def _observation_row(
    observation: Observation, row: int, dataset: Dataset, labels: Labels, words: Words, used: Collection[str]
) -> tuple[Cell, ...]:
    series = observation.series
    citations = dataset.citations_by_subject.get(observation.obs_id, ())
    return (
        Text(observation.obs_id, "code"),
        Text(labels.indicator(series.indicator)),
        Text(labels.breakdown(series.breakdown)),
        Text(labels.area(series.ref_area)),
        Text(labels.counterpart(series.counterpart_area)),
        Text(str(observation.period)),
        Text(words.kind(observation.measure)),
        Text(labels.base(observation)),
        Text(words.qualifier(observation.quantity.qualifier)),
        Count(Decimal(observation.quantity.text), as_written(observation.quantity)),
        Count(observation.quantity.unit_mult, "0"),
        Text(labels.unit(observation.unit, series.indicator)),
        _base_value(observation.quantity, "J", "K", row, words),
        Text(labels.scope(observation.scope)),
        Text(words.status(observation.status)),
        Text(words(observation.period_basis.value)),
        Text(words("yes" if observation.obs_id in used else "no"), "centre"),
        *_source_cells(citations, labels, words),
        Text(observation.note.in_language(words.language) or words.dash),
    )


def target_grid(dataset: Dataset, labels: Labels, words: Words, used: Collection[str], name: str) -> Grid:
    """Every target of every plan."""
    heads = (
        ("target-id", "text"), ("indicator", "text"), ("breakdown", "text"), ("area", "text"), ("period", "text"),
        ("operator", "text"), ("qualifier", "text"), ("written", "number"), ("unit-mult", "number"),
        ("unit-head", "text"), ("base-value", "number"), ("base-obs", "text"), ("plan", "text"),
        ("department", "text"), ("used", "centre"), ("source", "text"), ("words", "text"), ("remark", "text"),
    )  # fmt: skip
    rows = tuple(
        _target_row(target, FIRST_ROW + 1 + offset, dataset, labels, words, used)
        for offset, target in enumerate(dataset.targets.values())
    )
    return Grid(name, _columns(heads, rows, words), rows)


def _target_row(
    target: Target, row: int, dataset: Dataset, labels: Labels, words: Words, used: Collection[str]
) -> tuple[Cell, ...]:
    return (
        Text(target.target, "code"),
        Text(labels.indicator(target.series.indicator)),
        Text(labels.breakdown(target.series.breakdown)),
        Text(labels.area(target.series.ref_area)),
        Text(period_label(target.period, words.language, short=True)),
        Text(words.qualifier(target.operator)),
        Text(words.qualifier(target.quantity.qualifier)),
        Count(Decimal(target.quantity.text), as_written(target.quantity)),
        Count(target.quantity.unit_mult, "0"),
        Text(labels.unit(target.unit, target.series.indicator)),
        _base_value(target.quantity, "H", "I", row, words),
        Text(target.base_obs or words.dash, "code"),
        Text(words.plan(target) or words.dash),
        Text(words.department(target) or words.not_stated),
        Text(words("yes" if target.target in used else "no"), "centre"),
        *_source_cells(dataset.citations_by_subject.get(target.target, ()), labels, words),
        Text(target.note.in_language(words.language) or words.dash),
    )


def _source_cells(citations: tuple[Citation, ...], labels: Labels, words: Words) -> tuple[Text, Text]:
    """Sources and their words; a second citation is a second line of the same cell."""
    if not citations:
        return Text(words.dash), Text(words.dash)
    titles = dict.fromkeys(labels.source(citation.source) for citation in citations)
    return Text("\n".join(titles)), Text(
        "\n".join(evidence(citation, words.language) for citation in citations)
    )


def _base_value(quantity: Quantity, value: str, power: str, row: int, words: Words) -> Live:
    decimals = max(0, -quantity.precision)
    formula = _TIMES_TEN.format(value=value, power=power, row=row, decimals=decimals)
    form = qualified(digits(decimals), words.qualifier_symbol(quantity.qualifier))
    return Live(formula, quantity.value, form, style="result")


def _columns(
    heads: tuple[tuple[str, str], ...], rows: tuple[tuple[Cell, ...], ...], words: Words
) -> tuple[Column, ...]:
    columns = []
    for position, (name, align) in enumerate(heads):
        most = 44.0 if name in _LONG else 22.0
        width = fitting_width(words(name), (row[position] for row in rows), least=7, most=most)
        columns.append(Column(words(name), width, align))  # type: ignore[arg-type]
    return tuple(columns)


_LONG = {"words", "remark", "source", "plan"}
