"""Quantities that a text states: digits or numerals with their multiplier and unit, in base units.

``32.21 billion yuan``, ``322.1亿元``, ``US$32.9 billion``, ``百分之五``, ``0.5个百分点``. Dates, numbering and codes are
none (:mod:`.ordinary`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.language.ordinary import ordinary_spans, plain_forms

MULTIPLIERS = {
    "hundred": 2, "thousand": 3, "million": 6, "mln": 6, "billion": 9, "bn": 9, "trillion": 12, "trn": 12,
    "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12, "十万": 5, "十": 1,
}  # fmt: skip
_MULTIPLIER = "|".join(sorted(MULTIPLIERS, key=len, reverse=True))

# Tried in this order, so that points are not taken for percent. "" after a class: any other counter word.
UNITS = {
    "percentage_points": r"percentage[\s-]+points?|percent[\s-]+points?|pct\.? points?|p\.?p\.?(?![a-z])|points?\b|个?百分点",
    "basis_points": r"basis points?|bps?\b|个?基点",
    "per_mille": r"‰|per mille",
    "percent": r"%|％|percent\b|per cent\b|pct\b",
    "CNY_per_USD": r"(?:Chinese\s+)?yuan (?:per|to the|to one|a) (?:US |U\.S\. )?dollar|元/美元|元人民币兑1?美元",
    "USD": r"(?:US|U\.S\.|American)[\s-]*dollars?|USD\b|dollars?\b|美元|美金",
    "EUR": r"euros?\b|EUR\b|欧元",
    "GBP": r"pounds?(?: sterling)?\b|GBP\b|英镑",
    "HKD": r"Hong Kong dollars?|HKD\b|港元|港币",
    "JPY": r"yen\b|JPY\b|日元",
    "CNY": r"(?:Chinese\s+)?yuan\b|CNY\b|RMB\b|renminbi\b|元(?:人民币)?|块钱|人民币",
    "times": r"times\b(?!\s+a\b)|-?fold\b|倍",
    "rank": r"(?:st|nd|rd|th)(?=\s+place)|[位名](?!于|列|次|单|义|称|录|额|牌)",
}
_AFTER = {
    unit: re.compile(rf"[\s\u00a0-]*(?:{words})", re.IGNORECASE | re.ASCII) for unit, words in UNITS.items()
}
_BEFORE = {
    "USD": re.compile(r"(?:USD|US\$|U\.S\.\s?\$|\$|美元)\s*$", re.IGNORECASE | re.ASCII),
    "EUR": re.compile(r"(?:EUR|€)\s*$", re.IGNORECASE | re.ASCII),
    "GBP": re.compile(r"(?:GBP|£)\s*$", re.IGNORECASE | re.ASCII),
    "CNY": re.compile(r"(?:CNY|RMB|¥|￥|人民币)\s*$", re.IGNORECASE | re.ASCII),
    "percent": re.compile(r"百分之$"),
    "rank": re.compile(
        r"(?:第|前)$|(?:\brank(?:s|ed|ing)?|\btop)\s*(?:No\.\s*|number\s+)?$", re.IGNORECASE | re.ASCII
    ),
}
_COUNTER_ZH = re.compile(
    r"\s*(?:[多余几]?[个家人名位件辆台户吨单种场只套册项亩座所次笔箱票列艘架条款类瓶张部批支头间处趟班店股]|"
    r"公里|千米|平方|立方|公顷|标箱|千瓦|度电)(?!号)"
)
_COUNTER_EN = re.compile(
    r"\s+(?:(?!and\b|or\b|to\b|of\b|in\b|on\b|at\b|is\b|are\b|was\b|has\b|by\b|from\b|for\b|with\b|as\b|the\b|a\b|this\b)"
    r"[A-Za-z][\w'-]*\s+){0,2}(?:people|persons|staff|personnel|women|men|children|TEU|(?!(?:is|was|has|as|this|its|plus|versus)\b)[A-Za-z][A-Za-z-]+(?<!s)s)\b"
)
_STATING = re.compile(
    r"(?:\b(?:reach(?:ed|es|ing)?|total(?:l?ed|s|l?ing)?|number(?:ed|s|ing)|amount(?:ed|s|ing)? to|c[ao]me to|stood at|stand at|"
    r"(?:rose|rise|risen|fell|fall|grew|grow|increas\w+|decreas\w+|climb\w*|drop\w*)(?: to| by)?|total of)\s*"
    r"|达到?|共有?|总数为?|增至|升至|降至|增加到?|减少到?|合计|累计)\s*$",
    re.IGNORECASE | re.ASCII,
)
"""What makes a quantity of a number that has neither unit nor counter."""

_DIGITS = r"(?:\d{1,3}(?:[,，\u2009\u00a0]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_WORDS_EN = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half a|a)"
)
_NUMBER = re.compile(
    rf"(?P<sign>(?<![\w\d)）%％])[-−–](?=\d)|[+＋](?=\d))?(?P<digits>{_DIGITS})(?:[\s\u00a0-]*(?P<multiplier>{_MULTIPLIER})(?![a-z]))?"
    rf"|(?P<percent>百分之)(?P<hundredth>[〇零一二三四五六七八九十百两点]+)"
    rf"|(?P<numeral>[〇零一二三四五六七八九十百千两]+)(?P<large>万亿|千亿|百亿|亿|万)(?=[元美家个人吨件辆户台次])"
    rf"|\b(?P<word>{_WORDS_EN})[\s-]+(?P<hundred>hundred[\s-]+)?(?P<size>thousand|million|billion|trillion)\b"
    rf"|(?P<tenths>[一二三四五六七八九两])成(?:[半五])?(?=[，。；、以左的多]|$)",
    re.IGNORECASE | re.ASCII,
)
_CHINESE = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_CHINESE_POWERS = {"十": 10, "百": 100, "千": 1000}
_ENGLISH = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_RANGE = re.compile(r"\s*(?:[-–—~～至到]|to|and)\s*$")


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity in a text: ``text[start:end]`` with its unit.

    ``number`` is as written (32.21), ``power`` that of its multiplier word (9), ``unit`` a unit code, ``count`` for any
    counter word, empty for a bare number. ``precision`` is the power of ten of the last digit, in base units.
    """

    start: int
    end: int
    text: str
    number: Decimal
    power: int
    unit: str
    digits_end: int

    @property
    def value(self) -> Decimal:
        return self.number.scaleb(self.power)

    @property
    def precision(self) -> int:
        return int(self.number.as_tuple().exponent) + self.power


