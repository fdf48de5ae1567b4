"""The table of units and kinds: of levels in which units each calculation is taken, in which words, and why of no others."""

import pytest

from reportgen.dataset.records import Code
from reportgen.kinds import Catalogue
from reportgen.kinds.declaration import EVERY_UNIT, declarations
from reportgen.language import language
from reportgen.messages import Bilingual
from reportgen.record import replace
from reportgen.units import ADD_UP, GROW, RATES, UnitClass
from tests.builders import dataset
from tests.kinds.saying import catalogue, printed, said, why

OF_ALL = EVERY_UNIT
TAKEN_OF = {
    "growth_yoy": GROW,
    "growth_computed": GROW | {UnitClass.INDEX_PREVIOUS},
    "growth_pop": GROW,
    "cagr": GROW,
    "implied_base": GROW,
    "growth_avg": GROW,
    "sum": ADD_UP,
    "residual": ADD_UP,
    "ratio": ADD_UP,
    "daily_average": ADD_UP,
    "balance_change": ADD_UP,
    "single_month": ADD_UP,
    "share": ADD_UP,
    "contribution": ADD_UP,
    "pull": ADD_UP,
    "balance": ADD_UP,
    "multiple": EVERY_UNIT - RATES - {UnitClass.INDEX_PREVIOUS},
    "change": EVERY_UNIT - {UnitClass.RANK, UnitClass.INDEX_PREVIOUS},
    "change_pop": EVERY_UNIT - {UnitClass.RANK, UnitClass.INDEX_PREVIOUS},
}
"""Of which classes of units a kind is taken; all others are taken of any."""
UNITS = {
    "growth_yoy": "percent",
    "growth_computed": "percent",
    "growth_pop": "percent",
    "cagr": "percent",
    "growth_avg": "percent",
    "base_rate": "percent",
    "share": "percent",
    "contribution": "percent",
    "target_completion": "percent",
    "target_progress": "percent",
    "target_required_growth": "percent",
    "target_elapsed": "percent",
    "difference_pp": "percentage_points",
    "pull": "percentage_points",
    "target_pace": "percentage_points",
    "multiple": "times",
    "rank": "rank",
    "rank_among": "rank",
}


TWO_YEARS = {
    "CNY": ("50.0%", "rose by 500 million yuan on the year before", "比上年增加5亿元"),
    "count": ("50.0%", "rose by 500 million on the year before", "比上年增加5亿"),
    "tonne": ("50.0%", "rose by 500 million tonnes on the year before", "比上年增加5亿吨"),
    "percent": (None, "rose by 5 percentage points on the year before", "比上年提高5个百分点"),
    "index": ("50.0%", "rose by 5 points on the year before", "比上年上升5点"),
    "CNY_per_USD": ("50.0%", "rose by 5 yuan per US dollar on the year before", ""),
    "rank": (None, None, None),
}
"""What 10 and then 15 (hundred million, of amounts) give in each unit: growth, change in English and in Chinese."""


@pytest.mark.parametrize("kind", declarations(), ids=lambda kind: kind.name)
def test_each_kind_is_taken_of_the_units_that_allow_it(kind):
    assert kind.units == TAKEN_OF.get(kind.name, EVERY_UNIT)
    assert (kind.wrong_unit is None) == (kind.units == EVERY_UNIT)


@pytest.mark.parametrize("kind", declarations(), ids=lambda kind: kind.name)
def test_figures_have_the_unit_of_their_kind_or_of_their_series(kind):
    assert kind.unit == UNITS.get(kind.name, "")


@pytest.mark.parametrize("unit", TWO_YEARS)
def test_two_years_in_each_unit_say_number_and_words_or_the_refusal(unit):
    growth, english, chinese = TWO_YEARS[unit]
    power = "e8" if unit in ("CNY", "count", "tonne") else ""
    book = Catalogue(dataset(f"thing({unit}) CN-CQ 2022=10{power} 2023=15{power}"))
    if growth is None:
        assert "growth in percent" in why(book, "thing/CN-CQ/2023/growth_computed")
        assert "thing/CN-CQ/2023/growth_computed" not in {str(figure.id) for figure in book.all()}
    else:
        assert printed(book, "thing/CN-CQ/2023/growth_computed") == growth
    if english is None:
        assert "a place in a ranking" in why(book, "thing/CN-CQ/2023/change").lower()
    else:
        assert english in said(book, "thing/CN-CQ/2023/change")
        assert chinese in said(book, "thing/CN-CQ/2023/change", "zh")


@pytest.mark.parametrize(
    "kind", ["growth_computed", "cagr:2022", "contribution:sum", "share:sum", "implied_base"]
)
def test_what_a_rate_does_not_have_is_settled(kind):
    book = Catalogue(dataset("rate(percent,stock) CN-CQ 2022=5.5 2023=5.2", "sum(percent) CN-CQ 2023=9"))
    figure = book.get(f"rate/CN-CQ/2023/{kind}")
    assert figure.value is None
    assert figure.is_settled


def test_a_unit_of_the_dataset_has_the_class_that_its_codes_give():
    book = Catalogue(dataset("air(ugm3,stock) CN-CQ 2022=40 2023=35"))
    assert printed(book, "air/CN-CQ/2023/growth_computed") == "-12.5%"


