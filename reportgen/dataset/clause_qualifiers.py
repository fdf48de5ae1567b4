"""Does a record carry the qualifier that its clause puts beside the number? "Almost 20 billion" is not 20 billion."""

from __future__ import annotations

import re

from reportgen.dataset.findings import error, note, warning
from reportgen.dataset.number_words import UNITS_AFTER, NumberInText
from reportgen.dataset.raw import at
from reportgen.dataset.records import Citation, Observation, Target
from reportgen.findings import Finding
from reportgen.values import Qualifier

_BEFORE = {
    Qualifier.LE: r"no more than|not more than|not exceeding|at most|up to|the top|不超过|不高于|至多",
    Qualifier.GE: r"no less than|not less than|at least|no fewer than|不低于|不少于|至少",
    Qualifier.GT: r"more than|over|exceed(?:s|ed|ing)?|in excess of|above|surpass(?:es|ed|ing)?|beyond|broke through(?: the)?|超过|突破|逾|超",
    Qualifier.LT: r"less than|fewer than|under|below|不足|不到|低于",
    Qualifier.ALMOST: r"almost|nearly|close to|接近|将近|近",
    Qualifier.ABOUT: r"about|around|approximately|roughly|some|约|大约|大概",
}
"""Tried in this order, so that "no more than" is not taken for "more than"."""
_AFTER = {
    Qualifier.GE: r"or more|and above|以上|及以上",
    Qualifier.LE: r"or less|以内|以下",
    Qualifier.ABOUT: r"or so|左右|上下",
    Qualifier.GT: r"多(?![\u4e00-\u9fff]*[百千万亿])|余|(?<=\d)\+",
}
_MEANWHILE = r"(?:\s*(?:usd|cny|rmb|us\$|\$|¥|￥|人民币|the|a|an))?\s*"
"""What may stand between a qualifier and its number: a currency, an article."""
_UNITS = "|".join(UNITS_AFTER.values())
_SAME = (
    {Qualifier.GT, Qualifier.GE},
    {Qualifier.LT, Qualifier.LE},
)
"""Sources do not tell "over" from "at least"; nor does this check."""
_WEAK = {Qualifier.ABOUT, Qualifier.LE}
"""What leaves a plain number nearly true, or may mean it: "was up to 33 billion" often says no more than "was"."""
_WORDS = {
    Qualifier.EQ: ("an exact number", "准确数"),
    Qualifier.GT: ("“more than”", "“超过”"),
    Qualifier.GE: ("“at least”", "“不低于”"),
    Qualifier.LT: ("“less than”", "“低于”"),
    Qualifier.LE: ("“at most”", "“不超过”"),
    Qualifier.ALMOST: ("“almost”", "“近”"),
    Qualifier.ABOUT: ("“about”", "“约”"),
}


def qualifier_finding(
    citation: Citation, record: Observation | Target, text: str, matching: list[NumberInText]
) -> Finding | None:
    """A finding where the folded clause qualifies the number otherwise than the record does."""
    said = {_qualifier_beside(text, number) for number in matching}
    recorded = _recorded(record)
    if any(_agree(word, qualifier) for word in said for qualifier in recorded):
        return None
    word = next(iter(sorted(said)))
    place = at(citation.place, citation.place.row, "statement", citation.statement)
    if word is Qualifier.EQ:
        return _not_in_clause(citation, sorted(recorded)[0]) if isinstance(record, Observation) else None
    en, zh = _WORDS[word]
    taken_en, taken_zh = _WORDS[sorted(recorded)[0]]
    return (warning if word in _WEAK else error)(
        "qualifier-not-taken",
        place,
        (
            f"The clause says {en}, but “{citation.subject}” is recorded as {taken_en}.",
            f"引文说的是{zh}，而“{citation.subject}”记为{taken_zh}。",
        ),
        (
            f"Write {word.value} in the column “{'qualifier' if isinstance(record, Observation) else 'operator'}”.",
            f"请在“{'qualifier' if isinstance(record, Observation) else 'operator'}”列填写{word.value}。",
        ),
        citation.subject,
    )


def _qualifier_beside(text: str, number: NumberInText) -> Qualifier:
    head, tail = text[: number.start], text[number.end :]
    for qualifier, words in _BEFORE.items():
        if re.search(rf"(?:(?<![a-z])(?:{words}))(?![a-z]){_MEANWHILE}$", head):
            return qualifier
    for qualifier, words in _AFTER.items():
        if re.match(rf"\s*(?:{_UNITS})?\s*(?:{words})(?![a-z])", tail):
            return qualifier
    return Qualifier.EQ


def _recorded(record: Observation | Target) -> set[Qualifier]:
    """What the record says; a target's operator is a qualifier, and "about" may stand beside it."""
    if isinstance(record, Observation):
        return {record.quantity.qualifier}
    operator = Qualifier(record.operator)
    if record.quantity.qualifier is not Qualifier.EQ:
        return {operator, record.quantity.qualifier}
    return {operator}


def _agree(said: Qualifier, recorded: Qualifier) -> bool:
    return said is recorded or any({said, recorded} <= alike for alike in _SAME)


def _not_in_clause(citation: Citation, recorded: Qualifier) -> Finding:
    en, zh = _WORDS[recorded]
    return note(
        "qualifier-not-in-clause",
        at(citation.place, citation.place.row, "statement", citation.statement),
        (
            f"“{citation.subject}” is recorded as {en}, but its clause has no such word beside the number.",
            f"“{citation.subject}”记为{zh}，但其引文在该数旁没有相应的词。",
        ),
        ("Check the source, and quote the word with the number.", "请核对来源，并将限定词一并引用。"),
        citation.subject,
    )
