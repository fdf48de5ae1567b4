"""Do parts and wholes, conversions, plans and observations agree?"""

import pytest

from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.findings import Severity
from reportgen.language import language
from reportgen.record import replace
from tests.builders import codes_of, dataset


def found(code, *lines, **fields):
    return [finding for finding in reconcile(dataset(*lines, **fields)) if finding.code == code]


def test_a_breakdown_above_its_total():
    [finding] = found("part-above-total", "exports CN-CQ 2023=470e9", "exports.cars CN-CQ 2023=>500e9")
    assert language("en").what(finding) == (
        "exports (cars), CN-CQ, 2023, more than 500 billion yuan, is above its total “exports_CN-CQ_2023”: "
        "exports, CN-CQ, 2023, 470 billion yuan."
    )
    assert "超过5000亿元，高于其总数" in language("zh").what(finding)


def test_a_district_above_its_city_and_a_component_above_its_whole():
    areas = {"CN-CQ-DAZU": {"parent": "CN-CQ"}}
    assert found("part-above-total", "exports CN-CQ 2023=4.0e9", "exports CN-CQ-DAZU 2023=5.0e9", areas=areas)
    indicators = {"cbec_trade": {"parent": "trade"}}
    assert found("part-above-total", "trade CN 2023=4.0e9", "cbec_trade CN 2023=5.0e9", indicators=indicators)


@pytest.mark.parametrize(
    "lines",
    [
        ("exports CN-CQ 2023=470e9", "exports.cars CN-CQ 2023=>33e9"),
        ("exports CN-CQ 2023=>470e9", "exports.cars CN-CQ 2023=500e9"),  # the total may be as large
        ("exports CN-CQ 2023=33e9", "exports.cars CN-CQ 2023=33.4e9"),  # within the rounding of 33
        ("exports CN-CQ 2023=33e9", "exports.cars CN-CQ 2022=50e9"),  # another year
        ("exports CN-CQ 2023=33e9[wide]", "exports.cars CN-CQ 2023=50e9[narrow]"),
        ("exports CN-CQ 2023=5e9USD", "exports.cars CN-CQ 2023=33e9"),
        ("rate(percent,stock) CN-CQ 2023=50", "rate.cars CN-CQ 2023=70"),  # rates do not add up
    ],
)
def test_parts_that_can_fit_their_total_are_left_alone(lines):
    assert not found("part-above-total", *lines)


def test_parts_of_one_classification_together_above_their_total():
    lines = (
        "brands(count,stock) CN-CQ 2020=1200",
        "brands.size_large CN-CQ 2020=81",
        "brands.size_medium CN-CQ 2020=358",
        "brands.size_small CN-CQ 2020=1041",
    )
    [finding] = found("parts-above-total", *lines)
    assert "is 1,200, but its parts" in language("en").what(finding)
    assert "81 + 358 + 1,041" in language("en").what(finding)
    assert not found("parts-above-total", "brands(count,stock) CN-CQ 2020=1480", *lines[1:])
    assert not found(
        "parts-above-total", lines[0], "brands.large CN-CQ 2020=900", "brands.online CN-CQ 2020=900"
    )


def test_districts_together_above_their_city_but_groups_may_overlap():
    lines = ("exports CN-CQ 2023=10e9", "exports D1 2023=6e9", "exports D2 2023=7e9")
    places = {"D1": {"parent": "CN-CQ"}, "D2": {"parent": "CN-CQ"}}
    assert found("parts-above-total", *lines, areas=places)
    groups = {"D1": {"parent": "CN-CQ", "kind": "group"}, "D2": {"parent": "CN-CQ", "kind": "group"}}
    assert not found("parts-above-total", *lines, areas=groups)


def test_components_that_may_overlap_are_only_noted():
    parents = {"exports": {"parent": "trade"}, "imports": {"parent": "trade"}}
    lines = ("trade CN-CQ 2023=700e9", "exports CN-CQ 2023=470e9", "imports CN-CQ 2023=300e9")
    [finding] = found("parts-above-total", *lines, indicators=parents)
    assert finding.severity is Severity.NOTE


