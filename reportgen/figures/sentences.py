"""Generated sentences about indicators, as statistical communiques write them: level, direction, comparison.

DESIGN section 10 gives the style. Every number in a sentence keeps its key; a figure without a number gives a sentence
that says why. Sentences about targets are in :mod:`reportgen.figures.target_sentences`.
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.content import Sentence
from reportgen.dataset.records import TOTAL, Series
from reportgen.figures import languages
from reportgen.figures.directions import (
    MAGNITUDE,
    direction_of,
    faster_or_slower,
    growth_clause,
    growth_verb,
    higher_or_lower,
    period_on_period,
    year_on_year,
)
from reportgen.figures.figure import Figure, Kind
from reportgen.figures.labels import (
    area_label,
    indicator_label,
    mid_sentence,
    opening,
    period_phrase,
    series_phrase,
)
from reportgen.figures.numbers import NumberStyle, qualifier_of
from reportgen.figures.presentation import Line, Presentation
from reportgen.periods import Period

BARE_COUNT = NumberStyle(counter=False)


def sentence(page: Presentation, figure: Figure) -> Sentence:
    """The sentence that says the figure, whatever its kind; without a number, why there is none."""
    from reportgen.figures.target_sentences import TARGET_SENTENCES

    if figure.value is None and figure.id.kind is not Kind.TARGET_STATUS:
        return reason_sentence(page, figure)
    writers = _SENTENCES | TARGET_SENTENCES
    line = writers[figure.id.kind](page, figure)
    return line.add(languages.STOP.in_language(page.language)).sentence()


def reason_sentence(page: Presentation, figure: Figure) -> Sentence:
    """Why a figure has no number: ``Year-on-year growth of Chongqing's exports for 2023 is not available. ...``"""
    series = series_phrase(figure.id.series, page.dataset, page.language)
    period = figure.id.period.label(page.language)
    is_level = figure.id.kind is Kind.LEVEL
    kind = "" if is_level else languages.KINDS[figure.id.kind].in_language(page.language)
    reason = page.say(figure.reason) if figure.reason else ""
    if page.language == "zh":
        missing = "暂无数据" if is_level else f"的{kind}未列示"
        return Sentence((f"{period}{series}{missing}。{reason}",))
    name = series if is_level else f"{kind} of {series}"
    return Sentence((f"{opening(name, 'en')} for {period} is not available. {reason}".rstrip(),))


def level_line(page: Presentation, figure: Figure) -> Line:
    """Level, then year-on-year growth as reported or else computed, then the comparison with the nation."""
    comma = languages.COMMA.in_language(page.language)
    line = Line(_opening_phrase(page, figure), _level(page, figure))
    growth = growth_of(page, figure)
    if growth is not None and not figure.id.base:  # a level in another currency has another growth
        basis = comparable_basis(growth, page.language)
        line.add(comma, basis, growth_clause(page, growth, year_on_year(figure.id.period, page.language)))
        line.add(_national_clause(page, figure))
    return line


def growth_of(page: Presentation, figure: Figure) -> Figure | None:
    """The year-on-year growth that goes with a level: as reported, else computed, else none."""
    for kind in (Kind.GROWTH_YOY, Kind.GROWTH_COMPUTED):
        growth = page.figure(figure.id.series, figure.id.period, kind)
        if growth.value is not None:
            return growth
    return None


def comparable_basis(figure: Figure, language: str) -> str:
    """``on a comparable basis, `` where the figure's scope says that its basis was adjusted."""
    if not figure.scope.casefold().startswith("comparable"):
        return ""
    return languages.COMPARABLE_BASIS.in_language(language) + languages.COMMA.in_language(language)


def is_zh(figure: Figure) -> str:
    """为 before a plain number; a qualifier (超过、近、约) follows the subject directly."""
    return "为" if qualifier_of(figure) == "eq" else ""


def said_status(figure: Figure, language: str) -> str:
    """`` (preliminary)`` / （初步核算） where the observation carries such a status."""
    words = languages.OBSERVATION_STATUSES.get(figure.status)
    return languages.bracketed(words.in_language(language), language) if words else ""


def _opening_phrase(page: Presentation, figure: Figure) -> str:
    phrase = period_phrase(figure.id.period, page.language)
    series = series_phrase(figure.id.series, page.dataset, page.language)
    return f"{phrase}{languages.COMMA.in_language(page.language)}{series}"


def _level(page: Presentation, figure: Figure) -> Line:
    """``reached 32.21 billion yuan`` / 为322.1亿元, with the verb that suits flow, stock and count."""
    status = said_status(figure, page.language)
    if page.language == "zh":
        return Line(is_zh(figure), page.number(figure), status)
    indicator = page.dataset.indicators[figure.id.series.indicator]
    if figure.unit == "count" and _label_counts(indicator.label.en, indicator.counter.en):
        return Line(" numbered ", page.number(figure, BARE_COUNT), status)
    if qualifier_of(figure) in ("lt", "le"):
        return Line(" came to ", page.number(figure), status)
    verb = "reached" if indicator.direction == "up" and indicator.kind == "flow" else "stood at"
    return Line(f" {verb} ", page.number(figure), status)


