"""Targets of every kind, judged on their own period for ever: numbers worked out by hand, status and words that agree."""

import pytest

from reportgen.kinds import Catalogue
from reportgen.language import language
from reportgen.record import replace
from reportgen.values import Quantity
from tests.builders import dataset
from tests.kinds.saying import catalogue, listed, printed, said, value, why


def with_target(lines: str, **changes) -> Catalogue:
    """The dataset of the lines, with fields of its one target set."""
    data = dataset(lines)
    (name,) = data.targets
    targets = {name: replace(data.targets[name], **changes)}
    return Catalogue(replace(data, targets=targets))


def state(book: Catalogue, figure_id: str) -> str:
    return book.get(figure_id).state


# ---- milestones ----


def test_the_path_leads_through_the_milestones_of_the_plan():
    """100 x 1.5^(1/3) and ^(2/3), 150, 150 x (200/150)^(1/2), 200. Without the milestone 2023 would ask for 100 x 2^(3/5) = 151.57."""
    lines = "exports CQ 2020=100e8 2023=150.5e8 2025:target:2020=>=200e8"
    with_milestone = catalogue(lines + " 2023:target=>=150e8")
    path = [
        printed(with_milestone, f"exports/CQ/{year}/target_path@exports_2025") for year in range(2021, 2026)
    ]
    assert path == [
        "11.45 billion yuan", "13.10 billion yuan", "15.00 billion yuan", "17.32 billion yuan", "20.00 billion yuan",
    ]  # fmt: skip
    at = "exports/CQ/2023/target_status@exports_2025"
    assert (state(with_milestone, at), state(catalogue(lines), at)) == ("on_track", "behind")
    assert state(with_milestone, "exports/CQ/2023/target_status@exports_2023") == "achieved"
    figure = with_milestone.get("exports/CQ/2024/target_path@exports_2025")
    assert figure.inputs == ("exports/CQ/2023/target@exports_2023", "exports/CQ/2025/target@exports_2025")
    assert language("en").say_sentence(figure.note) == "Through what the plan sets for 2023."
    assert language("zh").say_sentence(figure.note) == "经规划2023年的阶段目标推算。"


def test_the_path_of_a_rate_is_linear_from_milestone_to_milestone():
    """60 to 64 in two years, 64 to 70 in three."""
    book = catalogue("rate(percent) CQ 2020=60 2022:target=>=64 2025:target:2020=>=70")
    path = [value(book, f"rate/CQ/{year}/target_path@rate_2025") for year in range(2021, 2026)]
    assert path == [62, 64, 66, 68, 70]


def test_another_plans_target_and_a_replaced_one_are_no_milestones():
    data = dataset("exports CQ 2020=100e8 2023:target=>=150e8 2025:target:2020=>=200e8")
    straight = Catalogue(dataset("exports CQ 2020=100e8 2025:target:2020=>=200e8"))
    at = "exports/CQ/2023/target_path@exports_2025"
    for change in ({"plan": "Another"}, {"value_to": Quantity.parse("160", 8)}):
        milestone = replace(data.targets["exports_2023"], **change)
        book = Catalogue(replace(data, targets={**data.targets, "exports_2023": milestone}))
        assert book.get(at).value == straight.get(at).value


# ---- what a status rests on ----


@pytest.mark.parametrize(
    ("lines", "figure_id", "stands", "because"),
    [
        (
            "pm(ug,stock) CQ 2020=33 2023=36.8 2025:target:2020=<=35",
            "pm/CQ/2023/target_status@pm_2025",
            "behind",
            "So far it does not meet what the target sets.",
        ),
        (
            "exports CQ 2024-01--2024-06=40e8 2024:target=>=100e8",
            "exports/CQ/2024-01--2024-06/target_status@exports_2024",
            "behind",
            "It is short of the share of the target that the time gone by asks for.",
        ),
        (
            "exports CQ 2020=50e8 2023=80e8 2025:target:2020=>=100e8",  # 50 x 2^(3/5) = 75.8
            "exports/CQ/2023/target_status@exports_2025",
            "on_track",
            "It stands at or beyond where the path should be.",
        ),
    ],
)
def test_a_status_rests_on_a_path_only_where_one_leads(lines, figure_id, stands, because):
    figure = catalogue(lines).get(figure_id)
    assert (figure.state, language("en").say_sentence(figure.reason)) == (stands, because)


