"""Declared sums with rounding tolerance: districts, breakdowns, partners, exports and imports, months, quarters."""

import pytest

from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.findings import Severity
from reportgen.language import language
from tests.builders import codes_of, dataset


def found(code, *lines, **fields):
    return [finding for finding in reconcile(dataset(*lines, **fields)) if finding.code == code]


def declared(dimension, indicator="trade"):
    return {indicator: {"additive": (dimension,)}}


DISTRICTS = {name: {"parent": "CN-CQ"} for name in ("D1", "D2", "D3")}
EXPORTS_AND_IMPORTS = {
    "trade": {"additive": ("breakdown",)},
    "exports": {"parent": "trade"},
    "imports": {"parent": "trade"},
}


@pytest.mark.parametrize(
    ("third", "is_found"),
    [
        ("33.4", False),  # 33.3 + 33.3 + 33.4 = 100.0
        ("33.2", False),  # 99.8: each of four numbers may be off by 0.05
        ("33.1", True),  # 99.7: 33.35 + 33.35 + 33.15 = 99.85 at most, and 100.0 is 99.95 at least
        ("33.7", True),
    ],
)
def test_districts_come_to_their_city_within_rounding(third, is_found):
    lines = (
        "trade CN-CQ 2023=100.0e9",
        "trade D1 2023=33.3e9",
        "trade D2 2023=33.3e9",
        f"trade D3 2023={third}e9",
    )
    assert (
        bool(found("parts-against-whole", *lines, areas=DISTRICTS, indicators=declared("areas"))) is is_found
    )
    assert not found("parts-against-whole", *lines, areas=DISTRICTS), "nobody declares that they sum"


@pytest.mark.parametrize(("whole", "is_found"), [(12, False), (13, True), (11, True)])
def test_counts_written_to_the_unit_are_what_they_say(whole, is_found):
    lines = (
        f"firms(count) CN-CQ 2023={whole}",
        "firms(count) D1 2023=5",
        "firms(count) D2 2023=4",
        "firms(count) D3 2023=3",
    )
    assert (
        bool(found("parts-against-whole", *lines, areas=DISTRICTS, indicators=declared("areas", "firms")))
        is is_found
    )


def test_two_counts_that_differ_by_one_differ():
    assert found("stated-twice", "schools(count) CN-CQ 2023=100#a 2023=101#b")
    assert not found("stated-twice", "schools(count) CN-CQ 2023=100#a 2023=>99#b")


def test_a_district_without_a_number_leaves_the_sum_open():
    lines = (
        "trade CN-CQ 2023=100.0e9",
        "trade D1 2023=33.3e9",
        "trade D2 2023=33.3e9",
        "trade D3 2022=33.3e9",
    )
    assert not found("parts-against-whole", *lines, areas=DISTRICTS, indicators=declared("areas"))


def test_a_bound_among_the_parts_leaves_the_sum_open_upwards():
    lines = ("trade CN 2023=100.0e9", "exports CN 2023=>50e9", "imports CN 2023=40.0e9")
    assert not found("parts-against-whole", *lines, indicators=EXPORTS_AND_IMPORTS)
    lines = ("trade CN 2023=100.0e9", "exports CN 2023=>70e9", "imports CN 2023=40.0e9")
    assert found("parts-against-whole", *lines, indicators=EXPORTS_AND_IMPORTS)


def test_exports_and_imports_come_to_trade():
    """China's customs, January 2024, ten thousand yuan: 218,622,834 + 157,733,650 = 376,356,484, and 376,356,483 is printed."""
    lines = (
        "trade CN 2024-01=376356483e4",
        "exports CN 2024-01=218622834e4",
        "imports CN 2024-01=157733650e4",
    )
    assert not found("parts-against-whole", *lines, indicators=EXPORTS_AND_IMPORTS)
    slip = (
        "trade CN 2024-01=376356483e4",
        "exports CN 2024-01=218622834e4",
        "imports CN 2024-01=151733650e4",
    )
    [finding] = found("parts-against-whole", *slip, indicators=EXPORTS_AND_IMPORTS)
    assert "its 2 parts come to 3.70356484 trillion yuan: 59.99999 billion yuan less" in language("en").what(
        finding
    )


def test_two_classifications_are_each_summed_by_itself():
    lines = (
        "trade CN 2023=100e9", "trade.SIZE_L CN 2023=60e9", "trade.SIZE_S CN 2023=40e9",
        "trade.MODE_A CN 2023=70e9", "trade.MODE_B CN 2023=20e9",
    )  # fmt: skip
    [finding] = found("parts-against-whole", *lines, indicators=declared("breakdown"))
    assert set(finding.subjects) == {"trade_CN_2023", "trade.MODE_A_CN_2023", "trade.MODE_B_CN_2023"}


def test_partners_come_to_all_partners():
    lines = ("trade CN 2023=100e9", "trade~US CN 2023=60e9", "trade~EU CN 2023=30e9")
    assert found("parts-against-whole", *lines, indicators=declared("partners"))
    assert not found("parts-against-whole", *lines, indicators=declared("areas"))


