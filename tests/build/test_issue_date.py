"""The issue date of a pack: the day on which its documents are signed, which need not be the day whose data they use."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import docx
import pytest

from reportgen.build.build import build
from reportgen.build.check import check
from reportgen.build.definition import read_definition
from reportgen.build.pack_or_data import open_pack_or_data
from reportgen.errors import PackError
from reportgen.findings import Severity
from reportgen.language import language
from reportgen.periods import Period
from tests.build.packs import pack

TRADE = "trade CN-CQ 2024-01=600e8 2024-01--2024-02=1000e8 2024-01--2024-11=6331e8 2024=7154e8"


def issued(folder: Path, said: str, *, period: str = '"latest"', cut_off: str = '"latest"') -> Path:
    """A pack of monthly trade that says ``said`` of its issue date."""
    paragraphs = ("{{ pack.date }}; {{ pack.cut_off }}", "{{ 报告.日期 }}")
    made = pack(folder, TRADE, paragraphs, {"A1": "{{ trade }}"}, sources={"s1": {"published": ""}})
    file = made / "pack.toml"
    text = file.read_text(encoding="utf-8").replace(
        'period = "2021"', f'period = {period}\nperiod_like = "cumulative"'
    )
    file.write_text(text.replace("cut_off = 2022-06-30", f"cut_off = {cut_off}\n{said}"), encoding="utf-8")
    return made


def lines(folder: Path, language: str) -> list[str]:
    return [one.text for one in docx.Document(str(folder / f"brief-{language}.docx")).paragraphs]


@pytest.mark.parametrize(
    ("said", "asked", "day"),
    [
        ("", "", date(2024, 12, 31)),  # the cut-off date, as ever
        ("issue_date = 2025-01-20", "", date(2025, 1, 20)),
        ('issue_date = "2025-01-20"', "", date(2025, 1, 20)),
        ("issue_date = 2025-01-20", "2024-11", date(2025, 1, 20)),
        ("issue_date = { day = 20 }", "", date(2025, 1, 20)),  # after December comes January of the next year
        ("issue_date = { day = 20 }", "2024-11", date(2024, 12, 20)),
        ("issue_date = { day = 31 }", "2024-01", date(2024, 2, 29)),  # the last day of a shorter month
        ("issue_date = { day = 1 }", "2024-02", date(2024, 3, 1)),
    ],
)
def test_the_date_of_issue_is_stated_or_follows_the_period(tmp_path, said, asked, day):
    definition = open_pack_or_data(issued(tmp_path, said), Period.parse(asked) if asked else None).pack
    assert definition.issue_date == day


def test_documents_are_signed_on_that_day_and_cut_off_on_the_other(tmp_path):
    made = issued(tmp_path / "pack", "issue_date = { day = 20 }")
    build(made, output=tmp_path / "out")

    assert lines(tmp_path / "out", "en")[0] == "20 January 2025; 31 December 2024"
    assert lines(tmp_path / "out", "zh")[1] == "2025年1月20日"
    properties = docx.Document(str(tmp_path / "out" / "brief-en.docx")).core_properties
    assert properties.created.replace(tzinfo=None) == datetime(2025, 1, 20, 12)
    about = json.loads((tmp_path / "out" / "pack.json").read_text(encoding="utf-8"))["pack"]
    assert (about["cut_off"], about["issue_date"]) == ("2024-12-31", "2025-01-20")


def test_a_pack_that_says_nothing_of_it_is_as_it_was(tmp_path):
    build(issued(tmp_path / "pack", ""), output=tmp_path / "out")

    assert lines(tmp_path / "out", "en")[0] == "31 December 2024; 31 December 2024"
    assert '"issue_date"' not in (tmp_path / "out" / "pack.json").read_text(encoding="utf-8")


def test_a_date_asked_for_takes_the_place_of_the_packs(tmp_path):
    made = issued(tmp_path / "pack", "issue_date = { day = 20 }")
    build(made, output=tmp_path / "out", issue_date=date(2025, 2, 3))
    assert lines(tmp_path / "out", "en")[0].startswith("3 February 2025;")


def test_a_pack_signed_before_its_data_were_known_is_not_built(tmp_path):
    made = issued(tmp_path / "pack", "issue_date = 2024-12-30")
    with pytest.raises(PackError) as caught:
        build(made, output=tmp_path / "out")
    [found] = caught.value.findings

    assert [one for one in check(made)[0] if one.severity is Severity.ERROR] == [found]
    assert language("en").sentence(found) == (
        "pack.toml: the issue date 30 December 2024 is before the cut-off date 31 December 2024: the documents would be signed "
        "before their data were known. Set issue_date in pack.toml to 31 December 2024 or later; { day = 20 } there is the 20th "
        "of the month after the period."
    )
    assert (
        language("zh")
        .sentence(found)
        .startswith(
            "pack.toml：成文日期2024年12月30日早于数据截止日期2024年12月31日：材料签发时所用数据尚未公布。"
        )
    )
    build(made, output=tmp_path / "out", issue_date=date(2024, 12, 31))


def test_one_signed_before_its_period_ends_is_asked_about(tmp_path):
    made = issued(tmp_path / "pack", "issue_date = 2024-12-30", period='"2024"', cut_off="2024-06-30")
    [found] = [one for one in check(made)[0] if one.code == "issued-too-early"]

    assert found.severity is Severity.WARNING
    assert language("en").sentence(found) == (
        "pack.toml: the issue date 30 December 2024 is before 31 December 2024, the end of the pack's period 2024. "
        "Set issue_date in pack.toml to 31 December 2024 or later, if the documents speak of the whole period."
    )


@pytest.mark.parametrize(
    ("said", "sentences"),
    [
        (
            'issue_date = "latest"',
            [
                'pack.toml: issue_date is "latest". Write a date such as 2025-01-20, or { day = 20 } for the 20th of the month '
                "after the period."
            ],
        ),
        (
            "issue_date = { day = 32 }",
            ["pack.toml: issue_date.day is 32. Write a whole number from 1 to 31, without quotes."],
        ),
        (
            "issue_date = { dya = 20 }",
            ["pack.toml: the key issue_date.dya is not known. Did you mean day?"],
        ),
    ],
)
def test_what_is_no_date_is_refused(tmp_path, said, sentences):
    with pytest.raises(PackError) as caught:
        read_definition(issued(tmp_path, said))
    assert [language("en").sentence(one) for one in caught.value.findings if one.cause is None] == sentences
