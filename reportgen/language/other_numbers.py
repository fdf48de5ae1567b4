"""Digits that state no quantity: dates, years, numbering, document numbers, addresses, codes. Both languages at once.

A document in either language holds titles, quotations and names of the other, so every pattern is tried on every text.
The order does not matter: what any pattern covers is covered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:\s*(?:[-–—,&]|to|and|or)+\s*(?:and\s+)?{_DAY})*"
_YEAR = r"(?:1[89]|20|21)\d{2}"
_DASH = r"\s*[-–—―~～至到]+\s*"
_NUMERAL = r"[〇零一二三四五六七八九十百两]"
_NOT_A_QUANTITY_AFTER = (
    r"(?!\s*(?:%|％|‰|percent|per cent|percentage|pp\b|万|亿|千|百|元|美元|倍|个百分点|yuan|CNY|RMB|US|USD|dollars?|euros?|"
    r"thousand|million|billion|trillion|bn\b|mln\b|tonnes?|tons?|firms?|companies|enterprises|people|persons|parcels|units|vehicles|"
    r"家|人|辆|台|件|户|吨|单|种|场|只|套|册|项|亩))"
)
_PATTERNS: dict[str, str] = {
    # ---- dates and times ----
    "iso date": rf"(?<!\d){_YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)",
    "iso month": rf"(?<!\d){_YEAR}-(?:0[1-9]|1[0-2])(?!\d)",
    "numeric date": rf"(?<!\d)(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.]{_YEAR}(?!\d)",
    "day month": rf"(?<![\d.,])(?<!\d )(?:{_DAYS})\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b",
    "month day": rf"\b{_MONTH}\s+{_DAYS}(?:{_DASH}{_MONTH}\s+{_DAY})?(?![\d.,]*\d)(?:,?\s+{_YEAR})?",
    "month year": rf"\b{_MONTH}(?:{_DASH}{_MONTH})?,?\s+{_YEAR}\b",
    "zh years": rf"{_YEAR}(?:年)?(?:{_DASH}{_YEAR})?\s*(?:年度|年代|年末|年初|年底|年|财年|学年)",
    "zh short year": r"(?<![\d.])\d{2}年代",
    "zh months": rf"(?<![\d.])(?:1[0-2]|0?[1-9])(?:月)?(?:{_DASH}(?:{_YEAR}年)?(?:1[0-2]|0?[1-9]))?\s*月(?:份|底|末|初|中旬|上旬|下旬)?(?:\s*(?:[12]\d|3[01]|0?[1-9])(?:日)?(?:{_DASH}(?:(?:1[0-2]|0?[1-9])月)?(?:[12]\d|3[01]|0?[1-9]))?\s*[日号])?",
    "zh days": rf"(?<![\d.])(?:[12]\d|3[01]|0?[1-9])(?:日)?(?:{_DASH}(?:[12]\d|3[01]|0?[1-9]))?日(?!元|均)",
    "zh numeral date": rf"[二一〇零]{_NUMERAL}{{3}}年(?:{_NUMERAL}{{1,2}}月)?(?:{_NUMERAL}{{1,3}}日)?",
    "quarter": rf"\b(?:Q[1-4]|H[12])(?:\s*(?:of\s+)?{_YEAR})?\b|\b{_YEAR}\s*-?\s*(?:Q[1-4]|H[12])\b",
    "zh quarter": r"(?:第)?[1-4一二三四]季度|前[一二三1-3]季度",
    "fiscal year": rf"\bFY\s*(?:{_YEAR}|\d{{2}})(?:[/-]\d{{2}})?\b",
    "clock": r"(?<![\d.:])(?:[01]?\d|2[0-4])[:：][0-5]\d(?:[:：][0-5]\d)?(?:\s*[ap]\.?m\.?)?(?![\d:])",
    "clock en": r"(?<![\d.])(?:1[0-2]|[1-9])\s*(?:[ap]\.m\.|[ap]m\b|o'clock)",
    "clock with point": r"(?<![\d.])(?:1[0-2]|[1-9])\.[0-5]\d\s*[ap]\.?m\b",
    "clock zh": rf"(?<![\d.])(?:[01]?\d|2[0-4])(?:{_DASH}(?:[01]?\d|2[0-4]))?[时点](?:[0-5]?\d分|半)?(?!间)",
    "time span": rf"(?<![\d.,])\d{{1,3}}(?:(?:{_DASH}|\s+(?:to|or)\s+)\d{{1,3}})?[\s-]*(?:(?:working|business|calendar|consecutive|full|whole)[\s-]+)*(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?)\b",
    "time span zh": rf"(?<![\d.,])\d{{1,3}}(?:{_DASH}\d{{1,3}})?\s*(?:个)?(?:工作日|自然日|交易日|小时|分钟|秒钟|天|周|月|季度|星期|学时|周年|年)(?!均)(?:内|前|后|以上|以内|期|制|版)?",
    "days zh": r"(?<![\d.,])\d{1,3}(?:个)?日(?=内|前|后|起|之内|之前|之后|以内)",
    "round the clock": r"\b\d{1,2}\s*[×xX/*]\s*\d{1,2}(?:\s*小时)?",
    "year": rf"(?<![\d.,/¥$€£]){_YEAR}s?(?:{_DASH}(?:{_YEAR}|\d{{2}}\b))?(?![\d%％‰])(?!,\d{{3}})(?!\.\d){_NOT_A_QUANTITY_AFTER}",
    # ---- laws, documents, standards ----
    "zh document number": r"[〔\[【(（]\s*(?:19|20)\d{2}\s*[〕\]】)）]\s*(?:第)?\s*\d{1,5}\s*号?",
    "zh numbered": r"(?:第|总第|公告|令)\s*\d[\d\-.]*(?:\s*[—–-]\s*\d+)?\s*(?:号|期|条|款|项|章|节|编|卷|册|页|届|批|轮|次|版|部分|组|篇|分册|包|标段|场|会议室|教室|分会场|考场|站|版本|修正案)?(?![位名\d])",
    "zh number sign": r"(?<![\d.])[A-Za-z\d]{1,8}\s*号(?:文|令|公告|线|楼|库|门|院|桥|仓|馆|厅|窗口|通道|航站楼|地块|机|岛|宗地)?",
    "zh numeral order": rf"第{_NUMERAL}+(?:届|次|批|期|条|款|章|节|季度|阶段|轮|版|号|项|部分|方面|编|产业|个五年)?(?![位名])",
    "numbered": r"\b(?:[Nn]os?\.|[Nn]umbers?|Order|Decree|Notice|Circular|Document|Announcement|Regulation|Directive|Resolution|Law|Act|Article|Articles|Art\.|Section|Sections|Sec\.|Clause|Clauses|Chapter|Chapters|Part|Parts|Paragraph|Paragraphs|paragraphs?|para\.|Item|Items|Annex|Annexes|Appendix|Schedule|Table|Tables|table|Figure|Figures|Fig\.|Chart|Box|Note|Notes|Footnote|Exhibit|Form|Step|Phase|Stage|Round|Batch|Volume|Vol\.|Issue|Edition|Page|Pages|page|pages|pp?\.|Line|Lines|Row|row|column|Column|cell|Level|Grade|Class|Category|Type|Tier|Route|Gate|Terminal|Room|Rooms|Suite|Unit|Floor|Building|Block|Pier|Berth|Warehouse|Zone|Hall|Booth|Window|Counter|Lot|Batch|Session|Bus|Flight|Train|Metro Line|Highway|Chapter|Goal|Question|Group|Rule|Protocol|Model|Version|version|Ver\.|v\.)\s*(?:Nos?\.\s*)?\(?(?:[A-Z]-?)?\d[\d.\-/–—]*(?:\([a-z0-9]+\))*(?:\s*(?:,|and|to|or|–|-|&)\s*\d[\d.\-/]*(?:\([a-z0-9]+\))*)*",
    "lower numbered": r"\b(?:heading|sub-?heading|sheet|slide|article|section|chapter|annex|appendix|figure|note|footnote|line|step|phase|stage|floor|room|item|group|grade|level|order|issue|column|row|box|field|week|day|session|batch|schedule|part|paragraph|point|question|track|lane|berth|platform|gate|lot|round|channel|volume|exhibit)e?s?\s+(?:no\.\s*)?\d{1,4}[A-Za-z]?(?:\.\d+)*(?:\([a-z0-9]+\))*(?:\s*(?:,|and|to|or|through|–|-|&)+\s*(?:and\s+)?\d{1,4}[A-Za-z]?(?:\.\d+)*(?:\([a-z0-9]+\))*)*",
    "zh copies": r"一式\s*\d{1,2}\s*份",
    "century": r"(?<![\d.])\d{1,2}世纪(?:\d{2}年代)?",
    "serial": rf"(?<!\d){_YEAR}-\d{{3,5}}(?!\d)号?",
    "identifier": r"(?<![A-Za-z\d.])(?=[A-Z\d]*[A-Z])(?=[A-Z\d]*\d)[A-Z\d]{10,}(?![A-Za-z\d])",
    "zh figure or table": r"(?:见)?(?:附件|附表|附图|附录|附注|专栏|图|表|注|步骤|序号|编号|代码|文号|条目|样表|案例|示例)\s*[A-Z]?\d+(?:[.\-—–]\d+)*(?:(?:[、,，和及至—-])\d+(?:[.\-]\d+)*)*",
    "parts of a document": r"(?<![\d.,])\d{1,4}\s+(?:parts|steps|items|rounds|attempts|pages|articles|chapters|sections|clauses|paragraphs|annexes|appendices|copies|volumes|slides|columns|rows|footnotes|characters|letters|digits|words|lines)\b",
    "zh parts of a document": r"(?<![\d.])\d{1,2}位(?:字符|数字|字母|密码|代码|编码|数)|(?<![\d.])\d{1,3}章(?:\d{1,4}节)?(?:\d{1,4}条)?|(?<![\d.])\d{1,4}页",
    "zh list of numbers": r"第\s*\d{1,4}(?:\s*(?:[、，,至到—–-]|和|及)\s*(?:第)?\d{1,4})*\s*(?:栏|列|行|题|桌|组|周|天|日|号|条|款|项|章|节|页|次|届|批|期|名单)",
    "case number": r"[(（](?:19|20)\d{2}[)）]\s*[A-Z][A-Za-z]*(?:\s+[A-Za-z\d]+){1,4}",
    "name with number": rf"(?<![A-Za-z])(?!RMB|CNY|USD|EUR|GBP|HKD|JPY|GDP|CPI|PPI|PMI|FDI)[A-Z]{{2,}}[A-Za-z]*\s\d{{1,3}}(?:\.\d+)*(?![\d.,]*\d){_NOT_A_QUANTITY_AFTER}",
    "port": r"\bport\s+\d{2,5}\b|(?<!\d)\d{2,5}\s*端口",
    "standard": r"\b(?:GB|GB/T|DB\d*|HJ|JT|ISO|IEC|EN|IEEE|RFC|HS|ICS|ISBN|ISSN|CN|UN|NACE|ISIC|SITC|BPM|CPC|COICOP)(?:[/\s-]?[TZ])?\s*[:：]?\s*\d[\d.\-—–:：]*(?:\s*[—–:：-]\s*(?:19|20)\d{2})?",
    "customs mode": r"(?<!\d)(?:9610|1210|9710|9810|1239|1039|0110)(?!\d)(?!\s*(?:万|亿|元|yuan|million|billion|家|个))",
    "source mark": r"\[\d{1,3}(?:\s*[-–,，、]\s*\d{1,3})*\]",
    # ---- numbering within a text ----
    "opening number": rf"(?:^|(?<=[\n；;。:：]))\s*(?:\d{{1,2}}(?:\.\d{{1,2}})+\.?(?!\d){_NOT_A_QUANTITY_AFTER}|\d{{1,3}}(?:[．、)）]|\.(?!\d)))(?=\s|[^%％])",
    "number of levels": r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){2,}(?![\d%％])",
    "bracketed number": r"[(（]\s*(?:\d{1,2}|[ivxIVX]+|[a-z])\s*[)）]",
    "circled number": r"[①-⑳⑴-⒇⒈-⒛㈠-㈩]",
    "zh enumeration": rf"(?:^|(?<=[\n；;。：]))\s*(?:[(（]{_NUMERAL}{{1,3}}[)）]|{_NUMERAL}{{1,3}}、)",
    "ordinal": r"(?<!rank )(?<!ranks )(?<!ranked )(?<!ranking )(?<![\d.,])\d{1,3}(?:st|nd|rd|th)\b(?!\s+place)",
    # ---- addresses, phones, identifiers ----
    "url": r"(?:https?://|www\.)[^\s，。；、）)”\"]+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[\w-]+\.(?:com|cn|org|gov|net|edu)(?:\.[a-z]{2})?(?:/[^\s，。；、）)]*)?",
    "file": r"[\w\-]+\.(?:csv|xlsx?|docx?|pdf|json|toml|zip|txt)\b",
    "phone words": r"(?:[Tt]el(?:ephone)?|TEL|[Pp]hone|[Mm]obile|[Ff]ax|[Hh]otline|[Ee]xt(?:ension)?|WhatsApp|WeChat|QQ|电话|手机|传真|热线|联系方式|分机|转|邮编|邮政编码|[Pp]ost(?:al)?\s*code|[Zz]ip(?:\s*code)?|P\.?O\.?\s*Box|信箱)\.?\s*(?:[:：]|是|为|on|at|is|:)?\s*[+(（]?\d[\d\s()（）+\-–—/、,转]*\d",
    "phone": r"(?<![\d.])(?:\+\d{1,3}[\s-]?)?(?:\(0?\d{2,4}\)|（0\d{2,3}）|0\d{2,3}|00\d{2}[\s-]\d{2,3})[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)|(?<!\d)\+\d{1,3}(?:[\s-]\d{2,4}){2,4}(?!\d)|(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)[48]00[-\s]\d{3}[-\s]?\d{4}(?!\d)",
    "hotline": r"(?<!\d)(?:12\d{3}|1[12]\d|96\d{3}|95\d{3})(?=\s*(?:热线|政务|平台|hotline|service line|便民))",
    "long code": r"(?<![\d.,])\d{7,}(?![\d.,]*\d)(?!\s*(?:万|亿|元|美元|%|％|yuan|dollars?|million|billion|个|家|人|件|辆|吨))",
    "zh address": r"(?<=[路街道巷弄里段村组园区镇])\s*\d{1,5}(?:[-—]\d{1,4})?\s*(?:号|弄|巷|幢|栋|楼|层|室|座)?|(?<![\d.])\d{1,5}\s*(?:会议室|教室|房间|车间|室|号楼|号院|栋|幢|单元|室|号线|层(?!次)|楼)",
    "address": r"(?<![\d.,])\d{1,5}[A-Z]?,?\s+(?:[A-Z][\w'-]*\s+){1,4}(?:Road|Rd\.?|Street|St\.|Avenue|Ave\.?|Lane|Drive|Boulevard|Square|Plaza|Way|District)\b",
    "postcode at the end": r"(?<=[A-Za-z], )\d{6}(?=[.;)]|\s*$|, )",
    "postcode after place": r"\b[A-Z][a-z]+\s+\d{6}\b(?!\s*(?:yuan|firms|people|units))",
    "version": r"\b[vV]\d+(?:\.\d+)*\b|\d+(?:\.\d+)+\s*版|版本\s*\d+(?:\.\d+)*|(?<=[A-Za-z\u4e00-\u9fff])\s?\d\.0(?!\d)(?!\s*(?:%|％|个|percent|pp|万|亿|元|倍|billion|million|trillion|yuan|percentage|points))",
    "letters with digits": r"(?<![\w.])[A-Za-z]{1,12}[-/]?\d+(?:\.\d+)?[A-Za-z\d]*(?:[-/][A-Za-z\d]+)*(?![\d.]*\d)",
    "digit letter names": r"(?<![\w.,])\d{1,3}(?:G|D|K|C|B|T)(?![A-Za-z])|(?<![\w.,])\d+[A-Z]\d+\b|\b\d[A-Z]{1,3}\b",
    "slogan of counts": r"\d{1,2}个\d{2,4}(?!\d)|[“\"][^”\"\d]{0,8}\d{1,2}[·.]?\d{0,2}[”\"]",
    "zoned time": r"\b(?:UTC|GMT)\s*[+-]\d{1,2}",
    "plate": r"[A-Z\u4e00-\u9fff]·?[A-Z]·[A-Z\d]{5,6}|\b[A-Z]·\d{5}\b",
    "decades": r"(?<=\ds and )\d0s",
    "hyphened number": r"(?<![\d.\w])\d{1,4}(?:-\d{2,6}){1,3}(?:号|室)?(?!\s*(?:%|％|percent|per cent|万|亿|元|yuan|billion|million|倍|个|家))(?![\d%％])",
    "slogan": r"[“\"‘《「][^”\"’》」\d]{0,2}\d{1,5}(?:\s*[+＋×xX]\s*(?:\d{1,3}|[NXnx]))+[^”\"’》」\d]{0,8}[”\"’》」]|“\d{3,6}”|(?<![\d.])\d{1,3}(?:\s*[+＋]\s*(?:\d{1,3}|N|X))+(?![\d%])|“\d{1,2}[·.]\d{1,2}”|“[双百千万]?\d{1,2}”",
    "programme": rf"\b(?:Agenda|Vision|Outlook|Horizon|Made in China|Industry|Web|Plan)\s+(?:{_YEAR}|\d\.0)\b|“?十[一二三四五]五”?",
    "product year": r"\b(?:Windows|Office|Excel|Word)\s+\d{1,4}\b",
}  # fmt: skip
_ALL = tuple(re.compile(pattern, re.MULTILINE | re.ASCII) for pattern in _PATTERNS.values())
"""ASCII: a Latin word may stand right beside Chinese characters, and is a word there too."""

_SAME = str.maketrans("０１２３４５６７８９％\u00a0\u2009\u202f\u3000", "0123456789%    ")


def plain_forms(text: str) -> str:
    """The text with full-width digits and unusual spaces in their plain forms; as long as before."""
    return text.translate(_SAME)


def other_number_spans(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of ``text`` (start, end) whose digits state no quantity."""
    if not any(character.isdigit() or character in "一二三四五六七八九十百" for character in text):
        return
    plain = plain_forms(text)
    for pattern in _ALL:
        for found in pattern.finditer(plain):
            if found.end() > found.start():
                yield found.start(), found.end()
