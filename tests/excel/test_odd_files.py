"""Workbooks that other programs or other hands left odd: filled, or refused in one sentence that names the part."""

import pytest

from reportgen.errors import PackageError
from reportgen.excel import EXCEL
from reportgen.language import say
from tests.excel.books import opened, part, parts, template, with_part

SHEET = "xl/worksheets/sheet1.xml"
SIMPLE = {"A1": "k", "A2": "{{ v }}"}


def with_sheet(old, new, cells=SIMPLE):
    data = with_part(template(cells), SHEET, lambda xml: xml.replace(old, new, 1))
    assert new in part(data, SHEET)
    return data


def test_a_text_cell_that_names_no_text_is_empty():
    data = EXCEL.compile(with_sheet('t="s"><v>0</v>', 't="s"><v/>')).fill({"v": 3}).data
    assert [cell.value for cell in opened(data)["Data"]["A"]] == [None, 3]


@pytest.mark.parametrize(
    "rule",
    [
        '<conditionalFormatting sqref="#REF!"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule>'
        "</conditionalFormatting>",
        '<dataValidations count="1"><dataValidation type="list" sqref="#REF!"><formula1>"x"</formula1></dataValidation>'
        "</dataValidations>",
    ],
)
def test_a_rule_of_no_cells_goes(rule):
    data = EXCEL.compile(with_sheet("<pageMargins", rule + "<pageMargins")).fill({"v": 3}).data
    assert opened(data)["Data"]["A2"].value == 3
    assert "#REF!" not in part(data, SHEET)


def test_an_address_that_is_none_ends_in_a_sentence_that_names_the_part():
    data = with_sheet("<pageMargins", '<mergeCells count="1"><mergeCell ref="?"/></mergeCells><pageMargins')
    with pytest.raises(PackageError) as caught:
        EXCEL.compile(data).fill({"v": 3})
    assert SHEET in say(caught.value.message, "en")
    assert SHEET in say(caught.value.message, "zh")


def test_a_workbook_is_found_by_its_relationships():
    import io
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, body in parts(template(SIMPLE)).items():
            moved = body.replace(b'"xl/', b'"wb/').replace(b'"/xl/', b'"/wb/')
            package.writestr(name.replace("xl/", "wb/", 1) if name.startswith("xl/") else name, moved)
    data = EXCEL.compile(made.getvalue()).fill({"v": 3}).data
    assert opened(data)["Data"]["A2"].value == 3


def test_a_workbook_without_worksheets_is_refused():
    data = with_part(
        template(SIMPLE), "xl/workbook.xml", lambda xml: xml.replace("<sheet ", "<!--").replace("</sheets>", "--></sheets>")
        if False else xml.partition("<sheets>")[0] + "<sheets/>" + xml.partition("</sheets>")[2],
    )  # fmt: skip
    with pytest.raises(PackageError) as caught:
        EXCEL.compile(data).fill({"v": 3})
    assert say(caught.value.message, "en") == "The template has no worksheet to fill in."
