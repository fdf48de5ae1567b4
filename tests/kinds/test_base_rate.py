"""``base_rate``: the nation's rate, from "x points above it"."""

from reportgen.figures.labels import figure_label
from tests.kinds.saying import catalogue, listed, printed, said, why


def test_the_nations_growth_follows_from_the_points_above_it():
    book = catalogue("retail CQ 2020:yoy=13.05 2020:pp:CN=1.49")
    assert printed(book, "retail/CQ/2020/base_rate:CN") == "11.56%"
    assert "retail/CQ/2020/base_rate:CN" in listed(book)
    assert said(book, "retail/CQ/2020/base_rate:CN").endswith("imply growth of 11.56% for the nation.")
    assert said(book, "retail/CQ/2020/base_rate:CN", "zh").endswith("全国增速为11.56%。")


def test_the_rate_of_another_indicator():
    book = catalogue("cbec CN 2023:yoy=15.6 2023:pp:trade=15.4", "trade CN 2022=1e12")
    assert printed(book, "cbec/CN/2023/base_rate:trade") == "0.2%"


def test_a_computed_difference_gives_none_back():
    book = catalogue("retail CQ 2020:yoy=13.05", "retail CN 2020:yoy=11.5")
    assert "No source states by how many points" in why(book, "retail/CQ/2020/base_rate:CN")


def test_it_needs_the_other_side_and_ones_own_rate():
    book = catalogue("retail CQ 2020:pp:CN=1.49")
    assert "written after the kind" in why(book, "retail/CQ/2020/base_rate")
    assert "states a growth rate" in why(book, "retail/CQ/2020/base_rate:CN")


def test_lists_call_it_by_the_other_sides_name():
    book = catalogue("retail CQ 2020:yoy=13.05 2020:pp:CN=1.49", "trade CQ 2022=1e12")
    nations = book.get("retail/CQ/2020/base_rate:CN")
    assert figure_label(nations, book.dataset, "en") == "retail, CN: implied growth"
    assert figure_label(nations, book.dataset, "zh").endswith("：推算增速")
    assert "CQ" not in figure_label(nations, book.dataset, "zh")
    of_trade = book.get("retail/CQ/2020/base_rate:trade")
    assert figure_label(of_trade, book.dataset, "en") == "trade, CQ: implied growth"
