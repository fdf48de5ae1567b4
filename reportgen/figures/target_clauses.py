"""What is said of a target, as clauses: all of its progress in one sentence, and on what it is measured."""

from __future__ import annotations

from reportgen.calculations.target_aims import Aim, aim_of
from reportgen.dataset.names import series_name
from reportgen.dataset.records import Target
from reportgen.figures.clauses import clause_of, clauses_of
from reportgen.figures.mentions import mention
from reportgen.figures.presentation import Presentation
from reportgen.kinds.figure import Kind
from reportgen.kinds.reasons import NOTHING_TO_MEASURE
from reportgen.kinds.target_figures import TargetFigures
from reportgen.language.clauses import Clause, VerbCode
from reportgen.messages import Reason
from reportgen.periods import Period

_TOO_EARLY = ("calculations.no-progress-before", "kinds.issued-later")


def progress_clauses(document: Presentation, target: Target, period: Period) -> tuple[Clause, ...]:
    """Level, completion, gap, required growth: all of a target's progress at ``period`` in one sentence.

    A total is completed by the sum of the years so far, beside which the level of the last of them says nothing.
    """
    found = TargetFigures.of(lambda kind: document.figure(target.series, period, kind, target=target.target))
    is_total = aim_of(document.dataset, target) is Aim.TOTAL
    level = () if is_total else clauses_of(document, document.figure(target.series, period, Kind.LEVEL))
    clauses = [*level, *clauses_of(document, found.completion)]
    gap, growth = found.gap, found.required_growth
    if gap.value is None or gap.value <= 0 or found.status.state == "achieved":
        return tuple(clauses)
    clauses.append(clause_of(document, gap))
    if (
        growth.value is not None and target.unit != "count"
    ):  # of things counted one by one a rate says nothing
        clauses.append(clause_of(document, growth))
    return tuple(clauses)


def basis(document: Presentation, target: Target) -> tuple[Clause, ...]:
    """On which figure a target is measured, and which later ones are set aside and why; none where nothing is."""
    basis = document.catalogue.target_basis(target.target)
    name = series_name(document.dataset, target.series)
    clauses = []
    if basis.later and basis.observation is not None:
        clauses.append(Clause("measured", name, basis.observation.period))
    for item in basis.later:
        figure = document.catalogue.observation_figure(item.observation)
        period = item.observation.period
        verb: VerbCode = "set_aside_later" if basis.observation is not None else "set_aside"
        clauses.append(Clause(verb, name, period, mention(document, figure), reason=item.reason))
    return tuple(clauses)


def why_unmeasured(document: Presentation, target: Target) -> Reason | None:
    """Why nothing is measured on a target, in short; ``None`` where something is."""
    basis = document.catalogue.target_basis(target.target)
    if basis.observation is not None:
        return None
    is_early = basis.reason is not None and basis.reason.code in _TOO_EARLY
    return basis.reason if is_early else NOTHING_TO_MEASURE
