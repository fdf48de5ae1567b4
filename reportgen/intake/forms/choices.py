"""What people pick or write in the columns of choices: how exact a number is, and its status."""

from __future__ import annotations

from reportgen.intake.forms.entry_workbook import qualifier_words, status_words
from reportgen.language import language, languages
from reportgen.values import Qualifier


def named_qualifier(text: str, code: str) -> tuple[str | None, tuple[str, ...]]:
    """The qualifier that a text names in any language, ``None`` for none of them; and the words to choose from."""
    known: dict[str, str] = {one.value: one.value for one in Qualifier}
    for each in languages():
        words = language(each).quantities
        known |= {_plain(word): name for name, word in qualifier_words(each).items()}
        known |= {
            _plain(words.qualifier_symbol(one.value)): one.value
            for one in Qualifier
            if words.qualifier_symbol(one.value)
        }
        known[_plain(words.tables.EXACT)] = "eq"
    return known.get(_plain(text)), tuple(qualifier_words(code).values())


def status_of(text: str, code: str) -> tuple[str | None, tuple[str, ...]]:
    """The OBS_STATUS that a text names in any language; and the words to choose from."""
    known = {name.casefold(): name for name in (*status_words(code), "A", "R")}
    for each in languages():
        known |= {_plain(word): name for name, word in status_words(each).items()}
    return known.get(_plain(text)), tuple(status_words(code).values())


def _plain(text: str) -> str:
    return text.strip().casefold()
