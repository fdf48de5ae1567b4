"""Loops and rows over all areas below, partners, breakdowns, the last months: sorted, the largest few, moved tables and charts."""

import tomllib

import pytest

from reportgen.errors import PackError, TemplateError
from reportgen.language import language, say
from tests.builders import dataset
from tests.figures.made import vocabulary

AREAS = {
    "CN-CQ": {"parent": "CN", "label_zh": "重庆市", "label_en": "Chongqing"},
    "A": {"parent": "CN-CQ", "label_en": "Zone A", "label_zh": "甲区"},
    "B": {"parent": "CN-CQ", "label_en": "Zone B", "label_zh": "乙区"},
    "C": {"parent": "CN-CQ", "label_en": "Zone C", "label_zh": "丙区"},
}
DATA = (
    "trade CN 2024=1000e8 2024:yoy=5.0 2023=950e8",
    "trade CN-CQ 2024=100e8 2024:yoy=0.4 2024-11=9e8 2024-12=12e8 2024-01--2024-11=88e8",
    "trade A 2024=20e8 2024:yoy=5.0 2024-12=2e8 2024-11=1.5e8",
    "trade B 2024=50e8 2024:yoy=-1.2 2024-12=6e8 2024-11=5e8",
    "trade C 2024=10e8 2024-12=1e8",
)


@pytest.fixture
def words():
    return made()


def made(language="en", period="2024", **definitions):
    labels = {code: {"label": say_label(item), "parent": item["parent"]} for code, item in AREAS.items()}
    return vocabulary(dataset(*DATA, areas=labels), language, period, **definitions)


def say_label(item):
    from reportgen.messages import Bilingual

    return Bilingual(item["label_en"], item["label_zh"])


def labels(terms):
    return [term.area_label for term in terms]


def test_all_areas_below_stand_in_the_dataset_s_order_and_name_themselves(words):
    trade = words["trade"]

    assert labels(trade.areas) == ["Zone A", "Zone B", "Zone C"]
    assert [str(zone) for zone in trade.areas] == [
        "2.0 billion yuan",
        "5.0 billion yuan",
        "1.0 billion yuan",
    ]
    assert labels(made("zh")["trade"].下级地区) == ["甲区", "乙区", "丙区"]


def test_a_list_is_sorted_by_a_step_largest_first_and_what_has_no_number_comes_last(words):
    zones = words["trade"].areas

    assert labels(zones.sorted()) == ["Zone B", "Zone A", "Zone C"]
    assert labels(zones.sorted("yoy")) == ["Zone A", "Zone B", "Zone C"]
    assert labels(zones.sorted("yoy", False)) == ["Zone B", "Zone A", "Zone C"]
    assert labels(zones.top(1, "同比")) == ["Zone A"]
    assert labels(zones.bottom(1, "yoy")) == ["Zone B"]
    assert [len(line) for line in zones.lines(2)] == [2, 1]
    assert (zones.first.area_label, zones.last.area_label, len(zones)) == ("Zone A", "Zone C", 3)


def test_what_a_list_cannot_do_is_said(words):
    zones = words["trade"].areas
    with pytest.raises(TemplateError) as caught:
        zones.top("many")
    assert "is no number of things" in say(caught.value.message, "en")
    with pytest.raises(TemplateError) as caught:
        _ = words["trade"].partners.first
    assert "the list is empty" in say(caught.value.message, "en")


def test_the_last_periods_end_with_the_indicator_s_own(words):
    trade = words["trade"]

    assert [str(term.period) for term in trade.in_month.last(2)] == ["2024-11", "2024-12"]
    assert [str(term.period) for term in trade.in_month.last(12)] == [
        "2024-11",
        "2024-12",
    ]  # none is known before
    assert str(trade.at("2024-11").year_to_date.period) == "2024-01--2024-11"
    assert [str(term.period) for term in trade.at("2024").last(3)] == ["2024"]
    assert [str(words["trade"].area(zone).at(trade.in_month)) for zone in trade.areas.top(1)] == [
        "600 million yuan"
    ]


