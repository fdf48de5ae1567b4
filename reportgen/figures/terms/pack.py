"""What a pack says of itself, and what it defines by name, as a template names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Any, ClassVar

from reportgen.figures.context import PackContext
from reportgen.figures.labels import area_label
from reportgen.figures.presentation import Presentation
from reportgen.figures.terms.names import Named
from reportgen.language import period_label
from reportgen.periods import Period


def date_label(day: date, language: str) -> str:
    """``5 March 2024`` / 2024年3月5日."""
    return period_label(Period.parse(day.isoformat()), language)


class PackTerm(Named):
    """``pack.title``, ``报告.标题``: what the pack says of itself, and any text it defines in ``[en]`` or ``[zh]``."""

    SECTION = "pack"
    NAMES: ClassVar[tuple[str, ...]] = (
        "title",
        "subtitle",
        "number",
        "issuer",
        "date",
        "cut_off",
        "area",
        "period",
        "marking",
        "recipients",
        "signature",
        "contact",
        "language",
    )

    def __init__(self, page: Presentation, context: PackContext) -> None:
        self._page = page
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

    @property
    def date(self) -> str:
        return date_label(self._context.issued or self._context.cut_off, self._context.language)

    @property
    def cut_off(self) -> str:
        return date_label(self._context.cut_off, self._context.language)

    @property
    def area(self) -> str:
        return area_label(self._context.ref_area, self._page.dataset, self._context.language)

    @property
    def period(self) -> str:
        return period_label(self._context.period, self._context.language)


for _name in (
    "title",
    "subtitle",
    "number",
    "issuer",
    "marking",
    "recipients",
    "signature",
    "contact",
    "language",
):
    setattr(PackTerm, _name, property(attrgetter(f"_context.{_name}")))


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
