"""Pictures from the data stand over their cells, in every row."""

import pytest

from reportgen.errors import TemplateError
from reportgen.excel import EXCEL, Picture
from reportgen.language import language, say
from tests.excel.books import found, part, parts, template
from tests.excel.zoo import png

CELLS = {
    "A1": "logo",
    "B1": "{{ logo }}",
    "A2": "{% for r in rows %}{{ r.n }}",
    "B2": "{{ r.look }}{% endfor %}",
}
SMALL, LARGE = png(4, 4), png(40, 20)


def filled(cells=CELLS, design=None, **context):
    rows = [
        {"n": "a", "look": Picture(LARGE, width_mm=20)},
        {"n": "b", "look": Picture(SMALL, alt_text="a <b> & c")},
    ]
    return (
        EXCEL.compile(template(cells, design=design))
        .fill({"logo": Picture(SMALL), "rows": rows} | context)
        .data
    )


def test_each_picture_stands_over_its_cell_and_each_file_is_stored_once(ooxml_validator):
    data = filled()
    drawing = part(data, "xl/drawings/drawing1.xml")
    assert list(zip(found("<xdr:row>(.)<", drawing), found("<xdr:col>(.)<", drawing), strict=True)) == [
        ("0", "1"), ("1", "1"), ("2", "1"),
    ]  # fmt: skip
    assert found('<xdr:ext cx="([0-9]+)" cy="([0-9]+)"', drawing)[1] == ("720000", "360000")
    assert 'descr="a &lt;b&gt; &amp; c"' in drawing
    assert len([name for name in parts(data) if "/media/" in name]) == 2
    assert drawing.count("<xdr:pic>") == 3
    assert ooxml_validator(data) == []


def test_they_join_the_drawing_that_is_there_and_each_copy_of_a_sheet_has_its_own(ooxml_validator):
    def design(workbook, sheet):
        sheet.insert_textbox("D9", "{{ r.n }}")

    cells = {"A1": "{%sheet for r in rows %}", "B2": "{{ r.look }}", "C3": "=1+1"}
    data = EXCEL.compile(template({}, **{"{{ r.n }}": cells}, design=lambda workbook, sheet: design(workbook, workbook.worksheets()[1]))).fill({"rows": [{"n": "a", "look": Picture(SMALL)}, {"n": "b", "look": Picture(LARGE, link="https://example.org/?a=1&b")}]},
    ).data  # fmt: skip
    drawings = sorted(name for name in parts(data) if name.startswith("xl/drawings/drawing"))
    assert [part(data, name).count("<xdr:pic>") for name in drawings] == [1, 1]
    assert [part(data, name).count("<xdr:sp ") for name in drawings] == [1, 1]
    assert ooxml_validator(data) == []


def test_a_picture_within_a_text_and_one_that_cannot_be_read_are_findings():
    with pytest.raises(TemplateError) as caught:
        filled({"A1": "see {{ logo }}"})
    (finding,) = caught.value.findings
    assert language("en").what(finding) == "A cell holds one value, and this is a picture within a text."
    assert language("zh").remedy(finding) == "请让图片的标签独占一个单元格。"
    with pytest.raises(TemplateError) as caught:
        filled({"A1": "{{ logo }}"}, logo=Picture("nowhere.png"))
    assert "The picture nowhere.png cannot be read" in say(caught.value.message, "en")
    with pytest.raises(TemplateError) as caught:
        filled({"A1": "{{ logo }}"}, logo=Picture(b"no picture"))
    assert "no PNG, JPEG or GIF" in say(caught.value.message, "en")
