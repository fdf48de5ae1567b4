"""What belongs to cells but does not stand in them: comments, links, form controls."""

import pytest

from reportgen.excel import EXCEL
from tests.excel.books import found, opened, part, template

ROWS = [{"n": "a", "v": 1}, {"n": "b", "v": 2}, {"n": "c", "v": 3}]


def design(workbook, sheet):
    sheet.write("A1", "name")
    sheet.write("A2", "{% for r in rows %}{{ r.n }}")
    sheet.write("B2", "{{ r.v }}{% endfor %}")
    sheet.write("A3", "total")
    sheet.write_comment("A1", "stays")
    sheet.write_comment("B2", "value of {{ r.n }}")
    sheet.write_comment("A3", "of {{ city }}")
    sheet.write_url("C2", "https://example.org/{{ r.n }}?a=1", string="{{ r.n|upper }}", tip="see {{ r.n }}")


@pytest.fixture
def filled():
    return EXCEL.compile(template(design=design)).fill({"rows": ROWS, "city": "重庆"}).data


def test_a_comment_is_repeated_with_its_row_and_says_that_rows_values(filled):
    sheet = opened(filled)["Data"]
    said = {cell: sheet[cell].comment.text for cell in ("A1", "B2", "B3", "B4", "A5")}
    assert said == {
        "A1": "stays",
        "B2": "value of a",
        "B3": "value of b",
        "B4": "value of c",
        "A5": "of 重庆",
    }


def test_each_comment_has_its_own_shape_in_its_row(filled):
    drawing = part(filled, "xl/drawings/vmlDrawing1.vml")
    assert found(r"<x:Row>(\d+)<", drawing) == ["0", "1", "2", "3", "4"]
    ids = found(r'<v:shape id="([^"]+)"', drawing)
    assert len(set(ids)) == 5


def test_a_link_is_repeated_and_leads_where_its_row_says(filled):
    sheet = opened(filled)["Data"]
    links = [
        (sheet[cell].value, sheet[cell].hyperlink.target, sheet[cell].hyperlink.tooltip)
        for cell in ("C2", "C4")
    ]
    assert links == [("A", "https://example.org/a?a=1", "see a"), ("C", "https://example.org/c?a=1", "see c")]


def test_without_rows_their_comments_and_links_go_too():
    sheet = opened(EXCEL.compile(template(design=design)).fill({"rows": [], "city": "x"}).data)["Data"]
    assert sheet["A2"].comment.text == "of x"
    assert [cell.coordinate for row in sheet for cell in row if cell.hyperlink] == []


@pytest.mark.parametrize("count", [0, 3])
def test_the_workbook_is_valid(count, ooxml_validator):
    assert (
        ooxml_validator(
            EXCEL.compile(template(design=design)).fill({"rows": ROWS[:count], "city": "x"}).data, "book.xlsx"
        )
        == []
    )
