"""Excel formulas of the formulas that figures carry: ``(a − b) ÷ b × 100`` becomes ``=(H5-J5)/J5*100``."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.calculations.figure_formula import FigureFormula, FormulaNotation, FormulaSign
from reportgen.ooxml.addresses import escaped_head
from reportgen.regex import regex
from reportgen.values import plain

_SIGNS = {
    FormulaSign.MINUS: "-",
    FormulaSign.TIMES: "*",
    FormulaSign.OVER: "/",
    FormulaSign.AT_MOST: "<=",
    FormulaSign.AT_LEAST: ">=",
}
"""Those that Excel writes otherwise than print."""
_WILDCARDS = regex(r"[~*?]")


def excel_formula(formula: FigureFormula, cells: Sequence[str]) -> str:
    """The formula over cells: the addresses of its inputs in their order."""
    by = FormulaNotation(
        cells.__getitem__,
        lambda number: plain(number.value),
        lambda sign: _SIGNS.get(sign, sign.printed),
    )
    return f"={formula.written(by)}"


def looked_up(table: str, wanted: str, key: str, key_cell: str, key_text: str) -> str:
    """Fetch column ``wanted`` of an Excel Table where column ``key`` holds the text of ``key_cell``.

    By id and not by address, so that sorting or filtering the data sheet changes nothing. MATCH takes ``~ * ?`` for
    wildcards; an id with one of them is escaped.
    """
    sought = key_cell
    for sign in dict.fromkeys(_WILDCARDS.findall(key_text)):
        sought = f'SUBSTITUTE({sought},"{sign}","~{sign}")'
    return f"=INDEX({table}[{escaped_head(wanted)}],MATCH({sought},{table}[{escaped_head(key)}],0))"
