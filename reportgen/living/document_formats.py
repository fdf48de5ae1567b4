"""What audit, refresh, comparison and page do with finished documents: an object a format. A new format is a new object here.

What is asked of the documents themselves is in ``finished/``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from reportgen.errors import ReportgenError
from reportgen.finished.lines import FinishedLines
from reportgen.finished.text_document import FinishedText
from reportgen.finished.workbook_document import FinishedWorkbook
from reportgen.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from reportgen.content import Chart
    from reportgen.findings import Finding
    from reportgen.finished.document import FinishedDocument
    from reportgen.finished.snapshot import Snapshot
    from reportgen.html import Html
    from reportgen.living.audit.backing import Backing
    from reportgen.living.page.texts import Texts
    from reportgen.living.refresh.decisions import Decisions
    from reportgen.living.refresh.report import Report

    FindingOrder = Callable[[Finding], tuple[int, str, int, str]]


class AuditedFormat(Protocol):
    """A format that an audit can check. ``document`` is always one of the format."""

    def check(self, document: Any, backing: Backing) -> Iterator[Finding]:
        """Everything in which it departs from the data."""

    def order(self, document: Any) -> FindingOrder:
        """A key by which findings stand in the order of the document."""


class LivingFormat(AuditedFormat, Protocol):
    """A format whose documents carry lineage."""

    def require_snapshot(self, edited: Any) -> Snapshot:
        """What the document was when it was built. Raises ``ReportgenError`` where not all of it is known."""

    def merged(self, edited: Any, copy: FinishedDocument, report: Report, decisions: Decisions) -> Any:
        """``edited`` with what people wrote in another copy of its build. Raises ``ReportgenError`` where that cannot be done."""

    def refreshed(
        self,
        edited: Any,
        now: Any,
        built: Snapshot,
        report: Report,
        decisions: Decisions,
        *,
        drawn: Sequence[Chart] = (),
        tracked_at: datetime | None = None,
    ) -> FinishedDocument:
        """``edited`` brought up to ``now``. Raises ``ReportgenError`` where changes cannot be tracked (``tracked_at``)."""

    def mark_again(self, edited: Any, source: Any) -> None:
        """Mark the figures of ``source``, which is as it was built, where they are in ``edited`` without marks."""

    def page_body(self, texts: Texts, document: Any, number: int) -> Iterator[Html]:
        """Its content on a page; its figures are taken down in ``texts``."""


class _TextAudit:
    def check(self, document: FinishedText, backing: Backing) -> Iterator[Finding]:
        from reportgen.living.audit.text_checks import check_text_document

        return check_text_document(document, backing)

    def order(self, document: FinishedText) -> FindingOrder:
        return _by_paragraph

    def require_snapshot(self, edited: FinishedText) -> Snapshot:
        return _whole_snapshot(edited, Message("living.refresh-needs-snapshot-of-document", file=edited.name))

    def merged(
        self, edited: FinishedText, copy: FinishedDocument, report: Report, decisions: Decisions
    ) -> FinishedText:
        from reportgen.living.refresh.two_copies import merged

        if not isinstance(copy, FinishedText):
            raise _cannot_merge(edited, copy)
        return merged(edited, copy, report, decisions)

    def refreshed(
        self,
        edited: FinishedText,
        now: FinishedText,
        built: Snapshot,
        report: Report,
        decisions: Decisions,
        *,
        drawn: Sequence[Chart] = (),
        tracked_at: datetime | None = None,
    ) -> FinishedText:
        from reportgen.living.refresh.word_parts import refresh_text

        refresh_text(edited, now, built, report, decisions, drawn=drawn, tracked_at=tracked_at)
        return edited

    def mark_again(self, edited: FinishedText, source: FinishedText) -> None:
        from reportgen.living.refresh.text_marks import mark_text_again

        mark_text_again(edited, source)

    def page_body(self, texts: Texts, document: FinishedText, number: int) -> Iterator[Html]:
        from reportgen.living.page.text_html import TextHtml

        return TextHtml(texts, document, number).body()


class _WorkbookAudit:
    def check(self, document: FinishedWorkbook, backing: Backing) -> Iterator[Finding]:
        from reportgen.living.audit.workbook_checks import check_workbook

        return check_workbook(document, backing)

    def order(self, document: FinishedWorkbook) -> FindingOrder:
        order = {sheet.name: number for number, sheet in enumerate(document.book.sheets)}

        def key(finding: Finding) -> tuple[int, str, int, str]:
            place = finding.place
            return (order.get(place.sheet or "", len(order)), "", place.row or 0, place.column or "")

        return key

    def require_snapshot(self, edited: FinishedWorkbook) -> Snapshot:
        return _whole_snapshot(edited, Message("living.refresh-needs-snapshot-of-workbook", file=edited.name))

    def merged(
        self, edited: FinishedWorkbook, copy: FinishedDocument, report: Report, decisions: Decisions
    ) -> FinishedWorkbook:
        raise _cannot_merge(edited, copy)

    def refreshed(
        self,
        edited: FinishedWorkbook,
        now: FinishedWorkbook,
        built: Snapshot,
        report: Report,
        decisions: Decisions,
        *,
        drawn: Sequence[Chart] = (),
        tracked_at: datetime | None = None,
    ) -> FinishedWorkbook:
        from reportgen.living.refresh.workbook import refresh_workbook

        if tracked_at is not None:
            raise ReportgenError(Message("living.no-tracking-in-workbooks"))
        return refresh_workbook(edited, now, built, report, decisions)

    def mark_again(self, edited: FinishedWorkbook, source: FinishedWorkbook) -> None:
        from reportgen.living.refresh.workbook_marks import mark_workbook_again

        mark_workbook_again(edited, source)

    def page_body(self, texts: Texts, document: FinishedWorkbook, number: int) -> Iterator[Html]:
        from reportgen.living.page.workbook_html import WorkbookHtml

        return WorkbookHtml(texts, document, number).body()


class _LinesAudit:
    def check(self, document: FinishedLines, backing: Backing) -> Iterator[Finding]:
        from reportgen.living.audit.prose import check_lines

        return check_lines(document, backing)

    def order(self, document: FinishedLines) -> FindingOrder:
        return _by_paragraph


_LIVING: dict[type, LivingFormat] = {FinishedText: _TextAudit(), FinishedWorkbook: _WorkbookAudit()}
_LINES = _LinesAudit()


def living_format(document: FinishedDocument) -> LivingFormat:
    """What is done with a document of its format."""
    return _LIVING[type(document)]


def audited_format(document: FinishedDocument | FinishedLines) -> AuditedFormat:
    """The same of any document that can be audited."""
    return _LINES if isinstance(document, FinishedLines) else living_format(document)


def _by_paragraph(finding: Finding) -> tuple[int, str, int, str]:
    place = finding.place
    number = place.paragraph or place.line
    return (int(number is None), str(place.part or ""), number or 0, "")


def _whole_snapshot(edited: FinishedDocument, lacking: Message) -> Snapshot:
    built = edited.built
    if built is None or not built.is_whole or not (built.parts or built.sheets):
        raise ReportgenError(lacking)
    return built


def _cannot_merge(edited: FinishedDocument, copy: FinishedDocument) -> ReportgenError:
    return ReportgenError(Message("living.merges-only-texts", file=edited.name, other=copy.name))
