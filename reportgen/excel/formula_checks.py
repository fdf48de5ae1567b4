"""What must be true of the parts of a formula for its value to be vouched for, beyond the functions it calls.

Each check names a rule and the parts that the rule looks at. The calculator works the parts out by themselves; a formula is in
doubt where the rule does not hold. The rules are those on which the calculator, or LibreOffice, differs from Excel: texts in the
order of a language, letters in the other case, numbers that Excel with its 15 digits takes for others, failures that are hidden.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from reportgen.excel.vouched_functions import calls_of
from reportgen.ooxml.formulas import parse_formula
from reportgen.regex import regex

Rule = Callable[..., bool]


class Check(NamedTuple):
    """A rule, and the parts of a formula, as written, that it looks at."""

    rule: Rule
    parts: tuple[str, ...]


NOISE = 1e-12
"""Differences of this share may be none to Excel."""
LONG_NUMBER = regex(r"\d[\d.]{10,}|\d[eE][+-]?\d")
"""In a text: a number whose digits the calculator may have written otherwise than Excel."""
_FARTHEST_QUOTIENT = 1e4
_ASCII_LAST = 127
_PLAIN_NUMBER = regex(r"-?\d+(\.\d+)?")
_READ_AS_VALUE = regex(
    r"[\d+\-.$¥￥€£(%#]|(?:true|false)$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*\d"
)
_OPERATOR = regex(r"<=|>=|<>|<|>|=|")
_SIMPLE_WORDS = regex(r"[A-Za-z0-9 ]*")
_SIMPLE_LETTERS = regex(r"[A-Za-z ]*")


def is_error(value: Any) -> bool:
    """Whether a value that was worked out is an error."""
    return value.__class__ is dict


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def nearly(one: Any, other: Any) -> bool:
    """Whether two numbers differ by so little that Excel may call them equal."""
    if one == other or not isinstance(one, int | float) or not isinstance(other, int | float):
        return False
    return abs(one - other) <= max(abs(one), abs(other), 1.0) * NOISE


def keeps_case(value: Any) -> bool:
    """Whether a text has no letter beyond ASCII that has another case: the calculator turns and compares those of ASCII alone."""
    if value.__class__ is not str or value.isascii():
        return True
    return not any(ord(letter) > _ASCII_LAST and letter.lower() != letter.upper() for letter in value)


def _has_simple_letters(value: Any) -> bool:
    """Whether a text is words of ASCII letters, or of letters that have no case."""
    return value.__class__ is not str or (
        keeps_case(value) and _SIMPLE_LETTERS.fullmatch("".join(filter(str.isascii, value))) is not None
    )


def _are_told_apart(one: Any, other: Any) -> bool:
    """Whether both are equal, or not, for Excel too."""
    if one.__class__ is str and other.__class__ is str:
        if LONG_NUMBER.search(one) or LONG_NUMBER.search(other):
            return False
        return one == other or one.casefold() != other.casefold() or (one.isascii() and other.isascii())
    return not nearly(one, other)


def _are_in_order(one: Any, other: Any) -> bool:
    """Whether Excel puts both in the same order: texts of letters and digits, anything else by its kind and size."""
    if one.__class__ is str and other.__class__ is str:
        return _SIMPLE_WORDS.fullmatch(one) is not None and _SIMPLE_WORDS.fullmatch(other) is not None
    return not nearly(one, other)


def _does_not_fail(value: Any) -> bool:
    return True


def _is_no_truth(value: Any) -> bool:
    return value.__class__ is not bool


def _is_there(value: Any) -> bool:
    """Whether a cell is not empty: whether an empty one is 0 or a text differs from place to place."""
    return value is not None


def _is_filled(value: Any) -> bool:
    return value is not None and value != ""


def _is_place(value: Any) -> bool:
    """Whether ``INDEX`` takes one row or column by it: none stands for all of them."""
    return is_error(value) or (_is_number(value) and value >= 1)


def _has_a_last_digit(value: Any) -> bool:
    """Whether a number is known down to its ones."""
    return not _is_number(value) or abs(value) < 1 / NOISE


def _is_none(value: Any) -> bool:
    return bool(value == 0)


def _is_known_character(value: Any) -> bool:
    """Whether a number is the same character on every computer."""
    return is_error(value) or (_is_number(value) and value <= _ASCII_LAST)


def _is_shown_alike(value: Any) -> bool:
    """Whether Excel writes the value, taken as a text, with the same digits and letters."""
    if value.__class__ is str:
        return LONG_NUMBER.search(value) is None
    if value.__class__ is bool:
        return False
    return not _is_number(value) or LONG_NUMBER.search(repr(value).removesuffix(".0")) is None


def _is_looked_up(value: Any) -> bool:
    """Whether a text to look for is read in one way only."""
    return value.__class__ is not str or (
        "~" not in value and keeps_case(value) and LONG_NUMBER.search(value) is None
    )


def is_plain_criterion(value: Any) -> bool:
    """Whether a criterion can be read in one way only: a number, a text that is none, either after a comparison."""
    if value.__class__ is not str:
        return is_error(value) or _is_number(value)
    operator = _OPERATOR.match(value)
    sign = operator[0] if operator else ""
    wanted = value[len(sign) :]
    if not wanted or _PLAIN_NUMBER.fullmatch(wanted):
        return LONG_NUMBER.search(wanted) is None
    if "<" in sign.replace("<>", "") or ">" in sign.replace("<>", ""):
        return False
    return _is_looked_up(wanted) and _READ_AS_VALUE.match(wanted.lower()) is None


def _is_noisy(value: Any) -> bool:
    """Whether a number has more digits than the 15 that Excel shows: calculated, not typed."""
    return isinstance(value, float) and float(f"{value:.15g}") != value


def _is_off_whole(value: Any, digits: Any = 0) -> bool:
    """Whether cutting a number off after ``digits`` is the same with a little more or less."""
    return _is_off(value, digits, 1.0)


def _is_off_half(value: Any, digits: Any = 0) -> bool:
    """Whether rounding a number to ``digits`` is the same with a little more or less."""
    return _is_off(value, digits, 2.0)


def _is_off(value: Any, digits: Any, parts: float) -> bool:
    if not _is_noisy(value) or not _is_number(digits) or abs(digits) > 15:
        return True
    scaled = value * 10.0 ** int(digits) * parts
    return bool(abs(scaled - round(scaled)) > max(abs(scaled), 1.0) * NOISE)


def _leaves_a_clear_rest(number: Any, divisor: Any) -> bool:
    """Whether ``MOD`` of two numbers does not hang on their last digits."""
    if not _is_number(number) or not _is_number(divisor) or divisor == 0:
        return True
    quotient = number / divisor
    if number == int(number) and divisor == int(divisor):
        return bool(abs(quotient) < 1 / NOISE)
    if abs(quotient) > _FARTHEST_QUOTIENT:
        return False
    return bool(abs(quotient - round(quotient)) > 1e-6)


_SWALLOWS = frozenset({
    "IFERROR", "IFNA", "ISERROR", "ISERR", "ISNA", "ISNUMBER", "ISTEXT", "ISLOGICAL", "ISNONTEXT", "ISBLANK", "COUNT", "COUNTA", "COUNTBLANK",
})  # fmt: skip
"""Functions that hide a failure of what they look at."""
_AS_TEXTS = frozenset({
    "LEN", "LEFT", "RIGHT", "MID", "SUBSTITUTE", "FIND", "SEARCH", "EXACT", "TRIM", "REPT", "UPPER", "LOWER", "PROPER", "CLEAN", "VALUE",
})  # fmt: skip
"""Functions that take the digits of a number as a text."""
_FIRST = slice(0, 1)
_OF_ARGUMENTS: dict[str, tuple[tuple[Rule, slice], ...]] = {
    "UPPER": ((keeps_case, _FIRST),),
    "LOWER": ((keeps_case, _FIRST),),
    "PROPER": ((_has_simple_letters, _FIRST),),
    "SEARCH": ((_is_looked_up, slice(0, 2)),),
    "CHAR": ((_is_known_character, _FIRST),),
    "INDEX": ((_is_place, slice(1, None)),),
    "ISEVEN": ((_has_a_last_digit, _FIRST),),
    "ISODD": ((_has_a_last_digit, _FIRST),),
    "SWITCH": ((_is_there, _FIRST), (keeps_case, _FIRST)),
    "MATCH": ((_is_looked_up, _FIRST),),
    "VLOOKUP": ((_is_looked_up, _FIRST),),
    "HLOOKUP": ((_is_looked_up, _FIRST),),
    "COUNTIF": ((is_plain_criterion, slice(1, 2)),),
    "SUMIF": ((is_plain_criterion, slice(1, 2)),),
    "AVERAGEIF": ((is_plain_criterion, slice(1, 2)),),
    "COUNTIFS": ((is_plain_criterion, slice(1, None, 2)),),
    "SUMIFS": ((is_plain_criterion, slice(2, None, 2)),),
    "AVERAGEIFS": ((is_plain_criterion, slice(2, None, 2)),),
    "MAXIFS": ((is_plain_criterion, slice(2, None, 2)),),
    "MINIFS": ((is_plain_criterion, slice(2, None, 2)),),
}
"""Rules for arguments of functions, each argument by itself."""
_OF_CALLS: Mapping[str, Rule] = {
    "INT": _is_off_whole,
    "TRUNC": _is_off_whole,
    "ROUNDDOWN": _is_off_whole,
    "ROUNDUP": _is_off_whole,
    "EVEN": _is_off_whole,
    "ODD": _is_off_whole,
    "ROUND": _is_off_half,
    "MOD": _leaves_a_clear_rest,
}
"""Rules for the arguments of functions together."""
_FINDS = ("FIND", "SEARCH")


def checks_of(text: str) -> tuple[Check, ...]:
    """The checks of a formula's parts, each once."""
    calls = list(calls_of(text))
    pieces = [text, *(argument for _, arguments in calls for argument in arguments)]
    found = [check for piece in pieces for check in _comparisons(piece)]
    for name, arguments in calls:
        found += _checks_of_call(name, arguments)
    return tuple(dict.fromkeys(found))


