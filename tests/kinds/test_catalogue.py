"""The catalogue: every figure by its id, with its whole lineage, or without a number and with the reason."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dataset.records import Measure, Series
from reportgen.errors import ReportgenError
from reportgen.kinds import Catalogue, FigureIdError, UnknownCodeError
from reportgen.kinds.figure import FigureId, Kind
from reportgen.language import say, say_sentence
from reportgen.periods import Period
from reportgen.values import Bound, rounded
from tests.builders import dataset
from tests.figures.formulas import worked_out


def catalogue(*lines: str, **fields) -> Catalogue:
    return Catalogue(dataset(*lines, **fields))


def number(figure, places: int = 1) -> Decimal:
    assert figure.value is not None, figure.reason
    return rounded(figure.value, -places)


def ids(figures) -> list[str]:
    return [str(figure.id) for figure in figures]


def test_an_observation_is_a_figure_as_its_source_wrote_it():
    figure = catalogue('cbec_trade CN-CQ 2023=almost20e9 "s2|almost 20 billion CNY"').get(
        "cbec_trade/CN-CQ/2023/level"
    )
    assert figure.value == Decimal("20e9")
    assert figure.qualifier == "almost"
    assert figure.bound is Bound.UPPER
    assert figure.unit == "CNY"
    assert figure.precision == 9  # as written: coarser than the indicator's 7
    assert figure.observation == "cbec_trade_CN-CQ_2023"
    assert [(item.source, item.statement) for item in figure.citations] == [("s2", "almost 20 billion CNY")]


@pytest.mark.parametrize(
    ("token", "precision"), [("2021=32.21e9", 7), ("2021=32.2134e9", 7), ("2021=32e9", 9)]
)
def test_a_level_is_printed_at_round_to_or_as_coarsely_as_written(token, precision):
    assert catalogue(f"cbec_trade CN-CQ {token}").get("cbec_trade/CN-CQ/2021/level").precision == precision


@pytest.mark.parametrize(("written", "precision"), [("13.05", -2), ("63.3", -1), ("44", 0), ("1.234", -2)])
def test_a_reported_rate_is_printed_as_written_to_two_decimals_at_most(written, precision):
    figure = catalogue(f"retail CN-CQ 2020:yoy={written}").get("retail/CN-CQ/2020/growth_yoy")
    assert figure.precision == precision


def test_growth_is_computed_from_two_levels_with_its_lineage():
    book = catalogue("exports CN-CQ 2020=400e9 2021?=470e9")
    figure = book.get("exports/CN-CQ/2021/growth_computed")
    assert figure.value == Decimal("17.5")
    assert figure.unit == "percent"
    assert figure.formula == "(a − b) ÷ b × 100"
    assert figure.inputs == ("exports/CN-CQ/2021/level", "exports/CN-CQ/2020/level")
    assert figure.period_basis == "inferred"
    assert {item.subject for item in figure.citations} == {"exports_CN-CQ_2021", "exports_CN-CQ_2020"}


def test_a_default_base_may_be_named_and_leads_to_the_same_figure():
    book = catalogue("exports CN-CQ 2020=400e9 2021=470e9")
    named = book.get("exports/CN-CQ/2021/growth_computed:2020")
    assert named is book.get("exports/CN-CQ/2021/growth_computed")
    assert str(named.id) == "exports/CN-CQ/2021/growth_computed"


def test_growth_over_another_base_period_carries_it():
    figure = catalogue("exports CN-CQ 2019=200e9 2021=300e9").get("exports/CN-CQ/2021/growth_computed:2019")
    assert figure.value == 50
    assert str(figure.id) == "exports/CN-CQ/2021/growth_computed:2019"


@pytest.mark.parametrize(
    ("figure_id", "words"),
    [
        ("exports/CN-CQ/2022/level", "no level of “exports, CN-CQ” for 2022"),
        ("exports/CN-CQ/2021/growth_computed", "for 2020"),
        ("exports/CN-CQ/2021/growth_yoy", "No source"),
        ("exports/CN-CQ/2021/rank", "a rank"),
        ("exports/CN-CQ/2021/cagr", "cagr:2020"),
        ("exports/CN-CQ/2021/growth_pop", "months and quarters only"),
        ("exports/CN-CQ/2021/growth_computed:2022", "earlier"),
        ("exports/CN-CQ/2021/share", "what it is a part of"),
        ("exports/CN-CQ/2021/balance", "balance:imports"),
        ("exports/CN-CQ/2021/implied_exchange_rate", "two currencies"),
        ("exports/CN-CQ/2021/implied_base", "a growth rate"),
        ("exports/CN-CQ/2021-05/single_month", "no level"),
        ("exports/CN-CQ/2021/multiple", "for 2020"),
        ("exports/CN-CQ/2021/difference_pp:CN", "a growth rate"),
        ("exports/CN-CQ/2021/contribution:trade", "no level"),
    ],
)
def test_a_figure_without_data_has_no_number_and_says_why(figure_id, words):
    figure = catalogue("exports CN-CQ 2021=470e9", "trade CN 2021=900e9").get(figure_id)
    assert figure.value is None
    assert not figure.comparable
    assert figure.reason is not None
    assert words in say_sentence(figure.reason, "en")
    assert say_sentence(figure.reason, "zh")
    assert say_sentence(figure.reason, "zh") != say_sentence(figure.reason, "en")


@pytest.mark.parametrize(
    ("figure_id", "nearest"),
    [
        ("exporst/CN-CQ/2021/level", "exports"),
        ("exports/CN-CG/2021/level", "CN-CQ"),
        ("exports/CN-CQ/2021/target_gap@exports_2O25", "exports_2025"),
        ("exports/CN-CQ/2021/multiple:CN_CQ", "CN-CQ"),
    ],
)
def test_an_unknown_code_names_the_nearest(figure_id, nearest):
    with pytest.raises(UnknownCodeError) as caught:
        catalogue("exports CN-CQ 2021=470e9 2025:target=>500e9").get(figure_id)
    assert nearest in caught.value.nearest
    assert nearest in str(caught.value)
    assert nearest in say(caught.value.message, "zh")


@pytest.mark.parametrize("text", ["exports", "exports/CN-CQ/21/level", "exports/CN-CQ/2021/levels", ""])
def test_what_is_no_id_says_how_one_is_written(text):
    with pytest.raises(FigureIdError, match="indicator/area/period/kind"):
        catalogue("exports CN-CQ 2021=470e9").get(text)


def test_errors_of_the_catalogue_are_reportgen_errors():
    assert issubclass(UnknownCodeError, ReportgenError)
    assert issubclass(FigureIdError, ReportgenError)


def test_a_second_unit_stands_in_the_base():
    book = catalogue("exports CN-CQ 2021=470e9 2021=72.5e9USD")
    assert ids(book.all())[:2] == ["exports/CN-CQ/2021/level", "exports/CN-CQ/2021/level:USD"]
    assert book.get("exports/CN-CQ/2021/level:USD").value == Decimal("72.5e9")
    assert book.get("exports/CN-CQ/2021/level:CNY").value == Decimal("470e9")


def test_two_values_for_one_thing_both_stand_and_point_at_each_other():
    book = catalogue("exports CN-CQ 2021=470e9 2021=480e9#other")
    assert ids(book.all()) == ["exports/CN-CQ/2021/level", "exports/CN-CQ/2021/level:other"]
    assert "exports/CN-CQ/2021/level:other" in say_sentence(book.get("exports/CN-CQ/2021/level").note, "en")
    assert "exports/CN-CQ/2021/level." in say_sentence(
        book.get("exports/CN-CQ/2021/level:other").note, "zh"
    ).replace("。", ".")


def test_january_to_march_is_the_first_quarter():
    book = catalogue("exports CN-CQ 2022-01--2022-03=90e9 2021-Q1=80e9")
    assert book.get("exports/CN-CQ/2022-Q1/level").value == Decimal("90e9")
    assert book.get("exports/CN-CQ/2022-Q1/growth_computed").value == Decimal("12.5")


def test_growth_over_a_break_is_listed_without_a_number():
    book = catalogue("cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:break")
    figure = next(item for item in book.all() if item.id.kind is Kind.GROWTH_COMPUTED)
    assert figure.value is None
    assert not figure.comparable
    assert figure.inputs == ("cbec_trade/CN-CQ/2021/level", "cbec_trade/CN-CQ/2020/level")
    assert figure.reason is not None
    assert "breaks in 2021 (inferred)" in say_sentence(figure.reason, "en")
    assert "2021年与2020年不可比" in say_sentence(figure.reason, "zh")


def test_growth_between_scopes_is_refused_and_takes_the_comparable_level_where_there_is_one():
    book = catalogue("exports CN-CQ 2020=400e9[old] 2021=470e9[new]")
    assert book.get("exports/CN-CQ/2021/growth_computed").value is None
    book = catalogue("exports CN-CQ 2020=400e9[old]#a 2020=376e9[new]#b 2021=470e9[new]")
    figure = book.get("exports/CN-CQ/2021/growth_computed")
    assert figure.value == 25
    assert figure.inputs[1] == "exports/CN-CQ/2020/level:b"
    assert figure.scopes == ("new",)


def test_lower_over_lower_is_comparable_but_gives_no_number():
    figure = catalogue("exports CN-CQ 2020=>400e9 2021=>470e9").get("exports/CN-CQ/2021/growth_computed")
    assert figure.value is None
    assert figure.comparable
    assert figure.bound is Bound.NONE
    assert figure.reason is not None
    assert "cannot be bounded" in say_sentence(figure.reason, "en")


def test_period_on_period_for_months_and_quarters():
    book = catalogue("exports CN-CQ 2022-04=40e9 2022-05=42e9 2022-Q1=100e9 2022-Q2=120e9")
    assert book.get("exports/CN-CQ/2022-05/growth_pop").value == 5
    assert book.get("exports/CN-CQ/2022-Q2/growth_pop").value == 20
    assert {"exports/CN-CQ/2022-05/growth_pop", "exports/CN-CQ/2022-Q2/growth_pop"} <= set(ids(book.all()))


def test_single_months_come_out_of_cumulative_figures():
    book = catalogue(
        "exports CN-CQ 2022-01--2022-02=11e9 2022-Q1=18e9 2022-01--2022-04=24e9 2022-01--2022-05=31.5e9"
    )
    months = {str(item.id.period): item for item in book.all() if item.id.kind is Kind.SINGLE_MONTH}
    assert {period: item.value for period, item in months.items()} == {
        "2022-01--2022-02": Decimal("11e9"),
        "2022-03": Decimal("7e9"),
        "2022-04": Decimal("6e9"),
        "2022-05": Decimal("7.5e9"),
    }
    assert months["2022-05"].inputs == (
        "exports/CN-CQ/2022-01--2022-05/level",
        "exports/CN-CQ/2022-01--2022-04/level",
    )
    assert months["2022-05"].unit == "CNY"
    growth = book.get("exports/CN-CQ/2022-05/growth_pop")
    assert growth.value == 25
    assert growth.inputs == ("exports/CN-CQ/2022-05/single_month", "exports/CN-CQ/2022-04/single_month")
    assert "exports/CN-CQ/2022-05/growth_pop" in ids(book.all())


def test_january_and_february_published_together_are_not_taken_apart():
    book = catalogue("exports CN-CQ 2022-01--2022-02=11e9 2022-Q1=18e9")
    for month in ("2022-01", "2022-02"):
        reason = book.get(f"exports/CN-CQ/{month}/single_month").reason
        assert reason is not None
        assert "published together" in say_sentence(reason, "en")


def test_a_quarter_comes_out_of_cumulative_figures_too():
    book = catalogue("exports CN-CQ 2022-Q1=18e9 2022-01--2022-06=40e9")
    assert book.get("exports/CN-CQ/2022-Q2/single_month").value == Decimal("22e9")
    assert number(book.get("exports/CN-CQ/2022-Q2/growth_pop"), 1) == Decimal("22.2")


def test_no_single_month_across_a_break_or_from_a_stock():
    broken = catalogue("exports CN-CQ 2022-01--2022-04=24e9 2022-01--2022-05=31e9 2022-05:break")
    # Both figures begin before the break; only the later reaches across it.
    assert broken.get("exports/CN-CQ/2022-05/single_month").value is None
    stock = catalogue("firms(count,stock) CN-CQ 2022-01--2022-04=24 2022-01--2022-05=31")
    reason = stock.get("firms/CN-CQ/2022-05/single_month").reason
    assert reason is not None
    assert "stock" in say_sentence(reason, "en")
    assert not [item for item in stock.all() if item.id.kind is Kind.SINGLE_MONTH]


@given(st.lists(st.integers(1, 10**6), min_size=12, max_size=12))
def test_the_single_months_of_a_year_sum_up_to_it(months):
    tokens = [f"2022-01--2022-{end:02d}={sum(months[:end])}" for end in range(2, 12)]
    book = catalogue(f"exports CN-CQ 2022-01={months[0]} {' '.join(tokens)} 2022={sum(months)}")
    found = [book.get(f"exports/CN-CQ/2022-{month:02d}/single_month").value for month in range(1, 13)]
    assert found == months


@given(st.integers(1, 10**6), st.integers(-900, 9000))
def test_growth_over_the_implied_base_is_the_reported_growth(level, tenths):
    rate = Decimal(tenths) / 10
    book = catalogue(f"exports CN-CQ 2021={level}e6 2021:yoy={rate}")
    base = book.get("exports/CN-CQ/2021/implied_base").value
    assert base is not None
    assert abs((Decimal(level).scaleb(6) - base) / base * 100 - rate) < Decimal("1e-15")


def test_an_implied_base_says_which_period_it_stands_for():
    figure = catalogue("exports CN-CQ 2022-01--2022-05=19.79e9 2022-01--2022-05:yoy=88.9").get(
        "exports/CN-CQ/2022-01--2022-05/implied_base"
    )
    assert number(figure, -7) == Decimal("10.48e9")
    assert figure.precision == 7
    assert say_sentence(figure.note, "en") == "Implied for January–May 2021."
    assert "2021年1—5月" in say_sentence(figure.note, "zh")


def test_a_compound_rate_between_two_years():
    figure = catalogue("exports CN-CQ 2018=100e9 2021=172.8e9").get("exports/CN-CQ/2021/cagr:2018")
    assert number(figure) == 20
    assert figure.formula == "((a ÷ b)^(1 ÷ 3) − 1) × 100"


def test_a_breakdown_is_a_share_of_its_total_and_an_indicator_of_its_parent():
    book = catalogue(
        "exports CN-CQ 2023=470e9",
        "exports.cars CN-CQ 2023=33e9",
        "trade CN-CQ 2023=700e9",
        indicators={"exports": {"parent": "trade"}},
    )
    assert number(book.get("exports.cars/CN-CQ/2023/share")) == Decimal("7.0")
    assert number(book.get("exports/CN-CQ/2023/share")) == Decimal("67.1")
    assert book.get("exports/CN-CQ/2023/share:trade") is book.get("exports/CN-CQ/2023/share")
    # A share of two other wholes has to be asked for by name.
    assert number(book.get("exports.cars/CN-CQ/2023/share:trade")) == Decimal("4.7")


def test_a_breakdown_of_a_breakdown_is_a_share_of_both():
    book = catalogue(
        "exports CN-CQ 2023=400e9",
        "exports.cars CN-CQ 2023=40e9",
        "exports.nev CN-CQ 2023=10e9",
        codes={("breakdown", "nev"): "cars"},
    )
    assert book.get("exports.nev/CN-CQ/2023/share").value == 25
    assert book.get("exports.nev/CN-CQ/2023/share:_T").value == Decimal("2.5")
    assert {"exports.nev/CN-CQ/2023/share", "exports.nev/CN-CQ/2023/share:_T"} <= set(ids(book.all()))


def test_a_district_is_a_share_of_its_city():
    book = catalogue(
        "exports CN-CQ 2023=400e9",
        "exports DZ 2023=10e9",
        "trade CN-CQ 2023=700e9",
        areas={"DZ": {"parent": "CN-CQ"}},
        indicators={"exports": {"parent": "trade"}},
    )
    figure = book.get("exports/DZ/2023/share")  # the district's own trade, its default whole, is not stated
    assert str(figure.id) == "exports/DZ/2023/share:CN-CQ"
    assert figure.value == Decimal("2.5")
    assert book.get(figure.id) is figure


def test_a_reported_share_goes_before_a_computed_one():
    book = catalogue(
        "exports CN-CQ 2023=470e9",
        "exports.cars CN-CQ 2023=33e9 2023:share=>7",
    )
    figure = book.get("exports.cars/CN-CQ/2023/share")
    assert figure.observation == "exports.cars_CN-CQ_2023_share"
    assert figure.bound is Bound.LOWER


def test_the_only_stated_share_is_found_without_its_base():
    book = catalogue("cbec_exports CN 2023:share:exports=>7", "exports CN 2022=1e9")
    assert str(book.get("cbec_exports/CN/2023/share").id) == "cbec_exports/CN/2023/share:exports"


def test_a_rate_has_no_share():
    book = catalogue("rate(percent) CN-CQ 2023=5", "rate.urban CN-CQ 2023=4")
    assert book.get("rate.urban/CN-CQ/2023/share").value is None
    assert not [item for item in book.all() if item.id.kind is Kind.SHARE]


def test_contribution_and_pull_are_listed_where_both_changes_are_known():
    book = catalogue("exports CN-CQ 2022=100.0e9 2023=120.0e9", "exports.cars CN-CQ 2022=10.0e9 2023=18.0e9")
    assert book.get("exports.cars/CN-CQ/2023/contribution").value == 40
    pull = book.get("exports.cars/CN-CQ/2023/pull")
    assert pull.value == 8
    assert pull.unit == "percentage_points"
    assert {"exports.cars/CN-CQ/2023/contribution", "exports.cars/CN-CQ/2023/pull"} <= set(ids(book.all()))


def test_contribution_takes_the_implied_bases_where_no_comparable_level_is_stated():
    book = catalogue(
        "exports CN-CQ 2023=120.0e9 2023:yoy=20.0",
        "exports.cars CN-CQ 2023=18.0e9 2023:yoy=80.0",
    )
    figure = book.get("exports.cars/CN-CQ/2023/contribution")
    assert number(figure, 0) == 40
    assert figure.inputs[1::2] == ("exports.cars/CN-CQ/2023/implied_base", "exports/CN-CQ/2023/implied_base")


def test_a_difference_in_points_against_the_nation_and_the_months_before():
    book = catalogue(
        "exports CN-CQ 2022-01--2022-04:yoy=80.2 2022-01--2022-05:yoy=88.9",
        "exports CN 2022-01--2022-05:yoy=18.6",
        areas={"CN-CQ": {"parent": "CN"}},
    )
    against_nation = book.get("exports/CN-CQ/2022-01--2022-05/difference_pp:CN")
    assert against_nation.value == Decimal("70.3")
    assert against_nation.unit == "percentage_points"
    slower = book.get("exports/CN-CQ/2022-01--2022-05/difference_pp:2022-01--2022-04")
    assert slower.value == Decimal("8.7")
    assert {str(against_nation.id), str(slower.id)} <= set(ids(book.all()))


def test_a_difference_in_points_of_shares():
    book = catalogue(
        "exports CN-CQ 2022=100e9 2023=100e9",
        "exports.cars CN-CQ 2022=10e9 2023=18e9",
    )
    assert book.get("exports.cars/CN-CQ/2023/difference_pp:share").value == 8


def test_a_reported_difference_in_points_goes_before_a_computed_one():
    book = catalogue("retail CN-CQ 2020:yoy=13.05 2020:pp:CN=1.49", "retail CN 2020:yoy=10.9")
    figure = book.get("retail/CN-CQ/2020/difference_pp:CN")
    assert figure.value == Decimal("1.49")
    assert figure.precision == -2


def test_multiples_of_a_period_and_of_an_area():
    book = catalogue("exports CN-CQ 2018=10e9 2023=42e9", "exports CN 2023=420e9")
    assert book.get("exports/CN-CQ/2023/multiple:2018").value == Decimal("4.2")
    assert book.get("exports/CN/2023/multiple:CN-CQ").value == 10


def test_the_balance_of_exports_and_imports():
    book = catalogue("exports CN-CQ 2023=470e9", "imports CN-CQ 2023=242e9")
    figure = book.get("exports/CN-CQ/2023/balance")
    assert figure.value == Decimal("228e9")
    assert figure.unit == "CNY"
    assert book.get("exports/CN-CQ/2023/balance:imports") is figure
    assert "exports/CN-CQ/2023/balance" in ids(book.all())


def test_an_exchange_rate_is_implied_by_one_statement_in_two_currencies():
    words = "174 million USD (equivalent to 1.25 billion CNY)"
    book = catalogue(f'exports CN-CQ 2023=174e6USD "s1 stated|{words}" 2023=1.25e9 "s1 converted|{words}"')
    figure = book.get("exports/CN-CQ/2023/implied_exchange_rate")
    assert number(figure, 2) == Decimal("7.18")
    assert figure.unit == "CNY_per_USD"
    assert figure.precision == -2
    assert figure.inputs == ("exports/CN-CQ/2023/level", "exports/CN-CQ/2023/level:USD")
    assert book.get("exports/CN-CQ/2023/implied_exchange_rate:USD").value == figure.value


def test_two_statements_that_happen_to_agree_are_no_conversion():
    book = catalogue('exports CN-CQ 2023=174e6USD "s1|174 million" 2023=1.25e9 "s1 converted|1.25 billion"')
    assert book.get("exports/CN-CQ/2023/implied_exchange_rate").value is None


def test_one_statement_about_two_years_is_no_conversion():
    words = "174 million USD after 1.25 billion CNY"
    book = catalogue(f'exports CN-CQ 2023=174e6USD "{words}" 2022=1.25e9 "s1 converted|{words}"')
    assert not [item for item in book.all() if item.id.kind is Kind.IMPLIED_EXCHANGE_RATE]


def test_globs_list_and_exact_ids_are_always_found():
    book = catalogue("exports CN-CQ 2020=400e9 2021=470e9", "trade CN 2021=9e12")
    assert ids(book.matching("exports/*/2021/*")) == [
        "exports/CN-CQ/2021/level",
        "exports/CN-CQ/2021/growth_computed",
        "exports/CN-CQ/2021/change",
    ]
    assert ids(book.matching("exports/CN-CQ/2021/cagr:2020")) == ["exports/CN-CQ/2021/cagr:2020"]
    assert book.matching("imports/*") == []


def test_series_are_given_by_period():
    book = catalogue("exports CN-CQ 2021=2 2020=1 2020:yoy=5")
    series = Series("exports", "CN-CQ")
    assert [str(item.period) for item in book.series(series, Measure.LEVEL)] == ["2020", "2021"]
    assert len(book.series(series, Measure.GROWTH_YOY)) == 1
    assert book.series(Series("exports", "CN"), Measure.LEVEL) == ()


def test_the_order_of_the_list_never_changes():
    lines = ("exports CN-CQ 2020=400e9 2021=470e9 2021:yoy=17.5", "trade CN 2020=8e12 2021=9e12")
    assert ids(catalogue(*lines).all()) == ids(catalogue(*lines).all())


RICH = (
    "exports CN-CQ 2019=350e9 2020=400e9 2021=470e9 2021:yoy=17.5 2022-01--2022-02=70e9 2022-Q1=110e9 2022=500e9",
    "exports.cars CN-CQ 2020=20e9 2021=>33e9 2021:yoy=51.9 2022=40e9",
    "imports CN-CQ 2020=200e9 2021=220e9",
    "trade CN 2021=39e12 2021:yoy=21.4 2020=32e12",
    "exports CN-CQ 2025:target:2021=>700e9",
)


def test_every_input_of_every_figure_leads_to_a_figure():
    book = catalogue(*RICH, indicators={"exports": {"parent": "trade"}}, areas={"CN-CQ": {"parent": "CN"}})
    listed = book.all()
    assert len(listed) > 40
    for figure in listed:
        assert book.get(str(figure.id)) is figure
        for figure_id in figure.inputs:
            assert str(book.get(figure_id).id) == figure_id


def test_every_formula_gives_the_value_when_worked_out_by_hand():
    book = catalogue(*RICH)
    checked = [item for item in book.all() if item.formula and item.value is not None]
    assert len(checked) > 20
    for figure in checked:
        by_hand = worked_out(figure, book)
        assert abs(by_hand - figure.value) <= abs(figure.value) * Decimal("1e-18"), figure.id


def test_a_stock_of_a_year_is_the_one_of_its_last_day():
    book = catalogue("firms(count,stock) CN-CQ 2022-12-31=40 2023-12-31=50")
    assert book.get("firms/CN-CQ/2023-12-31/growth_computed").value == 25
    mixed = catalogue("firms(count,stock) CN-CQ 2022-12-31=40 2023=50")
    assert mixed.get("firms/CN-CQ/2023/growth_computed").value == 25


def test_a_figure_is_asked_for_by_its_parts_too():
    book = catalogue("exports CN-CQ 2021=470e9")
    parts = FigureId(Series("exports", "CN-CQ"), Period.parse("2021"), Kind.LEVEL)
    assert book.get(parts).value == Decimal("470e9")
    with pytest.raises(UnknownCodeError):
        book.get(FigureId(Series("exprts", "CN-CQ"), Period.parse("2021"), Kind.LEVEL))
