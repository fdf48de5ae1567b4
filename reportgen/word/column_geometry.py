"""The columns of a generated table: how they share its width, and how numbers are set under each other.

By the columns' weights, but no word or number is broken: where the room is short, words of heads come closer, then the letters
become smaller. Word aligns a table cell on a decimal tab
by itself, LibreOffice does not: so numbers are set flush right, and each is indented from the right by what it lacks after its
decimal point compared with the longest of its column; the column's block of numbers is then in the middle of its width.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise, repeat

from reportgen.display_width import head_parts, in_brackets, is_wide
from reportgen.language import units_of_time
from reportgen.record import Record
from reportgen.regex import regex
from reportgen.style import CIRCLED

CELL_MARGIN, NARROW_MARGIN = 85, 45
"""Room in twips on each side of a cell's text, of letters of the usual size and of smaller ones."""
SMALLER = (18, 17, 16, 15)
"""The sizes in half points that a table's letters may shrink to: 7.5 pt is the least that is read with ease."""
SMALLEST = (14, 13, 12)
"""What a table shrinks to that would break its numbers even on a landscape page."""

_LATIN = r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_CHINESE = regex(r"[\u2e80-\u9fff]{2,}")
_CHINESE_TOGETHER = 4
"""Chinese text breaks anywhere, but a column is not so narrow that it runs down in single characters."""
_HEAD_WORDS = 8
"""So many Chinese letters of a head are on one line, where other columns have room to spare."""
_LINES, _HEAD_LINES = 2, 3
"""In so many lines a cell and a head may be, where other columns have room to spare."""
_SHORT = 8
"""A cell of up to so many ems is on one line then."""
_TO_SPARE = 1.04
_BOLD = 1.12
"""How much wider bold heads run than the estimate for plain text."""
WIDE_FACE = 1.3
"""How much wider than the estimate the widest usual typefaces run (Verdana, DejaVu Sans)."""
USUAL_FACE = 1.15
"""The same of the typefaces of most documents (Times, Arial, 仿宋, Noto Sans), which must do where room is short."""

_NUMBER = regex(r"^(.*?[\d…—](?:[\d,  ]*\d)?)(.*)$", re.DOTALL)
_DIGITS = frozenset("0123456789%")
_RAISED = 0.65
"""How wide raised letters are beside those of full size."""
_NARROW = ".,:;'|!il"
_WIDE_SIGNS = ("—", "…")
"""Signs in place of a number, which Chinese typefaces make as wide as a character."""


class CellContent(Record):
    """A cell's text; ``raised`` is what follows in small raised letters (source marks), ``left`` its indent in ems."""

    text: str
    raised: str = ""
    left: float = 0

    def width(self, em: int) -> float:
        """Of all of it on one line."""
        return printed_width(self.text, em) + printed_width(self.raised, em) * _RAISED + self.left * em

    def longest(self, em: int, of_words: float = 1, of_numbers: float = 1) -> float:
        """Of the longest stretch that a line may not break, with the indent before it, in a face so much wider."""
        words = [
            printed_width(word, em) * (of_numbers if word[-1] in _DIGITS else of_words)
            for word in _unbroken().findall(self.text)
        ] or [0]
        words[-1] += printed_width(self.raised, em) * _RAISED
        run = max((len(run) for run in _CHINESE.findall(self.text)), default=0)
        return max(*words, min(run, _CHINESE_TOGETHER) * em) + self.left * em


@cache
def _unbroken() -> re.Pattern[str]:
    return re.compile(rf"(?:{_LATIN}+[{units_of_time()}]*)+|\S")


