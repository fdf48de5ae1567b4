"""Do levels, growth and periods of one series agree? Each rule finds what is planted and leaves the rest alone."""

import pytest

from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.findings import Severity
from reportgen.language import language
from tests.builders import codes_of, dataset


def found(code, *lines, **fields):
    return [finding for finding in reconcile(dataset(*lines, **fields)) if finding.code == code]


def test_growth_against_levels_shows_the_implied_base_beside_the_stated_one():
    [finding] = found("growth-against-levels", "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3")

    assert finding.severity is Severity.WARNING
    assert language("en").what(finding) == (
        "Up 63.3% to 32.21 billion yuan in 2021 implies 19.72 billion yuan for 2020, "
        "but observation “cbec_trade_CN-CQ_2020” states 7.81 billion yuan."
    )
    assert "推算2020年为197.2亿元" in language("zh").what(finding)
    assert "78.1亿元" in language("zh").what(finding)
    assert (finding.place.file, finding.place.row, finding.place.column) == ("observations.csv", 4, "value")
    assert "record a break in 2021" in language("en").remedy(finding)


def test_a_known_break_is_named_as_the_explanation():
    [finding] = found(
        "growth-against-levels", "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3 2021:break"
    )

    assert (
        language("en")
        .remedy(finding)
        .startswith("The inferred break in 2021 (breaks.csv, cbec_trade) explains it")
    )
    assert "2021年口径中断（推断）（breaks.csv，cbec_trade）可以解释" in language("zh").remedy(finding)


@pytest.mark.parametrize(
    "line",
    [
        "cbec_trade CN-CQ 2020=19.72e9 2021=32.21e9 2021:yoy=63.3",  # agrees
        "cbec_trade CN-CQ 2020=19.7e9 2021=32.21e9 2021:yoy=63.3",  # agrees within its rounding
        "cbec_trade CN-CQ 2020=>19e9 2021=32.21e9 2021:yoy=63.3",  # a lower bound below it
        "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9[wide] 2021:yoy=63.3[narrow]",  # the growth of something else
        "cbec_trade CN-CQ 2020=100e6USD 2021=32.21e9 2021:yoy=63.3",  # another unit
        "cbec_trade CN-CQ 2020=7.81e9 2021=>3e9 2021:yoy=>63.3",  # nothing follows from two lower bounds
    ],
)
def test_growth_that_can_agree_with_the_levels_is_left_alone(line):
    assert not found("growth-against-levels", line)


def test_a_fall_is_worded_as_one():
    [finding] = found("growth-against-levels", "exports CN-CQ 2020=10e9 2021=5.00e9 2021:yoy=-10.0")
    assert (
        language("en")
        .what(finding)
        .startswith("Down 10.0% to 5.00 billion yuan in 2021 implies 5.556 billion yuan for 2020")
    )
    assert "下降10.0%" in language("zh").what(finding)


def test_first_months_cannot_imply_more_than_the_whole_year_before():
    """19.79 billion for January-May, up 10%, implies 17.99 billion for months of a year that had 12 billion."""
    [finding] = found(
        "growth-against-levels",
        "cbec_trade CN-CQ 2021=12.0e9 2022-01--2022-05=19.79e9 2022-01--2022-05:yoy=10.0",
    )
    assert "implies 17.99 billion yuan for January–May 2021" in language("en").what(finding)
    assert "states 12.0 billion yuan for 2021" in language("en").what(finding)

    assert not found(
        "growth-against-levels",
        "cbec_trade CN-CQ 2021=32.21e9 2022-01--2022-05=19.79e9 2022-01--2022-05:yoy=88.9",
    )


def test_one_figure_stated_twice_with_different_values():
    [finding] = found(
        "stated-twice", 'exports CN-CQ 2023=470e9 "s1|470 billion yuan" 2023=478.2e9 "s2|478.2 billion yuan"'
    )
    assert language("en").what(finding) == (
        "exports, CN-CQ, 2023, is stated twice with different values: 470 billion yuan in “exports_CN-CQ_2023”, "
        "478.2 billion yuan in “exports_CN-CQ_2023_2”. The first one is used."
    )
    assert "4700亿元" in language("zh").what(finding)
    assert "4782亿元" in language("zh").what(finding)


def test_a_growth_stated_with_and_without_its_base_period_is_one_figure():
    assert found("stated-twice", "exports CN-CQ 2023:yoy=7.5 2023:yoy:2022=7.9")


def test_statements_that_agree_within_rounding_are_only_noted():
    line = "exports CN-CQ 2023=>470e9 2023=478.2e9"
    assert not found("stated-twice", line)
    [finding] = found("stated-twice-alike", line)
    assert finding.severity is Severity.NOTE


