"""The tables and charts that a pack defines, made once for all documents of a language.

What they show hangs on the pack and the data; of the page that they are on, a few answers: whether it has said already on what a
target is measured. Each is made on an empty page, and made anew where the document's own page would answer otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from reportgen.figures.context import PackContext
from reportgen.figures.presentation import Presentation
from reportgen.record import Record

Content = TypeVar("Content")


class _MadeFor(Record, Generic[Content]):
    """What was made, for whom, and the empty page that it was made on."""

    context: PackContext
    page: Presentation
    content: Content


class MadeOnce(Generic[Content]):
    """Tables, or charts, by their names and by the areas and periods that they were made for."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str, str], list[_MadeFor[Content]]] = {}

    def of(
        self,
        name: str,
        make: Callable[[Presentation, PackContext], Content],
        page: Presentation,
        context: PackContext,
    ) -> Content:
        """What ``make`` makes on this page, made before or now."""
        known = self._made.setdefault((name, context.ref_area, str(context.period)), [])
        made = next((one for one in known if one.context == context), None)
        if made is None:
            apart = page.apart()
            made = _MadeFor(context, apart, make(apart, context))
            known.append(made)
        return made.content if page.takes_over(made.page) else make(page, context)
