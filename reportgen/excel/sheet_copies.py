"""A worksheet copied within its workbook: its part, and the drawings, charts, comments and Tables that are its own."""

from __future__ import annotations

import re

from reportgen.ooxml import Package
from reportgen.ooxml.relationships import (
    CHART,
    CHART_COLOURS,
    CHART_EX,
    CHART_STYLE,
    COMMENTS,
    CONTROL_PROPERTIES,
    DRAWING,
    PIVOT_TABLE,
    TABLE,
    THREADED_COMMENTS,
    VML_DRAWING,
)
from reportgen.ooxml.workbooks import whole_number
from reportgen.ooxml.xml import parse, qn

_OWN = {
    DRAWING,
    CHART,
    CHART_EX,
    CHART_STYLE,
    CHART_COLOURS,
    TABLE,
    COMMENTS,
    VML_DRAWING,
    THREADED_COMMENTS,
    CONTROL_PROPERTIES,
}
"""Relationships to parts that serve one sheet only; pictures and printer settings may be shared."""
_LEFT_OUT = (
    PIVOT_TABLE,
    "http://schemas.microsoft.com/office/2007/relationships/slicer",
    "http://schemas.microsoft.com/office/2011/relationships/timeline",
)
"""What Excel has on one sheet only: copies go without."""


def copy_sheet(package: Package, part: str) -> str:
    """Copy a worksheet part of the template; give the copy's name."""
    return _copied(package, part, {})


def own_tables(package: Package, sheet_part: str, number: int) -> dict[str, str]:
    """Give the Tables on a copied sheet ids and names of their own; old name (in lower case) to new."""
    renamed: dict[str, str] = {}
    for relationship in package.relationships(sheet_part).by_type(TABLE):
        highest = _highest_table_id(package)
        with package.edited(relationship.part) as root:
            name = root.get("displayName") or root.get("name") or "Table"
            fresh = f"{name}_{number}"
            root.set("id", str(highest + 1))
            root.set("name", fresh)
            root.set("displayName", fresh)
            for formula in root.iter(qn("x:calculatedColumnFormula"), qn("x:totalsRowFormula")):
                if formula.text:
                    formula.text = re.sub(rf"(?<![\w.]){re.escape(name)}\[", f"{fresh}[", formula.text)
            renamed[name.lower()] = fresh
    return renamed


def _copied(package: Package, part: str, made: dict[str, str]) -> str:
    if part in made:
        return made[part]
    stem, _, suffix = part.rpartition(".")
    fresh = package.free_name(re.sub(r"\d*$", "", stem).replace("{", "").replace("}", "") + "{}." + suffix)
    content_type = package.content_type(part)
    if content_type is not None:
        package.add(fresh, package.read(part), content_type)
    else:
        package.write(fresh, package.read(part))
    made[part] = fresh
    from reportgen.ooxml.relationships import relationships_part

    rels = relationships_part(part)
    if rels in package:
        package.write(relationships_part(fresh), package.read(rels))
        relationships = package.relationships(fresh)
        for found in list(relationships):
            if found.type in _LEFT_OUT:
                relationships.remove(found.id)
            elif found.type in _OWN:
                relationships.retarget(found.id, _copied(package, found.part, made))
    return fresh


def _highest_table_id(package: Package) -> int:
    tables = (name for name in package.names() if "/tables/" in name and name.endswith(".xml"))
    return max((whole_number(parse(package.read(name), name).root.get("id")) for name in tables), default=0)
