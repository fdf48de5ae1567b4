"""Things that a tag asks for by a function: cross-references, footnotes and endnotes, page breaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of a caption elsewhere in the document, by the name of its table or chart: ``表3``."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote at this place, or an endnote; ``content`` is whatever a tag may show inside a line."""

    content: Any
    at_end: bool = False

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page from here."""

    def __str__(self) -> str:
        return ""
