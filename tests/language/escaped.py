"""What escaped the languages: the words of a text that stand outside ‹ › in the language of keys, though nobody gave them.

Whole texts are allowed, not the words of which they are made: a label, a title, a statement, what somebody typed. A common
word (*growth*, *billion*) stands in many a text of the data, and would hide the same word of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

KEY = r"‹[^‹›]*›"
LETTERS = re.compile(r"[^\W\d_]+")
"""Circled and raised digits are matched too; they are no letters (``str.isalpha``)."""

LETTER_OF_FORMULA = (
    r"‹databook\.input-\w+› [a-h]\b|\b[a-h](?=\)| [÷×−+=])|(?<=[(])[a-h]\b|(?<=[÷×−+] )[a-h]\b"
)
"""What stands for a figure in a formula, where it is beside a sign, and in the head of its column: alike in all languages."""


def escaped(text: str, given: Iterable[str] = (), *, syntax: str = "", names: str = "") -> list[str]:
    """The words, single letters too, that stand outside keys and the texts ``given``; outside what ``syntax`` matches, which may
    hold texts that are given, and what ``names`` matches, which may stand in them."""
    text = " ".join(re.sub(f"{syntax}|{KEY}" if syntax else KEY, " ", text).split())
    for whole in sorted({" ".join(text.split()) for text in given} - {""}, key=len, reverse=True):
        if whole in text:
            text = re.sub(_alone(whole), " ", text)
    text = re.sub(names, " ", text) if names else text
    words = ("".join(filter(str.isalpha, found)) for found in LETTERS.findall(text))
    return [word for word in words if word]


def _alone(text: str) -> str:
    """The text where it stands by itself: “in” stands in “online”."""
    before = "(?<![A-Za-z])" if text[0].isascii() and text[0].isalpha() else ""
    after = "(?![A-Za-z])" if text[-1].isascii() and text[-1].isalpha() else ""
    return before + re.escape(text) + after


def texts_of_the_data(data: Any) -> set[str]:
    """What people wrote into a dataset: labels, titles, names, statements, notes and codes; no code that is a plain word (*trade*)."""
    found: set[str] = set()
    for table in (data.indicators, data.areas, data.sources, data.targets, data.observations):
        found |= {*filter(_is_no_plain_word, table)}
        found |= {text for item in table.values() for text in _texts(item)}
    found |= {text for item in (*data.citations, *data.codes, *data.breaks) for text in _texts(item)}
    for source in data.sources.values():  # family names in capitals, as ISO 690 writes them
        parts = re.findall(r"\w+", source.author)
        found |= {form for part in parts for form in (part.title(), part.upper())}
    return found | {text.strip("[]") for text in found}


def _texts(item: Any) -> Iterator[str]:
    for name in item.__struct_fields__:
        value = getattr(item, name)
        if hasattr(value, "en"):
            yield value.en
        elif type(value) is str and _is_no_plain_word(value):
            yield value


def _is_no_plain_word(text: str) -> bool:
    return not (text.isalpha() and text.islower())
