"""The structural checks: ids, references, duplicates, citations, dates."""

import pytest

from reportgen.dataset import check
from reportgen.dataset.records import Code
from reportgen.findings import Severity
from reportgen.language import language
from reportgen.messages import Bilingual
from reportgen.record import replace
from tests.builders import codes_of, dataset


def test_a_sound_dataset_has_no_findings():
    data = dataset(
        "cbec_trade CN-CQ 2020=19.72e9 2021=32.21e9 2021:yoy=63.3 2025:target:2021=>70e9",
        "cbec_trade CN 2021=1.92e12",
    )
    assert check(data) == []


def test_unknown_codes_name_the_nearest_known_one():
    data = dataset("exports CN-CQ 2021=5e9", areas={"CN": {}, "CN-CQ": {"parent": "CM"}})
    [finding] = check(data)
    assert (finding.code, finding.severity) == ("unknown-code", Severity.ERROR)
    assert language("en").what(finding) == "“CM” does not stand in the table areas."
    assert language("en").remedy(finding) == "Did you mean “CN”? Otherwise add it there."
    assert (finding.place.file, finding.place.row, finding.place.column) == ("areas.csv", 3, "parent")


def test_a_label_in_place_of_a_code_names_the_code():
    areas = {"CN": {}, "CN-CQ": {"label": Bilingual("Chongqing", "重庆市"), "parent": "CN"}}
    for written in ("重庆市", "Chongqing"):
        data = dataset(
            "exports CN-CQ 2021=5e9\nexports CN 2021=9e12#a",
            areas=areas,
            observations={"a": {"base_area": written}},
        )
        [finding] = check(data)
        assert (finding.code, language("en").remedy(finding)) == (
            "unknown-code", "Did you mean “CN-CQ”? Otherwise add it there."
        )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"base_indicator": "export"}, "base_indicator"),
        ({"base_area": "CN-CX"}, "base_area"),
        ({"scope": "wild"}, "scope"),
    ],
)
def test_every_reference_of_an_observation_is_followed(changes, column):
    data = dataset("exports CN-CQ 2021=5e9#a", codes={("scope", "wide"): None}, observations={"a": changes})
    [finding] = check(data)
    assert (finding.code, finding.place.column) == ("unknown-code", column)


def test_codes_of_a_dimension_without_a_list_stand_for_themselves():
    data = dataset("exports CN-CQ 2021=5e9#a", observations={"a": {"scope": "wild"}})
    assert check(data) == []


def test_a_code_that_no_figure_id_can_hold():
    data = dataset("exports CN-CQ 2021=5e9", areas={"重庆": {}})
    [finding] = check(data)
    assert finding.code == "malformed-code"
    assert "letters, digits, “_” and “-”" in language("en").what(finding)


@pytest.mark.parametrize("name", ["出口 总额", "出口（总）", "2021出口", ""])
def test_a_chinese_name_must_be_writable_in_a_template(name):
    data = dataset("exports CN-CQ 2021=5e9", indicators={"exports": {"name_zh": name}})
    assert codes_of(check(data)) == ["name-no-identifier"]


def test_two_indicators_cannot_share_a_name():
    data = dataset(
        "exports CN-CQ 2021=5e9", "imports CN-CQ 2021=5e9", indicators={"imports": {"name_zh": "出口"}}
    )
    [finding] = check(data)
    assert language("zh").what(finding) == "“出口”已是指标“exports”的名称。"


def test_circular_parents():
    data = dataset("exports A 2021=5e9", areas={"A": {"parent": "B"}, "B": {"parent": "A"}})
    [finding] = check(data)
    assert (finding.code, "A → B → A" in language("en").what(finding)) == ("circular-parents", True)


def test_the_same_figure_in_two_rows_is_an_error():
    [finding] = check(dataset("exports CN-CQ 2021=5.0e9#a 2021=5.00e9#b"))
    assert (finding.code, finding.severity) == ("duplicate-observation", Severity.ERROR)
    assert language("en").what(finding) == "“b” repeats “a”: exports, CN-CQ, 2021, 5.00 billion yuan."


def test_another_unit_scope_breakdown_or_base_is_another_figure():
    data = dataset(
        "exports CN-CQ 2021=5e9 2021=5e9USD 2021=5e9[wide] 2021:pp:CN=2 2021:pp:2020=2",
        "exports.cars CN-CQ 2021=5e9",
    )
    assert check(data) == []


def test_the_same_target_twice():
    assert codes_of(check(dataset("exports CN-CQ 2025:target=>70e9 2025:target=>71e9"))) == [
        "duplicate-target"
    ]
    assert check(dataset("exports CN-CQ 2025:target=>70e9 2024:target=>60e9")) == []


