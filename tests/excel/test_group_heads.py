"""Rows that repeat in groups: what stands between them (heads, subtotals) is in no range over the rows, or is told."""

import pytest

from reportgen.errors import TemplateError
from reportgen.excel import EXCEL
from reportgen.language import language
from tests.excel.books import found, opened, part, template

GROUPS = [
    {"name": "North", "rows": [{"n": "a", "v": 5}, {"n": "b", "v": 9}]},
    {"name": "South", "rows": [{"n": "c", "v": 2}]},
    {"name": "West", "rows": [{"n": "d", "v": 7}, {"n": "e", "v": 1}]},
]
"""Heads come to stand in rows 1, 4 and 6, the rows in 2, 3, 5, 7 and 8: 24 altogether, 14, 2 and 8 a group."""


def cells(head, last="", row=""):
    return {
        "A1": "{% for g in groups %}",
        "A2": "{{ g.name }}",
        "B2": head,
        "A3": "{% for r in g.rows %}",
        "A4": "{{ r.n }}",
        "B4": "{{ r.v }}",
        "C4": row,
        "A5": "{% endfor %}",
        "A6": "{% endfor %}",
        "D7": last,
    }


def filled(*arguments, design=None, **options):
    return EXCEL.compile(template(cells(*arguments, **options), design=design)).fill({"groups": GROUPS})


SUBTOTAL = "=SUM(B4:B4)"
CORRECTED = {
    "=SUM(B4)": ("=SUM(B2:B3,B5,B7:B8)", 24),
    "=SUMSQ(B4)": ("=SUMSQ(B2:B3,B5,B7:B8)", 160),
    "=RANK(7,B4)": ("=RANK(7,(B2:B3,B5,B7:B8))", 2),
    "=LARGE(B4,2)": ("=LARGE((B2:B3,B5,B7:B8),2)", 7),
    "=SMALL(B4,2)": ("=SMALL((B2:B3,B5,B7:B8),2)", 2),
    "=PERCENTILE(B4,0.5)": ("=PERCENTILE((B2:B3,B5,B7:B8),0.5)", 5),
    "=QUARTILE(B4,4)": ("=QUARTILE((B2:B3,B5,B7:B8),4)", 9),
}


@pytest.mark.parametrize("written", CORRECTED)
def test_functions_of_several_ranges_or_areas_get_the_rows_alone(written):
    made = filled(SUBTOTAL, written)
    reads, value = CORRECTED[written]
    assert made.findings == ()
    assert opened(made.data)["Data"]["D9"].value == reads
    assert opened(made.data, data_only=True)["Data"]["D9"].value in (value, None)


@pytest.mark.long
@pytest.mark.office
def test_libreoffice_finds_the_same_values(soffice_many):
    books = {f"{number}.xlsx": filled(SUBTOTAL, written).data for number, written in enumerate(CORRECTED)}
    theirs = soffice_many(books)
    values = [
        opened(theirs[name].read_bytes(), data_only=True)["Data"]["D9"].value for name in sorted(theirs)
    ]
    assert values == [value for _, value in CORRECTED.values()]


def test_a_running_total_passes_over_the_heads():
    made = filled(SUBTOTAL, row="=SUM(B$4:B4)")
    sheet, values = opened(made.data)["Data"], opened(made.data, data_only=True)["Data"]
    assert [values[f"C{row}"].value for row in (2, 3, 5, 7, 8)] == [5, 14, 16, 23, 24]
    assert sheet["C7"].value == "=SUM(B$2:B3,B$5:B5,B$7:B7)"


def test_within_a_group_a_range_is_that_of_the_group():
    made = filled("=LARGE(B4:B4,1)")
    assert [opened(made.data)["Data"][f"B{row}"].value for row in (1, 4, 6)] == [
        "=LARGE(B2:B3,1)", "=LARGE(B5:B5,1)", "=LARGE(B7:B8,1)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "written", ["=SUMPRODUCT(B4,B4)", '=SUMIF(B4,">1")', "=SUM(B4:B4*2)", "=CORREL(B4,B4)"]
)
def test_what_cannot_leave_subtotals_out_is_refused(written):
    with pytest.raises(TemplateError, match="takes in what stands between them") as caught:
        filled(SUBTOTAL, written)
    (finding,) = caught.value.findings
    assert (finding.code, finding.variant, finding.place.row) == ("range-over-heads", "counted", 7)
    assert "Leave these columns empty" in language("en").remedy(finding)


@pytest.mark.parametrize(
    ("written", "value"), [("=SUMPRODUCT(B4,B4)", 160), ('=SUMIF(A4,"a",B4)', 5), ("=RANK(7,B4)", 2)]
)
def test_over_heads_with_nothing_in_these_columns_all_is_as_it_was(written, value):
    made = filled("", written)
    assert made.findings == ()
    assert opened(made.data, data_only=True)["Data"]["D9"].value == value


@pytest.mark.parametrize("written", ["=INDEX(B4,3)", "=ROWS(B4)", "=COUNTBLANK(B4)"])
def test_what_counts_the_heads_by_their_place_is_refused_even_where_they_are_empty(written):
    with pytest.raises(TemplateError, match="counts the rows between them as well"):
        filled("", written)


@pytest.mark.parametrize(
    "written",
    ['=VLOOKUP("c",A4:B4,2,0)', '=INDEX(B4,MATCH("c",A4,0))', '=COUNTIF(A4,"c")', '=SUMIF(A4,"c",B4)'],
)
def test_what_looks_for_something_is_warned_that_it_looks_at_the_heads_too(written):
    (finding,) = filled(SUBTOTAL, written).findings
    assert (finding.severity, finding.variant) == ("warning", "looked-up")
    assert "also looks at what stands between them" in language("en").what(finding)


def test_a_name_over_the_rows_is_told():
    def design(workbook, sheet):
        workbook.define_name("Values", "=Data!$B$4:$B$4")

    (finding,) = filled(SUBTOTAL, design=design).findings
    assert (finding.code, finding.place.text) == ("range-over-heads", "Values = Data!$B$4:$B$4")


def test_more_groups_than_a_function_takes_ranges_are_told():
    groups = [{"name": str(number), "rows": [{"n": "a", "v": 1}]} for number in range(251)]
    with pytest.raises(TemplateError, match="more groups than a function takes ranges"):
        EXCEL.compile(template(cells(SUBTOTAL, "=SUM(B4)"))).fill({"groups": groups})
    made = EXCEL.compile(template(cells("", "=SUM(B4)"))).fill({"groups": groups})
    assert opened(made.data, data_only=True)["Data"]["D503"].value == 251


def test_a_chart_shows_the_rows_alone(ooxml_validator):
    def design(workbook, sheet):
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"categories": "=Data!$A$4:$A$4", "values": "=Data!$B$4:$B$4"})
        sheet.insert_chart("F2", chart)

    made = filled(SUBTOTAL, design=design)
    xml = part(made.data, "xl/charts/chart1.xml")
    assert found("<c:f>([^<]+)</c:f>", xml) == [
        "(Data!$A$2:$A$3,Data!$A$5:$A$5,Data!$A$7:$A$8)",
        "(Data!$B$2:$B$3,Data!$B$5:$B$5,Data!$B$7:$B$8)",
    ]
    assert found("<c:v>([^<]+)</c:v>", xml) == ["a", "b", "c", "d", "e", "5", "9", "2", "7", "1"]
    assert ooxml_validator(made.data, "book.xlsx") == []
