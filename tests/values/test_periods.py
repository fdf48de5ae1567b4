"""Periods of time: forms, likeness, elapsed share, wording."""

import pytest

from reportgen.language import language
from reportgen.periods import Period

FORMS = ["2021", "2022-Q1", "2022-05", "2022-01--2022-05", "2023-12-31", "2016--2022", "2022-12--2023-12"]


@pytest.mark.parametrize("text", FORMS)
def test_the_written_form_comes_back(text):
    assert str(Period.parse(text)) == text


@pytest.mark.parametrize(
    ("longer", "form"),
    [
        ("2024-01--2024-03", "2024-Q1"),
        ("2024-Q2--2024-Q2", "2024-Q2"),
        ("2024-01--2024-12", "2024"),
        ("2024-Q1--2024-Q4", "2024"),
        ("2024--2024", "2024"),
        ("2024-01--2024-01", "2024-01"),
        ("2024-Q1--2024-Q2", "2024-01--2024-06"),
        ("2023-04--2024-03", "2023-04--2024-03"),
    ],
)
def test_one_period_has_one_form(longer, form):
    assert str(Period.parse(longer)) == form
    assert Period.parse(longer) == Period.parse(form)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "21",
        "2022-13",
        "2022-Q5",
        "2023-02-30",
        "2022-05--2022-01",
        "2022--2022-05",
        "0000",
        "0000-00",
        "0224-05",
        "9999",
        "0000--2024",
        "２０２２",
        "²⁰²²",
    ],
)
def test_other_forms_are_refused(text):
    with pytest.raises(ValueError, match=r"period|day|month"):
        Period.parse(text)


def test_like_periods_cover_the_same_months():
    assert Period.parse("2022-01--2022-05").is_like(Period.parse("2021-01--2021-05"))
    assert not Period.parse("2022-01--2022-05").is_like(Period.parse("2021"))
    assert not Period.parse("2022-05").is_like(Period.parse("2022-04"))
    assert Period.parse("2022-01--2022-03").is_like(Period.parse("2021-Q1"))
    assert not Period.parse("2023-12-31").is_like(Period.parse("2023-12"))


def test_the_first_five_months_are_cumulative():
    span = Period.parse("2022-01--2022-05")
    assert span.is_cumulative
    assert str(span.preceding()) == "2022-01--2022-04"
    assert not Period.parse("2022-12--2023-12").is_cumulative


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("2021", "2021", "2021年"),
        ("2022-Q1", "Q1 2022", "2022年一季度"),
        ("2022-05", "May 2022", "2022年5月"),
        ("2022-01--2022-05", "January–May 2022", "2022年1—5月"),
        ("2023-12-31", "31 December 2023", "2023年12月31日"),
        ("2016--2022", "2016–2022", "2016—2022年"),
        ("2022-12--2023-12", "December 2022 – December 2023", "2022年12月—2023年12月"),
    ],
)
def test_periods_are_said_in_both_languages(text, en, zh):
    assert language("en").period(Period.parse(text)) == en
    assert language("zh").period(Period.parse(text)) == zh


def test_the_leap_day_moves_to_the_28th():
    assert str(Period.parse("2024-02-29").year_before()) == "2023-02-28"