def right_indents(cells: Sequence[CellContent], width: int, half_points: int) -> list[int]:
    """For each cell of a column the indent from the right in twips; ``width`` is the column's room, without margins.

    Where a column is too narrow for it, alignment gives way: no indent makes a number wrap.
    """
    em = half_points * 10
    heads, tails = [], []
    for cell in cells:
        found = _NUMBER.match(cell.text)
        head = found[1] if found else cell.text
        heads.append(em if head in _WIDE_SIGNS else printed_width(head, em))
        tails.append(
            printed_width(found[2] if found else "", em) + round(printed_width(cell.raised, em) * _RAISED)
        )
    longest = max(tails, default=0)
    spare = max(0, width - round((max(heads, default=0) + longest) * WIDE_FACE))
    rooms = (
        max(0, width - round((head + tail) * WIDE_FACE)) for head, tail in zip(heads, tails, strict=True)
    )
    return [min(spare // 2 + longest - tail, room) for tail, room in zip(tails, rooms, strict=True)]


class FittedColumns(Record):
    """Columns in twips, together exactly the room there is; the size of their letters in half points, their margin.

    ``whole``: every word of every head and every number is on one line.
    """

    widths: tuple[int, ...]
    half_points: int
    margin: int
    whole: bool


def fitted_columns(
    weights: Sequence[float],
    contents: Sequence[Sequence[CellContent]],
    heads: Sequence[str],
    room: int,
    half_points: int,
    *,
    turned: bool = False,
) -> FittedColumns:
    """How columns share ``room``: at their own size where nothing breaks so, else at the largest at which nothing does.

    ``contents`` are the cells of each column. Where nothing else helps, units in brackets break in heads, then numbers stay
    whole and long words of heads break; on a landscape page (``turned``) letters become as small as they must be before that.
    """
    wanted = [max(weight, 0.1) for weight in weights]
    widths = [room * weight / sum(wanted) for weight in wanted]
    smaller = [size for size in (*SMALLER, *(SMALLEST if turned else ())) if size < half_points]
    tries = [
        (half_points, CELL_MARGIN, WIDE_FACE, WIDE_FACE),
        (half_points, CELL_MARGIN, USUAL_FACE, WIDE_FACE),
    ]
    tries += [(size, NARROW_MARGIN, USUAL_FACE, WIDE_FACE) for size in smaller]
    if turned:
        tries.append((min(half_points, *SMALLEST), NARROW_MARGIN, USUAL_FACE, USUAL_FACE))
    brackets = [in_brackets(head) for head in heads]
    for (size, margin, of_words, of_numbers), kept in chain(
        zip(tries, repeat(brackets)), zip(tries, repeat(None))
    ):
        needed = _needs(contents, heads, size * 10, of_words, of_numbers, margin)
        if kept:
            units = (max((head_width(text, size * 10) for text in texts), default=0) for texts in kept)
            needed = [max(need, unit + 2 * margin) for need, unit in zip(needed, units, strict=True)]
        if sum(needed) < room:
            wished = _wishes(contents, heads, size * 10, margin, needed)
            lines = [_one_line(cells, size * 10, margin) for cells in contents]
            as_now = [
                max(wish, min(width, line)) for wish, width, line in zip(wished, widths, lines, strict=True)
            ]
            if sum(as_now) < room:  # nothing that is on one line is broken for another column's sake
                wished = as_now
            shared = _raised(widths, wished) if sum(wished) < room else _between(needed, wished, room)
            return FittedColumns(_rounded(shared), size, margin, whole=True)
    size, margin, of_words, of_numbers = tries[-1]
    needed = _needs(contents, [""] * len(heads), size * 10, of_words, of_numbers, margin)
    if sum(needed) < room:
        return FittedColumns(_rounded(_raised(widths, needed)), size, margin, whole=False)
    scale = room / sum(needed)
    return FittedColumns(_rounded([need * scale for need in needed]), size, margin, whole=False)


def head_width(text: str, em: int) -> float:
    """Of a head on one line, bold, a little to spare: Chinese letters are as wide as high in every face."""
    chinese = sum(map(is_wide, text)) * em
    return chinese * _TO_SPARE + (printed_width(text, em) - chinese) * _BOLD


def _needs(
    contents: Sequence[Sequence[CellContent]],
    heads: Sequence[str],
    em: int,
    of_words: float,
    of_numbers: float,
    margin: int,
) -> list[float]:
    """What each column needs in twips so that no line breaks inside a word or number, in a face so much wider."""
    needs = []
    for cells, head in zip(contents, heads, strict=True):
        longest = max((cell.longest(em, of_words, of_numbers) for cell in cells), default=0)
        if head:
            longest = max(longest, CellContent(head).longest(em, of_words, of_words) * _BOLD)
        needs.append(longest + 2 * margin)
    return needs


def _wishes(
    contents: Sequence[Sequence[CellContent]],
    heads: Sequence[str],
    em: int,
    margin: int,
    needed: Sequence[float],
) -> list[float]:
    """What each column needs so that no cell and no head is higher than a few lines."""
    wishes = []
    for cells, head, need in zip(contents, heads, needed, strict=True):
        lengths = [cell.width(em) for cell in cells]
        widest = max((length / _LINES if length > _SHORT * em else length for length in lengths), default=0)
        in_head = printed_width(head, em) * _BOLD / _HEAD_LINES
        together = max((_together(part, em) for part in head_parts(head)), default=0)
        wishes.append(max(need, max(widest, in_head) * USUAL_FACE + 2 * margin, together + 2 * margin))
    return wishes


def _one_line(cells: Sequence[CellContent], em: int, margin: int) -> float:
    return max((cell.width(em) for cell in cells), default=0) * USUAL_FACE + 2 * margin


def _together(part: str, em: int) -> float:
    """Chinese words of a head do not leave a letter alone on a second line: short ones are on one, others on two alike."""
    letters = max((len(run) for run in _CHINESE.findall(part)), default=0)
    return head_width(part, em) / (1 if letters <= _HEAD_WORDS else 2) if letters else 0


def _rounded(widths: Sequence[float]) -> tuple[int, ...]:
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width)
    return tuple(round(right) - round(left) for left, right in pairwise(edges))


def _between(needed: Sequence[float], wished: Sequence[float], room: int) -> list[float]:
    """What is needed, and of what is wished for beyond it as much as there is room for."""
    share = (room - sum(needed)) / (sum(wished) - sum(needed))
    return [need + (wish - need) * share for need, wish in zip(needed, wished, strict=True)]


def _raised(widths: Sequence[float], needed: Sequence[float]) -> list[float]:
    """Give columns what they need, and take it from those that have more, in proportion to what they can spare."""
    lacking = sum(max(0.0, need - width) for width, need in zip(widths, needed, strict=True))
    spare = sum(max(0.0, width - need) for width, need in zip(widths, needed, strict=True))
    share = lacking / spare if spare else 0.0
    return [
        need if width < need else width - (width - need) * share
        for width, need in zip(widths, needed, strict=True)
    ]


@lru_cache(maxsize=4096)
def printed_width(text: str, em: int) -> int:
    """About how wide a text prints, in the unit of ``em``: digits are half as wide as high in the usual faces."""
    width = 0.0
    for character in text:
        if is_wide(character) or character in CIRCLED:
            width += 1.0
        elif character in _NARROW:
            width += 0.25
        else:
            width += 0.83 if character == "%" else 0.64 if character in "<>≥≤≈+" else 0.5
    return round(width * em)
