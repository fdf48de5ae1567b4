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


PARTS_OF_TRADE = {
    "trade": {"additive": ("breakdown", "months")}, "exports": {"parent": "trade"}, "imports": {"parent": "trade"},
}  # fmt: skip


def test_a_sum_that_the_published_whole_contradicts_is_refused_with_both_numbers():
    """Exports of 15 and imports of 12 make 27; trade is published as 70."""
    book = catalogue(
        "exports CQ 2024=15e8", "imports CQ 2024=12e8", "trade CQ 2024=70e8", indicators=PARTS_OF_TRADE
    )
    assert why(book, "trade/CQ/2024/sum:breakdown") == (
        "The parts come to 2.7 billion yuan, while 7.0 billion yuan is published for the whole."
    )
    assert why(book, "trade/CQ/2024/sum:breakdown", "zh") == "各分项合计为27亿元，而公布的总数为70亿元。"


@pytest.mark.parametrize(
    ("whole", "is_made"),
    [
        ("27e8", True),
        ("28e8", True),
        ("29e8", False),
        (">26e8", True),
        (">29e8", False),
    ],
)
def test_what_rounding_and_qualifiers_allow_contradicts_no_sum(whole, is_made):
    """15 and 12 may be 14.5 to 15.5 and 11.5 to 12.5: 26 to 28; a whole written as 28 may be 27.5."""
    book = catalogue(
        "exports CQ 2024=15e8", "imports CQ 2024=12e8", f"trade CQ 2024={whole}", indicators=PARTS_OF_TRADE
    )
    assert (book.get("trade/CQ/2024/sum:breakdown").value is not None) is is_made


def test_counts_to_the_unit_are_exact_in_a_sum_too():
    """5 + 4 + 3 hospitals are 12, and 13 are published."""
    areas = {"CQ": {}, **{name: {"parent": "CQ"} for name in ("D1", "D2", "D3")}}
    parts = "hospitals(count,stock) D1 2023=5", "hospitals D2 2023=4", "hospitals D3 2023=3"
    fields = {"indicators": {"hospitals": {"additive": ("areas",)}}, "areas": areas}
    assert printed(catalogue(*parts, "hospitals CQ 2023=12", **fields), "hospitals/CQ/2023/sum:areas") == "12"
    assert why(catalogue(*parts, "hospitals CQ 2023=13", **fields), "hospitals/CQ/2023/sum:areas") == (
        "The parts come to 12, while 13 is published for the whole."
    )
