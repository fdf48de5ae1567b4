"""Generated sentences about indicators, as statistical communiques write them: level, direction, comparison.

DESIGN section 10 gives the style. Every number in a sentence keeps its key; a figure without a number gives a sentence
that says why. Sentences about targets are in :mod:`reportgen.figures.target_sentences`.
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.content import Sentence
from reportgen.figures.comparison_sentences import COMPARISON_SENTENCES, previous_months_clause
from reportgen.figures.directions import (
    growth_clause,
    growth_verb,
    higher_or_lower,
    period_on_period,
    year_on_year,
)
from reportgen.figures.labels import series_phrase
from reportgen.figures.missing_sentences import reason_sentence
from reportgen.figures.presentation import Line, Presentation
from reportgen.figures.sentence_parts import is_zh, level_words, national_average, opening_phrase
from reportgen.kinds.figure import Figure, Kind
from reportgen.language import period_label, punctuation, say
from reportgen.messages import UNSAID, Message
from reportgen.periods import Period


def sentence(page: Presentation, figure: Figure) -> Sentence:
    """The sentence that says the figure, whatever its kind; without a number, why there is none."""
    from reportgen.figures.target_sentences import TARGET_SENTENCES

    if figure.value is None and figure.id.kind is not Kind.TARGET_STATUS:
        return reason_sentence(page, figure)
    writers = _SENTENCES | COMPARISON_SENTENCES | TARGET_SENTENCES
    line = writers[figure.id.kind](page, figure)
    return line.add(punctuation(page.language).STOP).sentence()


def level_line(page: Presentation, figure: Figure) -> Line:
    """Level, then year-on-year growth as reported or else computed, then the comparison with the nation."""
    comma = punctuation(page.language).COMMA
    line = Line(opening_phrase(page, figure), level_words(page, figure))
    growth = growth_of(page, figure)
    if growth is not None and not figure.id.base:  # a level in another currency has another growth
        basis = comparable_basis(growth, page.language)
        line.add(comma, basis, growth_clause(page, growth, year_on_year(figure.id.period, page.language)))
        line.add(previous_months_clause(page, figure), _national_clause(page, figure))
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
    return say(Message("figures.comparable-basis"), language) + punctuation(language).COMMA


def _national_clause(page: Presentation, figure: Figure) -> Line:
    if page.national_area in (figure.id.series.ref_area, "") or page.national_area not in page.dataset.areas:
        return Line()
    difference = page.figure(figure.id.series, figure.id.period, Kind.DIFFERENCE_PP, base=page.national_area)
    if difference.value is None:
        return Line()
    return Line(punctuation(page.language).COMMA, higher_or_lower(page, difference, national_average(page)))


def _growth(page: Presentation, figure: Figure) -> Line:
    gap = "" if page.language == "zh" else " "
    basis = comparable_basis(figure, page.language)
    verb = growth_verb(page, figure, year_on_year(figure.id.period, page.language))
    comma = punctuation(page.language).COMMA if basis and page.language == "zh" else ""
    return Line(opening_phrase(page, figure), comma, gap, basis, verb)


def _growth_pop(page: Presentation, figure: Figure) -> Line:
    gap = "" if page.language == "zh" else " "
    verb = growth_verb(page, figure, period_on_period(figure.id.period, page.language))
    return Line(opening_phrase(page, figure), gap, verb)


def _cagr(page: Presentation, figure: Figure) -> Line:
    first, last = Period.parse(figure.id.base), figure.id.period
    series = series_phrase(figure.id.series, page.dataset, page.language)
    if page.language == "zh":
        return Line(f"{first.year}—{last.year}年，{series}", growth_clause(page, figure, "年均"))
    verb = growth_verb(page, figure, "a year on average")
    return Line(f"From {period_label(first, 'en')} to {period_label(last, 'en')}, {series} ", verb)


def _single_month(page: Presentation, figure: Figure) -> Line:
    note = "（由累计数推算）" if page.language == "zh" else " (from cumulative figures)"
    return Line(opening_phrase(page, figure), level_words(page, figure), note)


def _implied_base(page: Presentation, figure: Figure) -> Line:
    earlier = Period.parse(figure.id.base) if figure.id.base else figure.id.period.year_before()
    before, period = period_label(earlier, page.language), period_label(figure.id.period, page.language)
    series = series_phrase(figure.id.series, page.dataset, page.language)
    number = page.number(figure)
    by_multiple = any(f"/{Kind.MULTIPLE}" in figure_id for figure_id in figure.inputs)
    if page.language == "zh":
        rate = "倍数" if by_multiple else "增速"
        return Line(f"按{period}公布的数值和{rate}推算，{before}{series}{is_zh(figure)}", number)
    rate = "multiple" if by_multiple else "growth"
    return Line(f"The level and {rate} reported for {period} imply {series} of ", number, f" for {before}")


def _exchange_rate(page: Presentation, figure: Figure) -> Line:
    """The rate; that it is out of line with the dataset's other conversions is said with it."""
    series = series_phrase(figure.id.series, page.dataset, page.language)
    period = period_label(figure.id.period, page.language)
    number = page.number(figure)
    if page.language == "zh":
        line = Line(f"按来源对{period}{series}的换算，隐含汇率{is_zh(figure)}", number)
        return line.add(f"。{say(figure.note, 'zh').removesuffix('。')}") if figure.note != UNSAID else line
    line = Line(f"The source's conversion of {series} for {period} implies ", number)
    return line.add(f". {say(figure.note, 'en').removesuffix('.')}") if figure.note != UNSAID else line


_SENTENCES: dict[Kind, Callable[[Presentation, Figure], Line]] = {
    Kind.LEVEL: level_line,
    Kind.GROWTH_YOY: _growth,
    Kind.GROWTH_COMPUTED: _growth,
    Kind.GROWTH_POP: _growth_pop,
    Kind.CAGR: _cagr,
    Kind.SINGLE_MONTH: _single_month,
    Kind.IMPLIED_BASE: _implied_base,
    Kind.IMPLIED_EXCHANGE_RATE: _exchange_rate,
}
