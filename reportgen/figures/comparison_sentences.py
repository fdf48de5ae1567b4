"""Generated sentences about figures taken against something: differences in points, shares, multiples, ranks, contributions."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.dataset.records import Measure
from reportgen.figures.directions import (
    MAGNITUDE,
    Direction,
    direction_of,
    faster_or_slower,
    higher_or_lower,
    risen_or_fallen,
)
from reportgen.figures.labels import area_label, period_phrase, series_phrase, whole_area
from reportgen.figures.numbers import NumberStyle, qualifier_of
from reportgen.figures.presentation import Line, Presentation
from reportgen.figures.sentence_parts import base_phrase, is_zh, opening_phrase, whole_label, year_before
from reportgen.kinds.figure import Figure, Kind
from reportgen.language import period_label, punctuation, quantity_words
from reportgen.periods import Period


def _difference(page: Presentation, figure: Figure) -> Line:
    """A difference of growth rates against an area, an indicator or an earlier period, or of shares, in points."""
    base, is_period = base_phrase(page, figure)
    series = series_phrase(figure.id.series, page.dataset, page.language)
    phrase = period_phrase(figure.id.period, page.language)
    if Measure.SHARE in figure.id.base.split(","):
        return _difference_of_shares(page, figure, base, is_period)
    clause = faster_or_slower(page, figure, base) if is_period else higher_or_lower(page, figure, base)
    if page.language == "zh":
        return Line(f"{phrase}，{series}", "" if is_period else "增速", clause)
    return Line(f"{phrase}, the growth of {series} was ", clause)


def _difference_of_shares(page: Presentation, figure: Figure, base: str, is_period: bool) -> Line:
    whole, opened = whole_label(page, figure), opening_phrase(page, figure)
    if page.language == "zh":
        clause = risen_or_fallen(page, figure, base) if is_period else higher_or_lower(page, figure, base)
        return Line(opened, f"占{whole}的比重", clause)
    phrase, _, series = opened.partition(", ")
    base = f"in {base}" if is_period else base
    return Line(f"{phrase}, the share of {series} in {whole} was ", higher_or_lower(page, figure, base))


def _share(page: Presentation, figure: Figure) -> Line:
    """The share, then its change on the year before where both shares are known."""
    number, whole = page.number(figure), whole_label(page, figure)
    line = Line(opening_phrase(page, figure))
    if page.language == "zh":
        line.add(f"占{whole}的比重{is_zh(figure)}", number)
    else:
        line.add(" accounted for ", number, f" of {whole}" if whole else " of the whole")
    change = page.figure(figure.id.series, figure.id.period, Kind.DIFFERENCE_PP, base=Measure.SHARE.value)
    if change.value is not None and not figure.id.base:
        comma = punctuation(page.language).COMMA
        line.add(comma, risen_or_fallen(page, change, year_before(figure, page.language)))
    return line


def _multiple(page: Presentation, figure: Figure) -> Line:
    """Against a base: so many times it. Without one the source's own words stand, and nothing is made of them."""
    number = page.number(figure)
    if not figure.comparable:
        return _unclear_multiple(page, figure)
    opened = opening_phrase(page, figure)
    base, is_period = base_phrase(page, figure)
    if page.language == "zh":
        qualifier = qualifier_of(figure)
        verb = {"eq": "为", "about": "约为"}.get(qualifier) or quantity_words("zh").qualifier(qualifier)
        return Line(f"{opened}{verb}{base}的", page.number(figure, NumberStyle(qualified=False)))
    return Line(f"{opened} came to ", number, f" the level of {base}" if is_period else f" {base}")


def _unclear_multiple(page: Presentation, figure: Figure) -> Line:
    words, number = (
        figure.citations[0].statement if figure.citations else "",
        page.number(figure, NumberStyle(as_worded=False)),
    )
    series = series_phrase(figure.id.series, page.dataset, page.language)
    period = period_label(figure.id.period, page.language)
    if page.language == "zh":
        said = f"（“{words}”）" if words else ""
        return Line(f"来源称{period}{series}为", number, f"，未说明以何为基数{said}")
    said = f": “{words}”" if words else ""
    return Line(f"For {period}, a source puts {series} at ", number, f", of what it does not say{said}")


