"""The calculation sheets: every computed figure as a live formula over cells that fetch their inputs by id.

A controller follows a result with F2: the formula names the input cells of its row, each of those looks its id up
in the data sheet (or, for an input that is itself computed, in a calculation sheet). A figure that is refused shows
why, and no number.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from reportgen.calculations.figure_formula import letter
from reportgen.databook.book_cells import BookCell, Live, SheetColumn, SheetTable, Text, fitting_width
from reportgen.databook.cell_formats import digits, qualified_with_sign
from reportgen.databook.code_labels import CodeLabels
from reportgen.databook.live_formulas import excel_formula, looked_up
from reportgen.databook.sheet import FIRST_ROW
from reportgen.databook.wording import BookWords
from reportgen.dataset.records import Dataset
from reportgen.figures.numbers import NumberStyle, qualifier_of, show
from reportgen.figures.table_columns import Align
from reportgen.kinds.declaration import Sheet, declaration_of
from reportgen.kinds.figure import Figure
from reportgen.language import language
from reportgen.ooxml.addresses import Corner
from reportgen.record import Record
from reportgen.style import Style
from reportgen.units import unit_of
from reportgen.values import ZERO, Bound, rounded

_PRINTED = 9
"""Columns from the left: key, indicator, area, period, calculation, formula, inputs in words, as printed, number of the reason."""
_BEFORE_INPUTS = _PRINTED + 2
"""Columns before the first input: the figure's id and its reason in words follow those that are printed, then the live calculation."""


_HEADS = (
    "key",
    "indicator",
    "area",
    "period",
    "calculation",
    "formula",
    "given",
    "as-printed",
    "remark",
    "figure-id",
    "reason",
)


class Lookup(Record):
    """Where a figure's value is fetched: an Excel Table, its value column and its key column."""

    table: str
    value: str
    key: str


def sheet_of_figure(figure: Figure) -> Sheet:
    """The calculation sheet of a computed figure, as its kind declares it.

    A kind that only sources state has none; such a figure without an observation goes to the sheet of other calculations.
    """
    return declaration_of(figure.id.kind).sheet or Sheet.STRUCTURE


