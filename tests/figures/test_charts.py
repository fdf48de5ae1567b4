"""Charts from pack.toml: target gaps, trends that do not cross breaks, comparisons, words for what they show."""

import tomllib
from decimal import Decimal

import pytest

from reportgen.errors import PackError
from reportgen.figures.documents import check_definitions
from reportgen.findings import Severity
from reportgen.language import language
from reportgen.messages import Bilingual
from tests.builders import dataset
from tests.figures.made import real_data, vocabulary

TREND = "exports CN-CQ 2019=1.00e9 2020=1.25e9 2021=5.00e9 2022=6.00e9"


def chart(toml, data=TREND, language="en", period="2021"):
    words = vocabulary(data, language, period, charts={"c": tomllib.loads(toml)})
    return words["charts"].c.content()


def test_a_trend_is_one_line_over_its_periods():
    made = chart('title = "Exports"\nkind = "line"\nperiods = {from = 2019, to = 2022}\nseries = ["exports"]')

    assert (made.kind, made.categories) == ("line", ("2019", "2020", "2021", "2022"))
    assert made.series[0].values == (Decimal("1.00"), Decimal("1.25"), Decimal("5.00"), Decimal("6.00"))
    assert made.series[0].labels == ("1.00", "1.25", "5.00", "6.00")
    assert made.value_axis == "billion yuan"
    assert made.alt_text == (
        "Chart: Exports. exports: 2019 1.00 billion yuan, 2020 1.25 billion yuan, 2021 5.00 billion yuan, "
        "2022 6.00 billion yuan."
    )


def test_no_line_crosses_a_break_and_a_note_says_why():
    made = chart(
        'title = "出口"\nkind = "line"\nperiods = ["2019", "2020", "2021", "2022"]\nseries = ["出口"]',
        TREND + " 2021:break", "zh",
    )  # fmt: skip

    assert [series.name for series in made.series] == ["出口", "出口（2021年起）"]
    assert [series.values for series in made.series] == [
        (Decimal("10.0"), Decimal("12.5"), None, None),
        (None, None, Decimal("50.0"), Decimal("60.0")),
    ]
    assert str(made.notes[0]) == "CN-CQ出口自2021年起口径疑有变化，与此前不可比。测试用口径中断。"


def test_columns_stay_one_series_and_carry_the_note():
    made = chart('kind = "column"\nperiods = [2020, 2021]\nseries = ["exports"]', TREND + " 2021:break")

    assert len(made.series) == 1
    assert "From 2021 on, figures for CN-CQ’s exports appear to be defined differently" in str(made.notes[0])


def test_a_target_gap_shows_value_target_and_path():
    plan = "cbec_trade CN-CQ 2021=32.21e9 2022=40.00e9 2025:target:2021=>70e9"
    made = chart('title = "Gap"\ntargets = ["cbec_trade_2025"]', plan)

    assert made.kind == "target_gap"
    assert [(series.role, series.labels) for series in made.series] == [
        ("value", ("40.00",)), ("target", (">70",)), ("path", ("39.11",)),
    ]  # fmt: skip
    assert made.alt_text == (
        "Chart: Gap. cbec trade: 40.00 billion yuan in 2022, target for 2025 more than 70 billion yuan, 57.1% reached."
    )


def test_a_chart_of_targets_calls_them_as_its_rows_do():
    plan = "cbec_trade CN-CQ 2021=32.21e9 2022=40.00e9 2025:target:2021=>70e9"
    row = '{target = "cbec_trade_2025", label = {en = "Cross-border", zh = "跨境"}}'
    made = chart(f'kind = "target_gap"\ntitle = "Gap"\nrows = [{row}]', plan)

    assert made.categories == ("Cross-border",)
    assert [series.labels for series in made.series] == [("40.00",), (">70",), ("39.11",)]


def test_targets_of_different_units_are_drawn_as_completion():
    made = chart(
        'title = "G"\ntargets = ["cbec_trade_2025", "cbec_demo_zones_2025"]', real_data(), "zh", "2023"
    )

    assert made.series[0].labels == ("46.0", "50.0")
    assert (made.series[0].name, made.value_axis) == ("完成率", "%")
    assert str(made.notes[0]).startswith("跨境电商进出口额：以2021年的数据测算。")


def test_growth_stands_on_a_second_axis_beside_the_level():
    made = chart(
        'kind = "combination"\nperiods = [2020, 2021]\n'
        'series = ["exports", {indicator = "exports", value = ".yoy", label = {en = "Growth", zh = "增速"}, kind = "line", axis = "secondary"}]'
    )

    assert [(series.name, series.kind, series.axis) for series in made.series] == [
        ("exports", "column", "primary"), ("Growth", "line", "secondary"),
    ]  # fmt: skip
    assert (made.value_axis, made.secondary_axis) == ("billion yuan", "%")
    assert made.series[1].values == (Decimal("25.0"), Decimal("300.0"))