def test_a_table_s_row_stands_for_all_areas_below_sorted_and_cut():
    toml = """
        title = "Zones, {period}"
        rows = [{ indicator = "trade" }, { indicator = "trade", each = "areas", sort = ".yoy", top = 2, indent = 1 }]
        columns = ["level", "yoy", "rank_among"]
    """
    table = made(tables={"t": tomllib.loads(toml)})["tables"].t.content()

    assert table.title == "Zones, 2024"
    assert [[str(cell.shown) for cell in row.cells] for row in table.rows] == [
        ["trade", "10.0", "0.4", "—"],
        ["Zone A", "2.0", "5.0", "2nd"],
        ["Zone B", "5.0", "-1.2", "1st"],
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('{ indicator = "trade", each = "zones" }', "zones"),
        ('{ indicator = "trade", sort = ".yoy" }', "the row does not say which"),
        ('{ indicator = "trade", each = "areas", sort = ".yoi" }', ".yoi"),
        ('{ indicator = "trade", each = "areas", top = 0 }', "a whole number from 1 to 120"),
    ],
)
def test_a_row_that_names_its_parts_wrongly_is_a_finding(row, said):
    words = made(tables={"t": tomllib.loads(f"rows = [{row}]")})
    with pytest.raises(PackError) as caught:
        words["tables"].t.content()

    assert said in " ".join(language("en").sentence(finding) for finding in caught.value.findings)


def test_a_chart_over_the_last_months_begins_where_there_are_figures():
    toml = """
        title = "Trade"
        kind = "combination"
        periods = { last = 3, like = "month" }
        series = [{ indicator = "trade" }, { indicator = "trade", value = ".year_to_date.yoy", kind = "line", axis = "secondary" }]
    """
    chart = made(charts={"c": tomllib.loads(toml)})["charts"].c.content()

    assert chart.categories == ("Nov", "Dec")
    assert chart.over_time
    assert "Nov 2024 900 million yuan" in chart.alt_text
    assert made("zh", charts={"c": tomllib.loads(toml)})["charts"].c.content().categories == (
        "11月",
        "12月",
    )


def test_months_across_years_say_each_year_once():
    toml = 'periods = { from = "2023-11", to = "2024-02" }\nseries = ["trade"]\nkind = "line"'
    data = "trade CN-CQ 2023-11=1e8 2023-12=2e8 2024-01=3e8 2024-02=4e8"
    chart = vocabulary(data, "zh", "2024-02", charts={"c": tomllib.loads(toml)})["charts"].c.content()

    assert chart.categories == ("2023年11月", "12月", "2024年1月", "2月")


def test_tables_and_charts_move_to_the_area_and_period_of_a_turn():
    toml = 'title = "{area}"\nrows = ["trade"]\nseries = [{}]'
    words = made(
        charts={"c": tomllib.loads(toml)},
        tables={"t": tomllib.loads('title = "{area}, {period}: {month_name} alone"\nrows = ["trade"]')},
    )

    moved = [words["charts"].c.area(zone).content() for zone in words["trade"].areas]
    assert [chart.title for chart in moved] == ["Zone A", "Zone B", "Zone C"]
    assert [str(chart.series[0].labels[0]) for chart in moved] == ["2.0", "5.0", "1.0"]
    table = words["tables"].t
    assert table.area("Zone B").at("2024-12").title == "Zone B, December 2024: December alone"
    with pytest.raises(TemplateError):
        table.area("Zone Z").content()


def test_a_wrong_run_of_periods_is_a_finding():
    for run, said in (
        ("{ last = 0 }", "a whole number from 1 to 120"),
        ('{ last = 3, like = "week" }', "week"),
        ('{ first = "2020" }', "first"),
    ):
        words = made(charts={"c": tomllib.loads(f'periods = {run}\nseries = ["trade"]')})
        with pytest.raises(PackError) as caught:
            words["charts"].c.content()
        sentences = " ".join(language("en").sentence(finding) for finding in caught.value.findings)
        assert said in sentences
        assert "neither periods nor rows" not in sentences


def test_a_table_of_the_last_months_begins_where_there_are_figures():
    toml = 'kind = "series"\nrows = ["trade"]\nperiods = { last = 12, like = "month" }'
    table = made(tables={"t": tomllib.loads(toml)})["tables"].t.content()

    assert [column.head for column in table.columns[1:]] == ["Nov 2024", "Dec 2024"]
