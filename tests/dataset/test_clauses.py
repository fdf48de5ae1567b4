"""A citation's clause must hold the value, the multiplier and the unit it is cited for."""

import pytest

from reportgen.dataset import check
from reportgen.dataset.clause_checks import folded_text
from reportgen.findings import Severity
from reportgen.language import language
from reportgen.language.quantity_reader import quantities_in
from tests.builders import codes_of, dataset


def clause_codes(token, words, head="exports CN-CQ"):
    return codes_of(check(dataset(f'{head} {token} "{words}"')))


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("2021=32.21e9", "transaction volume reached 32.21 billion yuan in 2021"),
        ("2021=322.1e8", "跨境电商进出口额322.1亿元"),
        ("2021=1.92e12", "规模达1.92万亿元人民币"),
        ("2023=32.9e9USD", "volume of 2.38 trillion yuan ($32.9 billion)"),
        ("2020=~21e9USD", "were 135.05 billion yuan (about USD 21 billion)"),
        ("2023=~15.62e9USD", "100 billion yuan (about 15.62 billion U.S. dollars)"),
        ("2023=174e6USD", "1,726 invoices worth 174 million USD (equivalent to 1.25 billion CNY)"),
        ("2021:yoy=63.3", "up 63.3% from the previous year"),
        ("2021:yoy=-5.3", "down 5.3 percent year on year"),
        ("2023:yoy=15.6", "同比增长15.6%"),
        ("2020:yoy=25.8", "increased by 25.8% compared with that of last year"),
        ("2020:yoy=8.1", "8.1% higher than the same period last year"),
        ("2020:pp:2019=31", "31 percentage points above the same period last year"),
        ("2023:pp:CN=2.1", "高于全国平均水平2.1个百分点"),
        ("2022:multiple:2016=39", "increasing by 39 times in seven years"),
        ("2022:rank:CN=1", "the largest market in the west"),
        ("2022:rank:CN=1", "总量居西部第一"),
    ],
)
def test_words_that_hold_the_number_are_accepted(token, words):
    assert clause_codes(token, words) == []


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("2020=9300", "There were 9,300 new e-commerce firms registered"),
        ("2020=>40e6", "purchased over 40 million masks"),
        ("2023=almost5e6", "exported nearly five million vehicles"),
        ("2020=32", "thirty-two platforms"),
        ("2020=14", "十四个重点区县"),
        ("2020=1", "which is the only demonstration base in a county"),
        ("2020=>650000", "网商超过65万家"),
    ],
)
def test_counts_are_found_in_figures_and_in_words(token, words):
    assert clause_codes(token, words, "firms(count,stock) CN-CQ") == []


@pytest.mark.parametrize(
    ("token", "words", "code"),
    [
        ("2021=32.12e9", "reached 32.21 billion yuan in 2021", "value-not-in-clause"),
        ("2021=32.21e6", "reached 32.21 billion yuan in 2021", "multiplier-not-in-clause"),
        ("2021=32.21e8", "进出口额322.1亿元", "multiplier-not-in-clause"),
        ("2021=~21e9", "were 135.05 billion yuan (about USD 21 billion)", "unit-not-in-clause"),
        ("2021=32.21e9", "reached 32.21 billion in 2021", "unit-not-in-clause"),
        ("2021:yoy=63.3", "63.3 times as much", "unit-not-in-clause"),
        ("2020:pp:CN=1.49", "13.05% and 1.49% higher than the national average", "percent-for-points"),
        ("2020:pp:CN=1.49", "高于全国平均水平1.49%", "percent-for-points"),
        ("2020:yoy=1.49", "1.49 percentage points higher than the national average", "points-for-percent"),
        ("2020:yoy=1.49", "高于全国1.49个百分点", "points-for-percent"),
        ("2020:yoy=1.49", "13.05% and 1.49% higher than the national average", "comparison-for-growth"),
    ],
)
def test_words_that_say_something_else_are_found(token, words, code):
    assert clause_codes(token, words) == [code]


def test_a_wrong_multiplier_is_shown_beside_the_words():
    [finding] = check(dataset('exports CN-CQ 2021=32.21e6#x "reached 32.21 billion yuan in 2021"'))
    assert (
        language("en").what(finding)
        == "“x” is recorded as 32.21 million yuan, but its clause says 32.21 billion yuan."
    )
    assert language("zh").what(finding) == "“x”记为3221万元，而其引文为322.1亿元。"
    assert (finding.place.file, finding.place.row, finding.place.column) == ("citations.csv", 2, "statement")


