"""Sentences about targets: progress, pace, what is set aside."""

from reportgen.figures.sentences import sentence
from reportgen.figures.target_sentences import basis_note
from tests.figures.made import page, real_data, vocabulary

PLAN = "cbec_trade CN-CQ 2021=32.21e9 2022=40.00e9 2025:target:2021=>70e9"


def progress(data, language, period="2021"):
    return str(vocabulary(data, language, period).indicator("cbec_trade").target.progress)


def test_progress_says_level_completion_gap_and_required_growth():
    plan = "cbec_trade CN-CQ 2021=32.21e9 2021:yoy=63.3 2025:target:2021=>70e9"

    assert progress(plan, "en") == (
        "In 2021, CN-CQ's cbec trade reached 32.21 billion yuan, up 63.3% year on year; this is 46.0% of the 70 billion "
        "yuan to be exceeded in 2025, leaving a gap of 37.79 billion yuan, which requires average growth of 21.4% a year "
        "from 2021."
    )
    assert progress(plan, "zh") == (
        "2021年，CN-CQ跨境电商进出口为322.1亿元，比上年增长63.3%，完成2025年目标（超过700亿元）的46.0%，"
        "距目标还差377.9亿元，2021年起年均需增长21.4%。"
    )


def test_first_months_are_set_against_the_time_gone_by():
    year = "cbec_trade CN-CQ 2024=50e9 2025-01--2025-05=32e9 2025:target:2024=>=70e9"

    assert (
        "45.7% of the 70 billion yuan to be reached in 2025, ahead of the share of time elapsed (41.7%)"
        in (progress(year, "en", "2025-01--2025-05"))
    )
    assert "完成2025年目标（达到700亿元）的45.7%，快于序时进度（41.7%）" in progress(
        year, "zh", "2025-01--2025-05"
    )
    behind = "cbec_trade CN-CQ 2024=50e9 2025-01--2025-05=12e9 2025:target:2024=>=70e9"
    assert "慢于序时进度（41.7%）" in progress(behind, "zh", "2025-01--2025-05")


def test_a_target_that_cannot_be_measured_says_why():
    assert progress("cbec_trade CN-CQ 2025:target=>70e9", "en") == (
        "Completion of target of CN-CQ's cbec trade for 2025 is not available. "
        "The dataset has no level of “cbec trade, CN-CQ” to measure the target on."
    )


def test_later_observations_that_are_set_aside_are_named_with_the_reason():
    document = page("cbec_trade CN-CQ 2021=32.21e9 2023=almost20e9 2023:break 2025:target:2021=>70e9")
    note = basis_note(document, document.dataset.targets["cbec_trade_2025"])

    assert str(note).startswith(
        "Measured on the figure for 2021. The later figure for 2023, nearly 20 billion yuan, is set aside: "
        "2023 cannot be compared with 2021"
    )


def test_the_path_and_the_status_have_their_sentences():
    document = page(PLAN)
    at = "cbec_trade/CN-CQ/2022/target_{}@cbec_trade_2025"

    assert str(sentence(document, document.catalogue.get(at.format("path")))) == (
        "On a steady path to the target for 2025, CN-CQ's cbec trade would stand at 39.11 billion yuan in 2022."
    )
    assert str(sentence(document, document.catalogue.get(at.format("status")))) == (
        "The target for CN-CQ's cbec trade in 2025: on track."
    )


def test_the_published_target_is_measured_on_2021_and_says_so():
    words = vocabulary(real_data(), "zh", "2023").indicator("cbec_trade").target

    assert (str(words.completion), str(words.gap), str(words.required_growth)) == (
        "46.0%",
        "377.9亿元",
        "21.4%",
    )
    assert str(words.basis_note).startswith("以2021年的数据测算。")
