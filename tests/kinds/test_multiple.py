"""``multiple``: multiples of another period or area."""

from decimal import Decimal

from reportgen.kinds import Catalogue
from reportgen.language import language
from tests.builders import dataset
from tests.kinds.saying import catalogue


def test_multiples_of_a_period_and_of_an_area():
    book = catalogue("exports CN-CQ 2018=10e9 2023=42e9", "exports CN 2023=420e9")
    assert book.get("exports/CN-CQ/2023/multiple:2018").value == Decimal("4.2")
    assert book.get("exports/CN/2023/multiple:CN-CQ").value == 10


def test_a_multiple_of_no_named_base_is_kept_as_worded_and_nothing_follows_from_it():
    book = Catalogue(dataset("exports CN 2016=1e9 2022=40e9 2016--2022:multiple=39"))
    figure = book.get("exports/CN/2016--2022/multiple")
    assert figure.value == 39
    assert not figure.comparable
    assert "nothing is computed" in language("en").say_sentence(figure.reason)
    assert book.entry(figure.id).term is None
    assert not [item.id for item in book.all() if str(figure.id) in item.inputs]


def test_a_multiple_of_a_named_base_is_a_number_like_any_other():
    figure = Catalogue(dataset("exports CN 2022:multiple:2016=~40")).get("exports/CN/2022/multiple:2016")
    assert figure.comparable
    assert figure.reason is None


def test_a_multiple_of_a_year_that_was_inferred_is_not_comparable():
    figure = catalogue("cbec CN 2023?=2.38e12 2023?:multiple:2018=~10").get("cbec/CN/2023/implied_base:2018")
    assert not figure.comparable
    assert figure.reason is not None