def _rank(page: Presentation, figure: Figure) -> Line:
    where = _ranked_among(page, figure)
    number = page.number(figure)
    if page.language == "zh":
        own = where == figure.id.series.ref_area
        among = (whole_area(where, page.dataset, "zh") if own else "") or area_label(
            where, page.dataset, "zh"
        )
        return Line(opening_phrase(page, figure), f"居{among if where else ''}", number)
    label = area_label(where, page.dataset, "en") if where else ""
    inside = " in the world" if label == "World" else f" in {label}" if label else ""
    article = "among the " if qualifier_of(figure) in ("lt", "le") else ""
    return Line(opening_phrase(page, figure), f" ranked {article}", number, inside)


def _ranked_among(page: Presentation, figure: Figure) -> str:
    """The area within which the source ranks, as the observation says it; the id leaves out the series' own."""
    stated = page.dataset.observations.get(figure.observation or "")
    return (stated.base_area if stated else "") or ""


def _contribution(page: Presentation, figure: Figure) -> Line:
    whole = whole_label(page, figure)
    number = page.number(figure)
    if page.language == "zh":
        return Line(opening_phrase(page, figure), f"对{whole}增长的贡献率{is_zh(figure)}", number)
    return Line(opening_phrase(page, figure), " contributed ", number, f" of the growth of {whole}")


def _pull(page: Presentation, figure: Figure) -> Line:
    whole = whole_label(page, figure)
    falls = direction_of(figure) is Direction.DOWN
    number = page.number(figure, MAGNITUDE)
    if page.language == "zh":
        effect = f"下拉{whole}增速" if falls else f"拉动{whole}增长"
        return Line(opening_phrase(page, figure), effect, number)
    verb = "took" if falls else "added"
    joint = "from" if falls else "to"
    return Line(opening_phrase(page, figure), f" {verb} ", number, f" {joint} the growth of {whole}")


def _balance(page: Presentation, figure: Figure) -> Line:
    surplus = (figure.value or 0) >= 0
    area = area_label(figure.id.series.ref_area, page.dataset, page.language)
    phrase = period_phrase(figure.id.period, page.language, flow=True)
    number = page.number(figure, MAGNITUDE)
    if page.language == "zh":
        return Line(f"{phrase}，{area}贸易{'顺差' if surplus else '逆差'}{is_zh(figure)}", number)
    return Line(f"{phrase}, {area}'s trade {'surplus' if surplus else 'deficit'} was ", number)


def previous_months_clause(page: Presentation, figure: Figure) -> Line:
    """Growth of a year's first months against that a month before: 增速比1—4月加快3.1个百分点."""
    before = figure.id.period.preceding() if figure.id.period.is_cumulative else None
    if before is None or before.first != figure.id.period.first:
        return Line()
    change = page.figure(figure.id.series, figure.id.period, Kind.DIFFERENCE_PP, base=str(before))
    if change.value is None:
        return Line()
    comma = punctuation(page.language).COMMA
    return Line(comma, faster_or_slower(page, change, _months_alone(before, page.language)))


def _months_alone(period: Period, language: str) -> str:
    """``January–April`` / 1—4月: the year is that of the period before it in the sentence."""
    label, year = period_label(period, language), str(period.year)
    return label.removeprefix(f"{year}年") if language == "zh" else label.removesuffix(f" {year}")


COMPARISON_SENTENCES: dict[Kind, Callable[[Presentation, Figure], Line]] = {
    Kind.DIFFERENCE_PP: _difference,
    Kind.SHARE: _share,
    Kind.MULTIPLE: _multiple,
    Kind.RANK: _rank,
    Kind.CONTRIBUTION: _contribution,
    Kind.PULL: _pull,
    Kind.BALANCE: _balance,
}