@pytest.mark.parametrize("numbers", [("5.2", "5.3"), ("7", "8")])
def test_numbers_of_equal_precision_that_differ_disagree(numbers):
    """5.2 allows 5.15 to 5.25 and 5.3 allows 5.25 to 5.35: they share the end point, which is rounded to one of them only."""
    line = "unemployment(percent,stock) CQ " + " ".join(f"2023={number}" for number in numbers)
    assert found("stated-twice", line)
    assert not found("stated-twice-alike", line)


def test_a_number_in_more_digits_agrees_with_one_it_may_round_to():
    """5.25 allows 5.245 to 5.255, and 5.2 allows up to 5.25."""
    line = "unemployment(percent,stock) CQ 2023=5.2 2023=5.25"
    assert not found("stated-twice", line)
    assert found("stated-twice-alike", line)


def test_different_scopes_and_units_are_different_figures():
    line = "exports CN-CQ 2023=470e9[wide] 2023=78e9[narrow] 2023=66e9USD"
    assert not found("stated-twice", line)


def test_a_year_below_its_own_first_months():
    [finding] = found("period-below-its-part", "cbec_trade CN-CQ 2022=15.0e9 2022-01--2022-05=19.79e9")
    assert (
        "15.0 billion yuan for 2022 is not, or hardly, above the 19.79 billion yuan of January–May 2022 alone"
        in language("en").what(finding)
    )
    assert "2022年1—5月的197.9亿元" in language("zh").what(finding)


def test_a_year_that_is_almost_what_its_first_months_were():
    assert found("period-below-its-part", "cbec_trade CN-CQ 2022=almost20e9 2022-01--2022-05=19.79e9")


@pytest.mark.parametrize(
    "line",
    [
        "cbec_trade CN-CQ 2022=45.0e9 2022-01--2022-05=19.79e9",
        "cbec_trade CN-CQ 2022=>15e9 2022-01--2022-05=19.79e9",  # a lower bound cannot be too low
        "clusters(count,stock) CN-CQ 2022=15 2022-05=19",  # a stock may shrink
        "parks(count,flow) CN-CQ 2022=3 2022-01--2022-05=3",  # none opened later
        "cbec_trade CN-CQ 2022=15.0e9 2021-01--2021-05=19.79e9",  # another year's months
    ],
)
def test_a_year_that_can_hold_its_first_months_is_left_alone(line):
    assert not found("period-below-its-part", line)


def test_a_year_that_cannot_continue_the_months_before_it():
    [finding] = found(
        "large-change-unreported", "cbec_trade CN-CQ 2021=32.21e9 2022-01--2022-05=19.79e9 2023=almost20e9"
    )
    assert language("en").what(finding) == (
        "cbec trade, CN-CQ: nearly 20 billion yuan for 2023, 1.67 billion yuan a month, cannot continue a series whose "
        "January–May 2022 alone came to 19.79 billion yuan (“cbec_trade_CN-CQ_2022-01--2022-05”), 3.96 billion yuan a month: "
        "that would be a fall of 58%, and no source reports such a change."
    )
    assert "月均下降58%" in language("zh").what(finding)


def test_a_large_change_between_like_periods():
    [finding] = found("large-change-unreported", "exports CN-CQ 2020=7.81e9 2021=32.21e9")
    assert (
        "from 7.81 billion yuan in 2020 (“exports_CN-CQ_2020”) to 32.21 billion yuan in 2021, 4.1 times as much"
        in language("en").what(finding)
    )
    [fall] = found("large-change-unreported", "exports CN-CQ 2020=32.21e9 2021=7.81e9")
    assert "a fall of 76%" in language("en").what(fall)
    assert "下降76%" in language("zh").what(fall)


def test_a_rate_changes_in_points_and_may_double():
    """5.5 to 0.5 is an eleventh: a slipped decimal point, 5.0 points down. Growth of 2.2% and then of 8.4% happens."""
    [fall] = found("large-change-unreported", "unemp(percent) CN 2022=5.5 2023=0.5")
    assert "a fall of 5.0 percentage points" in language("en").what(fall)
    assert "下降5.0个百分点" in language("zh").what(fall)
    [rise] = found("large-change-unreported", "share_of_it(percent) CN 2022=12.5 2023=31.0")
    assert "a rise of 18.5 percentage points" in language("en").what(rise)
    assert not found("large-change-unreported", "gdp_growth(percent) CN 2020=2.2 2021=8.4")


@pytest.mark.parametrize(
    "line",
    [
        "exports CN-CQ 2020=20e9 2021=32.21e9",  # not large
        "exports CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=312.4",  # reported
        "exports CN-CQ 2018=0.24e12 2023=2.38e12 2023:multiple:2018=~10",  # reported as a multiple
        "exports CN-CQ 2018=10e9 2023=100e9",  # not large for five years
        "exports CN-CQ 2020=>7e9 2021=32.21e9",  # the first may have been as large
        "exports CN-CQ 2020=7.81e9[narrow] 2021=32.21e9[wide]",
        "exports CN-CQ 2020=7.81e9 2021-05=32.21e9",  # unlike periods
        "exports CN-CQ 2021-01--2021-02=1.0e9 2022=30e9",  # two months tell too little of a year
    ],
)
def test_changes_that_are_small_reported_or_open_are_left_alone(line):
    assert not found("large-change-unreported", line)


