"""``rank``: a place as a source states it."""

from tests.kinds.saying import catalogue, printed, why


def test_a_rank_is_what_a_source_states_and_never_computed():
    book = catalogue("exports CQ 2021=5e9 2021:rank:WEST=1", "exports SC 2021=4e9")
    assert printed(book, "exports/CQ/2021/rank:WEST") == "1st"
    assert printed(book, "exports/CQ/2021/rank:WEST", "zh") == "第1位"
    assert why(book, "exports/SC/2021/rank") == (
        "No source in the dataset states a rank of “exports, SC” for 2021."
    )
