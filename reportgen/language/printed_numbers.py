"""A cell's number, as its table shows it: ``1,234.5``, ``－3.1``, ``(12)``, ``8273.1①``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from reportgen.language.footnote_marks import cell_without_marks
from reportgen.record import Record
from reportgen.regex import regex

_PLAIN = regex(r"-?\d+(?:\.\d+)?")
_GROUPED = regex(r"-?\d{1,3}(?:[,' \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?")
_BRACKETED = regex(r"\((\d[\d,. ]*)\)")
_MINUS = str.maketrans({"−": "-", "－": "-", "–": "-", "＋": "+"})
_FLOAT_DIGITS = 16
"""Digits from which a number in a text file is a float's own writing: 84.0005 where 84 was meant."""
_TAIL = 3
"""How many digits fewer the 15 that a float is good for must need, before its tail is left out."""


class PrintedNumber(Record):
    """The digits of a number and the OBS_STATUS that a mark beside it stands for."""

    text: str
    status: str = ""

    @property
    def value(self) -> Decimal:
        return Decimal(self.text)


def printed_number(text: str, marks: Mapping[str, str] = MappingProxyType({})) -> PrintedNumber | None:
    """The number that a cell shows, or ``None`` where it shows none.

    ``marks`` are signs after a number that a recipe knows, with the status that each stands for; footnote marks are
    never digits.
    """
    if _PLAIN.fullmatch(text):
        return PrintedNumber(text if len(text) < _FLOAT_DIGITS else _without_tail(text))
    return _written_number(text, marks)


def is_percentage(text: str) -> bool:
    """Whether a sign of percent is after a number."""
    if text[-1:].isdecimal():
        return False
    return unicodedata.normalize("NFKC", cell_without_marks(text.strip())).rstrip().endswith("%")


def _written_number(text: str, marks: Mapping[str, str]) -> PrintedNumber | None:
    bare = text.strip("\u200b\ufeff \t\r\n\u00a0\u3000")
    status = ""
    for mark, meaning in marks.items():
        if mark and bare.endswith(mark):
            bare, status = bare.removesuffix(mark).rstrip(), meaning
            break
    bare = unicodedata.normalize("NFKC", cell_without_marks(bare).translate(_MINUS)).strip()
    bare = bare.removesuffix("%").rstrip().removeprefix("+")
    if bracketed := _BRACKETED.fullmatch(bare):
        bare = f"-{bracketed[1]}"
    bare = re.sub(r"^-\s+", "-", bare)
    if _GROUPED.fullmatch(bare):
        bare = re.sub(r"[^\d.-]", "", bare)
    if bare.startswith((".", "-.")):
        bare = bare.replace(".", "0.", 1)
    if not _PLAIN.fullmatch(bare):
        return None
    return PrintedNumber(_without_tail(bare), status)


def _without_tail(text: str) -> str:
    """``3014651610684.0005`` is 3014651610684: what is left of arithmetic on floats is no digit of a table's."""
    digits = text.lstrip("-").replace(".", "").lstrip("0")
    if len(digits) < _FLOAT_DIGITS or "." not in text:
        return text
    short = format(Decimal(text), ".15g")
    if "e" in short.lower():
        return text
    short = short.rstrip("0").rstrip(".") if "." in short else short
    return short if len(short) <= len(text) - _TAIL else text
