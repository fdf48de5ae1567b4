"""How wide a text is, and where its lines break: in a terminal, in a cell of a workbook. Chinese characters take two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from math import fsum

_WORDS = r"\S+\s*|\s+"
_PIECES = r"[（《【]*(?:[^\0-\u2e7f][，。；：、！？）》”’…]*|(?:[!-~]+|(?=[\0-\u2e7f])\S)+\s*)|\s+"
"""From U+2E80 on a character stands for itself. Said by what comes before: the fewer characters a set names, the sooner it is compiled."""
_BRACKETS = r"\([^()]*\)|（[^（）]*）"
_BEFORE_BRACKETS = r"(\s+(?=\([^()]*\))|(?<=[^\0-\u2e7f])(?=\([^()]*\))|(?<=\S)(?=（[^（）]*）))"
"""A head may be parted before its unit: 出口额（亿元）, Exports (billion yuan); a word such as zone(s) may not."""
_CHINESE = 1.85
_NARROW, _BROAD = frozenset("iljtfrI.,:;'|!()[]{}/\\- \"“”‘’"), frozenset("mwMW@%…—●○▲▼×√")
_LINE, _WIDE_LINE = 14.25, 16.0


@lru_cache(maxsize=4096)
def is_wide(letter: str) -> bool:
    """Whether a letter takes the room of two: a Chinese one, a full-width sign."""
    return unicodedata.east_asian_width(letter) in "WF"


def half_widths(text: str) -> int:
    """The width of a text in letters of half the width of a Chinese one."""
    return len(text) + sum(map(is_wide, text))


def display_width(text: str) -> float:
    """The width of a text in characters of its font: a Chinese character takes two.

    So do quotes, dashes and circled digits (East Asian width "ambiguous") in a text that has Chinese in it.
    """
    if text.isascii():
        return float(len(text))
    widths: list[str] = [unicodedata.east_asian_width(letter) for letter in text]
    double = "WFA" if "W" in widths else "WF"
    return float(len(widths) + sum(map(widths.count, double)))


def pieces(text: str) -> list[str]:
    """The parts of a text within which no line breaks, spaces after them included."""
    return re.findall(_WORDS if text.isascii() else _PIECES, text)


def broken(text: str, width: float, *, cut: bool = True) -> list[str]:
    """The text in lines of at most ``width`` characters; Latin words stay whole, Chinese breaks anywhere but before a
    closing mark or after an opening one. A word longer than the line is cut, if it may be."""
    lines: list[str] = []
    line = ""
    for piece in (part for word in pieces(text) for part in (_short_enough(word, width) if cut else (word,))):
        if line and display_width(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def end_of(text: str, room: float, *, last: bool = False) -> str:
    """As much of a text's beginning as ``room`` characters hold, or of its ``last`` words, with … where some are left out. A single
    word that is longer is cut."""
    if display_width(text) <= room:
        return text
    kept = ""
    parts = [part for word in pieces(text) for part in _short_enough(word, room - 1)]
    for piece in reversed(parts) if last else parts:
        more = piece + kept if last else kept + piece
        if display_width(f"…{more.strip()}") > room:
            break
        kept = more
    return f"…{kept}" if last else f"{kept.rstrip()}…"


def in_brackets(head: str) -> list[str]:
    """What is in brackets in a head, a unit most often: no line breaks within it where a column has the room."""
    return re.findall(_BRACKETS, head)


def head_parts(head: str) -> list[str]:
    """The parts of a head that may be on lines of their own: what is before its brackets, and those."""
    return re.split(_BEFORE_BRACKETS, head)[::2]


def parted_head(head: str, fits: Callable[[str], bool]) -> str:
    """A head that does not fit one line, with a new line before brackets within which it would break otherwise."""
    if "(" not in head and "（" not in head:
        return head
    parts, made = re.split(_BEFORE_BRACKETS, head), ""
    for gap, part in zip(["", *parts[1::2]], parts[::2], strict=True):
        start = _last_line(made, fits) + gap
        breaks = any(len(pieces(text)) > 1 and not fits(start + text) for text in in_brackets(part)[:1])
        made += ("\n" if made and breaks else gap) + part
    return made


def _last_line(text: str, fits: Callable[[str], bool]) -> str:
    line = ""
    for piece in pieces(text.rpartition("\n")[2]):
        line = line + piece if not line or fits((line + piece).rstrip()) else piece
    return line


def _short_enough(piece: str, width: float) -> list[str]:
    """A word longer than the line (an id, an address) is cut."""
    if display_width(piece.rstrip()) <= width:
        return [piece]
    step = max(1, int(width / 2 if display_width(piece) > len(piece) else width))
    return [piece[start : start + step] for start in range(0, len(piece), step)]


@lru_cache(maxsize=4096)
def text_width(text: str) -> float:
    """The width of a text in digits of the body font, in Arial as in those that stand in for it."""
    return fsum(map(_letter_width, text))


@lru_cache(maxsize=1024)
def _letter_width(letter: str) -> float:
    if is_wide(letter):
        return _CHINESE
    if letter in _NARROW:
        return 0.6
    if letter in _BROAD:
        return 1.6
    return 1.25 if letter.isupper() else 1.0


@lru_cache(maxsize=4096)
def measures(text: str) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Of each line its pieces that do not break: their widths without and with the space after them."""
    return tuple(
        tuple((text_width(piece.rstrip()), text_width(piece)) for piece in pieces(line))
        for line in text.split("\n")
    )


def line_count(text: str, room: float) -> int:
    """How many lines a text takes in ``room`` digits."""
    lines = 0
    for line in measures(text):
        lines, filled = lines + 1, 0.0
        for bare, whole in line:
            if filled and filled + bare > room:
                lines, filled = lines + 1, 0.0
            if bare > room:
                lines += int(bare // room)
            filled += whole
    return lines


def line_height(text: str) -> float:
    """Points of a line of letters of 11 pt; Chinese ones are taller."""
    return _WIDE_LINE if not text.isascii() and any(map(is_wide, text)) else _LINE