def test_a_share_against_its_levels():
    levels = ("exports CN-CQ 2023=100e9", "exports.cars CN-CQ 2023=33e9 2023:share=70")
    [finding] = found("share-against-levels", *levels)
    assert "gives 33.00%" in language("en").what(finding)
    assert not found("share-against-levels", levels[0], "exports.cars CN-CQ 2023=33e9 2023:share=33.0")
    assert found("share-above-whole", "cars CN-CQ 2023:share:exports=170")
    assert not found("share-above-whole", "cars CN-CQ 2023:share:exports=>7")


CONVERSIONS = (
    'plan CN-CQ 2025=100e9 "s1|100 billion yuan (15.62 billion USD)" 2025=15.62e9USD "s1 converted|100 billion yuan (15.62 billion USD)"',
    'retail CN-CQ 2020=135.05e9 "s2|135.05 billion yuan (21 billion USD)" 2020=~21e9USD "s2 converted|135.05 billion yuan (21 billion USD)"',
    'procurement CN-CQ 2023=1.25e9 "s3 converted|174 million USD (1.25 billion CNY)" 2023=174e6USD "s3|174 million USD (1.25 billion CNY)"',
)
SLIP = 'cbec_trade CN 2023=2.38e12 "s4|2.38 trillion yuan ($32.9 billion)" 2023=32.9e9USD "s4 converted|2.38 trillion yuan ($32.9 billion)"'


def test_a_tenfold_slip_in_a_conversion_is_out_of_line():
    [finding] = found("rate-out-of-line", *CONVERSIONS, SLIP)
    assert language("en").what(finding) == (
        "cbec trade, CN, 2023: 2.38 trillion yuan given as 32.9 billion US dollars implies 72.3 yuan to one USD, while the "
        "other conversions imply 6.40 to 7.18. A decimal point is probably misplaced by a factor of 10: 329 billion US dollars "
        "would be in line."
    )
    assert "3290亿美元" in language("zh").what(finding)


def test_rates_of_different_years_are_in_line_and_one_alone_has_no_line():
    assert not found("rate-out-of-line", *CONVERSIONS)
    assert not found("rate-out-of-line", SLIP)


def test_amounts_that_only_share_a_clause_are_no_conversion():
    lines = [line.replace(" converted|", "|") for line in (*CONVERSIONS, SLIP)]
    assert not found("rate-out-of-line", *lines)


def test_a_target_without_anything_to_measure_it_by():
    [finding] = found("target-without-observation", "enterprises(count,stock) CN-CQ 2025:target=>=10")
    assert "the dataset has no level of it" in language("en").what(finding)
    assert (finding.place.file, finding.place.row, finding.place.text) == (
        "targets.csv",
        2,
        "enterprises_2025",
    )


def test_a_target_of_one_year_without_a_base_is_told_what_it_lacks():
    """683.42 of 2024 is no part of the way to 730 in 2025 unless the plan says from where it starts."""
    [finding] = found("target-without-base", "gdp CN-CQ 2024=683.42e8 2025:target=>=730e8")
    assert (finding.severity, finding.place.column) == (Severity.NOTE, "base_obs")
    assert (
        language("en").remedy(finding)
        == "Name in the column “base_obs” the observation that the plan starts from."
    )
    assert not found("target-without-base", "gdp CN-CQ 2020=600e8 2024=683.42e8 2025:target:2020=>=730e8")
    assert not found("target-without-base", "gdp CN-CQ 2024=683.42e8 2025=740e8 2025:target=>=730e8")


def test_thirteen_months_do_not_measure_a_year():
    [finding] = found("target-without-observation", "exports CN-CQ 2022-12--2023-12=1.25e9 2025:target=>20e9")
    assert "December 2022 – December 2023 covers thirteen months, the target a whole year" in language(
        "en"
    ).what(finding)


def test_all_automobiles_do_not_measure_new_energy_vehicles():
    [finding] = found(
        "target-without-observation", "exports CN-CQ 2023=>33e9", "exports.nev CN-CQ 2027:target=>120e9"
    )
    assert "there is only “exports, CN-CQ”, which is something else" in language("en").what(finding)


@pytest.mark.parametrize(
    "line",
    [
        "exports CN-CQ 2021=32.21e9 2025:target=>70e9",
        "exports CN-CQ 2025-01--2025-05=32.21e9 2025:target=>70e9",  # the first months of the target's own year
        "zones(count,stock) CN-CQ 2024-06-30=5 2025:target=>=10",
    ],
)
def test_a_target_with_a_comparable_observation_is_left_alone(line):
    assert not found("target-without-observation", line)