# ---- a level: its own period, for ever ----


def test_a_target_that_was_missed_stays_missed_whatever_comes_after():
    book = catalogue("exports CQ 2022=80e8 2023=90e8 2024=105e8 2023:target:2022=>=100e8")
    assert state(book, "exports/CQ/2023/target_status@exports_2023") == "missed"
    assert state(book, "exports/CQ/2024/target_status@exports_2023") == "unknown"
    assert "beyond the target’s" in why(book, "exports/CQ/2024/target_gap@exports_2023")
    assert book.target_basis("exports_2023").observation.obs_id == "exports_CQ_2023"
    assert not any(key.startswith("exports/CQ/2024/target") for key in listed(book))


def test_a_target_of_one_year_has_no_progress_before_that_year():
    book = catalogue("exports CQ 2023=105e8 2024:target=>=100e8")
    assert "before that period there is no progress" in why(book, "exports/CQ/2023/target_gap@exports_2024")
    assert book.target_basis("exports_2024").observation is None


def test_a_year_that_nobody_measured_is_said_to_be_missing_once_later_ones_are_there():
    book = catalogue("exports CQ 2021=110e8 2023=150e8 2022:target=>=120e8")
    assert "no level" in why(book, "exports/CQ/2022/target_gap@exports_2022")
    assert state(book, "exports/CQ/2022/target_status@exports_2022") == "unknown"


def test_a_rate_of_the_year_before_keeps_no_target_and_a_stock_may_reach_it_early():
    unemployment = catalogue("unemp(percent,stock) CQ 2023=5.2 2024:target=<=5.5")
    assert "before that period there is no progress" in why(
        unemployment, "unemp/CQ/2023/target_gap@unemp_2024"
    )
    assert state(unemployment, "unemp/CQ/2023/target_status@unemp_2024") == "unknown"
    zones = catalogue("zones(count,stock) CQ 2024=11 2025:target=>=10")
    assert state(zones, "zones/CQ/2024/target_status@zones_2025") == "achieved"


@pytest.mark.parametrize(
    ("lines", "gap", "shown"),
    [
        ("emp(percent,stock) CQ 2010=67.8 2015=69.1 2020:target:2010=>=75", "5.9", "5.9 percentage points"),
        (
            "emp(percent,stock) CQ 2010=67.8 2015=69.46 2020:target:2010=>=73",
            "3.54",
            "3.54 percentage points",
        ),
        ("emp(percent,stock) CQ 2010=2.1 2015=2.48 2020:target:2010=>=2.5", "0.02", "0.02 percentage points"),
        ("emp(percent,stock) CQ 2010=12 2015=10.2 2020:target:2010=<10", "0.2", "0.2 percentage points"),
    ],
)
def test_a_gap_has_the_observations_digits(lines, gap, shown):
    book = catalogue(lines)
    assert str(value(book, "emp/CQ/2015/target_gap@emp_2020")) == gap
    assert printed(book, "emp/CQ/2015/target_gap@emp_2020") == shown


def test_a_target_that_is_missed_by_little_is_missed_by_something():
    book = catalogue("exports CQ 2023=69.996e9 2023:target=>=70e9")
    assert state(book, "exports/CQ/2023/target_status@exports_2023") == "missed"
    assert printed(book, "exports/CQ/2023/target_gap@exports_2023") == "4 million yuan"


@pytest.mark.parametrize(
    ("operator", "reached", "expected"),
    [(">=", "70", "achieved"), (">", "70", "missed"), ("", "70", "achieved"), ("<=", "70", "achieved"), ("<", "70", "missed"),
     ("", "69", "missed"), (">=", ">70", "achieved"), (">", ">70", "achieved"), (">=", "almost70", "missed")],
)  # fmt: skip
def test_reached_exactly(operator, reached, expected):
    book = catalogue(f"exports CQ 2023={reached}e9 2023:target={operator}70e9")
    assert state(book, "exports/CQ/2023/target_status@exports_2023") == expected


@pytest.mark.parametrize(("stands", "expected"), [("5.0", "achieved"), ("5.04", "missed"), ("4.9", "missed")])
def test_where_neither_more_nor_less_is_good_the_value_is_to_be_met(stands, expected):
    book = catalogue(
        f"price(percent,stock) CQ 2023={stands} 2023:target=5.0", indicators={"price": {"direction": "none"}}
    )
    assert state(book, "price/CQ/2023/target_status@price_2023") == expected


