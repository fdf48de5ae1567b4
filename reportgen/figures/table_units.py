"""Which unit each cell of a table counts in: one for all amounts, or one for each row where they differ too much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from reportgen.figures.numbers import (
    IN_CELL,
    NumberStyle,
    common_power,
    decimals_of,
    natural_power,
    suits,
    unit_text,
    with_unit_power,
)
from reportgen.figures.presentation import Presentation
from reportgen.kinds.figure import Figure
from reportgen.language import language
from reportgen.record import CachingRecord, replace
from reportgen.units import RANK, unit_of
from reportgen.values import Bound

_Alike = tuple[str, str, str, int]


def is_amount(figure: Figure) -> bool:
    """Whether the figure counts in a unit that may carry a multiplier: yuan, firms, tonnes."""
    return bool(figure.unit) and unit_of(figure.unit).adds_up and not figure.state


class CellUnits(CachingRecord):
    """The units of a table. ``power`` is set where all amounts share one unit; ``has_column`` where each row has its own.

    A row is known by its place in ``rows``; a row that is under another with a larger indent is a part of it.
    """

    document: Presentation
    rows: Sequence[Sequence[Any]]
    indents: Sequence[int]
    columns: Sequence[Sequence[Figure]]
    power: int | None
    has_column: bool

    def column_unit(self, place: int) -> str:
        """The unit at the head of a column, empty where its cells differ or a column of units says it."""
        known = [figure for figure in self.columns[place] if figure.value is not None]
        figures = [figure for figure in known or self.columns[place] if not _says_its_unit(figure)]
        amounts = [figure for figure in figures if is_amount(figure)]
        others = {in_head(figure, 0, self.document) for figure in figures if not is_amount(figure)}
        if amounts and others:
            return ""
        if amounts:
            return "" if self.has_column or self.power is None else self._word(amounts[0], self.power)
        return others.pop() if len(others) == 1 else ""

    def shared_unit(self) -> str:
        """The unit of the whole table, where all its columns with numbers have the same."""
        found = {self.column_unit(place) for place, figures in enumerate(self.columns) if _numbers(figures)}
        is_said = bool(found) and all(found)
        return found.pop() if len(found) == 1 and is_said and not self.has_column else ""

    def row_unit(self, row: int) -> str:
        """The unit of a row's amounts; of a row without amounts the one that no head says of its first such number."""
        amounts = _amounts_of(self.rows[row])
        if amounts:
            return self._word(amounts[0], self._row_powers[row])
        first = self._first_without_head(self.rows[row])
        return in_head(first, 0, self.document) if first is not None else ""

    def style(self, figure: Figure, place: int, row: int) -> NumberStyle:
        """How a cell shows its number: in the unit that the head, or the row's unit cell, says."""
        if not is_amount(figure):
            said = (
                bool(self.column_unit(place)) or figure.unit == "" or self._row_says(figure, self.rows[row])
            )
            return IN_CELL if said else NumberStyle(compact=True)
        power = self._power_of(figure, row)
        if power is None:
            return NumberStyle(compact=True) if self.has_column else IN_CELL
        is_exact = figure.qualifier == "eq" and figure.bound is Bound.EXACT  # "more than 65" says no 65.0
        least = self._decimals.get(_alike(figure, power), 0) if is_exact else 0
        return replace(with_unit_power(IN_CELL, power), least_decimals=least)

    def _power_of(self, figure: Figure, row: int) -> int | None:
        """The power of ten that an amount's cell counts in; ``None`` where the number chooses its own."""
        if not self.has_column:
            return self.power
        amounts = _amounts_of(self.rows[row]) or [figure]
        return self._row_powers[row] if figure.unit == amounts[0].unit else None

    @cached_property
    def _decimals(self) -> Mapping[_Alike, int]:
        """The most decimals of the amounts that are alike: the others keep their closing zeros up to these."""
        found: dict[_Alike, int] = {}
        for row, cells in enumerate(self.rows):
            for figure in _amounts_of(cells):
                if (power := self._power_of(figure, row)) is not None:
                    key = _alike(figure, power)
                    found[key] = max(found.get(key, 0), decimals_of(figure, power))
        return found

    def _row_says(self, figure: Figure, cells: Sequence[Any]) -> bool:
        """Whether the row's unit cell says the unit of a number that is no amount."""
        if not self.has_column or _amounts_of(cells):
            return False
        first = self._first_without_head(cells)
        return first is not None and first.unit == figure.unit

    def _first_without_head(self, cells: Sequence[Any]) -> Figure | None:
        """The first number of a row that is in a column whose head says no unit."""
        placed = [(place, cell) for place, cell in enumerate(cells) if isinstance(cell, Figure)]
        numbers = [item for item in placed if item[1].value is not None and not _says_its_unit(item[1])]
        return next((figure for place, figure in numbers if not self.column_unit(place)), None)

    @cached_property
    def _row_powers(self) -> Sequence[int]:
        """The power of ten that each row's amounts count in: a part in that of its whole, where its size allows."""
        found: list[int] = []
        for row, cells in enumerate(self.rows):
            alike = _alike_first(cells)
            whole = self._whole_of(row)
            if whole is not None and self._is_part(alike, _alike_first(self.rows[whole]), found[whole]):
                found.append(found[whole])
            else:
                found.append(_own_power(alike, self.document.language))
        return found

    def _whole_of(self, row: int) -> int | None:
        """The nearest row above with a smaller indent."""
        above = (place for place in reversed(range(row)) if self.indents[place] < self.indents[row])
        return next(above, None)

    def _is_part(self, part: Sequence[Figure], whole: Sequence[Figure], power: int) -> bool:
        """Whether a part can be read in the unit of its whole: people of people, not people of firms."""
        is_alike = bool(part and whole) and self._word(part[0], 0) == self._word(whole[0], 0)
        return is_alike and suits(power, part, self.document.language)

    def _word(self, figure: Figure, power: int) -> str:
        return unit_text(figure, power, self.document.language, self.document.dataset)


