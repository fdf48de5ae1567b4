"""A table read by its recipe: what survives a table's drift, and what is refused, at which place."""

import pytest

from reportgen.findings import Severity
from reportgen.language import language
from tests.intake.made import cell_of, codes, customs_grid, said


def test_every_number_is_taken_with_what_its_heads_and_label_mean(desk):
    imported = desk.read()
    assert codes(imported) == []
    values = desk.values()
    assert values["exports/CN-CQ/2024-02/level"] == "5020"
    assert values["exports/CN-CQ/2024-01--2024-02/level"] == "10030"
    assert values["trade/CN/2024-01--2024-02/growth_yoy"] == "1.5"
    assert "imports/CN/2024-01--2024-02/growth_yoy" not in values
    assert len(values) == 3 * 6 + 3 * 2


def test_a_number_cites_its_cell(desk):
    desk.read()
    citation = next(
        row for row in desk.rows("citations") if row["subject"].startswith("exports/CN-CQ/2024-01--")
    )
    assert citation == {
        "subject": "exports/CN-CQ/2024-01--2024-02/level@gacc_2024_02",
        "source": "gacc_2024_02",
        "statement": "10030",
        "role": "table",
        "locator": "2024-02.csv",
        "table": "2024年2月总值表",
        "row_label": "重庆市",
        "column_label": "出口 / 1至2月",
        "unit_label": "单位：万人民币",
        "cell": "E6",
    }
    assert {row["unit_mult"] for row in desk.rows("observations") if row["measure"] == "level"} == {"4"}


def test_one_january_is_one_observation_with_two_citations(desk):
    imported = desk.read(desk.table(customs_grid(1), "2024-01.csv"))
    assert "table-reference-none" in codes(imported)
    subjects = [row["subject"] for row in desk.rows("citations")]
    assert subjects.count("exports/CN-CQ/2024-01/level@gacc_2024_01") == 2
    assert [
        row["cell"] for row in desk.rows("citations") if "exports/CN-CQ/2024-01/level" in row["subject"]
    ] == ["D6", "E6"]


# ---- what a recipe survives ----


def test_a_row_put_in_above_the_head_changes_nothing(desk):
    grid = [["进出口总值表"] + [""] * 9, *customs_grid()]
    assert codes(desk.read(desk.table(grid))) == []
    assert desk.values()["exports/CN-CQ/2024-01--2024-02/level"] == "10030"


def test_a_column_put_in_is_left_and_said(desk):
    grid = [[*row[:3], "" if at == 0 else "比重" if at == 1 else "%" if at == 2 else "7", *row[3:]]
            for at, row in enumerate(customs_grid())]  # fmt: skip
    imported = desk.read(desk.table(grid))
    assert codes(imported) == ["table-column-unknown"]
    assert imported.findings[0].severity is Severity.NOTE
    assert said(imported, "table-column-unknown")[0].startswith("The column “比重 / %” is not in the recipe")
    assert desk.values()["exports/CN-CQ/2024-01--2024-02/level"] == "10030"


def test_columns_that_move_with_their_heads_are_read_right(desk):
    grid = [row[:1] + row[3:5] + row[1:3] + row[5:] for row in customs_grid()]
    assert codes(desk.read(desk.table(grid))) == []
    assert desk.values()["exports/CN-CQ/2024-01--2024-02/level"] == "10030"


def test_another_place_that_nobody_asked_for_is_passed_over(desk):
    grid = customs_grid()
    grid.insert(4, ["天津市", *grid[4][1:]])
    assert codes(desk.read(desk.table(grid))) == []


def test_spaces_around_a_label_do_not_count(desk):
    grid = customs_grid()
    grid[5][0] = "\u3000重庆市\u00a0"
    assert codes(desk.read(desk.table(grid))) == []
    assert desk.values()["exports/CN-CQ/2024-01--2024-02/level"] == "10030"


def test_full_width_signs_in_a_label_are_said(desk):
    grid = customs_grid()
    grid[6][0] = "重庆两江新区（直管）"
    imported = desk.read(desk.table(grid), recipe=desk.recipe(('"重庆两江新区"', '"重庆两江新区(直管)"')))
    assert codes(imported) == ["table-label-spelt"]
    assert imported.findings[0].severity is Severity.NOTE


