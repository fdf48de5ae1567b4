"""One cause, one finding: whatever is wrong with one value of data that add up, one finding is printed."""

from collections import defaultdict
from decimal import Decimal
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.dataset.records import Measure
from reportgen.findings import Severity, first_causes
from reportgen.record import replace
from reportgen.values import Quantity
from tests.builders import codes_of, dataset

FEW, THOUSANDS = 15, 2_000
YEARS = range(2021, 2025)
AREAS = {"CQ": {}, "D1": {"parent": "CQ"}, "D2": {"parent": "CQ"}, "D3": {"parent": "CQ"}}
ADDITIVE = {"parent": None, "additive": ("areas", "breakdown", "months")}
INDICATORS = {
    "trade": ADDITIVE,
    "exports": {**ADDITIVE, "parent": "trade"},
    "imports": {**ADDITIVE, "parent": "trade"},
}


def data_that_add_up(seed, months=True, growth=True, districts=True, parts=True):
    """Four years of trade of a city and its districts, in millions without rounding: months, totals so far, years, growth."""
    random = Random(seed)
    indicators = ["exports", "imports", "trade"] if parts else ["trade"]
    areas = [*(["D1", "D2", "D3"] if districts else []), "CQ"]
    monthly: dict[tuple[str, str, int], list[int]] = {}
    for indicator in indicators:
        for area in areas:
            size = random.randint(2_000_000, 9_000_000)
            for year in YEARS:
                size = int(size * random.uniform(0.8, 1.25))
                if area == "CQ" and districts:
                    rows = [monthly[indicator, part, year] for part in areas[:-1]]
                    of_year = [sum(month) for month in zip(*rows, strict=True)]
                elif indicator == "trade" and parts:
                    rows = [monthly[part, area, year] for part in indicators[:-1]]
                    of_year = [sum(month) for month in zip(*rows, strict=True)]
                else:
                    of_year = [int(size * random.uniform(0.9, 1.1)) for _ in range(12)]
                monthly[indicator, area, year] = of_year
    lines = defaultdict(list)
    for (indicator, area, year), of_year in monthly.items():
        spans = [(f"{year}", 0, 12), *((f"{year}-01--{year}-{n:02}", 0, n) for n in range(2, 12) if months)]
        spans += [(f"{year}-{n + 1:02}", n, n + 1) for n in range(12) if months]
        for period, first, end in spans:
            value = sum(of_year[first:end])
            lines[indicator, area].append(f"{period}={value}e6")
            before = sum(monthly[indicator, area, year - 1][first:end]) if year > YEARS[0] else 0
            if before and growth:
                lines[indicator, area].append(f"{period}:yoy={Decimal(value * 100) / before - 100:.1f}")
    return dataset(
        *(f"{indicator} {area} {' '.join(tokens)}" for (indicator, area), tokens in lines.items()),
        cited=False, areas=AREAS, indicators={key: INDICATORS[key] for key in indicators},
    )  # fmt: skip


def with_value(data, level, text, unit_mult=6):
    wrong = replace(level, quantity=Quantity(text, unit_mult))
    return replace(data, observations={**data.observations, level.obs_id: wrong})


