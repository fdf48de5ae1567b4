"""Progress to a target: hand figures, time, paths, and what is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.calculations.ratios import difference
from reportgen.calculations.result import Term
from reportgen.calculations.targets import (
    completion,
    elapsed,
    gap,
    no_pace,
    path,
    projection,
    projection_in_year,
    required_growth,
    time_line,
)
from reportgen.language import language
from reportgen.periods import Period
from reportgen.values import Bound, Qualifier, Quantity, rounded


def written(text: str, unit_mult: int = 0, qualifier: str = "eq") -> Term:
    return Term.of(Quantity.parse(text, unit_mult, Qualifier(qualifier)))


def threshold(text: str, unit_mult: int = 0) -> Term:
    return Term.threshold(Quantity.parse(text, unit_mult))


def time(base: str | None, at: str, target: str):
    return time_line(Period.parse(base) if base else None, Period.parse(at), Period.parse(target))


def number(result, places: int = 1) -> Decimal:
    assert result.value is not None, result.reason
    return rounded(result.value, -places)


REACHED, TARGET = written("32.21", 9), threshold("70", 9)


def test_the_gap_of_32_21_to_70_billion():
    assert gap(REACHED, TARGET).value == Decimal("37.79e9")


def test_the_completion_of_32_21_of_70_billion():
    assert number(completion(REACHED, TARGET)) == Decimal("46.0")  # 0.460143


def test_the_growth_a_year_from_32_21_in_2021_to_70_billion_in_2025():
    result = required_growth(REACHED, TARGET, time("2021", "2021", "2025"))
    assert number(result) == Decimal("21.4")  # (70 / 32.21) ^ (1/4) = 1.214162
    assert str(result.formula) == "((b ÷ a)^(1 ÷ 4) − 1) × 100"


def test_only_the_observations_qualifier_makes_bounds():
    over = written("33", 9, "gt")
    assert gap(over, TARGET).bound is Bound.UPPER
    assert completion(over, TARGET).bound is Bound.LOWER
    assert required_growth(over, TARGET, time(None, "2021", "2025")).bound is Bound.UPPER


def test_a_passed_target_leaves_a_negative_gap_and_needs_no_growth():
    assert gap(written("75", 9), TARGET).value == Decimal("-5e9")
    assert required_growth(written("75", 9), TARGET, time(None, "2023", "2025")).value is None


@pytest.mark.parametrize(
    ("base", "at", "target", "gone", "whole"),
    [
        ("2021", "2021", "2025", 0, 48),
        ("2021", "2023", "2025", 24, 48),
        ("2021", "2025", "2025", 48, 48),
        (None, "2025-01--2025-05", "2025", 5, 12),
        (None, "2025", "2025", 12, 12),
        ("2024", "2025-01--2025-05", "2025", 5, 12),
        ("2021", "2022-06-30", "2025", 6, 48),
        ("2021-12-31", "2023", "2025-12-31", 24, 48),
        ("2022-07-24", "2023-07-24", "2025", 365, 1256),  # days, where a date is not a month's last
    ],
)
def test_time_runs_from_the_end_of_the_base_to_the_end_of_the_target(base, at, target, gone, whole):
    line = time(base, at, target)
    assert (line.gone, line.whole) == (gone, whole)


def test_the_path_runs_at_constant_growth():
    # 32.21 x (70 / 32.21) ^ (2/4) = sqrt(32.21 x 70) = 47.4837
    result = path(REACHED, TARGET, time("2021", "2023", "2025"))
    assert number(result, -7) == Decimal("47.48e9")
    assert str(result.formula) == "a × (b ÷ a)^(2 ÷ 4)"


@given(st.integers(1, 10**12), st.integers(1, 10**12), st.integers(1, 20))
def test_the_path_ends_at_the_target_and_grows_alike_each_year(base, target, years):
    start, goal = Term.exact(Decimal(base)), Term.exact(Decimal(target))
    stations = [
        path(start, goal, time("2000", str(2000 + year), str(2000 + years))).value
        for year in range(1, years + 1)
    ]
    assert stations[-1] == target
    steps = [later / earlier for earlier, later in zip([Decimal(base), *stations], stations, strict=False)]
    assert max(steps) / min(steps) - 1 < Decimal("1e-15")


@pytest.mark.parametrize(
    ("base", "at", "words"),
    [
        (REACHED, "2021", "starts from"),
        (REACHED, "2020", "before the plan’s start"),
        (REACHED, "2026", "beyond"),
        (None, "2023", "names no value it starts from"),
        (written("0"), "2023", "above zero"),
    ],
)
def test_there_is_no_path_at_the_base_outside_the_plan_or_from_nothing(base, at, words):
    result = path(base, TARGET, time("2021", at, "2025"))
    assert result.value is None
    assert result.reason is not None
    assert words in language("en").say_sentence(result.reason)
    assert language("zh").say_sentence(result.reason)


def test_the_elapsed_share():
    assert elapsed(time("2021", "2023", "2025"), has_base=True, within_target=False).value == 50
    months = elapsed(time(None, "2025-01--2025-05", "2025"), has_base=False, within_target=True)
    assert number(months) == Decimal("41.7")
    assert str(months.formula) == "5 ÷ 12 × 100"
    assert elapsed(time(None, "2023", "2025"), has_base=False, within_target=False).value is None


def test_a_projection_goes_on_at_the_pace_since_the_base():
    # From 32.21 in 2021 to 40 in 2022: 40 x (40 / 32.21) ^ 3 = 76.609
    result = projection(written("40", 9), REACHED, time("2021", "2022", "2025"))
    assert number(result, -7) == Decimal("76.61e9")


def test_the_pace_is_the_completion_less_the_share_of_the_year_gone_by():
    # 19.79 of 45 is 43.978%, 5 of 12 months are 41.667%: 2.311 points ahead
    to_may = elapsed(time(None, "2022-01--2022-05", "2022"), has_base=False, within_target=True).term
    done = completion(written("19.79", 9), threshold("45", 9)).term
    assert done is not None
    assert to_may is not None
    ahead = difference(done, to_may)
    assert number(ahead, 3) == Decimal("2.311")
    assert str(ahead.formula) == "a − b"
    # 15 of 45 is 33.333%: 8.333 points behind
    short = completion(written("15", 9), threshold("45", 9)).term
    assert short is not None
    assert number(difference(short, to_may)) == Decimal("-8.3")


def test_a_qualifier_of_the_level_bounds_the_pace():
    to_may = elapsed(time(None, "2022-01--2022-05", "2022"), has_base=False, within_target=True).term
    over = completion(written("19", 9, "gt"), threshold("45", 9)).term
    assert over is not None
    assert to_may is not None
    assert difference(over, to_may).bound is Bound.LOWER


@pytest.mark.parametrize(
    ("base", "at", "words"),
    [
        ("2021", "2021", "starts from"),
        ("2021", "2023", "has its yearly path"),
        ("2021", "2025", "period is over"),
        (None, "2023", "names no value it starts from"),
    ],
)
def test_without_the_targets_own_year_there_is_no_pace(base, at, words):
    assert words in language("en").say_sentence(no_pace(time(base, at, "2025"), has_base=base is not None))


@pytest.mark.parametrize("at", ["2021", "2025"])
def test_there_is_no_projection_at_the_base_or_at_the_end(at):
    assert projection(written("40", 9), REACHED, time("2021", at, "2025")).value is None


def test_first_months_are_projected_by_the_year_before():
    # 10 to May against 8 a year before, whose year came to 24: 10 / 8 x 24 = 30
    assert projection_in_year(written("10"), written("8"), written("24")).value == 30


def test_a_target_to_come_down_to_is_completed_from_its_base():
    # From 20 down to 12, now 14: 2 are missing, 6 of 8 are done.
    now, goal, base = written("14"), threshold("12"), written("20")
    assert gap(now, goal, falling=True).value == 2
    assert completion(now, goal, base, falling=True).value == 75
    assert completion(now, goal, falling=True).value is None
    # (12 / 14) ^ (1/2) - 1 = -7.418%
    assert number(required_growth(now, goal, time("2021", "2023", "2025"), falling=True)) == Decimal("-7.4")
