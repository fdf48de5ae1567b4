"""What proves a reading: reference values, sums, sizes, and numbers that continue those of the month before."""

import pytest

from tests.intake.made import cell_of, codes, customs_grid, said


def refused(desk, imported, code, cell, *words):
    assert code in codes(imported)
    assert cell_of(imported, code) == cell
    for word in words:
        assert word in said(imported, code)[0]
    assert said(imported, code, "zh")[0]


def swapped(grid, one, other):
    """Two columns' numbers exchanged under heads that stay."""
    return [
        row if at < 3 else [row[{one: other, other: one}.get(column, column)] for column in range(len(row))]
        for at, row in enumerate(grid)
    ]


def with_cell(grid, row, column, text):
    grid[row][column] = text
    return grid


def test_a_reference_value_that_differs_refuses_everything(desk):
    grid = customs_grid()
    grid[5][4], grid[5][2] = "10031", "15052"
    imported = desk.read(desk.table(grid))
    assert codes(imported) == ["table-reference-differs"]
    refused(desk, imported, "table-reference-differs", "2024-02.csv!E6", "reads 10031", "is 10030")
    assert not desk.data.exists()


def test_a_reference_value_that_is_nowhere_is_a_mistake_of_the_recipe(desk):
    imported = desk.read(recipe=desk.recipe(('row = "重庆市"\ncolumn', 'row = "重庆"\ncolumn')))
    assert codes(imported) == ["table-reference-missing"]
    assert "row “重庆”" in said(imported, "table-reference-missing")[0]


def test_a_table_without_a_reference_value_is_taken_with_a_warning(desk):
    imported = desk.read(desk.table(customs_grid(3), "2024-03.csv"))
    assert codes(imported) == ["table-reference-none"]
    assert not imported.is_refused


def test_exports_and_imports_that_do_not_sum_are_refused(desk):
    imported = desk.read(desk.table(swapped(customs_grid(), 1, 3)))
    refused(desk, imported, "table-sum-differs", "2024-02.csv!B4", "Look whether columns have been swapped.")


def test_exports_swapped_with_imports_are_refused_by_the_reference_value(desk):
    imported = desk.read(desk.table(swapped(swapped(customs_grid(), 3, 5), 4, 6)))
    assert codes(imported) == ["table-reference-differs"]


def test_exports_swapped_with_imports_in_a_month_without_reference_do_not_continue_the_month_before(desk):
    desk.read()
    imported = desk.read(desk.table(swapped(swapped(customs_grid(3), 3, 5), 4, 6), "2024-03.csv"))
    refused(desk, imported, "table-not-continued", "2024-03.csv!E4", "出口 / 1至3月")


def test_a_month_under_the_cumulative_head_is_refused(desk):
    desk.read()
    imported = desk.read(desk.table(swapped(customs_grid(3), 3, 4), "2024-03.csv"))
    assert "table-not-continued" in codes(imported)


def in_yuan(grid):
    return [
        row
        if at < 3 or row[0].startswith("注")
        else [row[0], *(f"{cell}0000" for cell in row[1:7]), *row[7:]]
        for at, row in enumerate(grid)
    ]


def test_yuan_for_ten_thousand_yuan_are_out_of_line_with_what_the_dataset_holds(desk):
    desk.read()
    imported = desk.read(desk.table(in_yuan(customs_grid(3)), "2024-03.csv"))
    assert codes(imported).count("table-size") == 6  # a finding a column, not one a cell
    refused(desk, imported, "table-size", "2024-03.csv!B4", "10000 times larger", "进出口 / 3月")
    assert said(imported, "table-size")[0].startswith(
        "The numbers under “进出口 / 3月” are some 10000 times larger than what is known of the same series; "
    )
    assert "10000倍" in said(imported, "table-size", "zh")[0]


def test_one_cell_out_of_line_is_refused_at_its_place(desk):
    desk.read()
    grid = customs_grid(3)
    grid[6][5] = "10210000"
    grid[6][1] = str(int(grid[6][3]) + 10_210_000)
    imported = desk.read(desk.table(grid, "2024-03.csv"))
    assert "2024-03.csv!F7" in {f"{f.place.file}!{f.place.column}{f.place.row}" for f in imported.findings}
    assert "table-size" in codes(imported)


