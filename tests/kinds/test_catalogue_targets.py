"""Targets in the catalogue: what they are measured on, what is set aside, and every figure of their progress."""

from decimal import Decimal

import pytest

from reportgen.kinds import UnknownCodeError
from reportgen.kinds.figure import Kind
from reportgen.language import language
from reportgen.values import Bound
from tests.kinds.saying import PLAN, T, catalogue, number


def test_all_figures_of_a_target_at_an_observation():
    book = catalogue(PLAN)
    at = {kind: book.get(f"cbec_trade/CN-CQ/2022/{kind}{T}") for kind in Kind if kind.startswith("target_")}
    assert number(at[Kind.TARGET_GAP], -7) == Decimal("30e9")
    assert number(at[Kind.TARGET_COMPLETION]) == Decimal("57.1")  # 40 / 70
    assert number(at[Kind.TARGET_REQUIRED_GROWTH]) == Decimal("20.5")  # (70 / 40) ^ (1/3) = 1.20507
    assert number(at[Kind.TARGET_PATH], -7) == Decimal("39.11e9")  # 32.21 x (70 / 32.21) ^ (1/4)
    assert number(at[Kind.TARGET_ELAPSED]) == Decimal("25.0")
    assert number(at[Kind.TARGET_PROJECTION], -7) == Decimal("76.61e9")  # 40 x (40 / 32.21) ^ 3
    assert at[Kind.TARGET_STATUS].state == "on_track"
    assert str(at[Kind.TARGET_STATUS].formula) == "a ≥ c"
    assert at[Kind.TARGET_STATUS].inputs[2] == f"cbec_trade/CN-CQ/2022/target_path{T}"
    assert at[Kind.TARGET_GAP].inputs == ("cbec_trade/CN-CQ/2022/level", f"cbec_trade/CN-CQ/2025/target{T}")
    assert at[Kind.TARGET_PATH].inputs == ("cbec_trade/CN-CQ/2021/level", f"cbec_trade/CN-CQ/2025/target{T}")


def test_the_observations_qualifier_bounds_the_figures_of_the_target():
    book = catalogue("cbec_trade CN-CQ 2021=32.21e9 2022=>40e9 2025:target:2021=>70e9")
    assert book.get(f"cbec_trade/CN-CQ/2022/target_gap{T}").bound is Bound.UPPER
    assert book.get(f"cbec_trade/CN-CQ/2022/target_completion{T}").bound is Bound.LOWER


def test_later_observations_beyond_a_break_are_set_aside_with_the_reason():
    book = catalogue(
        "cbec_trade CN-CQ 2021=32.21e9 2022-01--2022-05=19.79e9 2023=almost20e9 2023:break 2025:target:2021=>70e9"
    )
    basis = book.target_basis("cbec_trade_2025")
    assert basis.observation is not None
    assert basis.observation.obs_id == "cbec_trade_CN-CQ_2021"
    assert [str(item.observation.period) for item in basis.later] == ["2022-01--2022-05", "2023"]
    assert "covers five months, the target a whole year" in language("en").say_sentence(basis.later[0].reason)
    assert "breaks in 2023" in language("en").say_sentence(basis.later[1].reason)
    gap = book.target_progress("cbec_trade_2025", Kind.TARGET_GAP)
    assert "Measured on the figure for 2021; what is later was not used" in language("en").say_sentence(
        gap.note
    )
    assert "以2021年的数据衡量" in language("zh").say_sentence(gap.note)
    assert "2023年与2021年不可比" in language("zh").say_sentence(gap.note)
    beyond = book.get(f"cbec_trade/CN-CQ/2023/target_gap{T}")
    assert beyond.value is None
    assert beyond.inputs[0] == "cbec_trade/CN-CQ/2023/level"
    assert beyond in book.all()


@pytest.mark.parametrize(
    "levels",
    [
        "2021=30e9 2021=5e9USD",  # one period in two currencies
        '2021=30e9 2023=6e9USD "s1 converted|about 6 billion USD"',  # a conversion, as the source says
        '2021=30e9 "s1|the amount" 2021=5e9USD "s1 converted|the amount"',
    ],
)
def test_a_conversion_is_never_set_aside(levels):
    basis = catalogue(f"cbec_trade CN-CQ {levels} 2025:target:2021=>70e9").target_basis("cbec_trade_2025")
    assert str(basis.observation.period) == "2021"
    assert basis.later == ()


def test_an_amount_that_is_stated_in_another_currency_only_is_set_aside():
    basis = catalogue("cbec_trade CN-CQ 2021=30e9 2023=6e9USD 2025:target=>70e9").target_basis(
        "cbec_trade_2025"
    )
    assert [str(item.observation.period) for item in basis.later] == ["2023"]
    assert "units differ" in language("en").say_sentence(basis.later[0].reason)


