"""``contribution``: a part's share of its whole's change."""

import pytest

from tests.kinds.saying import catalogue, ids, number, printed, said, why

PARENTS = {"indicators": {"exports": {"parent": "trade"}, "imports": {"parent": "trade"}}}

FALLING = "trade CQ 2022=8158.4e8 2023=7137.4e8", "exports CQ 2022=5245.3e8 2023=4782.2e8"


def test_contribution_and_pull_are_listed_where_both_changes_are_known():
    book = catalogue("exports CN-CQ 2022=100.0e9 2023=120.0e9", "exports.cars CN-CQ 2022=10.0e9 2023=18.0e9")
    assert book.get("exports.cars/CN-CQ/2023/contribution").value == 40
    pull = book.get("exports.cars/CN-CQ/2023/pull")
    assert pull.value == 8
    assert pull.unit == "percentage_points"
    assert {"exports.cars/CN-CQ/2023/contribution", "exports.cars/CN-CQ/2023/pull"} <= set(ids(book.all()))


def test_contribution_takes_the_implied_bases_where_no_comparable_level_is_stated():
    book = catalogue(
        "exports CN-CQ 2023=120.0e9 2023:yoy=20.0",
        "exports.cars CN-CQ 2023=18.0e9 2023:yoy=80.0",
    )
    figure = book.get("exports.cars/CN-CQ/2023/contribution")
    assert number(figure, 0) == 40
    assert figure.inputs[1::2] == ("exports.cars/CN-CQ/2023/implied_base", "exports/CN-CQ/2023/implied_base")


def test_a_contribution_takes_reported_growth_on_both_sides_and_says_what_rounding_leaves_open():
    # 237726 x 5/105 of 417568 x 2/102 is 138%; with 4.5 to 5.5 and 1.5 to 2.5 it is 101% to 201%
    book = catalogue("trade CN 2023=417568e8 2023:yoy=2", "exports CN 2023=237726e8 2023:yoy=5", **PARENTS)
    assert why(book, "exports/CN/2023/contribution") == (
        "The rounding of the numbers leaves it anywhere from 101% to 201%."
    )


def test_a_contribution_is_printed_as_finely_as_rounding_allows():
    book = catalogue(
        "trade CN 2023=400.0e9 2023:yoy=10.0", "exports CN 2023=200.0e9 2023:yoy=20.0", **PARENTS
    )
    # 200 x 20/120 = 33.3 of 400 x 10/110 = 36.4 is 91.7%; the rates leave 91.1 to 92.3 open, and so 92%
    assert printed(book, "exports/CN/2023/contribution") == "92%"


def test_a_contribution_of_which_rounding_leaves_more_than_two_percent_open_is_about():
    """50 of 60, each amount within 0.5: between 80.3% and 86.4%."""
    book = catalogue("trade CN 2022=1690e8 2023=1750e8", "exports CN 2022=1200e8 2023=1250e8", **PARENTS)
    assert printed(book, "exports/CN/2023/contribution") == "about 83%"


def test_a_whole_that_changed_by_less_than_its_rounding_has_no_contributions():
    book = catalogue("trade CQ 2022=100e8 2023=100.2e8", "exports CQ 2022=50.0e8 2023=50.5e8", **PARENTS)
    assert "less than the rounding" in why(book, "exports/CQ/2023/contribution")
    small = catalogue("trade CQ 2023=100.0e8 2023:yoy=0.0", "exports CQ 2023=50.0e8 2023:yoy=1.0", **PARENTS)
    assert small.get("exports/CQ/2023/contribution").value is None


def test_a_contribution_to_a_fall_is_called_one():
    book = catalogue(*FALLING, **PARENTS)
    assert printed(book, "exports/CQ/2023/contribution") == "45.4%"
    assert "contributed 45.4% of the fall in total trade" in said(book, "exports/CQ/2023/contribution")
    assert "下降的贡献率为45.4%" in said(book, "exports/CQ/2023/contribution", "zh")


@pytest.mark.parametrize("years", ["2022=10e8 2023=-10e8", "2022=-10e8 2023=12e8"])
@pytest.mark.parametrize("kind", ["contribution", "pull"])
def test_a_whole_that_crossed_zero_has_no_growth_to_share_in(years, kind):
    book = catalogue(f"trade CQ {years}", "exports CQ 2022=5.0e8 2023=4.0e8", **PARENTS)
    assert "the whole crossed zero" in why(book, f"exports/CQ/2023/{kind}").lower()
    assert "没有增速" in why(book, f"exports/CQ/2023/{kind}", "zh")
    assert book.get(f"exports/CQ/2023/{kind}").is_settled


def test_a_deficit_that_widens_has_contributions_and_no_pull():
    # 30.0 of the 50.0 by which it fell
    book = catalogue(
        "trade CQ 2022=-100.0e8 2023=-150.0e8", "exports CQ 2022=-40.0e8 2023=-70.0e8", **PARENTS
    )
    assert book.get("exports/CQ/2023/contribution").value == 60
    assert "contributed 60.0% of the fall in" in said(book, "exports/CQ/2023/contribution")
    assert "base is negative" in why(book, "exports/CQ/2023/pull")
    small = catalogue(
        "trade CQ 2022=-1000.0e8 2023=-1000.5e8", "exports CQ 2022=-40.0e8 2023=-70.0e8", **PARENTS
    )
    assert "changed by less than one percent" in why(small, "exports/CQ/2023/contribution")
