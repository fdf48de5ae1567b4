"""A fall is not recorded as a rise, and no level lies below zero unless its source says so."""

import pytest

from reportgen.dataset import check
from reportgen.findings import Severity
from reportgen.language import language
from reportgen.messages import Bilingual
from tests.builders import codes_of, dataset


def test_a_negative_level_is_an_error():
    [finding] = check(dataset('exports CN-CQ 2023=>-470e9#a "exceeded 470 billion yuan"'))
    assert (finding.code, finding.severity) == ("negative-level", Severity.ERROR)
    assert (finding.place.file, finding.place.row, finding.place.column) == ("observations.csv", 2, "value")
    assert language("zh").remedy(finding) == "请删去负号，或引用表明其为负值的原文。"


@pytest.mark.parametrize(
    "line",
    [
        'balance CN-CQ 2023=-4.2e9 "a trade deficit of 4.2 billion yuan"',
        'balance CN-CQ 2023=-42e8 "贸易逆差42亿元"',
        'balance CN-CQ 2023=-4.2e9 "the balance was -4.2 billion yuan"',
        'prices(percent,stock) CN-CQ 2023=-0.3 "consumer prices: 0.3 percent"',
        'exports CN-CQ 2023=0 "0 yuan"',
    ],
)
def test_a_balance_or_a_rate_may_be_negative(line):
    assert check(dataset(line)) == []


def test_a_negative_level_without_a_source_is_a_warning():
    findings = check(dataset("exports CN-CQ 2023=-4e9", cited=False))
    assert codes_of(findings) == ["missing-citation", "negative-level"]
    assert findings[1].severity is Severity.WARNING


WAYS = {
    "rise": ", but its clause speaks of a rise.",
    "fall": ", but its clause speaks of a fall.",
    "loss": ", but its clause speaks of a loss or deficit.",
    "profit": ", but its clause speaks of a profit or surplus.",
}


@pytest.mark.parametrize(
    ("token", "words", "remedy"),
    [
        ("2023:yoy=5.3", "down 5.3 percent year on year", "Write -5.3 in the column “value”."),
        ("2023:yoy=5.3", "同比下降5.3%", "Write -5.3 in the column “value”."),
        ("2023:yoy=5.3", "a 5.3% decline from 2022", "Write -5.3 in the column “value”."),
        ("2023:yoy=5.3", "came to 4 billion yuan, fell 5.3%, after 8% growth", "Write -5.3 in the column “value”."),
        ("2023:pp:CN=2.1", "低于全国平均水平2.1个百分点", "Write -2.1 in the column “value”."),
        ("2023:yoy=-63.3", "up 63.3% from the previous year", "Write 63.3 in the column “value”."),
        ("2023:yoy=-63.3", "同比增长63.3%", "Write 63.3 in the column “value”."),
    ],
)  # fmt: skip
def test_a_direction_against_the_clause_is_an_error(token, words, remedy):
    [finding] = check(dataset(f'exports CN-CQ {token} "{words}"'))
    way = "fall" if remedy.startswith("Write -") else "rise"
    assert (finding.code, finding.variant, finding.severity) == (
        "direction-against-clause",
        way,
        Severity.ERROR,
    )
    assert language("en").what(finding).endswith(WAYS[way])
    assert language("en").remedy(finding) == remedy


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("2023:yoy=-5.3", "down 5.3 percent year on year"),
        ("2023:yoy=-5.3", "-5.3% year on year"),
        ("2023:yoy=-5.3", "同比下降5.3%"),
        ("2023:yoy=63.3", "up 63.3% from the previous year"),
        ("2023:yoy=63.3", "imports down 5.3% but exports up 63.3%"),
        ("2023:yoy=63.3", "进口下降5.3%，出口增长63.3%"),
        ("2023:yoy=63.3", "a growth rate of 63.3%"),
        ("2023:yoy=63.3", "63.3% in 2023"),
        ("2023:pp:2022=2.1", "降幅收窄2.1个百分点"),
        ("2023:pp:2022=2.1", "the decline narrowed by 2.1 percentage points"),
        ("2023:pp:CN=2.1", "2.1 percentage points higher than the national average"),
    ],
)
def test_a_direction_that_fits_or_is_not_said_is_left_alone(token, words):
    assert check(dataset(f'exports CN-CQ {token} "{words}"')) == []


def test_a_balance_below_zero_needs_no_words_where_no_source_is_cited_at_all():
    """That nothing is cited is another finding; a flow below zero is asked about all the same."""

    def found(label, indicator):
        line = f"{indicator} CQ 2022=22.2e8 2023=-20.4e8"
        data = dataset(line, cited=False, indicators={indicator: {"label": Bilingual(label, label)}})
        return [item.key for item in check(data) if item.code == "negative-level"]

    assert found("Trade balance", "bal") == found("贸易差额", "bal") == []
    assert found("Exports", "exports") == found("工业增加值", "exports") == ["negative-level/uncited"]


PROFIT = {
    "profit": {"label": Bilingual("Profits", "利润")},
    "losses": {"label": Bilingual("Losses", "亏损额")},
}


@pytest.mark.parametrize(
    ("token", "words", "right"),
    [
        ("profit CQ 2023=3.2e8", "企业亏损3.2亿元", "-3.2"),
        ("profit CQ 2023=-3.2e8", "由上年亏损1.0亿元转为盈利3.2亿元", "3.2"),
        ("profit CQ 2023=3.2e8", "由上年盈利1.0亿元转为亏损3.2亿元", "-3.2"),
        ("profit CQ 2023=3.2e8", "from a profit of 100 million yuan to a loss of 320 million yuan", "-3.2"),
    ],
)
def test_a_loss_is_no_profit(token, words, right):
    [finding] = check(dataset(f'{token} "{words}"', indicators=PROFIT))
    assert finding.code == "direction-against-clause"
    assert language("en").remedy(finding) == f"Write {right} in the column “value”."
    assert language("en").what(finding).endswith(WAYS["loss" if right.startswith("-") else "profit"])
    assert ("亏损" if right.startswith("-") else "盈利") in language("zh").what(finding)


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("profit CQ 2023=-3.2e8", "企业亏损3.2亿元"),
        ("profit CQ 2023=3.2e8", "由上年亏损1.0亿元转为盈利3.2亿元"),
        ("profit CQ 2023=3.2e8", "扭亏为盈，利润总额3.2亿元"),
        ("losses CQ 2023=3.2e8", "企业亏损3.2亿元"),
    ],
)
def test_a_profit_or_loss_that_its_clause_calls_so_is_right(token, words):
    assert not check(dataset(f'{token} "{words}"', indicators=PROFIT))
