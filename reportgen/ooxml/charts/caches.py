"""Caches of charts: the names, categories and values that a chart shows without asking its workbook.

Written into a designer's series with their references, made as XML for new charts, rewritten point by point, and read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.content import ChartSeries
from reportgen.ooxml.addresses import SheetArea
from reportgen.ooxml.charts.designed import CATEGORIES, VALUES
from reportgen.ooxml.xml import clean, escape_text, local_name, qn
from reportgen.values import plain

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml.sheet_cells import SheetCell

VALUE_REFERENCES = (qn("c:numRef"), qn("c:strRef"), qn("c:multiLvlStrRef"))
"""What holds a formula and the cache of its cells."""

# What may be before c:tx, c:cat and c:val in a series (CT_BarSer, CT_LineSer, CT_PieSer, …)
_BEFORE_NAME = {"idx", "order"}
_AFTER_VALUES = {"smooth", "shape", "bubbleSize", "bubble3D", "extLst"}


def write_name(series: _Element, name: str, cell: SheetArea) -> None:
    """``c:tx``: the series' name and the cell it is in."""
    holder = _emptied(series, "tx")
    reference = _child(holder, "strRef")
    _child(reference, "f", str(cell))
    _text_cache(reference, (name,))


def _format_of(series: _Element, tag: str) -> str:
    return series.findtext(f"{qn(f'c:{tag}')}//{qn('c:formatCode')}") or "General"


def write_categories(
    series: _Element, categories: tuple[str, ...] | tuple[Decimal, ...], cells: SheetArea
) -> None:
    """``c:cat`` (``c:xVal`` in a scatter chart): text, the way categories are shown, or numbers along an axis of numbers."""
    tag = _tag(series, CATEGORIES, of=VALUES)
    old_format = _format_of(series, tag)
    holder = _emptied(series, tag)
    numbers = [plain(category) for category in categories if isinstance(category, Decimal)]
    if numbers:
        numeric = _child(holder, "numRef")
        _child(numeric, "f", str(cells))
        cache = _child(numeric, "numCache")
        _child(cache, "formatCode", old_format)
        set_points(cache, numbers)
        return
    reference = _child(holder, "strRef")
    _child(reference, "f", str(cells))
    _text_cache(reference, [str(category) for category in categories])


def write_values(series: _Element, data: ChartSeries, cells: SheetArea) -> None:
    """``c:val`` (``c:yVal``). The designer's number format stays, unless it is none at all."""
    tag = _tag(series, VALUES)
    old_format = _format_of(series, tag)
    holder = _emptied(series, tag)
    reference = _child(holder, "numRef")
    _child(reference, "f", str(cells))
    cache = _child(reference, "numCache")
    _child(cache, "formatCode", data.number_format if old_format == "General" else old_format)
    set_points(cache, [None if value is None else plain(value) for value in data.values])


def write_sizes(series: _Element, data: ChartSeries) -> None:
    """``c:bubbleSize``: kept in the chart itself."""
    literal = _child(_emptied(series, "bubbleSize"), "numLit")
    _child(literal, "formatCode", "General")
    set_points(literal, [None if value is None else plain(value) for value in data.values])


def number_format_of(series: _Element) -> str:
    """The format in which the cached values are shown."""
    return series.findtext(f"{qn(f'c:{_tag(series, VALUES)}')}//{qn('c:formatCode')}") or "General"


def set_points(cache: _Element, texts: Sequence[str | None]) -> None:
    """Let a cache hold these points; ``None`` is a point that is missing, which ``c:dispBlanksAs`` turns into a gap."""
    from lxml import etree

    for point in cache.findall(qn("c:pt")):
        cache.remove(point)
    count = cache.find(qn("c:ptCount"))
    if count is None:
        count = etree.Element(qn("c:ptCount"))
        cache.insert(1 if cache.find(qn("c:formatCode")) is not None else 0, count)
    count.set("val", str(len(texts)))
    cache[cache.index(count) + 1 : cache.index(count) + 1] = list(_points(texts))


def renew_points(reference: _Element, cells: Sequence[SheetCell | None]) -> None:
    """Let the cache of a reference hold what its cells show; a cache of numbers nothing else."""
    for name, numeric in (("c:numCache", True), ("c:strCache", False)):
        cache = reference.find(qn(name))
        if cache is not None:
            set_points(cache, [_shown(cell, numeric) for cell in cells])


