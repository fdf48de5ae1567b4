"""``growth_computed``: growth from two levels, with its lineage, or the reason why there is none."""

from decimal import Decimal

from reportgen.kinds.figure import Kind
from reportgen.language import language
from reportgen.values import Bound
from tests.kinds.saying import catalogue, printed


def test_growth_is_computed_from_two_levels_with_its_lineage():
    book = catalogue("exports CN-CQ 2020=400e9 2021?=470e9")
    figure = book.get("exports/CN-CQ/2021/growth_computed")
    assert figure.value == Decimal("17.5")
    assert figure.unit == "percent"
    assert str(figure.formula) == "(a − b) ÷ b × 100"
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


def test_growth_over_a_break_is_listed_without_a_number():
    book = catalogue("cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:break")
    figure = next(item for item in book.all() if item.id.kind is Kind.GROWTH_COMPUTED)
    assert figure.value is None
    assert not figure.comparable
    assert figure.inputs == ("cbec_trade/CN-CQ/2021/level", "cbec_trade/CN-CQ/2020/level")
    assert figure.reason is not None
    assert "breaks in 2021 (inferred)" in language("en").say_sentence(figure.reason)
    assert "2021年与2020年不可比" in language("zh").say_sentence(figure.reason)


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
    assert "cannot be bounded" in language("en").say_sentence(figure.reason)


def test_growth_against_a_year_that_a_later_growth_implies():
    # 110 up 10% implies 100 for 2020; 2022 stands at 150
    book = catalogue("exports CQ 2021=110e8 2021:yoy=10.0 2022=150e8")
    assert printed(book, "exports/CQ/2022/growth_computed:2020") == "50.0%"


def test_growth_is_not_computed_from_the_base_that_itself_implies():
    book = catalogue("exports CQ 2021=110e8 2021:yoy=10.0")
    assert book.get("exports/CQ/2021/growth_computed:2020").value is None
