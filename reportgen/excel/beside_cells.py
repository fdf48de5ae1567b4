"""Texts of a worksheet that stand in no cell: in shapes, page headers and footers, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.excel.comments import read_comments
from reportgen.excel.drawings import drawing_parts
from reportgen.ooxml import Package
from reportgen.ooxml.xml import elements, local_name, parse, qn

_CODES = re.compile(r'&(?:"[^"]*"|K(?:[0-9A-F]{6}|\d\d[+-]\d{3})|\d+|[A-Za-z])')
"""What a page header says in codes: fonts, sizes, colours, fields such as the page's number (ECMA-376 part 1, 18.3.1.46)."""


def texts_beside(package: Package, sheet_part: str) -> Iterator[str]:
    """All such texts, in the order of drawings, headers, comments."""
    for drawing in drawing_parts(package, sheet_part):
        if drawing in package:
            yield from _shapes(package, drawing)
    for holder in elements(package.read(sheet_part), qn("x:headerFooter")):
        for element in holder:
            for section in re.split(r"&[LCR](?![a-z])", element.text or ""):
                if text := _CODES.sub(" ", section.replace("&&", "＆")).strip():
                    yield text
    for comment in read_comments(package, sheet_part):
        if text := comment.text.text.strip():
            yield text


def _shapes(package: Package, drawing: str) -> Iterator[str]:
    for body in parse(package.read(drawing), drawing).root.iter(qn("xdr:txBody")):
        for paragraph in body:
            pieces = (piece.text or "" for piece in paragraph.iter() if local_name(piece) == "t")
            if text := "".join(pieces).strip():
                yield text
