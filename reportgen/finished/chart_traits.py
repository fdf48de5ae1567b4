"""How a snapshot holds what makes a chart read otherwise: an element a trait, named by its code, with an attribute a parameter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reportgen.ooxml.charts.axis_scales import Trait
from reportgen.ooxml.xml import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_SUBJECT = "ooxml."
_PARAMETERS = {
    "axis-scale": ("low", "high", "base", "turned"),
    "values-stacked": ("to_whole",),
    "axis-unit": ("unit",),
    "number-format": ("format",),
    "trend-line": ("kind",),
    "label-left-out": ("point",),
    "entry-left-out": ("series",),
    "plot": ("kind",),
    "point-unseen": ("point",),
    "blanks-as-nought": (),
    "series-on-axis": ("series", "axis"),
}
_FLAG = "to_whole"
_NO_TEXT: dict[str, Callable[[str], Any]] = {_FLAG: bool, "point": int, "series": int, "axis": int}
"""The parameters that are no texts, and how they are read of their attribute."""


def written_trait(trait: Trait) -> tuple[str, dict[str, str]]:
    """The name of a trait's element and its attributes; an empty one says no."""
    attributes = {
        name: ("1" if value else "") if name == _FLAG else str(value) for name, value in trait.parameters
    }
    return trait.code.removeprefix(_SUBJECT), attributes


def read_trait(element: _Element) -> Trait:
    """The trait of an element. Raises ``KeyError`` for one that there is not, ``ValueError`` for a number that is none."""
    code = local_name(element)
    said = {name: _NO_TEXT.get(name, str)(element.get(name, "")) for name in _PARAMETERS[code]}
    return Trait(f"{_SUBJECT}{code}", **said)
