"""Generated sentences about targets: what is set, how far it is, whether the pace suffices, and from when it is measured.

Figures of a target are taken at its threshold and say so: "46.0% of the 70 billion yuan to be exceeded" (DESIGN section 8).
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.content import Number, Sentence
from reportgen.dataset.records import Target
from reportgen.figures.directions import MAGNITUDE, Direction, ahead_or_behind, direction_of
from reportgen.figures.labels import end_phrase, series_phrase
from reportgen.figures.numbers import IN_TEXT, NumberStyle
from reportgen.figures.presentation import Line, Presentation
from reportgen.figures.sentence_parts import BARE_COUNT, counts_in_its_label, is_zh, opening_phrase
from reportgen.figures.sentences import level_line
from reportgen.kinds.figure import Figure, Kind
from reportgen.language import period_label, punctuation
from reportgen.messages import Bilingual
from reportgen.periods import Period, PeriodKind

THRESHOLD = NumberStyle(qualified=False)

_TO_BE = {
    "gt": Bilingual("to be exceeded", "超过"),
    "ge": Bilingual("to be reached", "达到"),
    "eq": Bilingual("to be reached", "达到"),
    "le": Bilingual("not to be exceeded", "不超过"),
    "lt": Bilingual("to stay below", "低于"),
}


def target_of(page: Presentation, figure: Figure) -> Target:
    return page.dataset.targets[figure.id.target or figure.target or ""]


def target_figure(page: Presentation, target: Target) -> Figure:
    """What the plan sets, as a figure."""
    return page.catalogue.target_figure(target.target)


def threshold(page: Presentation, target: Target) -> Line:
    """``the 70 billion yuan to be exceeded`` / 700亿元."""
    number = page.number(target_figure(page, target), THRESHOLD)
    if page.language == "zh":
        return Line(number)
    return Line("the ", number, f" {_TO_BE[target.operator].en}")


def target_line(page: Presentation, figure: Figure) -> Line:
    """What the plan sets: ``The target for Chongqing's ... by 2025 is more than 70 billion yuan`` / ……的目标是超过700亿元."""
    target = target_of(page, figure)
    series = series_phrase(target.series, page.dataset, page.language)
    period = period_label(target.period, page.language)
    if page.language == "zh":
        return Line(f"到{period}，{series}的目标是", page.number(figure))
    style = BARE_COUNT if counts_in_its_label(page, target.series) else IN_TEXT
    return Line(f"The target for {series} by {period} is ", page.number(figure, style))


def progress_line(page: Presentation, target: Target, period: Period) -> Line:
    """Level, completion, gap, required growth: all of a target's progress at ``period`` in one sentence."""
    at = _Progress(page, target, period)
    level = page.figure(target.series, period, Kind.LEVEL)
    if page.language == "zh":
        line = Line(level_line(page, level), "，", at.completion_zh())
        for part in (at.gap_zh(), at.required_zh()):
            line.add("，" if part.parts else "", part)
        return line
    line = Line(level_line(page, level), "; this is ", at.completion_en())
    for part in (at.gap_en(), at.required_en()):
        line.add(", " if part.parts else "", part)
    return line


