"""The table of units and kinds: of levels in which units each calculation is taken, and why of no others."""

import pytest

from reportgen.kinds import Catalogue
from reportgen.kinds.declaration import EVERY_UNIT, declarations
from reportgen.language import say_sentence
from reportgen.units import RATES
from tests.builders import dataset

NOT_OF_RATES = {"cagr", "share", "multiple", "contribution", "pull"}
UNITS = {
    "growth_yoy": "percent",
    "growth_computed": "percent",
    "growth_pop": "percent",
    "cagr": "percent",
    "share": "percent",
    "contribution": "percent",
    "target_completion": "percent",
    "target_required_growth": "percent",
    "target_elapsed": "percent",
    "difference_pp": "percentage_points",
    "pull": "percentage_points",
    "target_pace": "percentage_points",
    "multiple": "times",
    "rank": "rank",
}


@pytest.mark.parametrize("kind", declarations(), ids=lambda kind: kind.name)
def test_rates_neither_add_up_nor_grow_over_years(kind):
    assert kind.units == (EVERY_UNIT - RATES if kind.name in NOT_OF_RATES else EVERY_UNIT)


@pytest.mark.parametrize("kind", declarations(), ids=lambda kind: kind.name)
def test_figures_have_the_unit_of_their_kind_or_of_their_series(kind):
    assert kind.unit == UNITS.get(kind.name, "")


def test_of_rates_no_share_is_listed_and_none_is_taken():
    book = Catalogue(
        dataset(
            "rate(percent,stock) CN-CQ 2020=40 2023=50", "rate.urban(percent,stock) CN-CQ 2020=60 2023=70"
        )
    )
    listed = {figure.id.kind.value for figure in book.all()}
    assert not listed & NOT_OF_RATES

    share = book.get("rate.urban/CN-CQ/2023/share")
    assert share.value is None
    assert share.is_settled
    assert say_sentence(share.reason, "en") == "Rates do not add up to a whole."
    assert say_sentence(share.reason, "zh") == "比率指标不能计算占比。"