def stated_quantities(text: str, covered: Iterable[tuple[int, int]] = ()) -> list[Stated]:
    """Every quantity that ``text`` states, in order; nothing that touches ``covered`` or an ordinary number."""
    ordinary = _Spans([*covered, *ordinary_spans(text)])
    found = [item for item in _quantities(text) if not ordinary.touches(item.start, item.digits_end)]
    return [item for item in _with_units_of_ranges(text, found) if _states_something(text, item)]


def quantity_in(text: str, after: str = "") -> Stated | None:
    """The first quantity of a short text that is known to state one (a figure's control); ``after`` may hold its unit."""
    return next(iter(_quantities(text + after, len(text))), None)


def _states_something(text: str, item: Stated) -> bool:
    """A number is a quantity by its unit, multiplier, counter or decimals, by a verb that states it, or standing alone."""
    if item.unit or item.power or item.number != item.number.to_integral_value():
        return True
    digits = text[item.start : item.digits_end]
    alone = not re.search(r"\w", text[: item.start] + text[item.digits_end :])
    return alone or "," in digits or _STATING.search(text[max(0, item.start - 30) : item.start]) is not None


class _Spans:
    """Stretches of a text, asked whether they touch another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def touches(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, max(start, end - 1)) - 1
        return at >= 0 and self._ends[at] > start


def _quantities(text: str, limit: int | None = None) -> Iterator[Stated]:
    text = plain_forms(text)
    for found in _NUMBER.finditer(text):
        if limit is not None and found.start() >= limit:
            return
        number, power = _number(found)
        if number is None:
            continue
        unit, end = _unit(text, found)
        yield Stated(found.start(), end, text[found.start() : end], number, power, unit, found.end())


def _number(found: re.Match[str]) -> tuple[Decimal | None, int]:
    if found["digits"]:
        digits = re.sub(r"[,，\u2009\u00a0]", "", found["digits"])
        sign = "-" if found["sign"] in ("-", "−", "–") else ""
        return Decimal(sign + digits), MULTIPLIERS.get((found["multiplier"] or "").lower(), 0)
    if found["hundredth"]:
        return _chinese(found["hundredth"]), 0
    if found["numeral"]:
        return _chinese(found["numeral"]), MULTIPLIERS[found["large"]]
    if found["tenths"]:
        return Decimal(_CHINESE[found["tenths"]] * 10), 0
    word = (found["word"] or "").lower()
    value = Decimal("0.5") if word == "half a" else Decimal(_ENGLISH[word])
    return value, MULTIPLIERS[found["size"].lower()] + (2 if found["hundred"] else 0)


def _unit(text: str, found: re.Match[str]) -> tuple[str, int]:
    """The unit beside a number and where it ends."""
    if found["percent"] or found["tenths"]:
        return "percent", found.end()
    for unit, pattern in _AFTER.items():
        if after := pattern.match(text, found.end()):
            is_place = after[0].strip().isascii()  # 9th place; 第9名 needs its 第
            if unit == "rank" and not is_place and not _BEFORE["rank"].search(text[: found.start()]):
                continue
            return unit, after.end()
    before = text[max(0, found.start() - 12) : found.start()]
    for unit, pattern in _BEFORE.items():
        if pattern.search(before):
            return unit, found.end()
    if _COUNTER_ZH.match(text, found.end()) or _COUNTER_EN.match(text, found.end()):
        return "count", found.end()
    return "", found.end()


def _with_units_of_ranges(text: str, found: list[Stated]) -> list[Stated]:
    """``5–7%``: the first number of a range takes the unit of the second."""
    for place in range(len(found) - 1):
        one, other = found[place], found[place + 1]
        between = text[one.end : other.start]
        if one.unit in ("", "count") and other.unit not in ("", "count") and _RANGE.fullmatch(between):
            found[place] = replace(one, unit=other.unit, power=one.power or other.power)
    return found


def _chinese(text: str) -> Decimal | None:
    """A Chinese numeral: 五, 十四, 三十二, 一百二十, 三点五, 二〇二五."""
    whole, point, decimals = text.partition("点")
    total, digit = 0, 0
    if any(character in _CHINESE_POWERS for character in whole):
        for character in whole:
            if character in _CHINESE_POWERS:
                total += (digit or 1) * _CHINESE_POWERS[character]
                digit = 0
            elif character in _CHINESE:
                digit = _CHINESE[character]
        total += digit
    else:
        digits = [str(_CHINESE[character]) for character in whole if character in _CHINESE]
        if not digits:
            return None
        total = int("".join(digits))
    if not point:
        return Decimal(total)
    tail = "".join(str(_CHINESE[character]) for character in decimals if character in _CHINESE)
    return Decimal(f"{total}.{tail or 0}")
