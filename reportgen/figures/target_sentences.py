"""Generated sentences about targets: what is set, how far it is, whether the pace suffices, and from when it is measured.

Figures of a target are taken at its threshold and say so: "46.0% of the 70 billion yuan to be exceeded" (DESIGN section 8).
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.content import Number, Sentence
from reportgen.dataset.records import Target
from reportgen.figures import languages
from reportgen.figures.directions import MAGNITUDE, Direction, direction_of
from reportgen.figures.figure import Figure, Kind
from reportgen.figures.labels import period_phrase, series_phrase
from reportgen.figures.numbers import NumberStyle
from reportgen.figures.presentation import Line, Presentation
from reportgen.figures.sentences import is_zh, level_line
from reportgen.periods import Period

THRESHOLD = NumberStyle(qualified=False)

_TO_BE = {
    "gt": languages.Words("to be exceeded", "超过"),
    "ge": languages.Words("to be reached", "达到"),
    "eq": languages.Words("to be reached", "达到"),
    "le": languages.Words("not to be exceeded", "不超过"),
    "lt": languages.Words("to be stayed below", "低于"),
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
    """What the plan sets: ``By 2025, Chongqing's ... are to exceed 70 billion yuan`` / 到2025年，……超过700亿元."""
    target = target_of(page, figure)
    series = series_phrase(target.series, page.dataset, page.language)
    period = target.period.label(page.language)
    number = page.number(figure)
    if page.language == "zh":
        return Line(f"到{period}，{series}目标{is_zh(figure)}", number)
    return Line(f"By {period}, the target for {series} is ", number)


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
        line = Line(self.number(Kind.TARGET_COMPLETION), " of ", threshold(self.page, self.target))
        line.add(f" in {self.target.period.label('en')}")
        return line.add(self.pace())

    def completion_zh(self) -> Line:
        words = _TO_BE[self.target.operator].zh
        line = Line(f"完成{self.target.period.label('zh')}目标（{words}")
        line.add(threshold(self.page, self.target), "）的", self.number(Kind.TARGET_COMPLETION))
        return line.add(self.pace())

    def pace(self) -> Line:
        """Ahead of or behind the share of time gone by, for the first months of the target's own year."""
        elapsed, completion = self.figure(Kind.TARGET_ELAPSED), self.figure(Kind.TARGET_COMPLETION)
        in_its_year = self.target.period.contains(self.period) and self.period != self.target.period
        if elapsed.value is None or completion.value is None or not in_its_year:
            return Line()
        ahead, level = completion.value > elapsed.value, completion.value == elapsed.value
        number = self.page.number(elapsed)
        if self.page.language == "zh":
            return Line(
                "，与序时进度（" if level else f"，{'快' if ahead else '慢'}于序时进度（",
                number,
                "）持平" if level else "）",
            )
        place = "in step with" if level else "ahead of" if ahead else "behind"
        return Line(f", {place} the share of time elapsed (", number, ")")

    def gap_en(self) -> Line:
        if not self._is_open():
            return Line()
        return Line("leaving a gap of ", self.number(Kind.TARGET_GAP))

    def gap_zh(self) -> Line:
        if not self._is_open():
            return Line()
        return Line("距目标还差", self.number(Kind.TARGET_GAP))

    def required_en(self) -> Line:
        figure = self.figure(Kind.TARGET_REQUIRED_GROWTH)
        if figure.value is None or not self._is_open():
            return Line()
        return Line(
            "which requires average growth of ",
            self.page.number(figure),
            f" a year from {self.period.label('en')}",
        )

    def required_zh(self) -> Line:
        figure = self.figure(Kind.TARGET_REQUIRED_GROWTH)
        if figure.value is None or not self._is_open():
            return Line()
        verb = "下降" if direction_of(figure) is Direction.DOWN else "增长"
        return Line(f"{self.period.label('zh')}起年均需{verb}", self.page.number(figure, MAGNITUDE))

    def _is_open(self) -> bool:
        gap = self.figure(Kind.TARGET_GAP)
        return gap.value is not None and self.figure(Kind.TARGET_STATUS).state not in ("achieved",)


def basis_note(page: Presentation, target: Target) -> Sentence | None:
    """On which figure a target is measured, which later ones are set aside and why; ``None`` where nothing is."""
    basis = page.catalogue.target_basis(target.target)
    if not basis.later:
        return None
    line = Line()
    if basis.observation is not None:
        period = basis.observation.period.label(page.language)
        line.add(
            f"以{period}的数据测算。" if page.language == "zh" else f"Measured on the figure for {period}."
        )
    for item in basis.later:
        number = page.number(page.catalogue.observation_figure(item.observation))
        period = item.observation.period.label(page.language)
        if page.language == "zh":
            line.add(f"{period}的", number, f"未采用：{item.reason.zh}")
        else:
            start = f"{' ' if line.parts else ''}The later figure for {period}, "
            line.add(start, number, f", is set aside: {item.reason.en}")
    return line.sentence()


