"""An entry of the catalogue: a figure together with the term it enters further calculations as."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reportgen.calculations.comparability import ComputedSide
from reportgen.calculations.figure_formula import FigureFormula
from reportgen.calculations.result import Result, Term, justified_precision, refusal, safe_end
from reportgen.dataset.records import Citation
from reportgen.kinds.figure import Figure, FigureId
from reportgen.messages import UNSAID, Reason, Words
from reportgen.record import Record, replace
from reportgen.values import Bound, rounded

ONE_DECIMAL, TWO_DECIMALS = -1, -2


class FigureEntry(Record):
    """``term`` is ``None`` where the figure has no number."""

    figure: Figure
    term: Term | None = None

    @property
    def side(self) -> ComputedSide:
        """The figure as one side of a comparison."""
        figure = self.figure
        return ComputedSide(figure.id.series, figure.period, figure.unit, figure.scopes, figure.prices)


def computed(
    figure_id: FigureId,
    unit: str,
    result: Result,
    inputs: Sequence[FigureEntry],
    *,
    round_to: int | None = None,
    precision: int = ONE_DECIMAL,
    note: Words = UNSAID,
) -> FigureEntry:
    """The entry of a calculation that was carried out (its result may still be "no number").

    ``round_to`` is given for amounts: they are printed as finely as their inputs justify, but no finer.
    """
    if round_to is not None:
        justified = justified_precision(result.interval) if result.interval else None
        precision = round_to if justified is None else max(round_to, justified)
    safe = None
    if result.value is not None and result.claim is not None:
        precision = _fine_enough(result, precision)
        safe = safe_end(result.value, precision, result.bound, result.claim)
        if safe is not None and safe * result.value < 0:
            result, safe = refusal(Reason("calculations.bound-within-rounding"), result.formula), None
    figures = [entry.figure for entry in inputs]
    figure = Figure(
        figure_id,
        result.value,
        unit,
        precision,
        bound=result.bound,
        statuses=_each_once(item.statuses for item in figures),
        reason=result.reason,
        formula=result.formula,
        inputs=tuple(str(item.id) for item in figures),
        target=figure_id.target or None,
        citations=_all_citations(figures),
        scopes=_each_once(item.scopes for item in figures),
        prices=next((item.prices for item in figures if item.prices), ""),
        period_basis="inferred" if any(item.period_basis == "inferred" for item in figures) else "stated",
        note=note,
        safe=safe,
    )
    return FigureEntry(figure, result.term)


def _fine_enough(result: Result, precision: int) -> int:
    """How finely a bound is printed: as more than nothing where it is."""
    assert result.value is not None
    assert result.claim is not None
    if result.value and not rounded(result.value, precision, result.bound):
        justified = justified_precision(result.claim)
        precision = min(precision, result.value.adjusted() - 1 if justified is None else justified)
    return precision


def doubted(entry: FigureEntry, reason: Reason) -> FigureEntry:
    """A number that may be looked at and with which nothing is to be compared, and why."""
    return replace(entry, figure=replace(entry.figure, comparable=False, reason=reason))


def without_number(
    figure_id: FigureId,
    unit: str,
    reason: Reason,
    inputs: Sequence[FigureEntry] = (),
    *,
    formula: FigureFormula | None = None,
    precision: int = ONE_DECIMAL,
    note: Words = UNSAID,
) -> FigureEntry:
    """The entry of a figure that cannot be had: no data, or not comparable. ``inputs`` are those there are."""
    figures = [entry.figure for entry in inputs]
    figure = Figure(
        figure_id,
        None,
        unit,
        precision,
        bound=Bound.NONE,
        comparable=False,
        reason=reason,
        formula=formula,
        inputs=tuple(str(item.id) for item in figures),
        target=figure_id.target or None,
        citations=_all_citations(figures),
        note=note,
    )
    return FigureEntry(figure)


def missing(entries: Iterable[FigureEntry]) -> Reason | None:
    """Why the first entry without a number has none, or ``None`` where all have one."""
    return next((entry.figure.reason for entry in entries if entry.term is None), None)


ResultFunction = Callable[..., Result]


def apply(calculation: ResultFunction, entries: Sequence[FigureEntry]) -> Result:
    """Carry a calculation out on the terms of entries that all have one."""
    return calculation(*(entry.term for entry in entries))


def _each_once(codes: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The codes that the inputs carry, each once."""
    return tuple(dict.fromkeys(code for own in codes for code in own))


def _all_citations(figures: Iterable[Figure]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citation for figure in figures for citation in figure.citations))
