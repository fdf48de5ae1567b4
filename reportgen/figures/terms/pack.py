"""What a pack says of itself, and what it defines by name, as a template names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Any

from reportgen.figures.context import PackContext
from reportgen.figures.labels import area_label
from reportgen.figures.presentation import Presentation
from reportgen.figures.terms.allowed_names import Named, named
from reportgen.language import language
from reportgen.periods import Period


def date_label(day: date, code: str) -> str:
    """``5 March 2024`` / 2024年3月5日."""
    return language(code).period(Period.parse(day.isoformat()))


def _of_context(name: str) -> Any:
    return named(attrgetter(f"_context.{name}"))


class PackTerm(Named):
    """``pack.title``, ``报告.标题``: what the pack says of itself, and any text it defines in ``[en]`` or ``[zh]``."""

    SECTION = "pack"
    title, subtitle, number, issuer = map(_of_context, ("title", "subtitle", "number", "issuer"))

    def __init__(self, document: Presentation, context: PackContext) -> None:
        self._document = document
        self._context = context

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_") and name in self._context.texts:
            return self._context.texts[name]
        return super().__getattr__(name)

    @property
    def template_names(self) -> frozenset[str]:
        return frozenset(self.names())

    def __getitem__(self, name: str) -> Any:
        """``pack["approver"]``: a text of the pack's own."""
        return self._context.texts[name]

    def names(self) -> Iterable[str]:
        return [*super().names(), *self._context.texts]

    @named
    def date(self) -> str:
        return date_label(self._context.issued or self._context.cut_off, self._context.language)

    @named
    def cut_off(self) -> str:
        return date_label(self._context.cut_off, self._context.language)

    @named
    def area(self) -> str:
        return area_label(self._context.ref_area, self._document.dataset, self._context.language)

    @named
    def period(self) -> str:
        return language(self._context.language).period(self._context.period)

    marking, recipients, signature = map(_of_context, ("marking", "recipients", "signature"))
    contact, language = map(_of_context, ("contact", "language"))


class Collection(Named):
    """Things that a pack defines by name: ``tables.progress``, ``图.进展``. Each is made when it is first asked for."""

    def __init__(self, made: Mapping[str, Callable[[], Any]]) -> None:
        self._made = made
        self._ready: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._made:
            raise AttributeError(name)
        if name not in self._ready:
            self._ready[name] = self._made[name]()
        return self._ready[name]

    @property
    def template_names(self) -> frozenset[str]:
        return frozenset(self._made)

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            raise KeyError(name)
        return getattr(self, name)

    def names(self) -> Iterable[str]:
        return list(self._made)
