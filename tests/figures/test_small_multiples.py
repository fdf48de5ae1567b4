"""Small multiples from pack.toml: a panel for each row, the same periods in all, what they show said once below."""

import tomllib
from decimal import Decimal

import pytest

from reportgen.errors import PackError
from reportgen.language import language
from tests.builders import dataset
from tests.figures.made import vocabulary

PANELS = """
title = "Trade by area"
kind = "small_multiples"
periods = ["2021", "2022", "2023"]
rows = [{indicator = "trade"}, {indicator = "trade", each = "areas", sort = "."}]
series = [
  {label = {en = "Trade", zh = "进出口"}},
  {value = ".yoy", kind = "line", axis = "secondary", label = {en = "Growth", zh = "增速"}},
]
"""
AREAS = {"D1": {"parent": "CN-CQ"}, "D2": {"parent": "CN-CQ"}, "D3": {"parent": "CN-CQ"}}
CITY = "trade CN-CQ 2021=9.0e9 2022=9.9e9 2022:yoy=10.0 2023=10.8e9 2023:yoy=9.1"
ZONES = (
    "\ntrade D1 2021=1.0e9 2022=1.2e9 2023=1.5e9\ntrade D2 2022=2.0e9 2022:yoy=4.0 2023=2.2e9 2023:yoy=10.0"
)


def panels(toml=PANELS, data=CITY + ZONES, language="en"):
    made = dataset(data, areas=AREAS) if isinstance(data, str) else data
    words = vocabulary(made, language, "2023", charts={"c": tomllib.loads(toml)})
    return words["charts"].c.content()


def mistakes(toml, data=CITY + ZONES):
    with pytest.raises(PackError) as raised:
        panels(toml, data)
    return [language("en").what(finding) for finding in raised.value.findings]


def test_each_row_is_a_panel_over_the_same_periods_with_its_own_numbers():
    made = panels()
    assert (made.kind, made.across, made.series) == ("small_multiples", 3, ())
    assert [one.title for one in made.panels] == ["trade", "D2", "D1"]
    assert {one.categories for one in made.panels} == {("2021", "2022", "2023")}
    assert [one.series[0].values for one in made.panels] == [
        (Decimal("9.0"), Decimal("9.9"), Decimal("10.8")),
        (None, Decimal("2.0"), Decimal("2.2")),
        (Decimal("1.0"), Decimal("1.2"), Decimal("1.5")),
    ]
    # worked out by hand: 1.2 over 1.0 is 20%, 1.5 over 1.2 is 25%
    assert made.panels[2].series[1].values == (None, Decimal("20"), Decimal("25"))
    assert [len(one.series[0].keys) for one in made.panels] == [3, 3, 3]


@pytest.mark.parametrize(
    ("language", "key", "scales"),
    [
        (
            "en",
            "Columns: trade (billion yuan, left). Line: growth (%, right).",
            "Each small chart has its own scale: compare shapes, not heights, across charts.",
        ),
        (
            "zh",
            "柱形：进出口（亿元，左轴）。折线：增速（%，右轴）。",
            "各小图刻度不同：可比较走势，不可比较柱高。",
        ),
    ],
)
def test_columns_lines_units_and_scales_are_said_once_below(language, key, scales):
    made = panels(language=language)
    notes = [str(note) for note in made.notes]
    assert (notes[0], scales in notes) == (key, True)
    assert {(one.value_axis, one.secondary_axis, one.legend, one.notes) for one in made.panels} == {
        ("", "", False, ())
    }


def test_units_that_differ_stay_at_their_panels():
    rows = PANELS.replace('{indicator = "trade", each = "areas", sort = "."}', '{indicator = "shops"}')
    made = panels(rows, CITY + "\nshops(count) CN-CQ 2021=4 2022=5 2023=6")
    assert [one.value_axis for one in made.panels] == ["billion yuan", ""]
    assert str(made.notes[0]) == "Columns: trade. Line: growth."
    assert "Each small chart has its own unit and scale" in " ".join(map(str, made.notes))


def test_a_note_of_one_panel_names_it():
    made = panels(data=CITY + "\ntrade D1 2021=1.0e9 2022=1.2e9 2023=1.5e9 2023:break")
    notes = [str(note) for note in made.notes if "cannot be compared" in str(note)]
    assert [note.split(" for ")[0] for note in notes] == [
        "D1: From 2023 on, figures",
        "D1: No point is drawn",
    ]


def test_a_row_without_a_point_is_left_out_and_named():
    rows = PANELS.replace("rows = [", 'rows = [{indicator = "trade", area = "D3", label = "Third"}, ')
    made = panels(rows)
    assert [one.title for one in made.panels] == ["trade", "D2", "D1"]
    assert "Not drawn, for want of figures: Third." in [str(note) for note in made.notes]


def test_a_series_may_be_of_another_indicator_in_the_row_s_area():
    toml = PANELS.replace(
        '{label = {en = "Trade", zh = "进出口"}},', '{indicator = "exports", label = "exports"},'
    )
    made = panels(toml, CITY + ZONES + "\nexports D1 2022=1.7e9")
    assert [one.title for one in made.panels] == ["trade", "D2", "D1"]
    assert made.panels[2].series[0].values == (None, Decimal("1.7"), None)


def test_mistakes_are_told_once_at_their_key():
    [slip] = mistakes(PANELS.replace('".yoy"', '".yyo"'))
    assert slip.startswith("charts.c.series[2].value: ")
    assert mistakes(PANELS + "across = 9") == ["charts.c.across is 9."]
    [empty] = mistakes(PANELS, "trade CN-CQ 2019=1e9")
    assert empty.startswith("charts.c: the chart has not one point to draw. ")


@pytest.mark.parametrize(
    ("left_out", "what", "what_zh", "remedy"),
    [
        (
            "rows",
            "charts.c.rows: small multiples draw a panel for each row, and the chart has none.",
            "charts.c.rows：分面图每行一幅小图，而图中没有行。",
            'Write rows = [{indicator = "...", each = "areas"}].',
        ),
        (
            "periods",
            "charts.c.periods: the panels of small multiples go over periods, and the chart has none.",
            "charts.c.periods：分面图的各小图按时期绘制，而图中没有时期。",
            'Write periods = {last = 12, like = "month"} or periods = ["2022", "2023"].',
        ),
    ],
)
def test_missing_panel_rows_and_panel_periods_are_named(left_out, what, what_zh, remedy):
    """missing-key/panel-rows, missing-key/panel-periods."""
    toml = "\n".join(line for line in PANELS.splitlines() if not line.startswith(left_out))
    with pytest.raises(PackError) as raised:
        panels(toml)
    [finding] = raised.value.findings
    assert (language("en").what(finding), language("zh").what(finding), language("en").remedy(finding)) == (
        what,
        what_zh,
        remedy,
    )
