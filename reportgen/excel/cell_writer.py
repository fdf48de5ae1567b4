"""Values written as cells: typed numbers, dates, texts that stay texts, with the cell's own format kept.

A cell's XML is cut in two: the part before the value is fixed when the template is compiled, so that writing a value
costs one look at its type. ``%s`` stands for the value's part, and NUL for the row's number.
"""

from __future__ import annotations

import datetime as dt
import math
import numbers
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from msgspec import Struct

from reportgen import content, values
from reportgen.excel.cell_styles import CellStyles
from reportgen.expressions.showable import is_missing, no_value
from reportgen.expressions.undefined import is_unknown
from reportgen.expressions.value_program import flat
from reportgen.ooxml.cell_texts import CellText, Run, text_element
from reportgen.ooxml.pictures import Picture, kind_of, size_mm
from reportgen.ooxml.workbooks import EPOCH_1900
from reportgen.record import Record, field

LONGEST_TEXT = 32_767
"""Characters Excel holds in one cell."""

Fragment = str


class CellProblem(Exception):  # noqa: N818 (it is caught and becomes a finding)
    """A value that no cell can hold: code, variant and parameters of the finding."""

    def __init__(self, code: str, *, variant: str = "", **parameters: Any) -> None:
        self.code, self.variant, self.parameters = code, variant, parameters
        super().__init__(code)


class Unknown(Exception):  # noqa: N818
    """An expression yielded a name that does not exist; ``value`` tells which."""

    def __init__(self, value: Any) -> None:
        self.value = value
        super().__init__("unknown name")


class RunMark(Record):
    """Says in a stream of pieces that the text goes on in another run of the cell."""

    index: int


class Ledger(Struct):
    """What the cells of one sheet gave beside their XML, in the order written."""

    figures: list[tuple[str, str, int, int]] = field(default_factory=list)
    """(key, text as shown, output row, output column)"""
    links: list[tuple[content.Link | content.SourceMark, int, int]] = field(default_factory=list)
    bookmarks: list[tuple[str, int, int]] = field(default_factory=list)
    dropped: list[tuple[str, int, int]] = field(default_factory=list)
    pictures: list[tuple[Picture, int, int]] = field(default_factory=list)

    def add(self, other: Ledger) -> None:
        """Take over what others gave after these."""
        self.figures += other.figures
        self.links += other.links
        self.bookmarks += other.bookmarks
        self.pictures += other.pictures