def test_of_rates_no_share_is_listed_and_none_is_taken():
    book = Catalogue(
        dataset(
            "rate(percent,stock) CN-CQ 2022=40 2023=50", "rate.urban(percent,stock) CN-CQ 2022=60 2023=70"
        )
    )
    listed = {figure.id.kind.value for figure in book.all()}
    assert listed == {"level", "change"}

    share = book.get("rate.urban/CN-CQ/2023/share")
    assert share.value is None
    assert share.is_settled
    assert language("en").say_sentence(share.reason) == "Rates do not add up to a whole."
    assert language("zh").say_sentence(share.reason) == "比率指标不能计算占比。"


# ---- odd ones, read as an editor reads them ----


def odd(line: str, *codes: Code, **fields) -> Catalogue:
    """A dataset of one line with units of its own."""
    data = dataset(line, **fields)
    return Catalogue(
        replace(data, codes=(*(code for code in data.codes if code.dimension != "unit"), *codes))
    )


@pytest.mark.parametrize(
    ("unit_class", "label", "english", "chinese"),
    [
        ("index_previous", Bilingual("previous year = 100", "上年=100"), "102.0 (previous year = 100)", "102.0（上年=100）"),
        ("index_previous", Bilingual("(last year = 100)", "（上年=100）"), "102.0 (last year = 100)", "102.0（上年=100）"),
        ("index", Bilingual("2020 = 100, average", "以2020年为100"), "102.0 (2020 = 100, average)", "102.0（以2020年为100）"),
        ("physical", Bilingual("20-foot containers", "20英尺集装箱"), "102.0 20-foot containers", "102.020英尺集装箱"),
    ],
)  # fmt: skip
def test_the_base_of_an_index_is_in_brackets_and_another_unit_is_not(unit_class, label, english, chinese):
    book = odd("prices(X) CQ 2023=102.0", Code("unit", "X", label, unit_class=unit_class), indicators={"prices": {"round_to": -1}})  # fmt: skip

    assert english in said(book, "prices/CQ/2023/level")
    assert chinese in said(book, "prices/CQ/2023/level", "zh")


def test_an_index_whose_label_begins_with_a_year_is_no_part_of_its_number_and_moves_in_points():
    """1200.5 to 1176.5 is 24.0 points, 2.0%."""
    label = Code("unit", "I78", Bilingual("1978 = 100", "1978年=100"), unit_class="index")
    book = odd("prices(I78) CQ 2022=1200.5 2023=1176.5", label, indicators={"prices": {"round_to": -1}})
    level, change = "prices/CQ/2023/level", "prices/CQ/2023/change"
    assert "1,176.5 (1978 = 100), down 2.0% year on year" in said(book, level)
    assert "为1176.5（1978年=100），比上年下降2.0%" in said(book, level, "zh")
    assert said(book, change).endswith("fell by 24.0 points on the year before.")
    assert said(book, change, "zh").endswith("比上年下降24.0点。")
    assert "grew" not in said(book, "prices/CQ/2023/growth_computed")


def test_a_stock_asked_for_by_the_year_is_that_of_the_years_last_day():
    book = catalogue("deposits(CNY,stock) CQ 2022-12-31=1000.0e8 2023-05-31=1050.0e8 2023-12-31=1100.0e8")
    level = book.get("deposits/CQ/2023/level")
    assert str(level.id) == "deposits/CQ/2023-12-31/level"
    assert said(book, "deposits/CQ/2023/level") == (
        "As of 31 December 2023, CQ’s deposits stood at 110.00 billion yuan, up 10.0% on the end of the year before."
    )
    assert said(book, "deposits/CQ/2023-05/level", "zh").startswith("截至2023年5月31日，")


def test_a_flow_asked_for_by_a_year_is_not_that_of_a_day():
    assert catalogue("deposits CQ 2023-12-31=1100.0e8").get("deposits/CQ/2023/level").value is None


def test_what_is_counted_one_by_one_was_not_rounded():
    """5 zones to 8, of which 2 to 4 in one district: 66.7% of the rise, and no 40% to 100%."""
    book = catalogue("zones(count,stock) CQ 2022=5 2023=8", "zones.east(count,stock) CQ 2022=2 2023=4")
    assert printed(book, "zones.east/CQ/2023/contribution") == "66.7%"
    assert printed(book, "zones.east/CQ/2023/share") == "50.0%"
    rounded = catalogue("zones(count) CQ 2022=5e3 2023=8e3", "zones.east(count) CQ 2022=2e3 2023=4e3")
    assert "rounding" in why(rounded, "zones.east/CQ/2023/contribution")


def test_things_counted_change_by_a_number_that_is_not_named_twice():
    book = catalogue(
        "firms(count,stock) CQ 2022=3 2023=0", indicators={"firms": {"counter": Bilingual("firms", "家")}}
    )
    assert said(book, "firms/CQ/2023/change") == "In 2023, CQ’s firms fell by 3 on the year before."
    assert said(book, "firms/CQ/2023/change", "zh").endswith("减少3家。")


def test_a_rate_below_zero_moves_in_points():
    book = catalogue("rate(percent,stock) CN 2022=-0.10 2023=0.10")
    assert said(book, "rate/CN/2023/change").endswith("rose by 0.20 percentage points on the year before.")
    assert "came to -0.10%" in said(book, "rate/CN/2022/level")
