"""Figures without a number say so alike: comparable inputs that leave no bound keep their formula and inputs."""

import pytest

from reportgen.kinds import Catalogue
from reportgen.language import language
from tests.builders import dataset

CARS = "exports.cars CN-CQ 2023=>25e9 2023:yoy=>79.2"
EXPORTS = "exports CN-CQ 2023=33e9 2023:yoy=51.9"


@pytest.mark.parametrize(
    ("kind", "formula", "inputs"),
    [
        ("implied_base", "a ÷ (1 + b ÷ 100)", 2),
        ("contribution", "(a − b) ÷ (c − d) × 100", 4),
        ("pull", "(a − b) ÷ c × 100", 3),
    ],
)
def test_what_cannot_be_bounded_is_comparable_and_shows_its_formula(kind, formula, inputs):
    figure = Catalogue(dataset(CARS, EXPORTS)).get(f"exports.cars/CN-CQ/2023/{kind}")
    assert figure.value is None
    assert figure.bound == "none"
    assert figure.comparable
    assert str(figure.formula) == formula
    assert len(figure.inputs) == inputs
    assert "only as “more than”, so no base can be computed" in language("en").say_sentence(figure.reason)


@pytest.mark.parametrize("kind", ["growth_computed", "contribution", "pull"])
def test_what_is_not_comparable_has_no_formula(kind):
    lines = ("exports.cars CN-CQ 2022=10e9 2023=25e9 2023:break", "exports CN-CQ 2022=20e9 2023=33e9")
    figure = Catalogue(dataset(*lines)).get(f"exports.cars/CN-CQ/2023/{kind}")
    assert figure.value is None
    assert not figure.comparable
    assert figure.formula is None


def test_in_the_whole_list_a_refusal_with_a_formula_is_comparable_and_one_without_is_not():
    lines = (CARS, EXPORTS, "trade CN-CQ 2022=30e9 2023=40e9 2023:break 2025:target:2022=>70e9")
    for figure in Catalogue(dataset(*lines)).all():
        if figure.value is None and not figure.state:
            assert figure.comparable == bool(figure.formula), figure.id
            assert figure.reason is not None
