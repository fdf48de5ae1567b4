"""Which sheets hold formulas whose values are no longer true, because a sheet they look at was filled."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from reportgen.excel.template_sheet import TemplateSheet
from reportgen.ooxml.formulas import parse_formula
from reportgen.regex import regex

_VOLATILE = regex(r"\b(INDIRECT|OFFSET|NOW|TODAY|RAND|RANDBETWEEN|CELL|INFO)\(", re.IGNORECASE)


def stale_sheets(
    sheets: Sequence[TemplateSheet],
    names: Iterable[tuple[str, str, int | None]],
    filled: Collection[str],
    *,
    has_tables: bool = False,
) -> set[str]:
    """The sheets (names in lower case) that look, directly or by others, at one of ``filled``; names and Tables count."""
    looks_at = {sheet.name.lower(): _looks_at(sheet) for sheet in sheets}
    order = [sheet.name.lower() for sheet in sheets]
    through_names = has_tables or any(
        "{{" in text
        or any(sheet.lower() in filled for found in parse_formula(text).references for sheet in found.sheets)
        for _, text, _ in names
    )
    stale = set(filled)
    while True:
        more = {
            name
            for name, (seen, uses_names) in looks_at.items()
            if name not in stale and ((uses_names and through_names) or _sees(seen, stale, order))
        }
        if not more:
            return stale
        stale |= more


def _looks_at(sheet: TemplateSheet) -> tuple[set[tuple[str, ...]], bool]:
    """The sheets that formulas name (two for a 3-D reference), and whether any goes by a name, a Table or a volatile."""
    seen: set[tuple[str, ...]] = set()
    by_name = False
    for row in sheet.rows:
        for cell in row.cells:
            if cell.formula is None:
                continue
            formula = parse_formula(cell.formula.text)
            for reference in formula.references:
                if reference.sheets:
                    seen.add(tuple(name.lower() for name in reference.sheets))
            rest = "".join(part for part in formula.parts if isinstance(part, str))
            by_name = by_name or bool(_VOLATILE.search(rest)) or _uses_name(rest)
    return seen, by_name


def _uses_name(text: str) -> bool:
    bare = re.sub(r'"(?:[^"]|"")*"', "", text)
    return "[" in bare or bool(re.search(r"[^\W\d][\w.]*(?![\w.(])", re.sub(r"\b(TRUE|FALSE)\b", "", bare)))


def _sees(seen: set[tuple[str, ...]], stale: set[str], order: list[str]) -> bool:
    for names in seen:
        if len(names) == 2 and all(name in order for name in names):
            first, last = order.index(names[0]), order.index(names[1])
            if stale & set(order[first : last + 1]):
                return True
        elif stale & set(names):
            return True
    return False