def test_blank_heads_belong_to_the_closest_at_their_left(desk):
    grid = customs_grid()
    for column in (2, 4, 6, 8, 9):
        grid[1][column] = ""
    assert codes(desk.read(desk.table(grid))) == []


# ---- what is refused, and nothing is taken ----


def refused(desk, grid, code, cell, *words):
    imported = desk.read(desk.table(grid))
    assert code in codes(imported)
    assert cell_of(imported, code) == cell
    for word in words:
        assert word in said(imported, code)[0]
    assert said(imported, code, "zh")[0]
    assert not desk.data.exists()
    return imported


def test_a_new_label_among_the_zones_is_refused(desk):
    grid = customs_grid()
    grid.insert(7, ["重庆西永综合保税区", *grid[6][1:]])
    refused(desk, grid, "table-label-new", "2024-02.csv!A8", "重庆西永综合保税区", "[[rows]]")


def test_a_label_with_other_spaces_is_refused_until_the_recipe_has_it(desk):
    grid = customs_grid()
    grid[5][0] = "重庆 市"
    refused(desk, grid, "table-label-spelt", "2024-02.csv!A6", "“重庆 市” has other spaces than “重庆市”")
    recipe = desk.recipe(('"重庆市" = "CN-CQ"', '"重庆市" = "CN-CQ"\n"重庆 市" = "CN-CQ"'))
    assert codes(desk.read(desk.table(grid), recipe=recipe)) == []
    assert desk.values()["exports/CN-CQ/2024-01--2024-02/level"] == "10030"


def test_a_renamed_zone_is_named_with_its_old_name(desk):
    grid = customs_grid()
    grid[6][0] = "重庆两江新区直管区"
    imported = refused(
        desk, grid, "table-label-gone", "2024-02.csv!A7", "重庆两江新区", "“重庆两江新区直管区” may be it"
    )
    assert "table-label-new" in codes(imported)


def test_a_changed_unit_is_refused_at_its_place(desk):
    grid = customs_grid()
    grid[0][7:] = ["单位：亿人民币"] * 3
    refused(desk, grid, "table-unit-changed", "2024-02.csv!H1", "“亿人民币”", "单位：万人民币")


def test_a_recipe_that_takes_the_units_words_otherwise_is_refused(desk):
    recipe = desk.recipe(("unit_mult = 4", "unit_mult = 8"))
    imported = desk.read(desk.table(customs_grid()), recipe=recipe)
    assert codes(imported) == ["table-unit-contradicted"]
    assert cell_of(imported, "table-unit-contradicted") == "2024-02.csv!H1"
    assert "“万人民币”, and the recipe CNY, unit_mult = 8" in said(imported, "table-unit-contradicted")[0]


def test_a_unit_in_the_titles_brackets_is_held_against_the_recipes(desk):
    grid = customs_grid()
    grid[0] = ["2024年2月总值表（万美元）"] + [""] * 9
    recipe = desk.recipe(('from = "head"\ntext = "单位：万人民币"', 'from = "recipe"'))
    assert codes(desk.read(desk.table(grid), recipe=recipe)) == ["table-unit-contradicted"]
    grid[0][0] = "2024年2月总值表（万元）"
    assert codes(desk.read(desk.table(grid), recipe=recipe)) == []


def test_a_unit_that_is_gone_is_refused(desk):
    grid = customs_grid()
    grid[0] = [""] * 10
    refused(desk, grid, "table-unit-missing", "2024-02.csv!2", "单位：万人民币")


def test_a_head_of_another_name_is_refused_with_the_nearest(desk):
    grid = customs_grid()
    grid[1][3:5] = ["出口额", "出口额"]
    refused(
        desk, grid, "table-column-missing", "2024-02.csv!D2", "“出口 / {month}月”", "“出口额 / 2月” may be it"
    )


def test_one_head_over_two_columns_is_refused(desk):
    grid = customs_grid()
    grid[1][5:7] = ["出口", "出口"]
    refused(desk, grid, "table-column-twice", "2024-02.csv!F3", "D3")


