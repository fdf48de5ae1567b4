"""The sheets that stand behind the figures: sources with their links, and findings with what to do about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reportgen.databook.book_cells import BookCell, Count, Jump, SheetColumn, SheetTable, Text
from reportgen.databook.wording import BookWords
from reportgen.dataset.records import Dataset, Source
from reportgen.figures.references import reference
from reportgen.findings import AlikeFindings, Finding, Severity, grouped, kinds_of
from reportgen.language import language, say_group

_GRAVITY = [Severity.ERROR, Severity.WARNING, Severity.NOTE]


def sources_grid(dataset: Dataset, numbered: Mapping[str, int], words: BookWords, name: str) -> SheetTable:
    """Every source by its number: those that the pack's source marks number come first and in that order.

    What a source does not state is printed as unknown, never guessed.
    """
    records = (*dataset.observations, *dataset.targets)
    statements = Counter(
        one.source for record in records for one in dataset.citations_by_subject.get(record, ())
    )
    columns = (
        SheetColumn(words("number"), 6, "number"), SheetColumn(words("reference"), 58), SheetColumn(words("publisher"), 22),
        SheetColumn(words("published"), 13), SheetColumn(words("accessed"), 13), SheetColumn(words("carries"), 14, "number"), SheetColumn(words("link"), 36),
        SheetColumn(words("title"), 50), SheetColumn(words("author"), 24), SheetColumn(words("code"), 24),
    )  # fmt: skip
    rows = tuple(
        _source_row(number, dataset.sources[code], statements[code], dataset, words)
        for code, number in numbered.items()
    )
    return SheetTable(name, columns, rows, printed=7)


def _source_row(
    number: int, source: Source, statements: int, dataset: Dataset, words: BookWords
) -> tuple[BookCell, ...]:
    unknown = words("unknown")
    title = source.title or source.label.in_language(words.language) or words("untitled")
    link: BookCell = (
        Jump(source.url, source.url) if _is_web_address(source.url) else Text(source.url or unknown)
    )
    return (
        Count(number, "0"),
        Text(reference(source, words.language, dataset)),
        Text(source.publisher or unknown),
        Text(source.published or unknown),
        Text(source.accessed or unknown),
        Count(statements, "0"),
        link,
        Text(title),
        Text(source.author or unknown),
        Text(source.source, "code"),
    )


def _is_web_address(url: str) -> bool:
    return url.startswith(("http://", "https://")) and len(url) < 2000


def findings_grid(findings: Sequence[Finding], words: BookWords, name: str) -> SheetTable:
    """The findings as people read them, the gravest first, those of one code together with how many there are: many alike are
    one row. That there is no finding is printed, not left blank."""
    columns = (
        SheetColumn(words("severity"), 12), SheetColumn(words("code"), 22), SheetColumn(words("what"), 60),
        SheetColumn(words("remedy"), 44), SheetColumn(words("place"), 26), SheetColumn(words("of-this-code"), 9, "number"),
        SheetColumn(words("about"), 60),
    )  # fmt: skip
    ordered = sorted(findings, key=lambda finding: _GRAVITY.index(finding.severity))
    rows = tuple(
        _finding_row(group, kind.count, words) for kind in kinds_of(grouped(ordered)) for group in kind.groups
    )
    dash = Text(words.dash, "missing")
    nothing = (dash, dash, Text(words("nothing-found")), dash, dash, dash, dash)
    return SheetTable(name, columns, rows or (nothing,), printed=6)


def _finding_row(group: AlikeFindings, count: int, words: BookWords) -> tuple[BookCell, ...]:
    code, dash = words.language, words.dash
    finding = group.first
    return (
        Text(words(f"severity.{finding.severity}")),
        Text(finding.code, "code"),
        Text(say_group(group, code)),
        Text(language(code).remedy(finding) or dash),
        Text(language(code).place(finding.place.lasting) or dash),
        Count(count, "0"),
        Text(words.joined(finding.subjects) or dash, "code"),
    )
