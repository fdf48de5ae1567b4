"""A place among those that the dataset has side by side, said as such; and contributions that would say nothing."""

import pytest

from tests.kinds.saying import catalogue, printed, said, value, why

ZONES = {zone: {"parent": "CN-CQ"} for zone in ("A", "B", "C", "D")}
LINES = (
    "trade CN-CQ 2024=100e8",
    "trade A 2024=20e8 2024:yoy=5.0",
    "trade B 2024=50e8 2024:yoy=-1.2",
    "trade C 2024=20e8 2024:yoy=70.9",
    "trade D 2023=3e8",
)


def test_a_place_is_taken_among_the_areas_that_have_a_number():
    book = catalogue(*LINES, areas=ZONES)

    assert [value(book, f"trade/{zone}/2024/rank_among:areas") for zone in "ABC"] == [
        2,
        1,
        2,
    ]  # equal: one place
    assert printed(book, "trade/B/2024/rank_among:areas") == "1st"
    assert book.get("trade/B/2024/rank_among:areas").inputs == (
        "trade/B/2024/level",
        "trade/A/2024/level",
        "trade/C/2024/level",
    )


def test_its_sentence_says_among_how_many_and_never_in_the_nation():
    book = catalogue(*LINES, areas=ZONES)

    assert (
        said(book, "trade/B/2024/rank_among:areas")
        == "In 2024, B’s trade ranked first of the 3 areas listed."
    )
    assert said(book, "trade/B/2024/rank_among:areas", "zh").endswith("在所列3个地区中居第一位。")


def test_a_place_may_be_by_growth():
    book = catalogue(*LINES, areas=ZONES)
    by_growth = "trade/C/2024/rank_among:growth_yoy,areas"

    assert value(book, by_growth) == 1
    assert "ranked by growth first of the 3 areas listed" in said(book, by_growth)
    assert "增速在所列3个地区中居第一位" in said(book, by_growth, "zh")


@pytest.mark.parametrize(
    ("lines", "figure_id", "reason"),
    [
        (LINES, "trade/D/2024/rank_among:areas", "no level"),
        (LINES, "trade/CN-CQ/2024/rank_among:areas", "none beside it"),
        (LINES, "trade/B/2024/rank_among", "needs the parts"),
        (("trade A 2024=>20e8", "trade B 2024=50e8"), "trade/A/2024/rank_among:areas", "only bounds"),
    ],
)
def test_there_is_none_where_it_would_not_be_true(lines, figure_id, reason):
    assert reason in why(catalogue(*lines, areas=ZONES), figure_id)


def test_breakdowns_and_partners_are_ranked_too():
    book = catalogue(
        "exports.cars CN-CQ 2024=3e8",
        "exports.ships CN-CQ 2024=5e8",
        "exports~US CN-CQ 2024=4e8",
        "exports~JP CN-CQ 2024=2e8",
        codes={("breakdown", "cars"): "", ("breakdown", "ships"): "", ("counterpart_area", "US"): "", ("counterpart_area", "JP"): ""},
    )  # fmt: skip

    assert value(book, "exports.cars/CN-CQ/2024/rank_among:breakdown") == 2
    assert "of the 2 trade partners listed" in said(book, "exports~US/CN-CQ/2024/rank_among:partners")


def test_a_contribution_to_a_whole_that_moved_by_less_than_a_percent_says_nothing():
    """1.0 of a change of 0.9 in a whole of 100 would be 111%."""
    book = catalogue(
        "trade CN-CQ 2023=100.00e8 2024=100.90e8", "trade A 2023=20.00e8 2024=21.00e8", areas=ZONES
    )

    assert "changed by less than one percent" in why(book, "trade/A/2024/contribution:CN-CQ")
    assert printed(book, "trade/A/2024/pull:CN-CQ") == "1.0 percentage point"


def test_a_contribution_of_a_part_that_moved_against_the_whole_says_nothing():
    book = catalogue("trade CN-CQ 2023=100.0e8 2024=95.0e8", "trade A 2023=20.0e8 2024=22.0e8", areas=ZONES)

    assert "moved against the whole" in why(book, "trade/A/2024/contribution:CN-CQ")
    assert "方向相反" in why(book, "trade/A/2024/contribution:CN-CQ", "zh")
    assert printed(book, "trade/A/2024/contribution:CN-CQ") == "—"
