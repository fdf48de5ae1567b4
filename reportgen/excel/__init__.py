"""Fills Excel templates: the designer's package is edited, not rebuilt, and everything follows the rows.

What a template may say, in any cell:

- ``{{ expression }}`` alone in a cell gives a number, a date or a text, in the cell's own format; within a text, in a comment,
  a link, a text box, a chart's title, a header or a sheet's name it is replaced in place.
- A :class:`Picture` that has a cell for itself is laid over it, in the size it says or its own.
- A row that holds only ``{% for r in rows %}`` or ``{% endfor %}`` (``if``, ``else``, ``set``) opens or closes a block of rows and
  vanishes. Both may also be in the first and the last cell of one row. Blocks nest.
- ``{%col for m in months %}`` … ``{%col endfor %}`` repeats the columns from the cell of the one to the cell of the other;
  ``{%col if … %}`` … ``{%col endif %}`` keeps or drops them. Both may be in one cell.
- ``{%block for r in rows %}`` … ``{%block endfor %}`` in the first and the last cell of a block of cells repeats only the
  block, downwards. Blocks side by side share their rows; the shorter one's cells stay empty where its list has ended.
- ``{%sheet for a in areas %}`` anywhere on a sheet repeats the sheet; a tag in the sheet's name tells the copies apart.

Formulas are written as for the one template row: :mod:`reportgen.excel.moved_formulas` says how they are meant.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportgen.excel.renderer import EXCEL
from reportgen.ooxml.pictures import Picture
from reportgen.rendered import Rendered

__all__ = ["EXCEL", "Picture", "fill_excel"]


def fill_excel(
    template: str | os.PathLike[str],
    context: Mapping[str, Any],
    out: str | os.PathLike[str],
    *,
    cached_values: bool = True,
) -> Rendered:
    """Fill the template file ``template`` with ``context`` and write the workbook to ``out``.

    ``cached_values=False`` leaves the values of all formulas to Excel, which calculates them when it opens the workbook.

    Raises ``FileError``, ``PackageError`` and ``TemplateError``; nothing is written then.
    """
    from reportgen.ooxml.document_kinds import EXCEL as KINDS
    from reportgen.ooxml.document_kinds import as_named, refuse_other_kinds
    from reportgen.ooxml.files import place_files, read_file

    refuse_other_kinds(template, out, KINDS)
    rendered = EXCEL.compile(read_file(template)).fill(context, cached_values=cached_values)
    place_files({Path(out): as_named(rendered.data, out)})
    return rendered
