"""Paragraphs as a template asks for them: ``{{ paragraph([exports, cars]) }}``, ``{{ 段落([出口, 汽车出口]) }}``, and what they leave out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from reportgen.content import Sentence, Showable, ShownInText, SourceMark
from reportgen.display_width import half_widths
from reportgen.errors import TemplateError
from reportgen.expressions.budget import refuse_above
from reportgen.figures.paragraphs import ParagraphMember, can_say, headline, paragraph
from reportgen.figures.presentation import Presentation
from reportgen.figures.terms.allowed_names import Named, named
from reportgen.figures.terms.figure import FigureTerm, no_number
from reportgen.figures.terms.series_list import Terms
from reportgen.findings import Finding, Severity
from reportgen.kinds.figure import Kind
from reportgen.language import language
from reportgen.messages import Message
from reportgen.periods import Period
from reportgen.record import replace

LARGEST_PARAGRAPH = 1_000
"""Figures that one paragraph may be asked to say: each is held against those before it."""


class ParagraphTerm(Named, ShownInText):
    """Several figures as running text: period and area once, parts after "of which", marks at the end of their clause."""

    SECTION = "paragraph"

    def __init__(
        self,
        document: Presentation,
        members: tuple[ParagraphMember, ...],
        said: tuple[Period, str],
        **choices: bool,
    ) -> None:
        self._document = document
        self._said = said
        self._members = members
        self._choices = choices

    def content(self) -> Sentence:
        choices = dict(self._choices)
        after = self._said if choices.pop("continued", False) else None
        said = paragraph(self._document, self._needed(), after=after, **choices)
        self._document.record(said)
        if self._choices.get("brief"):
            self._look_at_length(said)
        return said

    @named
    def by_importance(self) -> ParagraphTerm:
        return self._chosen(by_importance=True)

    @named
    def brief(self) -> ParagraphTerm:
        return self._chosen(brief=True)

    @named
    def continued(self) -> ParagraphTerm:
        return self._chosen(continued=True)

    @named
    def headline(self) -> Showable:
        return _Headline(self)

    @named
    def unmarked(self) -> ParagraphTerm:
        return self._chosen(marked=False)

    @named
    def available(self) -> bool:
        """Whether any of its figures has something to say."""
        return any(can_say(self._document, member) for member in self._members)

    def __bool__(self) -> bool:
        return self.available

    # Steps

    def _chosen(self, **choices: bool) -> ParagraphTerm:
        return ParagraphTerm(self._document, self._members, self._said, **{**self._choices, **choices})

    def _needed(self) -> tuple[ParagraphMember, ...]:
        if not self.available:
            if not self._members:
                raise TemplateError(Message("figures.paragraph-of-nothing"))
            raise no_number(self._document, self._members[0].figure)
        return self._members

    def headline_said(self) -> Sentence:
        """The heading that its first figure with a number makes. Not for templates."""
        known = [member for member in self._needed() if can_say(self._document, member)]
        said = headline(self._document, known[0])
        self._document.record(said)
        return said

    def _look_at_length(self, said: Sentence) -> None:
        most = language(self._document.language).paragraphs.LONGEST_KEY_MESSAGE
        text = "".join(str(part) for part in said.parts if not isinstance(part, SourceMark))
        if half_widths(text) > most:
            self._document.notice(Finding("long-key-message", Severity.NOTE, text=text))


class _Headline(ShownInText):
    def __init__(self, term: ParagraphTerm) -> None:
        self._term = term

    def content(self) -> Sentence:
        return self._term.headline_said()


def paragraph_of(document: Presentation, said: tuple[Period, str]) -> Any:
    """The function that templates call; ``said`` are the pack's period and area."""

    def paragraph(*members: Any) -> ParagraphTerm:
        refuse_above(LARGEST_PARAGRAPH, sum(1 for _ in islice(_written(members), LARGEST_PARAGRAPH + 1)))
        return ParagraphTerm(document, tuple(_members(members, in_list=False)), said)

    return paragraph


def _written(items: Iterable[Any]) -> Iterator[Any]:
    """All that was written, in lists too, and these lists."""
    for item in items:
        yield item
        if isinstance(item, list | tuple | Terms):
            yield from _written(item)


def _members(written: Iterable[Any], *, in_list: bool) -> Iterator[ParagraphMember]:
    """The figures that a template wrote; a list after an indicator inside a list are its parts."""
    found = list[ParagraphMember]()
    for item in written:
        if isinstance(item, FigureTerm):
            found.append(_member(item))
        elif isinstance(item, list | tuple | Terms):
            inner = tuple(_members(item, in_list=True))
            if in_list and found:
                found[-1] = replace(found[-1], parts=(*found[-1].parts, *inner))
            else:
                found.extend(inner)
        else:
            raise TemplateError(Message("figures.no-member", text=_short(item)))
    return iter(found)


def _member(term: FigureTerm) -> ParagraphMember:
    figure = term.figure
    return ParagraphMember(figure, figure.id.kind is Kind.LEVEL and not figure.id.base)


def _short(item: Any) -> str:
    text = str(item)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


_SHOWN = 40
