"""Mistakes written into the template as notes."""

import io
import re
import zipfile

import pytest

from reportgen.excel import EXCEL
from reportgen.findings import Finding, Place, Severity
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
    noted = EXCEL.annotate(data, EXCEL.compile(data).lint({"city": "x"}))
    sheet = opened(noted)["Data"]
    assert sheet["C3"].comment is None
    assert sheet["B2"].comment.text.endswith("There is no filter called “uper”.\nDid you mean “upper”?")
    assert ("by the designer" in sheet["B2"].comment.text) is has_comment
    assert ooxml_validator(noted, "noted.xlsx") == []


def test_notes_speak_the_language_asked_for():
    data = template({"A1": "{{ ctiy }}"})
    assert (
        opened(EXCEL.annotate(data, EXCEL.compile(data).lint({"city": 1}), "zh"))["Data"]["A1"].comment.text
        == "名称“ctiy”不存在。\n是否应为“city”？"
    )


def test_the_box_of_a_long_note_is_taller():
    """Five rows at least; of a note of 20 lines, with 40 letters in each, more than 20."""
    long = "word " * 160
    findings = [
        Finding("tag-without-end", Severity.ERROR, what, "", place=Place(sheet="Data", row=row, column="A"))
        for row, what in ((3, "short"), (40, long))
    ]
    noted = EXCEL.annotate(template({"A1": "x"}), findings)
    with zipfile.ZipFile(io.BytesIO(noted)) as file:
        drawing = next(file.read(name).decode() for name in file.namelist() if name.endswith(".vml"))
    anchors = [
        list(map(int, found.split(","))) for found in re.findall("<x:Anchor>(.*?)</x:Anchor>", drawing)
    ]
    short, tall = (anchor[6] - anchor[2] for anchor in anchors)
    assert short == 5
    assert 20 < tall < 35
