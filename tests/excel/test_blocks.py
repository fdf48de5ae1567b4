"""Blocks of cells that repeat side by side, in the same rows."""

import pytest

from reportgen.errors import TemplateError
from reportgen.excel import EXCEL
from reportgen.language import language
from tests.excel.books import opened, template

ROWS = [{"n": "a", "v": 1}, {"n": "b", "v": 2}, {"n": "c", "v": 3}]
OTHERS = [{"n": "x", "v": 10}]
CELLS = {
    "A1": "left",
    "D1": "right",
    "A2": "{%block for r in rows %}{{ r.n }}",
    "B2": "{{ r.v }}{%block endfor %}",
    "C2": "beside",
    "D2": "{%block for q in others %}{{ loop.index }}. {{ q.n }}",
    "E2": "{{ q.v }}",
    "A3": "total",
    "B3": "=SUM(B2:B2)",
    "E3": "=SUM(E2:E2)",
}
CELLS |= {"F2": "=E2*2", "G2": "{%block endfor %}"}


def rows(cells=CELLS, **context):
    return [
        [cell.value for cell in row]
        for row in opened(
            EXCEL.compile(template(cells)).fill({"rows": ROWS, "others": OTHERS} | context).data
        )["Data"]["A1:F5"]
    ]


def test_blocks_side_by_side_share_their_rows_and_the_shorter_one_ends_earlier():
    assert rows() == [
        ["left", None, None, "right", None, None],
        ["a", 1, "beside", "1. x", 10, "=E2*2"],
        ["b", 2, None, None, None, None],
        ["c", 3, None, None, None, None],
        ["total", "=SUM(B2:B4)", None, None, "=SUM(E2:E4)", None],
    ]


def test_without_any_item_the_rows_go():
    assert rows(rows=[], others=[])[1] == [
        "total",
        "=SUM(0)",
        None,
        None,
        "=SUM(0)",
        None,
    ]


def test_a_block_may_be_several_rows_high_and_choose_its_items():
    cells = {
        "A1": "{%block for r in rows if r.v > 1 %}{{ r.n }}",
        "A2": "{{ r.v }}",
        "B2": "=A2*2",
        "C2": "{%block endfor %}",
        "D1": "beside",
        "A3": "end",
    }
    assert [row[:4] for row in rows(cells)] == [
        ["b", None, None, "beside"],
        [2, "=A2*2", None, None],
        ["c", None, None, None],
        [3, "=A4*2", None, None],
        ["end", None, None, None],
    ]


def test_the_values_of_both_blocks_are_right_in_libreoffice_too(soffice):
    data = EXCEL.compile(template(CELLS)).fill({"rows": ROWS, "others": OTHERS}).data
    for book in (data, soffice(data, "xlsx", "a.xlsx").read_bytes()):
        sheet = opened(book, data_only=True)["Data"]
        assert [sheet[cell].value for cell in ("B5", "E5", "F2", "F3")] == [6, 10, 20, None]


def test_a_workbook_with_blocks_is_valid(ooxml_validator):
    assert (
        ooxml_validator(EXCEL.compile(template(CELLS)).fill({"rows": ROWS, "others": []}).data, "a.xlsx")
        == []
    )


def test_plain_loops_side_by_side_are_told_how_to_be_blocks():
    cells = {
        "A1": "{% for r in rows %}{{ r.n }}",
        "B1": "{{ r.v }}{% endfor %}",
        "D1": "{% for q in others %}{{ q.n }}",
        "E1": "{{ q.v }}{% endfor %}",
    }
    (finding,) = EXCEL.compile(template(cells)).lint()
    assert (finding.code, finding.place.column) == ("loops-side-by-side", "D")
    assert "{%block for" in language("en").remedy(finding)
    with pytest.raises(TemplateError, match="side by side"):
        EXCEL.compile(template(cells)).fill({"rows": ROWS, "others": OTHERS})


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"A1": "{%block for r in rows %}{{ r }}"}, "open-block"),
        ({"A1": "{{ 1 }}{%block endfor %}"}, "open-block"),
        ({"A1": "{%block for r in rows %}", "C2": "{%block endfor %}", "B2": "{%block for q in rows %}", "D3": "{%block endfor %}"}, "blocks-overlap"),
        ({"A1": "{%block for r in rows %}{% for x in r %}{{ x }}", "B1": "{% endfor %}{%block endfor %}"}, "rows-in-block"),
    ],
)  # fmt: skip
def test_marks_that_make_no_block_are_told(cells, code):
    assert code in {finding.code for finding in EXCEL.compile(template(cells)).lint()}


def test_an_unknown_name_in_a_block_is_told_with_its_cell():
    with pytest.raises(TemplateError) as caught:
        rows(CELLS | {"B2": "{{ r.vv }}{%block endfor %}"})
    assert [(found.place.column, found.place.row) for found in caught.value.findings] == [("B", 2)]