def test_rows_are_compared_by_one_value():
    made = chart(
        'kind = "bar"\nrows = ["exports", {indicator = "imports", label = {en = "Goods in", zh = "进"}}]\nseries = [{value = ".yoy", label = "Growth"}]',
        "exports CN-CQ 2021=1e9 2021:yoy=5.0\nimports CN-CQ 2021=1e9 2021:yoy=-3.0",
    )

    assert made.categories == ("exports", "Goods in")
    assert made.series[0].labels == ("5.0", "-3.0")


def test_the_axis_is_titled_with_the_unit_in_either_language():
    data = "zones(count) CN-CQ 2021=5\nexports CN-CQ 2021:pp:2020=1.5"
    counts = {"zones": {"counter": Bilingual("zones", "个")}}
    made = vocabulary(
        dataset(data, indicators=counts), "zh",
        charts={
            "zones": {"periods": [2021], "series": ["zones"]},
            "points": {"periods": [2021], "series": [{"indicator": "exports", "value": ".增速差(\"2020\")"}]},
        },
    )["图"]  # fmt: skip

    assert made.zones.content().value_axis == "个"
    assert made.points.content().value_axis == "百分点"


def test_a_qualifier_is_in_the_label_and_not_in_the_format_of_the_whole_series():
    made = chart(
        'kind = "column"\nperiods = [2020, 2021]\nseries = ["exports"]',
        "exports CN-CQ 2020=1.50e9 2021=almost2e9",
    )

    assert made.series[0].labels == ("1.50", "nearly 2")
    assert made.series[0].number_format == "#,##0.00"


def mistakes(toml, data=TREND, period="2021"):
    words = vocabulary(data, "en", period, charts={"c": tomllib.loads(toml)})
    with pytest.raises(PackError) as raised:
        words["charts"].c.content()
    assert list(raised.value.findings) == check_definitions(words)
    return raised.value.findings


def test_a_chart_without_one_point_is_an_error_that_names_it_with_the_reasons():
    (finding,) = mistakes('periods = [2010, 2011]\nseries = ["exports"]')

    assert (finding.code, finding.place.text) == ("empty-chart", "charts.c")
    assert language("en").what(finding) == (
        "charts.c: the chart has not one point to draw. The dataset has no level of “exports, CN-CQ” for 2010. "
        "The dataset has no level of “exports, CN-CQ” for 2011."
    )
    assert language("zh").what(finding).startswith("charts.c：图中没有任何可绘制的数据。数据集中没有2010年")


def test_a_chart_of_targets_on_which_nothing_is_measured_is_empty_too():
    plan = "cbec_trade CN-CQ 2025:target=>70e9"
    (finding,) = mistakes('targets = ["cbec_trade_2025"]\nmeasure = "completion"', plan)

    assert "no figure to measure the target on" in language("en").what(finding)


def test_no_time_is_drawn_of_a_target_that_nothing_can_be_measured_on():
    plan = "gdp CN-CQ 2021=683.42e8 2025:target=>=730e8"
    urban = "urban(percent) CN-CQ 2020=74.9 2021=76.4 2025:target:2020=>=80"
    made = chart(
        'title = "T"\nmeasure = "completion"\ntargets = ["gdp_2025", "urban_2025"]', f"{plan}\n{urban}"
    )
    completion, elapsed = made.series
    assert completion.values[0] is None
    assert elapsed.values[0] is None
    assert elapsed.values[1] == 20  # one year of five


def test_points_that_are_missing_are_explained_under_the_chart():
    toml = 'periods = [2017, 2018, 2019, 2020]\nseries = [{indicator = "exports", value = "%s"}]'

    assert [str(note) for note in chart(toml % ".").notes] == [
        "No point is drawn for 2017 and 2018. The sources used give no figure."
    ]
    assert [str(note) for note in chart(toml % ".", language="zh").notes] == [
        "2017年和2018年未绘出数据：所用来源未公布数值。"
    ]
    assert chart("auto_notes = false\n" + toml % ".").notes == ()


def test_a_missing_growth_says_why_and_of_which_series():
    made = chart(
        'periods = [2020, 2021]\nseries = ["exports", {indicator = "exports", value = ".yoy", label = "Growth"}]',
        TREND + " 2021:break",
    )

    assert str(made.notes[1]).startswith(
        "No point is drawn for 2021 (Growth). The series appears to be defined differently from 2021 on"
    )


