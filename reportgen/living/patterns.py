"""What is looked for in texts of documents: the words of all languages together, since a document may mix them."""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.language import language, languages


@lru_cache(maxsize=64)
def pattern(subject: str, name: str, key: str = "") -> re.Pattern[str]:
    """The expression ``name`` in a file of every language (the entry ``key`` of a table), in any letter case."""
    found = []
    for code in languages():
        of_language = getattr(language(code).subject(subject), name)
        found.append(of_language[key] if key else of_language)
    return re.compile("|".join(found), re.IGNORECASE)
