"""Periods that a person or a program wrote in another form than the dataset's: what they most likely mean."""

from __future__ import annotations

from datetime import date, timedelta

from reportgen.language.speaker import language, languages
from reportgen.periods import Period, is_period
from reportgen.regex import regex

_SERIAL = regex(r"[34]\d{4}")
"""Excel counts days since 1899-12-30."""
_MONTH = regex(r"(\d{4})[-/.](\d{1,2})")
_DAY = regex(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t?00:00:00)?")
_SPAN = regex(r"(\d{4})[-/.](\d{1,2})(?:-|--|—|–|~)(?:\1[-/.])?(\d{1,2})")
_BETWEEN = regex(r"\s*(?:--|[—–―~～至])\s*")
"""What people and their programs put between the two ends of a span."""
_QUARTER = regex(r"(\d{4})[-/.]?q([1-4])")


def read_period(text: str) -> Period:
    """A period as people type it: ``2022-01--2022-05``, also as AutoCorrect leaves it (``2022-01—2022-05``), 2022年1—5月.

    Raises ``ValueError`` for anything else.
    """
    if is_period(text):
        return Period.parse(text)
    bare = text.replace(" ", "").lower()
    if whole := _in_words(bare):
        return Period.parse(whole)
    ends = [end for end in _BETWEEN.split(text.strip()) if end]
    if len(ends) != 2:
        return Period.parse(text.strip())
    return Period.parse("--".join(_in_words(end.lower()) or end for end in ends))


def likely_period(text: str) -> str | None:
    """The period in the dataset's form (``2022-05``), ``None`` where the text means none."""
    bare = text.replace(" ", "").lower()
    candidate = _in_digits(bare) or _in_words(bare)
    return candidate if candidate and is_period(candidate) else None


def _in_words(bare: str) -> str | None:
    """What a language reads in it, in the dataset's form."""
    return next(
        (found for code in languages() if (found := language(code).subject("periods").read(bare))), None
    )


def _in_digits(bare: str) -> str | None:
    if _SERIAL.fullmatch(bare):
        return (date(1899, 12, 30) + timedelta(days=int(bare))).isoformat()
    if match := _MONTH.fullmatch(bare):
        return f"{match[1]}-{int(match[2]):02d}"
    if match := _DAY.fullmatch(bare):
        return f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"
    if match := _SPAN.fullmatch(bare):
        return f"{match[1]}-{int(match[2]):02d}--{match[1]}-{int(match[3]):02d}"
    if match := _QUARTER.fullmatch(bare):
        return f"{match[1]}-Q{match[2]}"
    return None
