"""What is written is read back: every unit, qualifier and multiplier in every language."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.language import language, languages
from reportgen.language.quantity_reader import power_of, quantities_in, quantity_in
from reportgen.values import Amount, Qualifier, rounded

UNITS = (
    "CNY", "USD", "EUR", "GBP", "HKD", "JPY", "percent", "percentage_points", "times", "tonne", "kg", "person",
    "unit", "m2", "TEU", "kWh", "CNY_per_USD", "USD_per_tonne",
)  # fmt: skip


@st.composite
def amounts(draw):
    digits = draw(st.integers(min_value=-9_999_999, max_value=9_999_999).filter(bool))
    precision = draw(st.integers(min_value=-2, max_value=10))
    value = rounded(Decimal(digits).scaleb(precision), precision)
    return Amount(value, draw(st.sampled_from(UNITS)), precision, draw(st.sampled_from(Qualifier)))


@given(amounts(), st.sampled_from(languages()))
def test_an_amount_written_in_a_sentence_is_read_back(amount, code):
    text = language(code).quantities.amount(amount)
    [read] = quantities_in(text)
    assert (read.value, read.unit, read.qualifier) == (amount.value, amount.unit, amount.qualifier), text


@given(
    st.integers(min_value=1, max_value=99_999),
    st.integers(min_value=0, max_value=2),
    st.sampled_from(UNITS),
    st.sampled_from(Qualifier),
    st.sampled_from(languages()),
    st.booleans(),
)
def test_a_number_in_any_unit_that_can_be_chosen_is_read_back(
    digits, decimals, unit, qualifier, code, compact
):
    words = language(code).quantities
    value = Decimal(digits).scaleb(-decimals)
    for power in words.multipliers:
        before = words.qualifier_symbol(qualifier) if compact else words.qualifier(qualifier)
        text = before + words.joined(words.digits(value, decimals), words.counted(unit, power))
        read = quantity_in(text)
        assert (read.value, read.unit, read.qualifier) == (value.scaleb(power), unit, qualifier), text


@given(st.integers(min_value=1, max_value=120), st.booleans(), st.sampled_from(languages()))
def test_a_rank_is_read_back(place, among, code):
    text = language(code).quantities.rank(Decimal(place), among=among).text
    read = quantity_in(text)
    assert (read.value, read.unit) == (place, "rank")
    assert read.qualifier is (Qualifier.LE if among else Qualifier.EQ)


@pytest.mark.parametrize("code", languages())
def test_every_word_of_a_multiplier_is_known_by_its_power(code):
    for power, word in language(code).quantities.multipliers.items():
        assert not word or power_of(word) == power
