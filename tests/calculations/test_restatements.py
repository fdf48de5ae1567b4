"""Totals so far, their months, and growth on revised bases: China's customs of 2024, worked out by hand."""

from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.build.check import check
from reportgen.calculations.reconciliation.restatements import restatements
from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.dataset import read
from reportgen.dataset.records import Series
from reportgen.findings import Severity
from reportgen.language import language
from tests.builders import codes_of, dataset

CUSTOMS = Path(__file__).parents[2] / "data" / "customs-2024"

TRADE = (
    "trade CN-CQ 2024-Q1=16003509e4 2024-04=5864732e4 2024-01--2024-04=21787298e4 2024-05=6114970e4 "
    "2024-01--2024-05=27899162e4 2024-06=6218858e4 2024-01--2024-06=33973542e4"
)
EXPORTS = (
    "exports CN-CQ 2024-Q1=10914280e4 2024-04=4179491e4 2024-01--2024-04=15032539e4 2024-05=4225180e4 "
    "2024-01--2024-05=19257858e4 2024-06=4468616e4 2024-01--2024-06=23587693e4"
)


def found(code, *lines, **fields):
    return [finding for finding in reconcile(dataset(*lines, **fields)) if finding.code == code]


def test_a_total_less_its_month_that_differs_from_the_total_before_is_one_note_a_series():
    """21,787,298 - 5,864,732 - 16,003,509 = -80,943 and 33,973,542 - 6,218,858 - 27,899,162 = -144,478 (ten thousand yuan)."""
    [note] = found("implied-restatement", TRADE)

    assert note.severity is Severity.NOTE
    assert language("en").what(note) == (
        "trade, CN-CQ: the cumulative totals imply later revisions, Q1 2024 down by 0.81 billion yuan (0.51%) and "
        "January–May 2024 down by 1.44 billion yuan (0.52%); one other was smaller."
    )
    assert (
        "2024年一季度数下调8.1亿元（0.51%）、2024年1—5月数下调14.4亿元（0.52%）；另有1处修订较小"
        in language("zh").what(note)
    )
    assert len(note.subjects) == 7


def test_the_parts_of_a_restated_whole_follow_from_it():
    notes = found("implied-restatement", TRADE, EXPORTS, indicators={"exports": {"parent": "trade"}})
    whole, part = sorted(notes, key=lambda note: note.cause is not None)

    assert (str(whole.series), str(part.series)) == ("trade/CN-CQ", "exports/CN-CQ")
    assert part.cause == (whole.code, whole.place)


def test_what_rounding_explains_is_no_restatement():
    assert not found(
        "implied-restatement", "trade CN 2024-Q1=10.2e12 2024-04=3.64e12 2024-01--2024-04=13.8e12"
    )
    assert not found(
        "implied-restatement", "trade CN 2024-Q1=>10.2e12 2024-04=3.64e12 2024-01--2024-04=15.8e12"
    )


def test_an_amount_that_no_bureau_restates_by_is_a_slip():
    line = "trade CN-CQ 2024-Q1=16003509e4 2024-04=5864732e4 2024-01--2024-04=41787298e4"
    [slip] = found("total-against-months", line)
    assert slip.severity is Severity.WARNING
    assert "199.19057 billion yuan remains" in language("en").what(
        slip
    )  # 41,787,298 - 5,864,732 - 16,003,509 = 19,919,057
    assert not found("implied-restatement", line)


def test_totals_may_stand_still_where_the_months_say_so():
    """A zone that imports little after March: its months are stated, and they are small."""
    months = "imports Z 2024-Q1=51445e4 2024-04=1400e4 2024-01--2024-04=52845e4"
    assert not found("period-below-its-part", months)
    assert found("period-below-its-part", "imports Z 2024-Q1=51445e4 2024-01--2024-04=52845e4")


def test_a_period_below_several_of_its_parts_is_one_finding():
    line = "trade CN 2024=5e9 2024-01--2024-06=6e9 2024-01--2024-09=9e9 2024-Q1=5.5e9"
    [finding] = [
        item
        for item in found("period-below-its-part", line)
        if "5 billion yuan for 2024 is" in language("en").what(item)
    ]
    assert "9 billion yuan of January–September 2024" in language("en").what(finding)


def test_months_and_totals_of_one_year_are_not_said_to_be_unlike():
    assert not found("unlike-periods", TRADE)
    assert found("unlike-periods", "trade CN 2020=7e9 2021=8e9 2022-01--2022-05=4e9 2023=10e9")


