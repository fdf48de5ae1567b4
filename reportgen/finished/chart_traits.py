"""How a snapshot writes what makes a chart read otherwise: in short texts, the same since the first documents that were built."""

from __future__ import annotations

import re

from reportgen.ooxml.charts.axis_scales import Trait, axis_scale, axis_unit
from reportgen.ooxml.workbooks import whole_number
from reportgen.regex import regex

_NOTATION = {
    "trend-line": "trendline {kind}", "label-left-out": "without label {point}", "entry-left-out": "legend without {series}",
    "point-unseen": "point {point} unseen", "blanks-as-nought": "blanks zero", "series-on-axis": "series {series} on axis {axis}",
    "axis-unit": "÷ {unit}",
}  # fmt: skip
_NUMBERS, _FROM_NOUGHT = ("point", "series", "axis"), ("point", "series")
"""What is a number; and what is counted from 0 here, as the chart's part does."""
_SCALE = {"low": "min ", "high": "max ", "base": "logBase ", "turned": ""}
_SCALES = regex(
    r"(?=.)(?:min (?P<low>[^ ,]*))?(?:(?:^|, )max (?P<high>[^ ,]*))?(?:(?:^|, )logBase (?P<base>[^ ,]*))?(?:(?:^|, )(?P<turned>maxMin))?"
)


def written_trait(trait: Trait) -> str:
    """The text of a trait."""
    code, said = trait.code.removeprefix("ooxml."), dict(trait.parameters)
    if code == "axis-scale":
        return ", ".join(f"{name}{said[key]}" for key, name in _SCALE.items() if said[key])
    if code == "values-stacked":
        return f"{'percentS' if said['to_whole'] else 's'}tacked"
    if code in ("plot", "number-format"):
        return str(*said.values())
    return _NOTATION[code].format(
        **{key: value - 1 if key in _FROM_NOUGHT else value for key, value in said.items()}
    )


def read_trait(text: str) -> Trait:
    """The trait of a text."""
    if found := _SCALES.fullmatch(text):
        return axis_scale(**found.groupdict(default=""))
    if text.startswith("÷ "):
        return axis_unit(text[2:])
    if text.endswith("tacked"):
        return Trait("ooxml.values-stacked", to_whole=text.startswith("percent"))
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
