"""The id word of a kind of figure: ``level``, ``growth_computed``, ``target_gap``. Which there are, the files of kinds say."""

from __future__ import annotations

from collections.abc import Iterator

_KNOWN: dict[str, Kind] = {}


class _Kinds(type):
    """``Kind.LEVEL`` is the kind whose id word is ``level``; ``for kind in Kind`` goes through all of them."""

    def __getattr__(cls, name: str) -> Kind:
        found = _KNOWN.get(name.lower()) if name.isupper() else None
        if found is None:
            raise AttributeError(f"no kind of figure: {name}")
        return found

    def __iter__(cls) -> Iterator[Kind]:
        return iter(_KNOWN.values())


class Kind(str, metaclass=_Kinds):
    """What kind of number a figure is: an observation's measure, or a calculation.

    There is one object for each id word. The word is a promise: figure ids, documents and templates hold it.
    """

    __slots__ = ()

    def __new__(cls, word: str) -> Kind:
        """The kind of an id word. Raises ``ValueError`` for a word that is none."""
        found = _KNOWN.get(word)
        if found is None:
            raise ValueError(f"not a kind of figure: {word!r}")
        return found

    @property
    def value(self) -> str:
        return str(self)


def kind_named(word: str) -> Kind:
    """The kind of an id word, made known by its declaration."""
    if word not in _KNOWN:
        _KNOWN[word] = str.__new__(Kind, word)
    return _KNOWN[word]
