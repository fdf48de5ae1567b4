"""Grouped tables: a heading above each group, a subtotal below where its rows add up, else the reason once."""

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from reportgen import fill_excel, fill_word
from reportgen.errors import PackError
from reportgen.language import language
from reportgen.messages import Bilingual
from tests.builders import dataset
from tests.figures.made import vocabulary

CITY = (
    "exports D1 2023=10.0e8", "exports D2 2023=20.0e8", "exports CN-CQ 2023=30.1e8",
    "imports D1 2023=14.0e8", "imports D2 2023=16.0e8", "imports CN-CQ 2023=30.1e8",
)  # fmt: skip
AREAS = {"CN-CQ": {}, "D1": {"parent": "CN-CQ"}, "D2": {"parent": "CN-CQ"}}


def made(definition, *lines, **more):
    return words(definition, *lines, **more)["tables"].t.content()


def words(definition, *lines, language="en", additive=("areas",), **more):
    indicators = {code: {"additive": additive} for code in ("exports", "imports")}
    data = dataset(*lines or CITY, areas=AREAS, indicators=indicators, **more)
    return vocabulary(data, language, "2023", tables={"t": definition})


def rows(table):
    return [(row.role, *(str(cell.shown) for cell in row.cells)) for row in table.rows]


BY_INDICATOR = {
    "rows": [{"indicator": "exports", "each": "areas"}, {"indicator": "imports", "each": "areas"}],
    "columns": ["level", "yoy"],
    "group_by": "indicator",
}


def test_rows_stand_in_groups_under_a_heading():
    assert rows(made(BY_INDICATOR)) == [
        ("group", "exports"), ("body", "D1", "1.00"), ("body", "D2", "2.00"),
        ("group", "imports"), ("body", "D1", "1.40"), ("body", "D2", "1.60"),
    ]  # fmt: skip


def test_a_group_of_all_parts_has_its_sum_as_a_figure_of_its_own():
    table = made({**BY_INDICATOR, "subtotals": True})
    subtotals = [row for row in table.rows if row.role == "total"]
    assert [[str(cell.shown) for cell in row.cells] for row in subtotals] == [
        ["Subtotal", "3.00"], ["Subtotal", "3.00"],
    ]  # fmt: skip
    assert subtotals[0].cells[1].content.key


def test_a_published_whole_that_contradicts_a_subtotal_stands_in_its_note():
    contradicted = [line.replace("exports CN-CQ 2023=30.1e8", "exports CN-CQ 2023=31.0e8") for line in CITY]
    table = made({**BY_INDICATOR, "subtotals": True}, *contradicted)
    assert [str(row.cells[1].shown) for row in table.rows if row.role == "total"] == ["…", "3.00"]
    assert any(
        "come to 3.00 billion yuan, while 3.10 billion yuan is published" in str(note) for note in table.notes
    )


FILLED = [
    ["exports", ""], ["D1", "1.00"], ["D2", "2.00"], ["Subtotal", "3.00"],
    ["imports", ""], ["D1", "1.40"], ["D2", "1.60"], ["Subtotal", "3.00"],
]  # fmt: skip


def test_word_gets_headings_across_and_subtotals_that_lead_to_their_figures(tmp_path):
    template = docx.Document()
    template.add_paragraph("{{ tables.t }}")
    template.save(tmp_path / "t.docx")
    asked = {**BY_INDICATOR, "columns": ["level"], "subtotals": True}
    result = fill_word(tmp_path / "t.docx", words(asked), tmp_path / "o.docx")

    (table,) = docx.Document(str(tmp_path / "o.docx")).tables
    body = [
        ["".join(text.text for text in cell.iter(qn("w:t"))) for cell in row.tc_lst]
        for row in table._tbl.tr_lst[1:]
    ]
    assert [[*row, ""][:2] for row in body] == FILLED
    assert len(result.figures) == 6


def test_excel_gets_rows_of_groups_and_subtotals_as_numbers(tmp_path):
    book = openpyxl.Workbook()
    lines = ("{% for r in tables.t.rows %}", "{{ r.label }}", "{% endfor %}")
    for row, text in enumerate(lines, start=1):
        book.active.cell(row, 1, text)
    book.active["B2"] = "{{ r.level }}"
    book.save(tmp_path / "t.xlsx")
    asked = {**BY_INDICATOR, "columns": ["level"], "subtotals": True}
    fill_excel(tmp_path / "t.xlsx", words(asked), tmp_path / "o.xlsx")

    sheet = openpyxl.load_workbook(tmp_path / "o.xlsx").active
    values = [
        [row[0], "" if row[1] is None else f"{row[1]:.2f}"]
        for row in sheet.iter_rows(max_col=2, values_only=True)
    ]
    assert values == FILLED


def test_in_chinese_it_is_called_xiaoji():
    table = made({**BY_INDICATOR, "subtotals": True}, language="zh")
    assert [row.cells[0].content for row in table.rows if row.role == "total"] == ["小计", "小计"]


def test_without_the_declaration_there_is_no_sum_and_a_note_says_why():
    table = made({**BY_INDICATOR, "subtotals": True}, additive=())
    assert [str(row.cells[1].shown) for row in table.rows if row.role == "total"] == ["…", "…"]
    assert any("Nothing says that the parts are all there" in str(note) for note in table.notes)


def test_rows_that_are_not_all_the_parts_have_no_subtotal_and_a_note_says_so_once():
    by_area = {
        "rows": [{"indicator": code, "area": area} for code in ("exports", "imports") for area in ("D1", "D2")],
        "columns": ["level"], "group_by": "area", "subtotals": True,
    }  # fmt: skip
    table = made(by_area)
    assert rows(table)[:4] == [
        ("group", "D1"), ("body", "exports", "1.00"), ("body", "imports", "1.40"), ("total", "Subtotal①", "—"),
    ]  # fmt: skip
    assert sum("not all the parts of one whole" in str(note) for note in table.notes) == 1
    assert all(row.cells[0].marks for row in table.rows if row.role == "total")


def test_targets_by_department():
    lines = "trade CN-CQ 2023=10e9 2025:target=>20e9", "exports CN-CQ 2023=5e9 2025:target=>9e9"
    table = made(
        {"targets": ["trade_2025", "exports_2025"], "columns": ["target"], "group_by": "department"}, *lines
    )
    assert rows(table)[0] == ("group", "Commission of Commerce")
    assert [role for role, *_ in rows(table)] == ["group", "body", "body"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"group_by": "departement"}, "Did you mean department?"),
        ({"group_by": "area", "subtotals": 1}, "subtotals"),
        ({"subtotals": True}, "there are no groups to have subtotals"),
    ],
)
def test_a_wrong_grouping_is_named(wrong, said):
    definition = {key: value for key, value in BY_INDICATOR.items() if key != "group_by"}
    with pytest.raises(PackError) as error:
        made({**definition, **wrong})
    assert said in " ".join(language("en").sentence(found) for found in error.value.findings)


def test_areas_of_one_name_are_groups_of_their_own():
    """苏州 and 宿州 are both Suzhou in English."""
    suzhou = {"parent": "CN-CQ", "label": Bilingual("Suzhou", "苏州")}
    areas = {"CN-CQ": {}, "D1": suzhou, "D2": suzhou}
    data = dataset(*CITY, areas=areas, indicators={code: {} for code in ("exports", "imports")})
    by_area = {**BY_INDICATOR, "group_by": "area"}
    headed = rows(vocabulary(data, "en", "2023", tables={"t": by_area})["tables"].t.content())
    assert [row[1] for row in headed if row[0] == "group"] == ["Suzhou", "Suzhou"]
