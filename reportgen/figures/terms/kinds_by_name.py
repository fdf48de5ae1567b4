"""Kinds of figures by what templates and tables call them, and the words that the languages have for these names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from reportgen.kinds.declaration import Declaration, declarations
from reportgen.language import kind_words, language

COLUMNS = "columns"


def kinds_asked_of(owner: str) -> Mapping[str, Declaration]:
    """The kinds that templates ask an ``indicator`` or a ``target`` for, by the program's own name, in listed order."""
    return _by_name(declarations()).get(owner, {})


def name_in(code: str, section: str, name: str) -> str:
    """What the language calls a name of the vocabulary, or of a table column; empty where it has no name of its own."""
    kind = _by_name(declarations()).get(section, {}).get(name)
    if kind is None:
        return language(code).vocabulary.NAMES.get(section, {}).get(name, "")
    words = kind_words(kind.name, code)
    return words.column if section == COLUMNS else words.template_name


def help_in(code: str, section: str, name: str) -> str:
    """What a name of the vocabulary gives."""
    kind = kinds_asked_of(section).get(name)
    return (
        kind_words(kind.name, code).template_help if kind else language(code).vocabulary.SAYS[section][name]
    )


def head_in(code: str, key: str, *, of_year: bool) -> str:
    """The head of a table column; where a whole year is compared, what the language has for that."""
    kind = kinds_asked_of(COLUMNS).get(key)
    if kind is not None:
        words = kind_words(kind.name, code)
        return (words.head_of_year if of_year else "") or words.head
    heads = language(code).vocabulary.COLUMN_HEADS
    return (heads.get(f"{key}/year") if of_year else None) or heads[key]


@lru_cache(maxsize=1)
def _by_name(kinds: tuple[Declaration, ...]) -> Mapping[str, Mapping[str, Declaration]]:
    """Kinds by section (indicator, target, columns) and name."""
    found: dict[str, dict[str, Declaration]] = {}
    for kind in kinds:
        if kind.template_name is not None:
            found.setdefault(kind.template_name.of, {})[kind.template_name.name] = kind
        if kind.column is not None:
            found.setdefault(COLUMNS, {})[kind.column.key] = kind
    return found
