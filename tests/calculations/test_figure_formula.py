"""A formula is data: printed with the brackets that it needs, worked out, and put in place of an input of another."""

from decimal import Decimal

import pytest

from reportgen.calculations.figure_formula import (
    A,
    B,
    C,
    D,
    FormulaInput,
    FormulaNumber,
    FormulaSign,
    FormulaStep,
    chained,
    fraction,
)


@pytest.mark.parametrize(
    ("formula", "printed", "values", "result"),
    [
        ((A - B) / B * 100, "(a − b) ÷ b × 100", (6, 4), 50),
        (A / (B / C), "a ÷ (b ÷ c)", (6, 4, 2), 3),
        (A - (B - C), "a − (b − c)", (6, 4, 1), 3),
        (A - B - C, "a − b − c", (6, 4, 1), 1),
        (A * (B / A) ** fraction(2, 4), "a × (b ÷ a)^(2 ÷ 4)", (4, 16), 8),
        (1 / FormulaNumber(Decimal("0.33337"), places=4) * A, "1 ÷ 0.3334 × a", (Decimal("0.33337"),), 1),
        (1 + FormulaStep(FormulaSign.ABOVE, (B, A)), "1 + (b > a)", (3, 5), 2),
        (FormulaStep(FormulaSign.AT_MOST, (A, B * C / 100)), "a ≤ b × c ÷ 100", (3, 5, 50), 0),
        (chained(FormulaSign.PLUS, [FormulaInput(25), FormulaInput(26)]), "z + a1", (*[0] * 25, 2, 3), 5),
    ],
)
def test_a_formula_prints_and_comes_to_what_it_says(formula, printed, values, result):
    assert str(formula) == printed
    assert formula.function([Decimal(value) for value in values]) == result


def test_what_stands_for_an_input_is_bracketed():
    asked = B * (1 - A / 100)

    assert str((A - B).over([A, asked.over([B, C])])) == "a − (c × (1 − b ÷ 100))"
    assert str((A / B * 100).over([chained(FormulaSign.PLUS, [A, B, C]), D])) == "(a + b + c) ÷ d × 100"
    assert str((A / B).over([B, A])) == "b ÷ a"
