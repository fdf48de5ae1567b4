"""The workbooks that the mutation test damages, each with what fills it."""

from __future__ import annotations

import io

import openpyxl

from tests.excel.books import template
from tests.excel.zoo import zoo

ROWS = [{"n": "a", "v": 1}, {"n": "b", "v": 3}]
CONTEXT = {"rows": ROWS, "city": "重庆", "year": 2024, "months": ["Jan", "Feb"], "x": 1}


def books() -> dict[str, tuple[bytes, dict[str, object]]]:
    """By name: the workbook, and its context."""
    return {
        "zoo": (zoo(), CONTEXT),
        "table": (
            template(design=_table, Other={"A1": "=SUM(Trade[{{ year }}])", "B2": "=Data!B3"}),
            CONTEXT,
        ),
        "columns": (template(design=_columns), CONTEXT),
        "openpyxl": (_by_openpyxl(), CONTEXT),
    }


def _table(workbook, sheet) -> None:
    columns = [
        {"header": "n", "total_string": "Total"},
        {"header": "{{ year }}", "total_function": "sum"},
        {"header": "double", "formula": "=Trade[[#This Row],[{{ year }}]]*2"},
    ]
    sheet.add_table("A1:C4", {"name": "Trade", "columns": columns, "total_row": True})
    for address, value in {
        "A2": "{% for r in rows %}{{ r.n }}",
        "B2": "{{ r.v }}",
        "D2": "{% endfor %}",
    }.items():
        sheet.write(address, value)
    sheet.write("F1", "=SUM(Trade[double])")
    sheet.write_comment("B2", "{{ r.n }} is meant")
    sheet.write_url("E2", "https://example.org/{{ r.n }}")
    sheet.data_validation("G2", {"validate": "list", "source": ["a", "b"], "input_title": "{{ r.n }}"})
    sheet.conditional_format("B2:B3", {"type": "data_bar", "data_bar_2010": True})
    sheet.set_row(1, None, None, {"level": 1})
    sheet.print_area("A1:C9")
    sheet.repeat_rows(0)


def _columns(workbook, sheet) -> None:
    for address, value in {
        "A1": "{{ city }}", "B2": "{%col for m in months %}{{ m }}{%col endfor %}", "A3": "{% for r in rows %}{{ r.n }}",
        "B3": "{{ r.v }}", "C3": "=SUM(B3)", "D3": "{% endfor %}", "B5": "=SUM(B3:B3)", "C5": "=SUM(C3)/C3",
    }.items():  # fmt: skip
        sheet.write(address, value)
    sheet.set_column("B:B", 12)
    sheet.merge_range("A7:C7", "merged {{ city }}")
    sheet.freeze_panes(2, 1)
    sheet.set_h_pagebreaks([4])
    chart = workbook.add_chart({"type": "line"})
    chart.add_series({"name": "=Data!$B$2", "values": "=Data!$B$3:$B$3", "categories": "=Data!$A$3:$A$3"})
    sheet.insert_chart("F2", chart)
    workbook.define_name("Totals", "=Data!$B$5:$C$5")


def _by_openpyxl() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["{{ city }}"],
        ["{% for r in rows %}{{ r.n }}", "{{ r.v }}", "=B2*2", "{% endfor %}"],
        ["", "=SUM(B2:B2)"],
    ):
        sheet.append(row)
    sheet.auto_filter.ref = "A1:B2"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
