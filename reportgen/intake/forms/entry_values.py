"""What a person wrote into a cell of a form, as a number in base units: ``1.2万``, ``12.5%``, ``１，２３４``, ``约33亿元①``."""

from __future__ import annotations

import unicodedata
from datetime import date, time, timedelta
from decimal import Decimal
from functools import lru_cache

from reportgen.findings import Finding, Severity
from reportgen.intake.forms.asked import Asked, plain_text
from reportgen.intake.grid import Value, is_blank, number_of, text_of
from reportgen.language.any_language import words
from reportgen.language.footnote_marks import cell_without_marks, without_closing_marks
from reportgen.language.number_reader import QuantityInText
from reportgen.language.quantity_reader import quantities_in, without_qualifier_sign
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.units import COUNT, UnitClass, unit_of
from reportgen.values import SCIENTIFIC, Qualifier, plain

_DASHES = frozenset("-—–―－_/\\.…·")
_NOTE = regex(r"\s*[(（\[【]([^()（）\[\]【】]*)[)）\]】]$")
_NUMERIC = regex(r"[\d,. %]+")
_MALFORMED = regex(r"\d[,，.'’]\d|\d\s+\d")
_MARKS = " .。,，:：+"
"""What may be around a number and its unit and says nothing."""
_INVISIBLE = str.maketrans("", "", "\u200b\u200e\u200f\ufeff\u2060")


class EntryValue(Record):
    """A number that was read from a cell. ``digits`` count in 10^``power``."""

    digits: str
    power: int
    qualifier: str = "eq"
    note: str = ""

    @property
    def value(self) -> Decimal:
        return Decimal(self.digits).scaleb(self.power)


def read_entry(value: Value, asked: Asked) -> EntryValue | Finding | None:
    """The number in a cell, a finding where it cannot be made out, ``None`` where the cell says that there is none."""
    if is_blank(value):
        return None
    if isinstance(value, bool):
        return _finding("form-no-number", text_of(value), asked)
    if isinstance(value, int | float):
        return EntryValue(text_of(value), asked.power)
    if isinstance(value, date | time | timedelta):
        return _finding("form-date", text_of(value), asked)
    text = value.translate(_INVISIBLE).replace("\u3000", " ").replace("\xa0", " ").strip().lstrip("'‘’")
    return None if _says_none(text) else _read_text(text, asked)


def _says_none(text: str) -> bool:
    return not text.strip(" ") or set(text) <= _DASHES or text.lower().rstrip("。.") in _no_number()


@lru_cache(maxsize=1)
def _no_number() -> frozenset[str]:
    """What people of any language write where they have no number."""
    return frozenset(words("forms", "NO_NUMBER"))


def _read_text(text: str, asked: Asked) -> EntryValue | Finding:
    bare, note = _without_note(text)
    bare, qualifier = without_qualifier_sign(bare)
    number = number_of(bare, {})
    shown = unicodedata.normalize("NFKC", cell_without_marks(bare))
    if number is not None and not shown.rstrip().endswith("%"):
        return EntryValue(number.text, asked.power, qualifier, note)
    if SCIENTIFIC.fullmatch(shown):
        return EntryValue(plain(Decimal(shown)), asked.power, qualifier, note)
    if number is not None:
        if asked.unit_code == "percent":
            return EntryValue(number.text, 0, qualifier, note)
        return _finding("form-other-unit", text, asked)
    found = [item for item in quantities_in(shown) if item.start < len(shown)]
    if not found:
        return _finding("form-no-number", text, asked)
    is_unit_said = _words_behind(found[0], shown) in asked.words_of_unit  # which may have digits of their own
    if len(found) > 1 and not is_unit_said:
        return _finding("form-several-numbers", text, asked)
    return _read_quantity(found[0], shown, text, qualifier, note, asked, is_unit_said=is_unit_said)


def _words_behind(item: QuantityInText, shown: str) -> str:
    """What is behind a number and its multiplier but for what qualifies it, to be held against words of units."""
    return plain_text(shown[item.number_end :].replace(item.qualifier_words, "").strip(_MARKS))


def _read_quantity(
    item: QuantityInText,
    shown: str,
    text: str,
    qualifier: str,
    note: str,
    asked: Asked,
    *,
    is_unit_said: bool,
) -> EntryValue | Finding:
    around = shown[: item.start] + ("" if is_unit_said else shown[item.end :])
    if item.qualifier is not Qualifier.EQ:
        around = around.replace(item.qualifier_words.strip(), "")
        qualifier = item.qualifier.value
    around = around.strip(_MARKS)
    is_unit_before = plain_text(around) == plain_text(asked.unit)
    if (around and not is_unit_before and not _is_sign_of_unit(around, item)) or (
        not is_unit_said and _MALFORMED.search(item.text[item.number_end - item.start :])
    ):
        return _finding("form-no-number", text, asked)
    is_other = bool(item.unit) and not is_unit_said and not _is_same_unit(item.unit, asked)
    if is_other or (item.power and unit_of(asked.unit_code).is_rate):
        return _finding("form-other-unit", text, asked)
    digits = plain(item.number)
    if is_unit_said or (item.unit and item.unit != COUNT):
        return EntryValue(digits, item.power, qualifier, note)
    if item.power and asked.power and item.power != asked.power:
        return _finding("form-unclear-multiplier", text, asked)
    return EntryValue(digits, item.power or asked.power, qualifier, note)


def _is_sign_of_unit(around: str, item: QuantityInText) -> bool:
    """Whether what is left is a sign before a number in place of a unit: ``¥``, ``US$``."""
    return (
        bool(item.unit)
        and len(around) <= 3
        and not any(char.isdigit() or "\u4e00" <= char <= "\u9fff" for char in around)
    )


def _is_same_unit(unit: str, asked: Asked) -> bool:
    if unit == asked.unit_code:
        return True
    others = (UnitClass.AMOUNT, UnitClass.RATE, UnitClass.POINTS)
    return unit == COUNT and unit_of(asked.unit_code).unit_class not in others


def _without_note(text: str) -> tuple[str, str]:
    """The text without footnote marks and notes in brackets at its end, and the note."""
    bare, note = without_closing_marks(text), ""
    match = _NOTE.search(bare)
    if match and match.start() > 0 and not _NUMERIC.fullmatch(match[1]):
        bare, note = without_closing_marks(bare[: match.start()]), match[1].strip()
    return bare, note


def _finding(code: str, text: str, asked: Asked) -> Finding:
    return Finding(code, Severity.ERROR, text=text, unit=asked.unit)
