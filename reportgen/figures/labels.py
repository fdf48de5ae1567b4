"""What a series, a figure or a period is called in running text and in tables."""

from __future__ import annotations

from reportgen.dataset.records import TOTAL, Dataset, Series
from reportgen.kinds.figure import Figure, Kind
from reportgen.language import kind_name, period_label, punctuation
from reportgen.periods import Period, PeriodKind

_DIVISIONS = frozenset(
    [
        "large",
        "medium",
        "small",
        "micro",
        "big",
        "other",
        "others",
        "total",
        "rest",
        "urban",
        "rural",
        "male",
        "female",
        "men",
        "women",
        "direct",
        "indirect",
        "public",
        "private",
        "state-owned",
        "foreign",
        "domestic",
        "foreign-funded",
        "collective",
        "individual",
        "online",
        "offline",
        "new",
        "old",
        "primary",
        "secondary",
        "tertiary",
        "agriculture",
        "industry",
        "services",
        "manufacturing",
        "mining",
        "construction",
        "goods",
        "retail",
        "wholesale",
        "imports",
        "exports",
        "air",
        "sea",
        "rail",
        "road",
        "water",
        "processing",
        "bonded",
        "low",
        "high",
        "middle",
        "upper",
        "lower",
    ]
)
_NATIONAL = {"CN": "全国"}
"""Chinese official prose says 全国 where a table says 中国."""


def indicator_label(series: Series, dataset: Dataset, language: str) -> str:
    """The indicator with its breakdown and partner: ``Relief goods (medical supplies; Wuhan)``, ``支援物资重量（医疗物资；武汉市）``.

    A breakdown alone goes into the indicator's own pattern for parts, where it has one: ``Exports of passenger cars``, 乘用车出口额.
    """
    indicator = dataset.indicators.get(series.indicator)
    label = indicator.label.in_language(language) if indicator else series.indicator
    pattern = indicator.part_label.in_language(language) if indicator else ""
    if "{}" in pattern and series.breakdown != TOTAL and series.counterpart_area == TOTAL:
        part = code_label("breakdown", series.breakdown, dataset, language)
        if not pattern.startswith("{}"):
            part = mid_sentence(part, language, dataset, brands=True)
        return opening(pattern.replace("{}", part), language)
    details = [
        code_label(dimension, code, dataset, language)
        for dimension, code in (
            ("breakdown", series.breakdown),
            ("counterpart_area", series.counterpart_area),
        )
        if code != TOTAL
    ]
    if not details:
        return label
    inner = punctuation(language).SEMICOLON.join(
        punctuation(language).unbracketed(mid_sentence(item, language, dataset, brands=True))
        for item in details
    )
    return f"{label}{punctuation(language).bracketed(inner)}"


def breakdown_label(series: Series, dataset: Dataset, language: str) -> str:
    """The breakdown alone, for a 其中 row: ``Physical goods``."""
    return code_label("breakdown", series.breakdown, dataset, language)


def code_label(dimension: str, code: str, dataset: Dataset, language: str) -> str:
    """The label of a breakdown, scope or partner code, or the code itself where the dataset lists none."""
    found = dataset.codes_by_key.get((dimension, code))
    return (found.label.in_language(language) if found else "") or code


def area_label(ref_area: str, dataset: Dataset, language: str) -> str:
    """The area's name: ``Chongqing``, ``重庆市``, 全国 for the nation in Chinese."""
    if language == "zh" and ref_area in _NATIONAL:
        return _NATIONAL[ref_area]
    area = dataset.areas.get(ref_area)
    return (area.label.in_language(language) if area else "") or ref_area


