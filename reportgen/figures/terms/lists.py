"""Lists that a template runs through: the sources a document rests on and the findings that concern its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reportgen.content import Bookmark, ListsDocument, Sentence, ShownInText
from reportgen.dataset.records import Source
from reportgen.figures.presentation import Presentation, anchor_of
from reportgen.figures.references import publisher_name, reference
from reportgen.figures.terms.allowed_names import Named, named
from reportgen.findings import AlikeFindings
from reportgen.kinds.figure import Figure
from reportgen.language import language, say, say_group
from reportgen.messages import Message


class SourceTerm(Named, ShownInText):
    """An entry of the source appendix; shown, it is number and reference, and source marks lead to it."""

    SECTION = "source"

    def __init__(self, document: Presentation, source: Source) -> None:
        self._document = document
        self._source = source

    def content(self) -> Sentence:
        number = self._document.source_number(self._source.source)
        return Sentence((Bookmark(f"[{number}]", anchor_of(number)), f" {self.reference}"))

    @named
    def number(self) -> int:
        return self._document.source_number(self._source.source)

    @named
    def reference(self) -> str:
        return reference(self._source, self._document.language, self._document.dataset)

    @named
    def title(self) -> str:
        return self._source.title or self._source.label.in_language(self._document.language)

    @named
    def publisher(self) -> str:
        return publisher_name(self._source, self._document.dataset, self._document.language)

    @named
    def url(self) -> str:
        return self._source.url


class NoteTerm(ShownInText):
    """A note on figures that running text leaves out; shown, it says why."""

    def __init__(self, document: Presentation, said: Sentence, figures: Sequence[Figure]) -> None:
        self._document = document
        self._said = said
        self._figures = figures

    def content(self) -> Sentence:
        self._document.explain(self._figures)
        self._document.record(self._said)
        return self._said


class FindingTerm(Named, ShownInText):
    """A finding, with how many more there are like it; shown, it is what was found and what to do."""

    SECTION = "finding"

    def __init__(self, language: str, group: AlikeFindings) -> None:
        self._language = language
        self._finding, self._group = group.first, group

    def content(self) -> str:
        return f"{self.text}{language(self._language).punctuation.GAP}{self.remedy}"

    @named
    def text(self) -> str:
        return say_group(self._group, self._language, in_print=True)

    @named
    def remedy(self) -> str:
        return language(self._language).remedy(self._finding, in_print=True)

    @named
    def place(self) -> str:
        return language(self._language).place(self._finding.place.lasting)

    @named
    def severity(self) -> str:
        return say(Message(f"figures.severity-{self._finding.severity}"), self._language)

    @named
    def code(self) -> str:
        return self._finding.code


class Listing(Named, ListsDocument):
    """A list that is made when the template comes to it, so that it holds what the document showed until there."""

    SECTION = "list"

    def __init__(
        self, members: Callable[[], Sequence[Any]], comes_here: Callable[[], None] | None = None
    ) -> None:
        self._members = members
        self._comes_here = comes_here

    def comes_here(self) -> None:
        if self._comes_here is not None:
            self._comes_here()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._members())

    def __len__(self) -> int:
        return len(self._members())

    @named
    def count(self) -> int:
        return len(self)
