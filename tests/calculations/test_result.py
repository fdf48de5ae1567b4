"""What a calculation gives: bounds and rounding intervals follow from the inputs."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.calculations.figure_formula import A, B
from reportgen.calculations.growth import implied_base
from reportgen.calculations.result import FALLS, RISES, Term, derive, justified_precision, safe_end
from reportgen.language import language
from reportgen.values import Bound, Interval, Qualifier, Quantity, rounded


def written(text: str, unit_mult: int = 0, qualifier: str = "eq") -> Term:
    return Term.of(Quantity.parse(text, unit_mult, Qualifier(qualifier)))


def quotient(one: Term, other: Term):
    return derive(A / B, (one, RISES), (other, FALLS))


@pytest.mark.parametrize(
    ("above", "below", "bound"),
    [
        ("eq", "eq", Bound.EXACT),
        ("gt", "eq", Bound.LOWER),
        ("almost", "eq", Bound.UPPER),
        ("about", "eq", Bound.APPROXIMATE),
        ("eq", "gt", Bound.UPPER),
        ("gt", "lt", Bound.LOWER),
        ("gt", "ge", Bound.NONE),
        ("lt", "almost", Bound.NONE),
        ("gt", "about", Bound.NONE),
    ],
)
def test_a_quotient_is_bounded_as_its_qualifiers_allow(above, below, bound):
    result = quotient(written("33", 9, above), written("22", 9, below))
    assert result.bound is bound
    assert (result.value is None) == (bound is Bound.NONE)


def test_lower_over_lower_gives_no_number_and_says_which_words_leave_it_open():
    reason = quotient(written("33", 9, "gt"), written("470", 9, "gt")).reason
    assert reason is not None
    assert "given only as “more than”, so the result cannot be bounded" in language("en").say_sentence(reason)
    assert "仅以“超过”表述" in language("zh").say_sentence(reason)
    mixed = quotient(written("33", 9, "gt"), written("470", 9, "about")).reason
    assert mixed is not None
    assert "“more than” and “about”" in language("en").say_sentence(mixed)
    assert "“超过”、“约”" in language("zh").say_sentence(mixed)


def test_the_interval_holds_every_result_that_rounding_allows():
    result = quotient(written("32.21", 9), written("19.72", 9))
    # 32.205 / 19.725 and 32.215 / 19.715
    assert result.interval is not None
    assert round(result.interval.low, 5) == Decimal("1.63270")
    assert round(result.interval.high, 5) == Decimal("1.63403")


@given(
    st.integers(1, 10**6), st.integers(1, 10**6), st.decimals(-1, 1, places=3), st.decimals(-1, 1, places=3)
)
def test_no_values_that_round_to_the_inputs_lead_out_of_the_interval(above, below, up, down):
    result = quotient(written(str(above * 10)), written(str(below * 10)))
    true_value = (above * 10 + up / 2) / (below * 10 + down / 2)
    assert result.interval is not None
    assert result.interval.low <= true_value <= result.interval.high


@pytest.mark.parametrize(
    ("low", "high", "power"),
    [
        ("19715300000", "19733500000", 7),  # 19.72 billion
        ("21388600000", "22061200000", 8),  # 21.7 billion
        ("0.9", "1.1", -1),
        ("10", "20", 0),  # exactly one unit of the tens is certain
    ],
)
def test_a_result_is_printed_one_digit_beyond_what_rounding_leaves_certain(low, high, power):
    assert justified_precision(Interval(Decimal(low), Decimal(high))) == power


def test_inputs_without_rounding_set_no_limit_to_the_precision():
    assert justified_precision(Interval(Decimal(5), Decimal(5))) is None


def test_a_printed_bound_holds_wherever_its_exact_inputs_are_in_their_rounding():
    over_33_billion = Term.of(Quantity.parse("33", 9, Qualifier.GT))
    result = implied_base(over_33_billion, Term.of(Quantity.parse("51.9")))
    # 33 ÷ 1.5195 = 21.718 and 33 ÷ 1.5185 = 21.732; the bound itself is not rounded
    assert [rounded(end, 6) for end in (result.claim.low, result.claim.high)] == [
        Decimal("21718e6"),
        Decimal("21732e6"),
    ]
    assert safe_end(result.value, 8, result.bound, result.claim) is None  # 21.7
    safe = safe_end(result.value, 7, result.bound, result.claim)  # 21.72 may be wrong
    assert rounded(safe, 7, result.bound) == Decimal("21710e6")


def test_nearly_is_towards_zero():
    assert Quantity.parse("-5.0", 0, Qualifier.ALMOST).bound is Bound.LOWER
    assert Quantity.parse("5.0", 0, Qualifier.ALMOST).bound is Bound.UPPER
    assert Quantity.parse("-5.0", 0, Qualifier.ALMOST).range == Interval(Decimal("-5.0"), Decimal("-4.50"))
    result = implied_base(
        Term.of(Quantity.parse("100.0", 8)), Term.of(Quantity.parse("-5.0", 0, Qualifier.ALMOST))
    )
    assert result.bound is Bound.UPPER  # the year before was below 105.26
    assert rounded(result.value, 6) == Decimal("10526e6")
