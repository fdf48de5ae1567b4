"""Links that lead from figures to their rows in the list of figures. To who reads or changes the text they are not there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.content import figure_anchor
from reportgen.regex import regex
from reportgen.word.figure_marks import KEY, key_of_mark

_ANCHOR = figure_anchor(rf"(?P<key>{KEY})")
_LINK = regex(
    rf'(?P<start><w:hyperlink\b[^>]*?\bw:anchor="){_ANCHOR}(?P<rest>"[^>]*>)(?P<inside>.*?)</w:hyperlink>',
    re.DOTALL,
)
_ROW = regex(rf'<w:bookmarkStart\b[^>]*?\bw:name="{_ANCHOR}"')


def is_figure_link(anchor: str) -> bool:
    """Whether a link leads to a figure's row."""
    return re.fullmatch(_ANCHOR, anchor) is not None


def rows_in(parts: Iterable[str]) -> frozenset[str]:
    """The keys of the figures that have a row in the texts of a document's parts."""
    return frozenset(found["key"] for xml in parts for found in _ROW.finditer(xml))


def with_links(xml: str, rows: frozenset[str]) -> str:
    """A part's text in which each figure leads to its own row, and to nothing where it has none."""

    def link(found: re.Match[str]) -> str:
        key = key_of_mark(found["inside"]) or found["key"]
        if key not in rows:
            return found["inside"]
        return f"{found['start']}{figure_anchor(key)}{found['rest']}{found['inside']}</w:hyperlink>"

    return _LINK.sub(link, xml) if "<w:hyperlink" in xml else xml