class CalculationWriter:
    """Builds the rows of one book's calculation sheets. ``find`` gives any figure by its id."""

    def __init__(
        self,
        dataset: Dataset,
        labels: CodeLabels,
        words: BookWords,
        find: Callable[[str], Figure],
        lookups: Mapping[str, Lookup],
        used: Collection[str],
        percent_decimals: int | None = None,
    ) -> None:
        self.reasons: dict[str, int] = {}
        """The reasons met so far, each with its number, by which the sheets refer to it."""
        self._dataset, self._labels, self._words = dataset, labels, words
        self._find, self._lookups, self._used = find, lookups, used
        self._percent_decimals = percent_decimals
        self._style = NumberStyle(percent_decimals=percent_decimals, signs=words.style)

    def grid(self, figures: Sequence[Figure], name: str, alt_text: str) -> SheetTable:
        """One row a figure. All rows have as many input columns as the figure with the most inputs."""
        inputs = max((len(figure.inputs) for figure in figures), default=0)
        rows = tuple(
            self._row(figure, FIRST_ROW + 1 + offset, inputs) for offset, figure in enumerate(figures)
        )
        return SheetTable(name, self._columns(inputs, rows), rows, alt_text, printed=_PRINTED)

    def _columns(self, inputs: int, rows: Sequence[tuple[BookCell, ...]]) -> tuple[SheetColumn, ...]:
        words = self._words
        pairs: list[tuple[str, Align, float, float]] = []
        for place in range(inputs):
            pairs.append((words("input-of", letter=letter(place)), "text", 20, 40))
            pairs.append((words("input-value", letter=letter(place)), "number", 9, 12))
        plan: list[tuple[str, Align, float, float]] = [
            *((words(head), "text", 5, 30) for head in _HEADS[:_PRINTED]),
            *((words(head), "text", 9, 40) for head in _HEADS[_PRINTED:]),
            *pairs,
            (words("result"), "number", 9, 12), (words("rounded"), "number", 9, 12),
            (words("unit-head"), "text", 9, 13), (words("bound"), "text", 9, 13), (words("comparable"), "centre", 9, 14),
            (words("used"), "centre", 9, 11),
        ]  # fmt: skip
        return tuple(
            SheetColumn(
                head, fitting_width(head, (row[position] for row in rows), least=least, most=most), align
            )
            for position, (head, align, least, most) in enumerate(plan)
        )

    def _row(self, figure: Figure, row: int, inputs: int) -> tuple[BookCell, ...]:
        words, figure_id = self._words, figure.id
        reason = language(words.language).say_sentence(figure.reason)
        comparable = "yes" if figure.comparable else "not-comparable"
        result, rounded_result, printed = self._result_cells(figure, row, inputs)
        return (
            Text(figure.key, "code"),
            Text(self._labels.series(figure_id.series)),
            Text(self._labels.area(figure_id.series.ref_area)),
            Text(language(words.language).period(figure.period, short=True)),
            Text(words.kind(figure_id.kind)),
            Text(str(figure.formula or words.dash)),
            Text(self._given(figure)),
            printed,
            Text(self._note(reason)),
            Text(str(figure_id), "code"),
            Text(reason or words.dash),
            *self._input_cells(figure, row, inputs),
            result,
            rounded_result,
            Text(self._labels.unit(figure.unit, figure_id.series.indicator)),
            Text(self._bound(figure)),
            Text(words(comparable), "centre"),
            Text(words("yes" if str(figure_id) in self._used else "no"), "centre"),
        )

    def _note(self, reason: str) -> str:
        """The number under which the notes' sheet has the reason."""
        if not reason:
            return self._words.dash
        return self._words("note-number", number=self.reasons.setdefault(reason, len(self.reasons) + 1))

    def _given(self, figure: Figure) -> str:
        """The inputs as print shows them, each with its letter in the formula; a unit that all have is printed once."""
        shown = [
            show(self._find(figure_id), self._words.language, self._dataset, self._style)
            for figure_id in figure.inputs
        ]
        units = {number.unit for number in shown}
        is_said_once = len(shown) > 1 and len(units) == 1 and all(number.number for number in shown)
        texts = (number.number if is_said_once else number.text for number in shown)
        given = self._words.joined(f"{letter(place)} = {text}" for place, text in enumerate(texts))
        if is_said_once and (unit := units.pop().strip()):
            return self._words.with_unit(given, unit)
        return given or self._words.dash

    def _input_cells(self, figure: Figure, row: int, inputs: int) -> list[BookCell]:
        cells: list[BookCell] = []
        for position in range(inputs):
            if position >= len(figure.inputs):
                cells += [Text(self._words.dash, "missing")] * 2
                continue
            known = self._find(figure.inputs[position])
            lookup, key = self._source_of(known)
            cells.append(Text(key, "code"))
            cells.append(self._fetched(known, lookup, key, _cell(row, _BEFORE_INPUTS + 2 * position)))
        return cells

    def _source_of(self, figure: Figure) -> tuple[Lookup, str]:
        """The table that holds the figure in this book, and its id there."""
        if figure.observation is not None:
            return self._lookups["data"], figure.observation
        if figure.is_published:
            return self._lookups["target-data"], figure.target or figure.id.target
        return self._lookups[sheet_of_figure(figure)], str(figure.id)

    def _fetched(self, figure: Figure, lookup: Lookup, key: str, key_cell: str) -> BookCell:
        if figure.value is None:
            return Text(self._words.no_value, "missing")
        formula = looked_up(lookup.table, lookup.value, lookup.key, key_cell, key)
        return Live(formula, figure.value, self._number_format(figure, exact=True))

    def _result_cells(self, figure: Figure, row: int, inputs: int) -> tuple[BookCell, BookCell, BookCell]:
        """Result, rounded result, and the text the pack prints."""
        if figure.state:
            return self._status_cells(figure, row)
        printed = show(figure, self._words.language, self._dataset, self._style).text
        if figure.value is None or figure.formula is None or figure.bound is Bound.NONE:
            missing = Text(self._words.no_value, "missing")
            return missing, missing, Text(printed, "missing")
        precision = self._precision(figure)
        result = _cell(row, _BEFORE_INPUTS + 2 * inputs)
        return (
            Live(
                excel_formula(figure.formula, _input_addresses(figure, row)),
                figure.value,
                self._number_format(figure),
                "result",
            ),
            Live(
                f"={rounding(figure, result, -precision, self._words.style)}",
                rounded(figure.printed_from or ZERO, precision, figure.bound, self._words.style.ties),
                self._number_format(figure, places=max(0, -precision)),
                "result",
            ),
            Text(printed),
        )

    def _status_cells(self, figure: Figure, row: int) -> tuple[BookCell, BookCell, BookCell]:
        """The status as long as the comparison it rests on holds; a formula cannot tell what else would follow."""
        state = self._words.state(figure.state or "unknown")
        dash = Text(self._words.dash, "missing")
        if figure.formula is None:
            return Text(state), dash, Text(state)
        holds = excel_formula(figure.formula, _input_addresses(figure, row)).removeprefix("=")
        formula = f'=IF({holds},"{state}","{self._words("look-again")}")'
        return Live(formula, state, style="result"), dash, Text(state)

    def _bound(self, figure: Figure) -> str:
        """The bound; that a figure cannot be bounded is printed only where that is why it has no number."""
        without_number = figure.value is None and (not figure.comparable or bool(figure.state))
        return self._words.dash if without_number else self._words(f"bound.{figure.bound}")

    def _precision(self, figure: Figure) -> int:
        """The power of ten that print shows: the figure's own, or the pack's wish for computed rates."""
        if self._percent_decimals is not None and unit_of(figure.unit).is_rate:
            return -self._percent_decimals
        return figure.precision

    def _number_format(self, figure: Figure, places: int | None = None, *, exact: bool = False) -> str:
        """Full precision for inputs and results (as many decimals as matter), ``places`` decimals for rounded ones."""
        if places is None:
            places = max(0, -figure.precision) if exact else (2 if unit_of(figure.unit).adds_up else 6)
        form = digits(places, grouped=self._words.groups_digits or unit_of(figure.unit).adds_up)
        return qualified_with_sign(form, self._words.qualifier_symbol(qualifier_of(figure)))


