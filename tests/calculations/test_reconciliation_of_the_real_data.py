"""What the rules find in the published figures that ship with reportgen, and that they find it without the breaks."""

from collections import Counter
from pathlib import Path

from reportgen.calculations.reconciliation.conversions import conversions_in
from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.dataset import check, read
from reportgen.findings import Severity
from reportgen.language import language
from reportgen.record import replace

DATA = Path(__file__).parents[2] / "data"


def test_everything_that_does_not_add_up_is_found_and_nothing_else():
    dataset, unreadable = read(DATA)
    findings = [*unreadable, *check(dataset), *reconcile(dataset)]

    assert not [finding for finding in findings if finding.severity is Severity.ERROR]
    warnings = [finding for finding in findings if finding.severity is Severity.WARNING]
    assert Counter((finding.code, finding.subjects[-1]) for finding in warnings) == Counter(
        [
            ("percent-for-points", "cq_online_retail_2020_pp_vs_cn"),
            ("percent-for-points", "cq_online_retail_physical_goods_2020_pp_vs_cn"),
            ("growth-against-levels", "cq_cbec_trade_2020"),
            ("large-change-unreported", "cq_cbec_trade_2023"),
            ("rate-out-of-line", "cn_cbec_trade_2023_usd"),
            ("target-without-observation", "new_forms_trade_2025"),
            ("target-without-observation", "overseas_warehouse_enterprises_2025"),
            ("target-without-observation", "market_procurement_exports_2025"),
            ("target-without-observation", "market_procurement_participants_2025"),
            ("target-without-observation", "nev_exports_2027"),
        ]
    )


def test_the_numbers_of_the_contradictions_stand_in_the_findings():
    dataset, _ = read(DATA)
    by_code = {finding.code: finding for finding in reconcile(dataset)}

    growth = by_code["growth-against-levels"]
    assert "Up 63.3% to 32.21 billion yuan in 2021 implies 19.72 billion yuan for 2020" in language(
        "en"
    ).what(growth)
    assert "states 7.81 billion yuan" in language("en").what(growth)
    assert "break in 2021" in language("en").remedy(growth)
    change = by_code["large-change-unreported"]
    assert "nearly 20 billion yuan for 2023" in language("en").what(change)
    assert "January–May 2022 alone came to 19.79 billion yuan" in language("en").what(change)
    assert "implies 72.3 yuan to one USD, while the other conversions imply 6.40 to 7.18" in language(
        "en"
    ).what(by_code["rate-out-of-line"])
    assert "stays measured in the stretch of its base, 32.21 billion yuan in 2021" in language("en").what(
        by_code["target-measured-before-break"]
    )


def test_the_contradictions_are_found_before_anyone_has_recorded_a_break():
    dataset, _ = read(DATA)
    findings = {finding.code: finding for finding in reconcile(replace(dataset, breaks=()))}

    assert "record a break in 2021" in language("en").remedy(findings["growth-against-levels"])
    assert "record a break in 2023" in language("en").remedy(findings["large-change-unreported"])


def test_the_implied_exchange_rates_are_those_of_a_pocket_calculator():
    dataset, _ = read(DATA)
    rates = {f"{conversion.rate:.2f}" for conversion in conversions_in(dataset)}
    assert rates == {"6.40", "6.43", "72.34", "7.18"}
