"""The words of numbers in Chinese: units, multipliers, qualifiers, ranks, statuses. Written from and read by these tables."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from reportgen.language.contract import RankWords
from reportgen.language.zh.directions import FALL, GROWTH, RISE

# ---- units ----

CURRENCIES = {
    "CNY": "元",
    "USD": "美元",
    "EUR": "欧元",
    "GBP": "英镑",
    "HKD": "港元",
    "JPY": "日元",
}
UNITS = {
    **CURRENCIES,
    "count": "",
    "index": "",
    "percent": "%",
    "percentage_points": "个百分点",
    "times": "倍",
    "rank": "位",
    "tonne": "吨",
    "kg": "千克",
    "person": "人",
    "unit": "台",
    "m2": "平方米",
    "TEU": "标箱",
    "kWh": "千瓦时",
}
SINGULARS: dict[str, str] = {}
UNIT_NAMES = {"percent": "百分比", "percentage_points": "百分点", "rank": "位次", "count": "个数"}
"""Units that are called otherwise by themselves."""
IN_HEADS = {"percentage_points": "百分点"}
"""Units that are worded otherwise where they name a column or an axis."""


def singular(counter: str) -> str:
    """Chinese has no singular."""
    return counter


def ratio(above: str, below: str) -> str:
    """A unit per another: 元/美元."""
    return f"{above}/{below}"


# ---- digits ----

_BELOW_MYRIADS = {"十": 1, "百": 2, "千": 3}
_MYRIADS = {"万": 4, "亿": 8}
TENS, MYRIADS = "".join(_BELOW_MYRIADS), "".join(_MYRIADS)
"""The characters that multiply, as patterns have them."""
BEHIND_DIGITS = f"{TENS[1:]}{MYRIADS}"
"""Those that are written behind digits: nobody writes 3十."""
MULTIPLIER_WORDS = {**_BELOW_MYRIADS, **_MYRIADS, "个亿": 8}
"""What is read as a multiplier, by its power of ten. Two in a row multiply: 千万, 万亿."""


def _multiplier(power: int) -> str:
    """The word of a power of ten: 十亿, 万亿."""
    largest = max((known for known in _OF_POWER if known <= power), default=0)
    return f"{_multiplier(power - largest)}{_OF_POWER[largest]}" if largest else ""


_OF_POWER = {power: word for word, power in (_BELOW_MYRIADS | _MYRIADS).items()}
MULTIPLIERS = {power: _multiplier(power) for power in (12, 9, 8, 6, 4, 3, 0)}
"""The word of each power of ten."""
POWERS = {12: 3, 8: 2, 4: 2, 0: 3}
"""Powers that running text chooses from, largest first, and the most decimals that a number may have with them."""
GROUPING = ""
"""Between groups of three digits."""
GAP = ""
"""Between number, multiplier and unit."""
CLOSE_UNITS = ("%",)
"""Units that follow a number without a gap."""


def between(low: str, high: str, unit: str, power: int) -> str:
    """5%—6%, 500亿—600亿元: both ends carry the sign or the power of ten (GB/T 15835)."""
    repeated = unit if unit in CLOSE_UNITS else MULTIPLIERS.get(power, "")
    return f"{low}{repeated if unit else ''}—{high}{unit}"


_FIRST_TO_TENTH = "一二三四五六七八九十"


def rank(place: Decimal, among: bool, in_words: bool = False) -> RankWords:
    """A rank with the words around it: 第1位; ``among``: 前5位; ``in_words``: 第一位, up to the tenth (GB/T 15835)."""
    if in_words and not among and place in range(1, len(_FIRST_TO_TENTH) + 1):
        return RankWords("第", _FIRST_TO_TENTH[int(place) - 1], unit="位")
    return RankWords("前" if among else "第", str(place), unit="位")


# ---- qualifiers and what else is beside a number ----

QUALIFIERS = {
    "gt": "超过",
    "ge": "不低于",
    "lt": "不足",
    "le": "不超过",
    "almost": "近",
    "about": "约",
}
"""Before a number in running text."""
QUALIFIER_SYMBOLS = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤", "almost": "近", "about": "≈"}
"""Before a number in a table cell, a chart label and an Excel number format."""
EXACT = "准确数"
AS_WORDED = "（原文表述）"
STATUSES = {"P": "初步核算", "R": "修订", "E": "估计", "F": "预测"}
"""SDMX OBS_STATUS codes that are said beside a number; ``A`` (normal) and an empty one are not."""
STATES = {
    "achieved": "已完成",
    "on_track": "达到进度",
    "behind": "落后进度",
    "missed": "未完成",
    "unknown": "无法判断",
}
"""Statuses of a target."""

# ---- reading: what else the words are, as regular expressions ----

UNIT_WORDS = {
    "percentage_points": r"个?百分点",
    "basis_points": r"个?基点",
    "percent": r"％",
    "CNY_per_USD": r"元/美元|元人民币兑1?美元",
    "USD": r"美元|美金",
    "EUR": r"欧元",
    "GBP": r"英镑",
    "HKD": r"港元|港币",
    "JPY": r"日元",
    "CNY": r"元(?:人民币)?|块钱|人民币",
    "times": r"倍",
    "tonne": r"公?吨",
    "kg": r"千克|公斤",
    "TEU": r"(?:个)?标箱",
    "kWh": r"千瓦时|度电",
    "m2": r"平方米",
    "person": r"人(?![民均次])",
    "unit": r"台",
}
"""What follows a number, by unit; where several fit the longest is meant."""
SIGNS_BEFORE = {
    "USD": r"美元",
    "CNY": r"人民币|￥",
    "percent": r"百分之",
    "rank": r"第|(?<![目以之此年月日])前",
}
"""Before a number, by unit."""
MINUS = "负(?:增长)?"
AFTER_SIGN: dict[str, int] = {}
TAILS = {"rank": r"[位名](?!于|列|次|单|义|称|录|额|牌)"}
"""What follows a number whose unit is before it."""
PLACEHOLDER = "零"
COUNTERS = (
    r"\s*(?:[个家人名位件辆台户吨单种场只套册项亩座所次笔箱票列艘架条款类瓶张部批支头间处趟班店股]|"
    r"公里|千米|平方|立方|公顷|千瓦)(?!号)"
)
"""What is counted, where no unit is said."""
STATING = r"(?:达到?|共有?|总数为?|增至|升至|降至|增加到?|减少到?|合计|累计)\s*"
"""What makes a quantity of a number that has neither unit nor counter."""
JOINING = r"[至到]"
"""Words between the two numbers of a range."""
ARTICLES = r""
"""What may be between a qualifier and its number."""
VAGUE = rf"(?:\d+|[二三四五六七八九]?十)几[{MYRIADS}]*|(?:[几数]|(?<!以)上)[{TENS}{MYRIADS}]+"
"""What is written in place of a number, and says none."""

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
DIGITS = "".join(_DIGITS)
_FORMAL = "壹贰叁肆伍陆柒捌玖"
_DIGITS |= {digit: value for value, digit in enumerate(_FORMAL, start=1)}
_FORMAL_TENS = {"拾": 1, "佰": 2, "仟": 3}
_PLACES = _BELOW_MYRIADS | _FORMAL_TENS
_DIGIT = f"[{DIGITS}]"
NUMERAL = rf"(?:{_DIGIT}{{1,2}}[{TENS}][{DIGITS}{TENS}]*|(?<![数几上成])(?!百分)[{TENS}]{_DIGIT}?(?![{TENS}])|{_DIGIT}+|(?:[{_FORMAL}]?[{''.join(_FORMAL_TENS)}]零?)+[{_FORMAL}]?|[{_FORMAL}](?=[{MYRIADS}元]))(?:点{_DIGIT}+)?"
NUMERAL = rf"(?:(?<![一大过多小])半(?=个亿|[{MYRIADS}])|{_DIGIT}个半(?=[{MYRIADS}]|百分点)|{NUMERAL})"
"""A number in words, without multipliers of ten thousand and more: 十四, 一百二十, 三点五, 二〇二五, 半(亿), 两个半(亿)."""
A_HALF_MORE = rf"(?<![{TENS}])半"
"""After a number, its multiplier or its unit: half of one more."""


def numeral(text: str) -> Decimal | None:
    """The value of a number in words; a round one keeps its exponent (两百 is 2E+2). ``None`` for no number."""
    if text.endswith("半"):
        return Decimal(_DIGITS[text[0]] if len(text) > 1 else 0) + Decimal("0.5")
    whole, _, decimals = text.partition("点")
    if not any(character in _PLACES for character in whole):
        total = Decimal("".join(str(_DIGITS[character]) for character in whole))
    else:
        total = _by_places(whole)
    if not decimals:
        return total
    tail = "".join(str(_DIGITS[character]) for character in decimals)
    return Decimal(f"{int(total)}.{tail}")


def _by_places(text: str) -> Decimal:
    """一百二十 is 120, 五千 5E+3."""
    total, digit, last = 0, 0, 0
    for character in text:
        if character in _PLACES:
            total += (digit or 1) * 10 ** _PLACES[character]
            digit, last = 0, _PLACES[character]
        else:
            digit = _DIGITS[character]
    is_round = digit == 0 and last > 1
    return Decimal(total // 10**last).scaleb(last) if is_round else Decimal(total + digit)


def _tenths(text: str) -> tuple[Decimal, str]:
    """三成 is 30 percent, 三成五 and 三成半 35."""
    tens, _, rest = text.partition("成")
    return Decimal(
        (int(tens) if tens.isdecimal() else _DIGITS[tens]) * 10
        + (5 if rest == "半" else _DIGITS.get(rest, 0))
    ), "percent"


def _doublings(text: str) -> tuple[Decimal, str]:
    """翻一番 is twice as much, 翻两番 four times."""
    return Decimal(2 ** _DIGITS[text[-2]]), "times"


_DOUBLINGS = rf"翻了?(?:近|将近|约|逾|超过?)?{_DIGIT}番"
PHRASES: dict[str, Callable[[str], tuple[Decimal, str]]] = {
    _DOUBLINGS: _doublings,
    rf"(?:{_DIGIT}|(?<![\d.])\d)成(?:半|{_DIGIT})?(?=[，。；、以左的多]|$)": _tenths,
}
"""Other ways to say a number with its unit: the whole of it, and what it says."""


def _fraction(text: str) -> Decimal:
    """三分之二 is two thirds, 千分之五 five thousandths."""
    below, _, above = text.partition("分之")
    whole = Decimal(10_000) if below == "万" else numeral(below)
    part = numeral(above)
    return part / whole if part and whole else Decimal(0)


def _between_tenths(text: str) -> Decimal:
    """三四成 lies between three tenths and four."""
    return Decimal(_DIGITS[text[0]] + _DIGITS[text[1]]) / 20


_PARTS = rf"(?:万|{NUMERAL})分之{NUMERAL}"
_TENTHS = rf"{_DIGIT}{{2}}成(?=[，。；、的以左]|$)"
FRACTIONS: dict[str, Callable[[str], Decimal]] = {
    _PARTS: _fraction,
    _TENTHS: _between_tenths,
    r"一半|半数|过半|大半": lambda text: Decimal("0.5"),
}
"""Parts of a whole in words."""
QUALIFIERS_BEFORE = {
    "le": r"不超过|不高于|不多于|至多|最多|(?<![目以之此年月日])前",
    "ge": r"不低于|不少于|至少|不小于",
    "gt": r"超过|突破|超出|超|逾|多于",
    "lt": r"不足|不到|低于|少于|未达|不满",
    "almost": r"接近|将近|(?<![最附邻临远])近",
    "about": r"大约|大概|约为|约合|(?<![合节预签条契公])约",
}
"""What says before a number on which side of it the truth lies; the longest is meant."""
QUALIFIERS_WITHIN = {"gt": r"个?多|余"}
"""The same between a number and its multiplier or unit."""
QUALIFIERS_AFTER = {
    "gt": r"(?<=[成倍番])[多余]",
    "ge": r"及?以上",
    "le": r"以内|及?以下",
    "about": r"左右|上下",
}
"""The same after a number and its unit."""
SAID_OTHERWISE = {
    Decimal(50): r"减半|腰斩",
    Decimal(1): r"唯一|首个|首位|第一|冠军|榜首|最大|最高|最多|居首|领先",
    Decimal(2): r"第二|两",
    Decimal(3): r"第三",
    **{
        Decimal(1).scaleb(
            power
        ): rf"(?<![\d（(：:位{TENS}{MYRIADS}几数多余{''.join(_DIGITS)}.]){_multiplier(power)}(?=[元美欧英日港家户人吨件辆台单个级大])"
        for power in range(4, 14)
    },
}
"""Words that say a number without naming it, or something else."""
MULTIPLES = {Decimal(2): r"翻番", Decimal("0.5"): rf"(?:{FALL}|压缩|缩短)了?(?:一半|过半|近半)"}
"""Words that say a multiple."""
_RANKED = r"(?:[居列]|位居|位列|排名?|跃[居升]|稳居|名列|保持)[^，。；、第》]{0,8}"
_NOT_NTH = f"(?![季次批期届条款轮产章节{TENS}])"
CLAIMS = (
    ("rank", Decimal(1), rf"{_RANKED}第一{_NOT_NTH}"),
    ("rank", Decimal(2), rf"{_RANKED}第二{_NOT_NTH}|仅次于"),
    ("rank", Decimal(3), rf"{_RANKED}(?:第三|前三){_NOT_NTH}"),
    ("digits", Decimal(2), rf"两位数(?:以上)?(?:的)?(?:{RISE}|{GROWTH})"),
    ("years", Decimal(0), rf"连续[两二三四五六七八九十]+(?:年|个月|个季度)[\u4e00-\u9fff]{{0,6}}(?:{RISE}|{FALL}|两位数|第一|首位)"),
)  # fmt: skip
"""Words that claim a place, or how many digits or years, without a number."""
STATED_IN_WORDS = (
    rf"{_PARTS}(?![{MYRIADS}]|以上的?[\u4e00-\u9fff]{{0,6}}(?:成员|代表|委员|会员|股东|理事|常务|同意|通过))|{_TENTHS}"
    rf"|(?:占|近|超过?|约)了?(?:一半|半数)(?!.{{0,6}}(?:同意|通过|表决))|{NUMERAL}倍半?|{_DOUBLINGS}"
)
"""Parts of a whole and multiples in words where they are what a sentence says."""
OF_SOMETHING_ELSE = r"以下|[^。，；]{0,12}罚"
"""Behind such words: they say no number."""
MULTIPLE_REACHED = r"[至到为成是达当的]"
"""Before a multiple: what was grown to, not by."""
MULTIPLE_OF_WHOLE = r"(?<=番)"
"""After a multiple: the same."""
