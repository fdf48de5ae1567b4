"""Every finding of this layer, with its sentence in both languages."""

import pytest

from reportgen.errors import TemplateError
from reportgen.figures.documents import check_definitions
from reportgen.language import language
from reportgen.language.en.figures import FINDINGS
from reportgen.messages import Message
from tests.figures.made import vocabulary

DATA = "exports CN-CQ 2020=1.0e9 2021=2.0e9"
ROWS = {"title": "T", "rows": ["exports"]}
MISTAKES = {
    "missing-key/parts-rows": (
        {"charts": {"c": {"title": "T", "kind": "pie", "periods": ["2020"]}}},
        "charts.c.rows: the chart shows the parts of a whole as rows, and has none.",
        'Write rows = [{indicator = "..."}].',
        "charts.c.rows：该图按行显示总体的各部分，而图中没有行。",
    ),
    "wrong-value/one-series": (
        {"charts": {"c": {"title": "T", "kind": "doughnut", "rows": ["exports"], "series": [{}, {"value": ".yoy"}]}}},
        "charts.c.series: parts of a whole are one series, and the chart has several.",
        'Leave one series, or choose kind = "stacked".',
        "charts.c.series：总体的各部分只能是一个系列，而图中有多个。",
    ),
    "missing-key/ranking-rows": (
        {"charts": {"c": {"title": "T", "kind": "ranking", "periods": ["2020"]}}},
        "charts.c.rows: a ranking compares rows, and the chart has none.",
        'Write rows = [{indicator = "..."}].',
        "charts.c.rows：排序图按行比较，而图中没有行。",
    ),
    "wrong-value/no-place": (
        {"tables": {"t": {**ROWS, "title": "Trade in {yaer}"}}},
        "tables.t.title: {yaer} would be printed as it is.",
        "In a text of pack.toml only {period}, {year}, {month}, {month_name}, {months} and {area} are replaced.",
        "tables.t.title：{yaer}会原样印出。",
    ),
    "missing-key/each": (
        {"tables": {"t": {"title": "T", "rows": [{"indicator": "exports", "top": 3}]}}},
        "tables.t.rows[1].top sorts the rows below an indicator, and the row does not say which.",
        'Add each = "areas", "breakdown" or "partners", or take top out.',
        "tables.t.rows[1].top用于下级各行的排序，而该行未写明是哪些行。",
    ),
    "unknown-name/definition": (
        {"tables": {"t": {**ROWS, "columns": ["levle"]}}},
        "tables.t.columns[1]: there is no column “levle”; nearest: level, value, elapsed.",
        "Correct the name.",
        "tables.t.columns[1]：没有列“levle”；相近的有：level、value、elapsed。",
    ),
    "unknown-name/definition-choices": (
        {"tables": {"t": {**ROWS, "targets": ["t9"], "kind": "targets"}}},
        "tables.t.targets[1]: there is no target “t9”.",
        "The dataset has none; add it there.",
        "tables.t.targets[1]：没有目标“t9”。",
    ),
    "unknown-name/expression": (
        {"tables": {"t": {**ROWS, "columns": [{"head": "H", "value": ".yoyo"}]}}},
        "tables.t.columns[1].value: “.yoyo” names “yoyo”, which does not exist; nearest: yoy, yoy_reported, yoy_computed.",
        "Mend the expression.",
        "tables.t.columns[1].value：“.yoyo”中的“yoyo”不存在；相近的有：yoy、yoy_reported、yoy_computed。",
    ),
    "unknown-name/code": (
        {"tables": {"t": {"title": "T", "rows": [{"indicator": "exports", "area": "CN-C"}]}}},
        "tables.t.rows[1]: The dataset has no area “CN-C”; nearest: CN-CQ.",
        "Write a code of the dataset.",
        "tables.t.rows[1]：数据集中没有地区“CN-C”；相近的有：CN-CQ。",
    ),
    "wrong-value/expression": (
        {"tables": {"t": {**ROWS, "columns": [{"head": "H", "value": '.currency("EUR")'}]}}},
        "tables.t.columns[1].value: The dataset has no base “EUR”.",
        "Mend it.",
        "tables.t.columns[1].value：数据集中没有基数“EUR”。",
    ),
    "wrong-value/no-wording": (
        {"tables": {"t": {**ROWS, "title": {"fr": "T"}}}},
        "tables.t.title: the en wording is missing.",
        'Write {en = "...", zh = "..."}.',
        "tables.t.title：缺少 en 的文字。",
    ),
    "wrong-value/no-unit": (
        {"tables": {"t": {**ROWS, "unit": "dozen"}}},
        "tables.t.unit: “dozen” is no unit; write one of trillion, billion, hundred million, million, ten thousand, thousand, "
        "万亿, 十亿, 亿, 百万, 万, 千.",
        "Write such a unit, or auto.",
        "tables.t.unit：“dozen”不是单位；可用：trillion、billion、hundred million、million、ten thousand、thousand、万亿、十亿、亿、百万、万、千。",
    ),
    "missing-key/table-rows": (
        {"tables": {"t": {"title": "T"}}},
        "tables.t.rows: the table has no rows.",
        'Write rows = [{indicator = "..."}].',
        "tables.t.rows：表中没有行。",
    ),
    "missing-key/group-by": (
        {"tables": {"t": {**ROWS, "subtotals": True}}},
        "tables.t.subtotals: there are no groups to have subtotals.",
        'Write group_by = "area", "department" or "indicator".',
        "tables.t.subtotals：没有分组，无从小计。",
    ),
    "missing-key/table-periods": (
        {"tables": {"t": {**ROWS, "kind": "series"}}},
        "tables.t.periods: the table has no periods.",
        'Write periods = ["2019", "2020"].',
        "tables.t.periods：表中没有时期。",
    ),
    "missing-key/chart-periods": (
        {"charts": {"c": {"title": "T"}}},
        "charts.c.periods: the chart has neither periods nor rows.",
        'Write periods = ["2020", "2021"] or rows = [{indicator = "..."}].',
        "charts.c.periods：图中既没有时期也没有行。",
    ),
    "missing-key/chart-series": (
        {"charts": {"c": {"title": "T", "periods": ["2018"]}}},
        "charts.c.series: the chart over periods has no series.",
        'Write series = [{indicator = "..."}].',
        "charts.c.series：按时期的图中没有系列。",
    ),
    "wrong-value/rows-over-periods": (
        {"charts": {"c": {"title": "T", "periods": ["2018"], "rows": ["exports"]}}},
        "charts.c.rows: a chart over periods draws series, and rows stand beside one another without periods.",
        'Write series = [{indicator = "..."}] in place of rows, or take periods out.',
        "charts.c.rows：按时期的图由系列构成，行只用于不按时期的图。",
    ),
    "missing-key/chart-targets": (
        {"charts": {"c": {"title": "T", "targets": []}}},
        "charts.c.targets: the chart names no targets.",
        'Write targets = ["..."].',
        "charts.c.targets：图中没有目标。",
    ),
    "empty-chart": (
        {"charts": {"c": {"title": "T", "periods": ["2018"], "series": ["exports"]}}},
        "charts.c: the chart has not one point to draw. "
        "The dataset has no level of “exports, CN-CQ” for 2018.",
        "Choose periods, rows or targets that have figures, or take the chart out of the definition and the templates.",
        "charts.c：图中没有任何可绘制的数据。数据集中没有2018年CN-CQ“出口”的数值。",
    ),
}  # fmt: skip


