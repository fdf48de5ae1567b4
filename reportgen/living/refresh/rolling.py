"""Taking a document to another period: a figure there is the one of the same series and kind, whatever its period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from reportgen.finished.snapshot import all_paragraphs
from reportgen.periods import Period, is_period

if TYPE_CHECKING:
    from reportgen.finished.lineage import Lineage
    from reportgen.kinds.figure import FigureId
    from reportgen.word.located import Block, Span


def rolls(old: Lineage, new: Lineage) -> bool:
    """Whether the new document is of another period than the old one. Documents built before do not say theirs."""
    before = old.about.get("period")
    return before is not None and before != new.about.get("period")


def period_of(lineage: Lineage) -> Period:
    """The period of the pack that a document was built from. Only for documents that say it."""
    return Period.parse(lineage.about["period"])


def role_of(figure: FigureId) -> str:
    """What the figure is whatever its period: series, kind, base and target, where the base is no period itself."""
    base = tuple("" if is_period(part) else part for part in figure.base)
    return f"{figure.series}/{figure.kind}:{','.join(base)}@{figure.target}"


def give_roles(stories: Mapping[str, list[Block]], *lineages: Lineage) -> None:
    """Let the figures of a text be known by their roles. A key that none of the lineages knows stays what it is."""
    roles = {
        figure.key: role_of(figure.figure_id) for lineage in lineages for figure in lineage.figures.values()
    }
    for span in _figures(stories.values()):
        span.role = roles.get(span.name, "")


def _figures(stories: Iterable[list[Block]]) -> Iterator[Span]:
    for blocks in stories:
        for paragraph in all_paragraphs(blocks):
            yield from (span for span in paragraph.spans if span.kind == "figure")
