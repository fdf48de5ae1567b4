"""Workbooks that Excel saved as Strict Open XML (ISO/IEC 29500-1) are read, and come out as ordinary ones."""

import datetime as dt
import io
import re
import zipfile

from reportgen.excel import EXCEL
from reportgen.ooxml import Package
from tests.excel.books import opened, parts, template

STRICT = {
    "spreadsheetml/2006/main": "spreadsheetml/main",
    "officeDocument/2006/relationships/extended-properties": "officeDocument/relationships/extendedProperties",
    "officeDocument/2006/extended-properties": "officeDocument/extendedProperties",
    "officeDocument/2006/": "officeDocument/",
    "drawingml/2006/": "drawingml/",
}


def strict(data):
    """The workbook as Excel's “Strict Open XML Spreadsheet” has it: other names, dates as dates."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts(data).items():
            text = body.decode()
            for old, new in STRICT.items():
                text = text.replace(
                    f"http://schemas.openxmlformats.org/{old}", f"http://purl.oclc.org/ooxml/{new}"
                )
            text = text.replace("<workbook ", '<workbook conformance="strict" ', 1)
            text = re.sub(r'(<c r="D1" s="1")><v>45413<', r'\1 t="d"><v>2024-05-01T00:00:00.000<', text)
            package.writestr(name, text)
    return made.getvalue()


def design(workbook, sheet):
    sheet.write_datetime("D1", dt.datetime(2024, 5, 1), workbook.add_format({"num_format": "yyyy-mm-dd"}))
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"values": "=Data!$B$2:$B$3", "categories": "=Data!$A$2:$A$3"})
    sheet.insert_chart("F2", chart)


def test_a_strict_workbook_is_filled_and_comes_out_transitional(ooxml_validator):
    cells = {
        "A2": "{% for r in rows %}{{ r.n }}",
        "B2": "{{ r.v }}{% endfor %}",
        "B4": "=SUM(B2:B2)",
        "D3": "=D1+1",
    }
    source = strict(template(cells, design=design))
    assert b"purl.oclc.org" in parts(source)["xl/worksheets/sheet1.xml"]
    data = EXCEL.compile(source).fill({"rows": [{"n": "a", "v": 1}, {"n": "b", "v": 2}]}).data
    sheet, values = opened(data)["Data"], opened(data, data_only=True)["Data"]
    assert [cell.value for cell in values["B"]][1:5] == [1, 2, None, 3]
    assert sheet["D1"].value == dt.datetime(2024, 5, 1)
    assert values["D4"].value == 45414
    assert not any(b"purl.oclc.org" in body or b"conformance" in body for body in parts(data).values())
    assert ooxml_validator(data) == []


def test_a_strict_workbook_of_nothing_unusual_is_what_it_was_before():
    data = template({"A1": "{{ x }}"}, design=design)
    there = Package.open(strict(data))
    assert {name: there.read(name) for name in there.names()} == parts(data)