def test_quarters_and_months_come_to_the_year():
    quarters = "trade CN 2023=100.0e9 2023-Q1=20.0e9 2023-Q2=25.0e9 2023-Q3=25.0e9 2023-Q4={}e9"
    assert not found("parts-against-whole", quarters.format("30.0"), indicators=declared("quarters"))
    assert found("parts-against-whole", quarters.format("31.0"), indicators=declared("quarters"))
    months = "trade CN 2023-Q1=20.0e9 2023-01=7.0e9 2023-02=6.0e9 2023-03=9.0e9"
    assert found("parts-against-whole", months, indicators=declared("months"))


def test_months_that_do_not_come_to_a_restated_total_follow_from_the_restatement():
    line = "trade CN 2024-01=55.7e9 2024-02=44.6e9 2024-01--2024-02=100.3e9 2024-03=59.7e9 2024-Q1=158.0e9"
    [finding] = found("parts-against-whole", line, indicators=declared("months"))
    [restated] = found("implied-restatement", line)
    assert finding.cause == (restated.code, restated.place)


def test_parts_that_come_to_more_are_one_finding():
    lines = ("trade CN-CQ 2023=100.0e9", "trade D1 2023=60e9", "trade D2 2023=60e9")
    findings = reconcile(
        dataset(*lines, areas={name: DISTRICTS[name] for name in ("D1", "D2")}, indicators=declared("areas"))
    )
    first = [item for item in findings if item.cause is None]
    assert codes_of(first) == ["parts-against-whole"]


def test_shares_of_one_split_that_exceed_everything():
    assert found(
        "shares-above-whole", "exports.SIZE_L CN 2023:share=60.5", "exports.SIZE_S CN 2023:share=45.0"
    )
    assert not found(
        "shares-above-whole", "exports.SIZE_L CN 2023:share=60.5", "exports.SIZE_S CN 2023:share=39.5"
    )
    assert not found(
        "shares-above-whole", "exports.SIZE_L CN 2023:share=60.5", "exports.MODE_A CN 2023:share=45.0"
    )


PLACES = {name: {"parent": "CN-CQ"} for name in ("D1", "D2", "D3")}


def test_shares_of_the_places_of_an_area_that_exceed_it():
    lines = (
        "exports D1 2023:share:CN-CQ=60.0",
        "exports D2 2023:share:CN-CQ=55.0",
        "exports D3 2023:share:CN-CQ=20.0",
    )
    [finding] = found("shares-above-whole", *lines, areas=PLACES)
    assert "3 in all) come to 135.0%" in language("en").what(finding)
    parts = ("imports CN-CQ 2023:share:exports=40.0", "cars CN-CQ 2023:share:exports=50.0")
    of_exports = {"imports": {"parent": "exports"}, "cars": {"parent": "exports"}}
    [finding] = found("shares-above-whole", *lines, *parts, areas=PLACES, indicators=of_exports)
    assert "3 in all) come to 135.0%" in language("en").what(finding)
    groups = {name: {**fields, "kind": "group"} for name, fields in PLACES.items()}
    assert not found("shares-above-whole", *lines, areas=groups)
    rounded = (
        "exports D1 2023:share:CN-CQ=33.4",
        "exports D2 2023:share:CN-CQ=33.3",
        "exports D3 2023:share:CN-CQ=33.4",
    )
    assert not found("shares-above-whole", *rounded, areas=PLACES)


def test_shares_of_components_exceed_a_declared_sum_and_are_noted_where_they_may_overlap():
    lines = ("exports CN 2023:share:trade=70", "imports CN 2023:share:trade=45")
    parents = {"exports": {"parent": "trade"}, "imports": {"parent": "trade"}}
    [finding] = found(
        "shares-above-whole", *lines, indicators={**parents, "trade": {"additive": ("breakdown",)}}
    )
    assert finding.severity is Severity.WARNING
    [finding] = found("shares-above-whole", *lines, "trade CN 2023=100e9", indicators=parents)
    assert finding.severity is Severity.NOTE


def test_shares_of_partners_exceed_a_declared_sum():
    lines = ("exports~US CN 2023:share=60.5", "exports~EU CN 2023:share=45.0")
    assert found("shares-above-whole", *lines, indicators={"exports": {"additive": ("partners",)}})
    assert not found("shares-above-whole", *lines)


def test_a_balance_may_be_less_than_its_parts_and_a_share_of_it_less_than_nothing():
    """A surplus of 30 with one partner and a deficit of 20 with another come to 10."""
    lines = (
        "balance CN 2023=10e9 2023-01--2023-05=15e9",
        "balance~US CN 2023=30e9",
        "balance~EU CN 2023:share=-200",
    )
    assert reconcile(dataset(*lines, cited=False)) == []
    assert (
        codes_of(reconcile(dataset(*(line.replace("balance", "exports") for line in lines), cited=False)))
        != []
    )