def choose_units(
    rows: Sequence[Sequence[Any]],
    indents: Sequence[int],
    columns: Sequence[Sequence[Figure]],
    document: Presentation,
    asked: int | None,
) -> CellUnits:
    """One unit for all amounts where their base unit is the same and their sizes allow; else one for each row.

    So too where a column holds amounts and rates: no head could say both. ``rows`` holds each row's cells, figures and others, ``indents`` how far each is indented; ``asked`` is the power that the definition fixes.
    """
    amounts = [figure for row in rows for figure in _amounts_of(row)]
    bases = {unit_text(figure, 0, document.language, document.dataset) for figure in amounts}
    if not amounts:
        return CellUnits(document, rows, indents, columns, asked, False)
    if len(bases) > 1 or any(_is_mixed(figures) for figures in columns):
        return CellUnits(document, rows, indents, columns, None, True)
    power = asked if asked is not None else common_power(amounts, document.language)
    return CellUnits(document, rows, indents, columns, power, power is None)


def _says_its_unit(figure: Figure) -> bool:
    """Whether no head says the unit: of a status, and of a rank (第3位)."""
    return bool(figure.state) or figure.unit == RANK


def _is_mixed(figures: Sequence[Figure]) -> bool:
    """Whether a column holds numbers with and without a multiplier."""
    numbers = [figure for figure in figures if figure.value is not None and not _says_its_unit(figure)]
    return len({is_amount(figure) for figure in numbers}) > 1


def _amounts_of(cells: Sequence[Any]) -> list[Figure]:
    """The amounts of a row that have a number: they decide on the row's unit."""
    figures = [cell for cell in cells if isinstance(cell, Figure)]
    return [figure for figure in figures if is_amount(figure) and figure.value is not None]


def _alike_first(cells: Sequence[Any]) -> list[Figure]:
    """The amounts of a row in the unit of its first: they choose the power of ten of that unit."""
    amounts = _amounts_of(cells)
    return [figure for figure in amounts if figure.unit == amounts[0].unit]


def _own_power(alike: Sequence[Figure], language: str) -> int:
    power = common_power(alike, language)
    return natural_power(alike[0], language) if power is None and alike else power or 0


def _alike(figure: Figure, power: int) -> _Alike:
    """What two amounts of a table have in common that are read one against the other."""
    return figure.id.series.indicator, figure.id.kind, figure.unit, power


def _numbers(figures: Sequence[Figure]) -> bool:
    return any(not figure.state for figure in figures)


def in_head(figure: Figure, power: int, document: Presentation) -> str:
    """The unit of a figure where it names a column or an axis: 百分点, not 个百分点."""
    if is_amount(figure) or document.dataset.unit_label(figure.unit) is not None:
        return unit_text(figure, power, document.language, document.dataset)
    return language(document.language).quantities.unit_in_head(figure.unit)
