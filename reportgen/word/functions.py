"""Functions and filters of the Word dialect: what a tag can ask for besides the data. Each language has its own names for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from reportgen.content import CaptionNumber, Chart, Showable, ShownWhole, Table
from reportgen.expressions import is_unknown, looks_in
from reportgen.expressions.as_text import check_text
from reportgen.language import language, languages
from reportgen.record import replace
from reportgen.word.caption_numbers import caption_number
from reportgen.word.markdown import rich_text


class CrossReference(ShownWhole):
    """The number of a caption elsewhere in the document, by the name of its table or chart: ``Table 3``."""

    name: str

    def __str__(self) -> str:
        return self.name


class Note(ShownWhole):
    """A footnote at this place, or an endnote; ``content`` is whatever a tag may show inside a line."""

    content: Any
    at_end: bool = False

    def __str__(self) -> str:
        return ""


class PageBreak(ShownWhole):
    """A new page from here."""

    def __str__(self) -> str:
        return ""


class Restart(ShownWhole):
    """The numbered list that this paragraph belongs to starts anew."""

    def __str__(self) -> str:
        return ""


@pass_context
def chart(context: Context, name: str) -> Any:
    """A chart of the pack by its name: for the alternative text of a chart drawn in Word."""
    for collection in _chart_collections():
        found = context.environment.getitem(context.resolve(collection), name)
        if not is_unknown(found):
            return found
    return context.environment.getitem(context.resolve("charts"), name)


def ref(name: Any) -> CaptionNumber | CrossReference:
    """A cross-reference to the caption of a table or chart, or of the one called ``name``, or to a bookmark."""
    if isinstance(name, Table | Chart):
        return caption_number(name)
    number = getattr(name, "number", None)
    return number if isinstance(number, CaptionNumber) else CrossReference(str(name))


def footnote(content: Any) -> Note:
    """A footnote with ``content``."""
    return Note(content)


def endnote(content: Any) -> Note:
    """An endnote with ``content``."""
    return Note(content, at_end=True)


def page_break() -> PageBreak:
    """A new page."""
    return PageBreak()


def restart_numbering() -> Restart:
    """The numbered list of this paragraph starts anew here, in each turn of a loop."""
    return Restart()


def styled(value: Any, style: str) -> Any:
    """``{{ tables.plan|styled("Grid") }}``: the table in that table style of the template."""
    shown = _shown(value)
    return replace(shown, style=style) if isinstance(shown, Table) else value


def markdown(value: Any) -> Any:
    """``{{ remark|markdown }}``: a text in simple Markdown, with its bold, italic, links, lists and line breaks."""
    check_text(value)
    return rich_text(value) if isinstance(value, str) else value


def _shown(value: Any) -> Any:
    return value.content() if isinstance(value, Showable) else value


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "chart": chart,
    "ref": ref,
    "footnote": footnote,
    "endnote": endnote,
    "page_break": page_break,
    "restart_numbering": restart_numbering,
}
_FILTERS: dict[str, Callable[..., Any]] = {"styled": styled, "markdown": markdown}


def functions() -> dict[str, Callable[..., Any]]:
    """The functions by all their names."""
    looks_in(*_chart_collections())(chart)
    return {name: function for own, function in _FUNCTIONS.items() for name in _names(own)}


def filters() -> dict[str, Callable[..., Any]]:
    """The filters by all their names."""
    return {name: function for own, function in _FILTERS.items() for name in _names(own)}


def _names(own: str) -> tuple[str, ...]:
    """A name of ours, and what each language calls it."""
    called = (language(code).subject("word").NAMES.get(own, own) for code in languages())
    return tuple(dict.fromkeys((own, *called)))


def _chart_collections() -> tuple[str, ...]:
    """What templates call the collection of charts."""
    called = (language(code).subject("vocabulary").NAMES.get("top", {}) for code in languages())
    return tuple(dict.fromkeys(("charts", *(names.get("charts", "charts") for names in called))))
