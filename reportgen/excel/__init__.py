"""Fills Excel templates: the designer's package is edited, not rebuilt, and everything follows the rows."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reportgen.content import Rendered

if TYPE_CHECKING:
    from reportgen.errors import Finding
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


def lint(template: bytes, context: Mapping[str, Any] | None = None) -> list[Finding]:
    """Every mistake that can be seen without filling: tags, blocks, names that ``context`` lacks, charts nothing feeds."""
    from reportgen.excel.mistakes import lint_template

    return lint_template(compile_template(template), context)


def fill_excel(
    template: str | os.PathLike[str], context: Mapping[str, Any], out: str | os.PathLike[str]
) -> Rendered:
    """Fill the template file ``template`` with ``context`` and write the workbook to ``out``.

    Raises ``PackageError`` and ``TemplateError`` (see :func:`fill`); nothing is written then.
    """
    from reportgen.excel.files import read_file, write_file

    rendered = fill(read_file(template), context)
    write_file(out, rendered.data)
    return rendered


__all__ = ["compile_template", "fill", "fill_excel", "lint"]
