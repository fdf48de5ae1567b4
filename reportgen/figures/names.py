"""Names that templates may use: each has an English and a Chinese form, and one table drives access, hints and listings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, ClassVar

from reportgen.messages import Bilingual

_SUGGESTED = 5
"""So many valid codes are named where none is like the one written."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name in both languages and what it says."""

    en: str
    zh: str
    says: Bilingual


class Named:
    """An object of the template vocabulary.

    A subclass lists its own names in ``NAMES``; what its parents list it has too. ``template_names`` holds all of them in
    both languages: the only attributes that the sandbox lets a template reach. An unknown name raises
    ``AttributeError``, which the template engine turns into an error with the nearest of :meth:`names`.
    """

    NAMES: ClassVar[tuple[Name, ...]] = ()
    template_names: ClassVar[frozenset[str]] = frozenset()
    all_names: ClassVar[tuple[Name, ...]] = ()
    _english: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        known: dict[str, Name] = {}
        for parent in reversed(cls.__mro__):
            known.update((name.en, name) for name in parent.__dict__.get("NAMES", ()))
        cls.all_names = tuple(known.values())
        cls._english = {name.zh: name.en for name in known.values()}
        if "template_names" not in cls.__dict__:  # a collection's names are known only to each object
            cls.template_names = frozenset(known) | frozenset(cls._english)

    def __getattr__(self, name: str) -> Any:
        english = type(self)._english.get(name)
        if english is None:
            raise AttributeError(f"{type(self).__name__} has no name {name!r}")
        return getattr(self, english)

    def names(self) -> Iterable[str]:
        """Every name this object answers to, for hints."""
        return [form for name in self.all_names for form in (name.en, name.zh)]


def nearest(wanted: str, known: Iterable[str], language: str) -> str:
    """A hint that names the valid names most like ``wanted``: ``; nearest: a, b``. Empty where none is like it."""
    found = get_close_matches(wanted, list(known), n=3, cutoff=0.5)
    if not found:
        return ""
    return f"；相近的有：{'、'.join(found)}" if language == "zh" else f"; nearest: {', '.join(found)}"


def suggestion(wanted: str, labels: Mapping[str, Bilingual]) -> Bilingual:
    """A hint for a code that does not exist: the valid ones whose code or label is most like it, else some valid ones.

    ``labels`` are the valid codes with their labels, those that fit best first.
    """
    codes = {
        form.casefold(): code for code, label in labels.items() for form in (code, label.en, label.zh) if form
    }
    found = list(
        dict.fromkeys(codes[form] for form in get_close_matches(wanted.casefold(), codes, n=6, cutoff=0.5))
    )[:3]
    shown = found or list(labels)[:_SUGGESTED]
    if not shown:
        return Bilingual("", "")
    en = ", ".join(_coded(code, labels[code].en, " ({})") for code in shown)
    zh = "、".join(_coded(code, labels[code].zh, "（{}）") for code in shown)
    if found:
        return Bilingual(f"; nearest: {en}", f"；相近的有：{zh}")
    return Bilingual(f"; there are for instance: {en}", f"；可用的有：{zh}")


def _coded(code: str, label: str, brackets: str) -> str:
    return f"{code}{brackets.format(label)}" if label and label != code else code


def says(en: str, zh: str) -> Bilingual:
    """What a name says, in both languages."""
    return Bilingual(en, zh)
