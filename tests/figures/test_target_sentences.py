"""Sentences about targets: progress, pace, what is set aside."""

import pytest

from reportgen.figures.sentences import basis_note, sentence
from reportgen.record import replace
from tests.builders import dataset
from tests.figures.made import page, real_data, vocabulary

PLAN = "cbec_trade CN-CQ 2021=32.21e9 2022=40.00e9 2025:target:2021=>70e9"


def progress(data, language, period="2021", indicator="cbec_trade"):
    return str(vocabulary(data, language, period).indicator(indicator).target.progress)


def test_progress_says_level_completion_gap_and_required_growth():
    plan = "cbec_trade CN-CQ 2021=32.21e9 2021:yoy=63.3 2025:target:2021=>70e9"

    assert progress(plan, "en") == (
        "In 2021, CN-CQ’s cbec trade reached 32.21 billion yuan, up 63.3% year on year; this is 46.0% of the 2025 target of more than 70 billion "
        "yuan, leaving a gap of 37.79 billion yuan, which requires average growth of 21.4% a year "
        "from 2021."
    )
    assert progress(plan, "zh") == (
        "2021年，CN-CQ跨境电商进出口为322.1亿元，比上年增长63.3%，完成2025年目标（超过700亿元）的46.0%，"
        "距目标还差377.9亿元，2022—2025年年均需增长21.4%。"
    )


def test_a_rate_is_kept_or_missed_and_the_progress_says_which():
    # 5.3 lies below 5.5: kept
    lines = "unemp(percent) CN-CQ 2024=5.3 2024:target=<=5.5"
    assert progress(lines, "zh", "2024", "unemp") == (
        "2024年，CN-CQ指标unemp为5.3%。到2024年，CN-CQ指标unemp的目标是不超过5.5%，已完成。"
    )
    assert progress(lines, "en", "2024", "unemp") == (
        "In 2024, CN-CQ’s unemp reached 5.3%. The target for CN-CQ’s unemp by 2024 is at most 5.5%: achieved."
    )


def test_average_growth_says_what_it_is_so_far_and_whether_that_is_enough():
    # 100 to 110.25 in two years are 5% a year, short of 6
    data = dataset("gdp CN-CQ 2020=100e9 2022=110.25e9 2025:target:2020=>=6percent")
    targets = {key: replace(one, kind="average_growth") for key, one in data.targets.items()}
    data = replace(data, targets=targets)
    assert progress(data, "en", "2022", "gdp") == (
        "From 2020 to 2022, CN-CQ’s gdp grew 5.0% a year on average. The target for the average growth of CN-CQ’s gdp a year "
        "from 2020 by 2025 is at least 6%: behind, leaving a gap of 1.0 percentage point."
    )
    assert progress(data, "zh", "2022", "gdp").endswith("的目标是不低于6%，落后进度，距目标还差1.0个百分点。")


def of_kind(kind, *lines, **fields):
    data = dataset(*lines)
    return replace(
        data, targets={key: replace(one, kind=kind, **fields) for key, one in data.targets.items()}
    )


def test_a_share_that_is_set_is_said_as_the_share_and_not_as_the_level():
    # 4980 of 7154 are 69.6%, 0.4 points short of 70
    data = of_kind(
        "share",
        "exports CN-CQ 2024=498e9 2024:target=>=70percent",
        "trade CN-CQ 2024=715.4e9",
        base_indicator="trade",
    )
    assert progress(data, "en", "2024", "exports") == (
        "In 2024, CN-CQ’s exports accounted for 69.6% of total trade. The target for the share of CN-CQ’s exports in total "
        "trade in 2024 is at least 70%: missed, leaving a gap of 0.4 percentage points."
    )
    assert progress(data, "zh", "2024", "exports").endswith("是不低于70%，未完成，距目标还差0.4个百分点。")


