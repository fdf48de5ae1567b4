"""Rows that a merge fills are as tall as their wrapped texts, in both scripts; heights that a designer fixed stay."""

import pytest

from reportgen.excel import EXCEL
from tests.excel.books import column, opened, template

LONG = "Cross-border e-commerce imports and exports of the demonstration zones"
CHINESE = "重庆市跨境电商综合试验区和示范区的进出口总额及其增速"


def heights(texts, *, fixed=None, merged=False, size=11, width=30):
    """The heights of the rows of a loop over ``texts`` whose column is ``width`` digits wide."""

    def design(workbook, sheet):
        wrapped = workbook.add_format({"text_wrap": True, "font_size": size})
        sheet.set_column(0, 0, width)
        sheet.write("A2", "{{ one }}", wrapped)
        if fixed:
            sheet.set_row(1, fixed)
        if merged:
            sheet.merge_range("A2:D2", "{{ one }}", wrapped)

    cells = {"A1": "{% for one in texts %}", "A3": "{% endfor %}"}
    sheet = opened(EXCEL.compile(template(cells, design=design)).fill({"texts": texts}).data)["Data"]
    return [sheet.row_dimensions[row].height for row in range(1, len(texts) + 1)]


@pytest.mark.parametrize(("text", "lines"), [(LONG, 3), (CHINESE, 2)])
def test_a_row_has_the_height_of_its_lines(text, lines):
    short, long = heights(["short", text])
    assert short in (None, 15)
    assert lines * 13 < long <= lines * 16 + 2


def test_larger_letters_need_more_lines_and_taller_ones():
    [usual], [large] = heights([LONG]), heights([LONG], size=18)
    assert large > 2 * usual


def test_many_rows_of_one_loop_are_fitted_each_by_itself():
    made = heights([LONG, "short"] * 10)
    assert made == made[:2] * 10


def test_a_height_that_a_designer_fixed_and_a_merged_cell_stay_as_they_are():
    assert heights([LONG], fixed=39.75) == [39.75]
    assert heights([LONG], merged=True)[0] in (None, 15)


def test_a_text_comes_in_lines_a_row_each():
    cells = {"A1": "{% for line in (mark ~ note)|lines(30) %}", "A2": "{{ line }}", "A3": "{% endfor %}"}
    context = {"mark": "1. ", "note": f"{LONG}。{CHINESE}"}
    lines = [line for line in column(EXCEL.compile(template(cells)).fill(context).data, "A") if line]
    assert lines[:2] == ["1. Cross-border e-commerce", "imports and exports of the"]
    assert "".join(lines).replace(" ", "") == f"1. {context['note']}".replace(" ", "")
    assert all(len(line) + sum(letter > "⺀" for letter in line) <= 30 for line in lines)
