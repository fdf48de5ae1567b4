"""Charts as a designer leaves them in a Word template: styled by hand, with a table and notes in their workbook."""

from __future__ import annotations

import io
from collections.abc import Callable

import xlsxwriter

from reportgen.ooxml import Package, charts
from reportgen.ooxml.charts.data_labels import SHOW_VALUE
from tests.ooxml.files import chart, document, place

PART = "word/charts/chart1.xml"
WORKBOOK = "word/embeddings/Microsoft_Excel_Sheet1.xlsx"


def designed(
    draw: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None],
    edit: Callable[[str], str] = lambda xml: xml,
) -> bytes:
    """A .docx with the chart that ``draw`` puts on the sheet of its workbook; ``edit`` changes the chart's XML."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    draw(book, book.add_worksheet("Sheet1"))
    book.close()
    source = Package.open(stream.getvalue())
    xml = source.read("xl/charts/chart1.xml").decode()
    drawing = source.relationships("xl/worksheets/sheet1.xml").by_type(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
    )[0]
    sheet = source.read("xl/worksheets/sheet1.xml").decode()
    source.write("xl/worksheets/sheet1.xml", sheet.replace(f'<drawing r:id="{drawing.id}"/>', "").encode())
    source.relationships("xl/worksheets/sheet1.xml").remove(drawing.id)
    source.remove(drawing.part)
    source.remove("xl/charts/chart1.xml")
    xml = xml.replace(
        "<c:printSettings>",
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData><c:printSettings>',
    )
    xml = xml.replace('<c:showVal val="1"/>', SHOW_VALUE)  # Office says all of them
    package = Package.open(document())
    rid = charts.embed(package, package.main_part, charts.ChartPart(edit(xml).encode(), source.save()))
    place(package, rid, of=[chart("column", "x")])
    return package.save()


def columns_with_target_line(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    """Columns 出口 and 进口 with labels, a coloured point and a trend line; 目标 as a dashed line on the second
    axis; the data in an Excel table on Sheet1, a note beside it, a second sheet with a formula."""
    number = book.add_format({"num_format": "0.00"})
    rows = [["2019", 1, 2, 10], ["2020", 3, 4, 20], ["2021", 5, 6, 30], ["2022", 7, 8, 40]]
    sheet.add_table(
        0, 0, 4, 3,
        {"data": rows, "style": "Table Style Light 9", "columns": [
            {"header": "年份"}, {"header": "出口", "format": number}, {"header": "进口", "format": number}, {"header": "目标"},
        ]},
    )  # fmt: skip
    sheet.write("H1", "口径：海关统计")
    notes = book.add_worksheet("说明")
    notes.write("A1", "勿删")
    notes.write_formula("B1", "=SUM(Sheet1!B2:B5)", None, 16)
    columns = book.add_chart({"type": "column"})
    for column, colour in ((1, "#C00000"), (2, "#00B050")):
        columns.add_series({
            "name": ["Sheet1", 0, column], "categories": ["Sheet1", 1, 0, 4, 0], "values": ["Sheet1", 1, column, 4, column],
            "fill": {"color": colour}, "gap": 37,
            "data_labels": {"value": True, "font": {"name": "楷体", "size": 8}, "custom": [None, {"value": "旧峰值"}]},
            "points": [None, {"fill": {"color": "#FFFF00"}}, None, {"fill": {"color": "#0000FF"}}],
            "trendline": {"type": "linear", "name": "趋势"} if column == 1 else None,
        })  # fmt: skip
    line = book.add_chart({"type": "line"})
    line.add_series({
        "name": ["Sheet1", 0, 3], "categories": ["Sheet1", 1, 0, 4, 0], "values": ["Sheet1", 1, 3, 4, 3],
        "y2_axis": True, "line": {"color": "#7030A0", "dash_type": "dash", "width": 3}, "marker": {"type": "diamond", "size": 9},
    })  # fmt: skip
    columns.combine(line)
    columns.set_title({"name": "设计师的标题", "name_font": {"name": "黑体", "size": 15}})
    columns.set_legend({"position": "right", "delete_series": [3]})
    columns.set_y_axis(
        {"major_gridlines": {"visible": True, "line": {"dash_type": "dash"}}, "num_format": "0.0"}
    )
    sheet.insert_chart("F5", columns)
