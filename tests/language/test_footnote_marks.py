"""A mark of a footnote is no digit, and a sign of a qualifier is one sign, whoever reads it: import, audit, form, citation, prose."""

from decimal import Decimal

import pytest

from reportgen.dataset import check
from reportgen.dataset.records import Role
from reportgen.intake.forms.asked import Asked, plain_text
from reportgen.intake.forms.entry_values import read_entry
from reportgen.intake.grid import number_of
from reportgen.intake.taken import ObservationKey
from reportgen.language.printed_numbers import is_percentage
from reportgen.language.quantity_reader import quantities_in, stated_quantities
from reportgen.living.audit.sums import table_number
from reportgen.record import replace
from tests.builders import codes_of, dataset

MARKS = [
    "¹", "⁰", "²", "⁴", "₁", "₀", "①", "⑳", "⓪", "㉑", "㉟", "㊱", "㊿", "❶", "➀", "➊", "⓵", "ⓐ", "㊀", "⑴", "⒇", "⒈", "⒛", "⒜", "㈠",
    "*", "＊", "†", "‡", "**", "#", "＃", "[1]", "[12]", "［1］", "①②", "①*", " ①", "*[2]",
]  # fmt: skip
TRADE = ObservationKey("trade", "CN-CQ", "", "", "2024-05", "level", "", "", "CNY")
GROWTH = TRADE._replace(measure="growth_yoy", unit="")


def entered(text, key=TRADE, power=8, unit="亿元"):
    return read_entry(text, Asked("r0001", key, power, unit=unit))


def cited(token, text, label):
    made = dataset(f'exports CN-CQ {token} "{text}"')
    (citation,) = made.citations
    cell = replace(
        citation, role=Role.TABLE, unit_label=label, column_label="5月", row_label="重庆市", cell="D2"
    )
    return codes_of(check(replace(made, citations=(cell,))))


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_behind_a_number_is_no_digit_to_any_reader(mark):
    written, number = f"8273.1{mark}", Decimal("8273.1")

    assert number_of(written, {}).value == number
    assert table_number(written) == number
    assert entered(written).value == Decimal("827310000000")
    assert cited("2022-05=8273.1e8", written, "亿元") == []
    assert [found.number for found in stated_quantities(written)] == [number]


@pytest.mark.parametrize("mark", [one for one in MARKS if one not in (" ①", "①*", "*[2]")])
def test_a_mark_between_a_number_and_its_unit_is_no_digit_to_any_reader(mark):
    written, value = f"8273.1{mark}亿元", Decimal("827310000000")

    assert entered(written).value == value
    assert cited("2022-05=8273.1e8", written, "") == []
    assert [(found.value, found.unit) for found in stated_quantities(f"出口{written}")] == [(value, "CNY")]
    assert number_of(f"5.3{mark}%", {}).value == Decimal("5.3")
    assert is_percentage(f"5.3{mark}%")
    assert is_percentage(f"5.3%{mark}")
    assert entered(f"5.3{mark}%", GROWTH, 0, "%").value == Decimal("5.3")
    assert [found.number for found in stated_quantities(f"增长5.3{mark}%")] == [Decimal("5.3")]


@pytest.mark.parametrize("written", ["322.1[1] hundred million yuan", "322.1(1) hundred million yuan", "322.1* hundred million yuan"])  # fmt: skip
def test_a_mark_in_plain_letters_is_passed_over_too(written):
    [found] = stated_quantities(written)
    assert (found.value, found.unit) == (Decimal("32210000000"), "CNY")


@pytest.mark.parametrize("written", ["①5", "5①3", "₁5", "8273.1（1）", "8273.1(1)", "①", "[1]", "#"])
def test_no_number_is_made_of_marks_and_what_may_be_a_second_number(written):
    assert number_of(written, {}) is None
    assert table_number(written) is None


def test_a_number_in_brackets_alone_is_below_zero():
    assert number_of("(12)①", {}).value == -12


@pytest.mark.parametrize("mark", ["①", "¹", "*", "†", "❶", "[1]", "㉑"])
def test_a_mark_is_no_part_of_a_label(mark):
    assert plain_text(f"进出口{mark}") == "进出口"


@pytest.mark.parametrize(
    ("label", "compared"),
    [("⒈出口", "1.出口"), ("㈠出口", "(一)出口"), ("⑴ 出口", "(1)出口"), ("CO₂", "co2"), ("#出口", "#出口")],
)
def test_numbering_and_formulas_are_part_of_a_label(label, compared):
    assert plain_text(label) == compared


@pytest.mark.parametrize(
    ("sign", "qualifier"),
    [
        ("≥", "ge"), ("⩾", "ge"), ("≧", "ge"), (">=", "ge"), ("＞＝", "ge"), ("＞=", "ge"), ("≤", "le"), ("⩽", "le"), ("≦", "le"), ("<=", "le"),
        ("＜＝", "le"), (">", "gt"), ("＞", "gt"), ("<", "lt"), ("＜", "lt"), ("≈", "about"), ("~", "about"), ("～", "about"),
    ],
)  # fmt: skip
def test_a_sign_says_the_same_to_every_reader(sign, qualifier):
    token = {"ge": ">=", "le": "<=", "gt": ">", "lt": "<", "about": "~"}[qualifier]

    for written in (f"{sign}5", f"{sign} 5", f"{sign}5亿元", f"{sign}5①"):
        assert (entered(written).value, entered(written).qualifier) == (500000000, qualifier)
    for written in (f"出口{sign}5亿元", f"exports {sign} 500 million yuan", f"出口{sign}¥5亿"):
        assert [(one.value, one.qualifier) for one in quantities_in(written)] == [(500000000, qualifier)]
    assert codes_of(check(dataset(f'exports CN-CQ 2022-05={token}5e8 "出口{sign}5亿元"'))) == []


@pytest.mark.parametrize("text", ["20家～30家", "20~30家", "5～7%", "1.5万~2万户"])
def test_a_tilde_of_a_range_says_nothing_of_its_second_number(text):
    assert [one.qualifier for one in quantities_in(text)] == ["eq", "eq"]
