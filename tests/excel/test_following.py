"""Everything that refers to repeated rows follows them."""

import pytest

from reportgen.excel import EXCEL
from tests.excel.books import found, opened, part, parts, template, with_part

ROWS = [{"n": "a", "v": 1}, {"n": "b", "v": 2}, {"n": "c", "v": 3}]


def body(**more):
    """A template with a head in row 1, one repeated row 3, and what ``more`` adds from row 5 on."""
    return {
        "A1": "n",
        "B1": "v",
        "A2": "{% for r in rows %}",
        "A3": "{{ r.n }}",
        "B3": "{{ r.v }}",
        "A4": "{% endfor %}",
    } | more


def formula(cell, text, rows=ROWS, sheet="Data", **sheets):
    """What a formula at ``cell`` of the template reads in the filled sheet at its new place (row 5 is row 5 for 3 rows)."""
    return opened(
        EXCEL.compile(template(body(**({cell: text} if sheet == "Data" else {})), **sheets))
        .fill({"rows": rows})
        .data
    )[sheet]


@pytest.mark.parametrize(
    ("written", "reads"),
    [
        ("=SUM(B3:B3)", "=SUM(B2:B4)"),
        ("=SUM(B3)", "=SUM(B2:B4)"),
        ("=SUM($B$3:$B$3)", "=SUM($B$2:$B$4)"),
        ("=SUBTOTAL(109,B3:B3)", "=SUBTOTAL(109,B2:B4)"),
        ("=SUM(B1:B3)", "=SUM(B1:B4)"),
        ("=SUM(3:3)", "=SUM(2:4)"),
        ("=SUM(B:B)", "=SUM(B:B)"),
        ('=COUNTIF(A3:A3,"a")*A6', '=COUNTIF(A2:A4,"a")*A6'),
        ("=B3", "=B2"),
        ('=COUNTIF(B3,B6)+SUMIF(A3,"a",B3)', '=COUNTIF(B2:B4,B6)+SUMIF(A2:A4,"a",B2:B4)'),
        ("=RANK(B3,B3)+MATCH(2,{1,2},0)", "=RANK(B2,B2:B4)+MATCH(2,{1,2},0)"),
    ],
)
def test_totals_under_a_repeated_row_cover_all_of_it(written, reads):
    assert formula("C5", written)["C5"].value == reads


@pytest.mark.parametrize(
    ("written", "reads"),
    [
        ("=B3*2", ["=B2*2", "=B3*2", "=B4*2"]),
        ("=B3/SUM(B$3:B$3)", ["=B2/SUM(B$2:B$4)", "=B3/SUM(B$2:B$4)", "=B4/SUM(B$2:B$4)"]),
        ("=SUM(B$3:B3)", ["=SUM(B$2:B2)", "=SUM(B$2:B3)", "=SUM(B$2:B4)"]),
        ("=B3-B1", ["=B2-B1", "=B3-B2", "=B4-B3"]),
        ("=B3/B6", ["=B2/B6", "=B3/B6", "=B4/B6"]),
    ],
)
def test_a_formula_in_the_repeated_row_is_copied_as_it_is_meant(written, reads):
    sheet = formula("C3", written)
    assert [sheet[f"C{row}"].value for row in (2, 3, 4)] == reads


def test_subtotals_of_a_nested_loop_stay_within_their_group():
    cells = {
        "A1": "{% for g in groups %}",
        "A2": "{% for v in g %}",
        "B3": "{{ v }}",
        "A4": "{% endfor %}",
        "B5": "=SUM(B3:B3)",
        "A6": "{% endfor %}",
        "B7": "=SUM(B5:B5)",
        "B8": "=SUM(B3:B5)",
    }
    values = [
        cell.value
        for cell in opened(EXCEL.compile(template(cells)).fill({"groups": [[1, 2], [3]]}).data)["Data"]["B"]
    ]
    assert values == [1, 2, "=SUM(B1:B2)", 3, "=SUM(B4:B4)", "=SUM(B3:B3,B5:B5)", "=SUM(B1:B5)"]


