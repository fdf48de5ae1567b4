"""A comparison as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.language import punctuation
from reportgen.living.compare.changes import Comparison, FigureChange, RecordChange
from reportgen.living.compare.words import (
    break_words,
    counted,
    finding_words,
    named,
    shown,
    source_words,
    what_changed,
    word,
)


def comparison_text(comparison: Comparison, language: str) -> str:
    """Everything that changed, the published figures first and under each what it moves."""
    return "\n".join(_lines(comparison, language))


def _lines(comparison: Comparison, language: str) -> Iterator[str]:
    old, new = comparison.old, comparison.new
    yield f"{word('compared', language)} {old.name} → {new.name}"
    for key, (before, now) in comparison.definition.items():
        yield f"  {word(key, language)} {before} → {now}"
    if comparison.is_empty:
        yield word("nothing", language)
        return
    if (old.kind == "build") != (new.kind == "build"):
        yield word("only_shown", language)
    yield from _revised(comparison, language)
    yield from _figures("added", comparison.added, language)
    yield from _figures("gone", comparison.gone, language)
    yield from _targets(comparison, language)
    yield from _records("sources", comparison.sources, language)
    if comparison.breaks is None:
        yield word("breaks_unknown", language)
    else:
        yield from _records("breaks", comparison.breaks, language)
    yield from _findings("findings_added", comparison.findings_added, language)
    yield from _findings("findings_settled", comparison.findings_settled, language)


def _revised(comparison: Comparison, language: str) -> Iterator[str]:
    if not comparison.revised:
        return
    yield ""
    yield counted("revised", len(comparison.revised), language)
    for item in comparison.revised:
        if item.through:
            continue
        yield f"  {_change(item, language)}"
        moved = [found for found in comparison.moved_by(item) if not found.is_status]
        if moved:
            yield f"    {counted('moves', len(moved), language)}"
        for found in moved:
            yield f"      {_change(found, language)}"
            if len(found.through) > 1:
                yield f"        {word('also_through', language)}{', '.join(found.through[1:])}"
    known = {item.id for item in comparison.revised if not item.through}
    for item in comparison.revised:
        if item.through and item.through[0] not in known and not item.is_status:
            yield f"  {_change(item, language)}"
            yield f"    {word('through', language)}{', '.join(item.through)}"


def _change(item: FigureChange, language: str) -> str:
    assert item.old is not None
    assert item.new is not None
    colon = punctuation(language).COLON
    head = f"{named(item, language)}{colon}"
    before, now = shown(item.old, language), shown(item.new, language)
    if before == now:
        return f"{head}{now}{punctuation(language).SEMICOLON}{what_changed(item, language)}"
    amount = f"  {item.amount.shown.in_language(language)}" if item.amount else ""
    return f"{head}{before} → {now}{amount}"


def _figures(kind: str, changes: tuple[FigureChange, ...], language: str) -> Iterator[str]:
    """Published figures one by one; of computed ones that come and go with them only how many."""
    if not changes:
        return
    yield ""
    yield counted(kind, len(changes), language)
    computed = 0
    for item in changes:
        if item.through or not item.is_published:
            computed += 1
            continue
        colon = punctuation(language).COLON
        yield f"  {named(item, language)}{colon}{shown(item.record, language)}  [{item.id}]"
    if computed:
        yield f"  {counted('computed', computed, language)}"


def _targets(comparison: Comparison, language: str) -> Iterator[str]:
    changed = comparison.targets
    if not changed:
        return
    yield ""
    yield counted("targets", len(changed), language)
    for item in changed:
        before = shown(item.old, language) if item.old else word("none", language)
        now = shown(item.new, language) if item.new else word("none", language)
        colon = punctuation(language).COLON
        yield f"  {named(item, language)}{colon}{before} → {now}"
        if item.through:
            yield f"    {word('through', language)}{', '.join(item.through)}"


def _records(kind: str, changes: tuple[RecordChange, ...], language: str) -> Iterator[str]:
    if not changes:
        return
    yield ""
    yield counted(kind, len(changes), language)
    describe = source_words if kind == "sources" else break_words
    for item in changes:
        yield f"  {describe(item, language)}"


def _findings(kind: str, findings: tuple[Mapping[str, Any], ...], language: str) -> Iterator[str]:
    if not findings:
        return
    yield ""
    yield counted(kind, len(findings), language)
    for finding in findings:
        yield f"  {finding_words(finding, language)}"
