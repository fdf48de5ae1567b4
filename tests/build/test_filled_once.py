"""How often a template is filled: once, wherever its lists are read and whatever they decide."""

from collections import Counter
from itertools import permutations
from pathlib import Path

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

ROOT = Path(__file__).resolve().parents[2]
DATA = """exports CN-CQ 2021=5e9 "s2|5 billion"
imports CN-CQ 2021=8e9 "s1|8 billion"
cbec_trade CN-CQ 2020=7.81e9 "s3|7.81 billion" 2021=32.21e9 "s3|32.21 billion\""""
SOURCES = {code: {"published": "2022-03-01"} for code in ("s1", "s2", "s3")}
TEXT = "Exports {{ exports }}{{ exports.mark }}, imports {{ imports }}{{ imports.mark }}."
FILLED = "Exports 5 billion yuan[1], imports 8 billion yuan[2]."
LISTS = {
    "a list laid out": "{{ tables.sources }}",
    "a list in the designer's rows": "{% for s in sources %}{{ s.number }}: {{ s.reference }}\n{% endfor %}",
    "a list of figures": "{% for r in 表.数据.行 %}{{ r.cells[0] }} {{ r.cells[2] }} {{ r.cells[4] }}\n{% endfor %}",
    "a number of sources": "{{ sources.count }} sources, {{ 来源|length }} in all",
    "a condition on lists alone": "{% if sources.count > 1 %}{{ sources.count }} of many{% else %}few{% endif %}",
    "a loop of its own": "{% for part in [1, 2] %}{{ part }} of {{ sources.count }}; {% endfor %}",
    "a list under a condition": "{% if pack.title %}{% for s in sources %}{{ s }}{% endfor %}{% endif %}",
}
MIXED = {
    "it is under a name": ("{% set n = sources.count %}{{ n }} of {{ n + 1 }}", "2 of 3"),
    "it is in a text under a name": (
        "{% set x %}{{ sources.count }} sources{% endset %}{{ x }}",
        "2 sources",
    ),
    "a macro reads it": ("{% macro m() %}{{ sources.count }} sources{% endmacro %}{{ m() }}", "2 sources"),
    "a macro goes through it": (
        "{% macro m() %}{% for s in sources %}{{ s.number }};{% endfor %}{% endmacro %}{{ m() }}",
        "1;2;",
    ),
    "a loop repeats it": (
        "{% for one in [exports, imports] %}{{ sources.count }}: {{ one }}; {% endfor %}",
        "2: 5 billion yuan; 2: 8 billion yuan; ",
    ),
    "each turn decides by it": (
        "{% for k in [1, 2] %}{{ k }}{% if sources.count > k %}{{ exports }}{% endif %}, {% endfor %}",
        "15 billion yuan, 2, ",
    ),
    "a loop through it shows a figure": (
        "{% for s in sources %}{{ s.number }} {{ imports }}; {% endfor %}",
        "1 8 billion yuan; 2 8 billion yuan; ",
    ),
    "one tag shows both": ("{{ sources.count ~ ': ' ~ imports }}", "2: 8 billion yuan"),
    "a figure is chosen by it": ("{{ exports if sources.count > 1 else imports }}", "5 billion yuan"),
    "the pack's title is beside it": (
        "{% if pack.title and sources %}{{ pack.title }}: {{ sources.count }}{% endif %}",
        "Small pack: 2",
    ),
}
NEW = "{{ cbec_trade }}{{ cbec_trade.mark }}"
CIRCLES = {
    "a condition": (f"{{% if sources.count %}}{{{{ sources.count }}}}: {NEW}{{% endif %}}", "3: 32.21 billion yuan[3]"),
    "a loop": (f"{{% for s in sources %}}{{{{ s.number }}}} {NEW}; {{% endfor %}}",
               "1 32.21 billion yuan[3]; 2 32.21 billion yuan[3]; "),
    "a tag": ("{{ sources.count ~ ': ' ~ cbec_trade }}", "2: 32.21 billion yuan"),
}  # fmt: skip
"""What a list decides shows a figure that is then in the list, too."""
KEPT = {
    "a name under a condition": "{% if sources.count %}{% set n = 1 %}{% else %}{% set n = 0 %}{% endif %}{{ n }}",
    "a namespace": "{% set ns = namespace(n=0) %}{% set ns.n = sources.count %}{{ ns.n }}",
    "a text that is asked": (
        "{% set x %}{% for s in sources %}1{% endfor %}{% endset %}{% if x %}1{% else %}0{% endif %}"
    ),
}
"""What keeps a list's answer in a way that cannot be put off."""


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


