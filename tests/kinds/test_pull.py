"""``pull``: the points of its whole's growth that a part makes."""

from tests.kinds.saying import catalogue, printed, why


def test_a_small_part_of_a_whole_that_hardly_moves_has_a_pull_and_no_contribution():
    # the whole's 0.35 to 0.45 would leave 11.6% to 15.0% open
    book = catalogue(
        "trade CQ 2024=7154.2e8 2024:yoy=0.4",
        "trade GX 2024=16.1e8 2024:yoy=30.3",
        areas={"CQ": {}, "GX": {"parent": "CQ"}},
    )
    assert "changed by less than one percent" in why(book, "trade/GX/2024/contribution:CQ")
    assert printed(book, "trade/GX/2024/pull:CQ") == "0.1 percentage points"
