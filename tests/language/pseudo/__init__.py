"""A language in which every word is its key in ‹ ›: what is printed outside ‹ › has escaped the languages, or is data.

It also proves that a language is one package. It has the messages and findings that English has, and no other; tables and grammar
give ‹key›. The labels of a dataset fall back to English.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import Any, Generic, TypeVar

from reportgen.language import language
from reportgen.language.contract import SUBJECTS, Advice, KindWords, Speaker

CODE = "xx"
TAG = "en-GB"
LOCALES: tuple[str, ...] = ()
T = TypeVar("T")


class AnyKey(Mapping[Any, T], Generic[T]):
    """A table that has every key; it lists only those it is given."""

    def __init__(self, make: Callable[[Any], T], known: tuple[Any, ...] = ()) -> None:
        self._make = make
        self._known = known

    def __getitem__(self, key: Any) -> T:
        return self._make(key)

    def __contains__(self, key: object) -> bool:
        return True

    def __iter__(self) -> Iterator[Any]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


class Known(AnyKey[T]):
    """A table that has the keys of another, and no other: an entry that nobody wrote is missed, as in every language."""

    def __init__(self, make: Callable[[Any], T], like: Mapping[Any, Any]) -> None:
        super().__init__(make, tuple(like))
        self._like = like

    def __getitem__(self, key: Any) -> T:
        if key not in self._like:
            raise KeyError(key)
        return self._make(key)

    def __contains__(self, key: object) -> bool:
        return key in self._like


def word(key: Any) -> str:
    """A key as a word."""
    return f"‹{key}›"


def words(known: tuple[Any, ...] = ()) -> AnyKey[str]:
    """A table of words."""
    return AnyKey(word, known)


def entry(key: str) -> Callable[[Speaker, dict[str, Any]], str]:
    """The key, then all that the message is about."""

    def make(language: Speaker, parameters: dict[str, Any]) -> str:
        told = (value for _, value in sorted(parameters.items()) if not isinstance(value, bool))
        said = (language.write(value) for value in told)
        return " ".join([word(key), *said])

    return make


def _kind_words(kind: str) -> KindWords:
    """The words of a kind; it has no names beside the program's own."""
    return KindWords(
        word(kind), word(f"no {kind}"), template_help=word(f"help {kind}"), head=word(f"head {kind}")
    )


def _subject(name: str) -> ModuleType:
    """A file of messages and findings."""
    module, english = ModuleType(f"{__name__}.{name}"), language("en").subject(name)
    module.__dict__.update(
        MESSAGES=Known(lambda key: entry(f"{name}.{key}"), english.MESSAGES),
        FINDINGS=Known(lambda key: Advice(entry(f"what {key}"), entry(f"remedy {key}")), english.FINDINGS),
        NAMES=words(),
        KINDS=AnyKey(_kind_words),
        FONTS={"body": "Arial", "heading": "Arial", "latin": "Arial"},
        DIGIT=6.1,
        CHARSET=None,
        BUBBLE_SIZES=("{} ‹size›",),
        STYLES=AnyKey(lambda key: (word(key),)),
        NOTE_NAMES={},
        CHOICES={name: (name,) for name in ("data", "person", "keep")},
        NOTE_COLUMNS={},
        NO_NUMBER=("‹none›",),
    )
    return module


sys.modules.update({f"{__name__}.{name}": _subject(name) for name in SUBJECTS})
