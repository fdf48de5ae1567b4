"""The tables and charts that a pack defines, made once for all documents of a language.

What they show hangs on the pack and the data; of the document that they are in, a few answers: whether it has said already on what a
target is measured. Each is made for an empty document, and made anew where the document itself would answer otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from reportgen.figures.context import PackContext
from reportgen.figures.presentation import Presentation
from reportgen.record import Record

Content = TypeVar("Content")


class _MadeFor(Record, Generic[Content]):
    """What was made, for whom, and the empty document that it was made for."""

    context: PackContext
    document: Presentation
    content: Content


class MadeOnce(Generic[Content]):
    """Tables, or charts, by their names and by the areas and periods that they were made for."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str, str], list[_MadeFor[Content]]] = {}

    def of(
        self,
        name: str,
        make: Callable[[Presentation, PackContext], Content],
        document: Presentation,
        context: PackContext,
    ) -> Content:
        """What ``make`` makes for this document, made before or now."""
        known = self._made.setdefault((name, context.ref_area, str(context.period)), [])
        made = next((one for one in known if one.context == context), None)
        if made is None:
            apart = document.apart()
            made = _MadeFor(context, apart, make(apart, context))
            known.append(made)
        return made.content if document.takes_over(made.document) else make(document, context)
