"""One-line construction of findings in two languages, and the nearest known name for a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Bilingual

LONG_NAME = 8
"""Letters of a name that are enough to tell a slip from another name."""


def finding(
    code: str,
    severity: Severity,
    place: Place,
    what: tuple[str, str],
    remedy: tuple[str, str],
    *subjects: str,
) -> Finding:
    """A finding; ``what`` and ``remedy`` are each one sentence in English and one in Chinese."""
    return Finding(code, severity, Bilingual(*what), Bilingual(*remedy), place, subjects)


def error(code: str, place: Place, what: tuple[str, str], remedy: tuple[str, str], *subjects: str) -> Finding:
    """A finding that stops a build: the dataset's structure is damaged."""
    return finding(code, Severity.ERROR, place, what, remedy, *subjects)


def warning(
    code: str, place: Place, what: tuple[str, str], remedy: tuple[str, str], *subjects: str
) -> Finding:
    """A finding that a person should weigh: the data contradict themselves, or say less than they should."""
    return finding(code, Severity.WARNING, place, what, remedy, *subjects)


def note(code: str, place: Place, what: tuple[str, str], remedy: tuple[str, str], *subjects: str) -> Finding:
    """A finding worth knowing when the figures are used."""
    return finding(code, Severity.NOTE, place, what, remedy, *subjects)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name`` (letter case apart), or ``None`` when nothing is near.

    In a short name one wrong letter is much; a long one must agree in most of its letters.
    """
    by_folded = {candidate.casefold(): candidate for candidate in known}
    cutoff = 0.5 if len(name) < LONG_NAME else 0.75
    found = get_close_matches(name.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[found[0]] if found else None
