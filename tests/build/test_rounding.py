"""``rounding = "half_even"`` (GB/T 8170): the document, the workbook, the data book, pack.json and an audit say one number."""

import json

import docx
import openpyxl
import pytest

from reportgen.build.build import build
from reportgen.build.check import check
from reportgen.language import language
from reportgen.living.audit.audit import audit
from tests.build.packs import pack

DATA = "exports CN-CQ 2020=80e6 2021=100.2e6"
"""Up 25.25%, a half at one decimal: 25.3 half up, 25.2 to the even digit."""
TEXT = ("{{ exports.yoy_computed }}",)
CELLS = {"A1": "{{ exports.yoy_computed }}"}


@pytest.fixture(params=["half_up", "half_even"])
def made(request, tmp_path):
    path = pack(tmp_path / "pack", DATA, TEXT, CELLS)
    definition = path / "pack.toml" if path.is_dir() else path
    text = definition.read_text(encoding="utf-8")
    definition.write_text(f'rounding = "{request.param}"\n{text}', encoding="utf-8")
    out = tmp_path / "out"
    build(definition, output=out)
    return definition, out, {"half_up": "25.3%", "half_even": "25.2%"}[request.param]


def test_everything_says_one_number(made):
    definition, out, shown = made
    assert docx.Document(str(out / "brief-en.docx")).paragraphs[0].text == shown
    figures = json.loads((out / "pack.json").read_text(encoding="utf-8"))["figures"]
    [growth] = [item for item in figures if item["id"] == "exports/CN-CQ/2021/growth_computed"]
    assert growth["display_en"] == shown
    cell = openpyxl.load_workbook(out / "book-en.xlsx").active["A1"]
    assert f"{cell.value:.1f}%" == shown
    for document in ("brief-en.docx", "brief-zh.docx"):
        assert not [
            item for item in audit(out / document, pack=definition).findings if item.severity != "note"
        ]


def test_the_data_book_rounds_in_excel_as_print_does(made):
    _, out, shown = made
    book = openpyxl.load_workbook(out / "data-en.xlsx")
    sheet = book["Calculations"]
    formulas = [str(cell.value) for row in sheet.iter_rows() for cell in row if "ROUND(" in str(cell.value)]
    assert formulas
    assert all(("IF(ABS(" in formula) == (shown == "25.2%") for formula in formulas)
    texts = [str(cell.value) for page in book for row in page.iter_rows() for cell in row if cell.value]
    assert any("GB/T 8170" in text for text in texts) == (shown == "25.2%")


def test_another_word_is_a_finding(tmp_path):
    path = pack(tmp_path / "pack", DATA, TEXT, CELLS)
    definition = path / "pack.toml" if path.is_dir() else path
    definition.write_text('rounding = "up"\n' + definition.read_text(encoding="utf-8"), encoding="utf-8")
    [finding] = check(definition)[0]
    assert "rounding" in language("en").sentence(finding)
    assert "half_up" in language("en").sentence(finding)