@pytest.mark.parametrize("key", MISTAKES)
def test_a_mistake_in_a_definition_says_where_what_and_what_to_do(key):
    definitions, what, remedy, what_zh = MISTAKES[key]
    found = next(item for item in check_definitions(vocabulary(DATA, **definitions)) if item.key == key)

    assert language("en").what(found) == what
    assert language("en").remedy(found) == remedy
    assert language("zh").what(found) == what_zh
    assert what.startswith(str(found.place.text))


def test_no_number_says_which_figure_and_why():
    with pytest.raises(TemplateError) as raised:
        vocabulary(DATA)["exports"].at("2018").content()
    [found] = raised.value.findings

    assert (found.code, found.subjects) == ("no-number", ("exports/CN-CQ/2018/level",))
    assert language("en").what(found) == (
        "exports, CN-CQ for 2018 has no number: The dataset has no level of “exports, CN-CQ” for 2018."
    )
    assert language("en").remedy(found) == (
        "Leave it out, ask .available before it is shown, or let .sentence say why."
    )


def test_what_stops_a_definition_otherwise_is_a_finding_too():
    def fails(*_):
        raise TemplateError(Message("figures.no-period-before", period="2021"))

    words = vocabulary(DATA)
    words.table_makers = {"t": fails}
    [found] = check_definitions(words)

    assert (found.key, found.place.text) == ("wrong-value/definition", "tables.t")
    assert language("en").what(found) == "Nothing precedes the period 2021."
    assert language("en").remedy(found) == "Mend the definition."


def test_every_finding_is_named_here():
    elsewhere = {"no-number", "wrong-value/definition", "raw-arithmetic", "raw-arithmetic/bound"}
    elsewhere |= {"chart-parts/many", "chart-parts/no-whole", "wrong-value/negative-part"}  # test_charts
    elsewhere |= {"left-out-unexplained", "long-key-message"}  # test_paragraphs
    elsewhere |= {"row-without-data"}  # test_tables
    elsewhere |= {"list-read-early/sources", "list-read-early/figures"}  # test_vocabulary
    elsewhere |= {"missing-key/panel-rows", "missing-key/panel-periods"}  # test_small_multiples
    of_keys = {"wrong-value/no-place", "wrong-value/no-wording", "wrong-value/no-unit"}
    assert set(FINDINGS) == {*MISTAKES, *elsewhere} - of_keys
