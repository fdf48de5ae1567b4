"""Where a returned form's heads are, and what its texts mean: heads in any language, periods however they are written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from reportgen.intake.forms.asked import Asked, Form, plain_text
from reportgen.intake.forms.entry_workbook import ROW_COLUMNS, WIDE_COLUMNS
from reportgen.intake.grid import Grid, Value, text_of
from reportgen.language import language, languages
from reportgen.language.period_reader import likely_period, read_period
from reportgen.messages import Message
from reportgen.periods import Period, PeriodKind
from reportgen.record import Record
from reportgen.regex import regex

_LEAST_HEADS = 3
_BRACKETS = regex(r"(?<=.)[(\[].*$")
_FIRST_ROWS = 80
"""How far down the heads are looked for."""


class FormSheet(Record):
    """A sheet with the form's heads: which column is which. In a wide form values have a column for each period."""

    grid: Grid
    head: int
    at: Mapping[str, int]
    values: Mapping[int, Period | None]


def form_sheet(grid: Grid, form: Form) -> FormSheet | None:
    """Where the heads are on a sheet, ``None`` where there are none."""
    best: FormSheet | None = None
    for row in range(min(len(grid.rows), _FIRST_ROWS)):
        at: dict[str, int] = {}
        values: dict[int, Period | None] = {}
        for column in range(len(grid.rows[row])):
            if not (shown := grid.spread_text(row, column)):
                continue
            name = form_heads().get(_without_brackets(shown), "")
            if form.is_wide and not name and (period := _period_of_head(grid.rows[row][column], form)):
                values[column] = period
            elif name and name not in at:
                at[name] = column
        if "value" in at:
            values = {at["value"]: None} if not form.is_wide else values
        if values and len(at) >= _LEAST_HEADS and (best is None or len(at) > len(best.at)):
            best = FormSheet(grid, row, at, values)
    return best


def _without_brackets(text: str) -> str:
    """A head as it is compared, without what somebody wrote behind it in brackets."""
    return _BRACKETS.sub("", plain_text(text))


def _period_of_head(value: Value, form: Form) -> Period | None:
    return period_in(_without_brackets(value) if isinstance(value, str) else value, form)


def wanted_heads(form: Form) -> tuple[str, ...]:
    """The heads without which nobody can tell what a number is, as the form words them."""
    wide = tuple(dict.fromkeys(language(form.language).period(one.period) for one in form.asked))
    values = wide if form.is_wide else (form_word(form.language, "head-value"),)
    return (form_word(form.language, "head-area"), form_word(form.language, "head-indicator"), *values)


@lru_cache(maxsize=1)
def form_heads() -> Mapping[str, str]:
    """What each head means, in every language."""
    names = dict.fromkeys((*ROW_COLUMNS, *WIDE_COLUMNS))
    return {plain_text(form_word(code, f"head-{name}")): name for code in languages() for name in names}


def form_word(code: str, name: str) -> str:
    """A word of the form's in a language."""
    return language(code).say(Message(f"forms.{name}"))


def period_in(value: Value, form: Form, own: Asked | None = None) -> Period | None:
    """The period that a cell names: as the form words it, as people write it, or as a date."""
    if isinstance(value, datetime | date):
        if own is not None and own.period.kind is PeriodKind.DAY:
            return Period.parse(value.isoformat()[:10])
        return Period.month_of(value.year, value.month)
    text = text_of(value).strip()
    if known := form.labels_of_periods.get(plain_text(text)):
        return known
    try:
        found = read_period(text)
    except ValueError:
        likely = likely_period(text)
        if likely is None:
            return None
        found = Period.parse(likely)
    if found.kind is PeriodKind.DAY and (own is None or own.period.kind is not PeriodKind.DAY):
        return Period.month_of(found.start.year, found.start.month)
    return found