def test_every_citation_of_a_figure_is_looked_at():
    data = dataset('exports CN-CQ 2021=32.21e9 "32.21 billion yuan" "s2 restated|32.12 billion yuan"')
    [finding] = check(data)
    assert (finding.code, finding.place.row) == ("value-not-in-clause", 3)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("32.21 billion yuan in 2021, up 63.3%", ["32210000000", "2021", "63.3"]),
        ("１，０００家", ["1000"]),
        ("1—5月197.9亿元", ["1", "5", "19790000000"]),
        ("twenty-one firms", ["21"]),
        ("someone in Taiwan", []),
    ],
)
def test_numbers_are_read_from_running_text(text, values):
    assert [
        str(int(number.value) if number.value == int(number.value) else number.value)
        for number in quantities_in(folded_text(text))
    ] == values


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("2023=>33e9", "exceeded 33 billion CNY"),
        ("2023=>=33e9", "over 33 billion yuan"),  # sources do not tell "over" from "at least"
        ("2023=almost20e9", "reached almost 20 billion CNY"),
        ("2023=~21e9USD", "(about USD 21 billion)"),
        ("2023=<=150e9", "a value of no more than 150 billion yuan"),
        ("2023=>330e8", "超过330亿元"),
        ("2023=>=330e8", "330亿元以上"),
        ("2023=~21e9", "21 billion yuan or so"),
    ],
)
def test_a_qualifier_that_its_clause_holds_is_accepted(token, words):
    assert clause_codes(token, words) == []


@pytest.mark.parametrize(
    ("token", "words", "code"),
    [
        ("2023=20e9", "reached almost 20 billion CNY", "qualifier-not-taken"),
        ("2023=33e9", "超过33 billion yuan", "qualifier-not-taken"),
        ("2023=>20e9", "reached almost 20 billion CNY", "qualifier-not-taken"),
        ("2023=>33e9", "no more than 33 billion CNY", "qualifier-not-taken"),
        ("2023=>33e9", "came to 33 billion CNY", "qualifier-not-in-clause"),
        ("2025:target=70e9", "will exceed 70 billion yuan", "qualifier-not-taken"),
    ],
)
def test_almost_twenty_is_not_taken_for_twenty(token, words, code):
    assert clause_codes(token, words) == [code]


@pytest.mark.parametrize(
    "words", ["worth £33 billion", "33 billion EUR", "价值330亿日元", "33 billion percent"]
)
def test_money_or_a_rate_contradicts_a_count_whatever_the_currency(words):
    [finding] = check(dataset(f'firms(count,stock) CN-CQ 2021=33e9 "{words}"'))
    assert (finding.code, finding.severity) == ("unit-not-in-clause", Severity.ERROR)


def test_a_qualifier_that_was_dropped_says_what_to_write():
    [finding] = check(dataset('exports CN-CQ 2023=20e9#x "reached almost 20 billion CNY"'))
    assert language("en").what(finding) == "The clause says “almost”, but “x” is recorded as an exact number."
    assert language("en").remedy(finding) == "Write almost in the column “qualifier”."


@pytest.mark.parametrize(
    ("token", "words", "code"),
    [
        ("2021=32.12e9", "reached 32.21 billion yuan in 2021", "value-not-in-clause"),
        ("2021=32.21e8", "进出口额322.1亿元", "multiplier-not-in-clause"),
        ("2023=174e6EUR", "invoices worth 174 million USD", "unit-not-in-clause"),
        ("2020:yoy=1.49", "1.49 percentage points higher than the national average", "points-for-percent"),
        ("2023=470e9", "exceeded 470 billion yuan", "qualifier-not-taken"),
    ],
)
def test_a_figure_that_contradicts_its_own_clause_is_an_error(token, words, code):
    [finding] = check(dataset(f'exports CN-CQ {token} "{words}"'))
    assert (finding.code, finding.severity) == (code, Severity.ERROR)


@pytest.mark.parametrize(
    ("token", "words", "code"),
    [
        ("2021=350e6", "several hundred million yuan in 2021", "value-not-in-clause"),
        ("2021=32.21e9", "reached 32.21 billion in 2021", "unit-not-in-clause"),
        ("2023=33e9", "was up to 33 billion yuan", "qualifier-not-taken"),
    ],
)
def test_a_clause_that_only_says_too_little_is_a_warning(token, words, code):
    [finding] = check(dataset(f'exports CN-CQ {token} "{words}"'))
    assert (finding.code, finding.severity) == (code, Severity.WARNING)


@pytest.mark.parametrize(
    ("token", "words", "en", "zh"),
    [
        ("2021:yoy=0.633", "up 63.3%", "Write 63.3 in the column “value”.", "请在“value”列填写63.3。"),
        ("2021=32.21e8", "32.21 billion yuan", "Write 9 in the column “unit_mult”.", "请在“unit_mult”列填写9。"),
        ("2021=3.221e9", "32.21 billion yuan", "Write 32.21 in the column “value”.", "请在“value”列填写32.21。"),
        ("2021=3.221e8", "32.21 billion yuan", "Write 32.21 in the column “value” and 9 in the column “unit_mult”.", "请在“value”列填写32.21，在“unit_mult”列填写9。"),
    ],
)  # fmt: skip
def test_the_remedy_says_which_cell_to_write(token, words, en, zh):
    [finding] = check(dataset(f'exports CN-CQ {token} "{words}"'))
    assert (language("en").remedy(finding), language("zh").remedy(finding)) == (en, zh)


