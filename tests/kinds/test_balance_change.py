"""``balance_change``: by how much a surplus or a deficit widened or narrowed, worked out by hand."""

from decimal import Decimal

import pytest

from tests.figures.made import vocabulary
from tests.kinds.saying import catalogue, ids, said, why

ID = "exports/CN-CQ/2023/balance_change"


def trade(exports: str, imports: str):
    """Exports and imports of 2022 and 2023, in hundred million yuan."""
    (e2022, e2023), (i2022, i2023) = exports.split(), imports.split()
    return catalogue(
        f"exports CN-CQ 2022={e2022}e8 2023={e2023}e8", f"imports CN-CQ 2022={i2022}e8 2023={i2023}e8"
    )


@pytest.mark.parametrize(
    ("exports", "imports", "en", "zh"),
    [
        # 2332.2 to 2427.0
        ("5245.3 4782.2", "2913.1 2355.2", "trade surplus widened by 9.48 billion yuan on the year before.", "贸易顺差比上年扩大94.8亿元。"),
        # 300 to 180
        ("500.0 400.0", "200.0 220.0", "trade surplus narrowed by 12.00 billion yuan on the year before.", "贸易顺差比上年收窄120.0亿元。"),
        # -70 to -82
        ("100.0 110.0", "170.0 192.0", "trade deficit widened by 1.20 billion yuan on the year before.", "贸易逆差比上年扩大12.0亿元。"),
        # -70 to -40
        ("100.0 150.0", "170.0 190.0", "trade deficit narrowed by 3.00 billion yuan on the year before.", "贸易逆差比上年收窄30.0亿元。"),
        # 10 to -20: neither widened nor narrowed
        ("100.0 100.0", "90.0 120.0", "trade balance fell by 3.00 billion yuan on the year before.", "贸易差额比上年减少30.0亿元。"),
        # 5 and 5
        ("10.0 20.0", "5.0 15.0", "trade balance remained unchanged on the year before.", "贸易差额与上年持平。"),
    ],
)  # fmt: skip
def test_a_surplus_or_deficit_says_by_how_much_it_widened_or_narrowed(exports, imports, en, zh):
    book = trade(exports, imports)
    assert said(book, ID) == f"In 2023, CN-CQ’s {en}"
    assert said(book, ID, "zh") == f"2023年，CN-CQ{zh}"


def test_it_is_the_difference_of_the_two_balances_and_is_listed_by_none():
    book = trade("5245.3 4782.2", "2913.1 2355.2")
    figure = book.get(ID)
    assert figure.value == Decimal("94.8e8")
    assert figure.inputs == ("exports/CN-CQ/2023/balance", "exports/CN-CQ/2022/balance")
    assert book.get(f"{ID}:imports") is figure
    assert ID not in ids(book.all())


def test_the_sentence_of_a_balance_says_it_where_neither_turned_into_the_other():
    assert said(trade("5245.3 4782.2", "2913.1 2355.2"), "exports/CN-CQ/2023/balance").endswith(
        "trade surplus was 242.70 billion yuan, widening by 9.48 billion yuan on the year before."
    )
    turned = said(trade("100.0 100.0", "90.0 120.0"), "exports/CN-CQ/2023/balance")
    assert turned.endswith("turning from a surplus into a deficit.")


def test_over_a_break_and_within_rounding_there_is_none():
    broken = catalogue(
        "exports CN-CQ 2022=500.0e8 2023=480.0e8 2023:break", "imports CN-CQ 2022=290.0e8 2023=230.0e8"
    )
    assert "breaks" in why(broken, ID)
    close = trade("100 101", "50 51.2")
    assert "smaller than the rounding" in why(close, ID)
    assert said(close, "exports/CN-CQ/2023/balance").endswith("was 5.0 billion yuan.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2023, CN-CQ’s exports came to 478.22 billion yuan, down 8.8% year on year; "
         "the trade surplus widened by 9.48 billion yuan on the year before."),
        ("zh", "2023年，CN-CQ出口为4782.2亿元，比上年下降8.8%；贸易顺差比上年扩大94.8亿元。"),
    ],
)  # fmt: skip
def test_a_paragraph_says_it_of_the_area_it_speaks_of(language, text):
    words = vocabulary(trade("5245.3 4782.2", "2913.1 2355.2").dataset, language, "2023")
    exports = words["exports"]
    assert str(words["paragraph"]([exports, exports.balance_change]).unmarked.content()) == text
    both = words["paragraph"]([exports.balance, exports.balance_change]).unmarked.content()
    assert str(both).count({"en": "9.48", "zh": "94.8"}[language]) == 1
