"""Numbers in running text, English and Chinese: "32.21 billion", "five million", "$32.9 billion", "322.1亿元".

Used to see whether a citation's clause holds the number it is cited for.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

_CARDINALS: dict[str, int | Decimal] = {
    "zero": 0, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "half": Decimal("0.5"),
}  # fmt: skip
_SAID_OTHERWISE = {
    1: ("only", "sole", "single", "first", "1st", "唯一", "首个", "首位", "第一", "冠军", "榜首"),
    2: ("second", "2nd", "twice", "double", "doubled", "pair", "both", "第二", "翻番", "翻一番", "两"),
    3: ("third", "3rd", "triple", "tripled", "第三"),
}
_LEADING = re.compile(
    r"\b(?:leader|leading|largest|biggest|highest|top|best|most)\b|最大|最高|最多|居首|领先"
)
_MULTIPLIERS = {
    "hundred": 2, "thousand": 3, "million": 6, "mln": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12,
    "dozen": 0, "百万": 6, "千万": 7, "万亿": 12, "百": 2, "千": 3, "万": 4, "亿": 8,
}  # fmt: skip
_CHINESE_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_NUMBER = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<word>(?<![a-z])(?:"
    + "|".join(_CARDINALS)
    + r")(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?(?![a-z]))"
    r"|(?P<chinese>[〇零一二三四五六七八九两十]+)"
)
_MULTIPLIER = re.compile(
    r"[\s-]*(?P<word>" + "|".join(sorted(_MULTIPLIERS, key=len, reverse=True)) + r")(?![a-z])"
)

_POINTS = r"percentage[ -]points?|percent[ -]points?|pct\.? points?|p\.?p\.?(?![a-z])|个?百分点"
UNITS_AFTER = {
    "percentage_points": _POINTS,
    "percent": r"%|percent|per cent|pct",
    "USD": r"(?:u\.?s\.? ?)?dollars?|usd|us\$|美元",
    "CNY": r"(?:chinese )?yuan|cny|rmb|renminbi|元(?:人民币)?|人民币",
    "EUR": r"euros?|eur|欧元",
    "times": r"times|-?fold|倍",
    "tonne": r"(?:metric )?tons?|tonnes?|公?吨",
}
"""The words that follow a number, by unit; tried in this order, so that points are not taken for percent."""
UNITS_BEFORE = {
    "USD": r"usd|us\$|u\.s\. ?\$|\$",
    "CNY": r"cny|rmb|¥|￥|人民币",
    "EUR": r"eur|€",
    "percent": r"百分之",
}


@dataclass(frozen=True, slots=True)
class NumberInText:
    """A number as a text says it: the digits, the power of ten of the word after them, and where both stand."""

    digits: Decimal
    power: int
    start: int
    end: int

    @property
    def value(self) -> Decimal:
        return self.digits.scaleb(self.power)


def folded(text: str) -> str:
    """Full-width forms, letter case and curly quotes folded, so that texts can be searched."""
    return unicodedata.normalize("NFKC", text).casefold().replace("’", "'")


def numbers_in(text: str) -> list[NumberInText]:
    """Every number in a folded text, with the multiplier that follows it."""
    found = []
    for match in _NUMBER.finditer(text):
        digits = _value_of(match)
        if digits is None:
            continue
        end, power = match.end(), 0
        if multiplier := _MULTIPLIER.match(text, end):
            end, power = multiplier.end(), _MULTIPLIERS[multiplier["word"]]
        found.append(NumberInText(digits, power, match.start(), end))
    return found


def says_otherwise(text: str, value: Decimal) -> bool:
    """Whether a folded text says a small number by another word: "the only", "the largest", "第一"."""
    words = _SAID_OTHERWISE.get(int(value), ()) if value == int(value) else ()
    if any(re.search(rf"(?<![a-z]){word}(?![a-z])", text) for word in words):
        return True
    return value == 1 and _LEADING.search(text) is not None


def unit_beside(text: str, number: NumberInText) -> str | None:
    """The unit that stands right before or after a number of a folded text, if any."""
    for unit, words in UNITS_AFTER.items():
        if re.compile(rf"[\s-]*(?:{words})").match(text, number.end):
            return unit
    for unit, words in UNITS_BEFORE.items():
        if re.search(rf"(?:{words})\s*$", text[: number.start]):
            return unit
    return None


def mentions_unit(text: str, unit: str) -> bool:
    """Whether a folded text has any word for the unit. Units without known words cannot be looked for."""
    if unit not in UNITS_AFTER:
        return True
    words = "|".join(filter(None, (UNITS_AFTER[unit], UNITS_BEFORE.get(unit))))
    return re.search(words, text) is not None


def _value_of(match: re.Match[str]) -> Decimal | None:
    if match["digits"]:
        return Decimal(match["digits"].replace(",", ""))
    if match["word"]:
        return sum((Decimal(_CARDINALS[word]) for word in re.split(r"[- ]", match["word"])), Decimal(0))
    return _chinese_value(match["chinese"])


def _chinese_value(text: str) -> Decimal | None:
    """A Chinese numeral below a hundred: 六, 十, 十四, 三十二; or digit by digit, 二〇二五."""
    if "十" not in text:
        return Decimal("".join(str(_CHINESE_DIGITS[digit]) for digit in text))
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1:
        return None
    return Decimal(_CHINESE_DIGITS.get(tens, 1) * 10 + (_CHINESE_DIGITS[ones] if ones else 0))
