"""What heads, labels and titles seem to say, for a recipe's first draft: periods, how long they are, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from reportgen.intake.patterns import TIMES, Pattern, filled, folded
from reportgen.intake.recipe import PeriodSpan
from reportgen.language import any_language

_of_vocabulary = cache(Pattern)


def surest_first(patterns: Iterable[str]) -> list[str]:
    """All of a period before its year alone; the more is said beside the numbers, the surer."""
    return sorted(patterns, key=lambda one: (-one.count("{"), -len(one)))


def with_placeholders(head: str, anywhere: bool = False) -> tuple[str, bool]:
    """A head with ``{year}`` and ``{month}`` where it names them, and whether it is cumulative."""
    for patterns, is_cumulative in (("CUMULATIVE_PATTERNS", True), ("PERIOD_PATTERNS", False)):
        for text in surest_first(any_language.words("table_words", patterns)):
            pattern = _of_vocabulary(text)
            if pattern.match(head) is not None:
                return text, is_cumulative
            is_told = (anywhere and "{year}" in text) or pattern.names == ("month",)
            if is_told and (read := pattern.search(head)) is not None:
                found = re.search(re.escape(filled(text, read)), head)
                return (head.replace(found[0], text) if found else f"*{text}*"), is_cumulative
    return re.sub(r"\.\d+$", "*", head), False  # copies number heads that are alike


def times_in(head: str) -> Mapping[str, str]:
    """What a head or a label says of when its numbers are from."""
    read = Pattern(with_placeholders(head)[0]).match(head) or {}
    return {name: text for name, text in read.items() if name in TIMES}


def span_of(heads: Sequence[tuple[str, bool]], shown: str) -> PeriodSpan | None:
    """How long a period is by patterns of heads, each with whether it is cumulative, and by the words in them."""
    if any(is_cumulative for _, is_cumulative in heads) or mentions(
        shown, any_language.words("table_words", "CUMULATIVE_HEADS")
    ):
        return PeriodSpan.CUMULATIVE
    if any("{quarter}" in head for head, _ in heads):
        return PeriodSpan.QUARTER
    if any("{month}" in head for head, _ in heads) or mentions(
        shown, any_language.words("table_words", "MONTH_HEADS")
    ):
        return PeriodSpan.MONTH
    return PeriodSpan.YEAR if any("{year}" in head for head, _ in heads) else None


def note_pattern(label: str) -> str | None:
    """The pattern by which a row is known as a note, where its label seems to begin one."""
    patterns = (_of_vocabulary(text) for text in any_language.words("table_words", "NOTE_HEADS"))
    return next((pattern.text for pattern in patterns if pattern.match(label) is not None), None)


def is_note(label: str) -> bool:
    return note_pattern(label) is not None


def mentions(text: str, words: Iterable[str]) -> bool:
    """Whether any of the words is in the text, whatever its case."""
    return any(folded(word) in folded(text) for word in words)
