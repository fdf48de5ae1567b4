"""The cells of one row as typed values; a cell that cannot be read becomes a finding that says what to write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from reportgen.dataset.findings import error, nearest
from reportgen.dataset.raw import RawRow, RawTable, at
from reportgen.findings import Finding, Place
from reportgen.messages import Bilingual
from reportgen.periods import Period
from reportgen.values import Qualifier, Quantity

Choice = TypeVar("Choice", bound=StrEnum)

_MULTIPLIERS = {
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
    "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12,
}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


class CellReader:
    """Reads the cells of a row. ``findings`` collects what is wrong; a row with a finding gives no record."""

    def __init__(self, table: RawTable, row: RawRow) -> None:
        self.table, self.row = table, row
        self.place = at(table.place, row.number)
        self.findings: list[Finding] = []
        for column in table.form.filled:
            if column not in table.absent and not self.text(column):
                self.findings.append(_empty_cell(self.at(column)))

    @property
    def readable(self) -> bool:
        """Whether the row gives a record: nothing is wrong with it and its table has every column it needs."""
        return not self.findings and not self.table.absent & set(self.table.form.filled)

    def at(self, column: str) -> Place:
        return at(self.table.place, self.row.number, column, self.text(column))

    def text(self, column: str) -> str:
        return self.row.cells.get(column, "")

    def code(self, column: str) -> str | None:
        """A reference to another record; ``None`` where the cell is empty."""
        return self.text(column) or None

    def both(self, column: str) -> Bilingual:
        """A text with its Chinese twin column; where one is empty the other stands in."""
        en, zh = self.text(column), self.text(f"{column}_zh")
        return Bilingual(en or zh, zh or en)

    def labels(self, stem: str = "label") -> Bilingual:
        return Bilingual(self.text(f"{stem}_en"), self.text(f"{stem}_zh"))

    def period(self, column: str) -> Period | None:
        text = _half_width(self.text(column))
        if not text:
            return None
        try:
            return Period.parse(text)
        except ValueError:
            self.findings.append(_unreadable_period(self.at(column), text))
            return None

    def integer(self, column: str, low: int, high: int) -> int:
        text = _half_width(self.text(column))
        if not text:
            return 0
        if not re.fullmatch(r"[+-]?\d+", text):
            self.findings.append(_unreadable_integer(self.at(column), text))
            return 0
        if not low <= int(text) <= high:
            self.findings.append(_power_out_of_range(self.at(column), text, low, high))
        return int(text)

    def quantity(self) -> Quantity:
        """The number in the columns value, unit_mult and qualifier."""
        power = self.integer("unit_mult", -12, 15)
        qualifier = self.choice("qualifier", Qualifier, Qualifier.EQ)
        text = _half_width(self.text("value"))
        try:
            return Quantity.parse(text, power, qualifier)
        except ValueError:
            if text:
                self.findings.append(_unreadable_number(self.at("value"), text))
            return Quantity("0")

    def choice(self, column: str, choices: type[Choice], default: Choice) -> Choice:
        text = self.text(column)
        if not text:
            return default
        try:
            return choices(text)
        except ValueError:
            self.findings.append(_unknown_word(self.at(column), text, [choice.value for choice in choices]))
            return default

    def word(self, column: str, words: Collection[str]) -> str:
        """One of a few words, for columns that are plain text in the record."""
        text = self.text(column)
        if text and text not in words:
            self.findings.append(_unknown_word(self.at(column), text, words))
        return text

    def date(self, column: str) -> str:
        """A date as ISO writes it, to the day, month or year; empty where it is unknown."""
        text = _half_width(self.text(column))
        if text and not (_DATE.fullmatch(text) and _is_date(text)):
            self.findings.append(_unreadable_date(self.at(column), text))
        return text


def _half_width(text: str) -> str:
    """Full-width digits and signs, as Chinese input methods type them, become ASCII."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text).replace("−", "-")


def _is_date(text: str) -> bool:
    try:
        Period.parse(text)
    except ValueError:
        return False
    return True


def _empty_cell(place: Place) -> Finding:
    return error(
        "empty-cell",
        place,
        (f"The cell “{place.column}” is empty.", f"“{place.column}”单元格为空。"),
        (
            "Fill it in, or delete the row if there is nothing to say.",
            "请填写该单元格；若没有数据，请删除整行。",
        ),
    )


def _unreadable_number(place: Place, text: str) -> Finding:
    return error(
        "unreadable-number",
        place,
        (f"“{place.text}” is not a plain number.", f"“{place.text}”不是纯数字。"),
        _number_remedy(text),
    )


def _number_remedy(text: str) -> tuple[str, str]:
    bare = text.replace(" ", "").replace("'", "")
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", bare):
        plain_text = bare.replace(",", "")
        return (
            f"Write {plain_text}, without thousands separators.",
            f"请写作{plain_text}，不要使用千位分隔符。",
        )
    if re.fullmatch(r"[+-]?\d+,\d+", bare):
        plain_text = bare.replace(",", ".")
        return f"Write {plain_text}, with a decimal point.", f"请写作{plain_text}，小数点用“.”。"
    if match := re.fullmatch(r"([+-]?\d+(?:\.\d+)?)(?:%|percent|个?百分点)", bare):
        return (
            f"Write {match[1]} without the sign; the column “measure” already says that it is a percentage.",
            f"请写作{match[1]}，不加符号；“measure”列已说明其为百分数。",
        )
    if match := re.fullmatch(r"([+-]?\d+(?:\.\d+)?)([A-Za-z]+|[\u4e00-\u9fff]+?)(?:元|美元|yuan)?", bare):
        power = _MULTIPLIERS.get(match[2].lower().removesuffix("yuan"))
        if power is not None:
            return (
                f"Write {match[1]} here and {power} in the column “unit_mult”.",
                f"请在此填写{match[1]}，并在“unit_mult”列填写{power}。",
            )
    if match := re.fullmatch(r"([+-]?\d+(?:\.\d+)?)[eE]\+?(\d+)", bare):
        return (
            f"Write {match[1]} here and {match[2]} in the column “unit_mult”.",
            f"请在此填写{match[1]}，并在“unit_mult”列填写{match[2]}。",
        )
    return (
        "Write digits with a decimal point (32.21); delete the row if the figure is not available.",
        "请只写数字和小数点（如32.21）；若无数据，请删除整行。",
    )


