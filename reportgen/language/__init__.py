"""Words: all that reportgen says to people is made here, once, at the end, from values.

A language is one package with a file a subject (``en/word.py``, ``zh/word.py``). A subject's file holds

- ``MESSAGES``: an entry for each message and reason: ``Message("word.empty-loop", loop=...)`` is said by ``MESSAGES["empty-loop"]``
  of ``word.py``;
- ``FINDINGS``: an entry for each code of a finding, an :class:`Advice` (what it is, what to do about it).

Which subjects there are, and what else a language gives, is the contract (:mod:`reportgen.language.contract`).
:func:`say` makes words; ``template`` (:mod:`reportgen.language.entry_templates`) is the form of an entry.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from reportgen.language.speaker import Language, language, languages, register
from reportgen.messages import Bilingual, Multilingual, Words
from reportgen.periods import PeriodKind

if TYPE_CHECKING:
    from reportgen.findings import AlikeFindings, Place
    from reportgen.language.contract import KindWords
    from reportgen.periods import Period

__all__ = [
    "Language",
    "both",
    "in_every_language",
    "kind_name",
    "kind_words",
    "language",
    "languages",
    "parts_of_label",
    "period_labels",
    "place_record",
    "powers_in_use",
    "register",
    "say",
    "say_group",
    "units_of_time",
]


def say(words: Words | None, code: str, *, in_print: bool = False) -> str:
    """The words in the language ``code``. ``in_print``: the wording for readers who know neither dataset nor codes."""
    return language(code).say(words, in_print=in_print)


def in_every_language(write: Callable[[str], str]) -> Multilingual:
    """What ``write`` gives for the code of every language there is, to be kept or said later."""
    return Multilingual.of({code: write(code) for code in languages()})


def both(words: Words | None) -> Bilingual:
    """The words in the two languages of every ``--json``."""
    return Bilingual(say(words, "en"), say(words, "zh"))


def place_record(place: Place) -> dict[str, Any]:
    """A place as ``--json`` gives it; one that lasts, with the record in the place of its row."""
    part = say(place.part, "en")
    lasts = place.row is None and place.record is not None
    return {
        "file": f"{place.file} ({part})" if place.file and part else place.file,
        "sheet": place.sheet,
        "row": place.row,
        "column": place.column,
        "paragraph": place.paragraph,
        "text": place.text,
        **({"line": place.line} if place.line is not None else {}),
        **({"record": place.record} if lasts else {}),
    }


def period_labels(periods: Sequence[Period], code: str, *, tiny: bool = False) -> list[str]:
    """The periods as they are along an axis: of a run of months the year is said once a year, of one year not at all.

    ``tiny``: months in the fewest letters, and each further year at its first month.
    """
    if len(periods) < 2 or any(period.kind is not PeriodKind.MONTH for period in periods):
        return [language(code).period(period, short=True) for period in periods]
    one_year = periods[0].year == periods[-1].year
    labels = []
    for place, period in enumerate(periods):
        if one_year or not (place == 0 or period.first % 12 == 0):
            labels.append(language(code).months(period, tiny=tiny))
        elif tiny:
            month = period.first % 12 + 1
            labels.append(f"{period.year}" if month == 1 else f"{period.year}.{month}")
        else:
            labels.append(language(code).period(period, short=True))
    return labels


def units_of_time() -> str:
    """Letters that lines do not part from the number before them, of all languages: 年月日."""
    return "".join(language(code).subject("periods").UNITS_OF_TIME for code in languages())


def parts_of_label(label: str, code: str) -> list[str]:
    """A period's label in the pieces that lines may break it into: ``Jan`` and ``2023``, 2023年 and 1月."""
    letters = language(code).subject("periods").BREAKS_AFTER
    return re.split(rf"\s|(?<=[{letters}])" if letters else r"\s", label)


def say_group(group: AlikeFindings, code: str, *, in_print: bool = False) -> str:
    """What was found, and how many more there are like it, as documents say it; ``in_print`` without ids."""
    said = language(code).what(group.first, in_print=in_print)
    more = group.count_of_more if in_print else group.more_like_it
    return (
        f"{said}{language(code).punctuation.GAP}{say(more, code, in_print=True)}"
        if more is not None
        else said
    )


def powers_in_use() -> set[int]:
    """The powers of ten that texts and heads count in, in any language."""
    return {power for code in languages() for power in language(code).quantities.multipliers}


def kind_words(kind: str, code: str) -> KindWords:
    """The words of a kind of figure."""
    found: KindWords = language(code).subject("kinds").KINDS[kind]
    return found


def kind_name(kind: str, code: str) -> str:
    """What a kind of figure is called in a list."""
    return kind_words(kind, code).name
