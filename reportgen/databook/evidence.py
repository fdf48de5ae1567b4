"""The sheets that stand behind the figures: sources with their links, and findings with what to do about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reportgen.databook.cells import Cell, Column, Count, Grid, Jump, Text
from reportgen.databook.wording import Words
from reportgen.dataset.records import Dataset, Source
from reportgen.figures.references import reference
from reportgen.findings import Finding, Group, Severity, grouped, kinds_of
from reportgen.language import describe, say_group, say_remedy

_GRAVITY = [Severity.ERROR, Severity.WARNING, Severity.NOTE]


def sources_grid(dataset: Dataset, numbered: Mapping[str, int], words: Words, name: str) -> Grid:
    """Every source by its number: those that the pack's source marks number come first and in that order.

    What a source does not tell is printed as unknown, never guessed.
    """
    carried = Counter(citation.source for citation in dataset.citations)
    columns = (
        Column(words("number"), 6, "number"), Column(words("reference"), 58), Column(words("publisher"), 22),
        Column(words("published"), 13), Column(words("accessed"), 13), Column(words("carries"), 14, "number"), Column(words("link"), 36),
        Column(words("title"), 50), Column(words("author"), 24), Column(words("code"), 24),
    )  # fmt: skip
    rows = tuple(
        _source_row(number, dataset.sources[code], carried[code], words) for code, number in numbered.items()
    )
    return Grid(name, columns, rows, printed=7)


def _source_row(number: int, source: Source, carried: int, words: Words) -> tuple[Cell, ...]:
    unknown = words("unknown")
    title = source.title or source.label.in_language(words.language) or words("untitled")
    link: Cell = Jump(source.url, source.url) if _is_web_address(source.url) else Text(source.url or unknown)
    return (
        Count(number, "0"),
        Text(reference(source, words.language)),
        Text(source.publisher or unknown),
        Text(source.published or unknown),
        Text(source.accessed or unknown),
        Count(carried, "0"),
        link,
        Text(title),
        Text(source.author or unknown),
        Text(source.source, "code"),
    )


def _is_web_address(url: str) -> bool:
    return url.startswith(("http://", "https://")) and len(url) < 2000


def findings_grid(findings: Sequence[Finding], words: Words, name: str) -> Grid:
    """The findings as people read them, the gravest first, those of one code together with how many there are: many alike are
    one row. No finding at all is said, not left blank."""
    columns = (
        Column(words("severity"), 12), Column(words("code"), 22), Column(words("what"), 60),
        Column(words("remedy"), 44), Column(words("place"), 26), Column(words("of-this-code"), 9, "number"),
        Column(words("about"), 60),
    )  # fmt: skip
    ordered = sorted(findings, key=lambda finding: _GRAVITY.index(finding.severity))
    rows = tuple(
        _finding_row(group, kind.count, words) for kind in kinds_of(grouped(ordered)) for group in kind.groups
    )
    dash = Text(words.dash, "missing")
    nothing = (dash, dash, Text(words("nothing-found")), dash, dash, dash, dash)
    return Grid(name, columns, rows or (nothing,), printed=6)


def _finding_row(group: Group, count: int, words: Words) -> tuple[Cell, ...]:
    language, dash = words.language, words.dash
    finding = group.first
    return (
        Text(words(f"severity.{finding.severity}")),
        Text(finding.code, "code"),
        Text(say_group(group, language)),
        Text(say_remedy(finding, language) or dash),
        Text(describe(finding.place.lasting, language) or dash),
        Count(count, "0"),
        Text(words.joined(finding.subjects) or dash, "code"),
    )
