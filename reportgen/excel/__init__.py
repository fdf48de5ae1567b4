"""Fills Excel templates: the designer's package is edited, not rebuilt, and everything follows the rows.

What a template may say, in any cell:

- ``{{ expression }}`` alone in a cell gives a number, a date or a text, in the cell's own format; within a text, in a comment,
  a link, a text box, a chart's title, a header or a sheet's name it is replaced in place.
- A row that holds only ``{% for r in rows %}`` or ``{% endfor %}`` (``if``, ``else``, ``set``) opens or closes a block of rows and
  vanishes. Both may also stand in the first and the last cell of one row. Blocks nest.
- ``{%col for m in months %}`` … ``{%col endfor %}`` repeats the columns from the cell of the one to the cell of the other;
  ``{%col if … %}`` … ``{%col endif %}`` keeps or drops them. Both may stand in one cell.
- ``{%block for r in rows %}`` … ``{%block endfor %}`` in the first and the last cell of a block of cells repeats only the
  block, downwards. Blocks side by side share their rows; the shorter one's cells stay empty where its list has ended.
- ``{%sheet for a in areas %}`` anywhere on a sheet repeats the sheet; a tag in the sheet's name tells the copies apart.

Formulas are written as for the one template row: :mod:`reportgen.excel.formulas` says how they are meant.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.content import Lineage, MarkStyle, Rendered

if TYPE_CHECKING:
    from reportgen.excel.template import ExcelTemplate
    from reportgen.findings import Finding
    from reportgen.ooxml.properties import Properties


def fill(
    template: bytes,
    context: Mapping[str, Any],
    *,
    lineage: Lineage | None = None,
    properties: Properties | None = None,
    marks: MarkStyle = "controls",
) -> Rendered:
    """Fill an Excel template (the bytes of an .xlsx, .xlsm, .xltx or .xltm) with ``context``.

    ``lineage`` is called with the keys of the figures shown and gives the custom XML that explains them. ``marks="none"``
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


def annotate(template: bytes, findings: Iterable[Finding], language: str = "en") -> bytes:
    """The template with a note on each cell that has a finding: what ``lint --annotate`` writes."""
    from reportgen.excel.commenting import annotate_template

    return annotate_template(template, findings, language)


def fill_excel(
    template: str | os.PathLike[str], context: Mapping[str, Any], out: str | os.PathLike[str]
) -> Rendered:
    """Fill the template file ``template`` with ``context`` and write the workbook to ``out``.

    Raises ``PackageError`` and ``TemplateError`` (see :func:`fill`); nothing is written then.
    """
    from reportgen.ooxml.files import place_files, read_file

    rendered = fill(read_file(template), context)
    place_files({Path(out): rendered.data})
    return rendered


__all__ = ["annotate", "compile_template", "fill", "fill_excel", "lint"]
