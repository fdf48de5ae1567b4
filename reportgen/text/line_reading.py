"""A line of a finished text read again, without the digits that are no figures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.content import LineReading

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")
_LIST_NUMBER = re.compile(r"\s*(?:#+\s+)?\d+(?:\.\d+)*[.)、．]\s*(?=\D)")


def without(number: int, text: str, covered: Iterable[str], *, is_row: bool) -> LineReading:
    """A line with its words. Numbers of a list, addresses and the texts ``covered``, in their order, are no figures."""
    spans = [at.span() for at in _ADDRESS.finditer(text)]
    if listed := _LIST_NUMBER.match(text):
        spans.append(listed.span())
    position = 0
    for words in covered:
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            spans.append((start, position))
    return LineReading(number, text, tuple(sorted(spans)), is_row)
