"""An ordinary bureau's months: a Spring Festival that moves, a small district that jumps, a balance, totals so far. Nothing is
asked about them, and one slip of a key is one question."""

import math
from collections import defaultdict
from decimal import Decimal
from random import Random

import pytest

from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.findings import first_causes
from tests.builders import dataset

YEARS = (2021, 2022, 2023, 2024)
SIZES = {"A": (1.0, 0.06), "B": (0.3, 0.06), "C": (0.004, 0.9)}
"""How large each district is, and how much its months differ."""
FESTIVAL = {(2021, 2), (2022, 1), (2023, 1), (2024, 2)}


def months_of_all():
    """Amounts in 10,000 yuan by indicator, area, year and month."""
    chance, months = Random(1), {}
    for year in YEARS:
        for month in range(1, 13 if year < YEARS[-1] else 6):
            closed = 0.75 if (year, month) in FESTIVAL else 1
            for area, (size, noise) in SIZES.items():
                for indicator, usual in (("exports", 120), ("imports", 70)):
                    level = usual * (1 + 0.1 * math.sin(month / 2) + 0.05 * (year - YEARS[0]))
                    amount = level * size * closed * chance.uniform(1 - noise, 1 + noise)
                    months[indicator, area, year, month] = round(amount * 10_000)
            for indicator in ("exports", "imports"):
                months[indicator, "CQ", year, month] = sum(
                    months[indicator, area, year, month] for area in SIZES
                )
            for area in (*SIZES, "CQ"):
                exports, imports = (months[name, area, year, month] for name in ("exports", "imports"))
                months["trade", area, year, month] = exports + imports
                months["balance", area, year, month] = exports - imports
    return months


def rows_of_all():
    """By indicator and area: the values of its months, totals so far and their growth."""
    months = months_of_all()
    rows: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for (indicator, area, year, month), amount in months.items():
        so_far = {
            year: sum(months.get((indicator, area, year, one), 0) for one in range(1, month + 1))
            for year in YEARS
        }
        spans = {f"{year}-{month:02}": (amount, months.get((indicator, area, year - 1, month)))}
        if month > 1:
            whole = f"{year}-01--{year}-{month:02}" if month < 12 else f"{year}"
            spans[whole] = (so_far[year], so_far.get(year - 1))
        for period, (value, before) in spans.items():
            rows[indicator, area][period] = str(value)
            if before and indicator != "balance":
                rows[indicator, area][f"{period}:yoy"] = f"{Decimal(value * 100) / before - 100:.1f}"
    return rows


ROWS = rows_of_all()
INDICATORS = {
    "trade": {"additive": ("breakdown", "areas", "months")},
    "exports": {"parent": "trade", "additive": ("areas", "months")},
    "imports": {"parent": "trade", "additive": ("areas", "months")},
}


def asked(key=None, token="", wrong=""):
    lines = []
    for (indicator, area), values in ROWS.items():
        written = values | ({token: wrong} if (indicator, area) == key else {})
        said = [f"{at}={value}{'' if ':' in at else 'e4'}" for at, value in written.items()]
        lines.append(f"{indicator} {area} {' '.join(said)}")
    areas = {area: {"parent": "CQ"} for area in SIZES}
    return first_causes(reconcile(dataset(*lines, cited=False, indicators=INDICATORS, areas=areas)))


def test_nothing_is_asked_about_what_is_right():
    assert [(item.code, item.subjects) for item in asked()] == []


@pytest.mark.parametrize(
    ("indicator", "area", "token", "slip"),
    [
        ("exports", "A", "2023-07", lambda value: f"{value}0"),
        ("exports", "B", "2023-03", lambda value: f"{value[1]}{value[0]}{value[2:]}"),
        ("imports", "A", "2024-03", lambda value: f"{int(value) // 10}"),
        ("exports", "C", "2023-05", lambda value: f"{value}0"),
        ("imports", "CQ", "2022", lambda value: f"{int(value) - 1_000_000}"),
        ("exports", "CQ", "2024-01--2024-04", lambda value: f"{value}0"),
        ("trade", "CQ", "2023:yoy", lambda value: f"{-Decimal(value)}"),
        ("imports", "B", "2024-01--2024-04:yoy", lambda value: f"{Decimal(value) * 10}"),
        ("exports", "A", "2023:yoy", lambda value: f"{Decimal(value) / 100}"),
        ("balance", "CQ", "2023", lambda value: f"-{value}"),
    ],
)  # fmt: skip
def test_one_slip_is_one_question_about_the_value_that_is_wrong(indicator, area, token, slip):
    [finding] = asked((indicator, area), token, slip(ROWS[indicator, area][token]))
    period, _, measure = token.partition(":")
    named = f"{indicator}_{area}_{period}{'_growth_yoy' if measure else ''}"
    assert named in finding.subjects
