"""Our own lint finds what the validator does not see; and what would lead there is told or put right."""

import pytest

from reportgen.errors import TemplateError
from reportgen.excel import EXCEL
from tests.excel.books import opened, template, with_part
from tests.excel.soundness import unsound

SHEET, TABLE = "xl/worksheets/sheet1.xml", "xl/tables/table1.xml"


def design(workbook, sheet):
    sheet.merge_range("A1:B1", "merged")
    sheet.add_table("A3:B4", {"columns": [{"header": "n"}, {"header": "v"}]})


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (SHEET, '<mergeCell ref="A1:B1"/>', '<mergeCell ref="A1:B1"/><mergeCell ref="B1:C1"/>', "overlap"),
        (SHEET, '<row r="3"', '<row r="1"', "row 1 follows row 1"),
        (SHEET, 'r="B3"', 'r="A3"', "cell A3 follows A3"),
        (TABLE, 'name="v"', 'name="w"', "over the cells"),
        (TABLE, 'name="v"', 'name="N"', "two columns of one name"),
    ],
)
def test_it_finds_what_is_planted(part, old, new, said):
    sound = template(design=design)
    assert unsound(sound) == []
    assert said in " ".join(unsound(with_part(sound, part, lambda xml: xml.replace(old, new, 1))))


def heads(**context):
    def with_tags(workbook, sheet):
        sheet.add_table("A1:B2", {"columns": [{"header": "{{ one }}"}, {"header": "{{ two }}"}]})

    return EXCEL.fill(template(design=with_tags), context).data


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

    data = EXCEL.fill(template(design=with_columns), {"months": [2023, 2024, 2025]}).data
    (table,) = opened(data)["Data"].tables.values()
    assert (table.ref, [column.name for column in table.tableColumns]) == (
        "A1:E2",
        ["n", "2023", "2024", "2025", "total"],
    )
    assert opened(data)["Data"]["E2"].value == "=SUM(B2:D2)"
    assert ooxml_validator(data) == []