def test_a_target_that_another_one_replaces_is_history():
    data = dataset("exports CN-CQ 2025:target=>70e9 2025:target=>71e9")
    first, second = data.targets
    revised = {first: data.targets[first], second: replace(data.targets[second], replaces=first)}
    assert check(replace(data, targets=revised)) == []


def test_a_figure_without_a_source():
    [finding] = check(dataset("exports CN-CQ 2021=5e9#a", cited=False))
    assert language("en").what(finding) == "No source is cited for “a” (exports, CN-CQ, 2021)."
    assert finding.severity is Severity.WARNING


def test_a_quotation_is_a_clause_and_not_a_copy():
    words = "5 billion yuan " + "x" * 110
    [finding] = check(dataset(f'exports CN-CQ 2021=5e9 "{words}"'))
    assert (finding.code, "125 characters" in language("en").what(finding)) == ("long-statement", True)


def test_dates_out_of_order():
    early = {"s1": {"published": "2020-12-31", "accessed": "2020-06-01"}}
    data = dataset("exports CN-CQ 2021=5e9", "imports CN-CQ 2021?=5e9", sources=early)
    findings = check(data)
    assert codes_of(findings) == [
        "accessed-before-published",
        "published-before-period-ends",
        "published-before-period-ends",
    ]
    stated, inferred = findings[1:]
    assert inferred.key == "published-before-period-ends/inferred"
    assert (stated.severity, inferred.severity) == (Severity.WARNING, Severity.NOTE)
    assert "2021, ends after its source was published on 31 December 2020" in language("en").what(stated)


@pytest.mark.parametrize("published", ["", "2021", "2021-12", "2022-01-20"])
def test_dates_in_order_or_unknown_are_left_alone(published):
    assert (
        check(dataset("exports CN-CQ 2021=5e9", sources={"s1": {"published": published, "accessed": ""}}))
        == []
    )


def test_a_base_that_is_not_before_and_a_target_that_is_not_after():
    assert codes_of(check(dataset("exports CN-CQ 2021:yoy:2022=5.0"))) == ["base-not-before-period"]
    assert codes_of(
        check(dataset("exports CN-CQ 2026=5e9 2025:target:2026=>70e9", sources={"s1": {"published": ""}}))
    ) == ["target-not-after-base"]


def test_findings_say_it_in_both_languages():
    data = dataset("exports CN-CQ 2021=5.0e9#a 2021=5.0e9#b", areas={"重庆": {}}, cited=False)
    for finding in check(data):
        assert language("en").what(finding)
        assert any("\u4e00" <= character <= "\u9fff" for character in language("zh").what(finding))
        assert any("\u4e00" <= character <= "\u9fff" for character in language("zh").remedy(finding))


def test_a_difference_of_rates_cannot_be_in_percent():
    [finding] = check(dataset("retail CN-CQ 2020:pp:CN=1.49#a", observations={"a": {"unit": "percent"}}))[:1]
    assert (finding.code, finding.severity) == ("unit-against-measure", Severity.ERROR)
    assert (
        language("en").what(finding)
        == "“a” is a difference_pp in percent; its unit can only be percentage_points."
    )


def test_a_rate_has_no_growth_in_percent():
    data = dataset("urban(percent) CN-CQ 2023=71.67 2023:yoy=1.1", "trade CN-CQ 2023=5e9 2023:yoy=1.1")
    [finding] = [item for item in check(data) if item.code == "growth-of-rate"]
    assert finding.severity is Severity.ERROR
    assert language("en").what(finding) == (
        "“urban_CN-CQ_2023_growth_yoy” is a growth of 1.1% of what is itself measured in percent: a rate changes in percentage points."
    )


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ("2022=102.0 2023=100.2 2024=99.8", True),  # the year before may be 100 each time
        ("2022=102.0 2023=135.2 2024=150.8", False),  # far from 100: one base for all
        ("2024-01=102.0 2024-02=100.2", False),  # months of one year
    ],
)
def test_an_index_near_100_has_to_say_what_its_100_is(levels, said):
    """99.8 after 100.2 is a fall of 0.4% on one base, and a fall of 0.2% after a rise of 0.2% where each year before is 100."""
    data = dataset(f"prices(index) CQ {levels}")
    found = [finding for finding in check(data) if finding.code == "index-base-not-said"]
    assert len(found) == said
    if said:
        assert (found[0].severity, found[0].place.column) == (Severity.WARNING, "unit")
        assert "all 3 levels of this index stay near 100" in language("en").what(found[0])


@pytest.mark.parametrize("unit_class", ["index", "index_previous"])
def test_an_index_whose_class_is_said_is_not_asked_about(unit_class):
    data = dataset("prices(index) CQ 2023=100.2 2024=99.8")
    named = Code("unit", "index", Bilingual("(100)", "（100）"), unit_class=unit_class)
    assert "index-base-not-said" not in {
        finding.code for finding in check(replace(data, codes=(*data.codes, named)))
    }
