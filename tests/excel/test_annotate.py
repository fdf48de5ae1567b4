"""Mistakes written into the template as notes."""

import pytest

from reportgen.excel import EXCEL
from tests.excel.books import opened, template

CELLS = {"A1": "{{ ctiy }}", "B2": "{{ city|uper }}", "C3": "{{ city }}"}


@pytest.mark.parametrize("has_comment", [False, True])
def test_each_mistake_is_a_note_on_its_cell(has_comment, ooxml_validator):
    def design(workbook, sheet):
        for address, value in CELLS.items():
            sheet.write(address, value)
        sheet.add_table("E1:F3")
        if has_comment:
            sheet.write_comment("B2", "by the designer")

    data = template(design=design)
    noted = EXCEL.annotate(data, EXCEL.lint(data, {"city": "x"}))
    sheet = opened(noted)["Data"]
    assert sheet["C3"].comment is None
    assert sheet["B2"].comment.text.endswith("There is no filter called “uper”. Did you mean “upper”?")
    assert ("by the designer" in sheet["B2"].comment.text) is has_comment
    assert ooxml_validator(noted, "noted.xlsx") == []


def test_notes_speak_the_language_asked_for():
    data = template({"A1": "{{ ctiy }}"})
    assert (
        opened(EXCEL.annotate(data, EXCEL.lint(data, {"city": 1}), "zh"))["Data"]["A1"].comment.text
        == "名称“ctiy”不存在。 是否应为“city”？"
    )
