"""Which way words say that a number points, worked out by hand: the check of clauses and the audit of documents read them alike."""

from decimal import Decimal

import pytest

from reportgen.dataset import check
from reportgen.figures.recorded_figures import FigureRecord
from reportgen.findings import Place
from reportgen.language.quantity_reader import stated_quantities
from reportgen.living.audit.prose import FigureSpan, Passage, check_directions
from reportgen.messages import Multilingual
from tests.builders import dataset

# what a figure of 5.3 % or 2.1 points must be for the words to be true of it: above zero (1), below (-1), either (0)
GROWTH = [
    ("exports rose 5.3%", 1),
    ("exports fell 5.3%", -1),
    ("exports expanded 5.3%", 1),
    ("exports slipped by 5.3%", -1),
    ("exports shrank by 5.3%", -1),
    ("exports slid 5.3%", -1),
    ("exports slowed by 5.3%", -1),
    ("tariff revenue was lowered by 5.3%", -1),
    ("exports soared 5.3%", 1),
    ("exports climbed 5.3%", 1),
    ("trade accelerated by 5.3%", 1),
    ("growth of 5.3%", 1),
    ("a 5.3% decline from 2022", -1),
    ("a 5.3% increase", 1),
    ("5.3% higher than in 2021", 1),
    ("5.3% lower than in 2021", -1),
    ("growth slowed to 5.3%", 0),
    ("growth fell to 5.3%", 0),
    ("exports came to 4 billion yuan and fell 5.3%", -1),
    ("imports fell, exports reached 5.3%", 0),
    ("exports at 5.3%", 0),
    ("出口增长5.3%", 1),
    ("出口攀升5.3%", 1),
    ("出口上涨5.3%", 1),
    ("出口萎缩5.3%", -1),
    ("出口跌5.3%", -1),
    ("出口缩减5.3%", -1),
    ("出口回落5.3%", -1),
    ("出口放缓5.3%", -1),
    ("出口下滑5.3%", -1),
    ("出口增速5.3%", 1),
    ("出口降幅5.3%", -1),
    ("增速回落至5.3%", 0),
    ("增速下降到5.3%", 0),
    ("进口下降，出口为5.3%", 0),
    ("出口5.3%", 0),
]
DIFFERENCE = [
    ("growth slowed by 2.1 percentage points", -1),
    ("growth accelerated by 2.1 percentage points", 1),
    ("2.1 percentage points higher than the national average", 1),
    ("2.1 percentage points below the national average", -1),
    ("exports grew 2.1 percentage points slower than the national average", -1),
    ("exports grew 2.1 percentage points faster than the national average", 1),
    ("more than 2.1 percentage points below the national average", -1),
    ("the decline narrowed by 2.1 percentage points", 0),
    ("增速放缓2.1个百分点", -1),
    ("增速回落2.1个百分点", -1),
    ("增速加快2.1个百分点", 1),
    ("高于全国平均水平2.1个百分点", 1),
    ("低于全国平均水平2.1个百分点", -1),
    ("增速慢于全国2.1个百分点", -1),
    ("不低于2.1个百分点", 0),
    ("降幅收窄2.1个百分点", 0),
]
ALL = [*((*one, "yoy", "5.3", "growth_yoy") for one in GROWTH), *((*one, "pp:CN", "2.1", "difference_pp:CN") for one in DIFFERENCE)]  # fmt: skip


@pytest.mark.parametrize(("words", "points", "token", "number", "kind"), ALL)
def test_a_direction_is_read_alike_in_clauses_and_in_documents(words, points, token, number, kind):
    assert _said_by_clauses(words, token, number) == points
    assert _said_by_the_audit(words, number, kind) == points


def _said_by_clauses(words: str, token: str, number: str) -> int:
    """By the sign of the records that the clause is told to contradict."""
    rise, fall = (
        "direction-against-clause"
        in [one.code for one in check(dataset(f'exports CN-CQ 2023:{token}={sign}{number} "{words}"'))]
        for sign in ("", "-")
    )
    return int(fall) - int(rise)


def _said_by_the_audit(words: str, number: str, kind: str) -> int:
    at = next(one for one in stated_quantities(words) if str(one.number) == number)
    unit = "percent" if kind == "growth_yoy" else "percentage_points"
    nothing = Multilingual("", "")

    def is_contrary(value: Decimal) -> bool:
        figure = FigureRecord(
            f"exports/CN-CQ/2023/{kind}", "", value, unit, -1, *(nothing,) * 3, qualifier=at.qualifier.value
        )
        return any(check_directions(Passage(Place(), words, [FigureSpan(at.start, at.end, figure)])))

    return int(is_contrary(-Decimal(number))) - int(is_contrary(Decimal(number)))
