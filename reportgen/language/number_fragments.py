"""Pieces of the patterns of digits that state no quantity, which several languages use."""

from __future__ import annotations

from reportgen.regex import regex

_WIDE = str.maketrans("０１２３４５６７８９＋－−．，％／", "0123456789+--.,%/")
_FOOTNOTE_MARKS = regex(
    r"(?<=[0-9０-９%％亿万元])[²³¹⁰⁴-⁹₀-₉①-⓿❶-➓㈠-㈩㊀-㊉]+(?P<digit>(?=[0-9０-９]))?"
    r"|(?<=[0-9０-９])(?:[*＊†‡]+|[\[(（［](?:注|附注|见注|note )?\s?\d{1,2}[\])）］])(?=\s?(?:[亿万千百元％%‰倍个家户吨人美欧港]|(?i:(?:hundred |ten )?(?:b|m|tr|thous)\w*\b)|yuan|US|dollar|per\b))"
)


def half_width(text: str) -> str:
    """The text with full-width digits and signs, as Chinese input methods type them, in ASCII; as long as before.

    Nothing else is widened or narrowed: a footnote mark after a number (``32.2²``, ``322.1①``) is no digit.
    """
    return text if text.isascii() else text.translate(_WIDE)


def without_footnote_marks(text: str) -> str:
    """The text with blanks for each raised, circled or bracketed mark that follows a number; as long as before.

    A mark between digits becomes ``·``, which keeps them apart.
    """
    return _FOOTNOTE_MARKS.sub(lambda found: (" " if found["digit"] is None else "·") * len(found[0]), text)


YEAR = r"(?:1[89]|20|21)\d{2}"
DASH = r"\s*[-–—―~～至到]+\s*"
NOT_A_QUANTITY_AFTER = (
    r"(?!\s*(?:[多余来](?:万|亿|千|百|元|美元|倍|个|家|人|辆|台|件|户|吨|单|种)|%|％|‰|percent|per cent|percentage|pp\b|万|亿|千|百|元|美元|倍|个百分点|yuan|CNY|RMB|US|USD|dollars?|euros?|[BMKbmk]\s?(?:yuan|CNY|RMB|US|dollars?|euros?)\b|"
    r"hundred|ten\s+thousand|thousand|million|billion|trillion|bn\b|mln\b|mn\b|trn\b|tn\b|[(（](?:100 million|ten thousand|亿|万)|tonnes?|tons?|firms?|companies|enterprises|people|persons|parcels|units|vehicles|"
    r"家|人|辆|台|件|户|吨|单|种|场|只|套|册|项|亩))"
)
