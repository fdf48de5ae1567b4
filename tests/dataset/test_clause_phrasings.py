"""A right row is told nothing, however its clause places the unit; a slip is found, and the advice is the truth."""

import random

import pytest

from reportgen.dataset.clause_checks import check_clauses
from reportgen.findings import Severity
from reportgen.record import replace
from reportgen.values import Quantity
from tests.builders import dataset

# words of the unit, its power of ten, its code
UNITS = {
    "zh": [
        ("元", 0, "CNY"), ("千元", 3, "CNY"), ("万元", 4, "CNY"), ("百万元", 6, "CNY"), ("亿元", 8, "CNY"), ("亿元人民币", 8, "CNY"),
        ("万亿元", 12, "CNY"), ("万美元", 4, "USD"), ("亿美元", 8, "USD"),
    ],
    "en": [
        ("yuan", 0, "CNY"), ("thousand yuan", 3, "CNY"), ("ten thousand yuan", 4, "CNY"), ("million yuan", 6, "CNY"), ("mn yuan", 6, "CNY"),
        ("hundred million yuan", 8, "CNY"), ("billion yuan", 9, "CNY"), ("bn yuan", 9, "CNY"), ("trn yuan", 12, "CNY"),
        ("million U.S. dollars", 6, "USD"), ("bn dollars", 9, "USD"), ("B yuan", 9, "CNY"), ("m dollars", 6, "USD"),
    ],
    "heads": [
        ("100 million yuan", 8, "CNY"), ("10,000 yuan", 4, "CNY"), ("million yuan", 6, "CNY"), ("RMB bn", 9, "CNY"), ("USD bn", 9, "USD"),
        ("US$ million", 6, "USD"), ("in billions of yuan", 9, "CNY"), ("RMB 100 million", 8, "CNY"), ("thousand US dollars", 3, "USD"),
    ],
}  # fmt: skip
PLAIN = {
    "zh": [
        "出口{n}{u}",
        "出口{n}{u}，同比增长10.7%",
        "2023年，全市实现出口{n}{u}",
        "出口总值为{n} {u}，居全国前列",
    ],
    "en": [
        "exports of {n} {u}",
        "Exports reached {n} {u}, up 10.7% on 2022",
        "In 2023, exports came to {n} {u}.",
    ],
}
APART = {
    "zh": [
        "出口（{u}）{n}", "出口（{u}）：{n}", "出口({u}) {n}，增长10.7%", "出口总值（单位：{u}）：{n}", "单位：{u} 出口 {n}", "单位：{u}。出口{n}，进口5",
        "出口 {n}（{u}）", "2023年出口（{u}）{n}", "出口，{u}：{n}", "出口（{u}） | {n} | 10.7", "出口{n}①{u}", "出口{n}（注1）{u}", "出口{n}[2]{u}",
        "（单位：{u}）1—5月出口{n}，比上年同期增长10.7",
    ],
    "heads": [
        "Exports ({u}) {n}", "Exports ({u}): {n}, up 10.7%", "Exports, {u}: {n}", "Unit: {u}. Total exports of {n}", "(unit: {u}) exports {n}",
        "Exports, January to May ({u}): {n}", "Exports in 2023 ({u}): {n}", "Exports | {u} | {n} | 10.7", "Exports {n} ({u})", "Exports ({u}) were {n}",
    ],
    "en": ["exports of {n}[1] {u}", "exports of {n}² {u}", "exports of {n} ({u})"],
}  # fmt: skip
UNREAD = [
    "出口 | {n} | 10.7", "Exports {n}, imports 5.5 billion yuan", "exports of {n} Mrd. yuan", "{n}×10^8元", "出口（当年价）{n}",
    "指标（亿元） 增速（%） 出口 {n} 10.7", "Exports (USD bn) / imports (yuan) {n}",
    "in billions: exports of RMB {n}", "（单位：亿）人民币{n}",
]  # fmt: skip


