"""Excel formulas from the formulas that figures carry: ``(a − b) ÷ b × 100`` becomes ``=(H5-J5)/J5*100``.

The sign language is that of :mod:`reportgen.calculations.result`: inputs are letters in order, the rest is numbers,
``+ − × ÷ ^`` and brackets, with the precedence that Excel has too; a status is a comparison, ``a ≥ c``.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.ooxml.addresses import escaped_head
from reportgen.regex import regex

_TOKEN = regex(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<letter>[a-z])(?![a-z])|(?P<sign>[+−×÷^()<>≤≥-]))")
_SIGNS = {"−": "-", "×": "*", "÷": "/", "≤": "<=", "≥": ">="}
_WILDCARDS = regex(r"[~*?]")


class NotAFormulaError(ValueError):
    """A figure's formula says something that Excel cannot work out."""


def excel_formula(formula: str, cells: Mapping[str, str]) -> str:
    """``formula`` with each letter replaced by its cell. Raises :class:`NotAFormulaError` for anything else."""
    written, position = ["="], 0
    text = formula.strip()
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            raise NotAFormulaError(f"{formula!r} cannot be read from {text[position:]!r}")
        position = token.end()
        if letter := token["letter"]:
            if letter not in cells:
                raise NotAFormulaError(f"{formula!r} names {letter}, which is no input")
            written.append(cells[letter])
        else:
            written.append(_SIGNS.get(token["sign"], token["sign"]) if token["sign"] else token["number"])
    if len(written) == 1:
        raise NotAFormulaError("there is no formula")
    return "".join(written)


def is_live(formula: str) -> bool:
    """Whether Excel can work the formula out."""
    try:
        excel_formula(formula, dict.fromkeys("abcdefghijklmnopqrstuvwxyz", "A1"))
    except NotAFormulaError:
        return False
    return True


def looked_up(table: str, wanted: str, key: str, key_cell: str, key_text: str) -> str:
    """Fetch column ``wanted`` of an Excel Table where column ``key`` holds the text of ``key_cell``.

    By id and not by address, so that sorting or filtering the data sheet changes nothing. MATCH takes ``~ * ?`` for
    wildcards; an id with one of them is escaped.
    """
    sought = key_cell
    for sign in dict.fromkeys(_WILDCARDS.findall(key_text)):
        sought = f'SUBSTITUTE({sought},"{sign}","~{sign}")'
    return f"=INDEX({table}[{escaped_head(wanted)}],MATCH({sought},{table}[{escaped_head(key)}],0))"