def test_a_total_is_completed_by_the_years_so_far_and_not_by_the_last_of_them():
    # 20 + 30 of 100
    data = of_kind("total", "fdi CN-CQ 2021=20e9 2022=30e9 2021--2025:target=>=100e9")
    assert progress(data, "en", "2022", "fdi") == (
        "From 2021 to 2022, CN-CQ’s fdi reached 50.0% of the 2021–2025 target of a total of at least 100 billion yuan, 10.0 "
        "percentage points ahead of schedule, leaving a gap of 50 billion yuan."
    )
    assert progress(data, "zh", "2022", "fdi") == (
        "2021—2022年，CN-CQ指标fdi累计完成2021—2025年目标（累计达到1000亿元）的50.0%，快于序时进度10.0个百分点，距目标还差500亿元。"
    )


def test_a_target_to_come_down_to_is_missed_from_above():
    # 37 lies 7 above 30
    lines = "cbec_trade CN-CQ 2020=36e9 2023=37e9 2025:target:2020=<30e9"
    assert "高出目标70亿元" in progress(lines, "zh", "2023")
    assert "7 billion yuan above the target" in progress(lines, "en", "2023")


def test_first_months_are_set_against_the_time_gone_by():
    year = "cbec_trade CN-CQ 2024=50e9 2025-01--2025-05=32e9 2025:target:2024=>=70e9"

    assert (
        "45.7% of the 2025 target of at least 70 billion yuan, 4.0 percentage points ahead of "
        "schedule, leaving a gap of 38 billion yuan." in (progress(year, "en", "2025-01--2025-05"))
    )
    assert "完成年度目标任务（达到700亿元）的45.7%，快于序时进度4.0个百分点" in progress(
        year, "zh", "2025-01--2025-05"
    )
    behind = "cbec_trade CN-CQ 2024=50e9 2025-01--2025-05=12e9 2025:target:2024=>=70e9"
    assert "慢于序时进度24.5个百分点" in progress(behind, "zh", "2025-01--2025-05")
    assert "24.5 percentage points behind schedule" in progress(behind, "en", "2025-01--2025-05")


PACE = [
    # 32 of 70 is 45.714%, 5 of 12 months 41.667%: 4.048 points ahead; 12 of 70 is 17.143%: 24.524 behind; 5 of 12 is even.
    ("32e9", "70e9", "4.0 percentage points ahead of schedule", "快于序时进度4.0个百分点"),
    ("12e9", "70e9", "24.5 percentage points behind schedule", "慢于序时进度24.5个百分点"),
    ("5e9", "12e9", "on schedule", "与序时进度持平"),
    (">32e9", "70e9", "more than 4.0 percentage points ahead of schedule", "快于序时进度超过4.0个百分点"),
    ("<32e9", "70e9", "less than 4.1 percentage points ahead of schedule, if ahead at all", "快于序时进度不足4.1个百分点（也可能慢于）"),
]  # fmt: skip


@pytest.mark.parametrize(("level", "goal", "en", "zh"), PACE)
def test_the_pace_has_its_sentence(level, goal, en, zh):
    data = f"cbec_trade CN-CQ 2025-01--2025-05={level} 2025:target=>={goal}"
    pace = "cbec_trade/CN-CQ/2025-01--2025-05/target_pace@cbec_trade_2025"
    for language, words in (("en", en), ("zh", zh)):
        document = page(data, language)
        assert words in str(sentence(document, document.catalogue.get(pace)))

    assert str(vocabulary(data, "zh", "2025-01--2025-05")["cbec_trade"].target.进度差.变化) == zh


def test_the_pace_is_said_as_of_the_end_of_the_months():
    data = "cbec_trade CN-CQ 2025-01--2025-05=32e9 2025:target=>=70e9"
    pace = "cbec_trade/CN-CQ/2025-01--2025-05/target_pace@cbec_trade_2025"
    en, zh = (page(data, language) for language in ("en", "zh"))

    assert str(sentence(en, en.catalogue.get(pace))) == (
        "By the end of May 2025, progress towards the target for CN-CQ’s cbec trade in 2025 was 4.0 percentage points "
        "ahead of schedule."
    )
    assert str(sentence(zh, zh.catalogue.get(pace))) == (
        "截至2025年5月末，CN-CQ跨境电商进出口年度目标完成进度快于序时进度4.0个百分点。"
    )


