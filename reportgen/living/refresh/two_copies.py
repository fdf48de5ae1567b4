"""Two people's copies of one build made one: what the second one changed is brought into the first, as data would be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import ReportgenError
from reportgen.finished.document import FinishedDocument, FinishedText, open_finished
from reportgen.finished.snapshot import all_paragraphs
from reportgen.living.refresh.copied_figures import CopiedFigures
from reportgen.living.refresh.decisions import Decisions
from reportgen.living.refresh.report import Report
from reportgen.living.refresh.word_parts import refreshed_parts
from reportgen.messages import Message
from reportgen.record import replace

if TYPE_CHECKING:
    from reportgen.finished.snapshot import Snapshot


def merged(edited: FinishedDocument, other: Path, report: Report, decisions: Decisions) -> FinishedDocument:
    """``edited`` with what people wrote in the copy at ``other``. Where both changed the same, the first stays and ``report`` says so.

    Raises ``ReportgenError`` for a copy of another build, and for workbooks.
    """
    copy = open_finished(other)
    if not isinstance(edited, FinishedText) or not isinstance(copy, FinishedText):
        raise ReportgenError(Message("living.merges-only-texts", file=edited.name, other=other.name))
    built = edited.built
    if built is None or copy.built is None or _texts(built) != _texts(copy.built):
        raise ReportgenError(Message("living.not-one-build", file=edited.name, other=other.name))
    found = Report(report.document)
    copies = CopiedFigures(found, {}, {}, Decisions())
    for part in list(refreshed_parts(edited, copy, built, found, copies, Decisions())):
        found.number_anew(part.place(None).file or "", part.patch.numbers_now())
        edited.package.write(part.name, part.patch.result().encode("utf-8"))
    report.changes += found.changes
    report.kept += [
        decisions.settled(replace(one, kind=_KINDS.get(one.kind, "both-changed"))) for one in found.kept
    ]
    return open_finished(edited.package.save(), edited.name)


_KINDS = {"deleted": "both-deleted", "gone": "both-gone", "new": "both-new"}
"""How a conflict between two people is called where it is not that both changed the same."""


def _texts(built: Snapshot) -> list[str]:
    return [one.text for blocks in built.parts.values() for one in all_paragraphs(blocks)]
