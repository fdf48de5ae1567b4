"""Office Open XML packages: parts edited in place, native charts, properties. Shared by Word and Excel.

Packages are loaded when one is first asked for: a folder of CSV files needs none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportgen.ooxml.package import Package
    from reportgen.ooxml.relationships import Relationship, Relationships

_HOMES = {"Package": "package", "Relationship": "relationships", "Relationships": "relationships"}

__all__ = ["Package", "Relationship", "Relationships"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'reportgen.ooxml' has no attribute {name!r}")
    return getattr(import_module(f"reportgen.ooxml.{_HOMES[name]}"), name)