# ---- of a rate ----

RATE = "urban(percent,stock) CQ 2020=69.46 2023=71.67 2025:target:2020=>=73"


def test_the_path_of_a_rate_is_linear_in_points():
    # 69.46 + (73 - 69.46) x 3/5 = 71.584; at that pace 69.46 + 2.21 x 5/3 = 73.14 by 2025
    book = catalogue(RATE)
    assert str(value(book, "urban/CQ/2023/target_path@urban_2025")) == "71.58"
    assert str(value(book, "urban/CQ/2023/target_projection@urban_2025")) == "73.14"
    assert state(book, "urban/CQ/2023/target_status@urban_2025") == "on_track"
    assert str(value(book, "urban/CQ/2023/target_progress@urban_2025")) == "62.4"  # 2.21 of 3.54
    assert "constant growth" in why(book, "urban/CQ/2023/target_required_growth@urban_2025")


def test_completion_is_level_over_target_and_progress_is_taken_from_the_base():
    book = catalogue("exports CQ 2020=40e9 2023=60e9 2025:target:2020=>=80e9")
    assert str(value(book, "exports/CQ/2023/target_completion@exports_2025")) == "75.0"
    assert str(value(book, "exports/CQ/2023/target_progress@exports_2025")) == "50.0"
    assert "had come 50.0% of the way to the 2025 target of at least 80 billion yuan" in said(
        book, "exports/CQ/2023/target_progress@exports_2025"
    )
    assert "自起点向2025年目标（达到800亿元）推进了50.0%" in said(
        book, "exports/CQ/2023/target_progress@exports_2025", "zh"
    )


def test_a_base_beyond_the_target_leaves_no_way_and_no_path():
    book = catalogue(
        "pm(ug,stock) CQ 2020=33.0 2023=36.8 2024=32.5 2025:target:2020=<=35",
        indicators={"pm": {"direction": "down", "round_to": -1}},
    )
    for kind in ("completion", "progress", "path"):
        figure = book.get(f"pm/CQ/2023/target_{kind}@pm_2025")
        assert figure.value is None
        assert figure.is_settled
    assert state(book, "pm/CQ/2023/target_status@pm_2025") == "behind"
    assert state(book, "pm/CQ/2024/target_status@pm_2025") == "achieved"
    assert printed(book, "pm/CQ/2023/target_gap@pm_2025").startswith("1.8")


# ---- growth, average growth ----

GROWTH = "gdp CQ 2023=1000e8 2024=1055e8 2024:yoy=5.7 2024:target=>=6percent"


def test_a_growth_target_is_judged_on_growth():
    book = catalogue(GROWTH)
    assert state(book, "gdp/CQ/2024/target_status@gdp_2024") == "missed"
    assert printed(book, "gdp/CQ/2024/target_gap@gdp_2024") == "0.3 percentage points"
    assert book.get("gdp/CQ/2024/target_gap@gdp_2024").inputs[0] == "gdp/CQ/2024/growth_yoy"
    assert "not completed by a share" in why(book, "gdp/CQ/2024/target_completion@gdp_2024")


def test_without_a_reported_rate_the_computed_one_serves():
    book = catalogue("gdp CQ 2023=1000e8 2024=1055e8 2024:target=>=6percent")
    assert printed(book, "gdp/CQ/2024/target_gap@gdp_2024") == "0.5 percentage points"


def test_a_growth_target_is_not_achieved_by_the_year_before():
    book = catalogue("gdp CQ 2023:yoy=7.0 2024:target=>=6percent 2022=1e8")
    assert book.target_basis("gdp_2024").observation is None
    assert state(book, "gdp/CQ/2024/target_status@gdp_2024") == "unknown"


def test_growth_of_the_first_months_is_measured_and_not_yet_judged():
    book = catalogue("gdp CQ 2024-01--2024-05:yoy=5.7 2024:target=>=6percent 2022=1e8")
    assert state(book, "gdp/CQ/2024-01--2024-05/target_status@gdp_2024") == "behind"


