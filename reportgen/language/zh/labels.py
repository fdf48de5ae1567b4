"""What series and areas are called in running text and in tables, in Chinese."""

from __future__ import annotations

from reportgen.language.zh.punctuation import CLOSE_BRACKET, COLON, SEMICOLON, bracketed, unbracketed
from reportgen.names import AreaName, SeriesName
from reportgen.record import replace

NATION = "全国"
"""What official prose calls the nation (中国 in a table of areas)."""
_SAY_NATION = ("国家", NATION, "我国")
"""Labels that begin so name the nation themselves."""
_KINDS_OF_PLACES = "市省区县州盟旗"


def indicator(name: SeriesName) -> str:
    """The indicator with its breakdown and partner: 支援物资重量（医疗物资；武汉市）, 对美国出口.

    A breakdown alone goes into the indicator's own pattern for parts, where it has one: 乘用车出口额.
    """
    pattern = name.pattern.zh
    if name.partner is not None and name.crossing:
        return f"{_CROSSING[name.crossing]}{name.partner.zh}{brief(indicator(replace(name, partner=None)))}"
    if "{}" in pattern and name.breakdown is not None and name.partner is None:
        return pattern.replace("{}", name.breakdown.zh)
    details = [item.zh for item in (name.breakdown, name.partner) if item is not None]
    if not details:
        return name.indicator.zh
    return f"{name.indicator.zh}{bracketed(SEMICOLON.join(unbracketed(item) for item in details))}"


_CROSSING = {"out": "对", "in": "自", "both": "对"}
"""Before the partner of exports, of imports, of trade."""
_NUMBER_OF = ("数量", "数", "次")
"""What ends the label of a count, and is left out before a number with its counter: 电商企业超过3万家, 直播带货18.4万场."""
_TOTAL = "总额"
_TRADED = ("出口总额", "进口总额")


def counted(name: SeriesName) -> str:
    """A count without the word for number, before a number that has its counter: 网商, 电商带动就业 (of 人数)."""
    label, counter = indicator(name), name.counter.zh
    if not name.is_count or not counter or label.endswith(CLOSE_BRACKET):
        return label
    if label.endswith(counter):
        return label.removesuffix(counter) or label
    stem = next((label.removesuffix(end) for end in _NUMBER_OF if label.endswith(end)), "")
    if not stem or (label.endswith("次") and not stem.endswith(counter)):
        return label
    return stem.removesuffix(counter) or stem


def is_of_things(name: SeriesName) -> bool:
    """Whether a count is of things that an area has (企业数), and not of what was done or of people."""
    label = indicator(name)
    stem = label.removesuffix("数量") if label.endswith("数量") else label.removesuffix("数")
    return stem != label and not stem.endswith(name.counter.zh)


def brief(label: str) -> str:
    """A label under its whole: 出口 of 出口总额."""
    return label.removesuffix(_TOTAL) if label.endswith(_TRADED) else label


def part(name: SeriesName) -> str:
    """The breakdown alone, for a row under its whole: 实物商品."""
    return name.breakdown.zh if name.breakdown is not None else name.indicator.zh


def area(name: AreaName) -> str:
    """重庆市; the nation is 全国."""
    return NATION if name.is_nation else name.label.zh


def area_within(name: AreaName, whole: AreaName | None) -> str:
    """An area under one that has been named: 14个重点区县, without 重庆市."""
    return (area(name).removeprefix(area(whole)) if whole else "") or area(name)


def series(name: SeriesName) -> str:
    """Area and indicator as a sentence says them: 重庆市网上零售额."""
    return f"{where(name)}{indicator(name)}"


def where(name: SeriesName) -> str:
    """The area as it stands before its indicator: nothing where that begins with the nation itself."""
    label = area(name.area)
    return "" if label == NATION and indicator(name).startswith(_SAY_NATION) else label


def title(name: SeriesName, kind: str = "") -> str:
    """The whole name of a figure: 重庆市出口额：同比增长."""
    return f"{series(name)}{COLON}{kind}" if kind else series(name)


def whole(name: SeriesName, beside: SeriesName) -> str:
    """What ``beside`` is a part of: 全市出口总额; of another area with its name."""
    return series(name) if name.area.code != beside.area.code else whole_area(name.area) + indicator(name)


def whole_area(name: AreaName) -> str:
    """The whole of an area as prose says it beside its parts: 全市, 全省, 全国; empty where no such word fits."""
    label = area(name)
    if label == NATION:
        return label
    return f"全{label[-1]}" if label[-1:] and label[-1] in _KINDS_OF_PLACES else ""


def mid_sentence(text: str, proper: frozenset[str] = frozenset(), *, brands: bool = False) -> str:
    """The text as it is: Chinese has no capitals."""
    return text


def first_part(label: str, proper: frozenset[str]) -> str:
    """The label of the first row under its whole: 其中：实物商品."""
    return f"其中：{label}"


def next_part(label: str, proper: frozenset[str]) -> str:
    """The label of a row after it, as it is."""
    return label


def capital(text: str) -> str:
    """The text as it is."""
    return text
