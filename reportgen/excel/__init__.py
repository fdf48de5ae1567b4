"""Fills Excel templates: the designer's package is edited, not rebuilt, and everything follows the rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reportgen.content import Rendered

if TYPE_CHECKING:
    from reportgen.excel.marks import Lineage
    from reportgen.excel.template import ExcelTemplate
    from reportgen.ooxml.properties import Properties


def fill(
    template: bytes,
    context: Mapping[str, Any],
    *,
    lineage: Lineage | None = None,
    properties: Properties | None = None,
    marks: bool = True,
) -> Rendered:
    """Fill an Excel template (the bytes of an .xlsx, .xlsm, .xltx or .xltm) with ``context``.

    ``lineage`` is called with the keys of the figures shown and gives the custom XML that explains them. ``marks=False``
    leaves out the hidden names and lists that let audit and refresh find each figure's cell. Raises ``PackageError`` for
    what is no workbook and ``TemplateError``, with every finding, for what cannot be filled.
    """
    return compile_template(template).fill(context, lineage=lineage, properties=properties, marks=marks)


def compile_template(template: bytes) -> ExcelTemplate:
    """A template read once, to be filled with many contexts."""
    from reportgen.excel.template import ExcelTemplate

    return ExcelTemplate(template)


__all__ = ["compile_template", "fill"]
