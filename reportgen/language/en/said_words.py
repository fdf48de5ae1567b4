"""Words by which an audit knows what a figure is said to be, in English, as regular expressions."""

from __future__ import annotations

import re

TOLD = (
    r"\b(?:year on year|month on month|target|year|month|quarter|imports?|exports?|million|billion|trillion|percent|"
    r"percentage points?|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"national|municipal|provincial|regional|district|world|average|comparable|cumulative|dollars?|euros?|yuan|gap|excess|surplus|would|of which)\b|"
    r"(?<=%) (?:of|above|below|over|under)\b"
)
"""Words that tell what a figure is: its period, base, indicator or unit."""
NARROWED = (
    r"\b(?:western|eastern|central|northern|southern|southwestern|northeastern|urban|rural|private|state-owned|"
    r"per capita|first half|second half|services?|foreign-invested|foreign-funded|foreign-owned|industrial|agricultural|processing|"
    r"household|seasonally adjusted|official|preliminary|provisional|estimated|expected|projected|planned|final|second|third|fourth|fifth|Asia)\b"
)
"""Words that make what a figure is of narrower, where they are put before it."""
TURNED = (
    r"\b(?:(?:reach|leav|remain|amount|total|number|stand|count|requir|impl|call|ask|mean|equal|attract|draw|help|enabl|connect|driv|generat|produc|creat|purchas|donat|"
    r"lower|reduc|add|contribut|order|rank|plac|rang|sort|grow|ris|increas|stat|giv|report|nam|list|show|label|us|tak|includ|train|send|support|found|receiv)"
    r"(?:ed|es|s|d|ing|ies|ied|y|e)?|stood|drew|drawn|drove|driven|bought|gave|given|rose|risen|grew|grown|took|taken|sent|came|come|comes|were|was|have|has|had|been|being|"
    r"this|that|these|those|which|there|their|they|other|another|also|where|when|with|from|into|than|over|about|among|within|during|through|again|both|each|"
    r"higher|above|lower|below|while|then|thus|still|already|only|same|such|some|base|measure|reference|orientation|otherwise|aside|left)\b"
)
"""Words that may give way to each other without telling another thing."""
DENIED = r"\b(?:not|never|cannot|no(?!\.)|nor|hardly|without|fail(?:s|ed|ing)? to|the only)\b|n['’]t\b"
"""Words that turn a statement into its contrary."""
_NUMERALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NTH = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
CLAIMS: tuple[tuple[str, str, str], ...] = (
    ("times", "2", r"\b(?:doubled|doubling|(?:will|to|may|can|could|would|should) (?:more than |nearly )?double)\b(?!\s+(?:its|their|our|taxation))"),
    ("times", "3", r"\b(?:tripled|tripling|(?:will|to) (?:more than )?triple)\b"),
    ("times", "4", r"\b(?:quadrupled|quadrupling|(?:will|to) (?:more than )?quadruple)\b"),
    ("times", "0.5", r"\bhalved\b"),
    ("times", "1.5", r"\bhalf as (?:much|many|large) again\b"),
    *(("times", str(number), rf"\b{word}fold\b") for number, word in enumerate(_NUMERALS[4:], start=5)),
    *(
        ("times", str(number), rf"\b{word} (?:as (?:much|many|large|big|high)|the (?:size|number|level|amount) of)\b(?! as (?:possible|needed|necessary))")
        for number, word in enumerate(("twice", *(f"{one} times" for one in _NUMERALS[2:])), start=2)
    ),
    ("percent", "33.3", r"\b(?:a|one)[\s-]third of\b"),
    ("percent", "66.7", r"\btwo[\s-]thirds of\b"),
    ("percent", "25", r"\b(?:(?:a|one)[\s-](?:quarter|fourth) of|one (?:in|out of) four)\b"),
    ("percent", "75", r"\b(?:three[\s-]quarters of|three (?:in|out of) four)\b"),
    ("percent", "50", r"\b(?:(?:more than|over|nearly|almost|about|around) half (?:of )?(?:all|the)|half of all|one (?:in|out of) two)\b(?!\s+(?:year|month|century|day|period|time))"),
    ("percent", "16.7", r"\b(?:a|one)[\s-]sixth of\b"),
    ("percent", "20", r"\b(?:(?:a|one)[\s-]fifth of|one (?:in|out of) five)\b"),
    *(("percent", f"{number}0", rf"\b{word}[\s-]fifths of\b") for number, word in ((4, "two"), (6, "three"), (8, "four"))),
    ("percent", "10", r"\b(?:a|one)[\s-]tenth of\b"),
    *(("percent", f"{number}0", rf"\b{word} (?:in|out of) (?:every )?ten\b") for number, word in enumerate(_NUMERALS[:9], start=1)),
    ("rank", "2", r"\bsecond only to\b"),
    ("digits", "2", r"\bdouble-digit (?:growth|increases?|rises?|rates?)\b"),
    ("years", "0", rf"\b(?:{_NTH}) (?:(?:consecutive|successive|straight) (?:year|month|quarter)|(?:year|month|quarter) (?:running|in a row))\b"),
    *(("rank", str(number), rf"\brank(?:s|ed|ing)? {word}\b") for number, word in enumerate(("first", "second", "third"), start=1)),
)  # fmt: skip
"""Words that claim a number without one, by unit and number."""
OWN_AREA = r"\bthe (?:city|municipality|province|district|county|region)\b"
"""What a document calls the area that it is about."""
NATION = r"\b(?:nation(?:al|wide|'s|’s)?|across the country|China)\b"
OTHER_PLACES = (
    r"\b(?:Beijing|Tianjin|Shanghai|Hebei|Shanxi|Liaoning|Jilin|Heilongjiang|Jiangsu|Zhejiang|Anhui|Fujian|Jiangxi|Shandong|"
    r"Henan|Hubei|Hunan|Guangdong|Guangxi|Hainan|Sichuan|Chengdu|Guizhou|Yunnan|Shaanxi|Gansu|Qinghai|Ningxia|Xinjiang|Tibet|"
    r"Inner Mongolia|Hong Kong|Macao|Shenzhen|Guangzhou|Hangzhou|Wuhan|Xi'an|Zhengzhou|Ningbo|western China|eastern China)\b"
)
"""Places that a dataset need not know by name."""
NAME_ENDINGS = r"(?:,? total)$"
"""What names of areas and indicators are often said without."""
PART_OF_YEAR = (
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|months?|quarters?|half|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Q[1-4]|H[12])\b"
)
GROWTH_SAID = r"\b(?:up|down|gr[eo]w|ris|rose|fell|fall|increas|decreas|declin|drop|expan|shr[iau]nk|rate|faster|slower|chang|year on year|year-on-year|month on month)"
"""One of these is in every sentence about a growth."""
TARGET_SAID = r"\b(?:target|plan|goal|aim|complet|path|gap|reach)"
"""One of these is in every sentence about a target."""
GROWTH_BEFORE = r"\b(?:up|down|rose|grew|fell|increased|declined|growth)(?: by| of)?\s*$"
SHARE_BEFORE = r"\b(?:accounts? for|accounted for|share of|makes? up|made up)\s*$"
DATED = (
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}|"
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b"
)
COUNTER = r"(?<=[\d\w] )[a-z]{3,}$"
"""The word behind a number that says what is counted."""
PLAIN_COUNTER = r"units?|items?|cases?"
"""One that counts anything."""
NOTE = r"^(?:Note: ?)?(?:[①-⑳]|\d{1,2}\. )|^Note:"
"""How a note below a table begins."""
SOURCE_LINE = r"^Source:"
"""How the line below a table begins that names its sources."""


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")


