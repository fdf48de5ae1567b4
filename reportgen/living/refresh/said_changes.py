"""What changed in a paragraph or a chart, as people read it: neighbouring words as one phrase, source marks whole, of a chart
the points that differ."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.finished.sentence_ends import sentences_of
from reportgen.finished.tokens import token_text
from reportgen.language import language
from reportgen.values import plain

if TYPE_CHECKING:
    from reportgen.finished.snapshot import ChartSnapshot
    from reportgen.finished.tokens import Token
    from reportgen.living.refresh.merging import Change

_NEAR = 16
"""Letters that two changes may have between them and still be one phrase."""

Point = tuple[str, str, int]
"""Series, category, and the how manieth of that name."""


def phrases(tokens: Sequence[Token], changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """Changes of words in a paragraph of these tokens, given in order: what was read, and what is read now."""
    sentences = [*sentences_of(tokens), -1]
    group: list[Change] = []
    for change in changes:
        if group and not (
            sentences[group[-1].start] == sentences[change.start]
            and _are_near(tokens[group[-1].end : change.start])
        ):
            yield _phrase(tokens, group)
            group = []
        group.append(change)
    if group:
        yield _phrase(tokens, group)


def _are_near(between: Sequence[Token]) -> bool:
    return len(token_text(between)) <= _NEAR and not any(token.kind == "figure" for token in between)


def _phrase(tokens: Sequence[Token], group: Sequence[Change]) -> tuple[str, str]:
    start, end = group[0].start, group[-1].end
    touched = [*tokens[start:end], *(token for change in group for token in change.tokens)]
    if any(token.kind == "link" for token in touched):
        while start and tokens[start - 1].kind == "link":
            start -= 1
        while end < len(tokens) and tokens[end].kind == "link":
            end += 1
    now: list[Token] = []
    at = start
    for change in group:
        now += [*tokens[at : change.start], *change.tokens]
        at = change.end
    return token_text(tokens[start:end]).strip(), token_text([*now, *tokens[at:end]]).strip()


def points_that_differ(held: ChartSnapshot, wanted: ChartSnapshot, code: str) -> Iterator[tuple[str, str]]:
    """Points that say something else now (named once, with the old values), that went, and that came: before and after, as lists
    of the document's language are written."""
    before, after = _points(held), _points(wanted)
    changed = [one for one in before if one in after and before[one] != after[one]]
    gone = [one for one in before if one not in after]
    fresh = [one for one in after if one not in before]
    if changed:
        yield said_of_points(held, code, changed), language(code).listed([after[one] for one in changed])
    for old, new in ((gone, ()), ((), fresh)):
        if old or new:
            yield said_of_points(held, code, old), said_of_points(wanted, code, new)


def said_of_points(chart: ChartSnapshot, code: str, wanted: Collection[Point] | None = None) -> str:
    """A chart's data in one line: every point, or those ``wanted``."""
    series: dict[str, list[str]] = {}
    for point, value in _points(chart).items():
        if wanted is None or point in wanted:
            name, category, _ = point
            series.setdefault(name, []).append(f"{category} {value}".strip())
    speaker = language(code)
    marks = speaker.punctuation
    return marks.SEMICOLON.join(f"{name}{marks.COLON}{speaker.listed(said)}" for name, said in series.items())


def _points(chart: ChartSnapshot) -> Mapping[Point, str]:
    found: dict[Point, str] = {}
    for series in chart.series:
        for at, value in enumerate(series.values):
            category = series.categories[at] if at < len(series.categories) else ""
            number = sum(1 for name, other, _ in found if (name, other) == (series.name, category))
            found[series.name, category, number] = "…" if value is None else plain(value)
    return found
