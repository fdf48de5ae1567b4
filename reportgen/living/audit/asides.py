"""Brackets that people put into a passage and that tell nothing: a shorter name for the one before them, another rounding of the figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.language.any_language import pattern
from reportgen.living.audit.relations import BRACKETED, restates
from reportgen.word.located import Span

if TYPE_CHECKING:
    from reportgen.living.audit.backing import Backing
    from reportgen.word.located import Paragraph

_BEFORE = 60
"""How many letters before an abbreviation may be what it stands for."""


def without_asides(before: Paragraph, after: Paragraph, backing: Backing) -> list[Span]:
    """The spans of a passage as it is now without such brackets as were not there."""
    found: list[Span] = []
    said = ""
    for span in after.spans:
        text = span.text
        if span.kind == "text":
            for aside in reversed(list(BRACKETED.finditer(text))):
                if aside[0].strip() in before.text:
                    continue
                last = found[-1] if found and aside.start() == 0 else None
                figure = backing.figure(last.name) if last is not None and last.kind == "figure" else None
                if _is_short_for(aside[1], said + text[: aside.start()]) or (
                    figure is not None and restates(aside[1], figure)
                ):
                    text = text[: aside.start()] + text[aside.end() :]
        found.append(Span(span.kind, text, span.name) if text != span.text else span)
        said += span.text
    return found


def _is_short_for(aside: str, before: str) -> bool:
    """Whether words in brackets are a shorter name: the first letters of the words before them, or letters of these in their order."""
    filling = pattern("said_words", "FILLING")
    words = [word for word in re.findall(r"[A-Za-z]+", before) if not filling.fullmatch(word)]
    if re.fullmatch(r"[A-Z]{2,6}", aside):
        return "".join(word[0] for word in words[-len(aside) :]).upper() == aside
    short = pattern("said_words", "ABBREVIATED").fullmatch(aside)
    if short is None:
        return False
    name = next(filter(None, short.groups()))
    letters = iter(before[-_BEFORE:].lower())
    return not re.search(r"\d", name) and all(letter in letters for letter in name.lower() if letter != " ")
