"""``residual``: what is left of a level without the parts that are known."""

from tests.kinds.saying import catalogue, listed, printed, said, why

ADDITIVE = {"indicators": {"exports": {"additive": ("areas",)}}}
CITY = {"areas": {"CQ": {}, "D1": {"parent": "CQ"}, "D2": {"parent": "CQ"}}}


def test_what_is_left_without_the_districts_given():
    book = catalogue(
        "exports CQ 2023=47.8e8", "exports D1 2023=10.0e8", "exports D2 2023=20.5e8", **ADDITIVE, **CITY
    )
    assert printed(book, "exports/CQ/2023/residual:areas", "zh") == "17.3亿元"
    assert "exports/CQ/2023/residual:areas" in listed(book)
    assert said(book, "exports/CQ/2023/residual:areas").endswith(
        "exports, apart from the parts given, came to 1.73 billion yuan."
    )
    assert said(book, "exports/CQ/2023/residual:areas", "zh").endswith("出口除已列分项外为17.3亿元。")


def test_nothing_is_left_that_rounding_could_have_made():
    book = catalogue(
        "exports CQ 2023=30.2e8", "exports D1 2023=10.05e8", "exports D2 2023=20.1e8", **ADDITIVE, **CITY
    )
    assert "smaller than the rounding" in why(book, "exports/CQ/2023/residual:areas")


def test_parts_above_their_whole_leave_nothing():
    book = catalogue("exports CQ 2023=30.2e8", "exports D1 2023=40.1e8", **ADDITIVE, **CITY)
    assert "larger than its whole" in why(book, "exports/CQ/2023/residual:areas")


def test_it_is_only_taken_where_the_parts_are_declared_to_add_up():
    book = catalogue("exports CQ 2023=30.2e8", "exports D1 2023=10.1e8", **CITY)
    assert "add up to the whole" in why(book, "exports/CQ/2023/residual:areas")
