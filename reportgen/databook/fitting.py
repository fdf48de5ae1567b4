"""Widths of a table's columns at which it takes the fewest printed pages, and lines of a text within a column."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import fsum

from msgspec import Struct, field

from reportgen.databook.cells import Column, Count, Grid, Live, number_width, shown_text
from reportgen.display_width import pieces
from reportgen.record import replace

SCALES = (1.0, 0.9, 0.8, 0.72, 0.65)
"""At which a sheet may be printed: at the last one the body font (11 pt) is just over 7 pt on paper."""
PAGE_WIDTH, PAGE_HEIGHT = 769.0, 480.0
"""Points of landscape A4 between its margins; of the height a little less, so that a page that is not quite full stays one page."""
COLUMN_MARGIN = 4.3
"""Points that a column has beside its characters."""
LINE, WIDE_LINE, ROW_MARGIN, HEAD_MARGIN = 14.25, 16.0, 1.0, 4.0
"""Points of a line of the body font, of a line with Chinese, of a row beside its lines, and of a head beside that."""
_MOST_LINES = 25
"""Excel's rows end at 409 points."""
_INDENT, _FILTER_BUTTON = 2.0, 3.0
"""Digits: what a cell keeps beside its text, what a head has for its button."""
_LONGEST_WORD = 24.0
"""Digits; an id or an address that is longer is cut over lines."""
_LOOKED_AT = 400
"""How many rows are measured at most."""
_STEPS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96)
"""Digits by which a column may grow at once: a text of two lines loses one only far on."""
_CHINESE = 1.85
_NARROW, _BROAD = frozenset("iljtfrI.,:;'|!()[]{}/\\- \"“”‘’"), frozenset("mwMW@%…—●○▲▼×√")


@lru_cache(maxsize=4096)
def text_width(text: str) -> float:
    """The width of a text in digits of the body font, in Arial as in those that stand in for it."""
    return fsum(_letter_width(letter) for letter in text)


@lru_cache(maxsize=1024)
def _letter_width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return _CHINESE
    if letter in _NARROW:
        return 0.6
    if letter in _BROAD:
        return 1.6
    return 1.25 if letter.isupper() else 1.0


@lru_cache(maxsize=4096)
def _measured(text: str) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Of each line its pieces that do not break: their widths without and with the space after them."""
    return tuple(
        tuple((text_width(piece.rstrip()), text_width(piece)) for piece in pieces(line))
        for line in text.split("\n")
    )


def line_count(text: str, room: float) -> int:
    """How many lines a text takes in ``room`` digits."""
    lines = 0
    for line in _measured(text):
        lines, filled = lines + 1, 0.0
        for bare, whole in line:
            if filled and filled + bare > room:
                lines, filled = lines + 1, 0.0
            if bare > room:
                lines += int(bare // room)
            filled += whole
    return lines


def row_height(texts: Sequence[str], columns: Sequence[Column]) -> float:
    """The height of a row whose texts break within their columns.

    Written into the file, because LibreOffice and WPS do not fit rows on opening.
    """
    pairs = zip(texts, columns, strict=True)
    lines = max((line_count(text, column.width - _INDENT) for text, column in pairs), default=1)
    has_wide = any(unicodedata.east_asian_width(letter) in "WF" for text in texts for letter in text)
    return round((WIDE_LINE if has_wide else LINE) * min(lines, _MOST_LINES) + ROW_MARGIN, 2)


def fitted(grid: Grid, digit: float, above: float) -> tuple[Grid, int]:
    """The table with the widths of its printed columns that need the fewest pages, in the largest letters of those that do;
    and how many pages that is. A table that fits one page as it is stays so; 0 where it is broader than a page.

    ``digit``: points of a digit; ``above``: points of what is above the table on the first page.
    """
    printed = grid.columns[: grid.printed]
    own_width = fsum(digit * column.width + COLUMN_MARGIN for column in printed)
    if own_width * SCALES[-1] <= PAGE_WIDTH and _pages(grid, max(1.0, own_width / PAGE_WIDTH), above) == 1:
        return grid, 1
    fittings = [_Fitting.of(column, position, grid) for position, column in enumerate(printed)]
    widths, best, fewest = [one.least for one in fittings], grid, 0
    for scale in SCALES:
        room = (PAGE_WIDTH / scale - COLUMN_MARGIN * len(printed)) / digit
        if fsum(widths) > room:
            continue
        _widen(fittings, widths, room)
        columns = (
            *(replace(one, width=width) for one, width in zip(printed, widths, strict=True)),
            *grid.columns[len(printed) :],
        )
        tried = replace(grid, columns=columns)
        pages = _pages(tried, 1 / scale, above)
        if not fewest or pages < fewest:
            best, fewest = tried, pages
        if fewest == 1:
            break
    return best, fewest


class _Fitting(Struct):
    """A column on its way to its width: how many cells hold each text, and what a width costs."""

    texts: Counter[str]
    least: float
    costs: dict[float, float] = field(default_factory=dict)

    @classmethod
    def of(cls, column: Column, position: int, grid: Grid) -> _Fitting:
        step = -(-len(grid.rows) // _LOOKED_AT)
        cells = [row[position] for row in grid.rows]
        numbers = [number_width(cell.value, cell.number_format) for cell in cells if isinstance(cell, Count)]
        numbers += [
            number_width(cell.cached, cell.number_format)
            for cell in cells
            if isinstance(cell, Live) and not isinstance(cell.cached, str)
        ]
        texts = Counter(shown_text(cell) for cell in cells[::step])
        words = [bare for text in texts for line in _measured(text) for bare, _ in line]
        head = [bare for line in _measured(column.head) for bare, _ in line]
        least = max(
            min(_LONGEST_WORD, max(words, default=0.0)) + _INDENT,
            max(numbers, default=0.0) + _INDENT,
            max(head, default=0.0) * 1.1 + _FILTER_BUTTON,
        )
        return cls(texts, round(least + 0.5))

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


def _pages(grid: Grid, size: float, above: float) -> int:
    """How many pages the table takes, its head repeated; ``size``: how much larger a page is than its letters are printed."""
    columns = grid.columns[: grid.printed]
    height = PAGE_HEIGHT * size
    head = row_height([column.head for column in columns], columns) + HEAD_MARGIN
    pages, left = 1, height - above - head
    for row in grid.rows:
        tall = row_height([shown_text(cell) for cell in row[: grid.printed]], columns)
        if tall > left:
            pages, left = pages + 1, height - head
        left -= tall
    return pages