def _label_counts(label: str, counter: str) -> bool:
    """Whether the label already says what is counted: ``Online merchants``, so that no counter word follows."""
    words = label.casefold().split()
    return counter.casefold() in words or words[0].endswith("s") or words[-1].endswith("s")


def _national_clause(page: Presentation, figure: Figure) -> Line:
    if page.national_area in (figure.id.series.ref_area, "") or page.national_area not in page.dataset.areas:
        return Line()
    difference = page.figure(figure.id.series, figure.id.period, Kind.DIFFERENCE_PP, base=page.national_area)
    if difference.value is None:
        return Line()
    return Line(
        languages.COMMA.in_language(page.language), higher_or_lower(page, difference, _national(page))
    )


def _national(page: Presentation) -> str:
    return "全国平均水平" if page.language == "zh" else "the national average"


def _growth(page: Presentation, figure: Figure) -> Line:
    gap = "" if page.language == "zh" else " "
    basis = comparable_basis(figure, page.language)
    verb = growth_verb(page, figure, year_on_year(figure.id.period, page.language))
    comma = languages.COMMA.in_language(page.language) if basis and page.language == "zh" else ""
    return Line(_opening_phrase(page, figure), comma, gap, basis, verb)


def _growth_pop(page: Presentation, figure: Figure) -> Line:
    gap = "" if page.language == "zh" else " "
    verb = growth_verb(page, figure, period_on_period(figure.id.period, page.language))
    return Line(_opening_phrase(page, figure), gap, verb)


def _cagr(page: Presentation, figure: Figure) -> Line:
    first, last = Period.parse(figure.id.base), figure.id.period
    series = series_phrase(figure.id.series, page.dataset, page.language)
    if page.language == "zh":
        return Line(f"{first.year}—{last.year}年，{series}", growth_clause(page, figure, "年均"))
    verb = growth_verb(page, figure, "a year on average")
    return Line(f"From {first.label('en')} to {last.label('en')}, {series} ", verb)


def _difference(page: Presentation, figure: Figure) -> Line:
    """A difference of growth rates against an area, an indicator or an earlier period, in points."""
    base, is_period = base_phrase(page, figure)
    clause = faster_or_slower(page, figure, base) if is_period else higher_or_lower(page, figure, base)
    series = series_phrase(figure.id.series, page.dataset, page.language)
    phrase = period_phrase(figure.id.period, page.language)
    if page.language == "zh":
        return Line(f"{phrase}，{series}", "" if is_period else "增速", clause)
    return Line(f"{phrase}, the growth of {series} was ", clause)


def base_phrase(page: Presentation, figure: Figure) -> tuple[str, bool]:
    """What a difference is taken against, in words, and whether that is a period."""
    for part in figure.id.base.split(","):
        if part in page.dataset.areas:
            if part == page.national_area:
                return _national(page), False
            area = area_label(part, page.dataset, page.language)
            return (area if page.language == "zh" else f"that of {area}"), False
        if part in page.dataset.indicators:
            label = page.dataset.indicators[part].label.in_language(page.language)
            if page.language == "zh":
                return label, False
            return f"that of {mid_sentence(label, 'en', page.dataset)}", False
        if part[:4].isdigit():
            return Period.parse(part).label(page.language), True
    return ("上年" if page.language == "zh" else "the year before"), True


def whole_label(page: Presentation, figure: Figure) -> str:
    """What a share, contribution or pull is a part of: the id's base, else the series' own whole."""
    series = figure.id.series
    for part in filter(None, figure.id.base.split(",")):
        if part in page.dataset.indicators:
            series = Series(part, series.ref_area)
        elif part in page.dataset.areas:
            series = Series(series.indicator, part, series.breakdown, series.counterpart_area)
    if series == figure.id.series:
        series = _whole_of(page, series)
    if series.ref_area == figure.id.series.ref_area:
        label = indicator_label(series, page.dataset, page.language)
        return mid_sentence(label, page.language, page.dataset)
    return series_phrase(series, page.dataset, page.language)


def _whole_of(page: Presentation, series: Series) -> Series:
    if series.breakdown != TOTAL:
        code = page.dataset.codes_by_key.get(("breakdown", series.breakdown))
        above = (code.parent if code else None) or TOTAL
        return Series(series.indicator, series.ref_area, above, series.counterpart_area)
    parent = page.dataset.indicators[series.indicator].parent
    return Series(parent or series.indicator, series.ref_area)


def _share(page: Presentation, figure: Figure) -> Line:
    number, whole = page.number(figure), whole_label(page, figure)
    if page.language == "zh":
        return Line(_opening_phrase(page, figure), f"占{whole}的比重{is_zh(figure)}", number)
    return Line(_opening_phrase(page, figure), " accounted for ", number, f" of {whole}")


