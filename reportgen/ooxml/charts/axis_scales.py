"""Scales of a chart's axes: what they say where they are not the usual ones, and new ones for a chart whose data changed."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.ooxml.xml import parse, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportgen.ooxml.package import Package

_SCALING = qn("c:scaling")


def scales_of(root: _Element) -> Iterator[str]:
    """Axes that begin or end at a number of their own, count by powers or run the other way, in the order of the part; then what
    else makes a chart read otherwise: values stacked, in other units, or shown by a format that makes other numbers of them."""
    yield from filter(None, map(_said, root.iter(_SCALING)))
    for grouping in root.iter(qn("c:grouping")):
        if "tacked" in (said := grouping.get("val") or ""):
            yield said
    for unit in root.iter(qn("c:builtInUnit"), qn("c:custUnit")):
        yield f"÷ {unit.get('val')}"
    for axis in root.iter(qn("c:valAx")):
        for shown in axis.iterfind(qn("c:numFmt")):
            if re.search(r'[0#?],+(?:[^0#?,]|$)|%|"[^"]*\w', code := shown.get("formatCode") or ""):
                yield code


def take_scales(package: Package, part: str, before: Sequence[str], now: tuple[Package, str]) -> None:
    """Let the axes of a chart that still have the scales it had ``before`` have those of the chart ``now``."""
    wanted = [one for one in parse(now[0].read(now[1]), now[1]).root.iter(_SCALING) if _said(one)]
    document = parse(package.read(part), part)
    new = dict(zip(before, wanted, strict=False)) if len(before) >= len(wanted) else {}
    for scaling in document.root.iter(_SCALING):
        if (scale := new.get(_said(scaling))) is not None:
            scaling[:] = [copy.deepcopy(child) for child in scale]
    package.write(part, document.to_bytes())


def _said(scaling: _Element) -> str:
    return ", ".join(
        value if name == "orientation" else f"{name} {value}"
        for name in ("min", "max", "logBase", "orientation")
        if (one := scaling.find(qn(f"c:{name}"))) is not None and (value := one.get("val") or "") != "minMax"
    )
