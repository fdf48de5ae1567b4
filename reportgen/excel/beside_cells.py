"""Texts of a worksheet that are in no cell: in shapes, page headers and footers, prompts, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reportgen.excel.comments import read_comments
from reportgen.excel.drawings import drawing_parts
from reportgen.ooxml import Package
from reportgen.ooxml.xml import elements, local_name, parse, qn
from reportgen.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_CODES = regex(r'&(?:"[^"]*"|K(?:[0-9A-F]{6}|\d\d[+-]\d{3})|\d+|[A-Za-z])')
"""What a page header says in codes: fonts, sizes, colours, fields such as the page's number (ECMA-376 part 1, 18.3.1.46)."""


def texts_beside(package: Package, sheet_part: str) -> Iterator[str]:
    """All such texts, in the order of drawings, headers, prompts, comments."""
    for drawing in drawing_parts(package, sheet_part):
        if drawing in package:
            yield from _shapes(package, drawing)
    for holder in elements(package.read(sheet_part), qn("x:headerFooter")):
        yield from _in_headers(holder)
    yield from prompts_of(package.read(sheet_part))
    for comment in read_comments(package, sheet_part):
        if text := comment.text.text.strip():
            yield text


def prompts_of(data: bytes) -> Iterator[str]:
    """What a sheet whose part is ``data`` says when one enters its cells."""
    for entered in elements(data, qn("x:dataValidation")) if b"prompt=" in data else ():
        if text := (entered.get("prompt") or "").strip():
            yield text


def _in_headers(holder: _Element) -> Iterator[str]:
    for element in holder:
        for section in re.split(r"&[LCR](?![a-z])", element.text or ""):
            if text := _CODES.sub(" ", section.replace("&&", "＆")).strip():
                yield text


def _shapes(package: Package, drawing: str) -> Iterator[str]:
    for paragraph in _paragraphs(parse(package.read(drawing), drawing).root):
        if text := _text_of(paragraph).strip():
            yield text


def _paragraphs(drawing: _Element) -> Iterator[_Element]:
    for body in drawing.iter(qn("xdr:txBody")):
        yield from body


def _text_of(paragraph: _Element) -> str:
    return "".join(piece.text or "" for piece in paragraph.iter() if local_name(piece) == "t")


def with_texts_of(
    package: Package, sheet_part: str, other: Package, other_part: str, changes: Mapping[str, str]
) -> None:
    """Let page headers and footers be those of another sheet, and shapes say what ``changes`` has for their texts. Headers in which
    anything else than these texts is, and shapes and comments of people's own, stay as they are."""
    with package.edited(sheet_part) as root, other.copy().edited(other_part) as theirs:
        mine, new = root.find(qn("x:headerFooter")), theirs.find(qn("x:headerFooter"))
        if mine is not None and new is not None and set(_in_headers(mine)) <= changes.keys():
            mine[:] = list(new)
    for drawing in drawing_parts(package, sheet_part):
        if drawing not in package:
            continue
        with package.edited(drawing) as root:
            for paragraph in _paragraphs(root):
                text = _text_of(paragraph).strip()
                _say(paragraph, changes.get(text, text))


def _say(paragraph: _Element, text: str) -> None:
    """Let a shape's paragraph say ``text`` in the look of its first run."""
    if _text_of(paragraph).strip() == text:
        return
    pieces = [piece for piece in paragraph.iter() if local_name(piece) == "t"]
    for number, piece in enumerate(pieces):
        piece.text = "" if number else text
