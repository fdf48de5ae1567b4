"""What is said of targets, in both languages."""

import csv

import pytest

from reportgen.dataset import check, read, write_folder
from reportgen.figures.numbers import show
from reportgen.findings import Severity
from reportgen.kinds import Catalogue
from reportgen.messages import Bilingual
from reportgen.record import replace
from reportgen.values import Quantity
from tests.builders import dataset
from tests.kinds.saying import catalogue, printed, said, why
from tests.kinds.test_targets_by_kind import state, with_target


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
            "The target for CQ’s energy by 2025 is a fall of at least 18% from 2020.",
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
            "In 2025, CQ’s prices stood 0.2 percentage points above the 2025 target range of 5% to 6%.",
            "2025年，CQ指标prices距2025年目标还需降低0.2个百分点。",
        ),
        (
            "4.9",
            "In 2025, CQ’s prices stood 0.1 percentage points short of the 2025 target range of 5% to 6%.",
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
        "From 2021 to 2022, CQ’s exports reached 33.3% of the 2021–2025 target of a total of at least 60 billion yuan, "
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
