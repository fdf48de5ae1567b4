"""Marks that lead to a footnote, beside numbers and labels: ``8273.1①``, ``322.1²亿元``, ``12.5[1]``.

Every reader has them from here, and takes them away before NFKC, which makes digits of them.
"""

from __future__ import annotations

from reportgen.language.number_fragments import words_filled_in
from reportgen.language.speaker import languages
from reportgen.regex import regex

_RAISED = "¹²³⁰⁴-⁹"
_LOWERED = "₀-₉"
CIRCLED = "①-⑳Ⓐ-⓿❶-➓㉑-㉟㊱-㊿㊀-㊉"
NUMBERING = "⑴-⒵㈠-㈩"
"""Marks that number rows and headings too."""
_SIGNS = "*＊†‡"
_OF_WHICH = "#＃"
"""A mark behind a number; before a label it says “of which”."""
_NUMBERED = rf"{_RAISED}{_LOWERED}{CIRCLED}{NUMBERING}"
_BRACKETED = r"[\[［]\d{1,2}[\]］]"

_CLOSING = regex(rf"(?:\s*(?:[{_NUMBERED}{_SIGNS}{_OF_WHICH}]|{_BRACKETED}))+\s*$")
_LAST = regex(rf"[{_NUMBERED}{_SIGNS}{_OF_WHICH}\]］]")
_LEFT = regex(f"[{_NUMBERED}]")
_IN_LABELS = regex(f"[{_RAISED}{CIRCLED}{_SIGNS}]|{_BRACKETED}")
"""Left out: numbering (⒈出口), what is lowered (CO₂) and the sign of parts (#出口), which belong to a label."""
_MAY_BE_MARK = regex(rf"[{_NUMBERED}{_SIGNS}{_OF_WHICH}\[［(（]")
_BESIDE_NUMBERS = (
    rf"(?:(?<=[0-9０-９%％])|(?<=<<unit letter>>))(?:[{_NUMBERED}]|{_BRACKETED})+(?P<digit>(?=[0-9０-９]))?"
    rf"|(?<=[0-9０-９])(?:[{_SIGNS}{_OF_WHICH}]+|[\[(（［](?:<<note>>)?\s?\d{{1,2}}[\])）］])(?=\s?(?:[％%‰]|<<after note>>))"
)


def without_footnote_marks(text: str) -> str:
    """The text with blanks for each mark that follows a number; as long as before.

    A mark between digits becomes ``·``, which keeps them apart. A number in round brackets is a mark before a unit alone.
    """
    if _MAY_BE_MARK.search(text) is None:
        return text
    marks = words_filled_in(_BESIDE_NUMBERS, languages())
    return marks.sub(lambda found: (" " if found["digit"] is None else "·") * len(found[0]), text)


def without_closing_marks(text: str) -> str:
    """The text without the marks at its end and the spaces around them."""
    bare = text.rstrip()
    return _CLOSING.sub("", bare) if _LAST.match(bare[-1:]) else bare


def cell_without_marks(text: str) -> str:
    """The text of a cell without marks at its end and with blanks for those between a number and its unit: ``12.5①%``.

    A mark elsewhere (``①5``) becomes ``·``, so that no digit is made of it.
    """
    if _MAY_BE_MARK.search(text) is None:
        return text
    bare = without_footnote_marks(without_closing_marks(text))
    return bare if bare.isascii() else _LEFT.sub("·", bare)


def label_without_marks(text: str) -> str:
    """A label without marks."""
    return _IN_LABELS.sub("", text)
