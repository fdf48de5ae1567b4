"""Two people's copies of one build made one: what the second one changed is brought into the first, as data would be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import ReportgenError
from reportgen.finished.document import FinishedDocument, FinishedText, open_finished
from reportgen.finished.matching import parts_of
from reportgen.finished.snapshot import all_paragraphs
from reportgen.living.refresh.copied_figures import CopiedFigures
from reportgen.living.refresh.decisions import Decisions
from reportgen.living.refresh.report import Report
from reportgen.living.refresh.word_part import PartRefresh
from reportgen.messages import Message
from reportgen.word.figure_marks import carrier_in
from reportgen.word.patching import Patch
from reportgen.word.transfer import Transfer

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
    to_copy = parts_of(list(built.parts), list(copy.stories))
    main = edited.package.main_part
    carrier = carrier_in(edited.package.read(main).decode("utf-8"))
    for name, mine in parts_of(list(built.parts), list(edited.stories)).items():
        if name not in to_copy:
            continue
        patch = Patch(edited.package.read(mine).decode("utf-8"), None, carrier=carrier)
        theirs = copy.package.read(to_copy[name]).decode("utf-8")
        transfer = Transfer(copy.package, edited.package, mine, to_copy[name], theirs)
        part = PartRefresh(mine, patch, transfer, found, copies, Decisions(), mine == main)
        part.run(built.parts[name], edited.stories[mine], copy.stories[to_copy[name]])
        edited.package.write(mine, patch.result().encode("utf-8"))
    report.changes += found.changes
    report.kept += [
        decisions.settled(replace(one, kind=_KINDS.get(one.kind, "both-changed"))) for one in found.kept
    ]
    return open_finished(edited.package.save(), edited.name)


_KINDS = {"deleted": "both-deleted", "gone": "both-gone", "new": "both-new"}
"""How a conflict between two people is called where it is not that both changed the same."""


def _texts(built: Snapshot) -> list[str]:
    return [one.text for blocks in built.parts.values() for one in all_paragraphs(blocks)]
