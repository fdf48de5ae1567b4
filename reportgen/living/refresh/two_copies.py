"""Two people's copies of one build made one: what the second one changed is brought into the first, as data would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import ReportgenError
from reportgen.finished.snapshot import all_paragraphs
from reportgen.finished.text_document import FinishedText
from reportgen.living.refresh.copied_figures import CopiedFigures
from reportgen.living.refresh.decisions import Decisions
from reportgen.living.refresh.report import Report
from reportgen.living.refresh.word_parts import refreshed_parts
from reportgen.messages import Message
from reportgen.ooxml import Package
from reportgen.record import replace

if TYPE_CHECKING:
    from reportgen.finished.snapshot import Snapshot


def merged(edited: FinishedText, copy: FinishedText, report: Report, decisions: Decisions) -> FinishedText:
    """``edited`` with what people wrote in ``copy``. Where both changed the same, the first stays and ``report`` says so.

    Raises ``ReportgenError`` for a copy of another build.
    """
    built = edited.built
    if built is None or copy.built is None or _texts(built) != _texts(copy.built):
        raise ReportgenError(Message("living.not-one-build", file=edited.name, other=copy.name))
    found = Report(report.document, report.language)
    copies = CopiedFigures(found, {}, {}, Decisions())
    for part in list(refreshed_parts(edited, copy, built, found, copies, Decisions())):
        found.number_anew(part.place(None).part, part.patch.numbers_now())
        edited.package.write(part.name, part.patch.result().encode("utf-8"))
    report.changes += found.changes
    report.kept += [
        decisions.settled(replace(one, kind=_KINDS.get(one.kind, "both-changed"))) for one in found.kept
    ]
    return FinishedText(Package.open(edited.package.save()), edited.name)


_KINDS = {"deleted": "both-deleted", "gone": "both-gone", "new": "both-new"}
"""How a conflict between two people is called where it is not that both changed the same."""


def _texts(built: Snapshot) -> list[str]:
    return [one.text for blocks in built.parts.values() for one in all_paragraphs(blocks)]