BUILT = {}
"""What was found while a pack was built, by the folder of what was built."""


def early(out):
    """Where a list was read too early: in which template, how much it held and what it holds in the end."""
    found = [one for one in BUILT[out] if one.code == "list-read-early"]
    return [(one.place.file, dict(one.parameters)["held"], dict(one.parameters)["now"]) for one in found]


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
    BUILT[folder / "out"] = build(definition, output=folder / "out", languages=["en"]).findings
    return folder / "out"


def lines(path):
    """The texts of a document's paragraphs, its tables' too, in document order."""
    body = docx.Document(str(path)).element.body
    texts = ("".join(node.text or "" for node in one.iter(qn("w:t"))) for one in body.iter(qn("w:p")))
    return [line.replace("\u00a0", " ") for line in texts if line]


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


@pytest.mark.parametrize(("listed", "first"), MIXED.values(), ids=MIXED)
def test_a_list_is_read_together_with_other_things(tmp_path, fills, listed, first):
    out = built(tmp_path, [listed, TEXT])
    assert fills == {"WordTemplate": 1, "ExcelTemplate": 1, "TextTemplate": 1}
    assert lines(out / "brief-en.docx")[0] == said(out)[0] == first
    assert lines(out / "brief-en.docx")[1].replace("\u2060", "") == FILLED
    assert early(out) == []


@pytest.mark.parametrize(("listed", "first"), CIRCLES.values(), ids=CIRCLES)
def test_what_a_list_decides_is_told_where_it_changes_the_list(tmp_path, fills, listed, first):
    out = built(tmp_path, ["{{ tables.sources }}", listed, TEXT])
    assert fills == {"WordTemplate": 1, "ExcelTemplate": 1, "TextTemplate": 1}
    *rows, decided, text = lines(out / "brief-en.docx")
    assert [row for row in rows if row.startswith("[")] == ["[1]", "[2]", "[3]"]
    assert decided.replace("\u2060", "") == first
    assert text.replace("\u2060", "") == FILLED
    assert early(out) == [("brief.md", 2, 3), ("brief.docx", 2, 3)]


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
def test_what_keeps_the_answer_of_a_list_is_read_in_its_place_and_told_where_that_is_too_early(
    tmp_path, kept
):
    before, behind = built(tmp_path / "1", [kept, TEXT]), built(tmp_path / "2", [TEXT, kept])
    assert early(before) == [("brief.md", 0, 2), ("brief.docx", 0, 2)]
    assert early(behind) == []
    assert said(before)[0] == "0"
    assert said(behind)[1] in ("1", "2")


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
    assert words.document.noticed == ()


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


