"""Rows of a table in groups, by department, area or indicator: a heading above each, a subtotal below where its rows add up."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

from reportgen.figures.definitions import Definition
from reportgen.figures.labels import area_label, indicator_label
from reportgen.figures.row import Row
from reportgen.figures.terms.indicator import IndicatorTerm
from reportgen.kinds.figure import Figure, Kind
from reportgen.kinds.parts import sum_over, whole_with_parts
from reportgen.messages import Message
from reportgen.record import Record, replace
from reportgen.toml_keys import FLAG, one_of


def in_groups(read: Definition, rows: list[Row]) -> list[Row]:
    """The rows as the definition groups them, groups and rows in the order in which they come; as they are without ``group_by``."""
    with_subtotals = read.get("subtotals", False)
    if "group_by" not in read.raw:
        if with_subtotals:
            read.mistake("missing-key", "subtotals", "group-by")
        return rows
    by = read.get("group_by", next(iter(_GROUPINGS)))
    groups: dict[Hashable, list[Row]] = {}
    for row in rows:
        if row.term is not None and row.role == "body":
            groups.setdefault(_GROUPINGS[by].key(row.term), []).append(row)
    made: list[Row] = []
    for members in groups.values():
        assert members[0].term is not None
        heading = _GROUPINGS[by].heading(members[0].term, read)
        for row in members:
            row.label = row.label or _label_in_group(row, by, read)
        made += [Row(None, heading, role="group"), *members]
        if with_subtotals and len(members) > 1:
            made.append(_subtotal(read, members))
    return made


def _department_key(term: IndicatorTerm) -> str:
    target = term.target.record if term.target_id else None
    return (target.department or target.department_zh) if target else ""


def _department(term: IndicatorTerm, read: Definition) -> str:
    named = term.target.department if term.target_id else ""
    return named or read.document.not_stated


def _area(term: IndicatorTerm, read: Definition) -> str:
    return area_label(term.series.ref_area, read.dataset, read.language)


def _indicator(term: IndicatorTerm, read: Definition) -> str:
    return indicator_label(term.series, read.dataset, read.language)


class _Grouping(Record):
    """What rows of one group have in common, and the heading above them; two things of one name are two groups."""

    key: Callable[[IndicatorTerm], Hashable]
    heading: Callable[[IndicatorTerm, Definition], str]


_GROUPINGS: Mapping[str, _Grouping] = {
    "department": _Grouping(_department_key, _department),
    "area": _Grouping(lambda term: term.series.ref_area, _area),
    "indicator": _Grouping(lambda term: replace(term.series, ref_area=""), _indicator),
}
GROUP_KEYS = {"group_by": one_of(_GROUPINGS), "subtotals": FLAG}


def _label_in_group(row: Row, by: str, read: Definition) -> str:
    """What the heading above does not say; empty where a row has the label that it has anywhere."""
    assert row.term is not None
    if by == "area" and not row.term.target_id:
        return _indicator(row.term, read)
    return _area(row.term, read) if by == "indicator" else ""


def _subtotal(read: Definition, members: Sequence[Row]) -> Row:
    """The row below a group: the sum of its rows where they are all the parts of one whole, else why there is none."""
    label = read.document.say(Message("figures.subtotal"))
    terms = [row.term for row in members if row.term is not None]
    periods = {term.period for term in terms}
    whole = whole_with_parts(read.dataset, {term.series for term in terms})
    if whole is None or len(periods) > 1 or any(term.target_id for term in terms):
        return Row(None, label, role="total", note=read.document.say(Message("figures.no-subtotal")))
    series, dimension = whole
    return Row(IndicatorTerm(read.document, series, terms[0].period), label, role="total", sums=dimension)


def summed(row: Row, read: Definition, cell: object) -> Figure | None:
    """The sum of a group's rows in place of the whole's own level; nothing in a column of shares, growth or words.

    Where there is no sum, the row's note says why.
    """
    if not isinstance(cell, Figure) or cell.id.kind is not Kind.LEVEL:
        return None
    figure = read.document.catalogue.get(sum_over(cell.id.series, cell.id.period, row.sums))
    if figure.value is None:
        row.note = row.note or read.document.reason(figure)
    return figure
