"""A Word document brought up to another, part by part, where that differs from what was built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.finished.document import FinishedDocument
from reportgen.finished.matching import paired_parts
from reportgen.finished.text_document import FinishedText
from reportgen.language import say
from reportgen.living.refresh.copied_figures import CopiedFigures
from reportgen.living.refresh.decisions import Decisions
from reportgen.living.refresh.report import Report
from reportgen.living.refresh.rolling import give_roles, rolls
from reportgen.living.refresh.word_charts import ChartPairs, ChartRefresh
from reportgen.living.refresh.word_part import PartRefresh
from reportgen.word.cross_references import counted_anew
from reportgen.word.figure_links import rows_in, with_links
from reportgen.word.figure_marks import carrier_in
from reportgen.word.patching import Patch
from reportgen.word.tracking import Tracking
from reportgen.word.transfer import Transfer

if TYPE_CHECKING:
    from reportgen.content import Chart
    from reportgen.finished.lineage import Lineage
    from reportgen.finished.snapshot import Snapshot

AUTHOR = "reportgen"


def refreshed_parts(
    edited: FinishedText,
    now: FinishedText,
    built: Snapshot,
    report: Report,
    copies: CopiedFigures,
    decisions: Decisions,
    *,
    charts: ChartPairs | None = None,
    tracked_at: datetime | None = None,
) -> Iterator[PartRefresh]:
    """Each part of ``edited`` that ``built`` and ``now`` have too, patched where these differ; nothing is written.

    ``charts`` are the body's. ``tracked_at``: write changes as tracked ones of that time.
    """
    main = edited.package.main_part
    carrier = carrier_in(_xml(edited, main))
    to_now = paired_parts(list(built.parts), list(now.stories))
    for name, mine in paired_parts(list(built.parts), list(edited.stories)).items():
        if name not in to_now:
            continue
        xml, now_xml = _xml(edited, mine), _xml(now, to_now[name])
        patch = Patch(xml, Tracking.of(xml, AUTHOR, tracked_at) if tracked_at else None, carrier=carrier)
        transfer = Transfer(now.package, edited.package, mine, to_now[name], now_xml)
        is_body = mine == main
        part = PartRefresh(
            mine, patch, transfer, report, copies, decisions, is_body, charts if is_body else None
        )
        part.run(built.parts[name], edited.stories[mine], now.stories[to_now[name]])
        yield part


def refresh_text(
    edited: FinishedText,
    now: FinishedText,
    built: Snapshot,
    report: Report,
    decisions: Decisions,
    *,
    drawn: Sequence[Chart] = (),
    tracked_at: datetime | None = None,
) -> None:
    """Bring ``edited`` up to ``now``: its text, its charts (``drawn``: what ``now``'s are made of), its marks and links.

    ``tracked_at``: write changes as tracked ones of that time.
    """
    old, new = edited.lineage, now.lineage
    if old is not None and new is not None and rolls(old, new):
        for stories in (built.parts, edited.stories):
            give_roles(stories, old)
        give_roles(now.stories, new)
    copies = CopiedFigures(report, _values(old), _values(new), decisions, _signed(new))
    main = next(iter(built.parts))
    charts = ChartPairs([chart for chart in built.charts if chart.place in ("", main)], edited, now)
    parts = list(
        refreshed_parts(edited, now, built, report, copies, decisions, charts=charts, tracked_at=tracked_at)
    )
    copies.settle()
    for body in (part for part in parts if part.is_body):
        ChartRefresh(edited, now, drawn, body.patch, report, decisions, body.charts_done).run(charts)
    for part in parts:
        report.number_anew(part.place(None).part, part.patch.numbers_now())
    texts = {part.name: part.patch.result() for part in parts}
    if tracked_at is None:  # rejected changes leave the numbers that were
        texts = {name: counted_anew(xml) if xml != _xml(edited, name) else xml for name, xml in texts.items()}
    rows = rows_in(texts.values())
    for name, xml in texts.items():
        edited.package.write(name, with_links(xml, rows).encode("utf-8"))


def _values(lineage: Lineage | None) -> Mapping[str, Decimal | None]:
    return {figure.key: figure.value for figure in lineage.figures.values()} if lineage is not None else {}


def _signed(lineage: Lineage | None) -> Mapping[str, str]:
    """The figures as they are said with their sign."""
    if lineage is None:
        return {}
    return {figure.key: say(figure.display, lineage.language) for figure in lineage.figures.values()}


def _xml(document: FinishedDocument, part: str) -> str:
    return document.package.read(part).decode("utf-8")
