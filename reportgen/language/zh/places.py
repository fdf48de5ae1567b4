"""Places of findings, in Chinese."""

from __future__ import annotations

from reportgen.findings import Place

PARAGRAPH = r"第?\s*(\d+)\s*段"
"""How people name a paragraph by its number."""


def described(place: Place, part: str) -> str:
    """observations.csv，第12行，value列. ``part`` is the part of a document, in words."""
    parts = [text for text in (place.file, part) if text]
    if place.sheet:
        parts.append(f"工作表“{place.sheet}”")
    if place.row is not None and place.column is not None and place.column.isupper():
        parts.append(f"单元格 {place.column}{place.row}")
    else:
        if place.row is not None:
            parts.append(f"第{place.row}行")
        elif place.record:
            parts.append(place.record)
        if place.column is not None:
            parts.append(f"{place.column}列")
    if place.line is not None:
        parts.append(f"第{place.line}行")
    if place.paragraph is not None:
        parts.append(f"第{place.paragraph}段")
    return "，".join(parts)
