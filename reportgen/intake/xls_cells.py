"""What an .xls says of its cells beyond the values that python-calamine gives: errors and number formats, by xlrd."""

from __future__ import annotations

import io

from reportgen.intake.cell_looks import CellLook, Wanted

_FORMULA = "="
"""A text without letters is what a formula gave, or was kept for one that was not calculated: xlrd does not tell the formula."""


def look_up_xls(data: bytes, wanted: Wanted) -> dict[tuple[int, int], CellLook]:
    """The wanted cells that hold something. Raises ``ValueError`` where the workbook is too damaged for xlrd."""
    import xlrd

    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, logfile=io.StringIO()
        )
        sheet = book.sheet_by_name(wanted.sheet)
    except Exception as error:  # xlrd says in many ways that it cannot go on
        raise ValueError(str(error)) from error
    found: dict[tuple[int, int], CellLook] = {}
    for row in range(min(sheet.nrows, wanted.last_row + 1)):
        cells = sheet.row(row)
        for column in wanted.columns:
            if column >= len(cells) or cells[column].ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                continue
            cell = cells[column]
            text = (
                xlrd.error_text_from_code.get(int(cell.value), "#N/A")
                if cell.ctype == xlrd.XL_CELL_ERROR
                else str(cell.value) or _FORMULA
            )
            style = book.xf_list[cell.xf_index] if cell.xf_index is not None else None
            shown = book.format_map.get(style.format_key) if style else None
            found[row, column] = CellLook(text, shown.format_str if shown else "")
    return found
