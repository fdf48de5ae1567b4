"""A recipe's mistakes: each is named with its key and its line, and the nearest key that there is."""

import pytest

from reportgen.intake.recipe_file import RecipeError
from reportgen.language import language, say

MISTAKES = {
    "a slip of a key": (
        ('head_rows = 2', 'head_row = 2'),
        "unknown-key", "the key table.head_row is not known.", "Did you mean head_rows?",
    ),
    "an unknown section": (
        ("[table]", "[tables]\na = 1\n[table]"),
        "unknown-key", "the key tables is not known.", "Did you mean table?",
    ),
    "a key that has to be there": (
        ('id = "gacc_{year}_{mm}"\n', ""),
        "missing-key", "the key source.id is missing.", "Add it",
    ),
    "a section that has to be there": (
        ('[period]\nfrom = "file"\npattern = "{year}-{month}"', ""),
        "missing-key", "the section [period] is missing.", "Add it",
    ),
    "a word that is no choice": (
        ('span = "cumulative"\n[[rows]]', 'span = "cumulativ"\n[[rows]]'),
        "wrong-value", 'columns[9].span is "cumulativ".', "Did you mean cumulative? Write one of month, cumulative,",
    ),
    "a text for a number": (
        ("unit_mult = 4", 'unit_mult = "4"'),
        "wrong-value", 'unit.unit_mult is "4".', "Write a whole number.",
    ),
    "a list in a cell of the dataset": (
        ("[[sums]]", '[[areas]]\nref_area = ["CN"]\nlabel_en = "China"\nlabel_zh = "全国"\nkind = "nation"\n[[sums]]'),
        "wrong-value", 'areas[1].ref_area is ["CN"].', "Write a text in quotes or a whole number.",
    ),
    "a word for yes": (
        ("ask = true", 'ask = "yes"'),
        "wrong-value", 'rows[2].ask is "yes".', "Write true or false.",
    ),
    "a number for a text": (
        ('find = "收发货人所在地"', "find = 3"),
        "wrong-value", 'table.find is 3.', "Write a text in quotes, or a list of them.",
    ),
    "a reference value in words": (
        ("value = 10030", 'value = "10,030"'),
        "wrong-value", 'reference[1].value is "10,030".', "Write a number as it stands in the table",
    ),
    "a head that is no list of texts": (
        ('head = ["进出口", "{month}月"]', "head = [1, 2]"),
        "wrong-value", 'columns[1].head is [1, 2].', "Write the heads from the top down",
    ),
    "a day that is none": (
        ('publisher = "海关总署"', 'publisher = "海关总署"\npublished = "18 June"'),
        "wrong-value", 'source.published is "18 June".', "Write a day such as 2024-06-18",
    ),
    "one section where there are several": (
        ("[[sums]]", "[sums]"),
        "wrong-value", 'sums is {"total": "trade"', "Write a list: keys below lines [[sums]].",
    ),
    "a period that is none": (
        ('from = "file"\npattern = "{year}-{month}"', 'from = "recipe"\nvalue = "May 2024"'),
        "wrong-value", 'period.value is "May 2024".', "Write a period such as 2021",
    ),
    "a reference of no period": (
        ('period = "2024-02"\nrow', 'period = "Feb 2024"\nrow'),
        "wrong-value", 'reference[1].period is "Feb 2024".', "Write a period such as 2021",
    ),
    "a question of a draft": (
        ('publisher = "海关总署"', 'publisher = "?"'),
        "recipe-question", "source.publisher is still a question.", "Write the answer",
    ),
    "labels given in two ways": (
        ('[rows.ref_area]', 'label = "总值"\n[rows.ref_area]'),
        "recipe-contradiction", "rows[1] has to say which rows it is about, in one way.", "and not both",
    ),
    "two lists of labels": (
        ('"重庆两江新区" = "CQ-LJ"', '"重庆两江新区" = "CQ-LJ"\n[rows.indicator]\n"总值" = "trade"'),
        "recipe-contradiction", "rows[1].indicator and ref_area both give a list of labels.", "Keep one list",
    ),
    "a key of tables of records": (
        ('head = ["进出口", "{month}月"]', 'head = ["进出口", "{month}月"]\ngives = "value"'),
        "recipe-contradiction", "columns[1].gives is for tables with one number a row.", 'form = "records"',
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_with_its_key_its_line_and_what_to_do(desk, name):
    change, code, what, remedy = MISTAKES[name]
    with pytest.raises(RecipeError) as error:
        desk.recipe(change)
    found = next(finding for finding in error.value.findings if finding.code == code)
    assert language("en").what(found).startswith(what)
    assert remedy in language("en").remedy(found)
    assert language("zh").what(found)
    assert language("zh").remedy(found)
    assert found.place.file == "R.toml"
    assert found.place.row or found.key == "missing-key/section"


def test_a_mistake_stands_in_its_line(desk):
    with pytest.raises(RecipeError) as error:
        desk.recipe(("ask = true", "asc = true"))
    (found,) = error.value.findings
    assert desk.folder.joinpath("R.toml").read_text("utf-8").splitlines()[found.place.row - 1] == "asc = true"


def test_all_mistakes_are_told_at_once(desk):
    with pytest.raises(RecipeError) as error:
        desk.recipe(
            ("head_rows = 2", "head_row = 2"), ("ask = true", "ask = 1"), ("unit_mult = 4", "unit_mul = 4")
        )
    assert len(error.value.findings) == 3
    assert str(error.value) == "The recipe R.toml has 3 mistakes."


def test_a_slip_of_toml_is_shown_with_its_line(desk):
    with pytest.raises(RecipeError) as error:
        desk.recipe(('publisher = "海关总署"', 'publisher = "海关总署'))
    (found,) = error.value.findings
    assert found.code == "recipe-not-toml"
    assert language("en").what(found) == 'In the line “publisher = "海关总署”: a quotation mark is missing.'
    assert found.place.row == 6


def test_a_recipe_in_another_encoding_is_refused(desk):
    desk.recipe()
    path = desk.folder / "R.toml"
    path.write_bytes(path.read_text("utf-8").encode("gbk"))
    from reportgen.intake.recipe_file import read_recipe

    with pytest.raises(RecipeError) as error:
        read_recipe(path)
    assert say(error.value.message, "zh") == "读表说明R.toml不是UTF-8编码：请另存为UTF-8。"
