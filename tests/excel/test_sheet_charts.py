"""Charts of the newer kinds (waterfall, funnel, map), which live in parts of their own: kept, and fed by the rows."""

import io
import zipfile

import pytest

from reportgen.excel import EXCEL
from reportgen.language import language
from tests.excel.books import found, part, parts, template

ROWS = [{"n": "a", "v": 1}, {"n": "b", "v": 2.5}, {"n": "c", "v": -3}]
_CX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def waterfall(names, values, series="Data!$B$1"):
    """A waterfall chart's XML over two ranges (or names of ranges)."""
    return (
        f'<cx:chartSpace xmlns:a="{_A}" xmlns:r="{_R}" xmlns:cx="{_CX}"><cx:chartData><cx:data id="0">'
        f'<cx:strDim type="cat"><cx:f>{names}</cx:f><cx:lvl ptCount="1"><cx:pt idx="0">{{{{ r.n }}}}</cx:pt></cx:lvl></cx:strDim>'
        f'<cx:numDim type="val"><cx:f>{values}</cx:f><cx:lvl ptCount="1" formatCode="General"><cx:pt idx="0">0</cx:pt></cx:lvl>'
        '</cx:numDim></cx:data></cx:chartData><cx:chart><cx:title pos="t" align="ctr" overlay="0"><cx:tx><cx:rich>'
        '<a:bodyPr/><a:p><a:r><a:rPr lang="en-US"/><a:t>Trade of {{ city }}</a:t></a:r></a:p></cx:rich></cx:tx></cx:title>'
        '<cx:plotArea><cx:plotAreaRegion><cx:series layoutId="waterfall" uniqueId="{0C0E5A1B-6D27-4F7B-9B1B-0A5B7F3C1D2E}">'
        f'<cx:tx><cx:txData><cx:f>{series}</cx:f><cx:v>old</cx:v></cx:txData></cx:tx><cx:dataId val="0"/></cx:series>'
        '</cx:plotAreaRegion><cx:axis id="0"><cx:catScaling gapWidth="0.5"/></cx:axis><cx:axis id="1"><cx:valScaling/></cx:axis>'
        "</cx:plotArea></cx:chart></cx:chartSpace>"
    )


CELLS = {
    "A1": "n", "B1": "trade", "A2": "{% for r in rows %}", "A3": "{{ r.n }}", "B3": "{{ r.v }}", "A4": "{% endfor %}",
}  # fmt: skip


def with_waterfall(chart_xml, cells=CELLS, **names):
    """A template with a repeated row 3, and a waterfall chart put into its drawing by hand."""

    def design(workbook, sheet):
        for address, value in cells.items():
            sheet.write(address, value)
        sheet.insert_textbox("D6", "a box")
        for name, formula in names.items():
            workbook.define_name(name, formula)

    data = parts(template(design=design))
    data["xl/charts/chartEx1.xml"] = chart_xml.encode()
    frame = (
        "<xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>7</xdr:row><xdr:rowOff>0</xdr:rowOff>"
        "</xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
        f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex" Requires="cx1">'
        '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="9" name="Waterfall"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>'
        '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
        f'<a:graphic><a:graphicData uri="{_CX}"><cx:chart xmlns:cx="{_CX}" xmlns:r="{_R}" r:id="rId9"/></a:graphicData></a:graphic>'
        "</xdr:graphicFrame></mc:Choice><mc:Fallback/></mc:AlternateContent><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
    )
    drawing = data["xl/drawings/drawing1.xml"].decode()
    data["xl/drawings/drawing1.xml"] = drawing.replace("</xdr:wsDr>", frame).encode()
    data["xl/drawings/_rels/drawing1.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9"'
        b' Type="http://schemas.microsoft.com/office/2014/relationships/chartEx" Target="../charts/chartEx1.xml"/></Relationships>'
    )
    kind = '<Override PartName="/xl/charts/chartEx1.xml" ContentType="application/vnd.ms-office.chartex+xml"/></Types>'
    types = data["[Content_Types].xml"].decode()
    data["[Content_Types].xml"] = types.replace("</Types>", kind).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in data.items():
            package.writestr(name, body)
    return made.getvalue()


BY_RANGE = with_waterfall(waterfall("Data!$A$3:$A$3", "Data!$B$3:$B$3"))
BY_NAME = with_waterfall(
    waterfall("_xlchart.v1.0", "_xlchart.v1.1"),
    **{"_xlchart.v1.0": "=Data!$A$3:$A$3", "_xlchart.v1.1": "=Data!$B$3:$B$3"},
)


@pytest.mark.long_but_for("chart0")
@pytest.mark.parametrize("chart", [BY_RANGE, BY_NAME])
def test_a_waterfall_chart_shows_the_rows(chart, ooxml_validator):
    data = EXCEL.compile(chart).fill({"rows": ROWS, "city": "重庆"}).data
    xml = part(data, "xl/charts/chartEx1.xml")
    assert found(r'<cx:pt idx="\d">([^<]+)<', xml) == ["a", "b", "c", "1", "2.5", "-3"]
    assert found(r'ptCount="(\d+)"', xml) == ["3", "3"]
    assert found(r"<cx:v>([^<]+)<", xml) == ["trade"]
    assert found(r"<a:t>([^<]+)<", xml) == ["Trade of 重庆"]
    assert ooxml_validator(data, "book.xlsx") == ooxml_validator(chart, "template.xlsx")


def test_its_ranges_follow():
    xml = part(EXCEL.compile(BY_RANGE).fill({"rows": ROWS, "city": "x"}).data, "xl/charts/chartEx1.xml")
    assert found(r"<cx:f>([^<]+)<", xml) == ["Data!$A$2:$A$4", "Data!$B$2:$B$4", "Data!$B$1"]
    book = part(EXCEL.compile(BY_NAME).fill({"rows": ROWS, "city": "x"}).data, "xl/workbook.xml")
    assert "Data!$A$2:$A$4" in book


def test_without_rows_it_is_empty():
    xml = part(EXCEL.compile(BY_RANGE).fill({"rows": [], "city": "x"}).data, "xl/charts/chartEx1.xml")
    assert found(r'<cx:pt idx="\d">([^<]+)<', xml) == []


def test_one_that_no_loop_feeds_is_told():
    unfed = with_waterfall(waterfall("Data!$A$9:$A$12", "Data!$B$9:$B$12"))
    assert [finding.code for finding in EXCEL.compile(unfed).lint()] == ["chart-not-fed"]
    assert [finding.code for finding in EXCEL.compile(BY_NAME).lint()] == []


@pytest.mark.parametrize("chart", ["range", "name"])
def test_one_over_groups_shows_their_heads_and_that_is_told(chart):
    groups = {
        "A1": "n", "B1": "{% for g in (1, 2) %}head", "A2": "{% for r in rows %}", "A3": "{{ r.n }}", "B3": "{{ r.v }}",
        "A4": "{% endfor %}", "A5": "{% endfor %}",
    }  # fmt: skip
    names = {"_xlchart.v1.0": "=Data!$A$3:$A$3", "_xlchart.v1.1": "=Data!$B$3:$B$3"}
    drawn = waterfall("Data!$A$3:$A$3", "Data!$B$3:$B$3") if chart == "range" else waterfall(*names)
    made = EXCEL.compile(with_waterfall(drawn, groups, **(names if chart == "name" else {}))).fill(
        {"rows": ROWS, "city": "x"}
    )
    assert {(one.code, one.variant, one.severity) for one in made.findings} == {
        ("range-over-heads", "chart", "warning")
    }
    assert "as well" in language("en").what(made.findings[0])
