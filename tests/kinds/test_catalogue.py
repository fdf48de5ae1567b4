"""The catalogue: every figure by its id, with its whole lineage, or without a number and with the reason."""

from decimal import Decimal

import pytest

from reportgen.dataset.records import Measure, Series
from reportgen.errors import ReportgenError
from reportgen.kinds import FigureIdError, UnknownCodeError
from reportgen.kinds.figure import FigureId, Kind
from reportgen.language import language, say
from reportgen.periods import Period
from tests.figures.formulas import worked_out
from tests.kinds.saying import catalogue, ids


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
    assert words in language("en").say_sentence(figure.reason)
    assert language("zh").say_sentence(figure.reason)
    assert language("zh").say_sentence(figure.reason) != language("en").say_sentence(figure.reason)


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


def test_two_values_for_one_thing_both_stand_and_point_at_each_other():
    book = catalogue("exports CN-CQ 2021=470e9 2021=480e9#other")
    assert ids(book.matching("*/level*")) == ["exports/CN-CQ/2021/level", "exports/CN-CQ/2021/level:other"]
    assert "exports/CN-CQ/2021/level:other" in language("en").say_sentence(
        book.get("exports/CN-CQ/2021/level").note
    )
    assert "exports/CN-CQ/2021/level." in language("zh").say_sentence(
        book.get("exports/CN-CQ/2021/level:other").note
    ).replace("。", ".")


def test_january_to_march_is_the_first_quarter():
    book = catalogue("exports CN-CQ 2022-01--2022-03=90e9 2021-Q1=80e9")
    assert book.get("exports/CN-CQ/2022-Q1/level").value == Decimal("90e9")
    assert book.get("exports/CN-CQ/2022-Q1/growth_computed").value == Decimal("12.5")


def test_globs_list_and_exact_ids_are_always_found():
    book = catalogue("exports CN-CQ 2020=400e9 2021=470e9", "trade CN 2021=9e12")
    listed = [figure.id for figure in book.matching("exports/*/2021/*")]
    assert {"level", "growth_computed", "change"} <= {one.kind for one in listed}
    assert {(one.series.indicator, str(one.period)) for one in listed} == {("exports", "2021")}
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


def test_a_figure_is_asked_for_by_its_parts_too():
    book = catalogue("exports CN-CQ 2021=470e9")
    parts = FigureId(Series("exports", "CN-CQ"), Period.parse("2021"), Kind.LEVEL)
    assert book.get(parts).value == Decimal("470e9")
    with pytest.raises(UnknownCodeError):
        book.get(FigureId(Series("exprts", "CN-CQ"), Period.parse("2021"), Kind.LEVEL))