def _unreadable_integer(place: Place, text: str) -> Finding:
    power = _MULTIPLIERS.get(text.lower())
    return error(
        "unreadable-power",
        place,
        (
            f"“{place.text}” is not a power of ten.",
            f"“{place.text}”不是10的幂次。",
        ),
        (
            f"Write {power}."
            if power is not None
            else "Write a whole number: 9 for billion, 8 for 亿, 0 for ones.",
            f"请填写{power}。" if power is not None else "请填写整数：9表示十亿，8表示亿，0表示个位。",
        ),
    )


def _power_out_of_range(place: Place, text: str, low: int, high: int) -> Finding:
    return error(
        "unreadable-power",
        place,
        (
            f"{text} is not a power of ten that a figure counts in; it may be from {low} to {high}.",
            f"{text}不是合理的10的幂次，应在{low}至{high}之间。",
        ),
        (
            "Write the power, not the multiplier itself: 9 for a billion.",
            "请填写幂次而不是倍数本身：十亿填9。",
        ),
    )


def _unknown_word(place: Place, text: str, known: Collection[str]) -> Finding:
    allowed = ", ".join(known)
    near = nearest(text, known)
    hint_en = f"Did you mean “{near}”? " if near else ""
    hint_zh = f"是否应为“{near}”？" if near else ""
    return error(
        "unknown-code",
        place,
        (f"“{text}” is not a code of “{place.column}”.", f"“{text}”不是“{place.column}”列的代码。"),
        (f"{hint_en}Write one of {allowed}.", f"{hint_zh}请填写以下之一：{'、'.join(known)}。"),
    )


def _unreadable_date(place: Place, text: str) -> Finding:
    meant = _likely_period(text)
    iso = f"{meant}" if meant and re.fullmatch(_DATE, meant) else "2022-07-24"
    return error(
        "unreadable-date",
        place,
        (
            f"“{place.text}” is not a date in the form year-month-day.",
            f"“{place.text}”不是“年-月-日”形式的日期。",
        ),
        (
            f"Write it like {iso}; leave the cell empty when the date is unknown.",
            f"请写作{iso}的形式；日期不详时留空。",
        ),
    )


def _unreadable_period(place: Place, text: str) -> Finding:
    meant = _likely_period(text)
    remedy = (
        (f"Write {meant}; give the column the format “Text” so that Excel keeps it.",
         f"请写作{meant}；将该列设为“文本”格式，以免被Excel改写。")
        if meant
        else ("Write a year (2021), quarter (2022-Q1), month (2022-05), span (2022-01--2022-05) or day (2023-12-31).",
              "请填写年（2021）、季（2022-Q1）、月（2022-05）、时段（2022-01--2022-05）或日期（2023-12-31）。")
    )  # fmt: skip
    return error(
        "unreadable-period",
        place,
        (f"“{place.text}” is not a period.", f"“{place.text}”不是可识别的时期。"),
        remedy,
    )


def _likely_period(text: str) -> str | None:
    """What a date that Excel or a person wrote another way most likely means, in the dataset's form."""
    bare = text.replace(" ", "").replace("月份", "月").lower()
    candidate = None
    if re.fullmatch(r"[34]\d{4}", bare):  # Excel counts days since 1899-12-30
        candidate = (date(1899, 12, 30) + timedelta(days=int(bare))).isoformat()
    elif match := re.fullmatch(r"(\d{4})年", bare):
        candidate = match[1]
    elif match := re.fullmatch(r"(\d{4})[-/.年](\d{1,2})月?", bare):
        candidate = f"{match[1]}-{int(match[2]):02d}"
    elif match := re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:t?00:00:00)?", bare):
        candidate = f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"
    elif match := re.fullmatch(
        r"(\d{4})(?:年|[-/.])(\d{1,2})月?(?:-|--|—|–|~|至)(?:\1[-/.年])?(\d{1,2})月?", bare
    ):
        candidate = f"{match[1]}-{int(match[2]):02d}--{match[1]}-{int(match[3]):02d}"
    elif match := re.fullmatch(r"(\d{4})[-/.年]?(?:q|第)?([1-4一二三四])(?:季度?)?", bare):
        candidate = f"{match[1]}-Q{'一二三四'.find(match[2]) + 1 or match[2]}"
    elif match := re.fullmatch(r"([a-z]{3})[a-z]*[-,.]?(\d{4}|\d{2})", bare):
        candidate = _month_of(match[1], match[2])
    elif match := re.fullmatch(r"(\d{2}|\d{4})-([a-z]{3})", bare):
        candidate = _month_of(match[2], match[1])
    return candidate if candidate and _is_date(candidate) else None


def _month_of(name: str, year: str) -> str | None:
    if name not in _MONTHS:
        return None
    return f"{year if len(year) == 4 else '20' + year}-{_MONTHS.index(name) + 1:02d}"
