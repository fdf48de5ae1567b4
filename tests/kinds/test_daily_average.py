"""``daily_average``: a level by the days of its period. Worked out by hand: 32.21e9 / 365 = 88,246,575."""

from tests.kinds.saying import catalogue, printed, said, why

TRADE = "trade CQ 2021=32.21e9 2020=7.81e9 2022-01--2022-05=>19.79e9"


def test_a_year_has_its_own_days():
    book = catalogue(TRADE)
    assert str(book.get("trade/CQ/2021/daily_average").formula) == "a ÷ 365"
    assert str(book.get("trade/CQ/2020/daily_average").formula) == "a ÷ 366"
    assert printed(book, "trade/CQ/2021/daily_average") == "88.25 million yuan"
    assert printed(book, "trade/CQ/2021/daily_average", "zh") == "8825万元"


def test_months_have_theirs_and_a_bound_stays_one():
    """More than 19.79 billion in 151 days is more than 131.06 million a day."""
    assert (
        printed(catalogue(TRADE), "trade/CQ/2022-01--2022-05/daily_average") == "more than 131.0 million yuan"
    )


def test_no_more_digits_are_printed_than_the_level_has():
    assert printed(catalogue("trade CQ 2021=30e9"), "trade/CQ/2021/daily_average") == "82 million yuan"


def test_it_is_said_a_day():
    book = catalogue(TRADE)
    assert said(book, "trade/CQ/2021/daily_average").endswith("averaged 88.25 million yuan a day.")
    assert said(book, "trade/CQ/2021/daily_average", "zh").endswith("日均8825万元。")


def test_a_rate_and_a_stock_have_none():
    book = catalogue("urbanisation(percent) CQ 2021=70.3", TRADE)
    assert "add" in why(book, "urbanisation/CQ/2021/daily_average")
    assert "no level" in why(book, "trade/CQ/2019/daily_average")
