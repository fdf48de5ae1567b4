"""The table of units and kinds: of levels in which units each calculation is taken, in which words, and why of no others."""

import pytest

from reportgen.kinds import Catalogue
from reportgen.kinds.declaration import EVERY_UNIT, declarations
from reportgen.language import say_sentence
from reportgen.units import ADD_UP, GROW, RATES, UnitClass
from tests.builders import dataset
from tests.kinds.saying import printed, said, why

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
    "index": ("50.0%", "", ""),
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
    assert say_sentence(share.reason, "en") == "Rates do not add up to a whole."
    assert say_sentence(share.reason, "zh") == "比率指标不能计算占比。"
