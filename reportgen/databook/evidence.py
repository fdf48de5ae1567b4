"""The sheets that stand behind the figures: sources with their links, and findings with what to do about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportgen.databook.cells import Cell, Column, Count, Grid, Jump, Text
from reportgen.databook.wording import Words
from reportgen.dataset.records import Dataset, Source
from reportgen.figures.references import reference
from reportgen.findings import Finding, Group, Severity, grouped
from reportgen.language import describe, punctuation, say, say_remedy, say_what

_GRAVITY = [Severity.ERROR, Severity.WARNING, Severity.NOTE]


def sources_grid(dataset: Dataset, marked: Sequence[str], words: Words, name: str) -> Grid:
    """Every source, those that the pack's source marks number (``marked``) first and in that order.

    What a source does not tell is printed as unknown, never guessed.
    """
    ordered = dict.fromkeys([*(code for code in marked if code in dataset.sources), *dataset.sources])
    carried = Counter(citation.source for citation in dataset.citations)
    columns = (
        Column(words("number"), 6, "number"), Column(words("reference"), 52), Column(words("title"), 40),
        Column(words("author"), 18), Column(words("publisher"), 20), Column(words("published"), 14),
        Column(words("accessed"), 14), Column(words("carries"), 14, "number"), Column(words("link"), 32), Column(words("code"), 24),
    )  # fmt: skip
    rows = tuple(
        _source_row(number, dataset.sources[code], carried[code], words)
        for number, code in enumerate(ordered, start=1)
    )
    return Grid(name, columns, rows)


def _source_row(number: int, source: Source, carried: int, words: Words) -> tuple[Cell, ...]:
    unknown = words("unknown")
    title = source.title or source.label.in_language(words.language) or words("untitled")
    link: Cell = Jump(source.url, source.url) if _is_web_address(source.url) else Text(source.url or unknown)
    return (
        Count(number, "0"),
        Text(reference(source, words.language)),
        Text(title),
        Text(source.author or unknown),
        Text(source.publisher or unknown),
        Text(source.published or unknown),
        Text(source.accessed or unknown),
        Count(carried, "0"),
        link,
        Text(source.source, "code"),
    )


def _is_web_address(url: str) -> bool:
    return url.startswith(("http://", "https://")) and len(url) < 2000


def findings_grid(findings: Sequence[Finding], words: Words, name: str) -> Grid:
    """The findings as people read them, the gravest first: many alike are one row with their number. No finding at all is
    said, not left blank."""
    columns = (
        Column(words("severity"), 12), Column(words("code"), 26), Column(words("what"), 60),
        Column(words("remedy"), 46), Column(words("about"), 30), Column(words("place"), 30),
    )  # fmt: skip
    ordered = sorted(findings, key=lambda finding: _GRAVITY.index(finding.severity))
    rows = tuple(_finding_row(group, words) for group in grouped(ordered))
    dash = Text(words.dash, "missing")
    return Grid(name, columns, rows or ((dash, dash, Text(words("nothing-found")), dash, dash, dash),))


def _finding_row(group: Group, words: Words) -> tuple[Cell, ...]:
    language, dash = words.language, words.dash
    finding = group.first
    what = say_what(finding, language)
    if group.remark:
        what = f"{what}{punctuation(language).GAP}{say(group.remark, language, in_print=True)}"
    return (
        Text(words(f"severity.{finding.severity}")),
        Text(finding.code, "code"),
        Text(what),
        Text(say_remedy(finding, language) or dash),
        Text("\n".join(finding.subjects) or dash, "code"),
        Text(describe(finding.place, language) or dash),
    )
