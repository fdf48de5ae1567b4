"""A comparison as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.language import say
from reportgen.living.compare.change_messages import (
    break_change,
    counted,
    named,
    rename_message,
    shown_figure,
    source_change,
    template_change,
    text_change,
    what_changed,
    words_change,
)
from reportgen.living.compare.changes import Differences, FigureChange, RecordChange, TextChange
from reportgen.messages import Message, Words

_DESCRIBED = {
    "sources": source_change,
    "breaks": break_change,
    "words": words_change,
    "templates": template_change,
}
IndentedLine = tuple[int, Words]
"""How far a line is indented, and what it says; an empty one parts the sections."""

_EMPTY: IndentedLine = (0, "")


def _head(kind: str, count: int) -> Iterator[IndentedLine]:
    """A blank line, and how many changes of the kind there are; nothing where there is none."""
    if count:
        yield _EMPTY
        yield 0, counted(kind, count)


def comparison_text(comparison: Differences, language: str) -> str:
    """Everything that changed, the published figures first and under each what it moves."""
    return "\n".join(
        f"{'  ' * indent}{say(words, language)}".rstrip() for indent, words in _lines(comparison, language)
    )


def _lines(comparison: Differences, language: str) -> Iterator[IndentedLine]:
    old, new = comparison.old, comparison.new
    yield 0, Message("living.compared", old=old.name, new=new.name)
    for key, (before, now) in comparison.definition.items():
        yield 1, Message(f"living.definition-{key.replace('_', '-')}", before=before, now=now)
    if comparison.is_empty:
        yield 0, Message("living.nothing-changed")
        return
    if (old.kind == "build") != (new.kind == "build"):
        yield 0, Message("living.only-shown-compared")
    yield from _head("renamed", len(comparison.renamed))
    for rename in comparison.renamed:
        yield 1, rename_message(rename)
    yield from _revised(comparison, language)
    yield from _texts(comparison.texts)
    yield from _figures("added", comparison.added)
    yield from _figures("gone", comparison.gone)
    yield from _targets(comparison)
    yield from _records("sources", comparison.sources)
    if comparison.breaks is None and new.kind != "document":
        yield _EMPTY
        yield 0, Message("living.breaks-not-compared")
    else:
        yield from _records("breaks", comparison.breaks or ())
    yield from _records("words", comparison.words)
    yield from _records("templates", comparison.templates)
    yield from _findings("findings_added", comparison.findings_added)
    yield from _findings("findings_settled", comparison.findings_settled)


def _revised(comparison: Differences, language: str) -> Iterator[IndentedLine]:
    yield from _head("revised", len(comparison.revised))
    for item in comparison.revised:
        if item.through:
            continue
        yield 1, _change(item, language)
        moved = [found for found in comparison.moved_by(item) if not found.is_status]
        if moved:
            yield 2, counted("moves", len(moved))
        for found in moved:
            yield 3, _change(found, language)
            if len(found.through) > 1:
                yield 4, Message("living.also-through", ids=found.through[1:])
    known = {item.id for item in comparison.revised if not item.through}
    for item in comparison.revised:
        if item.through and item.through[0] not in known and item.is_moved and not item.is_status:
            yield 1, _change(item, language)
            yield 2, Message("living.through", ids=item.through)


def _change(item: FigureChange, language: str) -> Message:
    before, now = shown_figure(item.old), shown_figure(item.new)
    if item.is_same_in_print(language):
        return Message("living.revised-in-fields", figure=named(item), now=now, changed=what_changed(item))
    amount = item.amount.shown if item.amount else ""
    return Message("living.revised", figure=named(item), before=before, now=now, amount=amount)


def _figures(kind: str, changes: tuple[FigureChange, ...]) -> Iterator[IndentedLine]:
    """Published figures one by one; of computed ones that come and go with them only how many."""
    yield from _head(kind, len(changes))
    computed = 0
    for item in changes:
        if item.through or not item.is_published:
            computed += 1
            continue
        yield (
            1,
            Message("living.listed-figure", figure=named(item), shown=shown_figure(item.figure), id=item.id),
        )
    if computed:
        yield 1, counted("computed", computed)


def _targets(comparison: Differences) -> Iterator[IndentedLine]:
    yield from _head("targets", len(comparison.targets))
    for item in comparison.targets:
        before, now = shown_figure(item.old), shown_figure(item.new)
        yield 1, Message("living.revised", figure=named(item), before=before, now=now, amount="")
        if item.through:
            yield 2, Message("living.through", ids=item.through)


def _texts(changes: tuple[TextChange, ...]) -> Iterator[IndentedLine]:
    """A figure that reads otherwise in several places once, with the first of them."""
    yield from _head("texts", len(changes))
    places: dict[tuple[str, str, str], list[TextChange]] = {}
    for number, item in enumerate(changes):
        key = item.figure.key if item.figure else str(number)
        places.setdefault((key, item.before, item.after), []).append(item)
    for held in places.values():
        yield 1, text_change(held[0], len(held) - 1)


def _records(kind: str, changes: tuple[RecordChange, ...]) -> Iterator[IndentedLine]:
    yield from _head(kind, len(changes))
    describe = _DESCRIBED[kind]
    for item in changes:
        yield 1, describe(item)


def _findings(kind: str, findings: tuple[RecordedFinding, ...]) -> Iterator[IndentedLine]:
    yield from _head(kind, len(findings))
    for finding in findings:
        yield 1, Message("living.listed-finding", finding=finding.words_at(None), code=finding.code)
