"""What a worksheet keeps from its reader, or shows otherwise than its cells say: struck or white text, joined cells, conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.ooxml.addresses import Range
from reportgen.ooxml.workbooks import whole_number
from reportgen.ooxml.xml import elements, is_on, parse, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml.sheet_cells import SheetCell

_SMALLEST = 3
"""Points of a font that can be read."""
_NO_FILLS = 2
"""How many fills of a workbook show no colour: the first two of each."""

SheetLook = tuple[str, tuple[int, int], str]
"""The name of a look, the cell it is of, and what is so."""


class StyleLooks:
    """The fonts of a workbook's cell formats and conditional formats that are not to be read."""

    def __init__(self, data: bytes) -> None:
        root = parse(data, "styles").root
        fonts = [_of_font(font) for font in root.iterfind(f"{qn('x:fonts')}/{qn('x:font')}")]
        self.cells = {
            number: look
            for number, style in enumerate(root.iterfind(f"{qn('x:cellXfs')}/{qn('x:xf')}"))
            if (look := _at(fonts, style.get("fontId")))
            and (look != "white" or whole_number(style.get("fillId")) < _NO_FILLS)
        }
        self.conditions = [_of_condition(one) for one in root.iterfind(f"{qn('x:dxfs')}/{qn('x:dxf')}")]


@lru_cache(maxsize=4)
def style_looks(data: bytes) -> StyleLooks:
    return StyleLooks(data)


def looks_of_sheet(
    data: bytes, cells: Mapping[tuple[int, int], SheetCell], styles: StyleLooks
) -> Iterator[SheetLook]:
    """All that is so of the sheet whose part is ``data``."""
    for place, cell in cells.items() if styles.cells else ():
        if look := styles.cells.get(cell.style):
            yield look, place, cell.text
    for merged in elements(data, qn("x:mergeCell")) if b"mergeCell" in data else ():
        area = Range.parse(merged.get("ref") or "A1")
        held = [place for place in cells if area.holds(*place)]
        if len(held) > 1:
            yield "joined", min(held), merged.get("ref") or ""
    for rules in elements(data, qn("x:conditionalFormatting")) if b"cfRule" in data else ():
        area = Range.parse((rules.get("sqref") or "A1").split()[0])
        for rule in rules.iterfind(qn("x:cfRule")):
            icons = rule.find(qn("x:iconSet"))
            shown = icons.get("iconSet") if icons is not None else _at(styles.conditions, rule.get("dxfId"))
            if shown:
                yield "condition", (area.top, area.left), shown


def _at(texts: list[str], number: str | None) -> str:
    at = whole_number(number) if number is not None else len(texts)
    return texts[at] if at < len(texts) else ""


def _of_font(font: _Element) -> str:
    struck, colour, size = (font.find(qn(f"x:{name}")) for name in ("strike", "color", "sz"))
    if struck is not None and is_on(struck.get("val") or "1"):
        return "struck"
    if colour is not None and (
        (colour.get("rgb") or "")[2:].upper() == "FFFFFF" or colour.get("theme") == "0"
    ):
        return "white"
    return "small" if size is not None and float(size.get("val") or 11) <= _SMALLEST else ""


def _of_condition(one: _Element) -> str:
    shown, font = one.find(qn("x:numFmt")), one.find(qn("x:font"))
    return (
        (shown.get("formatCode") or "") if shown is not None else _of_font(font) if font is not None else ""
    )
