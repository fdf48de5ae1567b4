"""Targets of every kind, judged on their own period for ever: numbers worked out by hand, status and words that agree."""

import csv

import pytest

from reportgen.dataset import check, read, write_folder
from reportgen.figures.numbers import show
from reportgen.figures.presentation import Presentation
from reportgen.figures.terms.target import chosen_target
from reportgen.findings import Severity
from reportgen.kinds import Catalogue
from reportgen.language import language
from reportgen.messages import Bilingual
from reportgen.periods import Period
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
    assert "had come 50.0% of the way to the 80 billion yuan to be reached in 2025" in said(
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
    assert figure.formula == "a − (c × (1 − b ÷ 100))"
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
    assert figure.formula == "(a + b + c) ÷ d × 100"
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


def test_a_target_in_words_is_not_measured():
    book = with_target("exports CQ 2025=30e8 2025:target=>=1e8", kind="qualitative")
    assert "set in words" in why(book, "exports/CQ/2025/target_gap@exports_2025")
    assert book.get("exports/CQ/2025/target_gap@exports_2025").is_settled


def test_a_target_in_words_needs_no_number_and_says_its_words(tmp_path):
    words = Bilingual("keep growth in a reasonable range", "增速保持在合理区间")
    data = dataset("gdp CQ 2024=105e9 2025:target=>=1")
    in_words = replace(data.targets["gdp_2025"], kind="qualitative", note=words)
    write_folder(replace(data, targets={"gdp_2025": in_words}), tmp_path)
    (row,) = csv.DictReader((tmp_path / "targets.csv").open(encoding="utf-8"))
    assert (row["operator"], row["value"], row["unit_mult"]) == ("", "", "")

    again, findings = read(tmp_path)
    assert [one for one in (*findings, *check(again)) if one.severity is Severity.ERROR] == []
    book, asked = Catalogue(again), "gdp/CQ/2025/target@gdp_2025"
    assert said(book, asked, "en") == "The target for CQ’s gdp by 2025: keep growth in a reasonable range."
    assert said(book, asked, "zh") == "到2025年，CQ指标gdp的目标：增速保持在合理区间。"


# ---- plans that replace each other ----


@pytest.mark.parametrize("names", [("early", "late"), ("late", "early")])
def test_of_two_plans_for_one_year_the_one_issued_last_holds_whatever_the_order_of_rows(names):
    data = dataset("exports CQ 2023=90e8 2025:target=>=100e8#early 2025:target=>=120e8#late")
    issued = {"early": "2021-03-01", "late": "2023-03-01"}
    targets = {name: replace(data.targets[name], issued=issued[name], plan=name) for name in names}
    page = Presentation(Catalogue(replace(data, targets=targets)), "en")
    series = data.targets["early"].series
    assert chosen_target(page, series, Period.parse("2023")).target == "late"
    assert chosen_target(page, series, Period.parse("2022")).target == "early"


def test_a_replaced_target_holds_until_the_new_one_is_issued():
    data = dataset(
        "exports CQ 2022=80e8 2023=90e8 2024=95e8 2025:target:2022=>=100e8#old 2025:target:2022=>=120e8#new"
    )
    new = replace(data.targets["new"], replaces="old", issued="2024-03-15")
    book = Catalogue(replace(data, targets={"old": data.targets["old"], "new": new}))
    assert str(book.target_basis("old").observation.period) == "2023"
    assert str(book.target_basis("new").observation.period) == "2024"
    page = Presentation(book, "en")
    chosen = [chosen_target(page, new.series, Period.parse(year)) for year in ("2023", "2024")]
    assert [item.target for item in chosen] == ["old", "new"]
    assert "replaces it since" in why(book, "exports/CQ/2024/target_gap@old")
    assert book.get("exports/CQ/2024/target_gap@old").is_settled


def issued(line: str, day: str, **more: str) -> Catalogue:
    """A dataset of one target ``t``, which was issued on a day."""
    data = dataset(line)
    return Catalogue(replace(data, targets={"t": replace(data.targets["t"], issued=day, **more)}))


JUDGED = ("gap", "completion", "progress", "required_growth", "status", "projection")


@pytest.mark.parametrize("kind", JUDGED)
def test_a_target_that_replaces_another_says_nothing_of_periods_before_it_was_issued(kind):
    line = "exports CQ 2020=100e8 2022=120e8 2023=125e8 2024:target:2020=>=128e8#t"
    book = issued(line, "2023-06-01", replaces="old")
    before, after = (book.get(f"exports/CQ/{year}/target_{kind}@t") for year in (2022, 2023))
    assert before.value is None
    assert before.state in ("", "unknown")
    assert "holds from 1 June 2023 on" in language("en").say_sentence(before.reason)
    assert "2023年6月1日起施行" in language("zh").say_sentence(before.reason)
    assert before.is_settled
    assert after.value is not None or after.state == "on_track"  # 125 of a path of 120.3
    assert [str(item.period) for item in book.target_basis("t").measured] == ["2023"]
    assert book.target_basis("t").later == ()


def test_the_distance_from_a_plans_base_is_told_of_the_years_before_it_was_issued_and_no_verdict():
    """100 to 128 is 28, of which 20 were gone in 2022: that is so whenever the plan was written. Behind it nobody was."""
    book = issued("exports CQ 2020=100e8 2022=120e8 2023=125e8 2024:target:2020=>=128e8#t", "2023-06-01")
    assert printed(book, "exports/CQ/2022/target_progress@t") == "71.4%"
    assert "holds from 1 June 2023 on" in why(book, "exports/CQ/2022/target_status@t")
    assert book.get("exports/CQ/2023/target_status@t").state == "on_track"


def test_a_count_of_a_day_before_a_target_without_a_base_was_issued_is_not_measured_by_it():
    line = "zones(count,stock) CQ 2020=4 2021=7 2025:target=>=10#t"
    book = issued(line, "2021-06-30")
    assert "holds from 30 June 2021 on" in why(book, "zones/CQ/2020/target_gap@t")
    assert book.get("zones/CQ/2021/target_gap@t").value == 3
    only = issued("zones(count,stock) CQ 2020=4 2025:target=>=10#t", "2021-06-30")
    assert "holds from" in language("en").say_sentence(only.target_basis("t").reason)


def test_a_year_is_measured_from_its_first_months_on_though_its_target_was_issued_in_march():
    book = issued("exports CQ 2024-01--2024-02=20e8 2024:target=>=120e8#t", "2024-03-05")
    assert book.get("exports/CQ/2024-01--2024-02/target_status@t").state == "on_track"  # 16.7% of 16.7%


# ---- what does not apply ----


def test_what_is_settled_prints_the_sign_for_it_and_what_is_unknown_does_not():
    book = catalogue("exports CQ 2022=80e8 2025=105e8 2025:target:2022=>=100e8", "exports CN 2025=1e9")
    over = book.get("exports/CQ/2025/target_required_growth@exports_2025")
    assert show(over, "en").text == "—"
    assert show(book.get("exports/CQ/2022/target_status@exports_2025"), "zh").text == "—"
    assert show(book.get("exports/CN/2024/level"), "en").text == "…"


# ---- words ----


@pytest.mark.parametrize(
    ("lines", "changes", "en", "zh"),
    [
        (
            "gdp CQ 2023=100e9 2024=105.5e9 2024:yoy=5.7 2024:target=>=6percent",
            {},
            "The target for the growth of CQ’s gdp in 2024 is at least 6%.",
            "2024年，CQ指标gdp增速的目标是不低于6%。",
        ),
        (
            "gdp CQ 2023=100e9 2024:target=>=5percent",
            {"kind": "range", "value_to": Quantity.parse("6")},
            "The target for the growth of CQ’s gdp in 2024 is 5% to 6%.",
            "2024年，CQ指标gdp增速的目标是5%—6%。",
        ),
        (
            "gdp CQ 2024:target=>=50e9",
            {"kind": "range", "value_to": Quantity.parse("60", 9)},
            "The target for CQ’s gdp by 2024 is 50 to 60 billion yuan.",
            "到2024年，CQ指标gdp的目标是500亿—600亿元。",
        ),
        (
            "energy CQ 2020=100e9 2025:target:2020=>=18percent",
            {"kind": "reduction"},
            "The target for CQ’s energy by 2025 is a fall by at least 18% from 2020.",
            "到2025年，CQ指标energy比2020年降幅的目标是不低于18%。",
        ),
        (
            "gdp CQ 2020=100e9 2030:target:2020=>=2times",
            {"kind": "multiple"},
            "The target for CQ’s gdp by 2030 is at least 2 times the level of 2020.",
            "到2030年，CQ指标gdp的目标是达到2020年的2倍。",
        ),
        (
            "gdp CQ 2020=100e9 2025:target:2020=>=6percent",
            {"kind": "average_growth"},
            "The target for the average growth of CQ’s gdp a year from 2020 by 2025 is at least 6%.",
            "2021—2025年，CQ指标gdp年均增速的目标是不低于6%。",
        ),
        (
            "exports CQ 2021--2025:target=>=60e9",
            {},
            "The target for CQ’s exports in 2021–2025 is at least 60 billion yuan in total.",
            "2021—2025年，CQ出口累计的目标是不低于600亿元。",
        ),
    ],
)
def test_the_sentence_of_a_target_says_what_is_set(lines, changes, en, zh):
    book = with_target(lines, **changes)
    (name,) = book.dataset.targets
    target = book.dataset.targets[name]
    figure_id = f"{target.series}/{target.period}/target@{name}"
    assert (said(book, figure_id), said(book, figure_id, "zh")) == (en, zh)


@pytest.mark.parametrize(
    ("stands", "en", "zh"),
    [
        (
            "6.2",
            "In 2025, CQ’s prices stood 0.2 percentage points above the range of 5% to 6% in 2025.",
            "2025年，CQ指标prices距2025年目标还需降低0.2个百分点。",
        ),
        (
            "4.9",
            "In 2025, CQ’s prices stood 0.1 percentage points short of the range of 5% to 6% in 2025.",
            "2025年，CQ指标prices距2025年目标还差0.1个百分点。",
        ),
    ],
)
def test_a_range_is_missed_from_above_or_from_below(stands, en, zh):
    lines = f"prices(percent,stock) CQ 2025={stands} 2025:target=>=5"
    book = with_target(lines, kind="range", value_to=Quantity.parse("6"))
    figure_id = "prices/CQ/2025/target_gap@prices_2025"
    assert (said(book, figure_id), said(book, figure_id, "zh")) == (en, zh)


def test_a_total_counts_the_years_so_far():
    book = with_target("exports CQ 2021=10e9 2022=10e9 2021--2025:target=>=60e9")
    figure_id = "exports/CQ/2022/target_completion@exports_2021--2025"
    assert said(book, figure_id) == (
        "From 2021 to 2022, CQ’s exports came to 33.3% of the total of 60 billion yuan to be reached in 2021–2025, "
        "6.7 percentage points behind schedule."
    )
    assert said(book, figure_id, "zh") == (
        "2021—2022年，CQ出口累计完成2021—2025年目标（累计达到600亿元）的33.3%，慢于序时进度6.7个百分点。"
    )


def test_a_share_is_set_of_the_whole_that_its_target_names():
    lines = ("trade CQ 2024=100e9", "all CQ 2024=80e9", "exports CQ 2024=64e9 2024:target=>=65percent")
    data = dataset(*lines, indicators={"exports": {"parent": "trade"}})
    (name,) = data.targets

    def state_of(whole: str | None) -> tuple[str, str]:
        target = replace(data.targets[name], kind="share", base_indicator=whole)
        book = Catalogue(replace(data, targets={name: target}))
        return state(book, f"exports/CQ/2024/target_status@{name}"), said(
            book, f"exports/CQ/2024/target@{name}", "zh"
        )

    assert state_of(None) == ("missed", "2024年，CQ出口占进出口的比重的目标是不低于65%。")
    assert state_of("all") == ("achieved", "2024年，CQ出口占指标all的比重的目标是不低于65%。")


@pytest.mark.parametrize(
    ("lines", "figure_id", "en", "zh"),
    [
        (
            ("exports CQ 2022=6e9 2023=5e9", "imports CQ 2022=4e9 2023=7e9"),
            "exports/CQ/2023/balance",
            "In 2023, CQ’s trade deficit was 2 billion yuan, turning from a surplus into a deficit.",
            "2023年，CQ贸易逆差为20亿元，由顺差转为逆差。",
        ),
        (
            ("bal CQ 2022=2.22e9 2023=-2.04e9",),
            "bal/CQ/2023/level",
            "In 2023, CQ’s bal came to -2.04 billion yuan, turning from a surplus into a deficit.",
            "2023年，CQ指标bal为-20.4亿元，由正转负。",
        ),
    ],
)
def test_what_turns_from_a_surplus_into_a_deficit_says_so_beside_its_level(lines, figure_id, en, zh):
    book = catalogue(*lines)
    assert (said(book, figure_id), said(book, figure_id, "zh")) == (en, zh)


def test_a_range_has_the_digits_of_its_finer_end():
    data = dataset("rate(percent) CQ 2024=5.2 2024:target=>=5")
    (name,) = data.targets
    target = replace(data.targets[name], kind="range", value_to=Quantity("5.5"))
    assert (
        printed(Catalogue(replace(data, targets={name: target})), f"rate/CQ/2024/target@{name}")
        == "5.0% to 5.5%"
    )