def test_a_ranking_puts_the_largest_on_top_and_what_has_no_number_last():
    areas = (
        "exports CQ-A 2021=3e9",
        "exports CQ-B 2021=5e9",
        "exports CQ-C 2020=1e9",
        "exports CQ-D 2021=4e9",
    )
    rows = ", ".join(f'{{indicator = "exports", area = "CQ-{code}"}}' for code in "ABCD")
    made = chart(f'kind = "ranking"\nrows = [{rows}]', dataset(*areas))
    assert made.kind == "ranking"
    assert [name[-5:-1] for name in made.categories] == ["CQ-B", "CQ-D", "CQ-A", "CQ-C"]
    [series] = made.series
    assert [str(value) for value in series.values] == ["5", "4", "3", "None"]
    assert series.labels[:3] == ("5", "4", "3")
    assert [key is None for key in series.keys] == [False, False, False, True]


PARTS = (
    "exports.GENERAL CN-CQ 2021=2.1e9",
    "exports.PROCESSING CN-CQ 2021=3.1e9",
    "exports.OTHER CN-CQ 2021=0.8e9",
    "exports CN-CQ 2021=6.0e9",
)


def parts_chart(kind, breakdowns, lines=PARTS, language="en"):
    rows = ", ".join(f'{{indicator = "exports", breakdown = "{code}"}}' for code in breakdowns)
    words = vocabulary(
        dataset(*lines), language, "2021", charts={"c": tomllib.loads(f'kind = "{kind}"\nrows = [{rows}]')}
    )
    return words["charts"].c.content(), words.document.noticed


@pytest.mark.parametrize("kind", ["pie", "doughnut"])
def test_parts_of_a_whole_are_labelled_with_their_units(kind):
    made, noticed = parts_chart(kind, ["GENERAL", "PROCESSING", "OTHER"])
    assert (made.kind, made.value_axis, noticed) == (kind, "", ())
    assert made.series[0].labels == ("2.1 billion yuan", "3.1 billion yuan", "0.8 billion yuan")
    assert len(made.series[0].keys) == 3


def test_parts_that_are_no_whole_and_too_many_of_them_are_noticed():
    _, [found] = parts_chart("pie", ["GENERAL", "PROCESSING"])
    assert (found.code, found.severity) == ("chart-parts", Severity.WARNING)
    assert language("en").what(found) == (
        "charts.c: the parts shown are not known to make up one whole, and a pie says that they do."
    )
    assert language("zh").what(found) == "charts.c：不能确定所列部分合起来就是一个总体，而饼图正是这个意思。"
    many = [f"exports.P{number} CN-CQ 2021=1e9" for number in range(7)]
    _, [found] = parts_chart(
        "doughnut", [f"P{number}" for number in range(7)], [*many, "exports CN-CQ 2021=7e9"]
    )
    assert language("en").what(found) == (
        "charts.c: of 7 parts the slices are hard to tell apart; up to 6 can be read."
    )


def test_a_part_below_zero_is_refused():
    with pytest.raises(PackError) as raised:
        parts_chart(
            "pie", ["GENERAL", "OTHER"], ["exports.GENERAL CN-CQ 2021=2e9", "exports.OTHER CN-CQ 2021=-1e9"]
        )
    [found] = raised.value.findings
    assert (
        language("en").what(found)
        == "charts.c.rows: a part is below zero, and its slice would look as if it were above."
    )


def test_all_parts_of_a_dimension_that_is_declared_to_add_up_are_a_whole():
    sizes = ", ".join(
        f'{{indicator = "rural_ecommerce_brands", breakdown = "SIZE_{size}"}}'
        for size in ("LARGE", "MEDIUM", "SMALL")
    )
    words = vocabulary(
        real_data(), "en", "2020", charts={"c": tomllib.loads(f'kind = "pie"\nrows = [{sizes}]')}
    )
    assert words["charts"].c.content().series[0].labels == ("81 brands", "358 brands", "1,041 brands")
    assert words.document.noticed == ()


# ---- periods that are not alike -----------------------------------------------------------------------------

PARTIAL = "exports CN-CQ 2021=5.00e9 2022=6.00e9 2023-01--2023-05=2.90e9 2022:yoy=20 2023-01--2023-05:yoy=12"
PERIODS = 'periods = ["2021", "2022", "2023-01--2023-05"]\n'


@pytest.mark.parametrize("kind", ["column", "stacked"])
def test_five_months_beside_full_years_are_hatched_and_said(kind):
    made = chart(f'kind = "{kind}"\n{PERIODS}series = ["exports"]', PARTIAL)
    assert made.series[0].hatched == (False, False, True)
    assert made.series[0].values[2] == Decimal("2.90")
    assert "Jan–May 2023: hatched, because the period is shorter than the others." in map(str, made.notes)


BROKEN = "exports CN-CQ 2019=1e9 2021=4e9 2021:break 2022=5e9 2023=9e9 2023:break"