def test_other_sheets_follow():
    sheet = formula(
        "C9", "", sheet="Other", Other={"A1": "=SUM(Data!B3:B3)", "A2": "=SUM('Data'!$B$3)", "A3": "=Data!B6"}
    )
    assert [sheet[cell].value for cell in ("A1", "A2", "A3")] == [
        "=SUM(Data!B2:B4)",
        "=SUM('Data'!$B$2:$B$4)",
        "=Data!B6",
    ]


def test_a_sum_over_no_rows_is_a_sum_of_nothing_and_a_mean_looks_at_an_empty_cell():
    assert formula("C5", "=SUM(B3:B3)", rows=[])["C2"].value == "=SUM(0)"
    assert formula("C5", "=SUM(B3:B3,1)", rows=[])["C2"].value == "=SUM(0,1)"
    assert formula("C5", "=AVERAGE(B3:B3)", rows=[])["C2"].value == "=AVERAGE(B1048576:B1048576)"
    assert (
        formula("C5", "=ROWS(B3:B3)+COUNTBLANK(B3)", rows=[])["C2"].value == "=ROWS(#REF!)+COUNTBLANK(#REF!)"
    )
    other = {"sheet": "Other", "Other": {"A1": "=SUM(Data!B3:B3)"}}
    assert formula("C9", "", rows=[], **other)["A1"].value == "=SUM(0)"


def test_shared_formulas_are_written_out_and_moved():
    master, other = '<f t="shared" ref="C5:C6" si="0">SUM(B$3:B$3)+B5</f>', '<f t="shared" si="0"/>'
    data = with_part(
        template(body(C5="=1", C6="=2")),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace("<f>1</f>", master).replace("<f>2</f>", other),
    )
    sheet = opened(EXCEL.compile(data).fill({"rows": ROWS * 2}).data)["Data"]
    assert [sheet["C8"].value, sheet["C9"].value] == ["=SUM(B$2:B$7)+B8", "=SUM(B$2:B$7)+B9"]


def design(workbook, sheet):
    bold = workbook.add_format({"bold": True})
    for address, value in body(A5="total", B5="=SUM(B3:B3)", A8="foot").items():
        sheet.write(address, value)
    sheet.merge_range("A6:C6", "under the table")
    sheet.merge_range("C3:D3", "in each row")
    sheet.conditional_format("B3:B3", {"type": "cell", "criteria": ">", "value": "$C3", "format": bold})
    sheet.conditional_format("B3", {"type": "data_bar", "data_bar_2010": True})
    sheet.data_validation("A3", {"validate": "list", "source": "=$A$8:$A$8"})
    sheet.autofilter("A1:B3")
    sheet.freeze_panes(1, 0)
    sheet.print_area("A1:D8")
    sheet.repeat_rows(0)
    sheet.set_h_pagebreaks([5])
    sheet.write_url("E3", "https://example.org/")
    sheet.add_sparkline("F3", {"range": "Data!B3:C3"})
    sheet.add_sparkline("F5", {"range": "Data!B3:B3"})
    workbook.define_name("Values", "=Data!$B$3:$B$3")
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"name": "=Data!$B$1", "categories": "=Data!$A$3:$A$3", "values": "=Data!$B$3"})
    sheet.insert_chart("A10", chart)
    sheet.insert_textbox("H10", "a remark")


@pytest.fixture
def sheet_xml():
    return part(EXCEL.compile(template(design=design)).fill({"rows": ROWS}).data, "xl/worksheets/sheet1.xml")


def test_merges_move_and_repeat(sheet_xml):
    assert found(r'<mergeCell ref="([^"]+)"', sheet_xml) == ["A6:C6", "C2:D2", "C3:D3", "C4:D4"]


def test_conditional_formats_cover_all_copies_old_and_new(sheet_xml):
    assert found(r'<conditionalFormatting sqref="([^"]+)"', sheet_xml) == ["B2:B4"]
    assert found(r"<formula>([^<]+)<", sheet_xml) == ["$C2"]
    assert "<xm:sqref>B2:B4</xm:sqref>" in sheet_xml


