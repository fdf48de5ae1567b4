"""Packs that follow their data: the newest period, an earlier one as it was seen then, texts that move with it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import docx
import pytest

from reportgen.build.build import build
from reportgen.build.pack_or_data import open_pack_or_data
from reportgen.errors import PackError
from reportgen.language import language, say
from reportgen.periods import Period
from reportgen.word.characters import NO_BREAK
from tests.build.packs import pack

TRADE = "trade CN-CQ 2024-10=600e8 2024-01--2024-10=5787e8 2024-11=544e8 2024-01--2024-11=6331e8 2024-12=823e8 2024=7154e8"


def moving(
    folder: Path, data: str = TRADE, *, like: str = "cumulative", cut_off: str = '"latest"', **options
):
    """A pack that follows its data."""
    options.setdefault("sources", {"s1": {"published": ""}})
    made = pack(folder, data, ("{{ pack.title }}: {{ trade }}",), {"A1": "{{ trade }}"}, **options)
    file = made / "pack.toml"
    text = file.read_text(encoding="utf-8").replace(
        'period = "2021"', f'period = "latest"\nperiod_like = "{like}"'
    )
    text = text.replace("cut_off = 2022-06-30", f"cut_off = {cut_off}")
    text = text.replace('title = "Small pack"', 'title = "Trade of {area}, {period}"')
    text = text.replace('title = "小报告"', 'title = "{area}{period}贸易（第{month}期）"')
    file.write_text(text, encoding="utf-8")
    return made


def settled(made: Path, asked: str = ""):
    definition = open_pack_or_data(made, Period.parse(asked) if asked else None).pack
    return str(definition.period), definition.cut_off


@pytest.mark.parametrize(
    ("like", "asked", "period"),
    [
        ("cumulative", "", "2024"),
        ("cumulative", "2024-11", "2024-01--2024-11"),
        ("cumulative", "2024-01--2024-10", "2024-01--2024-10"),
        ("month", "", "2024-12"),
        ("month", "2024-11", "2024-11"),
        ("year", "", "2024"),
    ],
)
def test_the_latest_period_is_the_newest_with_a_level_of_the_kind_wanted(tmp_path, like, asked, period):
    assert settled(moving(tmp_path, like=like), asked)[0] == period


def test_the_latest_cut_off_is_the_day_of_publication_or_else_the_period_s_end(tmp_path):
    undated = moving(tmp_path / "undated")
    dated = moving(tmp_path / "dated", sources={"s1": {"published": "2025-01-18"}})

    assert settled(undated) == ("2024", date(2024, 12, 31))
    assert settled(undated, "2024-11") == ("2024-01--2024-11", date(2024, 11, 30))
    assert settled(dated) == ("2024", date(2025, 1, 18))


def test_the_latest_period_is_none_that_ended_after_a_cut_off_date(tmp_path):
    assert settled(moving(tmp_path, cut_off="2024-12-15"))[0] == "2024-01--2024-11"


def test_texts_and_numbers_move_with_the_period(tmp_path):
    made = moving(tmp_path / "pack")
    build(made, output=tmp_path / "december")
    build(made, output=tmp_path / "november", period=Period.parse("2024-11"))

    def line(folder: str, language: str) -> str:
        return (
            docx.Document(str(tmp_path / folder / f"brief-{language}.docx"))
            .paragraphs[0]
            .text.replace(NO_BREAK, " ")
        )

    assert line("december", "en") == "Trade of CN-CQ, 2024: 715.4 billion yuan"
    assert line("november", "en") == "Trade of CN-CQ, January–November 2024: 633.1 billion yuan"
    assert line("december", "zh").startswith("CN-CQ2024年贸易（第12期）")
    assert line("november", "zh").startswith("CN-CQ2024年1—11月贸易（第11期）")


def test_an_earlier_month_is_built_as_it_was_seen_then(tmp_path):
    made = moving(tmp_path / "pack")
    build(made, output=tmp_path / "out", period=Period.parse("2024-11"))
    about = json.loads((tmp_path / "out" / "pack.json").read_text(encoding="utf-8"))

    assert about["pack"]["period"] == "2024-01--2024-11"
    assert [item["code"] for item in about["findings"] if "2024-12" in item["message_en"]] == []
    assert {figure["period"] for figure in about["figures"]} == {"2024-01--2024-11"}


def test_a_period_without_figures_is_named_with_the_newest_there_is(tmp_path):
    with pytest.raises(PackError) as caught:
        settled(moving(tmp_path), "2025-01")
    [finding] = caught.value.findings

    assert finding.code == "no-such-period"
    assert language("en").what(finding) == "CN-CQ has no level in 2025-01 such as the pack goes by."
    assert language("en").remedy(finding) == "The newest is 2024."


def test_a_pack_that_follows_nothing_says_so(tmp_path):
    with pytest.raises(PackError) as caught:
        settled(moving(tmp_path, like="quarter"))

    assert "the pack follows the newest figures, and CN-CQ has none" in say(caught.value.message, "en")
