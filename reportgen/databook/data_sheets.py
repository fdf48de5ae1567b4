"""The tidy data sheets: every observation, and every target, one row each, at full precision.

Every calculation in the book fetches its inputs here, by id.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from reportgen.databook.book_cells import BookCell, Count, Live, SheetColumn, SheetTable, Text, fitting_width
from reportgen.databook.cell_formats import as_written, digits, qualified
from reportgen.databook.code_labels import CodeLabels
from reportgen.databook.sheet import FIRST_ROW
from reportgen.databook.wording import BookWords
from reportgen.dataset.records import Citation, Dataset, Observation, Target
from reportgen.figures.presentation import evidence
from reportgen.figures.table_columns import Align
from reportgen.language import language
from reportgen.ooxml.addresses import Corner
from reportgen.record import Record
from reportgen.style import BlankSign
from reportgen.values import Quantity

_TIMES_TEN = "=ROUND({value}*10^{power},{decimals})"
"""Base units from what was written. ROUND takes away what doubles add: 1.827 times a million is not quite 1827000."""
Heads = tuple[tuple[str, Align], ...]
_DATA_HEADS: Heads = (
    ("indicator", "text"), ("area", "text"), ("period", "text"), ("measure", "text"), ("compared-with", "text"), ("base-value", "number"), ("unit-head", "text"), ("status", "text"),
    ("source-number", "centre"),
    ("obs-id", "text"), ("breakdown", "text"), ("counterpart", "text"), ("used", "centre"), ("qualifier", "text"), ("written", "number"), ("unit-mult", "number"),
    ("words", "text"), ("source", "text"), ("scope", "text"), ("period-basis", "text"), ("remark", "text"), ("period-code", "text"),
)  # fmt: skip
_TARGET_HEADS: Heads = (
    ("indicator", "text"), ("area", "text"), ("period", "text"), ("operator", "text"),
    ("base-value", "number"), ("unit-head", "text"), ("department", "text"), ("source-number", "centre"),
    ("target-id", "text"), ("breakdown", "text"), ("used", "centre"), ("qualifier", "text"), ("written", "number"), ("unit-mult", "number"),
    ("words", "text"), ("source", "text"), ("plan", "text"), ("base-obs", "text"), ("remark", "text"),
)  # fmt: skip
_LAST_PRINTED = "source-number"


class DataSheets(Record):
    """The data of a book. ``numbered`` are the sources' numbers, ``used`` the ids of what the pack shows or calculates with."""

    dataset: Dataset
    numbered: Mapping[str, int]
    labels: CodeLabels
    words: BookWords
    used: Collection[str]

    def observations(self, name: str) -> SheetTable:
        """Every observation, as the Excel Table ``name``: series by series, each as time goes; columns in which no row has
        anything come last, and are not printed."""
        known = self.dataset.observations.values()
        series = {series: at for at, series in enumerate(dict.fromkeys(item.series for item in known))}
        observations = sorted(known, key=lambda item: (series[item.series], item.period.order))
        said = {
            "compared-with": (self.labels.base(one) for one in observations),
            "status": (self.words.status(one.status) for one in observations),
        }
        nothing = {head for head, texts in said.items() if all(isinstance(text, BlankSign) for text in texts)}
        heads = tuple(sorted(_DATA_HEADS, key=lambda head: head[0] in nothing))
        order = [_DATA_HEADS.index(head) for head in heads]
        rows = tuple(
            tuple(cells[at] for at in order)
            for row, one in enumerate(observations, FIRST_ROW + 1)
            if (cells := self._observation(row, one, heads))
        )
        return _grid(name, heads, rows, self.words)

    def targets(self, name: str) -> SheetTable:
        """Every target of every plan, as the Excel Table ``name``."""
        rows = enumerate(self.dataset.targets.values(), FIRST_ROW + 1)
        return _grid(name, _TARGET_HEADS, tuple(self._target(*row) for row in rows), self.words)

    def _observation(self, row: int, observation: Observation, heads: Heads) -> tuple[BookCell, ...]:
        series, labels, words = observation.series, self.labels, self.words
        citations = self.dataset.citations_by_subject.get(observation.obs_id, ())
        return (
            Text(labels.series(series)),
            Text(labels.area(series.ref_area)),
            Text(language(words.language).period(observation.period, short=True)),
            Text(words.kind(observation.measure)),
            Text(labels.base(observation)),
            _base_value(observation.quantity, heads, row, words),
            Text(labels.unit(observation.unit, series.indicator)),
            Text(words.status(observation.status)),
            self._source_numbers(citations),
            Text(observation.obs_id, "code"),
            Text(labels.breakdown(series.breakdown)),
            Text(labels.counterpart(series.counterpart_area)),
            self._is_used(observation.obs_id),
            *_written_cells(observation.quantity, words),
            *self._source_cells(citations),
            Text(labels.scope(observation.scope)),
            Text(words(observation.period_basis.value)),
            Text(observation.note.in_language(words.language) or words.dash),
            Text(str(observation.period), "code"),
        )

    def _target(self, row: int, target: Target) -> tuple[BookCell, ...]:
        series, labels, words = target.series, self.labels, self.words
        citations = self.dataset.citations_by_subject.get(target.target, ())
        nothing = Text(words.dash)
        is_number = not target.is_in_words
        return (
            Text(labels.series(series)),
            Text(labels.area(series.ref_area)),
            Text(language(words.language).period(target.period, short=True)),
            Text(words.qualifier(target.operator)) if is_number else nothing,
            _base_value(target.quantity, _TARGET_HEADS, row, words) if is_number else nothing,
            Text(labels.unit(target.unit, series.indicator)),
            Text(words.of_dataset(target.department_said) or words.not_stated),
            self._source_numbers(citations),
            Text(target.target, "code"),
            Text(labels.breakdown(series.breakdown)),
            self._is_used(target.target),
            *(_written_cells(target.quantity, words) if is_number else (nothing, nothing, nothing)),
            *self._source_cells(citations),
            Text(words.of_dataset(target.plan_said) or words.dash),
            Text(target.base_obs or words.dash, "code"),
            Text(target.note.in_language(words.language) or words.dash),
        )

    def _is_used(self, record: str) -> Text:
        return Text(self.words("yes" if record in self.used else "no"), "centre")

    def _source_numbers(self, citations: tuple[Citation, ...]) -> Text:
        """The sources' numbers on their sheet."""
        numbers = sorted({self.numbered[item.source] for item in citations if item.source in self.numbered})
        return Text(self.words.listed(str(number) for number in numbers) or self.words.dash, "centre")

    def _source_cells(self, citations: tuple[Citation, ...]) -> tuple[Text, Text]:
        """The sources' words, and the sources, each once."""
        words = self.words
        said = dict.fromkeys(filter(None, (evidence(citation, words.language) for citation in citations)))
        titles = dict.fromkeys(self.labels.source(citation.source) for citation in citations)
        return Text(words.joined(said) or words.dash), Text(words.joined(titles) or words.dash)


