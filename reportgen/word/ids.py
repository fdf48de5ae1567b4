"""Numbers that must be unique in a document: ids of drawings, bookmarks, content controls, notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from reportgen.regex import regex


class Numbers(Struct):
    """Numbers handed out in order; ``used`` gives the template's own, and is asked once the first is needed."""

    used: Callable[[], frozenset[int]] = frozenset
    last: int = 0
    _known: frozenset[int] | None = None

    def next(self) -> int:
        if self._known is None:
            self._known = self.used()
        self.last += 1
        while self.last in self._known:
            self.last += 1
        return self.last

    def __iter__(self) -> Iterator[int]:
        while True:
            yield self.next()


FIRST_CONTROL = 800_000_000
"""Content controls made here are numbered from this on, far from those that Word makes."""

_ONLY_ONCE = (
    regex(r' w14:(?:paraId|textId)="[^"]*"'),
    regex(r"<w:id w:val=\"-?\d+\"\s*/>(?=(?:(?!</?w:sdtPr>).)*</w:sdtPr>)", re.DOTALL),
)


def repeatable(xml: str) -> str:
    """XML that will be there several times, without what may be in a document only once and Word makes anew by itself."""
    if " w14:" in xml or "<w:id " in xml:
        for pattern in _ONLY_ONCE:
            xml = pattern.sub("", xml)
    return xml
