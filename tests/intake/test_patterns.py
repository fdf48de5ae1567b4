"""Patterns of labels: what each placeholder reads, once and again."""

from __future__ import annotations

import pytest

from reportgen.intake.patterns import Pattern


@pytest.mark.parametrize(
    ("pattern", "text", "values"),
    [
        ("{year}年{month}月（{year}-{month}）", "2024年1月（2024-01）", {"year": "2024", "month": "1"}),
        (
            "{month} {year}: January to {month}",
            "Nov 2024: January to November",
            {"month": "Nov", "year": "2024"},
        ),
        ("{day} {month} and {day}", "05 May and 5", {"day": "05", "month": "May"}),
        ("{region} of {region}", "Exports of Exports", {"region": "Exports"}),
        ("{year}* to {year}", "2024, January to 2024", {"year": "2024"}),
    ],
)
def test_a_placeholder_that_stands_twice_is_one_value(
    pattern: str, text: str, values: dict[str, str]
) -> None:
    assert Pattern(pattern).match(text) == values


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{year}年{month}月（{year}-{month}）", "2024年1月（2024-02）"),
        ("{year} to {year}", "2023 to 2024"),
        ("{region} of {region}", "Exports of Imports"),
    ],
)
def test_another_value_the_second_time_is_another_label(pattern: str, text: str) -> None:
    assert Pattern(pattern).match(text) is None


def test_a_later_place_is_searched_where_the_first_differs() -> None:
    assert Pattern("{year}/{year}").search("2023/2024, then 2024/2024") == {"year": "2024"}
