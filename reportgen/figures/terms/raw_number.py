"""``.raw``: a figure's value for a template to compute with, which takes down what it is computed with.

A figure of ours refuses to lead across a break, or says that it is a bound. A template's own arithmetic cannot: so each result
remembers the figures it came from, and what they do not allow becomes a finding.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reportgen.calculations.comparability import ComputedSide, PeriodRule, compare
from reportgen.findings import Finding, Place, Severity
from reportgen.kinds.figure import Figure
from reportgen.values import Bound, plain

if TYPE_CHECKING:
    from reportgen.figures.presentation import Presentation


class RawNumber(Decimal):
    """A value at full precision, in base units, with the figures that are in it."""

    _document: Presentation
    _figures: tuple[Figure, ...]

    @classmethod
    def of(cls, document: Presentation, figure: Figure) -> RawNumber | None:
        """The figure's value; ``None`` where it has none."""
        if figure.value is None:
            return None
        return cls._made(
            Decimal(plain(figure.value)), document, (figure,)
        )  # never 1E+11 where a template prints it

    @classmethod
    def _made(cls, value: Decimal, document: Presentation, figures: tuple[Figure, ...]) -> RawNumber:
        made = cls(value)
        made._document, made._figures = document, figures
        return made

    def _with(self, other: Any, value: Any, *, adds: bool) -> Any:
        if not isinstance(value, Decimal):
            return value
        theirs = other._figures if isinstance(other, RawNumber) else ()
        for one in self._figures:
            for against in theirs:
                self._document.notice(*_against(self._document, one, against, adds=adds))
        joined = tuple(dict.fromkeys((*self._figures, *theirs)))
        self._document.notice(*(_of_bound(figure) for figure in joined if figure.bound is not Bound.EXACT))
        return RawNumber._made(value, self._document, joined)


def _operator(name: str, *, adds: bool) -> Callable[[RawNumber, Any], Any]:
    plain_operator = getattr(Decimal, name)

    def operate(self: RawNumber, other: Any) -> Any:
        if isinstance(other, float):  # 0.5 as the template writes it
            other = Decimal(repr(other))
        return self._with(other, plain_operator(self, other), adds=adds)

    return operate


for _name in ("add", "radd", "sub", "rsub"):
    setattr(RawNumber, f"__{_name}__", _operator(f"__{_name}__", adds=True))
for _name in ("mul", "rmul", "truediv", "rtruediv", "floordiv", "rfloordiv", "mod", "rmod", "pow", "rpow"):
    setattr(RawNumber, f"__{_name}__", _operator(f"__{_name}__", adds=False))


def _of_bound(figure: Figure) -> Finding:
    return _finding("bound", (figure,), one=str(figure.id))


def _against(document: Presentation, one: Figure, other: Figure, *, adds: bool) -> list[Finding]:
    """What two figures do not allow: of one series everything that comparing them forbids, of two their units and prices."""
    if one == other:
        return []
    sides = [
        ComputedSide(
            one.id.series, figure.id.period, figure.unit if adds else "", figure.scopes, figure.prices
        )
        for figure in (one, other)
    ]
    same = one.id.series == other.id.series and one.id.kind == other.id.kind
    breaks = document.catalogue.observed.breaks_of(one.id.series) if same else ()
    verdict = compare(sides[0], sides[1], breaks, rule=PeriodRule.ANY)
    if verdict.reason is None:
        return []
    return [_finding("", (one, other), one=str(one.id), other=str(other.id), reason=verdict.reason)]


def _finding(variant: str, figures: tuple[Figure, ...], **parameters: Any) -> Finding:
    ids = [str(figure.id) for figure in figures]
    return Finding(
        "raw-arithmetic",
        Severity.WARNING,
        place=Place(text=" · ".join(ids)),
        subjects=ids,
        variant=variant,
        series=figures[0].id.series,
        **parameters,
    )
