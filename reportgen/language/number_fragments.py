"""Pieces of the patterns of digits that state no quantity, which several languages use. ``<<quantity>>`` is a place for the words
of all languages (``WORDS`` in their ``other_numbers.py``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.language.speaker import language
from reportgen.regex import regex

_WIDE = str.maketrans("０１２３４５６７８９＋－−．，％／", "0123456789+--.,%/")


def half_width(text: str) -> str:
    """The text with full-width digits and signs, as Chinese input methods type them, in ASCII; as long as before.

    Nothing else is widened or narrowed: a footnote mark after a number (``32.2²``, ``322.1①``) is no digit.
    """
    return text if text.isascii() else text.translate(_WIDE)


YEAR = r"(?:1[89]|20|21)\d{2}"
DASH = r"\s*[-–—―~～]+\s*"
NOT_A_QUANTITY_AFTER = r"(?!\s*(?:[%％‰]|<<quantity>>))"
PHONE = r"[+(（]?\d[\d\s()（）+\-–—/、,]*\d"
HOTLINE = r"(?<!\d)(?:12\d{3}|1[12]\d|96\d{3}|95\d{3})"

_PLACE = regex("<<([a-z ]+)>>")


@lru_cache(maxsize=256)
def words_filled_in(pattern: str, codes: tuple[str, ...], flags: int = 0) -> re.Pattern[str]:
    """The pattern with the words of all languages in its places: ``<<quantity>>``; nothing matches in one that no language fills."""
    words = [language(code).subject("other_numbers").WORDS for code in codes]

    def filled(place: re.Match[str]) -> str:
        return "|".join(own[place[1]] for own in words if place[1] in own) or "(?!)"

    return re.compile(_PLACE.sub(filled, pattern), flags)