SHEETS = {
    "a figure is beside a count": (
        {"A1": "{{ sources.count }}", "B1": "{{ exports }}", "A2": "{{ imports }}"},
        [[2, 5], [8, None]],
    ),
    "a cell says both": (
        {"A1": "{{ sources.count }} sources for {{ exports }}", "A2": "{{ imports }}"},
        [["2 sources for 5 billion yuan"], [8]],
    ),
    "a cell decides by it": (
        {"A1": "{% if sources.count > 1 %}many: {{ sources.count }}{% else %}few{% endif %}",
         "A2": "{{ exports }} {{ imports }}"},
        [["many: 2"], ["5 billion yuan 8 billion yuan"]],
    ),
    "a row is there by it": (
        {"A1": "{% if sources.count > 1 %}", "A2": "{{ exports }}", "B2": "{{ sources.count }}",
         "A3": "{% endif %}", "A4": "{{ imports }} {{ exports }}"},
        [[5, 2], ["8 billion yuan 5 billion yuan", None]],
    ),
    "a block of cells lists beside one of figures": (
        {"A1": "{%block for s in sources %}{{ s.number }}{%block endfor %}",
         "C1": "{%block for x in [exports, imports] %}{{ x }}{%block endfor %}",
         "A2": "{{ imports }} {{ exports }}"},
        [[1, None, 5], [2, None, 8], ["8 billion yuan 5 billion yuan", None, None]],
    ),
    "columns of figures have it": (
        {"A1": "{%col for x in [exports, imports] %}{{ x }}", "A2": "{{ sources.count }}{%col endfor %}"},
        [[5, 8], [2, 2]],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("cells", "rows"), SHEETS.values(), ids=SHEETS)
def test_a_sheet_reads_a_list_together_with_other_things(tmp_path, fills, cells, rows):
    out = built(tmp_path, [TEXT], cells)
    sheet = openpyxl.load_workbook(out / "book-en.xlsx").active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == rows
    assert fills["ExcelTemplate"] == 1
    assert early(out) == []


def test_a_sheet_s_header_counts_what_the_sheet_behind_shows(tmp_path, fills):
    definition = pack(tmp_path / "pack", DATA, cells={"A1": "{{ pack.title }}"}, sources=SOURCES)
    workbook = openpyxl.load_workbook(definition / "book.xlsx")
    workbook.active.oddHeader.center.text = "{{ sources.count }} sources"
    workbook.create_sheet("Behind")["A1"] = "{{ exports }} {{ imports }}"
    workbook.save(definition / "book.xlsx")
    build(definition, output=tmp_path / "out", languages=["en"])
    made = openpyxl.load_workbook(tmp_path / "out" / "book-en.xlsx")
    assert made.worksheets[0].oddHeader.center.text == "2 sources"
    assert fills["ExcelTemplate"] == 1


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


TARGET = """cbec_trade CN-CQ 2021=32.21e9 "s3|32.21 billion" 2023=almost20e9 "s3|20 billion" 2023:break 2025:target:2021=>70e9"""
BASIS = "Measured on the figure for 2021."
DRAWN = """
[tables.t]
kind = "targets"
title = "Progress"
columns = ["target", "value", "completion"]

[charts.t]
kind = "target_gap"
title = "Gap"
targets = ["cbec_trade_2025"]
"""


@pytest.mark.parametrize("drawn", ["tables", "charts"])
@pytest.mark.parametrize("says", [True, False])
def test_a_note_is_left_to_the_text_behind_it_which_says_the_same(tmp_path, fills, drawn, says):
    """A text is given to say it, under a condition: only what is filled tells whether it does."""
    text = f"{{% if {str(says).lower()} %}}{{{{ cbec_trade.target.basis_note }}}}{{% endif %}}"
    definition = pack(tmp_path / "pack", TARGET, paragraphs=[f"{{{{ {drawn}.t }}}}", text], cells={"A1": "x"},
                      sources={"s3": {"published": "2022-03-01"}})  # fmt: skip
    toml = (definition / "pack.toml").read_text("utf-8").replace("2022-06-30", "2024-06-30")
    (definition / "pack.toml").write_text(toml + DRAWN, "utf-8")
    build(definition, output=tmp_path / "out", languages=["en"])
    shown = lines(tmp_path / "out" / "brief-en.docx")
    assert sum(BASIS in line for line in shown) == 1
    assert shown[-1].startswith(BASIS) == says
    assert (drawn == "charts") or ("cbec trade①" in shown) == (not says)
    assert fills["WordTemplate"] == 1


@pytest.mark.long_but_for("plan-2025")
@pytest.mark.parametrize("example", ["ecommerce-2020", "plan-2025", "trade-2023", "trade-monthly"])
def test_each_document_of_the_examples_is_filled_once(tmp_path, fills, example):
    build(ROOT / "examples" / example, output=tmp_path, languages=["en"])
    names = [path.name for path in tmp_path.rglob("*.*")]
    assert fills["WordTemplate"] == sum(name.endswith(".docx") for name in names) >= 1
    assert fills["ExcelTemplate"] == sum("workbook" in name and name.endswith(".xlsx") for name in names)
