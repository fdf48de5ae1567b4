"""The cut-off date that a brief prints, held against the figures it shows: none may be younger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from reportgen.figures.listing import with_inputs
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Reason
from reportgen.toml_keys import PACK_FILE

if TYPE_CHECKING:
    from reportgen.kinds import Catalogue
    from reportgen.kinds.figure import Figure


def later_than(cut_off: date, shown: Iterable[str], catalogue: Catalogue) -> list[Finding]:
    """A finding for every figure among ``shown`` or their inputs that was not known at ``cut_off``."""
    found: dict[Finding, None] = {}
    for figure in with_inputs(list(dict.fromkeys(shown)), catalogue):
        if figure.observation or figure.target:
            for finding in _findings(figure, cut_off, catalogue):
                found[finding] = None
    return list(found)


def _findings(figure: Figure, cut_off: date, catalogue: Catalogue) -> Iterator[Finding]:
    published = _published(figure, catalogue)
    if published is not None and published > cut_off:
        yield _finding(figure, cut_off, Reason("pack.published-later", published=published))
    # A target is set for later, and known before.
    elif figure.observation and _begun_or_ended(figure) > cut_off:
        yield _finding(figure, cut_off, Reason("pack.period-later", period=str(figure.id.period)))


def _published(figure: Figure, catalogue: Catalogue) -> date | None:
    """The first day on which a source carried the figure; ``None`` where a source does not say when it appeared."""
    days = []
    for citation in figure.citations:
        text = catalogue.dataset.sources[citation.source].published
        try:
            days.append(date.fromisoformat(text))
        except ValueError:
            return None
    return min(days, default=None)


def _begun_or_ended(figure: Figure) -> date:
    """The end of a stated period; of an inferred one ("in 2024" of an undated article) only its start is certain."""
    return figure.id.period.start if figure.period_basis == "inferred" else figure.id.period.end


def _finding(figure: Figure, cut_off: date, why: Reason) -> Finding:
    return Finding(
        "figure-after-cut-off",
        Severity.ERROR,
        place=Place(file=PACK_FILE, text="cut_off"),
        subjects=(str(figure.id),),
        series=figure.id.series,
        figure=str(figure.id),
        cut_off=cut_off,
        why=why,
    )
