"""Number formats of cells, axes and labels: what each section of one makes of a number (ECMA-376 part 1, 18.8.30 and 18.8.31)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne

from reportgen.ooxml.workbooks import whole_number
from reportgen.ooxml.xml import parse, qn
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.values import plain, rounded

GENERAL = "General"
_MONTH, _DAY, _TIMES = "yyyy-mm", "m-d", ("h:mm", "h:mm:ss")
_CODES = (
    GENERAL, "0", "0.00", "#,##0", "#,##0.00", '"$"#,##0_);("$"#,##0)', '"$"#,##0_);[Red]("$"#,##0)', '"$"#,##0.00_);("$"#,##0.00)',
    '"$"#,##0.00_);[Red]("$"#,##0.00)', "0%", "0.00%", "0.00E+00", "# ?/?", "# ??/??", "yyyy-mm-dd", "d-mmm-yy", "d-mmm", "mmm-yy",
    "h:mm AM/PM", "h:mm:ss AM/PM", "h:mm", "h:mm:ss", "yyyy-mm-dd h:mm",
    _MONTH, _DAY, _DAY, "m-d-yy", "yyyy-mm-dd", *_TIMES, *_TIMES, _MONTH,
    "#,##0;-#,##0", "#,##0;[Red]-#,##0", "#,##0.00;-#,##0.00", "#,##0.00;[Red]-#,##0.00", '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
    '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)', '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
    '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)', "mm:ss", "[h]:mm:ss", "mmss.0", "##0.0E+0", "@",
    _MONTH, _DAY, _MONTH, _DAY, _DAY, *_TIMES, _MONTH, _DAY,
)  # fmt: skip
BUILT_IN = dict(zip((*range(23), *range(27, 59)), _CODES, strict=True))
"""The formats that files name by a number alone; those that each country writes in its own way, as ISO 8601 does."""

_TOKEN = regex(
    r'"(?P<word>[^"]*)"?|[\\!](?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|[_*].|(?P<general>general|g/[^\x00-\x7f]+)|(?P<odd>e[+-])'
    r"|(?P<date>[ymdhsegb]+|aaaa?|am/pm|a/p)|(?P<digits>[0#?][0#?,.]*|\.[0#?]+)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = regex(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")
_HOLDS = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne}
_PLAIN = regex(r"(?:#,##)?0(?:\.0+)?,*")
_MINUS = frozenset("-−–(▲△▼")
_LITERAL_POINT = "!"


class FormatSection(Record):
    """What one section of a number format makes of a number."""

    before: str = ""
    after: str = ""
    """The texts around the digits, a percent sign and a currency among them; all of them are ``before`` where there are no digits."""
    digits: str = ""
    """The places of the digits, ``#,##0.00``; a ``!`` stands for a point that is mere text, as in ``0!.0,``."""
    dates: str = ""
    """The letters of a date or time, in small letters: ``yyyymd``."""
    condition: str = ""
    percent: bool = False
    is_general: bool = False
    is_text: bool = False
    is_odd: bool = False
    """Digits are shown as an exponent, a fraction, words, or with text between them."""

    @property
    def shows_number(self) -> bool:
        return bool(self.digits) or self.is_general

    @property
    def least_decimals(self) -> int:
        """How many decimals are shown at least."""
        return self.digits.partition(".")[2].count("0")

    @property
    def power(self) -> int:
        """The power of ten that the number is divided by: 3 for ``0.0,``, 4 for ``0!.0,``."""
        whole, _, decimals = self.digits.partition(".")
        commas = sum(len(one) - len(one.rstrip(",")) for one in (whole, decimals))
        return 3 * commas + sum(sign in "0#?" for sign in self.digits.partition(_LITERAL_POINT)[2])

    @property
    def text(self) -> str:
        """All that is shown beside the digits."""
        return self.before + self.after

    def holds(self, number: Decimal) -> bool:
        """Whether the section's own condition holds; without one it does."""
        found = _CONDITION.fullmatch(self.condition)
        return found is None or _HOLDS[found[1]](number, Decimal(found[2]))