def test_points_that_disagree_with_the_growths_they_compare():
    [finding] = found(
        "points-against-rates", "retail CN-CQ 2020:yoy=13.05 2020:pp:CN=1.49", "retail CN 2020:yoy=10.9"
    )
    assert (
        "13.05% (“retail_CN-CQ_2020_growth_yoy”) less 10.9% (“retail_CN_2020_growth_yoy”) is 2.15 percentage points"
        in language("en").what(finding)
    )
    assert "2.15个百分点" in language("zh").what(finding)
    assert not found(
        "points-against-rates", "retail CN-CQ 2020:yoy=13.05 2020:pp:CN=1.49", "retail CN 2020:yoy=11.6"
    )
    assert not found("points-against-rates", "retail CN-CQ 2020:yoy=13.05 2020:pp:CN=1.49")


def test_points_against_an_indicator_and_an_earlier_period():
    assert found(
        "points-against-rates", "cbec_trade CN 2023:yoy=15.6 2023:pp:trade=15.4", "trade CN 2023:yoy=5.2"
    )
    assert not found(
        "points-against-rates", "cbec_trade CN 2023:yoy=15.6 2023:pp:trade=15.4", "trade CN 2023:yoy=0.2"
    )
    assert found("points-against-rates", "retail CN-CQ 2019:yoy=20.0 2020:yoy=44.0 2020:pp:2019=31.0")
    assert not found("points-against-rates", "retail CN-CQ 2019:yoy=13.0 2020:yoy=44.0 2020:pp:2019=31.0")


def test_multiples_against_levels():
    assert found("multiple-against-levels", "cbec_trade CN 2018=1.00e12 2023=2.38e12 2023:multiple:2018=~10")
    assert not found(
        "multiple-against-levels", "cbec_trade CN 2018=0.23e12 2023=2.38e12 2023:multiple:2018=~10"
    )
    assert not found("multiple-against-levels", "cbec_trade CN 2016--2022=1.0e9 2016--2022:multiple=39")


def test_growth_over_an_unlike_base_is_found():
    [finding] = found("unlike-periods", "exports CN-CQ 2022-01--2022-05:yoy:2021=88.9")
    assert finding.severity is Severity.WARNING
    assert "compares January–May 2022 with 2021, which covers other months" in language("en").what(finding)


def test_a_cumulative_figure_among_years_is_noted():
    [finding] = found("unlike-periods", "cbec_trade CN-CQ 2020=7.81e9 2021=8.00e9 2021-01--2021-05=3e9")
    assert finding.severity is Severity.NOTE
    assert "is unlike the other periods (2020, 2021)" in language("en").what(finding)
    assert not found("unlike-periods", "cbec_trade CN-CQ 2020=7.81e9 2021=8.00e9")


def test_breaks_are_noted_with_their_basis():
    findings = reconcile(dataset("exports CN-CQ 2021=5e9 2021:break 2022:break:stated"))
    assert codes_of(findings) == ["break-inferred", "break-stated"]


def test_a_series_that_rests_every_december_is_not_asked_about_it():
    """1.587 in the last month after 102.608 in eleven, 0.771 after 87.514 the year before: building in the north."""
    northern = (
        "investment CN-NM 2018-01--2018-11=87.514e9 2018=88.285e9 2019-01--2019-11=102.608e9 2019=104.195e9"
    )
    assert codes_of(reconcile(dataset(northern, cited=False))) == []
    once = (
        "investment CN-NM 2018-01--2018-11=80.514e9 2018=88.285e9 2019-01--2019-11=102.608e9 2019=104.195e9"
    )
    assert codes_of(reconcile(dataset(once, cited=False))) == ["period-below-its-part"]


def test_growth_that_goes_with_the_level_of_its_base_is_not_held_against_parts_of_it():
    """2017 is below its first eleven months, which is told; that 2018 grew on what 2017 is said to be adds nothing."""
    data = dataset(
        "investment CN-NM 2017-01--2017-11=90.598e9 2017=88.972e9 2018=88.285e9 2018:yoy=-0.8 2018-01--2018-11=80.1e9",
        cited=False,
    )
    assert codes_of(reconcile(data)) == ["period-below-its-part"]


def test_a_balance_may_double_and_halve_but_not_stand_out_from_all_its_years():
    doubling = "balance CN 2020=10.0e9 2021=3.0e9 2022=1.0e9 2023=12.0e9"
    assert codes_of(reconcile(dataset(doubling, cited=False))) == []
    [finding] = reconcile(dataset("balance CN 2020=10.0e9 2021=11.0e9 2022=105e9 2023=12.0e9", cited=False))
    assert (finding.code, finding.subjects[-1]) == ("large-change-unreported", "balance_CN_2022")
