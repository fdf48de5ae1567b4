"""Tables and charts are made once for all documents of a language, and say in each what they would say if they were made for it."""

import pytest

from reportgen.errors import PackError
from reportgen.figures import documents
from reportgen.figures.documents import MadeForDocuments
from tests.figures.made import vocabulary

RETAIL = (
    'cbec_trade CN-CQ 2020=7.81e9 "s1" 2021=32.21e9 "s2 stated|reached 32.21 billion yuan" 2021:yoy=63.3\n'
    "gdp CN-CQ 2021=683.42e8"
)
SET_ASIDE = "cbec_trade CN-CQ 2021=32.21e9 2023=almost20e9 2023:break 2025:target:2021=>70e9"
TABLE = {"title": "T", "rows": ["cbec_trade"], "columns": ["level", "yoy"]}
TREND = {"title": "C", "series": ["cbec_trade"], "periods": ["2020", "2021"]}
TARGETS = {"kind": "targets", "title": "T", "columns": ["target", "value", "completion"]}
GAP = {"kind": "target_gap", "title": "T", "targets": ["cbec_trade_2025"]}


@pytest.fixture
def makings(monkeypatch):
    """The names of all that is made."""
    made = []

    def noting(usual):
        def make(name, *given):
            made.append(name)
            return usual(name, *given)

        return make

    for maker in ("build_table", "build_chart"):
        monkeypatch.setattr(documents, maker, noting(getattr(documents, maker)))
    return made


def test_two_documents_have_one_table_and_one_chart_made(makings):
    made = MadeForDocuments()
    shown = []
    for _ in range(2):
        words = vocabulary(RETAIL, tables={"t": TABLE}, charts={"c": TREND}, made=made)
        shown.append((words["tables"].t.content(), words["charts"].c.content(), words.shown))
        assert {str(words.figure_of(key).id) for key in words.document.figures} == {
            "cbec_trade/CN-CQ/2021/level",
            "cbec_trade/CN-CQ/2021/growth_yoy",
            "cbec_trade/CN-CQ/2020/level",
        }
    assert makings == ["t", "c"]
    assert shown[0] == shown[1]


def test_one_of_another_period_or_area_is_another(makings):
    words = vocabulary(RETAIL, tables={"t": TABLE}, made=MadeForDocuments())
    now, before = words["tables"].t.content(), words["tables"].t.at("2020").content()
    assert [str(table.rows[0].cells[1].content) for table in (now, before)] == ["32.21", "7.81"]
    assert makings == ["t", "t"]


@pytest.mark.parametrize("said_first", [True, False])
def test_a_document_whose_text_says_the_basis_has_a_table_that_does_not(said_first):
    made = MadeForDocuments()
    noted = {}
    for is_said in (said_first, not said_first):
        words = vocabulary(SET_ASIDE, "en", "2023", {"t": TARGETS}, made=made)
        if is_said:
            words["cbec_trade"].target.basis_note.content()
        notes = [str(note) for note in words["tables"].t.content().notes]
        noted[is_said] = any(note.startswith("Measured on the figure for 2021") for note in notes)
    assert noted == {True: False, False: True}


@pytest.mark.parametrize("first", ["tables", "charts"])
def test_each_document_has_the_note_at_what_it_shows_first(first):
    made = MadeForDocuments()
    for order in ((first, "charts" if first == "tables" else "tables"), ("tables", "charts")):
        words = vocabulary(SET_ASIDE, "en", "2023", {"t": TARGETS}, {"t": GAP}, made=made)
        noted = [
            any(str(note).startswith("Measured on") for note in words[kind].t.content().notes)
            for kind in order
        ]
        assert noted == [True, False]


def test_sources_have_the_numbers_of_the_document():
    made = MadeForDocuments()
    lines = []
    for text in ("", "gdp"):
        words = vocabulary(RETAIL, tables={"t": {**TABLE, "columns": ["level"]}}, made=made)
        if text:
            words[text].mark.content()
        lines.append(str(words["tables"].t.content().source))
    assert lines == ["Publisher [1]", "Publisher [2]"]


def test_a_cell_that_cites_is_made_for_its_document():
    cites = {**TABLE, "columns": [{"key": "from", "head": "From", "value": ".mark"}]}
    made = MadeForDocuments()
    cells = []
    for text in ("", "gdp"):
        words = vocabulary(RETAIL, tables={"t": cites}, made=made)
        if text:
            words[text].mark.content()
        cells.append(str(words["tables"].t.content().rows[0].cells[1].content))
    assert cells == ["[1]", "[2]"]


def test_what_cannot_be_made_is_refused_in_each_document():
    made = MadeForDocuments()
    for _ in range(2):
        words = vocabulary(RETAIL, tables={"t": {"title": "T", "rows": ["nothing"]}}, made=made)
        with pytest.raises(PackError):
            words["tables"].t.content()
