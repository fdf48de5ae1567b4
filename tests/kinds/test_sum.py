"""``sum``: parts are added up only where the indicator is declared additive."""

import pytest

from tests.kinds.saying import catalogue, listed, printed, said, why

SIZES = "brands.LARGE(count,stock) CQ 2020=81", "brands.MEDIUM CQ 2020=358", "brands.SMALL CQ 2020=1041"


def additive(*dimensions: str, **more) -> dict:
    return {"indicators": {name: {"additive": dimensions} for name in more.pop("of", ("brands",))}, **more}


def test_breakdowns_add_up_where_that_is_declared():
    book = catalogue(*SIZES, **additive("breakdown"))
    assert printed(book, "brands/CQ/2020/sum:breakdown") == "1,480"
    assert "brands/CQ/2020/sum:breakdown" in listed(book)
    assert said(book, "brands/CQ/2020/sum:breakdown").endswith("brands: the parts given come to 1,480.")
    assert said(book, "brands/CQ/2020/sum:breakdown", "zh").endswith("已列各分项合计1480。")


def test_without_the_declaration_they_do_not():
    book = catalogue(*SIZES)
    assert why(book, "brands/CQ/2020/sum:breakdown") == (
        "Nothing says that the parts are all there and add up to the whole."
    )
    assert "as in sum:areas" in why(book, "brands/CQ/2020/sum")


def test_months_and_quarters_of_a_flow():
    months = " ".join(f"2023-{month:02d}={month}.0e8" for month in range(1, 13))
    quarters = "2023-Q1=6.0e8 2023-Q2=15.0e8 2023-Q3=24.0e8 2023-Q4=33.0e8"
    fields = {"indicators": {"exports": {"additive": ("months", "quarters")}}}
    book = catalogue(f"exports CQ {months} {quarters}", **fields)
    assert printed(book, "exports/CQ/2023/sum:months", "zh") == "78亿元"
    assert printed(book, "exports/CQ/2023/sum:quarters", "zh") == "78.0亿元"
    assert printed(book, "exports/CQ/2023-Q2/sum:months", "zh") == "15.0亿元"


def test_without_one_of_the_parts_there_is_no_sum():
    fields = {"indicators": {"exports": {"additive": ("months",)}}}
    book = catalogue("exports CQ 2023-01=1e8 2023-03=1e8", **fields)
    assert "February 2023" in why(book, "exports/CQ/2023-Q1/sum:months")


def test_districts_of_a_city_and_partners():
    book = catalogue(
        "exports D1 2023=10.0e8", "exports D2 2023=20.0e8", "exports~US CQ 2023=4.0e8", "exports~JP CQ 2023=3.5e8",
        indicators={"exports": {"additive": ("areas", "partners")}},
        areas={"CQ": {}, "D1": {"parent": "CQ"}, "D2": {"parent": "CQ"}},
    )  # fmt: skip
    assert printed(book, "exports/CQ/2023/sum:areas", "zh") == "30.0亿元"
    assert printed(book, "exports/CQ/2023/sum:partners", "zh") == "7.5亿元"


def test_exports_and_imports_make_up_trade():
    book = catalogue(
        "exports CQ 2023=47.8e8", "imports CQ 2023=23.6e8", "trade CQ 2020=1e8",
        indicators={"trade": {"additive": ("breakdown",)}, "exports": {"parent": "trade"}, "imports": {"parent": "trade"}},
    )  # fmt: skip
    assert printed(book, "trade/CQ/2023/sum:breakdown", "zh") == "71.4亿元"


def test_more_than_and_more_than_is_more_than():
    book = catalogue("brands.A(count) CQ 2020=>80", "brands.B CQ 2020=>20", **additive("breakdown"))
    assert printed(book, "brands/CQ/2020/sum:breakdown") == "more than 100"


@pytest.mark.parametrize("second", ["<20", "~20"])
def test_a_bound_beside_another_leaves_no_sum(second):
    book = catalogue("brands.A(count) CQ 2020=>80", f"brands.B CQ 2020={second}", **additive("breakdown"))
    assert book.get("brands/CQ/2020/sum:breakdown").value is None


def test_what_is_counted_on_a_day_does_not_add_up_over_months_and_a_rate_never():
    stock = catalogue("firms(count,stock) CQ 2023-01=1", indicators={"firms": {"additive": ("months",)}})
    assert "counted on a day" in why(stock, "firms/CQ/2023/sum:months")
    rate = catalogue("unemp(percent) CQ 2023-01=5", indicators={"unemp": {"additive": ("months",)}})
    assert "do not add up" in why(rate, "unemp/CQ/2023/sum:months")
