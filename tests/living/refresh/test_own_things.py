"""What people put into a document themselves (sheets, charts, pictures, tables, text boxes) is there after it was taken to the next month."""

import io
import re

import docx
import pytest
from docx.shared import Mm
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import NumData, NumVal
from openpyxl.drawing.image import Image

from reportgen.finished.open_document import open_finished
from reportgen.living.refresh.refresh import refresh
from reportgen.ooxml import Package
from tests.excel.soundness import unsound
from tests.living.refresh.workshop import MONTHLY, ROOT, line_with, months

PICTURE = ROOT / "examples" / "pictures" / "trade-2023-brief-zh-2.png"
BOOK, BRIEF = "trade-monthly-workbook-en.xlsx", "trade-monthly-brief-zh.docx"

SHAPE = (
    '<xdr:oneCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff>'
    '<xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="900000" cy="300000"/><xdr:sp><xdr:nvSpPr>'
    '<xdr:cNvPr id="99" name="Box"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>Weak in November</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/>"
    "</xdr:oneCellAnchor>"
)


class Picture(Image):
    """A picture as openpyxl writes it, without Pillow, which its own class asks for the size."""

    def __init__(self, path):
        self.ref, self.format, self.width, self.height = path, "png", 200, 280

    def _data(self):
        return self.ref.read_bytes()


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """November's workbook with a sheet, two charts, a picture and a text box of people's own (openpyxl drops its lineage), and
    the same a month on."""
    built = months() / "11" / BOOK
    edited = load_workbook(built)
    summary, notes = edited["Summary"], edited.create_sheet("Our notes")
    for row in (("Survey, November 2024", None), ("Answered", 312), ("Trade so far", "=Summary!B8")):
        notes.append(row)
    for sheet, labels, values in ((notes, "A2:A3", "B2:B3"), (summary, "A8:A9", "B8:B9")):
        chart = BarChart()
        chart.add_data(Reference(sheet, range_string=f"'{sheet.title}'!{values}"))
        chart.set_categories(Reference(sheet, range_string=f"'{sheet.title}'!{labels}"))
        held = [NumVal(idx=at, v=number) for at, number in enumerate(("633.07", "-2.4"))]
        chart.series[0].val.numRef.numCache = NumData(pt=held)
        sheet.add_chart(chart, "H2")
    summary.add_image(Picture(PICTURE), "H20")
    summary["G8"] = "checked"
    target = tmp_path_factory.mktemp("own") / BOOK
    edited.save(target)
    package = Package.open(target)
    drawing = next(
        name for name in package.names() if b"xdr:pic" in package.read(name) or b"<pic>" in package.read(name)
    )
    xml = package.read(drawing).decode("utf-8")
    package.write(drawing, re.sub(r"(</(?:xdr:)?wsDr>)", rf"{SHAPE}\1", xml).encode("utf-8"))
    target.write_bytes(package.save())
    return target, refresh(target, MONTHLY, period="latest", original=built)


def test_sheets_pictures_and_text_boxes_stay_to_the_byte(book):
    target, refreshed = book
    before, after = Package.open(target), Package.open(refreshed.data)
    own = [name for name in before.names() if "/media/" in name or b"Weak in November" in before.read(name)]

    assert len(own) == 2, "a picture, and the drawing with it and the text box"
    assert [name for name in own if before.read(name) != after.read(name)] == []
    assert unsound(refreshed.data) == []


def test_own_formulas_and_charts_show_the_new_month(book):
    _, refreshed = book
    values = load_workbook(io.BytesIO(refreshed.data), data_only=True)
    own = [one.chart.series[0].values for one in open_finished(refreshed.data).charts]

    assert [cell.value for cell in values["Our notes"]["B"]] == [None, 312, 715.42]
    assert values["Summary"]["G8"].value == "checked"
    assert {tuple(map(str, one)) for one in own} >= {("312", "715.42"), ("715.42", "0.4")}


def test_what_they_wrote_of_the_old_month_is_to_be_read(book):
    _, refreshed = book
    found = {(one.place.sheet, one.text): one.periods for one in refreshed.report.to_read}

    assert found == {
        ("Our notes", "Survey, November 2024"): ("November 2024",),
        ("Summary", "Weak in November"): ("November",),
    }


def test_tables_pictures_and_text_boxes_of_a_brief_stay(tmp_path):
    document = docx.Document(months() / "11" / BRIEF)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "调查企业数", "312家"
    anchor = next(
        one
        for one in document.paragraphs
        if "贸易顺差2577.6亿元" in one.text and one.style.name == "Body Text"
    )
    anchor._p.addnext(table._tbl)
    picture = document.add_paragraph()
    picture.add_run().add_picture(str(PICTURE), width=Mm(40))
    table._tbl.addnext(picture._p)
    target = tmp_path / BRIEF
    document.save(target)
    refreshed = refresh(target, MONTHLY, period="latest")
    before, after = Package.open(target), Package.open(refreshed.data)
    images = [name for name in before.names() if "/media/" in name]
    lines = [one.text for one in docx.Document(io.BytesIO(refreshed.data)).paragraphs]

    assert images
    assert [before.read(name) for name in images] == [after.read(name) for name in images]
    assert "调查企业数" in line_with(refreshed.data, "调查企业数")
    assert any("贸易顺差2993.1亿元" in line for line in lines)
    assert len(docx.Document(io.BytesIO(refreshed.data)).inline_shapes) == len(document.inline_shapes)
