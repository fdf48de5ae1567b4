"""Digits that state no quantity: dates, years, numbering, document numbers, addresses, codes.

A document in one language holds titles, quotations and names of others, so the patterns of every language, and those that
no language has to itself, are tried on every text. What any pattern covers is covered.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.language.footnote_marks import CIRCLED, NUMBERING, without_footnote_marks
from reportgen.language.number_fragments import DASH, NOT_A_QUANTITY_AFTER, YEAR, words_filled_in
from reportgen.language.speaker import language, languages
from reportgen.regex import regex

_PATTERNS: dict[str, str] = {
    "iso date": rf"(?<!\d){YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)",
    "iso month": rf"(?<!\d){YEAR}-(?:0[1-9]|1[0-2])(?!\d)",
    "numeric date": rf"(?<!\d)(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.]{YEAR}(?!\d)",
    "quarter": rf"\b(?:Q[1-4]|H[12])(?:\s*(?:(?:<<of>>)\s+)?{YEAR})?\b|\b{YEAR}\s*-?\s*(?:Q[1-4]|H[12])\b",
    "fiscal year": rf"\bFY\s*(?:{YEAR}|\d{{2}})(?:[/-]\d{{2}})?\b",
    "clock": r"(?<![\d.:])(?:[01]?\d|2[0-4])[:：][0-5]\d(?:[:：][0-5]\d)?(?![\d:])",
    "year": rf"(?<![\d.,/¥$€£]){YEAR}s?(?:{DASH}(?:{YEAR}|\d{{2}}\b))?(?![\d%％‰])(?!,\d{{3}})(?!\.\d){NOT_A_QUANTITY_AFTER}",
    "identifier": r"(?<![A-Za-z\d.])(?=[A-Z\d]*[A-Z])(?=[A-Z\d]*\d)[A-Z\d]{10,}(?![A-Za-z\d])",
    "case number": r"[(（](?:19|20)\d{2}[)）]\s*[A-Z][A-Za-z]*(?:\s+[A-Za-z\d]+){1,4}",
    "customs mode": r"(?<!\d)(?:9610|1210|9710|9810|1239|1039|0110)(?!\d)" + NOT_A_QUANTITY_AFTER,
    "source mark": r"\[\d{1,3}(?:\s*[-–,，、]\s*\d{1,3})*\]",
    "opening number": rf"(?:^|(?<=[\n；;。:：]))\s*(?:\d{{1,2}}(?:\.\d{{1,2}})+\.?(?!\d){NOT_A_QUANTITY_AFTER}|\d{{1,3}}(?:[．、)）]|\.(?!\d)))(?=\s|[^%％])",
    "levels": r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){2,}(?![\d%％])",
    "circled number": f"[{CIRCLED}{NUMBERING}]",
    "phone": r"(?<![\d.])(?:\+\d{1,3}[\s-]?)?(?:\(0?\d{2,4}\)|（0\d{2,3}）|0\d{2,3}|00\d{2}[\s-]\d{2,3})[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)|(?<!\d)\+\d{1,3}(?:[\s-]\d{2,4}){2,4}(?!\d)|(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)[48]00[-\s]\d{3}[-\s]?\d{4}(?!\d)",
    "long code": r"(?<![\d.,])\d{7,}(?![\d.,]*\d)" + NOT_A_QUANTITY_AFTER,
    "last postcode": r"(?<=[A-Za-z], )\d{6}(?=[.;)]|\s*$|, )",
    "version": r"\b[vV]\d+(?:\.\d+)*\b|(?<=[A-Za-z\u4e00-\u9fff])\s?\d\.0(?!\d)" + NOT_A_QUANTITY_AFTER,
    "letters, digits": r"(?<![\w.])[A-Za-z]{1,12}[-/]?\d+(?:\.\d+)?[A-Za-z\d]*(?:[-/][A-Za-z\d]+)*(?![\d.]*\d)",
    "digit letter names": r"(?<![\w.,$€£¥])\d{1,3}(?:G|D|K|C|B|T)(?!\s*(?:<<money>>)\b)(?![A-Za-z])|(?<![\w.,])\d+[A-Z]\d+\b|(?<![.$€£¥])\b\d[A-Z]{1,3}\b(?!\s*(?:<<money>>)\b)",
    "hyphened number": r"(?<![\d.\w])\d{1,4}(?:-\d{2,6}){1,3}(?![\d%％])" + NOT_A_QUANTITY_AFTER,
    "slogan": r"[“\"‘《「][^”\"’》」\d]{0,2}\d{1,5}(?:\s*[+＋×xX]\s*(?:\d{1,3}|[NXnx]))+[^”\"’》」\d]{0,8}[”\"’》」]|“\d{3,6}”|(?<![\d.])\d{1,3}(?:\s*[+＋]\s*(?:\d{1,3}|N|X))+(?![\d%])|“\d{1,2}[·.]\d{1,2}”|“\d{1,2}”",
}  # fmt: skip


_ENDLESS = regex(r"[\d.,]{400,}")
"""Longer than any number: looked for by itself, for patterns that try each of its digits as a beginning would not end."""

_SAME = str.maketrans("０１２３４５６７８９％＋－\u00a0\u2009\u202f\u3000", "0123456789%+-    ")
_GROUPING_SPACE = regex(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_WIDE_POINT = regex(r"(?<=\d)．(?=\d)")


def plain_forms(text: str) -> str:
    """The text with full-width digits, signs and unusual spaces in their plain forms, and with a blank for each footnote mark
    that follows a number; as long as before."""
    if text.isascii():
        return without_footnote_marks(text)
    text = _GROUPING_SPACE.sub(",", text)
    return without_footnote_marks(_WIDE_POINT.sub(".", text.translate(_SAME)))


def other_number_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches of ``text`` (start, end) whose digits state no quantity."""
    return _spans(text, languages())


@lru_cache(maxsize=16_384)
def _spans(text: str, codes: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """A document's texts are asked many times over: each is searched once."""
    if not any(character.isnumeric() for character in text):
        return ()
    plain = plain_forms(text)
    endless = tuple(found.span() for found in _ENDLESS.finditer(plain))
    for start, end in endless:
        plain = f"{plain[:start]}{' ' * (end - start)}{plain[end:]}"
    return endless + tuple(
        found.span()
        for pattern in _all(codes)
        for found in pattern.finditer(plain)
        if found.end() > found.start()
    )


@lru_cache(maxsize=4)
def _all(codes: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The patterns of all languages. ASCII: a Latin word may be right beside Chinese characters, and is a word there."""
    found = [*_PATTERNS.values()]
    for code in codes:
        found += language(code).subject("other_numbers").PATTERNS.values()
    return tuple(words_filled_in(pattern, codes, re.MULTILINE | re.ASCII) for pattern in found)
