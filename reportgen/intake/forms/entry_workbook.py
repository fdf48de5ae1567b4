"""The entry workbook: instructions, the sheet to fill in, and the hidden sheet from which it is known again."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reportgen.display_width import display_width, line_count, line_height
from reportgen.intake.forms.asked import Asked, Form
from reportgen.language import language
from reportgen.messages import Message
from reportgen.ooxml.addresses import column_letters
from reportgen.periods import Period
from reportgen.units import UnitClass, unit_of
from reportgen.values import Qualifier, rounded

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEAD_ROW = 3
IDENTITY_SHEET = "_form"
WHO, OFFICE, DAY = "who", "office", "day"
STATUSES = ("P", "E", "F")
_MADE = datetime(2000, 1, 1)
_LEAST_ROWS = 1
_ROW_HEIGHT = 21
_LINE_HEIGHT = 15
_LARGE_CHANGE = "0.5"
_MOST_DECIMALS = 10
_STEP_WIDTH = 70
_WIDTHS = {"mark": 8, "area": 44, "indicator": 46, "period": 16, "unit": 24, "last": 14, "last-period": 16,
           "value": 16, "qualifier": 12, "status": 12, "note": 28, "check": 24}  # fmt: skip
_LABELS = ("area", "indicator", "unit")
ROW_COLUMNS = (
    "mark",
    "area",
    "indicator",
    "period",
    "unit",
    "last",
    "last-period",
    "value",
    "qualifier",
    "status",
    "note",
    "check",
)
WIDE_COLUMNS = ("mark", "area", "indicator", "unit", "last", "last-period", "value", "note", "check")


def form_workbook(form: Form) -> bytes:
    """The form as an .xlsx file; the same form gives the same bytes."""
    return _FormBook(form).write()


class _FormBook:
    """One workbook on its way to a file."""

    def __init__(self, form: Form) -> None:
        from xlsxwriter.workbook import Workbook

        self._form, self._speaker = form, language(form.language)
        self._file = io.BytesIO()
        font = {
            "font_name": self._speaker.subject("databook").FONTS["body"],
            "font_size": 11,
            "valign": "vcenter",
        }
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False,
                   "strings_to_urls": False, "default_format_properties": font}  # fmt: skip
        self._book: Workbook = Workbook(self._file, options)
        self._book.set_properties({"title": form.title, "created": _MADE})
        self._formats: dict[tuple[Any, ...], Format] = {}

    def write(self) -> bytes:
        self._instructions()
        if self._form.is_wide:
            self._wide_sheet()
        else:
            self._rows_sheet()
        self._identity()
        self._book.close()
        return self._file.getvalue()

    def _say(self, name: str, **parameters: Any) -> str:
        return self._speaker.say(Message(f"forms.{name}", **parameters))

    def _format(self, **properties: Any) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]

    def _open_format(self, **more: Any) -> Format:
        return self._format(locked=False, bg_color="#FFF8DC", border=1, border_color="#B0B0B0", **more)

    def _instructions(self) -> None:
        sheet = self._book.add_worksheet(self._say("sheet-instructions"))
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, _STEP_WIDTH)
        sheet.write_string(0, 0, self._form.title, self._format(bold=True, font_size=16))
        row = 2
        for name in (WHO, OFFICE, DAY):
            sheet.write_string(row, 0, self._say(f"label-{name}"), self._format(bold=True))
            given = self._form.office if name == OFFICE else ""
            written = self._say("day-format") if name == DAY else "@"
            sheet.write(
                row,
                1,
                given or None,
                self._open_format(align="left", num_format=written),
            )
            row += 1
        row += 1
        sheet.write_string(row, 0, self._say("how-to"), self._format(bold=True))
        for number in range(1, 8):
            row += 1
            step = self._say(self._step(number))
            sheet.write_string(row, 0, f"{number}.", self._format(align="right", valign="top"))
            sheet.write_string(row, 1, step, self._format(text_wrap=True, valign="top"))
            sheet.set_row(row, line_count(step, _STEP_WIDTH - 1) * line_height(step) + 4)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def _step(self, number: int) -> str:
        """A step of the instructions. In a wide form a qualifier is in the cell itself: each period's may be another."""
        return "step-4-wide" if number == 4 and self._form.is_wide else f"step-{number}"

    def _start(self, heads: list[tuple[str, str]]) -> Worksheet:
        """The sheet to fill in with its title and heads; columns by name and what their head says."""
        sheet = self._book.add_worksheet(self._say("sheet-entry"))
        sheet.write_string(0, 1, self._form.title, self._format(bold=True, font_size=14))
        sheet.write_string(1, 1, self._say("entry-hint"), self._format(font_color="#606060", italic=True))
        head = self._format(
            bold=True, bg_color="#1F3864", font_color="#FFFFFF", border=1, text_wrap=True, align="center"
        )
        for column, (name, text) in enumerate(heads):
            sheet.set_column(column, column, self._width(name), None, {"hidden": name == "mark"})
            sheet.write_string(HEAD_ROW, column, text, head)
        sheet.set_row(HEAD_ROW, 34)
        sheet.freeze_panes(HEAD_ROW + 1, 3)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD_ROW)
        sheet.protect("", {"format_cells": True, "format_columns": True, "format_rows": True, "insert_rows": True,
                           "sort": True, "autofilter": True})  # fmt: skip
        sheet.activate()
        return sheet

    def _width(self, name: str) -> int:
        """As wide as the longest label, within bounds."""
        if name not in _LABELS:
            return _WIDTHS[name]
        longest: float = max((display_width(getattr(one, name)) for one in self._form.asked), default=0)
        return int(min(max(longest + 2, 12), _WIDTHS[name]))

    def _rows_sheet(self) -> None:
        sheet = self._start([(name, self._say(f"head-{name}")) for name in ROW_COLUMNS])
        at = {name: column for column, name in enumerate(ROW_COLUMNS)}
        for row, one in enumerate(self._form.asked, HEAD_ROW + 1):
            self._labels(sheet, row, one, at)
            sheet.write_string(row, at["period"], self._speaker.period(one.period), self._fixed())
            self._value(sheet, row, at["value"], one)
            for name in ("qualifier", "status", "note"):
                sheet.write_blank(
                    row, at[name], None, self._open_format(num_format="@", text_wrap=name == "note")
                )
            self._check(sheet, row, one, at, at["value"])
        last = HEAD_ROW + max(len(self._form.asked), _LEAST_ROWS)
        for name, words in (
            ("qualifier", qualifier_words(self._form.language)),
            ("status", status_words(self._form.language)),
        ):
            sheet.data_validation(HEAD_ROW + 1, at[name], last, at[name], {
                "validate": "list", "source": list(words.values()),
                "error_title": self._say("limit-title"), "error_message": self._say("limit-choice"),
            })  # fmt: skip
        sheet.autofilter(HEAD_ROW, 1, last, len(ROW_COLUMNS) - 1)

    def _wide_sheet(self) -> None:
        periods = sorted({one.period for one in self._form.asked}, key=lambda period: period.order)
        heads: list[tuple[str, str]] = []
        for name in WIDE_COLUMNS:
            if name == "value":
                heads += [(name, self._speaker.period(period)) for period in periods]
            else:
                heads.append((name, self._say(f"head-{name}")))
        sheet = self._start(heads)
        at = {name: column for column, (name, _) in reversed(list(enumerate(heads)))}
        rows: dict[str, dict[Period, Asked]] = {}
        for one in self._form.asked:
            rows.setdefault(one.row, {})[one.period] = one
        for row, cells in enumerate(rows.values(), HEAD_ROW + 1):
            first = next(iter(cells.values()))
            self._labels(sheet, row, first, at)
            for number, period in enumerate(periods):
                column = at["value"] + number
                if period in cells:
                    self._value(sheet, row, column, cells[period])
                else:
                    sheet.write_blank(row, column, None, self._fixed())
            sheet.write_blank(row, at["note"], None, self._open_format(num_format="@", text_wrap=True))
            self._check(sheet, row, first, at, at["value"] + len(periods) - 1)

    def _fixed(self, **more: Any) -> Format:
        return self._format(border=1, border_color="#D0D0D0", text_wrap=True, **more)

    def _labels(self, sheet: Worksheet, row: int, one: Asked, at: dict[str, int]) -> None:
        lines = max(-(-display_width(getattr(one, name)) // (self._width(name) - 1)) for name in _LABELS)
        sheet.set_row(row, max(_ROW_HEIGHT, _LINE_HEIGHT * lines + 4))
        sheet.write_string(row, at["mark"], mark_of(self._form, one), self._fixed())
        for name, text in (("area", one.area), ("indicator", one.indicator), ("unit", one.unit)):
            sheet.write_string(row, at[name], text, self._fixed())
        last = None if one.last is None else _shown(one.last, one)
        shown = self._fixed(num_format=_format_as_given(one), font_color="#606060")
        sheet.write(row, at["last"], last, shown)
        of = self._speaker.period(Period.parse(one.last_period)) if one.last_period else ""
        sheet.write_string(row, at["last-period"], of, self._fixed(font_color="#606060", indent=1))

    def _value(self, sheet: Worksheet, row: int, column: int, one: Asked) -> None:
        value = None if one.base is None else _shown(one.base, one)
        sheet.write(row, column, value, self._open_format(num_format=_format_as_typed(one), align="right"))
        sheet.data_validation(row, column, row, column, {**_limits(one),
            "error_type": "warning", "error_title": self._say("limit-title"),
            "error_message": self._say("limit-value", unit=one.unit)[:255],
            "input_title": one.indicator[:32], "input_message": self._say("limit-hint", unit=one.unit)[:255]
        })  # fmt: skip

    def _check(self, sheet: Worksheet, row: int, one: Asked, at: Mapping[str, int], end: int) -> None:
        """A formula that says at once how the row is filled: nothing yet, a text, a large change, or well. A rate may change at will."""
        first, before = at["value"], f"${column_letters(at['last'] + 1)}{row + 1}"
        cell = f"{column_letters(first + 1)}{row + 1}"
        cells = cell if first == end else f"{cell}:{column_letters(end + 1)}{row + 1}"
        text = "text-wide" if self._form.is_wide else "text"
        words = {
            name: self._say(f"check-{code}").replace('"', '""')
            for name, code in (("empty", "empty"), ("text", text), ("large", "large"), ("good", "good"))
        }
        farthest = f"MAX(ABS(MAX({cells})-{before}),ABS(MIN({cells})-{before}))"
        large = f"AND(ISNUMBER({before}),{farthest}>{_LARGE_CHANGE}*ABS({before}))"
        read = f'IF({large},"{words["large"]}","{words["good"]}")'
        if unit_of(one.unit_code).is_rate:
            read = f'"{words["good"]}"'
        formula = f'=IF(COUNTA({cells})=0,"{words["empty"]}",IF(COUNT({cells})<COUNTA({cells}),"{words["text"]}",{read}))'
        shown = self._say("check-empty" if one.base is None else "check-good")
        sheet.write_formula(row, at["check"], formula, self._fixed(font_color="#606060"), shown)

    def _identity(self) -> None:
        sheet = self._book.add_worksheet(IDENTITY_SHEET)
        for row, cells in enumerate(self._form.identity()):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text)
        sheet.hide()
        sheet.protect("")


def mark_of(form: Form, one: Asked) -> str:
    """The hidden mark of a row: of which form, and which of its rows."""
    return f"{form.id}:{one.row}"


def qualifier_words(code: str) -> dict[str, str]:
    """The words of the drop-down, by qualifier."""
    words = language(code).quantities
    return {one.value: words.qualifier(one.value).strip() for one in Qualifier if one is not Qualifier.EQ}


def status_words(code: str) -> dict[str, str]:
    """The words of the drop-down, by OBS_STATUS."""
    return {status: language(code).quantities.status(status) for status in STATUSES}


def _shown(value: Decimal, one: Asked) -> float:
    return float(rounded(value.scaleb(-one.power), -_MOST_DECIMALS))


def _format_as_given(one: Asked) -> str:
    """The last number with the decimals that it was given with."""
    exponent = int(one.last.as_tuple().exponent) if one.last is not None else 0
    decimals = min(max(0, one.power - exponent), _MOST_DECIMALS)
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _format_as_typed(one: Asked) -> str:
    """As many digits as people type: a format of ``#`` alone would leave a point behind 820."""
    return "General" if one.unit_code != "count" or one.power else "#,##0"


def _limits(one: Asked) -> dict[str, Any]:
    """What Excel takes without asking."""
    never_below_zero = unit_of(one.unit_code).unit_class in (UnitClass.COUNT, UnitClass.PHYSICAL)
    if never_below_zero or one.key.measure in ("rank", "multiple"):
        return {"validate": "decimal", "criteria": ">=", "value": 0}
    if one.key.measure == "share":
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100}
    return {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15}