def test_a_ceiling_for_the_year_is_not_kept_before_the_year_is_over():
    book = catalogue("spending CQ 2024-01--2024-06=30e8 2024-01--2024-03=30e8 2024:target=<=100e8")
    assert state(book, "spending/CQ/2024-01--2024-06/target_status@spending_2024") == "on_track"
    assert state(book, "spending/CQ/2024-Q1/target_status@spending_2024") == "behind"


def test_average_growth_runs_from_the_base():
    # (121 / 100)^(1/2) = 1.1
    lines = "gdp CQ 2020=100.0e9 2022=121.0e9 2025:target:2020=>=9percent"
    book = with_target(lines, kind="average_growth")
    assert state(book, "gdp/CQ/2022/target_status@gdp_2025") == "on_track"
    assert str(value(book, "gdp/CQ/2022/target_gap@gdp_2025")) == "-1.0"
    assert (
        with_target(lines.replace(":2020=>", "=>"), kind="average_growth").target_basis("gdp_2025").measured
        == ()
    )


def test_average_growth_is_that_of_the_reported_rates_where_there_are_any():
    """8.3, 2.6 and 6.1 make 5.41 over two years and 5.64 over three; levels at current prices would have made 7.9."""
    lines = (
        "gdp CQ 2020=100.0e9 2021:yoy=8.3 2022=116.4e9 2022:yoy=2.6 2023:yoy=6.1 2025:target:2020=>=6percent"
    )
    book = with_target(lines, kind="average_growth")
    assert [
        (state(book, f"gdp/CQ/{year}/target_status@gdp_2025"), str(value(book, f"gdp/CQ/{year}/target_gap@gdp_2025"))[:5])
        for year in (2021, 2022, 2023)
    ] == [("on_track", "-2.3"), ("behind", "0.6"), ("behind", "0.4")]  # fmt: skip
    assert book.get("gdp/CQ/2022/target_gap@gdp_2025").inputs[0] == "gdp/CQ/2022/growth_avg:2020"


def test_a_share_that_print_rounds_up_to_its_target_has_missed_it():
    """800 of 32,193 are 2.485%, whatever rounding left of the two: not 2.5%."""
    data = dataset("spending CQ 2024=800e8 2024:target=>=2.5percent", "gdp CQ 2024=32193e8")
    (name,) = data.targets
    target = replace(data.targets[name], kind="share", base_indicator="gdp")
    book = Catalogue(replace(data, targets={name: target}))
    assert state(book, "spending/CQ/2024/target_status@spending_2024") == "missed"
    assert printed(book, "spending/CQ/2024/target_gap@spending_2024") == "0.01 percentage points"


# ---- off the base: reduction, multiple ----


def test_a_reduction_by_percent_is_a_level_to_fall_to():
    # 18% off 50.0 is 41.0; 44.6 has come 5.4 of 9.0; the path stands at 50 x 0.82^(3/5)
    lines = "energy CQ 2020=50.0e9 2023=44.6e9 2025:target:2020=>=18percent"
    book = with_target(lines, kind="reduction")
    assert printed(book, "energy/CQ/2023/target_gap@energy_2025") == "3.6 billion yuan"
    assert str(value(book, "energy/CQ/2023/target_progress@energy_2025")) == "60.0"
    assert printed(book, "energy/CQ/2023/target_path@energy_2025") == "44.39 billion yuan"
    assert state(book, "energy/CQ/2023/target_status@energy_2025") == "behind"
    figure = book.get("energy/CQ/2023/target_gap@energy_2025")
    assert str(figure.formula) == "a − (c × (1 − b ÷ 100))"
    assert figure.inputs == (
        "energy/CQ/2023/level",
        "energy/CQ/2025/target@energy_2025",
        "energy/CQ/2020/level",
    )


def test_what_is_left_to_a_level_off_a_base_keeps_its_digit():
    # a tenth off 35 is 31.5: 37 is 5.5 above it, 31 lies 0.5 below; the path ends at 31.5
    lines = "pm(ugm3) CQ 2020=35 2022=31 2023=37 2025:target:2020=>=10percent"
    book = with_target(lines, kind="reduction")
    shown = [printed(book, f"pm/CQ/{year}/target_gap@pm_2025") for year in (2022, 2023)]
    assert [text.split()[0] for text in shown] == ["-0.5", "5.5"]
    assert printed(book, "pm/CQ/2025/target_path@pm_2025").startswith("31.5")
    assert state(book, "pm/CQ/2022/target_status@pm_2025") == "achieved"


