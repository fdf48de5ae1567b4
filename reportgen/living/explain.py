"""Where a number comes from: a figure and, below it, everything it was computed from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reportgen.calculations.figure_formula import letter
from reportgen.errors import ReportgenError
from reportgen.language import place_record, say
from reportgen.language.quantity_reader import quantity_in
from reportgen.living.figure_values import powers_of, shows
from reportgen.messages import FALLBACK, Message, Words
from reportgen.record import Record
from reportgen.spelling import likeliest
from reportgen.values import Bound, FullNumber, RoundStep

if TYPE_CHECKING:
    from reportgen.figures.recorded_figures import FigureRecord
    from reportgen.figures.recorded_findings import RecordedFinding
    from reportgen.figures.recorded_sources import RecordedSource
    from reportgen.finished.places import FigurePlace, NamedPlace
    from reportgen.living.lineage_sources import LineageSource

_DEEPEST = 12
_MOST_EXPLAINED = 20_000
"""More than any document computes one figure from: a record that leads back to itself has no end."""


class Explanation(Record):
    """One figure of a lineage tree: what it was computed from, its sources, the findings about it."""

    figure: FigureRecord
    inputs: tuple[Explanation, ...]
    sources: dict[str, RecordedSource]
    findings: tuple[RecordedFinding, ...]
    places: tuple[FigurePlace, ...] = ()
    """Where in the document it is."""

    @property
    def record(self) -> dict[str, Any]:
        """The figure as ``reportgen figures --json`` gives it."""
        return self.figure.to_json(labels=False)

    def to_json(self) -> dict[str, Any]:
        return {
            **self.record,
            "inputs": [part.to_json() for part in self.inputs],
            "sources": {code: source.name_in(FALLBACK) for code, source in self.sources.items()},
            "findings": [finding.to_json() for finding in self.findings],
            "places": [{"written": one.written} | place_record(one.place) for one in self.places],
        }


_MINUS = "\u2212"


def candidates(lineage: LineageSource, asked: str) -> list[FigureRecord]:
    """The figures that ``asked`` may mean: one for an id or a short key; all that show the number for "46.0%".

    Raises ``ReportgenError`` where there is none, with the nearest id.
    """
    asked = asked.strip()
    named = lineage.figure(asked)
    if named is not None:  # one id is one id's work
        return [named]
    known = list(lineage.figures())
    if with_this_key := [figure for figure in known if figure.key == asked]:
        return with_this_key[:1]
    in_these_words = lineage.shown_as(asked) or lineage.shown_as(asked.replace(_MINUS, "-"))
    if in_these_words:
        return [figure for figure in known if figure.id in set(in_these_words)]
    found = _showing(asked, known)
    if found:
        return found
    raise _not_found(asked, known)


def standing_at(lineage: LineageSource, place: NamedPlace) -> list[FigureRecord]:
    """The figures at a place of a document, in its order. Raises ``ReportgenError`` where none is there."""
    keys = dict.fromkeys(one.key for one in lineage.places if place.holds(one.place))
    known = {figure.key: figure for figure in lineage.figures()}
    found = [known[key] for key in keys if key in known]
    if not found:
        paragraph = place.paragraph or None
        cell = "!".join(filter(None, (place.sheet, place.cell)))
        raise ReportgenError(Message("living.no-figure-there", paragraph=paragraph, cell=cell))
    return found


def explain_each(lineage: LineageSource, figures: Iterable[FigureRecord]) -> list[Explanation]:
    """The lineage of several figures."""
    asked = list(figures)
    findings = lineage.findings_about(_with_inputs(lineage, asked))
    room = iter(range(_MOST_EXPLAINED))
    return [_explained(lineage, figure, findings, room, depth=0) for figure in asked]


def explain(lineage: LineageSource, asked: str) -> Explanation:
    """The lineage of a figure, asked for by its id, its short key, or a number that only one figure shows."""
    found = candidates(lineage, asked)
    if len(found) > 1:
        ids = tuple(figure.id for figure in found)
        raise ReportgenError(Message("living.ambiguous-figure", asked=asked, ids=ids))
    return explain_each(lineage, found)[0]


def _showing(asked: str, known: list[FigureRecord]) -> list[FigureRecord]:
    """The figures whose value rounds to the number asked for; with a bare number, in any unit."""
    stated = quantity_in(asked)
    if stated is None:
        return []
    exact = [figure for figure in known if shows(figure, stated)]
    if exact or stated.unit not in ("", "count") or stated.power:
        return exact
    return [figure for figure in known if figure.value is not None and powers_of(figure, stated.number)]


def _not_found(asked: str, known: list[FigureRecord]) -> ReportgenError:
    ids = [figure.id for figure in known]
    likely = likeliest(asked, ids, likeness=0.75)
    example = likeliest(asked, ids, likeness=0.5) or (ids or [""])[0]
    code = "no-figure-shows" if quantity_in(asked) is not None and "/" not in asked else "not-a-figure-id"
    return ReportgenError(Message(f"living.{code}", asked=asked, near=likely, example=example))


def _with_inputs(lineage: LineageSource, figures: list[FigureRecord]) -> list[FigureRecord]:
    """The figures and all that they were computed from, each once."""
    found: dict[str, FigureRecord] = {}
    waiting = list(figures)
    while waiting:
        figure = waiting.pop()
        if figure.id not in found:
            found[figure.id] = figure
            waiting += [item for item in map(lineage.figure, figure.inputs) if item is not None]
    return list(found.values())


def _explained(
    lineage: LineageSource,
    figure: FigureRecord,
    findings: Sequence[RecordedFinding],
    room: Iterator[int],
    depth: int,
) -> Explanation:
    named = figure.inputs if depth < _DEEPEST else ()
    inputs = [lineage.figure(item) for item, _ in zip(named, room, strict=False)]
    about = {figure.id, figure.observation, figure.target}
    return Explanation(
        figure=figure,
        inputs=tuple(
            _explained(lineage, item, findings, room, depth + 1) for item in inputs if item is not None
        ),
        sources={item.source: lineage.source(item.source) for item in figure.citations},
        findings=tuple(finding for finding in findings if about & set(finding.subjects)),
        places=tuple(one for one in lineage.places if one.key == figure.key) if depth == 0 else (),
    )


# ---- as text -----------------------------------------------------------------------------------------------


def candidates_text(found: list[FigureRecord], language: str) -> str:
    """Several figures that a number may be, one a line, to ask for again by id."""
    return "\n".join(_head(figure, language) for figure in found)


def explanation_text(explanation: Explanation, language: str) -> str:
    """The tree as text for a terminal. A finding is printed once, at the first figure it concerns."""
    return "\n".join(_lines(explanation, language, name="", indent="", said=set()))


def _head(figure: FigureRecord, language: str) -> str:
    return f"{say(figure.display, language)}  {say(figure.label, language)}  [{figure.id}]"


def _lines(
    explanation: Explanation, language: str, name: str, indent: str, said: set[RecordedFinding]
) -> Iterator[str]:
    figure = explanation.figure
    yield f"{indent}{f'{name} = ' if name else ''}{_head(figure, language)}"
    inner = indent + ("    " if name else "  ")
    for fact in facts(figure):
        yield f"{inner}{say(fact, language)}"
    if not explanation.inputs:  # a computed figure's sources are those of what it was computed from
        for citation in figure.citations:
            cited = Message("living.explain-citation", statement=citation.statement, id=citation.source,
                            source=explanation.sources[citation.source].name_in(language))  # fmt: skip
            yield f"{inner}{say(cited, language)}"
    for finding in explanation.findings:
        if finding not in said:
            said.add(finding)
            yield f"{inner}! {say(finding.words, language)}"
    for one in explanation.places:
        yield f"{inner}{say(Message('living.explain-stands', place=one.place, text=one.place.text), language)}"
    for number, part in enumerate(explanation.inputs):
        yield from _lines(part, language, letter(number), inner, said)


def facts(figure: FigureRecord) -> Iterator[Message]:
    unsaid = Message("living.source-does-not-say")
    if figure.value is None:
        yield Message("living.explain-reason", reason=figure.reason or unsaid)
    else:
        full = FullNumber(figure.value, figure.unit)
        yield Message("living.explain-full", full=full, way=_way(figure), precision=_precision(figure))
    if figure.formula:
        yield Message("living.explain-formula", formula=figure.formula)
    inferred = figure.period_basis == "inferred"
    yield Message("living.explain-period", period=figure.figure_id.period, inferred=inferred)
    if figure.qualifier != "eq":
        yield Message("living.explain-qualifier", qualifier=Message(f"living.qualifier-{figure.qualifier}"))
    if figure.bound is not Bound.EXACT:
        yield Message("living.explain-bound", bound=Message(f"living.bound-{figure.bound.value}"))
    if figure.observation or figure.target:
        yield Message("living.explain-scope", scope=figure.scope_said or figure.scopes or unsaid)
    if figure.note_said.wordings:
        yield Message("living.explain-note", note=figure.note)


def _way(figure: FigureRecord) -> Words:
    """A bound is rounded so that it stays true."""
    ways = {Bound.LOWER: "rounded-down", Bound.UPPER: "rounded-up"}
    return Message(f"living.{ways.get(figure.bound, 'rounded-half-up')}")


def _precision(figure: FigureRecord) -> Words:
    """To how many decimals print rounds it, or to which step (the nearest ten million)."""
    if figure.precision <= 0:
        return Message("living.to-decimals", count=-figure.precision)
    return Message("living.to-step", step=RoundStep(figure.precision))