def test_a_figure_against_all_of_its_clauses_is_one_finding_at_its_own_row():
    data = dataset('exports CN-CQ 2021=32.21e6 "s1|32.21 billion yuan" "s2 restated|322.1亿元"')
    [finding] = check(data)
    assert (finding.place.file, finding.place.row, finding.place.column) == ("observations.csv", 2, "value")


def test_a_source_may_repeat_a_figure_in_fewer_digits_but_not_another_figure():
    line = 'exports CN-CQ 2021=32.21e9 "s1|32.21 billion yuan" "s2 restated|about {} billion yuan"'
    assert "value-not-in-clause" not in codes_of(check(dataset(line.format("32"))))
    assert codes_of(check(dataset(line.format("33")))) == ["value-not-in-clause"]


def test_nothing_is_said_of_the_words_for_a_figure_whose_indicator_is_not_known():
    data = dataset('exports CN-CQ 2021=32.21e9#a "32.21 billion yuan"', observations={"a": {"unit": ""}})
    assert check(data) == []


def test_a_rate_has_no_multiplier():
    [finding] = check(dataset('exports CN-CQ 2020:yoy=13.05e9#a "up 13.05%"'))
    assert (finding.code, finding.severity, finding.place.column) == (
        "multiplier-of-rate",
        Severity.ERROR,
        "unit_mult",
    )
    assert (
        language("en").what(finding)
        == "“a” is in percent, where no multiplier is used, but its unit_mult is 9."
    )
    assert language("zh").what(finding) == "“a”的单位为百分比，不使用倍数，而unit_mult填写了9。"
    assert check(dataset('exports CN-CQ 2020:yoy=13.05#a "up 13.05%"')) == []


def test_units_are_named_in_both_languages():
    [finding] = check(dataset('firms(count,stock) CN-CQ 2020=5#a "5 billion yuan, 5 percent"'))[:1]
    assert (
        language("en").what(finding)
        == "“a” is recorded in plain numbers, but its clause gives it in percent."
    )
    assert language("zh").what(finding) == "“a”的单位记为个数，而其引文的单位是百分比。"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("322.1e8", "出口322.1①亿元"),
        ("32.2e8", "出口32.2²亿元"),
        ("322.1e8", "出口（亿元）322.1"),
        ("66.7", "占全市的三分之二"),
        ("66.67", "占全市的三分之二"),
        ("67", "占比约三分之二，比上年高2个百分点"),
        ("33.3", "占全市的三分之一"),
        ("33.33", "a third of the total"),
        ("75", "占全市的四分之三"),
        ("75.0", "three-quarters of the total"),
        ("50", "占全市的一半"),
        ("50.0", "half of the total"),
        ("16.7", "占全国比重六分之一"),
        ("0.5", "占千分之五"),
        ("0.03", "占万分之三"),
        ("1e12", "地区生产总值跨上万亿元台阶"),
        ("1e12", "总量迈入万亿级"),
        ("1e12", "crossed the trillion yuan mark"),
        ("1e10", "出口百亿元，居第3位"),
        ("46", "占全市的四成六"),
        ("25", "a quarter of the total"),
    ],
)
def test_what_is_said_in_another_way_is_never_corrected_to_a_wrong_number(value, words):
    measure = ":share" if "e" not in value else ""
    data = dataset(f'exports CN-CQ 2021{measure}={value} "{words}"')
    assert not [item for item in check(data) if item.code == "value-not-in-clause"]
    advised = " ".join(language("en").remedy(item) + language("zh").remedy(item) for item in check(data))
    assert "3221" not in advised
    assert "322.11" not in advised
    assert "32.22" not in advised


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("66", "占全市的三分之二"),
        ("66.6", "two thirds of the total"),
        ("3", "占全市的三分之二"),
        ("2", "two thirds of the total"),
        ("50", "in the first half of the year"),
        ("2e12", "跨上万亿元台阶"),
        ("1e8", "总量突破两亿元"),
    ],
)
def test_a_fraction_is_its_own_number_alone(value, words):
    measure = ":share" if "e" not in value else ""
    [finding] = check(dataset(f'exports CN-CQ 2021{measure}={value} "{words}"'))
    assert finding.code in ("value-not-in-clause", "multiplier-not-in-clause")


@pytest.mark.parametrize(
    ("value", "words"), [("75(count)", "四分之三的企业"), ("0.5(count)", "half of the firms")]
)
def test_no_remedy_turns_a_fraction_into_a_number(value, words):
    number, _, unit = value.partition("(")
    data = dataset(f'firms({unit} CN-CQ 2021={number} "{words}"')
    assert "multiplier-not-in-clause" not in codes_of(check(data))


@pytest.mark.parametrize("words", ["320 wan people", "32 lakh people", "0.32 crore people"])
def test_multipliers_of_other_languages_are_read(words):
    assert check(dataset(f'workers(count) CN-CQ 2021=320e4 "{words}"')) == []


def test_a_count_is_never_corrected_to_a_part():
    data = dataset('firms(count) CN-CQ 2021=1600 "1.600 Firmen"')
    assert check(data) == []
