"""Array formulas, data tables, 3-D, structured and whole-row references: each kind of formula follows, and says no stale value."""

import pytest

from reportgen.excel import EXCEL
from tests.excel.books import found, opened, part, template, with_part

ROWS = [{"n": "a", "v": 1}, {"n": "b", "v": 2}, {"n": "c", "v": 3}, {"n": "d", "v": 5}]
LOOP = {
    "A1": "n",
    "B1": "v",
    "A2": "{% for r in rows %}",
    "A3": "{{ r.n }}",
    "B3": "{{ r.v }}",
    "A4": "{% endfor %}",
}


def filled(write, rows=ROWS, change=lambda xml: xml, **sheets):
    """A filled workbook; ``write(sheet)`` adds formulas around a repeated row 3 (rows 2 to 5 with four rows)."""

    def design(workbook, sheet):
        for address, value in LOOP.items():
            sheet.write(address, value)
        write(sheet)

    data = with_part(template(design=design, **sheets), "xl/worksheets/sheet1.xml", change)
    return EXCEL.compile(data).fill({"rows": rows}).data


def cell(data, address, sheet=1):
    """The XML of a cell."""
    (xml,) = found(rf'(<c r="{address}"(?:[^>]*/>|.*?</c>))', part(data, f"xl/worksheets/sheet{sheet}.xml"))
    return xml


def arrays(sheet):
    sheet.write_array_formula("C3:C3", "{=SUM(B3*A3:B3)}")
    sheet.write_array_formula("D3:E3", "{=A3:B3}")
    sheet.write_array_formula("C6:C6", "{=SUM(B3:B3*2)}")
    sheet.write_array_formula("D6:D7", "{=TRANSPOSE(B3:C3)}", None, 99)


def test_an_array_formula_keeps_its_kind_and_the_area_it_fills():
    xml = part(filled(arrays), "xl/worksheets/sheet1.xml")
    assert found(r'<f t="array" ref="([^"]+)"', xml) == [
        *[area for row in (2, 3, 4, 5) for area in (f"C{row}", f"D{row}:E{row}")],
        "C7",
        "D7:D8",
    ]
    assert found(r'<f t="array"[^>]*>([^<]+)<', xml)[-2:] == ["SUM(B2:B5*2)", "TRANSPOSE(B2:C5)"]


def test_a_stretched_array_formula_leaves_no_stale_value_in_the_cells_it_fills():
    data = filled(arrays)
    assert "<v>" not in cell(data, "D7")
    assert "<v>" not in cell(data, "D8")


def test_array_formulas_and_what_rests_on_them_are_left_to_the_program_that_opens_the_file(soffice):
    def write(sheet):
        sheet.write_array_formula("C6:C6", "{=SUM(B3:B3*2)}")
        sheet.write_formula("C7", "=C6*2")
        sheet.write_array_formula("D6:D6", "{=B3:B3*2}")

    data = filled(write)
    ours, theirs = (
        opened(book, data_only=True)["Data"] for book in (data, soffice(data, "xlsx", "a.xlsx").read_bytes())
    )
    assert [sheet[at].value for sheet in (ours, theirs) for at in ("C7", "C8", "D7")] == [None] * 3 + [
        22,
        44,
        2,
    ]


def test_a_dynamic_array_stays_one():
    data = filled(lambda sheet: sheet.write_dynamic_array_formula("C6:C6", "=UNIQUE(B3:B3)"))
    assert 'cm="1"' in cell(data, "C7")
    assert "_xlfn.UNIQUE(B2:B5)" in cell(data, "C7")


def test_nothing_is_worked_out_from_cells_whose_values_are_unknown():
    def write(sheet):
        sheet.write_array_formula("C6:C7", "{=TRANSPOSE(B3:C3)}")
        sheet.write_formula("D6", "=C7*2")

    assert "<v>" not in cell(filled(write), "D7")


def test_a_data_table_follows_its_input_cell_and_loses_its_old_results():
    def write(sheet):
        for address, value in {"D6": 1, "E6": "=SUM(B3:B3)*D6", "D7": 2, "E7": "=9", "D8": 3}.items():
            sheet.write(address, value)
        sheet.write_number("E8", 99)

    table = '<f t="dataTable" ref="E7:E8" dt2D="0" dtr="0" r1="D6"/>'
    data = filled(write, change=lambda xml: xml.replace("<f>9</f>", table))
    assert '<f t="dataTable" ref="E8:E9" dt2D="0" dtr="0" r1="D7"/>' in cell(data, "E8")
    assert "<v>" not in cell(data, "E8") + cell(data, "E9")


