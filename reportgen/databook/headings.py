"""Names the data book's headings as Excel's own cell styles, so that people find them and screen readers announce them."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Literal

from reportgen.ooxml import Package
from reportgen.ooxml.xml import parse, qn

Heading = Literal["Title", "Heading 1", "Heading 2"]
_BUILT_IN: Mapping[str, str] = {"Title": "15", "Heading 1": "16", "Heading 2": "17"}
"""Excel's numbers of its own cell styles (ISO/IEC 29500-1, 18.8.7)."""
_PART = "xl/styles.xml"


def name_headings(package: Package, headings: Mapping[int, Heading]) -> None:
    """Give cell formats (by their index) the cell style of a heading. XlsxWriter has no cell styles of its own."""
    document = parse(package.read(_PART), _PART)
    bases, formats, styles = (
        document.root.find(qn(f"x:{name}")) for name in ("cellStyleXfs", "cellXfs", "cellStyles")
    )
    if bases is None or formats is None or styles is None:
        raise ValueError(_PART)
    known: dict[Heading, int] = {}
    for index, name in sorted(headings.items()):
        form = formats[index]
        if name not in known:
            base = deepcopy(form)
            if "xfId" in base.attrib:
                del base.attrib["xfId"]
            known[name] = len(bases)
            bases.append(base)
            style = deepcopy(styles[0])
            style.attrib.update({"name": name, "xfId": str(known[name]), "builtinId": _BUILT_IN[name]})
            styles.append(style)
        form.set("xfId", str(known[name]))
    for counted in (bases, styles):
        counted.set("count", str(len(counted)))
    package.write(_PART, document.to_bytes())
