"""Lists that a template runs through: the sources a document rests on and the findings that concern its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar

from reportgen.content import Bookmark, Sentence, Showable
from reportgen.dataset.records import Source
from reportgen.figures.names import Name, Named, says
from reportgen.figures.presentation import Presentation, anchor_of
from reportgen.figures.sources import reference
from reportgen.findings import Finding, Severity
from reportgen.language import describe, say_remedy, say_what


class SourceWord(Named, Showable):
    """An entry of the source appendix; shown, it is number and reference, and source marks lead to it."""

    NAMES: ClassVar[tuple[Name, ...]] = (
        Name("number", "编号", says("number", "编号")),
        Name("reference", "著录", says("the reference without its number", "不带编号的著录")),
        Name("title", "题名", says("title", "题名")),
        Name("publisher", "出版者", says("publisher", "出版者")),
        Name("url", "网址", says("address", "网址")),
    )

    def __init__(self, page: Presentation, source: Source) -> None:
        self._page = page
        self._source = source

    def content(self) -> Sentence:
        number = self._page.source_number(self._source.source)
        return Sentence((Bookmark(f"[{number}]", anchor_of(number)), f" {self.reference}"))

    def __str__(self) -> str:
        return str(self.content())

    @property
    def number(self) -> int:
        return self._page.source_number(self._source.source)

    @property
    def reference(self) -> str:
        return reference(self._source, self._page.language)

    @property
    def title(self) -> str:
        return self._source.title or self._source.label.in_language(self._page.language)

    @property
    def publisher(self) -> str:
        return self._source.publisher

    @property
    def url(self) -> str:
        return self._source.url


class FindingWord(Named, Showable):
    """A finding; shown, it is what was found and what to do."""

    NAMES: ClassVar[tuple[Name, ...]] = (
        Name("text", "说明", says("what was found", "问题")),
        Name("remedy", "处理", says("what to do", "处理办法")),
        Name("place", "位置", says("where", "位置")),
        Name("severity", "级别", says("error, warning or note", "错误、警告或提示")),
        Name("code", "代码", says("code", "代码")),
    )

    def __init__(self, language: str, finding: Finding) -> None:
        self._language = language
        self._finding = finding

    def content(self) -> str:
        gap = "" if self._language == "zh" else " "
        return f"{self.text}{gap}{self.remedy}"

    def __str__(self) -> str:
        return self.content()

    @property
    def text(self) -> str:
        return say_what(self._finding, self._language)

    @property
    def remedy(self) -> str:
        return say_remedy(self._finding, self._language)

    @property
    def place(self) -> str:
        return describe(self._finding.place, self._language)

    @property
    def severity(self) -> str:
        return SEVERITIES[self._finding.severity].in_language(self._language)

    @property
    def code(self) -> str:
        return self._finding.code


SEVERITIES = {
    Severity.ERROR: says("error", "错误"),
    Severity.WARNING: says("warning", "警告"),
    Severity.NOTE: says("note", "提示"),
}


class Listing(Named):
    """A list that is drawn up when the template comes to it, so that it holds what the document showed until there."""

    NAMES: ClassVar[tuple[Name, ...]] = (Name("count", "数量", says("how many there are", "数量")),)

    def __init__(self, members: Callable[[], Sequence[Any]]) -> None:
        self._members = members

    def __iter__(self) -> Iterator[Any]:
        return iter(self._members())

    def __len__(self) -> int:
        return len(self._members())

    @property
    def count(self) -> int:
        return len(self)
