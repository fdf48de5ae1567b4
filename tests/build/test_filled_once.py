"""How often a template is filled: once, wherever its lists stand; once more only where a list decides what other text it shows."""

from collections import Counter
from itertools import permutations

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from reportgen.build.build import build
from reportgen.excel.workbook_filling import ExcelTemplate
from reportgen.text.plain_text import PlainText
from reportgen.text.text_template import TextTemplate
from reportgen.word.word_template import WordTemplate
from tests.build.packs import pack
from tests.figures.made import vocabulary

DATA = """exports CN-CQ 2021=5e9 "s2|5 billion"
imports CN-CQ 2021=8e9 "s1|8 billion"
cbec_trade CN-CQ 2020=7.81e9 "s3|7.81 billion" 2021=32.21e9 "s3|32.21 billion\""""
SOURCES = {code: {"published": "2022-03-01"} for code in ("s1", "s2", "s3")}
TEXT = "Exports {{ exports }}{{ exports.mark }}, imports {{ imports }}{{ imports.mark }}."
LISTS = {
    "a list laid out": "{{ tables.sources }}",
    "a list in the designer's rows": "{% for s in sources %}{{ s.number }}: {{ s.reference }}\n{% endfor %}",
    "a list of figures": "{% for r in 表.数据.行 %}{{ r.cells[0] }} {{ r.cells[2] }} {{ r.cells[4] }}\n{% endfor %}",
    "a number of sources": "{{ sources.count }} sources, {{ 来源|length }} in all",
    "a condition on lists alone": "{% if sources.count > 1 %}{{ sources.count }} of many{% else %}few{% endif %}",
    "a loop of its own": "{% for part in [1, 2] %}{{ part }} of {{ sources.count }}; {% endfor %}",
    "a list under a condition": "{% if pack.title %}{% for s in sources %}{{ s }}{% endfor %}{% endif %}",
}
DECIDES = {
    "it decides on a figure": "{% if sources.count %}{{ sources.count }}: {{ cbec_trade }}{{ cbec_trade.mark }}{% endif %}",
    "it is kept under a name": "{% set n = sources.count %}{{ n }} sources",
    "a macro reads it": "{% macro m() %}{{ sources.count }} sources{% endmacro %}{{ m() }}",
    "a loop repeats it": "{% for one in [exports, imports] %}{{ sources.count }}: {{ one }}; {% endfor %}",
}


@pytest.fixture
def fills(monkeypatch):
    """How many fills each format had."""
    counted = Counter()
    for kind in (WordTemplate, ExcelTemplate, TextTemplate):

        def fill(self, *given, usual=kind.fill, kind=kind, **named):
            counted[kind.__name__] += 1
            return usual(self, *given, **named)

        monkeypatch.setattr(kind, "fill", fill)
    return counted


def built(folder, paragraphs, cells=None, header=""):
    """A pack of a document, a text of the same paragraphs and a workbook; gives the folder of what is built."""
    definition = pack(folder / "pack", DATA, paragraphs=paragraphs, cells=cells, sources=SOURCES)
    if header:
        document = docx.Document(str(definition / "brief.docx"))
        document.sections[0].header.paragraphs[0].text = header
        document.save(str(definition / "brief.docx"))
    toml = (definition / "pack.toml").read_text("utf-8")
    text = '[[documents]]\ntemplate = "brief.md"\noutput = "brief-{language}.md"\n\n[[documents]]'
    (definition / "pack.toml").write_text(toml.replace("[[documents]]", text, 1), "utf-8")
    (definition / "brief.md").write_text("\n\n".join(paragraphs) + "\n", "utf-8")
    build(definition, output=folder / "out", languages=["en"])
    return folder / "out"


def lines(path):
    """The texts of a document's paragraphs, its tables' too, in document order."""
    body = docx.Document(str(path)).element.body
    texts = ("".join(node.text or "" for node in one.iter(qn("w:t"))) for one in body.iter(qn("w:p")))
    return [line for line in texts if line]


def said(folder):
    """The lines of the text."""
    return [line for line in (folder / "brief-en.md").read_text("utf-8").split("\n") if line]


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS)
def test_a_list_says_the_same_before_the_text_and_behind_it_and_all_is_filled_once(tmp_path, fills, listed):
    before = built(tmp_path / "before", [listed, TEXT])
    behind = built(tmp_path / "behind", [TEXT, listed])
    assert fills == {"WordTemplate": 2, "ExcelTemplate": 2, "TextTemplate": 2}
    *rows, text = lines(before / "brief-en.docx")
    assert lines(behind / "brief-en.docx") == [text, *rows]
    assert text.replace("\u2060", "") == "Exports 5 billion yuan[1], imports 8 billion yuan[2]."
    *rows, text = said(before)
    assert said(behind) == [text, *rows]


@pytest.mark.parametrize("decided", DECIDES.values(), ids=DECIDES)
def test_what_a_list_decides_before_the_text_is_filled_once_more(tmp_path, fills, decided):
    out = built(tmp_path, [decided, TEXT])
    assert fills == {"WordTemplate": 2, "ExcelTemplate": 1, "TextTemplate": 2}
    first, text = lines(out / "brief-en.docx")
    assert "2" in first
    assert text.replace("\u2060", "") == "Exports 5 billion yuan[1], imports 8 billion yuan[2]."