class CellWriter(Struct):
    """Writes the values of one template cell. ``literals`` lay out a text with tags in it; ``None``: the value alone."""

    style: int
    column: int
    styles: CellStyles
    ledger: Ledger
    text: CellText
    layout: tuple[str | int | RunMark, ...] | None = None
    epoch: dt.datetime = EPOCH_1900
    _head: str = ""
    _by_type: dict[type, Callable[[Any, int], Fragment]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._head = f' s="{self.style}"' if self.style else ""

    def _writers(self) -> dict[type, Callable[[Any, int], Fragment]]:
        """What writes a value of each type."""
        number, head = self._head + "><v>", self._head
        inline = head + ' t="inlineStr"><is>'
        if self.styles.is_text(self.style):
            return dict.fromkeys(
                (float, int, str, bool, Decimal, content.Number, dt.date, dt.datetime, dt.time, dt.timedelta),
                self._as_text,
            )
        return {
            float: self._float,
            int: lambda value, _row: f"{number}{_whole(value)}</v></c>",
            str: lambda value, _row: (
                f"{inline}{text_element(value)}</is></c>"
                if 0 < len(value) <= LONGEST_TEXT // 2
                else self._long_text(value)
            ),
            bool: lambda value, _row: f'{head} t="b"><v>{int(value)}</v></c>',
            Decimal: self._decimal,
            content.Number: self._number,
            dt.date: self._date,
            dt.datetime: self._date,
            dt.time: self._time,
            dt.timedelta: self._duration,
        }

    def fragment(self, value: Any, row: int) -> Fragment:
        """The rest of the cell's XML from its style on. Raises ``CellProblem`` and ``Unknown``."""
        if self.layout is not None:
            return self._text(value, row)
        if not self._by_type:  # most cells of a row that repeats never come here
            self._by_type = self._writers()
        write = self._by_type.get(value.__class__)
        return write(value, row) if write is not None else self._other(value, row)

    # ---- a value that has the cell for itself -------------------------------------------------------------

    def _float(self, value: float, _row: int) -> Fragment:
        if not math.isfinite(value):
            raise _not_a_number(value)
        return f"{self._head}><v>{value!r}</v></c>"

    def _decimal(self, value: Decimal, _row: int) -> Fragment:
        if not value.is_finite() or value.copy_abs() > _LARGEST:
            raise _not_a_number(value)
        if value.copy_abs() >= _FIRST_TOO_LONG:
            if value != value.to_integral_value():
                raise CellProblem("too-many-digits", value=str(value))
            _whole(int(value))
        return f"{self._head}><v>{values.plain(value)}</v></c>"

    def _as_text(self, value: Any, row: int) -> Fragment:
        """A cell that its designer formatted as text gets text, as Excel does when it is typed in."""
        if isinstance(value, content.Number) and value.value is not None and value.key:
            self.ledger.figures.append((value.key, value.text, row, self.column))
        if isinstance(value, content.Number):
            return self._checked(value.text)
        if isinstance(value, bool):
            return self._checked(str(value).upper())
        if isinstance(value, dt.datetime):
            return self._checked(value.isoformat(sep=" "))
        is_endless = isinstance(value, float) and not math.isfinite(value)
        if is_endless or (isinstance(value, Decimal) and not value.is_finite()):
            raise _not_a_number(value)
        if isinstance(value, float | Decimal):
            return self._checked(f"{Decimal(repr(value)) if isinstance(value, float) else value:f}")
        return self._checked(str(value))

    def _checked(self, text: str) -> Fragment:
        return self._inline(text) if 0 < len(text) <= LONGEST_TEXT // 2 else self._long_text(text)

    def _number(self, number: content.Number, row: int) -> Fragment:
        if number.key:
            self.ledger.figures.append((number.key, number.text, row, self.column))
        if number.value is None:
            return self._inline(number.text)
        return self._styled(number.number_format, values.plain(number.value))

    def _styled(self, code: str, value: str) -> Fragment:
        style = self.style
        if self.styles.is_general(style):
            style = self.styles.with_format(style, code)
        head = f' s="{style}"' if style else ""
        return f"{head}><v>{value}</v></c>"

    def _date(self, value: dt.date, _row: int) -> Fragment:
        moment = value if isinstance(value, dt.datetime) else dt.datetime(value.year, value.month, value.day)
        _refuse_zone(moment)
        since = moment - self.epoch
        serial = since.days + since.seconds / 86_400 + since.microseconds / 86_400_000_000
        if serial < 61 and self.epoch == EPOCH_1900:  # Excel counts a 29 February 1900 that never was
            return self._inline(
                value.isoformat(sep=" ") if isinstance(value, dt.datetime) else value.isoformat()
            )
        is_day = serial == int(serial)
        return self._styled(
            "yyyy-mm-dd" if is_day else "yyyy-mm-dd hh:mm:ss", repr(int(serial) if is_day else serial)
        )

    def _time(self, value: dt.time, _row: int) -> Fragment:
        _refuse_zone(value)
        seconds = value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1_000_000
        return self._styled("hh:mm:ss", repr(seconds / 86_400))

    def _duration(self, value: dt.timedelta, _row: int) -> Fragment:
        if value < dt.timedelta(0):  # Excel shows no negative times
            return self._inline(str(value))
        return self._styled("[h]:mm:ss", repr(value / dt.timedelta(days=1)))

    def _other(self, value: Any, row: int) -> Fragment:
        if is_unknown(value):
            raise Unknown(value)
        if isinstance(value, content.Showable):
            return self.fragment(value.content(), row)
        if isinstance(value, content.Sentence) and len(value.parts) == 1:
            return self.fragment(value.parts[0], row)
        if isinstance(value, content.TableCell):
            return self.fragment(value.content, row)
        if isinstance(value, Picture):
            size_mm(value, value.data, kind_of(value.data))
            self.ledger.pictures.append((value, row, self.column))
            return self._head + "/>"
        plain = _plain_value(value)
        if plain is not None:
            return self._by_type[type(plain)](plain, row)
        return self._runs(self.runs_of(value, row))

    def _long_text(self, text: str) -> Fragment:
        if not text:
            return self._head + "/>"
        length = _length(text)
        if length > LONGEST_TEXT:
            raise CellProblem("text-too-long", length=length, longest=LONGEST_TEXT)
        return self._inline(text)

    def runs_of(self, value: Any, row: int) -> list[Run]:
        """The value as text in runs, for a text attached to a cell. Raises ``CellProblem`` and ``Unknown``."""
        return list(self._joined(self._placed(value), row))

    # ---- a text with tags in it --------------------------------------------------------------------------

    def _text(self, found: Iterable[Any], row: int) -> Fragment:
        return self._runs(self.runs_of(found, row))

    def _placed(self, found: Any) -> list[tuple[int, Any]]:
        """The pieces of a text in order, each with its run."""
        if self.layout is None:
            return [(0, piece) for piece in flat(found)]
        if found == "":  # a block of cells whose list has ended
            return []
        placed: list[tuple[int, Any]] = []
        run, results = 0, list(found)
        for item in self.layout:
            if isinstance(item, RunMark):
                run = item.index
            elif isinstance(item, int):
                placed += [(run, piece) for piece in flat(results[item])]
            else:
                placed.append((run, item))
        return placed

    def _joined(self, placed: list[tuple[int, Any]], row: int) -> Iterable[Run]:
        """Runs of text in order; marks move on to another run, numbers and links are remembered."""
        runs = self.text.runs or (Run(""),)
        current, gathered = 0, ""
        for run, piece in placed:
            if isinstance(piece, RunMark):
                run = piece.index
                text = ""
            else:
                text = self._word(piece, row)
            if (run != current and not isinstance(piece, RunMark)) or isinstance(piece, RunMark):
                if gathered:
                    yield Run(gathered, runs[current].properties)
                current, gathered = run, ""
            gathered += text
        if gathered:
            yield Run(gathered, runs[current].properties)

    def _word(self, piece: Any, row: int) -> str:
        if isinstance(piece, str):
            return piece
        if is_unknown(piece):
            raise Unknown(piece)
        if piece is None:
            raise missing_value()
        if isinstance(piece, content.Number) and piece.key:
            self.ledger.figures.append((piece.key, piece.text, row, self.column))
        elif isinstance(piece, content.Link | content.SourceMark):
            self.ledger.links.append((piece, row, self.column))
        elif isinstance(piece, content.Bookmark):
            self.ledger.bookmarks.append((piece.anchor, row, self.column))
        elif isinstance(piece, Decimal):
            if not piece.is_finite():
                raise _not_a_number(piece)
            return values.plain(piece)
        elif isinstance(piece, float) and not math.isfinite(piece):
            raise _not_a_number(piece)
        elif isinstance(piece, Picture):
            raise CellProblem("not-one-value", variant="picture")
        elif is_missing(piece):
            raise missing_value()
        elif isinstance(piece, _NO_VALUES) or bool(getattr(piece, "ndim", False)):
            raise _not_one_value(piece)
        elif (found := no_value(piece)) is not None and not isinstance(piece, content.Link | content.Number):
            raise CellProblem("no-value", variant=found.variant, **dict(found.parameters))
        return str(piece)

    def _runs(self, runs: list[Run]) -> Fragment:
        if sum(_length(run.text) for run in runs) > LONGEST_TEXT:
            return self._long_text("".join(run.text for run in runs))
        if not runs:
            return self._head + "/>"
        if len(runs) == 1 and not runs[0].properties:
            return self._inline(runs[0].text)
        inner = "".join(f"<r>{run.properties}{text_element(run.text)}</r>" for run in runs)
        return f'{self._head} t="inlineStr"><is>{inner}</is></c>'

    def _inline(self, text: str) -> Fragment:
        return f'{self._head} t="inlineStr"><is>{text_element(text)}</is></c>'


Plain = int | float | str | dt.date | dt.timedelta


def _plain_value(value: Any) -> Plain | None:
    """A value of a relative of a plain type (numpy's numbers, a str or date subclass) as that type."""
    if type(value).__module__ == "numpy":
        return _of_numpy(value)
    if isinstance(value, complex):
        raise _not_a_number(value)
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        return float(value)
    if isinstance(value, str):
        return str.__str__(value)
    if is_missing(value):
        raise missing_value()
    if isinstance(value, dt.datetime):
        return dt.datetime(
            value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond
        )
    if isinstance(value, dt.timedelta):
        return dt.timedelta(value.days, value.seconds, value.microseconds)
    return None


def _of_numpy(value: Any) -> Plain | None:
    """A number, text or moment of numpy as Python's. Raises ``CellProblem`` for arrays and what is missing."""
    if getattr(value, "ndim", 0):
        raise _not_one_value(value)
    plain = value.item() if hasattr(value, "item") else None
    if isinstance(plain, int) and type(value).__name__ in ("datetime64", "timedelta64"):
        plain = value.astype(f"{value.dtype.str[1:3]}[us]").item()  # nanoseconds come as a whole number
    if plain is None:
        raise missing_value()
    if isinstance(value, numbers.Real) and not isinstance(value, numbers.Integral):
        return float(str(value))  # the digits that a short float shows
    if isinstance(plain, complex):
        raise _not_a_number(plain)
    return plain if isinstance(plain, bool | int | str | dt.date | dt.timedelta) else None


_NO_VALUES = (list, tuple, set, frozenset, content.Table, content.Chart)
_LARGEST = Decimal("9.99999999999999E+307")
_FIRST_TOO_LONG = 10**15


def _whole(value: int) -> int:
    """A whole number that Excel can hold: it keeps 15 digits. Raises ``CellProblem`` for one with more."""
    if -_FIRST_TOO_LONG < value < _FIRST_TOO_LONG:
        return value
    if len(str(abs(value)).rstrip("0")) > 15:
        raise CellProblem("too-many-digits", value=str(value))
    if abs(value) > _LARGEST:
        raise CellProblem("not-a-number", value=f"{value:.3E}" if abs(value) < 10**300 else "1E+308")
    return value


def _length(text: str) -> int:
    """The length as Excel counts it, in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def missing_value() -> CellProblem:
    return CellProblem("missing-value")


def _refuse_zone(value: dt.datetime | dt.time) -> None:
    """Excel's dates and times know no zone, and its hour alone would be another moment."""
    if value.tzinfo is not None:
        raise CellProblem("time-zone", value=str(value))


def _not_a_number(value: float | Decimal | complex) -> CellProblem:
    return CellProblem("not-a-number", value=str(value))


def _not_one_value(value: Any) -> CellProblem:
    if isinstance(value, content.Table | content.Chart):
        variant = "table" if isinstance(value, content.Table) else "chart"
        return CellProblem("not-one-value", variant=variant)
    return CellProblem("not-one-value")