def renew_levels(reference: _Element, levels: Sequence[Sequence[SheetCell | None]]) -> None:
    """Let the cache of categories in several levels hold what these cells show, the innermost level first."""
    from lxml import etree

    cache = reference.find(qn("c:multiLvlStrCache"))
    if cache is None:
        return
    for level in cache.findall(qn("c:lvl")):
        cache.remove(level)
    count = cache.find(qn("c:ptCount"))
    if count is not None:
        count.set("val", str(len(levels[0]) if levels else 0))
    at = 0 if count is None else cache.index(count) + 1
    for cells in reversed(levels):
        level = etree.Element(qn("c:lvl"))
        level.extend(_points([_shown(cell) for cell in cells]))
        cache.insert(at, level)


def renew_extended(data: _Element, cells: Sequence[SheetCell | None]) -> None:
    """The same in a chart of the newer kinds: ``cx:lvl`` for a series' values, ``cx:v`` for its name."""
    from lxml import etree

    numeric = data.tag == qn("cx:numDim")
    name, levels = data.find(qn("cx:v")), data.findall(qn("cx:lvl"))
    if name is not None:
        name.text = " ".join(cell.text for cell in cells if cell is not None)
    if len(levels) == 1:
        levels[0].set("ptCount", str(len(cells)))
        levels[0][:] = []
        for index, cell in enumerate(cells):
            if (text := _shown(cell, numeric)) is not None:
                etree.SubElement(levels[0], qn("cx:pt"), idx=str(index)).text = text
    elif levels:  # more than one level of categories: Excel reads them anew
        for level in levels:
            data.remove(level)


def _shown(cell: SheetCell | None, numeric: bool = False) -> str | None:
    """The text of a cell, of a ``numeric`` cache only that of a number."""
    return None if cell is None or (numeric and cell.kind != "number") else cell.text


def points_of(holder: _Element | None) -> list[str | None]:
    """The cached texts by index; of a cache with several levels the innermost."""
    if holder is None:
        return []
    level = next(holder.iter(qn("c:lvl")), holder)
    found = {int(point.get("idx") or 0): point.findtext(qn("c:v")) for point in level.iter(qn("c:pt"))}
    count = next(holder.iter(qn("c:ptCount")), None)
    length = int(count.get("val") or 0) if count is not None else max(found, default=-1) + 1
    return [found.get(at) for at in range(length)]


def text_cache(texts: Sequence[str]) -> str:
    """``c:strCache`` of a new chart."""
    return f"<c:strCache>{_points_xml([escape_text(clean(text).text) for text in texts])}</c:strCache>"


def number_cache(series: ChartSeries) -> str:
    """``c:numCache`` of a new chart."""
    points = _points_xml([None if value is None else plain(value) for value in series.values])
    return (
        f"<c:numCache><c:formatCode>{escape_text(series.number_format)}</c:formatCode>{points}</c:numCache>"
    )


def _text_cache(reference: _Element, texts: Sequence[str]) -> None:
    set_points(_child(reference, "strCache"), [clean(text).text for text in texts])


def _points(texts: Sequence[str | None]) -> Iterator[_Element]:
    from lxml import etree

    for at, text in enumerate(texts):
        if text is not None:
            point = etree.Element(qn("c:pt"), idx=str(at))
            etree.SubElement(point, qn("c:v")).text = text
            yield point


def _points_xml(texts: Sequence[str | None]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{text}</c:v></c:pt>' for at, text in enumerate(texts) if text is not None
    )
    return f'<c:ptCount val="{len(texts)}"/>{points}'


def _tag(series: _Element, tags: tuple[str, ...], of: tuple[str, ...] = ()) -> str:
    """Which of two tags this sort of series has; where neither is there, the one that goes with ``of``."""
    for tag in tags:
        if series.find(qn(f"c:{tag}")) is not None:
            return tag
    return tags[1] if any(series.find(qn(f"c:{tag}")) is not None for tag in of[1:]) else tags[0]


def _emptied(series: _Element, tag: str) -> _Element:
    """The child ``tag`` without content; a new one comes where the schema wants it."""
    from lxml import etree

    holder = series.find(qn(f"c:{tag}"))
    if holder is not None:
        for child in list(holder):
            holder.remove(child)
        holder.text = None
        return holder
    holder = etree.Element(qn(f"c:{tag}"))
    series.insert(_place(series, tag), holder)
    return holder


def _place(series: _Element, tag: str) -> int:
    locals_ = [local_name(child) for child in series]
    if tag == "tx":
        return sum(1 for name in locals_ if name in _BEFORE_NAME)
    later = _AFTER_VALUES | ({"val", "yVal"} if tag in CATEGORIES else set())
    return next((at for at, name in enumerate(locals_) if name in later), len(locals_))


def _child(parent: _Element, tag: str, text: str | None = None) -> _Element:
    from lxml import etree

    child = etree.SubElement(parent, qn(f"c:{tag}"))
    child.text = text
    return child
