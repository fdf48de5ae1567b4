"""What a refresh could not bring up to date: figures that still show something else than the data say, and figures that are nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reportgen.finished.places import FigurePlace
from reportgen.language import say
from reportgen.living.refresh.report import Kept, UpToDate

if TYPE_CHECKING:
    from reportgen.finished.document import FinishedDocument
    from reportgen.finished.lineage import Lineage
    from reportgen.living.refresh.report import Report


def left_over(
    result: FinishedDocument, now: FinishedDocument, old: Lineage, report: Report
) -> Iterator[Kept]:
    """Every mark that shows what today's document does not show for its figure, unless something was said of its place."""
    today = _forms(now)
    said = {_where(one) for one in report.kept}
    lines = {_line(one) for one in report.kept if one.kind in ("gone_row", "gone_column")}
    for one in result.figure_places():
        forms = today.get(one.key)
        if (forms is not None and one.written.strip() in forms) or _where(one) in said:
            continue
        if {(one.place.sheet, one.place.row, None), (one.place.sheet, None, one.place.column)} & lines:
            continue  # its whole row or column is reported
        figure = now.required_lineage().by_key.get(one.key)
        text = forms.most_common(1)[0][0] if forms else say(figure.display, old.language) if figure else ""
        yield Kept("left-over", one.place, "", one.written, text, one.key)


def up_to_date(result: FinishedDocument, now: FinishedDocument) -> UpToDate:
    """Figure by figure, as often as each is shown."""
    wanted = Counter((one.key, one.written.strip()) for one in now.figure_places())
    found = Counter((one.key, one.written.strip()) for one in result.figure_places())
    return UpToDate(sum((wanted & found).values()), sum(wanted.values()))


def _forms(now: FinishedDocument) -> Mapping[str, Counter[str]]:
    """The texts that today's document shows each figure in."""
    forms: dict[str, Counter[str]] = {}
    for one in now.figure_places():
        forms.setdefault(one.key, Counter())[one.written.strip()] += 1
    return forms


def _where(one: FigurePlace | Kept) -> tuple[object, ...]:
    """The paragraph or the cell."""
    place = one.place
    if place.sheet is not None:
        return (place.sheet, place.row, place.column)
    return (place.part, place.paragraph)


def _line(kept: Kept) -> tuple[object, ...]:
    """The row or the column of a sheet that a conflict is about."""
    place = kept.place
    return (place.sheet, place.row, None) if kept.kind == "gone_row" else (place.sheet, None, place.column)
