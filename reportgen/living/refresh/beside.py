"""Texts of a sheet that stand in no cell: page headers and shapes take what today's say, where nobody wrote in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.excel.beside_cells import texts_beside, with_texts_of
from reportgen.findings import Place
from reportgen.living.refresh.report import Change, Kept

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
    if held == list(built):
        with_texts_of(package, here.part, now, new.part)
    result = list(texts_beside(package, here.part))
    place = Place(file=report.document, sheet=here.name)
    if result == wanted:
        report.changes.append(Change("cell", place, "; ".join(held), "; ".join(wanted)))
    else:
        was, is_now = ("; ".join(one for one in texts if one not in wanted) for texts in (built, result))
        fresh = "; ".join(one for one in wanted if one not in result)
        report.kept.append(Kept("retyped", place, was, is_now, fresh))