def series_phrase(series: Series, dataset: Dataset, language: str) -> str:
    """Area and indicator as a sentence says them: ``Chongqing's online retail sales``, ``重庆市网上零售额``."""
    indicator = indicator_label(series, dataset, language)
    area = area_label(series.ref_area, dataset, language)
    if language == "zh":
        says_area = series.ref_area in _NATIONAL and indicator.startswith(("国家", "全国", "我国"))
        return indicator if says_area else f"{area}{indicator}"
    indicator = mid_sentence(indicator, language, dataset)
    record = dataset.areas.get(series.ref_area)
    article = "the " if area[:1].isdigit() else ""
    if (record and record.kind == "group") or " of " in area:
        return f"{indicator} of {article}{area}"
    return f"{article}{area}'{'' if area.endswith('s') else 's'} {indicator}"


def period_phrase(period: Period, language: str, *, flow: bool = False) -> str:
    """The period as a sentence opens with it: ``In 2021``, ``As of 31 December 2023``, ``2022年1—5月``.

    A ``flow`` of one day happened on it, and did not add up until then.
    """
    label = period_label(period, language)
    as_of = period.kind is PeriodKind.DAY and not flow
    if language == "zh":
        return f"截至{label}" if as_of else label
    if period.kind is PeriodKind.DAY:
        return f"{'As of' if as_of else 'On'} {label}"
    if period.kind is PeriodKind.SPAN and period.first // 12 != period.last // 12:
        first, _, last = label.partition("–")
        return f"From {first.strip()} to {last.strip()}"
    return f"In {label}"


def end_phrase(period: Period, language: str) -> str:
    """The end of a period: ``the end of May 2022``, 2022年5月末; a day is its own end."""
    if period.kind is PeriodKind.DAY:
        return period_label(period, language)
    if period.kind is PeriodKind.SPAN:
        period = Period.span_of(period.last, period.last)
    label = period_label(period, language)
    return f"{label}末" if language == "zh" else f"the end of {label}"


def whole_area(ref_area: str, dataset: Dataset, language: str) -> str:
    """The whole of an area as Chinese prose says it beside its parts: 全市, 全省, 全国; empty where no such word fits."""
    label = area_label(ref_area, dataset, language)
    if language != "zh" or not label:
        return ""
    return label if label == "全国" else f"全{label[-1]}" if label[-1] in "市省区县州盟旗" else ""


def figure_label(figure: Figure, dataset: Dataset, language: str) -> str:
    """The whole name of a figure: indicator, area, kind: ``Exports, Chongqing: year-on-year growth``."""
    series = figure.id.series
    name = punctuation(language).COMMA.join(
        (indicator_label(series, dataset, language), area_label(series.ref_area, dataset, language))
    )
    if language == "zh":
        name = series_phrase(series, dataset, language)
    if figure.id.kind is Kind.LEVEL:
        return name
    kind = kind_name(figure.id.kind, language)
    return f"{name}{punctuation(language).COLON}{kind}"


def mid_sentence(text: str, language: str, dataset: Dataset | None = None, brands: bool = False) -> str:
    """The text without its opening capital, unless that belongs to the word.

    Kept are abbreviations (GDP, B2C), names of several words (Tesla Motors), labels that begin with the name of an area
    (Chongqing-made automobiles) and, with ``brands``, single words (Yu'ou) but those by which statistics divide things
    (Large, Urban).
    """
    if language == "zh" or not text[:1].isupper():
        return text
    first, _, rest = text.partition(" ")
    stem = first.split("-", 1)[0]
    is_abbreviation = any(letter.isupper() for letter in first[1:]) or (len(stem) == 1 and stem != "E")
    is_name = (
        (brands and not rest and text.casefold() not in _DIVISIONS)
        or rest[:1].isupper()
        or stem in _area_words(dataset)
    )
    return text if is_abbreviation or is_name else text[0].lower() + text[1:]


def opening(text: str, language: str) -> str:
    """The text with an opening capital."""
    return text if language == "zh" or not text else text[0].upper() + text[1:]


def _area_words(dataset: Dataset | None) -> set[str]:
    return {area.label.en.split(" ", 1)[0] for area in dataset.areas.values()} if dataset else set()
