"""Formulas put together at random from the functions that are vouched for, one in the other, over cells of every kind.

Left out is what LibreOffice does otherwise than Excel says: truths in cells and beside numbers, an empty text that is looked for,
wildcards over numbers, the day before the first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random
from typing import Any

COLUMNS = ("whole", "decimal", "text", "date", "any", "small", "moment", "code")
"""What the columns A to H hold."""
ROWS = 20
_LETTERS = "ABCDEFGH"
_TEXTS = ("alpha", "Beta", "gamma ray", "ALPHA", "重庆", "渝北区", "x*y", "12", "3.5", "1e3", "50%", "2024-01-05", " pad ", "it's", 'q"q', "~t", "é", "（一）", "-")  # fmt: skip
_SMALL = (1e-10, 0.1 + 0.2, 1 / 3, 1e15, 0.29, 1.5, 2.5, 0.045, 1.005, 35.855, 4.35)
_OVER_RANGES = "SUM AVERAGE COUNT COUNTA MAX MIN MEDIAN STDEV STDEV.S STDEVP VAR VARP SUMSQ AVERAGEA MAXA MINA DEVSQ AVEDEV"
_OF_NUMBERS = "ABS SIGN INT TRUNC SQRT EXP LN LOG10 SIN COS TAN ATAN DEGREES EVEN ODD N"
_OF_TEXTS = "UPPER LOWER PROPER TRIM CLEAN T"
_COMPARE = ("=", "<>", "<", ">", "<=", ">=")
_FORMATS = ("0", "0.0", "#,##0.00", "0.0%", "+0.0;-0.0")
_CRITERIA = (
    '">10"',
    '"<=0"',
    '"<>alpha"',
    '"alpha"',
    '"*区"',
    '"a*"',
    '">b"',
    '"~*"',
    '"12"',
    '"50%"',
    '"2024-01-05"',
    '"="',
    "7",
)


def value_of(kind: str, random: Random) -> Any:
    """A value of a column."""
    if kind == "any":
        kind = random.choice(("whole", "decimal", "text", "date", "none"))
    if kind in ("date", "moment"):
        moment = dt.datetime(2000, 1, 1) + dt.timedelta(days=random.randint(0, 9_000))
        return moment + dt.timedelta(seconds=random.randint(0, 86_399)) if kind == "moment" else moment
    made: dict[str, Callable[[], Any]] = {
        "whole": lambda: random.randint(-50, 200),
        "decimal": lambda: round(random.uniform(-100, 1000), random.choice((1, 2, 3))),
        "text": lambda: random.choice(_TEXTS),
        "small": lambda: random.choice(_SMALL),
        "code": lambda: random.choice((0, 1, 2, None)),
        "none": lambda: None,
    }
    return made[kind]()


class Composer:
    """Puts formulas together."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._one_of = self._random.choice

    def formula(self) -> str:
        made = self._one_of((self._number, self._number, self._text, self._truth, self._date))
        return str(made(self._random.randint(1, 2)))

    def _cell(self, *kinds: str) -> str:
        columns = [letter for letter, kind in zip(_LETTERS, COLUMNS, strict=True) if kind in kinds]
        sheet = self._one_of(("", "", "", "Other!"))
        return f"{sheet}{self._one_of(('', '$'))}{self._one_of(columns)}{self._random.randint(1, ROWS)}"

    def _range(self, rows: int = 0, kinds: tuple[str, ...] = ("whole", "decimal")) -> str:
        column = self._one_of(
            [letter for letter, kind in zip(_LETTERS, COLUMNS, strict=True) if kind in kinds]
        )
        count = rows or self._random.randint(2, ROWS)
        top = self._random.randint(1, ROWS - count + 1)
        return f"{self._one_of(('', '', 'Other!'))}{column}{top}:{column}{top + count - 1}"

    def _any_range(self, rows: int = 0) -> str:
        return self._range(rows, COLUMNS)

    def _name(self, names: str) -> str:
        return self._one_of(names.split())

    def _number(self, depth: int = 0) -> str:
        if depth == 0:
            plain = str(self._random.randint(-20, 100)), f"{self._random.uniform(0, 50):.2f}", "5%"
            return self._one_of(
                (*plain, self._cell("whole", "decimal"), self._cell("small", "any", "date", "moment", "code"))
            )
        rows = self._random.randint(3, ROWS)
        inner, plain_inner = self._number(depth - 1), self._number()
        return self._one_of(
            (
                f"({inner}{self._one_of('+-*/')}{plain_inner})",
                f"{self._name(_OF_NUMBERS)}({inner})",
                f"{self._name('ROUND ROUNDUP ROUNDDOWN')}({inner},{self._one_of((0, 1, 2, -1))})",
                f"MOD({inner},{self._one_of((2, 7, '0.5', '5%'))})",
                f"{self._name(_OVER_RANGES)}({self._any_range()},{plain_inner})",
                f"{self._name('CORREL SLOPE COVAR SUMPRODUCT RSQ')}({self._range(rows)},{self._range(rows)})",
                f"{self._name('LARGE SMALL')}({self._any_range()},{self._random.randint(1, 3)})",
                f"COUNTIF({self._any_range()},{self._one_of(_CRITERIA)})",
                f"SUMIF({self._any_range(rows)},{self._one_of((*_CRITERIA, self._cell(*COLUMNS)))},{self._range(rows)})",
                f"AVERAGEIFS({self._range(rows)},{self._any_range(rows)},{self._one_of(_CRITERIA)},{self._range(rows)},\">0\")",
                f"IFERROR(MATCH({self._cell('whole', 'decimal', 'text')},{self._any_range()},{self._one_of((0, 0, 'FALSE'))}),0)",
                f"IFERROR(VLOOKUP({self._cell('text', 'whole')},C1:F{ROWS},{self._random.randint(1, 4)},FALSE),-1)",
                f"INDEX({self._any_range()},{self._random.randint(0, 3)})",
                f"IF({self._truth(depth - 1)},{inner},{plain_inner})",
                f"CHOOSE({self._random.randint(1, 2)},{inner},{plain_inner})",
                f"LEN({self._text(depth - 1)})",
                f"IFERROR(FIND(\"{self._one_of('aeb')}\",{self._cell('text')}{self._one_of(('', ',2'))}),0)",
                f"{self._name('YEAR MONTH DAY HOUR WEEKDAY ISOWEEKNUM')}({self._date(depth - 1)})",
                f"({self._date(depth - 1)}-{self._date()})",
                f'DATEDIF({self._cell("date")},50000,"{self._one_of(("d", "m", "y", "ym", "yd"))}")',
                f"SUBTOTAL({self._one_of((1, 2, 4, 5, 9, 109))},{self._range()})",
            )
        )  # fmt: skip

    def _text(self, depth: int = 0) -> str:
        if depth == 0:
            return self._one_of((self._cell("text"), self._cell("text", "any"), '"Beta"', '"a b"'))
        inner = self._text(depth - 1)
        return self._one_of(
            (
                f"{inner}&{self._one_of((self._text(), self._number()))}",
                f"{self._name(_OF_TEXTS)}({inner})",
                f"{self._name('LEFT RIGHT')}({inner},{self._random.randint(0, 4)})",
                f"MID({inner},{self._random.randint(1, 3)},2)",
                f'SUBSTITUTE({inner},"a",{self._text()})',
                f'TEXTJOIN("、",TRUE,{inner},{self._cell("whole")})',
                f'TEXT({self._number(depth - 1)},"{self._one_of(_FORMATS)}")',
                f'TEXT({self._cell("date", "moment")},"{self._one_of(("yyyy-mm-dd", "yyyy", "mm"))}")',
                f"IF({self._truth(depth - 1)},{inner},{self._text()})",
            )
        )

    def _truth(self, depth: int = 0) -> str:
        if depth == 0:
            sign = self._one_of(_COMPARE)
            return f"{self._cell('whole', 'decimal', 'small')}{sign}{self._cell('whole', 'decimal', 'small')}"
        return self._one_of(
            (
                f"{self._number(depth - 1)}{self._one_of(_COMPARE)}{self._number()}",
                f"{self._text()}{self._one_of(_COMPARE)}{self._text()}",
                f"{self._name('AND OR XOR')}({self._truth(depth - 1)},{self._truth()})",
                f"NOT({self._truth(depth - 1)})",
                f"{self._name('ISNUMBER ISTEXT ISBLANK ISERROR')}({self._one_of((self._cell(*COLUMNS), self._number(depth - 1)))})",
                f"EXACT({self._text()},{self._text()})",
            )
        )

    def _date(self, depth: int = 0) -> str:
        if depth == 0:
            return self._one_of(
                (
                    self._cell("date", "moment"),
                    f"DATE({self._random.randint(1990, 2040)},{self._random.randint(1, 14)},29)",
                )
            )
        return self._one_of(
            (f"{self._name('EDATE EOMONTH')}({self._date()},{self._random.randint(-9, 9)})", f"({self._date()}+{self._number()})")
        )  # fmt: skip
