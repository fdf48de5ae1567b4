"""A table whose columns tags write has the grid of its cells, as wide as the table was."""

import re

from tests.word.documents import body_xml, docx_of, filled

YEARS = ("Indicator", "{%tc for y in years %}", "{{ y }}", "{%tc endfor %}", "Remark")


def table_of(texts, grid, widths, kind="dxa"):
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="{kind}"/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>'
        for text, width in zip(texts, widths, strict=True)
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return (
        f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"
    )


def widths_of(data):
    xml = body_xml(data)
    grid = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', xml)]
    cells = [int(width) for width in re.findall(r'<w:tcW w:w="(\d+)"', xml)]
    return grid, cells


def test_six_years_share_the_room_of_one():
    given = (4000, 300, 1500, 300, 3000)
    years = [str(year) for year in range(2018, 2024)]
    grid, cells = widths_of(filled(docx_of(table_of(YEARS, given, given), "end"), years=years))
    assert len(grid) == 8
    assert sum(grid) == 9100
    assert cells == grid * 2
    assert grid[0] > grid[7] > grid[1] == grid[6]


def test_as_many_columns_as_cells_in_the_template_are_no_reason_to_keep_narrow_ones():
    given = (300, 3000, 300)
    grid, _ = widths_of(filled(docx_of(table_of(YEARS[1:4], given, given), "end"), years=["1", "2", "3"]))
    assert grid == [1200, 1200, 1200]


def test_a_conditional_column_comes_and_goes():
    template = docx_of(
        table_of(("N", "{%tc if x %}", "Col", "{%tc endif %}"), (3000, 100, 3000, 100), (3000,) * 4), "end"
    )
    assert widths_of(filled(template, x=True)) == ([3100, 3100], [3100, 3100] * 2)
    assert widths_of(filled(template, x=False)) == ([6200], [6200] * 2)


def test_widths_in_percent_share_the_whole():
    template = docx_of(table_of(YEARS, (1800,) * 5, (1000,) * 5, "pct"), "end")
    grid, cells = widths_of(filled(template, years=["1", "2"]))
    assert grid == [2250] * 4
    assert cells == [1250] * 8


def test_other_tables_keep_their_grid():
    template = docx_of(
        table_of(("a", "b"), (5000, 100), (5000, 100)),
        table_of(("{%tc if x %}", "{%tc endif %}"), (9, 9), (9, 9)),
        "end",
    )
    assert widths_of(filled(template, x=True))[0] == [5000, 100]