def _number(chance: random.Random) -> str:
    digits = chance.randint(1, 6)
    number = f"{chance.randint(1, 9)}{''.join(chance.choices('0123456789', k=digits - 1))}"
    decimals = chance.choice(["", "", f".{chance.randint(1, 9)}", f".{chance.randint(10, 99)}"])
    return f"{int(number):,}{decimals}" if chance.random() < 0.3 else f"{number}{decimals}"


def _drawn(places: dict[str, list[str]], seed: int, count: int = 400) -> list[tuple[str, Quantity, str]]:
    """Clauses with what they say: value, power, unit."""
    chance = random.Random(seed)
    drawn = {}
    for _ in range(count):
        of = chance.choice([*places])
        number = _number(chance)
        words, power, unit = chance.choice(UNITS[of])
        clause = chance.choice(places[of]).format(n=number, u=words)
        drawn[clause] = (clause, Quantity(number.replace(",", ""), power), unit)
    return [*drawn.values()]


def _findings(rows):
    """What is told of each clause, by the clause."""
    tokens = [f'{1000 + place}=1e8#r{place} "x"' for place in range(len(rows))]
    data = dataset(f"exports CN-CQ {' '.join(tokens)}")
    observations = {
        f"r{place}": replace(data.observations[f"r{place}"], quantity=quantity, unit=unit)
        for place, (_, quantity, unit) in enumerate(rows)
    }
    citations = tuple(
        replace(citation, statement=clause)
        for citation, (clause, _, _) in zip(data.citations, rows, strict=True)
    )
    found: dict[str, list] = {clause: [] for clause, _, _ in rows}
    for finding in check_clauses(replace(data, observations=observations, citations=citations)):
        found[rows[int(finding.subjects[0][1:])][0]].append(finding)
    return found


@pytest.mark.parametrize("places", [PLAIN, APART], ids=["beside", "apart"])
def test_a_right_row_is_told_nothing_wherever_the_unit_stands(places):
    told = _findings(_drawn(places, seed=9))
    assert {clause: [one.code for one in found] for clause, found in told.items() if found} == {}


@pytest.mark.parametrize("places", [PLAIN, APART], ids=["beside", "apart"])
def test_a_slip_of_the_multiplier_is_found_and_the_advice_is_the_truth(places):
    chance = random.Random(4)
    right = _drawn(places, seed=10)
    wrong = [
        (clause, Quantity(said.text, said.unit_mult + chance.choice([-4, -3, -2, -1, 1, 2, 3, 4])), unit)
        for clause, said, unit in right
    ]
    told = _findings(wrong)
    for clause, said, unit in right:
        if said.unit_mult == 0 and places is APART:
            continue  # a head that names the unit alone may leave the multiplier to another
        if 1900 <= said.value.scaleb(-said.unit_mult) <= 2100 and places is APART:
            continue  # a year, by its looks
        assert len(told[clause]) == 1, clause
        [finding] = told[clause]
        assert (finding.code, finding.severity) == ("multiplier-not-in-clause", Severity.ERROR), clause
        advised = dict(finding.parameters)["said"]
        assert (advised.value, advised.unit) == (said.value, unit)


@pytest.mark.parametrize("places", [PLAIN, APART], ids=["beside", "apart"])
def test_a_slip_of_a_digit_is_found(places):
    right = _drawn(places, seed=11)
    wrong = [(clause, Quantity(f"1{said.text}", said.unit_mult), unit) for clause, said, unit in right]
    told = _findings(wrong)
    assert [
        clause for clause, _, _ in right if [one.code for one in told[clause]] != ["value-not-in-clause"]
    ] == []


@pytest.mark.parametrize("power", [0, 4, 6, 8, 9])
def test_a_number_whose_multiplier_nobody_can_read_is_never_corrected(power):
    rows = [(clause.format(n="32.1"), Quantity("32.1", power), "CNY") for clause in UNREAD]
    told = _findings(rows)
    assert {one.code for found in told.values() for one in found} <= {"unit-not-in-clause"}
    assert {one.severity for found in told.values() for one in found} <= {Severity.WARNING}