def _checks_of_call(name: str, arguments: tuple[str, ...]) -> Iterator[Check]:
    for rule, chosen in _OF_ARGUMENTS.get(name, ()):
        yield from (Check(rule, (argument,)) for argument in arguments[chosen])
    if name in _OF_CALLS and arguments:
        yield Check(_OF_CALLS[name], arguments)
    if name == "SUMPRODUCT":  # texts that look like numbers are none to Excel
        yield from (Check(_is_none, (f"COUNTA({argument})-COUNT({argument})",)) for argument in arguments)
    if name == "TEXT":
        yield Check(_is_no_truth, arguments[:1])
        yield Check(_is_off_half, (arguments[0], _digits_of(arguments[1])))
    if name == "MROUND":
        yield Check(_is_off_half, (f"({arguments[0]})/({arguments[1]})",))
    if name in _FINDS and len(arguments) > 2:
        yield Check(_is_filled, arguments[:1])
    if name in _AS_TEXTS:
        yield from (Check(_is_shown_alike, (argument,)) for argument in arguments)
    if name in _SWALLOWS:
        for argument in arguments if name.startswith("COUNT") else arguments[:1]:
            if (
                argument and "(" in argument
            ):  # arithmetic fails as it should, and what cells hold is known already
                yield Check(_does_not_fail, (argument,))


