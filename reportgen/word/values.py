"""Values as templates yield them, resolved to what a renderer can write: text, content, or XML of our own making."""

from __future__ import annotations

import html
import re
from typing import Any

from markupsafe import Markup

from reportgen.content import Bookmark, Chart, Link, Number, Sentence, Showable, SourceMark, Table
from reportgen.errors import ReportgenError
from reportgen.expressions import UnknownName, is_unknown
from reportgen.language import say
from reportgen.messages import Bilingual, Words
from reportgen.word.asked import Note, PageBreak, Reference
from reportgen.word.pictures import Picture
from reportgen.word.subdocuments import Subdocument

CONTENT = (
    Number,
    SourceMark,
    Link,
    Bookmark,
    Sentence,
    Table,
    Chart,
    Reference,
    Note,
    PageBreak,
    Picture,
    Subdocument,
)

CANNOT_STAND = re.compile("[\x00-\x06\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What Word has no place for (C0 and C1 controls but line ends; U+0007 and U+000C split paragraphs, as in docxtpl)."""


class CannotShowError(Exception):
    """A value that cannot be written at its place; ``what`` and ``remedy`` become a finding."""

    def __init__(self, code: str, what: Words, remedy: Words) -> None:
        super().__init__(say(what, "en"))
        self.code, self.what, self.remedy = code, what, remedy


class UnknownShownError(Exception):
    """A name that nothing stands behind reached a place where it should be shown."""

    def __init__(self, name: UnknownName) -> None:
        super().__init__(name.known_as)
        self.name = name


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
    if hasattr(value, "__html__"):
        return _foreign(value)
    if callable(value):
        what = Bilingual("A method stands where a value should.", "此处写的是方法，而不是值。")
        raise CannotShowError(
            "method-shown", what, Bilingual("Add brackets: name().", "请加上括号：name()。")
        )
    return str(value)


def _content_of(value: Showable) -> Any:
    try:
        return value.content()
    except ReportgenError as error:
        causes = error.findings
        remedy = (
            (causes[0].remedy or "")
            if causes
            else Bilingual(
                "Take the tag out, or test it with {% if %}.", "请去掉该标签，或用 {% if %} 判断。"
            )
        )
        raise CannotShowError(causes[0].code if causes else "no-value", error.message, remedy) from error


def _unknown(value: Any) -> str:
    if isinstance(value, UnknownName):
        if value.without_else:
            return ""
        raise UnknownShownError(value)
    return ""


def _foreign(value: Any) -> str:
    """docxtpl's rich text is runs already; its listings are escaped text."""
    xml = str(value.__html__())
    return Markup(xml) if xml.startswith("<w:") else html.unescape(xml)


def needs_own_paragraph() -> CannotShowError:
    """A table, a chart or a whole document stands inside a line of text."""
    return CannotShowError(
        "misplaced-block",
        Bilingual("A table or chart cannot stand inside a line of text.", "表格或图表不能放在一行文字中。"),
        Bilingual("Give its tag a paragraph of its own.", "请让该标签独占一段。"),
    )


def control_character(text: str, character: str) -> CannotShowError:
    """A text holds a character that Word has no place for."""
    start = text.index(character)
    near = CANNOT_STAND.sub("�", text[max(0, start - 15) : start + 15])
    return CannotShowError(
        "control-character",
        Bilingual(
            f"The text “{near}” holds the character U+{ord(character):04X}, which a Word document cannot.",
            f"文字“{near}”中含有 Word 文档不允许的字符 U+{ord(character):04X}。",
        ),
        Bilingual("Take the character out of the data.", "请从数据中删除该字符。"),
    )