OVER_SHEETS = {
    "=SUM(Data:Other!B9)": ("SUM(Data!B10,Other!B9)", 0),
    "=SUM(Data:Other!B3)": ("SUM(Data!B2:B5,Other!B3)", 18),
    "=SUM(Data:Other!B1:B9)": ("SUM(Data!B1:B10,Other!B1:B9)", 18),
    "=MAX('Data:Other'!$B$3)": ("MAX(Data!$B$2:$B$5,Other!$B$3)", 7),
    "=COUNT(Data:Other!B1)": ("COUNT(Data:Other!B1)", 0),
}


def test_a_reference_over_sheets_that_moved_apart_names_the_cells_of_each(soffice):
    last = {f"A{row}": written for row, written in enumerate(OVER_SHEETS, 1)}
    data = EXCEL.compile(template(LOOP, Other={"B3": 7}, Last=last)).fill({"rows": ROWS}).data
    reads, values = zip(*OVER_SHEETS.values(), strict=True)
    assert found("<f>([^<]+)<", part(data, "xl/worksheets/sheet3.xml")) == list(reads)
    recalculated = opened(soffice(data, "xlsx", "a.xlsx").read_bytes(), data_only=True)
    assert [cell.value for cell in recalculated["Last"]["A"]] == list(values)
    cached = [cell.value for cell in opened(data, data_only=True)["Last"]["A"]]
    assert all(ours in (theirs, None) for ours, theirs in zip(cached, values, strict=True))


def test_a_function_that_takes_no_list_of_ranges_gets_no_wrong_ones():
    data = (
        EXCEL.compile(template(LOOP, Other={"B3": 7}, Last={"A1": "=LARGE(Data:Other!B3,1)"}))
        .fill({"rows": ROWS})
        .data
    )
    assert found("<f>([^<]+)<", part(data, "xl/worksheets/sheet3.xml")) == ["LARGE(#REF!,1)"]


def test_a_reference_over_sheets_takes_in_the_sheets_between():
    sheets = {"Between": LOOP, "Other": {"B3": 7}, "Last": {"A1": "=SUM(First:Other!B3)"}}
    data = with_part(
        template({"B3": 1}, **sheets),
        "xl/workbook.xml",
        lambda xml: xml.replace('name="Data"', 'name="First"'),
    )
    made = EXCEL.compile(data).fill({"rows": ROWS}).data
    assert found("<f>([^<]+)<", part(made, "xl/worksheets/sheet4.xml")) == [
        "SUM(First!B3,Between!B2:B5,Other!B3)"
    ]


def test_structured_references_stay_as_they_are_and_their_table_grows():
    def design(workbook, sheet):
        sheet.add_table("F2:G3", {"name": "Trade", "columns": [{"header": "n"}, {"header": "v"}]})
        sheet.write("F3", "{% for r in rows %}{{ r.n }}")
        sheet.write("G3", "{{ r.v }}{% endfor %}")
        sheet.write_formula("H3", "=Trade[[#This Row],[v]]/SUM(Trade[v])")

    data = EXCEL.compile(template(design=design)).fill({"rows": ROWS}).data
    assert (
        found("<f>([^<]+)<", part(data, "xl/worksheets/sheet1.xml"))
        == ["Trade[[#This Row],[v]]/SUM(Trade[v])"] * 4
    )
    assert 'ref="F2:G6"' in part(data, "xl/tables/table1.xml")


@pytest.mark.parametrize(
    ("written", "reads"),
    [
        ("=SUM(3:3)", "SUM(2:5)"),
        ("=SUM($3:$3)", "SUM($2:$5)"),
        ("=SUM(3:9)", "SUM(2:10)"),
        ("=COUNTA(A:A)", "COUNTA(A:A)"),
        ("=SUM(Data:Data!B:B)", "SUM(Data:Data!B:B)"),
        ("=SUM([1]Other!B3)", "SUM([1]Other!B3)"),
        ("=SUM(B3:INDEX(B:B,3))", "SUM(B2:INDEX(B:B,3))"),
        ('="B3"&SUM(B3)', '"B3"&SUM(B2:B5)'),
    ],
)
def test_whole_rows_and_columns_and_what_is_no_reference(written, reads):
    assert found("<f>([^<]+)<", cell(filled(lambda sheet: sheet.write_formula("J6", written)), "J7")) == [
        reads.replace("&", "&amp;")
    ]
