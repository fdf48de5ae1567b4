"""Copies of returned forms with a comment at each cell that has a finding: to be sent back."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from reportgen.findings import Finding
from reportgen.intake.forms.asked import MARK
from reportgen.intake.forms.collecting import Collected
from reportgen.intake.grid import Grid, text_of
from reportgen.intake.opening import open_grids
from reportgen.ooxml.files import place_files, read_file
from reportgen.renderers import renderer_for

_SUFFIX = ".xlsx"


def annotate_forms(collected: Collected, out: Path, code: str) -> list[Path]:
    """Write a marked copy of each form with findings into ``out``. Forms of other formats come back as .xlsx."""
    files: dict[Path, bytes] = {}
    for form in collected.forms:
        own = [item for item in collected.findings if item.place.file == form.path.name]
        if own:
            files[out / f"{form.path.stem}{_SUFFIX}"] = _annotated(form.path, own, code)
    place_files(files)
    return list(files)


def _annotated(path: Path, findings: Sequence[Finding], code: str) -> bytes:
    data = read_file(path) if path.suffix.lower() == _SUFFIX else _as_xlsx(open_grids(path))
    renderer = renderer_for(f"form{_SUFFIX}")
    assert renderer is not None
    return renderer.annotate(data, findings, code)


def _as_xlsx(grids: Sequence[Grid]) -> bytes:
    """The sheets with their values; how they looked stays behind."""
    from xlsxwriter.workbook import Workbook

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False})  # fmt: skip
    for grid in grids:
        sheet = book.add_worksheet(grid.sheet)
        sheet.set_column(1, 20, 18)
        for row, cells in enumerate(grid.rows):
            for column, value in enumerate(cells):
                if isinstance(value, int | float) and not isinstance(value, bool):
                    sheet.write_number(row, column, value)
                elif isinstance(value, datetime | date) or value != "":
                    sheet.write_string(row, column, text_of(value))
        if grid.rows and grid.rows[0] and grid.text(0, 0) == MARK:
            sheet.hide()
    book.close()
    return file.getvalue()
