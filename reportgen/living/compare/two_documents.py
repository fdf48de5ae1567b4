"""Two finished documents set against each other: the figures behind them as those of two builds are, and all that reads otherwise,
place by place."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.dataset.stores import is_url
from reportgen.errors import ReportgenError
from reportgen.living.compare.changes import Differences, TextChange, differences_between
from reportgen.living.compare.side import Side
from reportgen.living.document_formats import living_format
from reportgen.living.lineage_sources import document_at
from reportgen.living.refresh.adopting import adopted
from reportgen.living.refresh.decisions import Decisions
from reportgen.living.refresh.report import Report, Update
from reportgen.living.refresh.rolling import rolls
from reportgen.messages import Message
from reportgen.record import replace

if TYPE_CHECKING:
    from reportgen.dataset.stores import Location
    from reportgen.finished.document import FinishedDocument

_ABOUT = ("ref_area", "period", "cut_off")


def documents_at(old: Location, new: Location) -> tuple[FinishedDocument, FinishedDocument] | None:
    """The two documents; ``None`` where neither is one. Raises ``ReportgenError`` where only one is, or they are of two kinds."""
    found = [None if is_url(one) else document_at(Path(one)) for one in (old, new)]
    one, other = found
    if one is None and other is None:
        return None
    if type(one) is not type(other):
        raise ReportgenError(Message("living.compares-two-of-a-kind", old=str(old), new=str(new)))
    assert one is not None
    assert other is not None
    return one, other


def compare_documents(old: FinishedDocument, new: FinishedDocument) -> Differences:
    """What changed from ``old`` to ``new``. One of the two that lost its lineage has that of the other.

    Of documents of two periods the figures are set side by side where they are, whatever their period.
    """
    if old.lineage is None and new.lineage is not None:
        old = adopted(old, new)
    elif new.lineage is None and old.lineage is not None:
        new = adopted(new, old)
    were, are = old.lineage, new.lineage
    moves = were is not None and are is not None and rolls(were, are)
    comparison = differences_between(*(_side(one, with_figures=not moves) for one in (old, new)))
    revised = {change.figure.key for change in comparison.revised}
    known = {**(were.by_key if were else {}), **(are.by_key if are else {})}
    texts = tuple(
        TextChange(one.kind, one.place, one.before, one.after, known.get(one.key))
        for one in _differences(old, new)
        if one.is_seen and one.key not in revised
    )
    return replace(comparison, texts=texts)


def _side(document: FinishedDocument, *, with_figures: bool) -> Side:
    lineage = document.lineage
    return Side(
        kind="document",
        name=document.name,
        figures=lineage.figures if lineage is not None and with_figures else {},
        sources=lineage.sources if lineage is not None else {},
        breaks=None,
        findings=lineage.findings if lineage is not None else (),
        about={key: lineage.about[key] for key in _ABOUT if key in lineage.about} if lineage else {},
    )


def _differences(old: FinishedDocument, new: FinishedDocument) -> list[Update]:
    """What a refresh that turns ``old`` into ``new`` would do, and what it could not."""
    report = Report(new.name, new.language)
    built, data = old.snapshot(), Decisions(take_data=True)
    living_format(old).refreshed(old, new, built, report, data)
    kept = (Update(one.kind, one.place, one.edited or one.built, one.now, one.key) for one in report.kept)
    return sorted((*report.changes, *kept), key=_in_order)


def _in_order(change: Update) -> tuple[str, int]:
    """Paragraph by paragraph; what is in none comes last, and cells stay as they come."""
    place = change.place
    return str(place.part or ""), 0 if place.sheet is not None else place.paragraph or sys.maxsize
