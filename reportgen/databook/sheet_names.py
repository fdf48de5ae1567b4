"""Names of sheets and Excel Tables: legal, short enough, unique, in the pack's language."""

from __future__ import annotations

from reportgen.regex import regex

LONGEST_SHEET_NAME = 31
_ILLEGAL_IN_SHEET_NAME = regex(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = {"history"}  # Excel keeps this name for itself
_ILLEGAL_IN_TABLE_NAME = regex(r"[^\w.]")
_LOOKS_LIKE_A_CELL = regex(r"(?i)([a-z]{1,3}\d+|r\d*c\d*|[rc])")


class SheetNames:
    """Gives out names and remembers them, so that none comes twice (Excel does not tell case apart)."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def sheet(self, wanted: str) -> str:
        """A legal name for a sheet, as near to ``wanted`` as Excel allows."""
        name = _ILLEGAL_IN_SHEET_NAME.sub(" ", wanted).strip().strip("'").strip() or "Sheet"
        if name.casefold() in _RESERVED:
            name = f"{name} 1"
        return self._unique(name, "sheet:", " ", LONGEST_SHEET_NAME)

    def table(self, wanted: str) -> str:
        """A legal name for an Excel Table or a defined name: letters (Chinese ones too), digits, underscores."""
        name = _ILLEGAL_IN_TABLE_NAME.sub("_", wanted).strip("_") or "Table"
        if name[0].isdigit() or name[0] == "." or _LOOKS_LIKE_A_CELL.fullmatch(name):
            name = f"_{name}"
        return self._unique(name, "table:", "_", 255)

    def _unique(self, name: str, space: str, joint: str, longest: int) -> str:
        candidate, number = name[:longest].rstrip(), 1
        while space + candidate.casefold() in self._taken:
            number += 1
            ending = f"{joint}{number}"
            candidate = name[: longest - len(ending)].rstrip() + ending
        self._taken.add(space + candidate.casefold())
        return candidate


def unique_heads(heads: list[str]) -> list[str]:
    """Heads for an Excel Table: none empty, none twice."""
    seen: set[str] = set()
    given: list[str] = []
    for position, head in enumerate(heads, start=1):
        name = " ".join(head.split()) or f"({position})"
        candidate, number = name, 1
        while candidate.casefold() in seen:
            number += 1
            candidate = f"{name} ({number})"
        seen.add(candidate.casefold())
        given.append(candidate)
    return given
