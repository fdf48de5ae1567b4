"""``change``: how much a level moved, in its unit; of a rate in percentage points."""

import pytest

from reportgen.dataset.records import Code
from reportgen.kinds import Catalogue
from reportgen.messages import Bilingual
from reportgen.record import replace
from tests.builders import dataset
from tests.kinds.saying import catalogue, listed, printed, said, value, why

RATE = "unemp(percent,stock) CQ 2022=5.5 2023=5.2"


def test_a_rate_moves_in_percentage_points_and_never_in_percent():
    book = catalogue(RATE)
    assert printed(book, "unemp/CQ/2023/change") == "-0.3 percentage points"
    assert {figure.id.kind.value for figure in book.all()} == {"level", "change"}
    assert why(book, "unemp/CQ/2023/growth_computed") == (
        "A rate changes in percentage points and has no growth in percent, and an index against the year before is itself the growth."
    )
    assert book.get("unemp/CQ/2023/growth_computed").is_settled


def test_the_level_of_a_rate_says_its_change_beside_it():
    book = catalogue(RATE)
    assert said(book, "unemp/CQ/2023/level").endswith(
        "stood at 5.2%, down 0.3 percentage points on the year before."
    )
    assert said(book, "unemp/CQ/2023/level", "zh").endswith("为5.2%，比上年下降0.3个百分点。")


def test_it_has_a_sentence_of_its_own():
    book = catalogue("urban(percent,stock) CQ 2022=70.96 2023=71.67")
    assert said(book, "urban/CQ/2023/change").endswith("rose by 0.71 percentage points on the year before.")
    assert said(book, "urban/CQ/2023/change", "zh").endswith("比上年提高0.71个百分点。")


def test_an_amount_changes_in_its_unit_and_against_the_period_named():
    book = catalogue("exports CQ 2019=32.00e8 2022=52.45e8 2023=47.82e8")
    assert value(book, "exports/CQ/2023/change") == -460_000_000
    assert printed(book, "exports/CQ/2023/change:2019", "zh") == "15.8亿元"
    assert said(book, "exports/CQ/2023/change:2019", "zh").endswith("比2019年增加15.8亿元。")
    assert said(book, "exports/CQ/2023/change").endswith("fell by 460 million yuan on the year before.")


def test_a_change_has_the_digits_of_the_coarser_number():
    book = catalogue("exports CQ 2022=52e8 2023=60.25e8")
    assert printed(book, "exports/CQ/2023/change", "zh") == "8亿元"


def test_smaller_than_the_rounding_of_the_two_there_is_no_number():
    book = catalogue("exports CQ 2022=100e8 2023=100.3e8")
    assert "smaller than the rounding" in why(book, "exports/CQ/2023/change")


@pytest.mark.parametrize("lines", [RATE + " 2023:break", "unemp(percent,stock) CQ 2022=5.5[a] 2023=5.2[b]"])
def test_it_is_not_taken_across_a_break_or_between_scopes(lines):
    assert catalogue(lines).get("unemp/CQ/2023/change").value is None


def test_a_surplus_that_becomes_a_deficit_has_a_change_and_no_growth():
    book = catalogue("bal CQ 2022=22.2e8 2023=-20.4e8")
    assert printed(book, "bal/CQ/2023/change", "zh") == "-42.6亿元"
    assert "a surplus into a deficit" in why(book, "bal/CQ/2023/growth_computed")
    assert "由顺差转为逆差" in why(book, "bal/CQ/2023/growth_computed", "zh")


def test_growth_against_an_earlier_year_is_said_as_such():
    book = catalogue("exports CQ 2019=40e8 2023=60.0e8")
    assert said(book, "exports/CQ/2023/growth_computed:2019").endswith("grew 50.0% on 2019.")
    assert said(book, "exports/CQ/2023/growth_computed:2019", "zh").endswith("比2019年增长50.0%。")


def test_it_is_listed_where_there_is_a_level_a_year_before():
    assert "exports/CQ/2023/change" in listed(catalogue("exports CQ 2022=52e8 2023=60e8"))
    assert "exports/CQ/2023/change" not in listed(catalogue("exports CQ 2021=52e8 2023=60e8"))


