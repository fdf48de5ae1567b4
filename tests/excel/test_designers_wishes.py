"""What designers ask of tools like this: shapes around loops that grow, groups of rows, sorting and totals by tag."""

from reportgen.excel import EXCEL
from tests.excel.books import found, opened, part, template

ROWS = [
    {"area": "West", "n": "a", "v": 3}, {"area": "East", "n": "b", "v": 1}, {"area": "West", "n": "c", "v": 2},
]  # fmt: skip
LOOP = {"A3": "{% for r in rows %}{{ r.n }}", "B3": "{{ r.v }}{% endfor %}", "A5": "end"}


def anchors(data):
    """First and last row of each drawing, from 1."""
    xml = part(data, "xl/drawings/drawing1.xml")
    rows = [int(row) + 1 for row in found(r"<xdr:row>(\d+)</xdr:row>", xml)]
    return list(zip(rows[::2], rows[1::2], strict=True))


def drawn(rows, **options):
    def design(workbook, sheet):
        sheet.insert_textbox("D2", "around", {"height": 80, "object_position": 1, **options})
        sheet.insert_textbox("F2", "beside", {"height": 80, "object_position": 2})
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "=Data!$B$3:$B$3"})
        sheet.insert_chart("H2", chart, {"object_position": 1})

    data = template(LOOP, design=design)
    return anchors(data), anchors(EXCEL.compile(data).fill({"rows": rows}).data)


def test_a_shape_that_spans_a_loop_grows_with_it_and_charts_and_fixed_shapes_keep_their_size():
    (chart, around, beside), after = drawn(ROWS * 2)
    assert after == [chart, (around[0], around[1] + 5), beside]
    (chart, around, beside), after = drawn([])
    assert after == [chart, (around[0], around[1] - 1), beside]


def test_rows_are_grouped_in_outlines_under_their_heads():
    def design(workbook, sheet):
        sheet.set_row(2, None, None, {"level": 1})

    cells = {
        "A2": "{% for area in rows | groupby('area') %}{{ area.grouper }}", "B2": "=SUM(B3:B3)",
        "A3": "{% for r in area.list | sort(attribute='v') %}{{ r.n }}", "B3": "{{ r.v }}{% endfor %}{% endfor %}",
        "B4": "{{ rows | sum(attribute='v') }}", "C4": "{{ (rows | sort(attribute='v', reverse=true) | first).n }}",
    }  # fmt: skip
    data = EXCEL.compile(template(cells, design=design)).fill({"rows": ROWS}).data
    sheet = opened(data, data_only=True)["Data"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        ["East", 1, None], ["b", 1, None], ["West", 5, None], ["c", 2, None], ["a", 3, None], [None, 6, "a"],
    ]  # fmt: skip
    assert found(r'<row r="(\d+)"[^>]*outlineLevel="1"', part(data, "xl/worksheets/sheet1.xml")) == [
        "3",
        "5",
        "6",
    ]


def test_totals_over_groups_count_each_row_once():
    cells = {
        "A2": "{% for area in rows | groupby('area') %}{{ area.grouper }}", "B2": "=SUM(B3:B3)",
        "A3": "{% for r in area.list %}{{ r.n }}", "B3": "{{ r.v }}{% endfor %}{% endfor %}",
        "D5": "=SUM(B3:B3)", "E5": "=SUBTOTAL(9,B3)", "F5": "=AVERAGE($B$3:$B$3)", "G5": "=SUM(B2)", "H5": "=B3/SUM(B3:B3)",
        "I5": "=RANK(B3,B3:B3)",
    }  # fmt: skip
    data = EXCEL.compile(template(cells, Other={"A1": "=SUM(Data!B3:B3)"})).fill({"rows": ROWS}).data
    formulas, values = opened(data), opened(data, data_only=True)
    assert [(cell.value, values["Data"][cell.coordinate].value) for cell in formulas["Data"][8][3:]] == [
        ("=SUM(B3:B3,B5:B6)", 6), ("=SUBTOTAL(9,B3,B5:B6)", 6), ("=AVERAGE($B$3:$B$3,$B$5:$B$6)", 2), ("=SUM(B2,B4)", 6),
        ("=B3/SUM(B3:B3,B5:B6)", 1 / 6), ("=RANK(B3,(B3:B3,B5:B6))", None),
    ]  # fmt: skip
    assert (formulas["Other"]["A1"].value, values["Other"]["A1"].value) == ("=SUM(Data!B3:B3,Data!B5:B6)", 6)


def test_totals_over_repeated_columns_count_each_column_once():
    cells = {
        "A1": "{%col for y in years %}{{ y }}", "B1": "x{%col endfor %}", "A2": "{{ y }}", "B2": "=A2*10", "C2": "=SUM(A2:A2)",
    }  # fmt: skip
    data = EXCEL.compile(template(cells)).fill({"years": [1, 2]}).data
    assert opened(data)["Data"]["E2"].value == "=SUM(A2:A2,C2:C2)"
    assert opened(data, data_only=True)["Data"]["E2"].value == 3