def test_a_target_to_come_down_to_is_said_from_above():
    data = "waste CN-CQ 2021=20e9 2023=14e9 2025:target:2021=<12e9"
    en, zh = (page(data, language) for language in ("en", "zh"))
    at = "waste/CN-CQ/2023/target_{}@waste_2025"

    assert str(sentence(en, en.catalogue.get(at.format("gap")))) == (
        "In 2023, CN-CQ’s waste stood 2 billion yuan above the 2025 target of less than 12 billion yuan."
    )
    assert str(sentence(en, en.catalogue.get(at.format("required_growth")))) == (
        "To reach the target for 2025, CN-CQ’s waste must fall by 7.4% a year from 2023."
    )
    assert (
        str(sentence(zh, zh.catalogue.get(at.format("gap"))))
        == "2023年，CN-CQ指标waste距2025年目标还需降低20亿元。"
    )
    assert "2024—2025年年均需下降7.4%" in str(sentence(zh, zh.catalogue.get(at.format("required_growth"))))


def test_no_rate_is_asked_of_things_counted_one_by_one():
    said = str(
        vocabulary("zones(count,stock) CN-CQ 2024=5 2025:target=>=10", "en", "2024")["zones"].target.progress
    )

    assert "leaving a gap of 5" in said
    assert "requires" not in said


def test_a_target_that_cannot_be_measured_says_why():
    assert progress("cbec_trade CN-CQ 2025:target=>70e9", "en") == (
        "For 2025, the completion of the target for CN-CQ’s cbec trade is not available. "
        "No published figure can be measured against the target."
    )


def test_later_observations_that_are_set_aside_are_named_with_the_reason():
    document = page("cbec_trade CN-CQ 2021=32.21e9 2023=almost20e9 2023:break 2025:target:2021=>70e9")
    note = basis_note(document, document.dataset.targets["cbec_trade_2025"])

    assert str(note).startswith(
        "Measured on the figure for 2021. The later figure for 2023, nearly 20 billion yuan, was not used, "
        "because the series appears to be defined differently from 2023 on"
    )


def test_the_path_and_the_status_have_their_sentences():
    document = page(PLAN)
    at = "cbec_trade/CN-CQ/2022/target_{}@cbec_trade_2025"

    assert str(sentence(document, document.catalogue.get(at.format("path")))) == (
        "On a steady path to the target for 2025, CN-CQ’s cbec trade would stand at 39.11 billion yuan in 2022."
    )
    assert str(sentence(document, document.catalogue.get(at.format("status")))) == (
        "Status of the target for CN-CQ’s cbec trade in 2025: on track."
    )


def test_the_published_target_is_measured_on_2021_and_says_so():
    words = vocabulary(real_data(), "zh", "2023").indicator("cbec_trade").target

    assert (str(words.completion), str(words.gap), str(words.required_growth)) == (
        "46.0%",
        "377.9亿元",
        "21.4%",
    )
    assert str(words.basis_note).startswith("以2021年的数据测算。")


def test_what_moved_away_from_its_target_has_come_no_share_of_the_way():
    """From 35 to 37 on the way to below 30: -40%."""
    data = "cbec_trade CN-CQ 2020=35e9 2023=37e9 2025:target:2020=<30e9"
    assert "further from the 2025 target of less than 30 billion yuan than at the plan’s base" in progress(
        data, "en", "2023"
    )
    assert "较基期更偏离2025年目标（低于300亿元）" in progress(data, "zh", "2023")
    assert "40.0%" not in progress(data, "en", "2023") + progress(data, "zh", "2023")