def test_a_stock_on_the_last_day_of_a_year_is_set_against_the_end_of_the_year_before():
    # 53000 - 49000 = 4000; 4000/49000 = 8.16%
    book = catalogue(
        "deposits(CNY,stock) CQ 2022-12-31=49000e8 2023-12-31=53000e8 2022-06-30=1e12 2023-06-30=2e12"
    )
    assert said(book, "deposits/CQ/2023-12-31/change", "zh").endswith("比上年末增加4000亿元。")
    assert said(book, "deposits/CQ/2023-12-31/change").endswith(
        "by 400.0 billion yuan on the end of the year before."
    )
    assert said(book, "deposits/CQ/2023-12-31/level", "zh").endswith("，比上年末增长8.2%。")
    assert said(book, "deposits/CQ/2023-12-31/level").endswith("up 8.2% on the end of the year before.")
    assert "比上年同期" in said(book, "deposits/CQ/2023-06-30/change", "zh")


def test_a_rate_per_thousand_changes_in_its_own_unit():
    """4.9 to 4.5 per thousand are 0.4 per thousand, not 0.4 percentage points. The dataset names the unit."""
    data = dataset("mortality(permille) CQ 2022=4.9 2023=4.5", indicators={"mortality": {"round_to": -1}})
    named = Code("unit", "permille", Bilingual("‰", "‰"), unit_class="rate")
    book = Catalogue(replace(data, codes=(*(code for code in data.codes if code.dimension != "unit"), named)))
    assert printed(book, "mortality/CQ/2023/change") == "-0.4‰"
    assert said(book, "mortality/CQ/2023/level").endswith("4.5‰, down 0.4‰ on the year before.")
    assert said(book, "mortality/CQ/2023/level", "zh").endswith("为4.5‰，比上年下降0.4‰。")


def test_units_go_by_the_labels_of_the_dataset():
    data = dataset("density(pkm) CQ 2023=388")
    named = Code("unit", "pkm", Bilingual("people per sq km", "人/平方公里"), unit_class="ratio")
    book = Catalogue(replace(data, codes=(*(code for code in data.codes if code.dimension != "unit"), named)))
    assert printed(book, "density/CQ/2023/level") == "388 people per sq km"
    assert printed(book, "density/CQ/2023/level", "zh") == "388人/平方公里"


def test_levels_whose_prices_differ_or_are_not_said_have_no_change():
    book = catalogue(
        "exports CQ 2022=10e8 2023=12e8", observations={"exports_CQ_2023": {"prices": "comparable"}}
    )
    assert "not stated at the same prices" in why(book, "exports/CQ/2023/change")
    assert "未注明的视为现价" in why(book, "exports/CQ/2023/change", "zh")


def test_an_index_against_the_year_before_is_itself_the_growth():
    """102.1 and 99.7 are prices up by 2.1% and down by 0.3%: their quotient, -2.4%, says nothing."""
    data = dataset("prices(cpi) CQ 2022=102.1 2023=99.7 2024=100.2", indicators={"prices": {"round_to": -1}})
    named = Code("unit", "cpi", Bilingual("(last year = 100)", "（上年=100）"), unit_class="index_previous")
    book = Catalogue(replace(data, codes=(*(code for code in data.codes if code.dimension != "unit"), named)))
    listed = {figure.id.kind.value for figure in book.all() if figure.value is not None}
    assert listed == {"level", "growth_computed"}
    for kind in ("growth_computed:2022", "cagr:2022", "multiple:2022", "change"):
        assert book.get(f"prices/CQ/2024/{kind}").value is None
    assert said(book, "prices/CQ/2023/level") == (
        "In 2023, CQ’s prices reached 99.7 (last year = 100), down 0.3% year on year."
    )
    assert (
        said(book, "prices/CQ/2023/level", "zh") == "2023年，CQ指标prices为99.7（上年=100），比上年下降0.3%。"
    )
    assert said(book, "prices/CQ/2024/growth_computed") == "In 2024, CQ’s prices rose 0.2% year on year."
    assert said(book, "prices/CQ/2024/growth_computed", "zh") == "2024年，CQ指标prices比上年上升0.2%。"


def test_a_diffusion_index_moves_in_points():
    data = dataset("pmi(points_of_index) CQ 2022=47.0 2023=49.0", indicators={"pmi": {"round_to": -1}})
    named = Code("unit", "points_of_index", Bilingual("points", "点"), unit_class="points")
    book = Catalogue(replace(data, codes=(*(code for code in data.codes if code.dimension != "unit"), named)))
    assert printed(book, "pmi/CQ/2023/change") == "2.0 points"
    assert book.get("pmi/CQ/2023/growth_computed").value is None
    assert said(book, "pmi/CQ/2023/level", "zh").endswith("为49.0点，比上年提高2.0点。")
