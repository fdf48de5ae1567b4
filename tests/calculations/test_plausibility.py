"""Copies of last year's value, and changes far from a series' own past and its peers."""

from decimal import Decimal

import pytest

from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.findings import Severity
from reportgen.language import language
from tests.builders import dataset

PAST = "2012:yoy=5.0 2013:yoy=6.0 2014:yoy=4.0 2015:yoy=5.5 2016:yoy=4.5 2017:yoy=5.0 2018:yoy=6.5 2019:yoy=3.5 2020:yoy=5.2"


def found(code, *lines, **fields):
    return [finding for finding in reconcile(dataset(*lines, **fields)) if finding.code == code]


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("trade CN 2022=32.21e9 2023=32.21e9", True),
        ("trade CN 2022-05=32.21e9 2023-05=32.21e9", True),
        ("trade CN 2022=32.21e9 2023=32.21e9 2023:yoy=0.0", False),  # a source says so
        ("trade CN 2022=32.21e9 2023=32.21e9 2023:yoy=8.8", True),
        ("trade CN 2022=32.2e9 2023=32.2e9", False),  # three digits are alike by chance
        ("parks(count,stock) CN 2022=1000 2023=1000", False),
        ("trade CN 2022=32.21e9 2023=>32.21e9", False),
        ("trade CN 2021=32.21e9 2023=32.21e9", False),
    ],
)
def test_a_copy_of_last_years_value(line, is_found):
    assert bool(found("same-as-last-year", line)) is is_found


@pytest.mark.parametrize(
    ("last", "is_found"),
    [("63.3", True), ("-45.0", True), ("-20.0", True), ("12.0", False), ("-4.0", False)],
)
def test_a_change_far_from_the_series_own_past(last, is_found):
    """Median 5.0, deviation 0.5: with the least scale of 1.5 percent, seven times that and a tenth at least."""
    assert bool(found("unusual-change", f"trade CN {PAST} 2021:yoy={last}")) is is_found


def test_how_far_is_suspect_is_said_by_the_indicator():
    """From a median of 5.0% to 63.3%: ln(1.633 / 1.05) = 0.4416, 29 times the least scale of 1.5 percent."""
    line = f"trade CN {PAST} 2021:yoy=63.3"
    assert found("unusual-change", line, indicators={"trade": {"suspect": Decimal(29)}})
    assert not found("unusual-change", line, indicators={"trade": {"suspect": Decimal(30)}})


def test_too_short_a_past_says_nothing():
    assert not found("unusual-change", "trade CN 2018:yoy=5.0 2019:yoy=5.0 2020:yoy=5.0 2021:yoy=63.3")


def test_a_change_that_its_peers_share_is_not_unusual():
    districts = [f"D{number}" for number in range(7)]
    areas = {name: {"parent": "CN-CQ"} for name in districts}
    alone = [f"trade {name} {PAST} 2021:yoy={'63.3' if name == 'D0' else '5.0'}" for name in districts]
    shared = [f"trade {name} {PAST} 2021:yoy={60 + place}.3" for place, name in enumerate(districts)]

    [finding] = found("unusual-change", *alone, areas=areas)
    assert str(finding.series) == "trade/D0"
    assert not found("unusual-change", *shared, areas=areas)


def test_a_balance_that_turns_into_a_deficit_has_not_become_a_multiple():
    assert not found("large-change-unreported", "balance CN 2022=22.2e8 2023=-20.4e8")


def test_a_level_that_stands_out_is_told_once():
    """3.40 to 4.59 and back: what is wrong is the one value."""
    past = " ".join(f"{2010 + year}={3.30 + year / 100:.2f}e6" for year in range(10))
    [finding] = found("unusual-change", f"people(count,stock) CN {past} 2020=4.59e6 2021=3.41e6 2022=3.42e6")
    assert (
        language("en")
        .what(finding)
        .startswith("people, CN: a change by 35.4% in 2020 is far from the usual 0.3%")
    )
    lines = "trade CN 2021=2.0e9 2022=2.1e9 2023=23.0e9 2024=2.4e9"
    [finding] = found("large-change-unreported", lines)
    assert "2023" in language("en").what(finding)
    assert len(found("large-change-unreported", "trade CN 2022=2.1e9 2023=23.0e9 2024=9.5e9")) == 2


RATES = "2015=5.1 2016=5.0 2017=5.2 2018=4.9 2019=5.2 2020=5.6 2021=5.1 2022=5.6"


@pytest.mark.parametrize(("line", "is_found"), [
    (f"unemployment(percent) CN {RATES} 2023=53", True), (f"unemployment(percent) CN {RATES} 2023=8.9", False),
    ("urban(percent) CN 2021=69.46 2022=103.2 2023=70.96", True), ("calls(percent) CN 2021=104.0 2022=112.5 2023=118.9", False),
    ("urban(percent) CN 2021=69.46 2022=103.2", False),
])  # fmt: skip
def test_a_rate_far_from_its_series(line, is_found):
    assert bool(found("unusual-rate", line)) is is_found


def test_what_a_copied_value_contradicts_follows_from_it():
    lines = "gdp CN 2022=123.456e9 2023=123.456e9 2023:yoy=6.1"
    [copied] = found("same-as-last-year", lines)
    [growth] = found("growth-against-levels", lines)
    assert (copied.severity, copied.cause) == (Severity.WARNING, None)
    assert growth.cause == (copied.code, copied.place)


def test_a_share_above_everything_is_told_once():
    lines = ("exports CN 2022=5.0e9", "exports.cars CN 2022=10.00e9 2022:share=105")
    above = found("share-above-whole", *lines)
    against = found("share-against-levels", *lines)
    assert [item.cause for item in above] == [None]
    assert [item.cause for item in against] == [(above[0].code, above[0].place)]


def test_a_fall_of_four_orders_of_magnitude_is_no_fall_by_100_percent():
    [finding] = found("large-change-unreported", "trade CN 2023=9.26e9 2024=950000")
    assert "a fall to 1/9,747 (a multiplier may be wrong)" in language("en").what(finding)
    assert "降为此前的1/9,747（可能错了数量级）" in language("zh").what(finding)
