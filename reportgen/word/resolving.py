"""Values as templates yield them, resolved to what a renderer can write: text, content, or XML of our own making."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from reportgen.content import (
    Bookmark,
    CaptionNumber,
    Chart,
    Link,
    Number,
    Sentence,
    Showable,
    SourceMark,
    Table,
)
from reportgen.errors import ReportgenError
from reportgen.expressions import UnknownName, is_unknown, no_value
from reportgen.findings import NOWHERE, Severity
from reportgen.ooxml.pictures import Picture
from reportgen.word.cannot_show import CannotShowError, UnknownShownError, cannot_show
from reportgen.word.docxtpl_values import MadeParagraphs, MadeRuns, docxtpl_kind, translated
from reportgen.word.functions import CrossReference, Note, PageBreak, Restart
from reportgen.word.rich_text import RichLine, RichParagraphs, RichText
from reportgen.word.subdocuments import Subdocument

CONTENT = (
    Number,
    SourceMark,
    Link,
    Bookmark,
    Sentence,
    Table,
    Chart,
    CaptionNumber,
    CrossReference,
    Note,
    PageBreak,
    Restart,
    Picture,
    Subdocument,
    RichText,
    RichLine,
    RichParagraphs,
    MadeRuns,
    MadeParagraphs,
)


def resolve(value: Any) -> Any:
    """What to write for ``value``: a ``str``, ``Markup`` (XML of this engine's making), or an item of ``content``."""
    if isinstance(value, Markup | str):
        return value
    if isinstance(value, Showable):
        return _content_of(value)
    if isinstance(value, CONTENT):
        return value
    if is_unknown(value):
        return _unknown(value)
    if kind := docxtpl_kind(value):
        return translated(value, kind)
    if hasattr(value, "__html__"):
        import html

        return html.unescape(str(value.__html__()))
    if (finding := no_value(value)) is not None:
        raise CannotShowError(finding)
    return str(value)


def _content_of(value: Showable) -> Any:
    try:
        return value.content()
    except ReportgenError as error:
        if not error.findings:
            raise cannot_show("no-value", "tag", reason=error.message) from error
        first = error.findings[0]
        cause = None if first.place == NOWHERE else (first.code, first.place)
        raise CannotShowError(first.with_(severity=Severity.ERROR, cause=cause)) from error


def _unknown(value: Any) -> str:
    if isinstance(value, UnknownName):
        if value.without_else:
            return ""
        raise UnknownShownError(value)
    return ""
