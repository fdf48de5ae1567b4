"""Text of a Word paragraph that its reading leaves out: hidden runs, and equations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.ooxml.xml import local_name, qn
from reportgen.word import wml as n

if TYPE_CHECKING:
    from lxml.etree import _Element

_VANISH = f"{n.RPR}/{qn('w:vanish')}"
_EQUATION = qn("m:oMath")


def unseen_texts(paragraph: _Element) -> Iterator[str]:
    """The hidden text of a paragraph in one piece, then each of its equations."""
    hidden = [
        piece.text or ""
        for run in paragraph.iter(n.R)
        if n.ancestor(run, n.P) is paragraph and run.find(_VANISH) is not None
        for piece in run.iterfind(n.T)
    ]
    if text := "".join(hidden).strip():
        yield text
    for equation in paragraph.iter(_EQUATION):
        if n.ancestor(equation, n.P) is paragraph:
            pieces = (piece.text or "" for piece in equation.iter() if local_name(piece) == "t")
            if text := "".join(pieces).strip():
                yield text