def test_a_target_that_is_missed_by_a_hair_is_not_complete():
    data = "cbec_trade CN-CQ 2024=19.996e9 2024:target=>=20.0e9"
    assert (
        "99.98% of the 2024 target of at least 20.0 billion yuan, leaving a gap of 4 million yuan"
        in progress(data, "en", "2024")
    )
    assert "的99.98%，距目标还差400万元" in progress(data, "zh", "2024")
    equal = "cbec_trade CN-CQ 2024=17.0e9 2024:target=>17.0e9"
    assert progress(equal, "en", "2024").endswith(
        "100.0% of the 2024 target of more than 17.0 billion yuan, and so missed."
    )
    assert progress(equal, "zh", "2024").endswith("的100.0%，未完成目标。")


REVISED = "trade CN-CQ 2020=100e9 2022=150e9 2025:target:2020=>=200e9 2025:target:2020=>=180e9"


@pytest.mark.parametrize(
    ("period", "en", "zh"),
    [
        ("2022", "", ""),
        (
            "2024",
            " This target was replaced on 1 June 2023. The target for CN-CQ’s trade by 2025 is at least 180 billion yuan.",
            "该目标自2023年6月1日起调整。到2025年，CN-CQ进出口的目标是不低于1800亿元。",
        ),
    ],
)
def test_the_progress_of_a_target_that_was_replaced_says_what_has_been_set_since(period, en, zh):
    data = dataset(REVISED)
    first, second = data.targets.values()
    targets = {
        first.target: replace(first, plan="A", issued="2021-01-01"),
        second.target: replace(second, plan="A", issued="2023-06-01", replaces=first.target),
    }
    data = replace(data, targets=targets)
    old = {
        language: str(vocabulary(data, language, period).indicator("trade").target(first.target).progress)
        for language in ("en", "zh")
    }
    assert old["en"].endswith(f"average growth of 10.1% a year from 2022.{en}")
    assert old["zh"].endswith(f"年均需增长10.1%。{zh}")


@pytest.mark.parametrize(
    ("line", "en", "zh"),
    [
        (  # 150 in 2020 lay beyond 140 already: two years ahead of plan nobody was
            "exports CN-CQ 2020=150e8 2023=160e8 2025:target:2020=>=140e8",
            "this is 114.3% of the 2025 target of at least 14.0 billion yuan, which the plan’s base had reached already.",
            "完成2025年目标（达到140亿元）的114.3%，规划基期即已达到。",
        ),
        (  # at it, not beyond it
            "exports CN-CQ 2020=140e8 2023=160e8 2025:target:2020=>=140e8",
            "the 2025 target of at least 14.0 billion yuan, which the plan’s base had reached already.",
            "的114.3%，规划基期即已达到。",
        ),
        (
            "exports CN-CQ 2020=100e8 2023=160e8 2025:target:2020=>=140e8",
            "the 2025 target of at least 14.0 billion yuan, two years ahead of plan.",
            "的114.3%，提前两年完成。",
        ),
        (
            "exports CN-CQ 2020=80e8 2023=78e8 2025:target:2020=<=90e8",
            "is at most 9.0 billion yuan: achieved, as it was at the plan’s base already.",
            "的目标是不超过90亿元，已完成，规划基期即已达到。",
        ),
    ],
)
def test_a_target_that_the_plans_base_had_reached_is_said_so_and_is_not_ahead_of_plan(line, en, zh):
    assert progress(line, "en", "2023", "exports").endswith(en)
    assert progress(line, "zh", "2023", "exports").endswith(zh)
    status = page(line, "en").catalogue.all()
    [figure] = [one for one in status if str(one.id).startswith("exports/CN-CQ/2023/target_status")]
    assert figure.state == "achieved"


