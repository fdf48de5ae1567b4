"""What series and areas are called in running text and in tables, in Chinese."""

from __future__ import annotations

from reportgen.language.zh.punctuation import COLON, SEMICOLON, bracketed, unbracketed
from reportgen.names import AreaName, SeriesName

NATION = "全国"
_IN_PROSE = {"CN": NATION}
"""Official prose calls these areas otherwise than a table of areas does (中国)."""
_SAY_NATION = ("国家", NATION, "我国")
"""Labels that begin so name the nation themselves."""
_KINDS_OF_PLACES = "市省区县州盟旗"


def indicator(name: SeriesName) -> str:
    """The indicator with its breakdown and partner: 支援物资重量（医疗物资；武汉市）.

    A breakdown alone goes into the indicator's own pattern for parts, where it has one: 乘用车出口额.
    """
    pattern = name.pattern.zh
    if "{}" in pattern and name.breakdown is not None and name.partner is None:
        return pattern.replace("{}", name.breakdown.zh)
    details = [item.zh for item in (name.breakdown, name.partner) if item is not None]
    if not details:
        return name.indicator.zh
    return f"{name.indicator.zh}{bracketed(SEMICOLON.join(unbracketed(item) for item in details))}"


def part(name: SeriesName) -> str:
    """The breakdown alone, for a row under its whole: 实物商品."""
    return name.breakdown.zh if name.breakdown is not None else name.indicator.zh


def area(name: AreaName) -> str:
    """重庆市; the nation is 全国."""
    return _IN_PROSE.get(name.code, name.label.zh)


def series(name: SeriesName) -> str:
    """Area and indicator as a sentence says them: 重庆市网上零售额."""
    what, where = indicator(name), area(name.area)
    return what if where == NATION and what.startswith(_SAY_NATION) else f"{where}{what}"


def title(name: SeriesName, kind: str = "") -> str:
    """The whole name of a figure: 重庆市出口额：同比增长."""
    return f"{series(name)}{COLON}{kind}" if kind else series(name)


def whole(name: SeriesName, beside: SeriesName) -> str:
    """What ``beside`` is a part of: 全市出口总额; of another area with its name."""
    return series(name) if name.area != beside.area else whole_area(name.area) + indicator(name)


def whole_area(name: AreaName) -> str:
    """The whole of an area as prose says it beside its parts: 全市, 全省, 全国; empty where no such word fits."""
    label = area(name)
    if label == NATION:
        return label
    return f"全{label[-1]}" if label[-1:] and label[-1] in _KINDS_OF_PLACES else ""


def mid_sentence(text: str, proper: frozenset[str] = frozenset(), *, brands: bool = False) -> str:
    """The text as it stands: Chinese has no capitals."""
    return text


def first_part(label: str, proper: frozenset[str]) -> str:
    """The label of the first row under its whole: 其中：实物商品."""
    return f"其中：{label}"


def capital(text: str) -> str:
    """The text as it stands."""
    return text
