"""The words of numbers in English: units, multipliers, qualifiers, ranks, statuses. Written from and read by these tables."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from reportgen.language.contract import RankWords
from reportgen.language.en.directions import FALLING, RISING

# ---- units ----

CURRENCIES = {
    "CNY": "yuan",
    "USD": "US dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "HKD": "Hong Kong dollars",
    "JPY": "yen",
}
UNITS = {
    **CURRENCIES,
    "count": "",
    "index": "",
    "percent": "%",
    "percentage_points": "percentage points",
    "times": "times",
    "rank": "",
    "tonne": "tonnes",
    "kg": "kilograms",
    "person": "people",
    "unit": "units",
    "m2": "square metres",
    "TEU": "TEU",
    "kWh": "kWh",
}
SINGULARS = {
    "USD": "US dollar",
    "EUR": "euro",
    "GBP": "pound",
    "HKD": "Hong Kong dollar",
    "percentage_points": "percentage point",
    "tonne": "tonne",
    "kg": "kilogram",
    "person": "person",
    "unit": "unit",
    "m2": "square metre",
}
UNIT_NAMES = {"percent": "percent", "rank": "ranks", "count": "plain numbers"}
"""Units that are called otherwise by themselves: "recorded in percent"."""
IN_HEADS: dict[str, str] = {}
"""Units that are worded otherwise where they name a column or an axis."""
_IRREGULAR = {"people": "person", "persons": "person"}


def singular(counter: str) -> str:
    """The singular of a counter word: ``firms`` firm, ``countries`` country, ``masks`` mask."""
    if counter in _IRREGULAR:
        return _IRREGULAR[counter]
    if counter.endswith("ies"):
        return counter[:-3] + "y"
    if counter.endswith(("sses", "xes", "ches", "shes")):
        return counter[:-2]
    return counter[:-1] if counter.endswith("s") and not counter.endswith("ss") else counter


def ratio(above: str, below: str) -> str:
    """A unit per another in the singular: ``yuan per US dollar``."""
    return f"{above} per {below}"


# ---- digits ----

MULTIPLIERS = {
    12: "trillion",
    9: "billion",
    8: "hundred million",
    6: "million",
    4: "ten thousand",
    3: "thousand",
    0: "",
}
"""The word of each power of ten."""
POWERS = {12: 3, 9: 3, 6: 3, 0: 3}
"""Powers that running text chooses from, largest first, and the most decimals that a number may have with them."""
GROUPING = ","
"""Between groups of three digits."""
GAP = " "
"""Between number, multiplier and unit."""
CLOSE_UNITS = ("%",)
"""Units that follow a number without a gap."""


def between(low: str, high: str, unit: str, power: int) -> str:
    """``5% to 6%``, ``50 to 60 billion yuan``."""
    if unit in CLOSE_UNITS:
        return f"{low}{unit} to {high}{unit}"
    return " ".join(filter(None, (low, "to", high, unit)))


_FIRST_TO_TENTH = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)


def rank(place: Decimal, among: bool, in_words: bool = False) -> RankWords:
    """A rank with the words around it: ``1st``, ``11th``; ``among``: ``top 5``; ``in_words``: ``first``, up to the tenth."""
    if among:
        return RankWords("top ", str(place))
    number = int(place)
    if in_words and number in range(1, len(_FIRST_TO_TENTH) + 1):
        return RankWords("", _FIRST_TO_TENTH[number - 1])
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return RankWords("", str(number), ending)


# ---- qualifiers and what else is beside a number ----

QUALIFIERS = {
    "gt": "more than ",
    "ge": "at least ",
    "lt": "less than ",
    "le": "at most ",
    "almost": "nearly ",
    "about": "about ",
}
"""Before a number in running text."""
QUALIFIER_SYMBOLS = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤", "almost": "nearly ", "about": "≈"}
"""Before a number in a table cell, a chart label and an Excel number format."""
EXACT = "an exact number"
AS_WORDED = " (as the source words it)"
STATUSES = {"P": "preliminary", "R": "revised", "E": "estimated", "F": "forecast"}
"""SDMX OBS_STATUS codes that are said beside a number; ``A`` (normal) and an empty one are not."""
STATES = {
    "achieved": "achieved",
    "on_track": "on track",
    "behind": "behind",
    "missed": "missed",
    "unknown": "not known",
}
"""Statuses of a target."""

# ---- reading: what else the words are, as regular expressions, letter case apart ----

UNIT_WORDS = {
    "percentage_points": r"percentage[\s-]+points?|percent[\s-]+points?|per cent points?|pct\.? points?|p\.?p\.?(?![a-z])|points?\b",
    "basis_points": r"basis points?|bps?\b",
    "per_mille": r"‰|per mille",
    "percent": r"%|percent\b|per cent\b|pct\b",
    "CNY_per_USD": r"(?:Chinese\s+)?yuan (?:per|to the|to one|a) (?:US |U\.S\. )?dollar",
    "USD": r"(?:(?:US|U\.S\.|American)[\s-]*)?dollars?\b|USD\b|US\$",
    "EUR": r"euros?\b|EUR\b",
    "GBP": r"pounds?(?: sterling)?\b|GBP\b",
    "HKD": r"Hong Kong dollars?\b|HKD\b",
    "JPY": r"(?:Japanese\s+)?yen\b|JPY\b",
    "CNY": r"(?:Chinese\s+)?yuan\b|CNY\b|RMB\b|renminbi\b",
    "times": r"times\b(?!\s+a\b)|-?fold\b",
    "rank": r"(?<=\d)(?:st|nd|rd|th)\b(?:\s+place)?",
    "tonne": r"(?:metric )?tons?\b|tonnes?\b",
    "kg": r"kilograms?\b|kg\b",
    "TEU": r"TEUs?\b",
    "kWh": r"kWh\b|kilowatt[\s-]hours?\b",
    "m2": r"square met(?:er|re)s?\b",
    "person": r"(?:people|persons?)\b",
}
"""What follows a number, by unit; where several fit the longest is meant."""
SIGNS_BEFORE = {
    "USD": r"USD|US\$|U\.S\.\s?\$|\$",
    "EUR": r"EUR|€",
    "GBP": r"GBP|£",
    "HKD": r"HKD|HK\$",
    "JPY": r"JPY",
    "CNY": r"CNY|RMB|¥",
    "rank": r"\brank(?:s|ed|ing)?(?:\s+(?:No\.|number))?|\btop",
}
"""Before a number, by unit."""
MINUS = r"(?:minus|negative(?:\s+growth\s+of)?)\s+"
AFTER_SIGN = {"k": 3, "m": 6, "b": 9}
TAILS: dict[str, str] = {}
"""What follows a number whose unit is before it."""
MULTIPLIER_WORDS = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "mln": 6,
    "mn": 6,
    "billion": 9,
    "bn": 9,
    "trillion": 12,
    "trn": 12,
    "tn": 12,
    "wan": 4,
    "lakh": 5,
    "crore": 7,
}
"""Two in a row multiply: hundred million."""
THOUSANDS = "thousand|million|billion|trillion"
"""Of these the steps of three digits that running text writes out."""
PLACEHOLDER = ""
COUNTERS = (
    r"\s+(?:(?!and\b|or\b|to\b|of\b|in\b|on\b|at\b|is\b|are\b|was\b|has\b|by\b|from\b|for\b|with\b|as\b|the\b|a\b|this\b)"
    r"[A-Za-z][\w'-]*\s+){0,2}(?:people|persons|staff|personnel|women|men|children|(?!(?:is|was|has|as|this|its|plus|versus)\b)[A-Za-z][A-Za-z-]+(?<!s)s)\b"
)
"""What is counted, where no unit is said."""
STATING = (
    r"\b(?:reach(?:ed|es|ing)?|total(?:l?ed|s|l?ing)?|number(?:ed|s|ing)|amount(?:ed|s|ing)? to|c[ao]me to|stood at|stand at|"
    rf"(?:{RISING}|{FALLING})(?: to| by)?|total of)\s*"
)
"""What makes a quantity of a number that has neither unit nor counter."""
JOINING = r"to|and"
"""Words between the two numbers of a range."""
ARTICLES = r"the|an?"
"""What may be between a qualifier and its number."""
_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SIMPLE = {"zero": 0, "a": 1, "an": 1, **_ONES, **_TEENS, **_TENS}
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES)}))?|{'|'.join([*_TEENS, *_ONES])}|zero)(?:(?=fold)|(?![a-z]))"
_DECIMALS = rf"\s+point(?:\s+(?:zero|{'|'.join(_ONES)})\b)+"
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_ENDLESS = ("third", "sixth", "seventh", "ninth")
"""Of these the parts that no decimal number is."""
_SO_MANY = rf"(?:(?:an?|{'|'.join(_ONES)})[\s-]+)?"
_MULTIPLIED = rf"[\s-]+(?:dozen|{'|'.join(MULTIPLIER_WORDS)})\b"
_OF_ONE = r"[\s-]+of[\s-]+(?:an?|one)"
_NO_ORDINAL = "".join(
    f"(?<!{word}{gap})" for word in ("first", "second", "third", "fourth", "last", "other") for gap in " -"
)
_PART_OF_ONE = (
    rf"{_NO_ORDINAL}(?:(?:(?:an?|one)[\s-]+)?half(?:[\s-]+of)?(?:[\s-]+(?:an?|one))?|an?[\s-]+quarter"
    rf"|{_SO_MANY}(?:{'|'.join(part for part in _PARTS if part not in _ENDLESS)})s?{_OF_ONE})(?={_MULTIPLIED})"
)
"""Of a multiplier: half a, a quarter, three tenths of a."""
_AND_A_PART = r"\s+and\s+(?:(?:a|one)[\s-]+half|(?:a|one)[\s-]+quarter|three[\s-]+quarters)\b(?!\s+of\b)"
NUMERAL = (
    rf"(?<![a-z])(?:{_PART_OF_ONE}|{_BELOW_HUNDRED}|an?(?={_MULTIPLIED}))"
    rf"(?:[\s-]+hundred\b(?:\s+(?:and\s+)?{_BELOW_HUNDRED})?)?(?:[\s-]+dozen\b)?(?:{_AND_A_PART}|{_DECIMALS})?"
)
"""A number in words, without multipliers of a thousand and more."""
A_HALF_MORE = r"\s+and\s+a\s+half\b(?!-)"
"""After a number, its multiplier or its unit: half of one more."""
VAGUE = (
    rf"(?<![a-z])(?:(?:several|a few|many|a couple of)[\s-]+(?=(?:dozen|score|hundred|{THOUSANDS})s?\b)"
    rf"|(?:ten|dozen|score|hundred|{THOUSANDS})s of(?![a-z])|(?<!the ){_SO_MANY}(?:{'|'.join(_ENDLESS)})s?{_OF_ONE}{_MULTIPLIED})"
)
"""What is written in place of a number, and says none; a third of a million is none of so many digits."""


def numeral(text: str) -> Decimal | None:
    """The value of a number in words; a round one keeps its exponent (``two hundred`` is 2E+2)."""
    words = [word for word in text.lower().replace("-", " ").split() if word not in ("and", "of")]
    if "point" in words:
        point = words.index("point")
        return Decimal(
            f"{numeral(' '.join(words[:point])):f}.{''.join(str(_SIMPLE[word]) for word in words[point + 1 :])}"
        )
    part = next((at for at, word in enumerate(words) if word.removesuffix("s") in _PARTS), None)
    if part is None:
        return _counted(words, Decimal(0))
    if part == len(words) - 1 > 1:
        return _counted(words[:-2], Decimal(0)) + _fraction(" ".join(words[-2:]))
    rest = [word for word in words[part + 1 :] if word not in ("a", "an", "one")]
    return _counted(rest, _fraction(" ".join(words[: part + 1])))


def _counted(words: list[str], value: Decimal) -> Decimal:
    for word in words:
        if word == "hundred":
            value = value.scaleb(2)
        elif word == "dozen":
            value *= 12
        else:
            value += _SIMPLE[word]
    is_whole = value == value.to_integral_value() and value.as_tuple().exponent in (-1, -2, -3)
    return value.to_integral_value() if is_whole else value


PHRASES: dict[str, Callable[[str], tuple[Decimal, str]]] = {}
"""Other ways to say a number with its unit: the whole of it, and what it says."""


def _fraction(text: str) -> Decimal:
    """``two thirds``, ``a quarter``, ``half``, ``nine out of ten``."""
    *above, below = text.lower().replace("-", " ").split()
    return Decimal(_SIMPLE[above[0]] if above else 1) / (_PARTS | _SIMPLE)[below.removesuffix("s")]


_OF_A_NUMBER = rf"(?!(?:[\s-]+of)?(?:[\s-]+(?:an?|one))?{_MULTIPLIED})"
_IN = rf"(?<![a-z])(?:{'|'.join(_ONES)}) (?:in|out of) (?:every )?(?:{'|'.join([*_ONES, 'ten'])})\b"
FRACTIONS: dict[str, Callable[[str], Decimal]] = {
    _IN: _fraction,
    rf"(?<![a-z])(?:an?|{'|'.join(_ONES)})[\s-]+(?:{'|'.join(part for part in _PARTS if part != 'half')})s?\b{_OF_A_NUMBER}": _fraction,
    rf"(?<![a-z])(?<!first )(?<!second )(?<!and a )half\b(?!-?\s?year){_OF_A_NUMBER}": _fraction,
}
"""Parts of a whole in words; half a million is a number."""
QUALIFIERS_BEFORE = {
    "le": r"no more than|not more than|not exceeding|at most|(?<!added )(?<!adds )up to|(?:the )?top",
    "ge": r"no less than|not less than|at least|no fewer than",
    "gt": r"more than|over|exceed(?:s|ed|ing)?|in excess of|above|surpass(?:es|ed|ing)?|topp(?:ed|ing)|beyond|broke through",
    "lt": r"less than|fewer than|under|below|short of",
    "almost": r"almost|nearly|close to",
    "about": r"about|around|approximately|roughly|some|circa",
}
"""What says before a number on which side of it the truth lies; the longest is meant."""
QUALIFIERS_WITHIN = {"gt": r"\+"}
"""The same between a number and its multiplier or unit."""
QUALIFIERS_AFTER = {
    "ge": r"or more|and above|to be reached",
    "gt": r"to be (?:exceeded|surpassed|passed|topped)",
    "le": r"or less",
    "about": r"or so",
}
"""The same after a number and its unit."""
SAID_OTHERWISE = {
    Decimal(1): r"only|sole|single|first|1st|an?|leader|leading|largest|biggest|highest|top|best|most",
    Decimal(2): r"second|2nd|twice|pair|both",
    Decimal(3): r"third|3rd",
    Decimal(4): r"fourth|4th",
    **{
        Decimal(1).scaleb(
            MULTIPLIER_WORDS[word]
        ): rf"(?:the|past|exceed\w*|topp\w+|over|above|cross\w*|surpass\w*|broke|beyond)\s+{word}(?=[\s-])"
        for word in THOUSANDS.split("|")
    },
}
"""Words that say a number without naming it, or something else."""
MULTIPLES = {
    Decimal(
        2
    ): r"doubled|doubling|double the|twice (?:as|the)|(?:will|to|may|can|could|would|should) (?:more than |nearly )?double",
    Decimal(3): r"tripled|tripling|(?:will|to) (?:more than )?triple",
    Decimal(4): r"quadrupled|quadrupling|(?:will|to) (?:more than )?quadruple",
    Decimal("0.5"): r"halved|halving|halves",
    Decimal("1.5"): r"half as (?:much|many|large) again",
}
"""Words that say a multiple."""
_NTH = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
CLAIMS = (
    ("rank", Decimal(1), r"rank(?:s|ed|ing)? first"),
    ("rank", Decimal(2), r"rank(?:s|ed|ing)? second|second only to"),
    ("rank", Decimal(3), r"rank(?:s|ed|ing)? third"),
    ("digits", Decimal(2), r"double-digit (?:growth|increases?|rises?|rates?)"),
    ("years", Decimal(0), rf"(?:{_NTH}) (?:(?:consecutive|successive|straight) (?:year|month|quarter)|(?:year|month|quarter) (?:running|in a row))"),
)  # fmt: skip
"""Words that claim a place, or how many digits or years, without a number."""
STATED_IN_WORDS = (
    rf"(?:{'|'.join(FRACTIONS)})(?=\s+(?:of|all|the)\b(?!(?:\s+the)?\s+(?:year|month|century|day|period|time)\b))|{_IN}"
    rf"|{NUMERAL}(?:-?fold\b|\s+times (?:as (?:much|many|large|big|high)|the (?:size|number|level|amount) of)\b(?! as (?:possible|needed|necessary)))"
)
"""Parts of a whole and multiples in words where they are what a sentence says."""
OF_SOMETHING_ELSE = r"\s+(?:its|their|our|taxation)\b"
"""Behind such words: they say no number."""
MULTIPLE_REACHED = r"(?:to|was|were|is|are|reached|became|stood at)\s+(?:\w+\s+)?"
"""Before a multiple: what was grown to, not by."""
MULTIPLE_OF_WHOLE = r"(?<=fold)|as\b|the\b|that\b|what\b"
"""After a multiple: the same."""