class _Progress:
    """The parts of the sentence about one target at one period."""

    def __init__(self, page: Presentation, target: Target, period: Period) -> None:
        self.page, self.target, self.period = page, target, period

    def figure(self, kind: Kind) -> Figure:
        return self.page.figure(self.target.series, self.period, kind, target=self.target.target)

    def number(self, kind: Kind, style: NumberStyle = MAGNITUDE) -> Number:
        return self.page.number(self.figure(kind), style)

    def completion_en(self) -> Line:
        joint = " of the way to " if comes_down(self.target) else " of "
        line = Line(self.number(Kind.TARGET_COMPLETION), joint, threshold(self.page, self.target))
        line.add(f" in {period_label(self.target.period, 'en')}")
        return line.add(self.pace())

    def completion_zh(self) -> Line:
        """完成年度目标任务…的 for the first months of the target's own year, else 完成2025年目标…的."""
        words = _TO_BE[self.target.operator].zh
        goal = "年度目标任务" if self._in_its_year() else f"{period_label(self.target.period, 'zh')}目标"
        line = Line(f"完成{goal}（{words}")
        line.add(threshold(self.page, self.target), "）的", self.number(Kind.TARGET_COMPLETION))
        return line.add(self.pace())

    def pace(self) -> Line:
        """Ahead of or behind the share of time gone by, for the first months of the target's own year."""
        figure = self.figure(Kind.TARGET_PACE)
        if figure.value is None:
            return Line()
        return Line(punctuation(self.page.language).COMMA, ahead_or_behind(self.page, figure))

    def gap_en(self) -> Line:
        if not self._is_open():
            return Line()
        return Line("leaving a gap of ", self.number(Kind.TARGET_GAP))

    def gap_zh(self) -> Line:
        if not self._is_open():
            return Line()
        return Line("距目标还差", self.number(Kind.TARGET_GAP))

    def required_en(self) -> Line:
        figure = self._needed_growth()
        if figure is None:
            return Line()
        falls = direction_of(figure) is Direction.DOWN
        change = "an average fall of " if falls else "average growth of "
        return Line(f"which requires {change}", *_growth_a_year(self.page, figure, self.target).parts)

    def required_zh(self) -> Line:
        figure = self._needed_growth()
        return Line() if figure is None else _growth_a_year(self.page, figure, self.target)

    def _needed_growth(self) -> Figure | None:
        """The growth a year that is needed; of things counted one by one a rate says nothing."""
        figure = self.figure(Kind.TARGET_REQUIRED_GROWTH)
        return None if figure.value is None or not self._is_open() or self.target.unit == "count" else figure

    def _in_its_year(self) -> bool:
        return self.target.period.contains(self.period) and self.period != self.target.period

    def _is_open(self) -> bool:
        gap = self.figure(Kind.TARGET_GAP)
        return gap.value is not None and gap.value > 0 and self.figure(Kind.TARGET_STATUS).state != "achieved"


def comes_down(target: Target) -> bool:
    """Whether the target is one to come down to or to stay below."""
    return target.operator in ("lt", "le")


def _growth_a_year(page: Presentation, figure: Figure, target: Target) -> Line:
    """``21.4% a year from 2021`` / 2022—2025年年均需增长21.4%."""
    at, number = figure.id.period, page.number(figure, MAGNITUDE)
    whole_years = at.kind is PeriodKind.YEAR and target.period.kind is PeriodKind.YEAR
    is_next = whole_years and target.period.year == at.year + 1
    if page.language == "zh":
        verb = "下降" if direction_of(figure) is Direction.DOWN else "增长"
        if is_next:
            return Line(f"{period_label(target.period, 'zh')}需{verb}", number)
        when = f"{at.year + 1}—{target.period.year}年" if whole_years else f"{end_phrase(at, 'zh')}起"
        return Line(f"{when}年均需{verb}", number)
    return Line(
        number,
        f" in {period_label(target.period, 'en')}" if is_next else f" a year from {period_label(at, 'en')}",
    )


def basis_note(page: Presentation, target: Target) -> Sentence | None:
    """On which figure a target is measured, which later ones are set aside and why; ``None`` where nothing is."""
    basis = page.catalogue.target_basis(target.target)
    if not basis.later:
        return None
    line = Line()
    if basis.observation is not None:
        period = period_label(basis.observation.period, page.language)
        line.add(
            f"以{period}的数据测算。" if page.language == "zh" else f"Measured on the figure for {period}."
        )
    for item in basis.later:
        number = page.number(page.catalogue.observation_figure(item.observation))
        period = period_label(item.observation.period, page.language)
        if page.language == "zh":
            line.add(f"{period}的", number, f"未采用，因{page.say_in_print(item.reason)}")
        else:
            start = (
                f"{' ' if line.parts else ''}The {'later ' if basis.observation else ''}figure for {period}, "
            )
            line.add(start, number, f", is set aside. {page.say_in_print(item.reason)}")
    return line.sentence()


def _completion(page: Presentation, figure: Figure) -> Line:
    target = target_of(page, figure)
    at = _Progress(page, target, figure.id.period)
    if page.language == "zh":
        return Line(opening_phrase(page, figure), at.completion_zh())
    verb = " had come " if comes_down(target) else " came to "
    return Line(opening_phrase(page, figure), verb, at.completion_en())


