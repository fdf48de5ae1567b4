"""``difference_pp``: differences between rates of growth and between shares, in points."""

from decimal import Decimal

from reportgen.kinds.figure import Kind
from tests.kinds.saying import catalogue, ids, listed, listed_of, printed, said, value, why


def test_a_difference_in_points_against_the_nation_and_the_months_before():
    book = catalogue(
        "exports CN-CQ 2022-01--2022-04:yoy=80.2 2022-01--2022-05:yoy=88.9",
        "exports CN 2022-01--2022-05:yoy=18.6",
        areas={"CN-CQ": {"parent": "CN"}},
    )
    against_nation = book.get("exports/CN-CQ/2022-01--2022-05/difference_pp:CN")
    assert against_nation.value == Decimal("70.3")
    assert against_nation.unit == "percentage_points"
    slower = book.get("exports/CN-CQ/2022-01--2022-05/difference_pp:2022-01--2022-04")
    assert slower.value == Decimal("8.7")
    assert {str(against_nation.id), str(slower.id)} <= set(ids(book.all()))


def test_a_difference_in_points_of_shares():
    book = catalogue(
        "exports CN-CQ 2022=100e9 2023=100e9",
        "exports.cars CN-CQ 2022=10e9 2023=18e9",
    )
    assert book.get("exports.cars/CN-CQ/2023/difference_pp:share").value == 8


def test_a_reported_difference_in_points_goes_before_a_computed_one():
    book = catalogue("retail CN-CQ 2020:yoy=13.05 2020:pp:CN=1.49", "retail CN 2020:yoy=10.9")
    figure = book.get("retail/CN-CQ/2020/difference_pp:CN")
    assert figure.value == Decimal("1.49")
    assert figure.precision == -2


def test_the_reported_growth_of_a_part_is_set_against_that_of_its_whole():
    lines = ("retail CN-CQ 2020:yoy=13.05", "rural CN-CQ 2020:yoy=11.5", "retail.goods CN-CQ 2020:yoy=25.8")
    found = listed_of(Kind.DIFFERENCE_PP, *lines, indicators={"rural": {"parent": "retail"}})
    assert found == {
        "rural/CN-CQ/2020/difference_pp:retail": Decimal("-1.55"),
        "retail.goods/CN-CQ/2020/difference_pp:_T": Decimal("12.75"),
    }


def test_the_growth_of_a_part_alone_is_set_against_nothing():
    lines = ("retail CN-CQ 2019:yoy=13.05", "rural CN-CQ 2020:yoy=11.5")
    assert not listed_of(Kind.DIFFERENCE_PP, *lines, indicators={"rural": {"parent": "retail"}})


def test_the_first_quarter_is_set_against_january_and_february():
    # -1.2 - -3.1 = 1.9: the fall narrowed
    book = catalogue("retail CQ 2024-01--2024-02:yoy=-3.1 2024-Q1:yoy=-1.2 2024-Q1=450e8")
    assert value(book, "retail/CQ/2024-Q1/difference_pp:2024-01--2024-02") == Decimal("1.9")
    assert "retail/CQ/2024-Q1/difference_pp:2024-01--2024-02" in listed(book)
    assert said(book, "retail/CQ/2024-Q1/level", "zh").endswith("降幅比1—2月收窄1.9个百分点。")


def test_of_a_rate_the_levels_are_set_against_each_other():
    """5.4% less 5.2% of the nation are 0.2 points; 5.1% less 5.2% are 0.1 below; the year before is the change's."""
    book = catalogue(
        "unemployment(percent,stock) CQ 2022=5.1 2023=5.4",
        "unemployment(percent,stock) CN 2022=5.2 2023=5.2",
        areas={"CQ": {"parent": "CN"}},
    )
    figure = "unemployment/CQ/{}/difference_pp:CN"
    assert (printed(book, figure.format(2023)), printed(book, figure.format(2022))) == (
        "0.2 percentage points",
        "-0.1 percentage points",
    )
    assert {figure.format(year) for year in (2022, 2023)} <= set(listed(book))
    assert said(book, figure.format(2023)).endswith(
        "was 0.2 percentage points higher than the national rate."
    )
    assert said(book, figure.format(2022), "zh").endswith("低于全国平均水平0.1个百分点。")


def test_a_rate_that_one_side_does_not_have_is_set_against_nothing():
    book = catalogue(
        "unemployment(percent,stock) CQ 2023=5.4", "gdp CN 2023=1e12", areas={"CQ": {"parent": "CN"}}
    )
    assert "CN" in why(book, "unemployment/CQ/2023/difference_pp:CN")


def test_levels_of_rates_differ_in_the_digits_they_are_written_in():
    """72.40 less 67.00 are 5.40 points."""
    book = catalogue(
        "urban(percent,stock) CQ 2024=72.40",
        "urban(percent,stock) CN 2024=67.00",
        areas={"CQ": {"parent": "CN"}},
    )
    assert printed(book, "urban/CQ/2024/difference_pp:CN") == "5.40 percentage points"
    assert printed(book, "urban/CQ/2024/difference_pp:CN", "zh") == "5.40个百分点"
