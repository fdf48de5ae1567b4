"""Texts of a sheet that are in no cell: page headers and shapes take what today's say, where nobody wrote in them.

Comments, shapes and headers that people added are theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.excel.beside_cells import texts_beside, with_texts_of
from reportgen.findings import Place
from reportgen.language import language
from reportgen.living.refresh.report import Kept, Update

if TYPE_CHECKING:
    from reportgen.excel.workbook_reading import SheetReading
    from reportgen.living.refresh.report import Report
    from reportgen.ooxml import Package


def refresh_beside(
    package: Package,
    here: SheetReading,
    now: Package,
    new: SheetReading,
    built: Sequence[str] | None,
    report: Report,
) -> None:
    """Bring them up to ``now``'s; ``built`` are those that were built (``None``: not kept)."""
    wanted = list(texts_beside(now, new.part))
    if built is None or list(built) == wanted:
        return
    held = list(texts_beside(package, here.part))
    if len(built) == len(wanted):
        with_texts_of(package, here.part, now, new.part, dict(zip(built, wanted, strict=True)))
    result = list(texts_beside(package, here.part))
    together = language(report.language).punctuation.SEMICOLON.join
    place = Place(file=report.document, sheet=here.name)
    was, missing = _only(built, wanted), _only(wanted, result)
    if missing or set(was) & set(result):
        own = _only(result, wanted)
        report.kept.append(Kept("retyped", place, together(was), together(own), together(missing)))
    elif result != held:
        report.changes.append(
            Update("cell", place, together(_only(held, result)), together(_only(result, held)))
        )


def _only(texts: Sequence[str], others: Sequence[str]) -> list[str]:
    return [one for one in texts if one not in others]
