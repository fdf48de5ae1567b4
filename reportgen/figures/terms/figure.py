"""Figures as a template names them: shown with unit, compared in conditions, asked for number, unit, sentence, source mark."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import Any

from reportgen.content import Inline, Number, Sentence, Showable, ShownInText
from reportgen.dataset.names import series_name
from reportgen.dataset.records import TOTAL
from reportgen.errors import TemplateError
from reportgen.figures.clauses import clause_of
from reportgen.figures.figure_periods import period_words
from reportgen.figures.labels import area_label, breakdown_label, code_label, figure_label, indicator_label
from reportgen.figures.mentions import direction_of, is_movement
from reportgen.figures.numbers import NumberStyle
from reportgen.figures.presentation import Presentation, quoted_words
from reportgen.figures.sentences import change_clause, sentence
from reportgen.figures.terms.allowed_names import Named, for_templates, named
from reportgen.figures.terms.raw_number import RawNumber
from reportgen.findings import Finding, Severity
from reportgen.kinds.figure import Figure
from reportgen.kinds.reasons import NO_SUCH_FIGURE
from reportgen.language import language, languages
from reportgen.messages import Message
from reportgen.names import FigureName


class FigureTerm(Named, ShownInText):
    """One figure. Shown, it is number and unit; without a number, showing it stops the build with the reason."""

    SECTION = "figure"

    def __init__(self, document: Presentation, find: Callable[[], Figure]) -> None:
        self._document = document
        self._find = find

    @cached_property
    def figure(self) -> Figure:
        """The figure itself. Not for templates."""
        return self._find()

    # Showing

    def content(self) -> Inline | Sentence:
        return self._written(self._document.number(self._needed()))

    @named
    def text(self) -> Showable:
        return self

    @named
    def number(self) -> Showable:
        return self.styled(NumberStyle(with_unit=False))

    @named
    def unit(self) -> str:
        return self._document.number(self._needed()).unit

    @named
    def raw(self) -> Decimal | None:
        return RawNumber.of(self._document, self.figure)

    def styled(self, style: NumberStyle) -> Showable:
        """The figure in another style. Not for templates."""
        return FigureForm(self, lambda: self._document.number(self._needed(), style))

    @named
    def signed(self) -> Showable:
        return self.styled(NumberStyle(signed=True))

    @named
    def change(self) -> Showable:
        return FigureForm(self, self._change)

    @named
    def direction(self) -> str:
        return direction_of(self.figure).value

    # Asking

    @for_templates
    def in_unit(self, unit: str | int) -> Showable:
        """The figure in a unit of one's choice: a multiplier's word (``million``, ``万``) or a power of ten."""
        return self.styled(NumberStyle(unit_power=unit_power(unit)))

    @named
    def sentence(self) -> Showable:
        return FigureForm(self, lambda: sentence(self._document, self.figure))

    @named
    def mark(self) -> Showable:
        return FigureForm(self, self._marks)

    @named
    def words(self) -> str:
        return quoted_words(self.figure.citations, self._document.language)

    @named
    def label(self) -> str:
        return figure_label(self.figure, self._document.dataset, self._document.language)

    @named
    def period_label(self) -> str:
        return period_words(self._document, self.figure)

    @named
    def period_phrase(self) -> str:
        clause = clause_of(self._document, self.figure)
        return language(self._document.language).grammar.parts.time(clause)

    @named
    def area_label(self) -> str:
        return area_label(self.figure.id.series.ref_area, self._document.dataset, self._document.language)

    @named
    def indicator_label(self) -> str:
        return indicator_label(self.figure.id.series, self._document.dataset, self._document.language)

    @named
    def breakdown_label(self) -> str:
        return breakdown_label(self.figure.id.series, self._document.dataset, self._document.language)

    @named
    def partner_label(self) -> str:
        partner = self.figure.id.series.counterpart_area
        if partner == TOTAL:
            return ""
        return code_label("counterpart_area", partner, self._document.dataset, self._document.language)

    @named
    def note(self) -> str:
        return self._document.sentence_of(self.figure.note)

    @named
    def formula(self) -> str:
        return str(self.figure.formula or "")

    @named
    def available(self) -> bool:
        return self.figure.value is not None

    @named
    def reason(self) -> str:
        return self._document.reason(self.figure)

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
        """The figure, which must have a number or not apply (its sign says so). Raises TemplateError with the reason."""
        if not self.available and not self.figure.is_settled:
            raise no_number(self._document, self.figure)
        return self.figure

    def _value(self) -> Decimal:
        value = self._needed().value
        if value is None:  # what does not apply is no number to reckon with
            raise no_number(self._document, self.figure)
        return value

    def _written(self, content: Inline | Sentence) -> Inline | Sentence:
        self._document.record(content)
        return content

    def _marks(self) -> Inline | Sentence:
        marks = self._document.marks(self._needed())
        return marks[0] if len(marks) == 1 else Sentence(tuple(marks))

    def _change(self) -> Inline | Sentence:
        figure = self._needed()
        return (
            change_clause(self._document, figure).sentence()
            if is_movement(figure)
            else self._document.number(figure)
        )


class FigureForm(ShownInText):
    """One way of showing a figure; recorded as shown when it is written."""

    def __init__(self, term: FigureTerm, make: Callable[[], Inline | Sentence]) -> None:
        self._term = term
        self._make = make

    def content(self) -> Inline | Sentence:
        return self._term._written(self._make())


class StatusTerm(FigureTerm):
    """The status of a target: a word; compare it with ``"behind"`` or with the word itself."""

    SECTION = "status"

    @property
    def available(self) -> bool:
        return not self.figure.is_empty

    @named
    def state(self) -> str:
        return self.figure.state or "unknown"

    @named
    def symbol(self) -> str:
        return self._document.style.states[self.state]

    def content(self) -> Number:
        number = self._document.number(self.figure)
        self._document.record(number)
        return number

    def __eq__(self, other: object) -> bool:
        return other in (self.state, *(language(code).quantities.state(self.state) for code in languages()))

    def __hash__(self) -> int:
        return hash(self.state)


def no_number(document: Presentation, figure: Figure) -> TemplateError:
    """The error for showing a figure that has no number: what it is, why, and what to do."""
    name = FigureName(series_name(document.dataset, figure.id.series), figure.id.period, figure.id.kind.value)
    reason = figure.reason or NO_SUCH_FIGURE
    finding = Finding("no-number", Severity.ERROR, subjects=(str(figure.id),), figure=name, reason=reason)
    return TemplateError(finding.message, [finding])


def unit_power(unit: str | int) -> int:
    """The power of ten of a multiplier's word (``billion``, ``亿``) or of a power given as a number."""
    known = {
        word: power
        for code in languages()
        for power, word in language(code).quantities.multipliers.items()
        if word
    }
    if isinstance(unit, str) and (asked := unit.strip().casefold()) in known:
        return known[asked]
    if isinstance(unit, int) and not isinstance(unit, bool) and unit in (0, *known.values()):
        return unit
    raise TemplateError(Message("figures.no-unit", unit=unit, known=tuple(known)))


def _comparable(other: Any) -> Any:
    if isinstance(other, FigureTerm):
        return other._value()
    if isinstance(other, float):
        return Decimal(str(other))
    return other