def _about(page: Presentation, figure: Figure) -> str:
    target = target_of(page, figure)
    series = series_phrase(target.series, page.dataset, page.language)
    period = period_phrase(figure.id.period, page.language)
    return f"{period}{languages.COMMA.in_language(page.language)}{series}"


def _completion(page: Presentation, figure: Figure) -> Line:
    at = _Progress(page, target_of(page, figure), figure.id.period)
    if page.language == "zh":
        return Line(_about(page, figure), at.completion_zh())
    return Line(_about(page, figure), " came to ", at.completion_en())


def _gap(page: Presentation, figure: Figure) -> Line:
    target = target_of(page, figure)
    number = page.number(figure, MAGNITUDE)
    over = (figure.value or 0) < 0
    if page.language == "zh":
        verb = "超出目标" if over else "距目标还差"
        return Line(_about(page, figure), f"{verb}", number)
    joint = " above " if over else " short of "
    return Line(
        _about(page, figure),
        " stood ",
        number,
        joint,
        threshold(page, target),
        f" in {target.period.label('en')}",
    )


def _required(page: Presentation, figure: Figure) -> Line:
    target = target_of(page, figure)
    series = series_phrase(target.series, page.dataset, page.language)
    year, start = target.period.label(page.language), figure.id.period.label(page.language)
    if page.language == "zh":
        verb = "下降" if direction_of(figure) is Direction.DOWN else "增长"
        return Line(f"要实现{year}目标，{series}{start}起年均需{verb}", page.number(figure, MAGNITUDE))
    return Line(
        f"To reach the target for {year}, {series} must grow by ",
        page.number(figure),
        f" a year from {start}",
    )


def _path(page: Presentation, figure: Figure) -> Line:
    target = target_of(page, figure)
    year, period = target.period.label(page.language), figure.id.period.label(page.language)
    number = page.number(figure)
    series = series_phrase(target.series, page.dataset, page.language)
    if page.language == "zh":
        return Line(f"按{year}目标匀速推进，{period}{series}应达到", number)
    return Line(
        f"On a steady path to the target for {year}, {series} would stand at ", number, f" in {period}"
    )


def _elapsed(page: Presentation, figure: Figure) -> Line:
    target = target_of(page, figure)
    number = page.number(figure)
    if page.language == "zh":
        return Line(
            f"截至{figure.id.period.label('zh')}末，{target.period.label('zh')}目标的序时进度为", number
        )
    return Line(
        f"By the end of {figure.id.period.label('en')}, ",
        number,
        f" of the time for the target of {target.period.label('en')} had elapsed",
    )


def _projection(page: Presentation, figure: Figure) -> Line:
    target = target_of(page, figure)
    series = series_phrase(target.series, page.dataset, page.language)
    number = page.number(figure)
    if page.language == "zh":
        return Line(f"按现有增速推算，{target.period.label('zh')}{series}{is_zh(figure)}", number)
    return Line(
        f"At the present rate of growth, {series} would reach ", number, f" in {target.period.label('en')}"
    )


def _status(page: Presentation, figure: Figure) -> Line:
    target = target_of(page, figure)
    series = series_phrase(target.series, page.dataset, page.language)
    reason = page.say(figure.reason) if figure.reason and figure.state in ("", "unknown") else ""
    number = page.number(figure)
    if page.language == "zh":
        return Line(
            f"{series}{target.period.label('zh')}目标：", number, f"。{reason.rstrip('。')}" if reason else ""
        )
    return Line(
        f"The target for {series} in {target.period.label('en')}: ",
        number,
        f". {reason.rstrip('.')}" if reason else "",
    )


TARGET_SENTENCES: dict[Kind, Callable[[Presentation, Figure], Line]] = {
    Kind.TARGET: target_line,
    Kind.TARGET_GAP: _gap,
    Kind.TARGET_COMPLETION: _completion,
    Kind.TARGET_REQUIRED_GROWTH: _required,
    Kind.TARGET_PATH: _path,
    Kind.TARGET_ELAPSED: _elapsed,
    Kind.TARGET_STATUS: _status,
    Kind.TARGET_PROJECTION: _projection,
}
