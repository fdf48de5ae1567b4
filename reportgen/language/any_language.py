"""Words of all languages together: what is looked for in texts and tables that people wrote, which may mix them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from reportgen.language.speaker import language, languages


@lru_cache(maxsize=64)
def words(subject: str, name: str) -> tuple[str, ...]:
    """The list ``name`` in a file of every language, one after the other."""
    return tuple(word for of_language in _each(subject, name) for word in of_language)


@lru_cache(maxsize=64)
def table(subject: str, name: str) -> Mapping[str, Any]:
    """The table ``name`` in a file of every language, all in one."""
    return {key: entry for of_language in _each(subject, name) for key, entry in of_language.items()}


@lru_cache(maxsize=64)
def pattern(subject: str, name: str, key: str = "") -> re.Pattern[str]:
    """The expression ``name`` in a file of every language (the entry ``key`` of a table), in any letter case."""
    found = [of_language[key] if key else of_language for of_language in _each(subject, name)]
    return re.compile("|".join(found), re.IGNORECASE)


def _each(subject: str, name: str) -> list[Any]:
    return [getattr(language(code).subject(subject), name) for code in languages()]
