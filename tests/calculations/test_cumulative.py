"""Single months are differences of cumulative figures; January and February may stay together."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.calculations.cumulative import (
    cumulative_before,
    january_february,
    months_of,
    opening_months,
)
from reportgen.calculations.result import Term
from reportgen.language import language
from reportgen.periods import Period
from reportgen.values import Bound, Qualifier, Quantity


def written(text: str, unit_mult: int = 0, qualifier: str = "eq") -> Term:
    return Term.of(Quantity.parse(text, unit_mult, Qualifier(qualifier)))


@pytest.mark.parametrize(
    ("wanted", "longer", "shorter"),
    [
        ("2022-05", "2022-01--2022-05", "2022-01--2022-04"),
        ("2022-12", "2022", "2022-01--2022-11"),
        ("2022-03", "2022-Q1", "2022-01--2022-02"),
        ("2022-Q2", "2022-01--2022-06", "2022-Q1"),
        ("2022-02", "2022-01--2022-02", "2022-01"),
        ("2022-01", "2022-01", None),
    ],
)
def test_a_month_is_what_lies_between_two_cumulative_figures(wanted, longer, shorter):
    period = Period.parse(wanted)
    assert str(period.year_to_date) == longer
    before = cumulative_before(period)
    assert (None if before is None else str(before)) == shorter


def test_january_and_february_together():
    assert str(january_february(Period.parse("2022-05"))) == "2022-01--2022-02"
    assert opening_months(written("6.1", 9, "almost")).bound is Bound.UPPER


def test_a_month_is_the_difference():
    result = months_of(written("19.79", 9), written("15.51", 9))
    assert result.value == Decimal("4.28e9")


@given(st.lists(st.integers(0, 10**12), min_size=12, max_size=12))
def test_the_months_sum_up_to_the_year(months):
    cumulated = [sum(months[: count + 1]) for count in range(12)]
    found = [months[0]]
    for longer, shorter in zip(cumulated[1:], cumulated, strict=False):
        result = months_of(Term.exact(Decimal(longer)), Term.exact(Decimal(shorter)))
        assert result.value is not None
        found.append(int(result.value))
    assert found == months
    assert sum(found) == cumulated[-1]


def test_a_cumulative_figure_that_falls_was_revised_and_gives_no_month():
    result = months_of(written("15.5", 9), written("19.8", 9))
    assert result.value is None
    assert result.reason is not None
    assert "revised" in language("en").say_sentence(result.reason)


def test_two_bounded_cumulative_figures_leave_the_month_open():
    assert months_of(written("20", 9, "gt"), written("15", 9, "gt")).value is None
