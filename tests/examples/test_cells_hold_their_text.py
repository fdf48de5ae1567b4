"""Whether the cells of the example packs' workbooks hold what stands in them: what does not fit is cut off on paper, and says nothing of it."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.build.build import build
from reportgen.display_width import display_width, line_count

ROOT = Path(__file__).parents[2]
PACKS = ("plan-2025", "ecommerce-2020", "trade-2023", "trade-monthly")
USUAL_SIZE = 11
LINE = 1.2
"""The height of a line, by the size of its type."""
MARGINS = 0.7
"""What a cell keeps free at its sides, in digits."""


def cut_off(sheet: Worksheet) -> Iterator[str]:
    """The cells whose text is wider than their column, where it stands in the middle, or higher than their row, where it is wrapped."""
    widths = {
        column: held.width
        for held in sheet.column_dimensions.values()
        for column in range(held.min or 0, (held.max or 0) + 1)
    }
    for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "s"):
        size, width = cell.font.sz or USUAL_SIZE, widths.get(cell.column, 8.43)
        held = sheet.row_dimensions[cell.row]
        if cell.alignment.wrap_text:
            room = (width - MARGINS) * USUAL_SIZE / size
            is_cut = held.customHeight and line_count(cell.value, room) * size * LINE > held.height + 2
        else:
            is_cut = (
                cell.alignment.horizontal == "center"
                and display_width(cell.value) * size / USUAL_SIZE > width + 0.3
            )
        if is_cut:
            yield f"{sheet.title}!{cell.coordinate}: {cell.value}"


@pytest.mark.long_but_for("plan-2025")
@pytest.mark.parametrize("name", PACKS)
def test_no_text_of_a_workbook_is_cut_off(name, tmp_path):
    build(ROOT / "examples" / name / "pack.toml", output=tmp_path)
    books = sorted(tmp_path.glob("*-workbook-*.xlsx"))
    assert len(books) == 2
    sheets = [
        sheet for book in books for sheet in openpyxl.load_workbook(book) if sheet.sheet_state == "visible"
    ]
    assert [found for sheet in sheets for found in cut_off(sheet)] == []


def test_what_does_not_fit_is_seen():
    sheet = openpyxl.Workbook().active
    sheet.column_dimensions["A"].width, sheet.row_dimensions[1].height = 10, 15
    sheet["A1"], sheet["A2"] = "Level (2021; zones early 2024)", "Dec 2022 – Dec 2023"
    sheet["A1"].alignment = openpyxl.styles.Alignment(wrap_text=True)
    sheet["A2"].alignment = openpyxl.styles.Alignment(horizontal="center")
    assert [found.partition(":")[0] for found in cut_off(sheet)] == ["Sheet!A1", "Sheet!A2"]
