"""``share``: shares of a whole by breakdown, indicator, area, and of months in their year."""

from decimal import Decimal

from reportgen.kinds.figure import Kind
from reportgen.values import Bound
from tests.kinds.saying import catalogue, ids, listed, number, printed, said, why


def test_a_breakdown_is_a_share_of_its_total_and_an_indicator_of_its_parent():
    book = catalogue(
        "exports CN-CQ 2023=470e9",
        "exports.cars CN-CQ 2023=33e9",
        "trade CN-CQ 2023=700e9",
        indicators={"exports": {"parent": "trade"}},
    )
    assert number(book.get("exports.cars/CN-CQ/2023/share")) == Decimal("7.0")
    assert number(book.get("exports/CN-CQ/2023/share")) == Decimal("67.1")
    assert book.get("exports/CN-CQ/2023/share:trade") is book.get("exports/CN-CQ/2023/share")
    # A share of two other wholes has to be asked for by name.
    assert number(book.get("exports.cars/CN-CQ/2023/share:trade")) == Decimal("4.7")


def test_a_breakdown_of_a_breakdown_is_a_share_of_both():
    book = catalogue(
        "exports CN-CQ 2023=400e9",
        "exports.cars CN-CQ 2023=40e9",
        "exports.nev CN-CQ 2023=10e9",
        codes={("breakdown", "nev"): "cars"},
    )
    assert book.get("exports.nev/CN-CQ/2023/share").value == 25
    assert book.get("exports.nev/CN-CQ/2023/share:_T").value == Decimal("2.5")
    assert {"exports.nev/CN-CQ/2023/share", "exports.nev/CN-CQ/2023/share:_T"} <= set(ids(book.all()))


def test_a_district_is_a_share_of_its_city():
    book = catalogue(
        "exports CN-CQ 2023=400e9",
        "exports DZ 2023=10e9",
        "trade CN-CQ 2023=700e9",
        areas={"DZ": {"parent": "CN-CQ"}},
        indicators={"exports": {"parent": "trade"}},
    )
    figure = book.get("exports/DZ/2023/share")  # the district's own trade, its default whole, is not stated
    assert str(figure.id) == "exports/DZ/2023/share:CN-CQ"
    assert figure.value == Decimal("2.5")
    assert book.get(figure.id) is figure


def test_a_reported_share_goes_before_a_computed_one():
    book = catalogue(
        "exports CN-CQ 2023=470e9",
        "exports.cars CN-CQ 2023=33e9 2023:share=>7",
    )
    figure = book.get("exports.cars/CN-CQ/2023/share")
    assert figure.observation == "exports.cars_CN-CQ_2023_share"
    assert figure.bound is Bound.LOWER


def test_the_only_stated_share_is_found_without_its_base():
    book = catalogue("cbec_exports CN 2023:share:exports=>7", "exports CN 2022=1e9")
    assert str(book.get("cbec_exports/CN/2023/share").id) == "cbec_exports/CN/2023/share:exports"


def test_a_rate_has_no_share():
    book = catalogue("rate(percent) CN-CQ 2023=5", "rate.urban CN-CQ 2023=4")
    assert book.get("rate.urban/CN-CQ/2023/share").value is None
    assert not [item for item in book.all() if item.id.kind is Kind.SHARE]


def test_months_have_a_share_in_their_year_though_only_growth_tells_them():
    # 19.79 up 88.9% were 10.476 the year before: 32.5% of 32.21
    book = catalogue("cbec CQ 2021=32.21e9 2022-01--2022-05=19.79e9 2022-01--2022-05:yoy=88.9")
    assert printed(book, "cbec/CQ/2021-01--2021-05/share:2021") == "32.5%"
    assert "cbec/CQ/2021-01--2021-05/share:2021" in listed(book)


def test_but_not_across_a_break_between_the_two():
    book = catalogue("cbec CQ 2021=32.21e9 2022-01--2022-05=19.79e9 2022-01--2022-05:yoy=88.9 2022:break")
    assert "breaks in 2022" in why(book, "cbec/CQ/2021-01--2021-05/share:2021")


def test_months_as_published_have_it_too():
    book = catalogue("cbec CQ 2021=32.2e9 2021-01--2021-05=16.1e9")
    assert printed(book, "cbec/CQ/2021-01--2021-05/share:2021") == "50.0%"
    assert "longer period" in why(book, "cbec/CQ/2021-01--2021-05/share:2020")


def test_a_share_in_the_year_is_said_as_one_and_not_as_a_share_in_the_indicator_above():
    """16.1 of 32.2 billion are half of the year; of trade they would be a tenth."""
    book = catalogue(
        "cbec CQ 2021=32.2e9 2021-01--2021-05=16.1e9",
        "trade CQ 2021-01--2021-05=161e9",
        indicators={"cbec": {"parent": "trade"}},
    )
    share = "cbec/CQ/2021-01--2021-05/share"
    assert (
        said(book, f"{share}:2021")
        == "In January–May 2021, CQ’s cbec accounted for 50.0% of the total for 2021."
    )
    assert said(book, f"{share}:2021", "zh") == "2021年1—5月，CQ指标cbec占2021年全年的比重为50.0%。"
    assert said(book, share).endswith("accounted for 10.0% of total trade.")