def same(text: str) -> str:
    """A text with one wording in the place of others that say the same."""
    for words, one in _SAME:
        text = re.sub(words, one, text, flags=re.IGNORECASE)
    return text


_NAMES = "|".join(_MONTHS)
_SAME: tuple[tuple[str, str], ...] = (
    (r"\bbought\b", "purchased"),
    (r"\bincluding\b", "of which"),
    (r"\b(?:companies|enterprises|businesses)\b", "firms"),
    (r"\b(?:persons|individuals)\b", "people"),
    (r"\b(?:year-on-year|over the year before|(?:over|from|compared (?:with|to)|on|than (?:in )?) ?(?:the )?(?:previous|last|preceding) year|"
     r"(?:compared (?:with|to)|over|than in) the same (?:period|months) (?:of|last|in) (?:the )?(?:previous |last )?year(?: before)?)\b", "year on year"),
    (r"\bthe same period of\b", "the same months of"),
    (rf"\b(?:from )?({_NAMES}) to ({_NAMES})\b", r"\1–\2"),
    (rf"\b({_NAMES})-({_NAMES})\b", r"\1–\2"),
    (rf"\bbetween ({_NAMES} \d{{4}}) and ({_NAMES} \d{{4}})\b", r"from \1 to \2"),
    *((rf"\b(?:the )?first (?:{word}|{count}) months of\b", f"January–{_MONTHS[count - 1]}") for count, word in enumerate(_COUNTS, start=2)),
    (r"\b(?:cannot|can't|could not) be compared\b", "is not comparable"),
    (r"\bat municipal level\b", "municipal-level"),
)  # fmt: skip
