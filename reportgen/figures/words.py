"""Figures as a template names them: shown with unit, compared in conditions, asked for number, unit, sentence, source mark."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from reportgen.content import Inline, Number, Sentence, Showable
from reportgen.errors import TemplateError
from reportgen.figures.clauses import direction_of, is_movement
from reportgen.figures.labels import figure_label
from reportgen.figures.names import Name, Named, says
from reportgen.figures.numbers import NumberStyle
from reportgen.figures.sentences import change, sentence
from reportgen.findings import Finding, Severity
from reportgen.kinds.figure import Figure
from reportgen.kinds.reasons import NO_SUCH_FIGURE
from reportgen.language import languages, period_label, punctuation, quantity_words, say_sentence
from reportgen.messages import Bilingual
from reportgen.style import STYLE
from reportgen.values import plain

if TYPE_CHECKING:
    from reportgen.figures.presentation import Presentation


class FigureWord(Named, Showable):
    """One figure. Shown, it is number and unit; without a number, showing it stops the build with the reason."""

    NAMES: ClassVar[tuple[Name, ...]] = (
        Name("text", "文本", says("number and unit", "数值连同单位")),
        Name("number", "数值", says("the number without its unit", "不带单位的数值")),
        Name("unit", "单位", says("the unit", "单位")),
        Name("raw", "原值", says("the value at full precision, to compare or compute with", "未取整的值，供比较和计算")),
        Name("signed", "带符号", says("with a plus or minus sign", "带正负号")),
        Name("change", "变化", says("direction and size in words", "方向与幅度")),
        Name("direction", "方向", says("up, down, level or open", "up、down、level 或 open")),
        Name("in_unit", "按单位", says('in a unit of your choice: in_unit("million")', "按指定单位：按单位(\"万\")")),
        Name("sentence", "句子", says("a whole sentence", "完整的句子")),
        Name("mark", "标记", says("the source mark", "来源标记")),
        Name("words", "原文", says("the source's own words", "来源原文")),
        Name("label", "名称", says("the figure's name", "名称")),
        Name("period_label", "期间", says("the period in words", "期间")),
        Name("note", "说明", says("the dataset's note", "数据集中的注释")),
        Name("formula", "公式", says("how it was computed", "计算公式")),
        Name("available", "可用", says("whether there is a number", "是否有数值")),
        Name("reason", "原因", says("why there is no number", "没有数值的原因")),
    )  # fmt: skip

    def __init__(self, page: Presentation, find: Callable[[], Figure]) -> None:
        self._page = page
        self._find = find

    @cached_property
    def figure(self) -> Figure:
        """The figure itself. Not for templates."""
        return self._find()

    # Showing

    def content(self) -> Inline | Sentence:
        return self._written(self._page.number(self._needed()))

    def __str__(self) -> str:
        return str(self.content())

    @property
    def text(self) -> Showable:
        return self

    @property
    def number(self) -> Showable:
        return self.styled(NumberStyle(with_unit=False))

    @property
    def signed(self) -> Showable:
        return self.styled(NumberStyle(signed=True))

    def in_unit(self, unit: str | int) -> Showable:
        """The figure in a unit of one's choice: a multiplier's word (``million``, ``万``) or a power of ten."""
        return self.styled(NumberStyle(unit_power=unit_power(unit)))

    def styled(self, style: NumberStyle) -> Showable:
        """The figure in another style. Not for templates."""
        return Shown(self, lambda: self._page.number(self._needed(), style))

    @property
    def change(self) -> Showable:
        return Shown(self, self._change)

    @property
    def sentence(self) -> Showable:
        return Shown(self, lambda: sentence(self._page, self.figure))

    @property
    def mark(self) -> Showable:
        return Shown(self, self._marks)

    # Asking

    @property
    def unit(self) -> str:
        return self._page.number(self._needed()).unit

    @property
    def raw(self) -> Decimal | None:
        value = self.figure.value
        return None if value is None else Decimal(plain(value))  # never 1E+11 where a template prints it

    @property
    def available(self) -> bool:
        return self.figure.value is not None

    @property
    def reason(self) -> str:
        return self._page.reason(self.figure)

    @property
    def direction(self) -> str:
        return direction_of(self.figure).value

    @property
    def words(self) -> str:
        return punctuation(self._page.language).SEMICOLON.join(
            f"“{citation.statement}”" for citation in self.figure.citations
        )

    @property
    def label(self) -> str:
        return figure_label(self.figure, self._page.dataset, self._page.language)

    @property
    def period_label(self) -> str:
        return period_label(self.figure.id.period, self._page.language)

    @property
    def note(self) -> str:
        return self._page.sentence_of(self.figure.note)

    @property
    def formula(self) -> str:
        return self.figure.formula

    # In conditions

    def __bool__(self) -> bool:
        return self.available

    def __lt__(self, other: Any) -> bool:
        return bool(self._value() < _comparable(other))

    def __le__(self, other: Any) -> bool:
        return bool(self._value() <= _comparable(other))

    def __gt__(self, other: Any) -> bool:
        return bool(self._value() > _comparable(other))

    def __ge__(self, other: Any) -> bool:
        return bool(self._value() >= _comparable(other))

    def __eq__(self, other: object) -> bool:
        return self.figure.value is not None and self.figure.value == _comparable(other)

    def __hash__(self) -> int:
        return hash(self.figure.id)

    # Steps

    def _needed(self) -> Figure:
        """The figure, which must have a number. Raises TemplateError with the reason."""
        if not self.available:
            raise no_number(self._page, self.figure)
        return self.figure

    def _value(self) -> Decimal:
        value = self._needed().value
        assert value is not None
        return value

    def _written(self, content: Inline | Sentence) -> Inline | Sentence:
        self._page.record(content)
        return content

    def _marks(self) -> Inline | Sentence:
        marks = self._page.marks(self._needed())
        return marks[0] if len(marks) == 1 else Sentence(tuple(marks))

    def _change(self) -> Inline | Sentence:
        figure = self._needed()
        return change(self._page, figure).sentence() if is_movement(figure) else self._page.number(figure)


class Shown(Showable):
    """One way of showing a figure; taken down as shown when it is written."""

    def __init__(self, word: FigureWord, make: Callable[[], Inline | Sentence]) -> None:
        self._word = word
        self._make = make

    def content(self) -> Inline | Sentence:
        return self._word._written(self._make())

    def __str__(self) -> str:
        return str(self.content())


class StatusWord(FigureWord):
    """The status of a target: a word; compare it with ``"behind"`` or with the word itself."""

    NAMES: ClassVar[tuple[Name, ...]] = (
        Name("state", "状态码", says("achieved, on_track, behind, missed or unknown", "achieved、on_track、behind、missed 或 unknown")),
        Name("symbol", "符号", says("a sign for the status", "状态符号")),
    )  # fmt: skip

    @property
    def available(self) -> bool:
        return bool(self.state) and self.state != "unknown"

    @property
    def state(self) -> str:
        return self.figure.state or "unknown"

    @property
    def symbol(self) -> str:
        return STYLE.states[self.state]

    def content(self) -> Number:
        number = self._page.number(self.figure)
        self._page.record(number)
        return number

    def __eq__(self, other: object) -> bool:
        return other in (self.state, *(quantity_words(code).state(self.state) for code in languages()))

    def __hash__(self) -> int:
        return hash(self.state)


def vars_of(words: Bilingual) -> tuple[str, str]:
    """Both wordings."""
    return (words.en, words.zh)


def no_number(page: Presentation, figure: Figure) -> TemplateError:
    """The error for showing a figure that has no number: what it is, why, and what to do."""
    why = figure.reason or NO_SUCH_FIGURE
    reason = Bilingual(say_sentence(why, "en"), say_sentence(why, "zh"))
    period = figure.id.period
    en = f"{figure_label(figure, page.dataset, 'en')} for {period_label(period, 'en')} has no number"
    zh = f"{period_label(period, 'zh')}{figure_label(figure, page.dataset, 'zh')}没有数值"
    what = Bilingual(f"{en}: {reason.en}", f"{zh}：{reason.zh}")
    remedy = Bilingual(
        "Leave it out, ask .available before it is shown, or let .sentence say why.",
        "请删去，或显示前先用“.可用”判断，或用“.句子”说明原因。",
    )
    finding = Finding("no-number", Severity.ERROR, what, remedy, subjects=(str(figure.id),))
    return TemplateError(what, [finding])


def unit_power(unit: str | int) -> int:
    """The power of ten of a multiplier's word (``billion``, ``亿``) or of a power given as a number."""
    if isinstance(unit, int):
        return unit
    known = {
        word: power
        for code in languages()
        for power, word in quantity_words(code).multipliers.items()
        if word
    }
    if (asked := unit.strip().casefold()) in known:
        return known[asked]
    raise TemplateError(
        Bilingual(
            f"“{unit}” is no unit; write one of {', '.join(known)}.",
            f"“{unit}”不是单位；可用：{'、'.join(known)}。",
        )
    )


def _comparable(other: Any) -> Any:
    if isinstance(other, FigureWord):
        return other._value()
    if isinstance(other, float):
        return Decimal(str(other))
    return other
