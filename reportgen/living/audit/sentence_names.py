"""What a sentence names: areas, indicators, years, the nation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from reportgen.language.any_language import pattern
from reportgen.periods import YEAR
from reportgen.record import CachingRecord

if TYPE_CHECKING:
    from reportgen.finished.lineage import DatasetNames
    from reportgen.messages import Bilingual


class SentenceNames(CachingRecord):
    """What a sentence names. ``home``: the area that its document is about."""

    text: str
    names: DatasetNames
    home: str

    @cached_property
    def areas(self) -> set[str]:
        """The areas that it names."""
        return _mentioned(self.text, self.names.areas)

    @cached_property
    def indicators(self) -> set[str]:
        return _mentioned(self.text, self.names.indicators)

    @cached_property
    def years(self) -> frozenset[int]:
        return frozenset(map(int, YEAR.findall(self.text)))

    @cached_property
    def has_numbers(self) -> bool:
        """Whether it has a digit that is none of a year."""
        return re.search(r"\d", YEAR.sub("", self.text)) is not None

    @cached_property
    def nations(self) -> set[str]:
        """The codes of the nation, whether it is named or not."""
        nation = pattern("said_words", "NATION")
        return {code for code, name in self.names.areas.items() if any(map(nation.fullmatch, name.wordings))}

    def says(self, *names: str) -> bool:
        """Whether it has words of any of these lists of ``said_words``."""
        return any(pattern("said_words", name).search(self.text) for name in names)


def _mentioned(sentence: str, names: Mapping[str, Bilingual]) -> set[str]:
    """The codes whose names the sentence says; a name within a longer one that it says does not count."""
    lower = sentence.lower()
    spans = [
        (found.start(), found.end(), code)
        for code, name in names.items()
        for form in forms_of(name)
        for found in re.finditer(_edged(form.lower()), lower)
    ]
    return {
        code
        for start, end, code in spans
        if not any(one <= start and end <= other and other - one > end - start for one, other, _ in spans)
    }


@lru_cache(maxsize=4096)
def _edged(form: str) -> str:
    """A name as an expression; in letters it must be whole words."""
    return rf"(?<![a-z]){re.escape(form)}(?![a-z])" if form.isascii() else re.escape(form)


@lru_cache(maxsize=4096)
def forms_of(name: Bilingual) -> tuple[str, ...]:
    """A name and its shorter forms: 重庆市 and 重庆, 进出口额 and 进出口."""
    found = [text for text in name.wordings if len(text) > 1]
    shorter = (pattern("said_words", "NAME_ENDINGS").sub("", text) for text in found)
    return tuple(dict.fromkeys([*found, *(text for text in shorter if len(text) > 1)]))
