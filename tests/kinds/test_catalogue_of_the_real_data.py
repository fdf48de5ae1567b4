"""The figures of the real dataset, against sums done by hand from the articles."""

from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest

from reportgen import dataset
from reportgen.figures.numbers import display, rounded_value
from reportgen.kinds import Catalogue
from reportgen.kinds.figure import Kind
from reportgen.language import language
from reportgen.values import Bound
from tests.figures.formulas import worked_out

DATA = Path(__file__).parents[2] / "data"


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    read, _ = dataset.read(DATA)
    return Catalogue(read)


@pytest.mark.parametrize(
    ("figure_id", "printed", "bound"),
    [
        # Target: 70 - 32.21; 32.21 / 70; (70 / 32.21) ^ (1/4) - 1
        ("cbec_trade/CN-CQ/2021/target_gap@cbec_trade_2025", "37790000000", "exact"),
        ("cbec_trade/CN-CQ/2021/target_completion@cbec_trade_2025", "46.0", "exact"),
        ("cbec_trade/CN-CQ/2021/target_required_growth@cbec_trade_2025", "21.4", "exact"),
        # Path: 32.21 x (70 / 32.21) ^ (n/4)
        ("cbec_trade/CN-CQ/2022/target_path@cbec_trade_2025", "39110000000", "exact"),
        ("cbec_trade/CN-CQ/2025/target_path@cbec_trade_2025", "70000000000", "exact"),
        # Implied bases: 32.21 / 1.633; 19.79 / 1.889; 7.81 / 1.177; 33 / 1.519; 200 / 1.075
        ("cbec_trade/CN-CQ/2021/implied_base", "19720000000", "exact"),
        ("cbec_trade/CN-CQ/2022-01--2022-05/implied_base", "10480000000", "exact"),
        ("cbec_trade/CN-CQ/2020/implied_base", "6640000000", "exact"),
        ("auto_exports/CN-CQ/2023/implied_base", "21700000000", "lower"),
        ("exports.GENERAL_TRADE/CN-CQ/2023/implied_base", "187000000000", "upper"),  # 186.05, rounded up
        ("online_retail/CN-CQ/2020/implied_base", "119460000000", "exact"),  # 135.05 / 1.1305
        # The earlier level behind "about 10 times that of five years ago": 2380 / 10, between 226 and 251
        ("cbec_trade/CN/2023/implied_base:2018", "240000000000", "approximate"),
        ("cbec_trade/CN/2023/cagr:2021", "11.3", "exact"),  # (2.38 / 1.92) ^ (1/2) = 1.11337
        # Exchange rates: 1.25 / 0.174 (7.13 to 7.23); 135.05 / 21 (6.28 to 6.59); 100 / 15.62 (6.37 to 6.43);
        # 2380 / 32.9 (72.08 to 72.60): two decimals only where the amounts justify them
        (
            "market_procurement_exports/CN-CQ/2022-12--2023-12/implied_exchange_rate",
            "7.18",
            "exact",
        ),
        ("online_retail/CN-CQ/2020/implied_exchange_rate", "6.4", "approximate"),
        ("new_forms_trade/CN-CQ/2025/implied_exchange_rate@new_forms_trade_2025", "6.40", "approximate"),
        ("cbec_trade/CN/2023/implied_exchange_rate", "72.3", "exact"),
        # Shares: 18.53 / 24.33; 24.33 / 135.05; 0.786 / 1.827
        ("rural_online_retail/CQ_KEY14/2020/share:CN-CQ", "76.2", "exact"),
        ("rural_online_retail/CN-CQ/2020/share", "18.0", "exact"),
        ("ecommerce_employment.DIRECT/CN-CQ/2020/share", "43.0", "exact"),
        # Points: 63.3 - 18.6
        ("cbec_trade/CN-CQ/2021/difference_pp:CN", "44.7", "exact"),
        ("rural_online_retail/CN-CQ/2020/difference_pp:online_retail", "-1.6", "exact"),  # 11.5 - 13.05
        # 79.2 - 51.9, which may be 51.95: more than 27.3 would not hold, more than 27.2 does
        ("auto_exports.PASSENGER_CARS/CN-CQ/2023/difference_pp:_T", "27.2", "lower"),
    ],
)
def test_figures_by_hand(figure_id, printed, bound):
    figure = catalogue().get(figure_id)
    assert figure.value is not None, figure.reason
    assert rounded_value(figure) == Decimal(printed)
    assert figure.bound is Bound(bound)
    assert figure.citations


def test_the_target_stays_measured_from_2021_and_says_so():
    basis = catalogue().target_basis("cbec_trade_2025")
    assert basis.observation is not None
    assert str(basis.observation.period) == "2021"
    note = catalogue().target_progress("cbec_trade_2025", Kind.TARGET_COMPLETION).note
    assert "Measured on the figure for 2021" in language("en").say_sentence(note)
    assert "2023 cannot be compared with 2021: the series breaks in 2023 (inferred)" in language(
        "en"
    ).say_sentence(note)
    assert "2023年与2021年不可比" in language("zh").say_sentence(note)


def test_growth_of_2021_over_the_7_81_billion_of_2020_is_refused():
    figure = catalogue().get("cbec_trade/CN-CQ/2021/growth_computed")
    assert figure.value is None
    assert not figure.comparable
    assert figure.reason is not None
    assert "the series breaks in 2021 (inferred)" in language("en").say_sentence(figure.reason)
    assert figure in catalogue().all()


