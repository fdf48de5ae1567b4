"""Widths of a table's columns at which it takes the fewest printed pages, and heights of its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import fsum

from msgspec import Struct, field

from reportgen.databook.book_cells import Count, Live, SheetColumn, SheetTable, number_width, shown_text
from reportgen.display_width import in_brackets, line_count, line_height, measures, parted_head, text_width
from reportgen.record import Record, replace

SCALES = (1.0, 0.9, 0.8, 0.72, 0.65, 0.64)
"""At which a sheet may be printed: at the last one the body font (11 pt) is just over 7 pt on paper."""


class PrintArea(Record):
    """Points of A4 between its margins; of the height a little less, so that a page that is not quite full stays one page."""

    width: float
    height: float
    is_upright: bool = False


LANDSCAPE, UPRIGHT = PrintArea(769.0, 504.0), PrintArea(522.0, 750.0, is_upright=True)
COLUMN_MARGIN = 4.3
"""Points that a column has beside its characters."""
ROW_MARGIN, HEAD_MARGIN = 0.75, 4.0
"""Points of a row beside its lines, and of a head beside that."""
_MOST_LINES = 25
"""Excel's rows end at 409 points."""
_INDENT, _FILTER_BUTTON = 2.0, 3.0
"""Digits: what a cell keeps beside its text, what a head has for its button."""
_BOLD = 1.1
"""How much wider heads run."""
_LONGEST_WORD = 24.0
"""Digits; an id or an address that is longer is cut over lines."""
_LOOKED_AT = 400
"""How many rows are measured at most."""
_STEPS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96)
"""Digits by which a column may grow at once: a text of two lines loses one only far on."""


def row_height(texts: Sequence[str], columns: Sequence[SheetColumn]) -> float:
    """The height of a row whose texts break within their columns.

    Written into the file, because LibreOffice and WPS do not fit rows on opening.
    """
    pairs = zip(texts, columns, strict=True)
    lines = max((line_count(text, column.width - _INDENT) for text, column in pairs), default=1)
    return round(line_height("".join(texts)) * min(lines, _MOST_LINES) + ROW_MARGIN, 2)


def head_lines(head: str, width: float) -> str:
    """A head as it is written: on a new line before its unit, where a column of that width does not hold it on one."""
    return parted_head(head, lambda line: text_width(line) * _BOLD + _FILTER_BUTTON <= width)


def with_button(head: str) -> str:
    """A head as broad as it is with the button of its filter."""
    return f"{head} ▾"


class Fit(Record):
    """A table with the widths of its printed columns, how many pages it takes (0: it is broader than a page), and which way they lie."""

    grid: SheetTable
    pages: int
    page: PrintArea = LANDSCAPE


def fitted(grid: SheetTable, digit: float, above: float) -> Fit:
    """The table with the widths of its printed columns that need the fewest pages, in the largest letters of those that do;
    upright where that needs fewer. A table that fits one page as it is stays so.

    ``digit``: points of a digit; ``above``: points of what is above the table on the first page.
    """
    printed = grid.columns[: grid.printed]
    own_width = fsum(digit * column.width + COLUMN_MARGIN for column in printed)
    size = max(1.0, own_width / LANDSCAPE.width)
    if size * SCALES[-1] <= 1 and _pages(grid, LANDSCAPE.height * size, above) == 1:
        return Fit(grid, 1)
    fittings = [_Fitting.of(column, position, grid) for position, column in enumerate(printed)]
    lying = _fitted(grid, fittings, digit, above, LANDSCAPE)
    if lying.pages == 1:
        return lying
    upright = _fitted(grid, fittings, digit, above, UPRIGHT)
    return upright if 0 < upright.pages < lying.pages else lying


def _fitted(
    grid: SheetTable, fittings: Sequence[_Fitting], digit: float, above: float, page: PrintArea
) -> Fit:
    printed = grid.columns[: grid.printed]
    widths, best = [one.least for one in fittings], Fit(grid, 0, page)
    for scale in SCALES:
        room = (page.width / scale - COLUMN_MARGIN * len(printed)) / digit
        if fsum(widths) > room:
            continue
        _widen(fittings, widths, room)
        columns = (
            *(replace(one, width=width) for one, width in zip(printed, widths, strict=True)),
            *grid.columns[len(printed) :],
        )
        tried = replace(grid, columns=columns)
        pages = _pages(tried, page.height / scale, above)
        if not best.pages or pages < best.pages:
            best = Fit(tried, pages, page)
        if pages == 1:
            break
    return best


class _Fitting(Struct):
    """A column on its way to its width: how many cells hold each text, and what a width costs."""

    texts: Counter[str]
    least: float
    costs: dict[float, float] = field(default_factory=dict)

    @classmethod
    def of(cls, column: SheetColumn, position: int, grid: SheetTable) -> _Fitting:
        step = -(-len(grid.rows) // _LOOKED_AT)
        cells = [row[position] for row in grid.rows]
        numbers = [number_width(cell.value, cell.number_format) for cell in cells if isinstance(cell, Count)]
        numbers += [
            number_width(cell.cached, cell.number_format)
            for cell in cells
            if isinstance(cell, Live) and not isinstance(cell.cached, str)
        ]
        texts = Counter(shown_text(cell) for cell in cells[::step])
        words = [bare for text in texts for line in measures(text) for bare, _ in line]
        head = [bare for line in measures(column.head) for bare, _ in line]
        head += [text_width(unit) for unit in in_brackets(column.head)]
        least = max(
            min(_LONGEST_WORD, max(words, default=0.0)) + _INDENT,
            max(numbers, default=0.0) + _INDENT,
            max(head, default=0.0) * _BOLD + _FILTER_BUTTON,
        )
        return cls(texts + Counter([with_button(column.head)]), round(least + 0.5))

    def cost(self, width: float) -> float:
        """Tall cells weigh most, for they make a row tall."""
        if width not in self.costs:
            room = width - _INDENT
            self.costs[width] = sum(
                number * line_count(text, room) ** 3 for text, number in self.texts.items()
            )
        return self.costs[width]

    def best_step(self, width: float, most: float) -> tuple[float, float]:
        """What a digit more is worth at best, and (negative) how many more that takes."""
        steps = (step for step in _STEPS if step <= most)
        return max(((self.cost(width) - self.cost(width + step)) / step, -step) for step in steps)


def _widen(fittings: Sequence[_Fitting], widths: list[float], room: float) -> None:
    """Give what is left of ``room`` to the columns that lose most lines by it."""
    while (left := room - fsum(widths)) >= 1:
        found = [
            (*one.best_step(width, left), position)
            for position, (one, width) in enumerate(zip(fittings, widths, strict=True))
        ]
        worth, step, position = max(found)
        if worth <= 0:
            return
        widths[position] -= step


def _pages(grid: SheetTable, height: float, above: float) -> int:
    """How many pages of that height the table takes, its head repeated."""
    columns = grid.columns[: grid.printed]
    head = row_height([head_lines(column.head, column.width) for column in columns], columns) + HEAD_MARGIN
    pages, left = 1, height - above - head
    for row in grid.rows:
        tall = row_height([shown_text(cell) for cell in row[: grid.printed]], columns)
        if tall > left:
            pages, left = pages + 1, height - head
        left -= tall
    return pages
