"""Digits that state no quantity: dates, years, numbering, document numbers, addresses, codes.

A document in one language holds titles, quotations and names of others, so the patterns of every language, and those that
no language has to itself, are tried on every text. What any pattern covers is covered.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.language.number_fragments import DASH, NOT_A_QUANTITY_AFTER, YEAR, without_footnote_marks
from reportgen.language.speaker import language, languages
from reportgen.regex import regex

_NO_AMOUNT = r"(?!\s*(?:yuan|US|U\.S\.|dollars?|RMB|CNY|euros?)\b)"

_PATTERNS: dict[str, str] = {
    "iso date": rf"(?<!\d){YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)",
    "iso month": rf"(?<!\d){YEAR}-(?:0[1-9]|1[0-2])(?!\d)",
    "numeric date": rf"(?<!\d)(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.]{YEAR}(?!\d)",
    "quarter": rf"\b(?:Q[1-4]|H[12])(?:\s*(?:of\s+)?{YEAR})?\b|\b{YEAR}\s*-?\s*(?:Q[1-4]|H[12])\b",
    "fiscal year": rf"\bFY\s*(?:{YEAR}|\d{{2}})(?:[/-]\d{{2}})?\b",
    "clock": r"(?<![\d.:])(?:[01]?\d|2[0-4])[:：][0-5]\d(?:[:：][0-5]\d)?(?:\s*[ap]\.?m\.?)?(?![\d:])",
    "clock with point": r"(?<![\d.])(?:1[0-2]|[1-9])\.[0-5]\d\s*[ap]\.?m\b",
    "clocks with points": r"\b(?:between|from|open)\s+(?:[01]?\d|2[0-4])\.(?:00|15|30|45)\s*(?:and|to|till|until|[-–—])\s*(?:[01]?\d|2[0-4])\.(?:00|15|30|45)(?=[.,;:)]?(?:\s*$|[)\]]|\s+(?:on|every|each|daily|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|working)\b|[.;]\s))",
    "year": rf"(?<![\d.,/¥$€£]){YEAR}s?(?:{DASH}(?:{YEAR}|\d{{2}}\b))?(?![\d%％‰])(?!,\d{{3}})(?!\.\d){NOT_A_QUANTITY_AFTER}",
    "identifier": r"(?<![A-Za-z\d.])(?=[A-Z\d]*[A-Z])(?=[A-Z\d]*\d)[A-Z\d]{10,}(?![A-Za-z\d])",
    "case number": r"[(（](?:19|20)\d{2}[)）]\s*[A-Z][A-Za-z]*(?:\s+[A-Za-z\d]+){1,4}",
    "port": r"\bport\s+\d{2,5}\b|(?<!\d)\d{2,5}\s*端口",
    "customs mode": r"(?<!\d)(?:9610|1210|9710|9810|1239|1039|0110)(?!\d)(?!\s*(?:万|亿|元|yuan|million|billion|家|个))",
    "source mark": r"\[\d{1,3}(?:\s*[-–,，、]\s*\d{1,3})*\]",
    "opening number": rf"(?:^|(?<=[\n；;。:：]))\s*(?:\d{{1,2}}(?:\.\d{{1,2}})+\.?(?!\d){NOT_A_QUANTITY_AFTER}|\d{{1,3}}(?:[．、)）]|\.(?!\d)))(?=\s|[^%％])",
    "number of levels": r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){2,}(?![\d%％])",
    "circled number": r"[①-⑳⑴-⒇⒈-⒛㈠-㈩]",
    "phone words": r"(?:[Tt]el(?:ephone)?|TEL|[Pp]hone|[Mm]obile|[Ff]ax|[Hh]otline|[Ee]xt(?:ension)?|WhatsApp|WeChat|QQ|电话|手机|传真|热线|联系方式|分机|转|邮编|邮政编码|[Pp]ost(?:al)?\s*code|[Zz]ip(?:\s*code)?|P\.?O\.?\s*Box|信箱)\.?\s*(?:[:：]|是|为|on|at|is|:)?\s*[+(（]?\d[\d\s()（）+\-–—/、,转]*\d",
    "phone": r"(?<![\d.])(?:\+\d{1,3}[\s-]?)?(?:\(0?\d{2,4}\)|（0\d{2,3}）|0\d{2,3}|00\d{2}[\s-]\d{2,3})[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)|(?<!\d)\+\d{1,3}(?:[\s-]\d{2,4}){2,4}(?!\d)|(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)[48]00[-\s]\d{3}[-\s]?\d{4}(?!\d)",
    "hotline": r"(?<!\d)(?:12\d{3}|1[12]\d|96\d{3}|95\d{3})(?=\s*(?:热线|政务|平台|hotline|service line|便民))",
    "long code": r"(?<![\d.,])\d{7,}(?![\d.,]*\d)(?!\s*(?:万|亿|元|美元|%|％|yuan|dollars?|million|billion|个|家|人|件|辆|吨))",
    "postcode at the end": r"(?<=[A-Za-z], )\d{6}(?=[.;)]|\s*$|, )",
    "version": r"\b[vV]\d+(?:\.\d+)*\b|\d+(?:\.\d+)+\s*版|版本\s*\d+(?:\.\d+)*|(?<=[A-Za-z\u4e00-\u9fff])\s?\d\.0(?!\d)(?!\s*(?:%|％|个|percent|pp|万|亿|元|倍|billion|million|trillion|yuan|percentage|points))",
    "letters with digits": r"(?<![\w.])[A-Za-z]{1,12}[-/]?\d+(?:\.\d+)?[A-Za-z\d]*(?:[-/][A-Za-z\d]+)*(?![\d.]*\d)",
    "digit letter names": rf"(?<![\w.,$€£¥])\d{{1,3}}(?:G|D|K|C|B|T){_NO_AMOUNT}(?![A-Za-z])|(?<![\w.,])\d+[A-Z]\d+\b|(?<![.$€£¥])\b\d[A-Z]{{1,3}}\b{_NO_AMOUNT}",
    "hyphened number": r"(?<![\d.\w])\d{1,4}(?:-\d{2,6}){1,3}(?:号|室)?(?!\s*(?:%|％|percent|per cent|万|亿|元|yuan|billion|million|倍|个|家))(?![\d%％])",
    "slogan": r"[“\"‘《「][^”\"’》」\d]{0,2}\d{1,5}(?:\s*[+＋×xX]\s*(?:\d{1,3}|[NXnx]))+[^”\"’》」\d]{0,8}[”\"’》」]|“\d{3,6}”|(?<![\d.])\d{1,3}(?:\s*[+＋]\s*(?:\d{1,3}|N|X))+(?![\d%])|“\d{1,2}[·.]\d{1,2}”|“[双百千万]?\d{1,2}”",
    "programme": rf"\b(?:Agenda|Vision|Outlook|Horizon|Made in China|Industry|Web|Plan)\s+(?:{YEAR}|\d\.0)\b|“?十[一二三四五]五”?",
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
        return text
    text = _GROUPING_SPACE.sub(",", text)
    return without_footnote_marks(_WIDE_POINT.sub(".", text.translate(_SAME)))


def other_number_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches of ``text`` (start, end) whose digits state no quantity."""
    return _spans(text, languages())


@lru_cache(maxsize=16_384)
def _spans(text: str, codes: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """A document's texts are asked many times over: each is searched once."""
    if not any(character.isdigit() or character in "一二三四五六七八九十百" for character in text):
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
    """The patterns of all languages. ASCII: a Latin word may stand right beside Chinese characters, and is a word there."""
    found = [*_PATTERNS.values()]
    for code in codes:
        found += language(code).subject("other_numbers").PATTERNS.values()
    return tuple(re.compile(pattern, re.MULTILINE | re.ASCII) for pattern in found)