def _multiple(page: Presentation, figure: Figure) -> Line:
    """Against a base: so many times it. Without one the source's own words stand, and nothing is made of them."""
    opened, number = _opening_phrase(page, figure), page.number(figure)
    if not figure.id.base:
        words = figure.citations[0].statement if figure.citations else ""
        if page.language == "zh":
            return Line(f"{opened}：", number, f"（来源原文：“{words}”）" if words else "")
        return Line(f"{opened}: ", number, f" (in the source's words: “{words}”)" if words else "")
    base, is_period = base_phrase(page, figure)
    if page.language == "zh":
        qualifier = qualifier_of(figure)
        verb = {"eq": "为", "about": "约为"}.get(qualifier) or languages.QUALIFIERS[qualifier].zh
        return Line(f"{opened}{verb}{base}的", page.number(figure, NumberStyle(qualified=False)))
    return Line(f"{opened} came to ", number, f" that of {base}" if is_period else f" {base}")


def _rank(page: Presentation, figure: Figure) -> Line:
    areas = [part for part in figure.id.base.split(",") if part in page.dataset.areas]
    where = area_label(areas[0], page.dataset, page.language) if areas else ""
    number = page.number(figure)
    if page.language == "zh":
        return Line(_opening_phrase(page, figure), f"居{where}", number)
    series = series_phrase(figure.id.series, page.dataset, "en")
    phrase = period_phrase(figure.id.period, "en")
    article = "among the " if qualifier_of(figure) in ("lt", "le") else ""
    inside = " in the world" if where == "World" else f" in {where}" if where else ""
    return Line(f"{phrase}, {series} ranked {article}", number, inside)


def _single_month(page: Presentation, figure: Figure) -> Line:
    note = "（由累计数推算）" if page.language == "zh" else " (from cumulative figures)"
    return Line(_opening_phrase(page, figure), _level(page, figure), note)


def _implied_base(page: Presentation, figure: Figure) -> Line:
    before = figure.id.period.year_before().label(page.language)
    series = series_phrase(figure.id.series, page.dataset, page.language)
    period = figure.id.period.label(page.language)
    number = page.number(figure)
    if page.language == "zh":
        return Line(f"据{period}的水平和增速推算，{before}{series}{is_zh(figure)}", number)
    return Line(f"The level and growth reported for {period} imply {series} of ", number, f" for {before}")


def _exchange_rate(page: Presentation, figure: Figure) -> Line:
    label = indicator_label(figure.id.series, page.dataset, page.language)
    period = figure.id.period.label(page.language)
    number = page.number(figure)
    if page.language == "zh":
        return Line(
            f"来源对{period}{label}的换算，隐含汇率{'为' if qualifier_of(figure) == 'eq' else ''}", number
        )
    named = mid_sentence(label, "en", page.dataset)
    return Line(f"The source's conversion of {named} for {period} implies ", number)


def _contribution(page: Presentation, figure: Figure) -> Line:
    whole = whole_label(page, figure)
    number = page.number(figure)
    if page.language == "zh":
        return Line(_opening_phrase(page, figure), f"对{whole}增长的贡献率{is_zh(figure)}", number)
    return Line(_opening_phrase(page, figure), " contributed ", number, f" of the growth of {whole}")


def _pull(page: Presentation, figure: Figure) -> Line:
    whole = whole_label(page, figure)
    falls = direction_of(figure).value == "down"
    number = page.number(figure, MAGNITUDE)
    if page.language == "zh":
        effect = f"下拉{whole}增速" if falls else f"拉动{whole}增长"
        return Line(_opening_phrase(page, figure), effect, number)
    verb = "took" if falls else "added"
    joint = "from" if falls else "to"
    return Line(_opening_phrase(page, figure), f" {verb} ", number, f" {joint} the growth of {whole}")


def _balance(page: Presentation, figure: Figure) -> Line:
    surplus = (figure.value or 0) >= 0
    area = area_label(figure.id.series.ref_area, page.dataset, page.language)
    phrase = period_phrase(figure.id.period, page.language)
    number = page.number(figure, MAGNITUDE)
    if page.language == "zh":
        return Line(f"{phrase}，{area}贸易{'顺差' if surplus else '逆差'}", number)
    return Line(f"{phrase}, {area}'s trade {'surplus' if surplus else 'deficit'} was ", number)


_SENTENCES: dict[Kind, Callable[[Presentation, Figure], Line]] = {
    Kind.LEVEL: level_line,
    Kind.GROWTH_YOY: _growth,
    Kind.GROWTH_COMPUTED: _growth,
    Kind.GROWTH_POP: _growth_pop,
    Kind.CAGR: _cagr,
    Kind.DIFFERENCE_PP: _difference,
    Kind.SHARE: _share,
    Kind.MULTIPLE: _multiple,
    Kind.RANK: _rank,
    Kind.SINGLE_MONTH: _single_month,
    Kind.IMPLIED_BASE: _implied_base,
    Kind.IMPLIED_EXCHANGE_RATE: _exchange_rate,
    Kind.CONTRIBUTION: _contribution,
    Kind.PULL: _pull,
    Kind.BALANCE: _balance,
}
