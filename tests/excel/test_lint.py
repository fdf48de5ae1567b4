"""Mistakes are said with sheet and cell, all at once, and nothing is made."""

import pytest

from reportgen.content import Table
from reportgen.errors import TemplateError
from reportgen.excel import EXCEL, fill_excel
from reportgen.language import language
from tests.excel.books import template

CONTEXT = {"city": "重庆", "rows": [{"name": "a", "value": 1}], "none": None}


def mistakes(cells, **context):
    """Cell and sentence of every mistake in filling."""
    with pytest.raises(TemplateError) as caught:
        EXCEL.compile(template(cells)).fill(CONTEXT | context)
    return [
        (f"{found.place.column}{found.place.row}", language("en").what(found), language("en").remedy(found))
        for found in caught.value.findings
    ]


def test_an_unknown_name_comes_with_the_nearest_one():
    assert mistakes({"B2": "{{ ctiy }}"}) == [("B2", "The name “ctiy” is unknown.", "Did you mean “city”?")]


def test_all_unknown_names_are_told_at_once():
    cells = {
        "A1": "{{ ctiy }}",
        "A2": "{% for r in rows %}",
        "A3": "{{ r.nme }}",
        "B3": "{{ r.valu + 1 }}",
        "A4": "{% endfor %}",
    }
    assert [place for place, _, _ in mistakes(cells)] == ["A1", "A3", "B3"]


def test_a_loop_left_open_is_told_where_it_opens():
    ((place, what, remedy),) = mistakes({"A2": "{% for r in rows %}", "A3": "{{ r.name }}"})
    assert (place, what) == ("A2", "The “for” is opened here and never closed.")
    assert "endfor" in remedy


def test_a_missing_value_is_no_blank():
    ((place, what, _),) = mistakes({"A1": "{{ none }}"})
    assert (place, what) == ("A1", "The value is missing (none).")


def test_a_list_in_a_cell_is_told_how_to_repeat():
    ((_, _, remedy),) = mistakes({"A1": "{{ rows }}"})
    assert "Repeat a row" in remedy


def test_a_table_in_a_cell_is_told_how_to_repeat():
    ((_, _, remedy),) = mistakes({"A1": "{{ t }}"}, t=Table("t", "", (), ()))
    assert "tables.NAME.rows" in remedy


def test_an_expression_that_fails_is_told_with_its_cell():
    ((place, what, _),) = mistakes({"C7": "{{ 1 / 0 }}"})
    assert (place, what) == ("C7", "The expression cannot be worked out: division by zero.")


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value):
    assert mistakes({"A1": "{{ x }}"}, x=value)[0][0] == "A1"


def test_python_is_out_of_reach():
    assert mistakes({"A1": "{{ city.__class__ }}"})[0][0] == "A1"
    [refused] = EXCEL.compile(template({"A1": "{{ city.__class__ }}"})).lint(CONTEXT)
    assert refused.key == "unknown-name/refused"


def test_lint_needs_no_filling():
    cells = {"A1": "{{ ctiy }}", "B1": "{{ city|uper }}"}
    assert [finding.place.column for finding in EXCEL.compile(template(cells)).lint()] == ["B"]
    assert [
        finding.place.column for finding in EXCEL.compile(template({"A1": "{{ ctiy }}"})).lint(CONTEXT)
    ] == ["A"]


def test_lint_notes_a_chart_that_nothing_feeds():
    def design(workbook, sheet):
        for address, value in {"A1": "{{ city }}", "A2": "a", "B2": 1}.items():
            sheet.write(address, value)
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "=Data!$B$2:$B$2"})
        sheet.insert_chart("D1", chart)

    assert [finding.code for finding in EXCEL.compile(template(design=design)).lint(CONTEXT)] == [
        "chart-not-fed"
    ]


def test_nothing_is_written_when_anything_is_wrong(tmp_path):
    source, out = tmp_path / "t.xlsx", tmp_path / "out.xlsx"
    source.write_bytes(template({"A1": "{{ ctiy }}"}))
    out.write_bytes(b"old")
    with pytest.raises(TemplateError):
        fill_excel(source, CONTEXT, out)
    assert out.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.xlsx", "t.xlsx"]