def _written_cells(quantity: Quantity, words: BookWords) -> tuple[BookCell, BookCell, BookCell]:
    """Qualifier, number and power of ten as the source wrote them."""
    written = Count(Decimal(quantity.text), as_written(quantity))
    return Text(words.qualifier(quantity.qualifier)), written, Count(quantity.unit_mult, "0")


def _base_value(quantity: Quantity, heads: Heads, row: int, words: BookWords) -> Live:
    value, power = (
        str(Corner(row, [name for name, _ in heads].index(head) + 1)) for head in ("written", "unit-mult")
    )
    decimals = max(0, -quantity.precision)
    formula = _TIMES_TEN.format(value=value, power=power, decimals=decimals)
    form = qualified(digits(decimals), words.qualifier_symbol(quantity.qualifier))
    return Live(formula, quantity.value, form, style="result")


def _grid(name: str, heads: Heads, rows: tuple[tuple[BookCell, ...], ...], words: BookWords) -> SheetTable:
    """The table, printed up to the sources' numbers; texts after them stay on one line."""
    printed = [head for head, _ in heads].index(_LAST_PRINTED) + 1
    columns = []
    for position, (head, align) in enumerate(heads):
        width = fitting_width(words(head), (row[position] for row in rows), least=7, most=60.0)
        columns.append(SheetColumn(words(head), width, align))
    return SheetTable(name, tuple(columns), rows, printed=printed)