def test_validations_filters_links_and_breaks_follow(sheet_xml):
    assert found(r'<dataValidation [^>]*sqref="([^"]+)"', sheet_xml) == ["A2:A4"]
    assert found(r"<formula1>([^<]+)<", sheet_xml) == ["$A$8:$A$8"]
    assert found(r'<autoFilter ref="([^"]+)"', sheet_xml) == ["A1:B4"]
    assert found(r'<hyperlink ref="([^"]+)"', sheet_xml) == ["E2", "E3", "E4"]
    assert found(r'<brk id="(\d+)"', sheet_xml) == ["5"]


def test_a_sparkline_is_drawn_in_each_copy_and_stretched_under_them(sheet_xml):
    lines = dict(
        zip(found(r"<xm:sqref>(F\d+)<", sheet_xml), found(r"<xm:f>([^<]+)<", sheet_xml), strict=True)
    )
    assert lines == {"F5": "Data!B2:B4", "F2": "Data!B2:C2", "F3": "Data!B3:C3", "F4": "Data!B4:C4"}


def test_names_print_areas_and_titles_follow():
    book = opened(EXCEL.compile(template(design=design)).fill({"rows": ROWS * 2}).data)
    sheet = book["Data"]
    assert book.defined_names["Values"].attr_text == "Data!$B$2:$B$7"
    assert (sheet.print_area, sheet.print_title_rows) == ("'Data'!$A$1:$D$11", "$1:$1")


def test_a_chart_is_stretched_and_its_cache_says_what_the_cells_say():
    data = EXCEL.compile(template(design=design)).fill({"rows": ROWS}).data
    chart = part(data, "xl/charts/chart1.xml")
    assert found(r"<c:f>([^<]+)<", chart) == ["Data!$B$1", "Data!$A$2:$A$4", "Data!$B$2:$B$4"]
    assert found(r"<c:v>([^<]+)<", chart) == ["v", "a", "b", "c", "1", "2", "3"]


def test_drawings_move_with_their_cell_and_keep_their_size():
    anchors = [
        [int(row) for row in found(r"<xdr:row>(\d+)<", part(data, "xl/drawings/drawing1.xml"))]
        for data in (
            template(design=design),
            EXCEL.compile(template(design=design)).fill({"rows": ROWS * 2}).data,
        )
    ]
    assert [after - before for before, after in zip(*anchors, strict=True)] == [3, 3, 3, 3]


def test_a_table_grows_with_its_rows_and_keeps_one_when_there_are_none():
    def with_table(workbook, sheet):
        sheet.add_table(
            "A1:B3",
            {
                "name": "Trade",
                "columns": [{"header": "n"}, {"header": "v", "total_function": "sum"}],
                "total_row": True,
            },
        )
        sheet.write("A2", "{% for r in rows %}{{ r.n }}")
        sheet.write("B2", "{{ r.v }}{% endfor %}")

    areas = [
        found(
            r'<table [^>]*ref="([^"]+)"',
            part(
                EXCEL.compile(template(design=with_table)).fill({"rows": rows}).data, "xl/tables/table1.xml"
            ),
        )
        for rows in (ROWS, [])
    ]
    assert areas == [["A1:B5"], ["A1:B3"]]


def test_what_need_not_change_is_byte_for_byte_the_same():
    before = template(design=design, Notes={"A1": "kept", "A2": "=1+1"})
    old, new = parts(before), parts(EXCEL.compile(before).fill({"rows": ROWS}).data)
    changed = {name for name in old if old[name] != new.get(name)}
    assert changed == {
        "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/charts/chart1.xml", "xl/sharedStrings.xml",
    }  # fmt: skip
    assert "{" not in new["xl/sharedStrings.xml"].decode()


@pytest.mark.parametrize("count", [0, 1, 7])
def test_the_filled_workbook_is_valid(count, ooxml_validator):
    assert (
        ooxml_validator(
            EXCEL.compile(template(design=design)).fill({"rows": ROWS[:1] * count}).data, "book.xlsx"
        )
        == []
    )
