"""Our own lint finds what the validator does not see; and what would lead there is told or put right."""

import pytest

from reportgen.errors import TemplateError
from reportgen.excel import EXCEL
from reportgen.ooxml.files import place_files
from tests.excel.books import opened, template, with_part
from tests.excel.soundness import unsound

SHEET, TABLE, BOOK = "xl/worksheets/sheet1.xml", "xl/tables/table1.xml", "xl/workbook.xml"


def design(workbook, sheet):
    sheet.merge_range("A1:B1", "merged")
    sheet.add_table("A3:B4", {"columns": [{"header": "n"}, {"header": "v"}]})
    sheet.write_formula("D1", "=SUM(Table1[v])")
    sheet.write_url("D2", "https://example.org/")
    sheet.write_comment("D3", "one")
    sheet.write_comment("D4", "two")
    workbook.define_name("Here", "=Data!$A$1")


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (SHEET, '<mergeCell ref="A1:B1"/>', '<mergeCell ref="A1:B1"/><mergeCell ref="B1:C1"/>', "overlap"),
        (SHEET, '<row r="3"', '<row r="1"', "row 1 follows row 2"),
        (SHEET, 'r="B3"', 'r="A3"', "cell A3 follows A3"),
        (TABLE, 'name="v"', 'name="w"', "over the cells"),
        (TABLE, 'name="v"', 'name="N"', "two columns of one name"),
        (TABLE, 'ref="A3:B4"', 'ref="A3:C4"', "has 2 columns over"),
        (SHEET, "Table1[v]", "Table1[w]", "names no column of Table1"),
        (SHEET, 'r:id="rId1"', 'r:id="rId9"', "names no relationship rId9"),
        (SHEET, 's="1"', 's="99"', "no format 99"),
        (BOOK, "Data!$A$1", "Gone!$A$1", "Here refers to no sheet"),
        ("xl/comments1.xml", 'ref="D4"', 'ref="D3"', "two comments at D3"),
        ("xl/drawings/vmlDrawing1.vml", "_x0000_s1026", "_x0000_s1025", "two shapes _x0000_s1025"),
        ("xl/worksheets/_rels/sheet1.xml.rels", "../comments1.xml", "../comments7.xml", "leads to no part"),
    ],
)
def test_it_finds_what_is_planted(part, old, new, said):
    sound = template(design=design)
    assert unsound(sound) == []
    assert said in " ".join(unsound(with_part(sound, part, lambda xml: xml.replace(old, new, 1))))


def test_no_test_can_place_an_unsound_workbook(tmp_path):
    data = with_part(template(design=design), SHEET, lambda xml: xml.replace('<row r="3"', '<row r="1"', 1))
    with pytest.raises(AssertionError, match="row 1 follows row 2"):
        place_files({tmp_path / "book.xlsx": data})
    assert list(tmp_path.iterdir()) == []


def heads(**context):
    def with_tags(workbook, sheet):
        sheet.add_table("A1:B2", {"columns": [{"header": "{{ one }}"}, {"header": "{{ two }}"}]})

    return EXCEL.compile(template(design=with_tags)).fill(context).data


def test_heads_of_a_table_are_its_column_names():
    data = heads(one="R&D <5%", two=2024)
    assert unsound(data) == []
    assert [cell.value for cell in opened(data)["Data"][1]] == ["R&D <5%", "2024"]


def test_two_heads_of_one_name_are_told():
    with pytest.raises(TemplateError, match="two columns"):
        heads(one="Trade", two="trade")


def test_a_table_widens_with_its_repeated_columns(ooxml_validator):
    def with_columns(workbook, sheet):
        sheet.add_table("A2:C3", {"columns": [{"header": "n"}, {"header": "{{ m }}"}, {"header": "total"}]})
        sheet.write("B1", "{%col for m in months %}{%col endfor %}")
        for address, value in {"A3": "x", "B3": "{{ m }}", "C3": "=SUM(B3:B3)"}.items():
            sheet.write(address, value)

    data = EXCEL.compile(template(design=with_columns)).fill({"months": [2023, 2024, 2025]}).data
    (table,) = opened(data)["Data"].tables.values()
    assert (table.ref, [column.name for column in table.tableColumns]) == (
        "A1:E2",
        ["n", "2023", "2024", "2025", "total"],
    )
    assert opened(data)["Data"]["E2"].value == "=SUM(B2:D2)"
    assert ooxml_validator(data) == []