GAPS = [
    # exactly there, whether that is enough or not
    ("2024=150e8 2024:target=>=150e8", "stood exactly at the 2024 target of at least 15.0 billion yuan.", "与2024年目标值持平。"),
    ("2024=150e8 2024:target=>150e8", "stood exactly at the 2024 target of more than 15.0 billion yuan.", "与2024年目标值持平。"),
    # more than 100 may be 110
    ("2024=>100e8 2024:target=>=110e8", "stood less than 1.0 billion yuan short of the 2024 target of at least 11.0 billion yuan, if short at all.",
     "距2024年目标还差不足10亿元（也可能已达到）。"),
    ("2024=<100e8 2024:target=<=90e8", "stood less than 1.0 billion yuan above the 2024 target of at most 9.0 billion yuan, if above at all.",
     "距2024年目标还需降低不足10亿元（也可能已达到）。"),
    ("2024=<120e8 2024:target=>=110e8", "stood less than 1.0 billion yuan above the 2024 target of at least 11.0 billion yuan, if above at all.",
     "超出2024年目标不足10亿元（也可能未达到）。"),
    # passed, and missed, by what the source leaves open: "less than 0 yuan" says nothing
    ("2024=>100e8 2024:target=>=100e8", "is not available. The target is reached already.", "目标已经达到。"),
    ("2024=<100e8 2024:target=>=100e8", "by how much it is short of it, or beyond, is left open.", "相差多少无法判断。"),
    ("2024=>=100e8 2024:target=>100e8", "by how much it is short of it, or beyond, is left open.", "相差多少无法判断。"),
]  # fmt: skip


@pytest.mark.parametrize(("numbers", "en", "zh"), GAPS)
def test_a_gap_of_nothing_and_a_gap_that_is_a_bound_are_said_so(numbers, en, zh):
    for language, words in (("en", en), ("zh", zh)):
        gap = vocabulary(f"exports CN-CQ {numbers}", language, "2024").indicator("exports").target.gap
        assert str(gap.sentence).endswith(words)


def test_a_share_of_the_target_that_is_a_bound_is_said_in_chinese_as_it_is_written():
    assert "的90.9%以上，距目标" in progress("cbec_trade CN-CQ 2024=>100e8 2024:target=>=110e8", "zh", "2024")
    assert "（达到200亿元）不足95.0%" in progress(
        "cbec_trade CN-CQ 2024=<190e8 2024:target=>=200e8", "zh", "2024"
    )


def test_whether_a_target_is_kept_that_a_bound_leaves_open_is_said_as_a_clause():
    line = "unemp(percent) CN-CQ 2024=<5.7 2024:target=<=5.5"
    assert progress(line, "en", "2024", "unemp").endswith(
        "is at most 5.5%: whether it is kept cannot be told."
    )
    assert progress(line, "zh", "2024", "unemp").endswith("的目标是不超过5.5%，是否完成尚无法判断。")


def test_a_value_to_come_down_to_is_completed_by_the_way_whatever_its_operator():
    """From 6.0 to 5.0 half the way is 5.5, which is 110% of 5.0."""
    data = dataset(
        "unemp(percent) CN-CQ 2020=6.0 2023=5.5 2025:target:2020=5.0",
        indicators={"unemp": {"direction": "down"}},
    )
    assert "this is 50.0% of the way to the 2025 target of 5.0%" in progress(data, "en", "2023", "unemp")


def test_a_total_whose_years_are_over_is_not_set_against_the_time_gone_by():
    line = "exports CN-CQ 2021=110e8 2022=121e8 2023=133.1e8 2021--2023:target=>=364.1e8"
    assert progress(line, "en", "2023", "exports").endswith(
        "reached 100.0% of the 2021–2023 target of a total of at least 36.41 billion yuan."
    )
    assert progress(line, "zh", "2023", "exports").endswith("的100.0%。")


def test_a_share_that_is_set_has_no_projection_and_says_why():
    data = of_kind(
        "share",
        "exports CN-CQ 2023=40.0e8",
        "trade CN-CQ 2023=100.0e8",
        "exports CN-CQ 2023:target=>=45percent",
        base_indicator="trade",
    )
    target = vocabulary(data, "en", "2023").indicator("exports").target
    assert str(target.projection.sentence).endswith(
        "The share is set for its own period: no path leads to it."
    )
    assert str(target.path.sentence).endswith("The share is set for its own period: no path leads to it.")
