"""Templates as other programs save them."""

import io

import openpyxl
import pytest

from reportgen.errors import PackageError, TemplateError
from reportgen.excel import EXCEL
from tests.excel.books import column, opened, part, template, with_part

CELLS = {"A1": "name", "A2": "{% for r in rows %}", "A3": "{{ r.n }}", "B3": "{{ r.v }}", "C3": "=B3*2", "A4": "{% endfor %}", "B5": "=SUM(B3:B3)"}  # fmt: skip
ROWS = [{"n": "甲", "v": 1}, {"n": "乙", "v": 2}]


def by_openpyxl():
    book = openpyxl.Workbook()
    book.active.title = "Data"
    for address, value in CELLS.items():
        book.active[address] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def prefixed(text):
    """A sheet's XML with a prefix on every element, as the Open XML SDK writes it."""
    import re

    text = re.sub(r"<(/?)(?!\?|\w+:)(\w)", r"<\1x:\2", text)
    return text.replace('xmlns="', 'xmlns:x="', 1)


def check(data):
    assert column(data, "A")[:3] == ["name", "甲", "乙"]
    assert column(data, "B")[1:4] == [1, 2, "=SUM(B2:B3)"]
    assert [cell.value for cell in opened(data, data_only=True)["Data"]["C"]][1:3] == [2, 4]


def test_openpyxl():
    check(EXCEL.compile(by_openpyxl()).fill({"rows": ROWS}).data)


@pytest.mark.long
def test_libreoffice(soffice, ooxml_validator):
    saved = soffice(template(CELLS), "xlsx", "saved.xlsx").read_bytes()
    data = EXCEL.compile(saved).fill({"rows": ROWS}).data
    check(data)
    assert set(ooxml_validator(data, "a.xlsx")) <= set(ooxml_validator(saved, "b.xlsx"))


def test_prefixed_elements():
    data = with_part(template(CELLS), "xl/worksheets/sheet1.xml", prefixed)
    check(EXCEL.compile(data).fill({"rows": ROWS}).data)


def test_a_template_becomes_a_workbook():
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    data = with_part(
        template(CELLS),
        "[Content_Types].xml",
        lambda xml: xml.replace(f"{kind}sheet.main", f"{kind}template.main"),
    )
    assert f"{kind}sheet.main" in part(EXCEL.compile(data).fill({"rows": ROWS}).data, "[Content_Types].xml")


def test_a_workbook_without_tags_comes_out_as_it_went_in():
    from tests.excel.books import parts

    data = template({"A1": "x", "A2": "=1+1"}, Other={"A1": "=Data!A2"})
    old, new = parts(data), parts(EXCEL.compile(data).fill({}).data)
    assert {name for name in old if old[name] != new[name]} == set()


def test_dates_count_from_1904_where_the_workbook_does():
    import datetime as dt

    data = with_part(
        template({"A1": "{{ d }}"}),
        "xl/workbook.xml",
        lambda xml: xml.replace("<workbookPr ", '<workbookPr date1904="1" '),
    )
    assert opened(EXCEL.compile(data).fill({"d": dt.date(2025, 5, 1)}).data)["Data"][
        "A1"
    ].value == dt.datetime(2025, 5, 1)


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_said_in_a_sentence(data):
    with pytest.raises((PackageError, TemplateError)):
        EXCEL.compile(data).fill({})