@pytest.mark.parametrize(
    ("words", "number", "power"),
    [
        ("十几亿元", "10", 8), ("出口几十亿元，增长10%", "30", 8), ("several hundred million yuan, up 10%", "300", 6),
        ("tens of billions of yuan, up 10%", "20", 9), ("1—5月，出口稳步增长", "32.1", 8), ("Exports grew steadily from 1 to 31 May 2023", "32.1", 8),
    ],
)  # fmt: skip
def test_a_clause_that_names_no_number_is_evidence_of_nothing_but_no_error(words, number, power):
    [[finding]] = _findings([(words, Quantity(number, power), "CNY")]).values()
    assert (finding.code, finding.severity) == ("value-not-in-clause", Severity.WARNING)


def test_a_percentage_in_a_row_under_a_head_of_amounts_is_no_amount():
    rows = [("进出口（亿元）7154.2，比上年 10.7", Quantity("10.7", 0), "percent"), ("单位：亿元 进出口 7154.2 10.7", Quantity("10.7", 0), "percent")]  # fmt: skip
    assert {one.code for found in _findings(rows).values() for one in found} <= {"unit-not-in-clause"}


def test_no_count_is_taken_for_an_amount_of_the_same_digits():
    [[finding]] = _findings([("fairs with 32 firms", Quantity("3.2", 9), "CNY")]).values()
    assert finding.code == "value-not-in-clause"


def test_a_head_in_another_currency_contradicts_where_the_clause_knows_no_other():
    [[finding]] = _findings([("Exports (USD bn) 3.2", Quantity("3.2", 9), "CNY")]).values()
    assert (finding.code, finding.severity) == ("unit-not-in-clause", Severity.ERROR)
    both = _findings([("单位：亿元 进出口 32.1 折美元 4.5", Quantity("4.5", 8), "USD")])
    assert [one.code for found in both.values() for one in found] == []


def test_an_amount_written_out_behind_its_sign_is_certain():
    [[finding]] = _findings([("exports of RMB 3,210,000,000", Quantity("3.21", 8), "CNY")]).values()
    assert finding.code == "multiplier-not-in-clause"
    assert dict(finding.parameters)["said"].value == 3_210_000_000


@pytest.mark.parametrize(
    ("words", "number", "power", "unit"),
    [
        ("出口叁拾贰亿元", "32", 8, "CNY"), ("exports of three point two billion yuan", "3.2", 9, "CNY"),
        ("exports totalled RMB 3.2 bn (USD 0.45bn)", "0.45", 9, "USD"), ("exports of CNY3,210.5m", "3210.5", 6, "CNY"),
        ("出口额（亿美元）4.5 同比（%）8.1", "4.5", 8, "USD"), ("出口额（亿美元）4.5 同比（%）8.1", "8.1", 0, "percent"),
        ("企业（万家）1.2", "1.2", 4, "count"), ("firms (thousand): 12.3", "12.3", 3, "count"),
        ("进出口（万元）：1月 100，2月 200", "200", 4, "CNY"), ("单位：亿元；进出口：321.0；出口：200.1", "200.1", 8, "CNY"),
        ("Exports (US$'000) 450,000", "450000", 3, "USD"), ("出口量（万吨）45.2", "45.2", 4, "tonne"),
        ("exports of 3210.5 Mio. yuan", "3210.5", 6, "CNY"), ("exports at 3'210.5 million yuan", "3210.5", 6, "CNY"),
        ("exports at 3.210,5 million yuan", "3210.5", 6, "CNY"), ("exports: 3.2105e9 yuan", "3210.5", 6, "CNY"),
        ("Exports, billion: 32.1 yuan", "32.1", 9, "CNY"), ("出口32.1（初步数）亿元", "32.1", 8, "CNY"),
        ("出口32.1个亿元", "32.1", 8, "CNY"), ("完成 12 345 标箱", "12345", 0, "TEU"),
        ("企业数同比增加1200户，达到1.2万户", "1200", 0, "count"), ("同比增长1成", "10", 0, "percent"),
    ],
)  # fmt: skip
def test_a_right_row_is_told_nothing_in_odd_words_either(words, number, power, unit):
    assert _findings([(words, Quantity(number, power), unit)]) == {words: []}
