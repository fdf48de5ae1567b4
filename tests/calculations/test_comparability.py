"""What may be compared: every condition of DESIGN section 3 refuses, and says why in both languages."""

import pytest

from reportgen.calculations.comparability import (
    Cause,
    ComputedSide,
    PeriodRule,
    break_between,
    compare,
    compare_side_by_side,
    compare_with_target,
)
from reportgen.dataset.records import Break, Provenance, Series
from reportgen.language import language
from reportgen.messages import Bilingual
from reportgen.periods import Period

CQ = Series("cbec_trade", "CN-CQ")


def both(reason) -> Bilingual:
    return Bilingual(language("en").say_sentence(reason), language("zh").say_sentence(reason))


def side(period: str, *, series: Series = CQ, unit: str = "CNY", scope: str = "") -> ComputedSide:
    return ComputedSide(series, Period.parse(period), unit, (scope,) if scope else ())


def broken_at(period: str, basis: str = "inferred", en: str = "", zh: str = "") -> Break:
    return Break("cbec_trade", "CN-CQ", Period.parse(period), Provenance(basis), Bilingual(en, zh))


@pytest.mark.parametrize(
    ("now", "before", "like"),
    [
        ("2021", "2020", True),
        ("2022-01--2022-05", "2021-01--2021-05", True),
        ("2022-05", "2021-05", True),
        ("2022-Q1", "2021-Q1", True),
        ("2022-Q1", "2021-01--2021-03", True),
        ("2022-12-31", "2021-12-31", True),
        ("2022-01--2022-05", "2021", False),
        ("2022-05", "2021-04", False),
        ("2022-12--2023-12", "2022", False),
        ("2022-12-31", "2021-12", False),
    ],
)
def test_year_on_year_compares_the_same_months(now, before, like):
    verdict = compare(side(now), side(before), ())
    assert verdict.comparable == like
    assert like or verdict.cause is Cause.PERIOD


def test_unlike_periods_are_named_in_both_languages():
    reason = compare(side("2022-01--2022-05"), side("2021-02--2021-06"), ()).reason
    assert both(reason) == Bilingual(
        "January–May 2022 and February–June 2021 are unlike periods.",
        "2022年1—5月与2021年2—6月所含月份不同，不可比。",
    )


@pytest.mark.parametrize(
    ("one", "other", "en", "zh"),
    [
        (
            "2022-01--2022-05",
            "2021",
            "January–May 2022 covers five months, 2021 a whole year.",
            "2022年1—5月为五个月累计数，2021年为全年，不可比。",
        ),
        (
            "2021-07--2022-06",
            "2019--2020",
            "July 2021 – June 2022 covers twelve months, 2019–2020 two years.",
            "2021年7月—2022年6月为十二个月累计数，2019—2020年为两年累计数，不可比。",
        ),
        (
            "2022-05",
            "2021-Q2",
            "May 2022 covers a month, Q2 2021 a quarter.",
            "2022年5月为单月数，2021年二季度为单季数，不可比。",
        ),
    ],
)
def test_periods_of_unlike_lengths_are_told_by_how_long_they_are(one, other, en, zh):
    assert both(compare(side(one), side(other), ()).reason) == Bilingual(en, zh)


def test_a_figure_that_is_longer_than_the_target_is_told_by_how_long_it_is():
    reason = compare_with_target(side("2022-12--2023-12"), side("2025"), None, ()).reason
    assert both(reason) == Bilingual(
        "December 2022 – December 2023 covers thirteen months, the target a whole year.",
        "2022年12月—2023年12月为十三个月累计数，目标为全年，不可比。",
    )


@pytest.mark.parametrize(
    ("rule", "one", "other", "fit"),
    [
        (PeriodRule.SAME_LENGTH, "2022-05", "2022-04", True),
        (PeriodRule.SAME_LENGTH, "2022-Q2", "2022-Q1", True),
        (PeriodRule.SAME_LENGTH, "2022-Q2", "2022-04", False),
        (PeriodRule.CUMULATIVE, "2022-01--2022-05", "2022-01--2022-04", True),
        (PeriodRule.CUMULATIVE, "2022", "2022-01--2022-11", True),
        (PeriodRule.CUMULATIVE, "2022-01--2022-05", "2021-01--2021-04", False),
        (PeriodRule.TOWARDS_TARGET, "2024", "2025", True),
        (PeriodRule.TOWARDS_TARGET, "2025-01--2025-05", "2025", True),
        (PeriodRule.TOWARDS_TARGET, "2025-Q1", "2025", True),
        (PeriodRule.TOWARDS_TARGET, "2024-01--2024-05", "2025", False),
        (PeriodRule.TOWARDS_TARGET, "2022-12--2023-12", "2025", False),
    ],
)
def test_each_comparison_has_the_periods_that_fit_it(rule, one, other, fit):
    assert compare(side(one), side(other), (), rule=rule).comparable == fit