def test_columns_say_after_how_many_breaks_they_stand():
    """2020 is put in between, so that the distances are those of time: it belongs to no stretch."""
    made = chart('kind = "column"\nperiods = [2019, 2021, 2022, 2023]\nseries = ["exports"]', BROKEN)
    assert made.categories == ("2019", "2020", "2021", "2022", "2023")
    assert made.series[0].stretches == (0, 0, 1, 1, 2)
    assert [
        series.stretches
        for series in chart('kind = "line"\nperiods = [2019, 2021]\nseries = ["exports"]', BROKEN).series
    ] == [(), ()]
    assert (
        chart('kind = "column"\nperiods = [2021, 2022]\nseries = ["exports"]', BROKEN).series[0].stretches
        == ()
    )


def test_no_line_runs_from_full_years_into_five_months():
    made = chart(f'kind = "line"\n{PERIODS}series = ["出口"]', PARTIAL, "zh")
    assert made.series[0].values == (Decimal("50.0"), Decimal("60.0"), None)
    assert made.series[0].hatched == ()
    assert "2023年1—5月时期短于其余各期，未绘出数据。" in map(str, made.notes)


def test_rates_of_a_part_of_a_year_are_drawn_like_the_others():
    made = chart(
        f'kind = "line"\n{PERIODS}series = [{{indicator = "exports", value = ".yoy"}}]',
        PARTIAL + " 2021:yoy=8",
    )
    assert made.series[0].values == (Decimal("8.0"), Decimal("20.0"), Decimal("12.0"))
    assert not made.notes


def test_years_stand_at_the_distances_of_time():
    toml = 'kind = "line"\nperiods = [2019, 2022]\nseries = ["exports"]'
    made = chart(toml)
    assert made.categories == ("2019", "2020", "2021", "2022")
    assert made.series[0].values == (Decimal("1.00"), None, None, Decimal("6.00"))
    assert made.spans_gaps
    assert "2020 and 2021: not listed; left blank, so that distances are those of time." in map(
        str, made.notes
    )
    assert not chart('kind = "line"\nperiods = [2019, 2020, 2021]\nseries = ["exports"]').spans_gaps
    assert chart('kind = "bar"\nperiods = [2019, 2022]\nseries = ["exports"]').categories == ("2019", "2022")


def test_a_year_without_a_number_is_no_line_either():
    made = chart('kind = "line"\nperiods = [2019, 2020, 2022, 2023]\nseries = ["exports"]')
    assert made.categories == ("2019", "2020", "2021", "2022", "2023")
    assert not made.spans_gaps  # 2023 has no number: the line shows gaps


def test_level_and_growth_of_one_indicator_have_distinct_names():
    made = chart(
        f'kind = "combination"\n{PERIODS}series = [{{indicator = "exports"}}, '
        '{indicator = "exports", value = ".yoy", kind = "line", axis = "secondary"}]',
        PARTIAL,
    )
    assert [series.name for series in made.series] == ["exports", "exports, year-on-year growth"]
    assert "exports, year-on-year growth: 2022 20%" in made.alt_text


def test_long_names_lose_their_brackets_then_their_end():
    from reportgen.figures.chart_names import shortened_names

    long = "Exports of the Economic and Technological Development Zone (all enterprises)"
    assert shortened_names([long, "Imports"], 66) == [
        "Exports of the Economic and Technological Development Zone",
        "Imports",
    ]
    assert shortened_names([long], 40) == ["Exports of the Economic and…"]
    assert shortened_names(["重庆市长寿经济技术开发区进出口总额"], 20) == ["重庆市长寿经济技术…"]
    alike = [long + " A", long + " B"]
    assert shortened_names(alike, 40) == alike


def test_eighteen_months_have_the_shortest_labels_with_their_year():
    months = " ".join(f"{2023 + at // 12}-{at % 12 + 1:02d}={40 + at}.00e9" for at in range(18))
    toml = 'kind = "column"\nperiods = {from = "2023-01", to = "2024-06"}\nseries = ["exports"]'
    made = chart(toml, f"exports CN-CQ {months}", period="2024-06")
    assert made.categories[:3] == ("2023", "F", "M")
    assert made.categories[12:14] == ("2024", "F")


@pytest.mark.parametrize(
    ("language", "some", "each"),
    [
        ("en", "Jan–May 2022: the source does not state the period in full; it is inferred.", "The source does not state the period in full; it is inferred."),
        ("zh", "2022年1—5月：来源未完整注明时期，系推定。", "来源未完整注明时期，系推定。"),
    ],
)  # fmt: skip
def test_a_chart_says_of_which_points_the_period_is_inferred(language, some, each):
    def notes(periods):
        made = chart(
            f'title = "T"\nkind = "column"\nperiods = {periods}\nseries = ["cbec_trade"]',
            real_data(),
            language,
        )
        return list(map(str, made.notes))

    assert some in notes('["2021", "2022-01--2022-05"]')
    assert each in notes('["2022-01--2022-05"]')
    assert not any(each[-6:] in note for note in notes('["2021"]'))
