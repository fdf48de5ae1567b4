"""What is wrong where a text is no TOML, in the words of who typed it: Chinese quotes, a missing comma, a backslash."""

from __future__ import annotations

import re
import tomllib
from datetime import date

from reportgen.messages import Message
from reportgen.regex import regex
from reportgen.toml_keys import TABLE_HEAD

_PLACE = regex(r"\(at line (\d+), column (\d+)\)")
_WIDE = {
    **dict.fromkeys("“”„‟＂", '"'), **dict.fromkeys("‘’＇", "'"), "＝": "=", **dict.fromkeys("，、", ","),
    **dict.fromkeys("【［", "["), **dict.fromkeys("】］", "]"), "｛": "{", "｝": "}", "＃": "#", "．": ".",
}  # fmt: skip
_CLOSED_WIDE = regex(r"[^“‘]*([”’＂＇])\s*$")
"""A text that ends in a full-width quotation mark, which belongs to no other one."""
_WIDE_SPACES = "\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff"
_STRING = regex(r'"""|\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#.*')
_KEY = r"""(?:[\w.-]+|"[^"]*"|'[^']*')"""
_ASSIGNED = regex(rf"\s*({_KEY})\s*=")
_NO_EQUALS = regex(rf"\s*({_KEY})\s+[^=\s]")
_COLON = regex(rf"\s*({_KEY})\s*[:：]\s*\S")
_DAY = regex(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_BARE = regex(r"[^\s,\]}#]+")


def slip_in(text: str, error: Exception) -> tuple[int, Message]:
    """The line, and what is wrong there, at or before the place that Python's reader gives."""
    found = _PLACE.search(str(error))
    lines = text.rstrip().split("\n")
    row, column = (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)
    row = min(row, len(lines))
    for at in dict.fromkeys((row, _opened(lines, row))):
        line = lines[at - 1].rstrip("\r")
        slip = _signs(line) or _of_line(lines, at, line)
        if slip is not None:
            return at, slip
    rest = lines[row - 1][column - 1 :].strip()
    return (row, _of_value(rest)) if rest else (_opened(lines, row), Message("pack.slip.open-bracket"))


def _signs(line: str) -> Message | None:
    """A full-width sign or space where TOML has a plain one, outside of texts: one that is not closed goes to the end."""
    plain = _without_strings(line)
    opened = re.search("[\"']", plain)
    if opened and (closing := _CLOSED_WIDE.match(plain[opened.end() :])):
        return Message("pack.slip.wide", sign=closing[1], plain=opened[0])
    for sign in plain[: opened.start()] if opened else plain:
        if sign in _WIDE:
            return Message("pack.slip.wide", sign=sign, plain=_WIDE[sign])
        if sign in _WIDE_SPACES:
            return Message("pack.slip.wide-space")
    return None


def _of_line(lines: list[str], row: int, line: str) -> Message | None:
    plain = _without_strings(line)
    if '"' in plain or "'" in plain:
        backslash = re.search(r'"[^"\n]*\\', line)
        return Message("pack.slip.backslash" if backslash else "pack.slip.open-quote")
    if re.search(r'"(?:[^"\\]|\\.)*\\[^btnfruU"\\e](?:[^"\\]|\\.)*"|"[^"]*\\[uU](?![0-9A-Fa-f]{4})', line):
        return Message("pack.slip.backslash")
    if header := TABLE_HEAD.match(line):
        return _of_header(lines, row, header)
    without = _without_strings(line, "§")
    if colon := _COLON.match(without):
        return Message("pack.slip.colon", key=colon[1])
    if (missing := _NO_EQUALS.match(without)) and "=" not in plain:
        return Message("pack.slip.no-equals", key=missing[1])
    if assigned := _ASSIGNED.match(line):
        earlier = _earlier(lines, row, assigned[1])
        if earlier is not None:
            return Message("pack.slip.twice", key=assigned[1], earlier=earlier)
        return _of_assigned(line[assigned.end() :])
    return Message("pack.slip.no-comma") if _lacks_comma(lines, row) else None


def _of_assigned(value: str) -> Message | None:
    if _is_value(value):
        return None
    plain = _without_strings(value, "§").strip()
    if not plain:
        return Message("pack.slip.no-value")
    if re.search(r"§\s*(?:§|[\w-]+\s*=)|[\]}]\s*[\[{§]|\w\s+[\w-]+\s*=", plain) and plain[0] in "[{":
        return Message("pack.slip.no-comma")
    if plain[0] in "[{":
        is_closed = plain.count("[") <= plain.count("]") and plain.count("{") <= plain.count("}")
        bare = re.search(r"[\[{,=]\s*([^\W\d][\w-]*)\s*(?=[,\]}])", plain)
        if bare and bare[1] not in ("true", "false"):
            return _of_value(bare[1])
        return None if is_closed else Message("pack.slip.open-bracket")
    return _of_value(value.strip())


def _is_value(text: str) -> bool:
    try:
        tomllib.loads(f"value = {text}")
    except (ValueError, RecursionError):
        return False
    return True


def _of_value(value: str) -> Message:
    """What a value that cannot be read should have been."""
    after = re.match(r"""("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\[[^\[\]]*\])\s*([^\s#].*)""", value)
    if after:
        return Message("pack.slip.after-value", rest=after[2])
    bare = _BARE.match(value)
    word = bare[0] if bare else value
    if word.casefold() in ("true", "false", "yes", "no", "on", "off"):
        return Message("pack.slip.true-or-false", word=word)
    if word.casefold() in ("none", "null", "nil"):
        return Message("pack.slip.nothing", word=word)
    if re.fullmatch(r"[+-]?0\d+", word):
        return Message("pack.slip.leading-zero", word=word)
    if day := _DAY.fullmatch(word):
        return _of_day(word, *map(int, day.groups()))
    if re.fullmatch(r"\d{4}-\d{1,2}", word) or re.search(r"[^\W\d]", word):
        return Message("pack.slip.no-quotes", word=value.partition("#")[0].strip())
    return Message("pack.slip.unknown", word=value or word)


def _of_day(word: str, year: int, month: int, day: int) -> Message:
    """A date as TOML has none: with one digit where two belong, or of a day that no month has."""
    try:
        return Message("pack.slip.date-form", word=word, date=date(year, month, day).isoformat())
    except ValueError:
        return Message("pack.slip.no-day", word=word)


def _of_header(lines: list[str], row: int, header: re.Match[str]) -> Message | None:
    """A section that is written twice, or once in one pair of brackets and once in two."""
    for number, line in enumerate(lines, start=1):
        other = TABLE_HEAD.match(line)
        if number == row or other is None or other[2] != header[2]:
            continue
        if other[1] != header[1]:
            single = row if header[1] == "[" else number
            return Message("pack.slip.one-bracket", name=header[2], single=single)
        if header[1] == "[" and number < row:
            return Message("pack.slip.section-twice", name=header[2], earlier=number)
    return None


def _earlier(lines: list[str], row: int, key: str) -> int | None:
    """The line above, in the same section, that gives the same key."""
    for number in range(row - 1, 0, -1):
        line = lines[number - 1]
        if TABLE_HEAD.match(line):
            return None
        known = _ASSIGNED.match(line)
        if known and known[1] == key:
            return number
    return None


def _opened(lines: list[str], row: int) -> int:
    """The line of the key whose value goes on to ``row``: the last one that gives a key before it."""
    for number in range(min(row, len(lines)), 0, -1):
        if number < row and re.match(rf"{_KEY}\s*=", lines[number - 1]):
            return number
    return row


def _lacks_comma(lines: list[str], row: int) -> bool:
    """Whether the line above ends a value and no comma follows."""
    above = next(
        (
            line
            for number in range(row - 1, 0, -1)
            if (line := _without_strings(lines[number - 1], "§").strip())
        ),
        "",
    )
    return bool(above) and above[-1] in "§]}" and not TABLE_HEAD.match(above)


def _without_strings(line: str, instead: str = "") -> str:
    """The line without its strings and its comment."""
    return _STRING.sub(lambda found: "" if found[0][0] == "#" else instead or " ", line)