class NumberFormat(Record):
    """A number format: what it shows of positive and negative numbers and of nought, or by conditions of its own."""

    sections: tuple[FormatSection, ...]
    """Those that show numbers."""

    def of(self, number: Decimal) -> FormatSection:
        """The section that shows a number."""
        usual = (number > 0 or (not number and len(self.sections) < 3), number < 0, True)
        last = self.sections[-1]
        return next(
            (one for one, fits in zip(self.sections[:-1], usual, strict=False)
             if (one.holds(number) if one.condition else fits)), last,
        )  # fmt: skip

    @property
    def words(self) -> str:
        """All the texts of its sections."""
        return "".join(one.text for one in self.sections)

    @property
    def makes_other_numbers(self) -> bool:
        """Whether it shows percentages, divides numbers, says words beside them or leaves some of them out."""
        return any(one.power or (one.condition and not one.shows_number) for one in self.sections) or any(
            sign.isalnum() or sign == "%" for sign in self.words
        )

    @property
    def loses_sign(self) -> bool:
        """Whether a section of its own shows negative numbers as if they were none."""
        return self._has_negative and _MINUS.isdisjoint(self.sections[1].text)

    @property
    def _has_negative(self) -> bool:
        return len(self.sections) > 1 and not any(one.condition for one in self.sections)

    def shown(self, number: Decimal) -> str | None:
        """What a cell or label of this format shows; ``None`` for dates, for what is no plain number, and where programs differ."""
        section = self.of(number)
        if section.dates or section.is_odd or (section.digits and not _PLAIN.fullmatch(section.digits)):
            return None
        if number < 0 and not section.condition and any(one.condition for one in self.sections):
            return None
        digits, value = "", number
        if section.digits:
            places = section.least_decimals
            value = rounded(number.scaleb((2 if section.percent else 0) - section.power), -places)
            digits = f"{abs(value):{',' if section.digits.startswith('#') else ''}.{places}f}"
        elif section.is_general:
            digits = plain(abs(number))
        is_signed = value < 0 and not (self._has_negative or section.condition.startswith("<"))
        return f"{'-' if is_signed else ''}{section.before}{digits}{section.after}"


@lru_cache(maxsize=512)
def read_format(code: str) -> NumberFormat:
    """Read a number format, whatever program wrote it; an empty one is ``General``."""
    sections, tokens = [], list[re.Match[str]]()
    for token in _TOKEN.finditer(code or GENERAL):
        if token["other"] == ";":
            sections.append(_section(tokens))
            tokens = []
        else:
            tokens.append(token)
    sections.append(_section(tokens))
    return NumberFormat(
        tuple(one for one in sections[:3] if not one.is_text) or (FormatSection(is_general=True),)
    )


def _section(tokens: Sequence[re.Match[str]]) -> FormatSection:
    before = after = digits = dates = condition = ""
    percent = is_general = is_text = is_odd = False
    for token in tokens:
        kind, said = token.lastgroup, token[token.lastgroup or 0]
        text = said if kind in ("word", "escaped", "other") else ""
        if kind == "digits":
            if digits and after == ".":
                digits, after = f"{digits}{_LITERAL_POINT}", ""
            is_odd = is_odd or bool(digits and after)
            digits += said
        elif kind == "bracket":
            text = said[1:].partition("-")[0] if said.startswith("$") else ""
            condition = bare if _CONDITION.fullmatch(bare := said.replace(" ", "")) else condition
            dates += said.lower() if not said.lower().strip("hms") else ""
            is_odd = is_odd or said.lower().startswith(("dbnum", "natnum"))
        elif kind == "date":
            dates += "h" if "/" in said else said.lower()
        percent = percent or (kind, said) == ("other", "%")
        is_general = is_general or kind == "general"
        is_text = is_text or (kind, said) == ("other", "@")
        is_odd = is_odd or kind == "odd" or ((kind, said) == ("other", "/") and digits != "")
        if digits or is_general:
            after += text
        else:
            before += text
    return FormatSection(before, after, digits, dates, condition, percent, is_general, is_text, is_odd)


def style_formats(data: bytes, part: str = "xl/styles.xml") -> tuple[list[int], dict[int, str]]:
    """The number format of each cell style by its id, and the formats that ``styles.xml`` defines itself."""
    root = parse(data, part).root
    styles = root.iterfind(f"{qn('x:cellXfs')}/{qn('x:xf')}")
    own = {
        whole_number(one.get("numFmtId")): one.get("formatCode") or "" for one in root.iter(qn("x:numFmt"))
    }
    return [whole_number(one.get("numFmtId")) for one in styles] or [0], own


def format_codes(styles: Sequence[int], own: Mapping[int, str]) -> list[str]:
    """The number format of each cell style, as a code."""
    return [own.get(number) or BUILT_IN.get(number, GENERAL) for number in styles]
