"""Words beside a number that say on which side of it the truth lies, in both languages."""

from __future__ import annotations

import re

_BEFORE = {
    "ge": r"at least|no less than|not less than|no fewer than|≥|不低于|不少于|至少",
    "le": r"at most|no more than|not more than|up to|≤|不超过|至多|不多于",
    "gt": r"more than|over|exceed(?:s|ed|ing)?|above|in excess of|surpass(?:es|ed|ing)?|topp(?:ed|ing)|>|超过|超|逾|突破|多于",
    "lt": r"less than|fewer than|under|below|short of|<|不足|不到|少于|未达",
    "almost": r"nearly|almost|close to|近|接近|将近",
    "about": r"about|around|approximately|roughly|some|circa|≈|~|约|大约|约为",
}
_AFTER = {
    "gt": r"\s*to be exceeded|多(?=[家个项亿万人辆件种场])|余(?=[家个项亿万人辆件种场])",
    "ge": r"\s*or more|以上|及以上|\s*to be reached",
    "le": r"\s*or less|以内|以下",
    "about": r"左右|上下|\s*or so",
}
_BEFORE_PATTERNS = {
    name: re.compile(rf"(?:(?<![a-z])(?:{words}))\s*(?:the\s+)?(?:USD|US\$|\$|RMB|CNY|¥|人民币)?\s*$", re.IGNORECASE)
    for name, words in _BEFORE.items()
}  # fmt: skip
_AFTER_PATTERNS = {name: re.compile(words, re.IGNORECASE) for name, words in _AFTER.items()}

# What a writer may say of a figure with that qualifier and still be right.
ALLOWED = {
    "eq": {"about"},
    "gt": {"gt", "ge"},
    "ge": {"ge"},
    "lt": {"lt", "le"},
    "le": {"le"},
    "almost": {"almost", "about", "lt", "le"},
    "about": {"about"},
}


def qualifier_beside(before: str, after: str = "") -> tuple[str, str]:
    """The qualifier that stands right before (or after) a number, and its words; ``("", "")`` where there is none."""
    for name, pattern in _BEFORE_PATTERNS.items():
        if found := pattern.search(before[-30:]):
            return name, found[0].strip()
    for name, pattern in _AFTER_PATTERNS.items():
        if found := pattern.match(after):
            return name, found[0].strip()
    return "", ""