def _input_addresses(figure: Figure, row: int) -> list[str]:
    """The cell of each input, in their order."""
    return [_cell(row, _BEFORE_INPUTS + 1 + 2 * position) for position in range(len(figure.inputs))]


def _cell(row: int, column: int) -> str:
    """The address of a cell: ``row`` as Excel counts, ``column`` from 0; the column is fixed."""
    return str(Corner(row, column + 1, column_fixed=True))


def _moved(figure: Figure, cell: str, places: int) -> str:
    """A bound moved, before it is rounded, to where it holds for all its inputs' rounding allows."""
    if figure.safe is None or figure.value is None:
        return cell
    margin = rounded(figure.safe - figure.value, -places - 7)
    return f"ROUND({cell}{margin:+f},{places + 6})"  # a safe end may be a round number: 24.5 is not rounded up to 24.6


def rounding(figure: Figure, cell: str, places: int, style: Style) -> str:
    """Excel's formula that rounds as print does: half up or half to even, and a bound so that it stays true."""
    if figure.value is not None and figure.bound in (Bound.LOWER, Bound.UPPER):
        towards = "ROUNDDOWN" if (figure.bound is Bound.LOWER) == (figure.value >= 0) else "ROUNDUP"
        return f"{towards}({_moved(figure, cell, places)},{places})"
    half_up = f"ROUND({cell},{places})"
    if style.rounding == "half_up":
        return half_up
    steps = f"{cell}*10^{places}"
    is_tie = f"ABS(ROUND({steps},6)-TRUNC({steps}))=0.5"
    return f"IF({is_tie},2*ROUND({steps}/2,0)/10^{places},{half_up})"
