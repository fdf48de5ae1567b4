"""Rows that repeat, vanish and nest."""

from reportgen.excel import EXCEL
from tests.excel.books import column, opened, template

LOOP = {
    "A1": "Name",
    "A2": "{% for r in rows %}",
    "A3": "{{ r }}",
    "B3": "=A3*2",
    "A4": "{% endfor %}",
    "A5": "end",
}


def names(cells, letter="A", **context):
    return column(EXCEL.compile(template(cells)).fill(context).data, letter)


def test_a_row_between_for_and_endfor_repeats_and_the_marks_vanish():
    assert names(LOOP, rows=["a", "b", "c"]) == ["Name", "a", "b", "c", "end"]


def test_no_rows_leave_no_row():
    assert names(LOOP, rows=[]) == ["Name", "end"]


def test_for_and_endfor_may_stand_in_the_row_they_repeat():
    cells = {"A1": "{% for r in rows %}{{ r }}", "C1": "{{ loop.index }}{% endfor %}", "A2": "end"}
    assert names(cells, rows=["a", "b"]) == ["a", "b", "end"]
    assert names(cells, "C", rows=["a", "b"]) == [1, 2, None]


def test_several_rows_repeat_as_one_block():
    cells = {"A1": "{% for r in rows %}", "A2": "{{ r }}", "A3": "of {{ r }}", "A4": "{% endfor %}"}
    assert names(cells, rows=["a", "b"]) == ["a", "of a", "b", "of b"]


def test_loops_nest():
    cells = {
        "A1": "{% for g in groups %}",
        "A2": "{{ g.name }}",
        "A3": "{% for r in g.rows %}",
        "A4": "{{ r }}",
        "A5": "{% endfor %}",
        "A6": "{% endfor %}",
        "A7": "end",
    }
    groups = [{"name": "x", "rows": [1, 2]}, {"name": "y", "rows": []}, {"name": "z", "rows": [3]}]
    assert names(cells, groups=groups) == ["x", 1, 2, "y", "z", 3, "end"]


def test_a_condition_keeps_or_drops_rows():
    cells = {
        "A1": "{% if yes %}",
        "A2": "yes",
        "A3": "{% else %}",
        "A4": "no",
        "A5": "{% endif %}",
        "A6": "end",
    }
    assert names(cells, yes=True) == ["yes", "end"]
    assert names(cells, yes=False) == ["no", "end"]


def test_a_loop_may_say_what_stands_there_when_it_is_empty():
    cells = {
        "A1": "{% for r in rows %}",
        "A2": "{{ r }}",
        "A3": "{% else %}",
        "A4": "none",
        "A5": "{% endfor %}",
    }
    assert names(cells, rows=[]) == ["none"]


def test_a_value_set_in_a_row_of_its_own_holds_below():
    assert names({"A1": "{% set total = 3 %}", "A2": "{{ total }}"}) == [3]


def test_remarks_vanish():
    assert names({"A1": "{# designed by the office #}", "A2": "a{# b #}c"}) == ["ac"]


def test_empty_rows_of_the_template_stay():
    assert names({"A1": "a", "A4": "{% for r in rows %}{{ r }}", "B4": "{% endfor %}", "A7": "b"}, rows=[1]) == [
        "a", None, None, 1, None, None, "b",
    ]  # fmt: skip


def test_heights_outlines_and_formats_go_with_each_copy():
    def design(workbook, sheet):
        sheet.write("A1", "{% for r in rows %}{{ r }}", workbook.add_format({"bold": True}))
        sheet.write("B1", "{% endfor %}")
        sheet.set_row(0, 33, None, {"level": 1})

    sheet = opened(EXCEL.compile(template(design=design)).fill({"rows": [1, 2]}).data)["Data"]
    assert [(sheet.row_dimensions[n].height, sheet.row_dimensions[n].outlineLevel) for n in (1, 2)] == [
        (33, 1)
    ] * 2
    assert sheet["A2"].font.bold


def test_a_compiled_template_is_filled_again_from_scratch():
    compiled = EXCEL.compile(template(LOOP))
    assert [len(column(compiled.fill({"rows": rows}).data, "A")) for rows in ([1, 2, 3], [], [1])] == [
        5,
        2,
        3,
    ]


def test_a_generator_is_read_once():
    assert names(LOOP, rows=(n for n in range(3)))[1:4] == [0, 1, 2]
