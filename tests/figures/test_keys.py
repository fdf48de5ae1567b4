"""A key of a table or chart with a value that it does not take is one finding: the key, what is allowed, the nearest word."""

import pytest

from reportgen.figures.documents import check_definitions
from reportgen.language import language
from tests.figures.made import vocabulary

DATA = "exports CN-CQ 2020=1.0e9 2021=2.0e9"
TABLE = {"title": "T", "rows": ["exports"]}
CHART = {"title": "T", "periods": ["2020"], "series": ["exports"]}
ROW = {"indicator": "exports", "each": "areas"}
COLUMN = {"head": "H", "value": ".yoy"}

WRONG = {
    "a word that is near another": (
        "tables", {**TABLE, "columns": [{**COLUMN, "align": "centr"}]},
        'tables.t.columns[1].align is "centr". Did you mean centre? Write one of text, number, centre.',
        'tables.t.columns[1].align 的值是 "centr"。是否应为 centre？请改写为text、number、centre之一。',
    ),
    "a word like none": (
        "tables", {**TABLE, "columns": [{**COLUMN, "align": "middle"}]},
        'tables.t.columns[1].align is "middle". Write one of text, number, centre.',
        'tables.t.columns[1].align 的值是 "middle"。请改写为text、number、centre之一。',
    ),
    "a word for yes in a column": (
        "tables", {**TABLE, "columns": [{**COLUMN, "always": "yes"}]},
        'tables.t.columns[1].always is "yes". Write true or false.',
        'tables.t.columns[1].always 的值是 "yes"。请改写为true 或 false。',
    ),
    "a word for yes in a row": (
        "tables", {**TABLE, "rows": [{"indicator": "exports", "total": "yes"}]},
        'tables.t.rows[1].total is "yes". Write true or false.',
        'tables.t.rows[1].total 的值是 "yes"。请改写为true 或 false。',
    ),
    "a word for yes": (
        "tables", {**TABLE, "auto_notes": "yes"},
        'tables.t.auto_notes is "yes". Write true or false.',
        'tables.t.auto_notes 的值是 "yes"。请改写为true 或 false。',
    ),
    "an order": (
        "tables", {**TABLE, "rows": [{**ROW, "order": "asc"}]},
        'tables.t.rows[1].order is "asc". Did you mean ascending? Write one of ascending, descending.',
        'tables.t.rows[1].order 的值是 "asc"。是否应为 ascending？请改写为ascending、descending之一。',
    ),
    "what rows are below": (
        "tables", {**TABLE, "rows": [{"indicator": "exports", "each": "area", "sort": "yoy"}]},
        'tables.t.rows[1].each is "area". Did you mean areas? Write one of areas, breakdown, partners.',
        'tables.t.rows[1].each 的值是 "area"。是否应为 areas？请改写为areas、breakdown、partners之一。',
    ),
    "a count": (
        "tables", {**TABLE, "rows": [{**ROW, "top": 0}]},
        "tables.t.rows[1].top is 0. Write a whole number from 1 to 120, without quotes.",
        "tables.t.rows[1].top 的值是 0。请改写为1至120的整数，不加引号。",
    ),
    "the kind of a table": (
        "tables", {**TABLE, "kind": "xxx"},
        'tables.t.kind is "xxx". Write one of indicators, targets, series.',
        'tables.t.kind 的值是 "xxx"。请改写为indicators、targets、series之一。',
    ),
    "a weight": (
        "tables", {**TABLE, "columns": [{**COLUMN, "weight": 0}]},
        "tables.t.columns[1].weight is 0. Write a number above 0 and at most 20: 1 is the usual width, 1.5 half as wide again.",
        "tables.t.columns[1].weight 的值是 0。请改写为大于0且不超过20的数：1为通常宽度，1.5为其一倍半。",
    ),
    "a column that is a number": (
        "tables", {**TABLE, "columns": [3]},
        'tables.t.columns[1] is 3. Write a name such as "yoy", or {head = "...", value = ".yoy"}.',
        'tables.t.columns[1] 的值是 3。请改写为名称（如 "yoy"），或 {head = "...", value = ".同比"}。',
    ),
    "a text": (
        "tables", {**TABLE, "title": 1},
        'tables.t.title is 1. Write a text in quotes, or {en = "...", zh = "..."}.',
        'tables.t.title 的值是 1。请改写为加引号的文本，或 {en = "...", zh = "..."}。',
    ),
    "rows": (
        "tables", {**TABLE, "rows": "exports"},
        'tables.t.rows is "exports". Write a list such as [{indicator = "..."}].',
        'tables.t.rows 的值是 "exports"。请改写为列表，如 [{indicator = "..."}]。',
    ),
    "a period": (
        "tables", {**TABLE, "rows": [{"indicator": "exports", "period": "soon"}]},
        'tables.t.rows[1].period is "soon". Write a period such as 2021, 2022-Q1, 2022-05 or 2022-01--2022-05.',
        'tables.t.rows[1].period 的值是 "soon"。请改写为时期，如 2021、2022-Q1、2022-05 或 2022-01--2022-05。',
    ),
    "a size": (
        "charts", {**CHART, "size_mm": 150},
        "charts.t.size_mm is 150. Write a width and a height in millimetres, such as [150, 80], of at most 1000.",
        "charts.t.size_mm 的值是 150。请改写为以毫米计的宽和高，如 [150, 80]，不超过1000。",
    ),
    "how a series is drawn": (
        "charts", {**CHART, "series": [{"indicator": "exports", "kind": "lines"}]},
        'charts.t.series[1].kind is "lines". Did you mean line? Write one of column, bar, line, marker.',
        'charts.t.series[1].kind 的值是 "lines"。是否应为 line？请改写为column、bar、line、marker之一。',
    ),
    "which axis": (
        "charts", {**CHART, "series": [{"indicator": "exports", "axis": "second"}]},
        'charts.t.series[1].axis is "second". Did you mean secondary? Write one of primary, secondary.',
        'charts.t.series[1].axis 的值是 "second"。是否应为 secondary？请改写为primary、secondary之一。',
    ),
    "which points are labelled": (
        "charts", {**CHART, "labels": "first"},
        'charts.t.labels is "first". Write true, false or "last".',
        'charts.t.labels 的值是 "first"。请改写为true、false 或 "last"。',
    ),
    "the end of a run of periods": (
        "charts", {**CHART, "periods": {"from": "2020"}},
        "the key charts.t.periods.to is missing. Add it to pack.toml.",
        "缺少键 charts.t.periods.to。请在 pack.toml 中补上。",
    ),
    "a key": (
        "tables", {**TABLE, "rows": [{"indicator": "exports", "lable": "X"}]},
        "the key tables.t.rows[1].lable is not known. Did you mean label?",
        "未知的键 tables.t.rows[1].lable。是否应为 label？",
    ),
    "a column without its value": (
        "tables", {**TABLE, "columns": [{"head": "H"}]},
        "the key tables.t.columns[1].value is missing. Add it to pack.toml.",
        "缺少键 tables.t.columns[1].value。请在 pack.toml 中补上。",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_is_one_finding_that_says_what_is_allowed(name):
    kind, definition, en, zh = WRONG[name]
    first, *others = check_definitions(vocabulary(DATA, **{kind: {"t": definition}}))

    assert language("en").sentence(first).removeprefix("pack.toml: ") == en
    assert language("zh").sentence(first).removeprefix("pack.toml：") == zh
    assert [one for one in others if one.place == first.place] == []
    assert {one.key for one in others} <= {"missing-key/chart-periods"}, "nothing else follows from it"


def test_the_values_that_a_key_takes_pass():
    column = {**COLUMN, "align": "centre", "always": True, "weight": 1.5}
    rows = [{**ROW, "order": order} for order in ("ascending", "descending")]
    table = {**TABLE, "columns": ["level", column], "rows": ["exports", *rows]}
    chart = {
        **CHART,
        "labels": "last",
        "series": [{"indicator": "exports", "kind": "line", "axis": "secondary"}],
    }
    assert check_definitions(vocabulary(DATA, tables={"t": table}, charts={"c": chart})) == []