def _gap(page: Presentation, figure: Figure) -> Line:
    """How far it is, and on which side: a target to come down to is missed from above."""
    target = target_of(page, figure)
    number = page.number(figure, MAGNITUDE)
    year, passed = period_label(target.period, page.language), (figure.value or 0) < 0
    if page.language == "zh":
        if comes_down(target):
            verb = f"低于{year}目标" if passed else f"距{year}目标还需降低"
        else:
            verb = f"超出{year}目标" if passed else f"距{year}目标还差"
        return Line(opening_phrase(page, figure), verb, number)
    if comes_down(target):
        joint = " below " if passed else " above "
    else:
        joint = " above " if passed else " short of "
    return Line(
        opening_phrase(page, figure), " stood ", number, joint, threshold(page, target), f" in {year}"
    )


def _required(page: Presentation, figure: Figure) -> Line:
    target = target_of(page, figure)
    series = series_phrase(target.series, page.dataset, page.language)
    year, change = period_label(target.period, page.language), _growth_a_year(page, figure, target)
    if page.language == "zh":
        return Line(f"要实现{year}目标，{series}", change)
    verb = "fall" if direction_of(figure) is Direction.DOWN else "grow"
    return Line(f"To reach the target for {year}, {series} must {verb} by ", change)


def _path(page: Presentation, figure: Figure) -> Line:
    target = target_of(page, figure)
    year, period = period_label(target.period, page.language), period_label(figure.id.period, page.language)
    number = page.number(figure)
    series = series_phrase(target.series, page.dataset, page.language)
    if page.language == "zh":
        verb = "降至" if comes_down(target) else "达到"
        return Line(f"按等速推进至{year}目标测算，{period}{series}应{verb}", number)
    return Line(
        f"On a steady path to the target for {year}, {series} would stand at ", number, f" in {period}"
    )


def _elapsed(page: Presentation, figure: Figure) -> Line:
    target = target_of(page, figure)
    number = page.number(figure)
    end = end_phrase(figure.id.period, page.language)
    if page.language == "zh":
        return Line(f"截至{end}，{period_label(target.period, 'zh')}目标的序时进度为", number)
    return Line(
        f"By {end}, ",
        number,
        f" of the time for the target of {period_label(target.period, 'en')} had elapsed",
    )


def _pace(page: Presentation, figure: Figure) -> Line:
    series = series_phrase(figure.id.series, page.dataset, page.language)
    end = end_phrase(figure.id.period, page.language)
    clause = ahead_or_behind(page, figure)
    if page.language == "zh":
        return Line(f"截至{end}，{series}年度目标完成进度", clause)
    year = period_label(target_of(page, figure).period, "en")
    return Line(f"By {end}, progress towards the target for {series} in {year} was ", clause)


def _projection(page: Presentation, figure: Figure) -> Line:
    target = target_of(page, figure)
    series = series_phrase(target.series, page.dataset, page.language)
    number = page.number(figure)
    if page.language == "zh":
        verb = "将达" if is_zh(figure) else "将"
        return Line(f"按现有增速推算，{period_label(target.period, 'zh')}{series}{verb}", number)
    return Line(
        f"At the present rate of growth, {series} would reach ",
        number,
        f" in {period_label(target.period, 'en')}",
    )


def _status(page: Presentation, figure: Figure) -> Line:
    target = target_of(page, figure)
    series = series_phrase(target.series, page.dataset, page.language)
    reason = page.reason(figure) if figure.state in ("", "unknown") else ""
    number = page.number(figure)
    if page.language == "zh":
        said = f"。{reason.rstrip('。')}" if reason else ""
        return Line(f"{series}{period_label(target.period, 'zh')}目标状态：", number, said)
    said = f". {reason.rstrip('.')}" if reason else ""
    return Line(f"Status of the target for {series} in {period_label(target.period, 'en')}: ", number, said)


TARGET_SENTENCES: dict[Kind, Callable[[Presentation, Figure], Line]] = {
    Kind.TARGET: target_line,
    Kind.TARGET_GAP: _gap,
    Kind.TARGET_COMPLETION: _completion,
    Kind.TARGET_REQUIRED_GROWTH: _required,
    Kind.TARGET_PATH: _path,
    Kind.TARGET_ELAPSED: _elapsed,
    Kind.TARGET_PACE: _pace,
    Kind.TARGET_STATUS: _status,
    Kind.TARGET_PROJECTION: _projection,
}