def test_where_a_list_stands_it_numbers_the_sources_of_what_is_shown_before_it(tmp_path, fills):
    """Trade online has no mark of its own: its source is the second because the list mentions it before imports are mentioned."""
    listed = "{% for s in sources %}{{ s.number }} {{ s.url }}; {% endfor %}"
    out = built(tmp_path, ["{{ exports.mark }} {{ cbec_trade }}", listed, "{{ imports.mark }}"])
    assert said(out) == [
        "\\[1\\] 32.21 billion yuan",
        "1 https://example.org/s2; 2 https://example.org/s3; 3 https://example.org/s1; ",
        "\\[3\\]",
    ]
    assert fills["TextTemplate"] == 1


MENTIONS = {"exports": "s2", "imports": "s1", "cbec_trade": "s3"}


@given(
    st.permutations(list(MENTIONS)),
    st.integers(0, 3),
    st.sampled_from(["{{ s.number }}", "{{ s.reference }}"]),
)
def test_a_list_is_the_same_wherever_it_stands(order, place, shown):
    lines = [f"{{{{ {name} }}}}{{{{ {name}.mark }}}}" for name in order]
    lines.insert(place, f"{{% for s in sources %}}{{{{ s.number }}}}={{{{ s.url }}}} {shown};{{% endfor %}}")
    words = vocabulary(DATA)
    made = TextTemplate("\n".join(lines).encode(), PlainText()).fill(words).data.decode().split("\n")
    listed = [entry.split()[0] for entry in made.pop(place).split(";") if entry]
    assert listed == [
        f"{number}=https://example.org/{MENTIONS[name]}" for number, name in enumerate(order, 1)
    ]
    assert [line[-3:] for line in made] == ["[1]", "[2]", "[3]"]
    assert words.page.is_settled


def test_a_header_counts_what_the_text_behind_it_shows(tmp_path, fills):
    out = built(tmp_path, [TEXT], header="{{ sources.count }} sources")
    header = docx.Document(str(out / "brief-en.docx")).sections[0].header
    assert header.paragraphs[0].text == "2 sources"
    assert fills["WordTemplate"] == 1


ROWS = {
    "text": ["{{ exports }}", "{{ imports }}"],
    "list": ["{% for s in sources %}", "{{ s.number }}", "{% endfor %}"],
    "count": ["{{ sources.count }}"],
}


@pytest.mark.parametrize("order", list(permutations(ROWS)), ids="-".join)
def test_rows_of_lists_may_stand_anywhere_on_a_sheet(tmp_path, fills, order):
    rows = [cell for name in order for cell in ROWS[name]]
    out = built(tmp_path, [TEXT], {f"A{number}": cell for number, cell in enumerate(rows, 1)})
    sheet = openpyxl.load_workbook(out / "book-en.xlsx").active
    shown = {"text": [5, 8], "list": [1, 2], "count": [2]}
    assert [row[0].value for row in sheet.iter_rows()] == [value for name in order for value in shown[name]]
    assert fills["ExcelTemplate"] == 1


def test_the_first_sheet_lists_what_the_second_shows(tmp_path, fills):
    definition = pack(tmp_path / "pack", DATA, cells={"A1": "x"}, sources=SOURCES)
    workbook = openpyxl.Workbook()
    for number, cell in enumerate([*ROWS["list"], "=SUM(A2:A2)"], 1):
        workbook.active[f"A{number}"] = cell
    workbook.create_sheet("Text")["A1"] = "{{ imports }}{{ imports.mark }}"
    workbook["Text"]["A2"] = "{{ exports }}{{ exports.mark }}"
    workbook.save(definition / "book.xlsx")
    build(definition, output=tmp_path / "out", languages=["en"])
    made = openpyxl.load_workbook(tmp_path / "out" / "book-en.xlsx")
    assert [cell.value for cell in made.worksheets[0]["A"]] == [1, 2, "=SUM(A1:A2)"]
    assert [cell.value for cell in made["Text"]["A"]] == ["8 billion yuan[1]", "5 billion yuan[2]"]
    assert fills["ExcelTemplate"] == 1


def test_a_row_that_shows_a_figure_beside_a_count_is_filled_once_more(tmp_path, fills):
    out = built(tmp_path, [TEXT], {"A1": "{{ sources.count }}", "B1": "{{ exports }}"})
    assert openpyxl.load_workbook(out / "book-en.xlsx").active["A1"].value == 1
    assert fills["ExcelTemplate"] == 2


def test_a_table_of_the_pack_that_is_called_sources_keeps_its_place(tmp_path, fills):
    """It shows figures like any other, and their sources are numbered where it stands."""
    definition = pack(
        tmp_path / "pack", DATA, paragraphs=["{{ tables.sources }}", "{{ exports.mark }}"], sources=SOURCES
    )
    own = '\n[tables.sources]\ntitle = "Own"\nrows = [{ indicator = "imports" }]\ncolumns = ["level"]\n'
    (definition / "pack.toml").write_text((definition / "pack.toml").read_text("utf-8") + own, "utf-8")
    build(definition, output=tmp_path / "out", languages=["en"])
    shown = lines(tmp_path / "out" / "brief-en.docx")
    assert shown[0].endswith("Own")
    assert shown[-1] == "[2]"
    assert fills["WordTemplate"] == 1
