"""A workbook full of what other tools lose, before and after."""

import re

import pytest

from reportgen.excel import EXCEL
from tests.excel.books import found, opened, parts
from tests.excel.zoo import zoo

ROWS = [{"n": "a", "v": 1}, {"n": "b", "v": 3}, {"n": "c", "v": 2}, {"n": "d", "v": 5}]


@pytest.fixture(scope="module")
def before():
    return zoo()


@pytest.fixture(scope="module")
def after(before):
    return EXCEL.compile(before).fill({"rows": ROWS, "city": "重庆"}).data


def test_the_template_itself_is_sound(before, ooxml_validator):
    assert ooxml_validator(before, "zoo.xlsx") == []


@pytest.mark.parametrize("count", [0, 1, 4])
def test_the_filled_workbook_is_sound(before, count, ooxml_validator):
    assert (
        ooxml_validator(EXCEL.compile(before).fill({"rows": ROWS[:count], "city": "重庆"}).data, "zoo.xlsx")
        == []
    )


def test_only_parts_that_had_to_change_did(before, after):
    old, new = parts(before), parts(after)
    changed = {name for name in old if old[name] != new.get(name)}
    assert changed == {
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/tables/table1.xml",
        "xl/charts/chart1.xml",
        "xl/drawings/drawing1.xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/pivotCache/pivotCacheDefinition1.xml",
    }
    assert set(old) == set(new)


def test_pictures_macros_buttons_slicers_and_the_rest_are_still_there(before, after):
    new = parts(after)
    sheet = new["xl/worksheets/sheet1.xml"].decode()
    for what in (
        "<legacyDrawingHF",
        "<legacyDrawing ",
        "x14:slicer ",
        "x14:sparkline>",
        "x14:dataBar",
        "iconSet",
        "<drawing ",
    ):
        assert what in sheet, what
    for name in (
        "xl/slicers/slicer1.xml",
        "xl/printerSettings/printerSettings1.bin",
        "customXml/item1.xml",
        "docProps/custom.xml",
    ):
        assert new[name] == parts(before)[name]
    assert "Go" in new["xl/drawings/vmlDrawing1.vml"].decode()


def test_all_that_refers_to_the_row_follows(after):
    new = {name: body.decode("utf-8", "replace") for name, body in parts(after).items()}
    sheet = new["xl/worksheets/sheet1.xml"]
    assert found(r'<table [^>]*\bref="([^"]+)"', new["xl/tables/table1.xml"]) == ["A3:C7"]
    assert found(r'worksheetSource ref="([^"]+)"', new["xl/pivotCache/pivotCacheDefinition1.xml"]) == [
        "A3:C7"
    ]
    assert 'refreshOnLoad="1"' in new["xl/pivotCache/pivotCacheDefinition1.xml"]
    assert found(r"<xm:sqref>([^<]+)<", sheet) == ["C4:C7", "D4", "D5", "D6", "D7"]
    assert found(r'<protectedRange sqref="([^"]+)"', sheet) == ["B4:B7"]
    assert found(r'<ignoredError sqref="([^"]+)"', sheet) == ["A4:C7"]
    assert found(r"<c:f>([^<]+)<", new["xl/charts/chart1.xml"]) == ["Data!$B$4:$B$7"]
    assert 'textlink="Data!$A$9"' in new["xl/drawings/drawing1.xml"]
    rows = [int(row) for row in re.findall(r"<xdr:row>(\d+)<", new["xl/drawings/drawing1.xml"])]
    assert {7 + 3, 0} <= set(rows)
    assert "&amp;L&amp;G&amp;R重庆" in sheet
    assert opened(after)["Data"]["A9"].comment.text == "a remark on 重庆"


def test_libreoffice_opens_it(after, soffice):
    book = opened(soffice(after, "xlsx", "zoo.xlsx").read_bytes(), data_only=True)
    assert [cell.value for cell in book["Data"]["C"][3:7]] == [2, 6, 4, 10]