def test_to_double_is_twice_the_base():
    lines = "exports CQ 2020=40.0e9 2025=81.0e9 2025:target:2020=>=2times"
    book = with_target(lines, kind="multiple")
    assert state(book, "exports/CQ/2025/target_status@exports_2025") == "achieved"
    assert printed(book, "exports/CQ/2025/target_gap@exports_2025") == "-1.0 billion yuan"
    assert str(value(book, "exports/CQ/2025/target_completion@exports_2025")) == "101.3"


@pytest.mark.parametrize("kind", ["reduction", "multiple", "average_growth"])
def test_what_is_set_from_a_base_needs_one(kind):
    unit = "times" if kind == "multiple" else "percent"
    book = with_target(f"exports CQ 2025=81.0e9 2025:target=>=2{unit}", kind=kind)
    assert "names none" in why(book, "exports/CQ/2025/target_gap@exports_2025")


# ---- total, share, range, words ----


def test_a_total_is_the_sum_of_its_years_with_what_is_missing_said():
    book = catalogue("exports CQ 2021=100e8 2022=100e8 2023=100e8 2021--2025:target=>=600e8")
    target = "@exports_2021--2025"
    figure = book.get(f"exports/CQ/2023/target_completion{target}")
    assert str(value(book, f"exports/CQ/2023/target_completion{target}")) == "50.0"
    assert str(figure.formula) == "(a + b + c) ÷ d × 100"
    assert printed(book, f"exports/CQ/2023/target_pace{target}") == "-10.0 percentage points"
    assert state(book, f"exports/CQ/2023/target_status{target}") == "behind"
    note = say_note(book, f"exports/CQ/2023/target_gap{target}")
    assert "still missing: 2024 and 2025" in note


def say_note(book: Catalogue, figure_id: str) -> str:
    return language("en").say_sentence(book.get(figure_id).note)


def test_a_total_stops_before_a_year_that_is_missing_or_beyond_a_break():
    gap = catalogue("exports CQ 2021=100e8 2023=100e8 2021--2025:target=>=600e8")
    broken = catalogue("exports CQ 2021=100e8 2022=100e8 2022:break 2021--2025:target=>=600e8")
    for book in (gap, broken):
        assert [str(item.period) for item in book.target_basis("exports_2021--2025").measured] == ["2021"]
    why = {
        (name, year): language("en").say_sentence(
            book.get(f"exports/CQ/{year}/target_status@exports_2021--2025").reason
        )
        for name, book in (("gap", gap), ("broken", broken))
        for year in (2022, 2023)
    }
    assert why["gap", 2022] == why["gap", 2023] == "The dataset has no level of “exports, CQ” for 2022."
    assert why["broken", 2022] == why["broken", 2023]
    assert "2022 cannot be compared with 2021" in why["broken", 2022]


def test_a_share_is_judged_on_the_share():
    lines = "exports.GREEN CQ 2025=30.00e8 2025:target=>=35percent\nexports CQ 2025=100.00e8"
    book = with_target(lines, kind="share")
    assert state(book, "exports.GREEN/CQ/2025/target_status@exports_2025") == "missed"
    assert printed(book, "exports.GREEN/CQ/2025/target_gap@exports_2025") == "5.0 percentage points"


@pytest.mark.parametrize(
    ("stands", "expected", "gap"),
    [("5.5", "achieved", None), ("6.2", "missed", "0.2"), ("4.9", "missed", "0.1")],
)
def test_a_range_is_kept_or_missed_on_either_side(stands, expected, gap):
    lines = f"prices(percent,stock) CQ 2025={stands} 2025:target=>=5"
    book = with_target(lines, kind="range", value_to=Quantity.parse("6"))
    assert state(book, "prices/CQ/2025/target_status@prices_2025") == expected
    found = book.get("prices/CQ/2025/target_gap@prices_2025")
    assert (found.value is None) == (gap is None)
    if gap:
        assert str(value(book, "prices/CQ/2025/target_gap@prices_2025")) == gap
    assert printed(book, "prices/CQ/2025/target@prices_2025") == "5% to 6%"
    assert printed(book, "prices/CQ/2025/target@prices_2025", "zh") == "5%—6%"


# ---- plans that replace each other ----


# ---- what does not apply ----


# ---- words ----
