"""Office Open XML packages: parts edited in place, native charts, properties. Shared by Word and Excel.

Packages are loaded when one is first asked for: a folder of CSV files needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.loading import loaded_when_used

if TYPE_CHECKING:
    from reportgen.ooxml.package import Package

__all__ = ["Package"]

__getattr__ = loaded_when_used(
    __name__,
    {
        "Package": "reportgen.ooxml.package",
    },
)