WRONG = {
    "ten times": lambda text: (text + "0", 6),
    "a tenth": lambda text: (text, 5),
    "ten thousand times": lambda text: (text, 10),
    "a ten-thousandth": lambda text: (text, 2),
    "thrice": lambda text: (str(int(text) * 3), 6),
    "a third": lambda text: (str(int(text) // 3), 6),
    "half": lambda text: (str(int(text) // 2), 6),
    "a first digit more": lambda text: ("1" + text, 6),
    "a few percent more": lambda text: (str(int(text) * 105 // 100), 6),
}

MAY_BE_RIGHT = ("half", "a few percent more", "thrice", "a third")
"""Where nothing else is said of the period, a level may be so much larger or smaller."""


def one_wrong_level_is_one_finding(seed, what, which, how):
    data = data_that_add_up(seed, **what)
    assume(not reconcile(data))  # a month of one year may be, to the last digit, that of the year before
    levels = [item for item in data.observations.values() if item.measure is Measure.LEVEL]
    level = levels[which % len(levels)]
    found = reconcile(with_value(data, level, *WRONG[how](level.quantity.text)))
    printed = first_causes(found)
    stands_alone = how == "a first digit more" and not any(
        what.values()
    )  # levels of one series alone may leap
    assert len(printed) == 1 or (not found and (how in MAY_BE_RIGHT or stands_alone)), codes_of(printed)
    assert all(level.obs_id in item.subjects for item in printed)
    assert [item for item in found if item.cause is None] == printed


DRAWN = (
    st.integers(0, 10**6),
    st.fixed_dictionaries({name: st.booleans() for name in ("months", "growth", "districts", "parts")}),
    st.integers(0, 10**6),
    st.sampled_from(sorted(WRONG)),
)


@pytest.mark.parametrize("count", [FEW, pytest.param(THOUSANDS, marks=pytest.mark.long)])
def test_one_wrong_level_is_one_finding(count):
    many = settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))
    many(given(*DRAWN)(one_wrong_level_is_one_finding))()


def printed_of(data):
    found = reconcile(data)
    printed = first_causes(found)
    assert all(item.cause is not None for item in found if item not in printed)
    return printed, len(found)


def test_a_total_that_is_too_small_is_told_once():
    """Trade of 50 in 2022: less than its first eleven months, less than its exports, a quarter of the year after."""
    data = dataset(
        "exports CQ 2022=100.0e8", "trade CQ 2022-01--2022-11=160e8 2022=50e8 2023-01--2023-11=180e8 2023=200.0e8",
        cited=False, indicators={"exports": {"parent": "trade"}},
    )  # fmt: skip
    [printed], count = printed_of(data)
    assert (printed.code, printed.subjects[0], count) == ("period-below-its-part", "trade_CQ_2022", 3)


def test_contradictions_that_no_one_number_settles_are_told_each():
    """Exports of 92.6: a growth with its sign lost asks for 107.4, a share of 45 % for 90, the year after for a ten-thousandth."""
    data = dataset(
        "exports CQ 2022=100.0e8 2023=92.6e8 2023:yoy=7.4 2023:share:trade=45 2024=95.0e4", "trade CQ 2023=200.0e8",
        cited=False, indicators={"exports": {"parent": "trade"}},
    )  # fmt: skip
    printed, count = printed_of(data)
    assert sorted(codes_of(printed)) == [
        "growth-against-levels",
        "large-change-unreported",
        "share-against-levels",
    ]
    assert count == 3


def test_a_copy_is_told_as_one_and_as_much_as_what_it_contradicts():
    data = dataset(
        "trade D1 2022=1234e8 2023=1234e8", "trade D2 2022=2000e8 2023=2100e8", "trade CQ 2022=3234e8 2023=3434e8",
        cited=False, indicators={"trade": {"additive": ("areas",)}},
        areas={key: AREAS[key] for key in ("CQ", "D1", "D2")},
    )  # fmt: skip
    [printed], count = printed_of(data)
    assert (printed.code, printed.severity, count) == ("same-as-last-year", Severity.WARNING, 2)


def test_exports_and_imports_that_were_exchanged_are_one_finding():
    data = dataset(
        "exports CQ 2021=410e8 2022=452e8 2022:yoy=10.2 2023=312e8 2023:yoy=5.3 2024=480e8 2024:yoy=0.8",
        "imports CQ 2021=300e8 2022=310e8 2022:yoy=3.3 2023=476e8 2023:yoy=0.6 2024=320e8 2024:yoy=2.6",
        "trade CQ 2023=788e8",
        cited=False, indicators={"exports": {"parent": "trade"}, "imports": {"parent": "trade"}},
    )  # fmt: skip
    [printed], count = printed_of(data)
    assert (printed.code, printed.subjects) == ("values-exchanged", ("exports_CQ_2023", "imports_CQ_2023"))
    assert count > 3


def test_two_months_that_were_exchanged_are_one_finding():
    data = dataset(
        "trade CQ 2023-01=100e8 2023-02=180e8 2023-03=110e8 2024-01=105e8 2024-01:yoy=5.0 2024-02=114e8 2024-02:yoy=-36.7 "
        "2024-03=178e8 2024-03:yoy=61.8",
        cited=False,
    )  # fmt: skip
    assert not reconcile(data)
    first, second = data.observations["trade_CQ_2023-02"], data.observations["trade_CQ_2023-03"]
    data = with_value(with_value(data, first, "110", 8), second, "180", 8)
    [printed], count = printed_of(data)
    assert (printed.code, count) == ("values-exchanged", 3)


def test_of_two_conversions_the_earlier_one_may_be_the_wrong_one():
    """100 billion where 10 was meant: 71.4 yuan a dollar beside 7.1, and growth of 5.3% on 9.5 billion asks for 10.0."""
    one, other = "100 billion yuan (1.40 billion USD)", "7.10 billion yuan (1.00 billion USD)"
    data = dataset(
        f'exports CN 2022=9.5e9 2023=100e9 "s1|{one}" 2023=1.40e9USD "s1 converted|{one}" 2023:yoy=5.3',
        f'retail CN 2023=7.10e9 "s2|{other}" 2023=1.00e9USD "s2 converted|{other}"',
    )
    [printed], count = printed_of(data)
    assert "exports_CN_2023" in printed.subjects
    assert (printed.code, count) == ("growth-against-levels", 2)


def test_what_two_wrong_values_bring_about_follows_from_the_first():
    """D1 and the city of 2023 are ten times too large, as their growth says twice each; that they do not add up follows."""
    data = dataset(
        "trade D1 2022=40e8 2023=440e8 2023:yoy=10.0 2024=48e8 2024:yoy=9.1",
        "trade D2 2022=60e8 2023=66e8 2023:yoy=10.0 2024=72e8 2024:yoy=9.1",
        "trade CQ 2022=100e8 2023=1100e8 2023:yoy=10.0 2024=120e8 2024:yoy=9.1",
        cited=False, indicators={"trade": {"additive": ("areas",)}}, areas={key: AREAS[key] for key in ("CQ", "D1", "D2")},
    )  # fmt: skip
    printed, count = printed_of(data)
    assert (codes_of(printed), count) == (["growth-against-levels"] * 2, 5)


def test_a_slip_does_not_hide_behind_what_else_is_wrong_with_the_year_before():
    """July 2023 is ten times too large; July 2022 is below its districts by 2. Ten times July 2022 would settle both, but
    not go with July 2021: two causes."""
    data = dataset(
        "exports CQ 2021-07=100.0e8 2022-07=92.7e8 2023-07=960.8e8",
        "exports D1 2021-07=50.0e8 2022-07=47.2e8 2023-07=47.5e8",
        "exports D2 2021-07=50.0e8 2022-07=47.5e8 2023-07=47.7e8",
        cited=False, areas={key: AREAS[key] for key in ("CQ", "D1", "D2")},
    )  # fmt: skip
    printed, count = printed_of(data)
    assert {(finding.code, finding.subjects[-1]) for finding in printed} == {
        ("large-change-unreported", "exports_CQ_2023-07"),
        ("parts-above-total", "exports_D2_2022-07"),
    }
    assert count == 2