def test_a_target_that_repeats_another_in_dollars_sets_no_yuan_aside():
    lines = 'cbec_trade CN-CQ 2022=40e9 2025:target=>70e9 "s1|both" 2025:target=~10e9USD "s1 converted|both"'
    basis = catalogue(lines).target_basis("cbec_trade_2025_2")
    assert basis.later == ()
    assert "repeats another target" in language("en").say_sentence(basis.reason)
    assert "外币折算" in language("zh").say_sentence(basis.reason)


def test_what_is_older_than_the_base_is_no_progress():
    book = catalogue("cbec_trade CN-CQ 2020=28e9 2021=32.21e9 2025:target:2021=>70e9")
    assert [str(item.period) for item in book.target_basis("cbec_trade_2025").measured] == ["2021"]


def test_a_later_comparable_observation_takes_over():
    book = catalogue(PLAN)
    assert str(book.target_basis("cbec_trade_2025").observation.period) == "2022"
    assert book.target_progress("cbec_trade_2025", Kind.TARGET_GAP).id.period.year == 2022


def test_first_months_of_a_year_before_the_targets_are_unlike_it():
    book = catalogue("exports CN-CQ 2021=20e9 2024-01--2024-05=8e9 2025:target:2021=>=27e9")
    figure = book.get("exports/CN-CQ/2024-01--2024-05/target_completion@exports_2025")
    assert figure.value is None
    assert "covers five months, the target a whole year" in language("en").say_sentence(figure.reason)


def test_a_stock_is_measured_on_any_day():
    book = catalogue("firms(count,stock) CN-CQ 2021=20 2023-06-30=35 2025:target:2021=>=50")
    at = "firms/CN-CQ/2023-06-30"
    assert book.get(f"{at}/target_gap@firms_2025").value == 15
    assert number(book.get(f"{at}/target_elapsed@firms_2025")) == Decimal("37.5")  # 18 of 48 months
    # 20 x (50 / 20) ^ (18/48) = 28.2
    assert number(book.get(f"{at}/target_path@firms_2025")) == Decimal("28.2")
    assert book.get(f"{at}/target_status@firms_2025").state == "on_track"


def test_a_target_to_come_down_to():
    book = catalogue("waste CN-CQ 2021=20e9 2023=14e9 2025:target:2021=<12e9")
    at = "waste/CN-CQ/2023"
    assert book.get(f"{at}/target_gap@waste_2025").value == Decimal("2e9")
    assert book.get(f"{at}/target_completion@waste_2025").value == 75
    assert number(book.get(f"{at}/target_required_growth@waste_2025")) == Decimal("-7.4")
    # Path at 2023: sqrt(20 x 12) = 15.49; 14 is below it.
    assert book.get(f"{at}/target_status@waste_2025").state == "on_track"
    assert "undercut" in language("en").say_sentence(book.get(f"{at}/target_gap@waste_2025").note)


def test_a_base_of_another_series_is_no_base():
    book = catalogue(
        "warehouses(count,stock) CN-CQ 2022=>40#w22",
        "warehouse_firms(count,stock) CN-CQ 2025:target:w22=>=10",
    )
    basis = book.target_basis("warehouse_firms_2025")
    assert basis.base is None
    assert basis.observation is None


def test_a_target_of_another_series_gives_nothing():
    book = catalogue(PLAN, "exports CN-CQ 2022=470e9")
    for kind in ("target", "target_gap", "target_path", "target_elapsed", "target_status"):
        figure = book.get(f"exports/CN-CQ/2022/{kind}{T}")
        assert figure.value is None
        assert language("en").say_sentence(figure.reason) == "The target is set for another series."


def test_a_target_that_repeats_another_in_dollars_has_no_progress_of_its_own():
    words = "exceed 100 billion yuan (about 15.62 billion U.S. dollars)"
    book = catalogue(
        f'forms CN-CQ 2025:target=>100e9 "{words}" 2025:target=~15.62e9USD#usd "s1 converted|{words}"'
    )
    assert [str(item.id) for item in book.all() if item.target == "usd"] == ["forms/CN-CQ/2025/target@usd"]
    rate = book.get("forms/CN-CQ/2025/implied_exchange_rate@forms_2025")
    assert number(rate, 2) == Decimal("6.40")
    assert rate.bound is Bound.APPROXIMATE


def test_an_unknown_target_names_the_nearest():
    with pytest.raises(UnknownCodeError, match="cbec_trade_2025"):
        catalogue(PLAN).target_basis("cbec_trade_2026")