def test_a_number_beyond_all_of_its_series_is_told_and_taken(desk):
    """Two digits too many: less than the 1,000 times that small places reach from month to month."""
    for month in (1, 2, 3):
        desk.read(desk.table(customs_grid(month), f"2024-0{month}.csv"))
    grid = customs_grid(4)
    for at in (3, 4):
        grid[6][at + 2] = f"{grid[6][at + 2]}00"
        grid[6][at - 2] = str(int(grid[6][at]) + int(grid[6][at + 2]))
    imported = desk.read(desk.table(grid, "2024-04.csv"))
    (finding,) = [one for one in imported.findings if one.variant == "series" and one.place.column == "F"]
    assert (finding.severity, str(finding.place.row)) == ("warning", "7")
    assert (
        "times larger than any number that is known of the same series. It was taken."
        in said(imported, "table-size")[0]
    )
    assert "最大者的" in said(imported, "table-size", "zh")[0]
    assert not imported.is_refused


def test_a_reference_value_vouches_for_a_number_out_of_line(desk):
    grid = customs_grid(1)
    for row in grid:
        if row[0] == "重庆两江新区":
            row[1:7] = ["2", "2", "1", "1", "1", "1"]
    desk.read(desk.table(grid, "2024-01.csv"))
    later = customs_grid(3)
    vouched = [
        f'[[reference]]\nperiod = "2024-03"\nrow = "重庆两江新区"\ncolumn = "{later[1][at]} / {later[2][at]}"\nvalue = {later[6][at]}\n'
        for at in range(1, 7)
    ]
    assert "table-size" in codes(desk.read(desk.table(later, "2024-03.csv")))
    desk.recipe_text += "".join(vouched)
    assert codes(desk.read(desk.table(later, "2024-03.csv"))) == []


def test_two_cells_of_one_figure_that_differ_are_refused(desk):
    grid = customs_grid(1)
    grid[5][4] = "5011"
    imported = desk.read(desk.table(grid, "2024-01.csv"))
    refused(desk, imported, "table-same-figure-differs", "2024-01.csv!E6", "The cell reads 5011, and D6")


def grown():
    """The customs table with growth that fits: levels of the year before that sum."""
    grid = customs_grid()
    for row in grid[3:8]:
        row[7:] = ["1.0", "2.0", str(growth_of_imports(row))]
    return grid


def growth_of_imports(row):
    both, exports, imports = (float(row[column]) for column in (2, 4, 6))
    before = both / 1.01 - exports / 1.02
    return round((imports / before - 1) * 100, 1)


def test_growth_that_its_parts_make_is_taken(desk):
    assert codes(desk.read(desk.table(grown()))) == []


@pytest.mark.parametrize(
    ("change", "row"),
    [
        (lambda grid: swapped(grid, 7, 8), 4),
        (lambda grid: swapped(grid, 8, 9), 4),
        (lambda grid: with_cell(grid, 5, 8, "20"), 6),
        (lambda grid: with_cell(grid, 5, 8, "-2.0"), 6),
        (lambda grid: with_cell(grid, 5, 8, "0.020"), 6),
    ],
    ids=["whole and part swapped", "parts swapped", "decimal point", "sign", "fraction"],
)
def test_growth_that_its_parts_do_not_make_is_refused(desk, change, row):
    imported = desk.read(desk.table(change(grown())))
    refused(desk, imported, "table-growth-differs", f"2024-02.csv!H{row}", "does not make with their levels")
    assert "推算与之不符" in said(imported, "table-growth-differs", "zh")[0]


def test_growth_in_another_currency_is_not_held_against_levels(desk):
    recipe = desk.recipe(('measure = "growth_yoy"', 'measure = "growth_yoy"\ngrowth_currency = "USD"'))
    assert codes(desk.read(desk.table(swapped(grown(), 7, 8)), recipe=recipe)) == []


def test_a_blank_where_the_other_parts_leave_something_is_told(desk):
    imported = desk.read(desk.table(with_cell(customs_grid(), 5, 3, "")))
    assert codes(imported) == ["table-part-missing"]
    assert cell_of(imported, "table-part-missing") == "2024-02.csv!D6"
    assert "is 7534 and its other parts leave 5020" in said(imported, "table-part-missing")[0]


def test_a_label_at_another_place_is_told_as_that(desk):
    grid = customs_grid()
    grid[5], grid[6] = grid[6], grid[5]
    recipe = desk.recipe(
        (
            '"重庆两江新区" = "CQ-LJ"\n',
            '[[rows]]\nafter = "重庆市"\n[rows.ref_area]\n"重庆两江新区" = "CQ-LJ"\n',
        ),
        ('label = "*"\nskip = true', 'label = "重庆*"\nask = true\n[[rows]]\nlabel = "*"\nskip = true'),
    )
    imported = desk.read(desk.table(grid), recipe=recipe)
    assert codes(imported) == ["table-label-new"]
    assert (
        "does not stand where the recipe looks for it: below “重庆市”."
        in said(imported, "table-label-new")[0]
    )
