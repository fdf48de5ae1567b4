"""Writes names, categories and values into a designer's series: references and caches, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.content import ChartSeries
from reportgen.ooxml.addresses import SheetArea
from reportgen.ooxml.charts.designed import CATEGORIES, VALUES
from reportgen.ooxml.charts.series import number
from reportgen.ooxml.xml import clean, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

# What may stand before c:tx, c:cat and c:val in a series (CT_BarSer, CT_LineSer, CT_PieSer, …)
_BEFORE_NAME = {"idx", "order"}
_AFTER_VALUES = {"smooth", "shape", "bubbleSize", "bubble3D", "extLst"}


def write_name(series: _Element, name: str, cell: SheetArea) -> None:
    """``c:tx``: the series' name and the cell it stands in."""
    holder = _emptied(series, "tx")
    reference = _child(holder, "strRef")
    _child(reference, "f", str(cell))
    _text_cache(reference, (name,))


def write_categories(series: _Element, categories: tuple[str, ...], cells: SheetArea) -> None:
    """``c:cat`` (``c:xVal`` in a scatter chart): always as text, the way categories are shown."""
    holder = _emptied(series, _tag(series, CATEGORIES, of=VALUES))
    reference = _child(holder, "strRef")
    _child(reference, "f", str(cells))
    _text_cache(reference, categories)


def write_values(series: _Element, data: ChartSeries, cells: SheetArea) -> None:
    """``c:val`` (``c:yVal``). The designer's number format stays, unless it is none at all."""
    tag = _tag(series, VALUES)
    old_format = series.findtext(f"{qn(f'c:{tag}')}//{qn('c:formatCode')}") or "General"
    holder = _emptied(series, tag)
    reference = _child(holder, "numRef")
    _child(reference, "f", str(cells))
    cache = _child(reference, "numCache")
    _child(cache, "formatCode", data.number_format if old_format == "General" else old_format)
    _child(cache, "ptCount").set("val", str(len(data.values)))
    for at, value in enumerate(data.values):
        if value is not None:
            _point(cache, at, number(value))


def number_format_of(series: _Element) -> str:
    """The format in which the cached values are shown."""
    return series.findtext(f"{qn(f'c:{_tag(series, VALUES)}')}//{qn('c:formatCode')}") or "General"


def _text_cache(reference: _Element, texts: tuple[str, ...]) -> None:
    cache = _child(reference, "strCache")
    _child(cache, "ptCount").set("val", str(len(texts)))
    for at, text in enumerate(texts):
        _point(cache, at, clean(text).text)


def _point(cache: _Element, at: int, text: str) -> None:
    point = _child(cache, "pt")
    point.set("idx", str(at))
    _child(point, "v", text)


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
    locals_ = [str(child.tag).rpartition("}")[2] for child in series]
    if tag == "tx":
        return sum(1 for name in locals_ if name in _BEFORE_NAME)
    later = _AFTER_VALUES | ({"val", "yVal"} if tag in CATEGORIES else set())
    return next((at for at, name in enumerate(locals_) if name in later), len(locals_))


def _child(parent: _Element, tag: str, text: str | None = None) -> _Element:
    from lxml import etree

    child = etree.SubElement(parent, qn(f"c:{tag}"))
    child.text = text
    return child
