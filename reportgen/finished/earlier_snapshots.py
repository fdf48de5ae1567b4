"""What snapshots of earlier versions say in a notation of their own: what makes a chart read otherwise was a text for each trait, several
in one attribute. It is read here and nowhere else, and no document is written so any more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.ooxml.charts.axis_scales import Trait, axis_scale, axis_unit
from reportgen.ooxml.workbooks import whole_number
from reportgen.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTATION = {
    "trend-line": "trendline {kind}", "label-left-out": "without label {point}", "entry-left-out": "legend without {series}",
    "point-unseen": "point {point} unseen", "blanks-as-nought": "blanks zero", "series-on-axis": "series {series} on axis {axis}",
}  # fmt: skip
_NUMBERS, _FROM_NOUGHT = ("point", "series", "axis"), ("point", "series")
"""What is a number; and what was counted from 0, as the chart's part does."""
_SCALES = regex(
    r"(?=.)(?:min (?P<low>[^ ,]*))?(?:(?:^|, )max (?P<high>[^ ,]*))?(?:(?:^|, )logBase (?P<base>[^ ,]*))?(?:(?:^|, )(?P<turned>maxMin))?"
)
_BETWEEN = "; "


def earlier_traits(chart: _Element, name: str) -> tuple[Trait, ...] | None:
    """The ``scales`` or the ``drawing`` of a chart, from its attribute, or from elements where a text held what parts them.

    ``None`` where the chart says nothing of them.
    """
    joined = chart.get(name)
    if joined is None:
        return None
    texts = [one.text or "" for one in chart.iterfind(f"{{*}}{name}")] or joined.split(_BETWEEN)
    return tuple(earlier_trait(text) for text in texts if text)


def earlier_trait(text: str) -> Trait:
    """The trait of a text; what is none of the others was a number format."""
    if found := _SCALES.fullmatch(text):
        return axis_scale(**found.groupdict(default=""))
    if text.startswith("÷ "):
        return axis_unit(text[2:])
    if found := re.fullmatch("(percentS|s)tacked", text):
        return Trait("ooxml.values-stacked", to_whole=found[1] == "percentS")
    if re.fullmatch(r"\w+Chart", text):
        return Trait("ooxml.plot", kind=text)
    for code, form in _NOTATION.items():
        if found := re.fullmatch(re.sub(r"{(\w+)}", r"(?P<\1>.*)", form), text):
            said = found.groupdict()
            numbers = {
                key: whole_number(said[key]) + (key in _FROM_NOUGHT) for key in said if key in _NUMBERS
            }
            return Trait(f"ooxml.{code}", **(said | numbers))
    return Trait("ooxml.number-format", format=text)
