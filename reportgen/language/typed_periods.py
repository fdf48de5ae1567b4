"""Periods as people type them in templates and definitions: the dataset's form, Word's dashes for it, and Chinese dates."""

from __future__ import annotations

import re

from reportgen.periods import Period

_DASHES = re.compile(r"\s*(?:--|[—–―~～至])\s*")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_CHINESE = re.compile(
    r"(?P<year>\d{4})年(?:第?(?P<quarter>[一二三四1-4])季度|(?P<month>\d{1,2})(?:月(?:(?P<day>\d{1,2})日)?)?)?"
)


def read_period(text: str) -> Period:
    """``2022-01--2022-05``, also as AutoCorrect leaves it (``2022-01—2022-05``), and ``2022年1—5月``.

    Raises ``ValueError`` for anything else.
    """
    ends = [end for end in _DASHES.split(text.strip()) if end]
    if len(ends) != 2:
        return Period.parse(_single(text.strip()))
    first = _single(ends[0])
    year_alone = re.fullmatch(r"(\d{4})(?:年.*)?", ends[0])
    last = f"{year_alone[1]}年{ends[1]}" if year_alone and re.fullmatch(r"\d{1,2}月", ends[1]) else ends[1]
    return Period.parse(f"{first}--{_single(last)}")


def _single(text: str) -> str:
    """The dataset's form of one date; a text of another form is left as it is."""
    match = _CHINESE.fullmatch(text)
    if match is None:
        return text
    year, quarter, month, day = match["year"], match["quarter"], match["month"], match["day"]
    if quarter:
        return f"{year}-Q{_QUARTERS.get(quarter, quarter)}"
    return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])