@pytest.mark.parametrize(
    "figure_id", ["2021/share:CN", "2021/contribution:CN", "2021/pull:CN", "2023/share:CN"]
)
def test_chongqing_is_no_share_of_china_while_its_series_breaks_and_chinas_does_not(figure_id):
    figure = catalogue().get(f"cbec_trade/CN-CQ/{figure_id}")
    assert figure.value is None
    assert figure.reason is not None
    assert "in 2021 (inferred) and in 2023 (inferred)" in language("en").say_sentence(figure.reason)
    assert "2021年（推断）、2023年（推断）" in language("zh").say_sentence(figure.reason)


@pytest.mark.parametrize(("base", "words"), [("2020", "breaks in 2021"), ("2021", "breaks in 2023")])
def test_the_compound_rates_of_chongqing_are_listed_and_refused(base, words):
    figure = catalogue().get(f"cbec_trade/CN-CQ/2023/cagr:{base}")
    assert figure in catalogue().all()
    assert figure.value is None
    assert figure.reason is not None
    assert words in language("en").say_sentence(figure.reason)


def test_five_undated_demonstration_zones_are_half_of_ten_and_set_no_yearly_pace():
    at = "cbec_demo_zones/CN-CQ/2024"
    assert catalogue().get(f"{at}/target_completion@cbec_demo_zones_2025").value == 50
    assert catalogue().get(f"{at}/target_gap@cbec_demo_zones_2025").value == 5
    required = catalogue().get(f"{at}/target_required_growth@cbec_demo_zones_2025")
    assert required.value is None
    assert required.reason is not None
    assert "day of the count is not stated" in language("en").say_sentence(required.reason)


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("overseas_warehouse_enterprises_2025", "no figure to measure the target on"),  # not warehouses
        ("market_procurement_participants_2025", "no figure to measure the target on"),  # not invoices
        ("nev_exports_2027", "no figure to measure the target on"),  # not all automobiles
        (
            "market_procurement_exports_2025",
            "covers thirteen months, the target a whole year",
        ),  # thirteen months are no year
    ],
)
def test_targets_without_a_comparable_observation(target, words):
    basis = catalogue().target_basis(target)
    assert basis.observation is None
    assert basis.reason is not None
    assert words in language("en").say_sentence(basis.reason)


def test_over_25_billion_up_over_79_2_percent_implies_nothing():
    figure = catalogue().get("auto_exports.PASSENGER_CARS/CN-CQ/2023/implied_base")
    assert figure.value is None
    assert figure.reason is not None
    assert "only as “more than”, so no base can be computed" in language("en").say_sentence(figure.reason)


def test_nothing_is_computed_from_the_39_times_of_an_unclear_source():
    using = [item for item in catalogue().all() if "cbec_trade/CN-CQ/2016--2022/multiple" in item.inputs]
    assert using == []
    itself = catalogue().get("cbec_trade/CN-CQ/2016--2022/multiple")
    assert not itself.comparable
    assert itself.reason is not None
    assert "by or to" in language("en").say_sentence(itself.reason)
    assert "增至" in language("zh").say_sentence(itself.reason)
    assert display(itself, "en") == "39 times (as the source words it)"
    assert display(itself, "zh") == "39倍（原文表述）"


def test_every_observation_and_target_is_listed():
    listed = catalogue().all()
    assert {item.observation for item in listed} >= set(catalogue().dataset.observations)
    assert {item.target for item in listed} >= set(catalogue().dataset.targets)


def test_every_figure_has_its_lineage_down_to_citations():
    for figure in catalogue().all():
        assert figure.citations, figure.id
        assert figure.value is not None or figure.reason is not None or figure.state, figure.id
        for figure_id in figure.inputs:
            assert str(catalogue().get(figure_id).id) == figure_id


def test_every_formula_gives_the_value_when_worked_out_by_hand():
    for figure in catalogue().all():
        if figure.formula and figure.value is not None:
            by_hand = worked_out(figure, catalogue())
            assert abs(by_hand - figure.value) <= abs(figure.value) * Decimal("1e-18"), figure.id


def test_no_two_figures_share_an_id_or_a_key():
    listed = catalogue().all()
    assert len({str(item.id) for item in listed}) == len(listed)
    assert len({item.key for item in listed}) == len(listed)


@pytest.mark.parametrize(
    ("figure_id", "shown"),
    [
        ("cbec_trade/CN-CQ/2021-01--2021-05/share:2021", "32.5%"),
        ("cbec_trade/CN/2023/growth_computed:2021", "24.0%"),
        ("cbec_trade/CN/2023/base_rate:trade", "0.2%"),
        ("online_retail/CN-CQ/2020/base_rate:CN", "11.56%"),
        ("online_retail.PHYSICAL_GOODS/CN-CQ/2020/base_rate:CN", "14.8%"),
        (
            "market_procurement_exports/CN-CQ/2022-12--2023-12/ratio:market_procurement_invoices,USD",
            "100,811 US dollars per invoice",
        ),
        ("rural_ecommerce_brands/CN-CQ/2020/sum:breakdown", "1,480 brands"),
    ],
)
def test_what_the_articles_allow(figure_id, shown):
    book = catalogue()
    assert display(book.get(figure_id), "en", book.dataset) == shown


def test_what_the_articles_do_not_allow_to_be_compared():
    book = catalogue()
    assert not book.get("cbec_trade/CN/2023/implied_base:2018").comparable
    assert not book.get("cbec_trade/CN/2023/implied_exchange_rate").comparable
    parts = book.get("cbec_trade/CN-CQ/2021/sum:breakdown")
    assert parts.value is None
    assert language("en").say_sentence(parts.reason).startswith("Nothing says that the parts are all there")
