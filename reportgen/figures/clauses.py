"""What a figure's sentence says, as clauses: the kind's verb, the figure, what it is taken against, and what goes with it.

DESIGN section 10 gives the style: level, direction, comparison. A figure without a number gives a clause that says why.
Words are made of clauses by the grammar of a language (``language/en/sentences.py``).
"""

from __future__ import annotations

from reportgen.dataset.names import series_name
from reportgen.dataset.records import Measure
from reportgen.dataset.vintages import AT_CURRENT_PRICES
from reportgen.figures.figure_periods import under_way
from reportgen.figures.mentions import (
    comparison_of,
    direction_of,
    is_base_revised,
    is_movement,
    is_period_inferred,
    mention,
    target_name,
    target_of,
)
from reportgen.figures.presentation import Presentation
from reportgen.kinds.declaration import declaration_of
from reportgen.kinds.figure import Figure, Kind
from reportgen.kinds.stating import whole_of
from reportgen.language.clauses import Clause, Direction, Mention
from reportgen.record import replace
from reportgen.units import INDICES, PERCENT, unit_of


def clauses_of(document: Presentation, figure: Figure) -> tuple[Clause, ...]:
    """The clauses of the sentence that says a figure, whatever its kind; without a number, why there is none."""
    declared = declaration_of(figure.id.kind)
    if figure.value is None and not figure.state:
        return tuple(declared.instead(_AsKindsSee(document), figure)) or (missing_clause(document, figure),)
    clause = clause_of(document, figure)
    additions = declared.beside(_AsKindsSee(document), figure)
    return (clause, *(at_prices_beside(document, clause, addition) for addition in additions))


class _AsKindsSee:
    """A document as kinds see it (:class:`reportgen.kinds.stating.StatesFigures`)."""

    def __init__(self, document: Presentation) -> None:
        self._document = document
        self.dataset, self.catalogue, self.national_area = (
            document.dataset,
            document.catalogue,
            document.national_area,
        )
        self.figure, self.why = document.figure, document.why

    def clause(self, figure: Figure) -> Clause:
        return clause_of(self._document, figure)

    def mention(self, figure: Figure) -> Mention:
        return mention(self._document, figure)

    def direction(self, figure: Figure) -> Direction:
        return direction_of(figure)


def at_prices_beside(document: Presentation, first: Clause, clause: Clause) -> Clause:
    """A clause that follows another one: it says no prices that were said, and its own where they are others."""
    if not first.prices or clause.figure is None or clause.is_beside_nominal:
        return clause
    own = document.figures[clause.mention.key].prices
    return replace(clause, prices="" if own == first.prices else own)


def clause_of(document: Presentation, figure: Figure) -> Clause:
    """The clause that states one figure."""
    declared = declaration_of(figure.id.kind)
    subject = series_name(document.dataset, figure.id.series)
    clause = Clause(
        declared.verb,
        subject,
        figure.id.period,
        mention(document, figure),
        comparison=comparison_of(document, figure),
        form=declared.form,
        statuses=figure.statuses,
        prices=_prices(document, figure) if is_movement(figure) or _is_amount(figure) else "",
        is_index=document.catalogue.observed.class_of(figure.id.series) in INDICES,
        is_base_revised=is_base_revised(document, figure),
        currency=figure.base.unit if figure.unit == PERCENT else "",
        under_way=None if subject.is_flow else under_way(document, figure.id.period),
        is_period_inferred=is_period_inferred(document, figure),
        target=target_name(document, document.dataset.targets[target])
        if (target := target_of(figure))
        else None,
    )
    return declared.clause(_AsKindsSee(document), figure, clause)


def _is_amount(figure: Figure) -> bool:
    """Whether a figure is valued at some prices itself: a level, or an amount worked out from such."""
    return figure.id.kind is Kind.LEVEL or unit_of(figure.unit).adds_up


def _prices(document: Presentation, figure: Figure) -> str:
    """The prices that an amount, a rise or a fall is at. Current ones need no word, unless a growth at others is reported beside one that is
    computed from the levels: then both say theirs."""
    if figure.prices not in AT_CURRENT_PRICES:
        return figure.prices
    reported = document.dataset.observations_at(figure.id.series, figure.id.period, Measure.GROWTH_YOY)
    differ = any(item.prices not in AT_CURRENT_PRICES for item in reported)
    is_computed_rate = figure.observation is None and figure.unit == PERCENT
    return "current" if differ and is_computed_rate else ""


def said_kind(figure: Figure) -> str:
    """What a note calls the kind of a figure that is left out: of growth not how it would have been found."""
    return declaration_of(figure.id.kind).noted_as or figure.id.kind.value


def missing_clause(document: Presentation, figure: Figure) -> Clause:
    """Which figure there is none of, and why; of a target in words these words."""
    declared = declaration_of(figure.id.kind)
    name = series_name(document.dataset, figure.id.series)
    if declared.verb == "set" and (words := _set_in_words(document, figure.id.target)):
        return Clause("set_in_words", name, figure.id.period, words=words)
    return Clause(
        "missing",
        name,
        figure.id.period,
        kind=figure.id.kind.value,
        is_stated=declared.is_stated,
        whole=whole_of(document, figure) if declared.of_whole else None,
        reason=None
        if document.is_merely_absent(figure) and figure.id.kind is Kind.LEVEL
        else document.why(figure),
    )


def _set_in_words(document: Presentation, target: str) -> str:
    record = document.dataset.targets[target]
    return record.note.in_language(document.language).rstrip("。.") if record.is_in_words else ""
