"""Digits that state no quantity, in English: patterns by what they are. The order does not matter."""

from __future__ import annotations

from reportgen.language.en.quantities import THOUSANDS
from reportgen.language.number_fragments import DASH, HOTLINE, NOT_A_QUANTITY_AFTER, PHONE, YEAR

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:\s*(?:[-–—,&]|to|and|or)+\s*(?:and\s+)?{_DAY})*"

_MONEY = r"yuan|US|U\.S\.|dollars?|RMB|CNY|euros?"

WORDS = {
    "of": "of",
    "money": _MONEY,
    "quantity": (
        r"percent|per cent|percentage|pp\b|points|yuan|CNY|RMB|US|USD|dollars?|euros?|[BMKbmk]\s?(?:yuan|CNY|RMB|US|dollars?|euros?)\b|"
        rf"hundred|ten\s+thousand|{THOUSANDS}|bn\b|mln\b|mn\b|trn\b|tn\b|[(（](?:100 million|ten thousand)|"
        r"tonnes?|tons?|firms?|companies|enterprises|people|persons|parcels|units|vehicles"
    ),
    "note": "note ",
    "after note": r"(?i:(?:hundred |ten )?(?:b|m|tr|thous)\w*\b)|yuan|US|dollar|per\b",
}
"""Words within the patterns that all languages share, by their place; ``quantity`` makes one of the number before it."""

