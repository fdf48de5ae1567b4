"""Several indicators side by side, for loops: all areas below, all partners, the last twelve months; by size, the largest few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from reportgen.errors import TemplateError
from reportgen.figures.terms.allowed_names import Named, for_templates, named
from reportgen.figures.terms.figure import FigureTerm
from reportgen.figures.terms.steps import follow
from reportgen.messages import Message


class Terms(Named):
    """A list of indicators in order. ``sorted``, ``top`` and ``bottom`` take a step as a table's column does: ``"yoy"``."""

    SECTION = "terms"

    def __init__(self, members: Sequence[Any]) -> None:
        self._members = tuple(members)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def __bool__(self) -> bool:
        return bool(self._members)

    def __getitem__(self, place: int) -> Any:
        return self._members[place]

    @for_templates
    def sorted(self, by: str = ".", descending: bool = True) -> Terms:
        """By the number that a step leads to, the largest first; those without one last, in their order."""
        valued = [(value, member) for member in self._members if (value := _value(member, by)) is not None]
        valued.sort(key=lambda pair: pair[0], reverse=bool(descending))
        without = [member for member in self._members if _value(member, by) is None]
        return Terms([*(member for _, member in valued), *without])

    @for_templates
    def top(self, count: int, by: str = ".") -> Terms:
        """The ``count`` largest, the largest first; those without a number are none."""
        return Terms(self._valued(by).sorted(by)._members[: _counted(count)])

    @for_templates
    def bottom(self, count: int, by: str = ".") -> Terms:
        """The ``count`` smallest, the smallest first."""
        return Terms(self._valued(by).sorted(by, False)._members[: _counted(count)])

    @for_templates
    def lines(self, length: int) -> list[Terms]:
        """In lines of ``length``, as the cells of a table's rows; the last may be shorter."""
        step = max(1, _counted(length))
        return [Terms(self._members[at : at + step]) for at in range(0, len(self._members), step)]

    @named
    def first(self) -> Any:
        return self._one(0)

    @named
    def last(self) -> Any:
        return self._one(-1)

    def _one(self, place: int) -> Any:
        if not self._members:
            raise TemplateError(Message("figures.empty-list"))
        return self._members[place]

    def _valued(self, by: str) -> Terms:
        return Terms([member for member in self._members if _value(member, by) is not None])


def _value(member: Any, by: str) -> Decimal | None:
    try:
        found = follow(member, by)
        return found.figure.value if isinstance(found, FigureTerm) else None
    except TemplateError:  # the step does not apply to this one
        return None


def _counted(count: Any) -> int:
    if not isinstance(count, int) or count < 0:
        raise TemplateError(Message("figures.no-count", text=str(count)))
    return count