def test_the_shipped_customs_tables_have_a_handful_of_findings():
    dataset_, unreadable = read(CUSTOMS)
    assert not unreadable
    findings, _ = check(CUSTOMS)
    first = [item for item in findings if item.cause is None]

    assert {item.code for item in findings} == {"implied-restatement"}
    assert len(first) == 5
    chongqing = {
        str(one.total.period): one.amount for one in restatements(dataset_, Series("trade", "CN-CQ"))
    }
    assert chongqing["2024-01--2024-04"] == Decimal(-809_430_000)
    assert chongqing["2024-01--2024-06"] == Decimal(-1_444_780_000)


def test_a_growth_that_stands_on_a_revised_base_is_one_note_a_series():
    """417,568 up 0.2% stands on 416,735; published before: 420,678. 416,735 / 420,678 is 0.94% less."""
    data = (
        "trade CN 2022=420678e8 2023=417568e8 2023:yoy=0.2 2022-01=35000e8 2023-01=36000e8 2023-01:yoy=3.5 "
        "2022-05=34500e8 2023-05=34500e8 2023-05:yoy=0.0"
    )
    [note] = found("growth-on-revised-base", data)

    assert note.severity is Severity.NOTE
    assert not found("growth-against-levels", data)
    assert language("en").what(note) == (
        "trade, CN: 2 published growth rates do not follow from the published levels, but do from bases revised since. The "
        "furthest is 0.2% for 2023, which implies 41.67 trillion yuan for 2022, 0.94% below the 42.0678 trillion yuan published "
        "then (“trade_CN_2022”)."
    )
    assert "由此推算2022年为41.67万亿元，比当时公布的42.0678万亿元（“trade_CN_2022”）低0.94%" in language(
        "zh"
    ).what(note)
    assert "revised level of 2022" in language("en").remedy(note)


def test_what_no_revision_explains_stays_a_contradiction():
    assert found("growth-against-levels", "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3")
    assert not found("growth-on-revised-base", "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3")


YUAN_AND_DOLLARS = "exports CQ 2022=5245.3e8 2023=4782.2e8 2022=78.5e8USD 2023=67.9e8USD 2023:yoy=-8.8"


def test_growth_in_yuan_is_not_held_against_levels_in_dollars():
    """-8.8% agrees with 4782.2 / 5245.3; in dollars it was 67.9 / 78.5, -13.5%."""
    assert not found("growth-against-levels", YUAN_AND_DOLLARS)
    in_dollars = {"exports_CQ_2023_growth_yoy": {"growth_currency": "USD"}}
    [finding] = found("growth-against-levels", YUAN_AND_DOLLARS, observations=in_dollars)
    assert "7.85 billion US dollars" in language("en").what(finding)


@pytest.mark.parametrize(
    ("prices", "is_found"), [("", True), ("current", True), ("constant", False), ("comparable", False)]
)
def test_growth_at_constant_prices_is_not_held_against_levels_at_current_prices(prices, is_found):
    """Gross product at current prices rose from 100 to 120, at constant prices by 5%: both are right."""
    line = "product CQ 2022=100e8 2023=120e8 2023:yoy=5.0"
    findings = found(
        "growth-against-levels", line, observations={"product_CQ_2023_growth_yoy": {"prices": prices}}
    )
    assert bool(findings) is is_found


def test_each_of_many_rows_of_one_figure_is_set_against_the_first_alone():
    levels = " ".join(f"2023={number}e6#n{number}" for number in range(1000, 1100))
    findings = codes_of(reconcile(dataset(f"trade CN {levels} 2022=900e6 2023:yoy=5.0", cited=False)))
    assert findings.count("stated-twice") == 99
    assert findings.count("stated-twice-alike") == 0
    assert findings.count("growth-against-levels") == 1


def test_what_is_material_is_said_by_the_indicator():
    """-0.37% and -0.43% are told; from 0.4% on the second alone; from 0.5% on none."""
    [usual] = found("implied-restatement", TRADE)
    assert len(dict(usual.parameters)["changes"]) == 2
    [half] = found("implied-restatement", TRADE, indicators={"trade": {"material": Decimal("0.4")}})
    assert len(dict(half.parameters)["changes"]) == 1
    assert not found("implied-restatement", TRADE, indicators={"trade": {"material": Decimal("0.5")}})
