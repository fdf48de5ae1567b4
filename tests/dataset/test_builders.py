"""The one-line dataset builder gives the records that its line names."""

from reportgen.dataset.records import Measure, Provenance, Role
from reportgen.periods import Period
from reportgen.values import Qualifier
from tests.builders import dataset


def test_a_line_gives_levels_growth_targets_and_breaks():
    data = dataset(
        "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3 2025:target:2021=>70e9 2023:break"
    )

    assert data.observations["cbec_trade_CN-CQ_2021"].quantity.value == 32_210_000_000
    growth = data.observations["cbec_trade_CN-CQ_2021_growth_yoy"]
    assert (growth.measure, growth.unit) == (Measure.GROWTH_YOY, "percent")
    target = data.targets["cbec_trade_2025"]
    assert (target.operator, target.base_obs) == ("gt", "cbec_trade_CN-CQ_2021")
    assert (data.breaks[0].period, data.breaks[0].basis) == (Period.parse("2023"), Provenance.INFERRED)
    assert [citation.statement for citation in data.citations][:2] == [
        "7.81 billion yuan",
        "32.21 billion yuan",
    ]


def test_a_token_may_carry_qualifier_unit_scope_base_words_and_id():
    data = dataset(
        'exports.cars CN-CQ 2023=>33e9[wide]#a1 "s2|exceeded 33 billion CNY" 2023?=174e6USD#a2 "s2 converted|worth 174 million USD"',
        "retail(CNY,flow) CN-CQ 2020:pp:CN=1.49 2020:share:online_retail=18",
    )

    first, second = data.observations["a1"], data.observations["a2"]
    assert (first.quantity.qualifier, first.scope, first.series.breakdown) == (Qualifier.GT, "wide", "cars")
    assert (second.unit, second.period_basis) == ("USD", Provenance.INFERRED)
    assert [(item.source, item.role) for item in data.citations[:2]] == [
        ("s2", Role.STATED),
        ("s2", Role.CONVERTED),
    ]
    assert data.observations["retail_CN-CQ_2020_difference_pp"].base_area == "CN"
    assert data.observations["retail_CN-CQ_2020_share"].base_indicator == "online_retail"
