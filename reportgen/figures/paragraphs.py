"""Running text about several figures: which statements it makes, which are parts of others, where a sentence ends.

DESIGN section 10 gives the style. Figures without a number are left out, and a note says once why (:func:`left_out`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from reportgen.content import Inline, Sentence
from reportgen.dataset.names import series_name
from reportgen.dataset.records import TOTAL, Series
from reportgen.figures import clauses
from reportgen.figures.presentation import Presentation, marks_of
from reportgen.figures.sentences import PageWriter
from reportgen.kinds.figure import Figure, FigureId
from reportgen.kinds.growth_of_levels import growth_of, refused_growth
from reportgen.kinds.reasons import is_settled
from reportgen.kinds.stating import share_of
from reportgen.language import language
from reportgen.language.clauses import Clause, ClauseForm, Standing, Statement
from reportgen.periods import Period
from reportgen.record import Record, field, replace

_MOST = 3
"""So many subjects are in one sentence."""
_ABSENT = ("kinds.no-level", "kinds.no-growth-stated")
"""Reasons of growth that nobody states: a text need not explain it."""


class ParagraphMember(Record):
    """A figure that a paragraph is to say: with its growth and comparisons, or alone; ``parts`` are named as parts of it."""

    figure: Figure
    is_indicator: bool = False
    parts: tuple[ParagraphMember, ...] = ()


class _Node(Struct):
    """A statement in the making."""

    figure: Figure
    clauses: list[Clause]
    figures: list[Figure]
    parts: list[_Node] = field(default_factory=list)

    @property
    def first(self) -> Clause:
        return self.clauses[0]


def paragraph(
    document: Presentation,
    members: Sequence[ParagraphMember],
    *,
    by_importance: bool = False,
    marked: bool = True,
    brief: bool = False,
    after: tuple[Period, str] | None = None,
) -> Sentence:
    """The figures as running text. ``after`` are the period and the area that have been said before it begins."""
    roots = list[_Node]()
    _add(document, members, roots, None, brief)
    roots = list(_apart(roots))
    if by_importance:
        roots = _by_size(roots)
    said = tuple(tuple(_statement(document, node, marked) for node in group) for group in _sentences(roots))
    return language(document.language).paragraphs.paragraph(said, PageWriter(document), after).sentence()


def headline(document: Presentation, member: ParagraphMember) -> Sentence:
    """What a heading says of a figure: its growth, else the figure itself."""
    figure = member.figure
    growth = growth_of(document, figure) if member.is_indicator and not figure.id.base else None
    clause = clauses.clause_of(document, growth or figure)
    return language(document.language).paragraphs.headline(clause, PageWriter(document)).sentence()


def can_say(document: Presentation, member: ParagraphMember) -> bool:
    """Whether a paragraph has something to say of the member or of its parts."""
    return _to_say(document, member) is not None or any(can_say(document, part) for part in member.parts)


def left_out(document: Presentation, figures: Sequence[Figure]) -> list[tuple[Sentence, tuple[Figure, ...]]]:
    """Why figures were left out: a sentence for each reason, and the figures that it speaks of."""
    grouped: dict[object, list[tuple[Clause, Figure]]] = {}
    for figure in figures:
        clause = clauses.missing_clause(document, figure)
        reason = document.why(figure)
        brief = (
            reason.with_(note=None) if reason is not None and "note" in dict(reason.parameters) else reason
        )
        clause = replace(clause, reason=brief, kind=clauses.said_kind(figure))
        grouped.setdefault((brief, clause.period), []).append((clause, figure))
    say, write = language(document.language).paragraphs.left_out, PageWriter(document)
    return [
        (say(tuple(clause for clause, _ in same), write).sentence(), tuple(figure for _, figure in same))
        for same in grouped.values()
    ]


# ---- from figures to statements ----


def _add(
    document: Presentation,
    members: Sequence[ParagraphMember],
    nodes: list[_Node],
    whole: _Node | None,
    brief: bool,
) -> None:
    """Put each member where it belongs: beside the clauses of its subject, under its whole, or after the clauses that are there."""
    for member in members:
        figure = _to_say(document, member)
        if figure is None:
            document.leave_out(member.figure)
            node = None
        else:
            node = _placed(document, member, figure, nodes, whole, brief)
        if member.parts:
            _add(document, member.parts, node.parts if node else nodes, node, brief)


def _to_say(document: Presentation, member: ParagraphMember) -> Figure | None:
    """The figure that is said: of an indicator without a level its growth, of a figure without a number none."""
    figure = member.figure
    if figure.value is not None or figure.state:
        return figure
    return growth_of(document, figure) if member.is_indicator else None


def _placed(
    document: Presentation,
    member: ParagraphMember,
    figure: Figure,
    nodes: list[_Node],
    whole: _Node | None,
    brief: bool,
) -> _Node:
    said = list(clauses.clauses_of(document, figure))
    last = _last(nodes)
    if figure.id.base and said[0].verb == "reached":
        converted = replace(
            said[0], verb="converted", form=ClauseForm(Standing.BESIDE_LEVEL, after="reached")
        )
        said = [converted if last is not None and _follows(last, converted) else said[0]]
    if last is not None and _follows(last, said[0]):
        known = {clause.mention.key for clause in last.clauses if clause.figure is not None}
        fresh = [
            clauses.at_prices_beside(document, last.first, clause)
            for clause in said
            if clause.mention.key not in known
        ]
        at = 1 if said[0].form.standing is Standing.BESIDE_LEVEL else len(last.clauses)
        last.clauses[at:at] = fresh[:1] if brief else fresh
        last.clauses = _base_said_once(last.clauses)
        last.figures.append(figure)
        return last
    node = _Node(figure, said, [figure])
    can_be_part = whole is None and (said[0].form.of_itself or said[0].verb == "accounted")
    above = _whole_above(document, nodes, figure) if can_be_part else None
    if above is not None and said[0].verb == "accounted" and said[0].whole != above.first.subject:
        above = None  # it is a share of something else
    is_part = whole is not None or above is not None
    if member.is_indicator:
        if is_part or brief:
            node.clauses = [clause for clause in said if clause.form.of_itself]
        _explain_growth(document, figure)
    node.figures += [
        document.figures[clause.mention.key] for clause in node.clauses if clause.figure is not None
    ]
    (above.parts if above is not None else nodes).append(node)
    return node


def _base_said_once(said: list[Clause]) -> list[Clause]:
    """That the base was revised is said by the last of the clauses that rest on it."""
    resting = [place for place, clause in enumerate(said) if clause.is_base_revised]
    return [
        replace(clause, is_base_revised=place == resting[-1]) if place in resting else clause
        for place, clause in enumerate(said)
    ]


def _last(nodes: list[_Node]) -> _Node | None:
    """The statement that is last, a part of the last one included."""
    if not nodes:
        return None
    return _last(nodes[-1].parts) or nodes[-1]


def _follows(last: _Node, clause: Clause) -> bool:
    one, form = last.figure.id, clause.form
    return (
        form.standing in (Standing.FOLLOWS, Standing.BESIDE_LEVEL)
        and last.first.form.standing is not Standing.ALONE
        and form.after in ("", last.first.verb)
        and clause.subject == last.first.subject
        and clause.period == one.period
        and (clause.target is None or last.first.target is None or clause.target == last.first.target)
    )


def _explain_growth(document: Presentation, figure: Figure) -> None:
    """A growth that could be expected, and is refused because the years cannot be compared, is for the note."""
    refused = refused_growth(document, figure)
    if refused is None or refused.reason is None or is_settled(refused.reason):
        return
    if refused.reason.code not in _ABSENT:
        document.leave_out(refused)


def _whole_above(document: Presentation, nodes: list[_Node], figure: Figure) -> _Node | None:
    """The last statement of a whole that the figure is a part of, the nearest whole first."""
    for node in reversed(nodes):
        if found := _whole_above(document, node.parts, figure):
            return found
        if node.first.verb == "reached" and is_part_of(document, figure.id, node.figure.id):
            return node
    return None


def is_part_of(document: Presentation, part: FigureId, whole: FigureId) -> bool:
    """Whether a text may say "of which": a part by breakdown, partner or indicator; of an area where the two compare."""
    if part.period != whole.period or part.series == whole.series:
        return False
    if part.series.ref_area == whole.series.ref_area:
        return whole.series in _wholes(document, part.series)
    if replace(part.series, ref_area=whole.series.ref_area) != whole.series:
        return False
    area = document.dataset.areas.get(part.series.ref_area)
    share = share_of(document, part, whole.series.ref_area)
    return area is not None and area.parent == whole.series.ref_area and share.value is not None


def _wholes(document: Presentation, series: Series) -> Iterator[Series]:
    seen = {series}
    above = document.catalogue.observed.whole_of(series)
    while above is not None and above not in seen:
        seen.add(above)
        yield above
        above = document.catalogue.observed.whole_of(above)


def _by_size(nodes: list[_Node]) -> list[_Node]:
    """The largest first among those of one unit; parts stay with their whole."""
    units = list(dict.fromkeys(node.figure.unit for node in nodes))
    for node in nodes:
        node.parts = _by_size(node.parts)
    return sorted(nodes, key=lambda node: (units.index(node.figure.unit), -_size(node.figure)))


def _size(figure: Figure) -> Decimal:
    return abs(figure.value) if figure.value is not None else Decimal(0)


# ---- sentences ----


def _apart(nodes: Sequence[_Node]) -> Iterator[_Node]:
    """What stands alone is no part of a sentence: it comes after its whole."""
    for node in nodes:
        parts = list(_apart(node.parts))
        alone = [part for part in parts if part.first.form.standing is Standing.ALONE]
        node.parts = [part for part in parts if part not in alone]
        yield node
        yield from alone


def _sentences(roots: list[_Node]) -> Iterator[list[_Node]]:
    """Where a sentence ends: before another period or area, a period that is inferred, after a whole with many parts, and where it grows long."""
    group = list[_Node]()
    for node in _gathered(roots):
        if group and ((len(group) == _MOST and not _are_simple(group)) or _is_break(group[-1], node)):
            yield group
            group = []
        group.append(node)
    if group:
        yield group


def _are_simple(group: list[_Node]) -> bool:
    return all(len(node.clauses) == 1 and node.first.verb == "grew" for node in group)


def _is_break(last: _Node, node: _Node) -> bool:
    one, other = last.figure.id, node.figure.id
    same = replace(one.series, ref_area=other.series.ref_area) == other.series
    elsewhere = one.series.ref_area != other.series.ref_area
    return (
        bool(last.parts)
        or len(node.parts) > 1
        or any(clause.form.ends_sentence for clause in last.clauses)
        or one.period != other.period
        or _is_period_inferred(last) != _is_period_inferred(node)
        or (elsewhere and not (same and last.first.verb == node.first.verb in ("reached", "grew")))
        or (elsewhere and bool(last.parts or node.parts))
        or any(clause.form.standing is Standing.ALONE for clause in (*last.clauses[:1], *node.clauses[:1]))
    )


def _is_period_inferred(node: _Node) -> bool:
    """Whether the period that a sentence names for a statement is inferred."""
    return node.first.is_period_inferred if node.clauses else _is_period_inferred(node.parts[0])


def _gathered(roots: list[_Node]) -> Iterator[_Node]:
    """Parts of one indicator whose whole has no number of its own are gathered under its name."""
    waiting = list(roots)
    while waiting:
        node = waiting.pop(0)
        run = [node]
        while waiting and _are_siblings(node, waiting[0]):
            run.append(waiting.pop(0))
        if len(run) == 1:
            yield node
        else:
            yield _Node(node.figure, [], [], run)


def _are_siblings(one: _Node, other: _Node) -> bool:
    first, second = one.figure.id, other.figure.id
    return (
        first.series.breakdown != TOTAL
        and second.series.breakdown != TOTAL
        and replace(first.series, breakdown="") == replace(second.series, breakdown="")
        and first.period == second.period
        and one.first.verb == other.first.verb == "reached"
        and not one.parts
        and not other.parts
    )


def _statement(document: Presentation, node: _Node, marked: bool) -> Statement:
    parts = tuple(_statement(document, part, marked) for part in node.parts)
    subject = series_name(document.dataset, replace(node.figure.id.series, breakdown=TOTAL))
    marks = _marks(document, node.figures) if marked else ()
    return Statement(tuple(node.clauses), marks, parts, subject, node.figure.id.period)


def _marks(document: Presentation, figures: Sequence[Figure]) -> tuple[Inline, ...]:
    sources = dict.fromkeys(source for figure in figures for source in document.sources_of(figure))
    return tuple(marks_of(sorted(document.source_number(source) for source in sources)))
