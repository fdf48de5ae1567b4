"""How often a template is filled: once; once more only where it shows or decides by a list before the text that the list is of."""

from collections import Counter

import docx
import openpyxl
import pytest

from reportgen.build.build import build
from reportgen.excel.workbook_filling import ExcelTemplate
from reportgen.word.word_template import WordTemplate
from tests.build.packs import pack

TEXT = "Trade: {{ cbec_trade }}."
LIST = "{{ tables.sources }}"
DECIDES = "{% if sources.count %}Sources: {{ sources.count }}. {{ cbec_trade.yoy.change }}.{% endif %}"
CELLS = {"A1": "{{ cbec_trade }}", "A2": "{{ sources.count }}"}


@pytest.fixture
def fills(monkeypatch):
    """How many fills each format had."""
    counted = Counter()
    for kind in (WordTemplate, ExcelTemplate):

        def fill(self, *given, usual=kind.fill, kind=kind, **named):
            counted[kind.__name__] += 1
            return usual(self, *given, **named)

        monkeypatch.setattr(kind, "fill", fill)
    return counted


@pytest.mark.parametrize(
    ("paragraphs", "cells", "word", "excel"),
    [
        ([TEXT], {"A1": "{{ cbec_trade }}"}, 1, 1),
        ([TEXT, LIST], CELLS, 1, 1),
        ([LIST, TEXT], CELLS, 2, 1),
        ([DECIDES, TEXT], {"A1": "{{ sources.count }}", "A2": "{{ cbec_trade }}"}, 2, 2),
    ],
    ids=["no list", "lists at the end", "a list before the text", "decisions by a list before it"],
)
def test_a_template_is_filled_once_unless_a_list_stands_before_its_text(
    tmp_path, fills, paragraphs, cells, word, excel
):
    definition = pack(tmp_path / "pack", paragraphs=paragraphs, cells=cells)
    build(definition, output=tmp_path / "out", languages=["en"])
    assert (fills["WordTemplate"], fills["ExcelTemplate"]) == (word, excel)
    document = docx.Document(str(tmp_path / "out" / "brief-en.docx"))
    if LIST in paragraphs:
        assert [row.cells[0].text for row in document.tables[0].rows[1:]] == ["[1]"]
    elif DECIDES in paragraphs:
        assert document.paragraphs[0].text.startswith("Sources: 1. ")
    sheet = openpyxl.load_workbook(tmp_path / "out" / "book-en.xlsx").active
    shown = [sheet["A1"].value, sheet["A2"].value]
    assert 1 in shown or cells == {"A1": "{{ cbec_trade }}"}
