"""Numbers as written: precision, intervals, rounding, bounds."""

from decimal import Decimal

import pytest

from reportgen.values import (
    Bound,
    FullNumber,
    Interval,
    Qualifier,
    Quantity,
    combined,
    flipped,
    plain,
    rounded,
)


def test_a_value_keeps_how_precisely_it_was_written():
    assert Quantity.parse("32.21", 9).precision == 7
    assert Quantity.parse("32.20", 9).precision == 7
    assert Quantity.parse("650", 3).precision == 3
    assert Quantity.parse("32.21", 9).value == Decimal("32210000000")


def test_the_interval_is_what_rounds_to_the_written_number():
    interval = Quantity.parse("88.9").interval
    assert (interval.low, interval.high) == (Decimal("88.85"), Decimal("88.95"))
    assert Quantity.parse("7.81", 9).interval.overlaps(Quantity.parse("7.8", 9).interval)
    assert not Quantity.parse("7.81", 9).interval.overlaps(Quantity.parse("19.72", 9).interval)


@pytest.mark.parametrize("text", ["", "n/a", "1,000", "1e5", ".", "１２", "1.2.3", "--1", "nan"])
def test_only_plain_numbers_are_read(text):
    with pytest.raises(ValueError, match="not a plain number"):
        Quantity.parse(text)


@pytest.mark.parametrize(
    ("value", "power", "expected"),
    [
        ("32205000000", 7, "32210000000"),
        ("-0.05", -1, "-0.1"),
        ("0.045", -1, "0.0"),
        ("-0.04", -1, "0.0"),
        ("2.675", -2, "2.68"),
        ("46.0142857", -1, "46.0"),
    ],
)
def test_rounding_is_half_up_and_never_minus_zero(value, power, expected):
    assert str(format(rounded(Decimal(value), power), "f")) == expected


def test_a_bound_is_rounded_so_that_it_stays_true():
    assert rounded(Decimal("0.8403"), -1, Bound.UPPER) == Decimal("0.9")
    assert rounded(Decimal("21.79"), -1, Bound.LOWER) == Decimal("21.7")
    assert rounded(Decimal("-0.84"), -1, Bound.UPPER) == Decimal("-0.8")
    assert rounded(Decimal("25"), 0, Bound.LOWER) == Decimal(25)


def test_plain_writes_no_exponent_and_no_idle_zeros():
    assert plain(Decimal("7E+10")) == "70000000000"
    assert plain(Decimal("46.0100")) == "46.01"
    assert plain(Decimal("-0.000")) == "0"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("32210000000", "32,210,000,000"),
        ("46.01", "46.01"),
        ("3221", "3,221"),
        ("46.01428571428571428571428571", "46.0142857142…"),
        ("10476442562.20222339862361038", "10,476,442,562.2…"),
        ("-0.003333333333333333333333333333", "-0.00333333333333…"),
        ("12345678901234567890123", "12,345,678,901,234,567,890,123"),
    ],
)
def test_a_full_number_has_every_digit_and_of_a_quotient_twelve(value, written):
    assert FullNumber(Decimal(value), "CNY").written == written


def test_bounds_combine_only_when_they_pull_the_same_way():
    assert combined([Bound.EXACT, Bound.LOWER]) is Bound.LOWER
    assert combined([Bound.LOWER, flipped(Bound.LOWER)]) is Bound.NONE
    assert combined([Bound.LOWER, flipped(Bound.UPPER)]) is Bound.LOWER
    assert combined([Bound.APPROXIMATE, Bound.LOWER]) is Bound.NONE
    assert combined([]) is Bound.EXACT
    assert Quantity("20", 9, Qualifier.ALMOST).bound is Bound.UPPER


@pytest.mark.parametrize(
    ("qualifier", "low", "high"),
    [
        (Qualifier.EQ, "19.5", "20.5"),
        (Qualifier.GT, "20", "Infinity"),
        (Qualifier.LE, "-Infinity", "20"),
        (Qualifier.ALMOST, "18", "20"),
        (Qualifier.ABOUT, "18", "22"),
    ],
)
def test_a_qualifier_says_how_far_the_true_value_may_be(qualifier, low, high):
    allowed = Quantity.parse("20", 0, qualifier).range
    assert (allowed.low, allowed.high) == (Decimal(low), Decimal(high))


def test_intervals_divide_and_multiply_without_a_meaningless_infinity():
    open_above = Interval(Decimal(33), Decimal("Infinity"))
    assert open_above.over(Interval(Decimal("1.5"), Decimal("1.6"))).low == Decimal("20.625")
    assert open_above.over(open_above) == Interval(Decimal(0), Decimal("Infinity"))
    assert Interval(Decimal(0), Decimal(2)).times(open_above) == Interval(Decimal(0), Decimal("Infinity"))
