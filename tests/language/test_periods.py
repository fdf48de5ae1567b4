"""Periods in words."""

import pytest

from reportgen.language import language
from reportgen.periods import Period


@pytest.mark.parametrize(
    ("period", "en", "zh"),
    [
        ("2024", "Whole year", "全年"),
        ("2024-01--2024-11", "January–November", "1—11月"),
        ("2024-01", "January", "1月"),
        ("2024-Q1", "Q1", "一季度"),
        ("2022-12--2023-12", "December 2022 – December 2023", "2022年12月—2023年12月"),
        ("2023-12-31", "31 December 2023", "2023年12月31日"),
    ],
)
def test_a_column_says_which_months_it_covers(period, en, zh):
    assert language("en").covered(Period.parse(period)) == en
    assert language("zh").covered(Period.parse(period)) == zh


@pytest.mark.parametrize(
    ("period", "en", "zh"),
    [
        ("2024", "a whole year", "全年"),
        ("2024-Q1", "a quarter", "单季数"),
        ("2024-05", "a month", "单月数"),
        ("2022-12--2023-12", "thirteen months", "十三个月累计数"),
        ("2022-01--2022-02", "two months", "两个月累计数"),
        ("2023--2024", "two years", "两年累计数"),
        ("2022-01--2023-08", "20 months", "20个月累计数"),
    ],
)
def test_a_period_says_how_long_it_is(period, en, zh):
    assert language("en").write(Period.parse(period), "length") == en
    assert language("zh").write(Period.parse(period), "length") == zh
