"""When a table's numbers are from: what title, file name and heads say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reportgen.findings import Finding, Severity
from reportgen.intake.layout import Layout, ValueColumn
from reportgen.intake.patterns import MONTH_NAMES, TIMES, number_named
from reportgen.intake.recipe import PeriodSpan, Recipe, TextRule
from reportgen.periods import Period
from reportgen.record import Record

_PARTS = ("year", "quarter", "month", "day")


class PeriodOfTable(Record):
    """What is known of a table's period before its columns are asked; what is not known is ``None``."""

    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    text: str = ""
    """The text that says so."""
    period: Period | None = None
    """A period that the recipe itself gives."""


class TablePeriods:
    """The period of each column of one table."""

    def __init__(self, recipe: Recipe, layout: Layout, stem: str) -> None:
        self._layout = layout
        self.findings: list[Finding] = []
        self.table = self._of_table(recipe.period, layout, stem)
        self._known: dict[tuple[int, str, frozenset[tuple[str, str]]], tuple[Period, str] | None] = {}

    def of(
        self, column: ValueColumn, span: str, of_row: frozenset[tuple[str, str]] = frozenset()
    ) -> tuple[Period, str] | None:
        """The period of a column's numbers, in rows whose labels say ``of_row``, and its text; ``None``, with one finding, where it
        cannot be made out."""
        key = (column.index, span, of_row)
        if key not in self._known:
            period = self._of_column(column, {**column.read, **dict(of_row)}, span)
            self._known[key] = None if period is None else (period, str(period))
        return self._known[key]

    def _of_table(self, rule: TextRule | None, layout: Layout, stem: str) -> PeriodOfTable:
        if rule is None or rule.origin in ("head", "row"):
            return PeriodOfTable()
        if rule.origin == "recipe":
            return PeriodOfTable(period=Period.parse(rule.value), text=rule.value)
        for text in rule_texts(rule.origin, layout, stem):
            for pattern in rule.patterns:
                read = pattern.match(text) if rule.origin == "title" else pattern.search(text)
                if read is not None:
                    return PeriodOfTable(**_numbers(read), text=text)  # type: ignore[arg-type]
        self.findings.append(
            Finding(
                "table-period-missing",
                Severity.ERROR,
                place=layout.grid.place(),
                variant=rule.origin,
                pattern=rule.patterns[0].text,
                file=layout.grid.file,
            )
        )
        return PeriodOfTable()

    def _of_column(self, column: ValueColumn, read: Mapping[str, str], span: str) -> Period | None:
        if self.table.period is not None and not read and not span:
            return self.table.period
        said = _numbers(read)
        if "year" in said:  # such a head needs no file name, and may name another period than it
            known = dict.fromkeys(_PARTS)
        else:
            known = {name: getattr(self.table, name) for name in _PARTS}
        for name, number in said.items():
            if known[name] not in (None, number):
                self._say("table-period-contradicted", column, told=self.table.text)
                return None
            known[name] = number
        if self.table.period is not None:
            known["year"] = known["year"] or self.table.period.year
            known["month"] = known["month"] or self.table.period.last % 12 + 1
        try:
            return period_ending(span, **known)
        except (TypeError, ValueError):
            if not self.findings:
                self._say("table-period-missing", column, variant="column", span=span)
            return None

    def _say(self, code: str, column: ValueColumn, variant: str = "", **parameters: Any) -> None:
        place = self._layout.grid.place(column.head_row, column.index, column.head)
        self.findings.append(
            Finding(code, Severity.ERROR, place=place, variant=variant, head=column.head, **parameters)
        )


def period_ending(
    span: str, year: int | None, quarter: int | None, month: int | None, day: int | None
) -> Period:
    """The period of a span with this end. Raises ``TypeError`` or ``ValueError`` where too little is given."""
    if year is None:
        raise TypeError("no year")
    if span == PeriodSpan.YEAR:
        return Period.year_of(year)
    if month is None and quarter is not None:
        month = quarter * 3
    if month is None:
        raise TypeError("no month")
    last = year * 12 + month - 1
    if span == PeriodSpan.CUMULATIVE:
        return Period.span_of(year * 12, last)
    if span == PeriodSpan.QUARTER:
        return Period.span_of(last - 2, last)
    if span == PeriodSpan.END_OF_MONTH:
        return Period.parse(Period.month_of(year, month).end.isoformat())
    if span == PeriodSpan.DAY:
        return Period.parse(f"{year:04d}-{month:02d}-{day:02d}")
    return Period.month_of(year, month)


def rule_texts(origin: str, layout: Layout, stem: str) -> Iterable[str]:
    """The texts in which a rule of the recipe's looks."""
    if origin == "file":
        return (stem,)
    if origin == "sheet":
        return (layout.grid.sheet,)
    return (text for _, _, text in layout.title_cells())


def _numbers(read: Mapping[str, str]) -> dict[str, int]:
    """What placeholders say of a period, as numbers."""
    numbers = {name: number_named(name, read[name]) for name in TIMES if name in read}
    return {
        "month" if name in MONTH_NAMES else name: number
        for name, number in numbers.items()
        if number is not None
    }
