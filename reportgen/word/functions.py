"""Functions and filters of the Word dialect: what a tag can ask for besides the data. Each has a Chinese name as well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from reportgen.content import Showable, Table
from reportgen.expressions import is_unknown, looks_in
from reportgen.word.asked import Note, PageBreak, Reference


@looks_in("charts", "图")
@pass_context
def chart(context: Context, name: str) -> Any:
    """A chart of the pack by its name: for the alternative text of a chart drawn in Word."""
    for collection in ("charts", "图"):
        found = context.environment.getitem(context.resolve(collection), name)
        if not is_unknown(found):
            return found
    return context.environment.getitem(context.resolve("charts"), name)


def ref(name: Any) -> Reference:
    """A cross-reference to the caption of the table or chart called ``name``, or to a bookmark."""
    return Reference(str(getattr(_shown(name), "name", name)))


def footnote(content: Any) -> Note:
    """A footnote with ``content``."""
    return Note(content)


def endnote(content: Any) -> Note:
    """An endnote with ``content``."""
    return Note(content, at_end=True)


def page_break() -> PageBreak:
    """A new page."""
    return PageBreak()


def styled(value: Any, style: str) -> Any:
    """``{{ tables.plan|styled("三线表") }}``: the table in that table style of the template."""
    shown = _shown(value)
    return replace(shown, style=style) if isinstance(shown, Table) else value


def _shown(value: Any) -> Any:
    return value.content() if isinstance(value, Showable) else value


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "chart": chart,
    "图表": chart,
    "ref": ref,
    "引用": ref,
    "footnote": footnote,
    "脚注": footnote,
    "endnote": endnote,
    "尾注": endnote,
    "page_break": page_break,
    "分页": page_break,
}
FILTERS: dict[str, Callable[..., Any]] = {"styled": styled, "样式": styled}
