"""A row that comes out many times as one Python function of its own.

Values of the common types (whole numbers, decimals, texts that can be taken as they are) are put between the row's fixed XML right
there; every other value goes to its cell's writer. What comes out is what the writers would have written, in a third of the time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportgen.record import Record
from reportgen.regex import regex

NUMBER = "\x00"
"""Is in a row's fixed XML for the row's number."""

LONGEST_QUICK = 32_767
_LONGEST_WHOLE = 10**15
"""Excel keeps 15 digits; longer numbers are looked at by their cell's writer."""
_LETTERS = "!-%'-;=?-^`-~\u3001-\u9fff\uff01-\uff5e"
_stands_as_it_is = regex(f"(?! )(?: ?[{_LETTERS}]++)++")
"""Printable ASCII without markup and ``_x`` escapes, Chinese, and single spaces between: nothing to escape or to preserve."""

Write = Callable[[tuple[Any, ...], int], str]
"""The row's XML from what the program yields for it, (strip, value, value, …), and the row's number."""


class ValueSlot(Record):
    """Where a value goes. ``head`` is the cell's XML between address and value; ``alone`` whether nothing else is in the cell."""

    head: str
    alone: bool


RowPieces = tuple[str | ValueSlot, ...]


RowFunctionMaker = Callable[..., Write]
"""Makes a row's function from the ``fragment`` methods of its writers, one for each slot."""

_made: dict[RowPieces, RowFunctionMaker] = {}
"""The same row of the same template is compiled once, however many workbooks are filled."""
_times: dict[RowPieces, int] = {}
"""How often a row without a function has come out."""
_MOST_KEPT = 256
OFTEN = 50
"""So often a row comes out before it has a function: making one takes about as long as writing the row a hundred times."""


def repeated_row(pieces: RowPieces) -> RowFunctionMaker | None:
    """The function of a row that comes out once more; ``None`` where it has not come out often."""
    make = _made.get(pieces)
    if make is not None:
        return make
    times = _times.get(pieces, 0)
    if times < OFTEN:
        _keep(_times, pieces, times + 1)
        return None
    make = _compile(pieces)
    _keep(_made, pieces, make)
    return make


def _keep(kept: dict[RowPieces, Any], pieces: RowPieces, what: Any) -> None:
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[pieces] = what


def _compile(pieces: RowPieces) -> RowFunctionMaker:
    slots = [piece for piece in pieces if isinstance(piece, ValueSlot)]
    numbers = range(1, len(slots) + 1)
    names = "".join(f", value{number}" for number in numbers)
    lines = [
        f"def make({', '.join(f'write{number}' for number in numbers)}):",
        "    def write(item, row):",
        f"        _{names}, *_ = item",
        *(f"        value{number} = {_expression(slot, number)}" for number, slot in enumerate(slots, 1)),
        f"        return {_whole(pieces)}",
        "    return write",
    ]
    names_known: dict[str, Any] = {"stands": _stands_as_it_is.fullmatch}
    exec("\n".join(lines), names_known)
    made: RowFunctionMaker = names_known["make"]
    return made


def _expression(slot: ValueSlot, number: int) -> str:
    value = f"value{number}"
    otherwise = f"write{number}({value}, row)"
    if not slot.alone:
        return otherwise
    as_number = _literal(f"{slot.head}><v>", value, "</v></c>")
    as_text = _literal(f'{slot.head} t="inlineStr"><is><t>', value, "</t></is></c>")
    return (
        f"({as_number} if {value}.__class__ is int and -{_LONGEST_WHOLE} < {value} < {_LONGEST_WHOLE} or {value}.__class__ is float and {value} - {value} == 0"
        f" else {as_text} if {value}.__class__ is str and stands({value}) and len({value}) <= {LONGEST_QUICK}"
        f" else {otherwise})"
    )


def _whole(pieces: RowPieces) -> str:
    """The row as one f-string."""
    literal, number = "", 0
    for piece in pieces:
        if isinstance(piece, str):
            literal += _braced(piece).replace(NUMBER, "{row}")
        else:
            number += 1
            literal += f"{{value{number}}}"
    return f"f{literal!r}"


def _literal(before: str, value: str, after: str) -> str:
    return f"f{_braced(before) + '{' + value + '}' + after!r}"


def _braced(xml: str) -> str:
    """Text for the inside of an f-string."""
    return xml.replace("{", "{{").replace("}", "}}")