def _digits_of(form: str) -> str:
    """How many digits a number format, as written in a formula, shows after the point; percents move it by two."""
    decimals = re.search(r"\.([0#]+)", form)
    return str((len(decimals[1]) if decimals else 0) + 2 * form.count("%"))


_MOST_BRACKETS = 64
"""Excel nests no deeper."""


def _comparisons(text: str) -> Iterator[Check]:
    """The two sides of each comparison at the outermost level of a text, and within the brackets that are around all of it."""
    for _ in range(_MOST_BRACKETS):
        yield from _outermost_comparisons(text)
        inner = re.fullmatch(r"\((.*)\)", text.strip(), re.DOTALL)
        if inner is None or text.count("(") != text.count(")"):
            return
        text = inner[1]


def _outermost_comparisons(text: str) -> Iterator[Check]:
    sides, signs, depth, pending = [""], [""], 0, ""
    for part in map(str, parse_formula(text).parts):
        depth += {"(": 1, ")": -1}.get(part, 0)
        if depth == 0 and part in ("<", ">", "=", "<=", ">=", "<>"):
            pending += part
            continue
        if pending:
            sides.append("")
            signs.append(pending)
            pending = ""
        sides[-1] += part
    stripped = [side.strip() for side in sides]
    for sign, (one, other) in zip(signs[1:], itertools.pairwise(stripped), strict=True):
        if not one or not other:
            continue
        if sign not in ("=", "<>"):
            yield Check(_are_in_order, (one, other))
        elif not any(side.startswith('"') and side.isascii() for side in (one, other)):
            yield Check(_are_told_apart, (one, other))