def test_a_stock_of_a_year_is_the_stock_of_its_last_day():
    assert compare(side("2023"), side("2022-12-31"), (), stock=True).comparable
    assert not compare(side("2023"), side("2022-12-31"), ()).comparable


@pytest.mark.parametrize(
    ("changes", "cause", "en", "zh"),
    [
        ({"unit": "USD"}, Cause.UNIT, "USD", "计量单位不同"),
        ({"series": Series("overseas_warehouses", "CN-CQ")}, Cause.SERIES, "overseas_warehouses", "所指不同"),
        ({"series": Series("cbec_trade", "CN")}, Cause.SERIES, "CN-CQ is not CN.", "CN-CQ不是CN"),
        (
            {"series": Series("cbec_trade", "CN-CQ", "NEW_ENERGY")},
            Cause.SERIES,
            "_T is not NEW_ENERGY",
            "所指不同",
        ),
        ({"series": Series("cbec_trade", "CN-CQ", "_T", "US")}, Cause.SERIES, "_T is not US", "所指不同"),
    ],
)
def test_another_unit_indicator_area_breakdown_or_partner_is_another_thing(changes, cause, en, zh):
    verdict = compare(side("2021"), side("2020", **changes), ())
    assert not verdict.comparable
    assert verdict.cause is cause
    assert verdict.reason is not None
    assert en in language("en").say_sentence(verdict.reason)
    assert zh in language("zh").say_sentence(verdict.reason)


def test_different_scopes_are_named():
    verdict = compare(side("2021", scope="wide"), side("2020", scope="narrow"), ())
    assert verdict.cause is Cause.SCOPE
    assert both(verdict.reason) == Bilingual(
        "The statistical scopes differ (wide and narrow).", "统计口径不同（wide与narrow）。"
    )


def test_a_silent_source_is_trusted_only_where_no_break_is_known():
    stated, silent = side("2021", scope="wide"), side("2020")
    assert compare(stated, silent, ()).comparable
    verdict = compare(stated, silent, [broken_at("2015")])
    assert verdict.cause is Cause.SCOPE
    assert verdict.reason is not None
    assert "2020" in language("en").say_sentence(verdict.reason)
    assert "2015" in language("en").say_sentence(verdict.reason)
    assert "2020年" in language("zh").say_sentence(verdict.reason)


@pytest.mark.parametrize(
    ("one", "other", "broken"),
    [
        ("2021", "2020", True),
        ("2020", "2019", False),
        ("2022", "2021", False),
        ("2022-01--2022-05", "2021-01--2021-05", False),
        ("2016--2022", "2022", True),  # a span across the break mixes both
    ],
)
def test_a_break_lies_between_what_is_before_it_and_what_is_from_it_on(one, other, broken):
    found = break_between(Period.parse(one), Period.parse(other), [broken_at("2021")])
    assert (found is not None) == broken


def test_a_break_is_named_with_its_basis_and_evidence():
    verdict = compare(
        side("2021"), side("2020"), [broken_at("2021", en="32.21 follows 7.81.", zh="前后不符。")]
    )
    assert verdict.cause is Cause.BREAK
    assert both(verdict.reason) == Bilingual(
        "2021 cannot be compared with 2020: the series breaks in 2021 (inferred). 32.21 follows 7.81.",
        "2021年与2020年不可比：该序列自2021年起口径中断（推断）。前后不符。",
    )


def test_a_stated_break_on_a_day_reads_so():
    reason = compare(side("2021"), side("2020"), [broken_at("2021-01-01", "stated")]).reason
    assert reason is not None
    assert "breaks on 1 January 2021 (stated by a source)." in language("en").say_sentence(reason)
    assert "来源说明" in language("zh").say_sentence(reason)


def test_a_target_is_measured_only_in_its_bases_unbroken_stretch():
    target, base, breaks = side("2025"), side("2021"), [broken_at("2021"), broken_at("2023")]
    assert compare_with_target(side("2022"), target, base, breaks).comparable
    assert compare_with_target(side("2023"), target, base, breaks).cause is Cause.BREAK
    assert compare_with_target(side("2020"), target, base, breaks).cause is Cause.BREAK


def test_a_target_without_base_is_taken_to_count_as_the_observation_does():
    assert compare_with_target(side("2023"), side("2025"), None, [broken_at("2023")]).comparable


def test_a_part_and_its_whole_share_period_unit_and_scope():
    whole = Series("trade", "CN-CQ")
    assert compare_side_by_side(side("2021"), side("2021", series=whole), ()).comparable
    assert not compare_side_by_side(side("2021"), side("2020", series=whole), ()).comparable
    assert not compare_side_by_side(side("2021"), side("2021", series=whole, unit="USD"), ()).comparable
    assert not compare_side_by_side(
        side("2021", scope="x"), side("2021", series=whole, scope="y"), ()
    ).comparable
