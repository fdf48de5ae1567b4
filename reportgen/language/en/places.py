"""Places of findings, in English."""

from __future__ import annotations

from reportgen.findings import Place

PARAGRAPH = r"(?:paragraph|para\.?|¶)\s*(\d+)"
"""How people name a paragraph by its number."""


def described(place: Place, part: str) -> str:
    """``observations.csv, row 12, column value``. ``part`` is the part of a document, in words."""
    parts = [text for text in (place.file, part) if text]
    if place.sheet:
        parts.append(f"sheet {place.sheet}")
    if place.row is not None and place.column is not None and place.column.isupper():
        parts.append(f"cell {place.column}{place.row}")
    else:
        if place.row is not None:
            parts.append(f"row {place.row}")
        elif place.record:
            parts.append(place.record)
        if place.column is not None:
            parts.append(f"column {place.column}")
    if place.line is not None:
        parts.append(f"line {place.line}")
    if place.paragraph is not None:
        parts.append(f"paragraph {place.paragraph}")
    return ", ".join(parts)