def test_a_target_that_is_only_a_conversion_is_not_asked_for_observations():
    line = 'exports CN-CQ 2021=5e9 2025:target=>100e9 "exceed 100 billion yuan (15.62 billion USD)" 2025:target=>15.62e9USD "s1 converted|exceed 100 billion yuan (15.62 billion USD)"'
    assert not found("target-without-observation", line)


def test_a_target_stays_measured_in_the_stretch_of_its_base():
    line = "cbec_trade CN-CQ 2021=32.21e9 2023=almost20e9 2025:target:2021=>70e9"
    [finding] = found("target-measured-before-break", line + " 2023:break")
    assert finding.severity is Severity.NOTE
    assert "not measured by the latest figure, nearly 20 billion yuan for 2023" in language("en").what(
        finding
    )
    assert "仍按基数（2021年322.1亿元）所在时段衡量" in language("zh").what(finding)
    assert not found("target-measured-before-break", line)


def test_a_target_below_its_own_base():
    [finding] = found("target-not-beyond-base", "exports CN-CQ 2021=32.21e9 2025:target:2021=>7e9")
    assert (
        "more than 7 billion yuan for 2025 is passed by its own base already: 32.21 billion yuan in 2021"
        in language("en").what(finding)
    )
    assert not found("target-not-beyond-base", "exports CN-CQ 2021=32.21e9 2025:target:2021=>70e9")
    assert not found("target-not-beyond-base", "exports CN-CQ 2021=<90e9 2025:target:2021=>70e9")


def test_a_target_to_come_down_to():
    down = {"losses": {"direction": "down"}}
    assert not found(
        "target-not-beyond-base", "losses CN-CQ 2021=9e9 2025:target:2021=<=7e9", indicators=down
    )
    assert found("target-not-beyond-base", "losses CN-CQ 2021=5e9 2025:target:2021=<=7e9", indicators=down)


def test_a_target_that_starts_from_something_else():
    lines = ("warehouses(count,stock) CN-CQ 2022=>40#w1", "enterprises(count,stock) CN-CQ 2025:target:w1=10")
    assert found("target-base-unlike", *lines)


@pytest.mark.parametrize(
    ("lines", "aim"),
    [
        ("gdp CQ 2023=100e9 2024=105.5e9 2024:yoy=5.7 2024:target:2023=>=6percent", ""),
        ("gdp CQ 2020=100e9 2024=126e9 2025:target:2020=>=6percent", "average_growth"),
        ("energy CQ 2020=100e9 2024=90e9 2025:target:2020=>=18percent", "reduction"),
        ("gdp CQ 2020=100e9 2024=126e9 2030:target:2020=>=2count", "multiple"),
        ("exports CQ 2021=10e9 2022=10e9 2021--2025:target=>=60e9", ""),
    ],
)
def test_growth_sums_and_distances_from_a_base_are_no_levels(lines, aim):
    data = dataset(lines)
    (name,) = data.targets
    data = replace(data, targets={name: replace(data.targets[name], kind=aim)})
    codes = codes_of(reconcile(data))
    assert not {"target-without-observation", "target-base-unlike", "target-not-beyond-base"} & set(codes)


def test_a_growth_target_of_which_nothing_is_known():
    assert found("target-without-observation", "gdp CQ 2024:target=>=6percent")


def test_a_milestone_beyond_the_later_target():
    assert found("milestone-beyond-target", "exports CN-CQ 2021=9e9 2023:target=>80e9 2025:target=>70e9")
    assert not found("milestone-beyond-target", "exports CN-CQ 2021=9e9 2023:target=>50e9 2025:target=>70e9")


def test_one_wrong_rate_casts_no_doubt_on_the_others():
    [finding] = found("rate-out-of-line", *CONVERSIONS[:2], SLIP)
    assert finding.subjects == ("cbec_trade_CN_2023", "cbec_trade_CN_2023_2")
    assert "implies 72.3 yuan to one USD, while the other conversions imply 6.4." in language("en").what(
        finding
    )


def test_two_rates_that_disagree_are_one_finding():
    [finding] = found("rate-out-of-line", CONVERSIONS[0], SLIP)
    assert "while the other conversion implies 6.40." in language("en").what(finding)
