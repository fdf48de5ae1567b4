"""Statements moved to where they act: out of the text they were typed in, to between the runs, rows or paragraphs.

Once every plain statement is between runs, what lies between its two ends is whole runs, however the paragraph is
formatted, and no empty run is left where it was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.word import wml as n
from reportgen.word.split_tags import MARK

if TYPE_CHECKING:
    from lxml.etree import _Element


def instruction(number: int) -> _Element:
    """A mark that may be between elements: a processing instruction."""
    from lxml import etree

    return etree.ProcessingInstruction("tag", str(number))


def replace_by_marks(element: _Element, numbers: Iterable[int]) -> None:
    """Let tags take the place of the row, cell or paragraph they are in. A section break in it is kept behind them."""
    instructions = [instruction(number) for number in numbers]
    for one in instructions:
        element.addprevious(one)
    if element.tag == n.P and instructions:
        _keep_bookmarks(element, instructions[0])
    section = element.find(f"{n.PPR}/{n.SECTION}")
    if section is not None:
        for child in list(element):
            if child.tag != n.PPR:
                element.remove(child)
        return
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _keep_bookmarks(paragraph: _Element, first: _Element) -> None:
    """Bookmarks of a paragraph that only directs: they begin before its statements and end behind them."""
    for bookmark in list(paragraph.iterchildren(n.BOOKMARK_START, n.BOOKMARK_END)):
        bookmark.tail = None
        (first if bookmark.tag == n.BOOKMARK_START else paragraph).addprevious(bookmark)


def split_at_statements(run: _Element, is_statement: Callable[[int], bool]) -> None:
    """Split a run at each statement marked in its text; parts that would show nothing are left out."""
    if not any(_statements_in(child.text, is_statement) for child in run.iterchildren(n.T)):
        return
    properties = run.find(n.RPR)
    pieces: list[_Element] = []
    current = _empty_like(run, properties)
    for child in list(run):
        if child is properties:
            continue
        if child.tag != n.T or not _statements_in(child.text, is_statement):
            current.append(child)
            continue
        for text, number in _split(child.text or "", is_statement):
            if text:
                current.append(_text_like(child, text))
            if number is not None:
                pieces += [current, instruction(number)]
                current = _empty_like(run, properties)
    pieces.append(current)
    for piece in pieces:
        if piece.tag != n.R or not n.is_blank_run(piece):
            run.addprevious(piece)
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _statements_in(text: str | None, is_statement: Callable[[int], bool]) -> bool:
    return bool(text) and any(is_statement(int(found[1])) for found in MARK.finditer(text or ""))


def _split(text: str, is_statement: Callable[[int], bool]) -> list[tuple[str, int | None]]:
    """``text`` cut at its statements: (text before, the statement's number), the rest last with ``None``."""
    cut: list[tuple[str, int | None]] = []
    position = 0
    for found in MARK.finditer(text):
        number = int(found[1])
        if is_statement(number):
            cut.append((text[position : found.start()], number))
            position = found.end()
    return [*cut, (text[position:], None)]


def _empty_like(run: _Element, properties: _Element | None) -> _Element:
    from lxml import etree

    twin = etree.Element(n.R, {str(name): str(value) for name, value in run.attrib.items()})
    if properties is not None:
        twin.append(deepcopy(properties))
    return twin


def _text_like(element: _Element, text: str) -> _Element:
    twin = deepcopy(element)
    twin.text = text
    twin.tail = None
    twin.set(n.SPACE, "preserve")
    return twin
