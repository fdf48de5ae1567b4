"""Simple Markdown in values: bold, italic, struck, code, links, line breaks, paragraphs, lists, headings.

Whatever is none of these stays as it is written. Other than in Markdown proper a line break is a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.record import replace
from reportgen.regex import regex
from reportgen.word.rich_text import RichLine, RichParagraph, RichParagraphs, RichText

_CODE_FONT = "Consolas"
_INLINE = regex(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|`(?P<code>[^`\n]+)`"
    r"|\[(?P<shown>(?:\\.|[^\[\]\\])+)\]\((?P<url>(?:https?://|mailto:|#)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)"
    r"|\*\*\*(?=\S)(?P<both>(?:\\.|[^\\])+?)(?<=\S)\*\*\*(?!\*)"
    r"|\*\*(?=[^\s*])(?P<bold>(?:\\.|[^\\])+?)(?<=\S)\*\*(?!\*)"
    r"|(?<!\w)__(?=[^\s_])(?P<bold_>(?:\\.|[^\\])+?)(?<=\S)__(?!\w)"
    r"|\*(?=[^\s*])(?P<italic>(?:\\.|\*\*(?:\\.|[^\\*])+\*\*|[^\\*])+?)(?<=\S)\*(?!\*)"
    r"|(?<!\w)_(?=[^\s_])(?P<italic_>(?:\\.|[^\\_])+?)(?<=\S)_(?!\w)"
    r"|~~(?=\S)(?P<strike>(?:\\.|[^\\])+?)(?<=\S)~~"
    r"|(?P<line><br\s*/?>|[ \t]*\\?\r?\n[ \t]*)",
    re.DOTALL | re.IGNORECASE,
)
_ITEM = regex(r"(?P<indent>[ \t]*)(?:(?P<bullet>[-*+])|(?P<number>\d{1,4})[.)、])[ \t]+(?P<text>\S.*)")
_HEADING = regex(r"(?P<level>#{1,6})[ \t]+(?P<text>.+?)[ \t]*#*")
_MOST_LOOKS = 12
"""How deep looks may lie in each other."""


def rich_text(text: str) -> RichLine | RichParagraphs:
    """``text`` read as Markdown: one line, or several paragraphs."""
    paragraphs = tuple(_paragraphs(text))
    if not paragraphs:
        return RichLine(())
    if len(paragraphs) == 1 and not paragraphs[0].kind:
        return paragraphs[0].line
    return RichParagraphs(paragraphs)


def _paragraphs(text: str) -> Iterator[RichParagraph]:
    gathered: list[str] = []
    for line in [*text.splitlines(), ""]:
        item, heading = _ITEM.fullmatch(line), _HEADING.fullmatch(line.strip())
        if gathered and (item or heading or not line.strip()):
            yield RichParagraph(_line("\n".join(gathered).strip()))
            gathered = []
        if item:
            level = 1 + min(8, len(item["indent"].expandtabs(4)) // 2)
            kind = "bullet" if item["bullet"] else "number"
            yield RichParagraph(_line(item["text"].strip()), kind, level, int(item["number"] or 1))  # type: ignore[arg-type]
        elif heading:
            yield RichParagraph(_line(heading["text"]), "heading", len(heading["level"]))
        elif line.strip():
            gathered.append(line)


def _line(text: str) -> RichLine:
    return RichLine(tuple(_pieces(text, RichText(""), 0)))


def _pieces(text: str, look: RichText, depth: int) -> Iterator[RichText]:
    """The pieces of one line. Neighbours of one look become one."""
    plain = ""
    position = 0
    for found in _INLINE.finditer(text) if depth < _MOST_LOOKS else ():
        plain += text[position : found.start()]
        position = found.end()
        if found["escaped"] or found["line"]:
            plain += found["escaped"] or "\n"
            continue
        if plain:
            yield replace(look, text=plain)
            plain = ""
        if found["code"]:
            yield replace(look, text=found["code"], font=_CODE_FONT)
            continue
        inside, inner = _looked(found, look)
        yield from _pieces(inside, inner, depth + 1)
    plain += text[position:]
    if plain:
        yield replace(look, text=plain)


def _looked(found: re.Match[str], look: RichText) -> tuple[str, RichText]:
    """The text between the signs, and the look that they give it."""
    if found["both"]:
        return found["both"], replace(look, bold=True, italic=True)
    if bold := found["bold"] or found["bold_"]:
        return bold, replace(look, bold=True)
    if italic := found["italic"] or found["italic_"]:
        return italic, replace(look, italic=True)
    if found["strike"]:
        return found["strike"], replace(look, strike=True)
    return found["shown"], replace(look, url=found["url"])
