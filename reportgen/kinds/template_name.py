"""The name by which templates ask an indicator or a target for figures of a kind, and what its brackets hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, Protocol

from reportgen.record import Record
from reportgen.units import unit_of


class NamesInBrackets(Protocol):
    """Reads what a template writes in brackets. Both raise an error with the nearest names."""

    def base(self, text: str) -> str:
        """The code of an indicator, an area or a period, by code or by name."""

    def period(self, wanted: Any) -> str:
        """The code of a period that is written, or of what is listed by period."""


class TemplateName(Record):
    """``trade.share``, ``trade.cagr("2020")``, ``trade.target.gap``: what a kind is called after the dot.

    The name is the program's own; a language may have another one beside it (``template_name`` of its ``KindWords``).
    """

    name: str
    brackets: Callable[..., tuple[str, ...]] | None = None
    """Makes the base of the figure's id from :class:`NamesInBrackets` and the text in brackets; ``None``: there are none."""
    alone: bool = False
    """Whether the brackets may be left out: then it is the figure that the dataset states, or the usual base."""
    against_nation: bool = False
    """Alone it is against the nation; against the area itself there is none."""
    of: Literal["indicator", "target"] = "indicator"
    of_last_month: bool = False
    """Of a year and of its first months, more than two of them, it is that of the last one: 当月 of January-June is June."""
    before_any_figure: bool = False
    """Of a target: where nothing can be measured yet it is taken at the period of the template."""


def named_base(names: NamesInBrackets, base: str | int) -> tuple[str, ...]:
    return (names.base(str(base)),)


def named_base_or_currency(names: NamesInBrackets, base: str | int) -> tuple[str, ...]:
    """Also the code of a currency: growth in dollars beside growth in yuan."""
    return (str(base),) if unit_of(str(base)).is_currency else named_base(names, base)


def since_period(names: NamesInBrackets, since: Any) -> tuple[str, ...]:
    return (names.period(since),)


def by_dimension(_names: NamesInBrackets, dimension: str) -> tuple[str, ...]:
    return (dimension,)