PATTERNS: dict[str, str] = {
    "clock with point": r"(?<![\d.])(?:1[0-2]|[1-9])\.[0-5]\d\s*[ap]\.?m\b",
    "clocks with points": r"\b(?:between|from|open)\s+(?:[01]?\d|2[0-4])\.(?:00|15|30|45)\s*(?:and|to|till|until|[-–—])\s*(?:[01]?\d|2[0-4])\.(?:00|15|30|45)(?=[.,;:)]?(?:\s*$|[)\]]|\s+(?:on|every|each|daily|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|working)\b|[.;]\s))",
    "port": r"\bport\s+\d{2,5}\b",
    "phone words": rf"(?:[Tt]el(?:ephone)?|TEL|[Pp]hone|[Mm]obile|[Ff]ax|[Hh]otline|[Ee]xt(?:ension)?|WhatsApp|WeChat|QQ|[Pp]ost(?:al)?\s*code|[Zz]ip(?:\s*code)?|P\.?O\.?\s*Box)\.?\s*(?:[:：]|on|at|is)?\s*{PHONE}",
    "hotline": rf"{HOTLINE}(?=\s*(?:hotline|service line))",
    "programme": rf"\b(?:Agenda|Vision|Outlook|Horizon|Made in China|Industry|Web|Plan)\s+(?:{YEAR}|\d\.0)\b",
    "day month": rf"(?<![\d.,])(?<!\d )(?:{_DAYS})\s+(?:of\s+)?{_MONTH}(?:,?\s+{YEAR})?\b",
    "month day": rf"\b{_MONTH}\s+{_DAYS}(?:{DASH}{_MONTH}\s+{_DAY})?(?![\d.,]*\d)(?:,?\s+{YEAR})?",
    "month year": rf"\b{_MONTH}(?:{DASH}{_MONTH})?,?\s+{YEAR}\b",
    "clock en": r"(?<![\d.])(?:1[0-2]|[1-9])\s*(?:[ap]\.m\.|[ap]m\b|o['’]clock)",
    "time span": rf"(?<![\d.,])\d{{1,3}}(?:(?:{DASH}|\s+(?:to|or)\s+)\d{{1,3}})?[\s-]*(?:(?:working|business|calendar|consecutive|full|whole)[\s-]+)*(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?)\b",
    "numbered": r"\b(?:[Nn]os?\.|[Nn]umbers?|Order|Decree|Notice|Circular|Document|Announcement|Regulation|Directive|Resolution|Law|Act|Article|Articles|Art\.|Section|Sections|Sec\.|Clause|Clauses|Chapter|Chapters|Part|Parts|Paragraph|Paragraphs|paragraphs?|para\.|Item|Items|Annex|Annexes|Appendix|Schedule|Table|Tables|table|Figure|Figures|Fig\.|Chart|Box|Note|Notes|Footnote|Exhibit|Form|Step|Phase|Stage|Round|Batch|Volume|Vol\.|Issue|Edition|Page|Pages|page|pages|pp?\.|Line|Lines|Row|row|column|Column|cell|Level|Grade|Class|Category|Type|Tier|Route|Gate|Terminal|Room|Rooms|Suite|Unit|Floor|Building|Block|Pier|Berth|Warehouse|Zone|Hall|Booth|Window|Counter|Lot|Batch|Session|Bus|Flight|Train|Metro Line|Highway|Chapter|Goal|Question|Group|Rule|Protocol|Model|Version|version|Ver\.|v\.)\s*(?:Nos?\.\s*)?\(?(?:[A-Z]-?)?\d[\d.\-/–—]*(?:\([a-z0-9]+\))*(?:\s*(?:,|and|to|or|–|-|&)\s*\d[\d.\-/]*(?:\([a-z0-9]+\))*)*",
    "lower numbered": r"\b(?:heading|sub-?heading|sheet|slide|article|section|chapter|annex|appendix|figure|note|footnote|line|step|phase|stage|floor|room|item|group|grade|level|order|issue|column|row|box|field|week|day|session|batch|schedule|part|paragraph|point|question|track|lane|berth|platform|gate|lot|round|channel|volume|exhibit)e?s?\s+(?:no\.\s*)?\d{1,4}[A-Za-z]?(?:\.\d+)*(?:\([a-z0-9]+\))*(?:\s*(?:,|and|to|or|through|–|-|&)+\s*(?:and\s+)?\d{1,4}[A-Za-z]?(?:\.\d+)*(?:\([a-z0-9]+\))*)*",
    "parts of a document": r"(?<![\d.,])\d{1,4}\s+(?:parts|steps|items|rounds|attempts|pages|articles|chapters|sections|clauses|paragraphs|annexes|appendices|copies|volumes|slides|columns|rows|footnotes|characters|letters|digits|words|lines)\b",
    "name with number": rf"(?<![A-Za-z])(?!RMB|CNY|USD|EUR|GBP|HKD|JPY|GDP|CPI|PPI|PMI|FDI)[A-Z]{{2,}}[A-Za-z]*\s\d{{1,3}}(?:\.\d+)*(?![\d.,]*\d){NOT_A_QUANTITY_AFTER}",
    "standard": r"\b(?:GB|GB/T|DB\d*|HJ|JT|ISO|IEC|EN|IEEE|RFC|HS|ICS|ISBN|ISSN|CN|UN|NACE|ISIC|SITC|BPM|CPC|COICOP)(?:[/\s-]?[TZ])?\s*[:：]?\s*\d[\d.\-—–:：]*(?:\s*[—–:：-]\s*(?:19|20)\d{2})?",
    "bracketed number": r"[(（]\s*(?:\d{1,2}|[ivxIVX]+|[a-z])\s*[)）]",
    "ordinal": r"(?<!rank )(?<!ranks )(?<!ranked )(?<!ranking )(?<![\d.,])\d{1,3}(?:st|nd|rd|th)\b(?!\s+place)",
    "url": r"(?:https?://|www\.)[^\s，。；、）)”\"]+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[\w-]+\.(?:com|cn|org|gov|net|edu)(?:\.[a-z]{2})?(?:/[^\s，。；、）)]*)?",
    "file": r"[\w\-]+\.(?:csv|xlsx?|docx?|pdf|json|toml|zip|txt)\b",
    "address": r"(?<![\d.,])\d{1,5}[A-Z]?,?\s+(?:[A-Z][\w'-]*\s+){1,4}(?:Road|Rd\.?|Street|St\.|Avenue|Ave\.?|Lane|Drive|Boulevard|Square|Plaza|Way|District)\b",
    "postcode after place": r"\b[A-Z][a-z]+\s+\d{6}\b(?!\s*(?:yuan|firms|people|units))",
    "zoned time": r"\b(?:UTC|GMT)\s*[+-]\d{1,2}",
    "plate": r"[A-Z\u4e00-\u9fff]·?[A-Z]·[A-Z\d]{5,6}|\b[A-Z]·\d{5}\b",
    "decades": r"(?<=\ds and )\d0s",
    "product year": r"\b(?:Windows|Office|Excel|Word)\s+\d{1,4}\b",
}  # fmt: skip