def test_a_head_of_another_month_is_refused(desk):
    grid = customs_grid()
    grid[2][2] = "1至3月"
    refused(desk, grid, "table-period-contradicted", "2024-02.csv!C3", "1至3月", "2024-02")


def test_a_file_whose_name_says_no_month_is_refused(desk):
    imported = desk.read(desk.table(name="total.csv"))
    assert "table-period-missing/file" in [finding.key for finding in imported.findings]
    assert "total.csv" in said(imported, "table-period-missing")[0]


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        ("sheet", "The sheet's name does not say the period as “{year}-{month}”."),
        ("title", "No text above the numbers says the period as “{year}-{month}”."),
    ],
)
def test_a_table_that_says_no_month_where_the_recipe_looks_is_refused(desk, origin, words):
    recipe = desk.recipe(('from = "file"\npattern', f'from = "{origin}"\npattern'))
    found = desk.read(recipe=recipe).findings
    assert f"table-period-missing/{origin}" in [finding.key for finding in found]
    assert words in {language("en").what(finding) for finding in found}


def test_a_column_whose_head_lacks_the_month_is_refused(desk):
    grid = customs_grid()
    grid[2][1] = "2024年"
    recipe = desk.recipe(('["进出口", "{month}月"]', '["进出口", "{year}年"]'))
    assert said(desk.read(desk.table(grid), recipe=recipe), "table-period-missing")[0] == (
        "It cannot be told when the numbers under “进出口 / 2024年” are from (span month). "
        "Let the column's head give the year and the month, or correct [period]."
    )


def test_a_table_without_the_head_is_refused(desk):
    grid = [["地区", *row[1:]] if row[0] == "收发货人所在地" else row for row in customs_grid()]
    imported = desk.read(desk.table(grid))
    assert codes(imported) == ["table-head-missing"]
    assert "收发货人所在地" in said(imported, "table-head-missing")[0]


@pytest.mark.parametrize("text", ["n.a.", "约5000", "5,02", "五千"])
def test_a_cell_that_is_no_number_is_refused(desk, text):
    grid = customs_grid()
    grid[5][3] = text
    refused(desk, grid, "table-cell-unreadable", "2024-02.csv!D6", f"“{text}”")


def test_a_blank_cell_is_refused_where_the_recipe_does_not_say_that_it_is_missing(desk):
    grid = customs_grid()
    grid[5][3] = " "
    imported = desk.read(desk.table(grid), recipe=desk.recipe(('missing = ["-", ""]', 'missing = ["-"]')))
    assert said(imported, "table-cell-unreadable")[0] == (
        "The cell under “出口 / 2月” is blank. "
        'Fill it in, or add "" to `missing` if blank means that there is no number.'
    )


def test_numbers_without_a_label_are_refused(desk):
    grid = customs_grid()
    grid.insert(7, ["", *grid[6][1:]])
    imported = desk.read(desk.table(grid), recipe=desk.recipe(('label = "*"\nskip = true', 'label = "四川省"\nskip = true'),
                                                              ('after = "重庆市"\nbefore = "四川省"\nask = true', 'skip = true'),
                                                              ('label = "*"\nskip', 'label = "北京市"\nskip')))  # fmt: skip
    assert codes(imported) == ["table-row-unlabelled"]


def test_row_and_column_that_say_two_things_are_a_mistake_of_the_recipe(desk):
    recipe = desk.recipe(('label = "*"\nskip = true', 'label = "*"\nref_area = "CN"\nindicator = "gdp"'))
    imported = desk.read(recipe=recipe)
    assert "table-two-meanings" in codes(imported)
    assert "`indicator`" in said(imported, "table-two-meanings")[0]


def test_a_number_of_no_area_is_a_mistake_of_the_recipe(desk):
    recipe = desk.recipe(('label = "*"\nskip = true', 'label = "*"\nmeasure = "level"'))
    imported = desk.read(recipe=recipe)
    assert "`ref_area`" in said(imported, "table-meaning-missing")[0]


def test_everything_is_refused_where_one_table_is(desk):
    bad = customs_grid(3)
    bad[5][3] = "?"
    imported = desk.read(desk.table(), desk.table(bad, "2024-03.csv"))
    assert imported.is_refused
    assert imported.files == ()
    assert not desk.data.exists()
