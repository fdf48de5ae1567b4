"""Each word of rise and fall, in each of its forms, is known to everything that reads such words in prose."""

import re
from decimal import Decimal

import pytest

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.language import language
from reportgen.language.any_language import pattern
from reportgen.language.direction_reader import direction_said
from reportgen.living.audit.said_about import is_of_another_kind
from reportgen.living.audit.telling_words import words_said
from reportgen.messages import Multilingual

PLAIN = {
    (
        "en",
        True,
    ): "up upward rose rise rises risen rising increase increases increased increasing grew grow grows grown "
    "growing climb climbs climbed climbing gain gains gained gaining",
    (
        "en",
        False,
    ): "down downward fell fall falls fallen falling decrease decreases decreased decreasing decline declines "
    "declined declining drop drops dropped dropping",
    ("zh", True): "增长 增加 上升 上涨 提高",
    ("zh", False): "下降 减少 降低 下跌 下滑",
}
"""Words that may stand for each other, by language and by whether they say a rise."""
OTHERS = {
    (
        "en",
        True,
    ): "jump jumps jumped jumping surge surges surged surging soar soars soared soaring expand expands expanded "
    "expanding expansion accelerate accelerates accelerated accelerating acceleration",
    (
        "en",
        False,
    ): "reduce reduces reduced reducing reduction lowers lowered lowering slow slows slowed slowing slowdown shrink "
    "shrinks shrank shrunk shrinking shed sheds shedding contracted contracting contraction slump slumps slumped slumping plunge "
    "plunges plunged plunging slide slides slid sliding slip slips slipped slipping",
    ("zh", True): "加快 攀升 回升",
    ("zh", False): "负增长 缩减 回落 放缓 萎缩 跌",
}
NAMES = {
    ("en", True): "growth",
    ("en", False): "negative",
    ("zh", True): "增速 增幅 涨幅",
    ("zh", False): "降幅 跌幅",
}
"""Names of a growth: read beside numbers, no claim by themselves."""


def each_of(*tables):
    return [
        (code, word, rises)
        for table in tables
        for (code, rises), words in table.items()
        for word in words.split()
    ]


WORDS = each_of(PLAIN, OTHERS)
BESIDE = {
    "en": ("exports {} by 5.3%", "exports {} by five point three percent"),
    "zh": ("出口{}5.3%", "出口{}百分之五点三"),
}
CLAIM = {"en": "Exports are {}.", "zh": "出口{}。"}


@pytest.mark.parametrize(("code", "word", "rises"), each_of(PLAIN, OTHERS, NAMES))
def test_a_word_beside_a_number_says_a_growth_and_which_way(code, word, rises):
    in_digits, in_words = (text.format(word) for text in BESIDE[code])
    at = in_digits.index("5.3%")
    said = direction_said(in_digits, at, len(in_digits), "growth")
    nothing = Multilingual("", "")
    growth = FigureRecord("exports/CN/2023/growth_yoy", "", Decimal("5.3"), "percent", -1, *(nothing,) * 3)

    assert (said.words, said.is_positive) == (word, rises)
    assert not is_of_another_kind(in_words, max(in_words.find("five"), in_words.find("百")), growth)
    assert pattern("said_words", "GROWTH_BEFORE").search(in_digits[:at])


@pytest.mark.parametrize(("code", "word", "rises"), WORDS)
def test_a_word_away_from_numbers_claims_and_tells(code, word, rises):
    claim = CLAIM[code].format(word)

    assert word in pattern("said_words", "CLAIMED").search(claim)[0]
    assert pattern("said_words", "TELLING").search(word)


@pytest.mark.parametrize("code", ["en", "zh"])
def test_plain_words_say_the_same_and_others_say_more(code):
    plain, others = (
        [
            {tuple(words_said(CLAIM[code].format(word))) for word in table[code, rises].split()}
            for rises in (True, False)
        ]
        for table in (PLAIN, OTHERS)
    )

    assert [len(said) for said in plain] == [1, 1]
    assert not plain[0] & plain[1]
    assert not (plain[0] | plain[1]) & (others[0] | others[1])


@pytest.mark.parametrize(("code", "table", "rises"), [("en", "RISE", True), ("en", "FALL", False), ("zh", "RISE", True), ("zh", "FALL", False)])  # fmt: skip
def test_no_word_of_the_tables_is_left_untried(code, table, rises):
    tried = f"{PLAIN[code, rises]} {OTHERS[code, rises]}".split()
    words = re.split(r"\|(?![^(]*\))", getattr(language(code).subject("directions"), table))

    assert [word for word in words if not any(re.fullmatch(word, one) for one in tried)] == []
