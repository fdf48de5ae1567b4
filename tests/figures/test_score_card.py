"""The score card of all targets and the small multiples: content like any table and chart, which the data book renders."""

from reportgen.content import Number
from reportgen.figures.score_card import completion_chart, score_card, standings_of
from reportgen.figures.series_over_time import series_over_time
from tests.figures.made import page

TARGETS = """
cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2025:target:2020=>70e9
exports CN-CQ 2025:target=>100e9
"""


def card(language="en"):
    made = page(TARGETS, language)
    return score_card(standings_of(made), made)


def texts(row):
    return [str(cell.content) for cell in row.cells]


def test_targets_that_can_be_measured_come_first_with_all_amounts_of_a_row_in_one_unit():
    measured, other = card().rows

    assert texts(measured)[3:5] == [">70", "32.21"]
    assert texts(measured)[6:8] == ["37.79", "46.0"]
    assert texts(measured)[10] == "billion yuan"
    assert texts(other)[4] == "…"


def test_its_heads_are_those_of_the_packs_own_tables_and_a_status_is_a_sign_and_a_word():
    table = card("zh")
    assert [column.head for column in table.columns[3:8]] == ["目标值", "现值", "测算时期", "差距", "完成率"]
    assert texts(table.rows[1])[11] == "○ 无法判断"


def test_numbers_stay_numbers_with_the_key_of_their_figure():
    number = card().rows[0].cells[4].content
    assert isinstance(number, Number)
    assert number.key


def test_completion_is_drawn_of_measured_targets_alone():
    made = page(TARGETS)
    chart = completion_chart(standings_of(made), made)
    assert (len(chart.categories), chart.series[0].labels) == (1, ("46.0",))
    assert completion_chart([], made) is None


def test_small_charts_share_their_years_and_say_each_value_with_its_own_format():
    made = series_over_time(page("exports CN-CQ 2021=400e8 2023=>480e8\nimports CN-CQ 2021=280e8 2022=290e8"))
    one, other = made.panels
    assert one.categories == other.categories == ("2021", "2022", "2023")
    assert one.series[0].formats[2] == '">"#,##0.0'
    assert one.alt_text == "exports, CN-CQ (billion yuan): 2021 40.0, 2023 >48.0"
