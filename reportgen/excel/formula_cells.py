"""Formulas that wait until every row has its place, and the XML of their cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.excel.calculation import CachedValue
from reportgen.excel.cells import escaped_value
from reportgen.excel.formulas import Home, SheetMap, moved
from reportgen.excel.sheet import FormulaText
from reportgen.ooxml import xml
from reportgen.ooxml.cell_texts import escaped
from reportgen.ooxml.formulas import Formula, parse_formula


@dataclass(frozen=True, slots=True)
class WaitingFormula:
    """A formula to be moved once all maps are known."""

    formula: Formula
    text: FormulaText
    row: int
    column: int
    output_column: int
    cached: CachedValue | None


def formula_xml(
    waiting: WaitingFormula, text: str, home: Home, maps: Mapping[str, SheetMap], value: CachedValue | None
) -> str:
    """The rest of a formula cell's XML after its style: type, formula and value."""
    text = escaped(text)
    kept = waiting.text
    attributes = ""
    if kept.kind:
        area = moved_area(kept.area, home, maps)
        attributes = f' t="{kept.kind}" ref="{area}"'
        for name, said in kept.attributes:
            if name in ("r1", "r2"):
                said = moved(parse_formula(said), home, maps)
            attributes += f' {name}="{xml.escape_attribute(said)}"'
    kind, cached = value or ("", "")
    typed = f' t="{kind}"' if kind and kind != "n" else ""
    shown = f"<v>{escaped_value(cached)}</v>" if value is not None else ""
    if not kept.kind and not text:
        return f"{typed}>{shown}</c>" if shown else "/>"
    body = f"<f{attributes}>{text}</f>" if text else f"<f{attributes}/>"
    return f"{typed}>{body}{shown}</c>"


def moved_area(area: str, home: Home, maps: Mapping[str, SheetMap]) -> str:
    """The area an array formula fills, in the pass its formula stands in."""
    return moved(parse_formula(area), home, maps)
